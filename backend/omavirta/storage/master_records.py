"""Master records: what other systems call a thing, which row it is here, and which version of it was taken last."""

from collections.abc import Collection, Sequence
from typing import NamedTuple
from uuid import UUID

from omavirta.storage.database import Database, Transaction, as_uuid, placeholders
from omavirta.storage.ids import new_id

IDS_PER_QUERY = 500


class MasterVersion(NamedTuple):
    """`content_hash` has 64 hexadecimal digits: the same version says the same for good."""

    source_id: str
    version: int
    target_id: UUID
    content_hash: str


async def versions_of(
    database: Database | Transaction, kind: str, source_ids: Collection[str]
) -> dict[str, MasterVersion]:
    """Those of the source ids that have come before."""
    found: dict[str, MasterVersion] = {}
    wanted = sorted(source_ids)
    for start in range(0, len(wanted), IDS_PER_QUERY):
        part = wanted[start : start + IDS_PER_QUERY]
        rows = await database.fetch(
            "SELECT source_id, version, target_id, content_hash FROM master_record"
            f" WHERE kind = $1 AND source_id IN ({placeholders(2, len(part))})",
            kind,
            *part,
        )
        found |= {row[0]: MasterVersion(row[0], int(row[1]), as_uuid(row[2]), row[3]) for row in rows}
    return found


async def note_versions(transaction: Transaction, kind: str, versions: Sequence[MasterVersion]) -> None:
    """In the transaction that writes what they say."""
    await transaction.execute_many(
        "INSERT INTO master_record (id, kind, source_id, version, target_id, content_hash) VALUES ($1, $2, $3, $4, $5, $6)"
        " ON CONFLICT (kind, source_id) DO UPDATE SET version = excluded.version, target_id = excluded.target_id,"
        " content_hash = excluded.content_hash",
        [(new_id(), kind, *version) for version in versions],
    )
