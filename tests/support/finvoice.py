"""Finvoice 3.0 documents for tests and benchmarks: an electricity invoice of 39.96 euros, with what is asked for changed."""

from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal

from omavirta.billing.references import finnish_reference

CONTRACT = "S-1000001"
GSRN = "643007127123456780"
IBAN = "FI2112345600000785"
BAR_CODE = "421123456000007850000399600000000000020261100017261119"
DECLARATION = '<?xml version="1.0" encoding="{encoding}"?>\n'
FRAME = (
    '<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/"><SOAP-ENV:Header/>'
    "<SOAP-ENV:Body/></SOAP-ENV:Envelope>\n"
)
FINE = (
    "<PaymentOverDueFineDetails><PaymentOverDueFinePercent>9,5</PaymentOverDueFinePercent>"
    "</PaymentOverDueFineDetails>"
)
_CENT = Decimal("0.01")


@dataclass(frozen=True)
class Row:
    """25.5 % of VAT, of the gross."""

    name: str
    gross: str
    quantity: str = "1"
    unit: str = "kk"
    gsrn: str | None = GSRN
    extra: str = ""
    rate: str = "25,5"
    net: str | None = None
    vat: str | None = None

    def xml(self) -> str:
        gross = Decimal(self.gross)
        rate = Decimal(self.rate.replace(",", "."))
        net = Decimal(self.net) if self.net else (gross / (1 + rate / 100)).quantize(_CENT, ROUND_HALF_UP)
        vat = Decimal(self.vat) if self.vat else gross - net
        point = f'<InvoicedObjectID SchemeID="AVE">{self.gsrn}</InvoicedObjectID>' if self.gsrn else ""
        return f"""  <InvoiceRow>
    {point}
    <ArticleName>{self.name}</ArticleName>
    <InvoicedQuantity QuantityUnitCode="{self.unit}">{self.quantity}</InvoicedQuantity>
    {self.extra}
    <RowVatRatePercent>{self.rate}</RowVatRatePercent>
    <RowVatAmount AmountCurrencyIdentifier="EUR">{comma(vat)}</RowVatAmount>
    <RowVatExcludedAmount AmountCurrencyIdentifier="EUR">{comma(net)}</RowVatExcludedAmount>
    <RowAmount AmountCurrencyIdentifier="EUR">{comma(gross)}</RowAmount>
  </InvoiceRow>
"""


ROWS = (
    Row("Sähköenergia, yleissähkö", "35.01", "412,375", "kWh", net="27.90", vat="7.11"),
    Row("Perusmaksu", "4.95", gsrn=None, net="3.94", vat="1.01"),
)


@dataclass(frozen=True)
class Finvoice:
    """A field that is empty is left out."""

    number: str = "2026110001"
    kind: str = "INV01"
    version: str = "3.0"
    origin: str = "Original"
    agreement: str = CONTRACT
    customer_number: str = ""
    buyer: str = ""
    credits: str = ""
    date: str = "20261105"
    period: tuple[str, str] | None = ("20261001", "20261031")
    net: str = "31,84"
    vat: str = "8,12"
    total: str = "39,96"
    share: tuple[str, str, str] | None = ("31,84", "25,5", "8,12")
    due: str = "20261119"
    pay_on: str = "20261119"
    to_pay: str = "39,96"
    iban: str = IBAN
    reference: str = "00000000020261100017"
    bar_code: str = BAR_CODE
    currency: str = "EUR"
    text: str = ""
    rows: tuple[Row, ...] = ROWS
    change: tuple[str, str] = field(default=("", ""))
    """What of the document becomes what."""

    def xml(self) -> str:
        details = "\n".join(
            filter(
                None,
                (
                    f"<InvoiceTypeCode>{self.kind}</InvoiceTypeCode>",
                    f"<OriginCode>{self.origin}</OriginCode>",
                    f"<InvoiceNumber>{self.number}</InvoiceNumber>",
                    f'<InvoiceDate Format="CCYYMMDD">{self.date}</InvoiceDate>',
                    _element("OriginalInvoiceNumber", self.credits),
                    _element("InvoicingPeriodStartDate", self.period[0] if self.period else ""),
                    _element("InvoicingPeriodEndDate", self.period[1] if self.period else ""),
                    _element("SellersBuyerIdentifier", self.customer_number),
                    _element("AgreementIdentifier", self.agreement),
                    self._amount("InvoiceTotalVatExcludedAmount", self.net),
                    self._amount("InvoiceTotalVatAmount", self.vat),
                    self._amount("InvoiceTotalVatIncludedAmount", self.total),
                    self._share(),
                    _element("InvoiceFreeText", self.text),
                    f"<PaymentTermsDetails>{_element('InvoiceDueDate', self.due)}{FINE}</PaymentTermsDetails>",
                ),
            )
        )
        document = f"""<Finvoice Version="{self.version}">
  <SellerPartyDetails><SellerOrganisationName>Esimerkki Energia Oy</SellerOrganisationName></SellerPartyDetails>
  <BuyerPartyDetails>{_element("BuyerPartyIdentifier", self.buyer)}
    <BuyerOrganisationName>Äyrämö Tero Testi</BuyerOrganisationName></BuyerPartyDetails>
  <InvoiceDetails>
{details}
  </InvoiceDetails>
  {_element("VirtualBankBarcode", self.bar_code)}
{"".join(row.xml() for row in self.rows)}  <EpiDetails>
    <EpiPartyDetails>
      <EpiBfiPartyDetails><EpiBfiIdentifier IdentificationSchemeName="BIC">NDEAFIHH</EpiBfiIdentifier></EpiBfiPartyDetails>
      <EpiBeneficiaryPartyDetails><EpiNameAddressDetails>Esimerkki Energia Oy</EpiNameAddressDetails>
        <EpiAccountID IdentificationSchemeName="IBAN">{self.iban}</EpiAccountID></EpiBeneficiaryPartyDetails>
    </EpiPartyDetails>
    <EpiPaymentInstructionDetails>
      {_element("EpiRemittanceInfoIdentifier", self.reference)}
      {self._amount("EpiInstructedAmount", self.to_pay)}
      {_element("EpiDateOptionDate", self.pay_on)}
    </EpiPaymentInstructionDetails>
  </EpiDetails>
</Finvoice>
"""
        return document.replace(*self.change) if self.change[0] else document

    def bytes(self, encoding: str = "ISO-8859-15") -> bytes:
        return document(self, encoding=encoding)

    def numbered(self, number: int) -> "Finvoice":
        """Another invoice of the same, with a reference of its own and no bar code."""
        reference = finnish_reference(str(number))
        return replace(self, number=str(number), reference=reference, bar_code="")

    def _amount(self, name: str, value: str) -> str:
        return f'<{name} AmountCurrencyIdentifier="{self.currency}">{value}</{name}>' if value else ""

    def _share(self) -> str:
        if self.share is None:
            return ""
        base, rate, vat = self.share
        return (
            f"<VatSpecificationDetails>{self._amount('VatBaseAmount', base)}<VatRatePercent>{rate}</VatRatePercent>"
            f"{self._amount('VatRateAmount', vat)}</VatSpecificationDetails>"
        )


def credit_note(number: str = "2026110002", credits: str = "2026110001") -> Finvoice:
    """Of the whole invoice."""
    return Finvoice(
        number=number,
        kind="INV02",
        credits=credits,
        net="-31,84",
        vat="-8,12",
        total="-39,96",
        share=("-31,84", "25,5", "-8,12"),
        to_pay="0,00",
        bar_code="",
        rows=(
            Row("Sähköenergia, yleissähkö", "-35.01", "-412,375", "kWh", net="-27.90", vat="-7.11"),
            Row("Perusmaksu", "-4.95", "-1", gsrn=None, net="-3.94", vat="-1.01"),
        ),
    )


def document(*invoices: Finvoice, encoding: str = "ISO-8859-15", wrapper: str = "") -> bytes:
    """One XML document: the only invoice, or several in a wrapper."""
    inside = "".join(invoice.xml() for invoice in invoices)
    if wrapper:
        inside = f"<{wrapper}>\n{inside}</{wrapper}>\n"
    return (DECLARATION.format(encoding=encoding) + inside).encode(encoding)


def framed(*invoices: Finvoice, encoding: str = "ISO-8859-15") -> bytes:
    """One after another with their frames, as banks send them."""
    return b"".join(FRAME.encode() + document(invoice, encoding=encoding) for invoice in invoices)


def comma(value: Decimal) -> str:
    return f"{value:.2f}".replace(".", ",")


def _element(name: str, value: str) -> str:
    return f"<{name}>{value}</{name}>" if value else ""
