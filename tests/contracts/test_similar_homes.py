"""Groups of similar homes as the database computes them, against plain Python; and what no group may tell."""

import asyncio
from datetime import date

import numpy as np
import pytest

from omavirta.contracts.models import Contract
from omavirta.contracts.similar_homes import (
    EVERY_HOME,
    compute_groups,
    forget_groups,
    read_groups,
    similar_groups,
)
from omavirta.metering.comparison import Dwelling, Heating, Months
from omavirta.metering.comparison_statistics import kept_ranks
from omavirta.metering.models import MeteringPoint
from omavirta.storage.database import Database
from support.factory import World
from support.homes import FLAT, home, use

pytestmark = pytest.mark.anyio

OCTOBER = Months(2026 * 12 + 9, 1)
YEAR_2025 = Months(2025 * 12, 12)
KEY = "FLAT/DISTRICT/2/SQUARE_METRES/40"


@pytest.fixture
async def world(database: Database) -> World:
    return await World(database).start()


async def flats(world: World, count: int, first: int = 1_000) -> list[int]:
    values = [first + 17 * number % 101 for number in range(count)]
    for value in values:
        await home(world, [(OCTOBER.first, value)])
    return values


async def test_a_group_is_what_its_homes_used(world: World) -> None:
    values = await flats(world, 20)
    found = await similar_groups(world.database, OCTOBER)
    assert found.homes == 20
    assert list(found.groups) == [KEY]
    group = found.groups[KEY]
    assert (group.homes, group.customers, group.total) == (20, 20, sum(values))
    assert group.steps == sorted(values)


@pytest.mark.parametrize("count", [101, 137, 250])
async def test_of_many_homes_the_ranks_are_kept_that_python_expects(world: World, count: int) -> None:
    random = np.random.default_rng(count)
    values = random.integers(0, 300, count).tolist()
    customers = [await world.customer() for _ in range(25)]
    for number, value in enumerate(values):
        await home(world, [(OCTOBER.first, value)], customer=customers[number % 25])
    group = (await similar_groups(world.database, OCTOBER)).groups[KEY]
    assert (group.homes, group.customers) == (count, 25)
    assert group.steps == [sorted(values)[rank - 1] for rank in kept_ranks(count)]


async def test_nineteen_homes_are_no_group(world: World) -> None:
    await flats(world, 19)
    found = await similar_groups(world.database, OCTOBER)
    assert (found.groups, found.homes) == ({}, 19)


async def test_a_customer_with_many_homes_makes_no_group(world: World) -> None:
    await flats(world, 18)
    landlord = await world.customer()
    for number in range(10):
        await home(world, [(OCTOBER.first, number)], customer=landlord)
    assert (await similar_groups(world.database, OCTOBER)).groups == {}
    await home(world, [(OCTOBER.first, 1)])
    group = (await similar_groups(world.database, OCTOBER)).groups[KEY]
    assert (group.homes, group.customers) == (29, 20)


async def test_homes_that_are_not_similar_are_not_in_it(world: World) -> None:
    await flats(world, 20)
    for what in (
        FLAT._replace(dwelling=Dwelling.ROW_HOUSE),
        FLAT._replace(heating=Heating.OIL),
        FLAT._replace(climate_zone=3),
        FLAT._replace(floor_area_m2=60),
        FLAT._replace(dwelling=None),
        FLAT._replace(heating=None),
        FLAT._replace(climate_zone=None),
    ):
        await home(world, [(OCTOBER.first, 10**6)], what=what)
    found = await similar_groups(world.database, OCTOBER)
    assert {key: group.homes for key, group in found.groups.items()} == {KEY: 20}
    assert found.homes == 24


async def test_incomplete_months_and_days_of_two_customers_do_not_count(world: World) -> None:
    await flats(world, 20)
    october = [(OCTOBER.first, 10**6)]
    await home(world, october, missing_days=1)
    await home(world, october, start=date(2026, 10, 2))
    await home(world, october, end=date(2026, 10, 30))
    # One moved out, the other in: the month is nobody's.
    shared = await home(world, october, end=date(2026, 10, 15))
    await world.contract(await world.customer(), shared, date(2026, 10, 16))
    # A coming and an ended contract of others take nothing away.
    kept = await home(world, [(OCTOBER.first, 5)], start=date(2026, 10, 1), end=date(2026, 10, 31))
    await world.contract(await world.customer(), kept, date(2026, 11, 1))
    await world.contract(await world.customer(), kept, date(2019, 1, 1), date(2026, 9, 30))
    # One customer who changed the product in the middle of the month stays one customer.
    customer = await world.customer()
    changed = await home(world, [(OCTOBER.first, 7)], customer=customer, end=date(2026, 10, 15))
    await world.contract(customer, changed, date(2026, 10, 16))
    group = (await similar_groups(world.database, OCTOBER)).groups[KEY]
    assert (group.homes, group.customers) == (22, 22)
    assert group.steps[:2] == [5, 7]


async def test_a_year_needs_all_its_months(world: World) -> None:
    months = range(YEAR_2025.first, YEAR_2025.end)
    for number in range(21):
        await home(world, [(month, number) for month in months])
    await home(world, [(month, 10**9) for month in months[1:]])
    group = (await similar_groups(world.database, YEAR_2025)).groups[KEY]
    assert group.steps == [12 * number for number in range(21)]


async def test_homes_without_floor_area_are_sized_by_the_year_before_of_one_customer(world: World) -> None:
    what = FLAT._replace(floor_area_m2=None)
    before = range(OCTOBER.first - 12, OCTOBER.first)
    for number in range(20):
        await home(world, [(month, 160 * 10**6) for month in before] + [(OCTOBER.first, number)], what=what)
    # Another class, a month that is not known, a customer who came half a year ago.
    await home(world, [(month, 170 * 10**6) for month in before] + [(OCTOBER.first, 99)], what=what)
    await home(world, [(month, 160 * 10**6) for month in before[1:]] + [(OCTOBER.first, 99)], what=what)
    await home(
        world,
        [(month, 160 * 10**6) for month in before] + [(OCTOBER.first, 99)],
        what=what,
        start=date(2026, 4, 1),
    )
    found = await similar_groups(world.database, OCTOBER)
    assert list(found.groups) == ["FLAT/DISTRICT/2/KWH_A_YEAR/1000"]
    assert found.groups["FLAT/DISTRICT/2/KWH_A_YEAR/1000"].steps == list(range(20))
    assert found.homes == 21


async def test_what_has_been_told_stays_whatever_is_corrected_and_whoever_comes_or_goes(world: World) -> None:
    homes = [await home(world, [(OCTOBER.first, 1_000 + number)]) for number in range(24)]
    assert await compute_groups(world.database, OCTOBER, 1) == 1
    told = await read_groups(world.database, OCTOBER, [KEY])
    assert (told[KEY].group.homes, told[KEY].computed_at) == (24, 1)

    await use(world, homes[0], [(OCTOBER.first, 10**9)])
    await use(world, homes[1], [(OCTOBER.first, 1)], missing_days=1)
    await home(world, [(OCTOBER.first, 3)])
    with world.database.orm():
        await MeteringPoint.filter(id=homes[2]).update(floor_area_m2=150)
        await Contract.filter(metering_point_id=homes[3]).update(end_date=date(2026, 10, 20))
        await Contract.filter(metering_point_id=homes[4]).delete()
    assert (await similar_groups(world.database, OCTOBER)).groups[KEY].homes == 24 - 4 + 1
    await compute_groups(world.database, OCTOBER, 2)

    assert await read_groups(world.database, OCTOBER, [KEY]) == told
    assert await read_groups(world.database, OCTOBER._replace(length=2), [KEY]) == {}


async def test_a_group_that_was_too_small_stays_untold(world: World) -> None:
    await flats(world, 19)
    await home(world, [(OCTOBER.first, 1)], what=FLAT._replace(heating=Heating.OIL))
    assert await compute_groups(world.database, OCTOBER, 1) == 0
    await flats(world, 2)
    await compute_groups(world.database, OCTOBER, 2)
    assert set(await read_groups(world.database, OCTOBER, [KEY])) == {EVERY_HOME}


async def test_of_fewer_homes_than_a_group_takes_nothing_was_told_so_they_are_computed_again(
    world: World,
) -> None:
    await flats(world, 19)
    assert await compute_groups(world.database, OCTOBER, 1) == 0
    await flats(world, 2)
    assert await compute_groups(world.database, OCTOBER, 2) == 1
    found = await read_groups(world.database, OCTOBER, [KEY, "no such group"])
    assert {key: (each.group.homes, each.computed_at) for key, each in found.items()} == {
        EVERY_HOME: (21, 2),
        KEY: (21, 2),
    }


async def test_forgotten_months_are_computed_anew(world: World) -> None:
    await flats(world, 21)
    await compute_groups(world.database, OCTOBER, 1)
    await compute_groups(world.database, YEAR_2025, 1)
    await home(world, [(OCTOBER.first, 3)])
    await forget_groups(world.database, OCTOBER)
    assert await read_groups(world.database, OCTOBER, [KEY]) == {}
    assert EVERY_HOME in await read_groups(world.database, YEAR_2025, [KEY])
    assert await compute_groups(world.database, OCTOBER, 2) == 1
    assert (await read_groups(world.database, OCTOBER, [KEY]))[KEY].group.steps[0] == 3


async def test_of_two_servers_that_compute_the_same_months_at_once_the_first_is_kept(world: World) -> None:
    await flats(world, 21)
    for _ in range(10):
        counts = await asyncio.gather(*(compute_groups(world.database, OCTOBER, now) for now in range(1, 9)))
        assert counts == [1] * 8
        rows = await world.database.fetch("SELECT group_key, computed_at FROM comparison_group")
        assert {row[0] for row in rows} == {EVERY_HOME, KEY}
        assert len({row[1] for row in rows}) == 1
        await forget_groups(world.database, OCTOBER)
