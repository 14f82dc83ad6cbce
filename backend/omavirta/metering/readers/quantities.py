"""Numbers and moments as files write them, remembered as long as they repeat."""

import re
from datetime import datetime

from omavirta.metering.calendar import SECONDS_PER_QUARTER

NO_VALUE = -(2**62)
"""Stands for a quantity that is `null` or empty."""

MOST_QUANTITIES = 20_000
MOST_TIMES = 100_000
_QUANTITY = re.compile(r"([+-]?)(\d{1,9})(?:[.,](\d{1,6})0*)?", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 2000, 2099


class Quantities(dict[str, int]):
    """kWh, with a decimal comma or dot and up to six decimals, to micro-kWh. Raises ValueError, in words for people."""

    def __missing__(self, text: str) -> int:
        if len(self) >= MOST_QUANTITIES:
            self.clear()
        self[text] = number = _micro(text)
        return number


class QuarterTimes(dict[str, int]):
    """ISO 8601 moments with a zone to quarter-hours since 1970-01-01T00:00Z. Raises ValueError, in words for people."""

    def __missing__(self, text: str) -> int:
        if len(self) >= MOST_TIMES:
            self.clear()
        self[text] = number = _quarter(text)
        return number


def _micro(text: str) -> int:
    stripped = text.strip()
    if stripped in ("", "null", "NULL"):
        return NO_VALUE
    found = _QUANTITY.fullmatch(stripped)
    if not found:
        raise ValueError(f"{text!r} is not an amount of energy in kWh with up to six decimals")
    sign, whole, decimals = found.groups()
    number = int(whole + (decimals or "").ljust(6, "0"))
    return -number if sign == "-" else number


def _quarter(text: str) -> int:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise ValueError(f"{text!r} is not a moment of a calendar day, like 2024-12-31T22:00:00Z") from None
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone: UTC is written with a Z at the end")
    seconds = moment.timestamp()
    if seconds % SECONDS_PER_QUARTER:
        raise ValueError(f"{text!r} is not the start of a quarter-hour")
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        raise ValueError(f"{text!r} is not in this century")
    return int(seconds) // SECONDS_PER_QUARTER
