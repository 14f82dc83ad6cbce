"""Bytes a reading, indexes included, on SQLite and on PostgreSQL, after importing one household's file for 200 points."""

import asyncio
import csv
import sys
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from stdnum import ean

from benchmarks.figures import Figure
from omavirta.clock import system_clock
from omavirta.metering.importing import import_consumption_file
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.storage.database import Database, open_database
from omavirta.storage.migrate import migrate_database
from support.postgres import find_binaries, postgres_cluster

REAL_FILE = (
    Path(__file__).resolve().parents[2] / "shared" / "data" / "fingrid_datahub" / "consumption-test.csv"
)
HEADER = "Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu"


def gsrn(number: int) -> str:
    body = f"643007127{number:08d}"
    return body + ean.calc_check_digit(body)


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    points = 4 if quick else 200
    file = folder / "points.csv"
    readings = write_points_file(file, points)
    source = REAL_FILE.name if REAL_FILE.is_file() else "generated data, the real file is not here"
    detail = f"{readings:,} readings of {points} metering points; {source}"
    path, empty = folder / "storage.db", folder / "empty.db"
    asyncio.run(_fill(f"sqlite://{path}", file, points))
    asyncio.run(_fill(f"sqlite://{empty}", None, points))
    grown = path.stat().st_size - empty.stat().st_size
    figures = [Figure("consumption on SQLite", grown / readings, 2.5, "bytes a reading", detail=detail)]
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed (Debian: postgresql): not measured on it", file=sys.stderr)
        return figures
    with postgres_cluster(binaries) as server:
        size = asyncio.run(_fill(server + "postgres", file, points))
    figures.append(
        Figure("consumption on PostgreSQL", size / readings, 2.5, "bytes a reading", detail=detail)
    )
    return figures


def write_points_file(file: Path, points: int) -> int:
    """One household's readings under the ids of many points; gives how many rows there are."""
    times_and_values = _real_rows() if REAL_FILE.is_file() else _made_rows()
    with file.open("w", encoding="utf-8") as out:
        out.write(HEADER + "\n")
        for number in range(points):
            point = gsrn(number)
            out.writelines(f"{point};8716867000030;PT15M;kWh;BN01;{row}\n" for row in times_and_values)
    return points * len(times_and_values)


def _real_rows() -> list[str]:
    with REAL_FILE.open(encoding="utf-8-sig", newline="") as file:
        return [
            f"{row['Alkuaika']};{row['Määrä']};{row['Laatu']}" for row in csv.DictReader(file, delimiter=";")
        ]


def _made_rows() -> list[str]:
    """Where the real file is not there: as many readings, as large."""
    random = np.random.default_rng(1)
    start = int(datetime(2024, 12, 31, 22, tzinfo=UTC).timestamp())
    values = random.gamma(1.2, 0.29, 26_204)
    return [
        f"{datetime.fromtimestamp(start + 900 * index, UTC):%Y-%m-%dT%H:%M:%SZ};{value:.2f}0000;OK".replace(
            ".", ","
        )
        for index, value in enumerate(values.tolist())
    ]


async def make_points_database(url: str, points: int) -> None:
    """A new database with this many metering points and nothing else."""
    await migrate_database(url)
    async with open_database(url) as database:
        await _make_points(database, points)


async def _fill(url: str, file: Path | None, points: int) -> int:
    """Imports the file; gives the table's bytes with its indexes where the database tells them (PostgreSQL)."""
    await make_points_database(url, points)
    async with open_database(url) as database:
        if file is not None:
            await import_consumption_file(database, file, system_clock)
        if database.dialect == "sqlite":
            return 0
        rows = await database.fetch("SELECT pg_total_relation_size('consumption_day')")
        return int(rows[0][0])


async def _make_points(database: Database, points: int) -> None:
    with database.orm():
        company = await NetworkCompany.create(
            name="Verkko", phone="+358 1", website="https://verkko.example.fi"
        )
        for number in range(points):
            await MeteringPoint.create(
                gsrn=gsrn(number),
                street="Katu 1",
                postal_code="00100",
                city="Helsinki",
                network_company=company,
            )
