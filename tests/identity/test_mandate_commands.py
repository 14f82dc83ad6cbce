"""`omavirta mandate …` as customer service calls it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from click.testing import CliRunner, Result

from omavirta.cli import main
from omavirta.identity.contact import contact_by_id
from omavirta.identity.mandate_requests import ask_for_company
from omavirta.storage.database import Database, as_uuid, open_database
from support.factory import NOW, World

T = TypeVar("T")


@pytest.fixture
def url(database_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", database_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    return database_url


def on(url: str, action: Callable[[Database], Awaitable[T]]) -> T:
    async def run() -> T:
        async with open_database(url) as database:
            return await action(database)

    return asyncio.run(run())


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["mandate", *arguments])


def asked(url: str) -> UUID:
    """A request of Helmi's to a company that nobody acts for yet."""

    async def make(database: Database) -> UUID:
        world = await World(database).start()
        company = await world.company()
        person = await contact_by_id(database, await world.account("helmi"))
        assert person is not None
        async with database.transaction() as transaction:
            await ask_for_company(transaction, company, person, "https://oma.example.fi", NOW)
        return as_uuid((await database.fetch("SELECT id FROM mandate_request"))[0][0])

    return on(url, make)


def roles(url: str) -> list[str]:
    async def read(database: Database) -> list[str]:
        return [row[0] for row in await database.fetch("SELECT role FROM mandate")]

    return on(url, read)


def mails(url: str) -> list[str]:
    async def read(database: Database) -> list[str]:
        return [row[0] for row in await database.fetch("SELECT kind FROM outbox_mail ORDER BY id")]

    return on(url, read)


def test_what_waits_is_listed_with_company_and_person(url: str) -> None:
    assert call("list").stdout == ""
    request = asked(url)
    values = ("20001", "Kahvila Kuusama Oy", "Helmi", "helmi@example.fi", "2026-11-25T10:00:00+00:00")
    assert call("list").stdout == "\t".join((str(request), *values, "no administrator")) + "\n"


def test_a_company_is_said_to_have_no_administrator_while_none_can_act(url: str) -> None:
    asked(url)

    async def add(database: Database) -> None:
        rows = await database.fetch("SELECT id FROM customer")
        company, world = as_uuid(rows[0][0]), World(database)
        await world.account("reader", company, role="READER")
        await world.account("aino", company)

    on(url, add)
    assert call("list").stdout.endswith("+00:00\t\n")
    assert CliRunner().invoke(main, ["account", "lock", "aino"]).exit_code == 0
    assert call("list").stdout.endswith("+00:00\tno administrator\n")


@pytest.mark.parametrize(("options", "role"), [((), "ADMINISTRATOR"), (("--role", "READER"), "READER")])
def test_approving_makes_a_user_and_tells_them_once(url: str, options: tuple[str, ...], role: str) -> None:
    request = str(asked(url))
    result = call("approve", request, *options)
    assert (result.exit_code, result.stdout) == (0, "")
    assert role in result.stderr
    for again in (call("approve", request), call("decline", request)):
        assert again.exit_code == 1
        assert again.stderr == "There is no such request, or it was decided before.\n"
    assert roles(url) == [role]
    assert mails(url) == ["mandate_waits", "mandate_granted"]
    assert call("list").stdout == ""


def test_approving_makes_a_reader_where_an_administrator_can_make_them_more(url: str) -> None:
    request = asked(url)

    async def add(database: Database) -> None:
        rows = await database.fetch("SELECT id FROM customer")
        await World(database).account("aino", as_uuid(rows[0][0]))

    on(url, add)
    assert "as READER" in call("approve", str(request)).stderr
    assert sorted(roles(url)) == ["ADMINISTRATOR", "READER"]


def test_declining_makes_none_and_tells_them(url: str) -> None:
    assert call("decline", str(asked(url))).exit_code == 0
    assert roles(url) == []
    assert mails(url) == ["mandate_waits", "mandate_declined"]


def test_a_request_that_is_none_is_refused(url: str) -> None:
    asked(url)
    assert call("approve", str(uuid4())).exit_code == 1
    assert call("approve", "nonsense").exit_code == 2
    assert roles(url) == []
