"""Local days of Europe/Helsinki and their intervals."""

from datetime import UTC, date, datetime, timedelta

import numpy as np
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.calendar import (
    FIRST_DATE,
    LAST_DATE,
    TIME_ZONE,
    CalendarRangeError,
    Resolution,
    day_date,
    day_number,
    day_start,
    day_starts,
    edge_instants,
    edge_strings,
    ends_text,
    intervals,
    locate_quarters,
    slots_of_day,
    starts_text,
)

DAYS = st.integers(0, day_number(LAST_DATE))


def day(text: str) -> int:
    return day_number(date.fromisoformat(text))


def instant(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp())


@pytest.mark.parametrize(
    ("text", "start", "end", "quarters"),
    [
        ("2026-03-29", "2026-03-28T22:00:00Z", "2026-03-29T21:00:00Z", 92),
        ("2026-10-25", "2026-10-24T21:00:00Z", "2026-10-25T22:00:00Z", 100),
        ("2026-03-28", "2026-03-27T22:00:00Z", "2026-03-28T22:00:00Z", 96),
        ("2025-10-26", "2025-10-25T21:00:00Z", "2025-10-26T22:00:00Z", 100),
    ],
)
def test_a_local_day_lasts_from_midnight_to_midnight(text: str, start: str, end: str, quarters: int) -> None:
    assert day_starts(day(text), day(text) + 1).tolist() == [instant(start), instant(end)]
    assert slots_of_day(day(text), 15) == quarters
    assert slots_of_day(day(text), 60) * 4 == quarters


@pytest.mark.parametrize(
    ("first", "next_month", "quarters"),
    [
        ("2026-01-01", "2026-02-01", 2976),
        ("2026-02-01", "2026-03-01", 2688),
        ("2026-03-01", "2026-04-01", 2972),
        ("2026-10-01", "2026-11-01", 2980),
        ("2026-01-01", "2027-01-01", 35_040),
        ("2024-01-01", "2025-01-01", 35_136),
    ],
)
def test_months_and_years_have_the_quarters_of_their_days(first: str, next_month: str, quarters: int) -> None:
    assert len(intervals(day(first), day(next_month), Resolution.QUARTER_HOUR).starts) == quarters


@given(DAYS)
def test_days_agree_with_the_time_zone_data(number: int) -> None:
    local = day_date(number)
    assert day_start(number) == int(
        datetime(local.year, local.month, local.day, tzinfo=TIME_ZONE).timestamp()
    )
    assert day_number(local) == number


@given(st.datetimes(datetime(1970, 1, 2), datetime(2199, 12, 30)))  # noqa: DTZ001
def test_every_quarter_lies_in_the_day_it_is_located_in(moment: datetime) -> None:
    quarter = int(moment.replace(tzinfo=UTC).timestamp()) // 900
    days, slots = locate_quarters(np.array([quarter]))

    assert days[0] == day_number(datetime.fromtimestamp(quarter * 900, TIME_ZONE).date())
    assert day_start(int(days[0])) + int(slots[0]) * 900 == quarter * 900
    assert 0 <= slots[0] < slots_of_day(int(days[0]), 15)


@given(DAYS, st.integers(0, 800), st.sampled_from(Resolution))
def test_intervals_touch_cover_the_period_and_say_the_instants(
    first: int, length: int, resolution: Resolution
) -> None:
    last = min(first + length, day_number(LAST_DATE) + 1)
    edges = edge_strings(first, last, resolution)
    starts, ends = intervals(first, last, resolution)

    assert starts == edges[:-1]
    assert ends == edges[1:]
    assert starts_text(first, last, resolution) == orjson.dumps(starts)
    assert ends_text(first, last, resolution) == orjson.dumps(ends)
    if length < 60:
        assert [instant(edge) for edge in edges] == edge_instants(first, last, resolution).tolist()
    assert instant(edges[0]) == day_start(first)
    assert instant(edges[-1]) == day_start(last)


def test_the_repeated_autumn_hour_has_both_offsets() -> None:
    starts, ends = intervals(day("2025-10-26"), day("2025-10-27"), Resolution.HOUR)

    assert starts[2:6] == [
        "2025-10-26T02:00:00+03:00",
        "2025-10-26T03:00:00+03:00",
        "2025-10-26T03:00:00+02:00",
        "2025-10-26T04:00:00+02:00",
    ]
    assert ends[-1] == "2025-10-27T00:00:00+02:00"


def test_the_lost_spring_hour_is_not_there() -> None:
    starts, _ = intervals(day("2026-03-29"), day("2026-03-30"), Resolution.HOUR)

    assert starts[2:4] == ["2026-03-29T02:00:00+02:00", "2026-03-29T04:00:00+03:00"]


def test_months_and_years_are_clipped_to_the_period() -> None:
    period = day("2024-11-15"), day("2026-01-10")

    assert [edge[:10] for edge in edge_strings(*period, Resolution.YEAR)] == [
        "2024-11-15",
        "2025-01-01",
        "2026-01-01",
        "2026-01-10",
    ]
    months = edge_strings(*period, Resolution.MONTH)
    assert [months[0][:10], months[1][:10], months[-2][:10], months[-1][:10]] == [
        "2024-11-15",
        "2024-12-01",
        "2026-01-01",
        "2026-01-10",
    ]


def test_days_outside_the_calendar_are_refused() -> None:
    for first, last in ((-1, 5), (5, 4), (0, day_number(LAST_DATE) + 2)):
        with pytest.raises(CalendarRangeError):
            edge_strings(first, last, Resolution.DAY)
    assert day_number(FIRST_DATE) == 0
    assert day_date(day_number(LAST_DATE) + 1) == LAST_DATE + timedelta(days=1)


def test_lists_belong_to_their_caller() -> None:
    period = day("2025-01-01"), day("2025-01-02")
    intervals(*period, Resolution.HOUR).starts.clear()

    assert len(intervals(*period, Resolution.HOUR).starts) == 24
