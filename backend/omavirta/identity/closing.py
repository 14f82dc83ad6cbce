"""Closing an account: everything that the account is goes at once, and the person may register again.

What is not the account's stays where it is: the customer with contracts, invoices and consumption, which the retailer
has to keep by law (Accounting Act 1336/1997, 2:10: six years from the end of the accounting year). Security events stay
as long as all others do; they hold ids only. The address is in no table any more once the mail about it is out. The last administrator of a company may close the account too: nobody is
held in a service by an office, and customer service lets the company's next administrator in.
"""

from datetime import datetime
from uuid import UUID

from omavirta.identity.accounts import hold_account
from omavirta.identity.code_limits import recipient_hash
from omavirta.identity.contact import contact_by_id
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.exports import delete_exports
from omavirta.identity.mandate_invitations import (
    companies_inviting,
    delete_invitations_to,
    end_invitations_by,
)
from omavirta.identity.mandates import customers_acted_for, hold_companies
from omavirta.identity.tokens import delete_tokens
from omavirta.mail.messages import AccountClosed
from omavirta.mail.outbox import enqueue
from omavirta.storage.database import Transaction

_OF_ACCOUNT = (
    "session",
    "passkey",
    "passkey_challenge",
    "verification_code",
    "reset_link",
    "identification",
    "mail_request",
    "mandate_request",
    "mandate",
)


async def close_account(transaction: Transaction, secret_key: str, account_id: UUID, now: datetime) -> bool:
    """Deletes the account with all that hangs on it; whether it was there. Of any number at once one closes it."""
    if not await hold_account(transaction, account_id):
        return False
    owner = await contact_by_id(transaction, account_id)
    if owner is None:
        return False
    companies = await customers_acted_for(transaction, account_id)
    await hold_companies(transaction, companies | await companies_inviting(transaction, owner.email))
    await delete_tokens(transaction, account_id)
    await delete_exports(transaction, account_id)
    for table in _OF_ACCOUNT:
        await transaction.execute(f"DELETE FROM {table} WHERE account_id = $1", account_id)
    await end_invitations_by(transaction, account_id)
    # What was mailed to the address before it was the account's, or by others.
    await delete_invitations_to(transaction, owner.email)
    await transaction.execute(
        "DELETE FROM verification_code WHERE recipient_hash = $1", recipient_hash(secret_key, owner.email)
    )
    await transaction.execute(
        "DELETE FROM registration WHERE identity_hash = (SELECT identity_hash FROM account WHERE id = $1)",
        account_id,
    )
    # What is still on its way goes out, and no longer says whose it was.
    await transaction.execute("UPDATE outbox_mail SET account_id = NULL WHERE account_id = $1", account_id)
    await transaction.execute("DELETE FROM account WHERE id = $1", account_id)
    await record_event(transaction, EventKind.ACCOUNT_CLOSED, now, account_id)
    await enqueue(transaction, AccountClosed(), owner.email, owner.language, now)
    return True
