"""Small made-up worlds for tests: a customer with metering points, contracts and whole days of consumption."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import numpy as np

from omavirta.billing.models import Invoice, InvoiceRow
from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.models import Contract, Product
from omavirta.customers.models import CompanyContact, Customer, Mandate
from omavirta.identity.models import Account
from omavirta.metering.block import encode_block
from omavirta.metering.calendar import day_number, slots_of_day
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.metering.months import refresh_months
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
GSRN = "643007127000000013"


@dataclass
class World:
    """Makes rows as tests ask for them; all of one database."""

    database: Database
    product_id: UUID = field(default_factory=new_id)
    network_company_id: UUID = field(default_factory=new_id)
    numbers: int = 0

    async def start(self) -> "World":
        with self.database.orm():
            await NetworkCompany.create(
                id=self.network_company_id,
                name="Kaamos Verkko Oy",
                phone="+358 8 555 0100",
                website="https://kaamos.example.fi",
            )
            await Product.create(
                id=self.product_id,
                code=f"test-{self.product_id}",
                kind="SPOT",
                names={"fi": "Tuntihinta", "sv": "Timpris", "en": "Hourly"},
                descriptions={
                    "fi": "Pörssihinta ja marginaali.",
                    "sv": "Börspris och marginal.",
                    "en": "Spot and a margin.",
                },
                valid_from=date(2020, 1, 1),
            )
        return self

    async def account(
        self,
        user_name: str,
        *customer_ids: UUID,
        password_hash: str | None = None,
        identity_hash: str | None = None,
        role: str = "ADMINISTRATOR",
    ) -> UUID:
        with self.database.orm():
            account = await Account.create(
                user_name=user_name,
                user_name_key=user_name.casefold(),
                email=f"{user_name}@example.fi",
                email_key=f"{user_name}@example.fi".casefold(),
                name=user_name.title(),
                password_hash=password_hash,
                identity_hash=identity_hash,
                created_at=to_epoch_microseconds(NOW),
            )
            for customer_id in customer_ids:
                await Mandate.create(customer_id=customer_id, account_id=account.id, role=role)
        return account.id

    async def customer(
        self, name: str = "Aino Virtanen", kind: str = "PERSON", *, identity_hash: str | None = None
    ) -> UUID:
        with self.database.orm():
            customer = await Customer.create(
                number=self._next(), kind=kind, name=name, identity_hash=identity_hash
            )
            return customer.id

    async def company(
        self, name: str = "Kahvila Kuusama Oy", *, number: str = "20001", contact: str | None = None
    ) -> UUID:
        """`contact` is the keyed hash of the identity code of whom the retailer's data names."""
        with self.database.orm():
            company = await Customer.create(number=number, kind="COMPANY", name=name, business_id="4100000-7")
            if contact is not None:
                await CompanyContact.create(customer=company, identity_hash=contact, kind="SIGNATORY")
            return company.id

    async def point(self, name: str | None = "Koti", gsrn: str = GSRN) -> UUID:
        with self.database.orm():
            point = await MeteringPoint.create(
                gsrn=gsrn,
                name=name,
                street="Halkokuja 3",
                postal_code="99800",
                city="Ivalo",
                network_company_id=self.network_company_id,
            )
            return point.id

    async def contract(
        self, customer_id: UUID, point_id: UUID, start: date = date(2024, 1, 1), end: date | None = None
    ) -> UUID:
        with self.database.orm():
            contract = await Contract.create(
                customer_id=customer_id,
                metering_point_id=point_id,
                product_id=self.product_id,
                number=self._next(),
                start_date=start,
                end_date=end,
            )
            return contract.id

    async def invoice(
        self,
        customer_id: UUID,
        point_id: UUID | None,
        day: date,
        *,
        paid: str = "0.00",
        due: date | None = None,
        credited: bool = False,
        rows: Sequence[dict[str, Any]] = ({},),
        **fields: Any,
    ) -> UUID:
        """`fields` and each of `rows` say what is not as usual."""
        usual = {
            "number": self._next(),
            "due_date": due or date(day.year + 1, day.month, 1),
            "period_from": day,
            "period_to": day,
            "total": "39.96",
            "credited_amount": "39.96" if credited else "0.00",
        }
        usual_row = {
            "description": "Energia",
            "quantity": "412.375000",
            "unit": "kWh",
            "unit_price": "0.067649",
            "net": "31.84",
            "vat_rate": "25.50",
            "vat": "8.12",
            "gross": "39.96",
        }
        with self.database.orm():
            invoice = await Invoice.create(
                customer_id=customer_id,
                metering_point_id=point_id,
                invoice_date=day,
                paid=paid,
                credited=credited,
                **{**usual, **fields},
            )
            for position, row in enumerate(rows, start=1):
                await InvoiceRow.create(
                    customer_id=customer_id, invoice=invoice, position=position, **{**usual_row, **row}
                )
            return invoice.id

    async def consumption(
        self,
        point_id: UUID,
        day: date,
        values: Sequence[int] | int = 250_000,
        qualities: Sequence[int] | int = Quality.MEASURED,
        *,
        minutes: int = 15,
        series: int = 1,
    ) -> None:
        """A whole day of blocks: micro-kWh and quality codes of each slot, or one for all of them."""
        number = day_number(day)
        count = slots_of_day(number, minutes)
        energy = np.broadcast_to(np.asarray(values, dtype=np.int64), (count,))
        codes = np.broadcast_to(np.asarray(qualities, dtype=np.uint8), (count,))
        known = (codes > 0) & (codes < Quality.MISSING)
        worst = (
            int(codes.max())
            if known.all()
            else int(Quality.PARTIALLY_MISSING if known.any() else Quality.MISSING)
        )
        async with self.database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO consumption_day (metering_point_id, series, day, source_time, total_micro_kwh, revision,"
                " resolution, worst_quality, data) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                point_id,
                series,
                number,
                1,
                int(energy[known].sum()) if known.any() else None,
                1,
                minutes,
                worst,
                encode_block(energy, codes),
            )
            await refresh_months(transaction, Series(series), [(point_id, number)])

    def _next(self) -> str:
        self.numbers += 1
        return f"{self.numbers:06d}"
