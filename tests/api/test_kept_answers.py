"""Answers that the service gives again: never an old one, and never somebody else's."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

import omavirta
from conftest import make_settings, sqlite_copy
from omavirta.api.access import EVERY_SCOPE
from omavirta.billing.finvoice_import import import_finvoice_file
from omavirta.customers.roles import MandateRole
from omavirta.fixtures.demo import create_demo
from omavirta.graphql.executor import ColumnExecutor
from omavirta.identity.mandates import Refusal, add_mandate, remove_mandate, update_mandate
from omavirta.identity.tokens import create_token
from omavirta.metering.importing import import_consumption_file
from omavirta.prices.importing import import_prices_file
from omavirta.settings import Settings
from omavirta.storage.database import Database, as_uuid, open_database
from support import finvoice, master_data, readings
from support.app_documents import app_queries
from support.factory import NOW, World
from support.live_app import Browser, LiveApp, live_app

pytestmark = pytest.mark.anyio

KEPT = {
    "AnnualReport",
    "Comparison",
    "Consumption",
    "Contracts",
    "CustomerService",
    "Home",
    "Invoice",
    "InvoiceComparison",
    "Invoices",
    "LastYearWithProducts",
    "NextInvoices",
    "Products",
    "Terms",
    "Verification",
    "VerificationQuarters",
}
"""Of the app's own queries. The others are about the account, its sessions and keys, or are larger than what is kept."""


@dataclass
class Asker:
    """Asks with a token, and tells what is executed for it."""

    browser: Browser
    token: str
    executions: list[str | None]
    numbers: "count[int]" = field(default_factory=count)

    async def ask(self, query: str, language: str = "fi", **variables: Any) -> dict[str, Any]:
        response = await self.browser.client.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"Authorization": f"Bearer {self.token}", "Accept-Language": language},
        )
        answer: dict[str, Any] = response.json()
        assert "errors" not in answer, answer
        return answer

    async def ask_afresh(self, query: str, language: str = "fi", **variables: Any) -> dict[str, Any]:
        """As nobody has asked before."""
        return await self.ask(query, language, **variables, asked=next(self.numbers))

    async def is_kept(self, query: str, **variables: Any) -> bool:
        """Whether nothing is executed for the answer, once it was asked for."""
        await self.ask(query, **variables)
        self.executions.clear()
        await self.ask(query, **variables)
        return not self.executions


async def token_of(database: Database, account_id: UUID) -> str:
    async with database.transaction() as transaction:
        made = await create_token(transaction, account_id, EVERY_SCOPE, NOW)
    assert made is not None
    return made.text


@pytest.fixture
def executions(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """Names of the operations that were executed."""
    executed: list[str | None] = []
    build = ColumnExecutor.build

    def counted(*args: Any, **kwargs: Any) -> Any:
        executed.append(kwargs["operation_name"])
        return build(*args, **kwargs)

    monkeypatch.setattr(ColumnExecutor, "build", counted)
    return executed


@pytest.fixture(scope="module")
def demo_url(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    async def fill() -> None:
        async with open_database(url) as database:
            await create_demo(
                database, "a key that only the tests use, nowhere else", lambda: NOW, lambda _text: None
            )
            # Or the service would refuse to serve it.
            async with database.transaction() as transaction:
                await transaction.execute("DELETE FROM database_info")

    url = sqlite_copy(sqlite_template, tmp_path_factory.mktemp("demo"))
    asyncio.run(fill())
    return url


@pytest.fixture
async def demo(demo_url: str, executions: list[str | None]) -> AsyncIterator[tuple[LiveApp, Asker]]:
    async with open_database(demo_url) as database:
        account = (await database.fetch("SELECT id FROM account WHERE user_name_key = $1", "aino"))[0][0]
        token = await token_of(database, as_uuid(account))
        async with live_app(make_settings(demo_url), database) as live:
            yield live, Asker(live.browser(), token, executions)


async def test_its_pages_are_given_again_and_stay_right_all_day(demo: tuple[LiveApp, Asker]) -> None:
    live, asker = demo
    questions = await _questions(asker)
    kept = set()
    for name, query in app_queries().items():
        if await asker.is_kept(query, **questions.get(name, {})):
            kept.add(name)
    assert kept == KEPT

    live.forward(hours=11)
    assert live.now.astimezone(UTC).date() == NOW.date()
    for name in sorted(kept):
        query, variables = app_queries()[name], questions.get(name, {})
        asker.executions.clear()
        again = await asker.ask(query, **variables)
        assert not asker.executions, name
        assert again == await asker.ask_afresh(query, **variables), name


async def test_on_the_next_day_they_are_computed_anew(demo: tuple[LiveApp, Asker]) -> None:
    live, asker = demo
    query = "{ viewer { customers { invoices(first: 20) { nodes { status dueDate } } } } }"
    assert await asker.is_kept(query)
    before = await asker.ask(query)
    live.forward(days=20)
    assert await asker.ask(query) != before
    assert await asker.ask(query) == await asker.ask_afresh(query)


async def _questions(asker: Asker) -> dict[str, dict[str, Any]]:
    """Variables for each of the app's queries that has any."""
    customer = (
        await asker.ask(
            "{ viewer { customers { id invoices(first: 1) { nodes { id } }"
            " meteringPoints(first: 1) { nodes { id } } } } }"
        )
    )["data"]["viewer"]["customers"][0]
    me, point = customer["id"], customer["meteringPoints"]["nodes"][0]["id"]
    invoice = customer["invoices"]["nodes"][0]["id"]
    month = {"from": "2026-10-01", "to": "2026-11-01"}
    return {
        "AnnualReport": {"id": point, "year": 2025},
        "Comparison": {"id": point, **month},
        "Consumption": {
            "id": point,
            "resolution": "DAY",
            "previousFrom": "2025-10-01",
            "previousTo": "2025-11-01",
            "withPrevious": True,
            **month,
        },
        "ConsumptionExport": {"id": point, "resolution": "QUARTER_HOUR", **month},
        "Home": {
            "customer": me,
            "cards": True,
            "yesterday": "2026-11-24",
            "today": "2026-11-25",
            "thisMonth": "2026-11-01",
            "nextMonth": "2026-12-01",
            "lastMonth": "2026-10-01",
        },
        "Invoice": {"id": invoice},
        "InvoiceComparison": {
            "id": point,
            "yearBeforeFrom": "2025-10-01",
            "yearBeforeTo": "2025-11-01",
            **month,
        },
        "Invoices": {"id": me, "first": 20},
        "LastYearWithProducts": {"id": point},
        "NextInvoices": {"id": me},
        "Users": {"id": me},
        "Verification": {"id": invoice},
        "VerificationQuarters": {"id": invoice, "meteringPoint": point},
    }


PAGE = """{ viewer { account { name language } customers { id name
  invoices(first: 20) { nodes { number status total { amount } openAmount { amount } creditNotes { number } } }
  contracts(first: 20) { nodes { number endDate product { name } confirmation { url } } }
  meteringPoints(first: 20) { nodes { id name networkCompany { name }
    consumption(from: "2026-10-01", to: "2026-11-01", resolution: MONTH) { energyKwh cost { amount } costStatus } } } } } }"""


@dataclass
class House:
    """A customer's rows come in as a retailer's systems send them, from another process than the one that answers."""

    database: Database
    live: LiveApp
    asker: Asker
    account: UUID
    folder: Path

    async def changes(self, action: Callable[[], Awaitable[Any]], *, page: str = PAGE) -> None:
        """That the answer is a kept one before, and a new and right one at once after."""
        assert await self.asker.is_kept(page)
        before = await self.asker.ask(page)
        await action()
        after = await self.asker.ask(page)
        assert after != before
        assert after == await self.asker.ask_afresh(page)

    async def take(self, *lines: master_data.Line) -> None:
        await master_data.take(self.database, master_data.write(self.folder, lines))


@pytest.fixture
async def house(
    settings: Settings, database: Database, tmp_path: Path, executions: list[str | None]
) -> AsyncIterator[House]:
    world = await World(database).start()
    account = await world.account("aino")
    await master_data.take(database, master_data.write(tmp_path, master_data.everything()))
    async with database.transaction() as transaction:
        mine = await transaction.fetch("SELECT id FROM customer WHERE kind = 'PERSON'")
        await add_mandate(transaction, as_uuid(mine[0][0]), account, MandateRole.ADMINISTRATOR, NOW)
    token = await token_of(database, account)
    async with live_app(settings, database) as live:
        yield House(database, live, Asker(live.browser(), token, executions), account, tmp_path)


@pytest.mark.parametrize(
    "line",
    [
        master_data.person(version=2, name="Aino Korhonen"),
        master_data.metering_point(version=2, name="Mökki"),
        master_data.network_company(version=2, name="Toinen Verkko Oy"),
        master_data.product(version=2, names={"fi": "Uusi nimi", "sv": "Nytt namn", "en": "New name"}),
        master_data.contract(version=2, endDate="2026-12-31"),
        master_data.invoice(id="I-3", number="2026110003"),
        master_data.document(id="D-2", kind="CONFIRMATION", invoice=None, contract="K-1", title="Vahvistus"),
    ],
    ids=lambda line: str(line["type"]),
)
async def test_master_data_shows_at_once(house: House, line: master_data.Line) -> None:
    await house.changes(lambda: house.take(line))


async def test_a_finvoice_file_shows_at_once(house: House) -> None:
    path = house.folder / "billing.xml"
    rows = tuple(replace(row, gsrn=master_data.GSRNS[0]) for row in finvoice.ROWS)
    invoice = finvoice.Finvoice(buyer="", customer_number="10001", agreement="S-1", rows=rows).numbered(
        2026110007
    )
    path.write_bytes(finvoice.document(invoice))
    await house.changes(lambda: import_finvoice_file(house.database, path, lambda: NOW))


async def test_consumption_and_prices_show_at_once(house: House) -> None:
    readings_file = readings.write(
        house.folder, [readings.row("2026-10-05T10:00:00Z", gsrn=master_data.GSRNS[0])]
    )
    await house.changes(lambda: import_consumption_file(house.database, readings_file, lambda: NOW))
    spot = master_data.product(version=2, kind="SPOT", prices=[master_data.price("MARGIN", "0.49")])
    await house.take(spot)
    prices = house.folder / "prices.json"
    entries = [{"date": f"2026-10-05T{hour:02}:00Z", "value": hour} for hour in range(20)]
    prices.write_text(json.dumps({"prices": entries}))
    page = '{ spotPrices(from: "2026-10-05", to: "2026-10-06", resolution: HOUR) { intervals { price } } }'
    await house.changes(lambda: import_prices_file(house.database, prices, "FI", lambda: NOW), page=page)


async def test_whom_one_acts_for_counts_at_once(house: House) -> None:
    async def end() -> None:
        async with house.database.transaction() as transaction:
            await transaction.execute("DELETE FROM mandate WHERE account_id = $1", house.account)

    await house.changes(end)
    assert (await house.asker.ask(PAGE))["data"]["viewer"]["customers"] == []


async def test_the_accounts_own_name_counts_at_once(house: House) -> None:
    async def rename() -> None:
        async with house.database.transaction() as transaction:
            await transaction.execute("UPDATE account SET name = $2 WHERE id = $1", house.account, "Toinen")

    await house.changes(rename)


async def test_a_token_that_is_revoked_or_reaches_less_is_given_nothing_kept(house: House) -> None:
    page = "{ viewer { customers { meteringPoints(first: 20) { nodes { id } } } } }"
    assert await house.asker.is_kept(page)
    async with house.database.transaction() as transaction:
        narrow = await create_token(
            transaction, house.account, EVERY_SCOPE, NOW, metering_point_ids=[UUID(int=1)]
        )
    assert narrow is not None
    other = Asker(house.live.browser(), narrow.text, house.asker.executions)
    assert (await other.ask(page))["data"]["viewer"]["customers"][0]["meteringPoints"]["nodes"] == []
    async with house.database.transaction() as transaction:
        await transaction.execute("UPDATE access_token SET revoked_at = $1", 1)
    for asker in (other, house.asker):
        response = await asker.browser.client.post(
            "/graphql", json={"query": page}, headers={"Authorization": f"Bearer {asker.token}"}
        )
        assert response.status_code == 401


async def test_each_language_has_its_own_answer(house: House) -> None:
    page = "{ viewer { customers { contracts(first: 1) { nodes { product { name } } } } } }"
    names = {str(await house.asker.ask(page, language)) for language in ("fi", "sv", "en") for _ in range(2)}
    assert len(names) == 3


async def test_two_persons_who_ask_the_same_are_told_of_themselves(house: House) -> None:
    world = World(house.database, numbers=500)
    other = Asker(
        house.live.browser(),
        await token_of(house.database, await world.account("eero")),
        house.asker.executions,
    )
    assert await house.asker.is_kept(PAGE)
    assert (await other.ask(PAGE))["data"]["viewer"]["customers"] == []
    assert (await house.asker.ask(PAGE))["data"]["viewer"]["customers"] != []


async def test_who_is_not_signed_in_is_answered_anew_each_time(house: House) -> None:
    body = {"query": "{ products { name } }"}
    for _ in range(3):
        await house.live.browser().client.post("/graphql", json=body)
    assert len(house.asker.executions) == 3


@pytest.mark.parametrize(
    "field",
    [
        "viewer { rateLimit { remaining } }",
        "viewer { account { sessions { id } } }",
        "viewer { account { id } } retailer { identificationServices { key } }",
        "viewer { customers { mandates { name } } }",
    ],
)
async def test_what_rests_on_more_than_the_data_is_answered_anew(house: House, field: str) -> None:
    query = f"{{ {field} }}"
    answer = await house.asker.browser.client.post(
        "/graphql", json={"query": query}, headers={"Authorization": f"Bearer {house.asker.token}"}
    )
    assert "errors" not in answer.json(), answer.json()
    assert not await house.asker.is_kept(query)


async def test_a_refused_change_of_a_companys_users_throws_nothing_away(house: House) -> None:
    world = World(house.database, numbers=700)
    company = await world.company(number="20009")
    reader = await world.account("lukija", company, role="READER")
    mandate = as_uuid(
        (await house.database.fetch("SELECT id FROM mandate WHERE account_id = $1", reader))[0][0]
    )
    assert await house.asker.is_kept(PAGE)

    refused = await update_mandate(house.database, reader, mandate, MandateRole.ADMINISTRATOR, NOW)
    not_found = await remove_mandate(house.database, house.account, mandate, NOW)

    assert (refused, not_found) == (Refusal.NOT_ALLOWED, Refusal.NOT_FOUND)
    house.asker.executions.clear()
    await house.asker.ask(PAGE)
    assert house.asker.executions == []


def test_nothing_goes_past_what_rules_keeping_out() -> None:
    """Resolvers use the marking doors of a context, and rooms write with statements, which raise the revision."""
    package = Path(omavirta.__file__).parent
    past = re.compile(
        r"\bcontext\.(?:wall_clock|http|points)\b|\b[A-Z]\w+\.(?:create|bulk_create|bulk_update|filter|get_or_create)\("
        r"|\.orm\("
    )
    found = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if any(past.search(line) for line in path.read_text().splitlines())
    }
    allowed = {"api/context.py", "storage/database.py", "storage/migrate.py"}
    assert {path for path in found if not path.startswith("fixtures/")} <= allowed, found
