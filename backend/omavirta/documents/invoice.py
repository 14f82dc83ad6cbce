"""An invoice as a document, with everything that the law asks of it (Electricity Market Act 105 b–e §): pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from omavirta.api.language import Language, in_language
from omavirta.billing.breakdown import category_totals, net_and_vat, vat_shares
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.payment import PaymentData
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts.queries import ContractRow, ProductKind, ProductRow
from omavirta.contracts.retailer import RetailerData
from omavirta.customers.queries import CustomerRow
from omavirta.documents.comparison import Comparison, comparison_bars
from omavirta.documents.formatting import day, money, number, percent, period, unit_price, with_unit
from omavirta.documents.parts import (
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
from omavirta.documents.paths import invoice_page_path
from omavirta.documents.payment import payment_slip, reference_text
from omavirta.documents.sender import contacts_in_words, help_links, sender, short_url
from omavirta.documents.texts.common import COMMON, CommonTexts
from omavirta.documents.texts.invoice import INVOICE, InvoiceTexts
from omavirta.documents.validity import validity
from omavirta.metering.points import MeteringPointRow

SPOT_PRICED = frozenset({ProductKind.SPOT, ProductKind.SPOT_AND_FIXED, ProductKind.CONSUMPTION_IMPACT})
BILLED_MONTH = "kk"
"""The unit of a monthly fee in billing's rows."""
MOST_ROWS = 1000
"""Of more than these only the sums are printed: nobody reads so many on paper, and the pages would take long to make."""
MOST_POINTS_NAMED = 3
"""Of more than these only the rows say which."""


@dataclass(frozen=True, slots=True)
class InvoiceSource:
    """What an invoice's document is made of. `points` are those that the invoice or its rows name."""

    invoice: InvoiceData
    rows: Sequence[InvoiceRowRow]
    payment: PaymentData | None
    credited_by: Sequence[str]
    """The numbers of its credit notes, the newest first."""
    credits_whole: bool | None
    """Of a credit note: whether it undoes its invoice whole; None where that is not known."""
    customer: CustomerRow
    contract: ContractRow | None
    product: ProductRow | None
    points: Mapping[UUID, MeteringPointRow]
    comparison: Comparison | None


def invoice_document(
    source: InvoiceSource, retailer: RetailerData, portal_url: str, language: Language
) -> Document:
    return _Invoice(source, retailer, portal_url, language).document()


class _Invoice:
    def __init__(
        self, source: InvoiceSource, retailer: RetailerData, portal_url: str, language: Language
    ) -> None:
        self._source, self._invoice = source, source.invoice
        self._retailer, self._portal_url, self._language = retailer, portal_url, language
        self._texts: InvoiceTexts = INVOICE[language]
        self._common: CommonTexts = COMMON[language]
        self._period = source.invoice.period_from, source.invoice.period_to

    def document(self) -> Document:
        texts, invoice, language = self._texts, self._invoice, self._language
        heading = texts.credit_note if invoice.kind is InvoiceKind.CREDIT_NOTE else texts.invoice
        customer = self._source.customer
        return Document(
            language=language,
            title=f"{heading} {invoice.number} – {self._retailer.name}",
            heading=heading,
            subtitle=texts.number_and_day.format(
                number=invoice.number, day=day(invoice.invoice_date, language)
            ),
            sender=sender(self._retailer, self._portal_url, language),
            recipient=(customer.name, f"{self._common.customer_number} {customer.number}"),
            key=tuple(self._key()),
            summary=Section(texts.notices, (Bullets(invoice.notices),)) if invoice.notices else None,
            sections=tuple(self._sections()),
            page_of=self._common.page_of,
        )

    def _key(self) -> Iterator[Fact]:
        texts, invoice = self._texts, self._invoice
        due = Fact(texts.due_date, (self._day(invoice.due_date),))
        if invoice.kind is InvoiceKind.CREDIT_NOTE:
            yield Fact(texts.credit, (self._money(invoice.total),))
            if invoice.credits_number is not None:
                yield Fact(texts.credits_invoice, (invoice.credits_number,))
        elif invoice.credited:
            yield Fact(texts.credited, (self._money(invoice.total), texts.credited_why))
            yield from self._credit_notes()
            yield from self._balance()
        elif invoice.open_amount > 0:
            is_part = invoice.open_amount != invoice.total
            yield Fact(
                texts.to_pay, (self._money(invoice.open_amount), *((self._parts(),) if is_part else ()))
            )
            yield due
            if self._source.payment is not None:
                yield Fact(texts.reference, (reference_text(self._source.payment),))
        else:
            yield Fact(texts.total, (self._money(invoice.total),))
            if invoice.paid > 0:
                paid_on = texts.paid_in_full if invoice.paid_on is None else self._day(invoice.paid_on)
                yield Fact(texts.paid, (paid_on,))
            else:
                yield Fact(texts.to_pay, (texts.nothing_to_pay,))
            if invoice.open_amount < 0:
                yield from self._balance()
            elif invoice.paid > 0:
                yield due

    def _parts(self) -> str:
        """What of the total is not open any more."""
        texts, invoice = self._texts, self._invoice
        parts = [
            texts.of_credited.format(credited=self._money(invoice.credited_amount))
            if invoice.credited_amount
            else "",
            texts.of_paid.format(paid=self._money(invoice.paid)) if invoice.paid else "",
            texts.of_total.format(total=self._money(invoice.total)),
        ]
        words = ", ".join(filter(None, parts))
        return words[:1].upper() + words[1:]

    def _credit_notes(self) -> Iterator[Fact]:
        if self._source.credited_by:
            yield Fact(self._texts.credit_note, tuple(self._source.credited_by))

    def _balance(self) -> Iterator[Fact]:
        if self._invoice.open_amount < 0:
            balance = self._money(-self._invoice.open_amount)
            yield Fact(self._texts.credit_balance, (balance, self._texts.credit_balance_why))

    def _sections(self) -> Iterator[Section]:
        texts = self._texts
        yield Section("", (Facts(tuple(self._facts())),))
        if (count := len(self._source.rows)) > MOST_ROWS:
            portal = short_url(self._portal_url)
            words = texts.too_many_rows.format(count=number(Decimal(count), self._language, 0), portal=portal)
            yield Section(texts.what_it_is_for, (Paragraphs((words,)), self._rows()))
        else:
            yield Section(texts.what_it_is_for, (self._rows(),))
        yield Section(texts.vat_heading, (self._vat(),), whole=True)
        if self._source.payment is not None:
            yield self._payment(self._source.payment)
        if self._source.comparison is not None:
            bars, sentence = comparison_bars(self._source.comparison, texts, self._common, self._language)
            more = texts.comparison_online.format(portal=short_url(self._portal_url))
            yield Section(texts.comparison, (Paragraphs((sentence,)), bars, Paragraphs((more,))), whole=True)
        page = Link(
            texts.open_online, self._portal_url + invoice_page_path(self._invoice.id), url_is_shown=False
        )
        yield Section(texts.check, (Paragraphs(tuple(self._checking())), Links((page,))), whole=True)
        yield Section(
            texts.rights,
            (
                Links(help_links(self._retailer, self._source.customer.kind, self._language)),
                Paragraphs((texts.change_supplier,)),
            ),
            whole=True,
        )

    def _facts(self) -> Iterator[Fact]:
        source, common = self._source, self._common
        yield Fact(
            self._texts.billed_period,
            (period(self._invoice.period_from, self._invoice.period_to, self._language),),
        )
        if source.product is not None:
            yield Fact(common.product, (in_language(source.product.names, self._language),))
        if source.contract is not None:
            yield Fact(common.contract, (source.contract.number,))
            yield Fact(self._texts.agreement_validity, (validity(source.contract, common, self._language),))
        if not self._invoice.credited:
            yield from self._credit_notes()
        if len(source.points) > MOST_POINTS_NAMED:
            count = self._texts.of_rows.format(count=len(source.points))
            yield Fact(self._common.metering_point, (count,))
            return
        for point in source.points.values():
            yield Fact(common.metering_point, (f"{point.street}, {point.postal_code} {point.city}",))
            yield Fact(common.metering_point_id, (point.gsrn,))

    def _rows(self) -> Table:
        texts, common = self._texts, self._common
        with_vat = all(
            row.unit_price_gross is not None for row in self._source.rows if row.unit_price is not None
        )
        columns = (
            Column(texts.item, numeric=False),
            Column(texts.quantity),
            Column(texts.unit_price_gross if with_vat else texts.unit_price),
            Column(common.net),
            Column(common.vat_rate),
            Column(common.gross),
        )
        rows: list[TableRow] = []
        totals = category_totals(self._source.rows)
        is_long = len(self._source.rows) > MOST_ROWS
        for category in totals:
            of_category = [row for row in self._source.rows if row.category is category]
            rows.append(TableRow((texts.categories[category],), kind="group"))
            if not is_long:
                rows += (self._row(row, with_vat=with_vat) for row in of_category)
            if is_long or len(totals) > 1:
                amounts = totals[category]
                cells = (common.total, "", "", self._money(amounts.net), "", self._money(amounts.gross))
                rows.append(TableRow(cells, kind="subtotal"))
        rounding = self._invoice.total - sum((amounts.gross for amounts in totals.values()), Decimal(0))
        if rounding:
            cells = (texts.rounding, "", "", "", "", self._money(rounding))
            rows.append(TableRow(cells, texts.rounding_why))
        net = net_and_vat(self._invoice, self._source.rows).net
        rows.append(
            TableRow(
                (common.total, "", "", self._money(net), "", self._money(self._invoice.total)), kind="total"
            )
        )
        return Table(columns, tuple(rows))

    def _row(self, row: InvoiceRowRow, *, with_vat: bool) -> TableRow:
        unit = self._common.month if row.unit == BILLED_MONTH else row.unit
        price = row.unit_price_gross if with_vat else row.unit_price
        notes: list[str] = []
        first, last = row.period_from, row.period_to
        if first is not None and last is not None and (first, last) != self._period:
            notes.append(period(first, last, self._language))
        point = None if row.metering_point_id is None else self._source.points.get(row.metering_point_id)
        if point is not None and len(self._source.points) > 1:
            notes.append(f"{point.street}, {point.gsrn}")
        return TableRow(
            (
                row.description,
                self._quantity(row.quantity, unit),
                "" if price is None or unit is None else unit_price(price, unit, self._language),
                self._money(row.net),
                percent(row.vat_rate, self._language),
                self._money(row.gross),
            ),
            " · ".join(notes),
        )

    def _quantity(self, quantity: Decimal | None, unit: str | None) -> str:
        if quantity is None:
            return ""
        return (
            number(quantity, self._language, 0, 6)
            if unit is None
            else with_unit(quantity, unit, self._language, 0, 6)
        )

    def _vat(self) -> Table:
        common = self._common
        shares = vat_shares(self._invoice, self._source.rows)
        amounts = net_and_vat(self._invoice, self._source.rows)
        rows = [
            TableRow(
                (
                    percent(share.rate, self._language),
                    self._money(share.net),
                    self._money(share.vat),
                    self._money(share.net + share.vat),
                )
            )
            for share in shares
        ]
        if len(rows) > 1:
            rows.append(
                TableRow(
                    (common.total, *map(self._money, (amounts.net, amounts.vat, amounts.gross))), kind="total"
                )
            )
        columns = (
            Column(common.vat_rate, numeric=False),
            Column(common.net),
            Column(common.vat),
            Column(common.gross),
        )
        return Table(columns, tuple(rows))

    def _payment(self, payment: PaymentData) -> Section:
        texts = self._texts
        words = [texts.pay_with_reference]
        if self._invoice.late_interest is not None:
            words.append(
                texts.late_interest.format(rate=percent(self._invoice.late_interest, self._language))
            )
        slip = payment_slip(payment, texts, self._language)
        return Section(texts.payment, (slip, Paragraphs((" ".join(words),))), whole=True)

    def _checking(self) -> Iterator[str]:
        text = self._how_to_check()
        if text is not None:
            yield text.format(
                portal=short_url(self._portal_url),
                number=self._invoice.number,
                credited=self._invoice.credits_number,
            )
        yield self._texts.questions.format(contacts=contacts_in_words(self._retailer))

    def _how_to_check(self) -> str | None:
        texts, product = self._texts, self._source.product
        if self._invoice.kind is InvoiceKind.CREDIT_NOTE:
            return {True: texts.check_credit, False: texts.check_credit_of_part, None: None}[
                self._source.credits_whole
            ]
        return texts.check_spot if product is not None and product.kind in SPOT_PRICED else texts.check_other

    def _money(self, euros: Decimal) -> str:
        return money(euros, self._language)

    def _day(self, value: date) -> str:
        return day(value, self._language)
