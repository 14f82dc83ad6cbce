"""A customer with three metering points, three years of quarter-hours and day-ahead prices, and invoices."""

from datetime import UTC, date, datetime
from uuid import UUID

import numpy as np

from benchmarks.storage import gsrn
from omavirta.billing.models import Invoice
from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.models import Contract, PriceComponent, Product
from omavirta.customers.models import Customer, Mandate
from omavirta.identity.models import Account
from omavirta.identity.sessions import create_session
from omavirta.metering.block import encode_block
from omavirta.metering.calendar import day_number, day_start, slots_of_day
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.metering.reading import Series
from omavirta.metering.series import day_total
from omavirta.metering.writing import IncomingDay, merge_days
from omavirta.prices.store import write_prices
from omavirta.storage.database import Database, open_database
from omavirta.storage.ids import new_id
from omavirta.storage.migrate import migrate_database

FIRST, END = date(2023, 11, 1), date(2026, 11, 1)
POINTS = tuple(UUID(int=(0x01990000_0000_7000_8000 << 48) + number) for number in range(1, 4))
_KINDS = {
    "SPOT": (("MARGIN", "0.49"), ("MONTHLY_FEE", "4.90")),
    "FIXED_TERM": (("ENERGY", "7.89"), ("MONTHLY_FEE", "4.95")),
    "CONSUMPTION_IMPACT": (("ENERGY", "7.49"), ("MONTHLY_FEE", "4.90")),
}


async def make_cost_world(database_url: str) -> str:
    """Fills a new database; gives a session's cookie."""
    await migrate_database(database_url)
    async with open_database(database_url) as database:
        account = await _rows(database)
        now = datetime.now(UTC)
        async with database.transaction() as transaction:
            days = _days()
            for point in POINTS:
                own = [day._replace(metering_point_id=point) for day in days]
                await merge_days(transaction, Series.CONSUMPTION, own, to_epoch_microseconds(now))
            start = day_start(day_number(FIRST)) // 900
            count = day_start(day_number(END)) // 900 - start
            prices = np.random.default_rng(2).gamma(2, 2_500_000, count).astype(np.int64) - 500_000
            await write_prices(
                transaction,
                "FI",
                start + np.arange(count),
                prices // 1000 * 1000,
                np.zeros(count, np.bool_),
                1,
            )
            return await create_session(transaction, account, now)


async def _rows(database: Database) -> UUID:
    with database.orm():
        company = await NetworkCompany.create(
            name="Verkko", phone="+358 1", website="https://verkko.example.fi"
        )
        customer = await Customer.create(number="1", kind="PERSON", name="Penkki")
        for number, (point, (kind, prices)) in enumerate(zip(POINTS, _KINDS.items(), strict=True), start=1):
            await MeteringPoint.create(
                id=point,
                gsrn=gsrn(number),
                name=f"Paikka {number}",
                street="Katu 1",
                postal_code="00100",
                city="Helsinki",
                network_company=company,
            )
            product = await Product.create(
                code=kind,
                kind=kind,
                names={"fi": "Tuote", "sv": "Produkt", "en": "Product"},
                descriptions={"fi": "Tuote", "sv": "Produkt", "en": "Product"},
                valid_from=date(2020, 1, 1),
            )
            for component, amount in prices:
                await PriceComponent.create(
                    product=product,
                    kind=component,
                    amount=amount,
                    unit="EUR_PER_MONTH" if component == "MONTHLY_FEE" else "CENT_PER_KWH",
                    vat_rate="25.50",
                    vat_included=True,
                    valid_from=date(2020, 1, 1),
                )
            contract = await Contract.create(
                customer=customer,
                metering_point_id=point,
                product=product,
                number=str(number),
                start_date=date(2020, 1, 1),
            )
            for month in range(1, 13):
                await Invoice.create(
                    id=new_id(),
                    customer=customer,
                    metering_point_id=point,
                    contract_id=contract.id,
                    number=f"{number}{month:02}",
                    invoice_date=date(2026, month, 5) if month < 12 else date(2025, 12, 5),
                    due_date=date(2026, 12, 20),
                    period_from=date(2025, 12, 1),
                    period_to=date(2025, 12, 31),
                    total="39.96",
                    paid="0.00",
                )
        account = await Account.create(
            user_name="bench",
            user_name_key="bench",
            email="b@example.fi",
            email_key="b@example.fi",
            name="Penkki",
            created_at=0,
        )
        await Mandate.create(customer=customer, account_id=account.id, role="ADMINISTRATOR")
        return account.id


def _days() -> list[IncomingDay]:
    """All points use the same."""
    random = np.random.default_rng(1)
    days = []
    for day in range(day_number(FIRST), day_number(END)):
        values = random.gamma(2, 17, slots_of_day(day, 15)).astype(np.int64) * 10_000
        qualities = np.ones(len(values), np.uint8)
        total, quality = day_total(values, qualities)
        days.append(IncomingDay(POINTS[0], day, 15, total, quality, encode_block(values, qualities)))
    return days
