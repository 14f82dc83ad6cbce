from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from documents import samples
from documents.reading import text_of
from omavirta.api.language import Language
from omavirta.contracts.queries import PriceComponentKind, ProductKind
from omavirta.customers.queries import CustomerKind
from omavirta.documents.confirmation import (
    CONFIRMATION,
    ConfirmationSource,
    confirmation_document,
    is_over_two_years,
    with_vat,
    without_vat,
)
from omavirta.documents.rendering import pdf

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def _text(source: ConfirmationSource, language: Language = Language.FI) -> str:
    return text_of(pdf(confirmation_document(source, samples.retailer(), samples.PORTAL, language), NOW))


def test_all_that_the_law_asks_of_a_confirmation() -> None:
    text = _text(samples.confirmation_source())

    for words in (
        "Tärkeintä lyhyesti",
        "Ostat sähköä tuotteella Revontuli Pörssi osoitteeseen Koivukuja 5 A 3, 00100 Helsinki.",
        "marginaali 0,49 c/kWh, perusmaksu 4,90 €/kk",
        "Marginaali 1.3.2025 alkaen 0,3904 c/kWh 25,5 % 0,49 c/kWh",
        "Perusmaksu 1.3.2025 alkaen 3,90 €/kk 25,5 % 4,90 €/kk",
        "643006966022791278",
        "Tunturiverkko Oy",
        "Y-tunnus 4100001-5",
        "Voit irtisanoa sen 14 päivän irtisanomisajalla.",
        "viimeistään 4.3.2025",
        "viimeistään 24.2.2025",
        "SME 2024",
        "Mahdollisuudet:",
        "Riskit:",
        "Peruuttamislomake",
    ):
        assert words in text, words


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", ProductKind)
@pytest.mark.parametrize("end", [None, date(2027, 2, 28)])
def test_every_kind_in_every_language(kind: ProductKind, language: Language, end: date | None) -> None:
    text = _text(samples.confirmation_source(kind, end=end), language)

    texts = CONFIRMATION[language]
    assert texts.kinds[kind] in text
    assert texts.formulas[kind] in text
    assert (texts.dynamic.heading in text) == (kind in {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED})
    assert (texts.impact.heading in text) == (kind is ProductKind.CONSUMPTION_IMPACT)
    assert "{" not in text


def test_a_fixed_term_says_what_happens_at_its_end() -> None:
    source = samples.confirmation_source(ProductKind.FIXED_TERM, end=date(2027, 2, 28))

    text = _text(source)

    assert "sitoo molempia 28.2.2027 asti" in text
    assert "Sen jälkeen sopimus jatkuu toistaiseksi" in text
    assert "1.3.2025\u20131" not in text
    assert "kahden vuoden jälkeen" not in text


def test_a_company_or_one_who_came_to_the_shop_cannot_withdraw() -> None:
    company = samples.confirmation_source(customer_kind=CustomerKind.COMPANY)
    shop = samples.confirmation_source()
    shop = replace(shop, contract=replace(shop.contract, sold_at_distance=False))

    assert "Peruuttamislomake" not in _text(company)
    assert "Peruuttamislomake" not in _text(shop)


def test_days_that_are_not_known_are_not_told() -> None:
    source = samples.confirmation_source()
    bare = replace(source.contract, concluded_on=None, confirmed_on=None, terms_version=None)

    text = _text(replace(source, contract=bare, product=replace(source.product, notice_days=None), prices=()))

    assert "Huomautusaika" not in text
    assert "Irtisanomisaika on sopimusehdoissa." in text
    assert "None" not in text


def test_share_and_floor_of_the_tariff_are_told() -> None:
    source = samples.confirmation_source(ProductKind.SPOT_AND_FIXED)
    attributes = {"spotShare": "0.5", "energyPriceFloor": "0"}

    text = _text(replace(source, contract=replace(source.contract, attributes=attributes)))

    assert "Pörssihintainen osuus on 50 % kulutuksestasi." in text
    assert "Energian hinta ei laske alle 0,00 c/kWh." in text


def test_prices_with_and_without_tax() -> None:
    included = samples.price(PriceComponentKind.ENERGY, "8.49")
    excluded = replace(included, amount=Decimal("6.765"), vat_included=False)

    assert with_vat(included) == Decimal("8.49")
    assert round(without_vat(included), 4) == Decimal("6.7649")
    assert round(with_vat(excluded), 3) == Decimal("8.490")
    assert without_vat(excluded) == Decimal("6.765")


@pytest.mark.parametrize(
    ("end", "over"),
    [
        (date(2027, 2, 28), False),
        (date(2027, 3, 1), True),
        (date(2028, 2, 29), True),
        (date(2025, 3, 31), False),
    ],
)
def test_longer_than_two_years(end: date, over: bool) -> None:
    assert is_over_two_years(date(2025, 3, 1), end) is over
