"""From an invoice to its quarters, and on to the next invoice: the same figures as the API's, said in words first."""

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from browser.consumption_page import CHART
from browser.portal_api import PortalApi
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_file import CATCH_DOWNLOAD, CAUGHT, rows_of
from browser.test_invoices import money_text
from browser.test_language import choose_language, read_words, words_only_in_finnish
from browser.window import NARROWEST, PHONE, Window

VERIFIED = """
{ viewer { customers { invoices(first: 100) { nodes {
  id number kind periodFrom periodTo total { amount } rows { description } meteringPoint { id name gsrn }
  verification {
    status computedTotal { amount } difference { amount }
    rows { status reason billed { amount } computed { amount } difference { amount } }
    changedDays { day }
  }
} } } } }
"""
QUARTERS = """
query ($id: ID!) { node(id: $id) { ... on Invoice { verification { quarters {
  starts energyKwh spotPrices prices costs
} } } } }
"""
ESTIMATES = """
{ viewer { customers { meteringPoints(first: 100) { nodes { id name nextInvoice {
  status total { amount } low { amount } high { amount } costSoFar { amount } basicFees { amount }
} } } } } }
"""
QUARTER_ROWS = """
() => [...document.querySelectorAll('.quarters tbody tr')].map((row) =>
  [...row.cells].map((cell) => cell.textContent.replaceAll('\\u00a0', ' ')))
"""
VERIFIED_ROWS = """
() => [...document.querySelectorAll('.verified tbody tr')].map((row) =>
  [...row.querySelectorAll('td')].map((cell) => cell.textContent.replaceAll('\\u00a0', ' ')))
"""


def verified(api: PortalApi, status: str) -> dict[str, Any]:
    """The newest invoice whose check came out so; the demo has one of each kind that is asked for."""
    nodes = api.ask(VERIFIED, {})["viewer"]["customers"][0]["invoices"]["nodes"]
    found: dict[str, Any] = next(
        one for one in nodes if one["kind"] == "INVOICE" and one["verification"]["status"] == status
    )
    return found


def open_verification(window: Window, invoice: dict[str, Any], day: str | None = None) -> None:
    window.open(f"/laskut/{invoice['id']}/tarkistus" + (f"?paiva={day}" if day else ""))
    window.wait_for("() => document.querySelector('.quarters tbody tr') !== null")
    window.settle()


def number_text(value: float, digits: int) -> str:
    return f"{Decimal(repr(value)):,.{digits}f}".replace(",", " ").replace(".", ",").replace("-", "−")


@pytest.mark.any_engine
def test_an_invoice_that_agrees_says_so_in_a_sentence_and_leads_to_how(
    signed_in: Window, api: PortalApi
) -> None:
    invoice = verified(api, "MATCHES")
    signed_in.open(f"/laskut/{invoice['id']}")
    signed_in.wait_for_text("se täsmää sentilleen")
    signed_in.click_named("link", "Katso laskelma")
    signed_in.wait_for_text("Lasku täsmää sentilleen.")
    assert signed_in.focused().startswith("h1#")
    assert money_text(invoice["total"]["amount"]) in signed_in.text(".outcome")
    rows = signed_in.evaluate(VERIFIED_ROWS)
    assert [row[2] for row in rows] == ["0,00 €"] * len(invoice["verification"]["rows"])


@pytest.mark.any_engine
def test_one_that_differs_says_by_how_much_and_each_row_why(signed_in: Window, api: PortalApi) -> None:
    invoice = verified(api, "DIFFERS")
    check = invoice["verification"]
    open_verification(signed_in, invoice)
    assert money_text(check["difference"]["amount"].lstrip("-")) in signed_in.text(".outcome-answer")
    assert signed_in.evaluate(VERIFIED_ROWS) == [
        [money_text(row[key]["amount"]) if row[key] else "–" for key in ("billed", "computed", "difference")]
        for row in check["rows"]
    ]
    notes = signed_in.texts(".verified-note")
    assert all(
        (note == "Täsmää") == (row["status"] == "MATCHES")
        for note, row in zip(notes, check["rows"], strict=True)
    )
    if check["changedDays"]:
        day = check["changedDays"][0]["day"]
        signed_in.click(".changed a")
        signed_in.wait_for_path(f"/laskut/{invoice['id'].replace('=', '%3D')}/tarkistus?paiva={day}")
        signed_in.wait_for("() => document.activeElement.id === 'days-title'")


@pytest.mark.any_engine
def test_a_credit_note_is_checked_against_the_invoice_that_it_undoes(
    signed_in: Window, api: PortalApi
) -> None:
    nodes = api.ask(VERIFIED, {})["viewer"]["customers"][0]["invoices"]["nodes"]
    note = next(one for one in nodes if one["kind"] == "CREDIT_NOTE")
    signed_in.open(f"/laskut/{note['id']}")
    signed_in.click_named("link", "Katso laskelma")
    signed_in.wait_for_text("Hyvitys kumoaa laskun sentilleen.")
    rows = signed_in.evaluate(VERIFIED_ROWS)
    assert [row[2] for row in rows] == ["0,00 €"] * len(note["rows"])
    assert [row[0] for row in rows] == [row[1] for row in rows]


def test_a_days_quarters_are_the_apis_and_days_are_stepped_through(signed_in: Window, api: PortalApi) -> None:
    invoice = verified(api, "MATCHES")
    columns = api.ask(QUARTERS, {"id": invoice["id"]})["node"]["verification"]["quarters"]
    first = date.fromisoformat(invoice["periodFrom"])
    second = first + timedelta(days=1)
    open_verification(signed_in, invoice)
    signed_in.click_named(
        "link",
        f"Seuraava: {['ma', 'ti', 'ke', 'to', 'pe', 'la', 'su'][second.weekday()]} {second.day}.{second.month}.{second.year}",
    )
    signed_in.wait_for("(day) => location.search === `?paiva=${day}`", str(second))
    signed_in.settle()
    places = [place for place, start in enumerate(columns["starts"]) if start.startswith(str(second))]
    rows = signed_in.evaluate(QUARTER_ROWS)
    assert len(rows) == len(places)
    assert [row[1] for row in rows] == [number_text(columns["energyKwh"][place], 3) for place in places]
    assert [row[-2] for row in rows] == [number_text(columns["costs"][place], 4) for place in places]
    # The last sum of the day is that of all quarters since the period began.
    total = sum(columns["costs"][: places[-1] + 1])
    assert rows[-1][-1] == number_text(round(total, 6), 2)


@pytest.mark.any_engine
def test_the_autumn_day_has_its_hundred_quarters(signed_in: Window, api: PortalApi) -> None:
    nodes = api.ask(VERIFIED, {})["viewer"]["customers"][0]["invoices"]["nodes"]
    invoice = next(one for one in nodes if one["kind"] == "INVOICE" and one["periodFrom"][5:7] == "10")
    sunday = date.fromisoformat(invoice["periodFrom"]).replace(day=31)
    while sunday.weekday() != 6:
        sunday -= timedelta(days=1)
    open_verification(signed_in, invoice, str(sunday))
    names = [row[0] for row in signed_in.evaluate(QUARTER_ROWS)]
    assert len(names) == 100
    assert names[12] == "3.00–3.15 (UTC+3)"
    assert names[16] == "3.00–3.15 (UTC+2)"


@pytest.mark.any_engine
def test_a_chosen_quarter_is_told_in_words(signed_in: Window, api: PortalApi) -> None:
    open_verification(signed_in, verified(api, "MATCHES"))
    signed_in.evaluate("(css) => document.querySelector(css).focus()", CHART)
    signed_in.press("Home")
    signed_in.wait_for_text("0.00–0.15: ")
    assert re.fullmatch(r"0\.00–0\.15: [\d,]+ kWh, [−\d,]+ c/kWh", signed_in.text(".readout .muted"))
    assert signed_in.evaluate(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext')", CHART
    ).startswith("0.00–0.15: ")


def test_the_whole_period_is_handed_over_as_a_file(signed_in: Window, api: PortalApi) -> None:
    invoice = verified(api, "MATCHES")
    columns = api.ask(QUARTERS, {"id": invoice["id"]})["node"]["verification"]["quarters"]
    open_verification(signed_in, invoice)
    signed_in.evaluate(CATCH_DOWNLOAD)
    signed_in.click_named("button", "Lataa koko kausi (CSV)")
    caught = signed_in.wait_for(CAUGHT)
    assert caught["name"] == f"tarkistus-{invoice['number']}-{invoice['meteringPoint']['gsrn']}-PT15M.csv"
    heading, *rows = rows_of(bytes(caught["bytes"]))
    assert heading[-3:] == ["Hinta (c/kWh)", "Kustannus (€)", "Alv"]
    assert len(rows) == len(columns["starts"])
    added = sum((Decimal(row[9].replace(",", ".")) for row in rows if row[9]), Decimal())
    expected = sum((Decimal(repr(cost)) for cost in columns["costs"] if cost is not None), Decimal())
    assert abs(added - expected) < Decimal("0.000001")


@pytest.mark.any_engine
def test_the_next_invoice_is_estimated_with_its_range(signed_in: Window, api: PortalApi) -> None:
    points = api.ask(ESTIMATES, {})["viewer"]["customers"][0]["meteringPoints"]["nodes"]
    signed_in.open("/laskut")
    signed_in.click_named("link", "Arvio seuraavasta laskusta")
    signed_in.wait_for_path("/seuraava-lasku")
    assert signed_in.texts(".links-top [aria-current]") == ["Laskut"]
    signed_in.wait_for(f"() => document.querySelectorAll('.estimate').length === {len(points)}")
    for place, point in enumerate(points):
        text = signed_in.evaluate(
            "(place) => document.querySelectorAll('.estimate')[place].innerText.replaceAll('\\u00a0', ' ')",
            place,
        )
        assert point["name"] in text
        estimate = point["nextInvoice"]
        if estimate and estimate["status"] == "ESTIMATED":
            for key in ("total", "low", "high", "costSoFar", "basicFees"):
                if estimate[key]:
                    assert money_text(estimate[key]["amount"]) in text, key
            assert "Arvio" in text
    # One alone, at its own address, with the way to all.
    signed_in.open(f"/seuraava-lasku/{points[0]['id']}")
    signed_in.wait_for("() => document.querySelectorAll('.estimate').length === 1")
    signed_in.click_named("link", f"Näytä kaikki {len(points)} käyttöpaikkaa")
    signed_in.wait_for(f"() => document.querySelectorAll('.estimate').length === {len(points)}")


@pytest.mark.any_engine
@pytest.mark.parametrize("language", ["sv", "en"])
def test_they_are_whole_in_every_language(signed_in: Window, api: PortalApi, language: str) -> None:
    invoices = [verified(api, status) for status in ("MATCHES", "DIFFERS")]
    billed = " ".join(row["description"] for one in invoices for row in one["rows"]).lower()
    finnish = words_only_in_finnish() - set(re.findall(r"[a-zåäö]{4,}", billed))
    signed_in.open("/seuraava-lasku")
    choose_language(signed_in, language)
    for path in ("/seuraava-lasku", *(f"/laskut/{one['id']}/tarkistus" for one in invoices)):
        signed_in.open(path)
        signed_in.settle()
        # Products keep the names that the retailer gave them.
        assert read_words(signed_in) & finnish == set(), path


def test_axe_finds_nothing_and_they_fit_a_phone(signed_in: Window, api: PortalApi, axe_source: str) -> None:
    for path in (f"/laskut/{verified(api, 'DIFFERS')['id']}/tarkistus", "/seuraava-lasku"):
        signed_in.resize(*PHONE)
        signed_in.open(path)
        signed_in.wait_for("() => document.querySelector('.quarters tbody tr, .estimate') !== null")
        signed_in.evaluate(
            "() => document.querySelectorAll('details').forEach((one) => { one.open = true; })"
        )
        assert axe_finds(signed_in, axe_source) == NOTHING, path
        for size in (PHONE, NARROWEST):
            signed_in.resize(*size)
            signed_in.settle()
            assert signed_in.evaluate(OVERFLOW) <= 0, (path, size)
