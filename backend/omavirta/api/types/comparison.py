from datetime import date
from typing import Self
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Context, Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import PeriodKey, similar_homes_of, year_on_year_of
from omavirta.api.types.periods import checked_period
from omavirta.contracts import home_comparison
from omavirta.contracts.home_comparison import SimilarHomesStatus
from omavirta.metering import comparison_years
from omavirta.metering.calendar import Resolution
from omavirta.metering.comparison import Dwelling, Heating, HomeGroup, HomeSizeUnit
from omavirta.metering.series import MICRO_KWH_PER_KWH

LONGEST_DAYS = 366
"""A period that is compared with the year before cannot reach into it."""

describe_enum(
    Dwelling,
    "What kind of home a metering point is.",
    {
        Dwelling.HOUSE: "A detached house.",
        Dwelling.ROW_HOUSE: "A home in a terraced or semi-detached house.",
        Dwelling.FLAT: "A home in a block of flats.",
        Dwelling.COTTAGE: "A holiday home.",
        Dwelling.OTHER: "Another kind.",
    },
)
describe_enum(
    Heating,
    "How a home is mainly heated.",
    {
        Heating.ELECTRIC: "Electric heating.",
        Heating.HEAT_PUMP: "A ground or air-to-water heat pump.",
        Heating.DISTRICT: "District heating.",
        Heating.OIL: "Oil.",
        Heating.WOOD: "Wood or pellets.",
        Heating.OTHER: "In another way.",
    },
)
describe_enum(
    HomeSizeUnit,
    "What a home's size is told by.",
    {
        HomeSizeUnit.SQUARE_METRES: "Its floor area.",
        HomeSizeUnit.KWH_A_YEAR: "What it used in the twelve months before those compared, its floor area not being known.",
    },
)
describe_enum(
    SimilarHomesStatus,
    "Whether there are similar homes to compare with, and why not.",
    {
        SimilarHomesStatus.AVAILABLE: "There are.",
        SimilarHomesStatus.GROUP_TOO_SMALL: "Fewer than 20 others, or homes of fewer than 20 other customers: too few to"
        " stay nobody in particular.",
        SimilarHomesStatus.HOME_UNKNOWN: "Dwelling, heating, climate zone or size of the home is not known.",
        SimilarHomesStatus.NOT_WHOLE_MONTHS: "The period is neither a calendar month nor a calendar year or its first"
        " months.",
        SimilarHomesStatus.NOT_COMPLETE: "Something the home used in the period is not known, or the period was not the"
        " asker's own all through.",
        SimilarHomesStatus.NOT_COMPUTED: "The period has not been computed yet: it is once, eleven days after its end, when its"
        " values are final. Or the home's readings came or changed after that, so that it is not in the group as it is now known.",
    },
)


@strawberry.type(description="A period against the same dates of the year before.")
class LastYearComparison:
    energy_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of the compared days; null where there is none."
    )
    last_year_kwh: float | None = strawberry.field(
        description="Kilowatt-hours of the same dates a year before; null where no day is compared."
    )
    change: float | None = strawberry.field(
        description="How much more, as a share of the year before: -0.08 is 8 per cent less. Null where no day is"
        " compared, and where nothing was used the year before."
    )
    compared_days: int = strawberry.field(
        description="Days that are compared: those known whole in both years, and the asker's own in both. 29 February"
        " has none to be compared with."
    )
    days: int = strawberry.field(description="Days of the period.")

    @classmethod
    def of(cls, found: comparison_years.YearOnYear, days: int) -> Self:
        some = found.compared_days > 0
        return cls(
            energy_kwh=found.total / MICRO_KWH_PER_KWH if some else None,
            last_year_kwh=found.year_before / MICRO_KWH_PER_KWH if some else None,
            change=(found.total - found.year_before) / found.year_before if found.year_before > 0 else None,
            compared_days=found.compared_days,
            days=days,
        )


@strawberry.type(
    description="What homes of the same dwelling, heating, size and climate zone used in the same months, one's own not"
    " counted among them. Only homes known whole through all of them count. Energies are rounded to two significant figures,"
    " at finest to 1 kWh, and never change once they are told, so that answers taken from one another do not leave what one"
    " home used."
)
class SimilarHomes:
    data: strawberry.Private[home_comparison.SimilarHomes]

    @strawberry.field(description="Whether there are some, and why not.")
    def status(self) -> SimilarHomesStatus:
        return self.data.status

    def _group(self, info: Info) -> HomeGroup | None:
        """What kind of home the asker's own is: as on the metering point, more than consumption alone. Needs customer:read."""
        info.context.access.require(Scope.CUSTOMER_READ)
        return self.data.group

    @strawberry.field(description="Their kind; null where the home's own group is not known.")
    def dwelling(self, info: Info) -> Dwelling | None:
        group = self._group(info)
        return group.dwelling if group else None

    @strawberry.field(description="How they are heated; null likewise.")
    def heating(self, info: Info) -> Heating | None:
        group = self._group(info)
        return group.heating if group else None

    @strawberry.field(description="The least size of the group; null likewise.")
    def size_from(self, info: Info) -> int | None:
        group = self._group(info)
        return group.size_from if group else None

    @strawberry.field(
        description="The size that all of the group stay below; null likewise, and for the largest."
    )
    def size_to(self, info: Info) -> int | None:
        group = self._group(info)
        return group.size_to if group else None

    @strawberry.field(description="What sizes are told by; null likewise.")
    def size_unit(self, info: Info) -> HomeSizeUnit | None:
        group = self._group(info)
        return group.size_unit if group else None

    @strawberry.field(
        description="Where in Finland they are, from 1 in the south-west to 4 in Lapland; null likewise."
    )
    def climate_zone(self, info: Info) -> int | None:
        group = self._group(info)
        return group.climate_zone if group else None

    @strawberry.field(
        description="There are at least as many: rounded down to tens. Null, as the figures below, unless AVAILABLE."
    )
    def homes(self) -> int | None:
        return self.data.others.homes if self.data.others else None

    @strawberry.field(description="Their mean, kWh, from a rounded sum and to two significant figures.")
    def average(self) -> float | None:
        return self.data.others.average if self.data.others else None

    @strawberry.field(description="Half of them used less, kWh, to two significant figures.")
    def median(self) -> float | None:
        return self.data.others.median if self.data.others else None

    @strawberry.field(description="A quarter of them used less, kWh, to two significant figures.")
    def lower_quartile(self) -> float | None:
        return self.data.others.lower_quartile if self.data.others else None

    @strawberry.field(description="A quarter of them used more, kWh, to two significant figures.")
    def upper_quartile(self) -> float | None:
        return self.data.others.upper_quartile if self.data.others else None

    @strawberry.field(
        description="What the home itself used, kWh, exactly; null where that is not known whole."
    )
    def own_kwh(self) -> float | None:
        own = self.data.own_micro_kwh
        return None if own is None else own / MICRO_KWH_PER_KWH

    @strawberry.field(
        description="The share of the others that used less, from 0 to 1, to the nearest twentieth."
    )
    def place(self) -> float | None:
        return self.data.others.place if self.data.others else None


@strawberry.type(description="A period of local days against the year before, and against similar homes.")
class Comparison:
    from_: date = strawberry.field(name="from", description="The first local day.")
    to: date = strawberry.field(description="The local day after the last.")
    period: strawberry.Private[PeriodKey]

    @strawberry.field(description="Against the same dates of the year before.")
    async def last_year(self, info: Info) -> LastYearComparison:
        found = await info.context.load(year_on_year_of, self.period)
        return LastYearComparison.of(found, self.period.to_day - self.period.from_day)

    @strawberry.field(description="Against similar homes.")
    async def similar_homes(self, info: Info) -> SimilarHomes:
        return SimilarHomes(data=await info.context.load(similar_homes_of, self.period))


def compare(context: Context, metering_point_id: UUID, from_: date, to: date) -> Comparison:
    """Of a point that the asker has a contract for. Raises ClientError BAD_PERIOD or PERIOD_TOO_LONG."""
    days = checked_period(context, from_, to, Resolution.DAY, LONGEST_DAYS)
    # As many of the year before are read.
    context.take_intervals(days[1] - days[0])
    return Comparison(from_=from_, to=to, period=PeriodKey(metering_point_id, *days))
