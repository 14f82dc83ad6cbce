"""What OMAVIRTA_MAIL may say, and what the ways out do with a message."""

import asyncio
import os
import stat
import time
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

import pytest

from conftest import make_settings
from omavirta.errors import SettingsError
from omavirta.mail.letterhead import UnsendableError
from omavirta.mail.transports import (
    Folder,
    NotDeliveredError,
    SmtpServer,
    Transport,
    sender_address,
    transport_of,
)
from omavirta.settings import Settings
from support.mail import read_folder
from support.smtp_server import PASSWORD, USER, Answer, go_away, hang, say, server_certificate, smtp_server

pytestmark = pytest.mark.anyio
ID = UUID("019ac0de-0000-7000-8000-000000000001")
LOGIN = f"{USER}:{quote(PASSWORD, safe='')}"


def configured(mail: str | None, mail_from: str | None = "oma@example.fi") -> Settings:
    return make_settings("sqlite://unused.db").model_copy(update={"mail": mail, "mail_from": mail_from})


def way(mail: str, seconds: float = 5) -> Transport:
    found = transport_of(configured(mail))
    if not isinstance(found, SmtpServer):
        return found
    return SmtpServer(
        found.host, found.port, found.user, found.password, found.tls, found.plain, found.own_name, seconds
    )


def message(recipient: str = "aino@example.fi") -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = "Oma <oma@example.fi>", recipient, "Hei"
    made["Message-ID"] = f"<{ID}@example.fi>"
    made.set_content("Hei!\n.\nloppu\n")
    return made


def test_the_shapes_of_a_server() -> None:
    server = transport_of(configured(f"smtp://{LOGIN}@mail.example.fi"))
    assert server == SmtpServer(
        "mail.example.fi", 587, USER, PASSWORD, tls=False, plain=False, own_name="oma.example.fi"
    )
    assert transport_of(configured("smtps://mail.example.fi")) == SmtpServer(
        "mail.example.fi", 465, None, None, tls=True, plain=False, own_name="oma.example.fi"
    )
    assert transport_of(configured("file:/var/tmp/mail")) == Folder(Path("/var/tmp/mail"))


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (None, "is missing; without mail nobody can register"),
        ("", "must be smtp://"),
        ("pigeon://loft", "must be smtp://"),
        ("mail.example.fi:587", "must be smtp://"),
        ("file:", "needs a folder"),
        ("smtp://", "must end with host and port"),
        ("smtp://oma:hunter/2@mail.example.fi:587", "write / and #"),
        ("smtp://oma:hunter#2@mail.example.fi:587", "write / and #"),
        ("smtp://oma@mail.example.fi:587", "user and password, or neither"),
        ("smtp://mail.example.fi:587?tls=no", "must end with host and port"),
        ("smtp+plain://mail.example.fi:25", "unencrypted"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(value: str | None, sentence: str) -> None:
    with pytest.raises(SettingsError, match="OMAVIRTA_MAIL: ") as refused:
        transport_of(configured(value))
    assert sentence in str(refused.value)
    assert "hunter" not in str(refused.value)


@pytest.mark.parametrize(
    "value", [None, "", "oma", "Oma <oma@example.fi>", "oma@", "a@b.fi, c@d.fi", "ö@example.fi"]
)
def test_the_sender_is_one_address(value: str | None) -> None:
    with pytest.raises(SettingsError, match="OMAVIRTA_MAIL_FROM: "):
        sender_address(configured("file:x", value))


def test_a_password_is_not_shown_with_the_settings() -> None:
    assert "hunter" not in repr(configured("smtp://oma:hunter2@mail.example.fi"))


async def test_the_folder_holds_a_message_once(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "mail"
    for _ in range(2):
        await way(f"file:{folder}").deliver(ID, message())
    assert [file.name for file in folder.iterdir()] == [f"{ID}.eml"]
    assert read_folder(folder)[0]["Subject"] == "Hei"


async def test_a_folder_that_cannot_be_written_is_tried_again() -> None:
    with pytest.raises(NotDeliveredError, match="NotADirectoryError"):
        await way("file:/dev/null/mail").deliver(ID, message())


async def test_plain_delivery_to_this_machine() -> None:
    async with smtp_server() as server:
        await way(f"smtp+plain://localhost:{server.port}").deliver(ID, message())
    assert server.envelopes == [("oma@example.fi", ["aino@example.fi"])]
    assert server.received[0]["Message-ID"] == f"<{ID}@example.fi>"
    assert server.received[0].get_content() == "Hei!\r\n.\r\nloppu\r\n"


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
async def test_encrypted_and_signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    context, certificate = server_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    tls, starttls = (context, None) if scheme == "smtps" else (None, context)
    async with smtp_server(tls=tls, starttls=starttls, login=True) as server:
        await way(f"{scheme}://{LOGIN}@localhost:{server.port}").deliver(ID, message())
    assert server.encrypted == [True]
    assert server.users == [USER]


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
@pytest.mark.parametrize("fault", ["stranger", "other name"])
async def test_a_certificate_that_does_not_hold_gets_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, scheme: str, fault: str
) -> None:
    context, certificate = server_certificate(
        tmp_path, "elsewhere.example" if fault == "other name" else "localhost"
    )
    if fault == "other name":
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    tls, starttls = (context, None) if scheme == "smtps" else (None, context)
    async with smtp_server(tls=tls, starttls=starttls) as server:
        with pytest.raises(NotDeliveredError):
            await way(f"{scheme}://{LOGIN}@localhost:{server.port}").deliver(ID, message())
    assert server.received == []


async def test_without_starttls_nothing_is_said() -> None:
    async with smtp_server() as server:
        with pytest.raises(NotDeliveredError, match="SMTPException"):
            await way(f"smtp://localhost:{server.port}").deliver(ID, message())
    assert server.received == []


async def test_a_wrong_password_is_ours_to_mend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context, certificate = server_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    async with smtp_server(starttls=context, login=True) as server:
        with pytest.raises(NotDeliveredError, match="SMTPAuthenticationError 535") as fault:
            await way(f"smtp://{USER}:wrong@localhost:{server.port}").deliver(ID, message())
    assert "wrong" not in str(fault.value)


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (say("450 try later"), NotDeliveredError),
        (say("550 no such aino@example.fi"), UnsendableError),
        (go_away, NotDeliveredError),
    ],
)
@pytest.mark.parametrize("when", ["recipient", "content"])
async def test_a_refusal_is_for_good_or_for_now(answer: Answer, error: type[Exception], when: str) -> None:
    async with smtp_server() as server:
        (server.to_recipient if when == "recipient" else server.to_data).append(answer)
        with pytest.raises(error) as fault:
            await way(f"smtp+plain://localhost:{server.port}").deliver(ID, message())
        assert "aino" not in str(fault.value)
        await way(f"smtp+plain://localhost:{server.port}").deliver(ID, message())
    assert set(server.ids) == {f"<{ID}@example.fi>"}


@pytest.mark.parametrize("when", ["recipient", "content"])
async def test_a_server_that_hangs_is_left(when: str) -> None:
    async with smtp_server() as server:
        (server.to_recipient if when == "recipient" else server.to_data).append(hang)
        start = time.monotonic()
        with pytest.raises(NotDeliveredError, match="Timeout"):
            await way(f"smtp+plain://localhost:{server.port}", seconds=0.3).deliver(ID, message())
        assert time.monotonic() - start < 3


async def test_nobody_there() -> None:
    async with smtp_server() as server:
        port = server.port
    await asyncio.sleep(0)
    with pytest.raises(NotDeliveredError, match="SMTPConnectError"):
        await way(f"smtp+plain://localhost:{port}").deliver(ID, message())


async def test_a_mail_in_a_folder_is_read_by_its_owner_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        await Folder(tmp_path).deliver(ID, message())
    finally:
        os.umask(before)
    (file,) = await asyncio.to_thread(lambda: list(tmp_path.iterdir()))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(await asyncio.to_thread(read_folder, tmp_path)) == 1
