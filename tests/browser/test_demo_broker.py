"""The demo's broker in every engine: from the portal to it, a choice, and back, signed in."""

import json
from collections.abc import Iterator

import pytest

from browser.engines import Engine
from browser.service import Portal
from browser.test_appearance import OVERFLOW, RUN_AXE
from browser.window import PHONE, Window
from support.strong import START

pytestmark = pytest.mark.any_engine

BEGIN = """
async (query) => {
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables: { input: { service: 'demo', purpose: 'SIGN_IN', returnTo: '/laskut' } } }),
  });
  return (await response.json()).data.identificationStart.authorizationUrl;
}
"""
VIEWER = """
async () => {
  const response = await fetch('/graphql', {
    method: 'POST', headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ query: '{ viewer { account { name } } }' }),
  });
  return JSON.stringify((await response.json()).data.viewer);
}
"""


def go_to_broker(window: Window, portal: Portal) -> None:
    window.open("/kirjaudu")
    url = str(window.evaluate(BEGIN, START))
    window.open(url.removeprefix(portal.url))
    window.wait_for_text("Valitse tunnistustapa")


def test_a_test_person_is_chosen_and_is_signed_in(window: Window, portal: Portal) -> None:
    go_to_broker(window, portal)
    assert window.shows("Tämä ei ole oikea tunnistus")
    window.click_named("link", "Mobiilivarmenne")
    window.wait_for_text("Valitse testihenkilö")
    window.click("button[name=person][value='0']")
    window.wait_for_path("/laskut")
    assert json.loads(window.evaluate(VIEWER)) == {"account": {"name": "Aino Virtanen"}}


def test_a_cancel_leads_back_to_the_portal(window: Window, portal: Portal) -> None:
    go_to_broker(window, portal)
    window.click_named("button", "Keskeytä ja palaa palveluun")
    window.wait_for_path("/tunnistus-epaonnistui?syy=peruttu")


@pytest.fixture(params=["light", "dark"])
def themed(request: pytest.FixtureRequest, engine: Engine, portal: Portal) -> Iterator[Window]:
    """The broker is another site: it follows the system's theme and not the portal's."""
    opened = engine.window(portal.url, dark=request.param == "dark")
    try:
        yield opened
    finally:
        opened.close()


def test_axe_finds_nothing_and_a_phone_is_wide_enough(
    themed: Window, portal: Portal, axe_source: str
) -> None:
    themed.resize(*PHONE)
    go_to_broker(themed, portal)
    chooser = themed.path
    for page in (chooser, f"{chooser}?tapa=bank", "/demo/broker/authorize?request=x"):
        themed.open(page)
        themed.wait_for("() => document.querySelector('h1') !== null")
        themed.evaluate(f"() => {{ {axe_source}\n }}")
        assert themed.evaluate(RUN_AXE) == [], page
        assert themed.evaluate(OVERFLOW) <= 0, page
