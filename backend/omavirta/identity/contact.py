"""Whom a mail about an account goes to, and in which language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from omavirta.api.language import Language
from omavirta.errors import OmavirtaError
from omavirta.identity.names import name_key
from omavirta.mail.messages import Message
from omavirta.mail.outbox import enqueue
from omavirta.storage.database import Database, Row, Transaction, as_uuid, placeholders

_COLUMNS = "id, user_name, email, name, language, locked_at IS NOT NULL"


@dataclass(frozen=True, slots=True)
class Contact:
    account_id: UUID
    user_name: str | None
    email: str
    name: str
    language: Language
    locked: bool


async def contact_by_email(database: Database | Transaction, email: str) -> Contact | None:
    rows = await database.fetch(f"SELECT {_COLUMNS} FROM account WHERE email_key = $1", name_key(email))
    return _contact(rows[0]) if rows else None


async def contact_by_name(database: Database | Transaction, name: str) -> Contact | None:
    """By user name or e-mail address."""
    rows = await database.fetch(
        f"SELECT {_COLUMNS} FROM account WHERE user_name_key = $1 OR email_key = $1", name_key(name)
    )
    return _contact(rows[0]) if len(rows) == 1 else None


async def require_contact(database: Database | Transaction, name: str) -> Contact:
    """The same; raises OmavirtaError where nobody is called that."""
    contact = await contact_by_name(database, name)
    if contact is None:
        raise OmavirtaError(f"There is no account with the user name or e-mail {name!r}.")
    return contact


async def contact_by_id(database: Database | Transaction, account_id: UUID) -> Contact | None:
    rows = await database.fetch(f"SELECT {_COLUMNS} FROM account WHERE id = $1", account_id)
    return _contact(rows[0]) if rows else None


async def contacts_by_id(database: Database | Transaction, account_ids: Sequence[UUID]) -> list[Contact]:
    """Without those of accounts that are closed."""
    if not account_ids:
        return []
    rows = await database.fetch(
        f"SELECT {_COLUMNS} FROM account WHERE id IN ({placeholders(1, len(account_ids))}) ORDER BY id",
        *account_ids,
    )
    return [_contact(row) for row in rows]


async def tell(transaction: Transaction, contact: Contact, message: Message, now: datetime) -> None:
    """Mails the account's owner, in the transaction that causes it."""
    await enqueue(transaction, message, contact.email, contact.language, now, contact.account_id)


def _contact(row: Row) -> Contact:
    return Contact(as_uuid(row[0]), row[1], row[2], row[3], Language(row[4]), bool(row[5]))
