import asyncio
import time

import pytest

from omavirta.storage.database import Database, UniqueViolation, as_uuid, open_database, placeholders
from omavirta.storage.ids import new_id
from omavirta.storage.migrate import pending_migrations

pytestmark = pytest.mark.anyio

INSERT = "INSERT INTO price_day (area, day, source_time, revision, resolution, data) VALUES ($1, $2, $3, $4, $5, $6)"


async def add(database: Database, day: int) -> None:
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, "FI", day, 1, 1, 60, b"block")


async def days(database: Database) -> list[int]:
    return [
        row[0] for row in await database.fetch("SELECT day FROM price_day WHERE area = $1 ORDER BY day", "FI")
    ]


async def add_and_cancel_at_many_moments(database: Database) -> None:
    for tenths_of_milliseconds in range(60):
        task = asyncio.create_task(add(database, 1))
        await asyncio.sleep(tenths_of_milliseconds / 10_000)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def test_what_was_committed_is_read(database: Database) -> None:
    await add(database, 1)
    assert await days(database) == [1]


async def test_a_failed_transaction_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.transaction() as transaction:
            await transaction.execute(INSERT, "FI", 1, 1, 1, 60, b"block")
            raise RuntimeError
    assert await days(database) == []


async def test_a_read_does_not_wait_behind_a_write(database: Database) -> None:
    await add(database, 1)
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, "FI", 2, 1, 1, 60, b"block")
        async with asyncio.timeout(2):
            assert await days(database) == [1]
    assert await days(database) == [1, 2]


async def test_a_read_that_fails_or_is_given_up_disturbs_no_other(database: Database) -> None:
    await add(database, 1)
    for _ in range(10):
        with pytest.raises(Exception, match="no_such_table"):
            await database.fetch("SELECT * FROM no_such_table")
        asked = asyncio.ensure_future(days(database))
        await asyncio.sleep(0)
        asked.cancel()
    assert await asyncio.gather(*(days(database) for _ in range(40))) == [[1]] * 40


async def test_a_read_by_key_sees_what_was_committed_and_nothing_else(database: Database) -> None:
    read = "SELECT day FROM price_day WHERE area = $1 ORDER BY day"
    await add(database, 1)
    async with database.transaction() as transaction:
        await transaction.execute(INSERT, "FI", 2, 1, 1, 60, b"block")
        async with asyncio.timeout(2):
            assert [row[0] for row in await database.fetch_by_key(read, "FI")] == [1]
    assert [row[0] for row in await database.fetch_by_key(read, "FI")] == [1, 2]


async def test_the_row_count_says_who_won(database: Database) -> None:
    await add(database, 1)
    update = "UPDATE price_day SET revision = 2 WHERE area = $1 AND day = $2 AND revision = 1"

    async def attempt() -> int:
        async with database.transaction() as transaction:
            return await transaction.execute(update, "FI", 1)

    assert sorted(await asyncio.gather(*(attempt() for _ in range(40)))) == [0] * 39 + [1]


async def test_ids_come_back_as_they_went_in(database: Database) -> None:
    number = new_id()
    async with database.transaction() as transaction:
        await transaction.execute(
            "INSERT INTO customer (id, number, kind, name) VALUES ($1, $2, $3, $4)",
            number,
            "1",
            "PERSON",
            "Aino",
        )
    rows = await database.fetch(f"SELECT id FROM customer WHERE id IN ({placeholders(1, 1)})", number)
    assert [as_uuid(row[0]) for row in rows] == [number]


async def test_a_migrated_database_has_nothing_pending(database: Database) -> None:
    assert await pending_migrations(database) == []


async def test_a_value_that_another_row_has_is_told_apart_from_other_faults(database: Database) -> None:
    await add(database, 1)
    with pytest.raises(UniqueViolation):
        await add(database, 1)
    with pytest.raises(Exception) as raised:  # each database has its own
        async with database.transaction() as transaction:
            await transaction.execute(INSERT, "FI", None, 1, 1, 60, b"block")
    assert not isinstance(raised.value, UniqueViolation)


async def test_a_task_cancelled_at_any_moment_of_a_transaction_gives_its_connection_back(
    database: Database,
) -> None:
    await add_and_cancel_at_many_moments(database)
    async with asyncio.timeout(5):
        await asyncio.gather(*(add(database, day) for day in range(2, 20)))
    assert set(range(2, 20)) <= set(await days(database))


async def test_after_such_tasks_the_database_closes_at_once(database_url: str) -> None:
    async with open_database(database_url) as database:
        await add_and_cancel_at_many_moments(database)
        began = time.monotonic()
    assert time.monotonic() - began < 3
