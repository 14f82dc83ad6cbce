"""What the messages say: every one, in every language."""

import re
from html.parser import HTMLParser

import pytest

from omavirta.api.language import Language
from omavirta.mail.letters import LETTERS
from omavirta.mail.messages import (
    AccessTokenCreated,
    AccountClosed,
    AccountLocked,
    AccountUnlocked,
    AddressInUse,
    DataExportReady,
    EmailChangeCode,
    EmailChanged,
    MandateAdded,
    MandateChanged,
    MandateDeclined,
    MandateGranted,
    MandateInvited,
    MandateRemoved,
    MandateRequested,
    MandateWaits,
    Message,
    PasskeyAdded,
    PasskeyRemoved,
    PasswordChanged,
    PasswordResetCode,
    PasswordResetLink,
    RegistrationCode,
    UserNameChanged,
    UserNameReminder,
    Welcome,
)
from omavirta.mail.rendering import render

URL = "https://oma.example.fi/sivu?a=1&b=2#SALAISUUS"
COMPANY = "Kahvila Kuusama Oy"
NASTY = 'Aino <b>"Virtanen"</b>\n\n& {url} pojat'
MESSAGES: tuple[Message, ...] = (
    RegistrationCode("012345"),
    AddressInUse(URL),
    Welcome("Aino Virtanen", URL),
    PasswordResetCode("012345"),
    PasswordResetLink(URL, 14),
    UserNameReminder("aino", URL),
    UserNameReminder(None, URL),
    EmailChangeCode("012345"),
    EmailChanged("a…@example.fi"),
    PasswordChanged(),
    UserNameChanged(),
    PasskeyAdded("Puhelin"),
    PasskeyRemoved("Puhelin"),
    AccessTokenCreated("Kotiautomaatio"),
    DataExportReady(URL),
    AccountClosed(),
    AccountLocked(),
    AccountUnlocked(),
    MandateRequested(COMPANY, "Onni Laine", URL),
    MandateWaits(COMPANY),
    MandateGranted(COMPANY, "ADMINISTRATOR"),
    MandateGranted(COMPANY, "READER"),
    MandateChanged(COMPANY, "ADMINISTRATOR"),
    MandateChanged(COMPANY, "READER"),
    MandateDeclined(COMPANY),
    MandateAdded(COMPANY, "Eero Mäkinen", URL),
    MandateRemoved(COMPANY),
    MandateInvited(COMPANY, "Eero Mäkinen", "ADMINISTRATOR", 14, URL),
    MandateInvited(COMPANY, "Eero Mäkinen", "READER", 14, URL),
)
NEVER_ASKS = {
    Language.FI: "Asiakaspalvelu ei koskaan kysy",
    Language.SV: "Kundtjänsten frågar aldrig efter",
    Language.EN: "Customer service never asks for",
}
NOTHING_TO_DO = {
    Language.FI: "sinun ei tarvitse tehdä mitään",
    Language.SV: "behöver du inte göra någonting",
    Language.EN: "there is nothing you need to do",
}


class Words(HTMLParser):
    """An HTML's text, block by block, with the addresses of its links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.blocks: list[str] = []
        self.links: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "p":
            self.blocks.append("")
        self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.blocks[-1] += data


@pytest.fixture(params=MESSAGES, ids=repr)
def message(request: pytest.FixtureRequest) -> Message:
    found: Message = request.param
    return found


@pytest.fixture(params=list(Language))
def language(request: pytest.FixtureRequest) -> Language:
    return Language(request.param)


def test_every_message_is_here() -> None:
    # By name: a dataclass with slots leaves its first self behind among the subclasses.
    names = {message.__name__ for message in Message.__subclasses__()}
    assert (
        names == {type(message).__name__ for message in MESSAGES} == {letter.__name__ for letter in LETTERS}
    )


def test_it_says_all_it_was_told_and_nothing_is_left_open(message: Message, language: Language) -> None:
    content = render(message, language)
    for part in (content.subject, content.text, content.html):
        assert part.strip()
        assert not re.search(r"[{}]|None", part)
    for value in (getattr(message, name, None) for name in ("code", "url", "sign_in_url", "company", "name")):
        assert value is None or value in content.text
    assert "\n" not in content.subject
    assert len(content.subject) <= 60


@pytest.mark.parametrize("kind", [MandateGranted, MandateChanged])
def test_a_right_to_read_is_not_told_as_more(
    kind: type[MandateGranted | MandateChanged], language: Language
) -> None:
    told = {role: render(kind(COMPANY, role), language).text for role in ("ADMINISTRATOR", "READER")}
    administrator = {
        Language.FI: "pääkäyttäjä:",
        Language.SV: "administratör för",
        Language.EN: "an administrator of",
    }
    assert [administrator[language] in text for text in told.values()] == [True, False]


def test_an_invitation_says_how_long_it_is_valid(language: Language) -> None:
    content = render(MandateInvited(COMPANY, "Eero Mäkinen", "READER", 14, URL), language)
    days = {Language.FI: "14 päivää", Language.SV: "14 dagar", Language.EN: "14 days"}
    assert days[language] in content.text


def test_text_and_html_say_the_same(message: Message, language: Language) -> None:
    content = render(message, language)
    html = Words(content.html)
    blocks = content.text.strip().split("\n\n")
    assert [block.partition(":\nhttps")[0] for block in blocks] == html.blocks
    assert re.findall(r"https://\S+", content.text) == html.links


def test_no_two_languages_share_a_sentence(message: Message) -> None:
    subjects = {render(message, language).subject for language in Language}
    assert len(subjects) == len(Language)


@pytest.mark.parametrize(
    "secret",
    [
        RegistrationCode("012345"),
        PasswordResetCode("012345"),
        EmailChangeCode("012345"),
        PasswordResetLink(URL, 14),
    ],
    ids=repr,
)
def test_a_secret_is_for_nobody_else_and_not_on_a_lock_screen(secret: Message, language: Language) -> None:
    content = render(secret, language)
    assert NEVER_ASKS[language] in content.text
    assert NOTHING_TO_DO[language] in content.text
    assert "012345" not in content.subject
    assert "012345" not in repr(secret)
    assert "SALAISUUS" not in repr(secret)


def test_a_code_is_copied_whole(language: Language) -> None:
    content = render(RegistrationCode("012345"), language)
    assert re.search(r"^012345$", content.text, re.MULTILINE)
    assert re.search(r">012345</p>", content.html)


@pytest.mark.parametrize(
    "about", [Welcome(NASTY, URL), MandateInvited(NASTY, NASTY, "READER", 14, URL), PasskeyAdded(NASTY)]
)
def test_a_name_is_only_ever_text(about: Message, language: Language) -> None:
    content = render(about, language)
    assert "<b>" not in content.html
    assert "&lt;b&gt;&#34;Virtanen&#34;&lt;/b&gt; &amp; {url} pojat" in content.html
    assert 'Aino <b>"Virtanen"</b> & {url} pojat' in content.text
    assert "\n" not in content.subject
