"""Scalars that mean something. All of them are strings in JSON."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NewType

import strawberry
from graphql import GraphQLError
from strawberry.types.scalar import ScalarDefinition

GSRN = NewType("GSRN", str)

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def parse_date(value: Any) -> date:
    """Only `YYYY-MM-DD`; Python's own parser would take week dates and more."""
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise GraphQLError("A Date is a day of the calendar written YYYY-MM-DD.")


def parse_datetime(value: Any) -> datetime:
    if isinstance(value, str):
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            moment = None
        if moment is not None and moment.tzinfo is not None:
            return moment
    raise GraphQLError(
        "A DateTime is written as in RFC 3339 and has an offset, such as 2025-10-26T03:00:00+02:00."
    )


def serialize_datetime(value: datetime | str) -> str:
    """Columns bring their moments as text already; a naive datetime is a fault."""
    if isinstance(value, str):
        return value
    if value.tzinfo is None:
        raise ValueError("a naive datetime must not leave the service")
    return value.isoformat()


def parse_decimal(value: Any) -> Decimal:
    if isinstance(value, str) and re.fullmatch(r"-?\d{1,30}(\.\d{1,30})?", value, re.ASCII):
        return Decimal(value)
    raise GraphQLError("A Decimal is a string of digits with a point, such as 12.50.")


def parse_gsrn(value: Any) -> GSRN:
    if isinstance(value, str) and re.fullmatch(r"\d{18}", value, re.ASCII):
        return GSRN(value)
    raise GraphQLError("A GSRN is a string of 18 digits.")


SCALARS: dict[object, ScalarDefinition] = {
    date: strawberry.scalar(
        name="Date",
        description="A day of the local calendar, `YYYY-MM-DD`.",
        serialize=date.isoformat,
        parse_value=parse_date,
    ),
    datetime: strawberry.scalar(
        name="DateTime",
        description="A moment with its offset from UTC (RFC 3339), such as `2025-10-26T03:00:00+02:00`.",
        specified_by_url="https://www.rfc-editor.org/rfc/rfc3339",
        serialize=serialize_datetime,
        parse_value=parse_datetime,
    ),
    Decimal: strawberry.scalar(
        name="Decimal",
        description='An exact decimal number as a string, such as `"12.50"`.',
        serialize=str,
        parse_value=parse_decimal,
    ),
    GSRN: strawberry.scalar(
        name="GSRN",
        description="The 18-digit id of a metering point in Datahub, with its GS1 check digit.",
        serialize=str,
        parse_value=parse_gsrn,
    ),
}
