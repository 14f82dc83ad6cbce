"""Invoices, and documents as they were sent."""

from base64 import b64decode
from collections.abc import Sequence

from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.intake_checks import as_kept
from omavirta.billing.intake_store import settle_credits, write_invoices
from omavirta.clock import to_epoch_microseconds
from omavirta.masterdata.intake import invoice_intake
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.records.billing import DocumentRecord, InvoiceRecord
from omavirta.masterdata.spool import NUMBERED_INVOICE
from omavirta.masterdata.writing.statements import Taken, Writer
from omavirta.storage.database import placeholders

PDF = "application/pdf"
_DOCUMENT_COLUMNS = (
    "id, customer_id, kind, invoice_id, contract_id, title, language, media_type, size, created_at, content"
)
_DOCUMENT = (
    f"INSERT INTO document ({_DOCUMENT_COLUMNS}) VALUES ({placeholders(1, 11)}) ON CONFLICT (id) DO UPDATE SET"
    " kind = excluded.kind, invoice_id = excluded.invoice_id, contract_id = excluded.contract_id,"
    " title = excluded.title, language = excluded.language, size = excluded.size, content = excluded.content"
)


async def write_invoice_records(writer: Writer, taken: Sequence[Taken[InvoiceRecord]]) -> set[InvoiceNumber]:
    """Returns the numbers that have to be looked at again by `settle_credits` once all are written: those that are credited."""
    invoices = [(one.id, as_kept(invoice_intake(one.record, one.id_of))) for one in taken]
    touched = await write_invoices(writer.transaction, invoices)
    orphans = await settle_credits(writer.transaction, touched)
    return {number for number, _ in orphans} | {
        InvoiceNumber(invoice.customer_id, invoice.credits_number)
        for _, invoice in invoices
        if invoice.credits_number is not None
    }


async def write_documents(writer: Writer, taken: Sequence[Taken[DocumentRecord]]) -> None:
    await writer.transaction.execute_many(_DOCUMENT, [_document_values(one, writer) for one in taken])


def _document_values(one: Taken[DocumentRecord], writer: Writer) -> tuple[object, ...]:
    document = one.record
    content = b64decode(document.content)
    return (
        one.id,
        one.id_of(Kind.CUSTOMER, document.customer),
        document.kind.value,
        one.ids.get(NUMBERED_INVOICE)
        if document.invoice is None
        else one.id_of(Kind.INVOICE, document.invoice),
        None if document.contract is None else one.id_of(Kind.CONTRACT, document.contract),
        document.title,
        document.language.value,
        PDF,
        len(content),
        to_epoch_microseconds(writer.now),
        content,
    )
