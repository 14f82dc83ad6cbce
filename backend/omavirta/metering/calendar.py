"""The market's calendar: local days of Europe/Helsinki, and the intervals that divide them.

A day is an integer, days since 1970-01-01, and means the local day: from one local midnight to the next. It has
92, 96 or 100 quarter-hours (23, 24 or 25 hours) because of the clock changes. Periods are half-open ranges of days.
Instants are integers: seconds since 1970-01-01T00:00Z, or quarter-hours since then (every edge is a whole quarter).

The calendar covers 1970-01-01 to 2199-12-31; a day outside raises `CalendarRangeError`. For the future the clock
changes are those that the installed time zone data foresees.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from zoneinfo import ZoneInfo

import numpy as np
from numpy.typing import NDArray

TIME_ZONE_NAME = "Europe/Helsinki"
TIME_ZONE = ZoneInfo(TIME_ZONE_NAME)
SECONDS_PER_QUARTER = 900
QUARTERS_PER_HOUR = 4
MINUTES_PER_HOUR = 60
MINUTES_PER_QUARTER = 15
PRELIMINARY_DAYS = 11
"""Values are final for the imbalance settlement on the eleventh day after delivery (Fingrid Datahub)."""
FIRST_DATE = date(1970, 1, 1)
LAST_DATE = date(2199, 12, 31)

Int64Array = NDArray[np.int64]


class Resolution(Enum):
    YEAR = "YEAR"
    MONTH = "MONTH"
    DAY = "DAY"
    HOUR = "HOUR"
    QUARTER_HOUR = "QUARTER_HOUR"


class CalendarRangeError(ValueError):
    """A day that the calendar does not cover."""


class Intervals(NamedTuple):
    """The intervals of a period as columns: ISO 8601 with the offset of the moment (`2025-10-26T03:00:00+02:00`).

    `starts[i + 1] == ends[i]`. The lists are the caller's own.
    """

    starts: list[str]
    ends: list[str]


def day_number(day: date) -> int:
    return day.toordinal() - _FIRST_ORDINAL


def day_date(day: int) -> date:
    return date.fromordinal(day + _FIRST_ORDINAL)


def day_start(day: int) -> int:
    """The day's first instant in seconds; the day ends where the next one starts."""
    return int(day_starts(day, day)[0])


def day_starts(from_day: int, to_day: int) -> Int64Array:
    """The start of each day of [from_day, to_day) and the end of the last, in seconds: one value more than days."""
    _require_covered(from_day, to_day)
    return _all_day_starts()[from_day : to_day + 1]


def month_days(month: int) -> tuple[int, int]:
    """The local days [first, end) of a month that is counted since year 0: 12 times the year and the month from 0."""
    first = date(month // 12, month % 12 + 1, 1)
    return day_number(first), day_number(_next_month(first))


def slots_of_day(day: int, resolution_minutes: int) -> int:
    """How many slots of 15 or 60 minutes the day has: 92, 96, 100, or 23, 24, 25."""
    starts = day_starts(day, day + 1)
    return int(starts[1] - starts[0]) // (resolution_minutes * 60)


def locate_quarters(quarters: Int64Array) -> tuple[Int64Array, Int64Array]:
    """The local day of each quarter-hour (counted since 1970-01-01T00:00Z), and its position in that day."""
    if not len(quarters):
        return quarters, quarters
    starts = _all_day_starts()
    # Local midnight is 22:00Z or 21:00Z of the day before: guess with winter's offset, then correct summer's hour.
    days = (quarters + 2 * QUARTERS_PER_HOUR) // 96
    _require_covered(int(days.min()), int(days.max()) + 1)
    days += quarters * SECONDS_PER_QUARTER >= starts[days + 1]
    return days, quarters - starts[days] // SECONDS_PER_QUARTER


def intervals(from_day: int, to_day: int, resolution: Resolution) -> Intervals:
    """The intervals of [from_day, to_day) in order. Months and years are clipped to the period."""
    edges = edge_strings(from_day, to_day, resolution)
    return Intervals(edges[:-1], edges[1:])


def edge_strings(from_day: int, to_day: int, resolution: Resolution) -> list[str]:
    """Where the intervals of [from_day, to_day) start, and where the last ends, as ISO 8601 with offsets."""
    _require_covered(from_day, to_day)
    if resolution in _SLOTTED:
        edges: list[str] = []
        for edges_of_month, first, last in _month_slices(from_day, to_day, resolution):
            edges += edges_of_month.strings[first:last]
        edges.append(_midnight_string(to_day))
        return edges
    return [_midnight_string(int(day)) for day in edge_days(from_day, to_day, resolution)]


def starts_text(from_day: int, to_day: int, resolution: Resolution) -> bytes:
    """The starts that `intervals` gives as the text of a JSON array."""
    return b"[%b]" % _edges_text(from_day, to_day, resolution)[: -_EDGE_BYTES - 1]


def ends_text(from_day: int, to_day: int, resolution: Resolution) -> bytes:
    """The ends that `intervals` gives as the text of a JSON array."""
    return b"[%b]" % _edges_text(from_day, to_day, resolution)[_EDGE_BYTES:-1]


def edge_days(from_day: int, to_day: int, resolution: Resolution) -> Int64Array:
    """The days on which the DAY, MONTH or YEAR intervals of [from_day, to_day) start, and the day after the last.

    Not to be written into.
    """
    _require_covered(from_day, to_day)
    if resolution is Resolution.DAY:
        return np.arange(from_day, to_day + 1, dtype=np.int64)
    return _month_or_year_edges(from_day, to_day, resolution)


def edge_instants(from_day: int, to_day: int, resolution: Resolution) -> Int64Array:
    """The same edges as `edge_strings`, in seconds since 1970-01-01T00:00Z."""
    if resolution in _SLOTTED:
        starts = day_starts(from_day, to_day)
        return np.arange(starts[0], starts[-1] + 1, _SLOTTED[resolution] * 60, dtype=np.int64)
    days = edge_days(from_day, to_day, resolution)
    return day_starts(from_day, to_day)[days - from_day]


def iso_instant(instant: int) -> str:
    """An instant (seconds) as local time with its offset."""
    return datetime.fromtimestamp(instant, TIME_ZONE).isoformat()


_FIRST_ORDINAL = FIRST_DATE.toordinal()
_LAST_DAY = LAST_DATE.toordinal() - _FIRST_ORDINAL
_SLOTTED = {Resolution.HOUR: MINUTES_PER_HOUR, Resolution.QUARTER_HOUR: MINUTES_PER_QUARTER}


def _require_covered(from_day: int, to_day: int) -> None:
    if from_day < 0 or to_day > _LAST_DAY + 1:
        raise CalendarRangeError(f"the calendar covers the days from {FIRST_DATE} to {LAST_DATE}")
    if to_day < from_day:
        raise CalendarRangeError("the period ends before it starts")


@lru_cache(maxsize=1)
def _all_day_starts() -> Int64Array:
    """Every local midnight: 84,000 integers, made on first use. They follow the offset, which changes twice a year."""
    starts = np.arange(0, (_LAST_DAY + 2) * 86_400, 86_400, dtype=np.int64)
    changes = [day for year in range(FIRST_DATE.year, LAST_DATE.year + 2) for day in _days_of_change(year)]
    offset = _offset_at_midnight(FIRST_DATE)
    for day, following in zip([0, *changes], [*changes, len(starts)], strict=True):
        if day:
            offset = _offset_at_midnight(day_date(day))
        starts[day:following] -= offset
    starts.flags.writeable = False
    return starts


def _days_of_change(year: int) -> Iterator[int]:
    """The days of a year whose midnight has another offset than the midnight before."""
    edges = [date(year, month, 1) for month in range(1, 13)] + [date(year + 1, 1, 1)]
    for first, last in pairwise(edges):
        if _offset_at_midnight(first) == _offset_at_midnight(last):
            continue
        day = first
        while _offset_at_midnight(day) == _offset_at_midnight(first):
            day += timedelta(days=1)
        if day_number(day) <= _LAST_DAY + 1:
            yield day_number(day)


def _offset_at_midnight(day: date) -> int:
    offset = datetime(day.year, day.month, day.day, tzinfo=TIME_ZONE).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def _midnight_string(day: int) -> str:
    # One past the calendar's last day is still the end of a period.
    return iso_instant(day_start(day))


def _month_parts(from_day: int, to_day: int) -> Iterator[tuple[int, int, date]]:
    """[first, last) of each calendar month's part in the period, with the month's first date."""
    day = from_day
    while day < to_day:
        month = day_date(day).replace(day=1)
        following = day_number(_next_month(month))
        yield day, min(following, to_day), month
        day = following


def _next_month(month: date) -> date:
    return date(month.year + month.month // 12, month.month % 12 + 1, 1)


class _MonthEdges(NamedTuple):
    """The starts of a month's slots."""

    strings: list[str]
    text: bytes
    """The same as JSON strings, each with its comma: `_EDGE_BYTES` a slot."""
    day_offsets: list[int]
    """For each of the month's days, and the next, where the day's slots begin."""


_EDGE_BYTES = len('"2025-10-26T03:00:00+02:00",')


def _edges_text(from_day: int, to_day: int, resolution: Resolution) -> bytes:
    """`edge_strings` as JSON strings, each with its comma."""
    if resolution not in _SLOTTED:
        return _day_edges_text(from_day, to_day, resolution)
    _require_covered(from_day, to_day)
    parts = [
        edges.text[_EDGE_BYTES * first : _EDGE_BYTES * last]
        for edges, first, last in _month_slices(from_day, to_day, resolution)
    ]
    return b"".join([*parts, _json_strings([_midnight_string(to_day)])])


def _json_strings(edges: list[str]) -> bytes:
    return "".join([f'"{edge}",' for edge in edges]).encode()


def _month_slices(
    from_day: int, to_day: int, resolution: Resolution
) -> Iterator[tuple[_MonthEdges, int, int]]:
    """The edges of each month of the period, and which of them, [first, last), lie in it."""
    of_month = _hours_of_month if resolution is Resolution.HOUR else _quarters_of_month
    for first, last, month in _month_parts(from_day, to_day):
        edges, month_start = of_month(month), day_number(month)
        yield edges, edges.day_offsets[first - month_start], edges.day_offsets[last - month_start]


# The same periods are asked for all day, by everyone: the last twelve months, this year.
@lru_cache(maxsize=256)
def _month_or_year_edges(from_day: int, to_day: int, resolution: Resolution) -> Int64Array:
    if resolution is Resolution.MONTH:
        starts = [first for first, _, _ in _month_parts(from_day, to_day)]
    elif resolution is Resolution.YEAR:
        starts = [first for first, _, month in _month_parts(from_day, to_day) if month.month == 1]
        if not starts or starts[0] != from_day:
            starts.insert(0, from_day)
    else:
        raise ValueError(f"{resolution} does not divide a period into days")
    edges = np.array([*starts, to_day], dtype=np.int64)
    edges.flags.writeable = False
    return edges


@lru_cache(maxsize=64)
def _day_edges_text(from_day: int, to_day: int, resolution: Resolution) -> bytes:
    return _json_strings(edge_strings(from_day, to_day, resolution))


# A month of quarters is about 0.33 MB of strings and text, one of hours a fourth: the caches hold three years and eleven.
@lru_cache(maxsize=36)
def _quarters_of_month(month: date) -> _MonthEdges:
    return _make_month_edges(month, MINUTES_PER_QUARTER)


@lru_cache(maxsize=132)
def _hours_of_month(month: date) -> _MonthEdges:
    return _make_month_edges(month, MINUTES_PER_HOUR)


def _make_month_edges(month: date, minutes: int) -> _MonthEdges:
    from_day, to_day = day_number(month), day_number(_next_month(month))
    starts = day_starts(from_day, to_day)
    strings: list[str] = []
    day_offsets = [0]
    for index in range(to_day - from_day):
        start, end = int(starts[index]), int(starts[index + 1])
        midnight = iso_instant(start)
        if end - start == 86_400 and iso_instant(end - 1)[-6:] == midnight[-6:]:
            strings += [midnight[:10] + time + midnight[-6:] for time in _times_of_day(minutes)]
        else:
            strings += [iso_instant(instant) for instant in range(start, end, minutes * 60)]
        day_offsets.append(len(strings))
    return _MonthEdges(strings, _json_strings(strings), day_offsets)


@lru_cache(maxsize=2)
def _times_of_day(minutes: int) -> list[str]:
    return [f"T{minute // 60:02}:{minute % 60:02}:00" for minute in range(0, 1440, minutes)]
