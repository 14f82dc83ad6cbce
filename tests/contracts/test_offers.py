"""What the last twelve months would have cost with each product on sale."""

import time
from datetime import date
from decimal import Decimal
from uuid import UUID

import numpy as np
import pytest

from omavirta.contracts.offers import Offer, compare_offers, last_twelve_months, prices_of_today
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import PriceComponentRow, ProductKind, ProductRow
from omavirta.contracts.tariff import COST_PER_EURO, CostStatus, Quarters, basic_fees, price_quarters
from omavirta.metering.calendar import day_date, day_number
from omavirta.metering.quality import Quality
from support.tariff import agreement, price, quarters_of

FIRST, END = date(2025, 11, 1), date(2026, 11, 1)
QUARTERS_OF_YEAR = 365 * 96
KWH = 10**6
FEE = price(Kind.MONTHLY_FEE, "4.90")
FIXED = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "10"), FEE)


def offer(kind: ProductKind, *prices: PriceComponentRow, attributes: dict[str, str] | None = None) -> Offer:
    product = ProductRow(
        UUID(int=7), kind, {}, {}, date(2020, 1, 1), None, None, None, None, attributes or {}
    )
    return Offer(product, prices)


def year(energy: int = KWH, spot: int = 4_000_000) -> Quarters:
    return quarters_of(FIRST, END, [energy] * QUARTERS_OF_YEAR, [spot] * QUARTERS_OF_YEAR)


def varied() -> Quarters:
    random = np.random.default_rng(4)
    return year()._replace(
        energy_micro_kwh=random.integers(0, 3 * KWH, QUARTERS_OF_YEAR),
        spot=random.integers(-3_000_000, 30_000_000, QUARTERS_OF_YEAR),
    )


SPOT_OFFER = offer(ProductKind.SPOT, price(Kind.MARGIN, "0.50"), FEE)
FIXED_OFFER = offer(ProductKind.FIXED_TERM, price(Kind.ENERGY, "8"), FEE)


def test_each_product_on_ones_own_quarters() -> None:
    found = compare_offers(year(), [FIXED], [FIXED_OFFER, SPOT_OFFER])

    assert (day_date(found.from_day), day_date(found.to_day)) == (FIRST, END)
    assert found.energy_micro_kwh == QUARTERS_OF_YEAR * KWH
    assert found.known_share == 1
    assert found.actual == Decimal(QUARTERS_OF_YEAR) / 10 + 12 * Decimal("4.90")
    fixed, spot = found.products
    assert fixed.energy_cost == Decimal(QUARTERS_OF_YEAR) * 8 / 100
    assert fixed.basic_fees == 12 * Decimal("4.90")
    assert fixed.total == fixed.energy_cost + fixed.basic_fees
    assert fixed.status is CostStatus.KNOWN
    # 4 c/kWh, 25.5 % and the margin.
    assert spot.energy_cost == (Decimal(QUARTERS_OF_YEAR) * Decimal("5.52") / 100).quantize(Decimal("0.01"))


def test_it_is_what_the_tariff_says_quarter_by_quarter() -> None:
    quarters = varied()
    agreed = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.50"), FEE)
    found = compare_offers(quarters, [agreed], [SPOT_OFFER])
    cost = Decimal(int(price_quarters([agreed], quarters).cost.sum(dtype=object))) / COST_PER_EURO
    assert found.products[0].energy_cost == cost.quantize(Decimal("0.01"))
    assert found.actual == found.products[0].total


def test_what_is_not_known_is_compared_for_nobody() -> None:
    quarters = year()
    quarters.qualities[: QUARTERS_OF_YEAR // 4] = Quality.MISSING
    quarters.spot_known[QUARTERS_OF_YEAR // 2 :] = False
    found = compare_offers(quarters, [FIXED], [FIXED_OFFER, SPOT_OFFER])
    assert found.known_share == pytest.approx(0.25, abs=1e-4)
    assert found.energy_micro_kwh == QUARTERS_OF_YEAR // 4 * KWH
    assert [product.status for product in found.products] == [CostStatus.PARTIALLY_KNOWN] * 2
    assert found.products[0].energy_cost == Decimal(QUARTERS_OF_YEAR // 4) * 8 / 100
    # Fees are known.
    assert found.products[0].basic_fees == 12 * Decimal("4.90")


def test_only_days_of_ones_own_contracts_are_compared_and_only_their_fees() -> None:
    moved_in = FIXED._replace(from_day=day_number(date(2026, 8, 1)))
    found = compare_offers(year(), [moved_in], [FIXED_OFFER])
    # One of the days has an hour twice.
    assert found.energy_micro_kwh == (92 * 96 + 4) * KWH
    assert found.products[0].basic_fees == 3 * Decimal("4.90")
    assert found.actual == Decimal(92 * 96 + 4) / 10 + 3 * Decimal("4.90")


def test_a_contract_change_within_a_month_costs_a_product_no_second_rounding() -> None:
    changed = day_number(date(2026, 3, 11))
    own = [FIXED._replace(to_day=changed), FIXED._replace(contract_id=UUID(int=2), from_day=changed)]
    found = compare_offers(year(), own, [FIXED_OFFER])
    assert found.products[0].basic_fees == basic_fees([FIXED], day_number(FIRST), day_number(END))


def test_nothing_known_is_said() -> None:
    quarters = quarters_of(FIRST, END, quality=Quality.MISSING)
    found = compare_offers(quarters, [FIXED], [FIXED_OFFER])
    assert (found.energy_micro_kwh, found.known_share, found.actual) == (None, 0, None)
    assert found.products[0].energy_cost is found.products[0].total is None
    assert found.products[0].status is CostStatus.NO_ENERGY


def test_without_any_day_ahead_price_the_others_are_still_compared() -> None:
    quarters = year()
    quarters.spot_known[:] = False
    found = compare_offers(quarters, [FIXED], [FIXED_OFFER, SPOT_OFFER])
    assert found.known_share == 1
    assert [product.status for product in found.products] == [CostStatus.KNOWN, CostStatus.NO_PRICE]
    assert found.products[1].total is None


def test_a_product_or_a_contract_without_a_price_is_said() -> None:
    bare, wrong = (
        offer(ProductKind.FIXED_TERM, FEE),
        offer(ProductKind.SPOT, price(Kind.MARGIN, "1"), attributes={"spotShare": "2"}),
    )
    found = compare_offers(year(), [FIXED._replace(prices=[FEE])], [bare, wrong])
    assert found.actual is None
    assert [product.status for product in found.products] == [CostStatus.NO_TARIFF] * 2
    assert [product.energy_cost for product in found.products] == [None, None]


def test_a_product_costs_what_it_costs_today() -> None:
    today = date(2026, 11, 25)
    held = prices_of_today(
        [
            price(Kind.ENERGY, "9", valid_to=date(2026, 10, 31)),
            price(Kind.ENERGY, "7", valid_from=date(2026, 11, 1)),
            price(Kind.ENERGY, "6", valid_from=date(2026, 12, 1)),
            FEE,
        ],
        today,
    )
    assert [(row.amount, row.valid_to) for row in held] == [(Decimal(7), None), (Decimal("4.90"), None)]
    found = compare_offers(year(), [FIXED], [Offer(FIXED_OFFER.product, held)])
    assert found.products[0].energy_cost == Decimal(QUARTERS_OF_YEAR) * 7 / 100


@pytest.mark.parametrize(
    ("today", "first", "end"),
    [
        (date(2026, 11, 1), date(2025, 11, 1), date(2026, 11, 1)),
        (date(2026, 1, 31), date(2025, 1, 1), date(2026, 1, 1)),
    ],
)
def test_the_last_twelve_whole_months(today: date, first: date, end: date) -> None:
    assert tuple(map(day_date, last_twelve_months(today))) == (first, end)


def test_ten_products_over_a_year_of_quarters_take_less_than_a_tenth_of_a_second() -> None:
    quarters, offers = varied(), [*many_offers()]
    compare_offers(quarters, [FIXED], offers)
    times = []
    for _ in range(5):
        began = time.process_time()
        compare_offers(quarters, [FIXED], offers)
        times.append(time.process_time() - began)
    assert min(times) < 0.1


def many_offers() -> list[Offer]:
    """Ten products of all kinds."""
    energy, margin = price(Kind.ENERGY, "8"), price(Kind.MARGIN, "0.5")
    return [
        offer(ProductKind.UNTIL_FURTHER_NOTICE, energy, FEE),
        offer(ProductKind.FIXED_TERM, energy, FEE),
        offer(ProductKind.FIXED_TERM, energy, FEE),
        offer(ProductKind.SPOT, margin, FEE),
        offer(ProductKind.SPOT, margin, FEE, attributes={"energyPriceFloor": "0"}),
        offer(ProductKind.CONSUMPTION_IMPACT, energy, FEE),
        offer(ProductKind.CONSUMPTION_IMPACT, energy, FEE, attributes={"energyPriceFloor": "0"}),
        offer(ProductKind.TIME_OF_USE, price(Kind.DAY_ENERGY, "9"), price(Kind.NIGHT_ENERGY, "6"), FEE),
        offer(
            ProductKind.TIME_OF_USE,
            price(Kind.WINTER_WEEKDAY_ENERGY, "11"),
            price(Kind.OTHER_ENERGY, "6"),
            FEE,
        ),
        offer(ProductKind.SPOT_AND_FIXED, margin, energy, FEE, attributes={"spotShare": "0.5"}),
    ]
