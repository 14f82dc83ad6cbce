"""Where a file's readings wait as day blocks until the whole file has proven good: a temporary database on disk.

Rows may come in any order. Days that come in one piece, the usual case, are encoded many at once; a day that comes back
is joined with what is there. A file that says two things about one interval is found out here.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.block import decode_blocks, encode_block, encode_blocks, known_slots
from omavirta.metering.calendar import (
    MINUTES_PER_HOUR,
    MINUTES_PER_QUARTER,
    QUARTERS_PER_HOUR,
    SECONDS_PER_QUARTER,
    day_start,
    day_starts,
    locate_quarters,
)
from omavirta.metering.merge import DaySlots
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.readers.readings import Readings
from omavirta.metering.series import day_total, to_resolution

ROWS_AT_ONCE = 80_000
"""Some megabytes; enough that a file sorted by time, of many metering points, still brings whole days."""

_CACHE_KILOBYTES = 8_000
_DAY_TABLE = (
    "CREATE TABLE day (gsrn INTEGER, day INTEGER, resolution INTEGER, total INTEGER, quality INTEGER,"
    " known_quarters INTEGER, data BLOB, PRIMARY KEY (gsrn, day)) WITHOUT ROWID"
)
_MOST_SLOTS = {MINUTES_PER_QUARTER: 100, MINUTES_PER_HOUR: 25}


class Disagreement(Exception):  # noqa: N818 - names what was found
    """Two rows of the file differ about quarter-hours [first_quarter, end_quarter) of a metering point."""

    def __init__(self, gsrn: int, first_quarter: int, end_quarter: int) -> None:
        super().__init__(gsrn, first_quarter, end_quarter)
        self.gsrn = gsrn
        self.first_quarter = first_quarter
        self.end_quarter = end_quarter


class SpooledDay(NamedTuple):
    gsrn: int
    day: int
    resolution_minutes: int
    total_micro_kwh: int | None
    quality: int
    data: bytes


class Totals(NamedTuple):
    """What came in. Quarters are counted since 1970-01-01T00:00Z; the period is [first, end)."""

    rows: int
    values: int
    """Rows with a value."""

    metering_points: int
    days: int
    energy_micro_kwh: int
    gaps: int
    """Intervals without a value between each metering point's first row and last: hours where it has only hours."""

    first_quarter: int
    end_quarter: int


class Spool:
    """Used as a context manager; its file goes when it closes."""

    def __init__(self, folder: Path, rows_at_once: int = ROWS_AT_ONCE) -> None:
        self._rows_at_once = rows_at_once
        self._database = sqlite3.connect(folder / "readings.db", isolation_level=None)
        for statement in (
            "PRAGMA journal_mode=MEMORY",
            "PRAGMA synchronous=OFF",
            f"PRAGMA cache_size=-{_CACHE_KILOBYTES}",
            _DAY_TABLE,
            "CREATE TABLE point (gsrn INTEGER PRIMARY KEY, first_quarter INTEGER, end_quarter INTEGER)",
        ):
            self._database.execute(statement)
        self._waiting: list[Readings] = []
        self._waiting_rows = 0
        self._rows = 0
        self._values = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def add(self, readings: Readings) -> None:
        """Raises Disagreement, or waits to raise it until `finish`."""
        self._waiting.append(readings)
        self._waiting_rows += len(readings.lines)
        if self._waiting_rows >= self._rows_at_once:
            self._spool(keep_last_day=True)

    def finish(self) -> None:
        """Must be called after the last `add`. Raises Disagreement."""
        self._spool(keep_last_day=False)

    def totals(self) -> Totals:
        points, first, end, days, energy = self._database.execute(
            "SELECT count(*), min(first_quarter), max(end_quarter), (SELECT count(*) FROM day),"
            " (SELECT sum(total) FROM day) FROM point"
        ).fetchone()
        (gaps,) = self._database.execute(
            "SELECT sum((end_quarter - first_quarter - coalesce(known, 0)) / (coalesce(resolution, 60) / 15))"
            " FROM point LEFT JOIN (SELECT gsrn, sum(known_quarters) AS known, min(resolution) AS resolution"
            " FROM day GROUP BY gsrn) USING (gsrn)"
        ).fetchone()
        return Totals(self._rows, self._values, points, days, energy or 0, gaps or 0, first or 0, end or 0)

    def gsrns(self, count: int) -> Iterator[list[int]]:
        """The metering points in order, some at a time."""
        cursor = self._database.execute("SELECT gsrn FROM point ORDER BY gsrn")
        while rows := cursor.fetchmany(count):
            yield [row[0] for row in rows]

    def days(self, count: int) -> Iterator[list[SpooledDay]]:
        """The days by metering point and date, some at a time: the same file always comes in the same parts."""
        cursor = self._database.execute(
            "SELECT gsrn, day, resolution, total, quality, data FROM day ORDER BY gsrn, day"
        )
        while rows := cursor.fetchmany(count):
            yield [SpooledDay(*row) for row in rows]

    def _spool(self, *, keep_last_day: bool) -> None:
        if not self._waiting:
            return
        rows = Readings(*(np.concatenate(columns) for columns in zip(*self._waiting, strict=True)))
        days, positions = locate_quarters(rows.quarters)
        self._waiting = []
        if keep_last_day:
            # The last day may go on in the next rows.
            last = (rows.gsrns == rows.gsrns[-1]) & (days == days[-1])
            if not last.all():
                self._waiting = [_chosen(rows, last)]
                rows, days, positions = _chosen(rows, ~last), days[~last], positions[~last]
        self._waiting_rows = sum(len(readings.lines) for readings in self._waiting)

        self._rows += len(rows.lines)
        self._values += int(known_slots(rows.qualities).sum())
        if not _in_order(rows):
            order = np.lexsort((rows.minutes, rows.quarters, rows.gsrns))
            rows, days, positions = _chosen(rows, order), days[order], positions[order]
        self._database.execute("BEGIN")
        self._note_points(rows)
        for minutes in (MINUTES_PER_QUARTER, MINUTES_PER_HOUR):
            # A row that says nothing is no part of a day.
            wanted = (rows.minutes == minutes) & (rows.qualities != ABSENT)
            if wanted.any():
                told = _chosen(rows, wanted)
                _refuse_disagreement(told)
                self._put_days(
                    told, days[wanted], positions[wanted] * MINUTES_PER_QUARTER // minutes, minutes
                )
        self._database.execute("COMMIT")

    def _note_points(self, rows: Readings) -> None:
        first = np.flatnonzero(np.diff(rows.gsrns, prepend=-1))
        ends = np.maximum.reduceat(rows.quarters + rows.minutes // MINUTES_PER_QUARTER, first)
        self._database.executemany(
            "INSERT INTO point VALUES (?, ?, ?) ON CONFLICT (gsrn) DO UPDATE SET"
            " first_quarter = min(first_quarter, excluded.first_quarter),"
            " end_quarter = max(end_quarter, excluded.end_quarter)",
            zip(rows.gsrns[first].tolist(), rows.quarters[first].tolist(), ends.tolist(), strict=True),
        )

    def _put_days(
        self, rows: Readings, days: NDArray[np.int64], slots: NDArray[np.int64], minutes: int
    ) -> None:
        """Rows of one interval length, ordered by metering point and time."""
        is_first = np.ones(len(days), dtype=np.bool_)
        is_first[1:] = (np.diff(rows.gsrns) != 0) | (np.diff(days) != 0)
        first = np.flatnonzero(is_first)
        day_of, gsrn_of, row_of = days[first], rows.gsrns[first], np.cumsum(is_first) - 1
        values = np.zeros((len(first), _MOST_SLOTS[minutes]), dtype=np.int64)
        codes = np.full(values.shape, ABSENT, dtype=np.uint8)
        values[row_of, slots] = rows.energies
        codes[row_of, slots] = rows.qualities

        first_day = int(day_of.min())
        lengths = np.diff(day_starts(first_day, int(day_of.max()) + 1))
        slot_counts = lengths[day_of - first_day] // (minutes * 60)
        for count in np.unique(slot_counts).tolist():
            chosen = np.flatnonzero(slot_counts == count)
            self._insert(
                gsrn_of[chosen], day_of[chosen], values[chosen, :count], codes[chosen, :count], minutes
            )

    def _insert(
        self,
        gsrns: NDArray[np.int64],
        days: NDArray[np.int64],
        values: NDArray[np.int64],
        codes: NDArray[np.uint8],
        minutes: int,
    ) -> None:
        known = known_slots(codes)
        known_counts = known.sum(axis=1)
        totals = np.where(known, values, 0).sum(axis=1)
        qualities = np.where(known_counts == codes.shape[1], codes.max(axis=1), Quality.PARTIALLY_MISSING)
        rows = [
            (
                gsrn,
                day,
                minutes,
                total if known_count else None,
                quality if known_count else int(Quality.MISSING),
                known_count * minutes // MINUTES_PER_QUARTER,
                data,
            )
            for gsrn, day, total, quality, known_count, data in zip(
                gsrns.tolist(),
                days.tolist(),
                totals.tolist(),
                qualities.tolist(),
                known_counts.tolist(),
                encode_blocks(values, codes),
                strict=True,
            )
        ]
        self._database.execute("SAVEPOINT days")
        try:
            self._database.executemany("INSERT INTO day VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        except sqlite3.IntegrityError:
            self._database.execute("ROLLBACK TO days")
            for row in rows:
                self._insert_or_join(row)
        self._database.execute("RELEASE days")

    def _insert_or_join(self, row: tuple[int, int, int, int | None, int, int, bytes]) -> None:
        gsrn, day, minutes, *_, data = row
        found = self._database.execute(
            "SELECT resolution, data FROM day WHERE gsrn = ? AND day = ?", (gsrn, day)
        ).fetchone()
        if found is None:
            self._database.execute("INSERT INTO day VALUES (?, ?, ?, ?, ?, ?, ?)", row)
            return
        joined = _join(gsrn, day, _slots(*found), _slots(minutes, data))
        total, quality = day_total(joined.values, joined.qualities)
        known = int(known_slots(joined.qualities).sum()) * joined.resolution_minutes // MINUTES_PER_QUARTER
        self._database.execute(
            "UPDATE day SET resolution = ?, total = ?, quality = ?, known_quarters = ?, data = ?"
            " WHERE gsrn = ? AND day = ?",
            (
                joined.resolution_minutes,
                total,
                quality,
                known,
                encode_block(joined.values, joined.qualities),
                gsrn,
                day,
            ),
        )


def _chosen(rows: Readings, which: NDArray[np.bool_] | NDArray[np.int64]) -> Readings:
    return Readings(
        lines=rows.lines[which],
        gsrns=rows.gsrns[which],
        quarters=rows.quarters[which],
        minutes=rows.minutes[which],
        energies=rows.energies[which],
        qualities=rows.qualities[which],
    )


def _in_order(rows: Readings) -> bool:
    steps = np.diff(rows.gsrns)
    return bool(((steps > 0) | ((steps == 0) & (np.diff(rows.quarters) > 0))).all())


def _refuse_disagreement(rows: Readings) -> None:
    """Neighbours of the same interval must say the same."""
    same = (rows.gsrns[1:] == rows.gsrns[:-1]) & (rows.quarters[1:] == rows.quarters[:-1])
    if not same.any():
        return
    differ = (rows.energies[1:] != rows.energies[:-1]) | (rows.qualities[1:] != rows.qualities[:-1])
    if (same & differ).any():
        where = int((same & differ).argmax())
        quarter = int(rows.quarters[where])
        raise Disagreement(
            int(rows.gsrns[where]), quarter, quarter + int(rows.minutes[where]) // MINUTES_PER_QUARTER
        )


def _slots(minutes: int, data: bytes) -> DaySlots:
    decoded = decode_blocks([data])
    return DaySlots(minutes, decoded.values, decoded.qualities)


def _join(gsrn: int, day: int, one: DaySlots, other: DaySlots) -> DaySlots:
    """Two parts of one file's day, which must not differ where both say something."""
    first_quarter = day_start(day) // SECONDS_PER_QUARTER
    if one.resolution_minutes == other.resolution_minutes:
        length = one.resolution_minutes // MINUTES_PER_QUARTER
        both = (one.qualities != ABSENT) & (other.qualities != ABSENT)
        differ = both & ((one.qualities != other.qualities) | (one.values != other.values))
        taken = one.qualities == ABSENT
    else:
        hours, one = (one, other) if one.resolution_minutes == MINUTES_PER_HOUR else (other, one)
        length = QUARTERS_PER_HOUR
        quarters = one.qualities.reshape(-1, QUARTERS_PER_HOUR)
        sums = one.values.reshape(-1, QUARTERS_PER_HOUR).sum(axis=1)
        told = (hours.qualities != ABSENT) & (quarters != ABSENT).any(axis=1)
        agree = (
            known_slots(quarters).all(axis=1) & known_slots(hours.qualities) & (sums == hours.values)
        ) | ((quarters == Quality.MISSING).all(axis=1) & (hours.qualities == Quality.MISSING))
        differ = told & ~agree
        taken = np.repeat((hours.qualities != ABSENT) & ~told, QUARTERS_PER_HOUR)
        other = DaySlots(
            MINUTES_PER_QUARTER,
            *to_resolution(hours.values, hours.qualities, MINUTES_PER_HOUR, MINUTES_PER_QUARTER),
        )
    if differ.any():
        quarter = first_quarter + int(differ.argmax()) * length
        raise Disagreement(gsrn, quarter, quarter + length)
    return DaySlots(
        one.resolution_minutes,
        np.where(taken, other.values, one.values),
        np.where(taken, other.qualities, one.qualities),
    )
