"""What similar homes used, computed in the database and kept in `comparison_group`: once, and then as it is.

A home counts where its metering point had one customer through all the days that are compared, and every one of them is
known whole. Who a point's customer is, contracts say, which is why this is not in `metering`. The sums and order statistics
of `metering.comparison_statistics` are all that leaves the database.

What has been told of a group stays told: were it computed anew with one reading corrected or one home more, whoever reads it
before and after could narrow down what that home used. `forget_groups` is for months that were computed from wrong data.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5

import orjson

from omavirta.contracts.similar_homes_sql import GROUPS, PLANNER, group_of
from omavirta.metering.calendar import day_date
from omavirta.metering.comparison import LEAST_HOMES, Months
from omavirta.metering.comparison_statistics import SimilarGroup
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, Transaction, placeholders

EVERY_HOME = "*"
"""The key of the row that says that some months have been computed at all, and over how many homes."""

_INSERT = (
    "INSERT INTO comparison_group (id, group_key, first_month, months, points, customers, total_micro_kwh, steps,"
    " computed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
)


class ComputedGroup(NamedTuple):
    group: SimilarGroup
    computed_at: int
    """Microseconds since 1970."""


class FoundGroups(NamedTuple):
    groups: dict[str, SimilarGroup]
    """By `HomeGroup.key`; those of too few homes or customers are not among them."""
    homes: int
    """How many homes had a group, large enough or not."""


class Computed(NamedTuple):
    moment: int
    """Microseconds since 1970."""
    homes: int
    """As in FoundGroups."""

    @property
    def tells_nothing(self) -> bool:
        """Whether there cannot have been any group: readings may be yet to come."""
        return self.homes < LEAST_HOMES


async def compute_groups(database: Database, months: Months, now: int) -> int:
    """Computes the groups of these months, which are kept unless others are; how many it found. `now` is in microseconds
    since 1970.

    They are read outside of the transaction that writes them, which is short.
    """
    found = await _read_much(database, months)
    async with database.transaction() as transaction:
        await keep_groups(transaction, months, found, now)
    return len(found.groups)


async def similar_groups(database: Database | Transaction, months: Months) -> FoundGroups:
    groups: dict[str, SimilarGroup] = {}
    homes = 0
    for row in await database.fetch(GROUPS[months.length == 1], *_parameters(months)):
        if row[0] is None:
            homes = int(row[1])
            continue
        key = group_of(row[0]).key
        group = groups.get(key) or SimilarGroup(int(row[1]), int(row[2]), int(row[3]), [])
        groups[key] = group
        group.steps.append(int(row[4]))
    return FoundGroups(groups, homes)


async def keep_groups(transaction: Transaction, months: Months, found: FoundGroups, now: int) -> None:
    """Writes them down for good. Where these months have been computed before, also by another server meanwhile, they stay
    as they are, unless so few homes were known then that nothing could be told of them.
    """
    every_home, *groups = (
        (
            uuid5(NAMESPACE_OID, f"{key} {months.first} {months.length}"),
            key,
            months.first,
            months.length,
            group.homes,
            group.customers,
            group.total,
            orjson.dumps(group.steps).decode(),
            now,
        )
        for key, group in {EVERY_HOME: SimilarGroup(found.homes, 0, 0, []), **found.groups}.items()
    )
    is_ours = await transaction.execute(
        f"UPDATE comparison_group SET points = $2, computed_at = $3 WHERE id = $1 AND points < {LEAST_HOMES}",
        every_home[0],
        found.homes,
        now,
    ) or await transaction.execute(f"{_INSERT} ON CONFLICT DO NOTHING", *every_home)
    if is_ours:
        await transaction.execute_many(_INSERT, groups)


async def forget_groups(database: Database, months: Months) -> None:
    """So that they are computed anew. Who compares old figures with new ones sees what has changed: only where they must."""
    async with database.transaction() as transaction:
        await transaction.execute(
            "DELETE FROM comparison_group WHERE first_month = $1 AND months = $2", months.first, months.length
        )


async def read_groups(database: Database, months: Months, keys: Sequence[str]) -> dict[str, ComputedGroup]:
    """The groups of these keys. EVERY_HOME is among them where these months have been computed."""
    wanted = [EVERY_HOME, *dict.fromkeys(keys)]
    rows = await database.fetch(
        "SELECT group_key, points, customers, total_micro_kwh, steps, computed_at FROM comparison_group"
        f" WHERE first_month = $1 AND months = $2 AND group_key IN ({placeholders(3, len(wanted))})",
        months.first,
        months.length,
        *wanted,
    )
    return {
        row[0]: ComputedGroup(SimilarGroup(row[1], row[2], row[3], orjson.loads(row[4])), row[5])
        for row in rows
    }


async def computed_months(database: Database) -> dict[Months, Computed]:
    rows = await database.fetch(
        "SELECT first_month, months, computed_at, points FROM comparison_group WHERE group_key = $1",
        EVERY_HOME,
    )
    return {Months(row[0], row[1]): Computed(row[2], row[3]) for row in rows}


async def _read_much(database: Database, months: Months) -> FoundGroups:
    if database.dialect == "sqlite":
        return await similar_groups(database, months)
    async with database.transaction() as transaction:
        for setting in PLANNER:
            await transaction.fetch(f"SET LOCAL {setting}")
        return await similar_groups(transaction, months)


def _parameters(months: Months) -> list[object]:
    """The values of `GROUPS`."""
    before = months.year_before
    return [
        day_date(months.from_day),
        day_date(months.to_day) - timedelta(days=1),
        Series.CONSUMPTION.value,
        months.first,
        months.end - 1,
        months.to_day - months.from_day,
        day_date(before.from_day),
        before.first,
        before.to_day - before.from_day,
    ]
