"""Files of meter readings, written as the senders write them."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from omavirta.metering.readers import open_readings
from omavirta.metering.readers.readings import Reader
from omavirta.metering.reading import Series

GSRN = "643007127000000013"
OTHER_GSRN = "643007127123456780"
HEADER_FI = (
    "Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu"
)
HEADER_FI_OLD = HEADER_FI.replace("Lukeman tyyppi;", "")
HEADER_EN = "MeteringPointGSRN;Product Type;Resolution;Unit Type;Reading Type;Start Time;Quantity;Quality"
CARUNA_HEADER = '"Ajankohta";"Laskutettava kulutus (kWh)";"Ylijäämätuotanto (kWh)";"Ulkolämpötila (°C)"'
NO_DATA = "Ei kulutustietoja tällä ajanjaksolla."


def row(
    start: str,
    quantity: str = "0,250000",
    quality: str = "OK",
    *,
    gsrn: str = GSRN,
    resolution: str = "PT15M",
    product: str = "8716867000030",
    unit: str = "kWh",
) -> str:
    return f"{gsrn};{product};{resolution};{unit};BN01;{start};{quantity};{quality}"


def quarters(start: str, quantities: Iterable[str], gsrn: str = GSRN) -> list[str]:
    """Rows of quarter-hours one after another."""
    first = datetime.fromisoformat(start).astimezone(UTC)
    return [
        row(f"{first + timedelta(minutes=15 * index):%Y-%m-%dT%H:%M:%SZ}", quantity, gsrn=gsrn)
        for index, quantity in enumerate(quantities)
    ]


def write(folder: Path, lines: Iterable[str], header: str = HEADER_FI, *, name: str = "readings.csv") -> Path:
    path = folder / name
    path.write_text("\n".join([header, *lines, ""]), encoding="utf-8-sig", newline="")
    return path


def opened(path: Path, metering_point: str | None = None, series: Series = Series.CONSUMPTION) -> Reader:
    return open_readings(path, metering_point=metering_point, series=series)


def rows_of(reader: Reader) -> list[tuple[int, int, int, int, int, int]]:
    """(line, metering point, quarter since 1970, minutes, micro-kWh, quality code) of each row."""
    return [
        values
        for readings in reader.readings()
        for values in zip(*(column.tolist() for column in readings), strict=True)
    ]
