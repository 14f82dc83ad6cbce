from datetime import date
from decimal import Decimal
from functools import cached_property

import strawberry

from omavirta.api.types.money import Money, euros
from omavirta.billing.payment import PaymentData, QrPicture, code_128_widths, qr_picture, qr_text
from omavirta.billing.references import grouped, grouped_reference, rf_reference


@strawberry.type(description="How an invoice is paid: a credit transfer, and pictures of it for banks' apps.")
class Payment:
    data: strawberry.Private[PaymentData]

    @strawberry.field(description="Who is paid.")
    def payee(self) -> str:
        return self.data.payee

    @strawberry.field(description="The account, without spaces.")
    def iban(self) -> str:
        return self.data.iban

    @strawberry.field(description="The account in groups of four, for reading.")
    def iban_text(self) -> str:
        return grouped(self.data.iban)

    @strawberry.field(description="The bank; null where billing did not say it.")
    def bic(self) -> str | None:
        return self.data.bic

    @strawberry.field(description="What is to be paid: what is open of the invoice, with value added tax.")
    def amount(self) -> Money:
        return euros(self.data.amount)

    @strawberry.field(description="The last day to pay.")
    def due_date(self) -> date:
        return self.data.due_date

    @strawberry.field(
        description="The reference as it is typed: the digits of a Finnish one, or RF and the rest (ISO 11649)."
    )
    def reference(self) -> str:
        return self.data.reference

    @strawberry.field(description="The reference in groups, for reading.")
    def reference_text(self) -> str:
        return grouped_reference(self.data.reference)

    @strawberry.field(description="The same reference as RF (ISO 11649), for banks outside Finland.")
    def rf_reference(self) -> str | None:
        return rf_reference(self.data.reference)

    @strawberry.field(
        description="The 54 digits of the bank bar code; null for an account that is not in Finland. An amount of"
        " 1,000,000 euros or more is left for the payer to fill in."
    )
    def bar_code(self) -> str | None:
        return self.data.bar_code

    @strawberry.field(
        description="The bar code as Code 128: widths in modules, a bar first, then spaces and bars by turns."
    )
    def bar_code_widths(self) -> list[int] | None:
        return None if self.data.bar_code is None else code_128_widths(self.data.bar_code)

    @strawberry.field(
        description="What the QR code says (European Payments Council, EPC069-12), with the due date in its last line."
    )
    def qr_text(self) -> str:
        return qr_text(self.data)

    @strawberry.field(
        description="The QR code as an SVG path of its dark modules, on a square of `qrSize` modules."
    )
    def qr_path(self) -> str:
        return self._picture.path

    @strawberry.field(description="How many modules a side of the QR code has, its quiet zone among them.")
    def qr_size(self) -> int:
        return self._picture.size

    @cached_property
    def _picture(self) -> QrPicture:
        return qr_picture(qr_text(self.data))


@strawberry.type(description="A share of an invoice at one rate of value added tax.")
class VatShare:
    rate: Decimal = strawberry.field(description="Value added tax in per cent.")
    net: Money = strawberry.field(description="The share without value added tax.")
    vat: Money = strawberry.field(description="The tax.")
    gross: Money = strawberry.field(description="The share with value added tax.")
