"""Days of many series at once: each gets its own, in one statement."""

from datetime import date
from uuid import UUID

import pytest

from omavirta.metering.calendar import day_date, day_number
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series, SeriesDays, read_blocks, read_totals
from omavirta.metering.series import DayTotal
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.asked import Asked
from support.factory import World

pytestmark = pytest.mark.anyio

FIRST = day_number(date(2025, 10, 20))
"""The clock changes on the seventh day."""


async def two_points(database: Database) -> list[UUID]:
    """Ten days of each, of which the third of the first is missing: its n-th day has n kWh in each quarter, of production -n."""
    world = await World(database).start()
    points = [await world.point(gsrn=f"64300712700000{number:04}") for number in range(2)]
    for point in points:
        for number in range(10):
            if (point, number) != (points[0], 2):
                for sign, series in ((1, Series.CONSUMPTION), (-1, Series.PRODUCTION)):
                    await world.consumption(
                        point, day_date(FIRST + number), sign * number * 10**6, series=series
                    )
    return points


def total(number: int, sign: int = 1) -> DayTotal:
    return DayTotal(FIRST + number, sign * number * 10**6 * (100 if number == 6 else 96), Quality.MEASURED)


async def test_each_series_gets_the_days_of_its_own_ranges(database: Database) -> None:
    one, other = await two_points(database)
    asked = Asked.of(database)
    wanted = [
        SeriesDays(other, Series.CONSUMPTION, ((FIRST + 1, FIRST + 3), (FIRST + 6, FIRST + 7))),
        SeriesDays(one, Series.CONSUMPTION, ((FIRST - 10, FIRST + 4),)),
        SeriesDays(one, Series.PRODUCTION, ((FIRST + 9, FIRST + 99),)),
        SeriesDays(new_id(), Series.CONSUMPTION, ((FIRST, FIRST + 10),)),
        SeriesDays(one, Series.CONSUMPTION, ()),
        SeriesDays(one, Series.CONSUMPTION, ((FIRST + 3, FIRST + 4),)),
    ]

    totals = await read_totals(database, wanted)
    assert asked.taken()[0] == 1
    blocks = await read_blocks(database, wanted)
    assert asked.taken()[0] == 1

    assert list(map(sorted, totals)) == [
        [total(1), total(2), total(6)],
        [total(0), total(1), total(3)],
        [total(9, -1)],
        [],
        [],
        [total(3)],
    ]
    assert [sorted(own.days) for own in blocks] == [sorted(day.day for day in own) for own in totals]
    for own, of_days in zip(blocks, totals, strict=True):
        assert own.decoded(15)[1].values.sum() == sum(day.total_micro_kwh or 0 for day in of_days)
    for each, own_totals in zip(wanted, totals, strict=True):
        assert await read_totals(database, [each]) == [own_totals]


async def test_nothing_is_asked_of_nothing(database: Database) -> None:
    assert await read_totals(database, []) == []
    assert await read_blocks(database, []) == []


async def test_a_day_of_which_nothing_is_known_has_no_total(database: Database) -> None:
    world = await World(database).start()
    point = await world.point()
    await world.consumption(point, day_date(FIRST), 0, [Quality.MISSING] + [ABSENT] * 95)

    (totals,) = await read_totals(database, [SeriesDays(point, Series.CONSUMPTION, ((FIRST, FIRST + 1),))])

    assert totals == [DayTotal(FIRST, None, Quality.MISSING)]
