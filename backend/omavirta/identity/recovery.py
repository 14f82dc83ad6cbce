"""Forgotten password and forgotten user name.

What is asked for is written once the answer is out (`mail_requests`), so that neither the answer nor its time tells whether
an address has an account. Mails are counted by address, whether it has one or not. Whoever asks ends no code of another
browser; a newer link ends the one before, customer service's too, but only as often as a mail brings it to the account's owner.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from omavirta.api.enums import describe_enum
from omavirta.identity import app_pages
from omavirta.identity.accounts import hold_account
from omavirta.identity.code_limits import NO_BROWSER, CodePurpose, count_mail, may_mail, too_many_wrong
from omavirta.identity.codes import (
    RefusedCode,
    TypedCode,
    VerifiedCode,
    end_code,
    find_verified,
    issue_code,
    verify_code,
)
from omavirta.identity.contact import Contact, contact_by_email, contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.password_change import replace_password
from omavirta.identity.reset_links import LIFETIME, ResetLink, create_link, end_link, find_link, link_url
from omavirta.identity.sign_in import TryLater
from omavirta.mail.messages import AccountLocked, PasswordResetCode, PasswordResetLink, UserNameReminder
from omavirta.settings import Settings
from omavirta.storage.database import Database, Transaction


class ResetMethod(StrEnum):
    CODE = "CODE"
    LINK = "LINK"


describe_enum(
    ResetMethod,
    "How one gets to a new password.",
    {
        ResetMethod.CODE: "A code of six digits, to be typed in the browser that asked, within 10 minutes.",
        ResetMethod.LINK: "A link that works once, in any browser, within 14 days.",
    },
)


@dataclass(frozen=True, slots=True)
class Opening:
    """What allows a new password without the old one: a code that was right, or a link."""

    account_id: UUID
    by: VerifiedCode | ResetLink


async def send_reset(
    transaction: Transaction,
    settings: Settings,
    browser_hash: bytes,
    email: str,
    method: ResetMethod,
    now: datetime,
) -> None:
    """Mails a code or a link to the account of this address. A locked one is told that it is locked.

    Where codes to the address were guessed at too often, a link that nobody can guess is mailed instead.
    """
    contact = await contact_by_email(transaction, email)
    await record_event(transaction, EventKind.PASSWORD_RESET_REQUESTED, now, _id_of(contact))
    purpose, key = CodePurpose.PASSWORD_RESET, settings.secret_key
    if not await may_mail(transaction, key, purpose, browser_hash, email, now):
        return
    if await too_many_wrong(transaction, key, purpose, email, now):
        method = ResetMethod.LINK
    open_ = contact is not None and not contact.locked
    # Where a link goes out, the browser gets a code that nothing fits: the one it had before is over, and mails are counted.
    code = await issue_code(
        transaction,
        key,
        purpose,
        browser_hash,
        email,
        now,
        account_id=_id_of(contact),
        fits_nothing=not open_ or method is ResetMethod.LINK,
    )
    if contact is None:
        return
    if contact.locked:
        await tell(transaction, contact, AccountLocked(), now)
    elif method is ResetMethod.CODE:
        await tell(transaction, contact, PasswordResetCode(code), now)
    else:
        await send_link(transaction, settings.public_url, contact, now)


async def send_link(transaction: Transaction, public_url: str, contact: Contact, now: datetime) -> None:
    """Makes a link, which ends earlier ones, and mails it."""
    url = link_url(public_url, await create_link(transaction, contact.account_id, now))
    await tell(transaction, contact, PasswordResetLink(url, LIFETIME.days), now)


async def send_user_name(transaction: Transaction, settings: Settings, email: str, now: datetime) -> None:
    """Mails the user name to the account of this address, or says that there is none but the address."""
    contact = await contact_by_email(transaction, email)
    await record_event(transaction, EventKind.USER_NAME_REMINDED, now, _id_of(contact))
    if not await may_mail(transaction, settings.secret_key, CodePurpose.NONE, NO_BROWSER, email, now):
        return
    await count_mail(transaction, settings.secret_key, email, now)
    if contact is not None:
        reminder = UserNameReminder(contact.user_name, settings.public_url + app_pages.SIGN_IN)
        await tell(transaction, contact, reminder, now)


async def verify_reset_code(
    database: Database, secret_key: str, typed: TypedCode, now: datetime
) -> Contact | RefusedCode | TryLater:
    """Whose account the browser's code opens."""
    answer = await verify_code(database, secret_key, CodePurpose.PASSWORD_RESET, typed, now)
    if not isinstance(answer, VerifiedCode):
        return answer
    contact = None if answer.account_id is None else await contact_by_id(database, answer.account_id)
    # Closed since the code was mailed.
    return RefusedCode() if contact is None else contact


async def find_opening(
    database: Database, browser_hash: bytes | None, link: str | None, now: datetime
) -> Opening | None:
    """By the link where one is given, else by the code that was right in this browser within ten minutes."""
    if link is not None:
        by_link = await find_link(database, link.strip(), now)
        return None if by_link is None else Opening(by_link.account_id, by_link)
    if browser_hash is None:
        return None
    by_code = await find_verified(database, CodePurpose.PASSWORD_RESET, browser_hash, now)
    return None if by_code is None or by_code.account_id is None else Opening(by_code.account_id, by_code)


async def use_opening(
    transaction: Transaction, opening: Opening, contact: Contact, password_hash: str, now: datetime
) -> bool:
    """Sets the new password, once; False where the opening was used meanwhile, or the account was locked."""
    if not await hold_account(transaction, opening.account_id):
        return False
    if isinstance(opening.by, ResetLink):
        won = await end_link(transaction, opening.by, now)
    else:
        won = await end_code(transaction, opening.by, now)
    if won:
        await replace_password(transaction, contact, password_hash, now)
    return won


def _id_of(contact: Contact | None) -> UUID | None:
    return None if contact is None else contact.account_id
