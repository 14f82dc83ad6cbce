"""How much energy the rest of a month will take: a pure function of what was metered.

A day that is to come is taken from the same weekday a year before (364 days), scaled by what the last four weeks were to the
same four weeks then. Where that day is not known, one a week before or after it stands in; where no year before is known,
the mean of the same weekdays of the last four weeks. Days are laid on the clock of 96 quarters, so that the days of the
clock changes fit any other.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.calendar import SECONDS_PER_QUARTER, Int64Array, day_starts

QUARTERS_OF_CLOCK = 96
YEAR_BEFORE = 364
"""Days: 52 weeks, so that weekdays fall on weekdays."""
STAND_INS = (YEAR_BEFORE, YEAR_BEFORE + 7, YEAR_BEFORE - 7)
RECENT_DAYS = 28
FEWEST_COMPARED_DAYS = 14
"""In both years: with fewer, last year is taken as it was."""
FEWEST_RECENT_DAYS = 7
LEAST_SCALE, MOST_SCALE = 0.5, 2.0
"""A home that uses half of last year's, or twice, has changed in ways that four weeks do not tell."""

DAYS_BEFORE = STAND_INS[1] + RECENT_DAYS
"""How far before a month its forecast looks."""

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


class History(NamedTuple):
    """The quarter-hours of the local days [from_day, to_day), known or not."""

    from_day: int
    to_day: int
    energy_micro_kwh: Int64Array
    known: BoolArray


@dataclass(frozen=True, slots=True)
class MonthOfEnergy:
    """The quarter-hours of a month: metered on its complete days, forecast on the others."""

    energy_micro_kwh: Int64Array
    metered: BoolArray
    metered_until: int | None
    """The day after the last that is complete, in the month or the four weeks before it; None where none is."""
    days_forecast: int
    by_last_year: int
    """Of the forecast days, those that a year before stands for."""
    is_whole: bool
    """Whether there was something to make every day from; else the days that there was not are zero."""


def forecast_month(history: History, from_day: int, to_day: int) -> MonthOfEnergy:
    """The local days [from_day, to_day), which are the last of the history. It reaches `DAYS_BEFORE` before them."""
    days = _Days(history)
    metered_days = days.complete[from_day - history.from_day :]
    wanted = [day for day in range(from_day, to_day) if not days.complete[day - history.from_day]]
    lately = days.complete_since(from_day - RECENT_DAYS)
    recent = lately[lately > lately[-1] - RECENT_DAYS] if len(lately) else lately
    scale = days.scale(recent)
    energy = history.energy_micro_kwh[days.position(from_day) :].copy()
    by_last_year = missing = 0
    for day in wanted:
        shape = days.year_before(day)
        if shape is not None:
            by_last_year += 1
            shape = shape * scale
        else:
            shape = days.of_recent_weekdays(day, recent)
        if shape is None:
            missing += 1
            shape = np.zeros(QUARTERS_OF_CLOCK)
        first, end = days.position(day), days.position(day + 1)
        offset = days.position(from_day)
        energy[first - offset : end - offset] = np.rint(shape[days.clock[first:end]])
    metered = np.repeat(metered_days, np.diff(days.starts[from_day - history.from_day :]))
    return MonthOfEnergy(
        energy,
        metered,
        history.from_day + int(lately[-1]) + 1 if len(lately) else None,
        len(wanted),
        by_last_year,
        missing == 0,
    )


def clock_positions(from_day: int, to_day: int) -> Int64Array:
    """Of each quarter-hour of [from_day, to_day) which of the 96 of a clock's day it is, by local time."""
    counts = np.diff(day_starts(from_day, to_day)) // SECONDS_PER_QUARTER
    if (counts == QUARTERS_OF_CLOCK).all():
        return np.tile(np.arange(QUARTERS_OF_CLOCK), len(counts))
    return np.concatenate([_CLOCKS[count] for count in counts.tolist()])


_PLAIN = np.arange(QUARTERS_OF_CLOCK)
_CLOCKS = {
    # In spring the hour from 3 to 4 is left out; in autumn it comes twice.
    92: np.delete(_PLAIN, slice(12, 16)),
    96: _PLAIN,
    100: np.insert(_PLAIN, 16, _PLAIN[12:16]),
}


class _Days:
    """A history by days on the clock."""

    def __init__(self, history: History) -> None:
        self.from_day = history.from_day
        starts = day_starts(history.from_day, history.to_day)
        self.starts: Int64Array = (starts - starts[0]) // SECONDS_PER_QUARTER
        self.clock = clock_positions(history.from_day, history.to_day)
        count = history.to_day - history.from_day
        self.complete: BoolArray = np.logical_and.reduceat(history.known, self.starts[:-1])
        day_of = np.repeat(np.arange(count), np.diff(self.starts))
        places = day_of * QUARTERS_OF_CLOCK + self.clock
        size = count * QUARTERS_OF_CLOCK
        times = np.bincount(places, minlength=size).reshape(count, QUARTERS_OF_CLOCK)
        sums = np.bincount(places, weights=history.energy_micro_kwh, minlength=size)
        # The hour that comes twice counts as its mean; the one that is left out as the hour before it.
        self.shapes: FloatArray = sums.reshape(count, QUARTERS_OF_CLOCK) / np.maximum(times, 1)
        for day in np.flatnonzero((times == 0).any(axis=1)).tolist():
            self.shapes[day, 12:16] = self.shapes[day, 8:12]
        self.totals: FloatArray = self.shapes.sum(axis=1)

    def position(self, day: int) -> int:
        return int(self.starts[day - self.from_day])

    def complete_since(self, day: int) -> Int64Array:
        """Which days from this one on are complete, as positions."""
        first = max(day - self.from_day, 0)
        return np.flatnonzero(self.complete[first:]) + first

    def scale(self, recent: Int64Array) -> float:
        """What these days were to the same ones a year before."""
        both = recent[recent >= YEAR_BEFORE]
        both = both[self.complete[both - YEAR_BEFORE]]
        then = float(self.totals[both - YEAR_BEFORE].sum())
        if len(both) < FEWEST_COMPARED_DAYS or then <= 0:
            return 1.0
        return min(max(float(self.totals[both].sum()) / then, LEAST_SCALE), MOST_SCALE)

    def year_before(self, day: int) -> FloatArray | None:
        for back in STAND_INS:
            index = day - self.from_day - back
            if index >= 0 and self.complete[index]:
                shape: FloatArray = self.shapes[index]
                return shape
        return None

    def of_recent_weekdays(self, day: int, recent: Int64Array) -> FloatArray | None:
        """Of the same weekday, or where none is known of all of them."""
        if len(recent) < FEWEST_RECENT_DAYS:
            return None
        same = recent[(recent - (day - self.from_day)) % 7 == 0]
        mean: FloatArray = self.shapes[same if len(same) else recent].mean(axis=0)
        return mean
