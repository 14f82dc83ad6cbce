"""What one changes in one's own account. Each is one transaction with its event, and the owner is told by mail."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal
from uuid import UUID

from omavirta.identity import app_pages
from omavirta.identity.accounts import hold_account
from omavirta.identity.code_limits import CodePurpose, may_mail, too_many_wrong
from omavirta.identity.codes import (
    RefusedCode,
    TypedCode,
    VerifiedCode,
    end_code,
    end_codes_of,
    issue_code,
    verify_code,
)
from omavirta.identity.contact import contact_by_email, contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.names import masked_email, name_key
from omavirta.identity.reset_links import end_links_of
from omavirta.identity.sign_in import TryLater
from omavirta.mail.messages import AddressInUse, EmailChangeCode, EmailChanged, UserNameChanged
from omavirta.mail.outbox import enqueue
from omavirta.settings import Settings
from omavirta.storage.database import Database, Transaction

PURPOSE = CodePurpose.EMAIL_CHANGE
Preference = Literal["language", "phone", "notifications"]
"""Columns of an account that take no proof to change."""


async def send_email_change_code(
    transaction: Transaction,
    settings: Settings,
    account_id: UUID,
    browser_hash: bytes,
    email: str,
    now: datetime,
) -> None:
    """Mails a code to the new address. Where another account has it, its owner is told, and no code fits.

    Nothing is mailed to an address that has got as many mails as it may, or whose codes were guessed at too often.
    """
    asker, owner = await contact_by_id(transaction, account_id), await contact_by_email(transaction, email)
    await record_event(transaction, EventKind.EMAIL_CHANGE_REQUESTED, now, account_id)
    key = settings.secret_key
    if asker is None or not await may_mail(transaction, key, PURPOSE, browser_hash, email, now):
        return
    if await too_many_wrong(transaction, key, PURPOSE, email, now):
        return
    taken = owner is not None and owner.account_id != account_id
    code = await issue_code(
        transaction,
        key,
        PURPOSE,
        browser_hash,
        email,
        now,
        account_id=account_id,
        fits_nothing=taken,
    )
    if owner is not None and taken:
        await tell(transaction, owner, AddressInUse(settings.public_url + app_pages.SIGN_IN), now)
    else:
        await enqueue(transaction, EmailChangeCode(code), email, asker.language, now, account_id)


async def change_email(
    database: Database, secret_key: str, account_id: UUID, typed: TypedCode, now: datetime
) -> RefusedCode | TryLater | None:
    """Takes the address that the code proves into use and tells the old one; else what is wrong with the code.

    What was mailed to the old address opens nothing any more. Raises UniqueViolation where another account was quicker.
    """
    proven = await verify_code(database, secret_key, PURPOSE, typed, now)
    if not isinstance(proven, VerifiedCode):
        return proven
    if proven.account_id != account_id:
        return RefusedCode(proven.account_id)
    async with database.transaction() as transaction:
        if not await hold_account(transaction, account_id) or not await end_code(transaction, proven, now):
            return RefusedCode(account_id)
        before = await contact_by_id(transaction, account_id)
        await transaction.execute(
            "UPDATE account SET email = $2, email_key = $3 WHERE id = $1",
            account_id,
            proven.email,
            name_key(proven.email),
        )
        await end_codes_of(transaction, account_id, now)
        await end_links_of(transaction, account_id, now)
        if before is not None:
            await tell(transaction, before, EmailChanged(masked_email(proven.email)), now)
        await record_event(transaction, EventKind.EMAIL_CHANGED, now, account_id)
    return None


async def change_user_name(
    database: Database, account_id: UUID, user_name: str | None, now: datetime
) -> bool:
    """None removes it. False where the account was locked meanwhile; raises UniqueViolation where another has the name."""
    async with database.transaction() as transaction:
        if not await hold_account(transaction, account_id):
            return False
        await transaction.execute(
            "UPDATE account SET user_name = $2, user_name_key = $3 WHERE id = $1",
            account_id,
            user_name,
            None if user_name is None else name_key(user_name),
        )
        contact = await contact_by_id(transaction, account_id)
        if contact is not None:
            await tell(transaction, contact, UserNameChanged(), now)
        await record_event(transaction, EventKind.USER_NAME_CHANGED, now, account_id)
    return True


async def change_preferences(
    database: Database, account_id: UUID, changes: Mapping[Preference, str | None], now: datetime
) -> None:
    """Changes what is named and nothing else. The phone number alone may be None."""
    if not changes:
        return
    assignments = ", ".join(f"{column} = ${number}" for number, column in enumerate(changes, 2))
    async with database.transaction() as transaction:
        await transaction.execute(
            f"UPDATE account SET {assignments} WHERE id = $1", account_id, *changes.values()
        )
        await record_event(transaction, EventKind.ACCOUNT_CHANGED, now, account_id)
