"""Writing a whole file's records in one transaction."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.intake_store import settle_credits
from omavirta.masterdata.keys import Key
from omavirta.masterdata.problems import WHOLE_FILE, Problem, Problems
from omavirta.masterdata.reading import record_of
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.spool import ACCOUNT, CHANGES, RECORDS_AT_ONCE, Spool, Spooled, State
from omavirta.masterdata.writing.billing import write_documents, write_invoice_records
from omavirta.masterdata.writing.catalogue import write_network_companies, write_products
from omavirta.masterdata.writing.customers import write_contracts, write_customers, write_metering_points
from omavirta.masterdata.writing.mandates import write_mandates
from omavirta.masterdata.writing.statements import Taken, Writer
from omavirta.storage.database import Transaction, as_uuid, placeholders
from omavirta.storage.ids import new_id
from omavirta.storage.master_records import MasterVersion, note_versions

IMPORTS = "import"
"""The kind of the one record whose version counts the files taken, so that two at the same time are noticed."""
_COUNTER = "master"


class Overtaken(Exception):  # noqa: N818 - a state of the database, which the caller expects
    """Another import, or a person who closed an account, was faster: what was resolved may hold no more."""


async def files_taken(transaction: Transaction | Any) -> int:
    rows = await transaction.fetch(
        "SELECT version FROM master_record WHERE kind = $1 AND source_id = $2", IMPORTS, _COUNTER
    )
    return int(rows[0][0]) if rows else 0


async def write_everything(writer: Writer, spool: Spool, expected: int, wrote: Callable[[int], None]) -> None:
    """Writes what the spool has resolved, where still as many files were taken as then (`expected`).

    Raises Overtaken, or FileRefused; the caller undoes the transaction.
    """
    await _hold(writer.transaction, spool)
    await _count_file(writer.transaction, expected)
    credited: set[InvoiceNumber] = set()
    for kind in Kind:
        for batch in spool.batches(kind, *CHANGES):
            credited |= await _write(writer, kind, batch)
            wrote(len(batch))
    await _require_invoices_of_credit_notes(writer.transaction, spool, credited)


async def _write(writer: Writer, kind: Kind, batch: Sequence[Spooled]) -> set[InvoiceNumber]:
    taken: list[Taken[Any]] = [
        Taken(record_of(one.payload), as_target(one), one.line, one.state is State.NEW, one.ids)
        for one in batch
    ]
    credited: set[InvoiceNumber] = set()
    moved: dict[UUID, UUID] = {}
    match kind:
        case Kind.NETWORK_COMPANY:
            await write_network_companies(writer, taken)
        case Kind.PRODUCT:
            await write_products(writer, taken)
        case Kind.CUSTOMER:
            await write_customers(writer, taken)
        case Kind.METERING_POINT:
            await write_metering_points(writer, taken)
        case Kind.CONTRACT:
            await write_contracts(writer, taken)
        case Kind.INVOICE:
            credited = await write_invoice_records(writer, taken)
        case Kind.DOCUMENT:
            await write_documents(writer, taken)
        case Kind.MANDATE:
            moved = await write_mandates(writer, taken)
    await note_versions(
        writer.transaction,
        kind,
        [
            MasterVersion(
                one.source_id, one.version, moved.get(as_target(one), as_target(one)), one.content_hash
            )
            for one in batch
        ],
    )
    return credited


async def _hold(transaction: Transaction, spool: Spool) -> None:
    """Accounts before customers, each in order, as everyone does who changes rights: so that nobody waits in a circle."""
    if transaction.dialect != "postgres":
        return  # the transaction has held the whole database since its start
    accounts: set[UUID] = set()
    customers: set[UUID] = set()
    for batch in spool.batches(Kind.MANDATE, *CHANGES):
        accounts |= {one.ids[ACCOUNT] for one in batch}
        customers |= {id_ for one in batch for key, id_ in one.ids.items() if key != ACCOUNT}
    for batch in spool.batches(Kind.CUSTOMER, State.REPLACES):
        customers |= {as_target(one) for one in batch}
    if await _lock(transaction, "account", accounts) < len(accounts):
        raise Overtaken
    await _lock(transaction, "customer", customers)


async def _lock(transaction: Transaction, table: str, ids: set[UUID]) -> int:
    ordered, found = sorted(ids), 0
    for start in range(0, len(ordered), RECORDS_AT_ONCE):
        part = ordered[start : start + RECORDS_AT_ONCE]
        found += len(
            await transaction.fetch(
                f"SELECT id FROM {table} WHERE id IN ({placeholders(1, len(part))}) ORDER BY id FOR UPDATE",
                *part,
            )
        )
    return found


async def _count_file(transaction: Transaction, expected: int) -> None:
    """The row is held from here on, and who comes second finds another count."""
    if expected:
        changed = await transaction.execute(
            "UPDATE master_record SET version = version + 1 WHERE kind = $1 AND source_id = $2 AND version = $3",
            IMPORTS,
            _COUNTER,
            expected,
        )
    else:
        changed = await transaction.execute(
            "INSERT INTO master_record (id, kind, source_id, version, target_id, content_hash)"
            " VALUES ($1, $2, $3, 1, $4, '') ON CONFLICT (kind, source_id) DO NOTHING",
            new_id(),
            IMPORTS,
            _COUNTER,
            new_id(),
        )
    if not changed:
        raise Overtaken


async def _require_invoices_of_credit_notes(
    transaction: Transaction, spool: Spool, credited: set[InvoiceNumber]
) -> None:
    problems = Problems()
    for (customer_id, number), note in await settle_credits(transaction, credited):
        claimant = spool.claimant(Kind.INVOICE, str(Key(note, customer_id)))
        problems.add(
            Problem(
                WHOLE_FILE if claimant is None else claimant[1],
                f"credit note number {note} credits invoice number {number}, and the customer has no such invoice",
            )
        )
    problems.require_none()


def as_target(one: Spooled) -> UUID:
    if one.target_id is None:
        raise AssertionError(f"line {one.line} is not resolved")
    return as_uuid(one.target_id)
