"""The account's columns that sign-in reads along, so that what one sees of oneself costs no further statement."""

from omavirta.api.access import AccountRow
from omavirta.storage.database import Row, as_uuid

ACCOUNT_COLUMNS = "a.id, a.user_name, a.email, a.name, a.language"
"""Of `account a`, for `account_row`."""


def account_row(row: Row, start: int) -> AccountRow:
    """From a row in which ACCOUNT_COLUMNS begin at `start`."""
    return AccountRow(as_uuid(row[start]), row[start + 1], row[start + 2], row[start + 3], row[start + 4])
