"""Reading series from the database: many metering points, each with days of its own, with one statement."""

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple
from uuid import UUID

import numpy as np
import orjson

from omavirta.metering.block import decode_blocks
from omavirta.metering.calendar import day_start
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.series import DayBlocks, DayTotal
from omavirta.storage.database import Database, Row, Transaction, as_uuid, placeholders


class Series(IntEnum):
    """What a metering point measures; the value is the code in tables."""

    CONSUMPTION = 1
    PRODUCTION = 2


class SeriesDays(NamedTuple):
    """Days of a metering point's series: ranges [from, to) of local days, of which no two overlap."""

    metering_point_id: UUID
    series: Series
    ranges: tuple[tuple[int, int], ...]


async def read_days(
    database: Database | Transaction, columns: str, wanted: Sequence[SeriesDays]
) -> Sequence[Sequence[Row]]:
    """The day and then these columns of the stored days of each, in their order."""
    # One parameter for all of them: a database takes only some ten thousand.
    ranges = [
        (place, str(id_), series.value, *days)
        for place, (id_, series, own) in enumerate(wanted)
        for days in own
    ]
    sql = _DAYS_SQL[database.dialect].format(columns=columns)
    rows = await database.fetch(sql, orjson.dumps(ranges).decode())
    if len(wanted) == 1:
        return [rows]
    found: list[list[Row]] = [[] for _ in wanted]
    for row in rows:
        found[row[-1]].append(row)
    return found


async def read_blocks(database: Database, wanted: Sequence[SeriesDays]) -> list[DayBlocks]:
    """The stored days of each, in their order."""
    return [
        DayBlocks([row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows])
        for rows in await read_days(database, "resolution, data", wanted)
    ]


async def read_totals(database: Database, wanted: Sequence[SeriesDays]) -> list[list[DayTotal]]:
    """The totals of the stored days of each, in their order."""
    return [
        [DayTotal(row[0], row[1], row[2]) for row in rows]
        for rows in await read_days(database, "total_micro_kwh, worst_quality", wanted)
    ]


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


def _days_sql(elements: str, id_type: str, stored: str) -> str:
    """`elements` are those of the array that the parameter is as JSON, `stored` what is read of a range."""
    names = {"place": "INT", "point_id": id_type, "series": "INT", "from_day": "INT", "to_day": "INT"}
    wanted = ", ".join(
        f"CAST(value ->> {index} AS {kind}) AS {name}" for index, (name, kind) in enumerate(names.items())
    )
    return (
        f"WITH wanted AS MATERIALIZED (SELECT {wanted} FROM {elements})"
        f" SELECT day, {{columns}}, place FROM wanted CROSS JOIN {stored}"
    )


_OF_RANGE = (
    "consumption_day AS stored WHERE stored.metering_point_id = wanted.point_id"
    " AND stored.series = wanted.series AND stored.day >= wanted.from_day AND stored.day < wanted.to_day"
)
# Either goes from range to range, and never looks at every day: SQLite because it is a CROSS JOIN, and PostgreSQL, which
# cannot know how few ranges there are, because of OFFSET.
_DAYS_SQL = {
    "sqlite": _days_sql("json_each($1)", "TEXT", _OF_RANGE),
    "postgres": _days_sql(
        "jsonb_array_elements(CAST($1 AS JSONB))",
        "UUID",
        f"LATERAL (SELECT day, {{columns}} FROM {_OF_RANGE} OFFSET 0) AS stored",
    ),
}
