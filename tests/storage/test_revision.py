"""The revision of what customers are shown: raised by whatever changes it, with it, and by nothing else."""

import asyncio
import re
from pathlib import Path

import pytest

import omavirta
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from omavirta.storage.revision import APART, DERIVED, RAISE, REVISED, REVISION, changes_revised, reads_apart

pytestmark = pytest.mark.anyio

INSERT = "INSERT INTO price_day (area, day, source_time, revision, resolution, data) VALUES ($1, $2, $3, $4, $5, $6)"


async def revision(database: Database) -> int | None:
    number: int | None = (await database.fetch(f"SELECT {REVISION}"))[0][0]
    return number


async def add_prices(database: Database, *days: int) -> None:
    async with database.transaction() as transaction:
        await transaction.execute_many(INSERT, [("FI", day, 1, 1, 60, b"block") for day in days])


async def test_every_table_has_a_revision_follows_from_one_that_has_or_is_apart(database: Database) -> None:
    if database.dialect == "sqlite":
        rows = await database.fetch(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
    else:
        rows = await database.fetch("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")

    assert sorted(row[0] for row in rows) == sorted([*REVISED, *DERIVED, *APART])


async def test_a_change_raises_it_once_a_transaction(database: Database) -> None:
    assert await revision(database) is None
    await add_prices(database, 1, 2, 3)
    assert await revision(database) == 1
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE price_day SET source_time = $1 WHERE day = $2", 2, 1)
        await transaction.execute("DELETE FROM price_day WHERE day = $1", 2)
    assert await revision(database) == 2
    async with database.transaction() as transaction:
        await transaction.fetch("DELETE FROM price_day WHERE day = $1 RETURNING day", 3)
    assert await revision(database) == 3


async def test_what_is_rolled_back_does_not_raise_it(database: Database) -> None:
    await add_prices(database, 1)
    with pytest.raises(RuntimeError):
        async with database.transaction() as transaction:
            await transaction.execute("DELETE FROM price_day WHERE day = $1", 1)
            raise RuntimeError
    assert await revision(database) == 1


async def test_reading_nothing_and_what_is_apart_do_not_raise_it(database: Database) -> None:
    await add_prices(database, 1)
    async with database.transaction() as transaction:
        await transaction.fetch("SELECT day FROM price_day")
        await transaction.execute_many(INSERT, [])
        await transaction.execute(
            "INSERT INTO service_token (id, name, secret_hash, created_at) VALUES ($1, $2, $3, $4)",
            new_id(),
            "billing",
            b"hash",
            1,
        )
    assert await revision(database) == 1


async def test_of_many_at_once_each_raises_it(database: Database) -> None:
    await asyncio.gather(*(add_prices(database, day) for day in range(20)))
    assert await revision(database) == 20


async def test_whoever_finds_it_raised_finds_what_raised_it(database: Database) -> None:
    """It is read first: then there may be newer rows than it says, and never older ones."""

    async def look() -> tuple[int, int]:
        number = await revision(database) or 0
        return number, (await database.fetch("SELECT COUNT(*) FROM price_day"))[0][0]

    writing = asyncio.ensure_future(asyncio.gather(*(add_prices(database, day) for day in range(30))))
    while not writing.done():
        number, days = await look()
        assert days >= number
        await asyncio.sleep(0)
    assert await look() == (30, 30)


async def test_a_request_knows_what_it_has_read(database: Database) -> None:
    watched = database.watched()
    await watched.fetch("SELECT day FROM price_day")
    await watched.fetch_by_key("SELECT id FROM contract WHERE customer_id = $1", new_id())
    await watched.fetch_few("SELECT month FROM cost_month WHERE metering_point_id = $1", new_id())
    before = watched.read_apart
    await watched.fetch("SELECT c.id FROM customer c JOIN mandate ON mandate.customer_id = c.id")
    assert (before, watched.read_apart, database.watched().read_apart) == (False, True, False)


async def test_what_a_request_reads_in_a_transaction_may_be_anything(database: Database) -> None:
    watched = database.watched()
    async with watched.transaction() as transaction:
        await transaction.fetch("SELECT day FROM price_day")
    assert watched.read_apart


@pytest.mark.parametrize(
    ("sql", "changes", "apart"),
    [
        ("SELECT total FROM invoice", False, False),
        ("SELECT a FROM x, session WHERE b = $1", False, True),
        ("SELECT account_id FROM invoice", False, False),
        ("SELECT (SELECT 1 FROM account) FROM invoice", False, True),
        ("UPDATE invoice SET paid = $1", True, False),
        ('UPDATE "invoice" SET paid = $1', True, False),
        ("DELETE FROM contract_price WHERE id = $1", True, False),
        ("WITH old AS (DELETE FROM invoice RETURNING id) SELECT id FROM old", True, False),
        ("INSERT INTO mandate (id) SELECT id FROM customer", False, True),
        ("INSERT INTO cost_month (metering_point_id) VALUES ($1)", False, False),
        ("INSERT INTO price_day (day) VALUES ($1) ON CONFLICT (day) DO UPDATE SET data = $2", True, False),
        (RAISE, False, True),
    ],
)
def test_statements_are_told_apart_by_the_tables_that_they_name(
    sql: str, *, changes: bool, apart: bool
) -> None:
    assert changes_revised(sql) is changes
    assert reads_apart(sql) is apart


def test_every_statement_that_writes_is_written_as_it_is_looked_for() -> None:
    """In capitals, the table right behind: what is spelled otherwise would raise nothing."""
    loose = re.compile(
        r"\b(insert\s+(?:or\s+\w+\s+)?into|update|delete\s+from|merge\s+into|truncate)\s+[\"`\[]?(\w+)",
        re.IGNORECASE,
    )
    strict = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM) \"?\w+")
    for path in Path(omavirta.__file__).parent.rglob("*.py"):
        for found in loose.finditer(path.read_text()):
            if found[2] in REVISED:
                assert strict.match(found[0]), (path, found[0])
