"""What a database was made for. Demo passwords and test persons exist only in databases that say so of themselves."""

from datetime import datetime
from enum import StrEnum

from omavirta.clock import to_epoch_microseconds
from omavirta.storage.database import Database, Transaction

_ONLY_ROW = 1


class DatabaseKind(StrEnum):
    DEMO = "demo"
    TEST = "test"
    """For trying out with a broker's test persons."""


async def database_kind(database: Database) -> DatabaseKind | None:
    """None where nobody has said: real customers may be in it."""
    rows = await database.fetch("SELECT kind FROM database_info WHERE id = $1", _ONLY_ROW)
    return DatabaseKind(rows[0][0]) if rows else None


async def mark_database(transaction: Transaction, kind: DatabaseKind, now: datetime) -> None:
    """For good. Whoever marks one has made sure that nobody real is in it."""
    await transaction.execute(
        "INSERT INTO database_info (id, kind, created_at) VALUES ($1, $2, $3)",
        _ONLY_ROW,
        kind.value,
        to_epoch_microseconds(now),
    )
