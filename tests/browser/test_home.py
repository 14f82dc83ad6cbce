"""Home: each metering point with yesterday, this month and last month, as the API gives them."""

from datetime import date, timedelta
from decimal import Decimal

from browser.portal_api import PortalApi, energy_text, month_of, today
from browser.service import Portal
from browser.window import PHONE, Window

CARDS = """
() => [...document.querySelectorAll('article.point')].map((card) => ({
  name: card.querySelector('h3').firstChild.textContent,
  month: card.querySelector('.big').textContent.replaceAll('\\u00a0', ' '),
  more: [...card.querySelectorAll('.point-more dd')].map((value) => value.firstChild.textContent.replaceAll('\\u00a0', ' ')),
  gaps: card.querySelectorAll('.point-gaps').length,
  answers: card.querySelector('.point-answers').innerText.replaceAll('\\u00a0', ' ').replaceAll('\\u2060', ''),
}))
"""


KEEP_QUESTIONS = """
() => {
  window.asked = [];
  const ask = window.fetch;
  window.fetch = (address, request) => { window.asked.push(JSON.parse(request.body)); return ask(address, request); };
}
"""


def test_home_shows_what_the_api_says_of_both_places(signed_in: Window, api: PortalApi) -> None:
    signed_in.open("/")
    signed_in.wait_for("() => document.querySelectorAll('article.point .big').length === 2")
    cards = signed_in.evaluate(CARDS)
    assert [card["name"] for card in cards] == ["Koti", "Mökki"]
    yesterday = today() - timedelta(days=1)
    this_month = month_of(today())
    last_month = month_of(this_month[0] - timedelta(days=1))
    for card in cards:
        point = api.point_id(card["name"])
        month = api.consumption(point, *this_month, "DAY")
        assert card["month"] == energy_text(month.energy_kwh)
        of_yesterday = api.consumption(point, yesterday, today(), "DAY").energy_kwh
        before = api.consumption(point, *last_month, "DAY")
        assert card["more"] == [
            energy_text(of_yesterday) if of_yesterday is not None else "ei vielä tietoja",
            energy_text(before.energy_kwh),
        ]
        missing = [
            any(
                interval.quality in {"MISSING", "PARTIALLY_MISSING"}
                and month.complete_until is not None
                and interval.end <= month.complete_until
                for interval in figures.intervals
            )
            for figures in (month, before)
        ]
        assert card["gaps"] == sum(missing)


def test_a_card_leads_to_its_consumption(signed_in: Window, api: PortalApi) -> None:
    signed_in.open("/")
    signed_in.click_named("link", "Tarkastele kulutusta: Mökki")
    signed_in.wait_for_path(f"/kulutus/{api.point_id('Mökki')}")
    signed_in.wait_for_text("Näytä taulukkona")
    assert signed_in.focused() == "h1# Kulutus"


def test_a_company_gets_a_table_of_its_twelve_places(signed_in_for_company: Window, portal: Portal) -> None:
    window = signed_in_for_company
    window.open("/")
    window.wait_for("() => document.querySelectorAll('.points tbody tr').length === 12")
    assert "Kahvila Kuusama Oy" in window.text()
    assert window.count("article.point") == 0
    with PortalApi(portal.url, "eero") as api:
        month = api.consumption(api.point_id("Kuusaman torikahvila"), *month_of(today()), "DAY")
    row = window.evaluate(
        "() => [...document.querySelectorAll('.points tbody tr')].map((row) => row.textContent"
        ".replaceAll('\\u00a0', ' ')).find((text) => text.includes('Kuusaman torikahvila'))"
    )
    assert energy_text(month.energy_kwh) in row
    window.resize(*PHONE)
    window.settle()
    assert window.evaluate("() => document.documentElement.scrollWidth - innerWidth") <= 0
    # What the next invoices come to takes long to reckon, and the table has no room for it: it is not asked for.
    window.evaluate(KEEP_QUESTIONS)
    window.click_named("link", "Laskut")
    window.wait_for_path("/laskut")
    window.click_named("link", "Koti")
    window.wait_for("() => window.asked.some(({ query }) => query.includes('query Home('))")
    homes = window.evaluate("() => window.asked.filter(({ query }) => query.includes('query Home('))")
    assert [home["variables"]["cards"] for home in homes] == [False]


ANSWERS = """
{ viewer { customers { unpaid: invoices(first: 50, status: [OPEN, DUE, OVERDUE]) { nodes { dueDate openAmount { amount } } }
  meteringPoints(first: 100) { nodes { name activeContract { product { name } currentPrices { amount } }
    nextInvoice { status total { amount } low { amount } high { amount } } } } } } }
"""


def test_home_answers_what_is_to_be_paid_what_is_agreed_on_and_what_comes(
    signed_in: Window, api: PortalApi
) -> None:
    signed_in.open("/")
    signed_in.wait_for("() => document.querySelectorAll('article.point .big').length === 2")
    [aino] = api.ask(ANSWERS, {})["viewer"]["customers"]
    unpaid = aino["unpaid"]["nodes"]
    shown = signed_in.text(".newest-invoice").replace("\u00a0", " ")
    if unpaid:
        assert money(sum(Decimal(invoice["openAmount"]["amount"]) for invoice in unpaid)) in shown
        nearest = date.fromisoformat(min(invoice["dueDate"] for invoice in unpaid))
        assert f"{nearest.day}.{nearest.month}.{nearest.year}" in shown
    else:
        assert "Viimeisin lasku" in shown
    answers = {card["name"]: card["answers"] for card in signed_in.evaluate(CARDS)}
    for point in aino["meteringPoints"]["nodes"]:
        contract, estimate = point["activeContract"], point["nextInvoice"]
        assert contract["product"]["name"] in answers[point["name"]]
        for price in contract["currentPrices"]:
            assert price["amount"].replace(".", ",") in answers[point["name"]]
        assert estimate["status"] == "ESTIMATED"
        for name in ("total", "low", "high"):
            assert money(Decimal(estimate[name]["amount"])) in answers[point["name"]]


def money(euros: Decimal | int) -> str:
    return f"{Decimal(euros):,.2f} €".replace(",", " ").replace(".", ",")


def test_home_leads_to_contracts_and_to_the_estimate(signed_in: Window, api: PortalApi) -> None:
    signed_in.open("/")
    signed_in.click_named("link", "Revontuli Vakaa")
    signed_in.wait_for_path("/sopimukset")
    signed_in.back()
    signed_in.wait_for("() => document.querySelectorAll('.point-answers').length === 2")
    signed_in.click(".point-answers div:nth-child(2) a")
    signed_in.wait_for_path(f"/seuraava-lasku/{api.point_id('Koti')}")
