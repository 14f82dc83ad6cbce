import asyncio
from datetime import timedelta
from uuid import UUID

import pytest
from starlette.datastructures import MutableHeaders

from omavirta.api.access import EVERY_SCOPE
from omavirta.identity.sessions import (
    delete_past_sessions,
    delete_session,
    find_session,
    must_be_noted,
    note_seen,
    set_cookie,
)
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio


async def test_a_session_finds_the_account_and_its_customers(database: Database) -> None:
    world = await World(database).start()
    customers = {await world.customer("Aino"), await world.customer("Kahvila", "COMPANY")}
    account = await world.account("aino", *customers)
    session = await find_session(database, await session_cookie(database, account, NOW), NOW)
    assert session is not None
    assert session.access.account_id == account
    assert set(session.access.customer_ids) == customers
    assert session.access.scopes == EVERY_SCOPE


async def test_only_a_hash_of_the_secret_is_kept(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account, NOW)
    rows = await database.fetch("SELECT secret_hash FROM session")
    assert len(bytes(rows[0][0])) == 32
    assert cookie.encode() not in bytes(rows[0][0])


async def test_a_session_ends_an_hour_after_it_was_seen(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account, NOW)
    assert await find_session(database, cookie, NOW + timedelta(minutes=59)) is not None
    assert await find_session(database, cookie, NOW + timedelta(minutes=60)) is None


async def test_being_seen_prolongs_it_up_to_twelve_hours(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account, NOW)
    for minutes in range(30, 12 * 60, 30):
        session = await find_session(database, cookie, NOW + timedelta(minutes=minutes))
        assert session is not None
        await note_seen(database, session.row.id, NOW + timedelta(minutes=minutes))
    assert await find_session(database, cookie, NOW + timedelta(hours=12)) is None


async def test_being_seen_is_noted_once_a_minute_at_most(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    session = await find_session(database, await session_cookie(database, account, NOW), NOW)
    assert session is not None
    assert not must_be_noted(session, NOW + timedelta(seconds=59))
    assert must_be_noted(session, NOW + timedelta(seconds=60))


async def test_a_new_session_ends_the_one_before(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    first = await session_cookie(database, account, NOW)
    before = await find_session(database, first, NOW)
    assert before is not None
    second = await session_cookie(database, account, NOW, replaces=before.row.id)
    assert await find_session(database, first, NOW) is None
    assert await find_session(database, second, NOW) is not None


async def test_housekeeping_clears_away_sessions_that_are_over(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    await session_cookie(database, account, NOW)
    live = await session_cookie(database, account, NOW + timedelta(minutes=1))
    async with database.transaction() as transaction:
        assert await delete_past_sessions(transaction, NOW + timedelta(minutes=60)) == 1
    assert await find_session(database, live, NOW + timedelta(minutes=60)) is not None


@pytest.mark.parametrize(
    ("secure", "start", "flag"), [(True, "__Host-omavirta=x;", True), (False, "omavirta=x;", False)]
)
def test_on_plain_http_the_cookie_has_no_secure_flag(secure: bool, start: str, flag: bool) -> None:
    headers = MutableHeaders()
    set_cookie(headers, "x", secure=secure)
    cookie = headers["set-cookie"]
    assert cookie.startswith(start)
    assert ("; Secure" in cookie) is flag
    assert "; Path=/; HttpOnly; SameSite=Lax" in cookie


async def test_a_deleted_session_opens_nothing(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account, NOW)
    session = await find_session(database, cookie, NOW)
    assert session is not None

    async def end(whose: UUID) -> bool:
        async with database.transaction() as transaction:
            return await delete_session(transaction, whose, session.row.id)

    assert not await end(new_id())
    assert sorted(await asyncio.gather(*(end(account) for _ in range(5)))) == [False] * 4 + [True]
    assert await find_session(database, cookie, NOW) is None


@pytest.mark.parametrize("cookie", ["", "x", "ä", "a" * 64, "%00", "=" * 64, "A" * 10_000])
async def test_a_nonsense_cookie_is_nobodys(database: Database, cookie: str) -> None:
    assert await find_session(database, cookie, NOW) is None


async def test_the_right_id_with_another_secret_opens_nothing(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account, NOW)
    forged = cookie[:-4] + ("AAAA" if not cookie.endswith("AAAA") else "BBBB")
    assert await find_session(database, forged, NOW) is None
    assert await find_session(database, str(new_id()), NOW) is None
