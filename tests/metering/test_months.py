"""Sums of months are always those of their days, whoever writes them and in whatever order."""

from datetime import date
from uuid import UUID

import numpy as np
import pytest

from omavirta.metering.block import encode_block
from omavirta.metering.calendar import day_number, month_days, slots_of_day
from omavirta.metering.months import MonthSum, month_of_day, read_months
from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.reading import Series
from omavirta.metering.series import day_total
from omavirta.metering.writing import IncomingDay, merge_days
from omavirta.storage.database import Database
from support.factory import World

pytestmark = pytest.mark.anyio

OCTOBER = 2025 * 12 + 9


@pytest.fixture
async def point(database: Database) -> UUID:
    return await (await World(database).start()).point()


def day_of(point: UUID, day: date, energy: int, *, unknown_slots: int = 0) -> IncomingDay:
    number = day_number(day)
    values = np.full(slots_of_day(number, 15), energy, dtype=np.int64)
    qualities = np.full(len(values), int(Quality.MEASURED), dtype=np.uint8)
    qualities[:unknown_slots] = ABSENT
    return IncomingDay(point, number, 15, *day_total(values, qualities), encode_block(values, qualities))


async def write(database: Database, *days: IncomingDay, at: int = 1) -> None:
    async with database.transaction() as transaction:
        await merge_days(transaction, Series.CONSUMPTION, list(days), at)


async def months(database: Database, point: UUID) -> list[MonthSum]:
    found = await read_months(database, [point], Series.CONSUMPTION, OCTOBER - 12, OCTOBER + 12)
    return sorted(found[point])


def test_months_are_counted_from_year_zero() -> None:
    assert month_of_day(day_number(date(2025, 10, 31))) == OCTOBER
    assert month_days(OCTOBER) == (day_number(date(2025, 10, 1)), day_number(date(2025, 11, 1)))
    assert month_days(OCTOBER + 2) == (day_number(date(2025, 12, 1)), day_number(date(2026, 1, 1)))


async def test_a_month_follows_its_days(database: Database, point: UUID) -> None:
    await write(
        database,
        day_of(point, date(2025, 10, 26), 10),
        day_of(point, date(2025, 10, 31), 5, unknown_slots=4),
        day_of(point, date(2025, 11, 1), 1),
    )

    assert await months(database, point) == [
        MonthSum(OCTOBER, 100 * 10 + 92 * 5, 2, 1, Quality.PARTIALLY_MISSING),
        MonthSum(OCTOBER + 1, 96, 1, 1, Quality.MEASURED),
    ]

    # A day that does not change changes no month.
    await write(database, day_of(point, date(2025, 10, 26), 10), at=2)
    assert (await months(database, point))[0].revision == 2

    await write(database, day_of(point, date(2025, 10, 31), 6), at=3)
    assert await months(database, point) == [
        MonthSum(OCTOBER, 100 * 10 + 96 * 6, 3, 2, Quality.MEASURED),
        MonthSum(OCTOBER + 1, 96, 1, 1, Quality.MEASURED),
    ]


async def test_a_transaction_that_fails_leaves_no_sum(database: Database, point: UUID) -> None:
    with pytest.raises(RuntimeError, match="stop"):
        async with database.transaction() as transaction:
            await merge_days(transaction, Series.CONSUMPTION, [day_of(point, date(2025, 10, 26), 10)], 1)
            raise RuntimeError("stop")

    assert await months(database, point) == []
