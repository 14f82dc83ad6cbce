from datetime import date, datetime

import strawberry

from omavirta.api.context import Context
from omavirta.api.types.periods import checked_period, edge_columns
from omavirta.contracts.supply import DayRange
from omavirta.graphql.columns import Column, ColumnList
from omavirta.metering import calendar
from omavirta.prices.areas import FINLAND
from omavirta.prices.store import read_prices

LONGEST_DAYS = 400


@strawberry.type(description="The day-ahead price between two moments.")
class PriceInterval:
    start: datetime = strawberry.field(description="Its first moment, local with its offset.")
    end: datetime = strawberry.field(description="Its end, which is the next one's start.")
    price: float | None = strawberry.field(
        description="Cents for a kilowatt-hour without value added tax: the mean of its quarter-hours; null where not"
        " all of them are known."
    )


@strawberry.type(description="Prices as arrays of one length.")
class PriceColumns:
    starts: list[datetime] = strawberry.field(description="First moments, local with their offsets.")
    ends: list[datetime] = strawberry.field(description="Ends.")
    prices: list[float | None] = strawberry.field(
        description="Cents for a kilowatt-hour without value added tax; null where not known."
    )


@strawberry.type(description="Day-ahead prices of a period of local days.")
class PriceSeries:
    from_: date = strawberry.field(name="from", description="The first local day.")
    to: date = strawberry.field(description="The local day after the last.")
    resolution: calendar.Resolution = strawberry.field(description="How long an interval is.")
    time_zone: str = strawberry.field(description="The zone whose days these are, by its IANA name.")
    area: str = strawberry.field(description="The bidding zone; FI is Finland.")
    known_until: datetime | None = strawberry.field(
        description="The end of the newest price, in this period or not; null where there is none."
    )
    price_values: strawberry.Private[list[float | None]]
    days: strawberry.Private[DayRange]

    @strawberry.field(description="The period's intervals in order.")
    def intervals(self) -> list[PriceInterval]:
        starts, ends = calendar.intervals(*self.days, self.resolution)
        return ColumnList(  # type: ignore[return-value]  # rows of it are read like intervals
            {
                "start": Column(starts, has_none=False),
                "end": Column(ends, has_none=False),
                "price": Column(self.price_values),
            }
        )

    @strawberry.field(description="The same as arrays, for charts and for reading much.")
    def columns(self) -> PriceColumns:
        starts, ends = edge_columns(self.days, self.resolution)
        return PriceColumns(
            starts=starts,  # type: ignore[arg-type]  # a column is read like a list
            ends=ends,  # type: ignore[arg-type]
            prices=Column(self.price_values),  # type: ignore[arg-type]
        )


async def load_prices(
    context: Context, from_: date, to: date, resolution: calendar.Resolution
) -> PriceSeries:
    days = checked_period(context, from_, to, resolution, LONGEST_DAYS)
    column = await read_prices(context.database, FINLAND, *days, resolution)
    return PriceSeries(
        from_=from_,
        to=to,
        resolution=resolution,
        time_zone=calendar.TIME_ZONE_NAME,
        area=FINLAND,
        known_until=None if column.known_until is None else column.known_until.astimezone(calendar.TIME_ZONE),
        price_values=column.cents_per_kwh,
        days=days,
    )
