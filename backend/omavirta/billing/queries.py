"""Reading invoices, narrowed by Access. What billing has said is shown as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

from omavirta.api.access import Access
from omavirta.storage.database import Database, Row, as_date, as_decimal, as_uuid, placeholders
from omavirta.storage.paging import PagedList, PageOfRows, PageRequest, fetch_pages


class InvoiceStatus(StrEnum):
    OPEN = "OPEN"
    OVERDUE = "OVERDUE"
    PAID = "PAID"
    CREDITED = "CREDITED"


@dataclass(frozen=True, slots=True)
class InvoiceRowRow:
    description: str
    quantity: Decimal | None
    unit: str | None
    unit_price: Decimal | None
    net: Decimal
    vat_rate: Decimal
    vat: Decimal
    gross: Decimal


@dataclass(frozen=True, slots=True)
class InvoiceData:
    id: UUID
    customer_id: UUID
    metering_point_id: UUID | None
    number: str
    invoice_date: date
    due_date: date
    period_from: date
    period_to: date
    total: Decimal
    paid: Decimal
    credited: bool

    def status(self, today: date) -> InvoiceStatus:
        if self.credited:
            return InvoiceStatus.CREDITED
        if self.paid >= self.total:
            return InvoiceStatus.PAID
        return InvoiceStatus.OVERDUE if self.due_date < today else InvoiceStatus.OPEN


_INVOICE = "id, customer_id, metering_point_id, number, invoice_date, due_date, period_from, period_to, total, paid, credited"
_KEYS = (("invoice_date", date.fromisoformat), ("id", UUID))
INVOICES_OF_CUSTOMER = PagedList("invoice", "customer_id", _INVOICE, _KEYS, descending=True)
INVOICES_OF_POINT = PagedList("invoice", "metering_point_id", _INVOICE, _KEYS, descending=True)
# Amounts are text on SQLite; as numbers, equal amounts compare equal on both.
_IS_PAID = "CAST(paid AS NUMERIC) >= CAST(total AS NUMERIC)"
_STATUS_CONDITIONS = {
    InvoiceStatus.CREDITED: "credited",
    InvoiceStatus.PAID: f"(NOT credited AND {_IS_PAID})",
    InvoiceStatus.OVERDUE: f"(NOT credited AND NOT {_IS_PAID} AND due_date < {{0}})",
    InvoiceStatus.OPEN: f"(NOT credited AND NOT {_IS_PAID} AND due_date >= {{0}})",
}


async def invoices_of_customers(
    database: Database,
    access: Access,
    customer_ids: Sequence[UUID],
    page: PageRequest,
    today: date,
    status: Iterable[InvoiceStatus] | None,
) -> dict[UUID, PageOfRows[InvoiceData]]:
    mine = [id_ for id_ in customer_ids if id_ in access.customer_ids]
    if not mine:
        return {}
    condition, values = _status_condition(status, today)
    reach, points = access.reach_condition(len(values))
    return await fetch_pages(
        database,
        INVOICES_OF_CUSTOMER,
        mine,
        page,
        _invoice,
        condition=" AND ".join(filter(None, (condition, reach))),
        values=[*values, *points],
    )


async def latest_invoices(
    database: Database, access: Access, metering_point_ids: Sequence[UUID]
) -> dict[UUID, InvoiceData]:
    """The asker's newest invoice of each metering point that has one."""
    reached = access.reachable(metering_point_ids)
    if not access.customer_ids or not reached:
        return {}
    customers = ", ".join(f"{{{index}}}" for index in range(len(access.customer_ids)))
    pages = await fetch_pages(
        database,
        INVOICES_OF_POINT,
        reached,
        PageRequest(1, backward=False, cursor=None),
        _invoice,
        condition=f"customer_id IN ({customers})",
        values=access.customer_ids,
    )
    return {point: page.rows[0] for point, page in pages.items() if page.rows}


async def invoices(database: Database, access: Access, ids: Sequence[UUID]) -> dict[UUID, InvoiceData]:
    """Those of these invoices that are the asker's."""
    if not access.customer_ids or not ids:
        return {}
    customers = placeholders(1, len(access.customer_ids))
    wanted = placeholders(1 + len(access.customer_ids), len(ids))
    rows = await database.fetch(
        f"SELECT {_INVOICE} FROM invoice WHERE customer_id IN ({customers}) AND id IN ({wanted})",
        *access.customer_ids,
        *ids,
    )
    found = [_invoice(row) for row in rows]
    return {invoice.id: invoice for invoice in found if access.reaches(invoice.metering_point_id)}


async def invoice_rows(
    database: Database, access: Access, invoice_ids: Sequence[UUID]
) -> dict[UUID, list[InvoiceRowRow]]:
    """The rows of each invoice, in billing's order. The invoices are some that `invoices…` have given to the asker."""
    found: dict[UUID, list[InvoiceRowRow]] = {id_: [] for id_ in invoice_ids}
    if not access.customer_ids or not invoice_ids:
        return found
    customers = placeholders(1, len(access.customer_ids))
    wanted = placeholders(1 + len(access.customer_ids), len(invoice_ids))
    rows = await database.fetch(
        "SELECT invoice_id, description, quantity, unit, unit_price, net, vat_rate, vat, gross FROM invoice_row"
        f" WHERE customer_id IN ({customers}) AND invoice_id IN ({wanted}) ORDER BY invoice_id, position",
        *access.customer_ids,
        *invoice_ids,
    )
    for row in rows:
        found[as_uuid(row[0])].append(
            InvoiceRowRow(
                row[1],
                _optional_decimal(row[2]),
                row[3],
                _optional_decimal(row[4]),
                as_decimal(row[5]),
                as_decimal(row[6]),
                as_decimal(row[7]),
                as_decimal(row[8]),
            )
        )
    return found


def _status_condition(status: Iterable[InvoiceStatus] | None, today: date) -> tuple[str, list[Any]]:
    if status is None:
        return "", []
    # An empty list asks for none. PostgreSQL refuses values that the statement does not use.
    condition = " OR ".join(_STATUS_CONDITIONS[one] for one in sorted(set(status))) or "number IS NULL"
    return f"({condition})", [today] if "{0}" in condition else []


def _invoice(row: Row) -> InvoiceData:
    return InvoiceData(
        as_uuid(row[0]),
        as_uuid(row[1]),
        None if row[2] is None else as_uuid(row[2]),
        row[3],
        as_date(row[4]),
        as_date(row[5]),
        as_date(row[6]),
        as_date(row[7]),
        as_decimal(row[8]),
        as_decimal(row[9]),
        bool(row[10]),
    )


def _optional_decimal(value: Any) -> Decimal | None:
    return None if value is None else as_decimal(value)
