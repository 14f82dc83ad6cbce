"""One account for oneself and for a company: the switch that says whose data is shown."""

from browser.portal_api import PortalApi
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.window import PHONE, Window

COMPANY, OWN = "Kahvila Kuusama Oy", "Eero Mäkinen"
FLAT = "Kauppakatu 33 B 17"
OPTIONS = ".point-chooser option"


def open_switch(window: Window, shown: str) -> None:
    window.click_named("button", f"Näytetään: {shown}. Vaihda")
    window.wait_for_text("Kenen tiedot näytetään?")


def switch(window: Window, before: str, after: str) -> None:
    open_switch(window, before)
    window.wait_for(
        "(name) => [...document.querySelectorAll('.menu-choice')].find((one) => one.textContent.includes(name))"
        "?.click() === undefined",
        after,
    )
    window.wait_for(
        "(label) => document.querySelector('.menu-customer button').ariaLabel === label",
        f"Näytetään: {after}. Vaihda",
    )


def test_who_acts_for_one_alone_has_no_switch(signed_in: Window) -> None:
    signed_in.open("/")
    signed_in.wait_for_text("Hei, Aino Virtanen")
    signed_in.settle()
    assert signed_in.count(".menu-customer") == 0


def test_home_shows_the_chosen_customer_alone_and_the_device_remembers(
    signed_in_for_company: Window, axe_source: str
) -> None:
    window = signed_in_for_company
    window.open("/")
    window.wait_for("() => document.querySelectorAll('.points tbody tr').length === 12")
    switch(window, COMPANY, OWN)
    window.wait_for_text(FLAT)
    assert window.focused() == f"button# Näytetään: {OWN}. Vaihda"
    assert window.count(".points") == 0
    window.reload()
    window.wait_for_text(FLAT)
    assert window.count(".points") == 0
    window.resize(*PHONE)
    open_switch(window, OWN)
    assert window.evaluate(OVERFLOW) <= 0
    assert axe_finds(window, axe_source) == NOTHING
    window.press("Escape")
    window.wait_for("() => document.getElementById('customer-panel') === null")
    assert window.focused() == f"button# Näytetään: {OWN}. Vaihda"


def test_consumption_keeps_to_the_chosen_customer_and_an_address_wins(
    window: Window, portal: Portal, signed_in_for_company: Window
) -> None:
    window.open("/kulutus")
    window.wait_for(f"() => document.querySelectorAll('{OPTIONS}').length === 12")
    switch(window, COMPANY, OWN)
    window.wait_for_text(FLAT)
    assert window.count(OPTIONS) == 0
    with PortalApi(portal.url, "eero") as api:
        window.open(f"/kulutus/{api.point_id('Leipomo')}")
    window.wait_for(f"() => document.querySelectorAll('{OPTIONS}').length === 12")
    window.wait_for("(name) => document.querySelector('.menu-customer').textContent.includes(name)", COMPANY)


def test_the_switch_leads_away_from_what_is_not_a_customers(signed_in_for_company: Window) -> None:
    window = signed_in_for_company
    window.open("/omat-tiedot")
    window.wait_for_text("Henkilötiedot")
    switch(window, COMPANY, OWN)
    window.wait_for_path("/")
    window.wait_for_text(FLAT)
