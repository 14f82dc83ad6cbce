"""What every reader of day-ahead prices gives, and how entries of hours and quarter-hours become it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.clock import EPOCH
from omavirta.errors import FileRefused
from omavirta.metering.calendar import (
    FIRST_DATE,
    LAST_DATE,
    QUARTERS_PER_HOUR,
    SECONDS_PER_QUARTER,
    Int64Array,
)

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class FilePrices:
    """The prices of one area in one file."""

    layout: str
    area: str
    entry_count: int
    """How many intervals, hours and quarter-hours, the file gives a price for."""

    negative_count: int
    """How many of them are below zero."""

    quarters: Int64Array
    """Quarter-hours since 1970-01-01T00:00Z that have a price, ascending."""

    prices: Int64Array
    """Their prices in 10^-5 EUR/MWh without VAT."""

    of_hours: NDArray[np.bool_]
    """Which of them the file gives for a whole hour."""


class Quarters(NamedTuple):
    """Three columns of `FilePrices`."""

    quarters: Int64Array
    prices: Int64Array
    of_hours: NDArray[np.bool_]


class Entry(NamedTuple):
    """A price from a quarter-hour on. `place` says where in the file it stands."""

    quarter: int
    quarter_count: int
    price: int
    place: str


def first_quarter(moment: datetime, place: str) -> int:
    """The quarter-hour (since 1970) that starts at an aware moment; raises FileRefused where none does."""
    if not FIRST_DATE.year < moment.year < LAST_DATE.year:
        raise FileRefused(f"the year {moment.year} cannot be right", place=place)
    quarter, rest = divmod(moment - EPOCH, QUARTER)
    if rest:
        raise FileRefused(f"{moment.isoformat()} is not the start of a quarter-hour", place=place)
    return quarter


def lay_out(entries: Iterable[Entry]) -> Quarters:
    """The quarters of entries that may overlap: a finer one wins over a coarser one.

    Raises FileRefused where two equally fine ones disagree.
    """
    finest: dict[int, Entry] = {}
    for entry in entries:
        for quarter in range(entry.quarter, entry.quarter + entry.quarter_count):
            other = finest.get(quarter)
            if other is None or entry.quarter_count < other.quarter_count:
                finest[quarter] = entry
            elif entry.quarter_count == other.quarter_count and entry.price != other.price:
                moment = datetime.fromtimestamp(quarter * SECONDS_PER_QUARTER, UTC)
                raise FileRefused(
                    f"the price at {moment:%Y-%m-%d %H:%M} UTC disagrees with the one in {other.place}",
                    place=entry.place,
                )
    quarters = np.array(sorted(finest), dtype=np.int64)
    prices = np.array([finest[quarter].price for quarter in quarters.tolist()], dtype=np.int64)
    of_hours = [finest[quarter].quarter_count > 1 for quarter in quarters.tolist()]
    return Quarters(quarters, prices, np.array(of_hours, dtype=np.bool_))


def with_lengths(starts: Sequence[tuple[int, int, str]]) -> list[Entry]:
    """Entries from (quarter, price, place) whose file does not say how long each price lasts.

    A price lasts as long as the shorter way to its neighbours, an hour at the most; one that does not start with the hour
    is a quarter-hour's, and so is one without neighbours.
    """
    ordered = sorted({quarter for quarter, _, _ in starts})
    lengths: dict[int, int] = {}
    for index, quarter in enumerate(ordered):
        ways = [QUARTERS_PER_HOUR] if len(ordered) > 1 else [1]
        if quarter % QUARTERS_PER_HOUR:
            ways.append(1)
        if index:
            ways.append(quarter - ordered[index - 1])
        if index + 1 < len(ordered):
            ways.append(ordered[index + 1] - quarter)
        lengths[quarter] = 1 if min(ways) < QUARTERS_PER_HOUR else QUARTERS_PER_HOUR
    return [Entry(quarter, lengths[quarter], price, place) for quarter, price, place in starts]
