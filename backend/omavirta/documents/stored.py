"""Documents as the retailer's own systems sent them: shown instead of ours, as they are. Narrowed by Access."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, NamedTuple
from uuid import UUID

from omavirta.api.access import Access
from omavirta.storage.database import Database, as_uuid, placeholders


class DocumentKind(StrEnum):
    INVOICE = "INVOICE"
    CONFIRMATION = "CONFIRMATION"
    OTHER = "OTHER"


class StoredDocument(NamedTuple):
    """Without its content."""

    id: UUID
    language: str
    media_type: str


async def documents_of_invoices(
    database: Database, access: Access, invoice_ids: Sequence[UUID]
) -> dict[UUID, StoredDocument]:
    """The newest of each of these invoices that has one. The invoices are some that the asker has been given."""
    return await _documents(database, access, DocumentKind.INVOICE, "invoice_id", invoice_ids)


async def confirmations_of_contracts(
    database: Database, access: Access, contract_ids: Sequence[UUID]
) -> dict[UUID, StoredDocument]:
    """The same of contracts and their confirmations."""
    return await _documents(database, access, DocumentKind.CONFIRMATION, "contract_id", contract_ids)


class OtherDocument(NamedTuple):
    """Neither an invoice nor a confirmation."""

    id: UUID
    title: str
    media_type: str


async def other_documents(database: Database, access: Access) -> list[OtherDocument]:
    """All of the asker's, the oldest first."""
    if not access.customer_ids:
        return []
    rows = await database.fetch(
        "SELECT id, title, media_type FROM document"
        f" WHERE kind = $1 AND customer_id IN ({placeholders(2, len(access.customer_ids))}) ORDER BY created_at, id",
        DocumentKind.OTHER.value,
        *access.customer_ids,
    )
    return [OtherDocument(as_uuid(row[0]), row[1], row[2]) for row in rows]


async def read_content(database: Database, access: Access, document_id: UUID) -> bytes:
    """Raises LookupError where the document is gone, or not the asker's."""
    if access.customer_ids:
        rows = await database.fetch(
            "SELECT content FROM document"
            f" WHERE id = $1 AND customer_id IN ({placeholders(2, len(access.customer_ids))})",
            document_id,
            *access.customer_ids,
        )
        if rows:
            return bytes(rows[0][0])
    raise LookupError("no such document")


async def _documents(
    database: Database,
    access: Access,
    kind: DocumentKind,
    column: Literal["invoice_id", "contract_id"],
    ids: Sequence[UUID],
) -> dict[UUID, StoredDocument]:
    if not access.customer_ids or not ids:
        return {}
    customers = placeholders(2, len(access.customer_ids))
    wanted = placeholders(2 + len(access.customer_ids), len(ids))
    rows = await database.fetch(
        f"SELECT {column}, id, language, media_type FROM document"
        f" WHERE kind = $1 AND customer_id IN ({customers}) AND {column} IN ({wanted}) ORDER BY created_at, id",
        kind.value,
        *access.customer_ids,
        *ids,
    )
    return {as_uuid(row[0]): StoredDocument(as_uuid(row[1]), row[2], row[3]) for row in rows}
