"""Whose an invoice of Finvoice is. It may say so in four ways, and all that it says have to agree on one customer:

- `InvoiceDetails/SellersBuyerIdentifier`: the retailer's customer number;
- `BuyerPartyDetails/BuyerPartyIdentifier`: a company's business id or VAT number, or the customer number;
- `InvoiceDetails/AgreementIdentifier`: the number of the contract;
- `InvoiceRow/InvoicedObjectID` with the scheme AVE: the metering point (GSRN), of which the customer has a contract in the
  invoice's period.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from omavirta.billing.readers.finvoice import FinvoiceInvoice
from omavirta.storage.database import Database, Row, as_date, as_uuid, placeholders

IDS_PER_QUERY = 500
_BUSINESS_ID = re.compile(r"(?:FI)?(\d{7})-?(\d)", re.ASCII)


class Whose(NamedTuple):
    customer_id: UUID
    contract_id: UUID | None
    metering_point_id: UUID | None
    """Of the whole invoice; None where it is for several, or says none."""
    points: dict[str, UUID]
    """By GSRN."""


class _Contract(NamedTuple):
    id: UUID
    customer_id: UUID
    metering_point_id: UUID
    start: date
    end: date | None


class NotFound(Exception):  # noqa: N818 - what became of the look-up
    """No one customer; the message says why."""


async def find_customers(database: Database, invoices: Sequence[FinvoiceInvoice]) -> list[Whose | str]:
    """For each invoice whose it is, or why that cannot be told. A fixed number of statements for some hundreds."""
    register = await _read_register(database, invoices)
    found: list[Whose | str] = []
    for invoice in invoices:
        try:
            found.append(register.whose(invoice))
        except NotFound as why:
            found.append(str(why))
    return found


class _Register(NamedTuple):
    """What the database knows of the numbers that some invoices name."""

    customers: dict[str, set[UUID]]
    """By customer number and by business id."""
    contracts: dict[str, list[_Contract]]
    points: dict[str, UUID]
    contracts_of_point: dict[UUID, list[_Contract]]

    def whose(self, invoice: FinvoiceInvoice) -> Whose:
        points = self._points(invoice)
        contracts = self._contracts(invoice)
        customer_id = self._customer(invoice, points, contracts)
        contract = next((one for one in contracts if one.customer_id == customer_id), None)
        point = next(iter(points.values())) if len(points) == 1 else None
        if not points and contract is not None:
            point = contract.metering_point_id
        return Whose(customer_id, None if contract is None else contract.id, point, points)

    def _points(self, invoice: FinvoiceInvoice) -> dict[str, UUID]:
        found: dict[str, UUID] = {}
        for row in invoice.rows:
            if row.gsrn is not None and row.gsrn not in found:
                if row.gsrn not in self.points:
                    raise NotFound(f"metering point {row.gsrn} is none of ours")
                found[row.gsrn] = self.points[row.gsrn]
        return found

    def _contracts(self, invoice: FinvoiceInvoice) -> list[_Contract]:
        if invoice.agreement is None:
            return []
        contracts = self.contracts.get(invoice.agreement, [])
        if not contracts:
            raise NotFound(f"there is no contract {invoice.agreement[:40]}")
        return contracts

    def _customer(
        self, invoice: FinvoiceInvoice, points: dict[str, UUID], contracts: list[_Contract]
    ) -> UUID:
        said: dict[str, set[UUID]] = {}
        number = invoice.customer_number
        if number is not None:
            said[f"customer number {number[:40]}"] = self.customers.get(number, set())
        buyer = _as_registered(invoice.buyer_id)
        if buyer is not None and (buyer in self.customers or not (contracts or points or number)):
            said[f"buyer {buyer[:40]}"] = self.customers.get(buyer, set())
        if invoice.agreement is not None:
            said[f"contract {invoice.agreement[:40]}"] = {contract.customer_id for contract in contracts}
        for gsrn, id_ in points.items():
            said[f"metering point {gsrn}"] = self._customers_of_point(id_, invoice)
        return _agreed(said)

    def _customers_of_point(self, metering_point_id: UUID, invoice: FinvoiceInvoice) -> set[UUID]:
        first, last = period_of(invoice)
        return {
            contract.customer_id
            for contract in self.contracts_of_point.get(metering_point_id, [])
            if (last is None or contract.start <= last)
            and (first is None or contract.end is None or first <= contract.end)
        }


def _as_registered(buyer_id: str | None) -> str | None:
    """A business id as registers write it, be it without its dash or a VAT number; anything else as it is."""
    found = None if buyer_id is None else _BUSINESS_ID.fullmatch(buyer_id)
    return buyer_id if found is None else f"{found[1]}-{found[2]}"


def period_of(invoice: FinvoiceInvoice) -> tuple[date | None, date | None]:
    """As said, or else from the first day of its rows to the last."""
    starts = [row.period_from for row in invoice.rows if row.period_from is not None]
    ends = [row.period_to for row in invoice.rows if row.period_to is not None]
    return invoice.period_from or min(starts, default=None), invoice.period_to or max(ends, default=None)


def _agreed(said: dict[str, set[UUID]]) -> UUID:
    if not said:
        raise NotFound(
            "it does not say whose it is: no customer number, business id, contract or metering point"
        )
    for what, customers in said.items():
        if not customers:
            raise NotFound(f"no customer fits its {what}")
    common = set.intersection(*said.values())
    if not common:
        raise NotFound(f"its {' and its '.join(said)} are not of one customer")
    if len(common) > 1:
        raise NotFound(f"its {' and its '.join(said)} fit {len(common)} customers")
    return common.pop()


async def _read_register(database: Database, invoices: Sequence[FinvoiceInvoice]) -> _Register:
    names = {name for one in invoices for name in (one.customer_number, _as_registered(one.buyer_id)) if name}
    gsrns = {row.gsrn for one in invoices for row in one.rows if row.gsrn}
    agreements = {one.agreement for one in invoices if one.agreement}
    points = {row[0]: as_uuid(row[1]) for row in await _fetch(database, _POINTS, gsrns)}
    contracts: dict[str, list[_Contract]] = defaultdict(list)
    for row in await _fetch(database, _CONTRACTS.format(column="number"), agreements):
        contracts[row[5]].append(_contract(row))
    of_point: dict[UUID, list[_Contract]] = defaultdict(list)
    for row in await _fetch(database, _CONTRACTS.format(column="metering_point_id"), points.values()):
        of_point[as_uuid(row[2])].append(_contract(row))
    return _Register(await _customers(database, names), contracts, points, of_point)


async def _customers(database: Database, names: set[str]) -> dict[str, set[UUID]]:
    found: dict[str, set[UUID]] = defaultdict(set)
    for row in await _fetch(database, _CUSTOMERS, names):
        for name in names & {row[1], row[2]}:
            found[name].add(as_uuid(row[0]))
    return found


_POINTS = "SELECT gsrn, id FROM metering_point WHERE gsrn IN ({marks})"
_CUSTOMERS = (
    "SELECT id, number, business_id FROM customer WHERE number IN ({marks}) OR business_id IN ({marks})"
)
_CONTRACTS = (
    "SELECT id, customer_id, metering_point_id, start_date, end_date, number FROM contract"
    " WHERE {column} IN ({{marks}}) ORDER BY start_date, id"
)


async def _fetch(database: Database, sql: str, keys: Iterable[Any]) -> list[Row]:
    """With the keys for `{marks}`, some hundreds at a time."""
    ordered = sorted(set(keys))
    found: list[Row] = []
    for start in range(0, len(ordered), IDS_PER_QUERY):
        part = ordered[start : start + IDS_PER_QUERY]
        found += await database.fetch(sql.format(marks=placeholders(1, len(part))), *part)
    return found


def _contract(row: Row) -> _Contract:
    end = None if row[4] is None else as_date(row[4])
    return _Contract(as_uuid(row[0]), as_uuid(row[1]), as_uuid(row[2]), as_date(row[3]), end)
