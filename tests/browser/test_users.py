"""A company's users: asked to be one, let in, given another role, invited, removed."""

from collections.abc import Iterator

import pytest

from browser.conftest import sign_in_as
from browser.engines import Engine
from browser.newcomer import ask, choose_person, new_address
from browser.portal_api import PASSWORD
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_details import DIALOG_IS_OPEN, SAID, SUMMARY_HAS_FOCUS, VALUE, said
from browser.window import PHONE, Window

COMPANY = "Kahvila Kuusama Oy"
GONE = f"Et enää hoida asiakkaan {COMPANY} asioita."
SHOWN = "(label) => document.querySelector('.menu-customer button')?.ariaLabel === label"
CUSTOMERS = "{ viewer { customers { id kind mandates { id own } } } }"
LEAVE = "mutation ($id: ID!) { mandateDelete(input: { id: $id }) { userErrors { message } } }"


def company_id(window: Window) -> str:
    customers = ask(window, CUSTOMERS)["viewer"]["customers"]
    return next(str(customer["id"]) for customer in customers if customer["kind"] == "COMPANY")


@pytest.fixture
def aino(engine: Engine, portal: Portal) -> Iterator[Window]:
    # In a dark system, for which WebKit too has a browser of its own.
    opened = sign_in_as(engine.window(portal.url, dark=True), "aino")
    yield opened
    opened.close()


def open_users(window: Window) -> None:
    window.open(f"/yritys/{company_id(window)}/kayttajat")
    window.wait_for_text(COMPANY)


def ask_for_company(aino: Window) -> None:
    aino.open("/omat-tiedot")
    aino.click_named("button", "Lisää yritys")
    aino.fill("#customers-company-businessId", "4100000-7")
    aino.fill("#customers-company-customerNumber", "20001")
    aino.click_named("button", "Lähetä")
    said(aino, "Pyyntösi on lähetetty. Kerromme sähköpostilla, kun se on käsitelty.")


def ask_to_be_let_in(aino: Window, eero: Window) -> None:
    """Aino asks, and Eero makes her a reader."""
    ask_for_company(aino)
    open_users(eero)
    eero.click_named("button", "Hyväksy: Aino Virtanen")
    eero.click_named("button", "Hyväksy")
    said(eero, "Aino Virtanen on nyt yrityksen käyttäjä.")


def test_one_asks_is_let_in_reads_and_is_removed(signed_in_for_company: Window, aino: Window) -> None:
    eero = signed_in_for_company
    aino.open("/omat-tiedot")
    aino.click_named("button", "Lisää yritys")
    aino.fill("#customers-company-businessId", "4100000-7")
    aino.fill("#customers-company-customerNumber", "999")
    aino.click_named("button", "Lähetä")
    aino.wait_for(SUMMARY_HAS_FOCUS)
    aino.fill("#customers-company-customerNumber", "20001")
    aino.click_named("button", "Lähetä")
    said(aino, "Pyyntösi on lähetetty. Kerromme sähköpostilla, kun se on käsitelty.")
    aino.wait_for_text("odottaa hyväksyntää")
    aino.click_named("button", f"Peru pyyntö: {COMPANY}")
    aino.click_named("button", "Peru pyyntö")
    said(aino, f"Pyyntö asioida yrityksen {COMPANY} puolesta on peruttu.")
    assert "odottaa hyväksyntää" not in aino.text("main")
    ask_for_company(aino)

    open_users(eero)
    eero.click_named("button", "Hyväksy: Aino Virtanen")
    eero.click_named("button", "Hyväksy")
    said(eero, "Aino Virtanen on nyt yrityksen käyttäjä.")
    assert eero.texts("#section-mandates ~ .row .row-title") == ["Aino Virtanen", "Eero Mäkinen Sinä"]

    aino.open("/")
    aino.click_named("button", "Näytetään: Aino Virtanen. Vaihda")
    open_users(aino)
    aino.wait_for_text("Käyttäjiä hallitsevat vain yrityksen pääkäyttäjät.")
    assert "Eero" not in aino.text("main")

    eero.click_named("button", "Vaihda rooli: Aino Virtanen")
    eero.click("input[value=ADMINISTRATOR]")
    eero.click_named("button", "Tallenna")
    said(eero, "Rooli on vaihdettu: Aino Virtanen.")
    aino.reload()
    aino.wait_for_text("Poista")

    eero.click_named("button", "Poista käyttäjä: Aino Virtanen")
    eero.click_named("button", "Poista käyttäjä")
    said(eero, "Käyttäjä on poistettu: Aino Virtanen.")
    aino.click_named("link", "Koti")
    aino.wait_for_text(GONE)
    assert aino.count(".menu-customer") == 0


@pytest.mark.any_engine
def test_a_reader_sees_themselves_alone_and_leaves(
    signed_in_for_company: Window, aino: Window, axe_source: str
) -> None:
    ask_to_be_let_in(aino, signed_in_for_company)
    aino.open("/omat-tiedot")
    aino.click_named("link", f"Käyttäjät: {COMPANY}")
    aino.wait_for_text("Käyttäjiä hallitsevat vain yrityksen pääkäyttäjät.")
    # The page is about the company, and so is what is shown.
    aino.wait_for(SHOWN, f"Näytetään: {COMPANY}. Vaihda")
    assert aino.texts("#section-mandates ~ .row .row-title") == ["Aino Virtanen Sinä"]
    assert axe_finds(aino, axe_source) == NOTHING
    aino.click_named("button", "Poista itsesi käyttäjistä")
    aino.wait_for_text(f"Et enää näe yrityksen {COMPANY} tietoja.")
    aino.click_named("button", "Poista itsesi käyttäjistä")
    aino.wait_for_text(GONE)
    assert aino.path == "/"
    assert aino.count(".menu-customer") == 0
    assert axe_finds(aino, axe_source) == NOTHING
    aino.click_named("link", "Kulutus")
    aino.wait_for(f"() => !document.body.textContent.includes('{GONE}')")


@pytest.mark.any_engine
def test_an_invitation_is_sent_and_withdrawn(signed_in_for_company: Window, portal: Portal) -> None:
    eero = signed_in_for_company
    address = new_address("kutsuttu")
    open_users(eero)
    eero.click_named("button", "Kutsu käyttäjä")
    eero.fill("#invitations-add-email", "ei osoite")
    eero.click_named("button", "Lähetä kutsu")
    eero.wait_for(SUMMARY_HAS_FOCUS)
    eero.fill("#invitations-add-email", address)
    eero.click_named("button", "Lähetä kutsu")
    said(eero, f"Kutsu on lähetetty: {address}.")
    eero.click_named("button", f"Peru kutsu: {address}")
    eero.click_named("button", "Peru kutsu")
    eero.wait_for(SAID, "Kutsu on peruttu.")
    assert eero.count("[id^='edit-invitations:withdraw']") == 0


@pytest.mark.any_engine
def test_rights_over_a_company_ask_who_one_is_and_go_on_by_themselves(
    signed_in_for_company: Window, portal: Portal
) -> None:
    eero = signed_in_for_company
    address = new_address("kutsuttu")
    open_users(eero)
    portal.forget_proofs()
    eero.click_named("button", "Kutsu käyttäjä")
    eero.fill("#invitations-add-email", address)
    eero.click("input[value=ADMINISTRATOR]")
    eero.click_named("button", "Lähetä kutsu")
    eero.wait_for(DIALOG_IS_OPEN)
    eero.click_named("button", "Tunnistaudu: Pankkitunnukset tai mobiilivarmenne")
    choose_person(eero, "Eero Mäkinen")
    eero.wait_for_text("Kirjoittamasi on tallella. Tarkista se ja jatka.")
    assert eero.evaluate(VALUE, "#invitations-add-email") == address
    assert eero.evaluate(VALUE, "input[name=role]:checked") == "ADMINISTRATOR"
    portal.forget_proofs()
    eero.click_named("button", "Lähetä kutsu")
    eero.wait_for(DIALOG_IS_OPEN)
    eero.fill("#step-up-password", PASSWORD)
    eero.click_named("button", "Vahvista")
    said(eero, f"Kutsu on lähetetty: {address}.")
    # Taking back what was sent gives nobody anything.
    portal.forget_proofs()
    eero.click_named("button", f"Peru kutsu: {address}")
    eero.click_named("button", "Peru kutsu")
    eero.wait_for(SAID, "Kutsu on peruttu.")


def test_axe_finds_nothing_and_it_fits_a_phone(signed_in_for_company: Window, axe_source: str) -> None:
    eero = signed_in_for_company
    eero.resize(*PHONE)
    # Nobody has to know where it is: the way is behind one's own name.
    eero.open("/")
    eero.click_named("button", "Omat valinnat: Eero Mäkinen")
    eero.click_named("link", f"Käyttäjät: {COMPANY}")
    eero.wait_for_text("Kutsut")
    eero.click_named("button", "Kutsu käyttäjä")
    eero.wait_for("() => document.querySelector('form.edit') !== null")
    assert axe_finds(eero, axe_source) == NOTHING
    assert eero.evaluate(OVERFLOW) <= 0
    eero.open("/yritys/ei-ole/kayttajat")
    eero.wait_for_text("Yritystä ei löydy")
    assert axe_finds(eero, axe_source) == NOTHING
