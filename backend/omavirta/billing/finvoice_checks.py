"""Whether what a Finvoice tells the bank is what it tells the customer: amount, due date, and the bank bar code."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from stdnum import iban as iban_numbers

from omavirta.billing.payment import is_iban
from omavirta.billing.readers.finvoice import FinvoiceInvoice
from omavirta.billing.references import RF, InvalidReference, finnish_body, parse_reference

BAR_CODE_DIGITS = 54
FINNISH_VERSION, RF_VERSION = "4", "5"
_LEFT_TO_THE_PAYER = "00000000"
_NO_DUE_DATE = "000000"


def bank_problems(invoice: FinvoiceInvoice) -> Iterator[str]:
    if invoice.to_pay is not None and invoice.to_pay != max(invoice.total, Decimal(0)):
        yield f"the bank is asked for {invoice.to_pay}, and its total is {invoice.total}"
    if invoice.pay_on is not None and invoice.due_date is not None and invoice.pay_on != invoice.due_date:
        yield f"the bank is asked to pay on {invoice.pay_on}, and it is due on {invoice.due_date}"
    code = invoice.bar_code
    if code is not None and code.isascii() and code.isdigit() and len(code) == BAR_CODE_DIGITS:
        yield from _bar_code_problems(code, invoice)


def _bar_code_problems(code: str, invoice: FinvoiceInvoice) -> Iterator[str]:
    """An amount of zeros and a due date of zeros are left to the payer."""
    version, account, cents, due = code[0], code[1:17], code[17:25], code[48:]
    if version not in {FINNISH_VERSION, RF_VERSION}:
        yield f"its bank bar code is of version {version}; 4 and 5 are known"
        return
    iban = None if invoice.iban is None else iban_numbers.compact(invoice.iban)
    if iban is not None and is_iban(iban) and iban != f"FI{account}":
        yield f"its bank bar code is for the account FI{account}, and the invoice for {iban}"
    expected = f"{max(int(invoice.total * 100), 0):08}"
    if cents not in {_LEFT_TO_THE_PAYER, expected} and len(expected) == len(_LEFT_TO_THE_PAYER):
        yield f"its bank bar code says {Decimal(cents) / 100} euros, and its total is {invoice.total}"
    if due != _NO_DUE_DATE and invoice.due_date is not None and due != f"{invoice.due_date:%y%m%d}":
        yield f"its bank bar code is due on {_day(due)}, and the invoice on {invoice.due_date}"
    reference = _reference(invoice.reference)
    coded = _reference(f"{RF}{code[25:27]}{code[27:48]}" if version == RF_VERSION else code[28:48])
    if coded is None:
        yield "its bank bar code holds no valid reference"
    elif reference is not None and coded != reference:
        yield f"its bank bar code has the reference {coded}, and the invoice {reference}"


def _reference(text: str | None) -> str | None:
    """The Finnish number, be it by itself or in an RF one; None where there is none."""
    if text is None:
        return None
    try:
        return finnish_body(parse_reference(text))
    except InvalidReference:
        return None


def _day(digits: str) -> str:
    try:
        return date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:])).isoformat()
    except ValueError:
        return digits
