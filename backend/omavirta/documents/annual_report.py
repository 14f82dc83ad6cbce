"""The yearly report on one's use of electricity (Energy Efficiency Act 1429/2014, 25 §) as a document: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from omavirta.api.language import Language
from omavirta.contracts.retailer import RetailerData
from omavirta.customers.queries import CustomerRow
from omavirta.documents.comparison import described, share_of
from omavirta.documents.formatting import change, energy, money, number, percent
from omavirta.documents.parts import (
    Bar,
    Bars,
    Block,
    Bullets,
    Column,
    Document,
    Fact,
    Links,
    Paragraphs,
    Section,
    Table,
    TableRow,
)
from omavirta.documents.sender import contacts_in_words, help_links, sender, short_url
from omavirta.documents.texts.annual_report import ANNUAL_REPORT
from omavirta.documents.texts.common import COMMON
from omavirta.metering.comparison import Heating
from omavirta.metering.points import MeteringPointRow

EVEN = Decimal("0.45"), Decimal("0.55")
"""Between these a home's place among the others is in the middle."""
HEATED_BY_ELECTRICITY = frozenset({Heating.ELECTRIC, Heating.HEAT_PUMP})


@dataclass(frozen=True, slots=True)
class YearOfUse:
    """`kwh` is what is known, None where nothing is; `complete` says whether it is of every day of the year. `cost` is
    energy and fees in euros, None where it is not known; `with_vat` says whether all of it is with VAT.
    """

    year: int
    kwh: Decimal | None
    complete: bool
    cost: Decimal | None
    with_vat: bool = True


@dataclass(frozen=True, slots=True)
class SimilarHomesOfYear:
    """`place` is the share of the other homes that used less, 0 to 1. Energies are kWh."""

    homes: int
    own: Decimal
    average: Decimal
    median: Decimal
    place: Decimal


@dataclass(frozen=True, slots=True)
class AnnualReportSource:
    """`years` are the reported one and up to three before, the newest first. `changed` is the change from the year before
    over the days that are known in both, −0.08 for eight per cent less; None where there are none.
    """

    customer: CustomerRow
    point: MeteringPointRow
    heating: Heating | None
    years: Sequence[YearOfUse]
    changed: Decimal | None
    similar: SimilarHomesOfYear | None


def annual_report_document(
    source: AnnualReportSource, retailer: RetailerData, portal_url: str, language: Language
) -> Document:
    return _AnnualReport(source, retailer, portal_url, language).document()


class _AnnualReport:
    def __init__(
        self, source: AnnualReportSource, retailer: RetailerData, portal_url: str, language: Language
    ) -> None:
        self._source, self._year = source, source.years[0]
        self._retailer, self._portal_url, self._language = retailer, portal_url, language
        self._texts, self._common = ANNUAL_REPORT[language], COMMON[language]

    def document(self) -> Document:
        texts, customer, point = self._texts, self._source.customer, self._source.point
        heading = texts.heading.format(year=self._year.year)
        address = f"{point.street}, {point.postal_code} {point.city}"
        return Document(
            language=self._language,
            title=f"{heading} – {self._retailer.name}",
            heading=heading,
            subtitle=texts.subtitle.format(address=address, gsrn=point.gsrn),
            sender=sender(self._retailer, self._portal_url, self._language),
            recipient=(customer.name, f"{self._common.customer_number} {customer.number}"),
            key=tuple(self._key()),
            summary=None,
            sections=tuple(self._sections()),
            page_of=self._common.page_of,
        )

    def _key(self) -> Iterator[Fact]:
        texts, year = self._texts, self._year
        yield Fact(texts.used if year.complete else texts.used_partly, (self._energy(year.kwh),))
        if self._source.changed is not None:
            label = texts.change.format(year=year.year - 1)
            yield Fact(label, (change(self._source.changed, self._language),))
        if year.cost is not None:
            note = texts.cost_note if year.with_vat else texts.cost_note_partly
            yield Fact(texts.cost, (money(year.cost, self._language), note))

    def _sections(self) -> Iterator[Section]:
        texts = self._texts
        yield Section(texts.years, tuple(self._years()), whole=True)
        yield Section(texts.similar, tuple(self._similar()), whole=True)
        tips = (
            texts.heating_tips + texts.tips if self._source.heating in HEATED_BY_ELECTRICITY else texts.tips
        )
        yield Section(texts.advice, (Bullets(tips),), whole=True)
        contacts = texts.contacts_text.format(
            portal=short_url(self._portal_url), contacts=contacts_in_words(self._retailer)
        )
        links = Links(help_links(self._retailer, self._source.customer.kind, self._language))
        yield Section(texts.contacts, (Paragraphs((contacts,)), links), whole=True)

    def _years(self) -> Iterator[Block]:
        texts, years = self._texts, self._source.years
        if self._source.changed is not None:
            yield Paragraphs((f"{self._change_in_words(self._source.changed)} {texts.same_days}",))
        longest = max((year.kwh for year in years if year.kwh is not None), default=Decimal(0))
        bars = tuple(
            Bar(
                self._name(year),
                self._energy(year.kwh),
                share_of(year.kwh, longest),
                "own" if year is self._year else "previous",
            )
            for year in reversed(years)
        )
        yield Bars(bars, described(bars, texts.picture))
        with_cost = any(year.cost is not None for year in years)
        columns = [Column(texts.year, numeric=False), Column(texts.energy)]
        if with_cost:
            columns.append(Column(texts.cost_column))
        yield Table(tuple(columns), tuple(self._year_row(year, with_cost=with_cost) for year in years))
        if not all(year.complete for year in years):
            yield Paragraphs((texts.partly_note,))

    def _year_row(self, year: YearOfUse, *, with_cost: bool) -> TableRow:
        cells = [self._name(year), self._energy(year.kwh)]
        if with_cost:
            cells.append(self._common.not_known if year.cost is None else money(year.cost, self._language))
        return TableRow(tuple(cells))

    def _name(self, year: YearOfUse) -> str:
        return str(year.year) if year.complete else f"{year.year}, {self._texts.partly}"

    def _similar(self) -> Iterator[Block]:
        texts, similar = self._texts, self._source.similar
        if similar is None:
            yield Paragraphs((texts.similar_unknown,))
            return
        yield Paragraphs((self._place_in_words(similar.place),))
        longest = max(similar.own, similar.average, similar.median)
        bars = (
            Bar(texts.own, self._energy(similar.own), share_of(similar.own, longest), "own"),
            Bar(texts.average, self._energy(similar.average), share_of(similar.average, longest), "similar"),
            Bar(texts.median, self._energy(similar.median), share_of(similar.median, longest), "similar"),
        )
        yield Bars(bars, described(bars, texts.picture))
        homes = number(Decimal(similar.homes), self._language, 0)
        yield Paragraphs((texts.similar_note.format(homes=homes),))

    def _change_in_words(self, changed: Decimal) -> str:
        rounded = round(changed, 2)
        texts = self._texts
        words = texts.same if rounded == 0 else texts.more if rounded > 0 else texts.less
        size = change(abs(rounded), self._language).removeprefix("+")
        return words.format(change=size, year=self._year.year - 1)

    def _place_in_words(self, place: Decimal) -> str:
        least, most = EVEN
        if least <= place <= most:
            return self._texts.place_even
        words, share = (
            (self._texts.place_less, 1 - place) if place < least else (self._texts.place_more, place)
        )
        return words.format(share=percent(Decimal(round(share * 100)), self._language))

    def _energy(self, kwh: Decimal | None) -> str:
        return self._common.not_known if kwh is None else energy(kwh, self._language)
