from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from documents import samples
from documents.reading import alternatives_of, read, tags_of, text_of
from omavirta.api.language import Language
from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.contracts.queries import ProductKind
from omavirta.customers.queries import CustomerKind
from omavirta.documents.comparison import Comparison
from omavirta.documents.invoice import InvoiceSource, invoice_document
from omavirta.documents.paths import invoice_page_path
from omavirta.documents.rendering import pdf

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
BAR_CODE = "421123456000007850000399600000000000020261100017261119"


def _made(source: InvoiceSource, language: Language = Language.FI) -> bytes:
    return pdf(invoice_document(source, samples.retailer(), samples.PORTAL, language), NOW)


def _text(source: InvoiceSource, language: Language = Language.FI) -> str:
    return text_of(_made(source, language))


def test_all_that_the_law_asks_of_an_invoice() -> None:
    text = _text(samples.invoice_source(notices=("Hinta on 1.1.2027 alkaen 8,19 c/kWh.",)))

    for words in (
        "Revontuli Energia Oy",
        "+358 9 4245 0100",
        "asiakaspalvelu@revontuli.example.fi",
        "Maksettavaa 39,96 €",
        "Eräpäivä 19.11.2026",
        "412,375 kWh",
        "8,49 c/kWh",
        "Revontuli Pörssi",
        "Käyttöpaikkatunnus",
        "643006966022791278",
        "1.3.2025 alkaen, voimassa toistaiseksi",
        "Sähkön myynti",
        "25,5 % 31,84 € 8,12 € 39,96 €",
        "Hinta on 1.1.2027 alkaen 8,19 c/kWh.",
        "Käytit 412 kWh, mikä on 8 % vähemmän kuin vuotta aiemmin.",
        "jokaisen vartin kulutuksen, hinnan ja kustannuksen",
        "Viivästyskorko eräpäivästä on 9,5 % vuodessa.",
        "Voit vaihtaa sähkönmyyjää maksutta.",
    ):
        assert words in text, words
    for link in samples.retailer().legal_links:
        assert (link.title["fi"] in text) == (link.kind != "BUSINESS_DISPUTES")


def test_paid_with_a_reference_a_bar_code_and_a_qr_code() -> None:
    data = _made(samples.invoice_source())
    text = text_of(data)

    assert "FI21 1234 5600 0007 85" in text
    assert "2 02611 00017" in text
    assert BAR_CODE in text
    assert [words for words in alternatives_of(data) if "QR" in words or "viivakoodi" in words] != []


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"paid": Decimal("39.96"), "paid_on": date(2026, 11, 17)}, "Maksettu 17.11.2026"),
        ({"credited": True, "credited_amount": Decimal("39.96")}, "Sitä ei makseta."),
        (
            {"kind": InvoiceKind.CREDIT_NOTE, "total": Decimal("-39.96"), "credits_number": "77"},
            "Hyvittää laskun 77",
        ),
        ({"total": Decimal("-5.10")}, "Ei maksettavaa"),
        ({"total": Decimal(0)}, "Ei maksettavaa"),
    ],
)
def test_what_is_not_to_be_paid_has_no_codes(changed: dict[str, object], said: str) -> None:
    data = _made(samples.invoice_source(**changed))  # type: ignore[arg-type]  # only fields of the invoice

    assert said in text_of(data)
    assert "FI21" not in text_of(data)
    assert len(alternatives_of(data)) == 1, "only the bars"


def test_part_paid_asks_for_the_rest() -> None:
    text = _text(samples.invoice_source(paid=Decimal("10.00")))

    assert "Maksettavaa 29,96 €" in text
    assert "Maksettu 10,00 €, laskun summa 39,96 €" in text


@pytest.mark.parametrize(
    ("language", "asked", "parts"),
    [
        (
            Language.FI,
            "Maksettavaa 25,01 €",
            "Hyvitetty 4,95 €, maksettu 10,00 €, laskun summa 39,96 €",
        ),
        (Language.SV, "Att betala 25,01 €", "Krediterat 4,95 €, betalt 10,00 €, fakturans summa 39,96 €"),
        (Language.EN, "To pay €25.01", "Credited €4.95, paid €10.00, invoice total €39.96"),
    ],
)
def test_what_was_credited_in_part_asks_for_the_rest(language: Language, asked: str, parts: str) -> None:
    source = samples.invoice_source(
        credited_by=("N9", "N8"), credited_amount=Decimal("4.95"), paid=Decimal("10.00")
    )
    text = _text(source, language)

    assert asked in text
    assert parts in text
    assert "N9 N8" in text
    assert "421123456000007850000250100000000000020261100017261119" in text


def test_a_credit_balance_is_told_and_has_no_code() -> None:
    data = _made(
        samples.invoice_source(credited_by=("N9",), credited_amount=Decimal("4.95"), paid=Decimal("39.96"))
    )

    assert "Hyvityssaldo 4,95 €" in text_of(data)
    assert len(alternatives_of(data)) == 1, "only the bars"


@pytest.mark.parametrize(
    ("whole", "said"),
    [(True, "kumoaa laskun 77 kokonaan"), (False, "Hyvityksen määrä on laskutuksen ilmoittama."), (None, "")],
)
def test_a_credit_note_says_what_it_can_be_checked_against(whole: bool | None, said: str) -> None:
    source = samples.invoice_source(
        credits_whole=whole, kind=InvoiceKind.CREDIT_NOTE, total=Decimal("-39.96"), credits_number="77"
    )
    text = _text(source)

    assert said in text
    assert "jokaisen vartin kulutuksen" not in text


def test_negative_amounts_have_a_minus_that_is_read_out() -> None:
    rows = (samples.row("Hyvitys pörssihinnasta", "-12.40", quantity="-500", unit="kWh"),)

    text = _text(samples.invoice_source(rows, product_kind=ProductKind.SPOT))

    assert "\u2212500 kWh" in text
    assert "\u221212,40 €" in text


def test_categories_are_kept_apart_with_their_sums() -> None:
    rows = (
        *samples.ROWS,
        samples.row("Siirto", "20.10", quantity="412.375", unit="kWh", category=InvoiceRowCategory.NETWORK),
        samples.row("Sähkövero", "11.66", quantity="412.375", unit="kWh", category=InvoiceRowCategory.TAX),
        samples.row("Vanha verokanta", "1.24", rate="24"),
    )

    text = _text(samples.invoice_source(rows))

    assert text.index("Sähkön myynti") < text.index("Sähkön siirto") < text.index("Verot ja muut")
    assert "Yhteensä 32,84 € 41,20 €" in text
    assert "24 % 1,00 € 0,24 € 1,24 €" in text


def test_a_company_is_sent_to_its_own_board() -> None:
    text = _text(samples.invoice_source(customer_kind=CustomerKind.COMPANY))

    titles = {link.kind.value: link.title["fi"] for link in samples.retailer().legal_links}
    assert titles["BUSINESS_DISPUTES"] in text
    assert titles["CONSUMER_DISPUTES"] not in text


def test_two_hundred_rows_repeat_their_heading_on_every_page() -> None:
    rows = tuple(
        samples.row(f"Käyttöpaikka {number}", "10.04", quantity="95.1", unit="kWh") for number in range(200)
    )

    data = _made(samples.invoice_source(rows))

    pages = [page.extract_text() for page in read(data).pages]
    with_rows = [text for text in pages if "Käyttöpaikka 1" in text]
    assert len(with_rows) > 4
    assert all("Erittely" in text and "Verollinen" in text for text in with_rows)
    assert tags_of(data).count("/TH") == 6 + 4, "a repeated heading is not read again"
    assert f"Sivu {len(pages)}/{len(pages)}" in pages[-1]


NAUGHTY = '#panic("x") *lihava* _kursiivi_ $x^2$ `raaka` <nimi> @viite \\ // = Otsikko - - - [a](b) "lainaus" & ; {1}'


@pytest.mark.parametrize("language", Language)
def test_markup_in_data_is_text(language: Language) -> None:
    rows = (samples.row(NAUGHTY, "35.01"),)
    source = samples.invoice_source(rows, name=NAUGHTY, notices=(NAUGHTY,), payee=NAUGHTY)

    text = _text(source, language)

    squeezed = NAUGHTY.replace(" ", "")
    assert text.replace(" ", "").count(squeezed) == 4


def test_names_that_are_very_long_or_in_other_writing() -> None:
    name = "Asunto-osakeyhtiö " + "Pitkänimisenkadunkulman" * 8
    source = samples.invoice_source(name=name)
    point = replace(samples.metering_point(), street="Z" * 200, city="漢字 😀\u202e")
    source = replace(source, points={samples.POINT: point})

    text = _text(source)

    assert name.replace(" ", "") in text.replace(" ", "").replace("-", "-")
    assert "?? ?" in text


def test_what_is_not_known_of_the_year_before_is_not_drawn() -> None:
    source = samples.invoice_source(comparison=Comparison(Decimal("412.4"), None, None))
    data = _made(source)

    assert "Vuoden takaista kulutusta ei ole tiedossa" in text_of(data)
    assert any("Sama aika vuotta aiemmin: ei tiedossa" in words for words in alternatives_of(data))


def test_an_invoice_of_nothing_but_its_numbers() -> None:
    """As an old system may deliver it: no contract, product or metering point, no rows, nothing to pay by."""
    source = replace(
        samples.invoice_source((), total=Decimal("12.00"), reference=None, iban=None, late_interest=None),
        contract=None,
        product=None,
        points={},
        comparison=None,
    )

    text = _text(source)

    assert "Maksettavaa 12,00 €" in text
    assert "{" not in text


def test_words_that_no_line_holds_are_broken() -> None:
    rows = (samples.row("Pitkä" * 40, "1.00", quantity="1", unit="kWh", unit_price_gross="1"),)
    source = samples.invoice_source(rows, name="Nimi" * 50, notices=("x" * 300,))

    data = _made(source)

    lines = [line for page in read(data).pages for line in page.extract_text().splitlines()]
    assert max(len(line) for line in lines if "NimiNimi" in line) < 45
    assert max(len(line) for line in lines if "PitkäPitkä" in line) < 50
    assert max(len(line) for line in lines if "xxxxxx" in line) < 100
    assert "Nimi" * 50 in text_of(data).replace(" ", "")


def test_a_row_says_its_days_where_they_are_not_the_invoices() -> None:
    part = replace(samples.ROWS[0], period_to=date(2026, 10, 15))

    text = _text(samples.invoice_source((part, samples.ROWS[1])))

    assert text.count("1.10.–15.10.2026") == 1
    assert text.count("1.10.–31.10.2026") == 1


def test_of_very_many_rows_the_sums_are_told() -> None:
    rows = tuple(samples.row(f"Rivi {number}", "1.00", quantity="1", unit="kWh") for number in range(1001))

    data = _made(samples.invoice_source(rows))

    assert len(read(data).pages) == 2
    assert "Laskussa on 1 001 riviä." in text_of(data)
    assert "1 001,00 €" in text_of(data)
    assert "Rivi 7" not in text_of(data)


def test_it_leads_to_its_own_page_of_the_app() -> None:
    routes = (samples.ROOT / "frontend" / "src" / "app" / "routes.ts").read_text(encoding="utf-8")
    assert "INVOICES = '/laskut'" in routes
    assert "`${INVOICES}/:invoiceId`" in routes

    reader = read(_made(samples.invoice_source()))

    annotations = [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]
    addresses = {str(note["/A"]["/URI"]) for note in annotations if "/A" in note}
    assert samples.PORTAL + invoice_page_path(samples.invoice().id) in addresses
