"""Locking an account: customer service's answer to a stolen password, mailbox or phone.

Nothing signs in to a locked account, and what was signed in is served no more (`find_session`, `find_token`).
"""

from datetime import datetime

from omavirta.clock import to_epoch_microseconds
from omavirta.identity.codes import end_codes_of
from omavirta.identity.contact import Contact, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandate_invitations import end_invitations_by
from omavirta.identity.mandates import customers_acted_for, hold_companies
from omavirta.identity.reset_links import end_links_of
from omavirta.identity.sessions import delete_sessions
from omavirta.mail.messages import AccountLocked, AccountUnlocked
from omavirta.storage.database import Transaction


async def lock_account(transaction: Transaction, contact: Contact, now: datetime) -> bool:
    """Ends its sessions and its invitations to companies, and tells its owner by mail; False where it is locked already."""
    account_id = contact.account_id
    locked = await transaction.execute(
        "UPDATE account SET locked_at = $2 WHERE id = $1 AND locked_at IS NULL",
        account_id,
        to_epoch_microseconds(now),
    )
    if not locked:
        return False
    await hold_companies(transaction, await customers_acted_for(transaction, account_id))
    await end_invitations_by(transaction, account_id)
    await delete_sessions(transaction, account_id)
    await tell(transaction, contact, AccountLocked(), now)
    await record_event(transaction, EventKind.ACCOUNT_LOCKED, now, account_id)
    return True


async def unlock_account(transaction: Transaction, contact: Contact, now: datetime) -> bool:
    """Tells its owner by mail; False where it is not locked. Codes and links from before, which somebody else may have, open nothing any more."""
    account_id = contact.account_id
    unlocked = await transaction.execute(
        "UPDATE account SET locked_at = NULL WHERE id = $1 AND locked_at IS NOT NULL", account_id
    )
    if not unlocked:
        return False
    await delete_sessions(transaction, account_id)
    await end_codes_of(transaction, account_id, now)
    await end_links_of(transaction, account_id, now)
    await tell(transaction, contact, AccountUnlocked(), now)
    await record_event(transaction, EventKind.ACCOUNT_UNLOCKED, now, account_id)
    return True
