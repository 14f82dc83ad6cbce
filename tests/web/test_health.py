"""What those who watch the service are told."""

import pytest
from httpx2 import ASGITransport, AsyncClient
from starlette.applications import Starlette
from starlette.routing import Route

from omavirta.storage.database import Database, open_database
from omavirta.web.health import healthz, readyz

pytestmark = pytest.mark.anyio


async def readiness(database: Database) -> tuple[int, str]:
    """What /readyz says; /healthz says the same whatever the database does."""
    app = Starlette(routes=[Route("/healthz", healthz), Route("/readyz", readyz)])
    app.state.database = database
    async with AsyncClient(transport=ASGITransport(app), base_url="http://localhost") as client:
        alive, ready = await client.get("/healthz"), await client.get("/readyz")
    assert (alive.status_code, alive.text) == (200, "alive\n")
    return ready.status_code, ready.text


async def test_ready_when_the_database_answers_and_is_current(database: Database) -> None:
    assert await readiness(database) == (200, "ready\n")


async def test_not_ready_while_a_migration_is_missing(database: Database) -> None:
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM tortoise_migrations")
    status, text = await readiness(database)
    assert status == 503
    assert "0001_initial" in text


async def test_not_ready_while_the_database_does_not_answer(
    database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with open_database(database_url) as database:
        pass
    assert await readiness(database) == (503, "the database does not answer\n")
    assert "Traceback" not in caplog.text
