"""What bounds mails and guesses beside a code itself: who asks, who is mailed, and from where wrong codes come.

None of it depends on whether an address has an account.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from enum import StrEnum

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.names import name_key
from omavirta.identity.secrets import keyed_hash
from omavirta.identity.throttle import Limits, SignInThrottle
from omavirta.storage.database import Database, Transaction, placeholders
from omavirta.storage.ids import new_id

MOST_MAILS = 5
MOST_MAILS_OF_A_BROWSER = 3
MAIL_WINDOW = timedelta(hours=1)
MOST_WRONG_TRIES = 50
TRIES_WINDOW = timedelta(days=1)
"""Rows of codes live no longer."""
ASKING = Limits(5, timedelta(hours=1), (timedelta(hours=1),))


class CodePurpose(StrEnum):
    REGISTRATION = "REGISTRATION"
    PASSWORD_RESET = "PASSWORD_RESET"  # noqa: S105 - a purpose
    EMAIL_CHANGE = "EMAIL_CHANGE"
    NONE = "NONE"
    """A row that no code belongs to: it counts the mail that reminds of a user name."""


NO_BROWSER = b""
"""Of a mail that brings nothing to type: no browser's hash is empty."""
ASKED_BY_ANYBODY = (CodePurpose.PASSWORD_RESET, CodePurpose.NONE)


def guessing_throttle(database: Database, secret_key: str) -> SignInThrottle:
    """Wrong codes of one network, whatever they were for: ten in fifteen minutes, then growing waits."""
    return SignInThrottle(database, keyed_hash(secret_key, "throttle", "codes"))


def asking_throttle(database: Database, secret_key: str, purpose: CodePurpose) -> SignInThrottle:
    """Mails to addresses of one's choice, by one account or identified person: five an hour."""
    return SignInThrottle(database, keyed_hash(secret_key, "throttle", f"asking {purpose}"), ASKING)


async def may_mail(
    transaction: Transaction,
    secret_key: str,
    purpose: CodePurpose,
    browser_hash: bytes,
    address: str,
    now: datetime,
) -> bool:
    """Whether another mail may go to this address. Who asks at the same moment waits for this transaction.

    Five an hour, of which one browser causes three at most: who holds up an address has to come as several browsers.
    What anybody may ask for, a new password and the user name, is counted together, so that an account gets at most five
    such mails an hour. What only an identified person or an account may ask for, and five times an hour at most, is
    counted by itself: a stranger cannot use it up. What is sent is counted by `issue_code` or `count_mail`, in the same
    transaction.
    """
    recipient = recipient_hash(secret_key, address)
    # On SQLite a transaction that writes is alone already.
    if transaction.dialect == "postgres":
        await transaction.fetch("SELECT pg_advisory_xact_lock(hashtext('code recipient ' || $1))", recipient)
    counted: Sequence[CodePurpose] = ASKED_BY_ANYBODY if purpose in ASKED_BY_ANYBODY else (purpose,)
    rows = await transaction.fetch(
        "SELECT COUNT(*), COUNT(CASE WHEN browser_hash = $3 THEN 1 END) FROM verification_code"
        f" WHERE recipient_hash = $1 AND created_at > $2 AND purpose IN ({placeholders(4, len(counted))})",
        recipient,
        to_epoch_microseconds(now - MAIL_WINDOW),
        browser_hash,
        *(each.value for each in counted),
    )
    return int(rows[0][0]) < MOST_MAILS and int(rows[0][1]) < MOST_MAILS_OF_A_BROWSER


async def count_mail(transaction: Transaction, secret_key: str, address: str, now: datetime) -> None:
    """Counts a mail to this address that brings no code."""
    moment = to_epoch_microseconds(now)
    await transaction.execute(
        "INSERT INTO verification_code (id, purpose, browser_hash, recipient_hash, tries, created_at, expires_at, ended_at)"
        " VALUES ($1, $2, $3, $4, 0, $5, $5, $5)",
        new_id(),
        CodePurpose.NONE.value,
        NO_BROWSER,
        recipient_hash(secret_key, address),
        moment,
    )


async def too_many_wrong(
    transaction: Transaction, secret_key: str, purpose: CodePurpose, address: str, now: datetime
) -> bool:
    """Whether codes of this purpose and address were guessed at fifty times within a day: then no more are issued.

    Whoever guesses from many networks is stopped by it. It is counted by purpose, so that guessing at what anybody may
    ask for holds up nobody's registration.
    """
    rows = await transaction.fetch(
        "SELECT SUM(CASE WHEN verified_at IS NULL THEN tries ELSE tries - 1 END) FROM verification_code"
        " WHERE recipient_hash = $1 AND purpose = $2 AND created_at > $3",
        recipient_hash(secret_key, address),
        purpose.value,
        to_epoch_microseconds(now - TRIES_WINDOW),
    )
    return int(rows[0][0] or 0) >= MOST_WRONG_TRIES


def recipient_hash(secret_key: str, address: str) -> str:
    return keyed_hash(secret_key, "code recipient", name_key(address))
