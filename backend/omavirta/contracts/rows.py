"""From priced quarter-hours to the rows of an invoice, and the monthly fees. Pure functions.

A row is summed exactly, and its gross and its net are each rounded half up to cents, once. The VAT of an invoice is
reckoned on the sum of the nets of a rate (`vat_by_rate`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction
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
    month_date,
    spans,
    vat_tenths,
)
from omavirta.contracts.exact import ExactArray
from omavirta.contracts.pricing import (
    COST_PER_EURO,
    PricedQuarters,
    Quarters,
    combine_statuses,
    energy_vat_tenths,
    price_quarters,
)
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.metering.block import known_slots
from omavirta.metering.calendar import day_number

_CENT = Decimal("0.01")
_MICRO_KWH_PER_KWH = 10**6
_UNIT_PRICE_DECIMALS = 6
_TENTHS = 1000


class RowKind(StrEnum):
    """What of a tariff a row bills."""

    ENERGY = "ENERGY"
    DAY_ENERGY = "DAY_ENERGY"
    NIGHT_ENERGY = "NIGHT_ENERGY"
    WINTER_WEEKDAY_ENERGY = "WINTER_WEEKDAY_ENERGY"
    OTHER_ENERGY = "OTHER_ENERGY"
    SPOT = "SPOT"
    MARGIN = "MARGIN"
    CONSUMPTION_IMPACT = "CONSUMPTION_IMPACT"
    MONTHLY_FEE = "MONTHLY_FEE"


class TariffRow(NamedTuple):
    """A row for the local days [from_day, to_day) of one calendar month.

    `unit_price_gross` is EUR a unit with VAT: as agreed, or the mean weighted by energy with six decimals. Money is in
    euros with cents. Where `status` is not KNOWN the row holds what is known of it. A rate of 0 in a month outside VAT.
    """

    contract_id: UUID | None
    kind: RowKind
    month: date
    from_day: int
    to_day: int
    quantity: Decimal
    unit: str
    """kWh, or kk for months."""
    unit_price_gross: Decimal
    vat_rate: Decimal
    net: Decimal
    vat: Decimal
    gross: Decimal
    status: CostStatus
    exact_gross: Fraction
    """Before it was rounded, for who adds rows up."""


class VatTotal(NamedTuple):
    """What an invoice holds of one rate of VAT (per cent)."""

    rate: Decimal
    net: Decimal
    vat: Decimal

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat


def tariff_rows(
    agreements: Sequence[Agreement], quarters: Quarters, from_day: int, to_day: int
) -> list[TariffRow]:
    """The rows of the local days [from_day, to_day), which lie within the quarters: by agreement, month and price."""
    return priced_rows(price_quarters(agreements, quarters), from_day, to_day)


def priced_rows(priced: PricedQuarters, from_day: int, to_day: int) -> list[TariffRow]:
    """The same of quarters that are priced already."""
    rows: list[TariffRow] = []
    for span in priced.spans:
        clipped = span._replace(from_day=max(span.from_day, from_day), to_day=min(span.to_day, to_day))
        if clipped.from_day < clipped.to_day:
            rows += _SpanRows(priced, clipped).rows()
            rows += _fee_rows(clipped)
    return rows


def basic_fees(agreements: Sequence[Agreement], from_day: int, to_day: int) -> Decimal:
    """The monthly fees of the local days [from_day, to_day) in EUR with VAT: each contract's and month's is rounded once."""
    rows = (row for span in spans(agreements, from_day, to_day) for row in _fee_rows(span))
    return sum((row.gross for row in rows), Decimal("0.00"))


def vat_by_rate(rows: Iterable[tuple[Decimal, Decimal]]) -> list[VatTotal]:
    """Of rows' rates (per cent) and nets: VAT on the sum of each rate's nets, rounded half up; the greatest rate first."""
    nets: dict[Decimal, Decimal] = {}
    for rate, net in rows:
        nets[rate] = nets.get(rate, Decimal(0)) + net
    return [
        VatTotal(rate, net, (net * rate / 100).quantize(_CENT, ROUND_HALF_UP))
        for rate, net in sorted(nets.items(), reverse=True)
    ]


@dataclass(frozen=True, slots=True)
class _SpanRows:
    priced: PricedQuarters
    span: Span

    @property
    def place(self) -> slice:
        return slice(self.priced.position(self.span.from_day), self.priced.position(self.span.to_day))

    def rows(self) -> Iterator[TariffRow]:
        kind, place = self.span.agreement.kind, self.place
        everything = np.ones(place.stop - place.start, dtype=np.bool_)
        if energy_vat_tenths(self.span) is None:
            yield self._row(RowKind.ENERGY, everything, self.priced.cost[place])
        elif kind in {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED}:
            yield from self._spot_rows(everything)
        elif kind is ProductKind.CONSUMPTION_IMPACT:
            yield from self._impact_rows(everything)
        else:
            for row_kind, chosen in self._classes(everything):
                if chosen.any():
                    yield self._row(row_kind, chosen, self.priced.cost[place])

    def _classes(self, everything: NDArray[np.bool_]) -> list[tuple[RowKind, NDArray[np.bool_]]]:
        prices, days = self.span.prices, (self.span.from_day, self.span.to_day)
        if Kind.ENERGY in prices:
            return [(RowKind.ENERGY, everything)]
        if Kind.DAY_ENERGY in prices or Kind.NIGHT_ENERGY in prices:
            day = time_of_use.day_energy(*days)
            return [(RowKind.DAY_ENERGY, day), (RowKind.NIGHT_ENERGY, ~day)]
        winter = time_of_use.winter_weekday_energy(*days)
        return [(RowKind.WINTER_WEEKDAY_ENERGY, winter), (RowKind.OTHER_ENERGY, ~winter)]

    def _spot_rows(self, everything: NDArray[np.bool_]) -> Iterator[TariffRow]:
        place, share = self.place, self.span.agreement.attributes.spot_share
        energy = self._priced_energy()
        spot = exact.product(energy, self.priced.spot_part[place])
        margin = exact.product(energy, self.priced.margin_part[place])
        yield self._row(RowKind.SPOT, everything, spot, share)
        yield self._row(RowKind.MARGIN, everything, margin, share)
        if share != 1:
            fixed = self.priced.cost[place] - spot - margin
            yield self._row(RowKind.ENERGY, everything, fixed, 1 - share)

    def _impact_rows(self, everything: NDArray[np.bool_]) -> Iterator[TariffRow]:
        cost = self.priced.cost[self.place]
        component = self.span.prices.get(Kind.ENERGY)
        if component is None:
            yield self._row(RowKind.ENERGY, everything, cost)
            return
        nano = component_nano_cents(component, with_vat=not self._is_outside_vat)
        fixed = exact.product(self._priced_energy(), np.full(len(cost), nano, dtype=np.int64))
        yield self._row(RowKind.ENERGY, everything, fixed)
        yield self._row(RowKind.CONSUMPTION_IMPACT, everything, cost - fixed)

    @property
    def _is_outside_vat(self) -> bool:
        return self.span.key in self.priced.outside_vat

    def _priced_energy(self) -> exact.Int64Array:
        place, quarters = self.place, self.priced.quarters
        used = known_slots(quarters.qualities[place]) & self.priced.price_known[place]
        energy: exact.Int64Array = np.where(used, quarters.energy_micro_kwh[place], 0)
        return energy

    def _row(
        self, kind: RowKind, chosen: NDArray[np.bool_], costs: ExactArray, share: Decimal = Decimal(1)
    ) -> TariffRow:
        place, quarters, span = self.place, self.priced.quarters, self.span
        known = known_slots(quarters.qualities[place]) & chosen
        energy = exact.total(np.where(known, quarters.energy_micro_kwh[place], 0))
        cost = exact.total(costs[chosen])
        quantity = Decimal(energy) / _MICRO_KWH_PER_KWH * share
        tenths = 0 if self._is_outside_vat else energy_vat_tenths(span) or 0
        price = self._agreed_price(kind)
        if price is None:
            priced = exact.total(self._priced_energy()[chosen])
            price = _mean_price(cost, priced, share)
        status = combine_statuses(self.priced.status[place][chosen], np.array([0, int(chosen.sum())]))
        return _tariff_row(
            span,
            kind,
            quantity,
            "kWh",
            price,
            Fraction(cost, COST_PER_EURO),
            tenths,
            CostStatus(int(status[0])),
        )

    def _agreed_price(self, kind: RowKind) -> Decimal | None:
        """EUR a kWh; None for what has none, and so is a mean."""
        component = Kind.__members__.get(kind.value)
        if component is None or component not in self.span.prices:
            return None
        nano = component_nano_cents(self.span.prices[component], with_vat=not self._is_outside_vat)
        return Decimal(nano).scaleb(-11).normalize()


def _fee_rows(span: Span) -> Iterator[TariffRow]:
    fee = span.prices.get(Kind.MONTHLY_FEE)
    if fee is None:
        return
    month = month_date(span.month)
    days_of_month = day_number(month_date(span.month + 1)) - day_number(month)
    part = Fraction(span.to_day - span.from_day, days_of_month)
    tenths = vat_tenths(fee.vat_rate)
    gross = Fraction(fee.amount) if fee.vat_included else Fraction(fee.amount) * (_TENTHS + tenths) / _TENTHS
    yield _tariff_row(
        span,
        RowKind.MONTHLY_FEE,
        Decimal(1) if part == 1 else exact.rounded(part.numerator, part.denominator, 6),
        "kk",
        exact.rounded(gross.numerator, gross.denominator, _UNIT_PRICE_DECIMALS).normalize(),
        gross * part,
        tenths,
        CostStatus.KNOWN,
    )


def _tariff_row(
    span: Span,
    kind: RowKind,
    quantity: Decimal,
    unit: str,
    unit_price: Decimal,
    exact_gross: Fraction,
    tenths: int,
    status: CostStatus,
) -> TariffRow:
    exact_net = exact_gross * _TENTHS / (_TENTHS + tenths)
    gross = exact.rounded(exact_gross.numerator, exact_gross.denominator, 2)
    net = exact.rounded(exact_net.numerator, exact_net.denominator, 2)
    return TariffRow(
        span.agreement.contract_id,
        kind,
        month_date(span.month),
        span.from_day,
        span.to_day,
        quantity,
        unit,
        unit_price,
        Decimal(tenths) / 10,
        net,
        gross - net,
        gross,
        status,
        exact_gross,
    )


def _mean_price(cost: int, energy_micro_kwh: int, share: Decimal) -> Decimal:
    """EUR a kWh with VAT, weighted by energy."""
    share_numerator, share_denominator = share.as_integer_ratio()
    numerator = cost * share_denominator * _MICRO_KWH_PER_KWH
    denominator = energy_micro_kwh * share_numerator * COST_PER_EURO
    if denominator <= 0:
        return Decimal(0)
    return exact.rounded(numerator, denominator, _UNIT_PRICE_DECIMALS)
