"""Finvoice 3.0 (Finance Finland): the invoices of a file, as they say it. What they say is checked elsewhere.

Meter reading rows are read as rows: what was used is their quantity, the readings' days their period. Rows without an
amount are texts, and go to the notices. Sub-rows only explain the row they stand in.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from lxml import etree

from omavirta.billing.intake import VatShare
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.readers.finvoice_stream import Message, read_messages
from omavirta.billing.readers.finvoice_values import BadValue, Part
from omavirta.errors import FileRefused
from omavirta.metering.gsrn import GSRN_LENGTH, GsrnError, parse_gsrn

VERSION = "3.0"
KINDS = {"INV01": InvoiceKind.INVOICE, "INV02": InvoiceKind.CREDIT_NOTE}
METERING_POINT = "AVE"
"""The scheme of an object's id that is a metering point's."""
LONGEST_NUMBER = 20
LONGEST_UNIT = 16
LONGEST_DESCRIPTION = 200
LONGEST_PAYEE = 70
LONGEST_NOTICE = 1000
MOST_NOTICES = 20
_PRICE_STEP = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class FinvoiceRow:
    """Money in euros as said; None where it is not."""

    description: str
    article: str | None
    group: str | None
    quantity: Decimal | None
    unit: str | None
    unit_price: Decimal | None
    unit_price_gross: Decimal | None
    net: Decimal
    vat_rate: Decimal
    vat: Decimal
    gross: Decimal
    gsrn: str | None
    period_from: date | None
    period_to: date | None


@dataclass(frozen=True, slots=True)
class FinvoiceInvoice:
    """`line` is where in the file it begins."""

    line: int
    number: str
    kind: InvoiceKind
    invoice_date: date
    due_date: date | None
    period_from: date | None
    period_to: date | None
    total: Decimal
    net: Decimal | None
    vat: Decimal | None
    vat_specification: tuple[VatShare, ...]
    credits_number: str | None
    customer_number: str | None
    """What the seller calls the buyer."""
    buyer_id: str | None
    """What the buyer is called by all: a company's business id."""
    agreement: str | None
    reference: str | None
    iban: str | None
    bic: str | None
    payee: str | None
    bar_code: str | None
    late_interest: Decimal | None
    to_pay: Decimal | None
    """What the bank is asked to transfer, and by when."""
    pay_on: date | None
    notices: tuple[str, ...]
    rows: tuple[FinvoiceRow, ...]


@dataclass(frozen=True, slots=True)
class BrokenInvoice:
    """One that cannot be read: what is wrong with it, and where."""

    line: int
    reason: str


def read_finvoice(
    path: Path, watch: Callable[[bytes], None] | None = None
) -> Iterator[FinvoiceInvoice | BrokenInvoice]:
    """The file's invoices in order. Raises FileRefused where the file itself cannot be read."""
    for message in read_messages(path, watch):
        yield _invoice_or_why(message)


def _invoice_or_why(message: Message) -> FinvoiceInvoice | BrokenInvoice:
    root = Part(_parse(message))
    try:
        return _invoice(root, message.line)
    except BadValue as problem:
        details = root.part("InvoiceDetails")
        number = None if details is None else details.text("InvoiceNumber")
        named = "" if number is None else f"invoice {number[:40]}: "
        return BrokenInvoice(message.line + _line_within(problem.element), f"{named}{problem}")


def _parse(message: Message) -> "etree._Element":
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(message.content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(
            f"the file is broken: {error.msg}", place=f"line {message.line + (error.lineno or 1) - 1}"
        ) from None


def _line_within(element: "etree._Element") -> int:
    # The stubs do not know its type.
    line: int | None = getattr(element, "sourceline", None)
    return 0 if line is None else line - 1


def _invoice(root: Part, line: int) -> FinvoiceInvoice:
    version = root.element.get("Version")
    if version != VERSION:
        raise BadValue(
            f"its version is {(version or 'not said')[:20]}; Finvoice {VERSION} is taken", root.element
        )
    details, epi = root.part("InvoiceDetails"), root.part("EpiDetails")
    if details is None:
        raise BadValue("it has no InvoiceDetails", root.element)
    seller, buyer = root.part("SellerPartyDetails"), root.part("BuyerPartyDetails")
    specification = tuple(_vat_share(part) for part in details.parts("VatSpecificationDetails"))
    # Where all is at one rate, rows need not repeat it.
    usual_rate = specification[0].rate if len(specification) == 1 else None
    rows, texts = _rows(root, usual_rate)
    payment = epi.part("EpiPaymentInstructionDetails") if epi else None
    beneficiary = epi.part("EpiPartyDetails", "EpiBeneficiaryPartyDetails") if epi else None
    bank = epi.part("EpiPartyDetails", "EpiBfiPartyDetails") if epi else None
    terms = [part for part in details.parts("PaymentTermsDetails") if part.text("InvoiceDueDate")]
    fine = details.part("PaymentTermsDetails", "PaymentOverDueFineDetails")
    pay_on = payment.date("EpiDateOptionDate") if payment else None
    payee = (beneficiary.text("EpiNameAddressDetails") if beneficiary else None) or (
        seller.text("SellerOrganisationName") if seller else None
    )
    return FinvoiceInvoice(
        line=line,
        number=_number(details, "InvoiceNumber") or details.required("InvoiceNumber"),
        kind=_kind(details),
        invoice_date=_required_date(details, "InvoiceDate"),
        due_date=terms[0].date("InvoiceDueDate") if terms else pay_on,
        period_from=details.date("InvoicingPeriodStartDate"),
        period_to=details.date("InvoicingPeriodEndDate"),
        total=_required_amount(details, "InvoiceTotalVatIncludedAmount"),
        net=details.amount("InvoiceTotalVatExcludedAmount"),
        vat=details.amount("InvoiceTotalVatAmount"),
        vat_specification=specification,
        credits_number=_number(details, "OriginalInvoiceNumber"),
        customer_number=details.text("SellersBuyerIdentifier"),
        buyer_id=buyer.text("BuyerPartyIdentifier") if buyer else None,
        agreement=details.text("AgreementIdentifier"),
        reference=payment.text("EpiRemittanceInfoIdentifier") if payment else None,
        iban=beneficiary.text("EpiAccountID") if beneficiary else None,
        bic=bank.text("EpiBfiIdentifier") if bank else None,
        payee=None if payee is None else payee[:LONGEST_PAYEE],
        bar_code="".join((root.text("VirtualBankBarcode") or "").split()) or None,
        late_interest=fine.number("PaymentOverDueFinePercent") if fine else None,
        to_pay=payment.amount("EpiInstructedAmount") if payment else None,
        pay_on=pay_on,
        notices=_notices([*details.texts("InvoiceFreeText"), *texts]),
        rows=rows,
    )


def _number(details: Part, name: str) -> str | None:
    number = details.text(name)
    if number is not None and len(number) > LONGEST_NUMBER:
        raise BadValue(f"its {name} has more than {LONGEST_NUMBER} characters", details.element)
    return number


def _kind(details: Part) -> InvoiceKind:
    code = details.required("InvoiceTypeCode")
    if code not in KINDS:
        raise BadValue(
            f"its type is {code[:20]}; invoices (INV01) and credit notes (INV02) are taken", details.element
        )
    if details.text("OriginCode") == "Cancel":
        raise BadValue("it cancels an invoice; that is done with a credit note (INV02)", details.element)
    return KINDS[code]


def _vat_share(part: Part) -> VatShare:
    base, vat = part.amount("VatBaseAmount"), part.amount("VatRateAmount")
    rate = part.number("VatRatePercent")
    if base is None or vat is None or rate is None:
        raise BadValue("its VAT specification does not say base, rate and amount of each rate", part.element)
    return VatShare(rate, base, vat)


def _rows(root: Part, usual_rate: Decimal | None) -> tuple[tuple[FinvoiceRow, ...], list[str]]:
    """The rows with an amount, and the texts of the others."""
    rows: list[FinvoiceRow] = []
    texts: list[str] = []
    for number, part in enumerate(root.parts("InvoiceRow"), start=1):
        if part.text("RowAmount") is None and part.text("RowVatExcludedAmount") is None:
            texts += [*part.texts("ArticleName"), *part.texts("RowFreeText")]
        else:
            rows.append(_row(part, number, usual_rate))
    return tuple(rows), texts


def _row(part: Part, number: int, usual_rate: Decimal | None) -> FinvoiceRow:
    quantity, unit = part.number("InvoicedQuantity"), part.attribute("InvoicedQuantity", "QuantityUnitCode")
    for name in ("RowUsedQuantity", "RowCalculatedQuantity"):
        if quantity is None:
            quantity, unit = part.number(name), part.attribute(name, "QuantityUnitCode")
    net, vat, gross = _money(part, number)
    rate = part.number("RowVatRatePercent")
    if rate is None and usual_rate is None:
        raise BadValue(f"row {number} does not say its VAT rate", part.element)
    description = part.text("ArticleName") or part.text("ArticleDescription") or part.text("RowFreeText")
    return FinvoiceRow(
        description=(description or "–")[:LONGEST_DESCRIPTION],
        article=part.text("ArticleIdentifier"),
        group=part.text("ArticleGroupIdentifier"),
        quantity=_price(quantity),
        unit=None if unit is None else unit[:LONGEST_UNIT],
        unit_price=_price(part.amount("UnitPriceAmount")),
        unit_price_gross=_price(part.amount("UnitPriceVatIncludedAmount")),
        net=net,
        vat_rate=rate if rate is not None else usual_rate or Decimal(0),
        vat=vat,
        gross=gross,
        gsrn=_gsrn(part, number),
        period_from=part.date("StartDate") or part.date("RowPreviousMeterReadingDate"),
        period_to=part.date("EndDate") or part.date("RowLatestMeterReadingDate"),
    )


def _money(part: Part, number: int) -> tuple[Decimal, Decimal, Decimal]:
    """Net, VAT and gross; the third follows from any two."""
    net, vat, gross = (
        part.amount("RowVatExcludedAmount"),
        part.amount("RowVatAmount"),
        part.amount("RowAmount"),
    )
    if net is None and gross is not None and vat is not None:
        net = gross - vat
    if vat is None and gross is not None and net is not None:
        vat = gross - net
    if net is None or vat is None:
        raise BadValue(
            f"row {number} says only one of its amounts without VAT, VAT, and with it", part.element
        )
    return net, vat, net + vat if gross is None else gross


def _gsrn(part: Part, number: int) -> str | None:
    text = part.text("InvoicedObjectID")
    if text is None:
        return None
    is_point = part.attribute("InvoicedObjectID", "SchemeID") == METERING_POINT
    try:
        return parse_gsrn(text)
    except GsrnError as error:
        if is_point or (len(text) == GSRN_LENGTH and text.isdigit()):
            raise BadValue(f"row {number}, metering point {text[:40]}: {error}", part.element) from None
        # An object of another kind.
        return None


def _required_date(part: Part, name: str) -> date:
    found = part.date(name)
    if found is None:
        raise BadValue(f"it has no {name}", part.element)
    return found


def _required_amount(part: Part, name: str) -> Decimal:
    found = part.amount(name)
    if found is None:
        raise BadValue(f"it has no {name}", part.element)
    return found


def _price(value: Decimal | None) -> Decimal | None:
    """With as many decimals as are kept, which is more than any price is agreed with."""
    if value is None or value == value.quantize(_PRICE_STEP):
        return value
    return value.quantize(_PRICE_STEP, ROUND_HALF_UP)


def _notices(texts: list[str]) -> tuple[str, ...]:
    return tuple(text[:LONGEST_NOTICE] for text in texts[:MOST_NOTICES])
