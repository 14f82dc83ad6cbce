"""Our keys and a broker's, made once: making RSA keys is slow."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.settings import Settings
from support.factory import NOW
from support.strong import CrookedBroker, Portal, crooked_broker, for_trying_out, portal_with


@pytest.fixture(scope="session")
def keys_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys") / "keys"
    KeyFolder(folder).create_missing(NOW)
    return folder


@pytest.fixture(scope="session")
def broker(keys_folder: Path) -> CrookedBroker:
    return crooked_broker(keys_folder)


@pytest.fixture
def strong_settings(database_url: str, keys_folder: Path) -> Settings:
    """Of a database that may take test persons; on SQLite and on PostgreSQL."""
    return for_trying_out(database_url, keys_folder)


@pytest.fixture
def portal(strong_settings: Settings, broker: CrookedBroker, tmp_path: Path) -> Iterator[Portal]:
    with portal_with(strong_settings, broker, tmp_path) as opened:
        yield opened


@pytest.fixture
def sqlite_portal(
    sqlite_url: str, keys_folder: Path, broker: CrookedBroker, tmp_path: Path
) -> Iterator[Portal]:
    """Where the kind of database makes no difference."""
    with portal_with(for_trying_out(sqlite_url, keys_folder), broker, tmp_path) as opened:
        yield opened
