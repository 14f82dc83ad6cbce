"""What the statements that write records have in common."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar
from uuid import UUID

from omavirta.masterdata.records.base import Kind, Record
from omavirta.masterdata.records.catalogue import Price
from omavirta.masterdata.spool import reference_key
from omavirta.storage.database import Transaction, placeholders

R = TypeVar("R", bound=Record)


class Taken(NamedTuple, Generic[R]):
    """A record on its way into the database. `ids` are of what it refers to, by `reference_key`."""

    record: R
    id: UUID
    line: int
    is_new: bool
    ids: Mapping[str, UUID]

    def id_of(self, kind: Kind, source_id: str) -> UUID:
        return self.ids[reference_key(kind, source_id)]


class Writer(NamedTuple):
    """What writing a record may need beside the record."""

    transaction: Transaction
    now: datetime
    public_url: str


def upsert(table: str, columns: Sequence[str]) -> str:
    """INSERT by `id`, the first column, or UPDATE where it is there."""
    changes = ", ".join(f"{column} = excluded.{column}" for column in columns[1:])
    return (
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({placeholders(1, len(columns))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}"
    )


def price_values(price: Price) -> tuple[object, ...]:
    """In the order of `PRICE_COLUMNS`."""
    return (
        price.kind.value,
        price.amount,
        price.unit.value,
        price.vat_rate,
        price.vat_included,
        price.valid_from,
        price.valid_to,
    )


PRICE_COLUMNS = "kind, amount, unit, vat_rate, vat_included, valid_from, valid_to"
