"""What documents are made of, read for one asker: narrowed by Access, and by the days of the asker's own contracts."""

from calendar import isleap
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from omavirta.api.access import Access, Scope
from omavirta.billing.credit_notes import undoes_whole
from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.payment import payment_of
from omavirta.billing.queries import (
    InvoiceData,
    InvoiceRowRow,
    credit_notes,
    invoice_rows,
    invoices,
    invoices_by_number,
)
from omavirta.contracts.home_comparison import similar_homes, year_on_year
from omavirta.contracts.queries import contract_prices, contracts, price_components, products
from omavirta.contracts.supply import supply_periods
from omavirta.contracts.terms import agreed_prices
from omavirta.customers.queries import customers_of
from omavirta.documents.comparison import Comparison
from omavirta.documents.confirmation import ConfirmationSource
from omavirta.documents.invoice import InvoiceSource
from omavirta.metering.calendar import FIRST_DATE, LAST_DATE, day_number
from omavirta.metering.points import MeteringPointRow, metering_points, network_companies
from omavirta.metering.quality import Quality
from omavirta.metering.reading import Series, SeriesDays, read_totals
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.storage.database import Database

LONGEST_COMPARED_DAYS = 366
"""A longer period would reach into the year that it is compared with."""


async def read_invoice(
    database: Database, access: Access, invoice_id: UUID, retailer_name: str
) -> InvoiceSource | None:
    """None where the invoice is not the asker's. What was used is told only to who may read consumption."""
    invoice = (await invoices(database, access, [invoice_id])).get(invoice_id)
    if invoice is None:
        return None
    rows = (await invoice_rows(database, access, [invoice_id]))[invoice_id]
    number = InvoiceNumber(invoice.customer_id, invoice.number)
    notes = (await credit_notes(database, access, [number])).get(number, [])
    contract_id = invoice.contract_id
    contract = (
        None if contract_id is None else (await contracts(database, access, [contract_id])).get(contract_id)
    )
    product = (
        None if contract is None else (await products(database, [contract.product_id]))[contract.product_id]
    )
    (customer,) = await customers_of(database, access, [invoice.customer_id])
    return InvoiceSource(
        invoice=invoice,
        rows=rows,
        payment=payment_of(invoice, retailer_name),
        credited_by=tuple(note.number for note in notes),
        credits_whole=await _credits_whole(database, access, invoice),
        customer=customer,
        contract=contract,
        product=product,
        points=await _points(database, access, invoice, rows),
        comparison=await _comparison(database, access, invoice)
        if Scope.CONSUMPTION_READ in access.scopes
        else None,
    )


async def read_confirmation(
    database: Database, access: Access, contract_id: UUID
) -> ConfirmationSource | None:
    """None where the contract is not the asker's."""
    contract = (await contracts(database, access, [contract_id])).get(contract_id)
    if contract is None:
        return None
    own = (await contract_prices(database, access, [contract_id]))[contract_id]
    of_product = (await price_components(database, [contract.product_id]))[contract.product_id]
    product = (await products(database, [contract.product_id]))[contract.product_id]
    point = (await metering_points(database, [contract.metering_point_id]))[contract.metering_point_id]
    company_id = point.network_company_id
    (customer,) = await customers_of(database, access, [contract.customer_id])
    return ConfirmationSource(
        contract=contract,
        product=product,
        prices=agreed_prices(own, of_product),
        customer=customer,
        point=point,
        network_company=(await network_companies(database, [company_id]))[company_id],
    )


async def _credits_whole(database: Database, access: Access, note: InvoiceData) -> bool | None:
    """Of a credit note: whether it undoes its invoice whole. None for an invoice, and where the credited one is not known."""
    if note.credits_number is None:
        return None
    number = InvoiceNumber(note.customer_id, note.credits_number)
    credited = (await invoices_by_number(database, access, [number])).get(number)
    return None if credited is None else undoes_whole(note, credited)


async def _points(
    database: Database, access: Access, invoice: InvoiceData, rows: Sequence[InvoiceRowRow]
) -> dict[UUID, MeteringPointRow]:
    """The points that the invoice and its rows name, of those that the asker has ever had a contract for."""
    named = [invoice.metering_point_id, *(row.metering_point_id for row in rows)]
    wanted = list(dict.fromkeys(id_ for id_ in named if id_ is not None))
    supplied = await supply_periods(database, access, wanted)
    found = await metering_points(database, [id_ for id_ in wanted if id_ in supplied])
    return {id_: found[id_] for id_ in wanted if id_ in found}


async def _comparison(database: Database, access: Access, invoice: InvoiceData) -> Comparison | None:
    """None where the invoice is for no one point, or what was used in its period is not known whole."""
    point_id = invoice.metering_point_id
    if point_id is None or not FIRST_DATE <= invoice.period_from <= invoice.period_to < LAST_DATE:
        return None
    from_day, to_day = day_number(invoice.period_from), day_number(invoice.period_to) + 1
    days = to_day - from_day
    if days > LONGEST_COMPARED_DAYS:
        return None
    own = await _known_whole(database, access, point_id, from_day, to_day)
    if own is None:
        return None
    before = (await year_on_year(database, access, [point_id], from_day, to_day))[point_id]
    similar = (await similar_homes(database, access, [point_id], from_day, to_day))[point_id]
    comparable = days - _leap_days(invoice.period_from, invoice.period_to)
    return Comparison(
        own=own,
        year_before=_kwh(before.year_before) if before.compared_days == comparable else None,
        similar_homes=None if similar.others is None else Decimal(str(similar.others.average)),
    )


async def _known_whole(
    database: Database, access: Access, point_id: UUID, from_day: int, to_day: int
) -> Decimal | None:
    """KWh of the days, where each of them is known whole and of the asker's own contract."""
    supplied = (await supply_periods(database, access, [point_id])).get(point_id, [])
    days = SeriesDays(point_id, Series.CONSUMPTION, ((from_day, to_day),))
    (totals,) = await read_totals(database, [days])
    whole = [
        total.total_micro_kwh or 0
        for total in totals
        if total.quality < Quality.PARTIALLY_MISSING
        and any(first <= total.day < end for first, end in supplied)
    ]
    return _kwh(sum(whole)) if len(whole) == to_day - from_day else None


def _kwh(micro_kwh: int) -> Decimal:
    return Decimal(micro_kwh) / MICRO_KWH_PER_KWH


def _leap_days(first: date, last: date) -> int:
    """How many 29 Februaries there are, which no year before has."""
    leap_years = filter(isleap, range(first.year, last.year + 1))
    return sum(first <= date(year, 2, 29) <= last for year in leap_years)
