"""An invoice on its way in, from whatever file. `billing.intake_checks` says whether it holds, `billing.intake_store` writes it.

Everyone who takes invoices in goes this way, so that an invoice is the same however it came.
"""

import hashlib
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

import orjson

from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory


class VatShare(NamedTuple):
    """What billing says of one VAT rate: per cent, euros."""

    rate: Decimal
    net: Decimal
    vat: Decimal


@dataclass(frozen=True, slots=True)
class RowIntake:
    """Euros, at most two decimals; `vat_rate` in per cent. The unit prices are euros without and with VAT."""

    description: str
    net: Decimal
    vat_rate: Decimal
    vat: Decimal
    gross: Decimal
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    unit_price_gross: Decimal | None = None
    category: InvoiceRowCategory = InvoiceRowCategory.SUPPLY
    component: str | None = None
    """`contracts.tariff.RowKind`, where billing says what of the tariff it is."""
    metering_point_id: UUID | None = None
    period_from: date | None = None
    period_to: date | None = None


@dataclass(frozen=True, slots=True)
class InvoiceIntake:
    """As in `billing.models.Invoice`. Whose the contract and the metering point are is the caller's to check."""

    customer_id: UUID
    number: str
    invoice_date: date
    due_date: date
    period_from: date
    period_to: date
    total: Decimal
    rows: tuple[RowIntake, ...]
    kind: InvoiceKind = InvoiceKind.INVOICE
    net: Decimal | None = None
    vat: Decimal | None = None
    vat_specification: tuple[VatShare, ...] = ()
    metering_point_id: UUID | None = None
    contract_id: UUID | None = None
    credits_number: str | None = None
    paid: Decimal = Decimal(0)
    paid_on: date | None = None
    open_amount: Decimal | None = None
    reference: str | None = None
    iban: str | None = None
    bic: str | None = None
    payee: str | None = None
    bar_code: str | None = None
    late_interest: Decimal | None = None
    notices: tuple[str, ...] = ()
    billed_at: int | None = None
    """Microseconds since 1970."""


class InvoiceNumber(NamedTuple):
    """A number is one customer's: the same number of another customer is another invoice."""

    customer_id: UUID
    number: str


def content_hash_of(invoice: InvoiceIntake) -> str:
    """64 hexadecimal digits, the same for the same content."""
    content = {field.name: getattr(invoice, field.name) for field in fields(invoice)}
    if content["open_amount"] is None:
        # What was taken before there was such a field said the same.
        del content["open_amount"]
    return hashlib.sha256(
        orjson.dumps(content, default=_plain, option=orjson.OPT_PASSTHROUGH_SUBCLASS)
    ).hexdigest()


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, VatShare):
        return list(value)
    return str(value)
