"""What kinds of invoices and of their rows there are."""

from enum import StrEnum


class InvoiceKind(StrEnum):
    INVOICE = "INVOICE"
    CREDIT_NOTE = "CREDIT_NOTE"


class InvoiceRowCategory(StrEnum):
    """How a bill is split (Electricity Market Act 105 c § 2 mom)."""

    SUPPLY = "SUPPLY"
    NETWORK = "NETWORK"
    TAX = "TAX"
    OTHER = "OTHER"
