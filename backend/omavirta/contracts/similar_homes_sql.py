"""The SQL by which `contracts.similar_homes` has the database compute groups of similar homes."""

from collections.abc import Sequence

from omavirta.metering.comparison import (
    AREA_CLASSES,
    CLIMATE_ZONES,
    LEAST_HOMES,
    USE_CLASSES,
    Dwelling,
    Heating,
    HomeGroup,
    HomeSizeUnit,
)
from omavirta.metering.comparison_statistics import STEPS
from omavirta.metering.series import MICRO_KWH_PER_KWH

PLANNER = (
    # What a HAVING lets through is taken for a row or two, for each of which all homes would then be gone over.
    "enable_nestloop = off",
    # Workers would each build the same hashes; and the others who ask have their processors left.
    "max_parallel_workers_per_gather = 0",
    "jit = off",
    "work_mem = '64MB'",
)
"""What PostgreSQL is told for one transaction."""

_DWELLINGS, _HEATINGS = tuple(Dwelling), tuple(Heating)
_BY_USE = 100_000
"""What a group's number begins with where its homes are sized by use."""


def group_of(code: int) -> HomeGroup:
    by_use, rest = divmod(code, _BY_USE)
    rest, size = divmod(rest, 100)
    rest, zone = divmod(rest, 10)
    dwelling, heating = divmod(rest, 10)
    unit = HomeSizeUnit.KWH_A_YEAR if by_use else HomeSizeUnit.SQUARE_METRES
    return HomeGroup(_DWELLINGS[dwelling], _HEATINGS[heating], zone, unit, size)


def _position(column: str, values: Sequence[str]) -> str:
    cases = " ".join(f"WHEN '{value}' THEN {position}" for position, value in enumerate(values))
    return f"CASE {column} {cases} END"


def _size(column: str, classes: Sequence[int], one: int) -> str:
    cases = " ".join(
        f"WHEN {column} < {end * one} THEN {position}" for position, end in enumerate(classes[1:])
    )
    return f"CASE {cases} ELSE {len(classes) - 1} END"


_KIND = f"(({_position('dwelling', _DWELLINGS)}) * 10 + {_position('heating', _HEATINGS)}) * 1000 + climate_zone * 100"
"""A group as one number, which sorts faster than five columns: so far without its size."""
_AREA = _size("floor_area_m2", AREA_CLASSES, 1)
_USE = _size("energy", USE_CLASSES, MICRO_KWH_PER_KWH)

_USED = {
    True: "SELECT metering_point_id, total_micro_kwh AS energy FROM consumption_month"
    " WHERE month BETWEEN $4 AND $5 AND complete_days = $6 AND series = $3",
    False: "SELECT metering_point_id, CAST(SUM(total_micro_kwh) AS BIGINT) AS energy FROM consumption_month"
    " WHERE month BETWEEN $4 AND $5 AND series = $3 GROUP BY metering_point_id HAVING SUM(complete_days) = $6",
}
"""Of one month, and of several."""
# Looked up by key for each home without floor area, instead of going over twelve months of all homes.
_YEAR_BEFORE = (
    "SELECT CASE WHEN SUM(complete_days) = $9 THEN CAST(SUM(total_micro_kwh) AS BIGINT) END FROM consumption_month"
    " WHERE metering_point_id = metering_point.id AND series = $3 AND month >= $8 AND month < $4"
)
_QUARTILES = " OR ".join(
    f"place BETWEEN (points - 2) * {quarter} / 4 + 1 AND (points - 2) * {quarter} / 4 + 3"
    for quarter in (1, 2, 3)
)

_TOUCHES = "start_date <= $2 AND (end_date IS NULL OR end_date >= $7)"
_HOLDS = "start_date <= $7 AND (end_date IS NULL OR end_date >= $2)"


def _groups_sql(*, one_month: bool) -> str:
    """One text for SQLite and PostgreSQL, which goes over each table once.

    $1 and $2 are the first and last day through which a point needs one customer, and $7 the first one where its size is told
    by the year before; $3 the series; $4 and $5 the first and last month, which have $6 days; $8 the first month of the year
    before, which has $9 days.

    Answers the kept values of each large enough group in order (`comparison_statistics.kept_ranks`), each with the group's
    points, customers and sum; and a row without group: how many homes there are in all.
    """
    # Contracts of a metering point do not overlap: one that holds all the days has no other beside it.
    return f"""
WITH part AS (
    SELECT metering_point_id, customer_id, MIN(start_date) AS since, MAX(COALESCE(end_date, $2)) AS until,
        MIN(CASE WHEN end_date IS NULL OR end_date >= $1 THEN start_date END) AS months_since
    FROM contract WHERE {_TOUCHES} AND NOT ({_HOLDS}) GROUP BY metering_point_id, customer_id
), alone AS (
    SELECT metering_point_id, COUNT(*) AS customers FROM part GROUP BY metering_point_id HAVING COUNT(months_since) = 1
), supplied AS (
    SELECT metering_point_id, customer_id, TRUE AS year_before FROM contract WHERE {_HOLDS}
    UNION ALL
    SELECT metering_point_id, customer_id, customers = 1 AND since <= $7
    FROM part JOIN alone USING (metering_point_id) WHERE months_since <= $1 AND until >= $2
), unsized AS MATERIALIZED (
    SELECT id, {_KIND} + {_BY_USE} AS kind, ({_YEAR_BEFORE}) AS energy
    FROM metering_point WHERE floor_area_m2 IS NULL AND dwelling IS NOT NULL
    AND climate_zone BETWEEN {CLIMATE_ZONES[0]} AND {CLIMATE_ZONES[-1]}
), sized AS MATERIALIZED (
    SELECT id, {_KIND} + {_AREA} AS code FROM metering_point WHERE floor_area_m2 IS NOT NULL
    AND climate_zone BETWEEN {CLIMATE_ZONES[0]} AND {CLIMATE_ZONES[-1]}
    UNION ALL
    SELECT id, kind + {_USE} FROM unsized WHERE energy IS NOT NULL
), home AS MATERIALIZED (
    SELECT code, customer_id, energy FROM ({_USED[one_month]}) AS used
    JOIN supplied ON supplied.metering_point_id = used.metering_point_id
    JOIN sized ON sized.id = used.metering_point_id AND code IS NOT NULL AND (code < {_BY_USE} OR year_before)
), counted AS (
    SELECT code, COUNT(*) AS customers FROM (SELECT DISTINCT code, customer_id FROM home) AS customer GROUP BY code
), large AS (
    SELECT code, points, customers, total FROM counted JOIN (
        SELECT code, COUNT(*) AS points, CAST(SUM(energy) AS BIGINT) AS total FROM home GROUP BY code
    ) AS summed USING (code) WHERE points >= {LEAST_HOMES} AND customers >= {LEAST_HOMES}
), ranked AS (
    SELECT code, energy, ROW_NUMBER() OVER (PARTITION BY code ORDER BY energy) AS place FROM home
)
SELECT code, points, customers, total, energy, place FROM ranked JOIN large USING (code)
WHERE place * {STEPS} / points <> (place - 1) * {STEPS} / points OR {_QUARTILES}
UNION ALL SELECT NULL, COUNT(*), 0, 0, 0, 0 FROM home
ORDER BY 1, 6
"""


GROUPS = {one_month: _groups_sql(one_month=one_month) for one_month in (True, False)}
"""Of one month, and of several."""
