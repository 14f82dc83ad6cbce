"""An import of master data that is killed -9 before its n-th SQL statement, for every n, in a process of its own each time.

`python -m support.killed_import DATABASE_URL FILE` stops with an AssertionError where something was half done, or where the
same file again does not lead to the same end. It prints at how many places it has killed.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from itertools import count
from pathlib import Path
from typing import Any

from omavirta.storage.database import Transaction, open_database
from support.factory import World
from support.killed import in_child
from support.master_data import TABLES, Line, dump, take

DELETED = (*reversed(TABLES), "master_record", "import_ledger", "outbox_mail", "security_event")


async def clear(url: str) -> None:
    async with open_database(url) as database, database.transaction() as transaction:
        for table in DELETED:
            await transaction.execute(f"DELETE FROM {table}")


async def state(url: str) -> tuple[dict[str, list[Line]], int]:
    """Everything there is, and how many mails."""
    async with open_database(url) as database:
        return await dump(database), len(await database.fetch("SELECT 1 FROM outbox_mail"))


async def take_file(url: str, path: Path) -> None:
    async with open_database(url) as database:
        await take(database, path)


async def die_taking(url: str, path: Path, number: int) -> None:
    numbers = count(1)

    def counting(statement: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def run(self: Transaction, sql: str, *params: object) -> Any:
            if next(numbers) == number:
                os.kill(os.getpid(), signal.SIGKILL)
            return await statement(self, sql, *params)

        return run

    for name in ("fetch", "execute", "execute_many"):
        setattr(Transaction, name, counting(getattr(Transaction, name)))
    await take_file(url, path)


async def prepare(url: str) -> None:
    async with open_database(url) as database:
        await World(database).account("aino")


def main() -> None:
    url, path = sys.argv[1], Path(sys.argv[2])
    asyncio.run(prepare(url))
    nothing = asyncio.run(state(url))
    asyncio.run(take_file(url, path))
    everything = asyncio.run(state(url))
    assert everything != nothing
    for number in count(1):
        asyncio.run(clear(url))
        ended = in_child(die_taking(url, path, number))
        after = asyncio.run(state(url))
        assert after in (nothing, everything), number
        asyncio.run(take_file(url, path))
        assert asyncio.run(state(url)) == everything, number
        if ended:
            break
    print(number - 1)


if __name__ == "__main__":
    main()
