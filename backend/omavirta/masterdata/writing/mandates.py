"""Who acts for whom, as the retailer has decided; and accounts whose person has become a customer."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from omavirta.customers.queries import CustomerKind
from omavirta.customers.roles import MandateRole
from omavirta.identity.accounts import hold_account
from omavirta.identity.contact import contact_by_id, tell
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandates import (
    add_mandate,
    company_name,
    grant_company,
    grant_own_customers,
    hold_company,
    role_of,
)
from omavirta.mail.messages import MandateChanged
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.records.customers import MandateRecord
from omavirta.masterdata.spool import ACCOUNT
from omavirta.masterdata.writing.statements import Taken, Writer
from omavirta.storage.database import Database, as_uuid, placeholders


async def write_mandates(writer: Writer, taken: Sequence[Taken[MandateRecord]]) -> dict[UUID, UUID]:
    """Each with its event, and a mail where it is a company's. Accounts and customers are held.

    Returns the mandates' ids by the ids that the records have: an account may have acted for the customer already.
    """
    return {one.id: await _write(writer, one) for one in taken}


async def grant_to_accounts(database: Database, identity_hashes: Sequence[str], now: datetime) -> None:
    """Lets accounts of these persons act for the customers that they are, as the bank would at the next sign-in."""
    rows = await database.fetch(
        "SELECT DISTINCT a.id, a.identity_hash FROM account a JOIN customer c ON c.identity_hash = a.identity_hash"
        " LEFT JOIN mandate m ON m.customer_id = c.id AND m.account_id = a.id"
        f" WHERE a.identity_hash IN ({placeholders(1, len(identity_hashes))}) AND c.kind = 'PERSON' AND m.id IS NULL",
        *identity_hashes,
    )
    for row in rows:
        async with database.transaction() as transaction:
            if await hold_account(transaction, as_uuid(row[0])):
                await grant_own_customers(transaction, as_uuid(row[0]), row[1], now)


async def _write(writer: Writer, one: Taken[MandateRecord]) -> UUID:
    transaction, role = writer.transaction, one.record.role
    customer_id, account_id = one.id_of(Kind.CUSTOMER, one.record.customer), one.ids[ACCOUNT]
    await hold_company(transaction, customer_id)
    before = await role_of(transaction, customer_id, account_id)
    kind = (await transaction.fetch("SELECT kind FROM customer WHERE id = $1", customer_id))[0][0]
    person = await contact_by_id(transaction, account_id)
    if person is None:
        raise AssertionError("the account is held, and gone")
    if kind == CustomerKind.COMPANY:
        if before is MandateRole.ADMINISTRATOR and role is MandateRole.READER:
            await _set_role(writer, customer_id, account_id, role)
            company = await company_name(transaction, customer_id)
            await tell(transaction, person, MandateChanged(company=company, role=role.value), writer.now)
        else:
            await grant_company(transaction, customer_id, person, role, writer.public_url, writer.now)
    elif before is None:
        await add_mandate(transaction, customer_id, account_id, role, writer.now)
        await record_event(transaction, EventKind.MANDATE_GRANTED, writer.now, account_id)
    elif before is not role:
        await _set_role(writer, customer_id, account_id, role)
    rows = await transaction.fetch(
        "SELECT id FROM mandate WHERE customer_id = $1 AND account_id = $2", customer_id, account_id
    )
    return as_uuid(rows[0][0])


async def _set_role(writer: Writer, customer_id: UUID, account_id: UUID, role: MandateRole) -> None:
    await writer.transaction.execute(
        "UPDATE mandate SET role = $3 WHERE customer_id = $1 AND account_id = $2",
        customer_id,
        account_id,
        role.value,
    )
    await record_event(writer.transaction, EventKind.MANDATE_CHANGED, writer.now, account_id)
