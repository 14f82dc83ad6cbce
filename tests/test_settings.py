import pytest

from omavirta.errors import SettingsError
from omavirta.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", "sqlite:///tmp/omavirta.db")
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")


def settings_with(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> Settings:
    monkeypatch.setenv(name, value)
    return load_settings()


def test_https_is_secure_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_with(monkeypatch, "OMAVIRTA_PUBLIC_URL", "HTTPS://Oma.Example.fi/")
    assert (settings.public_url, settings.secure) == ("https://oma.example.fi", True)


def test_a_password_with_a_slash_is_refused_unquoted(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SettingsError, match="OMAVIRTA_DATABASE_URL: has no port") as refused:
        settings_with(monkeypatch, "OMAVIRTA_DATABASE_URL", "postgres://oma:half/secret@db:5432/oma")
    assert "half" not in str(refused.value)
