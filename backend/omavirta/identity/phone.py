"""Phone numbers as they are kept: E.164, with the country's code and no spaces."""

import re

_E164 = re.compile(r"\+[1-9][0-9]{6,14}")
_BETWEEN = re.compile(r"[\s().-]")
FINLAND = "+358"


def as_phone(text: str) -> str | None:
    """`+358 40 123 4567`, `00358…` and, as a Finnish number, `040 123 4567`; None for what is no number."""
    digits = _BETWEEN.sub("", text)
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits.startswith("0"):
        digits = FINLAND + digits[1:]
    return digits if _E164.fullmatch(digits) else None
