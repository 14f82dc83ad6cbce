"""Codes of six digits that come by mail (OWASP ASVS 5.0, 6.5 and 6.6): ten minutes, five tries, one use, one browser.

A try is counted in a transaction of its own before the code is looked at, so that tries at the same moment cannot all slip
through. Where no account has the address the row has no code that could fit, and all else goes the same way.
"""

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.names import name_key
from omavirta.identity.secrets import keyed_hash
from omavirta.storage.database import Database, Row, Transaction, as_uuid
from omavirta.storage.ids import new_id

DIGITS = 6
LONGEST_CODE = 20
"""As typed, with spaces."""
LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5
MOST_MAILS = 5
MAIL_WINDOW = timedelta(hours=1)
COMPLETION = timedelta(minutes=10)
"""How long after the code was right the next step may be taken."""


class CodePurpose(StrEnum):
    REGISTRATION = "REGISTRATION"
    PASSWORD_RESET = "PASSWORD_RESET"  # noqa: S105 - a purpose
    EMAIL_CHANGE = "EMAIL_CHANGE"
    NONE = "NONE"
    """A row that no code belongs to: it counts a mail."""


@dataclass(frozen=True, slots=True)
class VerifiedCode:
    """A code that was right. It has still to be used up, by `end_code`, in the transaction of what it allows."""

    id: UUID
    account_id: UUID | None
    email: str | None


async def may_mail(transaction: Transaction, secret_key: str, address: str, now: datetime) -> bool:
    """Whether another mail may be sent to this address: five an hour. Who asks at the same moment waits for this transaction.

    What is sent is counted by `issue_code` or `count_mail`, in the same transaction.
    """
    recipient = recipient_hash(secret_key, address)
    # On SQLite a transaction that writes is alone already.
    if transaction.dialect == "postgres":
        await transaction.fetch("SELECT pg_advisory_xact_lock(hashtext('code recipient ' || $1))", recipient)
    rows = await transaction.fetch(
        "SELECT COUNT(*) FROM verification_code WHERE recipient_hash = $1 AND created_at > $2",
        recipient,
        to_epoch_microseconds(now - MAIL_WINDOW),
    )
    return int(rows[0][0]) < MOST_MAILS


async def count_mail(transaction: Transaction, secret_key: str, address: str, now: datetime) -> None:
    """Counts a mail to this address that brings no code."""
    moment = to_epoch_microseconds(now)
    await transaction.execute(
        "INSERT INTO verification_code (id, purpose, browser_hash, recipient_hash, tries, created_at, expires_at, ended_at)"
        " VALUES ($1, $2, $3, $4, 0, $5, $5, $5)",
        new_id(),
        CodePurpose.NONE.value,
        b"",
        recipient_hash(secret_key, address),
        moment,
    )


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
    """Makes the browser's and the address's one live code of this purpose, and gives it. Earlier ones end.

    `fits_nothing` keeps a row that no code opens, for an address that must not be told apart from one that has an account.
    """
    code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
    id_, moment, recipient = new_id(), to_epoch_microseconds(now), recipient_hash(secret_key, address)
    await transaction.execute(
        "UPDATE verification_code SET ended_at = $4 WHERE purpose = $1 AND ended_at IS NULL"
        " AND (browser_hash = $2 OR recipient_hash = $3)",
        purpose.value,
        browser_hash,
        recipient,
        moment,
    )
    await transaction.execute(
        "INSERT INTO verification_code (id, purpose, browser_hash, recipient_hash, account_id, email, code_hash, tries,"
        " created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 0, $8, $9)",
        id_,
        purpose.value,
        browser_hash,
        recipient,
        account_id,
        address,
        None if fits_nothing else _code_hash(secret_key, id_, code),
        moment,
        to_epoch_microseconds(now + LIFETIME),
    )
    return code


async def verify_code(
    database: Database, secret_key: str, purpose: CodePurpose, browser_hash: bytes, code: str, now: datetime
) -> VerifiedCode | None:
    """The browser's live code where `code` is it; None for a wrong one, one try too many, and none at all.

    Spaces in what was typed do not matter.
    """
    moment = to_epoch_microseconds(now)
    async with database.transaction() as transaction:
        counted = await transaction.execute(
            "UPDATE verification_code SET tries = tries + 1 WHERE purpose = $1 AND browser_hash = $2"
            " AND ended_at IS NULL AND expires_at > $3 AND tries < $4",
            purpose.value,
            browser_hash,
            moment,
            MOST_TRIES,
        )
        if not counted:
            return None
        rows = await transaction.fetch(
            "SELECT id, account_id, email, code_hash FROM verification_code WHERE purpose = $1 AND browser_hash = $2"
            " AND ended_at IS NULL",
            purpose.value,
            browser_hash,
        )
    typed = "".join(code.split())
    for row in rows:
        found = as_uuid(row[0])
        if row[3] is not None and hmac.compare_digest(row[3], _code_hash(secret_key, found, typed)):
            async with database.transaction() as transaction:
                won = await transaction.execute(
                    "UPDATE verification_code SET verified_at = $2 WHERE id = $1 AND ended_at IS NULL"
                    " AND verified_at IS NULL",
                    found,
                    moment,
                )
            return _verified(row) if won else None
    return None


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


def recipient_hash(secret_key: str, address: str) -> str:
    return keyed_hash(secret_key, "code recipient", name_key(address))


def _code_hash(secret_key: str, id_: UUID, code: str) -> str:
    return keyed_hash(secret_key, "verification code", f"{id_}:{code}")


def _verified(row: Row) -> VerifiedCode:
    return VerifiedCode(as_uuid(row[0]), None if row[1] is None else as_uuid(row[1]), row[2])
