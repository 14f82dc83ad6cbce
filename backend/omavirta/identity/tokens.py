"""Personal access tokens of partner apps: `pat_…`, with the scopes they were made for."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from omavirta.api.access import Access, Scope
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.accounts import ACCOUNT_COLUMNS, account_row
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.storage.database import Database, as_uuid
from omavirta.storage.ids import new_id

PREFIX = "pat_"

_FIND = (
    f"SELECT t.secret_hash, t.expires_at, t.revoked_at, t.scopes, m.customer_id, {ACCOUNT_COLUMNS} FROM access_token t"
    " JOIN account a ON a.id = t.account_id LEFT JOIN mandate m ON m.account_id = t.account_id WHERE t.id = $1"
    " AND a.locked_at IS NULL"
)


async def create_token(
    database: Database,
    account_id: UUID,
    scopes: Iterable[Scope],
    now: datetime,
    expires_at: datetime | None = None,
) -> str:
    """Makes a token and gives it, which nobody can do a second time: the database has its hash only."""
    id_, secret = new_id(), new_secret()
    async with database.transaction() as transaction:
        await transaction.execute(
            "INSERT INTO access_token (id, account_id, secret_hash, scopes, created_at, expires_at)"
            " VALUES ($1, $2, $3, $4, $5, $6)",
            id_,
            account_id,
            hash_secret(secret),
            " ".join(sorted(scope.value for scope in scopes)),
            to_epoch_microseconds(now),
            None if expires_at is None else to_epoch_microseconds(expires_at),
        )
    return PREFIX + encode_credential(id_, secret)


async def find_token(database: Database, token: str, now: datetime) -> tuple[UUID, Access] | None:
    """The token's id and what it may see; None for one that is unknown, expired, revoked or nonsense. One statement."""
    credential = decode_credential(token.removeprefix(PREFIX)) if token.startswith(PREFIX) else None
    if credential is None:
        return None
    rows = await database.fetch(_FIND, credential.id)
    if not rows or not credential.proves(rows[0][0]):
        return None
    expires_at, revoked_at, scopes = rows[0][1], rows[0][2], rows[0][3]
    if revoked_at is not None or (expires_at is not None and to_epoch_microseconds(now) >= expires_at):
        return None
    customers = tuple(as_uuid(row[4]) for row in rows if row[4] is not None)
    return credential.id, Access(account_row(rows[0], 5), customers, frozenset(map(Scope, scopes.split())))


async def revoke_token(database: Database, id_: UUID, now: datetime) -> bool:
    """Whether there was such a token that had not been revoked before."""
    async with database.transaction() as transaction:
        changed = await transaction.execute(
            "UPDATE access_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
            id_,
            to_epoch_microseconds(now),
        )
    return changed == 1
