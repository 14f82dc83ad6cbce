"""Reading who acts for a company, who asks to, and who is invited. Narrowed by Access: administrators see it all, readers
themselves alone, and nobody else anything.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from uuid import UUID

from omavirta.api.access import Access
from omavirta.clock import to_epoch_microseconds
from omavirta.customers.roles import MandateRole
from omavirta.storage.database import Database, Row, as_uuid, placeholders

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class MandateRow:
    """Moments are microseconds since 1970."""

    id: UUID
    customer_id: UUID
    account_id: UUID
    name: str
    email: str
    role: MandateRole
    created_at: int


@dataclass(frozen=True, slots=True)
class MandateRequestRow:
    """One that waits."""

    id: UUID
    customer_id: UUID
    company: str
    company_number: str
    """The retailer's customer number."""
    name: str
    email: str
    created_at: int


@dataclass(frozen=True, slots=True)
class MandateInvitationRow:
    """One that has not been accepted, and still can be."""

    id: UUID
    customer_id: UUID
    email: str
    role: MandateRole
    created_at: int
    expires_at: int


_MANDATES = (
    "SELECT m.id, m.customer_id, m.account_id, a.name, a.email, m.role, m.created_at FROM mandate own"
    " JOIN customer c ON c.id = own.customer_id AND c.kind = 'COMPANY'"
    " JOIN mandate m ON m.customer_id = own.customer_id"
    " JOIN account a ON a.id = m.account_id"
    " WHERE own.account_id = $1 AND (own.role = 'ADMINISTRATOR' OR m.account_id = $1)"
)
_REQUESTS = (
    "SELECT r.id, r.customer_id, c.name, c.number, a.name, a.email, r.created_at FROM mandate_request r"
    " JOIN customer c ON c.id = r.customer_id JOIN account a ON a.id = r.account_id WHERE r.decided_at IS NULL"
)
_DECIDES = (
    "EXISTS (SELECT 1 FROM mandate own WHERE own.customer_id = r.customer_id AND own.account_id = $1"
    " AND own.role = 'ADMINISTRATOR')"
)
_INVITATIONS = (
    "SELECT i.id, i.customer_id, i.email, i.role, i.created_at, i.expires_at FROM mandate_invitation i"
    " JOIN mandate own ON own.customer_id = i.customer_id AND own.account_id = $1 AND own.role = 'ADMINISTRATOR'"
    " WHERE i.expires_at > $2"
)


async def roles_for(
    database: Database, access: Access, customer_ids: Sequence[UUID]
) -> dict[UUID, MandateRole]:
    """What the asker is to each of these customers."""
    rows = await database.fetch(
        "SELECT customer_id, role FROM mandate WHERE account_id = $1"
        f" AND customer_id IN ({placeholders(2, len(customer_ids))})",
        access.account_id,
        *customer_ids,
    )
    return {as_uuid(row[0]): MandateRole(row[1]) for row in rows}


async def mandates_of(
    database: Database, access: Access, customer_ids: Sequence[UUID]
) -> dict[UUID, list[MandateRow]]:
    """The users of each company, by name."""
    rows = await database.fetch(
        f"{_MANDATES} AND m.customer_id IN ({placeholders(2, len(customer_ids))}) ORDER BY a.name, m.id",
        access.account_id,
        *customer_ids,
    )
    return _by_customer(map(_mandate, rows), lambda row: row.customer_id)


async def find_mandate(database: Database, access: Access, id_: UUID) -> MandateRow | None:
    rows = await database.fetch(f"{_MANDATES} AND m.id = $2", access.account_id, id_)
    return _mandate(rows[0]) if rows else None


async def requests_to(
    database: Database, access: Access, customer_ids: Sequence[UUID]
) -> dict[UUID, list[MandateRequestRow]]:
    """What waits for each company's administrators to decide on, the oldest first."""
    rows = await database.fetch(
        f"{_REQUESTS} AND {_DECIDES} AND r.customer_id IN ({placeholders(2, len(customer_ids))})"
        " ORDER BY r.created_at, r.id",
        access.account_id,
        *customer_ids,
    )
    return _by_customer(map(_request, rows), lambda row: row.customer_id)


async def requests_by(database: Database, access: Access) -> list[MandateRequestRow]:
    """The asker's own requests that wait, the oldest first. Who that is, is known."""
    if access.account is None:
        return []
    rows = await database.fetch(
        "SELECT r.id, r.customer_id, c.name, c.number, r.created_at FROM mandate_request r JOIN customer c"
        " ON c.id = r.customer_id WHERE r.decided_at IS NULL AND r.account_id = $1 ORDER BY r.created_at, r.id",
        access.account.id,
    )
    name, email = access.account.name, access.account.email
    return [
        MandateRequestRow(as_uuid(id_), as_uuid(customer_id), company, number, name, email, created_at)
        for id_, customer_id, company, number, created_at in rows
    ]


async def all_requests(database: Database) -> list[MandateRequestRow]:
    """What waits at every company, for customer service."""
    return [_request(row) for row in await database.fetch(f"{_REQUESTS} ORDER BY r.created_at, r.id")]


async def companies_without_administrator(database: Database) -> set[UUID]:
    """Those that are asked for, and have nobody who could decide: no administrator, or locked ones alone."""
    rows = await database.fetch(
        "SELECT DISTINCT r.customer_id FROM mandate_request r WHERE r.decided_at IS NULL AND NOT EXISTS (SELECT 1 FROM mandate m"
        " JOIN account a ON a.id = m.account_id WHERE m.customer_id = r.customer_id AND m.role = 'ADMINISTRATOR'"
        " AND a.locked_at IS NULL)"
    )
    return {as_uuid(row[0]) for row in rows}


async def find_request(database: Database, access: Access, id_: UUID) -> MandateRequestRow | None:
    """One that waits, of the asker's own or for the asker to decide on."""
    rows = await database.fetch(
        f"{_REQUESTS} AND r.id = $2 AND (r.account_id = $1 OR {_DECIDES})", access.account_id, id_
    )
    return _request(rows[0]) if rows else None


async def invitations_to(
    database: Database, access: Access, customer_ids: Sequence[UUID], now: datetime
) -> dict[UUID, list[MandateInvitationRow]]:
    """The invitations to each company that can still be accepted, the oldest first."""
    rows = await database.fetch(
        f"{_INVITATIONS} AND i.customer_id IN ({placeholders(3, len(customer_ids))}) ORDER BY i.created_at, i.id",
        access.account_id,
        to_epoch_microseconds(now),
        *customer_ids,
    )
    return _by_customer(map(_invitation, rows), lambda row: row.customer_id)


async def find_invitation(
    database: Database, access: Access, id_: UUID, now: datetime
) -> MandateInvitationRow | None:
    rows = await database.fetch(
        f"{_INVITATIONS} AND i.id = $3", access.account_id, to_epoch_microseconds(now), id_
    )
    return _invitation(rows[0]) if rows else None


def _mandate(row: Row) -> MandateRow:
    return MandateRow(
        as_uuid(row[0]), as_uuid(row[1]), as_uuid(row[2]), row[3], row[4], MandateRole(row[5]), row[6]
    )


def _request(row: Row) -> MandateRequestRow:
    return MandateRequestRow(as_uuid(row[0]), as_uuid(row[1]), row[2], row[3], row[4], row[5], row[6])


def _invitation(row: Row) -> MandateInvitationRow:
    return MandateInvitationRow(as_uuid(row[0]), as_uuid(row[1]), row[2], MandateRole(row[3]), row[4], row[5])


def _by_customer(rows: Iterable[T], customer_of: Callable[[T], UUID]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = {}
    for row in rows:
        found.setdefault(customer_of(row), []).append(row)
    return found
