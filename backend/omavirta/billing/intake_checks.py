"""Whether an invoice that came in holds: its sums, its VAT, how it is to be paid. The words are for a clerk."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from stdnum import bic as bic_numbers
from stdnum import iban as iban_numbers

from omavirta.billing.intake import InvoiceIntake, RowIntake, VatShare
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.references import InvalidReference, parse_reference

MOST_ROWS = 10_000
MOST_PROBLEMS = 5
"""Told of one invoice: a hundred rows with the same fault say no more than five."""

CENT = Decimal("0.01")
_TENTH = Decimal("0.1")
_MICRO = Decimal("0.000001")
LARGEST_AMOUNT = Decimal(10) ** 10
LARGEST_QUANTITY = Decimal(10) ** 12
BAR_CODE_DIGITS = 54


def checked_invoice(invoice: InvoiceIntake) -> InvoiceIntake | list[str]:
    """The invoice as it is kept (IBAN, BIC and reference without spaces), or what is wrong with it."""
    problems = [
        *_payment_problems(invoice),
        *_head_problems(invoice),
        *_credit_problems(invoice),
        *_row_problems(invoice.rows),
    ]
    if not problems:
        # With a row that does not hold, the sums would only repeat it.
        problems = list(_sum_problems(invoice))
    return problems[:MOST_PROBLEMS] or as_kept(invoice)


def as_kept(invoice: InvoiceIntake) -> InvoiceIntake:
    """One that was checked, with IBAN, BIC and reference without spaces."""
    return replace(
        invoice,
        reference=None if invoice.reference is None else parse_reference(invoice.reference),
        iban=None if invoice.iban is None else iban_numbers.compact(invoice.iban),
        bic=None if invoice.bic is None else bic_numbers.compact(invoice.bic),
    )


def has_decimals(value: Decimal, step: Decimal, below: Decimal) -> bool:
    """Whether the value is kept as it is: a multiple of the step, and smaller than `below` either way."""
    return value.is_finite() and abs(value) < below and value == value.quantize(step)


def vat_rate_problem(rate: Decimal) -> str | None:
    if not rate.is_finite() or not 0 <= rate < 100:
        return f"{rate} is no VAT rate"
    if rate != rate.quantize(_TENTH):
        return f"the VAT rate {rate} is not in tenths of a per cent"
    return None


def _payment_problems(invoice: InvoiceIntake) -> Iterator[str]:
    if invoice.reference is not None:
        try:
            parse_reference(invoice.reference)
        except InvalidReference as problem:
            yield str(problem)
    if invoice.iban is not None and not _is_iban(invoice.iban):
        yield f"{invoice.iban} is no IBAN: its check digits or its length do not fit"
    if invoice.bic is not None and not bic_numbers.is_valid(invoice.bic):
        yield f"{invoice.bic} is no BIC"
    code = invoice.bar_code
    if code is not None and not (code.isascii() and code.isdigit() and len(code) == BAR_CODE_DIGITS):
        yield f"a bank bar code has {BAR_CODE_DIGITS} digits"
    if invoice.late_interest is not None and not has_decimals(invoice.late_interest, CENT, Decimal(1000)):
        yield f"the late interest {invoice.late_interest} has more than two decimals, or is no per cent"


@lru_cache(maxsize=256)
def _is_iban(text: str) -> bool:
    """A retailer has few, and the library takes long."""
    return bool(iban_numbers.is_valid(text))


def _head_problems(invoice: InvoiceIntake) -> Iterator[str]:
    if invoice.due_date < invoice.invoice_date:
        yield f"it is due on {invoice.due_date}, before its date {invoice.invoice_date}"
    if invoice.period_to < invoice.period_from:
        yield f"its period ends on {invoice.period_to}, before it begins on {invoice.period_from}"
    amounts = {
        "total": invoice.total,
        "net": invoice.net,
        "vat": invoice.vat,
        "paid": invoice.paid,
        "open amount": invoice.open_amount,
    }
    for name, amount in amounts.items():
        if amount is not None and not has_decimals(amount, CENT, LARGEST_AMOUNT):
            yield f"{name} {amount} is not in cents, or beyond any invoice"
    if invoice.paid_on is not None and not invoice.paid:
        yield f"it says it was paid on {invoice.paid_on}, and paid is zero"


def _credit_problems(invoice: InvoiceIntake) -> Iterator[str]:
    is_credit = invoice.kind is InvoiceKind.CREDIT_NOTE
    if is_credit and invoice.credits_number is None:
        yield "a credit note names the invoice that it credits"
    if not is_credit and invoice.credits_number is not None:
        yield "only a credit note credits an invoice"
    if is_credit and invoice.total > 0:
        yield f"a credit note's total is negative; this one is {invoice.total}"
    if is_credit and invoice.open_amount is not None:
        yield "a credit note has no open amount: it is taken off the invoice that it credits"
    if invoice.open_amount is not None and invoice.open_amount > max(invoice.total, Decimal(0)):
        yield f"{invoice.open_amount} of it is open, which is more than its total {invoice.total}"
    if invoice.credits_number == invoice.number:
        yield "a credit note cannot credit itself"


def _row_problems(rows: Sequence[RowIntake]) -> Iterator[str]:
    if not 1 <= len(rows) <= MOST_ROWS:
        yield f"an invoice has from 1 to {MOST_ROWS:,} rows; this one has {len(rows):,}"
        return
    for number, row in enumerate(rows, start=1):
        for problem in _problems_of(row):
            yield f"row {number} ({row.description[:40]}): {problem}"


def _problems_of(row: RowIntake) -> Iterator[str]:
    if problem := vat_rate_problem(row.vat_rate):
        yield problem
        return
    for name, amount in {"net": row.net, "vat": row.vat, "gross": row.gross}.items():
        if not has_decimals(amount, CENT, LARGEST_AMOUNT):
            yield f"{name} {amount} is not in cents, or beyond any invoice"
            return
    numbers = {
        "quantity": row.quantity,
        "unit price": row.unit_price,
        "unit price with VAT": row.unit_price_gross,
    }
    for name, value in numbers.items():
        if value is not None and not has_decimals(value, _MICRO, LARGEST_QUANTITY):
            yield f"{name} {value} has more than six decimals, or is beyond any invoice"
    if row.net + row.vat != row.gross:
        yield f"{row.net} and VAT {row.vat} make {row.net + row.vat}, not {row.gross}"
    elif abs(row.vat - row.net * row.vat_rate / 100) > CENT:
        yield f"VAT {row.vat} is not {row.vat_rate} % of {row.net}"
    if row.period_from is not None and row.period_to is not None and row.period_to < row.period_from:
        yield f"its period ends on {row.period_to}, before it begins on {row.period_from}"


def _sum_problems(invoice: InvoiceIntake) -> Iterator[str]:
    """VAT may be rounded by row, or once on the sum of a rate's rows; and prices may be with VAT or without it."""
    by_rate: dict[Decimal, list[RowIntake]] = defaultdict(list)
    for row in invoice.rows:
        by_rate[row.vat_rate].append(row)
    rows_gross = sum((row.gross for row in invoice.rows), Decimal(0))
    if invoice.vat_specification:
        yield from _specification_problems(invoice, by_rate)
    else:
        on_sums = sum((_with_vat_on_sum(rate, rows) for rate, rows in by_rate.items()), Decimal(0))
        if invoice.total not in {rows_gross, on_sums}:
            yield f"its rows make {rows_gross}, and its total is {invoice.total}"
    if invoice.net is not None and invoice.vat is not None and invoice.net + invoice.vat != invoice.total:
        yield f"net {invoice.net} and VAT {invoice.vat} make {invoice.net + invoice.vat}, and its total is {invoice.total}"


def _specification_problems(invoice: InvoiceIntake, by_rate: dict[Decimal, list[RowIntake]]) -> Iterator[str]:
    shares = {share.rate: share for share in invoice.vat_specification}
    if len(shares) < len(invoice.vat_specification):
        yield "its VAT specification has a rate twice"
        return
    sums = ((share.net, share.vat) for share in invoice.vat_specification)
    total = sum((net + vat for net, vat in sums), Decimal(0))
    if total != invoice.total:
        yield f"its VAT specification makes {total}, and its total is {invoice.total}"
    for name, said in {"net": invoice.net, "vat": invoice.vat}.items():
        summed = sum((getattr(share, name) for share in invoice.vat_specification), Decimal(0))
        if said is not None and said != summed:
            yield f"its VAT specification makes {name} {summed}, and it says {said}"
    for rate in sorted({*by_rate, *shares}):
        share = shares.get(rate, VatShare(rate, Decimal(0), Decimal(0)))
        if not _fits(share, by_rate.get(rate, [])):
            yield (
                f"its VAT specification has net {share.net} and VAT {share.vat} at {rate} %, and its rows make"
                f" {_sum(row.net for row in by_rate.get(rate, []))} and {_sum(row.vat for row in by_rate.get(rate, []))}"
            )


def _fits(share: VatShare, rows: Sequence[RowIntake]) -> bool:
    net, vat = _sum(row.net for row in rows), _sum(row.vat for row in rows)
    if share.net == net:
        return share.vat in {vat, _vat_on(net, share.rate)}
    gross = net + vat
    return share.net + share.vat == gross and share.net == (gross / (1 + share.rate / 100)).quantize(
        CENT, ROUND_HALF_UP
    )


def _with_vat_on_sum(rate: Decimal, rows: Sequence[RowIntake]) -> Decimal:
    net = _sum(row.net for row in rows)
    return net + _vat_on(net, rate)


def _vat_on(net: Decimal, rate: Decimal) -> Decimal:
    return (net * rate / 100).quantize(CENT, ROUND_HALF_UP)


def _sum(values: Iterable[Decimal]) -> Decimal:
    return sum(values, Decimal(0))
