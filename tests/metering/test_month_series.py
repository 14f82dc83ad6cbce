"""Months and years out of the sums of months: the same as out of all days, and of no more days than it takes."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from uuid import UUID

import numpy as np
import pytest

from omavirta.metering.block import encode_block
from omavirta.metering.calendar import Resolution, day_date, day_number, day_start, month_days, slots_of_day
from omavirta.metering.month_series import from_months, months_by_days, tell_all
from omavirta.metering.months import MonthSum, month_of_day, read_months
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series, SeriesDays, read_totals
from omavirta.metering.series import EnergySeries, View, day_total, from_totals
from omavirta.metering.writing import IncomingDay, merge_days
from omavirta.storage.database import Database
from support.asked import Asked
from support.factory import World

pytestmark = pytest.mark.anyio

HOME = day_number(date(2024, 12, 1)), day_number(date(2026, 2, 1))
"""With both changes of the clock."""
MONTHS = range(month_of_day(HOME[0]), month_of_day(HOME[1]))
ALL = (day_number(date(2024, 10, 1)), day_number(date(2026, 4, 1)))
"""A little more than is metered."""


def random_days(point: UUID, random: np.random.Generator) -> Iterable[IncomingDay]:
    """Months known whole, with gaps, of which no day is known whole, or of which no day is there."""
    for month in MONTHS:
        kind = random.choice(["whole", "gaps", "unknown", "nothing"], p=[0.5, 0.3, 0.1, 0.1])
        for day in range(*month_days(month)):
            if kind == "nothing" or (kind != "whole" and random.random() < 0.1):
                continue
            energy = random.integers(0, 3_000_000, slots_of_day(day, 15))
            codes = np.full(len(energy), random.choice([Quality.MEASURED, Quality.ESTIMATED]), dtype=np.uint8)
            if kind == "unknown" or (kind == "gaps" and random.random() < 0.2):
                codes[: random.integers(1, len(energy))] = random.choice([ABSENT, Quality.MISSING])
                codes[-1] = random.choice([Quality.MEASURED, Quality.MISSING])
                energy[(codes == ABSENT) | (codes == Quality.MISSING)] = 0
            yield IncomingDay(point, day, 15, *day_total(energy, codes), encode_block(energy, codes))


async def metered_points(database: Database, random: np.random.Generator, count: int) -> list[UUID]:
    world = await World(database).start()
    points = [await world.point(gsrn=f"643007127{number:09}") for number in range(count)]
    for point in points:
        async with database.transaction() as transaction:
            await merge_days(transaction, Series.CONSUMPTION, list(random_days(point, random)), 1)
    return points


def random_period(random: np.random.Generator, within: tuple[int, int] = ALL) -> tuple[int, int]:
    first, end = sorted(random.choice(np.arange(*within), 2, replace=False).tolist())
    return first, end


def random_view(random: np.random.Generator) -> View:
    """Of any period, now and then of whole months; to whom all of it may be seen, or the days of one or two contracts."""
    first, end = random_period(random)
    if random.random() < 0.3:
        first, end = month_days(month_of_day(first))[0], month_days(month_of_day(end))[1]
    return View(
        first,
        end,
        Resolution.MONTH if random.random() < 0.5 else Resolution.YEAR,
        None if random.random() < 0.1 else day_start(int(random.integers(*ALL))),
        None if random.random() < 0.3 else [random_period(random) for _ in range(random.integers(0, 3))],
    )


class Told(NamedTuple):
    energy: list[int]
    qualities: list[int]
    total: int | None
    quality: Quality

    @classmethod
    def of(cls, series: EnergySeries) -> "Told":
        codes = series.quality_codes
        return cls(series.energy_micro_kwh.tolist(), codes.tolist(), series.total_micro_kwh, series.quality)


@pytest.mark.parametrize("seed", range(4))
async def test_whatever_months_tell_it_is_the_same_as_all_days_do(database: Database, seed: int) -> None:
    random = np.random.default_rng(seed)
    points = await metered_points(database, random, 3)
    months = await read_months(database, points, Series.CONSUMPTION, MONTHS.start, MONTHS.stop)
    of_month = {id_: {month.month: month for month in own} for id_, own in months.items()}
    asked = Asked.of(database)

    for _ in range(40):
        # Of each point another period, read together.
        views = {point: random_view(random) for point in points}
        wanted = [
            SeriesDays(id_, Series.CONSUMPTION, months_by_days(view, of_month[id_]))
            for id_, view in views.items()
        ]
        totals = await read_totals(database, wanted)
        statements, days = asked.taken()
        assert statements == 1
        whole = [SeriesDays(id_, Series.CONSUMPTION, (ALL,)) for id_ in points]
        for (point, view), own, every in zip(
            views.items(), totals, await read_totals(database, whole), strict=True
        ):
            assert Told.of(from_months(view, of_month[point], own)) == Told.of(from_totals(view, every))
            if tell_all(view, of_month[point]):
                assert own == []
        assert len(days) == sum(map(len, totals))
        asked.taken()


def whole_months(first: date, end: date) -> dict[int, MonthSum]:
    """Known from end to end."""
    months = range(month_of_day(day_number(first)), month_of_day(day_number(end)))
    return {
        month: MonthSum(month, 1, 1, last - start, Quality.MEASURED)
        for month in months
        for start, last in [month_days(month)]
    }


def ranges(view: View, months: dict[int, MonthSum]) -> list[tuple[str, str]]:
    return [(str(day_date(first)), str(day_date(end))) for first, end in months_by_days(view, months)]


def asked_for(first: date, end: date, *visible: tuple[date, date]) -> View:
    seen = [(day_number(begin), day_number(last)) for begin, last in visible] or None
    return View(day_number(first), day_number(end), Resolution.MONTH, None, seen)


def test_of_an_odd_period_the_days_of_its_edges_are_needed() -> None:
    months = whole_months(date(2022, 1, 1), date(2026, 1, 1))

    assert ranges(asked_for(date(2023, 1, 15), date(2025, 11, 20)), months) == [
        ("2023-01-15", "2023-02-01"),
        ("2025-11-01", "2025-11-20"),
    ]
    assert ranges(asked_for(date(2023, 1, 1), date(2025, 11, 1)), months) == []
    assert ranges(asked_for(date(2023, 1, 15), date(2023, 2, 10)), months) == [("2023-01-15", "2023-02-10")]


def test_of_a_month_between_of_which_no_day_is_known_whole_the_days_are_needed() -> None:
    months = whole_months(date(2025, 1, 1), date(2026, 1, 1))
    may = month_of_day(day_number(date(2025, 5, 1)))
    months[may] = months[may]._replace(complete_days=0)
    # Of the next nothing is stored.
    del months[may + 1]

    assert ranges(asked_for(date(2025, 1, 1), date(2026, 1, 1)), months) == [("2025-05-01", "2025-06-01")]


def test_days_that_may_not_be_seen_are_not_needed() -> None:
    months = whole_months(date(2020, 1, 1), date(2026, 1, 1))
    one, next_ = (date(2024, 3, 10), date(2024, 8, 5)), (date(2024, 8, 5), date(2025, 2, 20))

    both = asked_for(date(2020, 1, 1), date(2026, 1, 1), next_, one)
    assert ranges(both, months) == [
        ("2024-03-10", "2024-04-01"),
        ("2024-08-01", "2024-09-01"),
        ("2025-02-01", "2025-02-20"),
    ]
    # Two contracts of the same days.
    overlapping = asked_for(date(2024, 8, 2), date(2024, 8, 30), one, (date(2024, 8, 1), date(2024, 8, 20)))
    assert ranges(overlapping, months) == [("2024-08-02", "2024-08-20")]
    nothing = asked_for(date(2020, 1, 15), date(2020, 9, 9), one)
    assert ranges(nothing, months) == []
