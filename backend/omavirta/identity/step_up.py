"""Step-up (OWASP ASVS 5.0, 7.5.1): what guards the account asks who one is again, if that was more than ten minutes ago."""

from datetime import datetime, timedelta
from uuid import UUID

from omavirta.api.access import SessionRow
from omavirta.clock import to_epoch_microseconds
from omavirta.storage.database import Transaction

RECENT = timedelta(minutes=10)


def is_recent(session: SessionRow | None, now: datetime) -> bool:
    """Whether the person has proved within ten minutes to be the one, by whatever means."""
    return session is not None and session.authenticated_at > to_epoch_microseconds(now - RECENT)


def is_recently_identified(session: SessionRow | None, now: datetime) -> bool:
    """The same by strong authentication."""
    return (
        session is not None
        and session.identified_at is not None
        and session.identified_at > to_epoch_microseconds(now - RECENT)
    )


async def renew(
    transaction: Transaction, session_id: UUID, now: datetime, *, identified: bool = False
) -> None:
    """Notes in the session that the person has proved it just now."""
    moment = to_epoch_microseconds(now)
    await transaction.execute(
        "UPDATE session SET authenticated_at = $2, identified_at = CASE WHEN $3 THEN $2 ELSE identified_at END"
        " WHERE id = $1",
        session_id,
        moment,
        identified,
    )
