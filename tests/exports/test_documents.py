"""Documents of the archive."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
import pytest

from documents.reading import text_of
from omavirta.billing.models import Document
from omavirta.contracts.models import ContractPrice
from omavirta.contracts.retailer import load_retailer
from omavirta.documents.making import DocumentMaker
from omavirta.documents.rendering import BusyError, Typesetter
from omavirta.exports import documents
from omavirta.exports.contents import contents
from omavirta.storage.database import Database
from support.factory import NOW, World

pytestmark = pytest.mark.anyio

RETAILER = load_retailer(Path(__file__).parents[2] / "fixtures" / "retailer.json")
MAKER = DocumentMaker(Typesetter(), RETAILER, "https://oma.example.fi")


async def _archive(database: Database, account: UUID, maker: DocumentMaker = MAKER) -> zipfile.ZipFile:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for entry in await contents(database, account, maker, NOW):
            data = b"".join([chunk async for chunk in entry.chunks()])
            archive.writestr(entry.name, data)
    return zipfile.ZipFile(file)


async def _send(database: Database, customer: UUID, content: bytes, **fields: Any) -> None:
    usual: dict[str, Any] = {
        "title": "Asiakirja",
        "language": "fi",
        "media_type": "application/pdf",
        "created_at": 1,
    }
    with database.orm():
        await Document.create(customer_id=customer, content=content, size=len(content), **(usual | fields))


async def test_ours_where_the_retailer_sent_none(database: Database) -> None:
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    invoice = await world.invoice(customer, point, date(2026, 11, 1), number="A/1")
    await world.invoice(customer, point, date(2026, 10, 1), number="A 1")
    account = await world.account("aino", customer)
    stranger = await world.customer("Toinen")
    await _send(database, customer, b"%PDF-sent", kind="INVOICE", invoice_id=invoice)
    await _send(
        database, customer, b"<p>Hei</p>", kind="OTHER", media_type="text/html", title="Hinta ../nousee"
    )
    await _send(database, stranger, b"secret", kind="OTHER")

    found = await _archive(database, account)

    names = [name for name in found.namelist() if name.startswith("documents/")]
    assert names == [
        "documents/contracts/contract-000002.pdf",
        "documents/invoices/invoice-A-1.pdf",
        "documents/invoices/invoice-A-1-2.pdf",
        "documents/other/1-Hinta-nousee.html",
    ]
    assert "Sopimusvahvistus" in text_of(found.read(names[0]))
    assert found.read(names[1]) == b"%PDF-sent"
    assert "Numero A 1, päivätty 1.10.2026" in text_of(found.read(names[2]))
    assert found.read(names[3]) == b"<p>Hei</p>"
    assert "documents/ " in found.read("README.txt").decode()


async def test_prices_agreed_on_in_the_contract_are_told(database: Database) -> None:
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    contract = await world.contract(customer, point)
    account = await world.account("aino", customer)
    with database.orm():
        await ContractPrice.create(
            customer_id=customer,
            contract_id=contract,
            kind="MARGIN",
            amount="0.39",
            unit="CENT_PER_KWH",
            vat_rate="25.5",
            vat_included=True,
            valid_from=date(2024, 1, 1),
        )

    found = await _archive(database, account)

    (told,) = orjson.loads(found.read("contracts.json"))
    assert [(price["kind"], price["amount"]) for price in told["priceComponents"]] == [("MARGIN", "0.39")]
    assert told["noticeDays"] is None
    assert "0,39 c/kWh" in text_of(found.read("documents/contracts/contract-000002.pdf"))


async def test_others_documents_go_first(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "BUSY_SECONDS", 0)
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    account = await world.account("aino", customer)
    busy = 3

    class Slow(Typesetter):
        async def typeset(self, *_: object) -> bytes:
            nonlocal busy
            busy -= 1
            if busy >= 0:
                raise BusyError
            return b"%PDF"

    found = await _archive(database, account, DocumentMaker(Slow(), RETAILER, "https://oma.example.fi"))

    assert found.read("documents/contracts/contract-000002.pdf") == b"%PDF"
    busy = 10**6
    with pytest.raises(BusyError):
        await _archive(database, account, DocumentMaker(Slow(), RETAILER, "https://oma.example.fi"))
