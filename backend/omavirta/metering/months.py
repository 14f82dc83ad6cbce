"""Sums of local calendar months, kept in the transaction that writes days (`metering.writing`).

A month is counted since year 0: 12 times the year and the month from 0. Its revision is the sum of its days' revisions, so
it grows with every change of any of them, and what was computed from the month is known to be old.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

from omavirta.metering.calendar import day_date, month_days
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, Transaction, as_uuid, placeholders


class MonthSum(NamedTuple):
    """What is known of a month. `worst_quality` is the greatest code of its stored days; days may be missing."""

    month: int
    total_micro_kwh: int
    revision: int
    complete_days: int
    """How many of its days are known from end to end."""
    worst_quality: int


def month_of_day(day: int) -> int:
    local = day_date(day)
    return local.year * 12 + local.month - 1


async def read_months(
    database: Database, metering_point_ids: Sequence[UUID], series: Series, from_month: int, to_month: int
) -> dict[UUID, list[MonthSum]]:
    """The months of [from_month, to_month) of which any day is stored, of each point."""
    rows = await database.fetch_few(
        "SELECT metering_point_id, month, total_micro_kwh, revision, complete_days, worst_quality"
        " FROM consumption_month WHERE series = $1 AND month >= $2 AND month < $3"
        f" AND metering_point_id IN ({placeholders(4, len(metering_point_ids))})",
        series.value,
        from_month,
        to_month,
        *metering_point_ids,
    )
    found: dict[UUID, list[MonthSum]] = {id_: [] for id_ in metering_point_ids}
    for row in rows:
        found[as_uuid(row[0])].append(MonthSum(row[1], row[2], row[3], row[4], row[5]))
    return found


async def refresh_months(
    transaction: Transaction, series: Series, written: Iterable[tuple[UUID, int]]
) -> None:
    """Sums the months of these days (metering point, day) anew. The points are locked by whoever wrote the days."""
    months = sorted({(point, month_of_day(day)) for point, day in written})
    await transaction.execute_many(
        "INSERT INTO consumption_month (metering_point_id, series, month, total_micro_kwh, revision, complete_days,"
        " worst_quality)"
        " SELECT metering_point_id, series, CAST($1 AS INT), SUM(COALESCE(total_micro_kwh, 0)), SUM(revision),"
        f" SUM(CASE WHEN worst_quality < {Quality.PARTIALLY_MISSING.value} THEN 1 ELSE 0 END), MAX(worst_quality)"
        " FROM consumption_day WHERE metering_point_id = $2 AND series = $3 AND day >= $4 AND day < $5"
        " GROUP BY metering_point_id, series"
        " ON CONFLICT (metering_point_id, series, month) DO UPDATE SET total_micro_kwh = excluded.total_micro_kwh,"
        " revision = excluded.revision, complete_days = excluded.complete_days, worst_quality = excluded.worst_quality",
        [(month, point, int(series), *month_days(month)) for point, month in months],
    )
