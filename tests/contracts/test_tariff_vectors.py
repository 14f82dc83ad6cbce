"""The worked examples: of the law, of the trade, and of the forum where customers reckon themselves."""

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest

from omavirta.contracts import time_of_use
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import (
    COST_PER_EURO,
    CostStatus,
    PricedQuarters,
    Quarters,
    RowKind,
    TariffRow,
    basic_fees,
    price_quarters,
    tariff_rows,
    vat_by_rate,
)
from omavirta.metering.calendar import day_number, day_start
from support.tariff import agreement, price, quarters_of

CENT = Decimal("0.01")
MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
SPOT_ENERGY = (250_000, 500_000, 1_000_000, 125_000)
SPOT_PRICES = (4_500_000, -200_000, 12_040_000, 837_000)
"""45.00, -2.00, 120.40 and 8.37 EUR/MWh in 10^-6 c/kWh."""


def euros(priced: PricedQuarters) -> Decimal:
    ((cost, _),) = priced.sums(np.array([0, len(priced.price)]))
    return Decimal(cost) / COST_PER_EURO


def cents(value: Decimal) -> Decimal:
    return value.quantize(CENT, ROUND_HALF_UP)


def of_kind(rows: list[TariffRow], kind: RowKind) -> TariffRow:
    (found,) = [row for row in rows if row.kind is kind]
    return found


def march(quarters: Quarters) -> tuple[Quarters, int, int]:
    return quarters, quarters.from_day, quarters.to_day


def test_spot_is_summed_before_it_is_rounded() -> None:
    spot = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.40"))
    quarters = quarters_of(MARCH, APRIL, SPOT_ENERGY, SPOT_PRICES)

    priced = price_quarters([spot], quarters)

    assert cents(euros(priced)) == Decimal("0.17")
    rounded_each = sum(cents(Decimal(int(cost)) / COST_PER_EURO) for cost in priced.cost[:4])
    assert rounded_each == Decimal("0.18")
    row = of_kind(tariff_rows([spot], *march(quarters)), RowKind.SPOT)
    assert row.quantity == Decimal("1.875")
    assert row.unit_price_gross == Decimal("0.088149")
    assert of_kind(tariff_rows([spot], *march(quarters)), RowKind.MARGIN).unit_price_gross == Decimal("0.004")


def test_spot_ex_vat_margin() -> None:
    ex_vat = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.32", vat_included=False))
    priced = price_quarters([ex_vat], quarters_of(MARCH, APRIL, (1_000_000,), (5_000_000,)))

    assert int(priced.price[0]) == 5_000_000 * 1255 + 401_600_000


def test_consumption_impact() -> None:
    impact = agreement(ProductKind.CONSUMPTION_IMPACT, price(Kind.ENERGY, "7.49"))
    # The four quarters are the contract's own month.
    quarters = _only_four(
        (1_000_000, 3_000_000, 500_000, 1_500_000), (10_000_000, 4_000_000, -1_000_000, 7_000_000)
    )

    priced = price_quarters([impact], quarters)

    assert int(priced.price[0]) == 7_490_000_000 + 333_333 * 1255
    assert round(int(priced.price[0]) / 10**9, 4) == 7.9083
    ((cost, status),) = priced.sums(np.array([0, 4]))
    assert cents(Decimal(cost) / COST_PER_EURO) == Decimal("0.47")
    # That not all of the month has a price is said.
    assert status is CostStatus.PARTIALLY_KNOWN


def _only_four(energy: tuple[int, ...], spot: tuple[int, ...]) -> Quarters:
    quarters = quarters_of(MARCH, APRIL, energy, spot)
    quarters.spot_known[4:] = False
    return quarters


def test_consumption_impact_of_the_forum() -> None:
    # 1825 kWh for 65 625 c at a monthly mean of 17.5 c: as two quarters of 35 c in all.
    impact = agreement(ProductKind.CONSUMPTION_IMPACT, price(Kind.ENERGY, "9", vat_rate="0"))
    dear = 65_625_000_000 // 1825
    quarters = quarters_of(MARCH, APRIL, (1_825_000_000,), (dear, 35_000_000 - dear))
    quarters.spot_known[2:] = False

    priced = price_quarters([impact], quarters)

    assert round(int(priced.price[0]) / 10**9, 4) == 27.4589


@pytest.mark.parametrize(
    ("floor", "expected"),
    [(None, -5_000_000 * 1000 + 796_812_749), ("0", 0), ("0.5", 500_000_000)],
)
def test_a_floor(floor: str | None, expected: int) -> None:
    impact = agreement(ProductKind.CONSUMPTION_IMPACT, price(Kind.ENERGY, "1"), floor=floor)
    quarters = quarters_of(MARCH, APRIL, (1_000_000,), (0, 10_000_000))
    quarters.spot_known[2:] = False

    priced = price_quarters([impact], quarters)

    # Below zero as a whole the month is outside VAT, and so is the agreed price.
    assert int(priced.price[0]) == expected


def test_a_negative_month_is_outside_vat() -> None:
    # 500 kWh at -1.0 c, with a margin of 0.40 c without VAT.
    quarters = quarters_of(MARCH, APRIL, (500_000_000,), (-1_000_000,))
    spot = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.40", vat_included=False))

    priced = price_quarters([spot], quarters)
    rows = tariff_rows([spot], *march(quarters))

    assert euros(priced) == Decimal(-3)
    assert priced.outside_vat == {(spot.contract_id, 2026 * 12 + 2)}
    assert [(row.kind, row.gross, row.net, row.vat_rate) for row in rows] == [
        (RowKind.SPOT, Decimal("-5.00"), Decimal("-5.00"), Decimal(0)),
        (RowKind.MARGIN, Decimal("2.00"), Decimal("2.00"), Decimal(0)),
    ]


def test_a_month_that_the_margin_saves_is_within_vat() -> None:
    quarters = quarters_of(MARCH, APRIL, (500_000_000,), (-1_000_000,))
    spot = agreement(ProductKind.SPOT, price(Kind.MARGIN, "1.20", vat_included=False))

    rows = tariff_rows([spot], *march(quarters))

    assert euros(price_quarters([spot], quarters)) == Decimal("1.255")
    (vat,) = vat_by_rate((row.vat_rate, row.net) for row in rows)
    assert (vat.rate, vat.net, vat.gross) == (Decimal("25.5"), Decimal(1), Decimal("1.26"))


def test_vat_is_reckoned_on_the_sum() -> None:
    (total,) = vat_by_rate([(Decimal("25.5"), Decimal("10.01"))] * 3)

    assert total.vat == Decimal("7.66")
    assert 3 * cents(Decimal("10.01") * Decimal("0.255")) == Decimal("7.65")


def test_a_row_is_rounded_once() -> None:
    quarters = quarters_of(MARCH, APRIL, (412_375_000,))
    fixed = agreement(
        ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "8.49"), price(Kind.MONTHLY_FEE, "4.95")
    )

    energy, fee = tariff_rows([fixed], *march(quarters))

    assert (energy.quantity, energy.unit, energy.unit_price_gross) == (
        Decimal("412.375"),
        "kWh",
        Decimal("0.0849"),
    )
    assert (energy.net, energy.gross) == (Decimal("27.90"), Decimal("35.01"))
    assert (fee.kind, fee.quantity, fee.unit, fee.net, fee.gross) == (
        RowKind.MONTHLY_FEE,
        Decimal(1),
        "kk",
        Decimal("3.94"),
        Decimal("4.95"),
    )
    (total,) = vat_by_rate((row.vat_rate, row.net) for row in (energy, fee))
    assert (total.net, total.vat, total.gross) == (Decimal("31.84"), Decimal("8.12"), Decimal("39.96"))


@pytest.mark.parametrize(
    ("month", "tenths"),
    [(date(2022, 11, 1), 240), (date(2022, 12, 1), 100), (date(2023, 5, 1), 240), (date(2024, 9, 1), 255)],
)
def test_vat_is_that_of_the_day(month: date, tenths: int) -> None:
    rates = (
        ("24.00", date(2013, 1, 1), date(2022, 11, 30)),
        ("10.00", date(2022, 12, 1), date(2023, 4, 30)),
        ("24.00", date(2023, 5, 1), date(2024, 8, 31)),
        ("25.50", date(2024, 9, 1), None),
    )
    spot = agreement(
        ProductKind.SPOT,
        *(
            price(Kind.MARGIN, "0.30", vat_rate=rate, vat_included=False, valid_from=first, valid_to=last)
            for rate, first, last in rates
        ),
    )
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)

    quarters = quarters_of(month, following, (1_000_000,), (5_000_000,))

    assert int(price_quarters([spot], quarters).price[0]) == 5_300_000 * (1000 + tenths)
    assert {row.vat_rate for row in tariff_rows([spot], *march(quarters))} == {Decimal(tenths) / 10}


@pytest.mark.parametrize(
    ("moment", "is_day", "is_winter"),
    [
        ("2026-01-05T05:00", True, True),
        ("2026-01-05T04:59", False, False),
        ("2026-01-05T20:00", False, False),
        ("2026-07-01T04:00", True, False),
        ("2026-01-04T10:00", True, False),
        ("2026-01-03T10:00", True, True),
        ("2026-03-31T18:45", True, True),
        # On the days when clocks change, 07:00 and 22:00 are those of the wall.
        ("2026-03-29T03:45", False, False),
        ("2026-03-29T04:00", True, False),
        ("2026-10-25T04:45", False, False),
        ("2026-10-25T05:00", True, False),
        ("2026-10-25T19:45", True, False),
        ("2026-10-25T20:00", False, False),
    ],
)
def test_time_of_use(moment: str, is_day: bool, is_winter: bool) -> None:
    instant = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    first = day_number(date(instant.year, instant.month, 1))
    position = (int(instant.timestamp()) - day_start(first)) // 900

    assert bool(time_of_use.day_energy(first, first + 40)[position]) is is_day
    assert bool(time_of_use.winter_weekday_energy(first, first + 40)[position]) is is_winter


@pytest.mark.parametrize(
    ("first", "end", "count"),
    [
        (MARCH, APRIL, 2972),
        (date(2026, 10, 1), date(2026, 11, 1), 2980),
        (date(2026, 2, 1), MARCH, 2688),
        (date(2026, 1, 1), date(2026, 2, 1), 2976),
        (date(2026, 1, 1), date(2027, 1, 1), 35_040),
        (date(2024, 1, 1), date(2025, 1, 1), 35_136),
    ],
)
def test_every_quarter_of_a_period_costs_something(first: date, end: date, count: int) -> None:
    fixed = agreement(ProductKind.FIXED_TERM, price(Kind.ENERGY, "10"))
    quarters = quarters_of(first, end)
    quarters.energy_micro_kwh[:] = 1_000_000

    assert euros(price_quarters([fixed], quarters)) == Decimal(count) / 10


def test_fees_are_by_local_days() -> None:
    fixed = agreement(
        ProductKind.FIXED_TERM,
        price(Kind.ENERGY, "10"),
        price(Kind.MONTHLY_FEE, "4.95"),
        first=date(2026, 3, 17),
    )

    def fees(first: date, end: date) -> Decimal:
        return basic_fees([fixed], day_number(first), day_number(end))

    assert fees(MARCH, APRIL) == cents(Decimal("4.95") * 15 / 31)
    assert fees(APRIL, date(2026, 5, 1)) == Decimal("4.95")
    assert fees(MARCH, date(2026, 5, 1)) == fees(MARCH, APRIL) + Decimal("4.95")
    assert fees(date(2025, 1, 1), date(2026, 1, 1)) == 0
