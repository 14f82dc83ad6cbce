"""Codes of six digits that come by mail (OWASP ASVS 5.0, 6.5 and 6.6): ten minutes, five tries, one use, one browser.

A try is counted in a transaction of its own before the code is looked at, so that tries at the same moment cannot all slip
through. Where no account has the address the row has no code that could fit, and all else goes the same way.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.code_limits import CodePurpose, guessing_throttle, recipient_hash
from omavirta.identity.secrets import keyed_hash
from omavirta.identity.sign_in import TryLater
from omavirta.storage.database import Database, Row, Transaction, as_uuid
from omavirta.storage.ids import new_id

DIGITS = 6
LONGEST_CODE = 20
"""As typed, with spaces."""
LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5
COMPLETION = timedelta(minutes=10)
"""How long after the code was right the next step may be taken."""


@dataclass(frozen=True, slots=True)
class VerifiedCode:
    """A code that was right. It has still to be used up, by `end_code`, in the transaction of what it allows."""

    id: UUID
    account_id: UUID | None
    email: str


@dataclass(frozen=True, slots=True)
class RefusedCode:
    """A code that was wrong, too old, used, tried too often, or none at all."""

    account_id: UUID | None = None
    """Whose code was guessed at; None where nobody's was."""


@dataclass(frozen=True, slots=True)
class TypedCode:
    """What somebody typed, in which browser and from which network."""

    text: str
    browser_hash: bytes
    network: str


async def issue_code(
    transaction: Transaction,
    secret_key: str,
    purpose: CodePurpose,
    browser_hash: bytes,
    address: str,
    now: datetime,
    *,
    account_id: UUID | None = None,
    fits_nothing: bool = False,
) -> str:
    """Makes the browser's one live code of this purpose, and gives it. Its earlier ones end.

    Those of other browsers for the same address stay: who asks for somebody else's address takes nothing from them.
    `fits_nothing` keeps a row that no code opens, for an address that must not be told apart from one that has an account.
    """
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    id_, moment = new_id(), to_epoch_microseconds(now)
    await transaction.execute(
        "UPDATE verification_code SET ended_at = $3 WHERE purpose = $1 AND browser_hash = $2 AND ended_at IS NULL",
        purpose.value,
        browser_hash,
        moment,
    )
    await transaction.execute(
        "INSERT INTO verification_code (id, purpose, browser_hash, recipient_hash, account_id, email, code_hash, tries,"
        " created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
        id_,
        purpose.value,
        browser_hash,
        recipient_hash(secret_key, address),
        account_id,
        address,
        None if fits_nothing else _code_hash(secret_key, id_, code),
        moment,
        to_epoch_microseconds(now + LIFETIME),
    )
    return code


async def verify_code(
    database: Database, secret_key: str, purpose: CodePurpose, typed: TypedCode, now: datetime
) -> VerifiedCode | RefusedCode | TryLater:
    """The browser's live code where it is what was typed. Spaces do not matter.

    Refused alike: a wrong one, one try too many, and none at all. Where too many from the network were wrong nothing is
    looked at.
    """
    throttle = guessing_throttle(database, secret_key)
    wait = await throttle.admit(typed.network, now)
    if wait is not None:
        return TryLater(wait)
    verified = await _verify(database, secret_key, purpose, typed, to_epoch_microseconds(now))
    if isinstance(verified, VerifiedCode):
        await throttle.forget(typed.network)
    return verified


async def _verify(
    database: Database, secret_key: str, purpose: CodePurpose, typed: TypedCode, moment: int
) -> VerifiedCode | RefusedCode:
    async with database.transaction() as transaction:
        counted = await transaction.execute(
            "UPDATE verification_code SET tries = tries + 1 WHERE purpose = $1 AND browser_hash = $2"
            " AND ended_at IS NULL AND expires_at > $3 AND tries < $4",
            purpose.value,
            typed.browser_hash,
            moment,
            MOST_TRIES,
        )
        if not counted:
            return RefusedCode()
        rows = await transaction.fetch(
            "SELECT id, account_id, email, code_hash FROM verification_code WHERE purpose = $1 AND browser_hash = $2"
            " AND ended_at IS NULL",
            purpose.value,
            typed.browser_hash,
        )
    code, refused = "".join(typed.text.split()), RefusedCode()
    for row in rows:
        found = _verified(row)
        refused = RefusedCode(found.account_id)
        if row[3] is not None and hmac.compare_digest(row[3], _code_hash(secret_key, found.id, code)):
            async with database.transaction() as transaction:
                won = await transaction.execute(
                    "UPDATE verification_code SET verified_at = $2 WHERE id = $1 AND ended_at IS NULL"
                    " AND verified_at IS NULL",
                    found.id,
                    moment,
                )
            return found if won else refused
    return refused


async def find_verified(
    database: Database, purpose: CodePurpose, browser_hash: bytes, now: datetime
) -> VerifiedCode | None:
    """The browser's code that was right within ten minutes and has not been used up."""
    rows = await database.fetch(
        "SELECT id, account_id, email FROM verification_code WHERE purpose = $1 AND browser_hash = $2"
        " AND ended_at IS NULL AND verified_at > $3",
        purpose.value,
        browser_hash,
        to_epoch_microseconds(now - COMPLETION),
    )
    return _verified(rows[0]) if rows else None


async def end_code(transaction: Transaction, code: VerifiedCode, now: datetime) -> bool:
    """Uses the code up; whether it was still there to be used. Of any number at once exactly one wins."""
    changed = await transaction.execute(
        "UPDATE verification_code SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        code.id,
        to_epoch_microseconds(now),
    )
    return changed == 1


async def end_codes_of(transaction: Transaction, account_id: UUID, now: datetime) -> None:
    """No code that was mailed to the account opens anything any more."""
    await transaction.execute(
        "UPDATE verification_code SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL",
        account_id,
        to_epoch_microseconds(now),
    )


def _code_hash(secret_key: str, id_: UUID, code: str) -> str:
    return keyed_hash(secret_key, "verification code", f"{id_}:{code}")


def _verified(row: Row) -> VerifiedCode:
    return VerifiedCode(as_uuid(row[0]), None if row[1] is None else as_uuid(row[1]), row[2])
