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


def group_of(unit: HomeSizeUnit, code: int) -> HomeGroup:
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
_USED_IN_SOME = (
    "SELECT month.metering_point_id, CAST(SUM(month.total_micro_kwh) AS BIGINT) AS energy"
    f" FROM consumption_month AS month WHERE {_OF_MONTHS.format(first='$4', end='$5')}"
    " GROUP BY month.metering_point_id HAVING SUM(month.complete_days) = $6"
)
# Looked up by key for each home without floor area, instead of going over twelve months of all homes.
_YEAR_BEFORE = (
    "SELECT CASE WHEN SUM(month.complete_days) = $8 THEN CAST(SUM(month.total_micro_kwh) AS BIGINT) END"
    " FROM consumption_month AS month"
    f" WHERE month.metering_point_id = point.id AND {_OF_MONTHS.format(first='$7', end='$4')}"
)
_SIZED_BY_AREA = (
    f"SELECT point.id, {_CODE.format(size=_size('point.floor_area_m2', AREA_CLASSES, 1))} AS code"
    " FROM metering_point AS point WHERE point.floor_area_m2 IS NOT NULL"
)
_SIZED_BY_USE = (
    f"SELECT point.id, {_CODE.format(size=_size('point.energy', USE_CLASSES, 10**6))} AS code"
    " FROM unsized AS point WHERE point.energy IS NOT NULL"
)
# Or PostgreSQL would look the year up again for each class that it is compared with.
_UNSIZED = (
    f", unsized AS MATERIALIZED (SELECT id, dwelling, heating, climate_zone, ({_YEAR_BEFORE}) AS energy"
    " FROM metering_point AS point WHERE floor_area_m2 IS NULL AND dwelling IS NOT NULL)"
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
    by_area = unit is HomeSizeUnit.SQUARE_METRES
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
){"" if by_area else _UNSIZED}, sized AS MATERIALIZED (
    {_SIZED_BY_AREA if by_area else _SIZED_BY_USE}
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


GROUPS = {
    (unit, one_month): _groups_sql(unit, one_month=one_month)
    for unit in HomeSizeUnit
    for one_month in (True, False)
}
