"""What every test may ask for: databases of both kinds, settings, the shared real data, and skips that CI refuses."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path

import pytest

from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.migrate import migrate_database
from support.postgres import EmptyDatabases, find_binaries, postgres_cluster

PROJECT = Path(__file__).resolve().parents[1]
SHARED_DATA = PROJECT.parent / "shared" / "data"
IN_CI = os.environ.get("CI") == "true"
_numbers = count(1)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real exports and prices beside the checkout, where they are there."""
    if not SHARED_DATA.is_dir():
        pytest.skip(f"the real data is not on this machine ({SHARED_DATA})")
    return SHARED_DATA


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "template.db"
    asyncio.run(migrate_database(f"sqlite://{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_databases() -> Iterator[EmptyDatabases]:
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    with postgres_cluster(binaries) as server:
        yield EmptyDatabases(server)


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty, migrated database; each test runs once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        yield sqlite_copy(request.getfixturevalue("sqlite_template"), tmp_path)
        return
    databases: EmptyDatabases = request.getfixturevalue("postgres_databases")
    url = databases.take()
    yield url
    databases.give_back(url)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The same on SQLite only, where the kind of database makes no difference to what is tested."""
    return sqlite_copy(sqlite_template, tmp_path)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with open_database(database_url) as opened:
        yield opened


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return make_settings(database_url, mail=f"file:{tmp_path / 'mail'}")


def make_settings(
    database_url: str, public_url: str = "https://oma.example.fi", mail: str = "file:/dev/null/none"
) -> Settings:
    return Settings(
        database_url=database_url,
        public_url=public_url,
        secret_key="a key that only the tests use, nowhere else",
        mail=mail,
        mail_from="oma@revontuli.example.fi",
    )


def sqlite_copy(template: Path, folder: Path) -> str:
    path = folder / f"test-{next(_numbers)}.db"
    shutil.copy(template, path)
    return f"sqlite://{path}"


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """In CI nothing is skipped: a skip there means that `.ci/run` forgot to install something."""
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]  # pluggy's result
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where nothing may be: {report.longrepr}"
