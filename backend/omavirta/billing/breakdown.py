"""How an invoice's amount is made up: by VAT rate, and by what it is for (Electricity Market Act 105 c §).

What billing said is given as said. Where it said nothing, its own rows are added up; no tax is computed anew.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from omavirta.billing.intake import VatShare
from omavirta.billing.kinds import InvoiceRowCategory
from omavirta.billing.queries import InvoiceData, InvoiceRowRow

ZERO = Decimal("0.00")


class Amounts(NamedTuple):
    """Euros."""

    net: Decimal
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat


def net_and_vat(invoice: InvoiceData, rows: Sequence[InvoiceRowRow]) -> Amounts:
    if invoice.net is not None:
        return Amounts(invoice.net, invoice.total - invoice.net if invoice.vat is None else invoice.vat)
    shares = vat_shares(invoice, rows)
    return Amounts(sum((share.net for share in shares), ZERO), sum((share.vat for share in shares), ZERO))


def vat_shares(invoice: InvoiceData, rows: Sequence[InvoiceRowRow]) -> list[VatShare]:
    """For each rate, the highest first."""
    if invoice.vat_specification:
        return sorted(invoice.vat_specification, reverse=True)
    shares: dict[Decimal, Amounts] = {}
    for row in rows:
        shares[row.vat_rate] = _plus(shares.get(row.vat_rate), row)
    return [VatShare(rate, *shares[rate]) for rate in sorted(shares, reverse=True)]


def category_totals(rows: Sequence[InvoiceRowRow]) -> dict[InvoiceRowCategory, Amounts]:
    """Those that there are rows of, in the order of the law."""
    totals: dict[InvoiceRowCategory, Amounts] = {}
    for row in rows:
        totals[row.category] = _plus(totals.get(row.category), row)
    return {category: totals[category] for category in InvoiceRowCategory if category in totals}


def _plus(amounts: Amounts | None, row: InvoiceRowRow) -> Amounts:
    if amounts is None:
        return Amounts(row.net, row.vat)
    return Amounts(amounts.net + row.net, amounts.vat + row.vat)
