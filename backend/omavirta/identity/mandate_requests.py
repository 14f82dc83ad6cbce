"""Asking to act for a company. Whom the retailer's data names as contact or signatory acts for it at once; anybody else
waits until an administrator of the company or customer service decides.
"""

from datetime import datetime
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.customers.roles import MandateRole
from omavirta.identity import app_pages
from omavirta.identity.accounts import hold_account
from omavirta.identity.contact import Contact, contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandates import (
    Refusal,
    administrators_of,
    company_name,
    grant_company,
    hold_company,
    role_of,
)
from omavirta.mail.messages import MandateDeclined, MandateRequested, MandateWaits
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id


async def ask_for_company(
    transaction: Transaction, customer_id: UUID, person: Contact, public_url: str, now: datetime
) -> bool:
    """Whether the person acts for the company from now on; else the request waits, and both sides are told of it.

    Asking again changes nothing. Who was never strongly identified cannot be known as a contact, and waits. The account is
    held by the caller (`accounts.hold_account`).
    """
    await hold_company(transaction, customer_id)
    if await role_of(transaction, customer_id, person.account_id) is not None:
        return True
    contacts = await transaction.fetch(
        "SELECT 1 FROM company_contact c JOIN account a ON a.identity_hash = c.identity_hash"
        " WHERE c.customer_id = $1 AND a.id = $2",
        customer_id,
        person.account_id,
    )
    if contacts:
        await grant_company(transaction, customer_id, person, MandateRole.ADMINISTRATOR, public_url, now)
        return True
    waiting = await transaction.fetch(
        "SELECT 1 FROM mandate_request WHERE customer_id = $1 AND account_id = $2 AND decided_at IS NULL",
        customer_id,
        person.account_id,
    )
    if not waiting:
        await _add_request(transaction, customer_id, person, public_url, now)
    return False


async def decide_request(
    database: Database,
    request_id: UUID,
    role: MandateRole | None,
    public_url: str,
    now: datetime,
    *,
    asker: UUID | None,
) -> UUID | Refusal | None:
    """Approves a request with a role, and gives the mandate; or declines it where there is none. Once; the person is told.

    `asker` is the account that decides; None is customer service, which may decide on every company's requests.
    """
    async with database.transaction() as transaction:
        rows = await transaction.fetch(
            "SELECT customer_id, account_id FROM mandate_request WHERE id = $1", request_id
        )
        if not rows:
            return Refusal.NOT_FOUND
        customer_id, account_id = as_uuid(rows[0][0]), as_uuid(rows[0][1])
        # A locked account is not held, and cannot be closed at this moment either.
        await hold_account(transaction, account_id)
        await hold_company(transaction, customer_id)
        if asker is not None:
            asker_role = await role_of(transaction, customer_id, asker)
            if asker_role is not MandateRole.ADMINISTRATOR:
                return Refusal.NOT_FOUND if asker_role is None else Refusal.NOT_ALLOWED
        person = await contact_by_id(transaction, account_id)
        decided = await transaction.execute(
            "UPDATE mandate_request SET decided_at = $2, approved = $3 WHERE id = $1 AND decided_at IS NULL",
            request_id,
            to_epoch_microseconds(now),
            role is not None,
        )
        if not decided or person is None:
            return Refusal.NOT_FOUND
        if role is None:
            await record_event(transaction, EventKind.MANDATE_DECLINED, now, account_id)
            company = await company_name(transaction, customer_id)
            await tell(transaction, person, MandateDeclined(company=company), now)
            return None
        return await grant_company(transaction, customer_id, person, role, public_url, now, by=asker)


async def withdraw_request(database: Database, account_id: UUID, request_id: UUID, now: datetime) -> bool:
    """Whether the account's own request was taken back before anybody decided. Nothing of it stays but the event."""
    async with database.transaction() as transaction:
        withdrawn = await transaction.execute(
            "DELETE FROM mandate_request WHERE id = $1 AND account_id = $2 AND decided_at IS NULL",
            request_id,
            account_id,
        )
        if withdrawn:
            await record_event(transaction, EventKind.MANDATE_REQUEST_WITHDRAWN, now, account_id)
    return withdrawn == 1


async def _add_request(
    transaction: Transaction, customer_id: UUID, person: Contact, public_url: str, now: datetime
) -> None:
    await transaction.execute(
        "INSERT INTO mandate_request (id, customer_id, account_id, created_at) VALUES ($1, $2, $3, $4)",
        new_id(),
        customer_id,
        person.account_id,
        to_epoch_microseconds(now),
    )
    await record_event(transaction, EventKind.MANDATE_REQUESTED, now, person.account_id)
    company = await company_name(transaction, customer_id)
    await tell(transaction, person, MandateWaits(company=company), now)
    requested = MandateRequested(
        company=company, person=person.name, url=public_url + app_pages.company_users(customer_id)
    )
    for administrator in await administrators_of(transaction, customer_id):
        await tell(transaction, administrator, requested, now)
