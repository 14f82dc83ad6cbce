"""What the last twelve whole months would have cost with each product on sale, on one's own quarter-hours.

A product is priced as it is offered today: its prices and VAT of today for all twelve months, with the day-ahead prices that
there were. All are compared over the same quarters: of one's own contracts' days those whose energy and day-ahead price are
known, and over all of those days' monthly fees. So are one's own contracts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from omavirta.api.access import Access
from omavirta.contracts import exact
from omavirta.contracts.agreements import agreement_of_product, agreements_of
from omavirta.contracts.costs import read_point_quarters
from omavirta.contracts.queries import PriceComponentRow, ProductRow, price_components, products_on_sale
from omavirta.contracts.supply import DayRange
from omavirta.contracts.tariff import (
    COST_PER_EURO,
    Agreement,
    CostStatus,
    Quarters,
    TariffError,
    basic_fees,
    price_quarters,
)
from omavirta.metering.block import known_slots
from omavirta.metering.calendar import FIRST_DATE, SECONDS_PER_QUARTER, day_number, day_starts, month_days
from omavirta.metering.months import month_of_day
from omavirta.metering.quality import Quality
from omavirta.storage.database import Database

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Offer:
    """A product on sale with its prices of today, which are taken to have held for ever."""

    product: ProductRow
    prices: Sequence[PriceComponentRow]


@dataclass(frozen=True, slots=True)
class WithProduct:
    """Euros with VAT. `energy_cost` is None where no price is known for a part of what is compared."""

    product: ProductRow
    energy_cost: Decimal | None
    basic_fees: Decimal
    status: CostStatus

    @property
    def total(self) -> Decimal | None:
        return None if self.energy_cost is None else self.energy_cost + self.basic_fees


@dataclass(frozen=True, slots=True)
class LastYear:
    """The local days [from_day, to_day), and what is known of them."""

    from_day: int
    to_day: int
    energy_micro_kwh: int | None
    """Of the quarters that are compared; None where there are none."""
    known_share: float
    """How many of all quarters those are, from 0 to 1."""
    actual: Decimal | None
    """With one's own contracts, EUR with VAT and monthly fees; None where they have no price for a part of it."""
    products: Sequence[WithProduct]


async def last_years(
    database: Database, access: Access, metering_point_ids: Sequence[UUID], today: date
) -> dict[UUID, LastYear]:
    """Of each point that the asker has or had a contract for."""
    agreements = await agreements_of(database, access, metering_point_ids)
    if not agreements:
        return {}
    from_day, to_day = last_twelve_months(today)
    quarters = await read_point_quarters(database, list(agreements), from_day, to_day)
    offers = await offers_of_today(database, today)
    return {id_: compare_offers(quarters[id_], own, offers) for id_, own in agreements.items()}


async def offers_of_today(database: Database, today: date) -> list[Offer]:
    products = await products_on_sale(database, today, None)
    prices = await price_components(database, [product.id for product in products])
    return [Offer(product, prices_of_today(prices[product.id], today)) for product in products]


def last_twelve_months(today: date) -> tuple[int, int]:
    """The local days of the twelve whole months before a day's."""
    month = month_of_day(day_number(today))
    return month_days(month - MONTHS)[0], month_days(month)[0]


def prices_of_today(prices: Iterable[PriceComponentRow], today: date) -> list[PriceComponentRow]:
    """Those that hold today, as if they always had."""
    return [
        replace(price, valid_from=FIRST_DATE, valid_to=None)
        for price in prices
        if price.valid_from <= today and (price.valid_to is None or today <= price.valid_to)
    ]


def compare_offers(quarters: Quarters, own: Sequence[Agreement], offers: Sequence[Offer]) -> LastYear:
    """`quarters` of whole months, whoever's; of them those of the own agreements' days are compared."""
    compared = _compared(quarters, own)
    masked = quarters._replace(
        energy_micro_kwh=np.where(compared, quarters.energy_micro_kwh, 0),
        qualities=np.where(compared, np.uint8(Quality.MEASURED), np.uint8(Quality.MISSING)),
    )
    days = _own_days(own, quarters.from_day, quarters.to_day)
    actual, _ = _energy_cost(own, masked, compared)
    found = []
    for offer in offers:
        try:
            agreement = agreement_of_product(offer.product, offer.prices, quarters.from_day, quarters.to_day)
            cost, status = _energy_cost([agreement], masked, compared)
            fees = sum((basic_fees([agreement], *range_) for range_ in days), Decimal("0.00"))
        except TariffError:
            cost, status, fees = None, CostStatus.NO_TARIFF, Decimal("0.00")
        found.append(WithProduct(offer.product, cost, fees, status))
    any_compared = bool(compared.any())
    return LastYear(
        quarters.from_day,
        quarters.to_day,
        exact.total(masked.energy_micro_kwh) if any_compared else None,
        float(compared.mean()),
        None if actual is None else actual + basic_fees(own, quarters.from_day, quarters.to_day),
        found,
    )


def _compared(quarters: Quarters, own: Sequence[Agreement]) -> NDArray[np.bool_]:
    starts = day_starts(quarters.from_day, quarters.to_day)
    positions = (starts - starts[0]) // SECONDS_PER_QUARTER
    mine = np.zeros(len(quarters.qualities), dtype=np.bool_)
    for first, end in _own_days(own, quarters.from_day, quarters.to_day):
        mine[positions[first - quarters.from_day] : positions[end - quarters.from_day]] = True
    compared: NDArray[np.bool_] = mine & known_slots(quarters.qualities)
    priced = compared & quarters.spot_known
    # Without any day-ahead price there is still something to say of the products that follow none.
    return priced if priced.any() else compared


def _own_days(own: Sequence[Agreement], from_day: int, to_day: int) -> list[DayRange]:
    """The days of ascending agreements within [from_day, to_day), neighbours joined: a fee is rounded once a month."""
    ranges: list[DayRange] = []
    for agreement in own:
        first, end = max(agreement.from_day, from_day), min(agreement.to_day, to_day)
        if first >= end:
            continue
        if ranges and ranges[-1][1] == first:
            ranges[-1] = (ranges[-1][0], end)
        else:
            ranges.append((first, end))
    return ranges


def _energy_cost(
    agreements: Sequence[Agreement], quarters: Quarters, compared: NDArray[np.bool_]
) -> tuple[Decimal | None, CostStatus]:
    """What the compared quarters cost, in EUR with cents, where all of them have a price."""
    if not compared.any():
        return None, CostStatus.NO_ENERGY
    priced = price_quarters(agreements, quarters)
    worst = CostStatus(int(priced.status[compared].max()))
    if not worst.has_cost:
        return None, worst
    cost = exact.rounded(exact.total(priced.cost), COST_PER_EURO, 2)
    return cost, CostStatus.KNOWN if compared.all() else CostStatus.PARTIALLY_KNOWN
