"""Contracts and what is on sale: what the API says of them, in words and days of the page's language."""

from decimal import Decimal
from typing import Any

import pytest

from browser.portal_api import PortalApi
from browser.service import Portal
from browser.window import Window

CARDS = """
() => [...document.querySelectorAll('.contract')].map((card) => ({
  name: card.querySelector('.contract-name').firstChild.textContent,
  text: card.innerText.replaceAll('\\u00a0', ' '),
  prices: [...card.querySelectorAll('.prices dd')].map((price) => price.textContent.replaceAll('\\u00a0', ' ')),
}))
"""
LETTERS = """
async () => Promise.all([...document.querySelectorAll('a.letter')].map(async (link) => {
  const answer = await fetch(link.href);
  return { name: link.ariaLabel, status: answer.status, type: answer.headers.get('content-type') };
}))
"""
WRAPPED = """
() => [...document.querySelectorAll('.prices strong')].filter((amount) => amount.getClientRects().length > 1).length
"""


def day_text(day: str) -> str:
    year, month, number = day.split("-")
    return f"{int(number)}.{int(month)}.{year}"


def price_text(price: dict[str, Any]) -> str:
    amount = price["amount"].replace(".", ",")
    return f"{amount} €/kk" if price["unit"] == "EUR_PER_MONTH" else f"{amount} c/kWh"


def open_contracts(window: Window) -> list[dict[str, Any]]:
    window.open("/sopimukset")
    window.wait_for("() => document.querySelector('.contract') !== null")
    cards: list[dict[str, Any]] = window.evaluate(CARDS)
    return cards


def test_the_contracts_in_force_and_coming_are_the_apis(signed_in: Window, api: PortalApi) -> None:
    cards = open_contracts(signed_in)
    [aino] = api.customers()
    contracts = [contract for contract in aino["contracts"]["nodes"] if contract["status"] != "ENDED"]
    assert sorted(card["name"] for card in cards) == sorted(
        contract["product"]["name"] for contract in contracts
    )
    for contract in contracts:
        [card] = [card for card in cards if contract["number"] in card["text"]]
        assert contract["meteringPoint"]["name"] in card["text"]
        assert day_text(contract["startDate"]) in card["text"]
        if contract["endDate"]:
            assert day_text(contract["endDate"]) in card["text"]
        for price in contract["currentPrices"]:
            assert any(price_text(price) in shown for shown in card["prices"]), price


@pytest.mark.any_engine
def test_rights_that_run_out_are_told_while_they_run(signed_in: Window, api: PortalApi) -> None:
    cards = open_contracts(signed_in)
    [aino] = api.customers()
    [coming] = [contract for contract in aino["contracts"]["nodes"] if contract["status"] == "COMING"]
    [card] = [card for card in cards if coming["number"] in card["text"]]
    assert f"viimeistään {day_text(coming['objectionUntil'])}" in card["text"]
    assert f"peruuttaa sopimuksen {day_text(coming['withdrawalUntil'])} asti" in card["text"]
    others = [card["text"] for card in cards if coming["number"] not in card["text"]]
    assert not any("peruuttaa" in text or "viimeistään" in text for text in others)


@pytest.mark.any_engine
def test_a_contract_that_is_followed_says_by_what(signed_in: Window) -> None:
    cards = open_contracts(signed_in)
    [current] = [card for card in cards if card["name"] == "Revontuli Pörssi"]
    assert "Sen jälkeen\nRevontuli Jousto" in current["text"]


def test_ended_contracts_are_folded_until_asked_for(signed_in: Window, api: PortalApi) -> None:
    open_contracts(signed_in)
    [aino] = api.customers()
    ended = [contract for contract in aino["contracts"]["nodes"] if contract["status"] == "ENDED"]
    assert ended
    assert not any(contract["number"] in signed_in.text("main") for contract in ended)
    signed_in.evaluate("() => document.querySelector('details summary').focus()")
    signed_in.press("Enter")
    signed_in.wait_for("() => document.querySelector('details').open")
    assert all(contract["number"] in signed_in.text(".ended") for contract in ended)


def test_a_letter_opens_the_confirmation_as_a_pdf(signed_in: Window) -> None:
    open_contracts(signed_in)
    signed_in.click("details summary")
    letters = signed_in.evaluate(LETTERS)
    assert len(letters) == 4
    assert "Sopimusvahvistus (PDF): Revontuli Vakaa, Mökki" in [letter["name"] for letter in letters]
    assert {(letter["status"], letter["type"]) for letter in letters} == {(200, "application/pdf")}


@pytest.mark.any_engine
def test_a_companys_contracts_are_its_own(signed_in_for_company: Window, portal: Portal) -> None:
    cards = open_contracts(signed_in_for_company)
    with PortalApi(portal.url, "eero") as api:
        company = next(customer for customer in api.customers() if customer["kind"] == "COMPANY")
    assert company["name"] in signed_in_for_company.text("h1")
    numbers = [
        contract["number"] for contract in company["contracts"]["nodes"] if contract["status"] != "ENDED"
    ]
    assert len(cards) == len(numbers)
    assert all(any(number in card["text"] for card in cards) for number in numbers)


@pytest.mark.any_engine
def test_the_bar_leads_to_contracts_and_they_to_what_is_on_sale(signed_in: Window) -> None:
    signed_in.open("/")
    signed_in.click_named("link", "Sopimukset")
    signed_in.wait_for_path("/sopimukset")
    signed_in.wait_for("() => document.activeElement.matches('h1')")
    signed_in.click_named("link", "Uudet sopimukset")
    signed_in.wait_for_path("/uudet-sopimukset")
    signed_in.wait_for("() => document.querySelector('.product') !== null")


@pytest.mark.any_engine
def test_anybody_sees_what_is_on_sale(window: Window) -> None:
    window.open("/kirjaudu")
    window.click_named("link", "Katso sähkösopimuksemme ja hinnat")
    window.wait_for_path("/uudet-sopimukset")
    window.wait_for("() => document.querySelector('.product') !== null")
    products = {card["name"]: card["prices"] for card in window.evaluate(CARDS)}
    assert products["Revontuli Vakaa"] == ["8,49 c/kWh", "4,95 €/kk"]
    assert products["Revontuli Pörssi"] == ["pörssihinta + 0,49 c/kWh", "4,90 €/kk"]
    assert products["Revontuli Puolikas"] == ["8,19 c/kWh", "pörssihinta + 0,45 c/kWh", "4,95 €/kk"]
    # The year is one's own: it is offered, and asked for only of those who are signed in.
    assert window.count(".product-year") == 0
    assert "alv 25,5 %" in window.text("main").replace("\u00a0", " ")
    window.resize(320, 700)
    window.settle()
    assert window.evaluate(WRAPPED) == 0


YEAR = """
query ($id: ID!) { node(id: $id) { ... on MeteringPoint { lastYearWithProducts { actual { amount }
  products { product { name } total { amount } } } } } }
"""


@pytest.mark.any_engine
def test_what_is_on_sale_is_sorted_by_what_ones_own_year_would_have_cost(
    signed_in: Window, api: PortalApi
) -> None:
    year = api.ask(YEAR, {"id": api.point_id("Koti")})["node"]["lastYearWithProducts"]
    signed_in.open("/uudet-sopimukset")
    signed_in.wait_for("() => document.querySelector('.product-year') !== null")
    sums = {one["product"]["name"]: Decimal(one["total"]["amount"]) for one in year["products"]}
    cards = signed_in.evaluate(CARDS)
    assert [card["name"] for card in cards] == sorted(sums, key=lambda name: sums[name])
    for card in cards:
        assert f"{sums[card['name']]:,.2f} €".replace(",", " ").replace(".", ",") in card["text"]
    actual = f"{Decimal(year['actual']['amount']):,.2f} €".replace(",", " ").replace(".", ",")
    assert actual in signed_in.text(".year").replace("\u00a0", " ")
    signed_in.choose(".year select", api.point_id("Mökki"))
    signed_in.wait_for("(sum) => !document.querySelector('.year').innerText.includes(sum)", actual)
