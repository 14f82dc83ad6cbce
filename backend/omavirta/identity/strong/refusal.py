"""Refusing an identification: a reason for the person and a code for the log, and never anything of what came in."""

from omavirta.errors import OmavirtaError
from omavirta.identity.strong.failure import FailureReason


class IdentificationRefused(OmavirtaError):  # noqa: N818 - a decision, not a fault
    """Nothing comes of this identification. `code` is a constant word, for the log."""

    def __init__(self, reason: FailureReason, code: str) -> None:
        super().__init__(code)
        self.reason = reason
        self.code = code


def refused(code: str) -> IdentificationRefused:
    """What the broker said does not hold."""
    return IdentificationRefused(FailureReason.REFUSED, code)


def no_answer(code: str) -> IdentificationRefused:
    """The broker does not answer, or not with anything that can be used."""
    return IdentificationRefused(FailureReason.NO_ANSWER, code)
