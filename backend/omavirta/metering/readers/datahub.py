"""Oma Datahub's CSV (Fingrid Datahub): a row an interval, its start in UTC. Columns are found by their names.

A piece of the file is read column by column. Where that meets anything unusual the piece is read again row by row, which
either explains itself or gives the line to blame.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.errors import FileRefused
from omavirta.metering.calendar import MINUTES_PER_HOUR, MINUTES_PER_QUARTER, QUARTERS_PER_HOUR
from omavirta.metering.quality import DATAHUB_QUALITIES, Quality
from omavirta.metering.readers.points import PointIds, is_spreadsheet_number
from omavirta.metering.readers.quantities import NO_VALUE, Quantities, QuarterTimes
from omavirta.metering.readers.readings import Readings
from omavirta.metering.readers.table import Piece, TextTable, split_columns, split_line
from omavirta.metering.reading import Series

ACTIVE_ENERGY = "8716867000030"
REACTIVE_ENERGY = "8716867000047"
RESOLUTIONS = {"PT15M": MINUTES_PER_QUARTER, "PT1H": MINUTES_PER_HOUR, "PT60M": MINUTES_PER_HOUR}

COLUMN_NAMES: dict[str, tuple[str, ...]] = {
    "gsrn": ("mittauspisteen tunnus", "meteringpointgsrn"),
    "product": ("tuotteen tyyppi", "product type"),
    "resolution": ("resoluutio", "resolution"),
    "unit": ("yksikkötyyppi", "unit type"),
    "start": ("alkuaika", "start time"),
    "quantity": ("määrä", "quantity"),
    "quality": ("laatu", "quality"),
}
"""What is read, with its names in Finnish and English. `Lukeman tyyppi` (`Reading Type`) came in 2022 and is not needed."""


class DatahubReader:
    layout = "Oma Datahub CSV"

    @staticmethod
    def recognises(header: Sequence[str]) -> bool:
        return all(any(name in header for name in names) for names in COLUMN_NAMES.values())

    def __init__(self, table: TextTable, points: PointIds, series: Series) -> None:  # noqa: ARG002 - all readers alike
        # The file does not say whether it is of consumption or production: the caller does.
        self._table = table
        self._width = len(table.header)
        self._column = _Columns(*(_position(table.header, names) for names in COLUMN_NAMES.values()))
        self._points = points
        self._quantities = Quantities()
        self._times = QuarterTimes()

    def readings(self, watch: Callable[[bytes], None] | None = None) -> Iterator[Readings]:
        for piece in self._table.pieces(watch):
            readings = self._at_once(piece) or self._row_by_row(piece)
            if len(readings.lines):
                yield readings

    def _at_once(self, piece: Piece) -> Readings | None:
        columns = split_columns(piece.text, self._width)
        if columns is None:
            return None
        column = self._column
        try:
            for product, unit in set(zip(columns[column.product], columns[column.unit], strict=True)):
                _require_active_energy(product, unit)
            minutes = _mapped(columns[column.resolution], _resolution)
            qualities = _mapped(columns[column.quality], _quality)
            gsrns = _mapped(columns[column.gsrn], self._points.__getitem__)
            count = len(gsrns)
            quarters = np.fromiter(map(self._times.__getitem__, columns[column.start]), np.int64, count)
            energies = np.fromiter(
                map(self._quantities.__getitem__, columns[column.quantity]), np.int64, count
            )
        except (ValueError, FileRefused):
            return None
        missing = (qualities == Quality.MISSING) | (energies == NO_VALUE)
        if missing.any():
            empty_but_known = (energies == NO_VALUE) & (qualities != Quality.MISSING)
            given_but_missing = (qualities == Quality.MISSING) & (energies != NO_VALUE) & (energies != 0)
            if empty_but_known.any() or given_but_missing.any():
                return None
            energies[missing] = 0
        if ((minutes == MINUTES_PER_HOUR) & (quarters % QUARTERS_PER_HOUR != 0)).any():
            return None
        lines = np.arange(piece.first_line, piece.first_line + count)
        return Readings(lines, gsrns, quarters, minutes, energies, qualities.astype(np.uint8))

    def _row_by_row(self, piece: Piece) -> Readings:
        lines: list[int] = []
        rows: list[tuple[int, int, int, int, int]] = []
        for line, text in enumerate(piece.text.split("\n")[:-1], piece.first_line):
            if not text.strip(" \t\r;"):
                continue
            try:
                rows.append(self._row(split_line(text)))
            except (ValueError, FileRefused) as error:
                raise FileRefused(str(error), place=f"line {line}") from None
            lines.append(line)
        table = np.array(rows, dtype=np.int64).reshape(-1, 5)
        gsrns, quarters, minutes, energies, qualities = table.T.copy()
        return Readings(
            np.array(lines, dtype=np.int64), gsrns, quarters, minutes, energies, qualities.astype(np.uint8)
        )

    def _row(self, fields: list[str]) -> tuple[int, int, int, int, int]:
        if len(fields) != self._width:
            raise ValueError(
                f"the line has {len(fields)} fields where the first line names {self._width}: it is broken or cut off"
            )
        column = self._column
        _require_active_energy(fields[column.product], fields[column.unit])
        gsrn = self._points[fields[column.gsrn]]
        minutes = _resolution(fields[column.resolution])
        quarter = self._times[fields[column.start]]
        if minutes == MINUTES_PER_HOUR and quarter % QUARTERS_PER_HOUR:
            raise ValueError(
                f"{fields[column.start]!r} is not the start of an hour, and the row is of a whole hour"
            )
        quality = _quality(fields[column.quality])
        quantity = fields[column.quantity]
        energy = self._quantities[quantity]
        if energy == NO_VALUE:
            # `null` says by itself that there is no value; nothing at all may as well be a fault.
            if quality != Quality.MISSING and not quantity.strip():
                raise ValueError("the amount is empty, and the quality does not say that it is missing")
            return gsrn, quarter, minutes, 0, Quality.MISSING
        if quality == Quality.MISSING and energy:
            raise ValueError(f"the quality says that the value is missing, and the amount is {quantity}")
        return gsrn, quarter, minutes, energy, quality


class _Columns(NamedTuple):
    """Where each column stands, in the order of COLUMN_NAMES."""

    gsrn: int
    product: int
    resolution: int
    unit: int
    start: int
    quantity: int
    quality: int


def _position(header: Sequence[str], names: Sequence[str]) -> int:
    found = [position for position, name in enumerate(header) if name in names]
    if len(found) > 1:
        raise FileRefused(f"the column {header[found[0]]!r} stands in the file twice", place="line 1")
    return found[0]


def _mapped(column: list[str], parse: Callable[[str], int]) -> NDArray[np.int64]:
    """Few different texts to integers, each parsed once."""
    parsed = {text: parse(text) for text in set(column)}
    if len(parsed) == 1:
        return np.full(len(column), next(iter(parsed.values())), dtype=np.int64)
    return np.fromiter(map(parsed.__getitem__, column), np.int64, len(column))


def _require_active_energy(product: str, unit: str) -> None:
    product, unit = product.strip(), unit.strip().casefold()
    if product == REACTIVE_ENERGY or unit.startswith("kvar"):
        raise ValueError(
            f"the row is of reactive energy (product {REACTIVE_ENERGY}): only active energy in kWh is taken"
        )
    if unit != "kwh":
        raise ValueError(f"the unit is {unit!r}: energy is taken in kWh")
    if product.strip("0") and product != ACTIVE_ENERGY and not is_spreadsheet_number(product):
        raise ValueError(f"the product is {product!r}: only active energy ({ACTIVE_ENERGY}) is taken")


def _resolution(text: str) -> int:
    try:
        return RESOLUTIONS[text.strip()]
    except KeyError:
        raise ValueError(f"the resolution is {text!r}: PT15M and PT1H are taken") from None


def _quality(text: str) -> int:
    try:
        return DATAHUB_QUALITIES[text.strip().upper()]
    except KeyError:
        raise ValueError(f"the quality {text!r} is none of {', '.join(DATAHUB_QUALITIES)}") from None
