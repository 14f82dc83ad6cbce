"""Laws that hold for any contract, energy and price: made up at random, and compared with the formulas in fractions."""

import itertools
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contracts.reference import exact_euros, reference_costs
from omavirta.contracts import exact
from omavirta.contracts.costs import cost_series
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import PriceComponentRow, ProductKind
from omavirta.contracts.tariff import (
    COST_PER_EURO,
    Agreement,
    Attributes,
    CostStatus,
    Quarters,
    RowKind,
    price_quarters,
    tariff_rows,
)
from omavirta.metering.calendar import Resolution, day_number
from omavirta.metering.quality import Quality
from support.tariff import CONTRACT, price, quarters_of

MONTHS = (
    (date(2026, 3, 1), date(2026, 4, 1)),
    (date(2026, 10, 1), date(2026, 12, 1)),
    (date(2024, 8, 1), date(2024, 10, 1)),
)
USUAL = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_KINDS: dict[ProductKind, list[tuple[Kind, ...]]] = {
    ProductKind.UNTIL_FURTHER_NOTICE: [(Kind.ENERGY,)],
    ProductKind.FIXED_TERM: [(Kind.ENERGY,)],
    ProductKind.SPOT: [(Kind.MARGIN,)],
    ProductKind.SPOT_AND_FIXED: [(Kind.MARGIN, Kind.ENERGY)],
    ProductKind.CONSUMPTION_IMPACT: [(Kind.ENERGY,)],
    ProductKind.TIME_OF_USE: [
        (Kind.DAY_ENERGY, Kind.NIGHT_ENERGY),
        (Kind.WINTER_WEEKDAY_ENERGY, Kind.OTHER_ENERGY),
        (Kind.DAY_ENERGY,),
    ],
}

amounts = st.decimals(Decimal(-2), Decimal(40), places=5)


@st.composite
def agreements(draw: st.DrawFn, first: date, end: date, contract_id: UUID | None = CONTRACT) -> Agreement:
    """A contract whose prices may change, or be missing for some days, within the period."""
    kind = draw(st.sampled_from(ProductKind))
    prices: list[PriceComponentRow] = []
    change = draw(st.dates(first, end))
    gap = draw(st.sampled_from([0, 0, 3]))
    rate, included = draw(st.sampled_from(["24", "10", "25.5", "0"])), draw(st.booleans())
    for component in draw(st.sampled_from(_KINDS[kind])):
        before, after = draw(amounts), draw(amounts)
        prices += [
            price(component, str(before), vat_rate=rate, vat_included=included, valid_to=change),
            price(
                component,
                str(after),
                vat_rate=rate,
                vat_included=included,
                valid_from=date.fromordinal(change.toordinal() + 1 + gap),
            ),
        ]
    share = draw(st.decimals(0, 1, places=4)) if kind is ProductKind.SPOT_AND_FIXED else Decimal(1)
    floor = draw(st.none() | st.just(Decimal(0)) | amounts)
    return Agreement(contract_id, day_number(first), day_number(end), kind, prices, Attributes(share, floor))


@st.composite
def random_quarters(draw: st.DrawFn, first: date, end: date, largest: int = 5_000_000) -> Quarters:
    quarters = quarters_of(first, end)
    random = np.random.default_rng(draw(st.integers(0, 2**32)))
    size = len(quarters.spot)
    quarters.energy_micro_kwh[:] = random.integers(0, largest, size)
    quarters.spot[:] = random.integers(-50_000_000, draw(st.sampled_from([1, 50_000_000, 500_000_000])), size)
    if draw(st.booleans()):
        unknown = random.random(size) < 0.01
        quarters.qualities[unknown] = Quality.MISSING
        quarters.energy_micro_kwh[unknown] = 0
        quarters.spot_known[-96 * draw(st.integers(0, 5)) or size :] = False
        quarters.spot[~quarters.spot_known] = 0
    return quarters


periods = st.sampled_from(MONTHS)


@USUAL
@given(st.data(), periods)
def test_costs_are_those_of_the_formulas(data: st.DataObject, period: tuple[date, date]) -> None:
    agreement = data.draw(agreements(*period))
    quarters = data.draw(random_quarters(*period))

    priced = price_quarters([agreement], quarters)

    expected = reference_costs([agreement], quarters)
    known = priced.status <= CostStatus.PARTIALLY_KNOWN
    assert known.tolist() == [cost is not None for cost in expected]
    costs = [exact_euros(int(cost)) for cost in priced.cost.tolist()]
    assert costs == [cost or Fraction(0) for cost in expected]


@USUAL
@given(st.data())
def test_energies_beyond_any_home_are_exact_too(data: st.DataObject) -> None:
    period = MONTHS[0]
    agreement = data.draw(agreements(*period))
    quarters = data.draw(random_quarters(*period, largest=2**55))

    priced = price_quarters([agreement], quarters)

    expected = reference_costs([agreement], quarters)
    assert [exact_euros(int(cost)) for cost in priced.cost.tolist()] == [
        cost or Fraction(0) for cost in expected
    ]
    ((total, _),) = priced.sums(np.array([0, len(quarters.spot)]))
    assert exact_euros(total) == sum(cost or 0 for cost in expected)


@USUAL
@given(st.data(), periods)
def test_a_period_costs_the_sum_of_its_parts(data: st.DataObject, period: tuple[date, date]) -> None:
    agreement = data.draw(agreements(*period))
    priced = price_quarters([agreement], data.draw(random_quarters(*period)))
    size = len(priced.price)
    cuts = sorted(data.draw(st.sets(st.integers(1, size - 1), max_size=20)))

    parts = priced.sums(np.array([0, *cuts, size]))
    ((whole, status),) = priced.sums(np.array([0, size]))

    assert sum(cost for cost, _ in parts) == whole
    if {part for _, part in parts} == {CostStatus.KNOWN}:
        assert status is CostStatus.KNOWN
    for resolution in Resolution:
        series = cost_series(priced, day_number(period[0]), day_number(period[1]), resolution)
        assert (series.total, series.status) == (whole, status)
        assert np.nansum(series.costs) == pytest.approx(
            whole / COST_PER_EURO, rel=1e-12, abs=len(series.costs) * 5e-9
        )


@USUAL
@given(st.data(), periods)
def test_splitting_a_contract_changes_nothing_but_fees(
    data: st.DataObject, period: tuple[date, date]
) -> None:
    agreement = data.draw(agreements(*period))
    quarters = data.draw(random_quarters(*period))
    day = data.draw(st.integers(agreement.from_day, agreement.to_day))

    whole = price_quarters([agreement], quarters)
    split = price_quarters([agreement._replace(to_day=day), agreement._replace(from_day=day)], quarters)

    assert whole.cost.tolist() == split.cost.tolist()
    assert whole.price.tolist() == split.price.tolist()
    assert whole.status.tolist() == split.status.tolist()


@USUAL
@given(st.data(), periods)
def test_rows_hold_what_quarters_cost(data: st.DataObject, period: tuple[date, date]) -> None:
    agreement = data.draw(agreements(*period))
    quarters = data.draw(random_quarters(*period))

    rows = tariff_rows([agreement], quarters, quarters.from_day, quarters.to_day)

    ((total, _),) = price_quarters([agreement], quarters).sums(np.array([0, len(quarters.spot)]))
    # Each row is rounded by half a cent at most.
    assert abs(Fraction(sum(row.gross for row in rows)) - exact_euros(total)) <= Fraction(len(rows), 200)
    assert all(row.net + row.vat == row.gross for row in rows)
    assert len({(row.from_day, row.kind) for row in rows}) == len(rows)


@USUAL
@given(st.data())
def test_two_contracts_of_a_month_cost_what_each_does(data: st.DataObject) -> None:
    first, end = MONTHS[1]
    day = data.draw(st.dates(first, end))
    earlier = data.draw(agreements(first, day))
    later = data.draw(agreements(day, end, UUID(int=2)))
    quarters = data.draw(random_quarters(first, end))

    together = price_quarters([earlier, later], quarters)
    apart = [price_quarters([one], quarters) for one in (earlier, later)]

    assert together.cost.tolist() == [
        one + other for one, other in zip(*(each.cost.tolist() for each in apart), strict=True)
    ]


@given(st.lists(st.integers(-(2**62), 2**62), min_size=1, max_size=200), st.data())
def test_sums_never_run_over(values: Sequence[int], data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.sets(st.integers(0, len(values)))))
    edges = np.array([0, *cuts, len(values)])
    column = np.array(values, dtype=np.int64)

    found = exact.sums(column, edges)

    assert found == [sum(values[first:last]) for first, last in itertools.pairwise(edges)]
    assert exact.total(column) == sum(values)
    assert exact.float_sums(column, edges, 10**17).tolist() == pytest.approx(
        [value / 10**17 for value in found], rel=1e-15, abs=1e-16
    )


def test_a_price_gap_in_the_middle_of_a_month_has_a_row_that_says_so() -> None:
    gap = [
        price(Kind.ENERGY, "8", valid_to=date(2026, 3, 9)),
        price(Kind.ENERGY, "10", valid_from=date(2026, 3, 12)),
    ]
    fixed = Agreement(
        CONTRACT,
        day_number(date(2026, 3, 1)),
        day_number(date(2026, 4, 1)),
        ProductKind.FIXED_TERM,
        gap,
        Attributes(),
    )
    quarters = quarters_of(date(2026, 3, 1), date(2026, 4, 1))
    quarters.energy_micro_kwh[:] = 250_000

    rows = tariff_rows([fixed], quarters, quarters.from_day, quarters.to_day)

    assert [(row.kind, row.to_day - row.from_day, row.gross, row.status) for row in rows] == [
        (RowKind.ENERGY, 9, Decimal("17.28"), CostStatus.KNOWN),
        (RowKind.ENERGY, 2, Decimal("0.00"), CostStatus.NO_TARIFF),
        (RowKind.ENERGY, 20, Decimal("47.90"), CostStatus.KNOWN),
    ]
    assert rows[1].quantity == 48
