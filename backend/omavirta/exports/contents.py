"""What an export holds, file by file. Each file is a stream of chunks, so that memory stays flat."""

import csv
import io
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any
from uuid import UUID

import orjson

from omavirta.api.language import in_language
from omavirta.billing.queries import InvoiceData, InvoiceRowRow, invoice_rows, invoices_of_customers
from omavirta.contracts.queries import PriceComponentRow, contracts_of_customers, price_components, products
from omavirta.customers.queries import CustomerRow
from omavirta.exports.explanation import explanation
from omavirta.exports.person import (
    PAGE,
    Person,
    SuppliedPoint,
    account_data,
    find_person,
    messages,
    security_events,
)
from omavirta.metering.calendar import (
    TIME_ZONE,
    Resolution,
    day_date,
    day_number,
    intervals,
)
from omavirta.metering.points import network_companies
from omavirta.metering.quality import QUALITY_NAMES, WEAKEST_KNOWN
from omavirta.metering.reading import Series, read_blocks, read_delivered_until
from omavirta.metering.series import MICRO_KWH_PER_KWH, View, from_blocks
from omavirta.metering.stored_days import stored_days
from omavirta.storage.database import Database
from omavirta.storage.paging import PageRequest

Chunks = AsyncIterator[bytes]
Item = dict[str, Any]
FOLDERS = {Series.CONSUMPTION: "consumption", Series.PRODUCTION: "production"}
INVOICE_COLUMNS = (
    "number", "customer", "meteringPoint", "invoiceDate", "dueDate", "periodFrom", "periodTo", "total", "paid", "credited",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive. `steps` is what it counts for in the progress: one, or its chunks where they are many."""

    name: str
    steps: int
    chunks: Callable[[], Chunks]


async def contents(database: Database, account_id: UUID, now: datetime) -> list[Entry]:
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
        Entry("contracts.json", 1, lambda: _json_list(_contracts(database, person, today))),
        Entry("invoices.json", 1, lambda: _json_list(_invoices(database, person, today, rows=True))),
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


async def _contracts(database: Database, person: Person, today: date) -> AsyncIterator[list[Item]]:
    points = {point.row.id: point for point in person.points}
    companies = await network_companies(
        database, list({point.row.network_company_id for point in person.points})
    )
    for customer in person.customers:
        cursor: tuple[date, UUID] | None = None
        while True:
            page = PageRequest(PAGE, backward=False, cursor=cursor)
            found = await contracts_of_customers(database, person.access, [customer.id], page, today, None)
            rows = found[customer.id].rows
            product_ids = list({row.product_id for row in rows})
            goods = await products(database, product_ids)
            prices = await price_components(database, product_ids)
            yield [
                {
                    "number": row.number,
                    "customer": customer.number,
                    "status": row.status(today).value,
                    "product": in_language(goods[row.product_id].names, person.language),
                    "productKind": goods[row.product_id].kind.value,
                    "priceComponents": [_price(price) for price in prices[row.product_id]],
                    "startDate": row.start_date,
                    "endDate": row.end_date,
                    "meteringPoint": _metering_point(
                        points[row.metering_point_id],
                        companies[points[row.metering_point_id].row.network_company_id].name,
                        today,
                    ),
                }
                for row in rows
            ]
            if not found[customer.id].has_next:
                break
            cursor = (rows[-1].start_date, rows[-1].id)


def _price(price: PriceComponentRow) -> Item:
    """As `Product.priceComponents` of the API."""
    return {
        "kind": price.kind.value,
        "amount": price.amount,
        "unit": price.unit.value,
        "vatRate": price.vat_rate,
        "vatIncluded": price.vat_included,
        "validFrom": price.valid_from,
        "validTo": price.valid_to,
    }


def _metering_point(point: SuppliedPoint, network_company: str, today: date) -> Item:
    """The name is the present customer's own word, so it is told for the days of one's own contract only."""
    own = any(first <= day_number(today) < last for first, last in point.days)
    return {
        "gsrn": point.row.gsrn,
        "name": point.row.name if own else None,
        "street": point.row.street,
        "postalCode": point.row.postal_code,
        "city": point.row.city,
        "networkCompany": network_company,
    }


async def _invoices(
    database: Database, person: Person, today: date, *, rows: bool
) -> AsyncIterator[list[Item]]:
    gsrns = {point.row.id: point.row.gsrn for point in person.points}
    for customer in person.customers:
        cursor: tuple[date, UUID] | None = None
        while True:
            page = PageRequest(PAGE, backward=False, cursor=cursor)
            found = await invoices_of_customers(database, person.access, [customer.id], page, today, None)
            invoices = found[customer.id].rows
            of_invoice = (
                await invoice_rows(database, person.access, [invoice.id for invoice in invoices])
                if rows
                else {}
            )
            yield [_invoice(invoice, customer, gsrns, of_invoice.get(invoice.id)) for invoice in invoices]
            if not found[customer.id].has_next:
                break
            cursor = (invoices[-1].invoice_date, invoices[-1].id)


def _invoice(
    invoice: InvoiceData, customer: CustomerRow, gsrns: dict[UUID, str], rows: list[InvoiceRowRow] | None
) -> Item:
    item: Item = {
        "number": invoice.number,
        "customer": customer.number,
        "meteringPoint": None if invoice.metering_point_id is None else gsrns.get(invoice.metering_point_id),
        "invoiceDate": invoice.invoice_date,
        "dueDate": invoice.due_date,
        "periodFrom": invoice.period_from,
        "periodTo": invoice.period_to,
        "total": invoice.total,
        "paid": invoice.paid,
        "credited": invoice.credited,
    }
    if rows is not None:
        item["currency"] = "EUR"
        item["rows"] = [
            {
                "description": row.description,
                "quantity": row.quantity,
                "unit": row.unit,
                "unitPrice": row.unit_price,
                "net": row.net,
                "vatRate": row.vat_rate,
                "vat": row.vat,
                "gross": row.gross,
            }
            for row in rows
        ]
    return item


async def _invoices_csv(database: Database, person: Person, today: date) -> Chunks:
    yield _csv([INVOICE_COLUMNS])
    async for page in _invoices(database, person, today, rows=False):
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
        blocks = await read_blocks(database, [point.row.id], series, from_day, to_day)
        view = View(from_day, to_day, Resolution.QUARTER_HOUR, delivered_until)
        data = from_blocks(view, blocks[point.row.id])
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
