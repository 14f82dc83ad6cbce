import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner

from omavirta.api.access import Scope
from omavirta.cli import main
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import hold_account
from omavirta.identity.housekeeping import delete_past
from omavirta.identity.tokens import (
    MOST_LIVE,
    LiveToken,
    NewToken,
    create_token,
    end_of,
    find_token,
    live_tokens,
    must_be_noted,
    note_used,
    revoke_token,
)
from omavirta.storage.database import Database, open_database
from omavirta.storage.ids import new_id
from support.factory import GSRN, NOW, World

READ = frozenset({Scope.CONSUMPTION_READ})


async def make(database: Database, account: UUID, **options: Any) -> NewToken | None:
    async with database.transaction() as transaction:
        return await create_token(transaction, account, READ, NOW, **options)


async def made_token(database: Database, account: UUID, **options: Any) -> str:
    made = await make(database, account, **options)
    assert made is not None
    return made.text


async def revoke(database: Database, id_: UUID, account_id: UUID | None = None) -> bool:
    async with database.transaction() as transaction:
        return await revoke_token(transaction, id_, NOW, account_id)


@pytest.mark.anyio
async def test_a_token_has_its_scopes_and_no_others(database: Database) -> None:
    world = await World(database).start()
    customer = await world.customer()
    account = await world.account("aino", customer)
    token = await made_token(database, account)
    assert token.startswith("pat_")
    found = await find_token(database, token, NOW)
    assert found is not None
    assert found.access.account_id == account
    assert found.access.customer_ids == (customer,)
    assert found.access.scopes == READ


@pytest.mark.anyio
async def test_an_expired_or_revoked_token_opens_nothing(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    token = await made_token(database, account, expires_at=NOW + timedelta(days=1))
    found = await find_token(database, token, NOW)
    assert found is not None
    assert await find_token(database, token, NOW + timedelta(days=1)) is None
    assert await revoke(database, found.id)
    assert not await revoke(database, found.id)
    assert await find_token(database, token, NOW) is None


@pytest.mark.anyio
@pytest.mark.parametrize("token", ["", "pat_", "pat_x", "oat_" + "A" * 64, "pat_" + "A" * 64, "pat_ä"])
async def test_a_nonsense_token_opens_nothing(database: Database, token: str) -> None:
    assert await find_token(database, token, NOW) is None


def test_the_command_prints_the_token_alone(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def make_account() -> None:
        async with open_database(database_url) as database:
            await (await World(database).start()).account("aino")

    asyncio.run(make_account())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", database_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    run = CliRunner().invoke
    made = run(main, ["token", "create", "--account", "AINO@example.fi ", "--scope", "consumption:read"])
    assert made.exit_code == 0, made.stderr
    assert made.stdout.startswith("pat_")
    assert made.stdout.count("\n") == 1
    listed = run(main, ["token", "list", "--account", "aino"])
    assert "consumption:read" in listed.stdout
    assert made.stdout.strip() not in listed.stdout
    revoked = run(main, ["token", "revoke", listed.stdout.split("\t")[0]])
    assert revoked.exit_code == 0
    unknown = run(main, ["token", "create", "--account", "nobody", "--scope", "consumption:read"])
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "nobody" in unknown.stderr
    assert run(main, ["token", "create", "--account", "aino", "--scope", "write"]).exit_code == 2


@pytest.mark.anyio
async def test_a_token_for_some_points_reaches_those_of_them_that_were_named(database: Database) -> None:
    world = await World(database).start()
    account, points = await world.account("aino"), [new_id(), new_id()]
    found = await find_token(database, await made_token(database, account, metering_point_ids=points), NOW)
    assert found is not None
    assert found.access.metering_point_ids == frozenset(points)
    assert not found.access.reaches(new_id())
    assert not found.access.reaches(None)
    whole = await find_token(database, await made_token(database, account), NOW)
    assert whole is not None
    assert whole.access.reaches(new_id())
    assert whole.access.reaches(None)


@pytest.mark.anyio
async def test_its_use_is_noted_once_a_minute_at_most(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    token = await made_token(database, account)
    found = await find_token(database, token, NOW)
    assert found is not None
    assert must_be_noted(found, NOW)
    await note_used(database, found.id, NOW)
    found = await find_token(database, token, NOW)
    assert found is not None
    assert not must_be_noted(found, NOW + timedelta(seconds=59))
    assert must_be_noted(found, NOW + timedelta(seconds=60))
    await note_used(database, found.id, NOW - timedelta(seconds=1))
    (row,) = await live_tokens(database, account, NOW)
    assert row.last_used_at == to_epoch_microseconds(NOW)


@pytest.mark.anyio
async def test_of_forty_made_at_once_no_more_than_fifty_in_all(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    for _ in range(MOST_LIVE - 1):
        assert await make(database, account) is not None

    async def another() -> NewToken | None:
        async with database.transaction() as transaction:
            assert await hold_account(transaction, account)
            return await create_token(transaction, account, READ, NOW)

    made = await asyncio.gather(*(another() for _ in range(40)))
    assert sum(one is not None for one in made) == 1
    assert len(await live_tokens(database, account, NOW)) == MOST_LIVE


@pytest.mark.anyio
async def test_what_is_over_makes_room_and_is_forgotten_in_a_month(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    ended = await make(database, account, expires_at=NOW + timedelta(days=1), metering_point_ids=[new_id()])
    assert ended is not None
    live = await make(database, account, metering_point_ids=[new_id()])
    assert live is not None
    later = NOW + timedelta(days=1)
    assert [row.id for row in await live_tokens(database, account, later)] == [live.row.id]
    for days, rows in ((30, 2), (31, 1)):
        await delete_past(database, NOW + timedelta(days=days), event_days=730)
        for table in ("access_token", "access_token_point"):
            assert len(await database.fetch(f"SELECT id FROM {table}")) == rows


@pytest.mark.anyio
async def test_only_its_owner_revokes_it_and_once(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    made = await make(database, account)
    assert made is not None
    assert not await revoke(database, made.row.id, new_id())
    answers = await asyncio.gather(*(revoke(database, made.row.id, account) for _ in range(40)))
    assert sum(answers) == 1


@pytest.mark.parametrize(
    ("day", "end"), [("2026-12-31", "2026-12-31T22:00:00+00:00"), ("2026-07-01", "2026-07-01T21:00:00+00:00")]
)
def test_the_last_day_ends_at_midnight_in_finland(day: str, end: str) -> None:
    assert end_of(date.fromisoformat(day)).isoformat() == end


def test_the_command_limits_a_token_to_metering_points(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fill() -> UUID:
        async with open_database(database_url) as database:
            world = await World(database).start()
            customer, point = await world.customer(), await world.point()
            await world.contract(customer, point)
            await world.account("aino", customer)
            return point

    point = asyncio.run(fill())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", database_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    create = [
        "token",
        "create",
        "--account",
        "aino",
        "--scope",
        "consumption:read",
        "--scope",
        "invoices:read",
    ]
    made = CliRunner().invoke(main, [*create, "--metering-point", GSRN, "--name", "Lämpöpumppu"])
    assert made.exit_code == 0, made.stderr
    unknown = CliRunner().invoke(main, [*create, "--metering-point", "643007127000000999"])
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "643007127000000999" in unknown.stderr

    async def look() -> LiveToken | None:
        async with open_database(database_url) as database:
            return await find_token(database, made.stdout.strip(), NOW)

    async def mails_and_events() -> tuple[list[str], list[str]]:
        async with open_database(database_url) as database:
            mails = await database.fetch("SELECT kind FROM outbox_mail")
            events = await database.fetch("SELECT event FROM security_event")
            return [row[0] for row in mails], [row[0] for row in events]

    found = asyncio.run(look())
    assert found is not None
    assert found.access.metering_point_ids == frozenset({point})
    assert asyncio.run(mails_and_events()) == (["access_token_created"], ["access_token_created"])
    assert found.access.scopes == {Scope.CONSUMPTION_READ, Scope.INVOICES_READ}
