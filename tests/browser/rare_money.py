"""Money that the demo has none of, in months before its own: a credit as a whole, prices that never came, an invoice for two places."""

import asyncio
import json
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from browser.portal_api import HELSINKI, PASSWORD
from browser.service import SECRET_KEY, Portal
from omavirta.clock import system_clock
from omavirta.identity.passwords import PasswordHasher
from omavirta.masterdata.importing import import_master_file
from omavirta.metering.importing import import_consumption_file
from omavirta.prices.importing import import_prices_file
from omavirta.storage.database import open_database
from support import master_data as lines
from support import readings
from support.factory import World

BAKER = "saimi"
"""The account that sees them; its password is the demo's."""
CREDIT_INVOICE, TWO_PLACES_INVOICE, CREDIT_NOTE = "2021060001", "2021070001", "2021080001"
BAKERY, CAFE = readings.GSRN, readings.OTHER_GSRN
MAY, JUNE, JULY, AUGUST = (date(2021, month, 1) for month in range(5, 9))
PRICED_UNTIL = date(2021, 6, 11)
MAY_PRICE, JUNE_PRICE = -25, 40
"""EUR/MWh."""


def deliver(portal: Portal) -> None:
    """Takes it in as a retailer's systems would, while the portal runs."""
    asyncio.run(_deliver(portal))


async def _deliver(portal: Portal) -> None:
    with PasswordHasher() as hasher:
        password_hash = await hasher.hash(PASSWORD)
    async with open_database(portal.database_url) as database:
        await World(database).account(BAKER, password_hash=password_hash)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            await import_master_file(
                database,
                lines.write(folder, _master_data()),
                system_clock,
                secret_key=SECRET_KEY,
                public_url=portal.url,
            )
            prices = folder / "prices.json"
            prices.write_text(json.dumps({"prices": list(_prices())}), encoding="utf-8")
            await import_prices_file(database, prices, "FI", system_clock)
            rows = [*_readings(BAKERY, JULY, AUGUST, "0.300"), *_readings(BAKERY, MAY, JULY, "0.250")]
            rows += _readings(CAFE, JUNE, JULY, "0.125")
            await import_consumption_file(database, readings.write(folder, rows), system_clock)


def _prices() -> Iterator[dict[str, Any]]:
    for day in _days(MAY, PRICED_UNTIL):
        for start in _starts(day, timedelta(hours=1)):
            yield {
                "date": f"{start:%Y-%m-%dT%H:%M:%S.000Z}",
                "value": MAY_PRICE if day < JUNE else JUNE_PRICE,
            }


def _readings(gsrn: str, first: date, end: date, kwh: str) -> Iterator[str]:
    """The same by day and night, so that sums can be told without a computer."""
    for day in _days(first, end):
        for start in _starts(day, timedelta(minutes=15)):
            yield readings.row(f"{start:%Y-%m-%dT%H:%M:%SZ}", kwh.replace(".", ","), gsrn=gsrn)


def _days(first: date, end: date) -> list[date]:
    return [first + timedelta(days=days) for days in range((end - first).days)]


def _starts(day: date, step: timedelta) -> list[datetime]:
    midnight = datetime(day.year, day.month, day.day, tzinfo=HELSINKI).astimezone(UTC)
    return [midnight + step * count for count in range(timedelta(days=1) // step)]


def _price(kind: str, amount: str) -> lines.Line:
    return lines.price(kind, amount, vatRate="24", vatIncluded=False)


def _master_data() -> list[lines.Line]:
    of_the_past: lines.Line = {"validFrom": "2019-01-01", "validTo": "2021-12-31"}
    agreed: lines.Line = {"customer": "C-9", "startDate": "2021-05-01", "endDate": "2021-12-31"}
    return [
        lines.network_company(id="V-9", name="Saaristoverkko Oy"),
        lines.product(
            id="P-8",
            code="leipurin-porssi",
            kind="SPOT",
            names={"fi": "Leipurin pörssi", "sv": "Bagarens börs", "en": "The baker's spot"},
            prices=[_price("MARGIN", "0.40"), _price("MONTHLY_FEE", "4.00")],
            **of_the_past,
        ),
        lines.product(
            id="P-9",
            code="kahvilan-vakaa",
            names={"fi": "Kahvilan vakaa", "sv": "Kaféets stadiga", "en": "The café's steady"},
            prices=[_price("ENERGY", "6.00"), _price("MONTHLY_FEE", "4.00")],
            **of_the_past,
        ),
        lines.company(id="C-9", number="90001", name="Saariston Leipomo Oy", contacts=[]),
        lines.metering_point(id="MP-8", gsrn=BAKERY, street="Satamakuja 1", networkCompany="V-9"),
        lines.metering_point(id="MP-9", gsrn=CAFE, street="Rantakatu 5", networkCompany="V-9"),
        lines.contract(id="K-8", number="S-8", meteringPoint="MP-8", product="P-8", **agreed),
        lines.contract(id="K-9", number="S-9", meteringPoint="MP-9", product="P-9", **agreed),
        lines.mandate(customer="C-9", account=BAKER),
        _credit_invoice(),
        _two_places_invoice(),
        _credit_note(),
    ]


def _credit_invoice() -> lines.Line:
    """744 kWh at -2.5 c/kWh and the margin, without VAT, as the month's energy is below zero; the monthly fee with it."""
    rows = [
        _row("Pörssisähkö", "SPOT", "744", "-0.025", net="-18.60"),
        _row("Marginaali", "MARGIN", "744", "0.004", net="2.98"),
        _fee(),
    ]
    return _invoice(
        "I-8",
        CREDIT_INVOICE,
        MAY,
        rows,
        contract="K-8",
        meteringPoint="MP-8",
        total="-10.66",
        vatSpecification=[
            {"rate": "24", "net": "4.00", "vat": "0.96"},
            {"rate": "0", "net": "-15.62", "vat": "0.00"},
        ],
    )


def _two_places_invoice() -> lines.Line:
    """720 kWh on the day-ahead price, of which we know ten days, and 360 kWh at a fixed price."""
    bakery, cafe = {"meteringPoint": "MP-8"}, {"meteringPoint": "MP-9"}
    rows = [
        _row("Pörssisähkö", "SPOT", "720", "0.0496", net="28.80", rate="24", vat="6.91", gross="35.71")
        | bakery,
        _row("Marginaali", "MARGIN", "720", "0.00496", net="2.88", rate="24", vat="0.69", gross="3.57")
        | bakery,
        _fee() | bakery,
        _row("Energia", "ENERGY", "360", "0.0744", net="21.60", rate="24", vat="5.18", gross="26.78") | cafe,
        _fee() | cafe,
    ]
    return _invoice(
        "I-9",
        TWO_PLACES_INVOICE,
        JUNE,
        rows,
        contract=None,
        meteringPoint=None,
        total="75.98",
        paid="75.98",
        paidOn="2021-07-15",
        vatSpecification=[{"rate": "24", "net": "61.28", "vat": "14.70"}],
    )


def _credit_note() -> lines.Line:
    """For a part of the invoice for two places, that had been paid: the café's monthly fee."""
    amounts = {"quantity": "-1", "net": "-4.00", "vat": "-0.96", "gross": "-4.96"}
    return _invoice(
        "I-10",
        CREDIT_NOTE,
        JUNE,
        [_fee() | amounts | {"meteringPoint": "MP-9"}],
        kind="CREDIT_NOTE",
        creditsNumber=TWO_PLACES_INVOICE,
        contract=None,
        meteringPoint=None,
        total="-4.96",
        vatSpecification=[{"rate": "24", "net": "-4.00", "vat": "-0.96"}],
    )


def _invoice(id_: str, number: str, month: date, rows: list[lines.Line], **fields: Any) -> lines.Line:
    after = (month + timedelta(days=31)).replace(day=1)
    period = {"periodFrom": str(month), "periodTo": str(after - timedelta(days=1))}
    return lines.invoice(
        id=id_,
        number=number,
        customer="C-9",
        invoiceDate=str(after + timedelta(days=4)),
        dueDate=str(after + timedelta(days=18)),
        net=None,
        vat=None,
        reference=None,
        billedAt=None,
        rows=[row | period for row in rows],
        **period,
        **fields,
    )


def _row(
    description: str,
    component: str,
    quantity: str,
    unit_price: str,
    *,
    net: str,
    rate: str = "0",
    vat: str = "0.00",
    gross: str | None = None,
) -> lines.Line:
    return {
        "description": description,
        "component": component,
        "quantity": quantity,
        "unit": "kWh",
        "unitPriceGross": unit_price,
        "net": net,
        "vatRate": rate,
        "vat": vat,
        "gross": gross or net,
    }


def _fee() -> lines.Line:
    fee = _row("Perusmaksu", "MONTHLY_FEE", "1", "4.96", net="4.00", rate="24", vat="0.96", gross="4.96")
    return fee | {"unit": "kk"}
