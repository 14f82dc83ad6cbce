"""Setting a new password, and all that ends with the old one."""

from datetime import datetime
from uuid import UUID

from omavirta.identity.codes import end_codes_of
from omavirta.identity.contact import Contact, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.reset_links import end_links_of
from omavirta.identity.sessions import delete_sessions
from omavirta.mail.messages import PasswordChanged
from omavirta.storage.database import Transaction


async def replace_password(
    transaction: Transaction, contact: Contact, password_hash: str, now: datetime, *, keep: UUID | None = None
) -> None:
    """Sets the hash; every session but `keep` ends, and so do all codes and links. The owner is told by mail.

    The account is to be held by this transaction (`accounts.hold_account`).
    """
    account_id = contact.account_id
    await transaction.execute(
        "UPDATE account SET password_hash = $2 WHERE id = $1", account_id, password_hash
    )
    await delete_sessions(transaction, account_id, but=keep)
    await end_codes_of(transaction, account_id, now)
    await end_links_of(transaction, account_id, now)
    await tell(transaction, contact, PasswordChanged(), now)
    await record_event(transaction, EventKind.PASSWORD_CHANGED, now, account_id)
