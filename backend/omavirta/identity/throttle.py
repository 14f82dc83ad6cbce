"""How often something may be tried. Sign-in (OWASP ASVS 5.0, 6.3.1): ten times a name in fifteen minutes, then growing waits.

Names that no account has are throttled alike. A name is kept as a keyed hash. Every try is counted before the password
is looked at, in a transaction of its own, so that tries at the same moment cannot all slip through.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.names import name_key
from omavirta.storage.database import Database, Transaction


@dataclass(frozen=True, slots=True)
class Limits:
    """How many tries are free, how long after the last one all are forgotten, and the waits between further ones."""

    free: int
    window: timedelta
    waits: tuple[timedelta, ...]


FAILURES = Limits(
    10, timedelta(minutes=15), tuple(timedelta(minutes=minutes) for minutes in (1, 2, 4, 8, 15))
)
LONGEST_WINDOW = timedelta(hours=1)
"""Of any limits: rows are kept as long."""


class SignInThrottle:
    def __init__(self, database: Database, secret_key: str, limits: Limits = FAILURES) -> None:
        self._database = database
        self._key = secret_key.encode()
        self._limits = limits

    async def admit(self, name: str, now: datetime) -> timedelta | None:
        """Counts a try of this name. None lets it through; else it is how long to wait, and the try was not made."""
        name_hash, moment = self._hash(name), to_epoch_microseconds(now)
        window = self._limits.window // timedelta(microseconds=1)
        async with self._database.transaction() as transaction:
            # The update changes nothing but holds the row, which a success at the same moment would else delete.
            await transaction.execute(
                "INSERT INTO sign_in_throttle (name_hash, failures, window_started_at, blocked_until)"
                " VALUES ($1, 0, $2, 0) ON CONFLICT (name_hash) DO UPDATE SET failures = sign_in_throttle.failures",
                name_hash,
                moment,
            )
            # Forgotten once both the window and the longest wait after it have passed.
            await transaction.execute(
                "UPDATE sign_in_throttle SET failures = 0, window_started_at = $2, blocked_until = 0"
                " WHERE name_hash = $1 AND window_started_at <= $3 AND blocked_until <= $3",
                name_hash,
                moment,
                moment - window,
            )
            admitted = await transaction.execute(
                "UPDATE sign_in_throttle SET failures = failures + 1, window_started_at = $2"
                " WHERE name_hash = $1 AND blocked_until <= $2",
                name_hash,
                moment,
            )
            rows = await transaction.fetch(
                "SELECT failures, blocked_until FROM sign_in_throttle WHERE name_hash = $1", name_hash
            )
            failures, blocked_until = rows[0][0], rows[0][1]
            if not admitted:
                return timedelta(microseconds=blocked_until - moment)
            beyond = failures - self._limits.free
            if beyond >= 0:
                wait = self._limits.waits[min(beyond, len(self._limits.waits) - 1)]
                await transaction.execute(
                    "UPDATE sign_in_throttle SET blocked_until = $2 WHERE name_hash = $1",
                    name_hash,
                    moment + wait // timedelta(microseconds=1),
                )
        return None

    async def forget(self, name: str) -> None:
        """After a success nothing is held against the name."""
        async with self._database.transaction() as transaction:
            await transaction.execute("DELETE FROM sign_in_throttle WHERE name_hash = $1", self._hash(name))

    def _hash(self, name: str) -> str:
        return hmac.new(self._key, name_key(name).encode(), hashlib.sha256).hexdigest()


async def delete_past_tries(transaction: Transaction, now: datetime) -> None:
    """Deletes rows that hold nothing against anyone any more."""
    await transaction.execute(
        "DELETE FROM sign_in_throttle WHERE window_started_at <= $1 AND blocked_until <= $1",
        to_epoch_microseconds(now - LONGEST_WINDOW),
    )
