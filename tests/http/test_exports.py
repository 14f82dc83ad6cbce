"""An export whose server is killed in the middle."""

import asyncio
import io
import zipfile
from collections.abc import Awaitable, Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from omavirta.identity.accounts import hold_account
from omavirta.identity.exports import read_parts, request_export
from omavirta.storage.database import Database, open_database
from support.factory import World
from support.mail import read_folder
from support.server import RunningServer

T = TypeVar("T")
DAYS = 500


async def ask(database: Database) -> UUID:
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    account = await world.account("aino", customer)
    for number in range(DAYS):
        await world.consumption(point, date(2025, 1, 1) + timedelta(days=number))
    async with database.transaction() as transaction:
        assert await hold_account(transaction, account)
        asked = await request_export(transaction, account, datetime.now(UTC))
    assert asked is not None
    return asked.id


def test_it_is_taken_up_again_and_told_once(database_url: str, tmp_path: Path) -> None:
    def run(action: Callable[[Database], Awaitable[T]]) -> T:
        async def opened() -> T:
            async with open_database(database_url) as database:
                return await action(database)

        return asyncio.run(opened())

    async def until(database: Database, condition: str) -> None:
        async with asyncio.timeout(60):
            while not await database.fetch(f"SELECT id FROM data_export WHERE {condition}"):  # noqa: ASYNC110 - another process does it
                await asyncio.sleep(0.005)

    async def let_the_claim_run_out(database: Database) -> None:
        async with database.transaction() as transaction:
            changed = await transaction.execute(
                "UPDATE data_export SET claimed_until = 1 WHERE finished_at IS NULL AND claimed_until > 1"
            )
        assert changed == 1

    export_id = run(ask)
    folder = tmp_path / "mail"
    for condition in ("claimed_until > 1", "steps_total > 0 AND claimed_until > 1"):
        server = RunningServer(database_url, folder)
        server.__enter__()
        run(lambda database, condition=condition: until(database, condition))  # type: ignore[misc]  # a default is a value
        server.process.kill()
        server.process.communicate()
        run(let_the_claim_run_out)
    with RunningServer(database_url, folder):
        run(lambda database: until(database, "finished_at IS NOT NULL"))

        async def until_told(database: Database) -> None:
            async with asyncio.timeout(20):
                while not await database.fetch("SELECT id FROM outbox_mail WHERE delivered_at IS NOT NULL"):  # noqa: ASYNC110
                    await asyncio.sleep(0.02)

        run(until_told)

    async def archive(database: Database) -> bytes:
        return b"".join([part async for part in read_parts(database, export_id)])

    found = zipfile.ZipFile(io.BytesIO(run(archive)))
    assert found.testzip() is None
    lines = found.read("consumption/643007127000000013.csv").count(b"\n")
    # The days of both clock changes of 2025 and of spring 2026 are there.
    assert lines == 1 + DAYS * 96 - 4 + 4 - 4
    assert len(read_folder(folder)) == 1
