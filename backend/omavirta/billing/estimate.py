"""What the next invoice will come to, before it is there: a pure function, through the same tariff as an invoice's rows.

What was metered stands as it is; the days that are to come are forecast (`billing.forecast`). A day-ahead price that is
known is exact; beyond them each quarter of the day costs what it did on average over the last 28 days. How far off
estimates have been is measured by `benchmarks/estimating.py`, and stated in docs/estimates.md.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, StrEnum, auto
from typing import NamedTuple

import numpy as np

from omavirta.billing.forecast import (
    QUARTERS_OF_CLOCK,
    BoolArray,
    History,
    MonthOfEnergy,
    clock_positions,
    forecast_month,
)
from omavirta.contracts import exact
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import (
    COST_PER_EURO,
    Agreement,
    CostStatus,
    PricedQuarters,
    Quarters,
    RowKind,
    price_quarters,
    priced_rows,
    vat_by_rate,
)
from omavirta.metering.calendar import (
    SECONDS_PER_QUARTER,
    Int64Array,
    day_start,
    day_starts,
    month_days,
)
from omavirta.metering.months import month_of_day
from omavirta.metering.quality import Quality
from omavirta.prices.quarters import QuarterPrices

PRICE_DAYS = 28
"""Of the trailing average."""
FEWEST_PRICE_DAYS = 7
_CENT = Decimal("0.01")
_FOLLOWS_SPOT = {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED, ProductKind.CONSUMPTION_IMPACT}


class EstimateStatus(StrEnum):
    ESTIMATED = "ESTIMATED"
    NO_HISTORY = "NO_HISTORY"
    NO_PRICES = "NO_PRICES"


class EstimateBasis(StrEnum):
    METERED = "METERED"
    LAST_YEAR = "LAST_YEAR"
    RECENT_WEEKS = "RECENT_WEEKS"
    DAY_AHEAD = "DAY_AHEAD"
    AVERAGE_PRICES = "AVERAGE_PRICES"


class PriceRisk(Enum):
    """What the price of the days to come hangs on."""

    FIXED = auto()
    """Nothing: it is agreed on, or known."""
    IMPACT = auto()
    """When one uses it, at day-ahead prices that are not known yet."""
    SPOT = auto()
    """Those prices themselves."""


class Off(NamedTuple):
    """How far an invoice comes to lie from its estimate, as parts of what was forecast of it."""

    low: Decimal
    high: Decimal


EXPECTED_ERRORS = {
    (True, PriceRisk.FIXED): Off(Decimal("-0.25"), Decimal("0.30")),
    (True, PriceRisk.IMPACT): Off(Decimal("-0.30"), Decimal("0.35")),
    (True, PriceRisk.SPOT): Off(Decimal("-0.65"), Decimal("0.75")),
    (False, PriceRisk.FIXED): Off(Decimal("-0.40"), Decimal("0.25")),
    (False, PriceRisk.IMPACT): Off(Decimal("-0.60"), Decimal("0.30")),
    (False, PriceRisk.SPOT): Off(Decimal("-0.75"), Decimal("0.75")),
}
"""By whether last year stands for most of the days to come, and by the price: docs/estimates.md says how they were chosen.

They do not hang on how many days are to come: what is forecast grows smaller with them, and its error in the same measure.
"""


@dataclass(frozen=True, slots=True)
class Estimate:
    """Money in euros with VAT. What cannot be said is None, and `status` says why."""

    status: EstimateStatus
    from_day: int
    to_day: int
    metered_micro_kwh: int
    forecast_micro_kwh: int | None
    cost_so_far: Decimal | None
    energy_cost: Decimal | None
    basic_fees: Decimal
    total: Decimal | None
    low: Decimal | None
    high: Decimal | None
    metered_until: int | None
    """Seconds since 1970."""
    prices_until: int | None
    """Seconds since 1970, the end of the last price that is known; None where the contract follows no day-ahead price."""
    basis: tuple[EstimateBasis, ...]


def estimate_invoice(agreement: Agreement, day: int, history: History, prices: QuarterPrices) -> Estimate:
    """The invoice of one agreement for the calendar month of a day. Raises TariffError where its prices are wrong.

    `history` ends with the agreement's last day in that month (`estimated_days`); `prices` begin `PRICE_DAYS` before the
    month and end with it.
    """
    month = month_days(month_of_day(day))
    from_day, to_day = estimated_days(agreement, day)
    energy = forecast_month(history, from_day, to_day)
    spot = _Spot.of(agreement, prices, month)
    filled = _whole_month(energy, month, from_day)
    metered, forecast = _split(energy)
    quarters = Quarters(
        *month,
        filled,
        np.full(len(filled), Quality.CALCULATED, dtype=np.uint8),
        spot.values,
        spot.known,
    )
    priced = price_quarters([agreement], quarters)
    money = _Money.of(priced, from_day, to_day)
    so_far = _cost_of(priced, energy, from_day)
    status = EstimateStatus.ESTIMATED
    if not energy.is_whole:
        status = EstimateStatus.NO_HISTORY
    elif money.total is None:
        status = EstimateStatus.NO_PRICES
    known = status is EstimateStatus.ESTIMATED
    low = high = None
    if known and money.total is not None and money.energy is not None:
        low, high = _range(money.total, abs(money.energy - so_far), energy, spot, agreement)
    return Estimate(
        status,
        from_day,
        to_day,
        metered,
        forecast if energy.is_whole else None,
        None if money.total is None else so_far,
        money.energy if known else None,
        money.fees,
        money.total if known else None,
        low,
        high,
        None if energy.metered_until is None else day_start(energy.metered_until),
        spot.known_until,
        _basis(energy, spot),
    )


def estimated_days(agreement: Agreement, day: int) -> tuple[int, int]:
    """The agreement's days [from, to) in the calendar month of a day."""
    first, end = month_days(month_of_day(day))
    return max(first, agreement.from_day), min(end, agreement.to_day)


@dataclass(frozen=True, slots=True)
class _Spot:
    """The month's day-ahead prices, averages where they are not known yet."""

    values: Int64Array
    known: BoolArray
    matters: bool
    """Whether the agreement follows them."""
    averaged: bool
    exact: bool
    """Whether any is known."""
    known_until: int | None

    @classmethod
    def of(cls, agreement: Agreement, prices: QuarterPrices, month: tuple[int, int]) -> "_Spot":
        starts = day_starts(month[0] - PRICE_DAYS, month[1])
        begin = int(starts[PRICE_DAYS] - starts[0]) // SECONDS_PER_QUARTER
        known = prices.known[begin:]
        if agreement.kind not in _FOLLOWS_SPOT:
            return cls(
                prices.values[begin:], known, matters=False, averaged=False, exact=False, known_until=None
            )
        values = prices.values[begin:].copy()
        unknown = np.flatnonzero(~known)
        averaged = len(unknown) > 0
        if averaged:
            clock = clock_positions(month[0] - PRICE_DAYS, month[1])
            average = _averages(prices, clock, begin + int(unknown[0]))
            if average is not None:
                values[unknown] = average[clock[begin:][unknown]]
                known = np.ones(len(known), dtype=np.bool_)
        last = np.flatnonzero(prices.known)
        until = None if not len(last) else int(starts[0]) + (int(last[-1]) + 1) * SECONDS_PER_QUARTER
        any_known = bool(prices.known[begin:].any())
        return cls(values, known, matters=True, averaged=averaged, exact=any_known, known_until=until)


def _averages(prices: QuarterPrices, clock: Int64Array, end: int) -> Int64Array | None:
    """The mean of each quarter of the day over the days before a position; None where too few prices are known."""
    place = slice(max(end - PRICE_DAYS * QUARTERS_OF_CLOCK, 0), end)
    known = prices.known[place]
    of_clock = clock[place][known]
    counts = np.bincount(of_clock, minlength=QUARTERS_OF_CLOCK)
    if counts.min() < FEWEST_PRICE_DAYS:
        return None
    sums = np.bincount(of_clock, weights=prices.values[place][known], minlength=QUARTERS_OF_CLOCK)
    average: Int64Array = np.rint(sums / counts).astype(np.int64)
    return average


class _Money(NamedTuple):
    """As an invoice would say it. Energy and total are None where a price is not known."""

    energy: Decimal | None
    fees: Decimal
    total: Decimal | None

    @classmethod
    def of(cls, priced: PricedQuarters, from_day: int, to_day: int) -> "_Money":
        rows = priced_rows(priced, from_day, to_day)
        fees = sum((row.gross for row in rows if row.kind is RowKind.MONTHLY_FEE), Decimal("0.00"))
        if any(row.status is not CostStatus.KNOWN for row in rows):
            return cls(None, fees, None)
        totals = vat_by_rate((row.vat_rate, row.net) for row in rows)
        total = sum((each.gross for each in totals), Decimal("0.00"))
        # So that the parts make the whole, as VAT is reckoned on the sum.
        return cls(total - fees, fees, total)


def _whole_month(energy: MonthOfEnergy, month: tuple[int, int], from_day: int) -> Int64Array:
    starts = day_starts(*month)
    filled = np.zeros(int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER, dtype=np.int64)
    begin = int(starts[from_day - month[0]] - starts[0]) // SECONDS_PER_QUARTER
    filled[begin : begin + len(energy.energy_micro_kwh)] = energy.energy_micro_kwh
    return filled


def _split(energy: MonthOfEnergy) -> tuple[int, int]:
    values = energy.energy_micro_kwh
    return int(values[energy.metered].sum()), int(values[~energy.metered].sum())


def _cost_of(priced: PricedQuarters, energy: MonthOfEnergy, from_day: int) -> Decimal:
    """Of what was metered, at the month's prices."""
    begin = priced.position(from_day)
    costs = priced.cost[begin : begin + len(energy.metered)][energy.metered]
    return exact.rounded(exact.total(costs), COST_PER_EURO, 2)


def _basis(energy: MonthOfEnergy, spot: _Spot) -> tuple[EstimateBasis, ...]:
    used = {
        EstimateBasis.METERED: bool(energy.metered.any()),
        EstimateBasis.LAST_YEAR: energy.by_last_year > 0,
        EstimateBasis.RECENT_WEEKS: energy.is_whole and energy.by_last_year < energy.days_forecast,
        EstimateBasis.DAY_AHEAD: spot.matters and spot.exact,
        EstimateBasis.AVERAGE_PRICES: spot.matters and spot.averaged and bool(spot.known.all()),
    }
    return tuple(basis for basis, is_used in used.items() if is_used)


def _range(
    total: Decimal, forecast: Decimal, energy: MonthOfEnergy, spot: _Spot, agreement: Agreement
) -> tuple[Decimal, Decimal]:
    """Where the invoice will come to lie, in at least four cases of five."""
    prices = PriceRisk.FIXED
    if spot.averaged:
        is_impact = agreement.kind is ProductKind.CONSUMPTION_IMPACT
        prices = PriceRisk.IMPACT if is_impact else PriceRisk.SPOT
    by_last_year = energy.by_last_year * 2 >= energy.days_forecast
    least, own = (EXPECTED_ERRORS[by_last_year, risk] for risk in (PriceRisk.FIXED, prices))
    # A part of the energy may have an agreed price.
    share = agreement.attributes.spot_share
    low, high = (
        total + forecast * (fixed + share * (part - fixed)) for fixed, part in zip(least, own, strict=True)
    )
    return low.quantize(_CENT, ROUND_HALF_UP), high.quantize(_CENT, ROUND_HALF_UP)
