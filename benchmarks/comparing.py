"""How long PostgreSQL takes for the groups of similar homes of one month, over a million metering points.

The rows are made by SQL. A quarter of the homes has no floor area, so that their size is what they used in the twelve
months before; one contract in ten follows another of the same customer, and one home in fifty changed hands this month.
"""

import asyncio
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import psutil

from benchmarks.figures import Figure
from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.similar_homes import EVERY_HOME, compute_groups, forget_groups
from omavirta.metering.comparison import Dwelling, Heating, Months
from omavirta.storage.database import Database, Transaction, open_database
from omavirta.storage.migrate import migrate_database
from support.postgres import find_binaries, postgres_cluster

OCTOBER = Months(2026 * 12 + 9, 1)
_PRODUCT = "00000000-0000-7000-8000-000000000001"


def measure(_folder: Path, *, quick: bool) -> list[Figure]:
    points = 5_000 if quick else 1_000_000
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed (Debian: postgresql): not measured", file=sys.stderr)
        return []
    with postgres_cluster(binaries) as server:
        return asyncio.run(_measure(server + "postgres", points))


async def _measure(url: str, points: int) -> list[Figure]:
    await migrate_database(url)
    async with open_database(url) as database:
        async with database.transaction() as transaction:
            await make_homes(transaction, points)
        for table in ("metering_point", "contract", "consumption_month"):
            await database.fetch(f"VACUUM ANALYZE {table}")
        runs = [await _timed(url, database) for _ in range(3)]
        rows = await database.fetch(
            "SELECT SUM(CASE WHEN group_key = $1 THEN points END), COUNT(*) - 1 FROM comparison_group",
            EVERY_HOME,
        )
    detail = (
        f"{points:,} metering points, {int(rows[0][0]):,} homes known whole, {rows[0][1]:,} groups;"
        f" by the clock {', '.join(f'{run.clock:.1f}' for run in runs)} s"
    )
    seconds = sorted(run.cpu for run in runs)[1]
    return [Figure("similar homes of a month on PostgreSQL", seconds, 10, "s of CPU", detail=detail)]


class _Run(NamedTuple):
    cpu: float
    """Of PostgreSQL and of this process."""
    clock: float


async def _timed(url: str, database: Database) -> _Run:
    await forget_groups(database, OCTOBER)
    cpu, clock = _cpu_seconds(url), perf_counter()
    await compute_groups(database, OCTOBER, to_epoch_microseconds(datetime.now(UTC)))
    return _Run(_cpu_seconds(url) - cpu, perf_counter() - clock)


def _cpu_seconds(url: str) -> float:
    """Of this process and of the cluster's; a connection's own process lives as long as the pool."""
    folder = Path(unquote(urlsplit(url).hostname or ""))
    postmaster = psutil.Process(int((folder / "data" / "postmaster.pid").read_text().split("\n", 1)[0]))
    times = [process.cpu_times() for process in (psutil.Process(), *postmaster.children())]
    return sum(each.user + each.system for each in times)


async def make_homes(transaction: Transaction, points: int) -> None:
    """This many metering points in an empty PostgreSQL database, with customers, contracts and thirteen months."""
    for statement in _statements(points):
        await transaction.execute(statement)


def _statements(points: int) -> Iterator[str]:
    yield "SELECT setseed(0.2026)"
    yield (
        "INSERT INTO network_company (id, name, phone, website)"
        f" VALUES ('{_PRODUCT}', 'Verkko', '+358 1', 'https://verkko.example.fi')"
    )
    yield (
        "INSERT INTO product (id, code, kind, names, descriptions, valid_from)"
        f" VALUES ('{_PRODUCT}', 'bench', 'SPOT', '{{}}', '{{}}', '2020-01-01')"
    )
    yield (
        "INSERT INTO customer (id, number, kind, name)"
        f" SELECT {_id('b')}, n::text, 'PERSON', 'Penkki' FROM generate_series(1, {points} + {points} / 50) AS n"
    )
    # Some dwellings and ways of heating are far more usual than others.
    yield (
        "INSERT INTO metering_point (id, gsrn, street, postal_code, city, network_company_id, dwelling, heating,"
        f" floor_area_m2, climate_zone) SELECT {_id('a')}, lpad(n::text, 18, '0'), 'Katu 1', '00100', 'Helsinki',"
        f" '{_PRODUCT}', {_one_of(Dwelling)}, {_one_of(Heating)},"
        " CASE WHEN random() < 0.75 THEN (20 + 180 * random() ^ 2)::int END, 1 + (random() ^ 2 * 3)::int"
        f" FROM generate_series(1, {points}) AS n"
    )
    yield _contracts(
        "c", "DATE '2020-01-01' + (random() * 1500)::int", f"{_ends()}", f"generate_series(1, {points})"
    )
    yield _contracts("d", "DATE '2026-10-16'", "NULL", f"generate_series(10, {points}, 10)")
    yield _contracts(
        "e", "DATE '2026-10-21'", "NULL", f"generate_series(1, {points}, 50)", f"{points} + 1 + n / 50"
    )
    yield (
        "INSERT INTO consumption_month (metering_point_id, series, month, total_micro_kwh, revision, complete_days,"
        f" worst_quality) SELECT {_id('a')}, 1, month, (random() ^ 2 * 2e9)::bigint, 31,"
        " days - (random() < 0.02)::int, 1"
        f" FROM generate_series(1, {points}) AS n,"
        f" LATERAL (SELECT month, DATE_PART('days', make_date(month / 12, month % 12 + 1, 1) + INTERVAL '1 month'"
        f" - INTERVAL '1 day')::int AS days FROM generate_series({OCTOBER.first - 12}, {OCTOBER.first}) AS month) AS m"
    )


def _contracts(kind: str, start: str, end: str, numbers: str, customer: str = "n") -> str:
    return (
        "INSERT INTO contract (id, customer_id, metering_point_id, product_id, number, start_date, end_date,"
        f" sold_at_distance) SELECT {_id(kind)}, {_id('b', customer)}, {_id('a')}, '{_PRODUCT}', '{kind}' || n,"
        f" {start}, {end}, false FROM {numbers} AS n"
    )


def _ends() -> str:
    """Where another contract follows, of the same customer or of the next."""
    return "CASE WHEN n % 10 = 0 THEN DATE '2026-10-15' WHEN n % 50 = 1 THEN DATE '2026-10-20' END"


def _id(kind: str, number: str = "n") -> str:
    """Ids that lie side by side, as those made one after another do."""
    return f"('00000000-0000-7000-800{kind}-' || lpad(to_hex({number}), 12, '0'))::uuid"


def _one_of(values: type[Dwelling] | type[Heating]) -> str:
    names = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{names}])[1 + floor(random() ^ 2 * {len(values)})::int]"
