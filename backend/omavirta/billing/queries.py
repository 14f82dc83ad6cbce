"""Reading invoices, narrowed by Access. What billing has said is shown as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson

from omavirta.api.access import Access
from omavirta.billing.intake import InvoiceNumber, VatShare
from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.storage.database import Database, Row, as_date, as_decimal, as_uuid, placeholders
from omavirta.storage.paging import PagedList, PageOfRows, PageRequest, fetch_pages

_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")
DUE_WITHIN = timedelta(days=7)


class InvoiceStatus(StrEnum):
    OPEN = "OPEN"
    DUE = "DUE"
    OVERDUE = "OVERDUE"
    PAID = "PAID"
    CREDITED = "CREDITED"


@dataclass(frozen=True, slots=True)
class InvoiceRowRow:
    """As in `billing.models.InvoiceRow`."""

    description: str
    quantity: Decimal | None
    unit: str | None
    unit_price: Decimal | None
    net: Decimal
    vat_rate: Decimal
    vat: Decimal
    gross: Decimal
    category: InvoiceRowCategory
    component: str | None
    metering_point_id: UUID | None
    period_from: date | None
    period_to: date | None
    unit_price_gross: Decimal | None


@dataclass(frozen=True, slots=True)
class InvoiceData:
    """As in `billing.models.Invoice`."""

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
    credited_amount: Decimal
    stated_open_amount: Decimal | None
    kind: InvoiceKind
    credits_number: str | None
    contract_id: UUID | None
    net: Decimal | None
    vat: Decimal | None
    vat_specification: tuple[VatShare, ...]
    paid_on: date | None
    reference: str | None
    iban: str | None
    bic: str | None
    payee: str | None
    bar_code: str | None
    late_interest: Decimal | None
    notices: tuple[str, ...]
    billed_at: int | None

    @property
    def open_amount(self) -> Decimal:
        """What is still to be paid: what billing said, or else the total less credit notes and payments, and never more than
        the credit notes leave of the total. Below zero it is a credit balance. Zero for a credit note, which is taken off the
        invoice that it credits. `_IS_OPEN` says the same in SQL.
        """
        if self.kind is InvoiceKind.CREDIT_NOTE:
            return _ZERO
        left = self.total - self.credited_amount
        stated = self.stated_open_amount
        return min(left - self.paid if stated is None else stated, max(left, _ZERO))

    def status(self, today: date) -> InvoiceStatus:
        if self.credited:
            return InvoiceStatus.CREDITED
        if self.open_amount <= 0:
            return InvoiceStatus.PAID
        if self.due_date < today:
            return InvoiceStatus.OVERDUE
        return InvoiceStatus.DUE if self.due_date <= today + DUE_WITHIN else InvoiceStatus.OPEN


_INVOICE = (
    "id, customer_id, metering_point_id, number, invoice_date, due_date, period_from, period_to, total, paid, credited,"
    " credited_amount, open_amount, kind, credits_number, contract_id, net, vat, vat_specification, paid_on, reference, iban, bic, payee, bar_code,"
    " late_interest, notices, billed_at"
)
_ROW = (
    "description, quantity, unit, unit_price, net, vat_rate, vat, gross, category, component, metering_point_id,"
    " period_from, period_to, unit_price_gross"
)
_KEYS = (("invoice_date", date.fromisoformat), ("id", UUID))
INVOICES_OF_CUSTOMER = PagedList("invoice", "customer_id", _INVOICE, _KEYS, descending=True)
INVOICES_OF_POINT = PagedList("invoice", "metering_point_id", _INVOICE, _KEYS, descending=True)
# Amounts are text on SQLite; as numbers of whole cents, equal amounts compare equal on both.
_LEFT = "CAST(total AS NUMERIC) - CAST(credited_amount AS NUMERIC)"
_IS_OPEN = (
    f"(kind = '{InvoiceKind.INVOICE}' AND ROUND({_LEFT}, 2) > 0"
    f" AND ROUND(COALESCE(CAST(open_amount AS NUMERIC), {_LEFT} - CAST(paid AS NUMERIC)), 2) > 0)"
)
_TO_PAY = f"NOT credited AND {_IS_OPEN}"
_STATUS_CONDITIONS = {
    InvoiceStatus.CREDITED: "credited",
    InvoiceStatus.PAID: f"(NOT credited AND NOT {_IS_OPEN})",
    InvoiceStatus.OVERDUE: f"({_TO_PAY} AND due_date < {{today}})",
    InvoiceStatus.DUE: f"({_TO_PAY} AND due_date >= {{today}} AND due_date <= {{soon}})",
    InvoiceStatus.OPEN: f"({_TO_PAY} AND due_date > {{soon}})",
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
    rows = await database.fetch_few(
        f"SELECT {_INVOICE} FROM invoice WHERE customer_id IN ({customers}) AND id IN ({wanted})",
        *access.customer_ids,
        *ids,
    )
    found = [_invoice(row) for row in rows]
    return {invoice.id: invoice for invoice in found if access.reaches(invoice.metering_point_id)}


async def invoices_by_number(
    database: Database, access: Access, numbers: Sequence[InvoiceNumber]
) -> dict[InvoiceNumber, InvoiceData]:
    """Those of these that are the asker's."""
    found = await _by_number(database, access, numbers, "number")
    return {InvoiceNumber(invoice.customer_id, invoice.number): invoice for invoice in found}


async def credit_notes(
    database: Database, access: Access, numbers: Sequence[InvoiceNumber]
) -> dict[InvoiceNumber, list[InvoiceData]]:
    """The credit notes of each of these invoices that has any, the newest first."""
    notes: dict[InvoiceNumber, list[InvoiceData]] = {}
    found = await _by_number(database, access, numbers, "credits_number")
    for note in sorted(found, key=lambda note: (note.invoice_date, note.id), reverse=True):
        if note.credits_number is not None:
            notes.setdefault(InvoiceNumber(note.customer_id, note.credits_number), []).append(note)
    return notes


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
        f"SELECT {_ROW}, invoice_id FROM invoice_row"
        f" WHERE customer_id IN ({customers}) AND invoice_id IN ({wanted}) ORDER BY invoice_id, position",
        *access.customer_ids,
        *invoice_ids,
    )
    for row in rows:
        found[as_uuid(row[14])].append(_invoice_row(row))
    return found


async def _by_number(
    database: Database, access: Access, numbers: Sequence[InvoiceNumber], column: str
) -> list[InvoiceData]:
    mine = {number for number in numbers if number.customer_id in access.customer_ids}
    if not mine:
        return []
    owners = sorted({number.customer_id for number in mine})
    texts = sorted({number.number for number in mine})
    rows = await database.fetch(
        f"SELECT {_INVOICE} FROM invoice WHERE customer_id IN ({placeholders(1, len(owners))})"
        f" AND {column} IN ({placeholders(1 + len(owners), len(texts))})",
        *owners,
        *texts,
    )
    return [invoice for invoice in map(_invoice, rows) if access.reaches(invoice.metering_point_id)]


def _status_condition(status: Iterable[InvoiceStatus] | None, today: date) -> tuple[str, list[Any]]:
    if status is None:
        return "", []
    # An empty list asks for none. PostgreSQL refuses values that the statement does not use.
    condition = " OR ".join(_STATUS_CONDITIONS[one] for one in sorted(set(status))) or "number IS NULL"
    days = {"today": today, "soon": today + DUE_WITHIN}
    used = [name for name in days if f"{{{name}}}" in condition]
    marks = {name: f"{{{index}}}" for index, name in enumerate(used)}
    return f"({condition.format(**marks)})", [days[name] for name in used]


def _invoice(row: Row) -> InvoiceData:
    return InvoiceData(
        id=as_uuid(row[0]),
        customer_id=as_uuid(row[1]),
        metering_point_id=_optional_uuid(row[2]),
        number=row[3],
        invoice_date=as_date(row[4]),
        due_date=as_date(row[5]),
        period_from=as_date(row[6]),
        period_to=as_date(row[7]),
        total=_euros(row[8]),
        paid=_euros(row[9]),
        credited=bool(row[10]),
        credited_amount=_euros(row[11]),
        stated_open_amount=_optional_euros(row[12]),
        kind=InvoiceKind(row[13]),
        credits_number=row[14],
        contract_id=_optional_uuid(row[15]),
        net=_optional_euros(row[16]),
        vat=_optional_euros(row[17]),
        vat_specification=tuple(
            VatShare(Decimal(share["rate"]), Decimal(share["net"]), Decimal(share["vat"]))
            for share in orjson.loads(row[18])
        ),
        paid_on=_optional_date(row[19]),
        reference=row[20],
        iban=row[21],
        bic=row[22],
        payee=row[23],
        bar_code=row[24],
        late_interest=_optional_decimal(row[25]),
        notices=tuple(orjson.loads(row[26])),
        billed_at=row[27],
    )


def _invoice_row(row: Row) -> InvoiceRowRow:
    return InvoiceRowRow(
        description=row[0],
        quantity=_optional_decimal(row[1]),
        unit=row[2],
        unit_price=_optional_decimal(row[3]),
        net=_euros(row[4]),
        vat_rate=_short(as_decimal(row[5])),
        vat=_euros(row[6]),
        gross=_euros(row[7]),
        category=InvoiceRowCategory(row[8]),
        component=row[9],
        metering_point_id=_optional_uuid(row[10]),
        period_from=_optional_date(row[11]),
        period_to=_optional_date(row[12]),
        unit_price_gross=_optional_decimal(row[13]),
    )


def _euros(value: Any) -> Decimal:
    """With cents, however a database keeps it."""
    return as_decimal(value).quantize(_CENT)


def _optional_euros(value: Any) -> Decimal | None:
    return None if value is None else _euros(value)


def _short(value: Decimal) -> Decimal:
    """Without zeros at the end, which one database adds and the other does not: 412.375 and 25.5."""
    short = value.normalize()
    return short.quantize(Decimal(1)) if short == short.to_integral_value() else short


def _optional_decimal(value: Any) -> Decimal | None:
    return None if value is None else _short(as_decimal(value))


def _optional_date(value: Any) -> date | None:
    return None if value is None else as_date(value)


def _optional_uuid(value: Any) -> UUID | None:
    return None if value is None else as_uuid(value)
