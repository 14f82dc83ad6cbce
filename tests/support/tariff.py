"""Agreements and quarter-hours for the tariff."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

import numpy as np

from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import PriceComponentRow, PriceUnit, ProductKind
from omavirta.contracts.tariff import Agreement, Attributes, Quarters
from omavirta.metering.calendar import SECONDS_PER_QUARTER, day_number, day_starts
from omavirta.metering.quality import Quality

CONTRACT = UUID(int=1)
LONG_AGO = date(2000, 1, 1)


def price(
    kind: Kind,
    amount: str,
    *,
    vat_rate: str = "25.50",
    vat_included: bool = True,
    valid_from: date = LONG_AGO,
    valid_to: date | None = None,
) -> PriceComponentRow:
    unit = PriceUnit.EUR_PER_MONTH if kind is Kind.MONTHLY_FEE else PriceUnit.CENT_PER_KWH
    return PriceComponentRow(
        kind, Decimal(amount), unit, Decimal(vat_rate), vat_included, valid_from, valid_to
    )


def agreement(
    kind: ProductKind,
    *prices: PriceComponentRow,
    first: date = LONG_AGO,
    end: date = date(2100, 1, 1),
    contract_id: UUID | None = CONTRACT,
    spot_share: str = "1",
    floor: str | None = None,
) -> Agreement:
    """On the local days [first, end)."""
    attributes = Attributes(Decimal(spot_share), None if floor is None else Decimal(floor))
    return Agreement(contract_id, day_number(first), day_number(end), kind, prices, attributes)


def quarters_of(
    first: date,
    end: date,
    energy_micro_kwh: Sequence[int] = (),
    spot: Sequence[int] = (),
    *,
    quality: Quality = Quality.MEASURED,
) -> Quarters:
    """Whole months [first, end): these energies and prices (10^-6 c/kWh) from the first quarter on, then zeros."""
    starts = day_starts(day_number(first), day_number(end))
    size = int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER
    return Quarters(
        day_number(first),
        day_number(end),
        np.array([*energy_micro_kwh, *[0] * (size - len(energy_micro_kwh))], dtype=np.int64),
        np.full(size, int(quality), dtype=np.uint8),
        np.array([*spot, *[0] * (size - len(spot))], dtype=np.int64),
        np.ones(size, dtype=np.bool_),
    )
