"""Records of what billing made: invoices, and documents as they were sent."""

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from omavirta.billing.intake_checks import MOST_ROWS
from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.contracts.rows import RowKind
from omavirta.masterdata.records.base import Kind, Part, Record, Reference
from omavirta.masterdata.values import (
    Day,
    Interest,
    Moment,
    Money,
    PdfContent,
    Quantity,
    SourceId,
    Text,
    VatRate,
)

MOST_NOTICES = 20
MOST_RATES = 20


class DocumentKind(StrEnum):
    INVOICE = "INVOICE"
    CONFIRMATION = "CONFIRMATION"
    OTHER = "OTHER"


class DocumentLanguage(StrEnum):
    FI = "fi"
    SV = "sv"
    EN = "en"


class VatShareRecord(Part):
    rate: VatRate
    net: Money
    vat: Money


class InvoiceRowRecord(Part):
    """A row, in euros, with the VAT rate it was billed at."""

    description: Text = Field(max_length=200)
    quantity: Quantity | None = None
    unit: Text | None = Field(None, max_length=16)
    unit_price: Quantity | None = Field(None, description="Euros without VAT.")
    unit_price_gross: Quantity | None = Field(None, description="Euros with VAT.")
    net: Money
    vat_rate: VatRate
    vat: Money
    gross: Money
    category: InvoiceRowCategory = InvoiceRowCategory.SUPPLY
    component: RowKind | None = Field(None, description="What of the tariff it bills.")
    metering_point: SourceId | None = None
    period_from: Day | None = None
    period_to: Day | None = Field(None, description="The last day.")


class InvoiceRecord(Record):
    """An invoice or credit note as billing made it, and what has been paid of it."""

    type: Literal[Kind.INVOICE]
    number: Text = Field(max_length=32)
    kind: InvoiceKind = InvoiceKind.INVOICE
    customer: SourceId
    contract: SourceId | None = None
    metering_point: SourceId | None = None
    invoice_date: Day
    due_date: Day
    period_from: Day
    period_to: Day = Field(description="The last day.")
    total: Money = Field(description="With VAT; a credit note's is negative.")
    net: Money | None = None
    vat: Money | None = None
    vat_specification: tuple[VatShareRecord, ...] = Field((), max_length=MOST_RATES)
    rows: tuple[InvoiceRowRecord, ...] = Field(min_length=1, max_length=MOST_ROWS)
    credits_number: Text | None = Field(
        None,
        max_length=32,
        description="Of a credit note: the number of the customer's invoice that it credits.",
    )
    paid: Money = Field(
        Decimal(0), description="The money that has come in for it, credit notes not counted."
    )
    paid_on: Day | None = None
    open_amount: Money | None = Field(
        None,
        description="What is open of it, where billing says that itself; negative for a credit balance. Else it is the total"
        " less credit notes and what was paid.",
    )
    reference: Text | None = Field(None, max_length=40, description="A Finnish reference number, or RF.")
    iban: Text | None = Field(None, max_length=42)
    bic: Text | None = Field(None, max_length=14)
    payee: Text | None = Field(None, max_length=70)
    bar_code: Text | None = Field(None, max_length=54, description="The 54 digits that billing printed.")
    late_interest: Interest | None = Field(None, description="Per cent a year.")
    notices: tuple[Annotated[Text, Field(max_length=2_000)], ...] = Field((), max_length=MOST_NOTICES)
    billed_at: Moment | None = Field(
        None, description="When billing read the consumption: what was delivered later it could not know."
    )

    def references(self) -> Iterator[Reference]:
        yield Reference("customer", Kind.CUSTOMER, self.customer)
        if self.contract is not None:
            yield Reference("contract", Kind.CONTRACT, self.contract)
        if self.metering_point is not None:
            yield Reference("meteringPoint", Kind.METERING_POINT, self.metering_point)
        for number, row in enumerate(self.rows, start=1):
            if row.metering_point is not None:
                yield Reference(f"row {number}, meteringPoint", Kind.METERING_POINT, row.metering_point)


class DocumentRecord(Record):
    """A file for a customer: an invoice's picture, a contract's confirmation, or another."""

    type: Literal[Kind.DOCUMENT]
    kind: DocumentKind
    customer: SourceId
    invoice: SourceId | None = None
    invoice_number: Text | None = Field(
        None,
        max_length=32,
        description="Instead of `invoice`: the number, of one that came as Finvoice, too.",
    )
    contract: SourceId | None = None
    title: Text = Field(max_length=200)
    language: DocumentLanguage
    content: PdfContent = Field(description="A PDF in Base64, of 5 MB at most.")

    @model_validator(mode="after")
    def holds(self) -> Self:
        if self.invoice is not None and self.invoice_number is not None:
            raise ValueError("a document names its invoice by id or by number, not by both")
        has_invoice = self.invoice is not None or self.invoice_number is not None
        belongs = (has_invoice, self.contract is not None)
        wanted = {
            DocumentKind.INVOICE: (True, False),
            DocumentKind.CONFIRMATION: (False, True),
            DocumentKind.OTHER: belongs,
        }[self.kind]
        if belongs != wanted:
            raise ValueError(
                "a document of the kind INVOICE names its invoice, CONFIRMATION its contract, and nothing else"
            )
        return self

    def references(self) -> Iterator[Reference]:
        yield Reference("customer", Kind.CUSTOMER, self.customer)
        if self.invoice is not None:
            yield Reference("invoice", Kind.INVOICE, self.invoice)
        if self.contract is not None:
            yield Reference("contract", Kind.CONTRACT, self.contract)
