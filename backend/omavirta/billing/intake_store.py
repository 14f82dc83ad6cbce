"""Writing invoices that came in, and which of them are credited."""

import hashlib
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

import orjson

from omavirta.billing.intake import InvoiceIntake, InvoiceNumber, RowIntake, content_hash_of
from omavirta.billing.intake_checks import CENT
from omavirta.storage.database import Transaction, as_decimal, as_uuid, placeholders
from omavirta.storage.ids import new_id
from omavirta.storage.master_records import MasterVersion, note_versions, versions_of

DELIVERED = "finvoice"
"""The kind of the master records of invoices that came without a version: what a number said the first time, it says for good."""
MASTER = "invoice"
"""The kind of those that the master data has sent, with a version. It knows what was paid since, so it has the last word."""
IDS_PER_QUERY = 500


class Delivery(NamedTuple):
    """What came of some invoices."""

    written: int
    unchanged: int
    touched: frozenset[InvoiceNumber]
    """For `settle_credits`, once everything is written."""
    refused: dict[int, str]
    """Why, by position among the invoices given; the caller undoes the transaction."""


async def deliver_invoices(transaction: Transaction, invoices: Sequence[InvoiceIntake]) -> Delivery:
    """Writes invoices that have no version (Finvoice), some hundreds at a time, all of them checked before.

    A number that was taken before with the same content changes nothing, and with another content is refused: billing
    corrects an invoice with a credit note. What the master data has sent meanwhile stands.
    """
    versions = await versions_of(transaction, DELIVERED, {_source_id(invoice) for invoice in invoices})
    existing = await _invoices_by_number(
        transaction, [InvoiceNumber(invoice.customer_id, invoice.number) for invoice in invoices]
    )
    mastered = await _of_master_data(transaction, [found.id for found in existing.values()])
    new: dict[InvoiceNumber, tuple[UUID, InvoiceIntake]] = {}
    notes: list[MasterVersion] = []
    seen: dict[str, str] = {key: version.content_hash for key, version in versions.items()}
    refused: dict[int, str] = {}
    for position, invoice in enumerate(invoices):
        source_id, content_hash = _source_id(invoice), content_hash_of(invoice)
        key = InvoiceNumber(invoice.customer_id, invoice.number)
        if source_id in seen:
            if seen[source_id] != content_hash:
                refused[position] = (
                    f"invoice {invoice.number} was taken before and said something else;"
                    " an invoice is corrected with a credit note"
                )
            continue
        seen[source_id] = content_hash
        id_ = existing[key].id if key in existing else new_id()
        notes.append(MasterVersion(source_id, 1, id_, content_hash))
        if id_ not in mastered:
            new[key] = id_, invoice
    touched: frozenset[InvoiceNumber] = frozenset()
    if not refused:
        touched = await write_invoices(transaction, list(new.values()))
        await note_versions(transaction, DELIVERED, notes)
    return Delivery(len(new), len(invoices) - len(new) - len(refused), touched, refused)


async def write_invoices(
    transaction: Transaction, invoices: Sequence[tuple[UUID, InvoiceIntake]]
) -> frozenset[InvoiceNumber]:
    """Writes invoices under their ids, in place of what was there under them. Returns what `settle_credits` has to look at.

    Raises UniqueViolation where the customer has another invoice of the number.
    """
    touched: set[InvoiceNumber] = set()
    for start in range(0, len(invoices), IDS_PER_QUERY):
        part = invoices[start : start + IDS_PER_QUERY]
        touched |= await _clear(transaction, part)
        touched |= {
            InvoiceNumber(invoice.customer_id, number)
            for _, invoice in part
            for number in (invoice.number, invoice.credits_number)
            if number
        }
        await transaction.execute_many(_UPSERT, [_values(id_, invoice) for id_, invoice in part])
        await transaction.execute_many(
            _INSERT_ROW,
            [
                _row_values(id_, invoice, position, row)
                for id_, invoice in part
                for position, row in enumerate(invoice.rows, start=1)
            ],
        )
    return frozenset(touched)


async def settle_credits(
    transaction: Transaction, touched: Iterable[InvoiceNumber]
) -> list[tuple[InvoiceNumber, str]]:
    """Notes what credit notes take off each of these invoices, and which are credited whole. Returns credit notes without
    their invoice: the numbers of the two, the note's last; the caller refuses the file.
    """
    orphans: list[tuple[InvoiceNumber, str]] = []
    wanted = sorted(set(touched))
    for start in range(0, len(wanted), IDS_PER_QUERY):
        part = wanted[start : start + IDS_PER_QUERY]
        # Held before the notes are read, so that of two who credit one invoice at the same time the second sees both notes.
        invoices = await _invoices_by_number(transaction, part, hold=True)
        notes = await _credit_notes(transaction, {customer_id for customer_id, _ in part})
        for key in part:
            of_it = notes.get(key, [])
            found = invoices.get(key)
            if found is None:
                orphans += [(key, number) for number, _ in of_it]
                continue
            amount = -sum((total for _, total in of_it), Decimal("0.00"))
            is_credited = bool(of_it) and amount >= found.total
            if (is_credited, amount) != (found.credited, found.credited_amount):
                await transaction.execute(
                    "UPDATE invoice SET credited = $2, credited_amount = $3 WHERE id = $1",
                    found.id,
                    is_credited,
                    amount.quantize(CENT),
                )
    return orphans


def _source_id(invoice: InvoiceIntake) -> str:
    """Numbers are a customer's; together they have more than the 64 characters of a source id."""
    text = f"{invoice.customer_id} {invoice.number}"
    return hashlib.sha256(text.encode()).hexdigest()


async def _clear(
    transaction: Transaction, invoices: Sequence[tuple[UUID, InvoiceIntake]]
) -> set[InvoiceNumber]:
    """Deletes the rows of those that are there. Returns what they were, and what they credited."""
    ids = [id_ for id_, _ in invoices]
    found = await transaction.fetch(
        "SELECT customer_id, number, credits_number, id FROM invoice"
        f" WHERE id IN ({placeholders(1, len(ids))}) ORDER BY customer_id, number",
        *ids,
    )
    if found:
        customers = list({as_uuid(row[0]) for row in found})
        await transaction.execute(
            f"DELETE FROM invoice_row WHERE customer_id IN ({placeholders(1, len(customers))})"
            f" AND invoice_id IN ({placeholders(1 + len(customers), len(found))})",
            *customers,
            *(as_uuid(row[3]) for row in found),
        )
    return {InvoiceNumber(as_uuid(row[0]), number) for row in found for number in (row[1], row[2]) if number}


class _Found(NamedTuple):
    id: UUID
    total: Decimal
    credited: bool
    credited_amount: Decimal


async def _invoices_by_number(
    transaction: Transaction, numbers: Sequence[InvoiceNumber], *, hold: bool = False
) -> dict[InvoiceNumber, _Found]:
    """Those that are there; with `hold`, nobody else changes them before the transaction ends."""
    found: dict[InvoiceNumber, _Found] = {}
    # On SQLite the transaction has held the whole database since its start.
    held = " ORDER BY id FOR UPDATE" if hold and transaction.dialect == "postgres" else ""
    for start in range(0, len(numbers), IDS_PER_QUERY):
        part = numbers[start : start + IDS_PER_QUERY]
        customers = list({customer_id for customer_id, _ in part})
        texts = list({number for _, number in part})
        rows = await transaction.fetch(
            "SELECT customer_id, number, id, total, credited, credited_amount FROM invoice"
            f" WHERE customer_id IN ({placeholders(1, len(customers))})"
            f" AND number IN ({placeholders(1 + len(customers), len(texts))}){held}",
            *customers,
            *texts,
        )
        for row in rows:
            key = InvoiceNumber(as_uuid(row[0]), row[1])
            found[key] = _Found(as_uuid(row[2]), as_decimal(row[3]), bool(row[4]), as_decimal(row[5]))
    return found


async def _credit_notes(
    transaction: Transaction, customer_ids: Iterable[UUID]
) -> dict[InvoiceNumber, list[tuple[str, Decimal]]]:
    """These customers' credit notes, number and total, by the invoice they credit."""
    customers = sorted(customer_ids)
    rows = await transaction.fetch(
        "SELECT customer_id, credits_number, number, total FROM invoice"
        f" WHERE customer_id IN ({placeholders(1, len(customers))}) AND credits_number IS NOT NULL ORDER BY number",
        *customers,
    )
    found: dict[InvoiceNumber, list[tuple[str, Decimal]]] = {}
    for row in rows:
        key = InvoiceNumber(as_uuid(row[0]), row[1])
        found.setdefault(key, []).append((row[2], as_decimal(row[3])))
    return found


async def _of_master_data(transaction: Transaction, ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for start in range(0, len(ids), IDS_PER_QUERY):
        part = ids[start : start + IDS_PER_QUERY]
        rows = await transaction.fetch(
            f"SELECT target_id FROM master_record WHERE kind = $1 AND target_id IN ({placeholders(2, len(part))})",
            MASTER,
            *part,
        )
        found |= {as_uuid(row[0]) for row in rows}
    return found


_COLUMNS = (
    "id, customer_id, metering_point_id, number, invoice_date, due_date, period_from, period_to, total, paid, open_amount, kind,"
    " credits_number, contract_id, net, vat, vat_specification, paid_on, reference, iban, bic, payee, bar_code,"
    " late_interest, notices, billed_at"
)
_UPSERT = (
    f"INSERT INTO invoice ({_COLUMNS}, credited, credited_amount)"
    f" VALUES ({placeholders(1, _COLUMNS.count(',') + 1)}, FALSE, '0.00')"
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _COLUMNS.split(', ')[1:])}"
)
_ROW_COLUMNS = (
    "id, customer_id, invoice_id, position, description, quantity, unit, unit_price, net, vat_rate, vat, gross, category,"
    " component, metering_point_id, period_from, period_to, unit_price_gross"
)
_INSERT_ROW = (
    f"INSERT INTO invoice_row ({_ROW_COLUMNS}) VALUES ({placeholders(1, _ROW_COLUMNS.count(',') + 1)})"
)


def _values(id_: UUID, invoice: InvoiceIntake) -> tuple[object, ...]:
    specification = [
        {"rate": f"{share.rate:f}", "net": f"{share.net:f}", "vat": f"{share.vat:f}"}
        for share in invoice.vat_specification
    ]
    return (
        id_,
        invoice.customer_id,
        invoice.metering_point_id,
        invoice.number,
        invoice.invoice_date,
        invoice.due_date,
        invoice.period_from,
        invoice.period_to,
        invoice.total,
        invoice.paid,
        invoice.open_amount,
        invoice.kind.value,
        invoice.credits_number,
        invoice.contract_id,
        invoice.net,
        invoice.vat,
        orjson.dumps(specification).decode(),
        invoice.paid_on,
        invoice.reference,
        invoice.iban,
        invoice.bic,
        invoice.payee,
        invoice.bar_code,
        invoice.late_interest,
        orjson.dumps(invoice.notices).decode(),
        invoice.billed_at,
    )


def _row_values(id_: UUID, invoice: InvoiceIntake, position: int, row: RowIntake) -> tuple[object, ...]:
    return (
        new_id(),
        invoice.customer_id,
        id_,
        position,
        row.description,
        row.quantity,
        row.unit,
        row.unit_price,
        row.net,
        row.vat_rate,
        row.vat,
        row.gross,
        row.category.value,
        row.component,
        row.metering_point_id,
        row.period_from,
        row.period_to,
        row.unit_price_gross,
    )
