"""Documents as they are linked and fetched: whose they are, what they say, and what else they must not be."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from api.conftest import Service
from documents.reading import read, text_of
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.billing.models import Document
from omavirta.clock import to_epoch_microseconds
from omavirta.documents import paths
from omavirta.documents.rendering import BusyError, Typesetter
from omavirta.identity.tokens import create_token
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from omavirta.web import document_download
from support.factory import NOW, World

LINKS = """{ viewer { customers {
  contracts(first: 5) { nodes { confirmation { url language mediaType origin } } }
  invoices(first: 5) { nodes { document { url language mediaType origin } } }
} } }"""
ANNUAL = """query ($id: ID!) { node(id: $id) { ... on MeteringPoint { annualReport(year: 2025) {
  document { url language mediaType origin } } } } }"""


@dataclass
class Home:
    account: UUID
    stranger: UUID
    customer: UUID
    point: UUID
    contract: UUID
    invoice: UUID

    def paths(self) -> list[str]:
        return [
            paths.invoice_path(self.invoice),
            paths.confirmation_path(self.contract),
            paths.annual_report_path(self.point, 2025),
        ]


@pytest.fixture
def home(service: Service) -> Home:
    async def setup(world: World) -> Home:
        customer, point = await world.customer(), await world.point()
        contract = await world.contract(customer, point, date(2025, 1, 1))
        for number in range(31):
            for year in (2025, 2026):
                await world.consumption(point, date(year, 1, 1) + timedelta(days=number))
        invoice = await world.invoice(
            customer,
            point,
            date(2026, 2, 5),
            period_from=date(2026, 1, 1),
            period_to=date(2026, 1, 31),
            contract_id=contract,
            iban="FI2112345600000785",
            reference="20261100017",
        )
        other = await world.customer("Toinen Asiakas")
        await world.contract(other, await world.point("Muu", "643007127000000020"))
        return Home(
            await world.account("aino", customer),
            await world.account("eero", other),
            customer,
            point,
            contract,
            invoice,
        )

    made: Home = service.fill(setup)
    return made


def test_each_is_a_pdf_in_the_language_asked_for(service: Service, home: Home) -> None:
    headers = service.session(home.account)
    with service.client() as client:
        for path in home.paths():
            for language in ("fi", "sv", "en"):
                answer = client.get(f"{path}?lang={language}", headers=headers)
                assert answer.status_code == 200, path
                assert answer.headers["content-type"] == "application/pdf"
                assert answer.headers["content-language"] == language
                assert answer.headers["cache-control"] == "no-store"
                assert answer.headers["x-content-type-options"] == "nosniff"
                assert "sandbox" in answer.headers["content-security-policy"]
                assert answer.headers["content-disposition"].startswith("inline; filename=")
                assert str(read(answer.content).root_object["/Lang"]).startswith(language)
                assert "Aino Virtanen" in text_of(answer.content)
            # Else the account's own.
            assert client.get(f"{path}?lang=de", headers=headers).headers["content-language"] == "fi"


def test_what_they_say_comes_from_the_data(service: Service, home: Home) -> None:
    headers = service.session(home.account)
    with service.client() as client:
        invoice, confirmation, report = (
            text_of(client.get(path, headers=headers).content) for path in home.paths()
        )
    assert "Maksettavaa 39,96 €" in invoice
    assert "2 02611 00017" in invoice
    # 31 days of 96 quarters of 0.25 kWh, in both years.
    assert "Käytit 744 kWh, saman verran kuin vuotta aiemmin." in invoice
    assert "Tuntihinta" in confirmation
    assert "Kaamos Verkko Oy" in confirmation
    assert "Käytit sähköä, tiedossa olevilta päiviltä 744 kWh" in report


def test_the_head_of_a_document_is_its_headers(service: Service, home: Home) -> None:
    with service.client() as client:
        answer = client.head(home.paths()[0], headers=service.session(home.account))
    assert answer.status_code == 200
    assert int(answer.headers["content-length"]) > 10_000
    assert answer.content == b""


def test_anothers_and_made_up_are_equally_not_there(service: Service, home: Home) -> None:
    stranger = service.session(home.stranger)
    nothing = encode_id("Invoice", new_id())
    with service.client() as client:
        answers = [client.get(path, headers=stranger) for path in home.paths()]
        answers += [client.get(path) for path in home.paths()]
        own = service.session(home.account)
        for path in (
            f"/documents/invoices/{nothing}",
            "/documents/invoices/nonsense",
            f"/documents/invoices/{encode_id('Contract', home.contract)}",
            f"/documents/contracts/{encode_id('Invoice', home.invoice)}/confirmation",
            paths.annual_report_path(home.point, 2019),
            paths.annual_report_path(home.point, 2026),
            paths.annual_report_path(home.point, 2025).replace("2025", "+025"),
            paths.annual_report_path(home.point, 2025).replace("2025", "0000"),
            paths.annual_report_path(home.point, 9999),
            paths.annual_report_path(home.point, 2025).replace("2025", "²025"),
        ):
            answers.append(client.get(path, headers=own))
    for answer in answers:
        assert (answer.status_code, answer.text) == (404, "Not found\n"), answer.url


@pytest.mark.parametrize(
    ("scopes", "found"),
    [
        ({Scope.INVOICES_READ, Scope.CUSTOMER_READ}, [True, False, False]),
        ({Scope.CONTRACTS_READ, Scope.CUSTOMER_READ}, [False, True, False]),
        ({Scope.CONSUMPTION_READ, Scope.CUSTOMER_READ}, [False, False, True]),
        ({Scope.INVOICES_READ, Scope.CONTRACTS_READ, Scope.CONSUMPTION_READ}, [False, False, False]),
    ],
)
def test_a_token_reaches_what_its_scopes_say(
    service: Service, home: Home, scopes: set[Scope], found: list[bool]
) -> None:
    headers = _token(service, home.account, scopes)
    with service.client() as client:
        answers = [client.get(path, headers=headers) for path in home.paths()]
        assert [answer.status_code == 200 for answer in answers] == found
        wrong = client.get(home.paths()[0], headers={"Authorization": "Bearer pat_nothing"})
    assert wrong.status_code == 401
    if found[0]:
        assert "Sähkönkäyttösi laskutusjaksolla" not in text_of(answers[0].content), (
            "it may not read consumption"
        )


def test_a_token_of_another_point_reaches_none(service: Service, home: Home) -> None:
    scopes = {Scope.INVOICES_READ, Scope.CUSTOMER_READ, Scope.CONTRACTS_READ, Scope.CONSUMPTION_READ}
    headers = _token(service, home.account, scopes, frozenset({new_id()}))
    with service.client() as client:
        assert [client.get(path, headers=headers).status_code for path in home.paths()] == [404, 404, 404]


def test_what_the_retailer_sent_goes_before_ours(service: Service, home: Home) -> None:
    async def send(database: Database) -> None:
        usual: dict[str, Any] = {
            "customer_id": home.customer,
            "title": "Lasku",
            "language": "sv",
            "media_type": "application/pdf",
            "size": 4,
        }
        with database.orm():
            for created_at, content in ((2, b"%PDF-new"), (1, b"%PDF-old")):
                await Document.create(
                    kind="INVOICE", invoice_id=home.invoice, created_at=created_at, content=content, **usual
                )
            await Document.create(
                kind="CONFIRMATION",
                contract_id=home.contract,
                created_at=to_epoch_microseconds(NOW),
                content=b"<script>alert(1)</script>",
                **(usual | {"media_type": "text/html"}),
            )

    service.run(send)
    headers = service.session(home.account)
    with service.client() as client:
        invoice, confirmation, _ = (client.get(path, headers=headers) for path in home.paths())
        theirs = client.get(home.paths()[0], headers=service.session(home.stranger))
    assert invoice.content == b"%PDF-new"
    assert invoice.headers["content-language"] == "sv"
    assert confirmation.headers["content-disposition"].startswith("attachment; ")
    assert "sandbox" in confirmation.headers["content-security-policy"]
    assert theirs.status_code == 404
    link = service.ask(LINKS, headers)["data"]["viewer"]["customers"][0]["contracts"]["nodes"][0]
    assert link["confirmation"] == {
        "url": paths.confirmation_path(home.contract),
        "language": "SV",
        "mediaType": "text/html",
        "origin": "RETAILER",
    }


def test_the_links_lead_there(service: Service, home: Home) -> None:
    headers = service.session(home.account) | {"Accept-Language": "en"}
    answer = service.ask(LINKS, headers)["data"]["viewer"]["customers"][0]
    links = [answer["contracts"]["nodes"][0]["confirmation"], answer["invoices"]["nodes"][0]["document"]]
    report = service.ask(ANNUAL, headers, {"id": encode_id("MeteringPoint", home.point)})
    links.append(report["data"]["node"]["annualReport"]["document"])
    with service.client() as client:
        for link in links:
            assert (link["language"], link["mediaType"], link["origin"]) == (
                "EN",
                "application/pdf",
                "PORTAL",
            )
            found = client.get(link["url"], headers=headers)
            assert found.status_code == 200
            assert found.headers["content-language"] == "en"


def test_too_many_at_once_are_asked_to_come_back(
    service: Service, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def busy(*_: object) -> bytes:
        raise BusyError

    monkeypatch.setattr(Typesetter, "typeset", busy)
    with service.client() as client:
        answer = client.get(home.paths()[0], headers=service.session(home.account))
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "3"
    assert answer.json()["errors"][0]["extensions"]["code"] == "BUSY"


def test_an_account_has_few_in_the_making_and_the_others_wait_their_turn(
    service: Service, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    making = [0]
    most = [0]

    async def slow(*_: object) -> bytes:
        making[0] += 1
        most[0] = max(most[0], making[0])
        await asyncio.sleep(0.2)
        making[0] -= 1
        return b"%PDF"

    monkeypatch.setattr(Typesetter, "typeset", slow)
    monkeypatch.setattr(document_download, "MOST_ASKED", 7)
    headers, path = service.session(home.account), home.paths()[0]
    with service.client() as client, ThreadPoolExecutor(9) as threads:
        answers = threads.map(lambda _: client.get(path, headers=headers).status_code, range(9))
        assert sorted(answers) == [200] * 7 + [503] * 2
        assert most == [document_download.AT_ONCE]
        assert client.get(path, headers=headers).status_code == 200


def test_an_account_fetches_so_many_an_hour(
    service: Service, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(document_download, "PER_HOUR", 2)
    headers = service.session(home.account)
    with service.client() as client:
        codes = [client.get(home.paths()[0], headers=headers).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


def _token(
    service: Service, account: UUID, scopes: set[Scope], points: frozenset[UUID] | None = None
) -> dict[str, str]:
    async def make(database: Database) -> str:
        async with database.transaction() as transaction:
            made = await create_token(transaction, account, frozenset(scopes), NOW, metering_point_ids=points)
        assert made is not None
        return made.text

    return {"Authorization": f"Bearer {service.run(make)}"}
