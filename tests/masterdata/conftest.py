from collections.abc import AsyncIterator

import pytest

from omavirta.storage.database import Database, open_database


@pytest.fixture
async def sqlite_database(sqlite_url: str) -> AsyncIterator[Database]:
    """For what depends on the line alone."""
    async with open_database(sqlite_url) as opened:
        yield opened
