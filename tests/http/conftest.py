import asyncio
from collections.abc import Iterator

import pytest

from support.server import RunningServer, Server, add_account


@pytest.fixture
def server(sqlite_url: str) -> Iterator[Server]:
    asyncio.run(add_account(sqlite_url))
    with RunningServer(sqlite_url) as running:
        yield running
