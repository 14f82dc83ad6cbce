from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import strawberry

from omavirta.api.context import Context, Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import (
    SeriesKey,
    delivered_until_of,
    series_blocks_of,
    series_months_of,
    series_totals_of,
)
from omavirta.api.types.cost_status import CostStatus
from omavirta.api.types.costs import Costs
from omavirta.api.types.money import Money, euros
from omavirta.api.types.periods import checked_period, edge_columns
from omavirta.api.types.quality import Quality
from omavirta.api.types.vat_treatment import VatTreatment
from omavirta.contracts import exact
from omavirta.contracts.costs import CostSeries
from omavirta.contracts.supply import DayRange
from omavirta.contracts.tariff import COST_PER_EURO
from omavirta.contracts.vat_treatment import VatSeries
from omavirta.graphql.columns import Column, ColumnList
from omavirta.graphql.selection import selects
from omavirta.metering import calendar
from omavirta.metering.month_series import from_months, months_by_days, tell_all
from omavirta.metering.reading import Series, SeriesDays
from omavirta.metering.series import DayTotal, EnergySeries, View, from_blocks, from_totals

describe_enum(
    Series,
    "What is metered.",
    {Series.CONSUMPTION: "Energy taken from the grid.", Series.PRODUCTION: "Energy given to the grid."},
)
_DELIVERY = frozenset({"completeUntil", "preliminaryFrom"})
_COSTS_OF_INTERVAL = frozenset({"price", "cost", "costStatus"})
_VAT_OF_INTERVAL = frozenset({"vatTreatment"})


@strawberry.type(description="Energy between two moments.")
class Interval:
    start: datetime = strawberry.field(description="Its first moment, local with its offset.")
    end: datetime = strawberry.field(description="Its end, which is the next one's start.")
    energy_kwh: float | None = strawberry.field(
        description="Kilowatt-hours; null where not known, never zero for it."
    )
    quality: Quality = strawberry.field(description="How sure it is, or why there is no value.")
    price: float | None = strawberry.field(
        description="Cents for a kilowatt-hour with value added tax, unless `vatTreatment` says otherwise, without monthly"
        " fees: the mean of its quarter-hours; null where not all of them have one."
    )
    cost: float | None = strawberry.field(
        description="Euros with value added tax, unless `vatTreatment` says otherwise, without monthly fees: the sum of its"
        " quarter-hours, rounded to a millionth of a cent; null where not known."
    )
    cost_status: CostStatus = strawberry.field(description="Whether the cost is known, or why there is none.")
    vat_treatment: VatTreatment | None = strawberry.field(
        description="Whether the price and the cost are with value added tax; null where there is neither."
    )


@strawberry.type(description="The intervals as arrays of one length.")
class IntervalColumns:
    starts: list[datetime] = strawberry.field(description="First moments, local with their offsets.")
    ends: list[datetime] = strawberry.field(description="Ends.")
    energy_kwh: list[float | None] = strawberry.field(description="Kilowatt-hours; null where not known.")
    qualities: list[Quality] = strawberry.field(description="How sure each is, or why there is no value.")
    cost_source: strawberry.Private[Costs]

    @strawberry.field(
        description="Cents for a kilowatt-hour with value added tax, unless `vatTreatments` says otherwise: means of"
        " quarter-hours; null where not known."
    )
    def prices(self) -> list[float | None]:
        return _prices(self.cost_source.series())  # type: ignore[return-value]

    @strawberry.field(
        description="Euros with value added tax, unless `vatTreatments` says otherwise, without monthly fees; null where not"
        " known. As in `intervals`."
    )
    def costs(self) -> list[float | None]:
        return _costs(self.cost_source.series())  # type: ignore[return-value]

    @strawberry.field(description="Whether each cost is known, or why there is none.")
    def cost_statuses(self) -> list[CostStatus]:
        return _statuses(self.cost_source.series())  # type: ignore[return-value]

    @strawberry.field(
        description="Whether each price and cost are with value added tax; null where there is neither."
    )
    def vat_treatments(self) -> list[VatTreatment | None]:
        return _vat_treatments(self.cost_source.vat())  # type: ignore[return-value]


@strawberry.type(description="What was metered in a period of local days.")
class Consumption:
    from_: date = strawberry.field(name="from", description="The first local day.")
    to: date = strawberry.field(description="The local day after the last.")
    resolution: calendar.Resolution = strawberry.field(description="How long an interval is.")
    time_zone: str = strawberry.field(description="The zone whose days these are, by its IANA name.")
    complete_until: datetime | None = strawberry.field(
        description="The end of the newest delivered interval, in this period or not; null where there is none."
    )
    preliminary_from: datetime | None = strawberry.field(
        description="Delivered values from here on may still change; null where all are final."
    )
    energy_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of the whole period, as far as known; null where nothing is."
    )
    quality: Quality = strawberry.field(description="The weakest quality of the whole period.")
    data: strawberry.Private[EnergySeries]
    cost_source: strawberry.Private[Costs]

    @strawberry.field(
        description="What the energy of the whole period costs, as far as known, with value added tax, unless"
        " `vatTreatment` says otherwise, and without monthly fees; null where nothing is."
    )
    def cost(self) -> Money | None:
        found = self.cost_source.series()
        return euros(exact.rounded(found.total, COST_PER_EURO, 2)) if found.status.has_cost else None

    @strawberry.field(description="Whether the cost of the whole period is known, or why there is none.")
    def cost_status(self) -> CostStatus:
        return self.cost_source.series().status

    @strawberry.field(
        description="Whether the cost of the whole period is with value added tax; null where there is none. Monthly fees"
        " always are."
    )
    def vat_treatment(self) -> VatTreatment | None:
        return self.cost_source.vat().whole

    @strawberry.field(
        description="The monthly fees of the period's local days with value added tax, each month's part rounded once;"
        " null where no day of it is one of a contract."
    )
    def basic_fees(self) -> Money | None:
        fees = self.cost_source.basic_fees()
        return None if fees is None else euros(fees)

    @strawberry.field(description="The period's intervals in order.")
    def intervals(self, info: Info) -> list[Interval]:
        days = self.data.view.from_day, self.data.view.to_day
        starts, ends = edge_columns(days, self.resolution)
        columns = {
            "start": starts,
            "end": ends,
            "energy_kwh": Column(self.data.energy_kwh, text=self.data.energy_kwh_text),
            "quality": _qualities(self.data),
        }
        if selects(info._raw_info, _COSTS_OF_INTERVAL):  # noqa: SLF001
            found = self.cost_source.series()
            columns |= {"price": _prices(found), "cost": _costs(found), "cost_status": _statuses(found)}
        if selects(info._raw_info, _VAT_OF_INTERVAL):  # noqa: SLF001
            columns["vat_treatment"] = _vat_treatments(self.cost_source.vat())
        return ColumnList(columns, len(self.data.quality_codes))  # type: ignore[return-value]  # rows of it are read like intervals

    @strawberry.field(description="The same as arrays, for charts and for reading much.")
    def columns(self) -> IntervalColumns:
        starts, ends = edge_columns((self.data.view.from_day, self.data.view.to_day), self.resolution)
        return IntervalColumns(
            starts=starts,  # type: ignore[arg-type]  # a column is read like a list
            ends=ends,  # type: ignore[arg-type]
            energy_kwh=Column(self.data.energy_kwh, text=self.data.energy_kwh_text),  # type: ignore[arg-type]
            qualities=_qualities(self.data),  # type: ignore[arg-type]
            cost_source=self.cost_source,
        )


async def load_consumption(
    info: Info,
    metering_point_id: UUID,
    visible: list[DayRange],
    from_: date,
    to: date,
    resolution: calendar.Resolution,
    series: Series,
) -> Consumption:
    """The series of a point that the asker has a contract for, on the days of that contract."""
    context = info.context
    days = checked_period(context, from_, to, resolution)
    key = SeriesKey(metering_point_id, series, *days)
    costs = Costs(key, resolution)
    await costs.load(context, info._raw_info)  # noqa: SLF001
    is_by_months = resolution in {calendar.Resolution.MONTH, calendar.Resolution.YEAR}
    delivered_until = None
    if not is_by_months or selects(info._raw_info, _DELIVERY):  # noqa: SLF001
        delivered_until = await context.load(delivered_until_of, key[:2])
    view = View(*days, resolution, delivered_until, visible)
    if is_by_months:
        data = await _by_months(context, view, key, costs)
    elif resolution is calendar.Resolution.DAY:
        data = from_totals(view, await context.load(series_totals_of, key.days))
    else:
        data = from_blocks(view, await context.load(series_blocks_of, key.days))
    seen_until = None if delivered_until is None else _within(delivered_until, visible)
    preliminary = calendar.day_start(calendar.day_number(context.today) - calendar.PRELIMINARY_DAYS + 1)
    return Consumption(
        from_=from_,
        to=to,
        resolution=resolution,
        time_zone=calendar.TIME_ZONE_NAME,
        complete_until=None if seen_until is None else _moment(seen_until),
        preliminary_from=_moment(preliminary)
        if seen_until is not None and seen_until > preliminary
        else None,
        energy_kwh=data.total_kwh,
        quality=data.quality,
        data=data,
        cost_source=costs,
    )


async def _by_months(context: Context, view: View, key: SeriesKey, costs: Costs) -> EnergySeries:
    """MONTH or YEAR; days are read only where months do not tell all."""
    if costs.months is not None:
        months = costs.months.energy
    else:
        months = {month.month: month for month in await context.load(series_months_of, key)}
    if tell_all(view, months):
        return from_months(view, months, ())
    view = replace(view, delivered_until=await context.load(delivered_until_of, key[:2]))
    untold = months_by_days(view, months)
    totals: list[DayTotal] = []
    if untold:
        totals = await context.load(series_totals_of, SeriesDays(*key[:2], untold))
    return from_months(view, months, totals)


def _within(delivered_until: int, visible: list[DayRange]) -> int | None:
    """How far the asker's own days have been delivered: what came after the last contract is not the asker's to know."""
    ends = [
        min(delivered_until, calendar.day_start(to))
        for from_, to in visible
        if calendar.day_start(from_) < delivered_until
    ]
    return max(ends, default=None)


def _prices(data: CostSeries) -> Column:
    return Column(data.price_list, text=data.price_text)


def _costs(data: CostSeries) -> Column:
    return Column(data.cost_list, text=data.cost_text)


def _statuses(data: CostSeries) -> Column:
    return Column(data.status_names, CostStatus.__getitem__, has_none=False, text=data.status_names_text)


def _vat_treatments(data: VatSeries) -> Column:
    return Column(data.names, VatTreatment.__getitem__, text=data.names_text)


def _qualities(data: EnergySeries) -> Column:
    return Column(data.quality_names, Quality.__getitem__, has_none=False, text=data.quality_names_text)


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC).astimezone(calendar.TIME_ZONE)
