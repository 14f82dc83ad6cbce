"""The numbers by which people know things, such as a customer number: nobody has another's, in a file or in the database.

Where the database has a row with the number that no master data has sent (an invoice that came as Finvoice, for instance),
the record takes it over.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from omavirta.masterdata.records.base import Kind, Record
from omavirta.masterdata.records.billing import InvoiceRecord
from omavirta.masterdata.records.catalogue import ProductRecord
from omavirta.masterdata.records.customers import (
    ContractRecord,
    CustomerRecord,
    MandateRecord,
    MeteringPointRecord,
)
from omavirta.storage.database import Database, as_uuid, placeholders


class Key(NamedTuple):
    """A number, and whose it is where a number is one customer's."""

    text: str
    owner_id: UUID | None = None

    def __str__(self) -> str:
        return f"{self.owner_id or ''} {self.text}"


def key_of(record: Record, ids: Mapping[Kind, UUID]) -> Key | None:
    """`ids` are of what the record refers to, a mandate's account for `Kind.MANDATE`. None for what has no number."""
    match record:
        case CustomerRecord() | ProductRecord():
            return Key(record.number if isinstance(record, CustomerRecord) else record.code)
        case MeteringPointRecord():
            return Key(record.gsrn)
        case ContractRecord() | InvoiceRecord():
            return Key(record.number, ids[Kind.CUSTOMER])
        case MandateRecord():
            return Key(str(ids[Kind.MANDATE]), ids[Kind.CUSTOMER])
        case _:
            return None


KEY_NAMES = {
    Kind.CUSTOMER: "number",
    Kind.PRODUCT: "code",
    Kind.METERING_POINT: "gsrn",
    Kind.CONTRACT: "number",
    Kind.INVOICE: "number",
    Kind.MANDATE: "account",
}
_SHARED = {
    Kind.CUSTOMER: ("customer", "number"),
    Kind.PRODUCT: ("product", "code"),
    Kind.METERING_POINT: ("metering_point", "gsrn"),
}
_OWNED = {
    Kind.CONTRACT: ("contract", "number"),
    Kind.INVOICE: ("invoice", "number"),
    Kind.MANDATE: ("mandate", "account_id"),
}


async def rows_with_keys(database: Database, kind: Kind, keys: Sequence[Key]) -> dict[Key, UUID]:
    """The rows that have these numbers."""
    if not keys:
        return {}
    texts = sorted({key.text for key in keys})
    if kind in _SHARED:
        table, column = _SHARED[kind]
        rows = await database.fetch(
            f"SELECT {column}, id FROM {table} WHERE {column} IN ({placeholders(1, len(texts))}) ORDER BY id DESC",
            *texts,
        )
        return {Key(row[0]): as_uuid(row[1]) for row in rows}
    table, column = _OWNED[kind]
    owners = sorted({key.owner_id for key in keys if key.owner_id is not None})
    values = [UUID(text) for text in texts] if kind is Kind.MANDATE else texts
    rows = await database.fetch(
        f"SELECT {column}, customer_id, id FROM {table} WHERE customer_id IN ({placeholders(1, len(owners))})"
        f" AND {column} IN ({placeholders(1 + len(owners), len(values))})",
        *owners,
        *values,
    )
    return {Key(str(row[0]), as_uuid(row[1])): as_uuid(row[2]) for row in rows}


async def source_ids_of(database: Database, kind: Kind, targets: Sequence[UUID]) -> dict[UUID, str]:
    """What the source calls these rows; those that no master data has sent are not there."""
    if not targets:
        return {}
    rows = await database.fetch(
        f"SELECT target_id, source_id FROM master_record WHERE kind = $1 AND target_id IN ({placeholders(2, len(targets))})",
        kind.value,
        *targets,
    )
    return {as_uuid(row[0]): row[1] for row in rows}
