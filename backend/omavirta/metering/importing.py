"""Taking in a file of readings: whole or not at all, with memory that does not grow with the file.

First the whole file is read, checked and spooled as day blocks in the system's folder for temporary files. Only then are they merged, some days
to a transaction. Killed anywhere and run again the end is the same: the ledger has dated the file when it was first seen
whole, and merging the same days with the same date again changes nothing.
"""

import hashlib
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.errors import FileRefused
from omavirta.metering.calendar import MINUTES_PER_QUARTER, SECONDS_PER_QUARTER, iso_instant
from omavirta.metering.quality import QUALITY_NAMES, WEAKEST_KNOWN
from omavirta.metering.readers import open_readings
from omavirta.metering.readers.readings import Reader
from omavirta.metering.reading import Series
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.metering.spool import Disagreement, Spool, SpooledDay, Totals
from omavirta.metering.writing import IncomingDay, WrittenDays, merge_days
from omavirta.storage.database import Database, as_uuid, placeholders
from omavirta.storage.ledger import enter_file, finish_file, record_batch

LEDGER_KIND = "consumption"
DAYS_PER_TRANSACTION = 2_000
GSRNS_PER_QUERY = 500

Progress = Callable[[int, int], None]
"""Is told how many steps are done, and of how many. Half of them are reading the file, half are writing it."""


LATEST = timedelta(days=1)
"""How far ahead of our clock a reading may lie: clocks differ, meters do not see the future."""


@dataclass(frozen=True, slots=True)
class ConsumptionSummary:
    """What came of one file."""

    layout: str
    series: Series
    rows: int
    values: int
    """Rows with a value; the others are gaps."""

    metering_points: int
    days_written: int
    days_unchanged: int
    gaps: int
    """Intervals without a value between each metering point's first row and last."""

    energy_micro_kwh: int
    period_start: datetime
    period_end: datetime


async def import_consumption_file(
    database: Database,
    path: Path,
    clock: Clock,
    *,
    metering_point: str | None = None,
    series: Series = Series.CONSUMPTION,
    progress: Progress | None = None,
) -> ConsumptionSummary:
    """Takes a file's readings. Raises FileRefused, and then nothing has changed.

    `metering_point` is the GSRN of all rows, for a file that does not say it.
    """
    reader = open_readings(path, metering_point=metering_point, series=series)
    with tempfile.TemporaryDirectory(prefix="omavirta-import-") as folder, Spool(Path(folder)) as spool:
        watcher = _Watcher(path, f"{LEDGER_KIND} {series.name} {metering_point or ''}\n", progress)
        try:
            for readings in reader.readings(watcher.see):
                spool.add(readings)
            spool.finish()
        except Disagreement as found:
            raise _disagreement(reader, found) from None
        totals = spool.totals()
        if not totals.rows:
            raise FileRefused("the file has a first line with the names of its columns, and no readings")
        if _moment(totals.end_quarter) > clock() + LATEST:
            raise FileRefused(
                f"the file has readings up to {iso_instant(totals.end_quarter * SECONDS_PER_QUARTER)}, which is yet to come;"
                " nothing can have been measured then"
            )
        await _require_known_points(database, spool, reader)
        written = await _merge(database, spool, series, watcher, path.name, totals, clock)
    return ConsumptionSummary(
        layout=reader.layout,
        series=series,
        rows=totals.rows,
        values=totals.values,
        metering_points=totals.metering_points,
        days_written=written.days_written,
        days_unchanged=written.days_unchanged,
        gaps=totals.gaps,
        energy_micro_kwh=totals.energy_micro_kwh,
        period_start=_moment(totals.first_quarter),
        period_end=_moment(totals.end_quarter),
    )


class _Watcher:
    """Sees every byte that is read: for the file's hash, and for the progress."""

    def __init__(self, path: Path, context: str, progress: Progress | None) -> None:
        # The same content for another metering point or series is another delivery.
        self._hash = hashlib.sha256(context.encode())
        self._size = path.stat().st_size
        self._seen = 0
        self._progress = progress

    def see(self, content: bytes) -> None:
        self._hash.update(content)
        self._seen += len(content)
        if self._progress:
            self._progress(min(self._seen, self._size), 2 * self._size)

    def wrote(self, days: int, all_days: int) -> None:
        if self._progress:
            self._progress(self._size + self._size * days // max(all_days, 1), 2 * self._size)

    def content_hash(self) -> str:
        return self._hash.hexdigest()


async def _merge(
    database: Database,
    spool: Spool,
    series: Series,
    watcher: _Watcher,
    file_name: str,
    totals: Totals,
    clock: Clock,
) -> WrittenDays:
    async with database.transaction() as transaction:
        entry = await enter_file(
            transaction, watcher.content_hash(), LEDGER_KIND, file_name, to_epoch_microseconds(clock())
        )
    written = unchanged = 0
    for number, days in enumerate(spool.days(DAYS_PER_TRANSACTION)):
        incoming = await _with_ids(database, days)
        async with database.transaction() as transaction:
            result = await merge_days(transaction, series, incoming, entry.first_seen_at)
            await record_batch(transaction, entry, number, to_epoch_microseconds(clock()))
        written += result.days_written
        unchanged += result.days_unchanged
        watcher.wrote(written + unchanged, totals.days)
    async with database.transaction() as transaction:
        await finish_file(transaction, entry, to_epoch_microseconds(clock()))
    return WrittenDays(written, unchanged)


async def _with_ids(database: Database, days: list[SpooledDay]) -> list[IncomingDay]:
    gsrns = sorted({day.gsrn for day in days})
    ids: dict[int, UUID] = {}
    for start in range(0, len(gsrns), GSRNS_PER_QUERY):
        ids |= await _point_ids(database, gsrns[start : start + GSRNS_PER_QUERY])
    return [IncomingDay(ids[day.gsrn], *day[1:]) for day in days]


async def _point_ids(database: Database, gsrns: list[int]) -> dict[int, UUID]:
    rows = await database.fetch(
        f"SELECT gsrn, id FROM metering_point WHERE gsrn IN ({placeholders(1, len(gsrns))})",
        *(_gsrn_text(gsrn) for gsrn in gsrns),
    )
    return {int(row[0]): as_uuid(row[1]) for row in rows}


async def _require_known_points(database: Database, spool: Spool, reader: Reader) -> None:
    for gsrns in spool.gsrns(GSRNS_PER_QUERY):
        known = await _point_ids(database, gsrns)
        for gsrn in gsrns:
            if gsrn not in known:
                line = next(
                    int(readings.lines[(readings.gsrns == gsrn).argmax()])
                    for readings in reader.readings()
                    if (readings.gsrns == gsrn).any()
                )
                raise FileRefused(
                    f"metering point {_gsrn_text(gsrn)} is none of ours: there is no such metering point in the portal",
                    place=f"line {line}",
                )


def _disagreement(reader: Reader, found: Disagreement) -> FileRefused:
    """Reads the file again to name the two lines."""
    told: tuple[int, int, int, int] | None = None
    for readings in reader.readings():
        ends = readings.quarters + readings.minutes // MINUTES_PER_QUARTER
        rows = (readings.gsrns == found.gsrn) & (readings.quarters < found.end_quarter)
        for row in (rows & (ends > found.first_quarter)).nonzero()[0].tolist():
            line, minutes, energy, quality = (
                int(column[row])
                for column in (readings.lines, readings.minutes, readings.energies, readings.qualities)
            )
            if told is not None and told[1:] != (minutes, energy, quality) and _overlap(told, minutes, found):
                when = iso_instant(found.first_quarter * SECONDS_PER_QUARTER)
                return FileRefused(
                    f"lines {told[0]} and {line} disagree about the time from {when}:"
                    f" {_in_words(*told[1:])} and {_in_words(minutes, energy, quality)}",
                    place=f"line {line}",
                )
            if told is None:
                told = line, minutes, energy, quality
    raise AssertionError("the file has changed while it was read")


def _overlap(told: tuple[int, int, int, int], minutes: int, found: Disagreement) -> bool:
    """Four quarters of one hour stand beside each other in peace; it is the hour that one of them meets."""
    one_interval = found.end_quarter - found.first_quarter == 1
    return one_interval or told[1] != minutes or minutes != MINUTES_PER_QUARTER


def _in_words(minutes: int, energy_micro_kwh: int, quality: int) -> str:
    if quality > WEAKEST_KNOWN:
        return f"no value for {minutes} minutes"
    return f"{energy_micro_kwh / MICRO_KWH_PER_KWH:g} kWh in {minutes} minutes ({QUALITY_NAMES[quality]})"


def _gsrn_text(gsrn: int) -> str:
    return f"{gsrn:018}"


def _moment(quarter: int) -> datetime:
    return datetime.fromtimestamp(quarter * SECONDS_PER_QUARTER, UTC)
