"""Who may act for whom, and how that changes: granted, changed and removed, each with its event and its mail.

`hold_company` makes the changes to one company's users happen one after another, so that of two administrators who
remove each other at the same moment one stays. An administrator counts who can act: not one whose account is locked.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.customers.roles import MandateRole
from omavirta.identity import app_pages
from omavirta.identity.contact import Contact, contact_by_id, contacts_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.mail.messages import MandateAdded, MandateChanged, MandateGranted, MandateRemoved
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id


class Refusal(Enum):
    """Why a change to a company's users was not made."""

    NOT_FOUND = auto()
    """It does not exist, is decided already, or is none of the asker's."""
    NOT_ALLOWED = auto()
    """The asker is a reader of the company."""
    LAST_ADMINISTRATOR = auto()
    """The company would be left without one."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Who no longer acts for whom."""

    customer_id: UUID
    account_id: UUID


async def grant_own_customers(
    transaction: Transaction, account_id: UUID, identity_hash: str, now: datetime
) -> None:
    """Gives a strongly identified person the customers that carry their identity code, those of later contracts too."""
    rows = await transaction.fetch(
        "SELECT id FROM customer WHERE identity_hash = $1 AND kind = 'PERSON'", identity_hash
    )
    for row in rows:
        if await add_mandate(transaction, as_uuid(row[0]), account_id, MandateRole.ADMINISTRATOR, now):
            await record_event(transaction, EventKind.MANDATE_GRANTED, now, account_id)


async def add_mandate(
    transaction: Transaction, customer_id: UUID, account_id: UUID, role: MandateRole, now: datetime
) -> bool:
    """Whether it is new: an account that acts for the customer already keeps the role that it has."""
    added = await transaction.execute(
        "INSERT INTO mandate (id, customer_id, account_id, role, created_at) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT DO NOTHING",
        new_id(),
        customer_id,
        account_id,
        role.value,
        to_epoch_microseconds(now),
    )
    return added == 1


async def grant_company(
    transaction: Transaction,
    customer_id: UUID,
    person: Contact,
    role: MandateRole,
    public_url: str,
    now: datetime,
    *,
    by: UUID | None = None,
) -> UUID:
    """Makes the person a user of the company, and tells them. Who is one already is never made less than they are.

    The administrators are told too, but for the one who did it (`by`). A request of the person that waits is decided by it.
    Account and company are held (`hold_account`, then `hold_company`). Gives the mandate.
    """
    others = [
        administrator
        for administrator in await administrators_of(transaction, customer_id)
        if administrator.account_id not in {by, person.account_id}
    ]
    await transaction.execute(
        "UPDATE mandate_request SET decided_at = $3, approved = TRUE WHERE customer_id = $1 AND account_id = $2"
        " AND decided_at IS NULL",
        customer_id,
        person.account_id,
        to_epoch_microseconds(now),
    )
    new = await add_mandate(transaction, customer_id, person.account_id, role, now)
    raised = role is MandateRole.ADMINISTRATOR and await transaction.execute(
        "UPDATE mandate SET role = $3 WHERE customer_id = $1 AND account_id = $2 AND role <> $3",
        customer_id,
        person.account_id,
        role.value,
    )
    if new or raised:
        await record_event(transaction, EventKind.MANDATE_GRANTED, now, person.account_id)
        company = await company_name(transaction, customer_id)
        message = MandateGranted if new else MandateChanged
        await tell(transaction, person, message(company=company, role=role.value), now)
        added = MandateAdded(
            company=company, person=person.name, url=public_url + app_pages.company_users(customer_id)
        )
        for administrator in others if new else ():
            await tell(transaction, administrator, added, now)
    rows = await transaction.fetch(
        "SELECT id FROM mandate WHERE customer_id = $1 AND account_id = $2", customer_id, person.account_id
    )
    return as_uuid(rows[0][0])


async def update_mandate(
    database: Database, asker: UUID, mandate_id: UUID, role: MandateRole, now: datetime
) -> Refusal | None:
    """An administrator gives a user of the company another role, which counts from the next request on."""
    async with database.transaction() as transaction:
        found = await _find(transaction, mandate_id, asker)
        if found is None:
            return Refusal.NOT_FOUND
        if found.asker_role is not MandateRole.ADMINISTRATOR:
            return Refusal.NOT_ALLOWED
        if found.role is role:
            return None
        if await _is_last_administrator(transaction, found):
            return Refusal.LAST_ADMINISTRATOR
        await transaction.execute("UPDATE mandate SET role = $2 WHERE id = $1", mandate_id, role.value)
        if role is not MandateRole.ADMINISTRATOR:
            await _end_invitations(transaction, found)
        await record_event(transaction, EventKind.MANDATE_CHANGED, now, found.person.account_id)
        await tell(transaction, found.person, MandateChanged(company=found.company, role=role.value), now)
    return None


async def remove_mandate(
    database: Database, asker: UUID, mandate_id: UUID, now: datetime
) -> Removed | Refusal:
    """An administrator removes a user of the company; anyone removes themselves."""
    async with database.transaction() as transaction:
        found = await _find(transaction, mandate_id, asker)
        if found is None:
            return Refusal.NOT_FOUND
        if found.asker_role is not MandateRole.ADMINISTRATOR and found.person.account_id != asker:
            return Refusal.NOT_ALLOWED
        if await _is_last_administrator(transaction, found):
            return Refusal.LAST_ADMINISTRATOR
        await transaction.execute("DELETE FROM mandate WHERE id = $1", mandate_id)
        await _end_invitations(transaction, found)
        await record_event(transaction, EventKind.MANDATE_REMOVED, now, found.person.account_id)
        await tell(transaction, found.person, MandateRemoved(company=found.company), now)
    return Removed(found.customer_id, found.person.account_id)


async def hold_company(transaction: Transaction, customer_id: UUID) -> None:
    """Waits until no other transaction changes the company's users."""
    # On SQLite the transaction has held the whole database since its start.
    if transaction.dialect == "postgres":
        await transaction.fetch("SELECT id FROM customer WHERE id = $1 FOR NO KEY UPDATE", customer_id)


async def hold_companies(transaction: Transaction, customer_ids: Collection[UUID]) -> None:
    """The same for several, always in one order, so that two transactions never wait for each other."""
    for customer_id in sorted(customer_ids):
        await hold_company(transaction, customer_id)


async def customers_acted_for(transaction: Transaction, account_id: UUID) -> set[UUID]:
    rows = await transaction.fetch("SELECT customer_id FROM mandate WHERE account_id = $1", account_id)
    return {as_uuid(row[0]) for row in rows}


async def role_of(transaction: Transaction, customer_id: UUID, account_id: UUID) -> MandateRole | None:
    rows = await transaction.fetch(
        "SELECT role FROM mandate WHERE customer_id = $1 AND account_id = $2", customer_id, account_id
    )
    return MandateRole(rows[0][0]) if rows else None


async def company_name(transaction: Transaction, customer_id: UUID) -> str:
    name: str = (await transaction.fetch("SELECT name FROM customer WHERE id = $1", customer_id))[0][0]
    return name


async def administrators_of(transaction: Transaction, customer_id: UUID) -> list[Contact]:
    """Those who can act."""
    rows = await transaction.fetch(
        "SELECT account_id FROM mandate WHERE customer_id = $1 AND role = $2",
        customer_id,
        MandateRole.ADMINISTRATOR.value,
    )
    contacts = await contacts_by_id(transaction, [as_uuid(row[0]) for row in rows])
    return [contact for contact in contacts if not contact.locked]


async def is_administrator(transaction: Transaction, customer_id: UUID, account_id: UUID) -> bool:
    """Whether the account is one of those."""
    return any(each.account_id == account_id for each in await administrators_of(transaction, customer_id))


@dataclass(frozen=True, slots=True)
class _Found:
    """A mandate, and what the asker is to its company."""

    id: UUID
    customer_id: UUID
    company: str
    person: Contact
    role: MandateRole
    asker_role: MandateRole


async def _find(transaction: Transaction, mandate_id: UUID, asker: UUID) -> _Found | None:
    """A mandate of a company that the asker acts for; the company is held. None for whatever else the id may name.

    A person's own customer has no users to remove: whoever carries the identity code acts for it.
    """
    rows = await transaction.fetch("SELECT customer_id FROM mandate WHERE id = $1", mandate_id)
    if not rows:
        return None
    await hold_company(transaction, as_uuid(rows[0][0]))
    rows = await transaction.fetch(
        "SELECT m.customer_id, c.name, m.role, own.role, m.account_id FROM mandate m"
        " JOIN customer c ON c.id = m.customer_id AND c.kind = 'COMPANY'"
        " JOIN mandate own ON own.customer_id = m.customer_id AND own.account_id = $2 WHERE m.id = $1",
        mandate_id,
        asker,
    )
    if not rows:
        return None
    customer_id, company, role, asker_role, account_id = rows[0]
    person = await contact_by_id(transaction, as_uuid(account_id))
    if person is None:
        return None
    return _Found(
        mandate_id, as_uuid(customer_id), company, person, MandateRole(role), MandateRole(asker_role)
    )


async def _is_last_administrator(transaction: Transaction, found: _Found) -> bool:
    if found.role is not MandateRole.ADMINISTRATOR:
        return False
    administrators = await administrators_of(transaction, found.customer_id)
    return all(administrator.account_id == found.person.account_id for administrator in administrators)


async def _end_invitations(transaction: Transaction, found: _Found) -> None:
    """Else one who may invite no more could come back by a link of their own."""
    await transaction.execute(
        "DELETE FROM mandate_invitation WHERE customer_id = $1 AND invited_by = $2",
        found.customer_id,
        found.person.account_id,
    )
