"""Taking in files: whole or not at all, and always to the same end."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from omavirta.errors import FileRefused
from omavirta.metering.importing import ConsumptionSummary, import_consumption_file
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series
from omavirta.storage.database import Database
from support.consumption_table import all_days, all_values, ledger, slots
from support.factory import World
from support.readings import CARUNA_HEADER, GSRN, OTHER_GSRN, quarters, row, write

pytestmark = pytest.mark.anyio

MIDNIGHT = "2026-01-05T22:00:00Z"


class Clock:
    """An hour passes between two imports."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 25, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def tick(self) -> None:
        self.now += timedelta(hours=1)


class Importer:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = Clock()

    async def take(
        self, path: Path, metering_point: str | None = None, series: Series = Series.CONSUMPTION
    ) -> ConsumptionSummary:
        self.clock.tick()
        return await import_consumption_file(
            self.database, path, self.clock, metering_point=metering_point, series=series
        )

    async def forget(self) -> None:
        async with self.database.transaction() as transaction:
            for table in ("consumption_day", "import_batch", "import_ledger"):
                await transaction.execute(f"DELETE FROM {table}")
        self.clock = Clock()


@pytest.fixture
async def importer(database: Database) -> Importer:
    world = await World(database).start()
    await world.point(gsrn=GSRN)
    await world.point(gsrn=OTHER_GSRN)
    return Importer(database)


def two_days(folder: Path, *, name: str = "readings.csv", first: int = 0, last: int = 192) -> Path:
    rows = quarters(MIDNIGHT, [f"{index / 100:.2f}".replace(".", ",") for index in range(192)])
    return write(folder, rows[first:last], name=name)


async def test_a_file_becomes_days(importer: Importer, tmp_path: Path) -> None:
    path = two_days(tmp_path)

    summary = await importer.take(path)

    assert summary == ConsumptionSummary(
        layout="Oma Datahub CSV",
        series=Series.CONSUMPTION,
        rows=192,
        values=192,
        metering_points=1,
        days_written=2,
        days_unchanged=0,
        gaps=0,
        energy_micro_kwh=sum(range(192)) * 10_000,
        period_start=datetime(2026, 1, 5, 22, tzinfo=UTC),
        period_end=datetime(2026, 1, 7, 22, tzinfo=UTC),
    )
    assert await slots(importer.database) == [(index * 10_000, Quality.MEASURED) for index in range(192)]
    now = int(importer.clock.now.timestamp()) * 10**6
    assert [row[2:7] for row in await all_days(importer.database)] == [
        (15, sum(range(96)) * 10_000, 1, 1, now),
        (15, sum(range(96, 192)) * 10_000, 1, 1, now),
    ]
    assert await ledger(importer.database) == [("consumption", "readings.csv", now, True)]


async def test_the_same_file_twice_changes_nothing(importer: Importer, tmp_path: Path) -> None:
    path = two_days(tmp_path)
    await importer.take(path)
    before = await all_days(importer.database)

    summary = await importer.take(path.rename(tmp_path / "again.csv"))

    assert (summary.days_written, summary.days_unchanged) == (0, 2)
    assert await all_days(importer.database) == before
    assert len(await ledger(importer.database)) == 1


async def test_two_halves_in_either_order_are_the_whole(importer: Importer, tmp_path: Path) -> None:
    halves = [
        two_days(tmp_path, name="first.csv", last=131),
        two_days(tmp_path, name="second.csv", first=131),
    ]
    ends = []
    for order in (halves, halves[::-1]):
        await importer.forget()
        for half in order:
            await importer.take(half)
        ends.append(await all_values(importer.database))
    await importer.forget()
    await importer.take(two_days(tmp_path))

    assert ends == [await all_values(importer.database)] * 2


async def test_one_corrected_quarter_changes_one_day(importer: Importer, tmp_path: Path) -> None:
    original = two_days(tmp_path)
    await importer.take(original)
    correction = write(tmp_path, [row("2026-01-07T00:15:00Z", "9,99", "REVISED")], name="correction.csv")

    summary = await importer.take(correction)

    assert (summary.days_written, summary.days_unchanged) == (1, 0)
    expected = [(index * 10_000, Quality.MEASURED) for index in range(192)]
    expected[96 + 9] = (9_990_000, Quality.REVISED)
    assert await slots(importer.database) == expected
    assert [row[5] for row in await all_days(importer.database)] == [1, 2]

    again = await importer.take(original)
    assert (again.days_written, again.days_unchanged) == (0, 2)
    assert await slots(importer.database) == expected


async def test_hours_that_agree_with_the_quarters_change_nothing(importer: Importer, tmp_path: Path) -> None:
    await importer.take(write(tmp_path, quarters(MIDNIGHT, ["0,25"] * 96)))
    lines = [f'"tiistai 6.1.2026 {hour:02}:00";"1,00";"";""' for hour in range(24)]
    before = await all_days(importer.database)

    summary = await importer.take(write(tmp_path, lines, CARUNA_HEADER, name="caruna.csv"), GSRN)

    assert (summary.layout, summary.days_unchanged) == ("Caruna CSV", 1)
    assert await all_days(importer.database) == before


async def test_a_gap_stays_a_gap(importer: Importer, tmp_path: Path) -> None:
    rows = [
        *quarters(MIDNIGHT, ["0,25"] * 3),
        row("2026-01-05T22:45:00Z", "null", "MISSING"),
        row("2026-01-05T23:15:00Z"),
    ]

    summary = await importer.take(write(tmp_path, rows))

    assert (summary.rows, summary.values, summary.gaps) == (5, 4, 2)
    known = (250_000, Quality.MEASURED)
    assert (await slots(importer.database))[:7] == [
        known,
        known,
        known,
        (0, Quality.MISSING),
        (0, ABSENT),
        known,
        (0, ABSENT),
    ]


async def test_production_is_kept_apart(importer: Importer, tmp_path: Path) -> None:
    path = two_days(tmp_path)
    await importer.take(path)
    await importer.take(path, series=Series.PRODUCTION)

    assert await all_values(importer.database) == await all_values(importer.database, Series.PRODUCTION)


async def test_many_metering_points_in_one_file(importer: Importer, tmp_path: Path) -> None:
    mine, others = quarters(MIDNIGHT, ["0,25"] * 96), quarters(MIDNIGHT, ["0,50"] * 96, OTHER_GSRN)
    mixed = [line for pair in zip(mine, others, strict=True) for line in pair]

    summary = await importer.take(write(tmp_path, mixed))

    assert (summary.metering_points, summary.days_written) == (2, 2)
    assert [row[3] for row in await all_days(importer.database)] == [24_000_000, 48_000_000]


DISAGREE = "lines 2 and 3 disagree about the time from 2026-01-06T00:00:00+02:00:"
REFUSED: list[tuple[Callable[[], list[str]], str, str]] = [
    (list, "no readings", "None"),
    (lambda: [row("2099-01-01T00:00:00Z")], "yet to come", "None"),
    (
        lambda: [row(MIDNIGHT), row(MIDNIGHT, "1,00")],
        f"{DISAGREE} 0.25 kWh in 15 minutes (MEASURED) and 1 kWh in 15 minutes (MEASURED)",
        "line 3",
    ),
    (
        lambda: [row(MIDNIGHT, "3,0", resolution="PT1H"), *quarters(MIDNIGHT, ["0,5"] * 4)],
        f"{DISAGREE} 3 kWh in 60 minutes (MEASURED) and 0.5 kWh in 15 minutes (MEASURED)",
        "line 3",
    ),
    (
        lambda: [*quarters(MIDNIGHT, ["0,5"] * 96_000), row(MIDNIGHT, "null", "MISSING")],
        "lines 2 and 96002 disagree",
        "line 96002",
    ),
    (
        lambda: [row(MIDNIGHT), row(MIDNIGHT, gsrn="643006966022791278")],
        "metering point 643006966022791278 is none of ours",
        "line 3",
    ),
    (lambda: [*quarters(MIDNIGHT, ["0,5"] * 50_000), "cut"], "broken or cut off", "line 50002"),
]


@pytest.mark.parametrize(("lines", "reason", "place"), REFUSED)
async def test_a_refused_file_leaves_nothing(
    importer: Importer, tmp_path: Path, lines: Callable[[], list[str]], reason: str, place: str
) -> None:
    with pytest.raises(FileRefused) as refusal:
        await importer.take(write(tmp_path, lines()))

    assert reason in refusal.value.reason
    assert str(refusal.value.place) == place
    assert await all_days(importer.database) == []
    assert await ledger(importer.database) == []


async def test_imports_at_the_same_time_lose_nothing(importer: Importer, tmp_path: Path) -> None:
    parts = [
        write(tmp_path, quarters(MIDNIGHT, ["0,25"] * 960)[part::4], name=f"part-{part}.csv")
        for part in range(4)
    ]

    summaries = await asyncio.gather(*(importer.take(part) for part in parts))

    assert await slots(importer.database) == [(250_000, Quality.MEASURED)] * 960
    assert sum(summary.days_written for summary in summaries) == sum(
        row[5] for row in await all_days(importer.database)
    )


async def test_progress_goes_from_start_to_end(importer: Importer, tmp_path: Path) -> None:
    path = write(tmp_path, quarters(MIDNIGHT, ["0,25"] * 30_000))
    told: list[tuple[int, int]] = []

    await import_consumption_file(
        importer.database, path, importer.clock, progress=lambda done, of: told.append((done, of))
    )

    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1] == 2 * path.stat().st_size


KILLED = """
import asyncio, os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from omavirta.metering import importing
from omavirta.storage.database import open_database

url, path, where, count = sys.argv[1], Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
importing.DAYS_PER_TRANSACTION = 7
told = {"clock": 0, "progress": 0}

def die(place):
    told[place] += 1
    if place == where and told[place] == count:
        os.kill(os.getpid(), signal.SIGKILL)

def clock():  # asked once for the ledger, then once within each transaction
    die("clock")
    return datetime(2026, 11, 25, 10, tzinfo=UTC)

async def main():
    async with open_database(url) as database:
        await importing.import_consumption_file(
            database, path, clock, progress=lambda done, of: die("progress")
        )

asyncio.run(main())
"""


async def run_killed(url: str, path: Path, where: str, count: int, after_seconds: float | None = None) -> int:
    process = subprocess.Popen(  # noqa: ASYNC220 - the test waits for it on purpose
        [sys.executable, "-c", KILLED, url, str(path), where, str(count)], env=os.environ
    )
    try:
        return process.wait(after_seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


async def test_killed_anywhere_and_run_again_the_end_is_the_same(
    importer: Importer, database_url: str, tmp_path: Path
) -> None:
    stretch = quarters("2025-12-31T22:00:00Z", [f"{index % 97},5" for index in range(96 * 30)])
    path = write(tmp_path, stretch + [line.replace(GSRN, OTHER_GSRN) for line in stretch])
    assert await run_killed(database_url, path, "nowhere", 0) == 0
    expected = await all_days(importer.database)
    assert len(expected) == 60

    for where, count in (
        ("clock", 1),
        ("clock", 2),
        ("progress", 1),
        ("clock", 5),
        ("progress", 5),
        ("clock", 10),
    ):
        await importer.forget()
        assert await run_killed(database_url, path, where, count) == -signal.SIGKILL
        if where == "progress" and count > 1:
            assert 0 < len(await all_days(importer.database)) < 60
        assert await run_killed(database_url, path, "nowhere", 0) == 0
        assert await all_days(importer.database) == expected


async def test_killed_at_any_moment_many_times(importer: Importer, database_url: str, tmp_path: Path) -> None:
    stretch = quarters("2025-12-31T22:00:00Z", ["0,25"] * 96 * 60)
    path = write(tmp_path, stretch)
    random = Random(7)
    for _ in range(8):
        await run_killed(database_url, path, "nowhere", 0, after_seconds=random.uniform(0.3, 1.2))

    assert await run_killed(database_url, path, "nowhere", 0) == 0

    assert await slots(importer.database) == [(250_000, Quality.MEASURED)] * 96 * 60
    assert {row[5] for row in await all_days(importer.database)} == {1}
    assert [row[3] for row in await ledger(importer.database)] == [True]
