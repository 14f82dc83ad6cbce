"""Invoices for the tests of billing: one of October 2026 with the rows that are asked for."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.billing.queries import InvoiceData, InvoiceRowRow

POINT, OTHER_POINT, CUSTOMER = UUID(int=11), UUID(int=12), UUID(int=21)


def row(component: str | None, gross: str, **fields: Any) -> InvoiceRowRow:
    """Its net is what 25.5 % leaves of the gross, rounded."""
    amount = Decimal(gross)
    net = (amount / Decimal("1.255")).quantize(Decimal("0.01"))
    usual = InvoiceRowRow(
        description=component or "Muu",
        quantity=None,
        unit=None,
        unit_price=None,
        net=net,
        vat_rate=Decimal("25.50"),
        vat=amount - net,
        gross=amount,
        category=InvoiceRowCategory.SUPPLY,
        component=component,
        metering_point_id=None,
        period_from=None,
        period_to=None,
        unit_price_gross=None,
    )
    return replace(usual, **fields)


def invoice(rows: list[InvoiceRowRow], **fields: Any) -> InvoiceData:
    usual = InvoiceData(
        id=UUID(int=31),
        customer_id=CUSTOMER,
        metering_point_id=POINT,
        number="2026110001",
        invoice_date=date(2026, 11, 5),
        due_date=date(2026, 11, 19),
        period_from=date(2026, 10, 1),
        period_to=date(2026, 10, 31),
        total=sum((row.gross for row in rows), Decimal("0.00")),
        paid=Decimal(0),
        credited=False,
        credited_amount=Decimal(0),
        stated_open_amount=None,
        kind=InvoiceKind.INVOICE,
        credits_number=None,
        contract_id=None,
        net=None,
        vat=None,
        vat_specification=(),
        paid_on=None,
        reference=None,
        iban=None,
        bic=None,
        payee=None,
        bar_code=None,
        late_interest=None,
        notices=(),
        billed_at=None,
    )
    return replace(usual, **fields)
