"""Contracts and invoices of the archive, page by page as plain JSON; names are those of the API."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import date
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from omavirta.api.access import Access
from omavirta.api.language import in_language
from omavirta.billing.queries import InvoiceData, InvoiceRowRow, invoice_rows, invoices_of_customers
from omavirta.contracts.queries import (
    ContractRow,
    PriceComponentRow,
    ProductRow,
    contract_prices,
    contracts_of_customers,
    price_components,
    products,
)
from omavirta.contracts.terms import agreed_prices
from omavirta.customers.queries import CustomerRow
from omavirta.exports.person import PAGE, Person, SuppliedPoint
from omavirta.metering.calendar import day_number
from omavirta.metering.points import network_companies
from omavirta.storage.database import Database
from omavirta.storage.paging import PageOfRows, PageRequest

Item: TypeAlias = dict[str, Any]
Row = TypeVar("Row")


async def contract_pages(
    database: Database, access: Access, customer_id: UUID, today: date
) -> AsyncIterator[list[ContractRow]]:
    """The newest first."""

    async def read(page: PageRequest) -> PageOfRows[ContractRow]:
        return (await contracts_of_customers(database, access, [customer_id], page, today, None))[customer_id]

    async for rows in _pages(read, lambda row: (row.start_date, row.id)):
        yield rows


async def invoice_pages(
    database: Database, access: Access, customer_id: UUID, today: date
) -> AsyncIterator[list[InvoiceData]]:
    """The newest first."""

    async def read(page: PageRequest) -> PageOfRows[InvoiceData]:
        return (await invoices_of_customers(database, access, [customer_id], page, today, None))[customer_id]

    async for rows in _pages(read, lambda row: (row.invoice_date, row.id)):
        yield rows


async def contract_items(database: Database, person: Person, today: date) -> AsyncIterator[list[Item]]:
    points = {point.row.id: point for point in person.points}
    companies = await network_companies(
        database, list({point.row.network_company_id for point in person.points})
    )
    for customer in person.customers:
        async for rows in contract_pages(database, person.access, customer.id, today):
            product_ids = list({row.product_id for row in rows})
            goods = await products(database, product_ids)
            of_product = await price_components(database, product_ids)
            own = await contract_prices(database, person.access, [row.id for row in rows])
            yield [
                {
                    "number": row.number,
                    "customer": customer.number,
                    "status": row.status(today).value,
                    "product": in_language(goods[row.product_id].names, person.language),
                    "productKind": goods[row.product_id].kind.value,
                    "priceComponents": [
                        _price(price) for price in agreed_prices(own[row.id], of_product[row.product_id])
                    ],
                    "startDate": row.start_date,
                    "endDate": row.end_date,
                    **_terms(row, goods[row.product_id]),
                    "meteringPoint": _metering_point(
                        points[row.metering_point_id],
                        companies[points[row.metering_point_id].row.network_company_id].name,
                        today,
                    ),
                }
                for row in rows
            ]


def _terms(contract: ContractRow, product: ProductRow) -> Item:
    """As agreed on in the contract, else as the product says."""
    notice_days = product.notice_days if contract.notice_days is None else contract.notice_days
    return {
        "noticeDays": notice_days,
        "atEnd": contract.at_end or product.at_end,
        "concludedOn": contract.concluded_on,
        "confirmedOn": contract.confirmed_on,
        "soldAtDistance": contract.sold_at_distance,
        "termsVersion": contract.terms_version,
        "attributes": product.attributes | (contract.attributes or {}),
    }


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
        "dwelling": point.home.dwelling,
        "heating": point.home.heating,
        "floorAreaM2": point.home.floor_area_m2,
        "climateZone": point.home.climate_zone,
    }


async def invoice_items(
    database: Database, person: Person, today: date, *, rows: bool
) -> AsyncIterator[list[Item]]:
    gsrns = {point.row.id: point.row.gsrn for point in person.points}
    for customer in person.customers:
        async for invoices in invoice_pages(database, person.access, customer.id, today):
            of_invoice = (
                await invoice_rows(database, person.access, [invoice.id for invoice in invoices])
                if rows
                else {}
            )
            yield [_invoice(invoice, customer, gsrns, of_invoice.get(invoice.id)) for invoice in invoices]


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
        item |= _details(invoice)
        item["rows"] = [
            {
                "description": row.description,
                "category": row.category.value,
                "component": row.component,
                "meteringPoint": None if row.metering_point_id is None else gsrns.get(row.metering_point_id),
                "periodFrom": row.period_from,
                "periodTo": row.period_to,
                "quantity": row.quantity,
                "unit": row.unit,
                "unitPrice": row.unit_price,
                "unitPriceGross": row.unit_price_gross,
                "net": row.net,
                "vatRate": row.vat_rate,
                "vat": row.vat,
                "gross": row.gross,
            }
            for row in rows
        ]
    return item


def _details(invoice: InvoiceData) -> Item:
    """What the table leaves out."""
    return {
        "currency": "EUR",
        "kind": invoice.kind.value,
        "creditsNumber": invoice.credits_number,
        "net": invoice.net,
        "vat": invoice.vat,
        "vatSpecification": [share._asdict() for share in invoice.vat_specification],
        "paidOn": invoice.paid_on,
        "creditedAmount": invoice.credited_amount,
        "openAmount": invoice.open_amount,
        "payee": invoice.payee,
        "iban": invoice.iban,
        "bic": invoice.bic,
        "reference": invoice.reference,
        "lateInterest": invoice.late_interest,
        "notices": invoice.notices,
    }


async def _pages(
    read: Callable[[PageRequest], Awaitable[PageOfRows[Row]]], key_of: Callable[[Row], tuple[date, UUID]]
) -> AsyncIterator[list[Row]]:
    cursor: tuple[date, UUID] | None = None
    while True:
        found = await read(PageRequest(PAGE, backward=False, cursor=cursor))
        yield list(found.rows)
        if not found.has_next:
            return
        cursor = key_of(found.rows[-1])
