"""Why an identification came to nothing, as the page that says so is asked for it."""

from enum import StrEnum

from omavirta.identity import app_pages


class FailureReason(StrEnum):
    CANCELLED = "peruttu"
    """By the person, at the bank."""
    EXPIRED = "vanhentunut"
    """Begun too long ago, finished before, or begun in another browser."""
    NO_ANSWER = "ei-vastausta"
    """The broker or the bank is out of order."""
    REFUSED = "hylatty"
    """What the broker said did not hold."""
    OTHER_PERSON = "eri-henkilo"
    """Someone else than who is signed in."""
    LOCKED = "lukittu"
    """The account is locked by customer service."""


def failure_path(reason: FailureReason) -> str:
    return f"{app_pages.IDENTIFICATION_FAILED}?syy={reason}"
