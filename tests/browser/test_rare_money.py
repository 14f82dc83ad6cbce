"""What is said where money is unusual: prices that never came, a month that is a credit as a whole, an invoice for two places."""

from collections.abc import Iterator

import pytest

from browser.conftest import sign_in_as
from browser.consumption_page import TABLE_TOTAL, open_consumption, sentence, table_rows
from browser.portal_api import PortalApi
from browser.rare_money import BAKER, BAKERY, CREDIT_INVOICE, CREDIT_NOTE, TWO_PLACES_INVOICE, deliver
from browser.service import Portal
from browser.test_appearance import NOTHING, OVERFLOW, axe_finds
from browser.test_file import download, rows_of
from browser.test_invoices import open_invoice
from browser.test_language import read_words, words_only_in_finnish
from browser.test_verification import QUARTER_ROWS, VERIFIED_ROWS, open_verification
from browser.window import NARROWEST, PHONE, Window

pytestmark = pytest.mark.any_engine

TABLE_HEADINGS = "table.data thead th"
NO_PRICE = "Hintaa ei vielä tiedetä"
LANGUAGE = "(language) => localStorage.setItem('omavirta.language', language)"


@pytest.fixture(scope="module")
def bakers(portal: Portal) -> Iterator[PortalApi]:
    deliver(portal)
    with PortalApi(portal.url, BAKER) as opened:
        yield opened


@pytest.fixture
def bakery(bakers: PortalApi) -> str:
    """The first of the two places, in Satamakuja."""
    nodes = bakers.ask("{ viewer { customers { meteringPoints(first: 2) { nodes { id gsrn } } } } }", {})
    [customer] = nodes["viewer"]["customers"]
    return next(str(one["id"]) for one in customer["meteringPoints"]["nodes"] if one["gsrn"] == BAKERY)


@pytest.fixture
def baker(window: Window, bakers: PortalApi) -> Window:
    return sign_in_as(window, BAKER)


def invoice_of(api: PortalApi, number: str) -> dict[str, str]:
    nodes = api.ask("{ viewer { customers { invoices(first: 9) { nodes { id number } } } } }", {})
    [customer] = nodes["viewer"]["customers"]
    return next(one for one in customer["invoices"]["nodes"] if one["number"] == number)


def test_a_price_that_never_came_is_said_in_words_and_never_zero(baker: Window, bakery: str) -> None:
    open_consumption(baker, bakery, "?y=2021&m=7&u=e")
    assert baker.text(".readout .big") == NO_PRICE
    assert "893 kWh" in baker.text(".readout-beside")
    assert {row[1] for row in table_rows(baker)} == {"–"}
    assert baker.count(".chart-plot .bar") == 0
    # Of June ten days are known.
    open_consumption(baker, bakery, "?y=2021&m=6&u=e")
    assert "osalta hinta puuttuu" in baker.text(".readout")
    assert [row[1] for row in table_rows(baker)] == ["1,31 €"] * 10 + ["–"] * 20
    assert baker.evaluate(TABLE_TOTAL) == "13,09 €"
    open_consumption(baker, bakery, "?y=2021&m=6&d=20")
    assert NO_PRICE in baker.text(".readout-beside")
    assert NO_PRICE in sentence(baker)


def test_a_month_that_is_a_credit_says_that_it_is_without_the_tax(baker: Window, bakery: str) -> None:
    open_consumption(baker, bakery, "?y=2021&m=5&u=e")
    assert baker.text(".readout .big") == "−15,62 €"
    shown = baker.text(".consumption")
    assert "hyvitetään ilman arvonlisäveroa: kustannukset ja hinnat ovat ilman veroa" in shown
    assert "sisältävät arvonlisäveron" not in shown
    assert baker.text(".readout-beside").endswith("−2,10 c/kWh, ilman alv")
    assert table_rows(baker)[0][1] == "−0,50 €"
    assert baker.texts(TABLE_HEADINGS)[1] == "Kustannus ilman alv"
    _, content = download(baker)
    assert {row[-1] for row in rows_of(content)} == {"Alv", "ilman alv"}
    # A day of it is as the month is.
    open_consumption(baker, bakery, "?y=2021&m=5&d=9")
    assert baker.text(".readout-beside").endswith("−2,10 c/kWh, ilman alv")
    table_rows(baker)
    assert baker.texts(TABLE_HEADINGS)[-2:] == ["Hinta ilman alv", "Kustannus ilman alv"]
    assert "kustannukset ja hinnat ovat ilman veroa" in baker.text(".consumption")


def test_a_year_with_such_a_month_tells_it_from_the_others(baker: Window, bakery: str) -> None:
    open_consumption(baker, bakery, "?y=2021&u=e")
    assert baker.text(".readout-beside").endswith("· osin ilman alv")
    assert "Ilman arvonlisäveroa: toukokuu 2021." in baker.text(".consumption")
    table_rows(baker)
    assert baker.texts(TABLE_HEADINGS)[1] == "Kustannus sis. alv"
    assert baker.texts("table.data tbody td:nth-child(2)")[4:7] == ["−15,62 € ilman alv", "13,09 €", "–"]
    assert baker.texts("table.data tfoot td")[0] == "−2,53 € osin ilman alv"
    _, content = download(baker)
    assert [row[-1] for row in rows_of(content)][4:8] == ["", "ilman alv", "sis. alv", ""]
    baker.open(f"/vuosiraportti/{bakery}/2021")
    baker.wait_for_text("osin ilman alv")
    assert "alle nollan, hyvitetään ilman arvonlisäveroa" in baker.text(".report-table + .hint")


def test_its_invoice_and_its_check_say_so_too(baker: Window, bakers: PortalApi) -> None:
    invoice = invoice_of(bakers, CREDIT_INVOICE)
    open_invoice(baker, invoice)
    assert baker.text(".answer .big").startswith("−10,66 €")
    assert "Hyvitys sinulle. Maksettavaa ei ole." in baker.text(".answer-status")
    assert baker.count(".pay") == 0
    open_verification(baker, invoice)
    assert "Lasku täsmää sentilleen." in baker.text(".outcome")
    assert "hyvitetään ilman arvonlisäveroa" in baker.text(".outcome")
    assert [row[2] for row in baker.evaluate(VERIFIED_ROWS)] == ["0,00 €"] * 3
    assert "ilman arvonlisäveroa" in baker.text(".consumption > .hint")
    assert "Hinta, ilman alv" in baker.texts(".legend li")


def test_an_invoice_for_two_places_names_each_and_checks_one_after_the_other(
    baker: Window, bakers: PortalApi
) -> None:
    invoice = invoice_of(bakers, TWO_PLACES_INVOICE)
    open_invoice(baker, invoice)
    assert "Useita käyttöpaikkoja" in baker.text("h1")
    places = ["Satamakuja 1"] * 3 + ["Rantakatu 5"] * 2
    assert baker.texts(".rows-table .point-address") == places
    open_verification(baker, invoice, "2021-06-20")
    assert "Useita käyttöpaikkoja" in baker.text("h1")
    assert baker.texts(".verified .verified-name + .point-address") == places
    assert baker.texts(".verified-note")[0] == "Osa pörssihinnoista ei ole tiedossa."
    # The first place: energy is known, its price is not.
    assert baker.evaluate(QUARTER_ROWS)[0][1:] == ["0,250", "–", "–", "13,09"]
    assert "1920 vartin hinta tai kulutus ei ole tiedossa. Ne eivät ole nollia." in baker.text()
    chooser = "#days-title + select"
    baker.choose(chooser, baker.evaluate("(css) => document.querySelector(css).options[1].value", chooser))
    baker.wait_for(f"() => ({QUARTER_ROWS})()[0]?.[1] === '0,125'")
    assert baker.evaluate(QUARTER_ROWS)[0][1:] == ["0,125", "7,440", "0,0093", "16,97"]


def test_a_credit_of_a_part_is_a_balance_and_is_said_to_be_billings_word(
    baker: Window, bakers: PortalApi
) -> None:
    open_invoice(baker, invoice_of(bakers, TWO_PLACES_INVOICE))
    assert "Sinulla on hyvitettävää 4,96 €." in baker.text(".answer")
    baker.click_named("link", f"Hyvityslasku {CREDIT_NOTE}")
    baker.wait_for_text("Hyvityksen summa on laskutuksen ilmoitus.")
    baker.click_named("link", "Katso laskelma")
    baker.wait_for_text("Hyvitys kumoaa osan laskusta.")
    assert baker.evaluate(VERIFIED_ROWS) == [["−4,96 €", "–", "–"]]
    assert baker.count(".quarters") == 0


@pytest.mark.parametrize("language", ["sv", "en"])
def test_they_are_whole_in_every_language(
    baker: Window, bakers: PortalApi, bakery: str, language: str
) -> None:
    # What billing wrote and who is who are in the customer's own language.
    finnish = words_only_in_finnish() - {
        "pörssisähkö",
        "marginaali",
        "perusmaksu",
        "energia",
        "asiakaspalvelu",
    }
    baker.evaluate(LANGUAGE, language)
    for path in pages(bakers, bakery):
        baker.open(path)
        baker.settle()
        assert read_words(baker) & finnish == set(), path


def test_axe_finds_nothing_and_they_fit_a_phone(
    baker: Window, bakers: PortalApi, bakery: str, axe_source: str
) -> None:
    for path in pages(bakers, bakery):
        baker.open(path)
        for size in (PHONE, NARROWEST):
            baker.resize(*size)
            baker.settle()
            assert baker.evaluate(OVERFLOW) <= 0, (path, size)
        if "&m=6&u=e" in path or path.endswith("/tarkistus"):
            assert axe_finds(baker, axe_source) == NOTHING, path


def pages(api: PortalApi, bakery: str) -> list[str]:
    invoices = [
        f"/laskut/{invoice_of(api, number)['id']}"
        for number in (CREDIT_INVOICE, TWO_PLACES_INVOICE, CREDIT_NOTE)
    ]
    return [
        *(f"/kulutus/{bakery}?y=2021{rest}" for rest in ("&u=e", "&m=5&u=e", "&m=6&u=e", "&m=6&d=20&u=e")),
        f"/vuosiraportti/{bakery}/2021",
        *invoices,
        *(f"{invoice}/tarkistus" for invoice in invoices),
    ]
