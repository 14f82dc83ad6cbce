"""What the command line leaves behind on the disk, and what it says of the demo."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from omavirta import cli
from omavirta.cli import main
from omavirta.settings import load_settings


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


@pytest.mark.usefixtures("generous")
def test_a_shell_takes_the_demos_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a demo's folder"
    monkeypatch.setattr(cli, "DEMO_FOLDER", folder)
    result = CliRunner().invoke(main, ["demo", "--print-env", "--port", "8123"])
    assert (result.exit_code, result.stderr) == (0, "")
    script = f"{result.stdout}\nexec env"
    told = subprocess.run(["sh", "-c", script], check=True, capture_output=True, text=True)
    for line in told.stdout.splitlines():
        name, _, value = line.partition("=")
        if name.startswith("OMAVIRTA_"):
            monkeypatch.setenv(name, value)
    settings = load_settings()
    assert settings.demo
    assert settings.public_url == "http://localhost:8123"
    assert settings.database_url == f"sqlite://{folder}/omavirta.db"
    assert settings.secret_key == (folder / "secret.key").read_text()
    assert not (folder / "omavirta.db").exists()


def test_every_command_tells_what_it_does() -> None:
    """Those of the rooms are imported when they are asked for, by their names."""

    def paths(command: click.Command, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield path
        if isinstance(command, click.Group):
            context = click.Context(command)
            for name in command.list_commands(context):
                inner = command.get_command(context, name)
                assert inner is not None
                yield from paths(inner, (*path, name))

    every = list(paths(main, ()))
    assert {("import", "finvoice"), ("account", "lock"), ("service-token", "create")} <= set(every)
    for path in every:
        told = CliRunner().invoke(main, [*path, "--help"])
        assert told.exit_code == 0, path
        assert "Usage:" in told.output


def test_a_command_brings_no_other_rooms_along() -> None:
    """`import consumption` holds what it promises of memory only without them."""
    code = "import sys, omavirta.cli; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    rooms = ("billing", "contracts", "fixtures", "identity", "masterdata", "metering", "prices")
    assert [
        name for name in loaded.split() if name.startswith(tuple(f"omavirta.{room}" for room in rooms))
    ] == []
