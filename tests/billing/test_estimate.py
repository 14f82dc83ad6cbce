"""What the next invoice will come to: the forecast's days, the prices beyond the known ones, and that it is an invoice's sum."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pytest

from omavirta.billing.estimate import (
    EXPECTED_ERRORS,
    PRICE_DAYS,
    Estimate,
    EstimateBasis,
    EstimateStatus,
    PriceRisk,
    estimate_invoice,
)
from omavirta.billing.forecast import DAYS_BEFORE, History, clock_positions, forecast_month
from omavirta.billing.next_invoice import invoiced_day
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import Agreement, Quarters, tariff_rows, vat_by_rate
from omavirta.metering.calendar import (
    SECONDS_PER_QUARTER,
    Int64Array,
    day_date,
    day_number,
    day_start,
    day_starts,
    month_days,
)
from omavirta.metering.months import month_of_day
from omavirta.prices.quarters import QuarterPrices
from support.tariff import agreement, price

KWH = 10**6
FIXED = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "10"), price(Kind.MONTHLY_FEE, "5.00"))
SPOT = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.50"), price(Kind.MONTHLY_FEE, "5.00"))
OfDay = Callable[[date], int | None]
"""Micro-kWh of each quarter of a day; None where it is not known."""


def history(from_day: int, to_day: int, of_day: OfDay) -> History:
    starts = day_starts(from_day, to_day)
    counts = np.diff(starts) // SECONDS_PER_QUARTER
    values = [of_day(day_date(day)) for day in range(from_day, to_day)]
    energy = np.repeat(np.array([value or 0 for value in values], dtype=np.int64), counts)
    return History(from_day, to_day, energy, np.repeat([value is not None for value in values], counts))


def before(today: date, of_day: OfDay) -> History:
    """Of the month of a day: what is metered until the day before, and nothing since."""
    first, end = month_days(month_of_day(day_number(today)))
    return history(first - DAYS_BEFORE, end, lambda day: of_day(day) if day < today else None)


def prices(today: date, value: int = 5_000_000, known_until: date | None = None) -> QuarterPrices:
    """5 c/kWh without VAT for each quarter, known to the end of today."""
    first, end = month_days(month_of_day(day_number(today)))
    until = known_until or today + timedelta(days=1)
    found = QuarterPrices.nothing(first - PRICE_DAYS, end)
    known = int(day_start(day_number(until)) - day_start(first - PRICE_DAYS)) // SECONDS_PER_QUARTER
    found.values[:known], found.known[:known] = value, True
    return found


def estimate(today: date, of_day: OfDay, agreed: Agreement = FIXED) -> Estimate:
    return estimate_invoice(agreed, day_number(today), before(today, of_day), prices(today))


def euros(value: str) -> Decimal:
    return Decimal(value)


def test_the_same_weekdays_a_year_before_are_scaled_by_the_last_four_weeks() -> None:
    # 2 kWh a quarter on the Sundays of last year's November, else 1; and a tenth more this autumn.
    def of_day(day: date) -> int:
        if day.year == 2025:
            return 2 * KWH if day.weekday() == 6 and day > date(2025, 11, 16) else KWH
        return KWH * 11 // 10

    found = estimate(date(2026, 11, 16), of_day)

    assert found.status is EstimateStatus.ESTIMATED
    assert found.metered_micro_kwh == 15 * 96 * KWH * 11 // 10
    # From the 16th on: two Sundays and thirteen other days.
    assert found.forecast_micro_kwh == pytest.approx((13 + 2 * 2) * 96 * KWH * 1.1, rel=1e-6)
    assert found.basis == (EstimateBasis.METERED, EstimateBasis.LAST_YEAR)
    assert found.metered_until == day_start(day_number(date(2026, 11, 16)))
    assert found.prices_until is None


@pytest.mark.parametrize(("this_year", "scale"), [(KWH // 10, 0.5), (5 * KWH, 2.0)])
def test_a_home_that_has_changed_beyond_measure_is_scaled_no_more_than_by_two(
    this_year: int, scale: float
) -> None:
    found = estimate(date(2026, 11, 16), lambda day: this_year if day.year == 2026 else KWH)
    assert found.forecast_micro_kwh == 15 * 96 * KWH * scale


def test_without_a_year_before_the_same_weekdays_of_the_last_four_weeks_stand_in() -> None:
    def of_day(day: date) -> int | None:
        return None if day < date(2026, 10, 1) else 3 * KWH if day.weekday() == 6 else KWH

    found = estimate(date(2026, 11, 16), of_day)

    assert found.forecast_micro_kwh == (13 + 2 * 3) * 96 * KWH
    assert found.basis == (EstimateBasis.METERED, EstimateBasis.RECENT_WEEKS)


def test_a_gap_a_year_before_is_filled_from_the_week_before_it() -> None:
    def of_day(day: date) -> int | None:
        return None if day == date(2025, 11, 27) else 2 * KWH if day == date(2025, 11, 20) else KWH

    found = estimate(date(2026, 11, 16), of_day)

    # 26 November is 364 days after the gap, and the 19th as long after the day that stands in.
    assert found.forecast_micro_kwh == (13 + 2 * 2) * 96 * KWH
    assert found.basis == (EstimateBasis.METERED, EstimateBasis.LAST_YEAR)


def test_a_gap_in_this_month_is_forecast_like_the_days_to_come() -> None:
    found = estimate(date(2026, 11, 16), lambda day: None if day == date(2026, 11, 3) else KWH)
    assert found.metered_micro_kwh == 14 * 96 * KWH
    assert found.forecast_micro_kwh == 16 * 96 * KWH
    assert found.metered_until == day_start(day_number(date(2026, 11, 16)))


@pytest.mark.parametrize("known_days", [0, 6])
def test_too_little_history_is_said(known_days: int) -> None:
    since = date(2026, 11, 16) - timedelta(days=known_days)
    found = estimate(date(2026, 11, 16), lambda day: None if day < since else KWH)
    assert found.status is EstimateStatus.NO_HISTORY
    assert (found.total, found.low, found.high, found.energy_cost) == (None,) * 4
    assert found.forecast_micro_kwh is None
    assert found.metered_micro_kwh == known_days * 96 * KWH
    assert found.basic_fees == euros("5.00")


def test_it_is_the_sum_of_an_invoices_rows() -> None:
    # A price and a fee without VAT, whose rows do not add up to the total of a rate.
    agreed = agreement(
        ProductKind.UNTIL_FURTHER_NOTICE,
        price(Kind.ENERGY, "6.7649", vat_included=False),
        price(Kind.MONTHLY_FEE, "3.93", vat_included=False),
    )
    first, end = month_days(2026 * 12 + 10)
    found = estimate_invoice(
        agreed,
        first,
        history(first - DAYS_BEFORE, end, lambda _: 123_457),
        prices(date(2026, 11, 30)),
    )
    energy = np.full(30 * 96, 123_457, dtype=np.int64)
    known = np.ones(30 * 96, dtype=np.bool_)
    quarters = Quarters(first, end, energy, known.astype(np.uint8), np.zeros_like(energy), known)
    rows = tariff_rows([agreed], quarters, first, end)
    total = sum(each.gross for each in vat_by_rate((row.vat_rate, row.net) for row in rows))
    assert found.total == total == found.low == found.high
    assert found.forecast_micro_kwh == 0
    assert found.energy_cost is not None
    assert found.energy_cost + found.basic_fees == total
    assert found.cost_so_far == pytest.approx(found.energy_cost, abs=Decimal("0.01"))


def test_known_day_ahead_prices_are_exact_and_averages_stand_beyond() -> None:
    today = date(2026, 11, 16)
    spot = prices(today, known_until=date(2026, 11, 18))
    # Twice the price on the morrow, known already.
    begin = (day_start(day_number(date(2026, 11, 17))) - day_start(day_number(date(2026, 10, 4)))) // 900
    spot.values[begin : begin + 96] = 10_000_000
    found = estimate_invoice(SPOT, day_number(today), before(today, lambda _: KWH), spot)
    # 27 of the 28 days of the average at 5 cents and the last at 10, with 25.5 % and the margin.
    average = Decimal(27 * 5 + 10) / 28 * Decimal("1.255") + Decimal("0.5")
    exact = 16 * (5 * Decimal("1.255") + Decimal("0.5")) + 10 * Decimal("1.255") + Decimal("0.5")
    expected = (exact + 13 * average) * 96 / 100
    assert found.energy_cost == pytest.approx(expected, abs=Decimal("0.02"))
    assert found.basis == (
        EstimateBasis.METERED,
        EstimateBasis.LAST_YEAR,
        EstimateBasis.DAY_AHEAD,
        EstimateBasis.AVERAGE_PRICES,
    )
    assert found.prices_until == day_start(day_number(date(2026, 11, 18)))
    assert found.cost_so_far == pytest.approx(
        15 * 96 * (5 * Decimal("1.255") + Decimal("0.5")) / 100, abs=Decimal("0.01")
    )


def test_without_prices_a_spot_contract_cannot_be_estimated_and_a_fixed_one_can() -> None:
    today, nothing = date(2026, 11, 16), prices(date(2026, 11, 16), known_until=date(2026, 10, 9))
    past = before(today, lambda _: KWH)
    spot = estimate_invoice(SPOT, day_number(today), past, nothing)
    assert (spot.status, spot.total, spot.cost_so_far) == (EstimateStatus.NO_PRICES, None, None)
    assert spot.forecast_micro_kwh == 15 * 96 * KWH
    fixed = estimate_invoice(FIXED, day_number(today), past, nothing)
    assert fixed.total == euros("292.99")
    unpriced = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.MONTHLY_FEE, "5.00"))
    assert estimate_invoice(unpriced, day_number(today), past, nothing).status is EstimateStatus.NO_PRICES


def test_the_range_lies_around_what_is_forecast_alone() -> None:
    found = estimate(date(2026, 11, 16), lambda _: KWH)
    forecast = Decimal(15 * 96) / 10
    off = EXPECTED_ERRORS[True, PriceRisk.FIXED]
    # 288 and 5 euros; VAT is reckoned on the sum of their nets.
    assert found.total == euros("292.99")
    assert found.low == pytest.approx(found.total + forecast * off.low, abs=Decimal("0.01"))
    assert found.high == pytest.approx(found.total + forecast * off.high, abs=Decimal("0.01"))


def test_the_range_is_as_wide_as_the_part_that_follows_unknown_prices() -> None:
    def width(agreed: Agreement) -> Decimal:
        """Of the range, as a part of what is forecast."""
        found = estimate(date(2026, 11, 16), lambda _: KWH, agreed)
        values = (found.low, found.high, found.energy_cost, found.cost_so_far)
        low, high, cost, so_far = (value or Decimal(0) for value in values)
        return (high - low) / (cost - so_far)

    half = agreement(
        ProductKind.SPOT_AND_FIXED, price(Kind.MARGIN, "0.5"), price(Kind.ENERGY, "8"), spot_share="0.5"
    )
    expected = [sum(map(abs, EXPECTED_ERRORS[True, risk])) for risk in (PriceRisk.FIXED, PriceRisk.SPOT)]
    assert width(SPOT) == pytest.approx(expected[1], abs=Decimal("0.001"))
    assert width(half) == pytest.approx(sum(expected) / 2, abs=Decimal("0.001"))


def test_a_contract_that_begins_or_ends_within_the_month_is_invoiced_for_its_own_days() -> None:
    agreed = agreement(
        ProductKind.UNTIL_FURTHER_NOTICE,
        price(Kind.ENERGY, "10"),
        price(Kind.MONTHLY_FEE, "5.00"),
        first=date(2026, 11, 11),
        end=date(2026, 11, 21),
    )
    end = day_number(date(2026, 11, 21))
    begin = day_number(date(2026, 11, 11)) - DAYS_BEFORE
    past = history(begin, end, lambda day: KWH if day < date(2026, 11, 16) else None)
    found = estimate_invoice(agreed, day_number(date(2026, 11, 16)), past, prices(date(2026, 11, 16)))
    assert (day_date(found.from_day), day_date(found.to_day)) == (date(2026, 11, 11), date(2026, 11, 21))
    assert found.metered_micro_kwh == found.forecast_micro_kwh == 5 * 96 * KWH
    # 960 kWh and a third of the fee; VAT is reckoned on the sum of their nets.
    assert found.total == euros("97.66")


@pytest.mark.parametrize(
    ("today", "quarters"),
    [(date(2026, 3, 10), 31 * 96 - 4), (date(2026, 10, 10), 31 * 96 + 4), (date(2024, 3, 10), 31 * 96 - 4)],
)
def test_the_days_of_the_clock_changes_take_any_other_day(today: date, quarters: int) -> None:
    past = before(today, lambda _: KWH)
    first, end = month_days(month_of_day(day_number(today)))
    month = forecast_month(past, first, end)
    assert len(month.energy_micro_kwh) == quarters
    assert set(month.energy_micro_kwh.tolist()) == {KWH}


def test_each_quarter_of_a_day_keeps_its_place_on_the_clock() -> None:
    by_clock = np.arange(96) * 1_000

    def shaped(from_day: int, to_day: int) -> Int64Array:
        return by_clock[clock_positions(from_day, to_day)]

    first, end = month_days(2026 * 12 + 9)
    begin = first - DAYS_BEFORE
    known = np.arange(len(shaped(begin, end))) < len(shaped(begin, first))
    month = forecast_month(History(begin, end, shaped(begin, end) * known, known), first, end)
    # 25 October 2026 has the hour from 3 to 4 twice.
    assert month.energy_micro_kwh.tolist() == shaped(first, end).tolist()


@pytest.mark.parametrize(
    ("today", "invoiced", "month"),
    [
        (date(2026, 11, 5), date(2026, 9, 30), 10),
        (date(2026, 11, 5), None, 10),
        (date(2026, 11, 5), date(2026, 10, 31), 11),
        (date(2026, 11, 15), date(2026, 9, 30), 10),
        # It has not come by its day, and is not waited for.
        (date(2026, 11, 16), date(2026, 9, 30), 11),
    ],
)
def test_the_month_before_is_next_until_it_is_invoiced_or_its_half_month_is_over(
    today: date, invoiced: date | None, month: int
) -> None:
    assert day_date(invoiced_day(FIXED, today, invoiced)).month == month


def test_a_contract_of_this_month_is_not_invoiced_for_the_one_before() -> None:
    agreed = agreement(ProductKind.UNTIL_FURTHER_NOTICE, first=date(2026, 11, 1))
    assert day_date(invoiced_day(agreed, date(2026, 11, 5), None)).month == 11
