"""Step-up (OWASP ASVS 5.0, 7.5.1): what guards the account asks who one is again, if that was more than ten minutes ago."""

from datetime import datetime, timedelta
from uuid import UUID

from omavirta.api.access import SessionRow
from omavirta.api.context import Passwords
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.passwords import LONGEST_PASSWORD
from omavirta.identity.secrets import encode_credential, hash_secret, keyed_hash, new_secret
from omavirta.identity.sign_in import TryLater, WrongCredentials
from omavirta.identity.throttle import SignInThrottle
from omavirta.storage.database import Database, Transaction

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
) -> str | None:
    """Notes in the session that the person has proved it just now, and gives its cookie, whose secret is new.

    None where the session has ended meanwhile. The cookie before opens nothing any more (OWASP ASVS 5.0, 7.2.4). `identified` says that it was by strong authentication.
    """
    secret = new_secret()
    renewed = await transaction.execute(
        "UPDATE session SET secret_hash = $2, authenticated_at = $3,"
        " identified_at = CASE WHEN $4 THEN $3 ELSE identified_at END WHERE id = $1",
        session_id,
        hash_secret(secret),
        to_epoch_microseconds(now),
        identified,
    )
    return encode_credential(session_id, secret) if renewed else None


async def check_password(
    database: Database, passwords: Passwords, secret_key: str, account_id: UUID, password: str, now: datetime
) -> str | WrongCredentials | TryLater:
    """The hash that the account's password was found to fit. Throttled apart from sign-in, which anyone can fail at."""
    passwords.require_room()
    throttle = SignInThrottle(database, keyed_hash(secret_key, "throttle", "step-up"))
    wait = await throttle.admit(str(account_id), now)
    if wait is not None:
        return TryLater(wait)
    rows = await database.fetch("SELECT password_hash FROM account WHERE id = $1", account_id)
    password_hash: str | None = rows[0][0] if rows else None
    fits = await passwords.verify(password_hash, password[: LONGEST_PASSWORD + 1])
    if not fits or password_hash is None:
        return WrongCredentials()
    await throttle.forget(str(account_id))
    return password_hash
