"""Records of the catalogue: network companies, and products with their prices."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, StrictBool, StrictInt, model_validator

from omavirta.contracts.queries import PriceComponentKind, PriceUnit, ProductKind
from omavirta.contracts.terms import AtEnd
from omavirta.masterdata.records.base import Kind, Part, Record, require_order
from omavirta.masterdata.values import Amount, Day, Share, Text, VatRate

MOST_PRICES = 1_000


class NetworkCompanyRecord(Record):
    """A distribution system operator."""

    type: Literal[Kind.NETWORK_COMPANY]
    name: Text = Field(max_length=200)
    phone: Text = Field(max_length=32)
    website: Text = Field(max_length=255, pattern=r"^https?://[^\s]+$")


class Texts(Part):
    """A text in each language of the portal."""

    fi: Text = Field(max_length=2_000)
    sv: Text = Field(max_length=2_000)
    en: Text = Field(max_length=2_000)


class Price(Part):
    """A price while it is valid, its last day included; without `validTo` no end is known."""

    kind: PriceComponentKind
    amount: Amount
    unit: PriceUnit
    vat_rate: VatRate = Field(description="Per cent, in tenths.")
    vat_included: StrictBool
    valid_from: Day
    valid_to: Day | None = None

    @model_validator(mode="after")
    def holds(self) -> Self:
        require_order("validTo", self.valid_from, self.valid_to)
        monthly = self.kind is PriceComponentKind.MONTHLY_FEE
        if monthly is not (self.unit is PriceUnit.EUR_PER_MONTH):
            raise ValueError(f"a price of the kind {self.kind.value} is not in {self.unit.value}")
        return self


class Tariff(Part):
    """What products and contracts both say. In a contract it goes before what the product says."""

    notice_days: StrictInt | None = Field(None, ge=0, le=366, description="The customer's time of notice.")
    at_end: AtEnd | None = Field(None, description="What happens when the term ends.")
    spot_share: Share | None = Field(
        None,
        description="The part of the energy that follows the day-ahead price, for SPOT_AND_FIXED: `0.5`.",
    )
    energy_price_floor: Amount | None = Field(
        None, description="What a kilowatt-hour costs at least, c/kWh with VAT."
    )
    prices: tuple[Price, ...] = Field((), max_length=MOST_PRICES)

    @model_validator(mode="after")
    def tariff_holds(self) -> Self:
        if self.spot_share is not None and not 0 <= self.spot_share <= 1:
            raise ValueError(f"spotShare {self.spot_share} is not between 0 and 1")
        require_no_overlap(self.prices)
        return self

    def attributes(self) -> dict[str, str]:
        """As `contracts.agreement.Attributes` reads them."""
        values = {"spotShare": self.spot_share, "energyPriceFloor": self.energy_price_floor}
        return {name: f"{value:f}" for name, value in values.items() if value is not None}


class ProductRecord(Record, Tariff):
    """What can be, or could once be, agreed on."""

    type: Literal[Kind.PRODUCT]
    code: Text = Field(max_length=64)
    kind: ProductKind
    names: Texts
    descriptions: Texts
    valid_from: Day
    valid_to: Day | None = None
    term_months: StrictInt | None = Field(None, ge=1, le=120)

    @model_validator(mode="after")
    def holds(self) -> Self:
        require_order("validTo", self.valid_from, self.valid_to)
        return self


def require_no_overlap(prices: Sequence[Price]) -> None:
    """Raises ValueError where two prices of a kind have a day in common."""
    for kind in Counter(price.kind for price in prices):
        ordered = sorted(
            (price for price in prices if price.kind is kind), key=lambda price: price.valid_from
        )
        for earlier, later in pairwise(ordered):
            if earlier.valid_to is None or later.valid_from <= earlier.valid_to:
                raise ValueError(
                    f"prices has two of the kind {kind.value} on {later.valid_from}; the earlier one ends on"
                    f" {later.valid_from - timedelta(days=1)} at the latest"
                )
