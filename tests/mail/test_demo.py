"""The demo's mailbox, and that it is nobody else's."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from omavirta.api.language import Language
from omavirta.app import create_app
from omavirta.errors import SettingsError
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.mail.messages import MandateInvited, RegistrationCode
from omavirta.mail.outbox import enqueue
from omavirta.settings import Settings
from omavirta.storage.database import open_database
from omavirta.storage.kind import DatabaseKind, mark_database
from support.factory import NOW
from support.mail import delivered_mails

pytestmark = pytest.mark.anyio
LOCAL = "http://localhost:8000"


@pytest.fixture
def demo_settings(settings: Settings, tmp_path: Path) -> Settings:
    keys = tmp_path / "keys"
    KeyFolder(keys).create_missing(NOW)
    return settings.model_copy(update={"demo": True, "public_url": LOCAL, "keys_folder": keys})


async def make_demo(settings: Settings, kind: DatabaseKind | None = DatabaseKind.DEMO) -> list[str]:
    """Two delivered mails; gives their ids, the oldest first."""
    async with open_database(settings.database_url) as database, database.transaction() as transaction:
        if kind is not None:
            await mark_database(transaction, kind, NOW)
        await enqueue(transaction, RegistrationCode("012345"), "aino@example.fi", Language.FI, NOW)
        invitation = MandateInvited("<b>Kahvila</b>", "Eero", "READER", 14, f"{LOCAL}/kutsu#SALAISUUS")
        await enqueue(transaction, invitation, "helmi@example.fi", Language.EN, NOW)
    return [str(mail["Message-ID"])[1:37] for mail in await delivered_mails(settings)]


@contextmanager
def browser(settings: Settings, **options: Any) -> Iterator[TestClient]:
    with TestClient(create_app(settings, clock=lambda: NOW), base_url=LOCAL, **options) as client:
        yield client


async def test_the_newest_is_first(demo_settings: Settings) -> None:
    await make_demo(demo_settings)
    with browser(demo_settings) as client:
        page = client.get("/demo/mail")
    assert page.status_code == 200
    assert page.text.index("Invitation to join") < page.text.index("Vahvista sähköpostiosoitteesi")
    assert "aino@example.fi" in page.text
    assert "2026-11-25 12:00:00" in page.text


async def test_a_mail_is_shown_in_a_frame_that_can_only_be_left(demo_settings: Settings) -> None:
    ids = await make_demo(demo_settings)
    with browser(demo_settings) as client:
        page, frame = client.get(f"/demo/mail/{ids[1]}"), client.get(f"/demo/mail/{ids[1]}/html")
    assert f'src="/demo/mail/{ids[1]}/html"' in page.text
    assert 'sandbox="allow-top-navigation-by-user-activation"' in page.text
    assert "script-src" not in page.headers["Content-Security-Policy"]
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; style-src 'self'")
    assert '<base target="_top">' in frame.text
    assert f'href="{LOCAL}/kutsu#SALAISUUS"' in frame.text
    assert "&lt;b&gt;Kahvila&lt;/b&gt;" in frame.text
    assert frame.headers["Content-Security-Policy"].endswith(
        "sandbox allow-top-navigation-by-user-activation"
    )
    assert "frame-ancestors 'self'" in frame.headers["Content-Security-Policy"]


async def test_the_text_is_there_too(demo_settings: Settings) -> None:
    ids = await make_demo(demo_settings)
    with browser(demo_settings) as client:
        page = client.get(f"/demo/mail/{ids[0]}")
    assert "\n012345\n" in page.text.replace("\r\n", "\n")


async def test_an_empty_mailbox(demo_settings: Settings) -> None:
    async with open_database(demo_settings.database_url) as database, database.transaction() as transaction:
        await mark_database(transaction, DatabaseKind.DEMO, NOW)
    with browser(demo_settings) as client:
        assert "Ei viestejä vielä." in client.get("/demo/mail").text
        assert client.get("/demo/mail/style.css").headers["Content-Type"].startswith("text/css")


async def test_what_is_not_there(demo_settings: Settings) -> None:
    await make_demo(demo_settings)
    with browser(demo_settings) as client:
        for path in ("019ac0de-0000-7000-8000-000000000001", "019ac0de-0000-7000-8000-000000000001/html"):
            assert client.get(f"/demo/mail/{path}").status_code == 404


@pytest.mark.parametrize("kind", [None, DatabaseKind.TEST])
async def test_no_other_database_shows_its_mail(demo_settings: Settings, kind: DatabaseKind | None) -> None:
    await make_demo(demo_settings, kind)
    with pytest.raises(SettingsError, match="OMAVIRTA_DEMO"), browser(demo_settings):
        pass


async def test_no_server_but_a_demo_shows_its_mail(settings: Settings) -> None:
    await make_demo(settings, None)
    with browser(settings) as client:
        assert "aino@example.fi" not in client.get("/demo/mail").text
