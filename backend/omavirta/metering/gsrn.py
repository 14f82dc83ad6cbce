"""Metering point ids (GSRN, Global Service Relation Number): 18 digits, the last a GS1 check digit.

Finnish ids begin with GS1 prefix 64. Another prefix is not an error: it is said, and the id is taken.
"""

from stdnum import ean

GSRN_LENGTH = 18
FINNISH_PREFIX = "64"


class GsrnError(ValueError):
    """The text is not a metering point id; the message says why, for people."""


def parse_gsrn(text: str) -> str:
    """The 18 digits, spaces taken away; raises GsrnError."""
    digits = "".join(text.split())
    if not (digits.isascii() and digits.isdigit()):
        raise GsrnError("a metering point id has digits only")
    if len(digits) != GSRN_LENGTH:
        raise GsrnError(f"a metering point id has {GSRN_LENGTH} digits, this one has {len(digits)}")
    if ean.calc_check_digit(digits[:-1]) != digits[-1]:
        raise GsrnError("the last digit does not fit the others: a digit is wrong, or two changed places")
    return digits


def is_finnish(gsrn: str) -> bool:
    """Whether a valid id has the prefix of Finnish metering points."""
    return gsrn.startswith(FINNISH_PREFIX)
