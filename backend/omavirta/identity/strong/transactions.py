"""Identifications under way: a row each, found by its `state`, for one browser, one broker, one use and fifteen minutes.

The state that goes through the browser is an id and a secret; the row has the secret's hash.
"""

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.api.language import Language
from omavirta.clock import EPOCH, to_epoch_microseconds
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.identity.strong.failure import FailureReason
from omavirta.identity.strong.person import IdentificationPurpose
from omavirta.identity.strong.refusal import IdentificationRefused
from omavirta.storage.database import Database, as_uuid
from omavirta.storage.ids import new_id

LIFETIME = timedelta(minutes=15)
RANDOM_BYTES = 32
"""Of the nonce and of the code verifier, which is 43 characters then (RFC 7636 4.1)."""


@dataclass(frozen=True, slots=True)
class Identification:
    broker: str
    purpose: IdentificationPurpose
    nonce: str
    code_verifier: str | None
    account_id: UUID | None
    return_path: str
    language: Language
    started_at: datetime


def new_identification(
    broker: str,
    purpose: IdentificationPurpose,
    *,
    pkce: bool,
    account_id: UUID | None,
    return_path: str,
    language: Language,
    now: datetime,
) -> Identification:
    return Identification(
        broker=broker,
        purpose=purpose,
        nonce=_random(),
        code_verifier=_random() if pkce else None,
        account_id=account_id,
        return_path=return_path,
        language=language,
        started_at=now,
    )


async def begin(database: Database, identification: Identification, browser_hash: bytes) -> str:
    """Keeps it for this browser, and gives the `state` that finds it again."""
    id_, secret = new_id(), new_secret()
    async with database.transaction() as transaction:
        await transaction.execute(
            "INSERT INTO identification (id, state_hash, browser_hash, broker, purpose, nonce, code_verifier,"
            " account_id, return_path, language, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            id_,
            hash_secret(secret),
            browser_hash,
            identification.broker,
            identification.purpose.value,
            identification.nonce,
            identification.code_verifier,
            identification.account_id,
            identification.return_path,
            identification.language.value,
            to_epoch_microseconds(identification.started_at),
        )
    return encode_credential(id_, secret)


async def take(
    database: Database, state: str, browser_hash: bytes | None, broker: str, now: datetime
) -> Identification:
    """The identification of this state, which is over with that: one of any number that ask at once gets it.

    Raises IdentificationRefused for a state that is unknown, used or old, and for another browser's or broker's. Those
    use it up too: whoever shows a state that is not theirs has stolen it. Anybody may come with one that is made up, so
    the row is looked for first, and the writer is held for what is there alone.
    """
    credential = decode_credential(state)
    if credential is None or not await database.fetch(
        "SELECT 1 FROM identification WHERE id = $1 AND state_hash = $2",
        credential.id,
        credential.secret_hash,
    ):
        raise _expired("unknown_state")
    async with database.transaction() as transaction:
        rows = await transaction.fetch(
            "DELETE FROM identification WHERE id = $1 AND state_hash = $2 RETURNING browser_hash, broker, purpose,"
            " nonce, code_verifier, account_id, return_path, language, created_at",
            credential.id,
            credential.secret_hash,
        )
    if not rows:
        raise _expired("unknown_state")
    row = rows[0]
    if browser_hash is None or bytes(row[0]) != browser_hash:
        raise _expired("other_browser")
    if row[1] != broker:
        raise IdentificationRefused(FailureReason.REFUSED, "other_broker")
    started_at = EPOCH + timedelta(microseconds=row[8])
    if now >= started_at + LIFETIME:
        raise _expired("late")
    return Identification(
        broker=row[1],
        purpose=IdentificationPurpose(row[2]),
        nonce=row[3],
        code_verifier=row[4],
        account_id=None if row[5] is None else as_uuid(row[5]),
        return_path=row[6],
        language=Language(row[7]),
        started_at=started_at,
    )


def _expired(code: str) -> IdentificationRefused:
    return IdentificationRefused(FailureReason.EXPIRED, code)


def _random() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(RANDOM_BYTES)).decode().rstrip("=")
