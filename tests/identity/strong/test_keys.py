"""Our keys: made, kept, and rotated without a moment in which somebody's key does not fit."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from conftest import make_settings
from omavirta.cli import main
from omavirta.errors import SettingsError
from omavirta.identity.strong.back_channel import BackChannel
from omavirta.identity.strong.key_folder import KeyFolder, KeyRotationRefused
from omavirta.identity.strong.keys import KeyState, KeyUse, OwnKeys
from omavirta.identity.strong.service import StrongAuthentication
from support.factory import NOW

DAY = timedelta(days=1)


@pytest.fixture
def folder(keys_folder: Path, tmp_path: Path) -> KeyFolder:
    """A copy of the keys that the tests share."""
    copy = tmp_path / "keys"
    copy.mkdir(mode=0o700)
    for path in keys_folder.glob("*.json"):
        (copy / path.name).touch(0o600)
        (copy / path.name).write_bytes(path.read_bytes())
    return KeyFolder(copy)


def states(folder: KeyFolder, use: KeyUse) -> list[str]:
    return sorted(own.state for own in folder.keys().keys if own.use is use)


def shown(keys: OwnKeys, use: str) -> set[str]:
    return {member["kid"] for member in keys.shown() if member["use"] == use}


def test_there_is_a_key_of_each_use_and_nobody_else_reads_them(keys_folder: Path) -> None:
    files = list(keys_folder.iterdir())
    assert len(files) == 3
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert keys_folder.stat().st_mode & 0o777 == 0o700
    KeyFolder(keys_folder).keys().require_complete()
    assert KeyFolder(keys_folder).create_missing(NOW) == []


def test_no_private_part_is_shown(keys_folder: Path) -> None:
    keys = KeyFolder(keys_folder).keys()
    for member in (*keys.shown(), *keys.shown_entity_keys()):
        assert set(member) == {"kty", "use", "kid", "n", "e"}


def test_a_signing_key_is_shown_a_day_before_it_signs_and_a_day_after(folder: KeyFolder) -> None:
    old = folder.keys().active(KeyUse.SIGNING).kid
    upcoming = folder.prepare(KeyUse.SIGNING, NOW).kid
    assert shown(folder.keys(), "sig") == {old, upcoming}
    assert folder.keys().active(KeyUse.SIGNING).kid == old
    with pytest.raises(KeyRotationRefused, match="shown for less than a day"):
        folder.use(KeyUse.SIGNING, NOW + DAY - timedelta(seconds=1))
    folder.use(KeyUse.SIGNING, NOW + DAY)
    assert folder.keys().active(KeyUse.SIGNING).kid == upcoming
    assert shown(folder.keys(), "sig") == {old, upcoming}
    with pytest.raises(KeyRotationRefused, match="out of use for less than a day"):
        folder.delete_retired(KeyUse.SIGNING, NOW + DAY + timedelta(hours=23))
    folder.delete_retired(KeyUse.SIGNING, NOW + 2 * DAY)
    assert shown(folder.keys(), "sig") == {upcoming}


def test_a_decryption_key_decrypts_before_it_is_shown_and_after(folder: KeyFolder) -> None:
    old = folder.keys().active(KeyUse.ENCRYPTION).kid
    upcoming = folder.prepare(KeyUse.ENCRYPTION, NOW).kid
    assert {key.kid for key in folder.keys().decrypting()} == {old, upcoming}
    assert shown(folder.keys(), "enc") == {old}
    folder.use(KeyUse.ENCRYPTION, NOW)
    assert [key.kid for key in folder.keys().decrypting()] == [upcoming, old]
    assert shown(folder.keys(), "enc") == {upcoming}
    folder.delete_retired(KeyUse.ENCRYPTION, NOW + DAY)
    assert [key.kid for key in folder.keys().decrypting()] == [upcoming]


def test_steps_in_the_wrong_order(folder: KeyFolder) -> None:
    with pytest.raises(KeyRotationRefused, match="no next key"):
        folder.use(KeyUse.ENTITY, NOW)
    with pytest.raises(KeyRotationRefused, match="no retired key"):
        folder.delete_retired(KeyUse.ENTITY, NOW)
    folder.prepare(KeyUse.ENTITY, NOW)
    with pytest.raises(KeyRotationRefused, match="a next key for entity already"):
        folder.prepare(KeyUse.ENTITY, NOW)
    folder.use(KeyUse.ENTITY, NOW, at_once=True)
    assert states(folder, KeyUse.ENTITY) == [KeyState.ACTIVE, KeyState.RETIRED]


def test_a_running_server_follows(folder: KeyFolder) -> None:
    server = KeyFolder(folder._folder)
    before = server.keys()
    assert server.keys() is before
    upcoming = folder.prepare(KeyUse.SIGNING, NOW).kid
    assert upcoming in shown(server.keys(), "sig")


def test_a_key_that_others_may_read_is_refused(folder: KeyFolder) -> None:
    path = next(folder._folder.iterdir())
    path.chmod(0o640)
    with pytest.raises(SettingsError, match="chmod 600"):
        KeyFolder(folder._folder).keys()


@pytest.mark.parametrize(
    "content", ["", "{}", '{"use":"sig","state":"active","since":"2026-01-01T00:00:00Z","jwk":{}}']
)
def test_a_file_that_is_no_key_is_refused_without_its_content(folder: KeyFolder, content: str) -> None:
    path = next(folder._folder.iterdir())
    path.write_text(content)
    with pytest.raises(SettingsError, match="is not a key of ours"):
        KeyFolder(folder._folder).keys()


def test_a_running_server_goes_on_when_a_file_is_spoilt(
    sqlite_url: str, folder: KeyFolder, caplog: pytest.LogCaptureFixture
) -> None:
    settings = make_settings(sqlite_url).model_copy(update={"keys_folder": folder._folder})
    strong = StrongAuthentication(settings, [], KeyFolder(folder._folder), BackChannel())
    before = strong.own_keys()
    (folder._folder / "copied.json").write_text("half of a k")
    assert strong.own_keys() is before
    assert "our keys stay as they were" in caplog.text
    (folder._folder / "copied.json").unlink()
    assert strong.own_keys() == before


def test_the_command_line(folder: KeyFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", "sqlite:///tmp/omavirta.db")
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    monkeypatch.setenv("OMAVIRTA_KEYS_FOLDER", str(folder._folder))

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(main, ["keys", *arguments])
        return result.exit_code, result.stdout

    assert run("create") == (0, "")
    code, listed = run("list")
    assert code == 0
    assert [line.split("\t")[:2] for line in listed.splitlines()] == [
        ["enc", "active"],
        ["entity", "active"],
        ["sig", "active"],
    ]
    assert run("prepare", "sig")[0] == 0
    assert run("use", "sig") == (1, "")
    assert run("use", "sig", "--at-once")[0] == 0
    assert run("delete", "sig")[0] == 1
    exported = json.loads(run("export")[1])
    assert exported["keys"] == KeyFolder(folder._folder).keys().shown()
    assert run("delete", "sig", "--at-once")[0] == 0
    assert states(folder, KeyUse.SIGNING) == [KeyState.ACTIVE]
