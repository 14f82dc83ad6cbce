"""Checking a credit note against the invoice that it undoes.

A credit note rests on no readings: its rows are its invoice's with the opposite sign. One that undoes the invoice whole is
checked row by row, to the cent. One that undoes a part is billing's own statement: nothing else says how much it should be.
"""

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.billing.verification import DifferenceReason, Verification, VerificationStatus, VerifiedRow
from omavirta.contracts.tariff import RowKind

_ZERO = Decimal("0.00")
_LEVELS = 4
"""How many keys a row has (`_keys`)."""


class BilledInvoice(NamedTuple):
    invoice: InvoiceData
    rows: Sequence[InvoiceRowRow]


def verify_credit_note(note: BilledInvoice, credited: BilledInvoice | None) -> Verification:
    """`credited` is None where it is not the asker's to see."""
    if credited is None:
        return _stated([_stated_row(row, None) for row in note.rows], credits_whole=None)
    partners, rest = _partners(note, credited)
    if not undoes_whole(note.invoice, credited.invoice):
        rows = [_stated_row(*both) for both in zip(note.rows, partners, strict=True)]
        return _stated(rows, credits_whole=False)
    rows = list(_verified(note.rows, partners, rest))
    difference = note.invoice.total + credited.invoice.total
    agrees = not difference and all(row.status is VerificationStatus.MATCHES for row in rows)
    return Verification(
        VerificationStatus.MATCHES if agrees else VerificationStatus.DIFFERS,
        -credited.invoice.total,
        difference,
        rows,
        changes=(),
        vat_outside=False,
        credits_whole=True,
    )


def undoes_whole(note: InvoiceData, credited: InvoiceData) -> bool:
    """Whether a credit note makes up for all of its invoice by itself."""
    return -note.total >= credited.total


def _stated(rows: Sequence[VerifiedRow], *, credits_whole: bool | None) -> Verification:
    return Verification(
        VerificationStatus.NOT_COMPUTABLE,
        None,
        None,
        rows,
        changes=(),
        vat_outside=False,
        credits_whole=credits_whole,
    )


def _stated_row(row: InvoiceRowRow, partner: InvoiceRowRow | None) -> VerifiedRow:
    return VerifiedRow(
        row,
        _kind(row),
        row.gross,
        None,
        row.quantity,
        None,
        VerificationStatus.NOT_COMPUTABLE,
        DifferenceReason.NOT_OF_THE_TARIFF,
        partner,
    )


def _partners(
    note: BilledInvoice, credited: BilledInvoice
) -> tuple[list[InvoiceRowRow | None], list[InvoiceRowRow]]:
    """The invoice's row that each of the note's is about, None where that cannot be told; and the invoice's other rows."""
    found: list[InvoiceRowRow | None] = [None] * len(note.rows)
    own = [_keys(row, note.invoice, row.gross) for row in note.rows]
    others = [_keys(row, credited.invoice, -row.gross) for row in credited.rows]
    rest = list(range(len(credited.rows)))
    for level in range(_LEVELS):
        waiting: dict[Hashable, deque[int]] = defaultdict(deque)
        for place in rest:
            waiting[others[place][level]].append(place)
        waiting.pop(None, None)
        taken: set[int] = set()
        for position, keys in enumerate(own):
            places = waiting.get(keys[level])
            if found[position] is None and places:
                taken.add(places[0])
                found[position] = credited.rows[places.popleft()]
        rest = [place for place in rest if place not in taken]
    return found, [credited.rows[place] for place in rest]


def _keys(row: InvoiceRowRow, invoice: InvoiceData, credit: Decimal) -> tuple[Hashable, ...]:
    """What tells a row and its partner, the surest first: its words, what it is for, and what it comes to as a credit."""
    what = (
        row.component,
        row.category,
        row.metering_point_id or invoice.metering_point_id,
        row.period_from or invoice.period_from,
        row.period_to or invoice.period_to,
        row.vat_rate,
    )
    return (
        (what, row.description, credit),
        (what, credit),
        (what, row.description),
        None if row.component is None else what,
    )


def _verified(
    rows: Sequence[InvoiceRowRow], partners: Sequence[InvoiceRowRow | None], rest: Sequence[InvoiceRowRow]
) -> Iterator[VerifiedRow]:
    """In the note's order; at the end what it leaves out. Rows without a partner are checked by their sum at a VAT rate."""
    alone, left_out = _by_rate(_alone(rows, partners)), _by_rate(rest)
    told: set[Decimal] = set()
    for row, partner in zip(rows, partners, strict=True):
        rate = row.vat_rate
        if partner is not None:
            yield _verified_row([row], [partner])
        elif rate not in left_out:
            yield _verified_row([row], [])
        elif rate not in told:
            told.add(rate)
            yield _verified_row(alone[rate], left_out[rate])
    for row in rest:
        if row.vat_rate not in told and row.gross:
            yield _verified_row([], [row])


def _alone(
    rows: Sequence[InvoiceRowRow], partners: Sequence[InvoiceRowRow | None]
) -> Iterator[InvoiceRowRow]:
    return (row for row, partner in zip(rows, partners, strict=True) if partner is None)


def _by_rate(rows: Iterable[InvoiceRowRow]) -> dict[Decimal, list[InvoiceRowRow]]:
    found: dict[Decimal, list[InvoiceRowRow]] = {}
    for row in rows:
        found.setdefault(row.vat_rate, []).append(row)
    return found


def _verified_row(billed: Sequence[InvoiceRowRow], credited: Sequence[InvoiceRowRow]) -> VerifiedRow:
    """Of the rows that are one here the first stands for all."""
    row, partner = next(iter(billed), None), next(iter(credited), None)
    amount, computed = _gross(billed), -_gross(credited)
    quantity = row.quantity if row is not None and len(billed) == 1 else None
    undone = partner.quantity if partner is not None and len(credited) == 1 else None
    if undone is not None and not (quantity is not None and quantity > 0):
        # A credit counts its kilowatt-hours or its prices below zero, as it likes.
        undone = -undone
    agrees = amount == computed
    return VerifiedRow(
        row,
        _kind(row or partner),
        amount if billed else None,
        computed,
        quantity,
        undone,
        VerificationStatus.MATCHES if agrees else VerificationStatus.DIFFERS,
        None if agrees else DifferenceReason.UNEXPLAINED,
        partner,
    )


def _gross(rows: Iterable[InvoiceRowRow]) -> Decimal:
    return sum((row.gross for row in rows), _ZERO)


def _kind(row: InvoiceRowRow | None) -> RowKind | None:
    return None if row is None else RowKind.__members__.get(row.component or "")
