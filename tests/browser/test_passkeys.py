"""Passkeys, with Chromium's virtual authenticator: offered, added, named, used, removed."""

from collections.abc import Iterator

import pytest

from browser.mailbox import Mailbox
from browser.newcomer import close_account, new_address, register
from browser.playwright_engine import PlaywrightWindow
from browser.service import Portal
from browser.test_details import DIALOG_IS_OPEN, PERSON, SECURITY, said
from browser.window import Window

# No other engine has an authenticator that a test can press.
pytestmark = pytest.mark.parametrize(
    "engine", [pytest.param("chromium", marks=pytest.mark.xdist_group("browser-chromium"))], indirect=True
)


@pytest.fixture
def chromium(window: Window, portal: Portal) -> Iterator[PlaywrightWindow]:
    """A window that keeps passkeys, in which Helmi has just registered."""
    assert isinstance(window, PlaywrightWindow)
    window.add_authenticator()
    register(window, Mailbox(portal.mail_folder), PERSON, new_address("helmi"))
    yield window
    portal.renew_proofs()
    close_account(window)


def test_a_passkey_is_offered_added_used_and_removed(chromium: PlaywrightWindow, portal: Portal) -> None:
    window = chromium
    window.wait_for("() => document.querySelector('.offer a[href=\"/omat-tiedot/turvallisuus\"]') !== null")
    window.click_named("button", "Ei kiitos")
    window.wait_for("() => document.querySelector('.offer') === null")
    window.reload()
    window.settle()
    assert window.count(".offer") == 0
    window.open(SECURITY)
    window.click_named("button", "Lisää pääsyavain tälle laitteelle")
    said(window, "Pääsyavain on lisätty.")
    window.click_named("button", "Lisää pääsyavain tälle laitteelle")
    window.wait_for_text("Tällä laitteella on jo pääsyavain tähän palveluun.")

    window.click("[id^='edit-passkeys:rename']")
    window.wait_for("() => document.activeElement.name === 'name'")
    window.fill(".edit input[name=name]", "Oma kone")
    window.click_named("button", "Tallenna")
    said(window, "Nimi on tallennettu.")

    portal.forget_proofs()
    window.click_named("button", "Poista pääsyavain: Oma kone")
    window.click_named("button", "Poista pääsyavain")
    window.wait_for(DIALOG_IS_OPEN)
    window.click_named("button", "Käytä pääsyavainta")
    said(window, "Pääsyavain on poistettu.")
    assert window.focused().startswith("h2#section-passkeys")
