"""Which metering points a customer may see, and for which days: those of the customer's own contracts.

What another household used before or after is not the customer's to see (Electricity Market Act 75 f §; Datahub gives a
retailer nothing outside the contract period either).
"""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from omavirta.api.access import Access
from omavirta.metering.calendar import FIRST_DATE, LAST_DATE, day_number
from omavirta.storage.database import Database, as_date, as_uuid, placeholders
from omavirta.storage.paging import PagedList, PageOfRows, PageRequest, fetch_pages

SUPPLIED_POINTS = PagedList(
    source="(SELECT DISTINCT customer_id, metering_point_id FROM contract) AS supplied",
    owner="customer_id",
    columns="metering_point_id",
    keys=(("metering_point_id", UUID),),
    descending=False,
)

DayRange = tuple[int, int]
"""Local days [from, to), as day numbers."""


async def supplied_points(
    database: Database, access: Access, customer_ids: Sequence[UUID], page: PageRequest
) -> dict[UUID, PageOfRows[UUID]]:
    """A page of the ids of each customer's metering points, in the order in which they were made."""
    mine = [id_ for id_ in customer_ids if id_ in access.customer_ids]
    if not mine:
        return {}
    condition, values = access.reach_condition()
    return await fetch_pages(
        database,
        SUPPLIED_POINTS,
        mine,
        page,
        lambda row: as_uuid(row[0]),
        condition=condition,
        values=values,
    )


async def supply_periods(
    database: Database, access: Access, metering_point_ids: Sequence[UUID]
) -> dict[UUID, list[DayRange]]:
    """The local days of the asker's contracts for each of these points. A point that is not there is not the asker's."""
    reached = access.reachable(metering_point_ids)
    if not access.customer_ids or not reached:
        return {}
    customers = placeholders(1, len(access.customer_ids))
    points = placeholders(1 + len(access.customer_ids), len(reached))
    rows = await database.fetch_few(
        "SELECT metering_point_id, start_date, end_date FROM contract"
        f" WHERE customer_id IN ({customers}) AND metering_point_id IN ({points}) ORDER BY start_date",
        *access.customer_ids,
        *reached,
    )
    periods: dict[UUID, list[DayRange]] = {}
    for row in rows:
        period = covered_days(as_date(row[1]), None if row[2] is None else as_date(row[2]))
        if period[0] < period[1]:
            periods.setdefault(as_uuid(row[0]), []).append(period)
    return periods


def covered_days(start: date, end: date | None) -> DayRange:
    """A contract's days, from its first to its last, as far as the calendar reaches."""
    last = LAST_DATE if end is None else _covered(end)
    return day_number(_covered(start)), day_number(last) + 1


def _covered(day: date) -> date:
    """Registers write 9999-12-31 for "no end" and 1900-01-01 for "long ago"; the calendar reaches to neither."""
    return min(max(day, FIRST_DATE), LAST_DATE)
