"""Finding a company by what its invoices say: business id and customer number, which have to fit each other."""

from stdnum.exceptions import ValidationError
from stdnum.fi import ytunnus

from omavirta.customers.queries import CustomerKind, CustomerRow
from omavirta.storage.database import Database, as_uuid

LONGEST_NUMBER = 32


def as_business_id(text: str) -> str | None:
    """As it is kept, `1234567-1`; None for what is no Finnish business id (its check digit included)."""
    try:
        digits: str = ytunnus.validate(text)
    except ValidationError:
        return None
    # The library takes the digits of any script.
    return f"{digits[:7]}-{digits[7]}" if digits.isascii() else None


async def find_company(database: Database, business_id: str, number: str) -> CustomerRow | None:
    """One statement, whichever of the two is wrong: nothing tells which companies are customers."""
    rows = await database.fetch(
        "SELECT id, number, name FROM customer WHERE business_id = $1 AND number = $2 AND kind = $3 ORDER BY id LIMIT 1",
        business_id,
        number,
        CustomerKind.COMPANY.value,
    )
    return CustomerRow(as_uuid(rows[0][0]), rows[0][1], CustomerKind.COMPANY, rows[0][2]) if rows else None
