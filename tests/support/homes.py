"""Homes that can be compared: what they are, and what they used by month."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from omavirta.metering.comparison import Dwelling, Heating, Home, Months
from omavirta.metering.models import MeteringPoint
from support.factory import World

FLAT = Home(Dwelling.FLAT, Heating.DISTRICT, 55, 2)


async def home(
    world: World,
    used: Iterable[tuple[int, int]] = (),
    *,
    customer: UUID | None = None,
    what: Home = FLAT,
    start: date = date(2020, 1, 1),
    end: date | None = None,
    missing_days: int = 0,
) -> UUID:
    """A point of this kind with a customer, and micro-kWh by month."""
    point = await world.point(None)
    with world.database.orm():
        await MeteringPoint.filter(id=point).update(
            dwelling=what.dwelling,
            heating=what.heating,
            floor_area_m2=what.floor_area_m2,
            climate_zone=what.climate_zone,
        )
    await world.contract(customer or await world.customer(), point, start, end)
    await use(world, point, used, missing_days)
    return point


async def use(world: World, point: UUID, used: Iterable[tuple[int, int]], missing_days: int = 0) -> None:
    """Writes sums of months, whatever days are there."""
    async with world.database.transaction() as transaction:
        for month, energy in used:
            months = Months(month, 1)
            await transaction.execute(
                "INSERT INTO consumption_month (metering_point_id, series, month, total_micro_kwh, revision,"
                " complete_days, worst_quality) VALUES ($1, 1, $2, $3, 1, $4, 1)"
                " ON CONFLICT (metering_point_id, series, month) DO UPDATE SET total_micro_kwh = excluded.total_micro_kwh,"
                " complete_days = excluded.complete_days",
                point,
                month,
                energy,
                months.to_day - months.from_day - missing_days,
            )
