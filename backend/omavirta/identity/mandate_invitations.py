"""Inviting somebody to act for a company: a link in a mail, for fourteen days and one use, whoever's account opens it.

An invitation lasts as long as its inviter is an administrator of the company who can act. Once it ends its row is deleted, with
the address in it.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from uuid import UUID

from omavirta.clock import to_epoch_microseconds
from omavirta.customers.queries import CustomerKind
from omavirta.customers.roles import MandateRole
from omavirta.identity import app_pages
from omavirta.identity.accounts import hold_account
from omavirta.identity.contact import Contact, contact_by_email
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandates import (
    Refusal,
    company_name,
    grant_company,
    hold_company,
    is_administrator,
    role_of,
)
from omavirta.identity.names import name_key
from omavirta.identity.secrets import decode_credential, encode_credential, hash_secret, new_secret
from omavirta.mail.messages import MandateInvited
from omavirta.mail.outbox import enqueue
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id

LIFETIME = timedelta(days=14)
MOST_LIVE = 50
"""Invitations of one company at a time."""


class InvitationRefusal(Enum):
    """Why an invitation was not sent, besides what `Refusal` says."""

    IS_USER = auto()
    """The address is that of an account that acts for the company already."""
    TOO_MANY = auto()


@dataclass(frozen=True, slots=True)
class Invitation:
    customer_id: UUID
    email: str
    role: MandateRole


async def invite(
    database: Database,
    inviter: Contact,
    invitation: Invitation,
    public_url: str,
    now: datetime,
) -> UUID | Refusal | InvitationRefusal:
    """An administrator of a company invites. An earlier invitation of the address to this company ends.

    The mail is in the language of the account that has the address, else in the inviter's.
    """
    moment, key = to_epoch_microseconds(now), name_key(invitation.email)
    async with database.transaction() as transaction:
        if not await hold_account(transaction, inviter.account_id):
            return Refusal.NOT_FOUND
        await hold_company(transaction, invitation.customer_id)
        role = await _company_role(transaction, invitation.customer_id, inviter.account_id)
        if role is not MandateRole.ADMINISTRATOR:
            return Refusal.NOT_FOUND if role is None else Refusal.NOT_ALLOWED
        invited = await contact_by_email(transaction, invitation.email)
        if invited and await role_of(transaction, invitation.customer_id, invited.account_id):
            return InvitationRefusal.IS_USER
        others = await transaction.fetch(
            "SELECT COUNT(*) FROM mandate_invitation WHERE customer_id = $1 AND email_key <> $2 AND expires_at > $3",
            invitation.customer_id,
            key,
            moment,
        )
        if others[0][0] >= MOST_LIVE:
            return InvitationRefusal.TOO_MANY
        await transaction.execute(
            "DELETE FROM mandate_invitation WHERE customer_id = $1 AND email_key = $2",
            invitation.customer_id,
            key,
        )
        id_, secret = new_id(), new_secret()
        await transaction.execute(
            "INSERT INTO mandate_invitation (id, customer_id, invited_by, email, email_key, role, secret_hash, created_at,"
            " expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id_,
            invitation.customer_id,
            inviter.account_id,
            invitation.email,
            key,
            invitation.role.value,
            hash_secret(secret),
            moment,
            to_epoch_microseconds(now + LIFETIME),
        )
        await record_event(transaction, EventKind.MANDATE_INVITED, now, inviter.account_id)
        message = MandateInvited(
            company=await company_name(transaction, invitation.customer_id),
            inviter=inviter.name,
            role=invitation.role.value,
            days=LIFETIME.days,
            url=f"{public_url}{app_pages.INVITATION}#{encode_credential(id_, secret)}",
        )
        language = invited.language if invited else inviter.language
        await enqueue(transaction, message, invitation.email, language, now)
    return id_


async def withdraw_invitation(
    database: Database, asker: UUID, invitation_id: UUID, now: datetime
) -> Refusal | None:
    """An administrator takes an invitation back before it is accepted."""
    async with database.transaction() as transaction:
        rows = await transaction.fetch(
            "SELECT customer_id FROM mandate_invitation WHERE id = $1", invitation_id
        )
        role = None if not rows else await role_of(transaction, as_uuid(rows[0][0]), asker)
        if role is None:
            return Refusal.NOT_FOUND
        if role is not MandateRole.ADMINISTRATOR:
            return Refusal.NOT_ALLOWED
        return None if await _end(transaction, invitation_id, now) else Refusal.NOT_FOUND


async def may_be_accepted(database: Database, secret: str, now: datetime) -> bool:
    """Whether the secret of the link still opens an invitation."""
    credential = decode_credential(secret)
    if credential is None:
        return False
    rows = await database.fetch(
        "SELECT secret_hash FROM mandate_invitation WHERE id = $1 AND expires_at > $2",
        credential.id,
        to_epoch_microseconds(now),
    )
    return bool(rows) and credential.proves(rows[0][0])


async def accept_invitation(
    transaction: Transaction, secret: str, person: Contact, public_url: str, now: datetime
) -> UUID | None:
    """The company that the person acts for now; None for a link that is used, withdrawn, too old or made up, or whose inviter
    is no administrator of it any more.

    Of any number at once exactly one wins. The account is held by the caller (`accounts.hold_account`).
    """
    credential = decode_credential(secret)
    if credential is None:
        return None
    rows = await transaction.fetch(
        "SELECT customer_id, role, secret_hash, invited_by FROM mandate_invitation WHERE id = $1",
        credential.id,
    )
    if not rows or not credential.proves(rows[0][2]):
        return None
    customer_id = as_uuid(rows[0][0])
    await hold_company(transaction, customer_id)
    if not await is_administrator(transaction, customer_id, as_uuid(rows[0][3])):
        return None
    if not await _end(transaction, credential.id, now):
        return None
    await grant_company(transaction, customer_id, person, MandateRole(rows[0][1]), public_url, now)
    return customer_id


async def end_invitations_by(transaction: Transaction, account_id: UUID) -> None:
    """Ends whatever the account has invited to. The account is held, then whatever it acts for."""
    await transaction.execute("DELETE FROM mandate_invitation WHERE invited_by = $1", account_id)


async def companies_inviting(transaction: Transaction, email: str) -> set[UUID]:
    rows = await transaction.fetch(
        "SELECT customer_id FROM mandate_invitation WHERE email_key = $1", name_key(email)
    )
    return {as_uuid(row[0]) for row in rows}


async def delete_invitations_to(transaction: Transaction, email: str) -> None:
    """Deletes what was mailed to this address. The companies are held (`companies_inviting`)."""
    await transaction.execute("DELETE FROM mandate_invitation WHERE email_key = $1", name_key(email))


async def _end(transaction: Transaction, id_: UUID, now: datetime) -> bool:
    """Whether it was live until now."""
    ended = await transaction.execute(
        "DELETE FROM mandate_invitation WHERE id = $1 AND expires_at > $2",
        id_,
        to_epoch_microseconds(now),
    )
    return ended == 1


async def _company_role(transaction: Transaction, customer_id: UUID, account_id: UUID) -> MandateRole | None:
    """None also for a person's own customer, which has no other users."""
    rows = await transaction.fetch(
        "SELECT m.role FROM mandate m JOIN customer c ON c.id = m.customer_id WHERE m.customer_id = $1"
        " AND m.account_id = $2 AND c.kind = $3",
        customer_id,
        account_id,
        CustomerKind.COMPANY.value,
    )
    return MandateRole(rows[0][0]) if rows else None
