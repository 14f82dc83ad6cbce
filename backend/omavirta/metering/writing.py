"""Writing consumption: a block (`metering.block`) for each metering point, series and local day.

A row's `source_time` (microseconds since 1970 in UTC) is that of the newest delivery that changed it, `revision` counts
its changes from 1. A row that would not change is not written. The sums of months (`metering.months`) are kept with it.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

import numpy as np

from omavirta.metering.block import DecodedBlocks, decode_blocks, encode_block
from omavirta.metering.merge import DaySlots, merge_day
from omavirta.metering.months import refresh_months
from omavirta.metering.reading import Series, SeriesDays, read_days
from omavirta.metering.series import day_total
from omavirta.storage.database import Transaction


class IncomingDay(NamedTuple):
    """One day of a delivery. `total_micro_kwh` and `quality` are `series.day_total` of the block."""

    metering_point_id: UUID
    day: int
    resolution_minutes: int
    total_micro_kwh: int | None
    quality: int
    data: bytes


class WrittenDays(NamedTuple):
    days_written: int
    days_unchanged: int


async def merge_days(
    transaction: Transaction, series: Series, days: Sequence[IncomingDay], source_time: int
) -> WrittenDays:
    """Merges one delivery's days, each (metering point, day) once, as `metering.merge` says.

    Of two transactions that write the same metering point one waits for the other, so neither loses what the other wrote.
    """
    point_ids = sorted({day.metering_point_id for day in days})
    await _lock_points(transaction, point_ids)
    stored = await _stored_days(transaction, series, days)

    changed: list[tuple[IncomingDay, int, int]] = []
    to_merge: list[tuple[IncomingDay, _StoredDay]] = []
    for day in days:
        before = stored.get((day.metering_point_id, day.day))
        if before is None:
            changed.append((day, source_time, 1))
        elif before.data != day.data or before.resolution_minutes != day.resolution_minutes:
            to_merge.append((day, before))
    stored_slots = _days(
        decode_blocks([before.data for _, before in to_merge]),
        [before.resolution_minutes for _, before in to_merge],
    )
    incoming_slots = _days(
        decode_blocks([day.data for day, _ in to_merge]), [day.resolution_minutes for day, _ in to_merge]
    )
    for (day, before), old, new in zip(to_merge, stored_slots, incoming_slots, strict=True):
        merged = merge_day(old, new, newer=source_time > before.source_time)
        if merged is not old:
            total, quality = day_total(merged.values, merged.qualities)
            replaced = day._replace(
                resolution_minutes=merged.resolution_minutes,
                total_micro_kwh=total,
                quality=quality,
                data=encode_block(merged.values, merged.qualities),
            )
            changed.append((replaced, max(source_time, before.source_time), before.revision + 1))
    await _upsert(transaction, series, changed)
    await refresh_months(transaction, series, ((day.metering_point_id, day.day) for day, _, _ in changed))
    return WrittenDays(len(changed), len(days) - len(changed))


class _StoredDay(NamedTuple):
    resolution_minutes: int
    revision: int
    source_time: int
    data: bytes


async def _lock_points(transaction: Transaction, point_ids: Sequence[UUID]) -> None:
    # On SQLite a transaction that writes is alone already. Locked in order, so that two never wait for each other.
    if transaction.dialect == "postgres":
        await transaction.fetch(
            "SELECT id FROM metering_point WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
            point_ids,
        )


async def _stored_days(
    transaction: Transaction, series: Series, days: Sequence[IncomingDay]
) -> dict[tuple[UUID, int], _StoredDay]:
    """Of the days that are delivered what is stored: one point's may be years, and all others' a day."""
    of_point: dict[UUID, list[int]] = {}
    for day in days:
        of_point.setdefault(day.metering_point_id, []).append(day.day)
    wanted = [SeriesDays(id_, series, _ranges(own)) for id_, own in of_point.items()]
    found = await read_days(transaction, "resolution, revision, source_time, data", wanted)
    return {
        (id_, row[0]): _StoredDay(row[1], row[2], row[3], row[4])
        for id_, rows in zip(of_point, found, strict=True)
        for row in rows
    }


def _ranges(days: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Days that follow each other as [first, end)."""
    ranges: list[tuple[int, int]] = []
    for day in sorted(days):
        if ranges and ranges[-1][1] == day:
            ranges[-1] = ranges[-1][0], day + 1
        else:
            ranges.append((day, day + 1))
    return tuple(ranges)


async def _upsert(
    transaction: Transaction, series: Series, changed: Sequence[tuple[IncomingDay, int, int]]
) -> None:
    await transaction.execute_many(
        "INSERT INTO consumption_day (metering_point_id, series, day, resolution, total_micro_kwh, worst_quality,"
        " data, source_time, revision) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
        " ON CONFLICT (metering_point_id, series, day) DO UPDATE SET resolution = excluded.resolution,"
        " total_micro_kwh = excluded.total_micro_kwh, worst_quality = excluded.worst_quality,"
        " data = excluded.data, source_time = excluded.source_time, revision = excluded.revision",
        [
            (
                day.metering_point_id,
                int(series),
                day.day,
                day.resolution_minutes,
                day.total_micro_kwh,
                day.quality,
                day.data,
                source_time,
                revision,
            )
            for day, source_time, revision in changed
        ],
    )


def _days(decoded: DecodedBlocks, resolutions: Sequence[int]) -> list[DaySlots]:
    edges = np.cumsum(decoded.slot_counts)[:-1]
    if not len(decoded.slot_counts):
        return []
    return [
        DaySlots(minutes, values, qualities)
        for minutes, values, qualities in zip(
            resolutions, np.split(decoded.values, edges), np.split(decoded.qualities, edges), strict=True
        )
    ]
