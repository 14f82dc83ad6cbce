"""Reading products and contracts. Contracts are narrowed by Access."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any
from uuid import UUID

import orjson

from omavirta.api.access import Access
from omavirta.contracts.terms import AtEnd
from omavirta.customers.queries import CustomerKind
from omavirta.storage.database import Database, Row, as_date, as_decimal, as_uuid, placeholders
from omavirta.storage.paging import PagedList, PageOfRows, PageRequest, fetch_pages


class ProductKind(StrEnum):
    UNTIL_FURTHER_NOTICE = "UNTIL_FURTHER_NOTICE"
    FIXED_TERM = "FIXED_TERM"
    SPOT = "SPOT"
    CONSUMPTION_IMPACT = "CONSUMPTION_IMPACT"
    TIME_OF_USE = "TIME_OF_USE"
    SPOT_AND_FIXED = "SPOT_AND_FIXED"


class PriceComponentKind(StrEnum):
    ENERGY = "ENERGY"
    DAY_ENERGY = "DAY_ENERGY"
    NIGHT_ENERGY = "NIGHT_ENERGY"
    WINTER_WEEKDAY_ENERGY = "WINTER_WEEKDAY_ENERGY"
    OTHER_ENERGY = "OTHER_ENERGY"
    MARGIN = "MARGIN"
    MONTHLY_FEE = "MONTHLY_FEE"


class PriceUnit(StrEnum):
    CENT_PER_KWH = "CENT_PER_KWH"
    EUR_PER_MONTH = "EUR_PER_MONTH"


class ContractStatus(StrEnum):
    ACTIVE = "ACTIVE"
    COMING = "COMING"
    ENDED = "ENDED"


@dataclass(frozen=True, slots=True)
class ProductRow:
    """`names` and `descriptions` are texts by language code; `attributes` what the tariff needs beside prices."""

    id: UUID
    kind: ProductKind
    names: dict[str, str]
    descriptions: dict[str, str]
    valid_from: date
    valid_to: date | None
    term_months: int | None
    notice_days: int | None
    at_end: AtEnd | None
    attributes: dict[str, str]


@dataclass(frozen=True, slots=True)
class PriceComponentRow:
    kind: PriceComponentKind
    amount: Decimal
    unit: PriceUnit
    vat_rate: Decimal
    vat_included: bool
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class ContractRow:
    """`notice_days`, `at_end` and `attributes` are None where the product says them."""

    id: UUID
    number: str
    product_id: UUID
    metering_point_id: UUID
    start_date: date
    end_date: date | None
    concluded_on: date | None
    confirmed_on: date | None
    sold_at_distance: bool
    to_person: bool
    notice_days: int | None
    at_end: AtEnd | None
    terms_version: str | None
    attributes: dict[str, str] | None
    customer_id: UUID

    def status(self, today: date) -> ContractStatus:
        if self.start_date > today:
            return ContractStatus.COMING
        if self.end_date is not None and self.end_date < today:
            return ContractStatus.ENDED
        return ContractStatus.ACTIVE


_PRODUCT = "id, kind, names, descriptions, valid_from, valid_to, term_months, notice_days, at_end, attributes"
_PRICE = "kind, amount, unit, vat_rate, vat_included, valid_from, valid_to"
_CONTRACT = (
    "id, number, product_id, metering_point_id, start_date, end_date, concluded_on, confirmed_on, sold_at_distance,"
    " (SELECT kind FROM customer WHERE customer.id = contract.customer_id) AS customer_kind,"
    " notice_days, at_end, terms_version, attributes, customer_id"
)
_CONTRACT_KEYS = (("start_date", date.fromisoformat), ("id", UUID))
CONTRACTS_OF_CUSTOMER = PagedList("contract", "customer_id", _CONTRACT, _CONTRACT_KEYS, descending=True)
CONTRACTS_OF_POINT = PagedList("contract", "metering_point_id", _CONTRACT, _CONTRACT_KEYS, descending=True)
_STATUS_CONDITIONS = {
    ContractStatus.COMING: "start_date > {0}",
    ContractStatus.ENDED: "end_date < {0}",
    ContractStatus.ACTIVE: "(start_date <= {0} AND (end_date IS NULL OR end_date >= {0}))",
}


async def products_on_sale(database: Database, today: date, kind: ProductKind | None) -> list[ProductRow]:
    """The products that a new contract can be made of today."""
    rows = await database.fetch(
        f"SELECT {_PRODUCT} FROM product WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to >= $1)"
        " ORDER BY code",
        today,
    )
    products = [_product(row) for row in rows]
    return [product for product in products if kind is None or product.kind is kind]


async def products(database: Database, ids: Sequence[UUID]) -> dict[UUID, ProductRow]:
    if not ids:
        return {}
    rows = await database.fetch_few(
        f"SELECT {_PRODUCT} FROM product WHERE id IN ({placeholders(1, len(ids))})", *ids
    )
    found = [_product(row) for row in rows]
    return {product.id: product for product in found}


async def price_components(
    database: Database, product_ids: Sequence[UUID]
) -> dict[UUID, list[PriceComponentRow]]:
    """The prices of each product, the oldest first within a kind."""
    if not product_ids:
        return {}
    rows = await database.fetch(
        f"SELECT product_id, {_PRICE} FROM price_component"
        f" WHERE product_id IN ({placeholders(1, len(product_ids))}) ORDER BY kind, valid_from",
        *product_ids,
    )
    return _prices_by_owner(product_ids, rows)


async def contract_prices(
    database: Database, access: Access, contract_ids: Sequence[UUID]
) -> dict[UUID, list[PriceComponentRow]]:
    """The prices agreed on in each of these contracts itself, the oldest first within a kind (`terms.agreed_prices` puts
    them together with the product's). The contracts are some that `contracts…` have given to the asker.
    """
    if not access.customer_ids or not contract_ids:
        return {id_: [] for id_ in contract_ids}
    customers = placeholders(1, len(access.customer_ids))
    wanted = placeholders(1 + len(access.customer_ids), len(contract_ids))
    rows = await database.fetch(
        f"SELECT contract_id, {_PRICE} FROM contract_price"
        f" WHERE customer_id IN ({customers}) AND contract_id IN ({wanted}) ORDER BY kind, valid_from",
        *access.customer_ids,
        *contract_ids,
    )
    return _prices_by_owner(contract_ids, rows)


async def contracts_of_customers(
    database: Database,
    access: Access,
    customer_ids: Sequence[UUID],
    page: PageRequest,
    today: date,
    status: Iterable[ContractStatus] | None,
) -> dict[UUID, PageOfRows[ContractRow]]:
    mine = [id_ for id_ in customer_ids if id_ in access.customer_ids]
    if not mine:
        return {}
    condition, values = _status_condition(status, today)
    reach, points = access.reach_condition(len(values))
    return await fetch_pages(
        database,
        CONTRACTS_OF_CUSTOMER,
        mine,
        page,
        contract_row,
        condition=" AND ".join(filter(None, (condition, reach))),
        values=[*values, *points],
    )


async def contracts_of_points(
    database: Database,
    access: Access,
    metering_point_ids: Sequence[UUID],
    page: PageRequest,
    today: date,
    status: Iterable[ContractStatus] | None,
) -> dict[UUID, PageOfRows[ContractRow]]:
    """The asker's own contracts of each point; another customer's are not there."""
    reached = access.reachable(metering_point_ids)
    if not access.customer_ids or not reached:
        return {}
    condition, values = _status_condition(status, today)
    first = len(values)
    customers = ", ".join(f"{{{first + index}}}" for index in range(len(access.customer_ids)))
    return await fetch_pages(
        database,
        CONTRACTS_OF_POINT,
        reached,
        page,
        contract_row,
        condition=f"customer_id IN ({customers})" + (f" AND {condition}" if condition else ""),
        values=[*values, *access.customer_ids],
    )


async def contracts(database: Database, access: Access, ids: Sequence[UUID]) -> dict[UUID, ContractRow]:
    """Those of these contracts that are the asker's."""
    if not access.customer_ids or not ids:
        return {}
    customers = placeholders(1, len(access.customer_ids))
    wanted = placeholders(1 + len(access.customer_ids), len(ids))
    rows = await database.fetch(
        f"SELECT {_CONTRACT} FROM contract WHERE customer_id IN ({customers}) AND id IN ({wanted})",
        *access.customer_ids,
        *ids,
    )
    found = [contract_row(row) for row in rows]
    return {contract.id: contract for contract in found if access.reaches(contract.metering_point_id)}


def contract_row(row: Row) -> ContractRow:
    return ContractRow(
        id=as_uuid(row[0]),
        number=row[1],
        product_id=as_uuid(row[2]),
        metering_point_id=as_uuid(row[3]),
        start_date=as_date(row[4]),
        end_date=_optional_date(row[5]),
        concluded_on=_optional_date(row[6]),
        confirmed_on=_optional_date(row[7]),
        sold_at_distance=bool(row[8]),
        to_person=row[9] == CustomerKind.PERSON,
        notice_days=row[10],
        at_end=_optional_end(row[11]),
        terms_version=row[12],
        attributes=None if row[13] is None else orjson.loads(row[13]),
        customer_id=as_uuid(row[14]),
    )


def _status_condition(status: Iterable[ContractStatus] | None, today: date) -> tuple[str, list[Any]]:
    if status is None:
        return "", []
    # An empty list asks for none. PostgreSQL refuses values that the statement does not use.
    condition = " OR ".join(_STATUS_CONDITIONS[one] for one in sorted(set(status))) or "number IS NULL"
    return f"({condition})", [today] if "{0}" in condition else []


def _product(row: Row) -> ProductRow:
    return ProductRow(
        id=as_uuid(row[0]),
        kind=ProductKind(row[1]),
        names=orjson.loads(row[2]),
        descriptions=orjson.loads(row[3]),
        valid_from=as_date(row[4]),
        valid_to=_optional_date(row[5]),
        term_months=row[6],
        notice_days=row[7],
        at_end=_optional_end(row[8]),
        attributes=orjson.loads(row[9]),
    )


def _prices_by_owner(owners: Sequence[UUID], rows: Sequence[Row]) -> dict[UUID, list[PriceComponentRow]]:
    found: dict[UUID, list[PriceComponentRow]] = {id_: [] for id_ in owners}
    for row in rows:
        found[as_uuid(row[0])].append(price_component_row(row, 1))
    return found


def price_component_row(row: Row, first: int) -> PriceComponentRow:
    """Out of a row that holds a price from this column on."""
    return PriceComponentRow(
        PriceComponentKind(row[first]),
        _plain(as_decimal(row[first + 1])),
        PriceUnit(row[first + 2]),
        as_decimal(row[first + 3]),
        bool(row[first + 4]),
        as_date(row[first + 5]),
        _optional_date(row[first + 6]),
    )


def _plain(amount: Decimal) -> Decimal:
    """Without zeros at the end, but with two decimals at least: 7.49 and 0.395, not 7.49000."""
    short = amount.normalize()
    exponent = short.as_tuple().exponent
    return short.quantize(Decimal("0.01")) if isinstance(exponent, int) and exponent > -2 else short


def _optional_date(value: Any) -> date | None:
    return None if value is None else as_date(value)


def _optional_end(value: Any) -> AtEnd | None:
    return None if value is None else AtEnd(value)
