"""Reading accounts, narrowed by Access: one sees one's own."""

from dataclasses import dataclass
from uuid import UUID

from omavirta.api.access import Access
from omavirta.storage.database import Database, as_uuid


@dataclass(frozen=True, slots=True)
class AccountRow:
    """`language` is a language code."""

    id: UUID
    user_name: str | None
    email: str
    name: str
    language: str


async def account_of(database: Database, access: Access) -> AccountRow | None:
    if access.account_id is None:
        return None
    rows = await database.fetch(
        "SELECT id, user_name, email, name, language FROM account WHERE id = $1", access.account_id
    )
    if not rows:
        return None
    id_, user_name, email, name, language = (rows[0][index] for index in range(5))
    return AccountRow(as_uuid(id_), user_name, email, name, language)
