"""What the table of consumption holds, so that two ways to the same end can be compared."""

from typing import Any

from omavirta.metering.block import decode_blocks
from omavirta.metering.reading import Series
from omavirta.storage.database import Database

COLUMNS = "p.gsrn, day, resolution, total_micro_kwh, worst_quality, revision, source_time, data"


async def all_days(database: Database, series: Series = Series.CONSUMPTION) -> list[tuple[Any, ...]]:
    """Every column of every row."""
    rows = await database.fetch(
        f"SELECT {COLUMNS} FROM consumption_day JOIN metering_point p ON p.id = metering_point_id"
        " WHERE series = $1 ORDER BY p.gsrn, day",
        int(series),
    )
    return [tuple(row[index] for index in range(len(row))) for row in rows]


async def all_values(database: Database, series: Series = Series.CONSUMPTION) -> list[tuple[Any, ...]]:
    """Every column but those that tell how often and when a row was written."""
    return [(*row[:5], row[7]) for row in await all_days(database, series)]


async def slots(database: Database) -> list[tuple[int, int]]:
    """(micro-kWh, quality code) of every stored slot of consumption, in order."""
    decoded = decode_blocks([row[7] for row in await all_days(database)])
    return list(zip(decoded.values.tolist(), decoded.qualities.tolist(), strict=True))


async def ledger(database: Database) -> list[tuple[Any, ...]]:
    rows = await database.fetch(
        "SELECT kind, file_name, first_seen_at, finished_at IS NOT NULL FROM import_ledger ORDER BY first_seen_at"
    )
    return [tuple(row[index] for index in range(len(row))) for row in rows]
