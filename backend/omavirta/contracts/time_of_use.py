"""Which quarter-hours are day or night, winter weekday or other (Decree 767/2021, chapter 7, 2 §).

Day energy is from 07:00 to 22:00 local time on every day. Winter weekday energy is the day energy of Mondays to Saturdays
from 1 November to 31 March.
"""

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.calendar import SECONDS_PER_QUARTER, day_starts

_QUARTERS_OF_USUAL_DAY = 96
_DAY_ENERGY_FROM = 7 * 4
_DAY_ENERGY_TO = 22 * 4
_WINTER_MONTHS = (11, 12, 1, 2, 3)
_SUNDAY = 6


def day_energy(from_day: int, to_day: int) -> NDArray[np.bool_]:
    """For each quarter of the local days [from_day, to_day)."""
    counts = _quarters_a_day(from_day, to_day)
    ends = np.cumsum(counts)
    # Clocks change before 07:00, so the wall clock is counted back from the day's end.
    wall = np.arange(int(counts.sum())) - np.repeat(ends, counts) + _QUARTERS_OF_USUAL_DAY
    found: NDArray[np.bool_] = (wall >= _DAY_ENERGY_FROM) & (wall < _DAY_ENERGY_TO)
    return found


def winter_weekday_energy(from_day: int, to_day: int) -> NDArray[np.bool_]:
    """For each quarter of the local days [from_day, to_day)."""
    days = np.arange(from_day, to_day, dtype=np.int64)
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64) % 12 + 1
    # 1970-01-01 was a Thursday.
    chosen = np.isin(months, _WINTER_MONTHS) & ((days + 3) % 7 != _SUNDAY)
    found: NDArray[np.bool_] = np.repeat(chosen, _quarters_a_day(from_day, to_day))
    return found & day_energy(from_day, to_day)


def _quarters_a_day(from_day: int, to_day: int) -> NDArray[np.int64]:
    counts: NDArray[np.int64] = np.diff(day_starts(from_day, to_day)) // SECONDS_PER_QUARTER
    return counts
