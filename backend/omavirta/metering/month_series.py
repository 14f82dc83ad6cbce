"""MONTH and YEAR intervals out of the sums that are kept of months (`metering.months`), which open no day: pure functions.

Where a month's sum does not tell all, because only some of its days are asked for or may be seen, or none of them is known
whole, its days' totals do.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

import numpy as np

from omavirta.metering.calendar import Resolution, day_date, edge_days
from omavirta.metering.months import MonthSum, month_of_day
from omavirta.metering.quality import Quality
from omavirta.metering.series import DayTotal, EnergySeries, View, combine_groups, from_totals, whole

MONTHS_PER_YEAR = 12


def months_by_days(view: View, months: Mapping[int, MonthSum]) -> list[tuple[int, int]]:
    """The days [first, end) of which the sums of months tell not all that MONTH or YEAR intervals of the view need."""
    return [
        (first, end)
        for first, end, month in _months_of(view)
        if (found := months.get(month)) is not None and not _is_told(view, first, end, found)
    ]


def from_months(view: View, months: Mapping[int, MonthSum], totals: Iterable[DayTotal]) -> EnergySeries:
    """MONTH or YEAR out of the sums of months, and the stored totals of the days of `months_by_days`.

    Months are keyed by 12 times the year and the month from 0; those of which no day is stored are left out.
    """
    by_days = from_totals(replace(view, resolution=Resolution.MONTH), totals)
    energy, codes = by_days.energy_micro_kwh, by_days.quality_codes
    cells = _months_of(view)
    for index, (first, end, month) in enumerate(cells):
        found = months.get(month)
        if found is not None and _is_told(view, first, end, found):
            energy[index] = found.total_micro_kwh
            is_complete = found.complete_days == end - first
            codes[index] = found.worst_quality if is_complete else Quality.PARTIALLY_MISSING
    if view.resolution is Resolution.YEAR and cells:
        starts = [
            index for index, (_, _, month) in enumerate(cells) if index == 0 or month % MONTHS_PER_YEAR == 0
        ]
        edges = np.array([*starts, len(cells)], dtype=np.int64)
        energy = np.add.reduceat(energy, edges[:-1])
        codes = combine_groups(codes, edges)
    return whole(view, energy, codes)


def _months_of(view: View) -> list[tuple[int, int, int]]:
    """[first, end) of each month's days in the view, and the month."""
    edges = edge_days(view.from_day, view.to_day, Resolution.MONTH).tolist()
    return [(first, end, month_of_day(first)) for first, end in pairwise(edges)]


def _is_told(view: View, first: int, end: int, month: MonthSum) -> bool:
    """Whether a month's sum is all there is to tell of it: all of its days are asked for and may be seen, and at least one
    of them is known whole (or what is known of the others, and why it is not, only their days tell).
    """
    is_whole = day_date(first).day == 1 and day_date(end).day == 1
    is_visible = view.visible is None or any(begin <= first and end <= last for begin, last in view.visible)
    return is_whole and is_visible and month.complete_days > 0
