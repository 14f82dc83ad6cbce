"""What the asker's homes used against similar homes, against the year before, and year by year: read for many at once.

Only the days of the asker's own contracts count, on every side: what was used before one moved in is never told, summed or
used to say how large a home is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from omavirta.api.access import Access
from omavirta.contracts.similar_homes import EVERY_HOME, ComputedGroup, read_groups
from omavirta.contracts.supply import DayRange, supply_periods
from omavirta.metering.comparison import Home, HomeGroup, HomeSizeUnit, Months, compared_months
from omavirta.metering.comparison_statistics import (
    PublishedOthers,
    holds,
    is_large_enough,
    published,
    without,
)
from omavirta.metering.comparison_years import YearOnYear, compare_with_year_before, period_a_year_before
from omavirta.metering.homes import LastChange, homes_of, last_changes
from omavirta.metering.months import MonthSum, read_months
from omavirta.metering.reading import Series, SeriesDays, read_totals
from omavirta.storage.database import Database


class SimilarHomesStatus(StrEnum):
    AVAILABLE = "AVAILABLE"
    GROUP_TOO_SMALL = "GROUP_TOO_SMALL"
    HOME_UNKNOWN = "HOME_UNKNOWN"
    NOT_WHOLE_MONTHS = "NOT_WHOLE_MONTHS"
    NOT_COMPLETE = "NOT_COMPLETE"
    NOT_COMPUTED = "NOT_COMPUTED"


@dataclass(frozen=True, slots=True)
class SimilarHomes:
    status: SimilarHomesStatus
    group: HomeGroup | None = None
    own_micro_kwh: int | None = None
    others: PublishedOthers | None = None
    """Where the status is AVAILABLE."""


async def similar_homes(
    database: Database, access: Access, point_ids: Sequence[UUID], from_day: int, to_day: int
) -> dict[UUID, SimilarHomes]:
    """Each of these points against its group on the local days [from_day, to_day); five statements for them all."""
    months = compared_months(from_day, to_day)
    if months is None:
        return dict.fromkeys(point_ids, SimilarHomes(SimilarHomesStatus.NOT_WHOLE_MONTHS))
    if not point_ids:
        return {}
    supplied = await supply_periods(database, access, point_ids)
    homes = await homes_of(database, point_ids)
    before = months.year_before
    energies = await read_months(database, point_ids, Series.CONSUMPTION, before.first, months.end)
    own = {id_: _own(homes[id_], months, energies[id_], supplied.get(id_, [])) for id_ in point_ids}
    keys = [each.group.key for each in own.values() if each.group is not None]
    groups = await read_groups(database, months, keys)
    changes = await last_changes(
        database, point_ids, Series.CONSUMPTION, before.from_day, months.from_day, months.to_day
    )
    return {id_: _placed(each, groups, changes.get(id_)) for id_, each in own.items()}


async def year_on_year(
    database: Database, access: Access, point_ids: Sequence[UUID], from_day: int, to_day: int
) -> dict[UUID, YearOnYear]:
    """Each of these points against the same dates a year before; two statements for them all."""
    supplied = await supply_periods(database, access, point_ids)
    periods = (from_day, to_day), period_a_year_before(from_day, to_day)
    totals = await read_totals(
        database,
        [SeriesDays(id_, Series.CONSUMPTION, (period,)) for period in periods for id_ in point_ids],
    )
    days, before = totals[: len(point_ids)], totals[len(point_ids) :]
    return {
        id_: compare_with_year_before(of_days, of_before, supplied.get(id_, []))
        for id_, of_days, of_before in zip(point_ids, days, before, strict=True)
    }


def covers(periods: Iterable[DayRange], from_day: int, to_day: int) -> bool:
    """Whether the periods together hold every day of [from_day, to_day)."""
    reached = from_day
    for first, end in sorted(periods):
        if first <= reached:
            reached = max(reached, end)
    return reached >= to_day


def _own(
    home: Home, months: Months, energies: Sequence[MonthSum], supplied: Sequence[DayRange]
) -> SimilarHomes:
    """What the home used and which group it is in; NOT_COMPUTED until that is looked up."""
    year_before = _whole_sum(months.year_before, energies, supplied)
    group = home.group(year_before)
    if group is None:
        return SimilarHomes(SimilarHomesStatus.HOME_UNKNOWN)
    used = _whole_sum(months, energies, supplied)
    if used is None:
        return SimilarHomes(SimilarHomesStatus.NOT_COMPLETE, group)
    return SimilarHomes(SimilarHomesStatus.NOT_COMPUTED, group, used)


def _whole_sum(months: Months, energies: Sequence[MonthSum], supplied: Sequence[DayRange]) -> int | None:
    """Micro-kWh of the months; None unless every day is known whole and the asker's own."""
    chosen = [each for each in energies if months.first <= each.month < months.end]
    days = months.to_day - months.from_day
    if sum(each.complete_days for each in chosen) < days or not covers(
        supplied, months.from_day, months.to_day
    ):
        return None
    return sum(each.total_micro_kwh for each in chosen)


def _placed(
    own: SimilarHomes, groups: Mapping[str, ComputedGroup], changed: LastChange | None
) -> SimilarHomes:
    """The home in its group, without it."""
    if own.group is None or own.own_micro_kwh is None or EVERY_HOME not in groups:
        return own
    computed = groups.get(own.group.key)
    if computed is None or not is_large_enough(computed.group):
        return SimilarHomes(SimilarHomesStatus.GROUP_TOO_SMALL, own.group, own.own_micro_kwh)
    if _has_changed(own.group, changed, computed.computed_at) or not holds(computed.group, own.own_micro_kwh):
        # What is known now is not in the group, so it cannot be taken out of it.
        return own
    return SimilarHomes(
        SimilarHomesStatus.AVAILABLE,
        own.group,
        own.own_micro_kwh,
        published(without(computed.group, own.own_micro_kwh)),
    )


def _has_changed(group: HomeGroup, changed: LastChange | None, computed_at: int) -> bool:
    """Whether what the group was computed from has come or changed since, for this home."""
    if changed is None:
        return False
    by_use = group.size_unit is HomeSizeUnit.KWH_A_YEAR
    return max(changed.of_months, changed.of_year_before if by_use else 0) > computed_at
