"""Light and dark, desk and phone, and what axe-core has to say of each."""

from typing import Any

import pytest

from browser.consumption_page import CHART, last_full_year, open_consumption, table_rows
from browser.engines import Engine
from browser.portal_api import PortalApi
from browser.service import Portal
from browser.window import NARROWEST, PHONE, Window

BACKGROUND = "() => getComputedStyle(document.documentElement).backgroundColor"
LIGHT_PAGE, DARK_PAGE = "rgb(244, 246, 246)", "rgb(14, 21, 20)"
SET_THEME = """
async (theme) => {
  document.documentElement.dataset.theme = theme;
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  await Promise.allSettled(document.getAnimations().filter((one) => one.effect.getTiming().iterations === 1)
    .map((one) => one.finished));
}
"""
RUN_AXE = """
async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await axe.run(document, { runOnly: tags, resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).slice(0, 3).join(' | ')}`);
}
"""
OVERFLOW = "() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth) - innerWidth"


def axe_finds(window: Window, axe_source: str) -> dict[str, Any]:
    """Per theme what axe-core finds, at WCAG 2.2 AA and by its best practices."""
    window.settle()
    window.evaluate(f"() => {{ {axe_source}\n }}")
    found = {}
    for theme in ("light", "dark"):
        window.evaluate(SET_THEME, theme)
        found[theme] = window.evaluate(RUN_AXE)
    return found


NOTHING: dict[str, Any] = {"light": [], "dark": []}


@pytest.mark.any_engine
def test_axe_finds_nothing_at_sign_in(window: Window, axe_source: str) -> None:
    window.open("/kirjaudu")
    assert axe_finds(window, axe_source) == NOTHING
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for("() => document.querySelector('.summary') !== null")
    assert axe_finds(window, axe_source) == NOTHING


@pytest.mark.any_engine
def test_axe_finds_nothing_at_home(signed_in: Window, axe_source: str) -> None:
    signed_in.open("/")
    signed_in.wait_for_text("Mökki")
    signed_in.click_named("button", "Omat valinnat: Aino Virtanen")
    assert axe_finds(signed_in, axe_source) == NOTHING


@pytest.mark.any_engine
def test_axe_finds_nothing_in_a_companys_table(signed_in_for_company: Window, axe_source: str) -> None:
    signed_in_for_company.open("/")
    signed_in_for_company.wait_for("() => document.querySelector('.points tbody tr') !== null")
    assert axe_finds(signed_in_for_company, axe_source) == NOTHING


@pytest.mark.parametrize("search", ["", "&m=3", "&m=3&d=9", "&m=3&d=9&u=15"])
@pytest.mark.any_engine
def test_axe_finds_nothing_in_consumption(
    signed_in: Window, api: PortalApi, axe_source: str, search: str
) -> None:
    open_consumption(signed_in, api.point_id("Koti"), f"?y={last_full_year()}{search}")
    table_rows(signed_in)
    signed_in.click_at(CHART, 0.5)
    assert axe_finds(signed_in, axe_source) == NOTHING


@pytest.mark.any_engine
def test_axe_finds_nothing_in_contracts(signed_in: Window, axe_source: str) -> None:
    signed_in.open("/sopimukset")
    signed_in.wait_for("() => document.querySelector('.contract') !== null")
    signed_in.click("details summary")
    assert axe_finds(signed_in, axe_source) == NOTHING


@pytest.mark.any_engine
def test_axe_finds_nothing_in_what_is_on_sale(window: Window, axe_source: str) -> None:
    window.open("/uudet-sopimukset")
    window.wait_for("() => document.querySelector('.product') !== null")
    assert axe_finds(window, axe_source) == NOTHING


@pytest.mark.any_engine
def test_axe_finds_nothing_in_comparison_and_report(
    signed_in: Window, api: PortalApi, axe_source: str
) -> None:
    home_id, year = api.point_id("Koti"), last_full_year()
    for path in (f"/vertailu/{home_id}?y={year}", f"/vuosiraportti/{home_id}/{year}"):
        signed_in.open(path)
        signed_in.wait_for("() => document.querySelector('.versus') !== null")
        signed_in.click("[aria-labelledby=similar-homes] summary")
        assert axe_finds(signed_in, axe_source) == NOTHING


def test_a_dark_system_gets_a_dark_page(engine: Engine, portal: Portal) -> None:
    opened = engine.window(portal.url, dark=True)
    try:
        opened.open("/kirjaudu")
        opened.settle()
        assert opened.evaluate(BACKGROUND) == DARK_PAGE
    finally:
        opened.close()


def test_a_chosen_theme_wins_and_is_remembered(signed_in: Window) -> None:
    signed_in.open("/omat-tiedot")
    signed_in.settle()
    assert signed_in.evaluate(BACKGROUND) == LIGHT_PAGE
    signed_in.click_named("radio", "Tumma")
    signed_in.wait_for(f"() => ({BACKGROUND})() === '{DARK_PAGE}'")
    signed_in.reload()
    assert signed_in.evaluate(BACKGROUND) == DARK_PAGE
    signed_in.settle()
    signed_in.click_named("radio", "Vaalea")
    signed_in.wait_for(f"() => ({BACKGROUND})() === '{LIGHT_PAGE}'")


def test_nothing_is_wider_than_a_phone(signed_in: Window, api: PortalApi) -> None:
    """In WebKit at the narrowest window that it has, 447 pixels; its frames are closed to us, as to everyone."""
    signed_in.resize(*PHONE)
    year, home_id = last_full_year(), api.point_id("Koti")
    consumption = [f"/kulutus/{home_id}?y={year}", f"/kulutus/{home_id}?y={year}&m=3&d=9&u=15"]
    details = [f"/omat-tiedot{page}" for page in ("", "/turvallisuus", "/tietoni")]
    contracts = ["/sopimukset", "/uudet-sopimukset"]
    compared = [f"/vertailu/{home_id}", f"/vuosiraportti/{home_id}/{year}"]
    for path in ("/", *consumption, *contracts, *compared, *details, "/ei-ole"):
        signed_in.open(path)
        signed_in.wait_for("() => document.querySelector('h1') !== null")
        for size in (PHONE, NARROWEST):
            signed_in.resize(*size)
            signed_in.settle()
            assert signed_in.evaluate(OVERFLOW) <= 0, (path, size)
    open_consumption(signed_in, home_id, f"?y={year}&m=3")
    table_rows(signed_in)
    assert signed_in.evaluate(OVERFLOW) <= 0


def test_sign_in_fits_a_phone(window: Window) -> None:
    window.resize(*PHONE)
    window.open("/kirjaudu")
    window.settle()
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for("() => document.querySelector('.summary') !== null")
    assert window.evaluate(OVERFLOW) <= 0
