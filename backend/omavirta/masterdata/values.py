"""The kinds of values that master data is made of. What is wrong is said in words for a clerk, and never with a secret in it.

Each value knows its JSON Schema, so that what is published is what is checked.
"""

import binascii
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StrictInt,
    StringConstraints,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema
from stdnum.exceptions import ValidationError as StdnumError
from stdnum.fi import ytunnus

from omavirta.clock import to_epoch_microseconds
from omavirta.customers.companies import as_business_id
from omavirta.metering.gsrn import GsrnError, parse_gsrn

FIRST_YEAR, LAST_YEAR = 1900, 2200
LARGEST_VERSION = 2**63 - 1
LONGEST_SOURCE_ID = 64
LARGEST_DOCUMENT = 5 * 1024 * 1024
PDF_BEGINS, PDF_ENDS = b"%PDF-", b"%%EOF"
PDF_END_WITHIN = 1024
"""Bytes from the end, within which a PDF says that it ends."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,6})?(Z|[+-]\d{2}:\d{2})", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_HASH = re.compile(r"[0-9a-f]{64}")
_NUMBER = re.compile(r"-?[0-9]{1,40}(\.[0-9]{1,40})?")

HashIdentityCode = Callable[[str], str]
"""Gives the keyed hash of an identity code; raises ValueError for what is none, without saying what it was."""


@dataclass(frozen=True)
class DecimalText:
    """A number written as a string, `"8.49"`, so that no system rounds it on the way: `digits` before the point at most."""

    decimals: int
    digits: int
    from_zero: bool = False

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            self.parse, serialization=core_schema.plain_serializer_function_ser_schema(plain_decimal)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": f"^{self._shape.pattern}$"}

    @cached_property
    def _shape(self) -> re.Pattern[str]:
        sign = "" if self.from_zero else "-?"
        return re.compile(rf"{sign}[0-9]{{1,{self.digits}}}(\.[0-9]{{1,{self.decimals}}}0*)?")

    def parse(self, value: object) -> Decimal:
        if isinstance(value, str) and self._shape.fullmatch(value):
            return Decimal(value)
        if not isinstance(value, str) or not _NUMBER.fullmatch(value):
            raise ValueError('is no number written as a string, such as "8.49"')
        if self.from_zero and value.startswith("-"):
            raise ValueError(f"{value} is below zero")
        if len(value.lstrip("-").partition(".")[0]) > self.digits:
            raise ValueError(f"{value} is too large: it has more than {self.digits} digits before the point")
        places = "one decimal" if self.decimals == 1 else f"{self.decimals} decimals"
        raise ValueError(f"{value} has more than {places}, and would be rounded")


def plain_decimal(value: Decimal) -> str:
    """The same text for the same number: 8.490 and 8.49 are one."""
    return f"{value.normalize():f}" if value else "0"


def _without_control(value: str) -> str:
    if _CONTROL.search(value):
        raise ValueError("has a control character in it")
    return value


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError('is no day, which is written "2026-11-28"')
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value} is a day that does not exist") from None
    if not FIRST_YEAR <= day.year < LAST_YEAR:
        raise ValueError(f"{value} is no day between {FIRST_YEAR} and {LAST_YEAR}")
    return day


def _moment(value: object) -> int:
    """Microseconds since 1970."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not isinstance(value, str) or not _MOMENT.fullmatch(value):
        raise ValueError('is no moment with its offset, which is written "2026-11-28T06:00:00+02:00"')
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        raise ValueError(f"{value} is a moment that does not exist") from None
    if not FIRST_YEAR < moment.year < LAST_YEAR:
        raise ValueError(f"{value} is no moment between {FIRST_YEAR} and {LAST_YEAR}")
    return to_epoch_microseconds(moment)


def _gsrn(value: str) -> str:
    try:
        return parse_gsrn(value)
    except GsrnError as problem:
        raise ValueError(str(problem)) from None


def _business_id(value: str) -> str:
    found = as_business_id(value)
    if found is None:
        raise ValueError(f"{value[:20]} is no Finnish business id: {_why_no_business_id(value)}")
    return found


def _why_no_business_id(value: str) -> str:
    try:
        ytunnus.validate(value)
    except StdnumError as problem:
        return str(problem).rstrip(".").lower()
    return "it has other digits than 0 to 9"


def _pdf(value: str) -> str:
    try:
        content = b64decode(value, validate=True)
    except binascii.Error:
        raise ValueError("is no Base64") from None
    if len(content) > LARGEST_DOCUMENT:
        raise ValueError(f"has {len(content):,} bytes, and a document has {LARGEST_DOCUMENT:,} at most")
    if not content.startswith(PDF_BEGINS) or PDF_ENDS not in content[-PDF_END_WITHIN:]:
        raise ValueError("is no PDF, or is cut off: it does not begin and end as a PDF does")
    return value


def _identity_hash(value: object, info: ValidationInfo) -> str:
    """Without a way to hash in the context, what comes is what was hashed before."""
    hashing: HashIdentityCode | None = (info.context or {}).get("identity_hash")
    if not isinstance(value, str):
        raise ValueError("is no identity code")  # noqa: TRY004 - pydantic takes ValueErrors
    if hashing is not None:
        return hashing(value)
    if not _HASH.fullmatch(value):
        raise ValueError("is no identity code")
    return value


Text = Annotated[str, StringConstraints(min_length=1), AfterValidator(_without_control)]
"""Without control characters but for new lines and tabs. How long it may be is the field's to say."""
PdfContent = Annotated[
    str,
    AfterValidator(_pdf),
    WithJsonSchema({"type": "string", "contentEncoding": "base64", "contentMediaType": "application/pdf"}),
]
"""Base64, as it came."""
SourceId = Annotated[Text, Field(max_length=LONGEST_SOURCE_ID)]
Version = Annotated[StrictInt, Field(ge=1, le=LARGEST_VERSION)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Moment = Annotated[int, BeforeValidator(_moment), WithJsonSchema({"type": "string", "format": "date-time"})]
Gsrn = Annotated[str, AfterValidator(_gsrn), WithJsonSchema({"type": "string", "pattern": "^[0-9]{18}$"})]
BusinessId = Annotated[
    str, AfterValidator(_business_id), WithJsonSchema({"type": "string", "pattern": "^[0-9]{7}-[0-9]$"})
]
IdentityHash = Annotated[
    str,
    BeforeValidator(_identity_hash),
    WithJsonSchema({"type": "string", "pattern": "^[0-9]{6}[-+A-FU-Y][0-9]{3}[0-9A-Y]$"}),
]
Money = Annotated[Decimal, DecimalText(2, 9)]
Amount = Annotated[Decimal, DecimalText(5, 7)]
Quantity = Annotated[Decimal, DecimalText(6, 12)]
VatRate = Annotated[Decimal, DecimalText(1, 2, from_zero=True)]
Share = Annotated[Decimal, DecimalText(4, 1, from_zero=True)]
Interest = Annotated[Decimal, DecimalText(2, 3, from_zero=True)]
