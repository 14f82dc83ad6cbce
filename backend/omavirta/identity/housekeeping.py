"""What is past is deleted, once an hour: sessions that are over, codes, links and tokens that ended, exports
after a week, events beyond their time.
"""

import asyncio
import logging
from datetime import datetime, timedelta

from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.identity.exports import delete_past_exports
from omavirta.identity.passkeys import delete_past_challenges
from omavirta.identity.sessions import delete_past_sessions
from omavirta.identity.throttle import delete_past_tries
from omavirta.identity.tokens import delete_past_tokens
from omavirta.storage.database import Database

EVERY = timedelta(hours=1)
PAST = timedelta(days=1)
"""Unfinished registrations, identifications and codes: nothing of them lives longer."""
ENDED_LINKS = timedelta(days=30)

logger = logging.getLogger("omavirta.identity")


async def delete_past(database: Database, now: datetime, event_days: int) -> None:
    """One pass, in one transaction. Security events stay for `event_days`."""
    day_ago, month_ago = to_epoch_microseconds(now - PAST), to_epoch_microseconds(now - ENDED_LINKS)
    async with database.transaction() as transaction:
        await delete_past_sessions(transaction, now)
        for table in ("identification", "mail_request", "verification_code"):
            await transaction.execute(f"DELETE FROM {table} WHERE created_at <= $1", day_ago)
        await transaction.execute("DELETE FROM registration WHERE identified_at <= $1", day_ago)
        await delete_past_tries(transaction, now)
        await delete_past_challenges(transaction, now)
        await delete_past_tokens(transaction, now)
        await delete_past_exports(transaction, now)
        for table in ("reset_link", "mandate_invitation"):
            await transaction.execute(f"DELETE FROM {table} WHERE expires_at <= $1", month_ago)
        await transaction.execute(
            "DELETE FROM security_event WHERE occurred_at <= $1",
            to_epoch_microseconds(now - timedelta(days=event_days)),
        )


async def keep_house(database: Database, clock: Clock, event_days: int) -> None:
    """Runs until it is cancelled. A pass that fails is logged, and the next one tries again."""
    while True:
        try:
            await delete_past(database, clock(), event_days)
        except Exception:
            logger.exception("housekeeping failed")
        await asyncio.sleep(EVERY.total_seconds())
