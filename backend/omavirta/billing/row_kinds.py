"""What a row of an invoice bills, from what its article is called: for files that have no field for it.

An article's own codes are taken as said: a name of `RowKind` as the article, a name of `InvoiceRowCategory` as its group.
Else the words decide, Finnish and Swedish; a row that none of them fit is no part of the tariff, but of supply where it
counts kilowatt-hours.
"""

from typing import NamedTuple

from omavirta.billing.kinds import InvoiceRowCategory
from omavirta.contracts.tariff import RowKind


class RowMeaning(NamedTuple):
    category: InvoiceRowCategory
    component: RowKind | None


_NETWORK_WORDS = ("siirto", "siirron", "verkkopalvelu", "jakelu", "överföring", "nättjänst", "elnät")
_TAX_WORDS = ("sähkövero", "energiavero", "energiskatt", "huoltovarmuus", "elskatt", "försörjningsberedskap")
_COMPONENT_WORDS: tuple[tuple[RowKind, tuple[str, ...]], ...] = (
    (RowKind.MONTHLY_FEE, ("perusmaksu", "kuukausimaksu", "grundavgift", "månadsavgift")),
    (RowKind.MARGIN, ("marginaali", "marginal")),
    (
        RowKind.CONSUMPTION_IMPACT,
        ("kulutusvaikutus", "käyttövaikutus", "förbrukningspåverkan", "förbrukningseffekt"),
    ),
    (RowKind.WINTER_WEEKDAY_ENERGY, ("talviarki", "talvipäivä", "vintervardag")),
    (RowKind.OTHER_ENERGY, ("muun ajan", "muu aika", "övrig tid", "annan tid")),
    (RowKind.DAY_ENERGY, ("päiväenergia", "päiväsähkö", "dagenergi", "dagsel")),
    (RowKind.NIGHT_ENERGY, ("yöenergia", "yösähkö", "nattenergi", "nattel")),
    (RowKind.SPOT, ("pörssi", "spot", "börs")),
    (RowKind.ENERGY, ("energia", "yleissähkö", "energi", "allmän el", "kiinteä hinta", "fast pris")),
)
"""The first that fits is meant: “Pörssisähkön marginaali” is a margin."""


def row_meaning(
    description: str, article: str | None, group: str | None, unit: str | None = None
) -> RowMeaning:
    words = description.casefold()
    category = _category(words, group)
    if category not in {None, InvoiceRowCategory.SUPPLY}:
        return RowMeaning(category or InvoiceRowCategory.OTHER, None)
    component = _component(words, article)
    if component is None and category is None and (unit or "").casefold() != "kwh":
        return RowMeaning(InvoiceRowCategory.OTHER, None)
    return RowMeaning(InvoiceRowCategory.SUPPLY, component)


def _category(words: str, group: str | None) -> InvoiceRowCategory | None:
    if group is not None and group.upper() in InvoiceRowCategory.__members__:
        return InvoiceRowCategory(group.upper())
    if any(word in words for word in _TAX_WORDS):
        return InvoiceRowCategory.TAX
    return InvoiceRowCategory.NETWORK if any(word in words for word in _NETWORK_WORDS) else None


def _component(words: str, article: str | None) -> RowKind | None:
    if article is not None and article.upper() in RowKind.__members__:
        return RowKind(article.upper())
    return next((kind for kind, known in _COMPONENT_WORDS if any(word in words for word in known)), None)
