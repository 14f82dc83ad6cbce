"""From energy, day-ahead prices and agreed prices to a price and a cost for every quarter-hour. Pure functions.

Prices are integers in nano-cents (10^-9 c/kWh) with VAT, energy in micro-kWh, so a cost is an exact integer in 10^-17 EUR
with VAT.

    fixed, time of use   the price agreed on for the quarter's time (`time_of_use`)
    spot                 day-ahead price x (1 + VAT) + margin
    share of spot        share x (spot as above) + (1 - share) x fixed
    consumption impact   fixed + K x (1 + VAT); K is the mean day-ahead price weighted by what was used, less the plain
                         mean over the contract's quarters of the calendar month (as the Finnish Competition and Consumer
                         Authority describes it)

A floor is the least that a quarter's price can be. Where a contract's energy of a calendar month is below zero as a whole,
ex VAT, its credit is outside VAT (the Tax Administration's reading of negative prices): its quarters are priced without.

What is rounded: the consumption impact, half up to 10^-6 c/kWh without VAT, once a contract and month; a price where a
share of spot is finer than a nano-cent; and an agreed price with VAT where a month is outside VAT.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from omavirta.contracts import exact, time_of_use
from omavirta.contracts.agreement import (
    Agreement,
    CostStatus,
    Span,
    component_nano_cents,
    nano_cents,
    spans,
    vat_tenths,
)
from omavirta.contracts.exact import ExactArray, Int64Array
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import PriceComponentRow, ProductKind
from omavirta.metering.block import CodeArray, known_slots
from omavirta.metering.calendar import SECONDS_PER_QUARTER, day_starts
from omavirta.metering.quality import Quality

COST_PER_EURO = 10**17
"""A micro-kWh at a nano-cent costs 10^-17 EUR."""

_NANO_PER_MICRO = 1000
_SPOT_KINDS = {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED}


class Quarters(NamedTuple):
    """The quarter-hours of the local days [from_day, to_day), which are whole calendar months."""

    from_day: int
    to_day: int
    energy_micro_kwh: Int64Array
    """0 where there is no value."""
    qualities: CodeArray
    spot: Int64Array
    """The day-ahead price in 10^-6 c/kWh without VAT, 0 where not known."""
    spot_known: NDArray[np.bool_]


@dataclass(frozen=True)
class PricedQuarters:
    """Price and cost of each of the quarters."""

    quarters: Quarters
    price: Int64Array
    """Nano-cents with VAT (without it in months outside VAT); 0 where not known."""
    price_known: NDArray[np.bool_]
    cost: ExactArray
    """10^-17 EUR; 0 where not known."""
    status: CodeArray
    """`CostStatus`."""
    spans: Sequence[Span]
    outside_vat: frozenset[tuple[UUID | None, int]]
    """The contracts and months (12 * year + month - 1) whose energy is a credit as a whole, and so without VAT."""
    starts: Int64Array
    """The position of the first quarter of each day, and of the end."""

    @cached_property
    def margin_part(self) -> Int64Array:
        """Of the price, the margin; 0 where the tariff has none."""
        return self._parts[0]

    @cached_property
    def spot_part(self) -> Int64Array:
        """Of the price, what follows the day-ahead price."""
        return self._parts[1]

    @cached_property
    def _parts(self) -> tuple[Int64Array, Int64Array]:
        margin, spot = np.zeros_like(self.price), np.zeros_like(self.price)
        for span in self.spans:
            if span.agreement.kind in _SPOT_KINDS:
                parts = _constant_parts(span, with_vat=span.key not in self.outside_vat)
                place = slice(self.position(span.from_day), self.position(span.to_day))
                if parts is not None:
                    known = self.price_known[place]
                    margin[place] = np.where(known, parts.margin, 0)
                    spot[place] = np.where(known, self.price[place] - parts.margin - parts.fixed, 0)
        return margin, spot

    def position(self, day: int) -> int:
        """Where a day's quarters begin."""
        return int(self.starts[day - self.quarters.from_day])

    def sums(self, edges: Int64Array) -> list[tuple[int, CostStatus]]:
        """The exact cost between each two of ascending quarter positions."""
        costs = exact.sums(self.cost, edges)
        return list(zip(costs, map(CostStatus, self.statuses(edges).tolist()), strict=True))

    def statuses(self, edges: Int64Array) -> CodeArray:
        """The status of the cost between each two of ascending quarter positions."""
        return combine_statuses(self.status, edges)


def combine_statuses(codes: CodeArray, edges: Int64Array) -> CodeArray:
    """The status of the sum of each group of neighbours: what all agree on, or else how much is known."""
    first, end = edges[:-1], int(edges[-1])
    if not len(first):
        return codes[:0]
    least = np.minimum.reduceat(codes[:end], first)
    greatest = np.maximum.reduceat(codes[:end], first)
    partly = np.where(least <= CostStatus.PARTIALLY_KNOWN, np.uint8(CostStatus.PARTIALLY_KNOWN), least)
    combined: CodeArray = np.where(least == greatest, least, partly)
    return combined


def price_quarters(agreements: Sequence[Agreement], quarters: Quarters) -> PricedQuarters:
    """Raises TariffError where an agreed price cannot be reckoned with exactly."""
    return _Pricing(agreements, quarters).priced()


class _Pricing:
    """Columns that are filled span by span."""

    def __init__(self, agreements: Sequence[Agreement], quarters: Quarters) -> None:
        self.quarters = quarters
        size = len(quarters.energy_micro_kwh)
        starts = day_starts(quarters.from_day, quarters.to_day)
        self.starts: Int64Array = (starts - starts[0]) // SECONDS_PER_QUARTER
        self.price = np.zeros(size, dtype=np.int64)
        self.status: CodeArray = np.full(size, CostStatus.NO_CONTRACT, dtype=np.uint8)
        self.spans = list(spans(agreements, quarters.from_day, quarters.to_day))
        self.energy_known = known_slots(quarters.qualities)
        self.all_known = (
            bool(self.energy_known.all())
            and int(quarters.qualities.max(initial=0)) < Quality.PARTIALLY_MISSING
        )
        self.impacts: dict[tuple[UUID | None, int], _Impact] = {}

    def priced(self) -> PricedQuarters:
        self.impacts = self._impacts()
        for span in self.spans:
            self._price(span, with_vat=True)
        price_known = self.status <= CostStatus.PARTIALLY_KNOWN
        energy = self.quarters.energy_micro_kwh
        if not (self.all_known and price_known.all()):
            energy = np.where(self.energy_known & price_known, energy, 0)
        cost = exact.product(energy, self.price)
        outside = self._months_outside_vat(cost)
        if outside:
            for span in self.spans:
                if span.key in outside:
                    self._price(span, with_vat=False)
            cost = exact.product(energy, self.price)
        self._explain_energy()
        return PricedQuarters(
            self.quarters,
            self.price,
            price_known,
            cost,
            self.status,
            self.spans,
            frozenset(outside),
            self.starts,
        )

    def place(self, span: Span) -> slice:
        first = self.quarters.from_day
        return slice(int(self.starts[span.from_day - first]), int(self.starts[span.to_day - first]))

    def _price(self, span: Span, *, with_vat: bool) -> None:
        kind = span.agreement.kind
        if kind in _SPOT_KINDS:
            self._price_spot(span, with_vat=with_vat)
        elif kind is ProductKind.CONSUMPTION_IMPACT:
            self._price_impact(span, with_vat=with_vat)
        else:
            self._price_by_time(span, with_vat=with_vat)

    def _price_by_time(self, span: Span, *, with_vat: bool) -> None:
        """One price for all hours, or two by the time of use."""
        place, prices = self.place(span), span.prices
        if Kind.ENERGY in prices:
            self._set_fixed(place, prices[Kind.ENERGY], with_vat=with_vat)
            return
        if Kind.DAY_ENERGY in prices or Kind.NIGHT_ENERGY in prices:
            chosen = time_of_use.day_energy(span.from_day, span.to_day)
            inside, outside = prices.get(Kind.DAY_ENERGY), prices.get(Kind.NIGHT_ENERGY)
        else:
            chosen = time_of_use.winter_weekday_energy(span.from_day, span.to_day)
            inside, outside = prices.get(Kind.WINTER_WEEKDAY_ENERGY), prices.get(Kind.OTHER_ENERGY)
        for positions, component in ((chosen, inside), (~chosen, outside)):
            self._set_fixed(place.start + np.flatnonzero(positions), component, with_vat=with_vat)

    def _set_fixed(
        self, place: "slice | Int64Array", component: PriceComponentRow | None, *, with_vat: bool
    ) -> None:
        if component is None:
            self.status[place] = CostStatus.NO_TARIFF
        else:
            self.price[place] = component_nano_cents(component, with_vat=with_vat)
            self.status[place] = CostStatus.KNOWN

    def _price_spot(self, span: Span, *, with_vat: bool) -> None:
        place = self.place(span)
        parts = _constant_parts(span, with_vat=with_vat)
        if parts is None:
            self.status[place] = CostStatus.NO_TARIFF
            return
        margin = span.prices[Kind.MARGIN]
        price = self.price[place]
        np.multiply(self.quarters.spot[place], _with_tax(margin, with_vat=with_vat), out=price)
        share, whole = span.agreement.attributes.spot_share.as_integer_ratio()
        if share == whole:
            price += parts.margin
        else:
            both = component_nano_cents(margin, with_vat=with_vat) * share
            rest = component_nano_cents(span.prices[Kind.ENERGY], with_vat=with_vat) * (whole - share)
            price[:] = exact.half_up_column(share * price + both + rest, whole)
        floor = _floor(span, margin, with_vat=with_vat)
        if floor is not None:
            np.maximum(price, floor, out=price)
        known = self.quarters.spot_known[place]
        self.status[place] = CostStatus.KNOWN
        if not known.all():
            price[~known] = 0
            self.status[place][~known] = CostStatus.NO_PRICE

    def _price_impact(self, span: Span, *, with_vat: bool) -> None:
        place, fixed = self.place(span), span.prices.get(Kind.ENERGY)
        if fixed is None:
            self.status[place] = CostStatus.NO_TARIFF
            return
        impact = self.impacts.get(span.key)
        if impact is None:
            self.price[place] = 0
            self.status[place] = CostStatus.NO_PRICE
            return
        price = component_nano_cents(fixed, with_vat=with_vat) + impact.micro_cents * _with_tax(
            fixed, with_vat=with_vat
        )
        floor = _floor(span, fixed, with_vat=with_vat)
        self.price[place] = price if floor is None else max(price, floor)
        self.status[place] = CostStatus.KNOWN if impact.is_final else CostStatus.PARTIALLY_KNOWN

    def _impacts(self) -> "dict[tuple[UUID | None, int], _Impact]":
        """The consumption impact of each contract and month that has one."""
        places: dict[tuple[UUID | None, int], list[slice]] = defaultdict(list)
        for span in self.spans:
            if span.agreement.kind is ProductKind.CONSUMPTION_IMPACT:
                places[span.key].append(self.place(span))
        found = {key: self._impact(own) for key, own in places.items()}
        return {key: impact for key, impact in found.items() if impact is not None}

    def _impact(self, places: Sequence[slice]) -> "_Impact | None":
        quarters = self.quarters
        spot = np.concatenate([quarters.spot[place] for place in places])
        spot_known = np.concatenate([quarters.spot_known[place] for place in places])
        energy = np.concatenate([quarters.energy_micro_kwh[place] for place in places])
        energy_known = np.concatenate([self.energy_known[place] for place in places])
        count = int(spot_known.sum())
        if not count:
            return None
        used = np.where(spot_known & energy_known, energy, 0)
        total_energy = exact.total(used)
        is_final = count == len(spot) and bool(energy_known.all())
        if total_energy <= 0:
            return _Impact(0, is_final)
        weighted = exact.total(exact.product(used, spot))
        difference = weighted * count - exact.total(np.where(spot_known, spot, 0)) * total_energy
        return _Impact(exact.half_up(difference, total_energy * count), is_final)

    def _months_outside_vat(self, cost: ExactArray) -> set[tuple[UUID | None, int]]:
        """The contracts and months whose energy without VAT is below zero as a whole."""
        if not len(cost) or cost.min() >= 0:
            return set()
        nets: dict[tuple[UUID | None, int], dict[int, int]] = defaultdict(lambda: defaultdict(int))
        for span in self.spans:
            rate = energy_vat_tenths(span)
            if rate is not None:
                nets[span.key][rate] += exact.total(cost[self.place(span)])
        return {key for key, by_rate in nets.items() if _net_sign(by_rate) < 0}

    def _explain_energy(self) -> None:
        """Where the energy is what is missing, or is a part of itself."""
        if self.all_known:
            return
        priced = self.status <= CostStatus.NO_PRICE
        self.status[priced & ~self.energy_known] = CostStatus.NO_ENERGY
        partly = (self.status == CostStatus.KNOWN) & (self.quarters.qualities == Quality.PARTIALLY_MISSING)
        self.status[partly] = CostStatus.PARTIALLY_KNOWN


class _Impact(NamedTuple):
    micro_cents: int
    """10^-6 c/kWh without VAT."""
    is_final: bool


class _Parts(NamedTuple):
    """What of a spot contract's price does not follow the day-ahead price; nano-cents, the share taken into account."""

    margin: int
    fixed: int


def _constant_parts(span: Span, *, with_vat: bool) -> _Parts | None:
    """None where a price is missing that the contract would need."""
    margin, fixed = span.prices.get(Kind.MARGIN), span.prices.get(Kind.ENERGY)
    share, whole = span.agreement.attributes.spot_share.as_integer_ratio()
    if margin is None or (share < whole and fixed is None):
        return None
    margin_nano = component_nano_cents(margin, with_vat=with_vat)
    if share == whole or fixed is None:
        return _Parts(margin_nano, 0)
    rest = (whole - share) * component_nano_cents(fixed, with_vat=with_vat)
    return _Parts(exact.half_up(share * margin_nano, whole), exact.half_up(rest, whole))


def energy_vat_tenths(span: Span) -> int | None:
    """The rate of VAT of a span's energy; None where it has no price."""
    for kind in (Kind.MARGIN, Kind.ENERGY, *Kind):
        if kind is not Kind.MONTHLY_FEE and kind in span.prices:
            return vat_tenths(span.prices[kind].vat_rate)
    return None


def _net_sign(gross_by_rate: dict[int, int]) -> int:
    """The sign of the sum without VAT of amounts with VAT of different rates (tenths of a per cent)."""
    common = 1
    for rate in gross_by_rate:
        common *= 1000 + rate
    net = sum(gross * (common // (1000 + rate)) for rate, gross in gross_by_rate.items())
    return (net > 0) - (net < 0)


def _with_tax(component: PriceComponentRow, *, with_vat: bool) -> int:
    """What makes 10^-6 c/kWh without VAT nano-cents with the component's rate."""
    return _NANO_PER_MICRO + (vat_tenths(component.vat_rate) if with_vat else 0)


def _floor(span: Span, component: PriceComponentRow, *, with_vat: bool) -> int | None:
    floor = span.agreement.attributes.energy_price_floor
    if floor is None:
        return None
    return nano_cents(floor, component.vat_rate, vat_included=True, with_vat=with_vat)
