"""Reading metering points and network companies. Who may see a point is decided by contracts (`contracts.supply`)."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from omavirta.storage.database import Database, as_uuid, placeholders


@dataclass(frozen=True, slots=True)
class MeteringPointRow:
    id: UUID
    gsrn: str
    name: str | None
    street: str
    postal_code: str
    city: str
    network_company_id: UUID


@dataclass(frozen=True, slots=True)
class NetworkCompanyRow:
    id: UUID
    name: str
    phone: str
    website: str


async def metering_points(database: Database, ids: Sequence[UUID]) -> dict[UUID, MeteringPointRow]:
    """The points of these ids. The caller has found the ids among the asker's contracts."""
    if not ids:
        return {}
    rows = await database.fetch_few(
        "SELECT id, gsrn, name, street, postal_code, city, network_company_id FROM metering_point"
        f" WHERE id IN ({placeholders(1, len(ids))})",
        *ids,
    )
    points = [
        MeteringPointRow(as_uuid(row[0]), row[1], row[2], row[3], row[4], row[5], as_uuid(row[6]))
        for row in rows
    ]
    return {point.id: point for point in points}


async def network_companies(database: Database, ids: Sequence[UUID]) -> dict[UUID, NetworkCompanyRow]:
    """The network companies of these ids; they are a public catalogue."""
    if not ids:
        return {}
    rows = await database.fetch_few(
        f"SELECT id, name, phone, website FROM network_company WHERE id IN ({placeholders(1, len(ids))})",
        *ids,
    )
    companies = [NetworkCompanyRow(as_uuid(row[0]), row[1], row[2], row[3]) for row in rows]
    return {company.id: company for company in companies}
