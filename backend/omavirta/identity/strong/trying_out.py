"""Databases for trying out with a broker's test persons: marked as such, and only while nobody real can be in them."""

from datetime import datetime

from omavirta.errors import OmavirtaError
from omavirta.storage.database import open_database
from omavirta.storage.kind import DatabaseKind, database_kind, mark_database


class DatabaseInUse(OmavirtaError):  # noqa: N818 - a state, not a fault
    """People whose identity is known are in the database already: they may be real."""


async def mark_for_trying_out(database_url: str, now: datetime) -> None:
    """Raises DatabaseInUse. Nothing happens to a database that is marked already."""
    async with open_database(database_url) as database:
        if await database_kind(database) is not None:
            return
        async with database.transaction() as transaction:
            for table in ("account", "customer", "company_contact", "registration"):
                if await transaction.fetch(f"SELECT 1 FROM {table} WHERE identity_hash IS NOT NULL LIMIT 1"):
                    raise DatabaseInUse(
                        f"There are identified people in the database (table {table}): it cannot become one for trying"
                        " out. Make a new one."
                    )
            await mark_database(transaction, DatabaseKind.TEST, now)
