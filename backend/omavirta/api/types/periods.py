"""Periods of local days that a field may be asked for."""

from datetime import date

from omavirta.api.codes import ApiErrorCode
from omavirta.api.context import Context
from omavirta.api.enums import describe_enum
from omavirta.graphql.columns import Column
from omavirta.graphql.errors import ClientError
from omavirta.metering import calendar

describe_enum(
    calendar.Resolution,
    "How long an interval is.",
    {
        calendar.Resolution.YEAR: "A local calendar year, clipped to the period.",
        calendar.Resolution.MONTH: "A local calendar month, clipped to the period.",
        calendar.Resolution.DAY: "A local day, of 23, 24 or 25 hours.",
        calendar.Resolution.HOUR: "An hour.",
        calendar.Resolution.QUARTER_HOUR: "Fifteen minutes, the imbalance settlement period.",
    },
)

CAP_DAYS = {
    calendar.Resolution.QUARTER_HOUR: 400,
    calendar.Resolution.HOUR: 1_100,
    calendar.Resolution.DAY: 4_018,
    calendar.Resolution.MONTH: 18_263,
    calendar.Resolution.YEAR: 18_263,
}
"""The longest period of a resolution, so that an answer stays an answer and never a bulk export."""


_INTERVALS_A_DAY = {calendar.Resolution.QUARTER_HOUR: 96, calendar.Resolution.HOUR: 24}


def checked_period(
    context: Context, from_: date, to: date, resolution: calendar.Resolution, cap_days: int | None = None
) -> tuple[int, int]:
    """The period as day numbers [from, to), its intervals taken from what the answer may hold.

    Raises ClientError BAD_PERIOD, PERIOD_TOO_LONG or QUERY_TOO_COSTLY.
    """
    if not calendar.FIRST_DATE <= from_ < to <= calendar.LAST_DATE:
        raise ClientError(
            ApiErrorCode.BAD_PERIOD,
            f"`to` has to be after `from`, and both from {calendar.FIRST_DATE} to {calendar.LAST_DATE}.",
        )
    cap = CAP_DAYS[resolution] if cap_days is None else cap_days
    days = (to - from_).days
    if days > cap:
        raise ClientError(
            ApiErrorCode.PERIOD_TOO_LONG,
            f"At most {cap} days can be asked for with the resolution {resolution.value}; these are {days}.",
        )
    context.take_intervals(days * _INTERVALS_A_DAY.get(resolution, 1))
    return calendar.day_number(from_), calendar.day_number(to)


def edge_columns(days: tuple[int, int], resolution: calendar.Resolution) -> tuple[Column, Column]:
    """Where the intervals of a period start, and where they end, as columns of their own."""
    return (
        Column(
            lambda: calendar.intervals(*days, resolution).starts,
            has_none=False,
            text=lambda: calendar.starts_text(*days, resolution),
        ),
        Column(
            lambda: calendar.intervals(*days, resolution).ends,
            has_none=False,
            text=lambda: calendar.ends_text(*days, resolution),
        ),
    )
