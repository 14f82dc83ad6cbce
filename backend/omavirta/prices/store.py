"""Day-ahead prices in the database: a block (`metering.block`) for each area and local day of Europe/Helsinki.

A block's unit is 10^-5 EUR/MWh without VAT. Where the four quarters of each hour cost the same, the day is kept as hours:
before 2025-10-01 a quarter costs what its hour costs, so nothing is lost, and the same prices always make the same row.
"""

from collections import OrderedDict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.block import decode_blocks, encode_blocks, known_slots
from omavirta.metering.calendar import (
    MINUTES_PER_HOUR,
    MINUTES_PER_QUARTER,
    QUARTERS_PER_HOUR,
    SECONDS_PER_QUARTER,
    Int64Array,
    Resolution,
    day_starts,
    edge_instants,
    locate_quarters,
    month_days,
)
from omavirta.metering.months import month_of_day
from omavirta.metering.quality import ABSENT, Quality
from omavirta.prices.amounts import MICRO_CENT_PER_CENT
from omavirta.prices.months import price_revisions, refresh_price_months
from omavirta.prices.quarters import QuarterPrices, quarters_of_days
from omavirta.storage.database import Database, Transaction


class PriceColumn(NamedTuple):
    """Prices of a period's intervals in order (`metering.calendar.intervals` gives their edges)."""

    cents_per_kwh: list[float | None]
    """Without VAT; None where not every quarter-hour of the interval has a price."""

    known_until: datetime | None
    """The end of the area's newest price, in the period or not; None where there is none."""


class WrittenDays(NamedTuple):
    days_written: int
    days_unchanged: int


async def read_prices(
    database: Database, area: str, from_day: int, to_day: int, resolution: Resolution
) -> PriceColumn:
    """Prices on the local days [from_day, to_day). What is coarser than a quarter-hour costs the mean of its quarters."""
    quarters = await quarters_of_days(database, area, from_day, to_day)
    edges = (
        edge_instants(from_day, to_day, resolution) - day_starts(from_day, from_day)[0]
    ) // SECONDS_PER_QUARTER
    return PriceColumn(_means(quarters, edges), await known_until(database, area))


async def read_quarters(database: Database, area: str, from_day: int, to_day: int) -> QuarterPrices:
    """The prices of every quarter of the local days [from_day, to_day), which are kept in memory by months.

    What is kept is known by its revision: a month that has changed is read again. Not to be written into.
    """
    months = range(month_of_day(from_day), month_of_day(to_day - 1) + 1)
    revisions = await price_revisions(database, area, months.start, months.stop)
    kept = _kept.setdefault(database.itself, OrderedDict())
    wanted = {month: (area, month, revision) for month, revision in revisions.items()}
    unread = [month for month, key in wanted.items() if key not in kept]
    found = {month: kept[key] for month, key in wanted.items() if key in kept}
    if unread:
        first, end = month_days(min(unread))[0], month_days(max(unread))[1]
        read = await quarters_of_days(database, area, first, end)
        for month in unread:
            found[month] = kept[wanted[month]] = read.within(first, *month_days(month)).copied()
    for month in found:
        kept.move_to_end(wanted[month])
    while len(kept) > _MONTHS_KEPT:
        kept.popitem(last=False)
    parts = [found[month] if month in found else _nothing_of(month) for month in months]
    joined = QuarterPrices(
        np.concatenate([part.values for part in parts]), np.concatenate([part.known for part in parts])
    )
    return joined.within(month_days(months.start)[0], from_day, to_day)


async def known_until(database: Database, area: str) -> datetime | None:
    """The end of the area's newest price."""
    rows = await database.fetch(
        "SELECT day, data FROM price_day WHERE area = $1 ORDER BY day DESC LIMIT 1", area
    )
    if not rows:
        return None
    day = int(rows[0][0])
    known = _decode([rows[0][1]], [day])[0].known
    end = int(day_starts(day, day)[0]) + (int(np.flatnonzero(known)[-1]) + 1) * SECONDS_PER_QUARTER
    return datetime.fromtimestamp(end, UTC)


async def write_prices(
    transaction: Transaction,
    area: str,
    quarters: Int64Array,
    prices: Int64Array,
    of_hours: NDArray[np.bool_],
    source_time: int,
) -> WrittenDays:
    """Merges prices (10^-5 EUR/MWh) of ascending quarter-hours (since 1970) into the area's days.

    A newer `source_time` (microseconds) replaces; the same or an older one fills what is absent. A price that was given
    for a whole hour (`of_hours`) never replaces quarters that differ: they know more than it does. A day that would not change is not written.
    """
    if not len(quarters):
        return WrittenDays(0, 0)
    await _lock_area(transaction, area)
    days, positions = locate_quarters(quarters)
    first_rows = np.flatnonzero(np.diff(days, prepend=-1))
    stored = await _stored_days(transaction, area, int(days[0]), int(days[-1]) + 1)
    changed: list[_Day] = []
    for start, end in zip(first_rows.tolist(), [*first_rows[1:].tolist(), len(days)], strict=True):
        day = int(days[start])
        before = stored.get(day)
        delivered, coarse = QuarterPrices.nothing(day), QuarterPrices.nothing(day).known
        delivered.values[positions[start:end]] = prices[start:end]
        delivered.known[positions[start:end]] = True
        coarse[positions[start:end]] = of_hours[start:end]
        merged = delivered
        if before is not None:
            merged = _merge(before.slots, delivered, coarse, newer=source_time > before.source_time)
        if before is None:
            changed.append(_Day(day, merged, source_time, 1))
        elif not merged.equals(before.slots):
            changed.append(_Day(day, merged, max(source_time, before.source_time), before.revision + 1))
    await _upsert(transaction, area, changed)
    await refresh_price_months(transaction, area, (day.day for day in changed))
    return WrittenDays(len(changed), len(first_rows) - len(changed))


class _Day(NamedTuple):
    day: int
    slots: QuarterPrices
    source_time: int
    revision: int


def _merge(
    old: QuarterPrices, delivered: QuarterPrices, coarse: NDArray[np.bool_], *, newer: bool
) -> QuarterPrices:
    replaces = delivered.known & ~old.known
    if newer:
        replaces |= delivered.known & ~(coarse & np.repeat(_differ(old), QUARTERS_PER_HOUR))
    return QuarterPrices(np.where(replaces, delivered.values, old.values), old.known | delivered.known)


def _differ(slots: QuarterPrices) -> NDArray[np.bool_]:
    """For each hour, whether its quarters are not all alike."""
    values = slots.values.reshape(-1, QUARTERS_PER_HOUR)
    known = slots.known.reshape(-1, QUARTERS_PER_HOUR)
    found: NDArray[np.bool_] = (values != values[:, :1]).any(axis=1) | (known != known[:, :1]).any(axis=1)
    return found


def encode_day(values: Int64Array, known: NDArray[np.bool_]) -> tuple[int, bytes]:
    """The resolution in minutes and the block of a day's quarters."""
    resolution = MINUTES_PER_QUARTER
    if not _differ(QuarterPrices(values, known)).any():
        resolution = MINUTES_PER_HOUR
        values, known = values[::QUARTERS_PER_HOUR], known[::QUARTERS_PER_HOUR]
    qualities = np.where(known, int(Quality.MEASURED), ABSENT)
    return resolution, encode_blocks(values[np.newaxis], qualities[np.newaxis])[0]


def _decode(blocks: Sequence[bytes], days: Sequence[int]) -> list[QuarterPrices]:
    """The quarters of days' blocks; an hour's price is that of its four quarters."""
    decoded = decode_blocks(blocks)
    known = known_slots(decoded.qualities)
    ends = np.cumsum(decoded.slot_counts).tolist()
    found: list[QuarterPrices] = []
    for day, start, end in zip(days, [0, *ends][:-1], ends, strict=True):
        repeats = len(QuarterPrices.nothing(day).values) // (end - start)
        found.append(
            QuarterPrices(np.repeat(decoded.values[start:end], repeats), np.repeat(known[start:end], repeats))
        )
    return found


_MONTHS_KEPT = 240
"""Of all areas; about 27 kB each."""
_kept: "WeakKeyDictionary[Database, OrderedDict[tuple[str, int, int], QuarterPrices]]" = WeakKeyDictionary()
"""For each database, by area, month and revision; the one that was asked for last at the end."""


def _nothing_of(month: int) -> QuarterPrices:
    return QuarterPrices.nothing(*month_days(month))


def _means(quarters: QuarterPrices, edges: Int64Array) -> list[float | None]:
    """The mean in c/kWh between each two edges, where every quarter is known."""
    if len(edges) < 2:
        return []
    counts = np.diff(edges)
    sums = np.add.reduceat(quarters.values, edges[:-1])
    complete = np.add.reduceat(quarters.known.astype(np.int64), edges[:-1]) == counts
    means: list[float | None] = (sums / (counts * MICRO_CENT_PER_CENT)).tolist()
    for index in np.flatnonzero(~complete).tolist():
        means[index] = None
    return means


async def _lock_area(transaction: Transaction, area: str) -> None:
    """Of two transactions that write the same area one waits, so that neither loses what the other wrote."""
    # On SQLite a transaction that writes is alone already.
    if transaction.dialect == "postgres":
        await transaction.fetch("SELECT pg_advisory_xact_lock(hashtext('price_day ' || $1))", area)


async def _stored_days(transaction: Transaction, area: str, from_day: int, to_day: int) -> dict[int, _Day]:
    rows = await transaction.fetch(
        "SELECT day, source_time, revision, data FROM price_day"
        " WHERE area = $1 AND day >= $2 AND day < $3 ORDER BY day",
        area,
        from_day,
        to_day,
    )
    days = [int(row[0]) for row in rows]
    decoded = _decode([row[3] for row in rows], days)
    return {
        day: _Day(day, slots, int(row[1]), int(row[2]))
        for day, row, slots in zip(days, rows, decoded, strict=True)
    }


async def _upsert(transaction: Transaction, area: str, days: Sequence[_Day]) -> None:
    rows = [
        (area, day.day, *encode_day(day.slots.values, day.slots.known), day.source_time, day.revision)
        for day in days
    ]
    await transaction.execute_many(
        "INSERT INTO price_day (area, day, resolution, data, source_time, revision)"
        " VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (area, day) DO UPDATE SET resolution = excluded.resolution, data = excluded.data,"
        " source_time = excluded.source_time, revision = excluded.revision",
        rows,
    )
