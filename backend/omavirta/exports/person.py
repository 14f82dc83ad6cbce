"""Whose data an export holds.

The person's own (General Data Protection Regulation, articles 15 and 20): the account and what hangs on it, and the
customers that the account acts for as a person. A company's contracts, invoices and consumption are the company's and
not the person's; of a company only the person's own right to act for it is told.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from omavirta.api.access import EVERY_SCOPE, Access
from omavirta.api.language import Language
from omavirta.clock import from_epoch_microseconds
from omavirta.contracts.supply import supplied_points, supply_periods
from omavirta.customers.queries import CustomerKind, CustomerRow
from omavirta.identity.accounts import find_account
from omavirta.identity.notifications import read_notifications
from omavirta.identity.passkeys import passkeys_of
from omavirta.identity.sessions import live_sessions
from omavirta.identity.tokens import live_tokens
from omavirta.metering.calendar import TIME_ZONE
from omavirta.metering.comparison import Home
from omavirta.metering.homes import homes_of
from omavirta.metering.points import MeteringPointRow, metering_points
from omavirta.storage.database import Database, as_uuid
from omavirta.storage.paging import PageRequest

PAGE = 100


@dataclass(frozen=True, slots=True)
class SuppliedPoint:
    """A metering point of one's own contracts, and their local days as ranges in order that do not overlap."""

    row: MeteringPointRow
    home: Home
    days: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Person:
    """`access` reaches the person's own customers only."""

    access: Access
    language: Language
    customers: list[CustomerRow]
    points: list[SuppliedPoint]


async def find_person(database: Database, account_id: UUID) -> Person:
    """Raises LookupError where the account is gone."""
    account = await find_account(database, account_id)
    rows = await database.fetch(
        "SELECT c.id, c.number, c.name FROM mandate m JOIN customer c ON c.id = m.customer_id"
        " WHERE m.account_id = $1 AND c.kind = $2 ORDER BY c.number",
        account_id,
        CustomerKind.PERSON.value,
    )
    customers = [CustomerRow(as_uuid(row[0]), row[1], CustomerKind.PERSON, row[2]) for row in rows]
    access = Access(account, tuple(customer.id for customer in customers), EVERY_SCOPE)
    return Person(access, Language(account.language), customers, await _points(database, access))


async def account_data(database: Database, person: Person, now: datetime) -> dict[str, Any]:
    """What is known of the account itself. No secret and no hash of one is in it."""
    account = person.access.account
    if account is None:
        raise LookupError("an export is somebody's")
    rows = await database.fetch(
        "SELECT created_at, terms_version, terms_accepted_at FROM account WHERE id = $1", account.id
    )
    created_at, terms_version, terms_accepted_at = rows[0]
    gsrns = {point.row.id: point.row.gsrn for point in person.points}
    return {
        "name": account.name,
        "userName": account.user_name,
        "email": account.email,
        "phone": account.phone,
        "language": account.language,
        "notifications": [kind.value for kind in read_notifications(account.notifications)],
        "createdAt": moment(created_at),
        "hasPassword": account.has_password,
        "identified": account.identified,
        "termsVersion": terms_version,
        "termsAcceptedAt": moment(terms_accepted_at),
        "passkeys": [
            {
                "name": passkey.name,
                "createdAt": moment(passkey.created_at),
                "lastUsedAt": moment(passkey.last_used_at),
            }
            for passkey in await passkeys_of(database, account.id)
        ],
        "accessTokens": [
            {
                "name": token.name,
                "scopes": sorted(token.scopes),
                "meteringPoints": None
                if token.metering_point_ids is None
                else [gsrns[id_] for id_ in token.metering_point_ids if id_ in gsrns],
                "createdAt": moment(token.created_at),
                "expiresAt": moment(token.expires_at),
                "lastUsedAt": moment(token.last_used_at),
            }
            for token in await live_tokens(database, account.id, now)
        ],
        "sessions": [
            {
                "createdAt": moment(session.created_at),
                "lastSeenAt": moment(session.last_seen_at),
                "userAgent": session.user_agent,
            }
            for session in await live_sessions(database, account.id, now)
        ],
        "companies": await _companies(database, account.id),
        "companyRequests": await _company_requests(database, account.id),
    }


async def security_events(
    database: Database, account_id: UUID, after: UUID | None
) -> tuple[list[dict[str, Any]], UUID | None]:
    """A page of the account's security events, the oldest first, and where the next one begins; None after the last."""
    cursor, values = ("", ()) if after is None else (" AND id > $3", (after,))
    rows = await database.fetch(
        f"SELECT id, event, occurred_at FROM security_event WHERE account_id = $1{cursor} ORDER BY id LIMIT $2",
        account_id,
        PAGE,
        *values,
    )
    events = [{"event": row[1], "occurredAt": moment(row[2])} for row in rows]
    return events, as_uuid(rows[-1][0]) if len(rows) == PAGE else None


async def messages(
    database: Database, account_id: UUID, after: UUID | None
) -> tuple[list[dict[str, Any]], UUID | None]:
    """The same of the messages of the last month: which, and when. What they said is not kept."""
    cursor, values = ("", ()) if after is None else (" AND id > $3", (after,))
    rows = await database.fetch(
        "SELECT id, kind, created_at, delivered_at FROM outbox_mail"
        f" WHERE account_id = $1{cursor} ORDER BY id LIMIT $2",
        account_id,
        PAGE,
        *values,
    )
    sent = [{"kind": row[1], "createdAt": moment(row[2]), "deliveredAt": moment(row[3])} for row in rows]
    return sent, as_uuid(rows[-1][0]) if len(rows) == PAGE else None


def moment(microseconds: int | None) -> datetime | None:
    """Local, with its offset."""
    return None if microseconds is None else from_epoch_microseconds(microseconds).astimezone(TIME_ZONE)


async def _companies(database: Database, account_id: UUID) -> list[dict[str, Any]]:
    rows = await database.fetch(
        "SELECT c.number, c.name, c.business_id, m.role, m.created_at FROM mandate m"
        " JOIN customer c ON c.id = m.customer_id WHERE m.account_id = $1 AND c.kind = $2 ORDER BY c.number",
        account_id,
        CustomerKind.COMPANY.value,
    )
    return [
        {"number": row[0], "name": row[1], "businessId": row[2], "role": row[3], "since": moment(row[4])}
        for row in rows
    ]


async def _company_requests(database: Database, account_id: UUID) -> list[dict[str, Any]]:
    rows = await database.fetch(
        "SELECT c.name, c.business_id, r.created_at, r.decided_at, r.approved FROM mandate_request r"
        " JOIN customer c ON c.id = r.customer_id WHERE r.account_id = $1 ORDER BY r.id",
        account_id,
    )
    return [
        {
            "name": row[0],
            "businessId": row[1],
            "createdAt": moment(row[2]),
            "decidedAt": moment(row[3]),
            "approved": None if row[4] is None else bool(row[4]),
        }
        for row in rows
    ]


async def _points(database: Database, access: Access) -> list[SuppliedPoint]:
    found: list[SuppliedPoint] = []
    ids = sorted(set(await _point_ids(database, access)))
    for start in range(0, len(ids), PAGE):
        page = ids[start : start + PAGE]
        rows = await metering_points(database, page)
        homes = await homes_of(database, page)
        periods = await supply_periods(database, access, page)
        found += [SuppliedPoint(rows[id_], homes[id_], _merged(periods.get(id_, []))) for id_ in page]
    return sorted(found, key=lambda point: point.row.gsrn)


async def _point_ids(database: Database, access: Access) -> list[UUID]:
    found: list[UUID] = []
    for customer_id in access.customer_ids:
        cursor = None
        while True:
            pages = await supplied_points(
                database, access, [customer_id], PageRequest(PAGE, backward=False, cursor=cursor)
            )
            page = pages[customer_id]
            found += page.rows
            if not page.has_next:
                break
            cursor = (page.rows[-1],)
    return found


def _merged(periods: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Contracts of two customers of one person may overlap: no day is told twice."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(periods):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
