"""How names that identify an account are compared."""

import unicodedata


def name_key(name: str) -> str:
    """User names and e-mail addresses are the same when their keys are: NFKC, no space around, case folded."""
    return unicodedata.normalize("NFKC", name).strip().casefold()
