"""What months cost, out of what is kept of them: the same as out of every quarter, and of no more days than it takes."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from omavirta.contracts import agreements
from omavirta.contracts.agreement import Agreement
from omavirta.contracts.costs import cost_series, priced_points
from omavirta.contracts.month_costs import PointMonths, keep_months, month_cost_series, read_point_months
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import Attributes, CostStatus, VatTreatment
from omavirta.contracts.vat_treatment import month_vat_series, vat_series
from omavirta.metering.block import encode_block
from omavirta.metering.calendar import Int64Array, Resolution, day_number, day_start, slots_of_day
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series
from omavirta.metering.series import day_total
from omavirta.metering.writing import IncomingDay, merge_days
from omavirta.prices.store import write_prices
from omavirta.storage.database import Database, open_database
from omavirta.storage.migrate import migrate_database
from support.asked import Asked
from support.factory import World
from support.tariff import agreement, price

pytestmark = pytest.mark.anyio

SPOT = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.49"))


async def points_of(database: Database, count: int) -> list[UUID]:
    world = await World(database).start()
    return [await world.point(gsrn=f"643007127{number:09}") for number in range(count)]


async def meter(
    database: Database,
    point: UUID,
    days: Iterable[int],
    random: np.random.Generator | None = None,
    *,
    when: int = 1,
) -> None:
    """Quarters of 0.25 kWh, or random ones of which some are not known."""
    written = []
    for day in days:
        energy = np.full(slots_of_day(day, 15), 250_000, dtype=np.int64)
        codes = np.full(len(energy), int(Quality.MEASURED), dtype=np.uint8)
        if random is not None:
            energy = random.integers(0, 3_000_000, len(energy))
            if random.random() < 0.1:
                codes[: random.integers(1, len(energy))] = ABSENT
                energy[codes == ABSENT] = 0
        written.append(IncomingDay(point, day, 15, *day_total(energy, codes), encode_block(energy, codes)))
    async with database.transaction() as transaction:
        await merge_days(transaction, Series.CONSUMPTION, written, when)


async def write_spot(
    database: Database, first: int, end: int, prices: Int64Array | int = 5_000_000, *, when: int = 1
) -> None:
    start = day_start(first) // 900
    count = day_start(end) // 900 - start
    async with database.transaction() as transaction:
        await write_prices(
            transaction,
            "FI",
            start + np.arange(count),
            np.broadcast_to(np.asarray(prices, dtype=np.int64), (count,)),
            np.zeros(count, dtype=np.bool_),
            when,
        )


async def keep(database: Database, months: Iterable[PointMonths]) -> None:
    await keep_months(database, [month for point in months for month in point.fresh])


def days_of(first: date, end: date) -> list[int]:
    return list(range(day_number(first), day_number(end)))


HOME = day_number(date(2024, 12, 1)), day_number(date(2026, 2, 1))
"""With both changes of the clock."""


def random_agreements(random: np.random.Generator) -> list[Agreement]:
    """Two contracts that take turns, with days of neither; prices and VAT change within a month, or are missing."""
    change, resumed = date(2025, 6, 14), date(2025, 6, int(random.choice([15, 18])))
    kinds: list[tuple[ProductKind, Sequence[Kind], str]] = [
        (ProductKind.SPOT, [Kind.MARGIN], "1"),
        (ProductKind.SPOT_AND_FIXED, [Kind.MARGIN, Kind.ENERGY], "0.25"),
        (ProductKind.CONSUMPTION_IMPACT, [Kind.ENERGY], "1"),
        (ProductKind.TIME_OF_USE, [Kind.DAY_ENERGY, Kind.NIGHT_ENERGY], "1"),
    ]
    terms = []
    for index in random.choice(len(kinds), 2, replace=False).tolist():
        kind, components, share = kinds[index]
        prices = [
            each
            for component in components
            for each in (
                price(component, f"{random.integers(-100, 900) / 100}", vat_rate="24", valid_to=change),
                price(component, f"{random.integers(-100, 900) / 100}", valid_from=resumed),
            )
        ]
        floor = Decimal(0) if random.random() < 0.3 else None
        terms.append((kind, tuple(prices), Attributes(Decimal(share), floor)))
    edges = sorted(random.choice(np.arange(HOME[0] + 20, HOME[1] - 20), 4, replace=False).tolist())
    found = []
    for turn, (first, end) in enumerate(pairwise([HOME[0], *edges, HOME[1]])):
        gap = int(random.choice([0, 0, 5]))
        if first + gap < end:
            found.append(Agreement(UUID(int=1 + turn % 2), first + gap, end, *terms[turn % 2]))
    return found


def require_same(found: PointMonths, point: UUID, expected: dict[UUID, Any], days: tuple[int, int]) -> None:
    for resolution in (Resolution.MONTH, Resolution.YEAR):
        months = month_cost_series(found, resolution)
        quarters = cost_series(expected[point], *days, resolution)
        assert (months.total, months.status) == (quarters.total, quarters.status)
        np.testing.assert_array_equal(months.costs, quarters.costs)
        np.testing.assert_array_equal(months.statuses, quarters.statuses)
        np.testing.assert_allclose(months.prices, quarters.prices, rtol=1e-14, atol=1e-12)
        vat = month_vat_series(found, months, resolution)
        of_quarters = vat_series(expected[point], quarters, *days, resolution)
        assert (vat.names(), vat.whole) == (of_quarters.names(), of_quarters.whole)


@pytest.mark.parametrize("seed", range(6))
async def test_whatever_is_kept_months_cost_what_their_quarters_do(database: Database, seed: int) -> None:
    random = np.random.default_rng(seed)
    points = await points_of(database, 3)
    months = [random.integers(-9_000_000, 12_000_000) for _ in range(24)]
    by_days = np.array([months[day // 28 % 24] for day in range(*HOME)])
    for first in range(HOME[0], HOME[1], 20):
        end = min(first + 20, HOME[1])
        size = (day_start(end) - day_start(first)) // 900
        level = by_days[first - HOME[0]]
        await write_spot(database, first, end, random.integers(level - 3_000_000, level + 3_000_000, size))
    for point in points:
        # The first days of each month are always there.
        days = [day for day in range(*HOME) if day % 30 < 3 or random.random() < 0.95]
        await meter(database, point, days, random)
    agreements = {point: random_agreements(random) for point in points}

    for turn in range(12):
        first, end = sorted(random.choice(np.arange(*HOME), 2, replace=False).tolist())
        found = await read_point_months(database, agreements, first, end)
        quarters = await priced_points(database, agreements, first, end)
        for point in points:
            require_same(found[point], point, quarters, (first, end))
        # Some of what could be kept is, and now and then something changes.
        fresh = [month for point in found.values() for month in point.fresh]
        await keep_months(database, [month for month in fresh if random.random() < 0.7])
        if random.random() < 0.4:
            point, day = points[int(random.integers(3))], int(random.integers(*HOME))
            await meter(database, point, [day], random, when=2 + turn)
        if random.random() < 0.2:
            day = int(random.integers(*HOME))
            await write_spot(
                database, day, day + 1, int(random.integers(-9_000_000, 9_000_000)), when=2 + turn
            )
        if random.random() < 0.2:
            agreements[points[0]] = random_agreements(random)


ODD = day_number(date(2023, 10, 10)), day_number(date(2026, 10, 21))
EDGES = [*days_of(date(2023, 10, 1), date(2023, 11, 1)), *days_of(date(2026, 10, 1), date(2026, 11, 1))]


async def test_of_an_odd_period_whose_months_are_kept_only_the_edges_are_read(database: Database) -> None:
    (point,) = await points_of(database, 1)
    every = days_of(date(2023, 10, 1), date(2026, 11, 1))
    await meter(database, point, every)
    await write_spot(database, every[0], every[-1] + 1)
    agreements = {point: [SPOT]}
    asked = Asked.of(database)

    computed = await read_point_months(database, agreements, *ODD)
    assert asked.taken()[1] == every
    await keep(database, computed.values())
    again = await read_point_months(database, agreements, *ODD)

    assert asked.taken()[1] == EDGES
    assert again[point].fresh == []
    require_same(again[point], point, await priced_points(database, agreements, *ODD), ODD)
    # The months at the edges were kept too.
    asked.taken()
    await read_point_months(database, agreements, every[0], every[-1] + 1)
    assert asked.taken() == (1, [])

    # One price is corrected, and one day metered anew: of the months between, those two are read.
    await write_spot(database, day_number(date(2025, 1, 9)), day_number(date(2025, 1, 10)), 7_000_000, when=2)
    await meter(database, point, [day_number(date(2024, 2, 29))], np.random.default_rng(1), when=2)
    asked.taken()
    corrected = await read_point_months(database, agreements, *ODD)
    inner = [*days_of(date(2024, 2, 1), date(2024, 3, 1)), *days_of(date(2025, 1, 1), date(2025, 2, 1))]
    assert asked.taken()[1] == sorted([*EDGES, *inner])
    require_same(corrected[point], point, await priced_points(database, agreements, *ODD), ODD)


async def test_of_each_point_its_own_months_are_read(database: Database) -> None:
    kept, new = await points_of(database, 2)
    every = days_of(date(2025, 1, 1), date(2025, 7, 1))
    await meter(database, kept, every)
    await meter(database, new, every)
    await write_spot(database, every[0], every[-1] + 1)
    period = day_number(date(2025, 1, 10)), day_number(date(2025, 6, 20))
    computed = await read_point_months(database, {kept: [SPOT]}, *period)
    await keep(database, computed.values())
    asked = Asked.of(database)

    found = await read_point_months(database, {kept: [SPOT], new: [SPOT]}, *period)

    edges = [*days_of(date(2025, 1, 1), date(2025, 2, 1)), *days_of(date(2025, 6, 1), date(2025, 7, 1))]
    assert asked.taken()[1] == sorted([*every, *edges])
    quarters = await priced_points(database, {kept: [SPOT], new: [SPOT]}, *period)
    for point in (kept, new):
        require_same(found[point], point, quarters, period)


@pytest.mark.parametrize("count", [1, 100])
async def test_a_fixed_number_of_statements(database: Database, count: int) -> None:
    points = await points_of(database, count)
    for number, point in enumerate(points):
        # The months between are others for each.
        between = date(2024 + number % 3, 1 + number % 9, 1)
        await meter(database, point, map(day_number, (date(2023, 10, 15), between, date(2026, 10, 5))))
    await write_spot(database, day_number(date(2024, 1, 1)), day_number(date(2024, 1, 8)))
    agreements = {point: [SPOT] for point in points}
    asked = Asked.of(database)

    computed = await read_point_months(database, agreements, *ODD)
    # What is kept, blocks, and day-ahead prices: which there are, and those that are not in memory.
    assert (asked.taken()[0], len(computed[points[-1]].fresh)) == (4, 3)
    await keep(database, computed.values())
    asked.taken()
    again = await read_point_months(database, agreements, *ODD)
    statements, days = asked.taken()
    assert (statements, len(days)) == (3, 2 * count)
    assert again.keys() == set(points)


async def test_a_part_of_a_month_that_is_a_credit_is_without_vat(database: Database) -> None:
    """Its own days may cost more than nothing."""
    (point,) = await points_of(database, 1)
    first, middle, end = (
        day_number(date(2025, 5, 1)),
        day_number(date(2025, 5, 11)),
        day_number(date(2025, 6, 1)),
    )
    await meter(database, point, range(first, end))
    # 10^-5 EUR/MWh: 10 c/kWh, then -10.
    await write_spot(database, first, middle, 10_000_000)
    await write_spot(database, middle, end, -10_000_000)
    free = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0"))

    for _ in range(2):
        months = await read_point_months(database, {point: [free]}, first, middle)
        series = month_cost_series(months[point], Resolution.MONTH)
        assert series.costs.tolist() == [10 * 96 * 0.25 * 0.10]
        vat = month_vat_series(months[point], series, Resolution.MONTH)
        assert (vat.names(), vat.whole) == (["OUTSIDE"], VatTreatment.OUTSIDE)
        await keep(database, months.values())


async def test_what_was_kept_before_the_tax_was_kept_with_it_is_computed_anew(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = day_number(date(2025, 5, 1)), day_number(date(2025, 6, 1))
    free = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0"))
    async with open_database(database_url) as database:
        (point,) = await points_of(database, 1)
        await meter(database, point, range(*days))
        await write_spot(database, *days, -5_000_000)
        with monkeypatch.context() as before:
            before.setattr(agreements, "_VERSION", 1)
            agreements._fingerprint.cache_clear()
            await keep(database, (await read_point_months(database, {point: [free]}, *days)).values())
        agreements._fingerprint.cache_clear()
        async with database.transaction() as transaction:
            await transaction.fetch("ALTER TABLE cost_month DROP COLUMN outside_vat")
            await transaction.execute("DELETE FROM tortoise_migrations WHERE name = $1", "0008_outside_vat")
    await migrate_database(database_url)

    async with open_database(database_url) as database:
        months = await read_point_months(database, {point: [free]}, *days)
        assert len(months[point].fresh) == 1
        series = month_cost_series(months[point], Resolution.MONTH)
        assert month_vat_series(months[point], series, Resolution.MONTH).whole is VatTreatment.OUTSIDE
        await keep(database, months.values())
        assert (await read_point_months(database, {point: [free]}, *days))[point].fresh == []


async def test_a_month_that_is_not_metered_parts_what_is_read(database: Database) -> None:
    (point,) = await points_of(database, 1)
    metered = [*days_of(date(2025, 1, 1), date(2025, 2, 1)), *days_of(date(2025, 3, 1), date(2025, 4, 1))]
    await meter(database, point, metered)
    await write_spot(database, metered[0], metered[-1] + 1)
    asked = Asked.of(database)

    months = await read_point_months(database, {point: [SPOT]}, metered[0], metered[-1] + 1)

    assert asked.taken()[1] == metered
    series = month_cost_series(months[point], Resolution.MONTH)
    assert series.statuses.tolist() == [CostStatus.KNOWN, CostStatus.NO_ENERGY, CostStatus.KNOWN]
