"""Signed-in browsers, without going through a way of signing in."""

from datetime import datetime
from uuid import UUID

from omavirta.identity.sessions import create_session
from omavirta.storage.database import Database
from support.factory import NOW


async def session_cookie(
    database: Database,
    account_id: UUID,
    now: datetime = NOW,
    *,
    replaces: UUID | None = None,
    identified: bool = False,
) -> str:
    """The value of a new session's cookie."""
    async with database.transaction() as transaction:
        return await create_session(
            transaction, account_id, now, replaces=replaces, identified_at=now if identified else None
        )
