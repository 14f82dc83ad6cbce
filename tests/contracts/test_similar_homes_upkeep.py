"""When groups are computed: once, after a month has been over for eleven days, and never again."""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from omavirta.clock import system_clock, to_epoch_microseconds
from omavirta.contracts import similar_homes_upkeep
from omavirta.contracts.comparison_commands import comparison
from omavirta.contracts.similar_homes import Computed, computed_months, read_groups
from omavirta.contracts.similar_homes_upkeep import (
    KEPT_MONTHS,
    compute_due,
    months_ending_with,
    months_to_compute,
    newest_final_month,
)
from omavirta.metering.calendar import PRELIMINARY_DAYS, TIME_ZONE, day_date
from omavirta.metering.comparison import Months
from omavirta.storage.database import Database, open_database
from support.factory import World
from support.homes import home

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
OCTOBER = 2026 * 12 + 9
KEY = "FLAT/DISTRICT/2/SQUARE_METRES/40"


@pytest.mark.parametrize(
    ("today", "month"),
    [
        (date(2026, 11, 11), OCTOBER - 1),
        (date(2026, 11, 12), OCTOBER),
        (date(2026, 11, 30), OCTOBER),
        (date(2027, 1, 11), 2026 * 12 + 10),
        (date(2027, 1, 12), 2026 * 12 + 11),
    ],
)
def test_a_month_is_due_once_its_last_day_is_final(today: date, month: int) -> None:
    assert newest_final_month(today) == month
    last_day = day_date(Months(month, 1).to_day) - timedelta(days=1)
    assert last_day + timedelta(days=PRELIMINARY_DAYS) < today


def test_a_month_brings_its_year_so_far() -> None:
    assert months_ending_with(OCTOBER) == [Months(OCTOBER, 1), Months(2026 * 12, 10)]
    assert months_ending_with(2025 * 12 + 11) == [Months(2025 * 12 + 11, 1), Months(2025 * 12, 12)]
    assert months_ending_with(2026 * 12) == [Months(2026 * 12, 1)]


def test_each_is_due_once_and_again_the_next_day_where_nothing_could_be_told() -> None:
    everything = months_to_compute(NOW, {})
    assert everything[:2] == months_ending_with(OCTOBER)
    assert {months.end - 1 for months in everything} == set(range(OCTOBER - KEPT_MONTHS + 1, OCTOBER + 1))

    def computed(age: timedelta, homes: int) -> dict[Months, Computed]:
        return dict.fromkeys(everything, Computed(to_epoch_microseconds(NOW - age), homes))

    assert months_to_compute(NOW, computed(timedelta(days=400), 20)) == []
    assert months_to_compute(NOW, computed(timedelta(hours=23), 19)) == []
    assert months_to_compute(NOW, computed(timedelta(hours=24), 19)) == everything


@pytest.mark.anyio
async def test_what_is_due_is_computed_once(database: Database) -> None:
    world = await World(database).start()
    for number in range(21):
        await home(world, [(OCTOBER, number)])
    periods = len(months_to_compute(NOW, {}))
    assert await compute_due(database, NOW) == periods
    assert KEY in await read_groups(database, Months(OCTOBER, 1), [KEY])
    assert KEY not in await read_groups(database, Months(OCTOBER - 1, 1), [KEY])
    assert await compute_due(database, NOW) == 0
    # All but October, of which alone anything is known.
    next_day = NOW + timedelta(days=1)
    assert await compute_due(database, next_day) == periods - 1
    computed = await computed_months(database)
    assert computed.pop(Months(OCTOBER, 1)) == Computed(to_epoch_microseconds(NOW), 21)
    assert set(computed.values()) == {Computed(to_epoch_microseconds(next_day), 0)}


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

    monkeypatch.setattr(similar_homes_upkeep, "compute_due", failing_once)
    job = asyncio.create_task(similar_homes_upkeep.keep_similar_homes(database, lambda: NOW))
    await asyncio.wait_for(done.wait(), 10)
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert [record.message for record in caplog.records if record.name == "omavirta.contracts"] == [
        "similar homes were not computed"
    ]


@pytest.mark.anyio
async def test_the_command_computes_a_month_anew_by_name_and_else_what_is_due(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    month = newest_final_month(system_clock().astimezone(TIME_ZONE).date())
    named = _named(month)
    async with open_database(sqlite_url) as database:
        world = await World(database).start()
        for number in range(21):
            await home(world, [(month, number)])
    lines, code = await run_command(["refresh"])
    assert (lines.splitlines()[0], code) == (f"{named}\t{named}\t1", 0)
    assert await run_command(["refresh"]) == ("", 0)
    async with open_database(sqlite_url) as database:
        await home(await World(database, numbers=1_000).start(), [(month, 7)])
    result = await run_command(["refresh", "--month", named])
    assert (result[0].splitlines()[0], result[1]) == (f"{named}\t{named}\t1", 0)
    async with open_database(sqlite_url) as database:
        assert (await computed_months(database))[Months(month, 1)].homes == 22
    for refused in ("October", _named(month + 1)):
        assert await run_command(["refresh", "--month", refused]) == ("", 2)


def _named(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"


async def run_command(arguments: list[str]) -> tuple[str, int]:
    """In a thread, because a command runs a loop of its own."""

    def run() -> tuple[str, int]:
        result = CliRunner().invoke(comparison, arguments)
        return result.stdout, result.exit_code

    return await asyncio.to_thread(run)
