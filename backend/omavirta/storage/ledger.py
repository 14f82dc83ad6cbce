"""The import ledger: which files have come in, by the hash of their content, and which parts of them are durable.

The first time a file is seen dates its values for good, so that the same file, sent again later or after an interrupted
import, never replaces what a newer file has said since.
"""

from typing import NamedTuple
from uuid import UUID

from omavirta.storage.database import Transaction, as_uuid
from omavirta.storage.ids import new_id

LONGEST_FILE_NAME = 255


class LedgerEntry(NamedTuple):
    """Moments are microseconds since 1970 in UTC."""

    id: UUID
    first_seen_at: int
    finished_at: int | None
    """When the whole file had become durable; None while it has not."""


async def enter_file(
    transaction: Transaction, content_hash: str, kind: str, file_name: str, now: int
) -> LedgerEntry:
    """The file's entry, made now where this content was never seen."""
    await transaction.execute(
        "INSERT INTO import_ledger (id, content_hash, kind, file_name, first_seen_at)"
        " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (content_hash) DO NOTHING",
        new_id(),
        content_hash,
        kind,
        file_name[-LONGEST_FILE_NAME:],
        now,
    )
    rows = await transaction.fetch(
        "SELECT id, first_seen_at, finished_at FROM import_ledger WHERE content_hash = $1", content_hash
    )
    finished_at = rows[0][2]
    return LedgerEntry(
        as_uuid(rows[0][0]), int(rows[0][1]), None if finished_at is None else int(finished_at)
    )


async def record_batch(transaction: Transaction, entry: LedgerEntry, number: int, now: int) -> None:
    """Notes a part as written, in the transaction that writes it."""
    await transaction.execute(
        "INSERT INTO import_batch (id, ledger_id, number, written_at) VALUES ($1, $2, $3, $4)"
        " ON CONFLICT (ledger_id, number) DO NOTHING",
        new_id(),
        entry.id,
        number,
        now,
    )


async def finish_file(transaction: Transaction, entry: LedgerEntry, now: int) -> None:
    """Notes the whole file as durable; the first time stays."""
    await transaction.execute(
        "UPDATE import_ledger SET finished_at = $2 WHERE id = $1 AND finished_at IS NULL", entry.id, now
    )
