"""What the command line leaves behind on the disk."""

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from omavirta.cli import main


@pytest.fixture
def generous() -> Iterator[None]:
    """A shell whose files everyone may read."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("generous")
def test_a_new_database_is_read_by_its_owner_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "data" / "omavirta.db"
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", f"sqlite://{path}")
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    result = CliRunner().invoke(main, ["migrate"])
    assert result.exit_code == 0, result.output
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in (path.parent, *path.parent.iterdir())}
    assert modes.pop("data") == 0o700
    assert set(modes.values()) == {0o600}
