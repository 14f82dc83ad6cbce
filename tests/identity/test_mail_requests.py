"""What is asked for before the answer and written after it: whatever happens in between, once."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

import pytest

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.mail_requests import MailRequestKind, fulfil, fulfil_left_behind
from omavirta.settings import Settings
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World

pytestmark = pytest.mark.anyio

BROWSER = b"b" * 32


async def ask(
    database: Database,
    kind: MailRequestKind,
    email: str = "aino@example.fi",
    account_id: UUID | None = None,
    now: datetime = NOW,
) -> UUID:
    """As a server leaves it that is killed right after its answer."""
    id_ = new_id()
    async with database.transaction() as transaction:
        await transaction.execute(
            "INSERT INTO mail_request (id, kind, email, browser_hash, account_id, created_at)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            id_,
            kind.value,
            email,
            BROWSER,
            account_id,
            to_epoch_microseconds(now),
        )
    return id_


async def kinds(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT kind FROM outbox_mail ORDER BY id")]


async def requests(database: Database) -> int:
    count: int = (await database.fetch("SELECT COUNT(*) FROM mail_request"))[0][0]
    return count


@pytest.mark.parametrize(
    ("kind", "mail"),
    [
        (MailRequestKind.RESET_CODE, "password_reset_code"),
        (MailRequestKind.RESET_LINK, "password_reset_link"),
        (MailRequestKind.USER_NAME, "user_name_reminder"),
    ],
)
async def test_a_request_is_fulfilled_once_however_many_try(
    database: Database, settings: Settings, kind: MailRequestKind, mail: str
) -> None:
    await (await World(database).start()).account("aino")
    id_ = await ask(database, kind)
    await asyncio.gather(*(fulfil(database, settings, id_, lambda: NOW) for _ in range(40)))
    assert await kinds(database) == [mail]
    assert await requests(database) == 0


async def test_an_address_is_changed_for_the_one_who_asked(database: Database, settings: Settings) -> None:
    account = await (await World(database).start()).account("aino")
    id_ = await ask(database, MailRequestKind.EMAIL_CHANGE, "uusi@example.fi", account)
    await fulfil(database, settings, id_, lambda: NOW)
    assert await kinds(database) == ["email_change_code"]
    # The account was closed meanwhile.
    gone = await ask(database, MailRequestKind.EMAIL_CHANGE, "muu@example.fi", new_id())
    await fulfil(database, settings, gone, lambda: NOW)
    assert await kinds(database) == ["email_change_code"]
    assert await requests(database) == 0


async def test_what_a_killed_server_left_is_done_by_the_next(
    database: Database, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    await (await World(database).start()).account("aino")
    broken = await ask(database, MailRequestKind.EMAIL_CHANGE, "salainen@example.fi", now=NOW)
    await ask(database, MailRequestKind.RESET_CODE)
    await ask(database, MailRequestKind.RESET_CODE, "nobody@example.fi")
    # Its own server is about to do this one.
    await ask(database, MailRequestKind.USER_NAME, now=NOW + timedelta(seconds=1))
    task = asyncio.create_task(fulfil_left_behind(database, settings, lambda: NOW + timedelta(seconds=10)))
    async with asyncio.timeout(10):
        while await requests(database) > 2:  # noqa: ASYNC110 - the other task tells nobody
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert await kinds(database) == ["password_reset_code"]
    # One that cannot be fulfilled keeps no other waiting, and no address reaches the log.
    assert f"mail request {broken} could not be fulfilled" in caplog.text
    assert "salainen" not in caplog.text
