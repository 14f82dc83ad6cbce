"""Accounts: the columns that sign-in reads along, so that what one sees of oneself costs no further statement, and the
hold that makes changes to one account wait for each other.
"""

from uuid import UUID

from omavirta.api.access import AccountRow
from omavirta.storage.database import Database, Row, Transaction, as_uuid

ACCOUNT_COLUMNS = (
    "a.id, a.user_name, a.email, a.name, a.language, a.phone, a.notifications, a.password_hash IS NOT NULL,"
    " a.identity_hash IS NOT NULL"
)
"""Of `account a`, for `account_row`."""


def account_row(row: Row, start: int) -> AccountRow:
    """From a row in which ACCOUNT_COLUMNS begin at `start`."""
    id_, user_name, email, name, language, phone, notifications, has_password, identified = tuple(row)[
        start : start + 9
    ]
    return AccountRow(
        as_uuid(id_),
        user_name,
        email,
        name,
        language,
        phone,
        notifications,
        bool(has_password),
        bool(identified),
    )


async def find_account(database: Database, account_id: UUID) -> AccountRow:
    """Raises LookupError where it is gone."""
    rows = await database.fetch(f"SELECT {ACCOUNT_COLUMNS} FROM account a WHERE a.id = $1", account_id)
    if not rows:
        raise LookupError("the account is gone")
    return account_row(rows[0], 0)


async def hold_account(transaction: Transaction, account_id: UUID, password_hash: str | None = None) -> bool:
    """Holds the account until the transaction ends, so that changes to it take turns; False where it is locked or gone.

    The first statement of its transaction, so that two that hold rows of one account never wait for each other. Nothing
    that refers to the account is added meanwhile either, which closing it needs.
    Where a hash is given it must still be that of the account's password: it was verified before the transaction.
    """
    same, hashes = ("", ()) if password_hash is None else (" AND password_hash = $2", (password_hash,))
    # On SQLite the transaction has held the whole database since its start.
    lock = " FOR UPDATE" if transaction.dialect == "postgres" else ""
    rows = await transaction.fetch(
        f"SELECT id FROM account WHERE id = $1 AND locked_at IS NULL{same}{lock}", account_id, *hashes
    )
    return bool(rows)
