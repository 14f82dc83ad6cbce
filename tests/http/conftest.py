import asyncio
from collections.abc import Iterator

import pytest

from support.server import RunningServer, Server, add_account


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    asyncio.run(add_account(sqlite_url))
    with RunningServer(sqlite_url) as running:
        yield running


@pytest.fixture
def each_server(database_url: str) -> Iterator[Server]:
    """On SQLite and on PostgreSQL, for what depends on how the database copes."""
    asyncio.run(add_account(database_url))
    with RunningServer(database_url) as running:
        yield running
