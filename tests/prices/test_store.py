"""Prices in the database: what replaces what, and how they are read at each resolution."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from omavirta.metering.calendar import Resolution, day_number, day_start
from omavirta.prices.store import WrittenDays, read_prices, read_quarters, write_prices
from omavirta.storage.database import Database

pytestmark = pytest.mark.anyio

DAY = date(2026, 1, 12)
NUMBER = day_number(DAY)
FIRST_QUARTER = day_start(NUMBER) // 900
OLD, NEW = 1_000, 2_000


async def write(
    database: Database, prices: list[float], *, at: int = 0, when: int = OLD, of_hours: bool = False
) -> WrittenDays:
    """EUR/MWh of the quarters (of hours: of the hours) from one on, in c/kWh when read: a tenth."""
    values = np.repeat(np.rint(np.array(prices) * 10**5).astype(np.int64), 4 if of_hours else 1)
    quarters = FIRST_QUARTER + at + np.arange(len(values), dtype=np.int64)
    async with database.transaction() as transaction:
        return await write_prices(
            transaction, "FI", quarters, values, np.full(len(values), of_hours), source_time=when
        )


async def read(
    database: Database, resolution: Resolution = Resolution.QUARTER_HOUR, days: int = 1, first: int = NUMBER
) -> list[float | None]:
    return (await read_prices(database, "FI", first, first + days, resolution)).cents_per_kwh


async def stored(database: Database) -> list[tuple[object, ...]]:
    rows = await database.fetch(
        "SELECT day, resolution, data, source_time, revision FROM price_day ORDER BY day"
    )
    return [tuple(row[index] for index in range(5)) for row in rows]


async def test_a_day_is_read_as_it_was_written(database: Database) -> None:
    prices = [round(-3 + quarter / 7, 5) for quarter in range(96)]
    assert await write(database, prices) == WrittenDays(1, 0)
    assert await read(database) == [pytest.approx(price / 10, abs=1e-12) for price in prices]


async def test_a_day_of_whole_hours_is_kept_as_hours_and_read_as_quarters(database: Database) -> None:
    await write(database, [float(hour) for hour in range(24)], of_hours=True)
    assert [row[1] for row in await stored(database)] == [60]
    assert (await read(database))[:5] == [0.0, 0.0, 0.0, 0.0, 0.1]


async def test_prices_do_not_leak_into_the_next_local_day(database: Database) -> None:
    assert await write(database, [1.0] * 8, at=92) == WrittenDays(2, 0)
    assert await read(database) == [None] * 92 + [0.1] * 4
    assert (await read(database, days=2))[96:101] == [0.1] * 4 + [None]


@pytest.mark.parametrize(("day", "quarters"), [(date(2026, 3, 29), 92), (date(2026, 10, 25), 100)])
async def test_days_of_the_clock_changes(database: Database, day: date, quarters: int) -> None:
    offset = day_start(day_number(day)) // 900 - FIRST_QUARTER
    await write(database, [float(price) for price in range(quarters)], at=offset)
    assert await read(database, first=day_number(day)) == [price / 10 for price in range(quarters)]
    assert len(await read(database, Resolution.HOUR, first=day_number(day))) == quarters // 4


async def test_coarser_prices_are_plain_means(database: Database) -> None:
    await write(database, [float(price) for price in range(96)])
    await write(database, [48.0] * 96, at=96)
    assert (await read(database, Resolution.HOUR))[:2] == [0.15, 0.55]
    assert await read(database, Resolution.DAY, days=2) == [4.75, 4.8]
    assert await read(database, Resolution.MONTH, days=2) == [4.775]
    assert await read(database, Resolution.YEAR, days=2) == [4.775]


async def test_a_mean_that_lacks_one_quarter_is_not_known(database: Database) -> None:
    await write(database, [10.0] * 95)
    assert (await read(database, Resolution.HOUR))[-2:] == [1.0, None]
    assert await read(database, Resolution.DAY) == [None]


async def test_the_same_again_writes_nothing(database: Database) -> None:
    prices = [1.0, 2.0, 3.0, 4.0] * 24
    await write(database, prices)
    before = await stored(database)
    for when in (OLD, OLD - 1, NEW):
        assert await write(database, prices, when=when) == WrittenDays(0, 1)
    assert await stored(database) == before


async def test_newer_prices_replace_and_older_ones_only_fill(database: Database) -> None:
    await write(database, [1.0, 2.0, 3.0, 4.0], when=OLD)
    assert await write(database, [9.0], at=1, when=NEW) == WrittenDays(1, 0)
    assert (await read(database))[:4] == [0.1, 0.9, 0.3, 0.4]
    await write(database, [7.0, 7.0, 7.0, 7.0, 7.0], when=OLD)
    assert (await read(database))[:6] == [0.1, 0.9, 0.3, 0.4, 0.7, None]


async def test_a_corrected_quarter_may_make_its_hour_even(database: Database) -> None:
    await write(database, [1.0, 2.0, 1.0, 1.0], when=OLD)
    await write(database, [1.0, 1.0, 1.0, 1.0], when=NEW)
    assert (await read(database))[:4] == [0.1] * 4


async def test_an_hours_price_does_not_replace_quarters_that_differ(database: Database) -> None:
    await write(database, [1.0, 2.0, 3.0, 4.0, 5.0, 5.0, 5.0, 5.0], when=OLD)
    await write(database, [2.5, 6.0, 7.0], when=NEW, of_hours=True)
    assert (await read(database))[:12] == [0.1, 0.2, 0.3, 0.4] + [0.6] * 4 + [0.7] * 4


async def test_quarters_replace_an_hours_price(database: Database) -> None:
    await write(database, [5.0], of_hours=True)
    await write(database, [1.0, 2.0, 3.0, 4.0], when=NEW)
    assert (await read(database))[:4] == [0.1, 0.2, 0.3, 0.4]


async def test_two_halves_end_alike_in_either_order(database: Database) -> None:
    prices = [round(quarter * 0.37, 2) for quarter in range(96)]
    await write(database, prices[:40])
    await write(database, prices[40:], at=40)
    there = [row[:3] for row in await stored(database)]
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM price_day")
    await write(database, prices[40:], at=40)
    await write(database, prices[:40])
    assert [row[:3] for row in await stored(database)] == there


async def test_known_until_is_the_end_of_the_newest_price(database: Database) -> None:
    assert (await read_prices(database, "FI", NUMBER, NUMBER + 1, Resolution.DAY)).known_until is None
    await write(database, [1.0] * 5)
    midnight = datetime.fromtimestamp(day_start(NUMBER), UTC)
    found = (await read_prices(database, "FI", NUMBER - 9, NUMBER - 8, Resolution.DAY)).known_until
    assert found == midnight + timedelta(minutes=75)


async def test_areas_do_not_mix(database: Database) -> None:
    await write(database, [1.0])
    column = await read_prices(database, "EE", NUMBER, NUMBER + 1, Resolution.QUARTER_HOUR)
    assert column.cents_per_kwh == [None] * 96
    assert column.known_until is None


async def test_quarters_are_kept_in_memory_until_their_month_changes(database: Database) -> None:
    await write(database, [float(hour) for hour in range(24)], of_hours=True)
    values, known = await read_quarters(database, "FI", NUMBER - 1, NUMBER + 1)
    assert values.tolist() == [0] * 96 + [hour * 10**5 for hour in range(24) for _ in range(4)]
    assert known.tolist() == [False] * 96 + [True] * 96

    again = await read_quarters(database, "FI", NUMBER - 1, NUMBER + 1)
    assert again.values.tolist() == values.tolist()

    await write(database, [7.0], at=4, when=NEW)
    assert (await read_quarters(database, "FI", NUMBER, NUMBER + 1)).values[4] == 7 * 10**5
    assert not (await read_quarters(database, "EE", NUMBER, NUMBER + 1)).known.any()


async def test_quarters_over_a_year_and_its_clock_changes(database: Database) -> None:
    first, end = day_number(date(2025, 12, 1)), day_number(date(2027, 2, 1))
    count = int(day_start(end) - day_start(first)) // 900
    async with database.transaction() as transaction:
        await write_prices(
            transaction,
            "FI",
            day_start(first) // 900 + np.arange(count),
            np.arange(count),
            np.zeros(count, dtype=np.bool_),
            OLD,
        )

    for from_day, to_day in (
        (first, end),
        (first + 40, first + 41),
        (day_number(date(2026, 10, 25)), end - 1),
    ):
        read = await read_quarters(database, "FI", from_day, to_day)
        begin, stop = ((day_start(day) - day_start(first)) // 900 for day in (from_day, to_day))
        assert read.values.tolist() == list(range(begin, stop))
        assert read.known.all()
