"""Sessions: a browser that is signed in (OWASP ASVS 5.0, 7).

The cookie holds the session's id and a secret of 256 bits; the database has the secret's hash. A session ends an hour
after it was last seen, twelve hours after it began, and at sign-out.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from omavirta.api.access import EVERY_SCOPE, Access, SessionRow
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import ACCOUNT_COLUMNS, account_row, hold_account
from omavirta.identity.reset_links import end_links_of
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id
from omavirta.storage.revision import REVISION

IDLE = timedelta(minutes=60)
ABSOLUTE = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
# As rows count them: every request compares with these.
_IDLE, _ABSOLUTE, _SEEN_EVERY = (
    duration // timedelta(microseconds=1) for duration in (IDLE, ABSOLUTE, SEEN_EVERY)
)
SECURE_NAME = "__Host-omavirta"
PLAIN_NAME = "omavirta"

LONGEST_USER_AGENT = 255
MOST_SESSIONS = 50
"""Of one account at once; a further one ends the one that was seen longest ago."""

_FIND = (
    "SELECT s.secret_hash, s.created_at, s.last_seen_at, s.authenticated_at, s.identified_at, m.customer_id,"
    f" {ACCOUNT_COLUMNS}, {REVISION} FROM session s JOIN account a ON a.id = s.account_id"
    " LEFT JOIN mandate m ON m.account_id = s.account_id WHERE s.id = $1 AND a.locked_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class LiveSession:
    row: SessionRow
    access: Access
    last_seen_at: int
    """Microseconds since 1970."""
    revision: int | None
    """Of the data, as it was then (`storage.revision`)."""


async def find_session(database: Database, cookie: str, now: datetime) -> LiveSession | None:
    """The live session of a cookie's value; None for one that is over, unknown or nonsense. One statement."""
    credential = decode_credential(cookie)
    if credential is None:
        return None
    rows = await database.fetch_by_key(_FIND, credential.id)
    if not rows or not credential.proves(rows[0][0]):
        return None
    moment = to_epoch_microseconds(now)
    if moment >= rows[0][1] + _ABSOLUTE or moment >= rows[0][2] + _IDLE:
        return None
    customers = tuple(as_uuid(row[5]) for row in rows if row[5] is not None)
    row = SessionRow(credential.id, rows[0][3], rows[0][4])
    return LiveSession(row, Access(account_row(rows[0], 6), customers, EVERY_SCOPE), rows[0][2], rows[0][-1])


async def create_session(
    transaction: Transaction,
    account_id: UUID,
    now: datetime,
    *,
    user_agent: str = "",
    identified_at: datetime | None = None,
    replaces: UUID | None = None,
) -> str:
    """Begins a session and gives the cookie's value. One that the browser had before ends with it.

    `identified_at` is when strong authentication led to it, where it did. A reset link that is out has no more use, so it ends too.
    Rows of sessions that are over are left to housekeeping, unless there are very many. Raises LookupError where the
    account was locked or closed just now.
    """
    id_, secret, moment = new_id(), new_secret(), to_epoch_microseconds(now)
    # Before any row of it is touched: whoever closes the account at this moment takes them in the same order.
    if not await hold_account(transaction, account_id):
        raise LookupError("the account was locked or closed just now")
    if replaces is not None:
        await transaction.execute("DELETE FROM session WHERE id = $1", replaces)
    await end_links_of(transaction, account_id, now)
    await transaction.execute(
        "DELETE FROM session WHERE id IN (SELECT id FROM session WHERE account_id = $1"
        " ORDER BY last_seen_at DESC, id DESC LIMIT $2 OFFSET $3)",
        account_id,
        1_000_000,
        MOST_SESSIONS - 1,
    )
    await transaction.execute(
        "INSERT INTO session (id, account_id, secret_hash, created_at, last_seen_at, authenticated_at, identified_at,"
        " user_agent) VALUES ($1, $2, $3, $4, $4, $4, $5, $6)",
        id_,
        account_id,
        hash_secret(secret),
        moment,
        None if identified_at is None else to_epoch_microseconds(identified_at),
        user_agent[:LONGEST_USER_AGENT],
    )
    return encode_credential(id_, secret)


@dataclass(frozen=True, slots=True)
class SessionOverview:
    """A live session as its owner sees it. Moments are microseconds since 1970."""

    id: UUID
    created_at: int
    last_seen_at: int
    identified_at: int | None
    user_agent: str


async def live_sessions(
    database: Database, account_id: UUID, now: datetime, id_: UUID | None = None
) -> list[SessionOverview]:
    """The account's sessions that are not over, the last seen first; or only the one of an id."""
    only = "" if id_ is None else " AND id = $4"
    rows = await database.fetch(
        "SELECT id, created_at, last_seen_at, identified_at, user_agent FROM session WHERE account_id = $1"
        f" AND created_at > $2 AND last_seen_at > $3{only} ORDER BY last_seen_at DESC, id DESC",
        account_id,
        to_epoch_microseconds(now - ABSOLUTE),
        to_epoch_microseconds(now - IDLE),
        *(() if id_ is None else (id_,)),
    )
    return [SessionOverview(as_uuid(row[0]), row[1], row[2], row[3], row[4]) for row in rows]


async def delete_session(transaction: Transaction, account_id: UUID, id_: UUID) -> bool:
    """Ends one of the account's sessions; whether there was such a one."""
    return (
        await transaction.execute("DELETE FROM session WHERE id = $1 AND account_id = $2", id_, account_id)
        == 1
    )


async def delete_sessions(transaction: Transaction, account_id: UUID, but: UUID | None = None) -> int:
    """Ends all of the account's sessions, but for the one that asks where it is named; how many there were."""
    if but is None:
        return await transaction.execute("DELETE FROM session WHERE account_id = $1", account_id)
    return await transaction.execute(
        "DELETE FROM session WHERE account_id = $1 AND id <> $2", account_id, but
    )


async def delete_past_sessions(transaction: Transaction, now: datetime) -> int:
    """Deletes the rows of sessions that are over: browsers that were just closed leave them behind."""
    return await transaction.execute(
        "DELETE FROM session WHERE created_at <= $1 OR last_seen_at <= $2",
        to_epoch_microseconds(now - ABSOLUTE),
        to_epoch_microseconds(now - IDLE),
    )


def must_be_noted(session: LiveSession, now: datetime) -> bool:
    """Whether the last time it was noted as seen is a minute ago or more: reads should not all become writes."""
    return to_epoch_microseconds(now) >= session.last_seen_at + _SEEN_EVERY


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
