"""The tariff: from energy, day-ahead prices and what was agreed to price, cost, and an invoice's rows. Its one door.

Prices are integers in nano-cents (10^-9 c/kWh) with VAT, energy in micro-kWh, cost their product: 10^-17 EUR with VAT. All
is exact until a row, or an answer, is rounded once.
"""

from omavirta.contracts.agreement import (
    NANO_CENT_PER_CENT,
    Agreement,
    Attributes,
    CostStatus,
    TariffError,
    VatTreatment,
)
from omavirta.contracts.pricing import COST_PER_EURO, PricedQuarters, Quarters, price_quarters
from omavirta.contracts.rows import (
    RowKind,
    TariffRow,
    VatTotal,
    basic_fees,
    priced_rows,
    tariff_rows,
    vat_by_rate,
)

__all__ = [
    "COST_PER_EURO",
    "NANO_CENT_PER_CENT",
    "Agreement",
    "Attributes",
    "CostStatus",
    "PricedQuarters",
    "Quarters",
    "RowKind",
    "TariffError",
    "TariffRow",
    "VatTotal",
    "VatTreatment",
    "basic_fees",
    "price_quarters",
    "priced_rows",
    "tariff_rows",
    "vat_by_rate",
]
