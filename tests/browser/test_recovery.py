"""A forgotten password, by code and by link, and a forgotten user name."""

import pytest

from browser.mailbox import Mailbox
from browser.portal_api import PASSWORD
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_registration import HEADING_HAS_FOCUS, SUMMARY_HAS_FOCUS
from browser.window import PHONE, Window


@pytest.fixture
def mailbox(portal: Portal) -> Mailbox:
    return Mailbox(portal.mail_folder)


def test_a_code_opens_the_way_to_a_new_password(window: Window, mailbox: Mailbox, axe_source: str) -> None:
    mailbox.skip("aino@example.fi")
    window.open("/kirjaudu")
    window.click_named("link", "Unohtuiko salasana?")
    window.wait_for(HEADING_HAS_FOCUS)
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.texts(".summary li") == ["Kirjoita sähköpostiosoite"]
    assert axe_finds(window, axe_source) == NOTHING
    window.fill("#email", "aino@example.fi")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for_text("Jos osoitteella aino@example.fi on tili, lähetimme siihen koodin.")
    assert axe_finds(window, axe_source) == NOTHING
    window.fill("#code", mailbox.code("aino@example.fi"))
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Valitse uusi salasana")
    window.wait_for(HEADING_HAS_FOCUS)
    assert axe_finds(window, axe_source) == NOTHING
    # Back leads to where another code is asked for: this one is used up.
    window.back()
    window.wait_for_text("Unohtuiko salasana?")
    assert window.evaluate("() => document.getElementById('email').value") == "aino@example.fi"
    window.evaluate("() => history.forward()")
    window.fill("#password", PASSWORD)
    window.fill("#passwordAgain", PASSWORD)
    window.click_named("button", "Jatka")
    window.wait_for_text("Salasanasi on vaihdettu, ja olet kirjautunut sisään.")
    window.wait_for_path("/")
    assert window.shows("Hei, Aino Virtanen")


@pytest.mark.any_engine
def test_an_address_without_an_account_is_told_the_same(window: Window, mailbox: Mailbox) -> None:
    window.open("/unohtunut-salasana")
    window.fill("#email", "ei.ole@example.fi")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for_text("Jos osoitteella ei.ole@example.fi on tili, lähetimme siihen koodin.")
    window.fill("#code", "123456")
    window.click_named("button", "Vahvista koodi")
    window.wait_for_text("Koodi on väärä tai vanhentunut.")
    assert mailbox.count("ei.ole@example.fi") == 0


@pytest.mark.any_engine
def test_without_a_code_there_is_no_new_password(window: Window) -> None:
    window.open("/unohtunut-salasana?vaihe=salasana")
    window.fill("#password", PASSWORD)
    window.fill("#passwordAgain", PASSWORD)
    window.click_named("button", "Jatka")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.path == "/unohtunut-salasana?vaihe=salasana"


def test_a_link_from_the_mail_works_once(window: Window, mailbox: Mailbox, axe_source: str) -> None:
    mailbox.skip("eero@example.fi")
    window.open("/unohtunut-salasana")
    window.fill("#email", "eero@example.fi")
    window.click_named("button", "Lähetä linkki sähköpostiini")
    window.wait_for_text("Linkki toimii kerran ja on voimassa 14 päivää.")
    assert axe_finds(window, axe_source) == NOTHING
    link = mailbox.link("eero@example.fi")
    window.goto(link)
    window.wait_for_text("Valitse uusi salasana")
    # The secret is in no history and on no screen.
    assert window.path == "/uusi-salasana"
    assert axe_finds(window, axe_source) == NOTHING
    window.fill("#password", PASSWORD)
    window.fill("#passwordAgain", PASSWORD)
    window.click_named("button", "Jatka")
    window.wait_for_text("Salasanasi on vaihdettu, ja olet kirjautunut sisään.")
    window.goto("about:blank")
    window.goto(link)
    # Before anything is typed.
    window.wait_for_text("Linkki ei ole enää voimassa")
    window.wait_for(HEADING_HAS_FOCUS)
    assert axe_finds(window, axe_source) == NOTHING


@pytest.mark.any_engine
def test_a_user_name_is_sent_by_mail(window: Window, axe_source: str) -> None:
    window.resize(*PHONE)
    window.open("/kirjaudu")
    window.click_named("link", "Unohtuiko käyttäjätunnus?")
    window.wait_for(HEADING_HAS_FOCUS)
    window.fill("#email", "aino")
    window.click_named("button", "Lähetä käyttäjätunnus")
    window.wait_for("() => document.getElementById('email-problem') !== null")
    assert axe_finds(window, axe_source) == NOTHING
    assert window.evaluate(OVERFLOW) <= 0
    window.fill("#email", "ei.ole@example.fi")
    window.click_named("button", "Lähetä käyttäjätunnus")
    window.wait_for_text("Jos osoitteella ei.ole@example.fi on tili, lähetimme siihen käyttäjätunnuksesi.")
    window.wait_for(HEADING_HAS_FOCUS)
    assert axe_finds(window, axe_source) == NOTHING
