"""Security events (OWASP ASVS 5.0, 16): a row and a structured line each, with ids and never with names or secrets."""

import logging
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.storage.database import Database, Transaction
from omavirta.storage.ids import new_id

logger = logging.getLogger("omavirta.security")


class EventKind(StrEnum):
    SIGN_IN = "sign_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN_THROTTLED = "sign_in_throttled"
    SIGN_OUT = "sign_out"
    SESSION_ENDED = "session_ended"
    IDENTIFIED = "identified"
    IDENTIFICATION_FAILED = "identification_failed"
    REGISTERED = "registered"
    STEP_UP = "step_up"
    STEP_UP_FAILED = "step_up_failed"
    PASSWORD_RESET_REQUESTED = "password_reset_requested"  # noqa: S105 - a word for what happened
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - as above
    CODE_REFUSED = "code_refused"
    CODE_THROTTLED = "code_throttled"
    USER_NAME_REMINDED = "user_name_reminded"
    USER_NAME_CHANGED = "user_name_changed"
    EMAIL_CHANGE_REQUESTED = "email_change_requested"
    EMAIL_CHANGED = "email_changed"
    ACCOUNT_CHANGED = "account_changed"
    ACCOUNT_LOCKED = "account_locked"
    ACCOUNT_UNLOCKED = "account_unlocked"
    ACCOUNT_CLOSED = "account_closed"
    PASSKEY_ADDED = "passkey_added"
    PASSKEY_REMOVED = "passkey_removed"
    ACCESS_TOKEN_CREATED = "access_token_created"  # noqa: S105 - as above
    ACCESS_TOKEN_REVOKED = "access_token_revoked"  # noqa: S105 - as above
    SERVICE_TOKEN_CREATED = "service_token_created"  # noqa: S105 - as above
    SERVICE_TOKEN_REVOKED = "service_token_revoked"  # noqa: S105 - as above
    DATA_EXPORT_REQUESTED = "data_export_requested"
    DATA_EXPORTED = "data_exported"
    MANDATE_REQUESTED = "mandate_requested"
    MANDATE_GRANTED = "mandate_granted"
    MANDATE_DECLINED = "mandate_declined"
    MANDATE_REQUEST_WITHDRAWN = "mandate_request_withdrawn"
    MANDATE_INVITED = "mandate_invited"
    MANDATE_CHANGED = "mandate_changed"
    MANDATE_REMOVED = "mandate_removed"


async def record_event(
    transaction: Transaction, kind: EventKind, now: datetime, account_id: UUID | None = None
) -> None:
    """Writes the event in the transaction of what it tells; the row's id is the log line's correlation id.

    What concerns no account is a log line alone: rows are kept for years, and strangers could fill the table.
    """
    id_ = new_id()
    if account_id is not None:
        await transaction.execute(
            "INSERT INTO security_event (id, account_id, event, occurred_at) VALUES ($1, $2, $3, $4)",
            id_,
            account_id,
            kind.value,
            to_epoch_microseconds(now),
        )
    _log(kind, account_id, id_)


async def note_event(
    database: Database, kind: EventKind, now: datetime, account_id: UUID | None = None
) -> None:
    """The same for what has no transaction of its own, a failure for instance. Best after the answer is out."""
    if account_id is None:
        _log(kind, None, new_id())
        return
    async with database.transaction() as transaction:
        await record_event(transaction, kind, now, account_id)


def _log(kind: EventKind, account_id: UUID | None, correlation: UUID) -> None:
    logger.info("event=%s account=%s correlation=%s", kind.value, account_id or "-", correlation)
