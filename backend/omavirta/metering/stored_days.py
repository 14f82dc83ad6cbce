"""From which day to which a series is there at all."""

from uuid import UUID

from omavirta.metering.reading import Series
from omavirta.storage.database import Database


async def stored_days(database: Database, metering_point_id: UUID, series: Series) -> tuple[int, int] | None:
    """The first stored local day, and the one after the last; None where there is none."""
    # Two looks into the index; min and max in one statement read every day on PostgreSQL.
    days = []
    for direction in ("ASC", "DESC"):
        rows = await database.fetch(
            "SELECT day FROM consumption_day WHERE metering_point_id = $1 AND series = $2"
            f" ORDER BY day {direction} LIMIT 1",
            metering_point_id,
            series.value,
        )
        if not rows:
            return None
        days.append(int(rows[0][0]))
    return days[0], days[1] + 1
