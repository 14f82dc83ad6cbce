"""The confirmation of a contract as a document: Electricity Market Act 86 § and 88 §, Consumer Protection Act chapter 6: pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from omavirta.api.language import Language, in_language
from omavirta.contracts.queries import ContractRow, PriceComponentRow, PriceUnit, ProductKind, ProductRow
from omavirta.contracts.retailer import RetailerData
from omavirta.contracts.terms import objection_until, prices_on, withdrawal_until
from omavirta.customers.queries import CustomerRow
from omavirta.documents.formatting import day, money, percent, period, with_unit
from omavirta.documents.parts import (
    Blanks,
    Bullets,
    Column,
    Document,
    Fact,
    Facts,
    Link,
    Links,
    Paragraphs,
    Section,
    Table,
    TableRow,
)
from omavirta.documents.sender import contacts_in_words, help_links, sender, short_url
from omavirta.documents.texts.common import COMMON
from omavirta.documents.texts.confirmation import ConfirmationTexts
from omavirta.documents.texts.confirmation_en import ENGLISH
from omavirta.documents.texts.confirmation_fi import FINNISH
from omavirta.documents.texts.confirmation_sv import SWEDISH
from omavirta.documents.validity import validity
from omavirta.metering.points import MeteringPointRow, NetworkCompanyRow

CONFIRMATION: dict[Language, ConfirmationTexts] = {
    Language.FI: FINNISH,
    Language.SV: SWEDISH,
    Language.EN: ENGLISH,
}
SPOT_KINDS = frozenset({ProductKind.SPOT, ProductKind.SPOT_AND_FIXED})
LONG_TERM_YEARS = 2
"""A consumer may end a longer contract after this (Electricity Market Act 92 §)."""


@dataclass(frozen=True, slots=True)
class ConfirmationSource:
    """`prices` are the contract's own and its product's (`contracts.terms.agreed_prices`)."""

    contract: ContractRow
    product: ProductRow
    prices: Sequence[PriceComponentRow]
    customer: CustomerRow
    point: MeteringPointRow
    network_company: NetworkCompanyRow


def confirmation_document(
    source: ConfirmationSource, retailer: RetailerData, portal_url: str, language: Language
) -> Document:
    return _Confirmation(source, retailer, portal_url, language).document()


class _Confirmation:
    def __init__(
        self, source: ConfirmationSource, retailer: RetailerData, portal_url: str, language: Language
    ) -> None:
        self._source, self._contract, self._product = source, source.contract, source.product
        self._retailer, self._portal_url, self._language = retailer, portal_url, language
        self._texts, self._common = CONFIRMATION[language], COMMON[language]
        self._contacts = contacts_in_words(retailer)
        self._name = in_language(source.product.names, language)
        self._attributes = source.product.attributes | (source.contract.attributes or {})
        self._object_by = objection_until(source.contract.confirmed_on)
        self._withdraw_by = withdrawal_until(
            source.contract.concluded_on,
            sold_at_distance=source.contract.sold_at_distance,
            to_person=source.contract.to_person,
        )

    def document(self) -> Document:
        texts, customer = self._texts, self._source.customer
        return Document(
            language=self._language,
            title=f"{texts.heading} {self._contract.number} – {self._retailer.name}",
            heading=texts.heading,
            subtitle=texts.subtitle.format(number=self._contract.number),
            sender=sender(self._retailer, self._portal_url, self._language),
            recipient=(customer.name, f"{self._common.customer_number} {customer.number}"),
            key=(),
            summary=Section(texts.summary, (Bullets(tuple(self._summary())),)),
            sections=tuple(self._sections()),
            page_of=self._common.page_of,
        )

    def _summary(self) -> Iterator[str]:
        texts = self._texts
        yield texts.buys.format(product=self._name, address=self._address())
        prices = ", ".join(
            texts.price_and_rate.format(name=self._name_within(price), price=self._gross(price))
            for price in self._prices()
        )
        if prices:
            yield texts.pays.format(prices=prices)
        if self._product.kind in SPOT_KINDS:
            yield texts.dynamic.risks
        elif self._product.kind is ProductKind.CONSUMPTION_IMPACT:
            yield texts.impact.risks
        start = self._day(self._contract.start_date)
        if self._contract.end_date is None:
            yield texts.begins_open.format(start=start, notice=self._notice()).strip()
        else:
            yield texts.begins_fixed.format(start=start, end=self._day(self._contract.end_date))
            yield from self._at_end()
        if self._object_by is not None:
            yield texts.object_by.format(day=self._day(self._object_by), contacts=self._contacts)
        if self._withdraw_by is not None:
            yield texts.withdraw_by.format(day=self._day(self._withdraw_by))

    def _sections(self) -> Iterator[Section]:
        texts = self._texts
        yield Section(texts.parties, (Facts(tuple(self._parties())),), whole=True)
        yield Section(texts.contract, (Facts(tuple(self._facts())),), whole=True)
        yield Section(texts.prices, (Paragraphs((texts.not_included,)), self._price_table()), whole=True)
        yield Section(texts.price_forms, (Paragraphs(tuple(self._formula())),))
        if self._product.kind in SPOT_KINDS or self._product.kind is ProductKind.CONSUMPTION_IMPACT:
            words = texts.dynamic if self._product.kind in SPOT_KINDS else texts.impact
            bullets = Bullets((words.opportunities, words.costs, words.risks, words.meter))
            yield Section(words.heading, (bullets,), whole=True)
        yield Section(texts.duration, (Paragraphs(tuple(self._duration())),), whole=True)
        if self._object_by is not None:
            text = texts.objection_text.format(day=self._day(self._object_by), contacts=self._contacts)
            yield Section(texts.objection, (Paragraphs((text,)),), whole=True)
        company = self._source.network_company
        service = (
            texts.service_text.format(company=company.name, phone=company.phone),
            texts.compensation,
            texts.price_information.format(portal=short_url(self._portal_url)),
        )
        yield Section(texts.service, (Paragraphs(service),), whole=True)
        help_ = help_links(self._retailer, self._source.customer.kind, self._language)
        yield Section(
            texts.disputes,
            (Paragraphs((texts.disputes_text.format(contacts=self._contacts),)), Links(help_)),
        )
        yield Section(texts.terms, (self._terms(),))
        if self._withdraw_by is not None and self._contract.concluded_on is not None:
            yield from self._withdrawal(self._withdraw_by, self._contract.concluded_on)

    def _parties(self) -> Iterator[Fact]:
        texts, customer = self._texts, self._source.customer
        yield Fact(texts.seller, (self._retailer.name, *self._seller_lines()))
        yield Fact(texts.contacts, (*(phone.number for phone in self._retailer.phones), self._retailer.email))
        yield Fact(texts.customer, (customer.name, f"{self._common.customer_number} {customer.number}"))

    def _facts(self) -> Iterator[Fact]:
        texts, common, contract, source = self._texts, self._common, self._contract, self._source
        yield Fact(texts.number, (contract.number,))
        yield Fact(common.product, (self._name, in_language(self._product.descriptions, self._language)))
        yield Fact(texts.kind, (texts.kinds[self._product.kind],))
        yield Fact(common.metering_point, (self._address(),))
        yield Fact(common.metering_point_id, (source.point.gsrn,))
        yield Fact(texts.network_company, (source.network_company.name, source.network_company.phone))
        yield Fact(texts.start, (self._day(contract.start_date),))
        yield Fact(texts.validity, (validity(contract, common, self._language),))
        if contract.concluded_on is not None:
            yield Fact(texts.concluded, (self._day(contract.concluded_on),))
        if contract.confirmed_on is not None:
            yield Fact(texts.confirmed, (self._day(contract.confirmed_on),))
        if contract.terms_version is not None:
            yield Fact(texts.terms_version, (contract.terms_version,))

    def _prices(self) -> list[PriceComponentRow]:
        """Those that the contract begins with."""
        return prices_on(self._source.prices, self._contract.start_date)

    def _price_table(self) -> Table:
        common = self._common
        columns = (
            Column(self._texts.price, numeric=False),
            Column(self._texts.valid, numeric=False),
            Column(common.net),
            Column(common.vat_rate),
            Column(common.gross),
        )
        rows = (
            TableRow(
                (
                    common.price_kinds[price.kind],
                    self._valid(price),
                    self._amount(without_vat(price), price.unit),
                    percent(price.vat_rate, self._language),
                    self._gross(price),
                )
            )
            for price in self._prices()
        )
        return Table(columns, tuple(rows))

    def _valid(self, price: PriceComponentRow) -> str:
        first = max(price.valid_from, self._contract.start_date)
        ends = [last for last in (price.valid_to, self._contract.end_date) if last is not None]
        if not ends:
            return self._texts.valid_from.format(day=self._day(first))
        return period(first, min(ends), self._language)

    def _formula(self) -> Iterator[str]:
        texts, kind = self._texts, self._product.kind
        yield texts.formulas[kind]
        if "spotShare" in self._attributes and kind is ProductKind.SPOT_AND_FIXED:
            share = percent(Decimal(self._attributes["spotShare"]) * 100, self._language)
            yield texts.share.format(share=share)
        if "energyPriceFloor" in self._attributes:
            floor = self._amount(Decimal(self._attributes["energyPriceFloor"]), PriceUnit.CENT_PER_KWH)
            yield texts.floor.format(price=floor)
        fixed = self._contract.end_date is not None
        if kind in SPOT_KINDS:
            yield texts.market_changes_fixed if fixed else texts.market_changes
        else:
            yield texts.may_not_change if fixed else texts.may_change
        yield texts.formula_words

    def _duration(self) -> Iterator[str]:
        texts, end = self._texts, self._contract.end_date
        if end is None:
            notice = self._notice()
            yield texts.open_ended.format(notice=notice) if notice else texts.open_ended_plain
        else:
            yield texts.fixed.format(end=self._day(end))
            if self._contract.to_person and is_over_two_years(self._contract.start_date, end):
                yield texts.over_two_years
            yield from self._at_end()
        yield texts.how_to_end.format(contacts=self._contacts)

    def _at_end(self) -> Iterator[str]:
        at_end = self._contract.at_end or self._product.at_end
        if at_end is not None:
            yield self._texts.at_end[at_end]

    def _notice(self) -> str:
        own, usual = self._contract.notice_days, self._product.notice_days
        days = usual if own is None else own
        return "" if days is None else self._texts.notice_days.format(days=days)

    def _terms(self) -> Links:
        return Links(
            tuple(
                Link(in_language(link.title, self._language), in_language(link.url, self._language))
                for link in self._retailer.terms
            )
        )

    def _withdrawal(self, last: date, concluded: date) -> Iterator[Section]:
        texts, retailer = self._texts, self._retailer
        seller = f"{retailer.name}, {self._postal_address()}, {self._contacts}"
        instructions = tuple(
            text.format(day=self._day(last), concluded=self._day(concluded), seller=seller)
            for text in texts.withdrawal_rights
        )
        yield Section(texts.withdrawal, (Paragraphs(instructions),), whole=True)
        contract = texts.form_contract.format(number=self._contract.number, product=self._name)
        blanks = (
            Fact(texts.form_to, (f"{retailer.name}, {self._postal_address()}, {retailer.email}",)),
            Fact(texts.form_statement, (contract,)),
            Fact(texts.form_concluded, (self._day(concluded),)),
            *(
                Fact(label, ())
                for label in (texts.form_name, texts.form_address, texts.form_signature, texts.form_date)
            ),
        )
        yield Section(texts.form, (Paragraphs((texts.form_hint,)), Blanks(blanks)), whole=True)

    def _seller_lines(self) -> tuple[str, str]:
        return f"{self._common.business_id} {self._retailer.business_id}", self._postal_address()

    def _postal_address(self) -> str:
        address = self._retailer.address
        return f"{address.street}, {address.postal_code} {address.city}"

    def _address(self) -> str:
        point = self._source.point
        return f"{point.street}, {point.postal_code} {point.city}"

    def _gross(self, price: PriceComponentRow) -> str:
        return self._amount(with_vat(price), price.unit)

    def _name_within(self, price: PriceComponentRow) -> str:
        """Within a sentence."""
        name = self._common.price_kinds[price.kind]
        return name[:1].lower() + name[1:]

    def _amount(self, amount: Decimal, unit: PriceUnit) -> str:
        if unit is PriceUnit.CENT_PER_KWH:
            return with_unit(amount, "c/kWh", self._language, 2, 4)
        return f"{money(amount, self._language)}/{self._common.month}"

    def _day(self, value: date) -> str:
        return day(value, self._language)


def with_vat(price: PriceComponentRow) -> Decimal:
    return price.amount if price.vat_included else price.amount * _factor(price)


def without_vat(price: PriceComponentRow) -> Decimal:
    return price.amount / _factor(price) if price.vat_included else price.amount


def is_over_two_years(start: date, end: date) -> bool:
    """Whether a contract of the days `start` to `end`, both included, is longer than two years."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months > LONG_TERM_YEARS * 12 or (months == LONG_TERM_YEARS * 12 and end.day >= start.day)


def _factor(price: PriceComponentRow) -> Decimal:
    return 1 + price.vat_rate / 100
