"""Signing in with user name or e-mail and password: one answer, in one time, whatever was wrong.

Only whoever has the right password is told that the account is locked, for a new password would not help them.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.api.context import Passwords
from omavirta.identity.names import name_key
from omavirta.identity.passwords import LONGEST_PASSWORD
from omavirta.identity.throttle import SignInThrottle
from omavirta.storage.database import Database, as_uuid


@dataclass(frozen=True, slots=True)
class SignedIn:
    """`password_hash` is what the password was found to fit: whoever goes on checks that it is still there."""

    account_id: UUID
    password_hash: str


@dataclass(frozen=True, slots=True)
class WrongCredentials:
    """The name, the password, or both."""

    account_id: UUID | None = None
    """Whose name it was; None where nobody is called that."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Both are right, and customer service has locked the account."""

    account_id: UUID


@dataclass(frozen=True, slots=True)
class TryLater:
    wait: timedelta


async def sign_in(
    database: Database,
    passwords: Passwords,
    throttle: SignInThrottle,
    identifier: str,
    password: str,
    now: datetime,
) -> SignedIn | WrongCredentials | Locked | TryLater:
    passwords.require_room()
    account = await _find_account(database, identifier)
    throttled_name = identifier if account is None else name_in_throttle(account.id)
    wait = await throttle.admit(throttled_name, now)
    if wait is not None:
        return TryLater(wait)
    password_hash = account.password_hash if account is not None else None
    # Too long a password is none that we took; it is cut so that it costs no more than another.
    fits = await passwords.verify(password_hash, password[: LONGEST_PASSWORD + 1])
    if account is None or password_hash is None or not fits:
        return WrongCredentials(account.id if account is not None else None)
    if account.locked:
        return Locked(account.id)
    await throttle.forget(throttled_name)
    if passwords.needs_rehash(password_hash):
        stronger = await passwords.hash(password)
        await _replace_hash(database, account.id, password_hash, stronger)
        return SignedIn(account.id, stronger)
    return SignedIn(account.id, password_hash)


def name_in_throttle(account_id: UUID) -> str:
    """What an account is throttled by, whichever of its names is tried. Nobody types it: no request may hold a NUL."""
    return f"\0{account_id}"


@dataclass(frozen=True, slots=True)
class _Account:
    id: UUID
    password_hash: str | None
    locked: bool


async def _find_account(database: Database, identifier: str) -> _Account | None:
    rows = await database.fetch(
        "SELECT id, password_hash, locked_at IS NOT NULL FROM account WHERE user_name_key = $1 OR email_key = $1",
        name_key(identifier),
    )
    return _Account(as_uuid(rows[0][0]), rows[0][1], bool(rows[0][2])) if len(rows) == 1 else None


async def _replace_hash(database: Database, account_id: UUID, old: str, new: str) -> None:
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE account SET password_hash = $3 WHERE id = $1 AND password_hash = $2", account_id, old, new
        )
