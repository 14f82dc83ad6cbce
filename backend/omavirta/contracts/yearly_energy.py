"""What the asker used in each past calendar year, for the annual report (Energy Efficiency Act 1429/2014, 25 §)."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

import numpy as np

from omavirta.api.access import Access
from omavirta.contracts.supply import DayRange, supply_periods
from omavirta.metering.calendar import Resolution, day_number, day_start
from omavirta.metering.comparison import Months
from omavirta.metering.months import read_months
from omavirta.metering.quality import Quality, combine
from omavirta.metering.reading import Series, SeriesDays, read_totals
from omavirta.metering.series import DayTotal, View, from_totals
from omavirta.storage.database import Database

REPORTED_YEARS = 4
"""A report tells of its year and the three before, as far as the customership reaches."""


class YearEnergy(NamedTuple):
    year: int
    energy_micro_kwh: int | None
    """The sum of what is known of the asker's own days; None where nothing is."""
    quality: Quality
    """Of the asker's own days alone."""


async def reported_years(
    database: Database, access: Access, point_ids: Sequence[UUID], today: date
) -> dict[UUID, list[int]]:
    """The years that are over, the newest first, in which something was metered while the asker had a contract."""
    supplied = await supply_periods(database, access, point_ids)
    months = await read_months(database, point_ids, Series.CONSUMPTION, 0, today.year * 12)
    return {
        id_: sorted(
            {
                each.month // 12
                for each in months[id_]
                if _overlaps(supplied.get(id_, []), Months(each.month, 1))
            },
            reverse=True,
        )
        for id_ in point_ids
    }


async def yearly_energies(
    database: Database, access: Access, point_ids: Sequence[UUID], first_year: int, last_year: int
) -> dict[UUID, list[YearEnergy]]:
    """The years from the last to the first of each point, those without a day of the asker's left out."""
    supplied = await supply_periods(database, access, point_ids)
    from_day, to_day = day_number(date(first_year, 1, 1)), day_number(date(last_year + 1, 1, 1))
    totals = await read_totals(
        database, [SeriesDays(id_, Series.CONSUMPTION, ((from_day, to_day),)) for id_ in point_ids]
    )
    years = range(last_year, first_year - 1, -1)
    return {
        id_: own_years(own, supplied.get(id_, []), years) for id_, own in zip(point_ids, totals, strict=True)
    }


def own_years(
    totals: Sequence[DayTotal], supplied: Sequence[DayRange], years: Sequence[int]
) -> list[YearEnergy]:
    found = []
    for year in years:
        first, end = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
        days = from_totals(View(first, end, Resolution.DAY, day_start(end), supplied), totals)
        own = days.quality_codes[days.quality_codes != Quality.NO_CONTRACT]
        if not len(own):
            continue
        quality = combine(map(Quality, np.unique(own).tolist()))
        # Other days count for nothing in the sum.
        found.append(YearEnergy(year, days.total_micro_kwh if quality.is_known else None, quality))
    return found


def _overlaps(periods: Sequence[DayRange], months: Months) -> bool:
    return any(first < months.to_day and months.from_day < end for first, end in periods)
