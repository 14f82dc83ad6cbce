"""Reading series from the database: many metering points of one period with one statement."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from uuid import UUID

import numpy as np
import orjson

from omavirta.metering.block import decode_blocks
from omavirta.metering.calendar import day_start
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.series import DayBlocks, DayTotal
from omavirta.storage.database import Database, Row, as_uuid, placeholders


class Series(IntEnum):
    """What a metering point measures; the value is the code in tables."""

    CONSUMPTION = 1
    PRODUCTION = 2


async def read_blocks(
    database: Database, metering_point_ids: Sequence[UUID], series: Series, from_day: int, to_day: int
) -> dict[UUID, DayBlocks]:
    """The stored days of [from_day, to_day) of each point."""
    rows = await database.fetch(
        _range_sql("day, resolution, data", len(metering_point_ids)),
        series.value,
        from_day,
        to_day,
        *metering_point_ids,
    )
    if len(metering_point_ids) == 1:
        return {metering_point_ids[0]: _blocks(rows)}
    of_point: dict[UUID, list[Row]] = {id_: [] for id_ in metering_point_ids}
    for row in rows:
        of_point[as_uuid(row[3])].append(row)
    return {id_: _blocks(own) for id_, own in of_point.items()}


async def read_blocks_of_ranges(
    database: Database, ranges: Mapping[UUID, Sequence[tuple[int, int]]], series: Series
) -> dict[UUID, DayBlocks]:
    """The stored days of each point's own ranges [from, to) of days, of which no two overlap."""
    ids = list(ranges)
    # One parameter for all of them: a database takes only some ten thousand.
    wanted = [(place, str(id_), *days) for place, id_ in enumerate(ids) for days in ranges[id_]]
    rows = await database.fetch(_RANGES_SQL[database.dialect], series.value, orjson.dumps(wanted).decode())
    of_point: list[list[Row]] = [[] for _ in ids]
    for row in rows:
        of_point[row[3]].append(row)
    return {id_: _blocks(own) for id_, own in zip(ids, of_point, strict=True)}


async def read_totals(
    database: Database, metering_point_ids: Sequence[UUID], series: Series, from_day: int, to_day: int
) -> dict[UUID, list[DayTotal]]:
    """The stored totals of [from_day, to_day) of each point."""
    found: dict[UUID, list[DayTotal]] = {id_: [] for id_ in metering_point_ids}
    rows = await database.fetch(
        _range_sql("day, total_micro_kwh, worst_quality", len(metering_point_ids)),
        series.value,
        from_day,
        to_day,
        *metering_point_ids,
    )
    if len(metering_point_ids) == 1:
        return {metering_point_ids[0]: list(map(DayTotal._make, rows))}
    for row in rows:
        found[as_uuid(row[3])].append(DayTotal(row[0], row[1], row[2]))
    return found


async def read_delivered_until(
    database: Database, metering_point_ids: Sequence[UUID], series: Series
) -> dict[UUID, int]:
    """The end of the newest delivered interval of each point, in seconds since 1970; points without any are left out."""
    # One look into the index a point. A UNION ALL of as many queries costs PostgreSQL ten times more in planning alone
    # for a hundred points; max(day) in a GROUP BY reads every day of them.
    rows = await database.fetch_few(
        "SELECT newest.metering_point_id, newest.day, newest.resolution, newest.worst_quality, newest.data"
        " FROM metering_point AS point"
        " JOIN consumption_day AS newest ON newest.metering_point_id = point.id AND newest.series = $1"
        " AND newest.day = (SELECT day FROM consumption_day WHERE metering_point_id = point.id AND series = $1"
        " ORDER BY day DESC LIMIT 1)"
        f" WHERE point.id IN ({placeholders(2, len(metering_point_ids))})",
        series.value,
        *metering_point_ids,
    )
    # Where every slot has a value the block need not be opened; the others are opened together.
    found = {as_uuid(row[0]): day_start(row[1] + 1) for row in rows}
    incomplete = [row for row in rows if row[3] >= Quality.PARTIALLY_MISSING]
    if incomplete:
        decoded = decode_blocks([row[4] for row in incomplete])
        ends = np.cumsum(decoded.slot_counts)
        delivered = np.flatnonzero(decoded.qualities != ABSENT)
        # No day is stored without a delivered slot, so the last one before a block's end is the block's own.
        last = delivered[np.searchsorted(delivered, ends) - 1] - (ends - decoded.slot_counts)
        for row, slot in zip(incomplete, last.tolist(), strict=True):
            found[as_uuid(row[0])] = day_start(row[1]) + (slot + 1) * row[2] * 60
    return found


def _ranges_sql(elements: str, id_type: str, stored: str) -> str:
    """`elements` are those of the array that the second parameter is as JSON, `stored` what is read of a range."""
    columns = {"place": "INT", "metering_point_id": id_type, "from_day": "INT", "to_day": "INT"}
    wanted = ", ".join(
        f"CAST(value ->> {index} AS {kind}) AS {name}" for index, (name, kind) in enumerate(columns.items())
    )
    return (
        f"WITH wanted AS MATERIALIZED (SELECT {wanted} FROM {elements})"
        f" SELECT stored.day, stored.resolution, stored.data, wanted.place FROM wanted CROSS JOIN {stored}"
    )


_OF_RANGE = (
    "consumption_day AS stored WHERE stored.series = $1 AND stored.metering_point_id = wanted.metering_point_id"
    " AND stored.day >= wanted.from_day AND stored.day < wanted.to_day"
)
# Either goes from range to range, and never looks at every day: SQLite because it is a CROSS JOIN, and PostgreSQL, which
# cannot know how few ranges there are, because of OFFSET.
_RANGES_SQL = {
    "sqlite": _ranges_sql("json_each($2)", "TEXT", _OF_RANGE),
    "postgres": _ranges_sql(
        "jsonb_array_elements(CAST($2 AS JSONB))",
        "UUID",
        f"LATERAL (SELECT day, resolution, data FROM {_OF_RANGE} OFFSET 0) AS stored",
    ),
}


def _blocks(rows: Sequence[Row]) -> DayBlocks:
    return DayBlocks([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])


def _range_sql(columns: str, points: int) -> str:
    # With one point its id need not travel with every row.
    owner = ", metering_point_id" if points > 1 else ""
    return (
        f"SELECT {columns}{owner} FROM consumption_day"
        f" WHERE series = $1 AND day >= $2 AND day < $3 AND metering_point_id IN ({placeholders(4, points)})"
    )
