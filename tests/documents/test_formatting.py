from datetime import date
from decimal import Decimal

import pytest

from omavirta.api.language import Language
from omavirta.documents import formatting

FI, SV, EN = Language.FI, Language.SV, Language.EN


@pytest.mark.parametrize(
    ("euros", "language", "text"),
    [
        ("1234.56", FI, "1\u00a0234,56\u00a0€"),
        ("-1234.56", SV, "\u22121\u00a0234,56\u00a0€"),
        ("1234.56", EN, "€1,234.56"),
        ("-5", EN, "-€5.00"),
        ("-0.001", FI, "0,00\u00a0€"),
        ("0.005", FI, "0,01\u00a0€"),
    ],
)
def test_money(euros: str, language: Language, text: str) -> None:
    assert formatting.money(Decimal(euros), language) == text


@pytest.mark.parametrize(
    ("euros", "unit", "language", "text"),
    [
        ("0.0849", "kWh", FI, "8,49\u00a0c/kWh"),
        ("0.067649", "kWh", EN, "6.7649\u00a0c/kWh"),
        ("4.95", "kk", FI, "4,95\u00a0€/kk"),
        ("4.9", "month", EN, "€4.90/month"),
    ],
)
def test_unit_price(euros: str, unit: str, language: Language, text: str) -> None:
    assert formatting.unit_price(Decimal(euros), unit, language) == text


@pytest.mark.parametrize(
    ("value", "least", "most", "text"),
    [
        ("412.375000", 0, 6, "412,375"),
        ("412.000000", 0, 6, "412"),
        ("8.49", 2, 4, "8,49"),
        ("8.4", 2, 4, "8,40"),
        ("0.39043", 2, 4, "0,3904"),
        ("1000000", 0, None, "1\u00a0000\u00a0000"),
    ],
)
def test_decimals(value: str, least: int, most: int | None, text: str) -> None:
    assert formatting.number(Decimal(value), FI, least, most) == text


@pytest.mark.parametrize(
    ("kwh", "text"),
    [("0.42", "0,42\u00a0kWh"), ("35.48", "35,5\u00a0kWh"), ("1019.4", "1\u00a0019\u00a0kWh")],
)
def test_energy_has_as_many_decimals_as_are_worth_reading(kwh: str, text: str) -> None:
    assert formatting.energy(Decimal(kwh), FI) == text


@pytest.mark.parametrize(
    ("share", "language", "text"),
    [
        ("-0.0811", FI, "\u22128\u00a0%"),
        ("0.08", SV, "+8\u00a0%"),
        ("-0.08", EN, "-8%"),
        ("0.001", FI, "0\u00a0%"),
        ("-0.001", FI, "0\u00a0%"),
    ],
)
def test_a_change_has_a_sign(share: str, language: Language, text: str) -> None:
    assert formatting.change(Decimal(share), language) == text


@pytest.mark.parametrize(
    ("first", "last", "language", "text"),
    [
        (date(2026, 10, 1), date(2026, 10, 31), FI, "1.10.–31.10.2026"),
        (date(2025, 12, 15), date(2026, 1, 14), SV, "15.12.2025\u2009–\u200914.1.2026"),
        (date(2026, 10, 1), date(2026, 10, 31), EN, "1\u00a0Oct\u2009–\u200931\u00a0Oct\u00a02026"),
        (date(2026, 10, 1), date(2026, 10, 1), FI, "1.10.2026"),
    ],
)
def test_period(first: date, last: date, language: Language, text: str) -> None:
    assert formatting.period(first, last, language) == text
