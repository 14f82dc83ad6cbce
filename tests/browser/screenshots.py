"""Pictures of the pages to look at, in test-results/: `PYTHONPATH=tests .venv/bin/python -m browser.screenshots [ENGINE]`."""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from browser.conftest import CHOOSE_COMPANY, PROJECT, SIGN_IN_QUIETLY
from browser.consumption_page import CHART, a_day_without_values, last_full_year, table_rows
from browser.engines import open_engine
from browser.newcomer import enter_details, identify, new_address
from browser.portal_api import IDENTIFIER, PASSWORD, SIGN_IN, PortalApi, clock_change
from browser.service import running_portal
from browser.test_invoices import invoices_of
from browser.test_verification import verified
from browser.window import DESKTOP, PHONE, Window

FOLDER = PROJECT / "test-results"


def main(engine_name: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        running_portal(Path(folder)) as portal,
        PortalApi(portal.url) as api,
        open_engine(engine_name) as engine,
    ):
        for theme in ("light", "dark"):
            for size in (PHONE, DESKTOP):
                window = engine.window(portal.url, dark=theme == "dark")
                window.resize(*size)
                suffix = f"{engine_name}-{size[0]}-{theme}"
                take_guest_pages(window, suffix)
                take_all(window, api, suffix)
                window.close()


def take_guest_pages(window: Window, suffix: str) -> None:
    """Of those who are not signed in: registration, recovery, and what can go wrong with the bank."""

    def take(name: str) -> None:
        window.settle()
        window.screenshot(FOLDER / f"{name}-{suffix}.png")

    window.open("/rekisteroidy")
    take("registration-identify")
    identify(window, "Onni Laine")
    window.wait_for_text("Emme löytäneet tiedoillasi asiakkuutta")
    take("registration-not-found")
    window.click_named("link", "Anna yrityksen tiedot")
    window.click_named("button", "Hae yritys")
    window.wait_for_text("Kirjoita Y-tunnus")
    take("registration-company-error")
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")
    window.open("/rekisteroidy")
    identify(window, "Helmi Korhonen")
    window.wait_for_text("Löysimme asiakkuutesi")
    take("registration-found")
    window.click_named("link", "Jatka")
    window.click_named("button", "Lähetä vahvistuskoodi")
    window.wait_for_text("Hyväksy palvelun ehdot")
    take("registration-details-error")
    enter_details(window, new_address("helmi"))
    window.wait_for_text("Vahvista sähköpostiosoitteesi")
    take("registration-code")
    window.click_named("button", "Keskeytä rekisteröityminen")
    window.wait_for_path("/kirjaudu")
    for name, path in {
        "recovery-address": "/unohtunut-salasana",
        "recovery-code": "/unohtunut-salasana?vaihe=koodi",
        "recovery-password": "/unohtunut-salasana?vaihe=salasana",
        "recovery-link-sent": "/unohtunut-salasana?vaihe=linkki",
        "recovery-link": "/uusi-salasana#x",
        "user-name": "/unohtunut-tunnus",
        "identification-cancelled": "/tunnistus-epaonnistui?syy=peruttu",
        "identification-locked": "/tunnistus-epaonnistui?syy=lukittu",
        "invitation": "/kutsu#x",
    }.items():
        window.goto("about:blank")
        window.open(path)
        take(name)


def take_all(window: Window, api: PortalApi, suffix: str) -> None:
    def take(name: str) -> None:
        window.settle()
        window.screenshot(FOLDER / f"{name}-{suffix}.png")

    window.open("/kirjaudu")
    take("sign-in")
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for_text("Kirjautuminen ei onnistunut")
    take("sign-in-error")
    window.evaluate(SIGN_IN_QUIETLY, SIGN_IN, IDENTIFIER, PASSWORD)
    window.open("/")
    window.wait_for("() => document.querySelector('.big') !== null")
    take("home")
    window.click_named("button", "Omat valinnat: Aino Virtanen")
    take("menu")
    home_id, year = api.point_id("Koti"), last_full_year()
    autumn, gap = clock_change(10), a_day_without_values(api, home_id).start
    for name, search in {
        "this-year": "",
        "year": f"?y={year}",
        "month": f"?y={year}&m=3",
        "gap-month": f"?y={gap.year}&m={gap.month}",
        "gap-day": f"?y={gap.year}&m={gap.month}&d={gap.day}",
        "day": f"?y={year}&m=3&d=9",
        "autumn-day": f"?y={autumn.year}&m=10&d={autumn.day}",
        "quarters": f"?y={year}&m=3&d=9&u=15",
        "nothing": "?y=2005",
    }.items():
        window.open(f"/kulutus/{home_id}{search}")
        window.wait_for("() => document.querySelector('.readout .big, .empty') !== null")
        take(f"consumption-{name}")
    window.open(f"/kulutus/{home_id}?y={year}&m=3")
    window.wait_for("() => document.querySelector('.readout .big') !== null")
    window.settle()
    window.click_at(CHART, 0.4)
    table_rows(window)
    take("consumption-month-chosen-table")
    take_invoices(window, api, take)
    window.evaluate(SIGN_IN_QUIETLY, SIGN_IN, "eero", PASSWORD)
    for name, path in {"details": "", "security": "/turvallisuus", "own-data": "/tietoni"}.items():
        window.open(f"/omat-tiedot{path}")
        window.wait_for("() => document.querySelector('.section') !== null")
        take(name)
    window.evaluate(CHOOSE_COMPANY)
    window.open("/")
    window.wait_for("() => document.querySelector('.points') !== null")
    take("home-company")
    window.click(".menu-customer button")
    take("customer-switch")
    window.press("Escape")
    window.click_named("button", "Omat valinnat: Eero Mäkinen")
    window.click_named("link", "Käyttäjät: Kahvila Kuusama Oy")
    window.wait_for("() => document.querySelector('.section') !== null")
    take("users")


def take_invoices(window: Window, api: PortalApi, take: Callable[[str], None]) -> None:
    """The list, one to pay, one that agrees, one that differs, and what the next will come to."""
    unpaid = invoices_of(api, ["OPEN", "DUE", "OVERDUE"])[0]["id"]
    for name, path in {
        "invoices": "/laskut",
        "invoice": f"/laskut/{unpaid}",
        "verification": f"/laskut/{verified(api, 'MATCHES')['id']}/tarkistus",
        "verification-differs": f"/laskut/{verified(api, 'DIFFERS')['id']}/tarkistus",
        "next-invoice": "/seuraava-lasku",
    }.items():
        window.open(path)
        window.wait_for(
            "() => document.querySelector('.invoices .status, .answer, .quarters, .estimate') !== null"
        )
        take(name)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "chromium")
