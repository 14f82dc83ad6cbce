"""MONTH and YEAR intervals out of the sums that are kept of months (`metering.months`), which open no day: pure functions.

Where a month's sum does not tell all, because only some of its days are asked for or may be seen, or none of them is known
whole, its days' totals do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from omavirta.metering.calendar import SECONDS_PER_QUARTER, Resolution, day_starts, edge_days, month_days
from omavirta.metering.months import MonthSum, month_of_day
from omavirta.metering.quality import Quality
from omavirta.metering.series import DayTotal, EnergySeries, View, combine_groups, from_totals, whole

MONTHS_PER_YEAR = 12


class MonthCell(NamedTuple):
    """The local days [first, end) of a period that lie in one calendar month."""

    month: int
    """12 times the year and the month from 0."""
    first: int
    end: int
    quarters: int
    is_whole: bool
    """Whether these are all days of the month."""


# The same periods are asked for all day, by everyone.
@lru_cache(maxsize=256)
def month_cells(from_day: int, to_day: int) -> tuple[MonthCell, ...]:
    """The months of a period in order; the first and the last may be parts of theirs."""
    edges = edge_days(from_day, to_day, Resolution.MONTH).tolist()
    starts = day_starts(from_day, to_day) // SECONDS_PER_QUARTER
    return tuple(
        MonthCell(
            month := month_of_day(first),
            first,
            end,
            int(starts[end - from_day] - starts[first - from_day]),
            (first, end) == month_days(month),
        )
        for first, end in pairwise(edges)
    )


def years_of(cells: tuple[MonthCell, ...]) -> list[slice]:
    """The cells of each year."""
    starts = [index for index, cell in enumerate(cells) if index == 0 or cell.month % MONTHS_PER_YEAR == 0]
    return [slice(first, end) for first, end in pairwise([*starts, len(cells)])]


def tell_all(view: View, months: Mapping[int, MonthSum]) -> bool:
    """Whether the sums of months tell all that MONTH or YEAR intervals of the view need: no day, and not how far values have
    been delivered.
    """
    return all(
        (found := months.get(cell.month)) is not None and _is_told(view, cell, found)
        for cell in month_cells(view.from_day, view.to_day)
    )


def months_by_days(view: View, months: Mapping[int, MonthSum]) -> tuple[tuple[int, int], ...]:
    """The ranges [first, end) of days that MONTH or YEAR intervals of the view need besides the sums of months: those that
    may be seen of the months that these tell not all of.
    """
    visible = [(view.from_day, view.to_day)] if view.visible is None else view.visible
    ranges: list[tuple[int, int]] = []
    for cell in month_cells(view.from_day, view.to_day):
        if (found := months.get(cell.month)) is None or _is_told(view, cell, found):
            continue
        for begin, last in sorted(visible):
            first, end = max(cell.first, begin), min(cell.end, last)
            if first >= end:
                continue
            if ranges and first <= ranges[-1][1]:
                # Neighbours are one range, and what two contracts share is read once.
                ranges[-1] = ranges[-1][0], max(ranges[-1][1], end)
            else:
                ranges.append((first, end))
    return tuple(ranges)


def from_months(view: View, months: Mapping[int, MonthSum], totals: Iterable[DayTotal]) -> EnergySeries:
    """MONTH or YEAR out of the sums of months, and the stored totals of the days of `months_by_days`.

    Months of which no day is stored are left out.
    """
    cells = month_cells(view.from_day, view.to_day)
    told = [
        found if (found := months.get(cell.month)) is not None and _is_told(view, cell, found) else None
        for cell in cells
    ]
    if None in told:
        by_days = from_totals(replace(view, resolution=Resolution.MONTH), totals)
        energy, codes = by_days.energy_micro_kwh, by_days.quality_codes
    else:
        energy, codes = np.zeros(len(cells), dtype=np.int64), np.zeros(len(cells), dtype=np.uint8)
    for index, (cell, found) in enumerate(zip(cells, told, strict=True)):
        if found is not None:
            energy[index] = found.total_micro_kwh
            is_complete = found.complete_days == cell.end - cell.first
            codes[index] = found.worst_quality if is_complete else Quality.PARTIALLY_MISSING
    if view.resolution is Resolution.YEAR and cells:
        edges = np.array([*(year.start for year in years_of(cells)), len(cells)], dtype=np.int64)
        energy = np.add.reduceat(energy, edges[:-1])
        codes = combine_groups(codes, edges)
    return whole(view, energy, codes)


def _is_told(view: View, cell: MonthCell, month: MonthSum) -> bool:
    """Whether a month's sum is all there is to tell of it: all of its days are asked for and may be seen, and at least one
    of them is known whole (or what is known of the others, and why it is not, only their days tell).
    """
    return (
        cell.is_whole
        and month.complete_days > 0
        and (
            view.visible is None
            or any(begin <= cell.first and cell.end <= last for begin, last in view.visible)
        )
    )
