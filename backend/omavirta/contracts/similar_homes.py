"""What similar homes used, computed in the database and kept in `comparison_group`.

A home counts where its metering point had one customer through all the days that are compared, and every one of them is
known whole. Who a point's customer is, contracts say, which is why this is not in `metering`. The sums and order statistics
of `metering.comparison_statistics` are all that leaves the database.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import NamedTuple
from uuid import NAMESPACE_OID, uuid5

import orjson

from omavirta.metering.calendar import day_date
from omavirta.metering.comparison import (
    AREA_CLASSES,
    CLIMATE_ZONES,
    LEAST_HOMES,
    USE_CLASSES,
    Dwelling,
    Heating,
    HomeGroup,
    HomeSizeUnit,
    Months,
)
from omavirta.metering.comparison_statistics import STEPS, SimilarGroup
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, Transaction, placeholders

EVERY_HOME = "*"
"""The key of the row that says that some months have been computed at all, and over how many homes."""

_PLANNER = (
    # What a HAVING lets through is taken for a row or two, for each of which all homes would then be gone over.
    "enable_nestloop = off",
    # Workers would each build the same hashes; and the others who ask have their processors left.
    "max_parallel_workers_per_gather = 0",
    "jit = off",
    "work_mem = '64MB'",
)
"""What PostgreSQL is told for one transaction."""

_DWELLINGS, _HEATINGS = tuple(Dwelling), tuple(Heating)


class ComputedGroup(NamedTuple):
    group: SimilarGroup
    computed_at: int
    """Microseconds since 1970."""


async def refresh_groups(database: Database, months: Months, now: int) -> int:
    """Computes the groups of these months anew; how many there are. `now` is in microseconds since 1970.

    They are read outside of the transaction that writes them, which is short.
    """
    async with _reading_much(database) as reader:
        found = await similar_groups(reader, months)
    async with database.transaction() as transaction:
        await write_groups(transaction, months, found, now)
    return len(found.groups)


class FoundGroups(NamedTuple):
    groups: dict[str, SimilarGroup]
    """By `HomeGroup.key`; those of too few homes or customers are not among them."""
    homes: int
    """How many homes had a group, large enough or not."""


async def similar_groups(database: Database | Transaction, months: Months) -> FoundGroups:
    groups: dict[str, SimilarGroup] = {}
    homes = 0
    for unit in HomeSizeUnit:
        rows = await database.fetch(_GROUPS[unit, months.length == 1], *_parameters(unit, months))
        for row in rows:
            if row[0] is None:
                homes += int(row[1])
                continue
            key = _group(unit, row[0]).key
            group = groups.get(key) or SimilarGroup(int(row[1]), int(row[2]), int(row[3]), [])
            groups[key] = group
            group.steps.append(int(row[4]))
    return FoundGroups(groups, homes)


async def write_groups(transaction: Transaction, months: Months, found: FoundGroups, now: int) -> None:
    """Puts them in the place of what was computed of these months before."""
    await transaction.execute(
        "DELETE FROM comparison_group WHERE first_month = $1 AND months = $2", months.first, months.length
    )
    every_home = SimilarGroup(found.homes, 0, 0, [])
    await transaction.execute_many(
        "INSERT INTO comparison_group (id, group_key, first_month, months, points, customers, total_micro_kwh, steps,"
        " computed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
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


@asynccontextmanager
async def _reading_much(database: Database) -> AsyncIterator[Database | Transaction]:
    if database.dialect == "sqlite":
        yield database
        return
    async with database.transaction() as transaction:
        for setting in _PLANNER:
            await transaction.fetch(f"SET LOCAL {setting}")
        yield transaction


def _parameters(unit: HomeSizeUnit, months: Months) -> list[object]:
    """The values of `_GROUPS`: the months, how many days they have, the days that need one customer, the series."""
    values: list[object] = [months.first, months.end, months.to_day - months.from_day]
    first_day = day_date(months.from_day)
    if unit is HomeSizeUnit.KWH_A_YEAR:
        before = months.year_before
        first_day = day_date(before.from_day)
        values += [before.first, before.to_day - before.from_day]
    return [first_day, day_date(months.to_day) - timedelta(days=1), Series.CONSUMPTION.value, *values]


def _group(unit: HomeSizeUnit, code: int) -> HomeGroup:
    rest, size = divmod(code, 100)
    rest, zone = divmod(rest, 10)
    dwelling, heating = divmod(rest, 10)
    return HomeGroup(_DWELLINGS[dwelling], _HEATINGS[heating], zone, unit, size)


def _position(column: str, values: Sequence[str]) -> str:
    cases = " ".join(f"WHEN '{value}' THEN {position}" for position, value in enumerate(values))
    return f"CASE {column} {cases} END"


def _size(expression: str, classes: Sequence[int], unit: int) -> str:
    cases = " ".join(
        f"WHEN {expression} < {end * unit} THEN {position}" for position, end in enumerate(classes[1:])
    )
    return f"CASE {cases} ELSE {len(classes) - 1} END"


_CODE = (
    f"(({_position('point.dwelling', _DWELLINGS)}) * 10 + {_position('point.heating', _HEATINGS)}) * 1000"
    " + point.climate_zone * 100 + {size}"
)
"""A group as one number, which sorts faster than four columns."""

_OF_MONTHS = "month.series = $3 AND month.month >= {first} AND month.month < {end}"
_USED_IN_ONE = (
    "SELECT month.metering_point_id, month.total_micro_kwh AS energy FROM consumption_month AS month"
    f" WHERE {_OF_MONTHS.format(first='$4', end='$5')} AND month.complete_days = $6"
)
_SUM = "SELECT month.metering_point_id, CAST(SUM(month.total_micro_kwh) AS BIGINT) AS energy FROM consumption_month AS month"
_USED_IN_SOME = (
    f"{_SUM} WHERE {_OF_MONTHS.format(first='$4', end='$5')} GROUP BY month.metering_point_id"
    " HAVING SUM(month.complete_days) = $6"
)
_YEAR_BEFORE = (
    f"{_SUM} JOIN metering_point AS unsized ON unsized.id = month.metering_point_id AND unsized.floor_area_m2 IS NULL"
    f" AND unsized.dwelling IS NOT NULL WHERE {_OF_MONTHS.format(first='$7', end='$4')}"
    " GROUP BY month.metering_point_id HAVING SUM(month.complete_days) = $8"
)
_SIZED_BY_AREA = (
    f"SELECT point.id, {_CODE.format(size=_size('point.floor_area_m2', AREA_CLASSES, 1))} AS code"
    " FROM metering_point AS point WHERE point.floor_area_m2 IS NOT NULL"
)
_SIZED_BY_USE = (
    f"SELECT point.id, {_CODE.format(size=_size('year_before.energy', USE_CLASSES, 10**6))} AS code"
    f" FROM metering_point AS point JOIN ({_YEAR_BEFORE}) AS year_before"
    " ON year_before.metering_point_id = point.id WHERE point.floor_area_m2 IS NULL"
)
_QUARTILES = " OR ".join(
    f"place BETWEEN (points - 2) * {quarter} / 4 + 1 AND (points - 2) * {quarter} / 4 + 3"
    for quarter in (1, 2, 3)
)


_TOUCHES = "start_date <= $2 AND (end_date IS NULL OR end_date >= $1)"
_HOLDS = "start_date <= $1 AND (end_date IS NULL OR end_date >= $2)"


def _groups_sql(unit: HomeSizeUnit, *, one_month: bool) -> str:
    """One text for SQLite and PostgreSQL. $1 and $2 are the first and last day through which a point needs one customer.

    Answers the kept values of each large enough group in order (`comparison_statistics.kept_ranks`), each with the group's
    points, customers and sum; and a row without group: how many homes there are in all.
    """
    # Contracts of a metering point do not overlap: one that holds all the days has no other beside it.
    return f"""
WITH part AS (
    SELECT metering_point_id, customer_id, MIN(start_date) AS since, MAX(COALESCE(end_date, $2)) AS until
    FROM contract WHERE {_TOUCHES} AND NOT ({_HOLDS}) GROUP BY metering_point_id, customer_id
), supplied AS (
    SELECT metering_point_id, customer_id FROM contract WHERE {_HOLDS}
    UNION ALL
    SELECT metering_point_id, customer_id FROM part WHERE since <= $1 AND until >= $2 AND metering_point_id IN (
        SELECT metering_point_id FROM part GROUP BY metering_point_id HAVING COUNT(*) = 1)
), sized AS (
    {_SIZED_BY_AREA if unit is HomeSizeUnit.SQUARE_METRES else _SIZED_BY_USE}
    AND climate_zone BETWEEN {CLIMATE_ZONES[0]} AND {CLIMATE_ZONES[-1]}
), home AS (
    SELECT sized.code, supplied.customer_id, used.energy
    FROM ({_USED_IN_ONE if one_month else _USED_IN_SOME}) AS used
    JOIN supplied ON supplied.metering_point_id = used.metering_point_id
    JOIN sized ON sized.id = used.metering_point_id AND sized.code IS NOT NULL
), of_customer AS (
    SELECT code, customer_id, COUNT(*) AS points, SUM(energy) AS energy FROM home GROUP BY code, customer_id
), large AS (
    SELECT code, CAST(SUM(points) AS BIGINT) AS points, COUNT(*) AS customers, CAST(SUM(energy) AS BIGINT) AS total
    FROM of_customer GROUP BY code HAVING SUM(points) >= {LEAST_HOMES} AND COUNT(*) >= {LEAST_HOMES}
), ranked AS (
    SELECT code, energy, ROW_NUMBER() OVER (PARTITION BY code ORDER BY energy) AS place FROM home
)
SELECT code, points, customers, total, energy, place FROM ranked JOIN large USING (code)
WHERE place * {STEPS} / points <> (place - 1) * {STEPS} / points OR {_QUARTILES}
UNION ALL SELECT NULL, COUNT(*), 0, 0, 0, 0 FROM home
ORDER BY 1, 6
"""


_GROUPS = {
    (unit, one_month): _groups_sql(unit, one_month=one_month)
    for unit in HomeSizeUnit
    for one_month in (True, False)
}
