"""The tariff once more, quarter by quarter in fractions, as the formulas are written: slow, and sharing nothing with ours
but the calendar. Prices are c/kWh, costs EUR, both with VAT.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import PriceComponentRow, ProductKind
from omavirta.contracts.tariff import Agreement, Quarters
from omavirta.metering.calendar import TIME_ZONE, day_date, day_start

MONTH = tuple[UUID | None, int, int]
PRICES = dict[Kind, PriceComponentRow]


class Quarter(NamedTuple):
    position: int
    agreement: Agreement
    prices: PRICES
    local: datetime
    energy: Fraction | None
    spot: Fraction | None

    @property
    def month(self) -> MONTH:
        return self.agreement.contract_id, self.local.year, self.local.month


def reference_costs(agreements: Sequence[Agreement], quarters: Quarters) -> list[Fraction | None]:
    """What each quarter costs; None where it cannot be known."""
    own = list(_quarters(agreements, quarters))
    months: dict[MONTH, list[Quarter]] = defaultdict(list)
    for quarter in own:
        months[quarter.month].append(quarter)
    found: list[Fraction | None] = [None] * len(quarters.energy_micro_kwh)
    for month in months.values():
        impact = _impact(month)
        prices = [_price(quarter, impact, taxed=True) for quarter in month]
        net = sum(
            quarter.energy * price / (1 + _rate(quarter))
            for quarter, price in zip(month, prices, strict=True)
            if quarter.energy is not None and price is not None
        )
        if net < 0:
            prices = [_price(quarter, impact, taxed=False) for quarter in month]
        for quarter, price in zip(month, prices, strict=True):
            if quarter.energy is not None and price is not None:
                found[quarter.position] = quarter.energy * price / 100
    return found


def _quarters(agreements: Sequence[Agreement], quarters: Quarters) -> "list[Quarter]":
    found: list[Quarter] = []
    position = 0
    for day in range(quarters.from_day, quarters.to_day):
        date = day_date(day)
        agreement = next((each for each in agreements if each.from_day <= day < each.to_day), None)
        prices: PRICES = {}
        for price in sorted(agreement.prices if agreement else (), key=lambda each: each.valid_from):
            if price.valid_from <= date and (price.valid_to is None or date <= price.valid_to):
                prices[price.kind] = price
        for instant in range(day_start(day), day_start(day + 1), 900):
            if agreement is not None:
                known = 1 <= quarters.qualities[position] <= 8
                spot = Fraction(int(quarters.spot[position]), 10**6)
                found.append(
                    Quarter(
                        position,
                        agreement,
                        prices,
                        datetime.fromtimestamp(instant, TIME_ZONE),
                        Fraction(int(quarters.energy_micro_kwh[position]), 10**6) if known else None,
                        spot if quarters.spot_known[position] else None,
                    )
                )
            position += 1
    return found


def _impact(month: Sequence[Quarter]) -> Fraction | None:
    """Weighted less arithmetic mean without VAT, to 10^-6 c."""
    known = [quarter.spot for quarter in month if quarter.spot is not None]
    if not known:
        return None
    both = [(each.energy, each.spot) for each in month if each.energy is not None and each.spot is not None]
    energy = sum((one for one, _ in both), Fraction(0))
    if energy <= 0:
        return Fraction(0)
    weighted = sum((one * price for one, price in both), Fraction(0))
    impact = weighted / energy - sum(known, Fraction(0)) / len(known)
    return _half_up(impact, 6)


def _price(quarter: Quarter, impact: Fraction | None, *, taxed: bool) -> Fraction | None:
    kind, prices = quarter.agreement.kind, quarter.prices
    tax = 1 + _rate(quarter) if taxed else Fraction(1)

    def agreed(component: Kind) -> Fraction | None:
        price = prices.get(component)
        if price is None:
            return None
        amount, own_tax = Fraction(price.amount), 1 + Fraction(price.vat_rate) / 100
        gross = amount if price.vat_included else amount * own_tax
        return gross if taxed else _half_up(gross / own_tax, 9)

    price: Fraction | None
    if kind in {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED}:
        share = Fraction(quarter.agreement.attributes.spot_share)
        margin, fixed = agreed(Kind.MARGIN), agreed(Kind.ENERGY)
        if margin is None or quarter.spot is None or (share < 1 and fixed is None):
            return None
        price = _half_up(share * (quarter.spot * tax + margin) + (1 - share) * (fixed or 0), 9)
    elif kind is ProductKind.CONSUMPTION_IMPACT:
        fixed = agreed(Kind.ENERGY)
        if fixed is None or impact is None:
            return None
        price = fixed + impact * tax
    else:
        return agreed(_component(quarter))
    floor = quarter.agreement.attributes.energy_price_floor
    if floor is not None:
        lowest = Fraction(floor) if taxed else _half_up(Fraction(floor) / (1 + _rate(quarter)), 9)
        price = max(price, lowest)
    return price


def _component(quarter: Quarter) -> Kind:
    local, prices = quarter.local, quarter.prices
    is_day = 7 <= local.hour < 22
    if Kind.ENERGY in prices:
        return Kind.ENERGY
    if Kind.DAY_ENERGY in prices or Kind.NIGHT_ENERGY in prices:
        return Kind.DAY_ENERGY if is_day else Kind.NIGHT_ENERGY
    is_winter = local.month in {11, 12, 1, 2, 3} and local.weekday() < 6
    return Kind.WINTER_WEEKDAY_ENERGY if is_day and is_winter else Kind.OTHER_ENERGY


def _rate(quarter: Quarter) -> Fraction:
    priced = [price for kind, price in quarter.prices.items() if kind is not Kind.MONTHLY_FEE]
    return Fraction(priced[0].vat_rate) / 100 if priced else Fraction(0)


def _half_up(value: Fraction, decimals: int) -> Fraction:
    scaled = abs(value) * 10**decimals
    rounded = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(rounded if value >= 0 else -rounded, 10**decimals)


def exact_euros(cost: int) -> Fraction:
    return Fraction(cost, 10**17)


def cents(value: Fraction) -> Decimal:
    return Decimal(round(_half_up(value, 2) * 100)).scaleb(-2)
