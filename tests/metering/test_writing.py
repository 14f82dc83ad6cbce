"""Of what is stored a delivery reads the days that it has itself."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from omavirta.metering.block import encode_block
from omavirta.metering.calendar import day_number, slots_of_day
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series, SeriesDays, read_totals
from omavirta.metering.series import day_total
from omavirta.metering.writing import IncomingDay, WrittenDays, merge_days
from omavirta.storage.database import Database, Transaction
from support.factory import World

pytestmark = pytest.mark.anyio

FIRST = day_number(date(2025, 1, 1))


def delivered(point: UUID, days: Iterable[int], energy: int) -> list[IncomingDay]:
    found = []
    for day in days:
        values = np.full(slots_of_day(day, 60), energy, dtype=np.int64)
        codes = np.full(len(values), int(Quality.MEASURED), dtype=np.uint8)
        found.append(IncomingDay(point, day, 60, *day_total(values, codes), encode_block(values, codes)))
    return found


async def merge(database: Database, days: list[IncomingDay], at: int) -> WrittenDays:
    async with database.transaction() as transaction:
        return await merge_days(transaction, Series.CONSUMPTION, days, at)


async def test_a_long_delivery_for_one_point_reads_no_more_of_another(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await World(database).start()
    long, short, new = [await world.point(gsrn=f"64300712700000{number:04}") for number in range(3)]
    stored = [day for point in (long, short) for day in delivered(point, range(FIRST, FIRST + 40), 1)]
    assert await merge(database, stored, 1) == WrittenDays(80, 0)
    read: list[int] = []

    def watched(fetch: Any) -> Any:
        async def watch(self: Transaction, sql: str, *params: Any) -> Any:
            rows = await fetch(self, sql, *params)
            if sql.startswith("WITH wanted"):
                read.extend(row[0] - FIRST for row in rows)
            return rows

        return watch

    monkeypatch.setattr(Transaction, "fetch", watched(Transaction.fetch))
    again = [
        *delivered(long, range(FIRST + 30, FIRST + 50), 2),
        *delivered(short, [FIRST + 39], 2),
        *delivered(short, [FIRST], 1),
        *delivered(new, [FIRST + 5], 2),
    ]

    assert await merge(database, again, 2) == WrittenDays(22, 1)

    assert sorted(read) == sorted([*range(30, 40), 39, 0])
    wanted = [SeriesDays(point, Series.CONSUMPTION, ((FIRST, FIRST + 50),)) for point in (long, short, new)]
    totals = await read_totals(database, wanted)
    assert [sum(day.total_micro_kwh or 0 for day in own) for own in totals] == [
        24 * (30 + 2 * 20),
        24 * (39 + 2),
        24 * 2,
    ]
