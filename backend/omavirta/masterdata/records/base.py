"""What all records have in common."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict, Field
from pydantic.alias_generators import to_camel

from omavirta.masterdata.values import SourceId, Version


class Kind(StrEnum):
    """The types of records, in an order in which each comes after what it refers to."""

    NETWORK_COMPANY = "networkCompany"
    PRODUCT = "product"
    CUSTOMER = "customer"
    METERING_POINT = "meteringPoint"
    CONTRACT = "contract"
    INVOICE = "invoice"
    DOCUMENT = "document"
    MANDATE = "mandate"


class Reference(NamedTuple):
    """`field` is where it stands, for people."""

    field: str
    kind: Kind
    source_id: str


class Part(BaseModel):
    model_config = ConfigDict(
        alias_generator=to_camel,
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        serialize_by_alias=True,
    )


class Record(Part):
    """What every line says: what it is, its id in the source, and how new it is."""

    id: SourceId = Field(description="What the source calls it. One type's ids are its own.")
    version: Version = Field(
        description="Grows with every change at the source, a counter or a moment. A higher one replaces, the same or a lower one changes nothing."
    )

    def references(self) -> Iterator[Reference]:
        yield from ()


def require_order(name: str, first: date | None, last: date | None) -> None:
    """Raises ValueError where the second day is before the first."""
    if first is not None and last is not None and last < first:
        raise ValueError(f"{name} {last} is before {first}")
