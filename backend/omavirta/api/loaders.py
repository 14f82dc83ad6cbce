"""The questions that resolvers ask, each answered for all its keys at once (`Context.load`)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import NamedTuple, TypeAlias, TypeVar
from uuid import UUID

from omavirta.api.access import Access
from omavirta.api.context import Context
from omavirta.billing.estimate import Estimate
from omavirta.billing.evidence import Evidence, InvoiceInQuestion, read_evidence
from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.next_invoice import next_invoices
from omavirta.billing.queries import (
    InvoiceData,
    InvoiceRowRow,
    InvoiceStatus,
    credit_notes,
    invoice_rows,
    invoices_by_number,
    invoices_of_customers,
    latest_invoices,
)
from omavirta.contracts.agreements import agreements_of
from omavirta.contracts.costs import quarters_of_blocks, whole_months
from omavirta.contracts.home_comparison import SimilarHomes, similar_homes, year_on_year
from omavirta.contracts.month_costs import PointMonths, keep_months, read_point_months
from omavirta.contracts.offers import LastYear, last_years
from omavirta.contracts.queries import (
    ContractRow,
    ContractStatus,
    PriceComponentRow,
    ProductRow,
    contract_prices,
    contracts,
    contracts_of_customers,
    contracts_of_points,
    price_components,
    products,
)
from omavirta.contracts.supply import DayRange, supplied_points, supply_periods
from omavirta.contracts.tariff import Agreement, PricedQuarters, price_quarters
from omavirta.contracts.yearly_energy import YearEnergy, reported_years, yearly_energies
from omavirta.customers.roles import MandateRole
from omavirta.identity.company_users import (
    MandateInvitationRow,
    MandateRequestRow,
    MandateRow,
    invitations_to,
    mandates_of,
    requests_to,
    roles_for,
)
from omavirta.metering.comparison import Home
from omavirta.metering.comparison_years import YearOnYear
from omavirta.metering.homes import homes_of
from omavirta.metering.months import MonthSum, month_of_day, read_months
from omavirta.metering.points import MeteringPointRow, NetworkCompanyRow, metering_points, network_companies
from omavirta.metering.reading import Series, SeriesDays, read_blocks, read_delivered_until, read_totals
from omavirta.metering.series import DayBlocks, DayTotal
from omavirta.storage.database import Database
from omavirta.storage.paging import PageOfRows, PageRequest

Status = TypeVar("Status")
Answer = TypeVar("Answer")
Row = TypeVar("Row")
PageKey: TypeAlias = tuple[UUID, PageRequest, tuple[Status, ...] | None]
"""Whose list, which page of it, and the statuses to keep."""


class SeriesKey(NamedTuple):
    """A series of a metering point on the local days [from_day, to_day)."""

    metering_point_id: UUID
    series: Series
    from_day: int
    to_day: int

    @property
    def days(self) -> SeriesDays:
        return SeriesDays(self.metering_point_id, self.series, ((self.from_day, self.to_day),))


FIRST_ONLY = PageRequest(1, backward=False, cursor=None)


async def metering_point_of(context: Context, ids: list[UUID]) -> list[MeteringPointRow]:
    """Of ids that contracts have named, so that they are there."""
    found = await metering_points(context.database, ids)
    return [found[id_] for id_ in ids]


async def network_company_of(context: Context, ids: list[UUID]) -> list[NetworkCompanyRow]:
    found = await network_companies(context.database, ids)
    return [found[id_] for id_ in ids]


async def supply_periods_of(context: Context, ids: list[UUID]) -> list[list[DayRange]]:
    found = await supply_periods(context.database, context.access, ids)
    return [found.get(id_, []) for id_ in ids]


async def point_page_of(context: Context, keys: list[PageKey[None]]) -> list[PageOfRows[UUID]]:
    return await _pages(
        keys, lambda owners, page, _: supplied_points(context.database, context.access, owners, page)
    )


async def product_of(context: Context, ids: list[UUID]) -> list[ProductRow]:
    found = await products(context.database, ids)
    return [found[id_] for id_ in ids]


async def price_components_of(context: Context, ids: list[UUID]) -> list[list[PriceComponentRow]]:
    found = await price_components(context.database, ids)
    return [found[id_] for id_ in ids]


async def contract_prices_of(context: Context, ids: list[UUID]) -> list[list[PriceComponentRow]]:
    found = await contract_prices(context.database, context.access, ids)
    return [found[id_] for id_ in ids]


async def contract_page_of_customer(
    context: Context, keys: list[PageKey[ContractStatus]]
) -> list[PageOfRows[ContractRow]]:
    return await _pages(
        keys,
        lambda owners, page, status: contracts_of_customers(
            context.database, context.access, owners, page, context.today, status
        ),
    )


async def contract_page_of_point(
    context: Context, keys: list[PageKey[ContractStatus]]
) -> list[PageOfRows[ContractRow]]:
    return await _pages(
        keys,
        lambda owners, page, status: contracts_of_points(
            context.database, context.access, owners, page, context.today, status
        ),
    )


async def invoice_page_of_customer(
    context: Context, keys: list[PageKey[InvoiceStatus]]
) -> list[PageOfRows[InvoiceData]]:
    return await _pages(
        keys,
        lambda owners, page, status: invoices_of_customers(
            context.database, context.access, owners, page, context.today, status
        ),
    )


async def latest_invoice_of(context: Context, ids: list[UUID]) -> list[InvoiceData | None]:
    found = await latest_invoices(context.database, context.access, ids)
    return [found.get(id_) for id_ in ids]


async def invoice_rows_of(context: Context, ids: list[UUID]) -> list[list[InvoiceRowRow]]:
    found = await invoice_rows(context.database, context.access, ids)
    return [found[id_] for id_ in ids]


async def invoice_of_number(context: Context, numbers: list[InvoiceNumber]) -> list[InvoiceData | None]:
    found = await invoices_by_number(context.database, context.access, numbers)
    return [found.get(number) for number in numbers]


async def credit_notes_of(context: Context, numbers: list[InvoiceNumber]) -> list[list[InvoiceData]]:
    """The credit notes of each of these invoices, the newest first."""
    found = await credit_notes(context.database, context.access, numbers)
    return [found.get(number, []) for number in numbers]


async def evidence_of(context: Context, questions: list[InvoiceInQuestion]) -> list[Evidence]:
    """What invoices are checked against: a fixed number of statements for each customer and period."""
    return await read_evidence(context.database, context.access, questions)


async def contract_of(context: Context, ids: list[UUID]) -> list[ContractRow | None]:
    """None for what is not the asker's."""
    found = await contracts(context.database, context.access, ids)
    return [found.get(id_) for id_ in ids]


async def role_for(context: Context, customer_ids: list[UUID]) -> list[MandateRole]:
    """Of customers that Access holds, so that there is a mandate."""
    found = await roles_for(context.database, context.access, customer_ids)
    return [found[id_] for id_ in customer_ids]


async def mandates_to(context: Context, customer_ids: list[UUID]) -> list[list[MandateRow]]:
    found = await mandates_of(context.database, context.access, customer_ids)
    return [found.get(id_, []) for id_ in customer_ids]


async def mandate_requests_to(context: Context, customer_ids: list[UUID]) -> list[list[MandateRequestRow]]:
    found = await requests_to(context.database, context.access, customer_ids)
    return [found.get(id_, []) for id_ in customer_ids]


async def mandate_invitations_to(
    context: Context, customer_ids: list[UUID]
) -> list[list[MandateInvitationRow]]:
    found = await invitations_to(context.database, context.access, customer_ids, context.clock())
    return [found.get(id_, []) for id_ in customer_ids]


async def delivered_until_of(context: Context, keys: list[tuple[UUID, Series]]) -> list[int | None]:
    found: dict[tuple[UUID, Series], int] = {}
    for series in {series for _, series in keys}:
        ids = [id_ for id_, asked in keys if asked is series]
        until = await read_delivered_until(context.database, ids, series)
        found |= {(id_, series): moment for id_, moment in until.items()}
    return [found.get(key) for key in keys]


async def series_blocks_of(context: Context, keys: list[SeriesDays]) -> list[DayBlocks]:
    return await read_blocks(context.database, keys)


async def series_totals_of(context: Context, keys: list[SeriesDays]) -> list[list[DayTotal]]:
    return await read_totals(context.database, keys)


async def _series(
    context: Context,
    keys: Sequence[SeriesKey],
    read: Callable[[Database, Sequence[UUID], Series, int, int], Awaitable[dict[UUID, Answer]]],
) -> list[Answer]:
    """One statement for each different period: in a usual query that is one for all metering points."""
    points: dict[tuple[Series, int, int], list[UUID]] = {}
    for key in keys:
        points.setdefault(key[1:], []).append(key.metering_point_id)
    found: dict[SeriesKey, Answer] = {}
    for period, ids in points.items():
        for id_, days in (await read(context.database, ids, *period)).items():
            found[SeriesKey(id_, *period)] = days
    return [found[key] for key in keys]


async def _pages(
    keys: Sequence[PageKey[Status]],
    fetch: Callable[
        [list[UUID], PageRequest, tuple[Status, ...] | None], Awaitable[dict[UUID, PageOfRows[Row]]]
    ],
) -> list[PageOfRows[Row]]:
    """One statement for each different page asked for: in a usual query that is one for all owners."""
    owners: dict[tuple[PageRequest, tuple[Status, ...] | None], list[UUID]] = {}
    for owner, page, status in keys:
        owners.setdefault((page, status), []).append(owner)
    found: dict[PageKey[Status], PageOfRows[Row]] = {}
    for (page, status), ids in owners.items():
        for owner, rows in (await fetch(ids, page, status)).items():
            found[owner, page, status] = rows
    nothing: PageOfRows[Row] = PageOfRows([], has_next=False, has_previous=False)
    return [found.get(key, nothing) for key in keys]


class PeriodKey(NamedTuple):
    """A metering point on the local days [from_day, to_day)."""

    metering_point_id: UUID
    from_day: int
    to_day: int


class YearsKey(NamedTuple):
    """A metering point in calendar years, the last included."""

    metering_point_id: UUID
    first_year: int
    last_year: int


async def home_of(context: Context, ids: list[UUID]) -> list[Home]:
    """Of ids that contracts have named, so that they are there."""
    found = await homes_of(context.database, ids)
    return [found[id_] for id_ in ids]


async def similar_homes_of(context: Context, keys: list[PeriodKey]) -> list[SimilarHomes]:
    return await _by_period(context, keys, similar_homes)


async def year_on_year_of(context: Context, keys: list[PeriodKey]) -> list[YearOnYear]:
    return await _by_period(context, keys, year_on_year)


async def reported_years_of(context: Context, ids: list[UUID]) -> list[list[int]]:
    found = await reported_years(context.database, context.access, ids, context.today)
    return [found[id_] for id_ in ids]


async def yearly_energies_of(context: Context, keys: list[YearsKey]) -> list[list[YearEnergy]]:
    return await _by_period(context, keys, yearly_energies)


async def _by_period(
    context: Context,
    keys: Sequence[PeriodKey] | Sequence[YearsKey],
    read: Callable[[Database, Access, Sequence[UUID], int, int], Awaitable[dict[UUID, Answer]]],
) -> list[Answer]:
    """A fixed number of statements for each different period: in a usual query that is one for all metering points."""
    points: dict[tuple[int, int], list[UUID]] = {}
    for id_, first, end in keys:
        points.setdefault((first, end), []).append(id_)
    found = {
        period: await read(context.database, context.access, ids, *period) for period, ids in points.items()
    }
    return [found[first, end][id_] for id_, first, end in keys]


async def series_months_of(context: Context, keys: list[SeriesKey]) -> list[list[MonthSum]]:
    """The sums of the months that the days touch."""

    async def read(
        database: Database, ids: Sequence[UUID], series: Series, from_day: int, to_day: int
    ) -> dict[UUID, list[MonthSum]]:
        return await read_months(database, ids, series, month_of_day(from_day), month_of_day(to_day - 1) + 1)

    return await _series(context, keys, read)


async def agreements_for(context: Context, ids: list[UUID]) -> list[list[Agreement]]:
    found = await agreements_of(context.database, context.access, ids)
    return [found.get(id_, []) for id_ in ids]


async def priced_quarters_of(context: Context, keys: list[SeriesKey]) -> list[PricedQuarters]:
    """Of whole months around the days. The blocks are those that the same days' energy is read from."""
    agreements = await _agreements(context, keys)
    wanted = [
        key._replace(from_day=first, to_day=end) for key in keys for first, end in [whole_months(*key[2:])]
    ]
    blocks = dict(
        zip(
            wanted,
            await asyncio.gather(*(context.load(series_blocks_of, key.days) for key in wanted)),
            strict=True,
        )
    )

    async def read(
        database: Database, ids: Sequence[UUID], series: Series, from_day: int, to_day: int
    ) -> dict[UUID, PricedQuarters]:
        own = {id_: blocks[SeriesKey(id_, series, from_day, to_day)] for id_ in ids}
        quarters = await quarters_of_blocks(database, own, from_day, to_day)
        found: dict[UUID, PricedQuarters] = {}
        for id_ in ids:
            found[id_] = price_quarters(agreements[id_], quarters[id_])
            if len(ids) > 1:
                # Others are served between two points.
                await asyncio.sleep(0)
        return found

    return await _series(context, wanted, read)


async def point_months_of(context: Context, keys: list[SeriesKey]) -> list[PointMonths]:
    """What months cost; what had to be computed is kept once the answer is out."""
    agreements = await _agreements(context, keys)

    async def read(
        database: Database, ids: Sequence[UUID], _: Series, from_day: int, to_day: int
    ) -> dict[UUID, PointMonths]:
        return await read_point_months(database, {id_: agreements[id_] for id_ in ids}, from_day, to_day)

    found = await _series(context, keys, read)
    fresh = [month for point in found for month in point.fresh]
    if fresh:
        context.after_answer.append(partial(keep_months, context.database, fresh))
    return found


async def _agreements(context: Context, keys: Sequence[SeriesKey]) -> dict[UUID, list[Agreement]]:
    ids = list({key.metering_point_id for key in keys})
    return dict(
        zip(ids, await asyncio.gather(*(context.load(agreements_for, id_) for id_ in ids)), strict=True)
    )


async def next_invoice_of(context: Context, ids: list[UUID]) -> list[tuple[UUID, Estimate] | None]:
    """The contract in force today and its next invoice; None where there is no such contract."""
    found = await next_invoices(context.database, context.access, ids, context.today)
    return [found.get(id_) for id_ in ids]


async def last_year_of(context: Context, ids: list[UUID]) -> list[LastYear]:
    """Of points that contracts of the asker's have named, so that they are there."""
    found = await last_years(context.database, context.access, ids, context.today)
    return [found[id_] for id_ in ids]
