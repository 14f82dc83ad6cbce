"""Finnish, Swedish and English: changed without loading the page anew, with nothing left in another language."""

import re
from pathlib import Path

import pytest

from browser.consumption_page import last_full_year, open_consumption, table_rows
from browser.portal_api import PortalApi
from browser.window import Window

pytestmark = pytest.mark.any_engine

CATALOGUES = Path(__file__).resolve().parents[2] / "frontend" / "src" / "i18n"
# The demo's own names and places, and the languages' names for themselves, are Finnish wherever they are read.
NAMES = frozenset(
    [
        "aino",
        "virtanen",
        "koti",
        "mökki",
        "pihlajatie",
        "harjuvesi",
        "lokkisaarentie",
        "saaristolahti",
        "omavirta",
        "suomi",
        "svenska",
        "english",
    ]
)
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
MENU_BUTTONS = {
    "fi": "Omat valinnat: Aino Virtanen",
    "sv": "Egna val: Aino Virtanen",
    "en": "Your settings: Aino Virtanen",
}
MARK = "() => { window.notLoadedAnew = true; }"
IS_MARKED = "() => window.notLoadedAnew === true"


def words_only_in_finnish() -> frozenset[str]:
    """Words of the Finnish catalogues that neither of the others has, with the names of months and weekdays."""
    words = {language: catalogue_words(language) for language in ("fi", "sv", "en")}
    months = {"tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu", "heinäkuu", "elokuu"}
    return frozenset((words["fi"] | months) - words["sv"] - words["en"] - NAMES)


def catalogue_words(language: str) -> set[str]:
    literals = [
        literal
        for path in sorted((CATALOGUES / language).rglob("*.ts"))
        for literal in re.findall(r"'([^'\n]*)'|`([^`]*)`", path.read_text(encoding="utf-8"))
    ]
    text = " ".join(re.sub(r"\$\{.*?\}", " ", "".join(parts)) for parts in literals)
    return {word for word in re.findall(r"[a-zåäö]{4,}", text.lower()) if word not in NAMES}


def read_words(window: Window) -> set[str]:
    """Every word that is to be read or heard on the page."""
    text = window.evaluate(
        "() => [document.title, document.body.textContent,"
        " ...[...document.querySelectorAll('[aria-label], [aria-valuetext]')].flatMap("
        "(element) => [element.ariaLabel, element.getAttribute('aria-valuetext')])].join(' ')"
        # Said in all three at once, and only where there is no JavaScript.
        ".replace(document.querySelector('noscript').textContent, ' ')"
    )
    return set(re.findall(r"[a-zåäö]{4,}", text.lower()))


def choose_language(window: Window, language: str) -> None:
    now = window.evaluate("() => document.documentElement.lang")
    window.click_named("button", MENU_BUTTONS[now])
    window.click_named("radio", LANGUAGE_NAMES[language])
    window.wait_for("(language) => document.documentElement.lang === language", language)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_language_is_changed_in_place_and_whole(signed_in: Window, api: PortalApi, language: str) -> None:
    finnish = words_only_in_finnish()
    signed_in.open("/")
    signed_in.wait_for_text("Hei, Aino Virtanen")
    assert read_words(signed_in) & finnish
    signed_in.evaluate(MARK)
    choose_language(signed_in, language)
    signed_in.wait_for_text({"sv": "Hej, Aino Virtanen", "en": "Hello, Aino Virtanen"}[language])
    assert signed_in.evaluate(IS_MARKED)
    assert read_words(signed_in) & finnish == set()
    # Remembered: every level of consumption, opened afresh.
    year = last_full_year()
    for search in (f"?y={year}", f"?y={year}&m=10", f"?y={year}&m=10&d=26", "?y=2005"):
        open_consumption(signed_in, api.point_id("Koti"), search)
        if search != "?y=2005":
            table_rows(signed_in)
        assert read_words(signed_in) & finnish == set(), search


def test_sign_in_has_its_language_before_anyone_is_known(window: Window) -> None:
    window.open("/kirjaudu")
    window.wait_for_text("Kirjaudu sisään")
    window.choose(".top-language", "sv")
    window.wait_for_text("Användarnamn eller e-postadress")
    window.choose(".top-language", "en")
    window.wait_for_text("User name or e-mail address")
    assert window.evaluate("() => document.documentElement.lang") == "en"
    window.reload()
    window.wait_for_text("User name or e-mail address")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_pages_for_those_who_are_not_signed_in_are_whole_in_every_language(
    window: Window, language: str
) -> None:
    finnish = words_only_in_finnish()
    window.open("/kirjaudu")
    window.wait_for_text("Kirjaudu sisään")
    window.choose(".top-language", language)
    for path in (
        "/kirjaudu",
        "/rekisteroidy",
        "/unohtunut-salasana",
        "/unohtunut-salasana?vaihe=koodi",
        "/unohtunut-salasana?vaihe=salasana",
        "/unohtunut-salasana?vaihe=linkki",
        "/uusi-salasana",
        "/uusi-salasana#x",
        "/unohtunut-tunnus",
        "/kutsu",
        "/kutsu#x",
        "/tunnistus-epaonnistui?syy=peruttu",
        "/tunnistus-epaonnistui?syy=lukittu",
    ):
        window.goto("about:blank")
        window.open(path)
        window.settle()
        assert read_words(window) & finnish == set(), path


def test_numbers_and_dates_follow_the_language(signed_in: Window, api: PortalApi) -> None:
    year = last_full_year()
    open_consumption(signed_in, api.point_id("Koti"), f"?y={year}&m=2&d=5")
    total = signed_in.text(".readout .big")
    assert re.match(r"\d+,\d kWh|\d+ kWh", total)
    choose_language(signed_in, "en")
    signed_in.wait_for_text(f"5 Feb {year}")
    assert signed_in.text(".readout .big") == total.replace(",", ".")
    # The day's hours as English writes them, in 24 hours.
    assert table_rows(signed_in)[3][0] == "03:00–04:00"
