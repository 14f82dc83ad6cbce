"""Bidding zones. The Finnish one and its Baltic neighbours go by two letters, all others by their EIC."""

from stdnum.eu import eic
from stdnum.exceptions import ValidationError

FINLAND = "FI"
EIC_BY_NAME = {
    FINLAND: "10YFI-1--------U",
    "EE": "10Y1001A1001A39I",
    "LV": "10YLV-1001A00074",
    "LT": "10YLT-1001A0008Q",
}
_NAME_BY_EIC = {code: name for name, code in EIC_BY_NAME.items()}


class AreaError(ValueError):
    """The text names no bidding zone; the message says what does."""


def parse_area(text: str) -> str:
    """The name under which an area's prices are kept, from a name or an EIC; raises AreaError."""
    name = text.strip().upper()
    if name in EIC_BY_NAME:
        return name
    try:
        code = eic.validate(name)
    except ValidationError:
        known = ", ".join(EIC_BY_NAME)
        raise AreaError(f"{text!r} is not a bidding zone: give {known}, or an EIC of 16 characters") from None
    return area_of_eic(code)


def area_of_eic(code: str) -> str:
    return _NAME_BY_EIC.get(code, code)
