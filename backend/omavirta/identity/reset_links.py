"""Single-use links to a new password: 256 bits in the URL's fragment, which no server and no log ever sees.

A link is ended by a newer one, by a password change and by a sign-in (OWASP ASVS 5.0, 6.4.1).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.identity import app_pages
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id

LIFETIME = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class ResetLink:
    """A link that opens. It has still to be used up, by `end_link`, in the transaction of what it allows."""

    id: UUID
    account_id: UUID


async def create_link(transaction: Transaction, account_id: UUID, now: datetime) -> str:
    """Makes the account's one live link, and gives its secret. An earlier link ends."""
    id_, secret = new_id(), new_secret()
    await end_links_of(transaction, account_id, now)
    await transaction.execute(
        "INSERT INTO reset_link (id, account_id, secret_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $5)",
        id_,
        account_id,
        hash_secret(secret),
        to_epoch_microseconds(now),
        to_epoch_microseconds(now + LIFETIME),
    )
    return encode_credential(id_, secret)


def link_url(public_url: str, secret: str) -> str:
    return f"{public_url}{app_pages.NEW_PASSWORD}#{secret}"


async def find_link(database: Database, secret: str, now: datetime) -> ResetLink | None:
    """The live link of this secret; None for one that is over, unknown or nonsense."""
    credential = decode_credential(secret)
    if credential is None:
        return None
    rows = await database.fetch(
        "SELECT secret_hash, account_id FROM reset_link WHERE id = $1 AND ended_at IS NULL AND expires_at > $2",
        credential.id,
        to_epoch_microseconds(now),
    )
    if not rows or not credential.proves(rows[0][0]):
        return None
    return ResetLink(credential.id, as_uuid(rows[0][1]))


async def end_link(transaction: Transaction, link: ResetLink, now: datetime) -> bool:
    """Uses the link up; whether it was still there to be used. Of any number at once exactly one wins."""
    changed = await transaction.execute(
        "UPDATE reset_link SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        link.id,
        to_epoch_microseconds(now),
    )
    return changed == 1


async def end_links_of(transaction: Transaction, account_id: UUID, now: datetime) -> None:
    await transaction.execute(
        "UPDATE reset_link SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL",
        account_id,
        to_epoch_microseconds(now),
    )
