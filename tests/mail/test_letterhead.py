"""The mail as it leaves: headers, parts, and what keeps strangers out of them."""

from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from uuid import UUID

import pytest

from conftest import make_settings
from omavirta.api.language import Language
from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.letterhead import letterhead_of
from omavirta.contracts.retailer import load_retailer
from omavirta.mail.letterhead import Letterhead, OutgoingMail, UnsendableError, mail_address
from omavirta.mail.messages import MandateInvited, RegistrationCode
from omavirta.mail.rendering import render
from support.mail import code_of, html_of, text_of

ID = UUID("019ac0de-0000-7000-8000-000000000001")
SENT = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)


@pytest.fixture
def letterhead() -> Letterhead:
    settings = make_settings("sqlite://unused.db")
    return letterhead_of(load_retailer(settings.retailer_file), settings)


def outgoing(
    recipient: str = "aino@example.fi", subject: str | None = None, language: Language = Language.FI
) -> OutgoingMail:
    content = render(RegistrationCode("012345"), language)
    return OutgoingMail(
        id=ID,
        kind="registration_code",
        account_id=None,
        recipient=recipient,
        language=language,
        subject=content.subject if subject is None else subject,
        text=content.text,
        html=content.html,
        created_at=to_epoch_microseconds(SENT),
        tries=0,
        next_try_at=0,
    )


def test_headers_say_who_writes_what_to_whom(letterhead: Letterhead) -> None:
    message = letterhead.compose(outgoing(language=Language.SV))
    assert message["From"] == "Revontuli Energia Oy <oma@revontuli.example.fi>"
    assert message["To"] == "aino@example.fi"
    assert message["Subject"] == "Bekräfta din e-postadress"
    assert message["Date"].datetime == SENT
    assert message["Message-ID"] == f"<{ID}@revontuli.example.fi>"
    assert message["Content-Language"] == "sv"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_content_type() == "multipart/alternative"


def test_every_try_sends_the_same_bytes(letterhead: Letterhead) -> None:
    assert letterhead.compose(outgoing()).as_bytes() == letterhead.compose(outgoing()).as_bytes()


def test_it_is_ascii_with_short_lines_on_the_wire(letterhead: Letterhead) -> None:
    wire = letterhead.compose(outgoing()).as_bytes()
    assert wire.isascii()
    assert max(len(line) for line in wire.split(b"\r\n")) <= 100
    assert b"\n" not in wire.replace(b"\r\n", b"")


def test_readers_find_the_words_and_how_to_reach_the_retailer(letterhead: Letterhead) -> None:
    wire = letterhead.compose(outgoing(language=Language.EN)).as_bytes()
    message = message_from_bytes(wire, policy=default)
    assert code_of(message) == "012345"
    for part in (text_of(message), html_of(message)):
        assert "Revontuli Energia Oy" in part
        assert "Customer service +358 9 4245 0100" in part
        assert "(Mon–Fri 8:00–16:00)" in part
        assert "https://oma.example.fi" in part


@pytest.mark.parametrize("language", Language)
def test_the_html_stands_alone_and_suits_light_and_dark(letterhead: Letterhead, language: Language) -> None:
    html = html_of(letterhead.compose(outgoing(language=language)))
    assert f'<html lang="{language.value}">' in html
    assert '<meta name="color-scheme" content="light dark">' in html
    assert "prefers-color-scheme: dark" in html
    for resource in ("<img", "<script", "<link", "src=", "url(", "@import", "@font-face"):
        assert resource not in html


def test_a_subject_is_one_line(letterhead: Letterhead) -> None:
    message = letterhead.compose(outgoing(subject="Kutsu\r\nBcc: muut@example.fi"))
    assert message["Bcc"] is None
    assert b"\r\nBcc:" not in message.as_bytes()


@pytest.mark.parametrize(
    "recipient",
    [
        "aino@example.fi\r\nBcc: muut@example.fi",
        "aino@example.fi, muut@example.fi",
        "Aino <aino@example.fi>",
        "<aino@example.fi>",
        "aino@example.fi>",
        "äino@example.fi",
        "aino",
        "@example.fi",
        "aino@",
        "",
    ],
)
def test_only_one_plain_address_is_written_to(letterhead: Letterhead, recipient: str) -> None:
    with pytest.raises(UnsendableError):
        letterhead.compose(outgoing(recipient))


def test_a_domain_travels_in_ascii() -> None:
    assert mail_address("aino@mäki.fi").addr_spec == "aino@xn--mki-qla.fi"


def test_a_long_foreign_name_cannot_break_a_header(letterhead: Letterhead) -> None:
    content = render(
        MandateInvited("Ö" * 200, "\r\nX-Spam: no", "READER", 14, "https://oma.example.fi/"), Language.FI
    )
    message = letterhead.compose(
        outgoing(subject=content.subject)._replace(text=content.text, html=content.html)
    )
    assert message_from_bytes(message.as_bytes(), policy=default)["X-Spam"] is None
