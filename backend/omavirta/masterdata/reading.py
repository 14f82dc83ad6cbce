"""Reading a file of master data line by line: each is one JSON object, checked by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
from pydantic import TypeAdapter, ValidationError

from omavirta.billing.intake_checks import checked_invoice
from omavirta.masterdata.intake import invoice_intake
from omavirta.masterdata.problems import Problem
from omavirta.masterdata.records import AnyRecord
from omavirta.masterdata.records.base import Kind, Record
from omavirta.masterdata.records.billing import InvoiceRecord
from omavirta.masterdata.values import HashIdentityCode
from omavirta.masterdata.wording import problems_in_words

LONGEST_LINE = 10_000_000
"""Bytes. A document of the largest size has 7 million in Base64."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_RECORDS: TypeAdapter[Record] = TypeAdapter(AnyRecord)
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Line:
    """A record that holds by itself. `payload` is the same for the same content, and has no identity code in it."""

    number: int
    kind: Kind
    source_id: str
    version: int
    payload: bytes


def read_lines(
    path: Path, identity_hash: HashIdentityCode, see: Callable[[int], None]
) -> Iterator[Line | Problem]:
    """Every line that is not empty, as a record or as what is wrong with it. `see` is told how many bytes were read."""
    with path.open("rb") as file:
        number = 0
        while content := file.readline(LONGEST_LINE + 1):
            number += 1
            see(len(content))
            if len(content) > LONGEST_LINE:
                yield Problem(number, f"the line has more than {LONGEST_LINE:,} bytes")
                return
            if number == 1:
                content = content.removeprefix(BYTE_ORDER_MARK)
            if content.strip():
                yield from _read(number, content, identity_hash)


def record_of(payload: bytes) -> Record:
    """What a line's payload says."""
    return _RECORDS.validate_python(orjson.loads(payload))


def _read(number: int, content: bytes, identity_hash: HashIdentityCode) -> Iterator[Line | Problem]:
    try:
        value = orjson.loads(content)
    except orjson.JSONDecodeError as error:
        yield Problem(number, _why_no_json(content, error))
        return
    try:
        record = _RECORDS.validate_python(value, context={"identity_hash": identity_hash})
    except ValidationError as error:
        for problem in problems_in_words(error.errors(include_url=False, include_input=False)):
            yield Problem(number, f"{_name(value)}{problem}")
        return
    problems = _problems_of_invoice(record)
    for reason in problems:
        yield Problem(number, f"{_name(value)}{reason}")
    if not problems:
        payload = orjson.dumps(record.model_dump(mode="json", exclude_none=True), option=orjson.OPT_SORT_KEYS)
        yield Line(number, Kind(value["type"]), record.id, record.version, payload)


def _problems_of_invoice(record: Record) -> list[str]:
    if not isinstance(record, InvoiceRecord):
        return []
    checked = checked_invoice(invoice_intake(record, lambda _kind, _id: _NOBODY))
    return checked if isinstance(checked, list) else []


def _why_no_json(content: bytes, error: orjson.JSONDecodeError) -> str:
    try:
        content.decode()
    except UnicodeDecodeError as fault:
        return f"the line is not in UTF-8: byte {fault.start + 1} of it is no character"
    if "depth" in str(error):
        return "the line is nested too deeply"
    return f"the line is no JSON: {error.msg}, at character {error.pos + 1}"


def _name(value: Any) -> str:
    """`customer C-1: `, where the line says what it is."""
    if not isinstance(value, dict):
        return ""
    kind, source_id = value.get("type"), value.get("id")
    if isinstance(kind, str) and kind in set(Kind) and isinstance(source_id, str):
        shown = "".join(character for character in source_id[:64] if character.isprintable())
        return f"{kind} {shown}: "
    return ""
