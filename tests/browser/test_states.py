"""When the network or the portal is away: what was known stays, what is missing is said, and one button tries again."""

from browser.consumption_page import last_full_year, open_consumption, wait_for_period
from browser.portal_api import PortalApi
from browser.service import Portal
from browser.window import Window


def test_offline_is_said_what_was_seen_stays_and_the_rest_comes_by_itself(
    signed_in: Window, api: PortalApi, portal: Portal
) -> None:
    year, home_id = last_full_year(), api.point_id("Koti")
    open_consumption(signed_in, home_id, f"?y={year}")
    total = signed_in.text(".readout .big")
    signed_in.set_offline(True)
    with portal.away():
        signed_in.click_named("link", f"Edellinen: {year - 1}")
        signed_in.wait_for_text("Ei verkkoyhteyttä.")
        assert "notice-warning" not in signed_in.evaluate("() => document.querySelector('.notice').className")
        assert signed_in.count(".readout") == 0
        # The year that was seen is still here, with the time when its figures came.
        signed_in.click_named("link", f"Seuraava: {year}")
        signed_in.wait_for_text("Päivitetty ")
        assert signed_in.text(".readout .big") == total
        signed_in.click_named("link", f"Edellinen: {year - 1}")
        signed_in.wait_for("() => document.querySelector('.notice') && !document.querySelector('.readout')")
    signed_in.set_offline(False)
    signed_in.forget_problems()
    # The connection is back: the page asks again by itself.
    wait_for_period(signed_in, str(year - 1))


def test_a_portal_that_is_away_is_told_from_a_missing_network(
    signed_in: Window, api: PortalApi, portal: Portal
) -> None:
    year, home_id = last_full_year(), api.point_id("Koti")
    open_consumption(signed_in, home_id, f"?y={year}")
    with portal.away():
        signed_in.click_named("link", f"Edellinen: {year - 1}")
        signed_in.wait_for_text("Tietoja ei saatu juuri nyt.")
    signed_in.forget_problems()
    signed_in.click_named("button", "Yritä uudelleen")
    wait_for_period(signed_in, str(year - 1))


def test_sign_in_without_a_portal_says_so_and_keeps_what_was_typed(window: Window, portal: Portal) -> None:
    window.open("/kirjaudu")
    window.fill("#identifier", "aino")
    window.fill("#password", "revontulet-2026")
    with portal.away():
        window.click_named("button", "Kirjaudu sisään")
        window.wait_for_text("Palveluun ei saatu yhteyttä. Yritä hetken kuluttua uudelleen.")
    window.forget_problems()
    assert window.evaluate("() => document.getElementById('password').value") == "revontulet-2026"
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for_path("/")


def test_a_session_that_ended_elsewhere_leads_to_sign_in(signed_in: Window, api: PortalApi) -> None:
    year, home_id = last_full_year(), api.point_id("Koti")
    open_consumption(signed_in, home_id, f"?y={year}")
    signed_in.evaluate(
        "() => fetch('/graphql', { method: 'POST', headers: { 'Content-Type': 'application/json' },"
        " body: JSON.stringify({ query: 'mutation { sessionDelete(input: {}) { deleted } }' }) }).then(() => true)"
    )
    signed_in.click_named("link", f"Edellinen: {year - 1}")
    signed_in.wait_for("() => location.pathname === '/kirjaudu'")
    signed_in.wait_for_text("Kirjaudu sisään")
    assert "kWh" not in signed_in.text()
