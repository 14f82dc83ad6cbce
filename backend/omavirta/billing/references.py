"""Reference numbers of payments: the Finnish one (viitenumero, check digit by weights 7-3-1) and RF (ISO 11649).

Both are text. A Finnish one is kept without leading zeros and spaces, an RF one in capitals without spaces, and where the
Finnish bank's number stands in it, without that number's leading zeros.
"""

from itertools import cycle

from stdnum import iso11649
from stdnum.exceptions import ValidationError

SHORTEST_FINNISH, LONGEST_FINNISH = 4, 20
RF = "RF"
_WEIGHTS = (7, 3, 1)
_RF_AS_DIGITS = "271500"
"""R, F and check digits that are not known yet, with letters as numbers from 10 on."""


class InvalidReference(ValueError):  # noqa: N818 - the everyday word
    """A reference that is none; the message says why."""


def finnish_reference(body: str) -> str:
    """The reference number made of 3 to 19 digits: they, and their check digit. Raises InvalidReference."""
    digits = body.replace(" ", "").lstrip("0")
    if not (_is_digits(digits) and SHORTEST_FINNISH <= len(digits) + 1 <= LONGEST_FINNISH):
        raise InvalidReference(f"{body[:40]!r} is not 3 to 19 digits to make a reference number of")
    return digits + _check_digit(digits)


def rf_reference(reference: str) -> str | None:
    """A reference as RF; what is RF already stays. None for what is no valid reference."""
    try:
        known = parse_reference(reference)
    except InvalidReference:
        return None
    if known.startswith(RF):
        return known
    return f"{RF}{98 - int(known + _RF_AS_DIGITS) % 97:02}{known}"


def finnish_body(reference: str) -> str | None:
    """The Finnish reference number that a parsed reference is or holds; None for an RF one of another kind."""
    body = reference[4:] if reference.startswith(RF) else reference
    return body if _is_finnish(body) else None


def parse_reference(text: str) -> str:
    """A reference as written, with spaces and leading zeros or without, as it is kept. Raises InvalidReference."""
    compact = "".join(text.split()).upper()
    if compact.startswith(RF):
        return _parse_rf(compact)
    digits = compact.lstrip("0")
    if not _is_digits(digits):
        raise InvalidReference(f"{text[:40]!r} is not a reference number: it is neither digits nor RF…")
    if not SHORTEST_FINNISH <= len(digits) <= LONGEST_FINNISH:
        raise InvalidReference(f"the reference number {digits[:40]} has {len(digits)} digits, not 4 to 20")
    if not _is_finnish(digits):
        raise InvalidReference(
            f"the last digit of the reference number {digits} should be {_check_digit(digits[:-1])}"
        )
    return digits


def is_reference(text: str) -> bool:
    try:
        parse_reference(text)
    except InvalidReference:
        return False
    return True


def grouped_reference(reference: str) -> str:
    """For reading: a Finnish one in fives from the right, an RF one in fours from the left."""
    if reference.startswith(RF):
        return grouped(reference)
    first = len(reference) % 5 or 5
    groups = [
        reference[:first],
        *(reference[start : start + 5] for start in range(first, len(reference), 5)),
    ]
    return " ".join(groups)


def grouped(text: str) -> str:
    """In fours from the left, as IBANs and RF references are printed."""
    return " ".join(text[start : start + 4] for start in range(0, len(text), 4))


def _parse_rf(compact: str) -> str:
    try:
        iso11649.validate(compact)
    except ValidationError:
        raise InvalidReference(
            f"{compact[:40]} is not an RF reference: its check digits do not agree with it, or it is too long"
        ) from None
    body = compact[4:]
    # Zeros before a number change neither its value nor its check digits.
    return compact[:4] + body.lstrip("0") if _is_digits(body) else compact


def _is_finnish(digits: str) -> bool:
    return (
        _is_digits(digits)
        and SHORTEST_FINNISH <= len(digits) <= LONGEST_FINNISH
        and digits[-1] == _check_digit(digits[:-1])
    )


def _check_digit(digits: str) -> str:
    total = sum(int(digit) * weight for digit, weight in zip(reversed(digits), cycle(_WEIGHTS), strict=False))
    return str(-total % 10)


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()
