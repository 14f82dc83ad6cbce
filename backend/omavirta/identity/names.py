"""Names that identify an account: what may be one, and how they are compared."""

import re
import unicodedata

LONGEST_EMAIL = 254
_USER_NAME = re.compile(r"[\w.-]{3,64}")
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_EMAIL = re.compile(rf"(?=.{{1,64}}@){_ATOM}(?:\.{_ATOM})*@(?:{_LABEL}\.)+(?=.*[A-Za-z]){_LABEL}")


def name_key(name: str) -> str:
    """User names and e-mail addresses are the same when their keys are: NFKC, no space around, case folded."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def as_user_name(text: str) -> str | None:
    """As it is kept; None unless it is 3 to 64 letters, digits, dots, underscores and hyphens. So it is never an address."""
    name = unicodedata.normalize("NFKC", text).strip()
    return name if _USER_NAME.fullmatch(name) else None


def as_email(text: str) -> str | None:
    """As it is kept; None for what no mail can be sent to: RFC 5321's mailboxes without quotes, and domains in any script.

    A domain that is not in ASCII is written in one way (RFC 5890's U-labels), so that it is compared as one.
    """
    local, _, domain = text.strip().rpartition("@")
    try:
        wire = domain.encode("idna").decode("ascii")
        shown = wire.encode("ascii").decode("idna") if "xn--" in wire.lower() else domain
    except UnicodeError:
        return None
    sendable = len(local) + 1 + len(wire) <= LONGEST_EMAIL and _EMAIL.fullmatch(f"{local}@{wire}")
    return f"{local}@{shown}" if sendable else None


def masked_email(address: str) -> str:
    """For those who know it anyway: `a…@example.fi`."""
    local, _, domain = address.rpartition("@")
    return f"{local[:1]}…@{domain}"
