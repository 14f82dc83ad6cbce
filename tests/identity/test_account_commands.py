"""`omavirta account …` as customer service calls it."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner, Result

from omavirta.api.access import Scope
from omavirta.cli import main
from omavirta.identity.reset_links import find_link
from omavirta.identity.sessions import create_session, find_session
from omavirta.identity.tokens import create_token, find_token
from omavirta.storage.database import Database, open_database
from omavirta.storage.ids import new_id
from support.factory import World


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", database_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    return database_url


def on(url: str, action: Callable[[Database], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        async with open_database(url) as database:
            return await action(database)

    return asyncio.run(run())


def add(url: str, *names: str) -> list[UUID]:
    async def make(database: Database) -> list[UUID]:
        world = await World(database).start()
        return [await world.account(name, await world.customer(name.title())) for name in names]

    accounts: list[UUID] = on(url, make)
    return accounts


def sign_in(url: str, account: UUID, user_agent: str = "") -> str:
    async def begin(database: Database) -> str:
        async with database.transaction() as transaction:
            return await create_session(transaction, account, datetime.now(UTC), user_agent=user_agent)

    cookie: str = on(url, begin)
    return cookie


def events(url: str) -> list[str]:
    async def read(database: Database) -> list[str]:
        return [row[0] for row in await database.fetch("SELECT event FROM security_event ORDER BY id")]

    found: list[str] = on(url, read)
    return found


def mails(url: str) -> list[tuple[str, str, str]]:
    async def read(database: Database) -> list[tuple[str, str, str]]:
        rows = await database.fetch("SELECT kind, recipient, text FROM outbox_mail ORDER BY id")
        return [(row[0], row[1], row[2]) for row in rows]

    found: list[tuple[str, str, str]] = on(url, read)
    return found


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["account", *arguments])


def test_accounts_are_listed_page_by_page(url: str) -> None:
    aino, eero, helmi = add(url, "aino", "eero", "helmi")
    first = call("list", "--limit", "2")
    assert first.stderr == "id\tuser name\te-mail\tname\tmade\tlocked\n"
    lines = [line.split("\t") for line in first.stdout.splitlines()]
    assert [line[0] for line in lines] == [str(aino), str(eero)]
    assert lines[0][1:] == ["aino", "aino@example.fi", "Aino", "2026-11-25T10:00:00+00:00", ""]
    rest = call("list", "--limit", "2", "--after", lines[-1][0]).stdout.splitlines()
    assert [line.split("\t")[0] for line in rest] == [str(helmi)]


def test_an_account_is_shown_by_user_name_and_by_address(url: str) -> None:
    (aino,) = add(url, "aino")
    shown = call("show", " AINO@example.FI")
    assert shown.exit_code == 0
    assert shown.stdout == call("show", "aino").stdout
    values = [line.split("\t") for line in shown.stdout.splitlines()]
    assert ["id", str(aino)] in values
    assert ["e-mail", "aino@example.fi"] in values
    assert ["locked", ""] in values
    assert ["password", "no"] in values
    assert ["customer", "000001", "Aino", "PERSON", "ADMINISTRATOR"] in values
    assert not any(line[0] == "request" for line in values)


def test_it_is_shown_which_companies_an_account_acts_for_and_asks_for(url: str) -> None:
    (aino,) = add(url, "aino")

    async def ask(database: Database) -> UUID:
        world = World(database)
        mine, asked = await world.company(), await world.company()
        request = new_id()
        async with database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO mandate (id, customer_id, account_id, role, created_at) VALUES ($1, $2, $3, 'READER', 0)",
                new_id(),
                mine,
                aino,
            )
            await transaction.execute(
                "INSERT INTO mandate_request (id, customer_id, account_id, created_at) VALUES ($1, $2, $3, 0)",
                request,
                asked,
                aino,
            )
        return request

    request = on(url, ask)
    values = [line.split("\t") for line in call("show", "aino").stdout.splitlines()]
    assert [line[-2:] for line in values if line[0] == "customer"] == [
        ["PERSON", "ADMINISTRATOR"],
        ["COMPANY", "READER"],
    ]
    (waiting,) = [line for line in values if line[0] == "request"]
    assert waiting[1] == str(request)
    assert waiting[-1] == "1970-01-01T00:00:00+00:00"


def test_sessions_are_listed_with_their_devices(url: str) -> None:
    (aino,) = add(url, "aino")
    sign_in(url, aino, "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")
    assert call("sessions", "aino").stdout.rstrip("\n").split("\t")[3] == "Firefox, Linux"
    assert call("show", "aino").stdout.count("sessions\t1") == 1


def test_a_locked_account_is_served_no_more_and_its_owner_is_told(url: str) -> None:
    (aino,) = add(url, "aino")
    cookie = sign_in(url, aino)

    async def token(database: Database) -> str:
        async with database.transaction() as transaction:
            made = await create_token(transaction, aino, {Scope.CONSUMPTION_READ}, datetime.now(UTC))
        assert made is not None
        return made.text

    text = on(url, token)
    assert call("lock", "aino").exit_code == 0
    now = datetime.now(UTC)
    assert on(url, lambda database: find_session(database, cookie, now)) is None
    assert on(url, lambda database: find_token(database, text, now)) is None
    assert [mail[:2] for mail in mails(url)] == [("account_locked", "aino@example.fi")]
    assert events(url) == ["account_locked"]

    again = call("lock", "aino")
    assert (again.exit_code, again.stderr) == (1, "The account of aino@example.fi is locked already.\n")
    assert call("unlock", "aino").exit_code == 0
    assert events(url) == ["account_locked", "account_unlocked"]
    assert [mail[:2] for mail in mails(url)[1:]] == [("account_unlocked", "aino@example.fi")]
    # The session ended for good; the token is the owner's again.
    assert on(url, lambda database: find_session(database, cookie, now)) is None
    assert on(url, lambda database: find_token(database, text, now)) is not None
    assert call("unlock", "aino").exit_code == 1


def test_a_link_goes_to_its_owner_and_to_nobody_else(url: str) -> None:
    (aino,) = add(url, "aino")
    sent = call("send-link", "aino")
    assert (sent.exit_code, sent.stdout) == (0, "")
    assert sent.stderr == "A link to a new password is on its way to aino@example.fi.\n"
    ((kind, recipient, text),) = mails(url)
    assert (kind, recipient) == ("password_reset_link", "aino@example.fi")
    secret = re.search(r"http://localhost:8000/uusi-salasana#(\S+)", text)
    assert secret is not None
    link = on(url, lambda database: find_link(database, secret[1], datetime.now(UTC)))
    assert link is not None
    assert link.account_id == aino
    assert events(url) == ["password_reset_requested"]


def test_a_locked_account_gets_no_link(url: str) -> None:
    add(url, "aino")
    call("send-link", "aino")
    call("lock", "aino")
    refused = call("send-link", "aino")
    assert refused.exit_code == 1
    assert refused.stderr == "The account of aino@example.fi is locked: unlock it first.\n"
    call("unlock", "aino")
    secret = re.search(r"uusi-salasana#(\S+)", mails(url)[0][2])
    assert secret is not None
    # Whoever else has read the mail gains nothing by the unlocking.
    assert on(url, lambda database: find_link(database, secret[1], datetime.now(UTC))) is None


@pytest.mark.parametrize("command", ["show", "sessions", "lock", "unlock", "send-link"])
def test_an_unknown_name_is_a_sentence_and_exit_code_1(url: str, command: str) -> None:
    refused = call(command, "nobody")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert refused.stderr == "There is no account with the user name or e-mail 'nobody'.\n"
