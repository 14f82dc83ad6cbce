"""Readers of meter readings: `open_readings` finds out which layout a file has by its header."""

from pathlib import Path

from omavirta.errors import FileRefused
from omavirta.metering.readers.caruna import CarunaReader
from omavirta.metering.readers.datahub import DatahubReader
from omavirta.metering.readers.points import PointIds
from omavirta.metering.readers.readings import Reader
from omavirta.metering.readers.table import TextTable
from omavirta.metering.reading import Series

LAYOUTS: tuple[type[DatahubReader] | type[CarunaReader], ...] = (DatahubReader, CarunaReader)


def open_readings(path: Path, *, metering_point: str | None, series: Series) -> Reader:
    """The file's reader, its header read. Raises FileRefused for what is no file of meter readings.

    `metering_point` is the id (GSRN) that the caller gives, for files that do not say whose they are.
    """
    table = TextTable(path)
    for layout in LAYOUTS:
        if layout.recognises(table.header):
            return layout(table, PointIds(metering_point), series)
    raise FileRefused(
        "the columns are of no layout that is known: readings come as CSV from Oma Datahub"
        " (Mittauspisteen tunnus;…;Alkuaika;Määrä;Laatu) or from Caruna (Ajankohta;Laskutettava kulutus (kWh);…)",
        place="line 1",
    )
