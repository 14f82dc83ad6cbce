"""What an annual report is made of, read for one asker: narrowed by Access, and by the days of the asker's own contracts."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from omavirta.api.access import Access, Scope
from omavirta.contracts.agreements import agreements_of
from omavirta.contracts.home_comparison import SimilarHomes, similar_homes, year_on_year
from omavirta.contracts.month_costs import read_point_months
from omavirta.contracts.tariff import CostStatus, VatTreatment
from omavirta.contracts.yearly_costs import YearCost, year_cost
from omavirta.contracts.yearly_energy import REPORTED_YEARS, YearEnergy, reported_years, yearly_energies
from omavirta.customers.queries import CustomerRow, customers_of
from omavirta.documents.annual_report import AnnualReportSource, SimilarHomesOfYear, YearOfUse
from omavirta.metering.calendar import day_number
from omavirta.metering.comparison_years import YearOnYear
from omavirta.metering.homes import homes_of
from omavirta.metering.points import metering_points
from omavirta.metering.quality import Quality
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.storage.database import Database, as_uuid, placeholders


async def read_annual_report(
    database: Database, access: Access, point_id: UUID, year: int, today: date
) -> AnnualReportSource | None:
    """None where the point is not the asker's, and for a year that there is no report of. What the years cost is told only
    to who may read contracts.
    """
    years = (await reported_years(database, access, [point_id], today)).get(point_id, [])
    customer = await _customer(database, access, point_id, year) if year in years else None
    if customer is None:
        return None
    first = max(year - REPORTED_YEARS + 1, years[-1])
    energies = (await yearly_energies(database, access, [point_id], first, year))[point_id]
    from_day, to_day = day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1))
    before = (await year_on_year(database, access, [point_id], from_day, to_day))[point_id]
    similar = (await similar_homes(database, access, [point_id], from_day, to_day))[point_id]
    may_see_costs = Scope.CONTRACTS_READ in access.scopes
    costs = await _costs(database, access, point_id, energies) if may_see_costs else {}
    return AnnualReportSource(
        customer=customer,
        point=(await metering_points(database, [point_id]))[point_id],
        heating=(await homes_of(database, [point_id]))[point_id].heating,
        years=[_year(energy, costs.get(energy.year)) for energy in energies],
        changed=_changed(before),
        similar=_similar(similar),
    )


async def _customer(database: Database, access: Access, point_id: UUID, year: int) -> CustomerRow | None:
    """Whose the point was last in that year, of the asker's customers."""
    if not access.customer_ids or not access.reaches(point_id):
        return None
    rows = await database.fetch(
        "SELECT customer_id FROM contract WHERE metering_point_id = $1 AND start_date <= $2"
        " AND (end_date IS NULL OR end_date >= $3)"
        f" AND customer_id IN ({placeholders(4, len(access.customer_ids))}) ORDER BY start_date DESC, id LIMIT 1",
        point_id,
        date(year, 12, 31),
        date(year, 1, 1),
        *access.customer_ids,
    )
    customers = await customers_of(database, access, [as_uuid(row[0]) for row in rows])
    return customers[0] if customers else None


async def _costs(
    database: Database, access: Access, point_id: UUID, years: Sequence[YearEnergy]
) -> dict[int, YearCost]:
    first, last = years[-1].year, years[0].year
    days = day_number(date(first, 1, 1)), day_number(date(last + 1, 1, 1))
    agreements = await agreements_of(database, access, [point_id])
    months = (await read_point_months(database, {point_id: agreements.get(point_id, [])}, *days))[point_id]
    return {each.year: year_cost(months, each.year) for each in years}


def _year(energy: YearEnergy, cost: YearCost | None) -> YearOfUse:
    kwh = None if energy.energy_micro_kwh is None else Decimal(energy.energy_micro_kwh) / MICRO_KWH_PER_KWH
    euros, with_vat = None, True
    if cost is not None and cost.energy is not None and cost.status is CostStatus.KNOWN:
        euros, with_vat = cost.energy + cost.basic_fees, cost.vat is VatTreatment.INCLUDED
    complete = energy.quality < Quality.PARTIALLY_MISSING
    return YearOfUse(energy.year, kwh, complete=complete, cost=euros, with_vat=with_vat)


def _changed(found: YearOnYear) -> Decimal | None:
    if not found.compared_days or found.year_before <= 0:
        return None
    return Decimal(found.total - found.year_before) / found.year_before


def _similar(found: SimilarHomes) -> SimilarHomesOfYear | None:
    others = found.others
    if others is None or found.own_micro_kwh is None:
        return None
    return SimilarHomesOfYear(
        homes=others.homes,
        own=Decimal(found.own_micro_kwh) / MICRO_KWH_PER_KWH,
        average=Decimal(str(others.average)),
        median=Decimal(str(others.median)),
        place=Decimal(str(others.place)),
    )
