"""Caruna's “Energiaseuranta” CSV: a row an hour, in local time without a zone, with the Finnish name of the weekday.

In autumn 03:00 stands twice and the order of the rows tells which is which. A sentence stands where there is no value:
nothing was delivered then.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import numpy as np

from omavirta.errors import FileRefused
from omavirta.metering.calendar import MINUTES_PER_HOUR, SECONDS_PER_QUARTER, TIME_ZONE
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.readers.points import PointIds
from omavirta.metering.readers.quantities import NO_VALUE, Quantities
from omavirta.metering.readers.readings import Readings
from omavirta.metering.readers.table import Piece, TextTable, split_line
from omavirta.metering.reading import Series

TIME_COLUMN = "ajankohta"
SERIES_COLUMNS = {
    Series.CONSUMPTION: "laskutettava kulutus (kwh)",
    Series.PRODUCTION: "ylijäämätuotanto (kwh)",
}
WEEKDAYS = ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai")
_TIME = re.compile(r"(?:(\w+)\s+)?(\d{1,2})\.(\d{1,2})\.(\d{4})\s+(\d{1,2}):(\d{2})")
_SENTENCE = re.compile(r"[^\W\d_]+(\s+[^\W\d_]+)+\.?")


class CarunaReader:
    layout = "Caruna CSV"

    @staticmethod
    def recognises(header: Sequence[str]) -> bool:
        return TIME_COLUMN in header and any(name in header for name in SERIES_COLUMNS.values())

    def __init__(self, table: TextTable, points: PointIds, series: Series) -> None:
        wanted = SERIES_COLUMNS[series]
        if wanted not in table.header:
            raise FileRefused(f"the file has no column {wanted!r}", place="line 1")
        self._table = table
        self._width = len(table.header)
        self._time = table.header.index(TIME_COLUMN)
        self._quantity = table.header.index(wanted)
        self._gsrn = points.of_file("Caruna's file")
        self._quantities = Quantities()

    def readings(self, watch: Callable[[bytes], None] | None = None) -> Iterator[Readings]:
        clock = _LocalClock()
        for piece in self._table.pieces(watch):
            readings = self._piece(piece, clock)
            if len(readings.lines):
                yield readings

    def _piece(self, piece: Piece, clock: "_LocalClock") -> Readings:
        rows: list[tuple[int, int, int, int]] = []
        for line, text in enumerate(piece.text.split("\n")[:-1], piece.first_line):
            if not text.strip(" \t\r;"):
                continue
            try:
                rows.append((line, *self._row(split_line(text), clock)))
            except ValueError as error:
                raise FileRefused(str(error), place=f"line {line}") from None
        lines, quarters, energies, qualities = np.array(rows, dtype=np.int64).reshape(-1, 4).T.copy()
        return Readings(
            lines,
            np.full(len(lines), self._gsrn, dtype=np.int64),
            quarters,
            np.full(len(lines), MINUTES_PER_HOUR, dtype=np.int64),
            energies,
            qualities.astype(np.uint8),
        )

    def _row(self, fields: list[str], clock: "_LocalClock") -> tuple[int, int, int]:
        if len(fields) != self._width:
            raise ValueError(
                f"the line has {len(fields)} fields where the first line names {self._width}: it is broken or cut off"
            )
        quarter = clock.quarter(fields[self._time])
        quantity = fields[self._quantity].strip()
        if _SENTENCE.fullmatch(quantity):
            return quarter, 0, ABSENT
        energy = self._quantities[quantity]
        if energy == NO_VALUE:
            return quarter, 0, ABSENT
        return quarter, energy, Quality.MEASURED


class _LocalClock:
    """Local times in the order of a file to instants."""

    def __init__(self) -> None:
        self._previous: datetime | None = None

    def quarter(self, text: str) -> int:
        moment = _parse_local(text).replace(tzinfo=TIME_ZONE)
        twin = moment.replace(fold=1)
        if moment.utcoffset() != twin.utcoffset():
            if moment.astimezone(UTC).astimezone(TIME_ZONE).hour != moment.hour:
                raise ValueError(f"{text!r} does not exist: the clocks were put forward over it")
            moment = self._which(moment, twin)
        self._previous = moment
        return int(moment.timestamp()) // SECONDS_PER_QUARTER

    def _which(self, summer: datetime, winter: datetime) -> datetime:
        """The second of a pair has its twin just before it. In a file that goes back in time winter's comes first."""
        if self._previous is None:
            return summer
        before = self._previous.replace(tzinfo=None, fold=0)
        local = summer.replace(tzinfo=None)
        if before == local:
            return summer if self._previous.fold else winter
        return winter if before > local else summer


def _parse_local(text: str) -> datetime:
    found = _TIME.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not a time like “lauantai 1.1.2022 00:00”")
    weekday, day, month, year, hour, minute = found.groups()
    try:
        local = datetime(int(year), int(month), int(day), int(hour), int(minute))  # noqa: DTZ001 - that is the layout
    except ValueError:
        raise ValueError(f"{text!r} is not a time of a calendar day") from None
    if not 2000 <= local.year <= 2099:
        raise ValueError(f"{text!r} is not in this century")
    if weekday is not None and weekday.casefold() != WEEKDAYS[local.weekday()]:
        raise ValueError(f"{text!r} was not a {weekday} but a {WEEKDAYS[local.weekday()]}")
    if local.minute:
        raise ValueError(f"{text!r} is not the start of an hour")
    return local
