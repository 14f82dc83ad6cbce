"""Reading customers, narrowed by Access."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from omavirta.api.access import Access
from omavirta.storage.database import Database, as_uuid, placeholders


class CustomerKind(StrEnum):
    PERSON = "PERSON"
    COMPANY = "COMPANY"


@dataclass(frozen=True, slots=True)
class CustomerRow:
    id: UUID
    number: str
    kind: CustomerKind
    name: str


async def customers_of(
    database: Database, access: Access, only: Sequence[UUID] | None = None
) -> list[CustomerRow]:
    """The customers that the asker acts for, people before companies, or those of them that are named in `only`."""
    ids = [id_ for id_ in access.customer_ids if only is None or id_ in only]
    if not ids:
        return []
    rows = await database.fetch_few(
        f"SELECT id, number, kind, name FROM customer WHERE id IN ({placeholders(1, len(ids))})", *ids
    )
    found = [CustomerRow(as_uuid(row[0]), row[1], CustomerKind(row[2]), row[3]) for row in rows]
    return sorted(
        found, key=lambda customer: (customer.kind is CustomerKind.COMPANY, customer.name, customer.id)
    )
