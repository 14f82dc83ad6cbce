"""Taking in a file of Finvoice: whole or not at all, with memory that does not grow with the file.

First all of it is read, checked and kept in a temporary file; then it is written in one transaction. The same file again
changes nothing, and killed anywhere it is in or it is not.
"""

import hashlib
import pickle
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple
from uuid import UUID

from omavirta.billing.finvoice_checks import bank_problems
from omavirta.billing.finvoice_customers import Whose, find_customers, period_of
from omavirta.billing.intake import InvoiceIntake, InvoiceNumber, RowIntake
from omavirta.billing.intake_checks import checked_invoice
from omavirta.billing.intake_store import deliver_invoices, settle_credits
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.readers.finvoice import BrokenInvoice, FinvoiceInvoice, FinvoiceRow, read_finvoice
from omavirta.billing.row_kinds import row_meaning
from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.errors import FileRefused
from omavirta.metering.importing import Progress
from omavirta.storage.database import Database, Transaction, UniqueViolation
from omavirta.storage.ledger import enter_file, finish_file

LEDGER_KIND = "finvoice"
INVOICES_A_BATCH = 200
ROWS_A_BATCH = 10_000
MOST_PROBLEMS = 20
"""Told of one file: with that many something is wrong with whatever made it."""


@dataclass(frozen=True, slots=True)
class FinvoiceSummary:
    """What came of one file."""

    invoices: int
    """Credit notes among them."""
    credit_notes: int
    rows: int
    written: int
    unchanged: int
    """Taken before, or sent since by the master data, which has the last word."""


async def import_finvoice_file(
    database: Database, path: Path, clock: Clock, progress: Progress | None = None
) -> FinvoiceSummary:
    """Takes a file's invoices. Raises FileRefused, and then nothing has changed."""
    with tempfile.TemporaryFile(prefix="omavirta-finvoice-") as file:
        spool = _Spool(file)
        watcher = _Watcher(path, progress)
        await _read(database, path, spool, watcher)
        try:
            async with database.transaction() as transaction:
                written, unchanged = await _write(transaction, path, spool, watcher, clock)
        except UniqueViolation:
            raise FileRefused(
                "another import took invoices of the same numbers at the same time; send the file again"
            ) from None
    return FinvoiceSummary(spool.invoices, len(spool.lines_of_notes), spool.rows, written, unchanged)


class _Checked(NamedTuple):
    line: int
    invoice: InvoiceIntake


class _Spool:
    """Checked invoices in a file, batch by batch."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.invoices = self.rows = 0
        self.lines_of_notes: dict[InvoiceNumber, int] = {}

    def add(self, batch: list[_Checked]) -> None:
        pickle.dump(batch, self._file, protocol=pickle.HIGHEST_PROTOCOL)
        self.invoices += len(batch)
        for line, invoice in batch:
            self.rows += len(invoice.rows)
            if invoice.kind is InvoiceKind.CREDIT_NOTE:
                self.lines_of_notes[InvoiceNumber(invoice.customer_id, invoice.number)] = line

    def batches(self) -> Iterator[list[_Checked]]:
        self._file.seek(0)
        while True:
            try:
                yield pickle.load(self._file)  # noqa: S301 - written above
            except EOFError:
                return


class _Watcher:
    """Sees every byte that is read: for the file's hash, and for the progress."""

    def __init__(self, path: Path, progress: Progress | None) -> None:
        self._hash = hashlib.sha256(f"{LEDGER_KIND}\n".encode())
        self._size = max(path.stat().st_size, 1)
        self._seen = 0
        self._progress = progress

    def see(self, content: bytes) -> None:
        self._hash.update(content)
        self._seen += len(content)
        self._tell(min(self._seen, self._size))

    def wrote(self, invoices: int, of: int) -> None:
        self._tell(self._size + self._size * invoices // max(of, 1))

    def content_hash(self) -> str:
        return self._hash.hexdigest()

    def _tell(self, steps: int) -> None:
        if self._progress:
            self._progress(steps, 2 * self._size)


class _Problems:
    def __init__(self) -> None:
        self._found: list[tuple[int, str]] = []

    def add(self, line: int, reason: str) -> None:
        self._found.append((line, reason))

    @property
    def enough(self) -> bool:
        return len(self._found) >= MOST_PROBLEMS

    def require_none(self) -> None:
        """Raises FileRefused with the first of them, in the file's order."""
        if not self._found:
            return
        refused = [
            FileRefused(reason, place=f"line {line}") for line, reason in sorted(self._found)[:MOST_PROBLEMS]
        ]
        refused[0].others = tuple(refused[1:])
        raise refused[0]


async def _read(database: Database, path: Path, spool: _Spool, watcher: _Watcher) -> None:
    problems = _Problems()
    batch: list[FinvoiceInvoice] = []
    rows = 0
    for one in read_finvoice(path, watcher.see):
        if isinstance(one, BrokenInvoice):
            problems.add(one.line, one.reason)
        else:
            batch.append(one)
            rows += len(one.rows)
        if len(batch) >= INVOICES_A_BATCH or rows >= ROWS_A_BATCH:
            spool.add(await _checked(database, batch, problems))
            batch, rows = [], 0
        if problems.enough:
            break
    spool.add(await _checked(database, batch, problems))
    problems.require_none()


async def _checked(
    database: Database, invoices: list[FinvoiceInvoice], problems: _Problems
) -> list[_Checked]:
    found: list[_Checked] = []
    for invoice, whose in zip(invoices, await find_customers(database, invoices), strict=True):
        intake = _intake_or_why(invoice, whose)
        if isinstance(intake, InvoiceIntake):
            found.append(_Checked(invoice.line, intake))
        else:
            for reason in intake:
                problems.add(invoice.line, f"invoice {invoice.number}: {reason}")
    return found


def _intake_or_why(invoice: FinvoiceInvoice, whose: Whose | str) -> InvoiceIntake | list[str]:
    if isinstance(whose, str):
        return [whose]
    first, last = period_of(invoice)
    # Nothing is to be paid of a credit note.
    due = invoice.invoice_date if invoice.kind is InvoiceKind.CREDIT_NOTE else None
    due = invoice.due_date or due
    if first is None or last is None:
        return ["it does not say which days it is for"]
    if due is None:
        return ["it does not say when it is due"]
    if problems := list(bank_problems(invoice)):
        return problems
    return checked_invoice(
        InvoiceIntake(
            customer_id=whose.customer_id,
            number=invoice.number,
            invoice_date=invoice.invoice_date,
            due_date=due,
            period_from=first,
            period_to=last,
            total=invoice.total,
            rows=tuple(_row(row, whose) for row in invoice.rows),
            kind=invoice.kind,
            net=invoice.net,
            vat=invoice.vat,
            vat_specification=invoice.vat_specification,
            metering_point_id=whose.metering_point_id,
            contract_id=whose.contract_id,
            credits_number=invoice.credits_number,
            reference=invoice.reference,
            iban=invoice.iban,
            bic=invoice.bic,
            payee=invoice.payee,
            bar_code=invoice.bar_code,
            late_interest=invoice.late_interest,
            notices=invoice.notices,
        )
    )


def _row(row: FinvoiceRow, whose: Whose) -> RowIntake:
    meaning = row_meaning(row.description, row.article, row.group, row.unit)
    point: UUID | None = None
    if whose.metering_point_id is None and row.gsrn is not None:
        point = whose.points[row.gsrn]
    return RowIntake(
        description=row.description,
        net=row.net,
        vat_rate=row.vat_rate,
        vat=row.vat,
        gross=row.gross,
        quantity=row.quantity,
        unit=row.unit,
        unit_price=row.unit_price,
        unit_price_gross=row.unit_price_gross,
        category=meaning.category,
        component=None if meaning.component is None else meaning.component.value,
        metering_point_id=point,
        period_from=row.period_from,
        period_to=row.period_to,
    )


async def _write(
    transaction: Transaction, path: Path, spool: _Spool, watcher: _Watcher, clock: Clock
) -> tuple[int, int]:
    """How many were written, and how many were there already."""
    problems = _Problems()
    now = to_epoch_microseconds(clock())
    entry = await enter_file(transaction, watcher.content_hash(), LEDGER_KIND, path.name, now)
    written = unchanged = 0
    touched: set[InvoiceNumber] = set()
    for batch in spool.batches():
        delivery = await deliver_invoices(transaction, [invoice for _, invoice in batch])
        for position, reason in delivery.refused.items():
            problems.add(batch[position].line, reason)
        written += delivery.written
        unchanged += delivery.unchanged
        touched |= delivery.touched
        watcher.wrote(written + unchanged, spool.invoices)
    problems.require_none()
    for credited, note in await settle_credits(transaction, touched):
        line = spool.lines_of_notes.get(InvoiceNumber(credited.customer_id, note), 1)
        problems.add(
            line,
            f"credit note {note} credits invoice {credited.number}, which is neither here nor in the file",
        )
    problems.require_none()
    await finish_file(transaction, entry, now)
    return written, unchanged
