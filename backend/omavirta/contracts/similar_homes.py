"""What similar homes used, computed in the database and kept in `comparison_group`.

A home counts where its metering point had one customer through all the days that are compared, and every one of them is
known whole. Who a point's customer is, contracts say, which is why this is not in `metering`. The sums and order statistics
of `metering.comparison_statistics` are all that leaves the database.
"""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5

import orjson

from omavirta.contracts.similar_homes_sql import GROUPS, PLANNER, group_of
from omavirta.metering.calendar import day_date
from omavirta.metering.comparison import HomeSizeUnit, Months
from omavirta.metering.comparison_statistics import SimilarGroup
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, Transaction, placeholders

EVERY_HOME = "*"
"""The key of the row that says that some months have been computed at all, and over how many homes."""


class ComputedGroup(NamedTuple):
    group: SimilarGroup
    computed_at: int
    """Microseconds since 1970."""


class FoundGroups(NamedTuple):
    groups: dict[str, SimilarGroup]
    """By `HomeGroup.key`; those of too few homes or customers are not among them."""
    homes: int
    """How many homes had a group, large enough or not."""


async def refresh_groups(database: Database, months: Months, now: int) -> int:
    """Computes the groups of these months anew; how many there are. `now` is in microseconds since 1970.

    They are read beside one another, outside of the transaction that writes them, which is short.
    """
    async with asyncio.TaskGroup() as tasks:
        reading = [tasks.create_task(_read_much(database, unit, months)) for unit in HomeSizeUnit]
    found = _joined([task.result() for task in reading])
    async with database.transaction() as transaction:
        await write_groups(transaction, months, found, now)
    return len(found.groups)


async def similar_groups(database: Database | Transaction, months: Months) -> FoundGroups:
    return _joined([await _read(database, unit, months) for unit in HomeSizeUnit])


async def write_groups(transaction: Transaction, months: Months, found: FoundGroups, now: int) -> None:
    """Puts them in the place of what was computed of these months before."""
    await transaction.execute(
        "DELETE FROM comparison_group WHERE first_month = $1 AND months = $2", months.first, months.length
    )
    every_home = SimilarGroup(found.homes, 0, 0, [])
    await transaction.execute_many(
        "INSERT INTO comparison_group (id, group_key, first_month, months, points, customers, total_micro_kwh, steps,"
        " computed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        # Another server may do the same at the same time.
        " ON CONFLICT (id) DO UPDATE SET points = excluded.points, customers = excluded.customers,"
        " total_micro_kwh = excluded.total_micro_kwh, steps = excluded.steps, computed_at = excluded.computed_at",
        [
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
            for key, group in {EVERY_HOME: every_home, **found.groups}.items()
        ],
    )


async def read_groups(database: Database, months: Months, keys: Sequence[str]) -> dict[str, ComputedGroup]:
    """The groups of these keys as they were last computed. EVERY_HOME is among them where that ever was."""
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


async def computed_at(database: Database | Transaction) -> dict[Months, int]:
    """When each of the months that ever were computed last was, in microseconds since 1970."""
    rows = await database.fetch(
        "SELECT first_month, months, computed_at FROM comparison_group WHERE group_key = $1", EVERY_HOME
    )
    return {Months(row[0], row[1]): row[2] for row in rows}


async def _read_much(database: Database, unit: HomeSizeUnit, months: Months) -> FoundGroups:
    if database.dialect == "sqlite":
        return await _read(database, unit, months)
    async with database.transaction() as transaction:
        for setting in PLANNER:
            await transaction.fetch(f"SET LOCAL {setting}")
        return await _read(transaction, unit, months)


async def _read(database: Database | Transaction, unit: HomeSizeUnit, months: Months) -> FoundGroups:
    """The groups whose sizes are told by this unit."""
    groups: dict[str, SimilarGroup] = {}
    homes = 0
    for row in await database.fetch(GROUPS[unit, months.length == 1], *_parameters(unit, months)):
        if row[0] is None:
            homes = int(row[1])
            continue
        key = group_of(unit, row[0]).key
        group = groups.get(key) or SimilarGroup(int(row[1]), int(row[2]), int(row[3]), [])
        groups[key] = group
        group.steps.append(int(row[4]))
    return FoundGroups(groups, homes)


def _joined(parts: Sequence[FoundGroups]) -> FoundGroups:
    return FoundGroups(
        {key: group for part in parts for key, group in part.groups.items()},
        sum(part.homes for part in parts),
    )


def _parameters(unit: HomeSizeUnit, months: Months) -> list[object]:
    """The values of `GROUPS`: the months, how many days they have, the days that need one customer, the series."""
    values: list[object] = [months.first, months.end, months.to_day - months.from_day]
    first_day = day_date(months.from_day)
    if unit is HomeSizeUnit.KWH_A_YEAR:
        before = months.year_before
        first_day = day_date(before.from_day)
        values += [before.first, before.to_day - before.from_day]
    return [first_day, day_date(months.to_day) - timedelta(days=1), Series.CONSUMPTION.value, *values]
