"""Sessions: a browser that is signed in (OWASP ASVS 5.0, 7).

The cookie holds the session's id and a secret of 256 bits; the database has the secret's hash. A session ends an hour
after it was last seen, twelve hours after it began, and at sign-out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from omavirta.api.access import EVERY_SCOPE, Access
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import ACCOUNT_COLUMNS, account_row
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.storage.database import Database, as_uuid
from omavirta.storage.ids import new_id

IDLE = timedelta(minutes=60)
ABSOLUTE = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
SECURE_NAME = "__Host-omavirta"
PLAIN_NAME = "omavirta"

_FIND = (
    f"SELECT s.secret_hash, s.created_at, s.last_seen_at, m.customer_id, {ACCOUNT_COLUMNS} FROM session s"
    " JOIN account a ON a.id = s.account_id LEFT JOIN mandate m ON m.account_id = s.account_id WHERE s.id = $1"
)


@dataclass(frozen=True, slots=True)
class LiveSession:
    id: UUID
    access: Access
    last_seen_at: int
    """Microseconds since 1970."""


async def find_session(database: Database, cookie: str, now: datetime) -> LiveSession | None:
    """The live session of a cookie's value; None for one that is over, unknown or nonsense. One statement."""
    credential = decode_credential(cookie)
    if credential is None:
        return None
    rows = await database.fetch(_FIND, credential.id)
    if not rows or not credential.proves(rows[0][0]):
        return None
    moment = to_epoch_microseconds(now)
    if moment >= rows[0][1] + _microseconds(ABSOLUTE) or moment >= rows[0][2] + _microseconds(IDLE):
        return None
    customers = tuple(as_uuid(row[3]) for row in rows if row[3] is not None)
    return LiveSession(credential.id, Access(account_row(rows[0], 4), customers, EVERY_SCOPE), rows[0][2])


async def create_session(
    database: Database, account_id: UUID, now: datetime, replaces: UUID | None = None
) -> str:
    """Begins a session and gives the cookie's value. One that the browser had before ends with it."""
    id_, secret, moment = new_id(), new_secret(), to_epoch_microseconds(now)
    async with database.transaction() as transaction:
        if replaces is not None:
            await transaction.execute("DELETE FROM session WHERE id = $1", replaces)
        # The account's sessions that are over go too: nothing else would ever remove a browser's that was just closed.
        await transaction.execute(
            "DELETE FROM session WHERE account_id = $1 AND (created_at <= $2 OR last_seen_at <= $3)",
            account_id,
            moment - _microseconds(ABSOLUTE),
            moment - _microseconds(IDLE),
        )
        await transaction.execute(
            "INSERT INTO session (id, account_id, secret_hash, created_at, last_seen_at) VALUES ($1, $2, $3, $4, $4)",
            id_,
            account_id,
            hash_secret(secret),
            moment,
        )
    return encode_credential(id_, secret)


async def delete_session(database: Database, id_: UUID) -> None:
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM session WHERE id = $1", id_)


def must_be_noted(session: LiveSession, now: datetime) -> bool:
    """Whether the last time it was noted as seen is a minute ago or more: reads should not all become writes."""
    return to_epoch_microseconds(now) >= session.last_seen_at + _microseconds(SEEN_EVERY)


async def note_seen(database: Database, id_: UUID, now: datetime) -> None:
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2",
            id_,
            to_epoch_microseconds(now),
        )


def read_cookie(request: Request, *, secure: bool) -> str | None:
    return request.cookies.get(SECURE_NAME if secure else PLAIN_NAME)


def set_cookie(headers: MutableHeaders, value: str, *, secure: bool) -> None:
    """`__Host-` ties the cookie to this host over https. On http, which is this machine alone, browsers refuse both."""
    headers.append(
        "Set-Cookie", f"{_name_and_flags(value, secure=secure)}; Max-Age={int(ABSOLUTE.total_seconds())}"
    )


def clear_cookie(headers: MutableHeaders, *, secure: bool) -> None:
    headers.append("Set-Cookie", f"{_name_and_flags('', secure=secure)}; Max-Age=0")


def _name_and_flags(value: str, *, secure: bool) -> str:
    name = SECURE_NAME if secure else PLAIN_NAME
    return f"{name}={value}; Path=/; HttpOnly; SameSite=Lax" + ("; Secure" if secure else "")


def _microseconds(duration: timedelta) -> int:
    return duration // timedelta(microseconds=1)
