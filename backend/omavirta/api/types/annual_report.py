from datetime import date
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Context, Info
from omavirta.api.loaders import SeriesKey, YearsKey, point_months_of, reported_years_of, yearly_energies_of
from omavirta.api.types.comparison import Comparison, compare
from omavirta.api.types.cost_status import CostStatus
from omavirta.api.types.document import DocumentLink, annual_report_link
from omavirta.api.types.money import Money, euros
from omavirta.api.types.quality import Quality
from omavirta.api.types.vat_treatment import VatTreatment
from omavirta.contracts.yearly_costs import YearCost, year_cost
from omavirta.contracts.yearly_energy import REPORTED_YEARS, YearEnergy
from omavirta.metering.calendar import day_number
from omavirta.metering.reading import Series
from omavirta.metering.series import MICRO_KWH_PER_KWH


@strawberry.type(description="What the asker used in one calendar year.")
class AnnualEnergy:
    data: strawberry.Private[YearEnergy]
    cost_key: strawberry.Private[SeriesKey]
    """Of all the report's years, which are read together."""

    @strawberry.field(description="The year.")
    def year(self) -> int:
        return self.data.year

    @strawberry.field(
        description="Kilowatt-hours of the asker's own days of it, as far as known; null where nothing is."
    )
    def energy_kwh(self) -> float | None:
        energy = self.data.energy_micro_kwh
        return None if energy is None else energy / MICRO_KWH_PER_KWH

    @strawberry.field(description="The weakest quality of those days.")
    def quality(self) -> Quality:
        return self.data.quality

    @strawberry.field(
        description="What the energy of those days cost, as far as known, with value added tax, unless `vatTreatment` says"
        " otherwise, and without monthly fees; null where nothing is. Needs the scope contracts:read, as the next three."
    )
    async def cost(self, info: Info) -> Money | None:
        energy = (await self._cost(info)).energy
        return None if energy is None else euros(energy)

    @strawberry.field(description="The monthly fees of those days, with value added tax.")
    async def basic_fees(self, info: Info) -> Money | None:
        return euros((await self._cost(info)).basic_fees)

    @strawberry.field(description="Whether the cost is known, or why there is none.")
    async def cost_status(self, info: Info) -> CostStatus:
        return (await self._cost(info)).status

    @strawberry.field(
        description="Whether the cost is with value added tax; null where there is none. Monthly fees always are."
    )
    async def vat_treatment(self, info: Info) -> VatTreatment | None:
        return (await self._cost(info)).vat

    async def _cost(self, info: Info) -> YearCost:
        info.context.access.require(Scope.CONTRACTS_READ)
        return year_cost(await info.context.load(point_months_of, self.cost_key), self.data.year)


@strawberry.type(
    description="What was used in a year, as the Energy Efficiency Act (1429/2014, 25 §) has it reported."
)
class AnnualReport:
    year: int = strawberry.field(description="The year.")
    years: list[AnnualEnergy] = strawberry.field(
        description="The year and the three before, the newest first, as far as the asker's contracts reach."
    )
    comparison: Comparison = strawberry.field(
        description="The year against the one before, and against similar homes."
    )
    metering_point_id: strawberry.Private[UUID]

    @strawberry.field(description="The report to keep or print.")
    def document(self, info: Info) -> DocumentLink:
        return annual_report_link(info, self.metering_point_id, self.year)


async def load_annual_report(context: Context, metering_point_id: UUID, year: int) -> AnnualReport | None:
    """Of a point that the asker has a contract for; None for a year that is not among its years."""
    years = await context.load(reported_years_of, metering_point_id)
    if year not in years:
        return None
    first = max(year - REPORTED_YEARS + 1, years[-1])
    days = day_number(date(first, 1, 1)), day_number(date(year + 1, 1, 1))
    # The years are read by days.
    context.take_intervals(days[1] - days[0])
    energies = await context.load(yearly_energies_of, YearsKey(metering_point_id, first, year))
    cost_key = SeriesKey(metering_point_id, Series.CONSUMPTION, *days)
    return AnnualReport(
        metering_point_id=metering_point_id,
        year=year,
        years=[AnnualEnergy(data=energy, cost_key=cost_key) for energy in energies],
        comparison=compare(context, metering_point_id, date(year, 1, 1), date(year + 1, 1, 1)),
    )
