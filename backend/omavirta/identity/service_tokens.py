"""Tokens of the retailer's own systems, `svc_…`: whoever has one may send data in, and nothing else.

They belong to no account. What comes in by one can name who acts for whom, so they are to be kept like the database's password.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id

PREFIX = "svc_"
LONGEST_NAME = 100
USED_EVERY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ServiceTokenRow:
    """A token without its secret. Moments are microseconds since 1970."""

    id: UUID
    name: str
    created_at: int
    last_used_at: int | None
    revoked_at: int | None


async def create_service_token(transaction: Transaction, name: str, now: datetime) -> str:
    """Makes a token and gives it. Nobody can give it a second time: the database has its hash only."""
    id_, secret = new_id(), new_secret()
    await transaction.execute(
        "INSERT INTO service_token (id, name, secret_hash, created_at) VALUES ($1, $2, $3, $4)",
        id_,
        name,
        hash_secret(secret),
        to_epoch_microseconds(now),
    )
    await record_event(transaction, EventKind.SERVICE_TOKEN_CREATED, now)
    return PREFIX + encode_credential(id_, secret)


async def find_service_token(database: Database, token: str) -> UUID | None:
    """The token's id; None for one that is unknown, revoked or nonsense."""
    credential = decode_credential(token.removeprefix(PREFIX)) if token.startswith(PREFIX) else None
    if credential is None:
        return None
    rows = await database.fetch(
        "SELECT secret_hash FROM service_token WHERE id = $1 AND revoked_at IS NULL", credential.id
    )
    return credential.id if rows and credential.proves(rows[0][0]) else None


async def note_service_token_used(database: Database, id_: UUID, now: datetime) -> None:
    """To the minute: not every use is a write."""
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE service_token SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3)",
            id_,
            to_epoch_microseconds(now),
            to_epoch_microseconds(now - USED_EVERY),
        )


async def service_tokens(database: Database) -> list[ServiceTokenRow]:
    """All of them, the oldest first, revoked ones too."""
    rows = await database.fetch(
        "SELECT id, name, created_at, last_used_at, revoked_at FROM service_token ORDER BY id"
    )
    return [ServiceTokenRow(as_uuid(row[0]), row[1], row[2], row[3], row[4]) for row in rows]


async def revoke_service_token(transaction: Transaction, id_: UUID, now: datetime) -> bool:
    """Ends a token at once; whether there was such a one, not revoked before."""
    changed = await transaction.execute(
        "UPDATE service_token SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL",
        id_,
        to_epoch_microseconds(now),
    )
    if changed:
        await record_event(transaction, EventKind.SERVICE_TOKEN_REVOKED, now)
    return changed == 1
