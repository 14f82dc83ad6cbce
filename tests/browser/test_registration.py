"""From the bank to an account, and what is said where there is nothing to register."""

from collections.abc import Iterator

import pytest

from browser.conftest import sign_in_as
from browser.mailbox import Mailbox
from browser.newcomer import (
    IDENTIFY,
    NEW_PASSWORD,
    ask,
    close_account,
    enter_details,
    identify,
    invite,
    new_address,
    register,
    sign_out,
)
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_sign_in import sign_in
from browser.window import PHONE, Window

SUMMARY_HAS_FOCUS = "() => document.activeElement.classList.contains('summary')"
HEADING_HAS_FOCUS = "() => document.activeElement.tagName === 'H1'"
VALUES = "(...ids) => ids.map((id) => document.getElementById(id).value)"


@pytest.fixture
def mailbox(portal: Portal) -> Mailbox:
    return Mailbox(portal.mail_folder)


@pytest.fixture
def leaving(window: Window) -> Iterator[Window]:
    """A window whose person closes the account that was made, so that the next test can register the same one."""
    yield window
    close_account(window)


def test_a_new_customer_registers_and_comes_back_by_password_and_by_code(
    leaving: Window, mailbox: Mailbox
) -> None:
    window, email = leaving, new_address("helmi")
    register(window, mailbox, "Helmi Korhonen", email)
    assert window.path == "/"
    assert window.shows("Hei, Helmi Korhonen")
    window.wait_for_text("kWh")
    assert "Helmi Korhonen" in mailbox.text(email)
    window.reload()
    window.wait_for_text("kWh")
    assert not window.shows("Tervetuloa!")

    sign_out(window, "Helmi Korhonen")
    sign_in(window, email, NEW_PASSWORD)
    window.wait_for_text("Hei, Helmi Korhonen")

    sign_out(window, "Helmi Korhonen")
    window.click_named("link", "Unohtuiko salasana?")
    window.fill("#email", email)
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.fill("#code", mailbox.code(email))
    window.click_named("button", "Vahvista koodi")
    window.fill("#password", "revontulten loisteessa")
    window.fill("#passwordAgain", "revontulten loisteessa")
    window.click_named("button", "Jatka")
    window.wait_for_text("Salasanasi on vaihdettu, ja olet kirjautunut sisään.")
    assert window.path == "/"
    sign_out(window, "Helmi Korhonen")
    sign_in(window, email, NEW_PASSWORD)
    window.wait_for(SUMMARY_HAS_FOCUS)
    window.fill("#password", "revontulten loisteessa")
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for_text("Hei, Helmi Korhonen")


@pytest.mark.any_engine
def test_who_has_an_account_is_signed_in_and_told_so_once(window: Window) -> None:
    window.open("/rekisteroidy")
    identify(window, "Aino Virtanen")
    window.wait_for_text("Sinulla oli jo tili, joten kirjasimme sinut sisään.")
    window.wait_for_path("/")
    assert window.shows("Hei, Aino Virtanen")
    window.reload()
    window.wait_for_text("kWh")
    assert not window.shows("Sinulla oli jo tili")
    window.open("/rekisteroidy")
    window.wait_for_path("/")


@pytest.mark.any_engine
def test_without_a_customer_it_is_said_what_to_do(window: Window, axe_source: str) -> None:
    window.open("/rekisteroidy")
    identify(window, "Onni Laine")
    window.wait_for_text("Emme löytäneet tiedoillasi asiakkuutta")
    assert window.shows("Onni Laine")
    assert window.evaluate("() => document.querySelector('a[href^=\"tel:\"]').href") == "tel:+358942450100"
    assert axe_finds(window, axe_source) == NOTHING
    # The company way is open, and one's own number does not open it.
    window.click_named("link", "Anna yrityksen tiedot")
    window.wait_for(HEADING_HAS_FOCUS)
    window.click_named("button", "Hae yritys")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.texts(".summary li") == ["Kirjoita Y-tunnus", "Kirjoita asiakasnumero"]
    window.fill("#businessId", "4100000-7")
    window.fill("#customerNumber", "99999")
    window.click_named("button", "Hae yritys")
    window.wait_for_text("Emme löytäneet yritystä näillä tiedoilla")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")
    assert ask(window, "{ registration { name } }") == {"registration": None}
    window.open("/rekisteroidy")
    window.wait_for_text("Kenen asioita hoidat?")


@pytest.mark.any_engine
def test_the_contact_person_of_a_company_registers_for_it(leaving: Window, mailbox: Mailbox) -> None:
    window, email = leaving, new_address("kaisa")
    window.open("/rekisteroidy")
    window.click_named("radio", "Yrityksen tai yhteisön")
    identify(window, "Kaisa Nieminen")
    window.fill("#businessId", "4100000-7")
    window.fill("#customerNumber", "20001")
    window.click_named("button", "Hae yritys")
    window.wait_for_text("Kahvila Kuusama Oy")
    window.click_named("link", "Jatka")
    enter_details(window, email)
    window.fill("#code", mailbox.code(email))
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Tervetuloa! Tilisi on valmis.")
    window.wait_for_text("Kahvila Kuusama Oy")


@pytest.mark.any_engine
def test_who_is_not_known_to_the_company_is_told_that_the_request_waits(
    leaving: Window, mailbox: Mailbox
) -> None:
    window, email = leaving, new_address("onni")
    window.open("/rekisteroidy")
    identify(window, "Onni Laine")
    window.click_named("link", "Anna yrityksen tiedot")
    window.fill("#businessId", "4100000-7")
    window.fill("#customerNumber", "20001")
    window.click_named("button", "Hae yritys")
    window.wait_for_text("pyyntösi jää odottamaan hyväksyntää")
    window.click_named("link", "Jatka")
    enter_details(window, email)
    window.fill("#code", mailbox.code(email))
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Tervetuloa! Tilisi on valmis.")
    window.reload()
    window.wait_for_text("Pyyntösi hoitaa yrityksen Kahvila Kuusama Oy asioita odottaa hyväksyntää.")
    assert window.path == "/"
    assert not window.shows("Sinulla ei ole vielä käyttöpaikkoja.")


@pytest.mark.any_engine
def test_an_invited_person_registers_and_acts_for_the_company(
    leaving: Window, mailbox: Mailbox, axe_source: str
) -> None:
    window, email = leaving, new_address("onni")
    sign_in_as(window, "eero")
    link = invite(window, mailbox, email)
    window.open("/")
    sign_out(window, "Eero Mäkinen")
    window.goto(link)
    window.click_named("link", "Rekisteröidy")
    identify(window, "Onni Laine")
    window.wait_for_text("Sinut on kutsuttu hoitamaan yrityksen asioita.")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("link", "Jatka")
    enter_details(window, email)
    window.fill("#code", mailbox.code(email))
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Tervetuloa! Tilisi on valmis.")
    window.wait_for_text("Kahvila Kuusama Oy")


@pytest.mark.any_engine
def test_an_invitation_is_accepted_by_who_is_signed_in(
    leaving: Window, mailbox: Mailbox, axe_source: str
) -> None:
    window, email = leaving, new_address("helmi")
    sign_in_as(window, "eero")
    link = invite(window, mailbox, email)
    window.open("/")
    sign_out(window, "Eero Mäkinen")
    register(window, mailbox, "Helmi Korhonen", email)
    window.goto(link)
    window.wait_for_text("Hyväksyt kutsun nimellä Helmi Korhonen.")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("button", "Hyväksy kutsu")
    window.wait_for_text("Kutsu on hyväksytty")
    window.wait_for(HEADING_HAS_FOCUS)
    assert window.shows("Kahvila Kuusama Oy")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("link", "Siirry kotisivulle")
    window.wait_for_text("Hei, Helmi Korhonen")
    # The link is used up.
    window.goto("about:blank")
    window.goto(link)
    window.click_named("button", "Hyväksy kutsu")
    window.wait_for_text("Kutsua ei voitu hyväksyä")


def test_what_is_missing_is_told_and_every_step_is_in_order(
    window: Window, mailbox: Mailbox, axe_source: str
) -> None:
    window.open("/rekisteroidy")
    window.wait_for_text("Kenen asioita hoidat?")
    assert axe_finds(window, axe_source) == NOTHING
    identify(window, "Helmi Korhonen")
    window.wait_for_text("Löysimme asiakkuutesi")
    assert axe_finds(window, axe_source) == NOTHING

    window.click_named("link", "Jatka")
    window.wait_for(HEADING_HAS_FOCUS)
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.texts(".summary li") == [
        "Kirjoita sähköpostiosoite",
        "Kirjoita salasana",
        "Kirjoita salasana uudelleen",
        "Hyväksy palvelun ehdot",
    ]
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("link", "Hyväksy palvelun ehdot")
    assert window.focused().startswith("input#termsVersion")
    window.fill("#password", "kanelipulla")
    assert window.text(".strength-advice") == "Kelpaa. 15 merkkiä olisi turvallisempi."
    window.fill("#passwordAgain", "kanelipullo")
    window.fill("#email", "helmi")
    window.click("#termsVersion")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for_text("Salasanat eivät ole samat.")
    window.wait_for(SUMMARY_HAS_FOCUS)
    window.fill("#passwordAgain", "kanelipulla")
    # What only the server knows comes back to its field.
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for("() => document.getElementById('email-problem') !== null")
    assert window.evaluate(VALUES, "password", "passwordAgain") == ["kanelipulla", "kanelipulla"]
    email = new_address("helmi")
    window.fill("#email", email)
    window.click_named("button", "Lähetä vahvistuskoodi")

    window.wait_for_text(f"Lähetimme koodin osoitteeseen {email}")
    assert window.path == "/rekisteroidy?vaihe=koodi"
    assert axe_finds(window, axe_source) == NOTHING
    window.fill("#code", "12 34")
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Koodissa on kuusi numeroa")
    right = mailbox.code(email)
    window.fill("#code", str(1_000_000 - int(right)).zfill(6)[-6:])
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Koodi on väärä tai vanhentunut.")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("button", "Lähetä uusi koodi")
    window.wait_for_text("Uusi koodi on lähetetty.")
    assert mailbox.code(email) != right
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")


def test_nothing_typed_is_lost_to_another_language_or_step(window: Window, mailbox: Mailbox) -> None:
    window.open("/rekisteroidy")
    window.click_named("radio", "Yrityksen tai yhteisön")
    identify(window, "Helmi Korhonen")
    window.click_named("link", "Jatka ilman yritystä")
    window.click_named("link", "Jatka")
    email = new_address("helmi")
    window.fill("#email", email)
    window.fill("#password", NEW_PASSWORD)
    window.choose(".top-language", "sv")
    window.wait_for_text("Skapa ett konto")
    assert window.evaluate(VALUES, "email", "password") == [email, NEW_PASSWORD]
    window.choose(".top-language", "fi")
    window.wait_for_text("Luo tili")
    window.back()
    window.wait_for_text("Löysimme asiakkuutesi")
    window.click_named("link", "Jatka")
    assert window.evaluate(VALUES, "email", "password") == [email, NEW_PASSWORD]
    window.fill("#passwordAgain", NEW_PASSWORD)
    window.click("#termsVersion")
    # Sent twice at once it is sent once.
    window.evaluate("() => { const form = document.forms[0]; form.requestSubmit(); form.requestSubmit(); }")
    window.wait_for_text(f"Lähetimme koodin osoitteeseen {email}")
    mailbox.code(email)
    window.back()
    window.wait_for_text("Luo tili")
    assert window.evaluate(VALUES, "email", "password") == [email, NEW_PASSWORD]
    # An unfinished registration goes on where it was.
    window.open("/rekisteroidy")
    window.wait_for_text(f"Lähetimme koodin osoitteeseen {email}")
    assert mailbox.count(email) == 0
    window.click_named("link", "Vaihda osoite")
    assert window.evaluate(VALUES, "email", "password") == [email, ""]
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")


def test_the_steps_fit_a_phone(window: Window) -> None:
    window.resize(*PHONE)
    window.open("/rekisteroidy")
    window.wait_for_text(IDENTIFY)
    assert window.evaluate(OVERFLOW) <= 0
    identify(window, "Helmi Korhonen")
    window.click_named("link", "Jatka")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.evaluate(OVERFLOW) <= 0
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")
