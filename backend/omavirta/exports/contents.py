"""What an export holds, file by file. Each file is a stream of chunks, so that memory stays flat."""

import csv
import io
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import orjson

from omavirta.documents.making import DocumentMaker
from omavirta.exports.documents import document_entries
from omavirta.exports.entry import Chunks, Entry
from omavirta.exports.explanation import explanation
from omavirta.exports.person import (
    Person,
    SuppliedPoint,
    account_data,
    find_person,
    messages,
    security_events,
)
from omavirta.exports.records import Item, contract_items, invoice_items
from omavirta.metering.calendar import (
    TIME_ZONE,
    Resolution,
    day_date,
    day_number,
    intervals,
)
from omavirta.metering.quality import QUALITY_NAMES, WEAKEST_KNOWN
from omavirta.metering.reading import Series, SeriesDays, read_blocks, read_delivered_until
from omavirta.metering.series import MICRO_KWH_PER_KWH, View, from_blocks
from omavirta.metering.stored_days import stored_days
from omavirta.storage.database import Database

FOLDERS = {Series.CONSUMPTION: "consumption", Series.PRODUCTION: "production"}
INVOICE_COLUMNS = (
    "number", "customer", "meteringPoint", "invoiceDate", "dueDate", "periodFrom", "periodTo", "total", "paid", "credited",
)  # fmt: skip


async def contents(database: Database, account_id: UUID, maker: DocumentMaker, now: datetime) -> list[Entry]:
    """Raises LookupError where the account is gone."""
    person = await find_person(database, account_id)
    today = now.astimezone(TIME_ZONE).date()
    entries = [
        Entry("account.json", 1, partial(_account, database, person, now)),
        Entry(
            "security_events.json",
            1,
            lambda: _json_list(_every(partial(security_events, database, account_id))),
        ),
        Entry("messages.json", 1, lambda: _json_list(_every(partial(messages, database, account_id)))),
        Entry("customers.json", 1, lambda: _json_list(_customers(person))),
        Entry("contracts.json", 1, lambda: _json_list(contract_items(database, person, today))),
        Entry("invoices.json", 1, lambda: _json_list(invoice_items(database, person, today, rows=True))),
        Entry("invoices.csv", 1, partial(_invoices_csv, database, person, today)),
    ]
    times = Counter(point.row.gsrn for point in person.points)
    for point in person.points:
        # One GSRN is one point; should a register ever say otherwise, no file hides another.
        name = point.row.gsrn if times[point.row.gsrn] == 1 else f"{point.row.gsrn}-{point.row.id}"
        for series, folder in FOLDERS.items():
            months = await _months(database, point, series)
            if months:
                chunks = partial(_series_csv, database, point, series, months)
                entries.append(Entry(f"{folder}/{name}.csv", len(months), chunks))
    entries += await document_entries(database, person, maker, now)
    names = [entry.name for entry in entries]
    readme = explanation(person.language, names, now).encode()
    return [Entry("README.txt", 1, lambda: _one(readme)), *entries]


async def _one(data: bytes) -> Chunks:
    yield data


async def _account(database: Database, person: Person, now: datetime) -> Chunks:
    yield _json(await account_data(database, person, now)) + b"\n"


async def _json_list(items: AsyncIterator[list[Item]]) -> Chunks:
    """A JSON array out of pages of its items."""
    separator = b"[\n"
    async for page in items:
        for item in page:
            yield separator + _json(item)
            separator = b",\n"
    yield b"[]\n" if separator == b"[\n" else b"\n]\n"


async def _every(
    page_after: Callable[[UUID | None], Awaitable[tuple[list[Item], UUID | None]]],
) -> AsyncIterator[list[Item]]:
    cursor: UUID | None = None
    while True:
        page, cursor = await page_after(cursor)
        yield page
        if cursor is None:
            return


async def _customers(person: Person) -> AsyncIterator[list[Item]]:
    yield [
        {"number": customer.number, "kind": customer.kind.value, "name": customer.name}
        for customer in person.customers
    ]


async def _invoices_csv(database: Database, person: Person, today: date) -> Chunks:
    yield _csv([INVOICE_COLUMNS])
    async for page in invoice_items(database, person, today, rows=False):
        yield _csv([[_cell(item[name]) for name in INVOICE_COLUMNS] for item in page])


async def _months(database: Database, point: SuppliedPoint, series: Series) -> list[tuple[int, int]]:
    """The stored days of one's own contracts, month by month, as ranges of days."""
    stored = await stored_days(database, point.row.id, series)
    if stored is None:
        return []
    months: list[tuple[int, int]] = []
    for first, last in point.days:
        day, end = max(first, stored[0]), min(last, stored[1])
        while day < end:
            following = min(_next_month(day), end)
            months.append((day, following))
            day = following
    return months


async def _series_csv(
    database: Database, point: SuppliedPoint, series: Series, months: Sequence[tuple[int, int]]
) -> Chunks:
    """Quarter-hours; an hour that was delivered as an hour is four equal ones, which say CALCULATED."""
    delivered_until = (await read_delivered_until(database, [point.row.id], series)).get(point.row.id)
    heading = b"start,end,energy_kwh,quality\r\n"
    for from_day, to_day in months:
        (blocks,) = await read_blocks(database, [SeriesDays(point.row.id, series, ((from_day, to_day),))])
        view = View(from_day, to_day, Resolution.QUARTER_HOUR, delivered_until)
        data = from_blocks(view, blocks)
        starts, ends = intervals(from_day, to_day, Resolution.QUARTER_HOUR)
        lines = [
            f"{start},{end},{_kwh(energy) if code <= WEAKEST_KNOWN else ''},{QUALITY_NAMES[code]}\r\n"
            for start, end, energy, code in zip(
                starts, ends, data.energy_micro_kwh.tolist(), data.quality_codes.tolist(), strict=True
            )
        ]
        yield heading + "".join(lines).encode()
        heading = b""


def _kwh(micro_kwh: int) -> str:
    """Exactly, with a point and six decimals."""
    whole, rest = divmod(micro_kwh, MICRO_KWH_PER_KWH)
    return f"{whole}.{rest:06d}"


def _next_month(day: int) -> int:
    today = day_date(day)
    return day_number(date(today.year + today.month // 12, today.month % 12 + 1, 1))


def _json(value: Item) -> bytes:
    return orjson.dumps(value, default=_plain, option=orjson.OPT_INDENT_2)


def _plain(value: Any) -> str:
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} is not for an export")


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    """RFC 4180."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
