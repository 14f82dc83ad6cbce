"""The way in and the way out."""

from browser.portal_api import PASSWORD, PortalApi
from browser.window import Window


def sign_in(window: Window, identifier: str, password: str) -> None:
    window.fill("#identifier", identifier)
    window.fill("#password", password)
    window.click_named("button", "Kirjaudu sisään")


def test_a_wrong_password_is_told_and_nothing_is_lost(window: Window) -> None:
    window.open("/kirjaudu")
    sign_in(window, "aino", "revontulet-2025")
    window.wait_for("() => document.activeElement.classList.contains('summary')")
    assert window.text(".summary h2") == "Kirjautuminen ei onnistunut"
    assert window.evaluate("() => document.title").startswith("Virhe: ")
    fields = window.evaluate(
        "() => ['identifier', 'password'].map((id) => document.getElementById(id).value)"
    )
    assert fields == ["aino", "revontulet-2025"]


def test_empty_fields_are_named_each_with_a_way_to_it(window: Window) -> None:
    window.open("/kirjaudu")
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for("() => document.activeElement.classList.contains('summary')")
    assert window.texts(".summary li") == [
        "Kirjoita käyttäjätunnus tai sähköpostiosoite",
        "Kirjoita salasana",
    ]
    window.click_named("link", "Kirjoita salasana")
    assert window.focused().startswith("input#password")
    assert (
        window.evaluate("() => document.activeElement.getAttribute('aria-describedby')") == "password-problem"
    )


def test_a_shown_password_is_hidden_again_when_it_is_sent(window: Window) -> None:
    window.open("/kirjaudu")
    window.fill("#identifier", "aino")
    window.fill("#password", "revontulet")
    window.click_named("button", "Näytä salasana")
    window.wait_for("() => document.getElementById('password').type === 'text'")
    window.click_named("button", "Kirjaudu sisään")
    window.wait_for("() => document.getElementById('password').type === 'password'")
    window.wait_for("() => document.querySelector('.summary') !== null")


def test_sign_in_leads_home_and_sign_out_leaves_nothing_behind(window: Window) -> None:
    window.open("/")
    window.wait_for_path("/kirjaudu")
    sign_in(window, "aino@example.fi", PASSWORD)
    window.wait_for_path("/")
    window.wait_for_text("Hei, Aino Virtanen")
    window.click_named("link", "Kulutus")
    window.wait_for_text("Näytä taulukkona")
    window.click_named("button", "Omat valinnat: Aino Virtanen")
    window.click_named("button", "Kirjaudu ulos")
    window.wait_for_path("/kirjaudu")
    window.back()
    window.wait_for(
        "() => location.pathname === '/kirjaudu' && document.getElementById('identifier') !== null"
    )
    assert "kWh" not in window.text()
    assert "Aino" not in window.text()
    assert window.evaluate("() => fetch('/graphql?query={viewer{account{id}}}').then((r) => r.json())") == {
        "data": {"viewer": None}
    }


def test_a_deep_link_comes_back_after_sign_in(window: Window, api: PortalApi) -> None:
    path = f"/kulutus/{api.point_id('Mökki')}?y=2025&m=3"
    window.open(path)
    window.wait_for("() => location.pathname === '/kirjaudu'")
    sign_in(window, "aino", PASSWORD)
    window.wait_for_path(path)
    window.wait_for_text("maaliskuu 2025")
