"""When groups are computed: once a month has been over for three days, then again while readings may still come."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from omavirta.clock import to_epoch_microseconds
from omavirta.contracts import similar_homes_upkeep
from omavirta.contracts.comparison_commands import comparison
from omavirta.contracts.similar_homes import computed_at, read_groups
from omavirta.contracts.similar_homes_upkeep import (
    KEPT_MONTHS,
    months_ending_with,
    months_to_compute,
    newest_due_month,
    refresh_due,
)
from omavirta.metering.comparison import Months
from omavirta.storage.database import Database, open_database
from support.factory import World
from support.homes import home

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)
OCTOBER = 2026 * 12 + 9
KEY = "FLAT/DISTRICT/2/SQUARE_METRES/40"


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 11, 3), OCTOBER - 1),
        (date(2026, 11, 4), OCTOBER),
        (date(2026, 11, 30), OCTOBER),
        (date(2027, 1, 3), 2026 * 12 + 10),
        (date(2027, 1, 4), 2026 * 12 + 11),
    ],
)
def test_a_month_is_due_three_days_after_its_end(today: date, month: int) -> None:
    assert newest_due_month(today) == month


def test_a_month_brings_its_year_so_far() -> None:
    assert months_ending_with(OCTOBER) == [Months(OCTOBER, 1), Months(2026 * 12, 10)]
    assert months_ending_with(2025 * 12 + 11) == [Months(2025 * 12 + 11, 1), Months(2025 * 12, 12)]
    assert months_ending_with(2026 * 12) == [Months(2026 * 12, 1)]


def test_the_newest_are_due_each_day_and_older_ones_each_month() -> None:
    everything = months_to_compute(TODAY, NOW, {})
    assert everything[:2] == months_ending_with(OCTOBER)
    assert {months.end - 1 for months in everything} == set(range(OCTOBER - KEPT_MONTHS + 1, OCTOBER + 1))

    def computed(age: timedelta) -> dict[Months, int]:
        return dict.fromkeys(everything, to_epoch_microseconds(NOW - age))

    newest = [*months_ending_with(OCTOBER), *months_ending_with(OCTOBER - 1)]
    assert months_to_compute(TODAY, NOW, computed(timedelta(hours=23))) == []
    assert months_to_compute(TODAY, NOW, computed(timedelta(hours=24))) == newest
    assert months_to_compute(TODAY, NOW, computed(timedelta(days=30))) == everything


@pytest.mark.anyio
async def test_what_is_due_is_computed_once(database: Database) -> None:
    world = await World(database).start()
    for number in range(21):
        await home(world, [(OCTOBER, number)])
    assert await refresh_due(database, NOW) == len(months_to_compute(TODAY, NOW, {}))
    assert KEY in await read_groups(database, Months(OCTOBER, 1), [KEY])
    assert KEY not in await read_groups(database, Months(OCTOBER - 1, 1), [KEY])
    assert await refresh_due(database, NOW) == 0
    assert await refresh_due(database, NOW + timedelta(days=1)) == 4
    moments = set((await computed_at(database)).values())
    assert moments == {to_epoch_microseconds(NOW), to_epoch_microseconds(NOW + timedelta(days=1))}


@pytest.mark.anyio
async def test_a_server_computes_them_by_itself_and_tries_again_where_it_failed(
    database: Database, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(similar_homes_upkeep, "FIRST_LOOK_AFTER", timedelta(0))
    monkeypatch.setattr(similar_homes_upkeep, "LOOKED_AT_EVERY", timedelta(0))
    done, tries = asyncio.Event(), 0

    async def failing_once(_database: Database, _now: datetime) -> int:
        nonlocal tries
        tries += 1
        if tries == 1:
            raise OSError("the database is away")
        done.set()
        return 0

    monkeypatch.setattr(similar_homes_upkeep, "refresh_due", failing_once)
    job = asyncio.create_task(similar_homes_upkeep.keep_similar_homes(database, lambda: NOW))
    await asyncio.wait_for(done.wait(), 10)
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert [record.message for record in caplog.records if record.name == "omavirta.contracts"] == [
        "similar homes were not computed"
    ]


@pytest.mark.anyio
async def test_the_command_computes_a_month_by_name(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    async with open_database(sqlite_url) as database:
        world = await World(database).start()
        for number in range(21):
            await home(world, [(OCTOBER, number)])
    result = await run_command(["refresh", "--month", "2026-10"])
    assert result == ("2026-10\t2026-10\t1\n2026-01\t2026-10\t0\n", 0)
    async with open_database(sqlite_url) as database:
        assert set(await computed_at(database)) == set(months_ending_with(OCTOBER))
    assert await run_command(["refresh", "--month", "October"]) == ("", 2)


async def run_command(arguments: list[str]) -> tuple[str, int]:
    """In a thread, because a command runs a loop of its own."""

    def run() -> tuple[str, int]:
        result = CliRunner().invoke(comparison, arguments)
        return result.stdout, result.exit_code

    return await asyncio.to_thread(run)
