"""Which version of a month's prices there is, kept in the transaction that writes days (`prices.store`).

A month is counted since year 0: 12 times the year and the month from 0. Its revision is the sum of its days' revisions.
"""

from collections.abc import Iterable

from omavirta.metering.calendar import month_days
from omavirta.metering.months import month_of_day
from omavirta.storage.database import Database, Transaction


async def price_revisions(database: Database, area: str, from_month: int, to_month: int) -> dict[int, int]:
    """The revisions of the months of [from_month, to_month) of which any price is stored."""
    rows = await database.fetch_by_key(
        "SELECT month, revision FROM price_month WHERE area = $1 AND month >= $2 AND month < $3",
        area,
        from_month,
        to_month,
    )
    return {int(row[0]): int(row[1]) for row in rows}


async def refresh_price_months(transaction: Transaction, area: str, days: Iterable[int]) -> None:
    """Counts the months of these days anew. The area is locked by whoever wrote the days."""
    months = sorted({month_of_day(day) for day in days})
    await transaction.execute_many(
        "INSERT INTO price_month (area, month, revision) SELECT area, CAST($1 AS INT), SUM(revision)"
        " FROM price_day WHERE area = $2 AND day >= $3 AND day < $4 GROUP BY area"
        " ON CONFLICT (area, month) DO UPDATE SET revision = excluded.revision",
        [(month, area, *month_days(month)) for month in months],
    )
