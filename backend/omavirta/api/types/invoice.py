from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.connections import Connection, Edge, connection
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import (
    contract_of,
    credit_notes_of,
    invoice_of_number,
    invoice_rows_of,
    supply_periods_of,
)
from omavirta.api.nodes import Node
from omavirta.api.types.contract import Contract, metering_point_of_key
from omavirta.api.types.document import DocumentLink, invoice_document_link
from omavirta.api.types.money import Money, euros
from omavirta.api.types.payment import Payment, VatShare
from omavirta.billing import kinds, queries
from omavirta.billing.breakdown import Amounts, category_totals, net_and_vat, vat_shares
from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.late_interest import late_interest
from omavirta.billing.payment import payment_of
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts.retailer import load_retailer
from omavirta.contracts.tariff import RowKind
from omavirta.storage.paging import PageOfRows

if TYPE_CHECKING:
    from omavirta.api.types.metering_point import MeteringPoint
    from omavirta.api.types.verification import InvoiceVerification

describe_enum(
    queries.InvoiceStatus,
    "Whether an invoice is to be paid.",
    {
        queries.InvoiceStatus.OPEN: "To be paid, in more than seven days.",
        queries.InvoiceStatus.DUE: "To be paid within seven days.",
        queries.InvoiceStatus.OVERDUE: "Not paid in full by its due date.",
        queries.InvoiceStatus.PAID: "Paid in full, less credit notes for a part of it; or nothing is to be paid, as with a credit"
        " note.",
        queries.InvoiceStatus.CREDITED: "Undone by its credit notes; nothing is to be paid.",
    },
)
describe_enum(
    kinds.InvoiceKind,
    "What an invoice does.",
    {
        kinds.InvoiceKind.INVOICE: "It asks for a payment.",
        kinds.InvoiceKind.CREDIT_NOTE: "It undoes another one, in part or whole: its amounts are negative.",
    },
)
describe_enum(
    kinds.InvoiceRowCategory,
    "What a part of an invoice is for (Electricity Market Act 105 c §).",
    {
        kinds.InvoiceRowCategory.SUPPLY: "Electricity.",
        kinds.InvoiceRowCategory.NETWORK: "Its transmission in the grid.",
        kinds.InvoiceRowCategory.TAX: "Electricity tax, and payments that go with it.",
        kinds.InvoiceRowCategory.OTHER: "Something else.",
    },
)
describe_enum(
    RowKind,
    "What of a contract's tariff a row bills.",
    {
        RowKind.ENERGY: "Energy at one price.",
        RowKind.DAY_ENERGY: "Energy from 7 to 22 local time.",
        RowKind.NIGHT_ENERGY: "Energy from 22 to 7 local time.",
        RowKind.WINTER_WEEKDAY_ENERGY: "Energy from 7 to 22, Monday to Saturday, November to March.",
        RowKind.OTHER_ENERGY: "Energy at all times that are not winter weekdays.",
        RowKind.SPOT: "Energy at the day-ahead price.",
        RowKind.MARGIN: "The margin on it.",
        RowKind.CONSUMPTION_IMPACT: "What it costs or saves to use electricity when one did.",
        RowKind.MONTHLY_FEE: "The basic fee.",
    },
)


@strawberry.type(description="A row of an invoice, as billing made it.")
class InvoiceRow:
    description: str = strawberry.field(description="What is charged for, in the invoice's language.")
    quantity: Decimal | None = strawberry.field(description="How much of it; null where it is not counted.")
    unit: str | None = strawberry.field(description="What the quantity is counted in, such as kWh.")
    unit_price: Decimal | None = strawberry.field(description="Euros for one unit, without value added tax.")
    unit_price_gross: Decimal | None = strawberry.field(
        description="Euros for one unit, with value added tax; null where billing did not say it."
    )
    net: Money = strawberry.field(description="The row without value added tax.")
    vat_rate: Decimal = strawberry.field(description="Value added tax in per cent.")
    vat: Money = strawberry.field(description="The row's value added tax.")
    gross: Money = strawberry.field(description="The row with value added tax.")
    category: kinds.InvoiceRowCategory = strawberry.field(description="What it is for.")
    component: RowKind | None = strawberry.field(
        description="What of the contract's tariff it bills; null where billing did not say, or it is of no tariff."
    )
    period_from: date | None = strawberry.field(
        description="The row's first day, where it is not for the invoice's whole period."
    )
    period_to: date | None = strawberry.field(description="The row's last day, likewise.")
    metering_point_id: strawberry.Private[UUID | None]

    @strawberry.field(description="The metering point it is for, on an invoice that is for several.")
    async def metering_point(
        self, info: Info
    ) -> Annotated["MeteringPoint", strawberry.lazy("omavirta.api.types.metering_point")] | None:
        return await _own_metering_point(info, self.metering_point_id)

    @classmethod
    def of(cls, row: InvoiceRowRow) -> Self:
        return cls(
            description=row.description,
            quantity=row.quantity,
            unit=row.unit,
            unit_price=row.unit_price,
            unit_price_gross=row.unit_price_gross,
            net=euros(row.net),
            vat_rate=row.vat_rate,
            vat=euros(row.vat),
            gross=euros(row.gross),
            category=row.category,
            component=RowKind.__members__.get(row.component or ""),
            period_from=row.period_from,
            period_to=row.period_to,
            metering_point_id=row.metering_point_id,
        )


@strawberry.type(description="What an invoice charges for one purpose.")
class CategoryTotal:
    category: kinds.InvoiceRowCategory = strawberry.field(description="What it is for.")
    net: Money = strawberry.field(description="Without value added tax.")
    vat: Money = strawberry.field(description="The tax.")
    gross: Money = strawberry.field(description="With value added tax.")


@strawberry.type(
    description="An invoice. Its amounts are those that billing gave; none is recomputed. What is open follows from them where"
    " billing did not say it."
)
class Invoice(Node):
    row: strawberry.Private[InvoiceData]

    @classmethod
    def of(cls, row: InvoiceData) -> Self:
        return cls(key=row.id, row=row)

    @strawberry.field(description="The invoice's number.")
    def number(self) -> str:
        return self.row.number

    @strawberry.field(description="Whether it is to be paid, as of today.")
    def status(self, info: Info) -> queries.InvoiceStatus:
        return self.row.status(info.context.today)

    @strawberry.field(description="The day it was made.")
    def invoice_date(self) -> date:
        return self.row.invoice_date

    @strawberry.field(description="The last day to pay.")
    def due_date(self) -> date:
        return self.row.due_date

    @strawberry.field(description="The first day invoiced.")
    def period_from(self) -> date:
        return self.row.period_from

    @strawberry.field(description="The last day invoiced.")
    def period_to(self) -> date:
        return self.row.period_to

    @strawberry.field(description="What was to be paid, with value added tax.")
    def total(self) -> Money:
        return euros(self.row.total)

    @strawberry.field(description="What has been paid of it.")
    def paid(self) -> Money:
        return euros(self.row.paid)

    @strawberry.field(description="Whether it asks for a payment or credits one.")
    def kind(self) -> kinds.InvoiceKind:
        return self.row.kind

    @strawberry.field(description="The total without value added tax.")
    async def net(self, info: Info) -> Money | None:
        return euros((await self._amounts(info)).net)

    @strawberry.field(description="The value added tax of the total.")
    async def vat(self, info: Info) -> Money | None:
        return euros((await self._amounts(info)).vat)

    @strawberry.field(description="The total by rate of value added tax, the highest first.")
    async def vat_specification(self, info: Info) -> list[VatShare]:
        return [
            VatShare(
                rate=share.rate,
                net=euros(share.net),
                vat=euros(share.vat),
                gross=euros(share.net + share.vat),
            )
            for share in vat_shares(self.row, await self._rows(info))
        ]

    @strawberry.field(
        description="The rows added up by what they are for: supply, network, taxes, other. Those that there are."
    )
    async def categories(self, info: Info) -> list[CategoryTotal]:
        totals = category_totals(await self._rows(info))
        return [
            CategoryTotal(
                category=category,
                net=euros(amounts.net),
                vat=euros(amounts.vat),
                gross=euros(amounts.gross),
            )
            for category, amounts in totals.items()
        ]

    @strawberry.field(
        description="What is still to be paid, with value added tax: what billing said is open, or else the total less credit"
        " notes and payments. Below zero it is a credit balance, which the retailer pays back or takes off a later invoice."
        " Zero for a credit note, which is taken off the invoice that it credits."
    )
    def open_amount(self) -> Money:
        return euros(self.row.open_amount)

    @strawberry.field(description="What its credit notes take off it; zero where it has none.")
    def credited_amount(self) -> Money:
        return euros(self.row.credited_amount)

    @strawberry.field(description="The day it was paid; null where it is not, or billing did not say it.")
    def paid_on(self) -> date | None:
        return self.row.paid_on

    @strawberry.field(description="Interest on what is paid late, in per cent a year; null where not said.")
    def late_interest(self) -> Decimal | None:
        return self.row.late_interest

    @strawberry.field(
        description="What late interest on the open amount has come to by today, where billing adds it to a later invoice; null"
        " where it is not overdue, and where no rate is known."
    )
    def accrued_late_interest(self, info: Info) -> Money | None:
        today, row = info.context.today, self.row
        if row.status(today) is not queries.InvoiceStatus.OVERDUE:
            return None
        accrued = late_interest(row.open_amount, row.due_date, today, row.late_interest)
        return None if accrued is None else euros(accrued)

    @strawberry.field(
        description="What billing said besides, such as a coming change of price, in the invoice's language."
    )
    def notices(self) -> list[str]:
        return list(self.row.notices)

    @strawberry.field(
        description="How to pay what is open; null where nothing is to be paid, and where billing did not say how."
    )
    def payment(self, info: Info) -> Payment | None:
        data = payment_of(self.row, load_retailer(info.context.settings.retailer_file).name)
        return None if data is None else Payment(data=data)

    @strawberry.field(description="The contract it is for; null where it is for several, or not the asker's.")
    async def contract(self, info: Info) -> Contract | None:
        info.context.access.require(Scope.CONTRACTS_READ)
        if self.row.contract_id is None:
            return None
        row = await info.context.load(contract_of, self.row.contract_id)
        return None if row is None else Contract.of(row)

    @strawberry.field(description="Of a credit note: the invoice that it undoes, in part or whole.")
    async def credits(self, info: Info) -> "Invoice | None":
        if self.row.credits_number is None:
            return None
        key = InvoiceNumber(self.row.customer_id, self.row.credits_number)
        row = await info.context.load(invoice_of_number, key)
        return None if row is None else Invoice.of(row)

    @strawberry.field(description="The credit notes that undo it, in part or whole, the newest first.")
    async def credit_notes(self, info: Info) -> "list[Invoice]":
        number = InvoiceNumber(self.row.customer_id, self.row.number)
        return [Invoice.of(note) for note in await info.context.load(credit_notes_of, number)]

    @strawberry.field(description="The invoice to look at, keep or print.")
    async def document(self, info: Info) -> DocumentLink:
        return await invoice_document_link(info, self.key)

    @strawberry.field(description="Its rows, in the invoice's order.")
    async def rows(self, info: Info) -> list[InvoiceRow]:
        return [InvoiceRow.of(row) for row in await self._rows(info)]

    @strawberry.field(description="The metering point it is for; null where it is for several.")
    async def metering_point(
        self, info: Info
    ) -> Annotated["MeteringPoint", strawberry.lazy("omavirta.api.types.metering_point")] | None:
        return await _own_metering_point(info, self.row.metering_point_id)

    @strawberry.field(
        description="The invoice checked against the asker's own contract, quarter-hours and prices; a credit note against the"
        " invoice that it undoes. Needs the scopes consumption:read and contracts:read."
    )
    async def verification(
        self, info: Info
    ) -> Annotated["InvoiceVerification", strawberry.lazy("omavirta.api.types.verification")]:
        from omavirta.api.types.verification import load_verification  # noqa: PLC0415 - the two types refer to each other

        return await load_verification(info.context, self.row, await self._rows(info))

    async def _rows(self, info: Info) -> list[InvoiceRowRow]:
        return await info.context.load(invoice_rows_of, self.key)

    async def _amounts(self, info: Info) -> Amounts:
        rows = [] if self.row.net is not None else await self._rows(info)
        return net_and_vat(self.row, rows)


async def _own_metering_point(info: Info, key: UUID | None) -> "MeteringPoint | None":
    """Of a point that an invoice names: None where the asker has no contract for it, or a token does not reach it."""
    if key is None or not await info.context.load(supply_periods_of, key):
        return None
    return metering_point_of_key(key)


def invoice_connection(page: PageOfRows[InvoiceData]) -> Connection[Invoice]:
    made: Connection[Invoice] = connection(
        Edge[Invoice],
        Connection[Invoice],
        page,
        lambda row: (row.invoice_date.isoformat(), str(row.id)),
        Invoice.of,
    )
    return made
