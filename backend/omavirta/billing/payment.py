"""How an invoice is paid: the bank bar code (Finance Finland, Bank Bar Code Guide 5.3), its Code 128 picture, and the
QR code of the European Payments Council (EPC069-12). Money is counted in whole cents.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import segno
from stdnum import iban as iban_numbers

from omavirta.billing.queries import InvoiceData
from omavirta.billing.references import RF, finnish_body, rf_reference

MOST_BAR_CODE_CENTS = 99_999_999
"""What the bar code's six digits of euros and two of cents can say; more is left for the payer to fill in."""

MOST_QR_CENTS = 99_999_999_999
LONGEST_PAYEE = 70
MOST_QR_BYTES = 331
QUIET_ZONE = 4
"""Light modules around a QR code (ISO/IEC 18004)."""


class PaymentData(NamedTuple):
    """A credit transfer. `reference` is as `billing.references` keeps it, `iban` in capitals without spaces."""

    payee: str
    iban: str
    bic: str | None
    amount: Decimal
    due_date: date
    reference: str
    bar_code: str | None
    """54 digits; None where there is none: for an account abroad, or an RF reference that is not of Finnish form."""


class QrPicture(NamedTuple):
    """A QR code as an SVG path over a square of `size` modules, the quiet zone among them."""

    path: str
    size: int


def payment_of(invoice: InvoiceData, retailer_name: str) -> PaymentData | None:
    """How what is open of an invoice is paid; None where nothing is, or where billing did not say where to.

    The bar code is the one that billing printed, as long as the whole amount is open. The retailer is paid, unless billing
    names somebody else.
    """
    amount = invoice.open_amount
    if amount <= 0 or invoice.iban is None or invoice.reference is None:
        return None
    bar_code = invoice.bar_code if amount == invoice.total else None
    return PaymentData(
        invoice.payee or retailer_name,
        invoice.iban,
        invoice.bic,
        amount,
        invoice.due_date,
        invoice.reference,
        bar_code or bank_bar_code(invoice.iban, amount, invoice.reference, invoice.due_date),
    )


def is_iban(text: str) -> bool:
    return bool(iban_numbers.is_valid(text))


def bank_bar_code(iban: str, amount: Decimal, reference: str, due_date: date | None) -> str | None:
    """The 54 digits: version 4 for a Finnish reference, version 5 for an RF one. None where there can be none."""
    body = finnish_body(reference)
    if body is None or not (iban.startswith("FI") and is_iban(iban)):
        return None
    cents = _cents(amount)
    if not 0 <= cents <= MOST_BAR_CODE_CENTS:
        cents = 0
    due = "000000" if due_date is None else f"{due_date:%y%m%d}"
    if reference.startswith(RF):
        return f"5{iban[2:]}{cents:08}{reference[2:4]}{body:0>21}{due}"
    return f"4{iban[2:]}{cents:08}000{body:0>20}{due}"


def code_128_widths(digits: str) -> list[int]:
    """The widths of Code 128 (set C), in modules: a bar, a space, a bar … and a bar last. An even number of digits."""
    pairs = [int(digits[start : start + 2]) for start in range(0, len(digits), 2)]
    symbols = [_START_C, *pairs, code_128_check(digits)]
    widths = "".join(_PATTERNS[7 * symbol : 7 * symbol + 6] for symbol in symbols) + _STOP
    return [int(width) for width in widths]


def code_128_check(digits: str) -> int:
    """The check symbol's value (ISO/IEC 15417)."""
    pairs = (int(digits[start : start + 2]) for start in range(0, len(digits), 2))
    return (_START_C + sum(position * pair for position, pair in enumerate(pairs, start=1))) % 103


def qr_text(payment: PaymentData) -> str:
    """What the QR code says. The reference goes as RF; the due date in the last line, as Finnish invoices have it."""
    cents = _cents(payment.amount)
    payee = " ".join(payment.payee.split())[:LONGEST_PAYEE]
    while len(text := _qr_lines(payment, payee, cents).encode()) > MOST_QR_BYTES:
        payee = payee[:-1]
    return text.decode()


@lru_cache(maxsize=256)
def qr_picture(text: str) -> QrPicture:
    """Level M, as EPC069-12 asks. Kept, because one takes some milliseconds, in which nothing else is served."""
    code = segno.make_qr(text, error="m", boost_error=False, encoding="utf-8")
    parts: list[str] = []
    for y, row in enumerate(code.matrix, start=QUIET_ZONE):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                parts.append(f"M{start + QUIET_ZONE} {y}h{x - start}v1h-{x - start}z")
            else:
                x += 1
    return QrPicture("".join(parts), len(code.matrix) + 2 * QUIET_ZONE)


def _qr_lines(payment: PaymentData, payee: str, cents: int) -> str:
    return "\n".join(
        (
            "BCD",
            # The first version has to name the bank.
            "001" if payment.bic else "002",
            "1",
            "SCT",
            payment.bic or "",
            payee,
            payment.iban,
            f"EUR{cents // 100}.{cents % 100:02}" if 0 < cents <= MOST_QR_CENTS else "",
            "",
            rf_reference(payment.reference) or payment.reference,
            "",
            f"ReqdExctnDt/{payment.due_date.isoformat()}",
        )
    )


def _cents(amount: Decimal) -> int:
    cents = amount * 100
    if cents != cents.to_integral_value():
        raise ValueError(f"{amount} is not a number of cents")
    return int(cents)


_START_C = 105
_STOP = "2331112"
_PATTERNS = (
    "212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132 122231 113222"
    " 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212 322112 322211 212123 212321"
    " 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121"
    " 313121 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111 221411 431111 111224"
    " 111422 121124 121421 141122 141221 112214 112412 122114 122411 142112 142211 241211 221114 413111 241112 134111"
    " 111242 121142 121241 114212 124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113"
    " 114311 411113 411311 113141 114131 311141 411131 211412 211214 211232"
)
"""Of the values 0 to 105, six widths and a space each: bar and space by turns (ISO/IEC 15417, table 1)."""
