import pytest

from omavirta.billing.kinds import InvoiceRowCategory
from omavirta.billing.row_kinds import row_meaning
from omavirta.contracts.tariff import RowKind


@pytest.mark.parametrize(
    ("description", "category", "component"),
    [
        ("Sähköenergia, yleissähkö", "SUPPLY", "ENERGY"),
        ("Energia", "SUPPLY", "ENERGY"),
        ("Perusmaksu", "SUPPLY", "MONTHLY_FEE"),
        ("Pörssisähkö, painotettu keskihinta", "SUPPLY", "SPOT"),
        ("Pörssisähkön marginaali", "SUPPLY", "MARGIN"),
        ("Kulutusvaikutus", "SUPPLY", "CONSUMPTION_IMPACT"),
        ("Päiväenergia klo 7–22", "SUPPLY", "DAY_ENERGY"),
        ("Yöenergia klo 22–7", "SUPPLY", "NIGHT_ENERGY"),
        ("Talviarkipäivän energia", "SUPPLY", "WINTER_WEEKDAY_ENERGY"),
        ("Muun ajan energia", "SUPPLY", "OTHER_ENERGY"),
        ("Börsel", "SUPPLY", "SPOT"),
        ("Grundavgift", "SUPPLY", "MONTHLY_FEE"),
        ("Siirron perusmaksu", "NETWORK", None),
        ("Sähkövero, veroluokka I", "TAX", None),
        ("Laskutuslisä", "OTHER", None),
    ],
)
def test_the_words_of_an_article(description: str, category: str, component: str | None) -> None:
    expected = InvoiceRowCategory(category), None if component is None else RowKind(component)
    assert row_meaning(description, None, None) == expected


def test_kilowatt_hours_are_of_supply_whatever_they_are_called() -> None:
    assert row_meaning("Aurinkotuote", None, None, "kWh") == (InvoiceRowCategory.SUPPLY, None)
    assert row_meaning("Energiavero", None, None, "kWh") == (InvoiceRowCategory.TAX, None)


def test_an_articles_own_codes_come_before_its_words() -> None:
    assert row_meaning("Energia", "SPOT", None) == (InvoiceRowCategory.SUPPLY, RowKind.SPOT)
    assert row_meaning("Energia", "A-17", "network") == (InvoiceRowCategory.NETWORK, None)
    assert row_meaning("Alennus", None, "SUPPLY") == (InvoiceRowCategory.SUPPLY, None)
