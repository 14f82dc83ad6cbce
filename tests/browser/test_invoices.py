"""Invoices: the list and each invoice as the API gives them, and paying by what is to be copied or scanned."""

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from browser.portal_api import PortalApi
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_language import choose_language, read_words, words_only_in_finnish
from browser.window import NARROWEST, PHONE, Window

PAGE_SIZE = 12
INVOICES = """
query ($status: [InvoiceStatus!]) { viewer { customers { id invoices(first: 100, status: $status) { nodes {
  id number kind status periodFrom periodTo dueDate notices total { amount } openAmount { amount }
  rows { description gross { amount } }
  payment { iban ibanText reference referenceText barCode barCodeWidths amount { amount } }
} } } } }
"""
STATUS_WORDS = {
    "OPEN": "Avoin",
    "DUE": "Erääntyy pian",
    "OVERDUE": "Myöhässä",
    "PAID": "Maksettu",
    "CREDITED": "Hyvitetty",
}
ROWS = """
() => [...document.querySelectorAll('.invoices tbody tr:not(.invoices-wide)')].map((row) => ({
  href: row.querySelector('a').getAttribute('href'),
  number: row.querySelector('.point-address').textContent,
  status: row.querySelector('.status').textContent,
  marked: row.querySelector('.status svg') !== null,
  amount: row.querySelector('.invoices-amount').textContent.replaceAll('\\u00a0', ' '),
}))
"""
CATCH_COPIES = """
() => {
  window.copied = null;
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
    writeText: async (text) => { window.copied = text; },
  } });
}
"""


def invoices_of(api: PortalApi, status: list[str] | None = None) -> list[dict[str, Any]]:
    customers = api.ask(INVOICES, {"status": status})["viewer"]["customers"]
    found: list[dict[str, Any]] = customers[0]["invoices"]["nodes"]
    return found


def money_text(amount: str) -> str:
    return f"{Decimal(amount):,.2f} €".replace(",", " ").replace(".", ",").replace("-", "−")


def day_text(day: str) -> str:
    value = date.fromisoformat(day)
    return f"{value.day}.{value.month}.{value.year}"


def open_invoice(window: Window, invoice: dict[str, Any]) -> None:
    window.open(f"/laskut/{invoice['id']}")
    window.wait_for("() => document.querySelector('.answer .big') !== null")
    window.settle()


def an_unpaid(api: PortalApi) -> dict[str, Any]:
    return invoices_of(api, ["OPEN", "DUE", "OVERDUE"])[0]


@pytest.mark.any_engine
def test_the_list_holds_what_the_api_says_newest_first(signed_in: Window, api: PortalApi) -> None:
    expected = invoices_of(api)
    signed_in.open("/laskut")
    signed_in.wait_for(f"() => ({ROWS})().length === {PAGE_SIZE}")
    rows = signed_in.evaluate(ROWS)
    assert [row["number"] for row in rows] == [f"Nro {one['number']}" for one in expected[:PAGE_SIZE]]
    assert [row["amount"] for row in rows] == [
        money_text(one["total"]["amount"]) for one in expected[:PAGE_SIZE]
    ]
    assert [row["status"] for row in rows] == [
        "Hyvitys" if one["kind"] == "CREDIT_NOTE" else STATUS_WORDS[one["status"]]
        for one in expected[:PAGE_SIZE]
    ]
    assert all(row["marked"] for row in rows)


def test_more_are_shown_after_those_and_are_there_still_when_one_comes_back(
    signed_in: Window, api: PortalApi
) -> None:
    expected = invoices_of(api)
    assert len(expected) > PAGE_SIZE
    signed_in.open("/laskut")
    signed_in.click_named("button", "Näytä lisää")
    shown = min(2 * PAGE_SIZE, len(expected))
    signed_in.wait_for(f"() => ({ROWS})().length === {shown}")
    # What was brought has the focus, not the button that is gone.
    href = f"/laskut/{expected[PAGE_SIZE]['id'].replace('=', '%3D')}"
    signed_in.wait_for("(href) => document.activeElement.getAttribute('href') === href", href)
    signed_in.press("Enter")
    signed_in.wait_for("() => document.querySelector('.answer .big') !== null")
    signed_in.click_named("link", "Laskut")
    signed_in.wait_for(f"() => ({ROWS})().length === {shown}")


@pytest.mark.any_engine
def test_only_the_unpaid_when_asked_for(signed_in: Window, api: PortalApi) -> None:
    expected = invoices_of(api, ["OPEN", "DUE", "OVERDUE"])
    signed_in.open("/laskut")
    signed_in.click_named("link", "Avoimet")
    signed_in.wait_for_path("/laskut?avoimet")
    signed_in.wait_for(f"() => ({ROWS})().length === {min(len(expected), PAGE_SIZE)}")
    assert [row["number"] for row in signed_in.evaluate(ROWS)] == [
        f"Nro {one['number']}" for one in expected[:PAGE_SIZE]
    ]


@pytest.mark.any_engine
def test_a_list_that_cannot_be_fetched_says_so_and_is_asked_for_again(
    signed_in: Window, api: PortalApi, portal: Portal
) -> None:
    expected = invoices_of(api, ["OPEN", "DUE", "OVERDUE"])
    signed_in.open("/laskut")
    signed_in.wait_for(f"() => ({ROWS})().length === {PAGE_SIZE}")
    with portal.away():
        signed_in.click_named("link", "Avoimet")
        signed_in.wait_for_text("Tietoja ei saatu juuri nyt.")
    signed_in.forget_problems()
    signed_in.click_named("button", "Yritä uudelleen")
    signed_in.wait_for(f"() => ({ROWS})().length === {min(len(expected), PAGE_SIZE)}")


@pytest.mark.any_engine
def test_an_invoice_says_first_what_is_to_be_paid_and_by_when(signed_in: Window, api: PortalApi) -> None:
    invoice = an_unpaid(api)
    open_invoice(signed_in, invoice)
    assert signed_in.text(".answer .big").startswith(money_text(invoice["openAmount"]["amount"]))
    assert "sisältää alv" in signed_in.text(".answer .big")
    assert day_text(invoice["dueDate"]) in signed_in.text(".answer-status")
    assert signed_in.texts(".rows-name") == [row["description"] for row in invoice["rows"]]
    assert signed_in.texts(".rows-table tfoot tr:last-child .rows-gross") == [
        money_text(invoice["total"]["amount"])
    ]
    for notice in invoice["notices"]:
        assert signed_in.shows(notice)


def test_what_is_paid_with_is_copied_as_banks_want_it(signed_in: Window, api: PortalApi) -> None:
    invoice = an_unpaid(api)
    open_invoice(signed_in, invoice)
    payment = invoice["payment"]
    if payment is None:
        assert signed_in.count(".pay") == 0
        return
    signed_in.evaluate(CATCH_COPIES)
    for label, text in {
        "Summa": payment["amount"]["amount"].replace(".", ","),
        "Viitenumero": payment["reference"],
        "Tilinumero (IBAN)": payment["iban"],
        "Virtuaaliviivakoodi": payment["barCode"],
    }.items():
        signed_in.click_named("button", f"Kopioi: {label}")
        signed_in.wait_for("(text) => window.copied === text", text)
        signed_in.wait_for_text(f"Kopioitu: {label}")
    assert payment["referenceText"] in signed_in.text(".pay")
    assert payment["ibanText"] in signed_in.text(".pay")
    # Each bar is drawn, and the codes are dark on white in a dark page too.
    bars = signed_in.evaluate(
        "() => document.querySelector('.bar-code path').getAttribute('d').match(/M/g).length"
    )
    assert bars == (len(payment["barCodeWidths"]) + 1) // 2
    signed_in.evaluate("() => { document.documentElement.dataset.theme = 'dark'; }")
    assert (
        signed_in.evaluate("() => getComputedStyle(document.querySelector('.qr')).backgroundColor")
        == "rgb(255, 255, 255)"
    )


@pytest.mark.any_engine
def test_nothing_to_pay_shows_no_code(signed_in: Window, api: PortalApi) -> None:
    for status in ("PAID", "CREDITED"):
        invoice = invoices_of(api, [status])[0]
        open_invoice(signed_in, invoice)
        assert signed_in.count(".pay") == 0
        assert signed_in.count(".paper") == 0


@pytest.mark.any_engine
def test_another_customers_invoice_is_not_found(signed_in: Window, api: PortalApi) -> None:
    with PortalApi(api.url, "eero") as eeros:
        foreign = invoices_of(eeros)[0]
    signed_in.open(f"/laskut/{foreign['id']}")
    signed_in.wait_for_text("Laskua ei löydy")
    signed_in.click_named("link", "Siirry laskuihin")
    signed_in.wait_for_path("/laskut")


@pytest.mark.any_engine
def test_a_company_sees_its_own_invoices(signed_in_for_company: Window, api: PortalApi) -> None:
    with PortalApi(api.url, "eero") as eeros:
        company = eeros.ask("{ viewer { customers { kind invoices(first: 1) { nodes { number } } } } }", {})
    newest = next(
        one["invoices"]["nodes"][0]["number"]
        for one in company["viewer"]["customers"]
        if one["kind"] == "COMPANY"
    )
    signed_in_for_company.open("/laskut")
    signed_in_for_company.wait_for_text(f"Nro {newest}")


@pytest.mark.any_engine
@pytest.mark.parametrize("language", ["sv", "en"])
def test_invoices_are_whole_in_every_language(signed_in: Window, api: PortalApi, language: str) -> None:
    invoice = an_unpaid(api)
    # What billing wrote is in the invoice's own language; the retailer has one address of mail.
    billed = " ".join([*(row["description"] for row in invoice["rows"]), *invoice["notices"]]).lower()
    finnish = words_only_in_finnish() - {"asiakaspalvelu"} - set(re.findall(r"[a-zåäö]{4,}", billed))
    signed_in.open("/laskut")
    choose_language(signed_in, language)
    for path in ("/laskut", "/laskut?avoimet", f"/laskut/{invoice['id']}", "/laskut/x"):
        signed_in.open(path)
        signed_in.settle()
        assert read_words(signed_in) & finnish == set(), path


def test_axe_finds_nothing_and_they_fit_a_phone(signed_in: Window, api: PortalApi, axe_source: str) -> None:
    paths = ["/laskut", f"/laskut/{an_unpaid(api)['id']}", f"/laskut/{invoices_of(api, ['PAID'])[0]['id']}"]
    for path in paths:
        signed_in.open(path)
        signed_in.wait_for("() => document.querySelector('.invoices .status, .rows-table') !== null")
        assert axe_finds(signed_in, axe_source) == NOTHING, path
        for size in (PHONE, NARROWEST):
            signed_in.resize(*size)
            signed_in.settle()
            assert signed_in.evaluate(OVERFLOW) <= 0, (path, size)
