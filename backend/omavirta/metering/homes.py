"""Reading what homes are compared by: what they are, and when their days last changed."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from omavirta.metering.comparison import Dwelling, Heating, Home
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, as_uuid, placeholders


class LastChange(NamedTuple):
    """Microseconds since 1970 of the newest delivery that changed something; 0 where there is none."""

    of_months: int
    of_year_before: int


async def homes_of(database: Database, point_ids: Sequence[UUID]) -> dict[UUID, Home]:
    """What is known of each of these points. The caller has found them among the asker's contracts."""
    rows = await database.fetch(
        "SELECT id, dwelling, heating, floor_area_m2, climate_zone FROM metering_point"
        f" WHERE id IN ({placeholders(1, len(point_ids))})",
        *point_ids,
    )
    return {
        as_uuid(row[0]): Home(
            None if row[1] is None else Dwelling(row[1]),
            None if row[2] is None else Heating(row[2]),
            row[3],
            row[4],
        )
        for row in rows
    }


async def last_changes(
    database: Database,
    point_ids: Sequence[UUID],
    series: Series,
    before_from_day: int,
    from_day: int,
    to_day: int,
) -> dict[UUID, LastChange]:
    """When the days [from_day, to_day) last changed, and those of [before_from_day, from_day)."""
    rows = await database.fetch(
        "SELECT metering_point_id, MAX(CASE WHEN day >= $3 THEN source_time END),"
        " MAX(CASE WHEN day < $3 THEN source_time END) FROM consumption_day"
        f" WHERE series = $1 AND day >= $2 AND day < $4 AND metering_point_id IN ({placeholders(5, len(point_ids))})"
        " GROUP BY metering_point_id",
        series.value,
        before_from_day,
        from_day,
        to_day,
        *point_ids,
    )
    return {as_uuid(row[0]): LastChange(row[1] or 0, row[2] or 0) for row in rows}
