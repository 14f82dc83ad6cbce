"""Strong authentication from the sign-in page, the page that says why it failed, and invitations that wait for it."""

import pytest

from browser.engines import Engine
from browser.newcomer import IDENTIFY, choose_person, identify
from browser.portal_api import PASSWORD, PortalApi
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_registration import SUMMARY_HAS_FOCUS
from browser.test_sign_in import sign_in
from browser.window import PHONE, Window

pytestmark = pytest.mark.any_engine

SHIFTS = """
() => new Promise((done) => {
  let total = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) total += entry.value; })
    .observe({ type: 'layout-shift', buffered: true });
  setTimeout(() => done(total), 500);
})
"""
TWO_SERVICES = """
() => {
  const real = window.fetch;
  const services = [{ key: 'bank', name: 'Pankkitunnukset' }, { key: 'demo', name: 'Mobiilivarmenne' }];
  window.fetch = (url, options) => options.body.includes('identificationServices')
    ? Promise.resolve(new Response(JSON.stringify({ data: { retailer: { identificationServices: services } } })))
    : real(url, options);
}
"""
REASONS = {
    "peruttu": "Tunnistautuminen keskeytyi",
    "vanhentunut": "Tunnistautuminen ehti vanhentua",
    "ei-vastausta": "Tunnistuspalvelu ei vastaa juuri nyt",
    "hylatty": "Tunnistautumista ei voitu hyväksyä",
    "eri-henkilo": "Tunnistautuja on toinen henkilö",
    "lukittu": "Tilisi on lukittu",
    "jotain-muuta": "Tunnistautumista ei voitu hyväksyä",
}


def test_the_bank_is_the_first_choice_and_leads_back_to_where_one_was_going(
    window: Window, api: PortalApi
) -> None:
    path = f"/kulutus/{api.point_id('Mökki')}?y=2025&m=3"
    window.open(path)
    window.wait_for_text("Kirjaudu sisään")
    assert window.evaluate("() => document.querySelector('main button').textContent") == IDENTIFY
    identify(window, "Aino Virtanen")
    window.wait_for_path(path)
    window.wait_for_text("maaliskuu 2025")


def test_a_stranger_to_the_portal_goes_on_to_register(window: Window) -> None:
    window.open("/kirjaudu")
    identify(window, "Onni Laine")
    window.wait_for_path("/rekisteroidy")
    window.wait_for_text("Emme löytäneet tiedoillasi asiakkuutta")
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")


def test_sign_in_shifts_nothing_and_works_while_the_bank_cannot_be_asked(
    window: Window, engine: Engine, portal: Portal
) -> None:
    window.open("/kirjaudu")
    window.settle()
    if engine.name == "chromium":
        assert window.evaluate(SHIFTS) == 0
    with portal.away():
        window.click_named("button", IDENTIFY)
        window.wait_for_text("Palveluun ei saatu yhteyttä.")
    window.forget_problems()
    sign_in(window, "aino", PASSWORD)
    window.wait_for_text("Hei, Aino Virtanen")


def test_what_was_cancelled_at_the_bank_can_be_tried_again(window: Window) -> None:
    window.open("/kirjaudu")
    window.click_named("button", IDENTIFY)
    window.click_named("button", "Keskeytä ja palaa palveluun")
    window.wait_for_text("Tunnistautuminen keskeytyi")
    window.click_named("button", "Yritä uudelleen")
    choose_person(window, "Aino Virtanen")
    window.wait_for_text("Hei, Aino Virtanen")


def test_of_several_services_one_is_chosen(window: Window, axe_source: str) -> None:
    """The demo's broker is one, so the portal's answer is made up here."""
    window.open("/kirjaudu")
    window.wait_for_text(IDENTIFY)
    window.evaluate(TWO_SERVICES)
    window.click_named("button", IDENTIFY)
    window.wait_for_text("Valitse, miten tunnistaudut")
    assert window.focused() == "button# Pankkitunnukset"
    assert axe_finds(window, axe_source) == NOTHING
    identify(window, "Aino Virtanen", "Mobiilivarmenne")
    window.wait_for_text("Hei, Aino Virtanen")


@pytest.mark.parametrize("reason", REASONS)
def test_every_reason_has_its_page(window: Window, axe_source: str, reason: str) -> None:
    window.resize(*PHONE)
    window.open(f"/tunnistus-epaonnistui?syy={reason}")
    assert window.text("h1") == REASONS[reason]
    window.wait_for_text("+358 9 4245 0100")
    assert (window.count(".identify button") == 0) == (reason == "lukittu")
    assert axe_finds(window, axe_source) == NOTHING
    assert window.evaluate(OVERFLOW) <= 0


def test_an_invitation_waits_for_sign_in_and_keeps_its_secret_out_of_sight(
    window: Window, axe_source: str
) -> None:
    window.open("/kutsu#not-a-secret-of-ours")
    window.wait_for_text("Sinut on kutsuttu hoitamaan yrityksen asioita")
    assert window.path == "/kutsu"
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("link", "Kirjaudu sisään")
    sign_in(window, "aino", PASSWORD)
    window.wait_for_path("/kutsu")
    window.wait_for_text("Hyväksyt kutsun nimellä Aino Virtanen.")
    window.click_named("button", "Hyväksy kutsu")
    window.wait_for(SUMMARY_HAS_FOCUS)
    assert window.text(".summary h2") == "Kutsua ei voitu hyväksyä"
    assert axe_finds(window, axe_source) == NOTHING


def test_without_an_invitation_it_is_said_where_one_comes_from(window: Window, axe_source: str) -> None:
    window.open("/kutsu")
    window.wait_for_text("Kutsua ei löydy")
    assert axe_finds(window, axe_source) == NOTHING
