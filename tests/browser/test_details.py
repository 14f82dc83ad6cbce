"""My details: everything that one changes about oneself, with a proof of who one is where the account is at stake."""

import json
import re
import urllib.request
from collections.abc import Iterator

import pytest

from browser.engines import Engine
from browser.mailbox import Mailbox
from browser.newcomer import NEW_PASSWORD, choose_person, close_account, new_address, register
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_language import read_words, words_only_in_finnish
from browser.window import NARROWEST, PHONE, Window

PERSON = "Helmi Korhonen"
DETAILS, SECURITY, OWN_DATA = "/omat-tiedot", "/omat-tiedot/turvallisuus", "/omat-tiedot/tietoni"
SUMMARY_HAS_FOCUS = "() => document.activeElement.classList.contains('summary')"
DIALOG_IS_OPEN = "() => document.querySelector('dialog[open]') !== null"
SAID = "(text) => document.querySelector('.said')?.textContent === text"
VALUE = "(css) => document.querySelector(css).value"


@pytest.fixture
def mailbox(portal: Portal) -> Mailbox:
    return Mailbox(portal.mail_folder)


@pytest.fixture
def newcomer(window: Window, portal: Portal, mailbox: Mailbox) -> Iterator[str]:
    """Helmi, registered just now in this window: her address. Her account is closed in the end."""
    email = new_address("helmi")
    mailbox.skip(email)
    register(window, mailbox, PERSON, email)
    assert "Tilisi on valmis" in mailbox.text(email)
    yield email
    portal.renew_proofs()
    close_account(window)


def said(window: Window, text: str) -> None:
    """What was done is said in its section, and the focus is back where it began."""
    window.wait_for(SAID, text)
    window.wait_for("() => document.activeElement.closest('.section') !== null")


def test_what_guards_the_account_asks_who_one_is_and_goes_on_by_itself(
    window: Window, portal: Portal, newcomer: str
) -> None:
    window.open(DETAILS)
    window.wait_for_text("Vahvistettu pankkitunnuksilla tai mobiilivarmenteella")
    portal.forget_proofs()
    window.click_named("button", "Lisää käyttäjätunnus")
    window.wait_for("() => document.activeElement.id === 'person-username-userName'")
    window.fill("#person-username-userName", "helmi.korhonen")
    window.click_named("button", "Tallenna")
    window.wait_for(DIALOG_IS_OPEN)
    window.fill("#step-up-password", "ei ole tama")
    window.click_named("button", "Vahvista")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.shows("Salasana on väärä")
    window.press("Escape")
    window.wait_for("() => document.querySelector('dialog') === null")
    assert window.evaluate(VALUE, "#person-username-userName") == "helmi.korhonen"
    window.click_named("button", "Tallenna")
    window.wait_for(DIALOG_IS_OPEN)
    window.fill("#step-up-password", NEW_PASSWORD)
    window.press("Enter")
    said(window, "Käyttäjätunnus on tallennettu.")
    assert window.focused() == "button#edit-person:username Vaihda käyttäjätunnus"
    window.reload()
    window.wait_for_text("helmi.korhonen")


@pytest.mark.any_engine
def test_with_the_bank_one_comes_back_to_what_one_typed(
    window: Window, portal: Portal, newcomer: str
) -> None:
    window.open(DETAILS)
    portal.forget_proofs()
    window.click_named("button", "Lisää käyttäjätunnus")
    window.fill("#person-username-userName", "helmi.bank")
    window.click_named("button", "Tallenna")
    window.wait_for(DIALOG_IS_OPEN)
    window.click_named("button", "Tunnistaudu: Pankkitunnukset tai mobiilivarmenne")
    choose_person(window, PERSON)
    window.wait_for_path(DETAILS)
    window.wait_for_text("Kirjoittamasi on tallella. Tarkista se ja jatka.")
    assert window.evaluate(VALUE, "#person-username-userName") == "helmi.bank"
    window.click_named("button", "Tallenna")
    said(window, "Käyttäjätunnus on tallennettu.")
    assert not window.evaluate("() => sessionStorage.getItem('omavirta.draft')")


def test_a_new_address_is_confirmed_and_the_old_one_is_told(
    window: Window, mailbox: Mailbox, newcomer: str
) -> None:
    address = new_address("helmi.uusi")
    window.open(DETAILS)
    window.click_named("button", "Vaihda sähköpostiosoite")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for(SUMMARY_HAS_FOCUS)
    window.fill("#person-email-email", address)
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for_text(f"Lähetimme koodin osoitteeseen {address}")
    code = mailbox.code(address)
    window.fill("#person-email-code", "000000" if code != "000000" else "000001")
    window.click_named("button", "Vahvista koodi")
    window.wait_for(SUMMARY_HAS_FOCUS)
    window.click(".summary a")
    assert window.focused().startswith("input#person-email-code")
    window.fill("#person-email-code", code)
    window.click_named("button", "Vahvista koodi")
    said(window, "Sähköpostiosoitteesi on vaihdettu.")
    assert window.shows(address)
    assert "sähköpostiosoite" in mailbox.text(newcomer).lower()


@pytest.mark.any_engine
def test_a_lost_connection_and_a_wrong_number_lose_nothing(
    window: Window, portal: Portal, newcomer: str
) -> None:
    window.open(DETAILS)
    window.click_named("button", "Lisää puhelinnumero")
    window.fill("#person-phone-phone", "soita minulle")
    window.click_named("button", "Tallenna")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.evaluate("() => document.getElementById('person-phone-phone').ariaInvalid") == "true"
    window.fill("#person-phone-phone", "040 123 4567")
    with portal.away():
        window.click_named("button", "Tallenna")
        window.wait_for("() => /yhteyttä/.test(document.querySelector('.summary')?.textContent ?? '')")
        assert window.evaluate(VALUE, "#person-phone-phone") == "040 123 4567"
    window.forget_problems()
    window.click_named("button", "Tallenna")
    said(window, "Puhelinnumero on tallennettu.")
    assert window.shows("+358 40 123 4567")
    window.click_named("button", "Muuta ilmoituksia")
    window.click("input[value=NEWS]")
    window.click_named("button", "Tallenna")
    said(window, "Ilmoitusvalinnat on tallennettu.")
    assert window.shows("Uutiset")


@pytest.mark.any_engine
def test_the_accounts_language_is_the_apps_too(window: Window, newcomer: str) -> None:
    window.open(DETAILS)
    window.click_named("button", "Vaihda kieli")
    window.click_named("radio", "Svenska")
    window.click_named("button", "Tallenna")
    said(window, "Språket har ändrats till svenska.")
    finnish = words_only_in_finnish() - {"helmi", "korhonen", "kuusama"}
    for path in (DETAILS, SECURITY, OWN_DATA):
        window.open(path)
        window.wait_for("() => document.querySelector('.section') !== null")
        window.settle()
        assert read_words(window) & finnish == set(), path


@pytest.mark.any_engine
def test_a_new_password_wants_the_old_one_and_ends_other_sessions(
    engine: Engine, window: Window, portal: Portal, newcomer: str
) -> None:
    # In a dark system, for which WebKit too has a browser of its own.
    other = engine.window(portal.url, dark=True)
    try:
        other.open("/kirjaudu")
        other.fill("#identifier", newcomer)
        other.fill("#password", NEW_PASSWORD)
        other.press("Enter")
        other.wait_for_text(f"Hei, {PERSON}")
        portal.forget_proofs()
        window.open(SECURITY)
        window.wait_for("() => document.querySelectorAll('.badge').length === 1")
        window.click_named("button", "Vaihda salasana")
        window.fill("#password-change-oldPassword", "ei ole tama")
        window.fill("#password-change-password", "toinen hyva lause")
        window.fill("#password-change-passwordAgain", "toinen hyva lause")
        window.click_named("button", "Tallenna")
        window.wait_for(SUMMARY_HAS_FOCUS)
        assert window.evaluate(VALUE, "#password-change-password") == "toinen hyva lause"
        window.fill("#password-change-oldPassword", NEW_PASSWORD)
        window.click_named("button", "Tallenna")
        said(window, "Salasana on tallennettu. Muut laitteet on kirjattu ulos.")
        other.open(DETAILS)
        other.wait_for_text("Kirjaudu sisään")
    finally:
        other.close()


def test_another_session_is_ended(engine: Engine, window: Window, portal: Portal, newcomer: str) -> None:
    # In a dark system, for which WebKit too has a browser of its own.
    other = engine.window(portal.url, dark=True)
    try:
        other.open("/kirjaudu")
        other.fill("#identifier", newcomer)
        other.fill("#password", NEW_PASSWORD)
        other.press("Enter")
        other.wait_for_text(f"Hei, {PERSON}")
        window.open(SECURITY)
        window.wait_for_text("Tämä laite")
        window.click("[id^='edit-sessions:end']")
        window.click_named("button", "Kirjaa ulos")
        said(window, "Laite on kirjattu ulos.")
        assert window.count("[id^='edit-sessions:end']") == 0
        other.open(DETAILS)
        other.wait_for_text("Kirjaudu sisään")
    finally:
        other.close()


@pytest.mark.any_engine
def test_a_token_is_shown_once_and_opens_what_it_was_made_for(
    window: Window, portal: Portal, newcomer: str
) -> None:
    window.open(OWN_DATA)
    window.click_named("button", "Luo käyttöavain")
    window.click("input[value=CONSUMPTION_READ]")
    window.click("button[type=submit]")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.texts(".summary li") == [
        "Kirjoita nimi",
        "Valitse vähintään yksi asia, jonka avaimella saa lukea",
    ]
    window.fill("#tokens-add-name", "Kotiautomaatio")
    window.click("input[value=CONSUMPTION_READ]")
    window.click("button[type=submit]")
    window.wait_for("() => document.activeElement.textContent === 'Kopioi käyttöavain nyt'")
    secret = window.evaluate(VALUE, ".secret input")
    assert re.fullmatch(r"pat_\S{40,}", secret)
    request = urllib.request.Request(
        f"{portal.url}/graphql",
        json.dumps(
            {"query": "{ viewer { customers { meteringPoints(first: 5) { nodes { id } } } } }"}
        ).encode(),
        {"Content-Type": "application/json", "Authorization": f"Bearer {secret}"},
    )
    with urllib.request.urlopen(request, timeout=10) as answer:
        assert json.load(answer)["data"]["viewer"]["customers"][0]["meteringPoints"]["nodes"]
    window.click_named("button", "Olen tallentanut avaimen")
    window.reload()
    window.wait_for_text("Kotiautomaatio")
    assert secret not in window.evaluate("() => document.documentElement.outerHTML")
    window.click_named("button", "Poista käyttöavain: Kotiautomaatio")
    window.click_named("button", "Poista käyttöavain")
    said(window, "Käyttöavain on poistettu.")
    assert window.focused().startswith("h2#section-tokens")


@pytest.mark.any_engine
def test_the_data_is_gathered_while_one_watches(window: Window, newcomer: str) -> None:
    window.open(OWN_DATA)
    window.click_named("button", "Pyydä tiedot")
    window.wait_for("() => document.querySelector('.download a') !== null")
    assert window.evaluate(
        "() => fetch(document.querySelector('.download a').href).then(async (answer) =>"
        " [answer.status, answer.headers.get('content-type'), (await answer.arrayBuffer()).byteLength > 1000])"
    ) == [200, "application/zip", True]


@pytest.mark.any_engine
def test_closing_the_account_wants_a_yes_and_leaves_nothing(
    window: Window, portal: Portal, mailbox: Mailbox
) -> None:
    email = new_address("helmi")
    register(window, mailbox, PERSON, email)
    window.open(OWN_DATA)
    window.click_named("button", "Sulje tili…")
    window.wait_for_text("Suljetaanko tilisi?")
    window.wait_for("() => document.querySelector('.edit a[href$=\"/tietosuoja\"]') !== null")
    window.click_named("button", "Sulje tili")
    window.wait_for(SUMMARY_HAS_FOCUS)
    window.click("#closing-close-understood")
    window.click_named("button", "Sulje tili")
    window.wait_for_path("/tili-suljettu")
    window.wait_for_text("Tilisi on suljettu")
    window.click_named("link", "Siirry kirjautumiseen")
    window.wait_for_path("/kirjaudu")
    # Nothing is closed where nobody has closed anything.
    window.open("/tili-suljettu")
    window.wait_for_path("/kirjaudu")
    window.open("/kirjaudu")
    window.fill("#identifier", email)
    window.fill("#password", NEW_PASSWORD)
    window.press("Enter")
    window.wait_for(SUMMARY_HAS_FOCUS)


@pytest.mark.parametrize(
    ("path", "button"),
    [
        (DETAILS, "Vaihda sähköpostiosoite"),
        (DETAILS, "Muuta ilmoituksia"),
        (DETAILS, "Lisää yritys"),
        (SECURITY, "Vaihda salasana"),
        (OWN_DATA, "Luo käyttöavain"),
        (OWN_DATA, "Sulje tili…"),
    ],
)
def test_axe_finds_nothing_and_it_fits_a_phone(
    signed_in: Window, axe_source: str, path: str, button: str
) -> None:
    signed_in.resize(*PHONE)
    signed_in.open(path)
    signed_in.click_named("button", button)
    signed_in.wait_for("() => document.querySelector('form.edit') !== null")
    assert axe_finds(signed_in, axe_source) == NOTHING
    for size in (PHONE, NARROWEST):
        signed_in.resize(*size)
        assert signed_in.evaluate(OVERFLOW) <= 0


@pytest.mark.any_engine
def test_the_only_administrator_of_a_company_is_told_before_closing(signed_in_for_company: Window) -> None:
    eero = signed_in_for_company
    eero.open(OWN_DATA)
    eero.click_named("button", "Sulje tili…")
    eero.wait_for_text("Olet yrityksen Kahvila Kuusama Oy ainoa pääkäyttäjä.")
    eero.click_named("link", "Käyttäjät: Kahvila Kuusama Oy")
    eero.wait_for_text("Yrityksen käyttäjät")


@pytest.mark.any_engine
def test_axe_finds_nothing_in_the_step_up(signed_in: Window, portal: Portal, axe_source: str) -> None:
    signed_in.open(DETAILS)
    portal.forget_proofs()
    signed_in.click_named("button", "Vaihda sähköpostiosoite")
    signed_in.fill("#person-email-email", "aino2@example.fi")
    signed_in.click_named("button", "Lähetä vahvistuskoodi")
    signed_in.wait_for(DIALOG_IS_OPEN)
    signed_in.click_named("button", "Vahvista")
    signed_in.wait_for(SUMMARY_HAS_FOCUS)
    assert axe_finds(signed_in, axe_source) == NOTHING
