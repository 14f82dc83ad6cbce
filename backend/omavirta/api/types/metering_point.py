from datetime import date
from typing import Annotated, Self
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.connections import (
    After,
    Before,
    Connection,
    Edge,
    First,
    Last,
    connection,
    page_request,
)
from omavirta.api.context import Info
from omavirta.api.loaders import (
    FIRST_ONLY,
    PageKey,
    contract_page_of_point,
    home_of,
    latest_invoice_of,
    metering_point_of,
    network_company_of,
    reported_years_of,
    supply_periods_of,
)
from omavirta.api.nodes import Node
from omavirta.api.scalars import GSRN
from omavirta.api.types.annual_report import AnnualReport, load_annual_report
from omavirta.api.types.comparison import Comparison, compare
from omavirta.api.types.consumption import Consumption, load_consumption
from omavirta.api.types.contract import Contract, contract_connection
from omavirta.api.types.estimate import InvoiceEstimate, load_next_invoice
from omavirta.api.types.invoice import Invoice
from omavirta.api.types.offers import LastYearWithProducts, load_last_year
from omavirta.contracts.queries import CONTRACTS_OF_POINT, ContractStatus
from omavirta.metering import calendar
from omavirta.metering.comparison import Dwelling, Heating, Home
from omavirta.metering.points import MeteringPointRow, NetworkCompanyRow
from omavirta.metering.reading import Series
from omavirta.storage.paging import PageOfRows

ContractStatuses = Annotated[
    list[ContractStatus] | None, strawberry.argument(description="Only contracts of these statuses.")
]


@strawberry.type(description="A place by its street and post office.")
class Address:
    street: str = strawberry.field(description="Street and number.")
    postal_code: str = strawberry.field(description="Five digits in Finland.")
    city: str = strawberry.field(description="Post office.")


@strawberry.type(description="The distribution system operator, whom grid matters and outages concern.")
class NetworkCompany(Node):
    name: str = strawberry.field(description="The company's name.")
    phone: str = strawberry.field(description="Its customer service.")
    website: str = strawberry.field(description="Its own service for its customers.")

    @classmethod
    def of(cls, row: NetworkCompanyRow) -> Self:
        return cls(key=row.id, name=row.name, phone=row.phone, website=row.website)


@strawberry.type(description="A place where electricity is used and metered.")
class MeteringPoint(Node):
    """Made of its key alone, which a contract of the asker's has named; its columns are read when a field needs them."""

    @strawberry.field(description="Its id in Datahub.")
    async def gsrn(self, info: Info) -> GSRN:
        return GSRN((await self._row(info)).gsrn)

    @strawberry.field(
        description="What its customer calls it; null where it has no name, and for one whose contract is not in force today."
    )
    async def name(self, info: Info) -> str | None:
        # The name is the present customer's own word: one who has moved out, or is yet to move in, does not read it.
        today = calendar.day_number(info.context.today)
        visible = await info.context.load(supply_periods_of, self.key)
        return (await self._row(info)).name if any(first <= today < last for first, last in visible) else None

    @strawberry.field(description="Where it is.")
    async def address(self, info: Info) -> Address:
        info.context.access.require(Scope.CUSTOMER_READ)
        row = await self._row(info)
        return Address(street=row.street, postal_code=row.postal_code, city=row.city)

    @strawberry.field(description="Whose grid it is connected to.")
    async def network_company(self, info: Info) -> NetworkCompany:
        info.context.access.require(Scope.CUSTOMER_READ)
        company_id = (await self._row(info)).network_company_id
        return NetworkCompany.of(await info.context.load(network_company_of, company_id))

    @strawberry.field(description="What kind of home it is; null where not known, and where it is none.")
    async def dwelling(self, info: Info) -> Dwelling | None:
        return (await self._home(info)).dwelling

    @strawberry.field(description="How it is mainly heated; null where not known.")
    async def heating(self, info: Info) -> Heating | None:
        return (await self._home(info)).heating

    @strawberry.field(description="Its floor area in square metres; null where not known.")
    async def floor_area_m2(self, info: Info) -> int | None:
        return (await self._home(info)).floor_area_m2

    @strawberry.field(
        description="Where in Finland it is, from 1 in the south-west to 4 in Lapland; null where not known."
    )
    async def climate_zone(self, info: Info) -> int | None:
        return (await self._home(info)).climate_zone

    @strawberry.field(description="The asker's contract in force today; null where there is none.")
    async def active_contract(self, info: Info) -> Contract | None:
        info.context.access.require(Scope.CONTRACTS_READ)
        key: PageKey[ContractStatus] = (self.key, FIRST_ONLY, (ContractStatus.ACTIVE,))
        rows = (await info.context.load(contract_page_of_point, key)).rows
        return Contract.of(rows[0]) if rows else None

    @strawberry.field(description="The asker's contracts for it, the newest first.")
    async def contracts(
        self,
        info: Info,
        status: ContractStatuses = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Contract]:
        info.context.access.require(Scope.CONTRACTS_READ)
        page = page_request(first, after, last, before, CONTRACTS_OF_POINT)
        key = (self.key, page, None if status is None else tuple(status))
        return contract_connection(await info.context.load(contract_page_of_point, key))

    @strawberry.field(description="The asker's newest invoice for it; null where none has come.")
    async def latest_invoice(self, info: Info) -> Invoice | None:
        info.context.access.require(Scope.INVOICES_READ)
        row = await info.context.load(latest_invoice_of, self.key)
        return None if row is None else Invoice.of(row)

    @strawberry.field(
        description="What was metered on the local days from `from` up to, not including, `to`. At most 400 days by"
        " quarter-hours, 1,100 by hours, 4,018 (eleven years) by days, and 50 years by months or years."
    )
    async def consumption(
        self,
        info: Info,
        from_: Annotated[date, strawberry.argument(name="from", description="The first local day.")],
        to: Annotated[date, strawberry.argument(description="The local day after the last.")],
        resolution: Annotated[
            calendar.Resolution, strawberry.argument(description="How long an interval is.")
        ] = calendar.Resolution.DAY,
        series: Annotated[Series, strawberry.argument(description="What was metered.")] = Series.CONSUMPTION,
    ) -> Consumption:
        info.context.access.require(Scope.CONSUMPTION_READ)
        visible = await info.context.load(supply_periods_of, self.key)
        return await load_consumption(info, self.key, visible, from_, to, resolution, series)

    @strawberry.field(
        description="What was used on the local days from `from` up to, not including, `to`, at most 366, against the same"
        " days of the year before and, for a calendar month, a calendar year or its first months, against similar homes."
    )
    async def comparison(
        self,
        info: Info,
        from_: Annotated[date, strawberry.argument(name="from", description="The first local day.")],
        to: Annotated[date, strawberry.argument(description="The local day after the last.")],
    ) -> Comparison:
        info.context.access.require(Scope.CONSUMPTION_READ)
        return compare(info.context, self.key, from_, to)

    @strawberry.field(
        description="The report of a calendar year that is over; null for a year that is not among `annualReportYears`."
    )
    async def annual_report(
        self, info: Info, year: Annotated[int, strawberry.argument(description="The year.")]
    ) -> AnnualReport | None:
        info.context.access.require(Scope.CONSUMPTION_READ)
        return await load_annual_report(info.context, self.key, year)

    @strawberry.field(
        description="The years that are over in which something was metered while the asker had a contract, the newest"
        " first."
    )
    async def annual_report_years(self, info: Info) -> list[int]:
        info.context.access.require(Scope.CONSUMPTION_READ)
        return await info.context.load(reported_years_of, self.key)

    @strawberry.field(
        description="What the next invoice of the asker's contract in force today will come to; null where there is none."
    )
    async def next_invoice(self, info: Info) -> InvoiceEstimate | None:
        for scope in (Scope.CONSUMPTION_READ, Scope.CONTRACTS_READ, Scope.INVOICES_READ):
            info.context.access.require(scope)
        return await load_next_invoice(info.context, self.key)

    @strawberry.field(
        description="What the last twelve whole months would have cost with each product that is on sale today."
    )
    async def last_year_with_products(self, info: Info) -> LastYearWithProducts:
        info.context.access.require(Scope.CONSUMPTION_READ)
        info.context.access.require(Scope.CONTRACTS_READ)
        return await load_last_year(info.context, self.key)

    async def _home(self, info: Info) -> Home:
        info.context.access.require(Scope.CUSTOMER_READ)
        return await info.context.load(home_of, self.key)

    async def _row(self, info: Info) -> MeteringPointRow:
        return await info.context.load(metering_point_of, self.key)


def metering_point_connection(page: PageOfRows[UUID]) -> Connection[MeteringPoint]:
    made: Connection[MeteringPoint] = connection(
        Edge[MeteringPoint],
        Connection[MeteringPoint],
        page,
        lambda key: (str(key),),
        lambda key: MeteringPoint(key=key),
    )
    return made
