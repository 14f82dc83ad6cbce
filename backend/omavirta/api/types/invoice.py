from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Self

import strawberry

from omavirta.api.connections import Connection, Edge, connection
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import invoice_rows_of
from omavirta.api.nodes import Node
from omavirta.api.types.contract import metering_point_of_key
from omavirta.api.types.money import Money, euros
from omavirta.billing import queries
from omavirta.billing.queries import InvoiceData
from omavirta.storage.paging import PageOfRows

if TYPE_CHECKING:
    from omavirta.api.types.metering_point import MeteringPoint

describe_enum(
    queries.InvoiceStatus,
    "Whether an invoice is to be paid.",
    {
        queries.InvoiceStatus.OPEN: "To be paid, and not yet due.",
        queries.InvoiceStatus.OVERDUE: "Not paid in full by its due date.",
        queries.InvoiceStatus.PAID: "Paid in full.",
        queries.InvoiceStatus.CREDITED: "Undone by a credit note; nothing is to be paid.",
    },
)


@strawberry.type(description="A row of an invoice, as billing made it.")
class InvoiceRow:
    description: str = strawberry.field(description="What is charged for, in the invoice's language.")
    quantity: Decimal | None = strawberry.field(description="How much of it; null where it is not counted.")
    unit: str | None = strawberry.field(description="What the quantity is counted in, such as kWh.")
    unit_price: Decimal | None = strawberry.field(description="Euros for one unit, without value added tax.")
    net: Money = strawberry.field(description="The row without value added tax.")
    vat_rate: Decimal = strawberry.field(description="Value added tax in per cent.")
    vat: Money = strawberry.field(description="The row's value added tax.")
    gross: Money = strawberry.field(description="The row with value added tax.")


@strawberry.type(description="An invoice. Its amounts are those that billing gave; none is recomputed.")
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

    @strawberry.field(description="Its rows, in the invoice's order.")
    async def rows(self, info: Info) -> list[InvoiceRow]:
        return [
            InvoiceRow(
                description=row.description,
                quantity=row.quantity,
                unit=row.unit,
                unit_price=row.unit_price,
                net=euros(row.net),
                vat_rate=row.vat_rate,
                vat=euros(row.vat),
                gross=euros(row.gross),
            )
            for row in await info.context.load(invoice_rows_of, self.key)
        ]

    @strawberry.field(description="The metering point it is for; null where it is for several.")
    def metering_point(
        self,
    ) -> Annotated["MeteringPoint", strawberry.lazy("omavirta.api.types.metering_point")] | None:
        key = self.row.metering_point_id
        return None if key is None else metering_point_of_key(key)


def invoice_connection(page: PageOfRows[InvoiceData]) -> Connection[Invoice]:
    made: Connection[Invoice] = connection(
        Edge[Invoice],
        Connection[Invoice],
        page,
        lambda row: (row.invoice_date.isoformat(), str(row.id)),
        Invoice.of,
    )
    return made
