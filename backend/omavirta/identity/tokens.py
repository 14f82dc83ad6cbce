"""Personal access tokens of partner apps: `pat_…`, with the scopes and the metering points they were made for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from omavirta.api.access import Access, Scope
from omavirta.clock import from_epoch_microseconds, to_epoch_microseconds
from omavirta.identity.accounts import ACCOUNT_COLUMNS, account_row, hold_account
from omavirta.identity.contact import contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.mail.messages import AccessTokenCreated
from omavirta.metering.calendar import day_number, day_start
from omavirta.storage.database import Database, Transaction, as_uuid, placeholders
from omavirta.storage.ids import new_id
from omavirta.storage.revision import REVISION

PREFIX = "pat_"
GRANTABLE = (Scope.CONSUMPTION_READ, Scope.CUSTOMER_READ, Scope.CONTRACTS_READ, Scope.INVOICES_READ)
"""What a token may be made for: reading what the retailer supplies. Never what guards the account (who signs in, when and
from where), and never a change: both are for the person alone."""
MOST_LIVE = 50
MOST_POINTS = 100
LONGEST_NAME = 100
LONGEST_VALIDITY = timedelta(days=365)
"""Of a token that a person makes; customer service may make one without an end."""
USED_EVERY = timedelta(minutes=1)
KEPT = timedelta(days=30)
"""How long the row of a token that is over is kept."""

_FIND = (
    "SELECT t.secret_hash, t.expires_at, t.revoked_at, t.scopes, t.every_point, t.last_used_at, m.customer_id,"
    f" {ACCOUNT_COLUMNS}, {REVISION} FROM access_token t"
    " JOIN account a ON a.id = t.account_id LEFT JOIN mandate m ON m.account_id = t.account_id WHERE t.id = $1"
    " AND a.locked_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class LiveToken:
    """A token that was presented. `last_used_at` is in microseconds since 1970."""

    id: UUID
    access: Access
    last_used_at: int | None
    revision: int | None
    """Of the data, as it was then (`storage.revision`)."""


@dataclass(frozen=True, slots=True)
class TokenRow:
    """A token as its owner sees it, without its secret. Moments are microseconds since 1970."""

    id: UUID
    name: str
    scopes: frozenset[Scope]
    metering_point_ids: tuple[UUID, ...] | None
    """None for all points of the account's customers."""
    created_at: int
    expires_at: int | None
    last_used_at: int | None


@dataclass(frozen=True, slots=True)
class NewToken:
    """`text` is the token itself, which nobody can give a second time: the database has its hash only."""

    row: TokenRow
    text: str


def end_of(day: date) -> datetime:
    """The end of a token whose last day this is: the local midnight after it."""
    return from_epoch_microseconds(day_start(day_number(day) + 1) * 1_000_000)


async def create_token(
    transaction: Transaction,
    account_id: UUID,
    scopes: Iterable[Scope],
    now: datetime,
    expires_at: datetime | None = None,
    *,
    name: str = "",
    metering_point_ids: Iterable[UUID] | None = None,
) -> NewToken | None:
    """Makes a token; None where the account has as many as it may. The caller holds the account.

    `metering_point_ids` are points that are the account's; None is all of them, those of later contracts too.
    """
    if len(await live_tokens(transaction, account_id, now)) >= MOST_LIVE:
        return None
    secret = new_secret()
    row = TokenRow(
        new_id(),
        name,
        frozenset(scopes),
        None if metering_point_ids is None else tuple(sorted(set(metering_point_ids))),
        to_epoch_microseconds(now),
        None if expires_at is None else to_epoch_microseconds(expires_at),
        None,
    )
    await transaction.execute(
        "INSERT INTO access_token (id, account_id, secret_hash, scopes, name, every_point, created_at, expires_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        row.id,
        account_id,
        hash_secret(secret),
        " ".join(sorted(scope.value for scope in row.scopes)),
        name,
        row.metering_point_ids is None,
        row.created_at,
        row.expires_at,
    )
    await transaction.execute_many(
        "INSERT INTO access_token_point (id, access_token_id, metering_point_id) VALUES ($1, $2, $3)",
        [(new_id(), row.id, point) for point in row.metering_point_ids or ()],
    )
    return NewToken(row, PREFIX + encode_credential(row.id, secret))


async def issue_token(
    transaction: Transaction,
    account_id: UUID,
    scopes: Iterable[Scope],
    now: datetime,
    expires_at: datetime | None = None,
    *,
    name: str,
    metering_point_ids: Iterable[UUID] | None = None,
) -> NewToken | None:
    """`create_token` with its event and the mail to the account's owner. None for an account that is locked or gone, too."""
    if not await hold_account(transaction, account_id):
        return None
    made = await create_token(
        transaction, account_id, scopes, now, expires_at, name=name, metering_point_ids=metering_point_ids
    )
    owner = await contact_by_id(transaction, account_id)
    if made is not None and owner is not None:
        await record_event(transaction, EventKind.ACCESS_TOKEN_CREATED, now, account_id)
        await tell(transaction, owner, AccessTokenCreated(name), now)
    return made


async def find_token(database: Database, token: str, now: datetime) -> LiveToken | None:
    """The token and what it may see; None for one that is unknown, expired, revoked or nonsense.

    One statement, and a second one where it reaches only some metering points.
    """
    credential = decode_credential(token.removeprefix(PREFIX)) if token.startswith(PREFIX) else None
    if credential is None:
        return None
    rows = await database.fetch(_FIND, credential.id)
    if not rows or not credential.proves(rows[0][0]):
        return None
    _, expires_at, revoked_at, scopes, every_point, last_used_at = rows[0][:6]  # type: ignore[index]  # rows of both drivers can be sliced
    if revoked_at is not None or (expires_at is not None and to_epoch_microseconds(now) >= expires_at):
        return None
    customers = tuple(as_uuid(row[6]) for row in rows if row[6] is not None)
    points = None
    if not every_point:
        points = frozenset((await _points_of(database, [credential.id])).get(credential.id, ()))
    access = Access(account_row(rows[0], 7), customers, frozenset(map(Scope, scopes.split())), points)
    return LiveToken(credential.id, access, last_used_at, rows[0][-1])


async def live_tokens(database: Database | Transaction, account_id: UUID, now: datetime) -> list[TokenRow]:
    """The account's tokens that are neither revoked nor over, the newest first."""
    rows = await database.fetch(
        "SELECT id, name, scopes, every_point, created_at, expires_at, last_used_at FROM access_token"
        " WHERE account_id = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2) ORDER BY id DESC",
        account_id,
        to_epoch_microseconds(now),
    )
    points = await _points_of(database, [as_uuid(row[0]) for row in rows if not row[3]])
    return [
        TokenRow(
            as_uuid(row[0]),
            row[1],
            frozenset(map(Scope, row[2].split())),
            None if row[3] else tuple(points.get(as_uuid(row[0]), ())),
            row[4],
            row[5],
            row[6],
        )
        for row in rows
    ]


def must_be_noted(token: LiveToken, now: datetime) -> bool:
    """Whether the last noted use is a minute ago or more: reads should not all become writes."""
    return token.last_used_at is None or to_epoch_microseconds(now - USED_EVERY) >= token.last_used_at


async def note_used(database: Database, id_: UUID, now: datetime) -> None:
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE access_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)",
            id_,
            to_epoch_microseconds(now),
        )


async def revoke_token(
    transaction: Transaction, id_: UUID, now: datetime, account_id: UUID | None = None
) -> bool:
    """Ends a token at once; whether there was such a one, of this account where one is named, and not revoked before."""
    owner, owners = ("", ()) if account_id is None else (" AND account_id = $3", (account_id,))
    changed = await transaction.execute(
        f"UPDATE access_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL{owner}",
        id_,
        to_epoch_microseconds(now),
        *owners,
    )
    if not changed:
        return False
    rows = await transaction.fetch("SELECT account_id FROM access_token WHERE id = $1", id_)
    await record_event(transaction, EventKind.ACCESS_TOKEN_REVOKED, now, as_uuid(rows[0][0]))
    return True


async def delete_past_tokens(transaction: Transaction, now: datetime) -> None:
    """Deletes the rows of tokens that were over a month ago."""
    past = "revoked_at <= $1 OR expires_at <= $1"
    moment = to_epoch_microseconds(now - KEPT)
    await transaction.execute(
        f"DELETE FROM access_token_point WHERE access_token_id IN (SELECT id FROM access_token WHERE {past})",
        moment,
    )
    await transaction.execute(f"DELETE FROM access_token WHERE {past}", moment)


async def delete_tokens(transaction: Transaction, account_id: UUID) -> None:
    """Deletes all of the account's tokens, past ones too."""
    await transaction.execute(
        "DELETE FROM access_token_point WHERE access_token_id IN (SELECT id FROM access_token WHERE account_id = $1)",
        account_id,
    )
    await transaction.execute("DELETE FROM access_token WHERE account_id = $1", account_id)


async def _points_of(database: Database | Transaction, token_ids: Sequence[UUID]) -> dict[UUID, list[UUID]]:
    found: dict[UUID, list[UUID]] = {}
    if token_ids:
        rows = await database.fetch(
            "SELECT access_token_id, metering_point_id FROM access_token_point"
            f" WHERE access_token_id IN ({placeholders(1, len(token_ids))}) ORDER BY metering_point_id",
            *token_ids,
        )
        for row in rows:
            found.setdefault(as_uuid(row[0]), []).append(as_uuid(row[1]))
    return found
