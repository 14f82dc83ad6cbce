"""A period against the same calendar dates a year before: pure."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from omavirta.metering.calendar import FIRST_DATE, day_date, day_number
from omavirta.metering.quality import Quality
from omavirta.metering.series import DayTotal

DayRange = tuple[int, int]


class YearOnYear(NamedTuple):
    """Sums in micro-kWh over the days that are compared."""

    total: int
    year_before: int
    compared_days: int


def same_day_a_year_before(day: int) -> int | None:
    """The day of the same date; None for 29 February, and where the calendar does not reach."""
    found = day_date(day)
    if (found.month, found.day) == (2, 29) or found.year == FIRST_DATE.year:
        return None
    return day_number(date(found.year - 1, found.month, found.day))


def period_a_year_before(from_day: int, to_day: int) -> DayRange:
    """Days [from, to) that hold the same dates of the year before, and no others but a 29 February; empty where none is."""
    days = [found for day in range(from_day, to_day) if (found := same_day_a_year_before(day)) is not None]
    return (days[0], days[-1] + 1) if days else (from_day, from_day)


def compare_with_year_before(
    days: Sequence[DayTotal], year_before: Sequence[DayTotal], visible: Sequence[DayRange]
) -> YearOnYear:
    """The sums over the days that are complete in both years and visible in both.

    A day is compared as it was, also where the clock changed on one of the two and it had 23 or 25 hours.
    """
    before = {day.day: day.total_micro_kwh or 0 for day in year_before if _is_compared(day, visible)}
    total = total_before = count = 0
    for day in days:
        partner = same_day_a_year_before(day.day)
        if partner in before and _is_compared(day, visible):
            total += day.total_micro_kwh or 0
            total_before += before[partner]
            count += 1
    return YearOnYear(total, total_before, count)


def _is_compared(day: DayTotal, visible: Sequence[DayRange]) -> bool:
    return day.quality < Quality.PARTIALLY_MISSING and any(first <= day.day < end for first, end in visible)
