"""What came in as master data is what its customer sees."""

from pathlib import Path

import pytest

from omavirta.identity.identity_code import identity_hash
from omavirta.settings import Settings
from omavirta.storage.database import Database
from support import master_data as lines
from support.factory import World
from support.live_app import hashed, live_app
from support.master_data import SECRET_KEY, everything, take, write

pytestmark = pytest.mark.anyio
SEEN = """{ viewer { customers {
  name number
  contracts(first: 5) { nodes {
    number termsVersion objectionUntil withdrawalUntil noticeDays energyPriceFloor
    prices { kind amount } product { name } meteringPoint { gsrn dwelling floorAreaM2 networkCompany { name } }
  } }
  invoices(first: 5) { nodes {
    number kind status openAmount { amount } vatSpecification { rate net { amount } vat { amount } } contract { number } notices
    rows { description gross { amount } component periodFrom } credits { number } creditNotes { number } document { origin url }
    payment { reference iban barCode }
  } }
} } }"""


async def test_a_customer_sees_what_came_in(settings: Settings, database: Database, tmp_path: Path) -> None:
    await World(database).account(
        "aino", password_hash=await hashed(), identity_hash=identity_hash(SECRET_KEY, "131052-308T")
    )
    agreed = lines.contract(energyPriceFloor="0", prices=[lines.price(amount="7.99", validFrom="2025-01-01")])
    unpaid = lines.invoice(
        id="I-3",
        number="2026110003",
        reference="1234561",
        payee="Esimerkki Energia Oy",
        notices=["Hinta muuttuu."],
    )
    file = [line for line in everything() if line["type"] != "contract"]
    await take(database, write(tmp_path, [*file, agreed, unpaid]))

    async with live_app(settings, database) as app:
        browser = app.browser()
        await browser.sign_in()
        customers = (await browser.ask(SEEN))["viewer"]["customers"]
        mine = next(customer for customer in customers if customer["number"] == "10001")
        invoices = {invoice["number"]: invoice for invoice in mine["invoices"]["nodes"]}
        document = await browser.client.get(invoices["2026110001"]["document"]["url"])

    (contract,) = mine["contracts"]["nodes"]
    assert contract | {"meteringPoint": None, "prices": None, "product": None} == {
        "number": "S-1",
        "termsVersion": "SME 2024",
        "objectionUntil": "2024-12-23",
        "withdrawalUntil": "2024-12-15",
        "noticeDays": 14,
        "energyPriceFloor": "0",
        "prices": None,
        "product": None,
        "meteringPoint": None,
    }
    assert [(price["kind"], price["amount"]) for price in contract["prices"]] == [
        ("ENERGY", "7.99"),
        ("MONTHLY_FEE", "4.95"),
    ]
    assert contract["product"] == {"name": "Vakaa"}
    assert contract["meteringPoint"] == {
        "gsrn": lines.GSRNS[0],
        "dwelling": "HOUSE",
        "floorAreaM2": 120,
        "networkCompany": {"name": "Kaamos Verkko Oy"},
    }
    first, note, open_ = (invoices[f"202611000{number}"] for number in (1, 2, 3))
    assert (first["status"], note["kind"]) == ("CREDITED", "CREDIT_NOTE")
    assert note["credits"] == {"number": "2026110001"}
    assert first["creditNotes"] == [{"number": "2026110002"}]
    assert first["contract"] == {"number": "S-1"}
    assert first["document"]["origin"] == "RETAILER"
    assert (document.status_code, document.content) == (200, lines.PDF)
    assert first["payment"] is None
    assert open_["openAmount"] == {"amount": "39.96"}
    assert open_["notices"] == ["Hinta muuttuu."]
    assert open_["vatSpecification"] == [
        {"rate": "25.5", "net": {"amount": "31.84"}, "vat": {"amount": "8.12"}}
    ]
    assert [(row["description"], row["component"]) for row in open_["rows"]] == [
        ("Energia", "ENERGY"),
        ("Perusmaksu", None),
    ]
    assert open_["payment"] | {"barCode": None} == {
        "reference": "1234561",
        "iban": "FI2112345600000785",
        "barCode": None,
    }
    assert len(open_["payment"]["barCode"]) == 54
