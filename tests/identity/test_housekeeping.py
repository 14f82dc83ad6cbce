"""What is past is deleted, and what is not stays."""

import asyncio
from datetime import timedelta

import pytest

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.code_limits import CodePurpose
from omavirta.identity.codes import issue_code
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.housekeeping import delete_past, keep_house
from omavirta.identity.reset_links import create_link
from omavirta.identity.throttle import SignInThrottle
from omavirta.settings import Settings
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio

KEY = "a key that only the tests use, nowhere else"
DAY = timedelta(days=1)


async def count(database: Database, table: str) -> int:
    number: int = (await database.fetch(f"SELECT COUNT(*) FROM {table}"))[0][0]
    return number


@pytest.mark.parametrize(("days", "left"), [(729, 2), (730, 1), (731, 0)])
async def test_events_are_kept_for_two_years(
    database: Database, settings: Settings, days: int, left: int
) -> None:
    assert settings.event_days == 730
    async with database.transaction() as transaction:
        await record_event(transaction, EventKind.SIGN_IN, NOW, new_id())
        await record_event(transaction, EventKind.SIGN_IN, NOW + DAY, new_id())
    await delete_past(database, NOW + days * DAY, settings.event_days)
    assert await count(database, "security_event") == left


async def test_how_long_events_are_kept_is_a_setting(
    database: Database, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMAVIRTA_EVENT_DAYS", "30")
    shorter = Settings(**settings.model_dump(exclude={"event_days"}))
    assert shorter.event_days == 30
    async with database.transaction() as transaction:
        await record_event(transaction, EventKind.SIGN_IN, NOW, new_id())
    await delete_past(database, NOW + 30 * DAY, shorter.event_days)
    assert await count(database, "security_event") == 0


async def test_codes_and_requests_are_gone_after_a_day(database: Database) -> None:
    async with database.transaction() as transaction:
        await issue_code(transaction, KEY, CodePurpose.PASSWORD_RESET, b"b" * 32, "aino@example.fi", NOW)
        await transaction.execute(
            "INSERT INTO mail_request (id, kind, email, browser_hash, created_at) VALUES ($1, $2, $3, $4, $5)",
            new_id(),
            "USER_NAME",
            "aino@example.fi",
            b"",
            to_epoch_microseconds(NOW),
        )
    for now, left in ((NOW + DAY - timedelta(microseconds=1), 1), (NOW + DAY, 0)):
        await delete_past(database, now, 730)
        assert await count(database, "verification_code") == left
        assert await count(database, "mail_request") == left


async def test_links_are_gone_a_month_after_their_end(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    async with database.transaction() as transaction:
        await create_link(transaction, account, NOW)
    for days, left in ((43, 1), (44, 0)):
        await delete_past(database, NOW + days * DAY, 730)
        assert await count(database, "reset_link") == left


async def test_sessions_and_tries_that_are_over_go(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    await session_cookie(database, account)
    await SignInThrottle(database, KEY).admit("aino", NOW)
    for minutes, left in ((14, 1), (59, 1), (60, 0)):
        await delete_past(database, NOW + timedelta(minutes=minutes), 730)
        assert await count(database, "session") == left
        assert await count(database, "sign_in_throttle") == left


async def test_it_is_done_at_the_start_and_a_failure_ends_nothing(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    account = await (await World(database).start()).account("aino")
    await session_cookie(database, account)
    task = asyncio.create_task(keep_house(database, lambda: NOW + DAY, 730))
    async with asyncio.timeout(10):
        while await count(database, "session"):  # noqa: ASYNC110 - the other task tells nobody
            await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    async with database.transaction() as transaction:
        await transaction.fetch("ALTER TABLE security_event RENAME TO elsewhere")
    task = asyncio.create_task(keep_house(database, lambda: NOW + DAY, 730))
    async with asyncio.timeout(10):
        while "housekeeping failed" not in caplog.text:  # noqa: ASYNC110 - as above
            await asyncio.sleep(0.01)
    assert not task.done()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
