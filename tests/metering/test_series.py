"""Days to columns: sums, splits, and the reason of every gap. Each law is checked against plain Python."""

from datetime import date, datetime
from typing import NamedTuple

import numpy as np
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.block import CorruptBlockError, encode_block, known_slots
from omavirta.metering.calendar import Resolution, day_number, day_start, slots_of_day
from omavirta.metering.quality import ABSENT, WEAKEST_STORED, Quality, combine
from omavirta.metering.series import DayBlocks, DayTotal, View, day_total, from_blocks, from_totals

Q = Quality
MAY_1 = day_number(date(2026, 5, 1))
SPRING = day_number(date(2026, 3, 29))
AUTUMN = day_number(date(2026, 10, 25))
FIRST_DAYS = st.sampled_from([MAY_1, SPRING - 1, AUTUMN - 1, day_number(date(2025, 12, 30))])


class DayBlock(NamedTuple):
    day: int
    resolution_minutes: int
    data: bytes


def columns(*blocks: DayBlock) -> DayBlocks:
    return DayBlocks(
        [block.day for block in blocks],
        [block.resolution_minutes for block in blocks],
        [block.data for block in blocks],
    )


@st.composite
def stored_days(draw: st.DrawFn) -> list[tuple[DayBlock, list[int], list[int]]]:
    """Some days in a row, some left out, each in hours or quarters, with values and codes."""
    first = draw(FIRST_DAYS)
    days = []
    for day in range(first, first + 4):
        if draw(st.booleans()) or day == first:
            minutes = draw(st.sampled_from([15, 60]))
            slots = slots_of_day(day, minutes)
            codes = draw(
                st.one_of(
                    st.just([int(Q.MEASURED)] * slots),
                    st.lists(st.integers(ABSENT, WEAKEST_STORED), min_size=slots, max_size=slots),
                )
            )
            values = draw(st.lists(st.integers(-(10**7), 10**8), min_size=slots, max_size=slots))
            values = [
                value if known else 0
                for value, known in zip(values, known_slots(np.array(codes)), strict=True)
            ]
            days.append((DayBlock(day, minutes, encode_block(values, codes)), values, codes))
    return days


def totals(days: list[tuple[DayBlock, list[int], list[int]]]) -> list[DayTotal]:
    return [
        DayTotal(block.day, *day_total(np.array(values), np.array(codes, dtype=np.uint8)))
        for block, values, codes in days
    ]


@given(stored_days())
def test_energy_is_the_same_at_every_resolution(days: list[tuple[DayBlock, list[int], list[int]]]) -> None:
    first = days[0][0].day
    known = [value for _, values, _ in days for value in values]
    any_known = any(known_slots(np.array(codes)).any() for _, _, codes in days)
    for resolution in Resolution:
        view = View(first, first + 4, resolution, delivered_until=day_start(first + 4))
        if resolution in (Resolution.HOUR, Resolution.QUARTER_HOUR):
            series = from_blocks(view, columns(*(block for block, _, _ in days)))
        else:
            series = from_totals(view, totals(days))

        assert series.total_micro_kwh == (sum(known) if any_known else None)
        assert int(series.energy_micro_kwh.sum()) == sum(known)
        assert series.energy_kwh_text() == orjson.dumps(series.energy_kwh())
        assert series.quality_names_text() == orjson.dumps(series.quality_names())
        assert len(series.energy_kwh()) == len(series.intervals().starts) == len(series.quality_names())


@given(stored_days())
def test_hours_are_sums_of_quarters_and_quarters_are_split_hours(
    days: list[tuple[DayBlock, list[int], list[int]]],
) -> None:
    first = days[0][0].day
    blocks = columns(*(block for block, _, _ in days))
    until = day_start(first + 4)
    hours = from_blocks(View(first, first + 4, Resolution.HOUR, until), blocks)
    quarters = from_blocks(View(first, first + 4, Resolution.QUARTER_HOUR, until), blocks)
    hour_codes, quarter_codes = hours.quality_codes.tolist(), quarters.quality_codes.tolist()

    assert hours.energy_micro_kwh.tolist() == quarters.energy_micro_kwh.reshape(-1, 4).sum(axis=1).tolist()
    by_day = {block.day: (block.resolution_minutes, values, codes) for block, values, codes in days}
    position = 0
    for day in range(first, first + 4):
        minutes, values, codes = by_day.get(day, (60, [0] * 25, [ABSENT] * 25))
        for hour in range(slots_of_day(day, 60)):
            part = quarter_codes[4 * position : 4 * position + 4]
            if minutes == 15:
                stored = [Q(code or Q.MISSING) for code in codes[4 * hour : 4 * hour + 4]]
                assert part == stored
                assert hour_codes[position] == combine(stored)
            else:
                code = codes[hour] or Q.MISSING
                assert hour_codes[position] == code
                assert part == [max(code, Q.CALCULATED)] * 4
                energies = quarters.energy_micro_kwh[4 * position : 4 * position + 4].tolist()
                assert max(energies) - min(energies) <= 1
                assert sum(energies) == values[hour]
            position += 1


@given(stored_days(), st.integers(0, 4), st.integers(0, 4))
def test_coarse_qualities_are_the_weakest_of_their_days(
    days: list[tuple[DayBlock, list[int], list[int]]], start: int, length: int
) -> None:
    first = days[0][0].day
    visible = [(first + start, first + start + length)]
    until = day_start(first + 3)
    day_view = from_totals(View(first, first + 4, Resolution.DAY, until, visible), totals(days))
    fine = from_blocks(
        View(first, first + 4, Resolution.HOUR, until, visible), columns(*(block for block, _, _ in days))
    )
    by_day = {block.day: codes for block, _, codes in days}

    for index, code in enumerate(day_view.quality_codes.tolist()):
        day = first + index
        if not first + start <= day < first + start + length:
            assert code == Q.NO_CONTRACT
        elif day not in by_day:
            assert code == (Q.PENDING if index >= 3 else Q.MISSING)
        else:
            assert code == combine(Q(part or Q.MISSING) for part in by_day[day])
    assert day_view.quality is combine(Q(code) for code in day_view.quality_codes.tolist())
    assert day_view.total_micro_kwh == fine.total_micro_kwh


def test_what_comes_after_the_newest_delivery_is_pending() -> None:
    codes = [Q.MEASURED] * 8 + [ABSENT] * 2 + [Q.MEASURED] * 2 + [ABSENT] * 12
    block = DayBlock(MAY_1, 60, encode_block([10**6] * 24, codes))
    until = day_start(MAY_1) + 12 * 3600

    hours = from_blocks(View(MAY_1, MAY_1 + 2, Resolution.HOUR, until), columns(block))

    assert hours.quality_names() == (["MEASURED"] * 8 + ["MISSING"] * 2 + ["MEASURED"] * 2 + ["PENDING"] * 36)
    assert hours.energy_kwh() == [1.0] * 8 + [None] * 2 + [1.0] * 2 + [None] * 36
    assert hours.total_kwh == 10.0
    assert hours.quality is Q.PARTIALLY_MISSING


def test_nothing_delivered_is_all_pending() -> None:
    for resolution in Resolution:
        view = View(MAY_1, MAY_1 + 40, resolution, delivered_until=None)
        fine = resolution in (Resolution.HOUR, Resolution.QUARTER_HOUR)
        series = from_blocks(view, columns()) if fine else from_totals(view, [])

        assert set(series.quality_names()) == {"PENDING"}
        assert series.total_kwh is None
        assert series.quality is Q.PENDING


def test_days_without_contract_show_nothing_of_another_customer() -> None:
    blocks = columns(
        *(DayBlock(MAY_1 + offset, 60, encode_block([10**6] * 24, [Q.MEASURED] * 24)) for offset in range(3))
    )
    view = View(MAY_1, MAY_1 + 3, Resolution.HOUR, day_start(MAY_1 + 3), visible=[(MAY_1 + 1, MAY_1 + 2)])

    series = from_blocks(view, blocks)

    assert series.energy_kwh() == [None] * 24 + [1.0] * 24 + [None] * 24
    assert series.quality_names() == ["NO_CONTRACT"] * 24 + ["MEASURED"] * 24 + ["NO_CONTRACT"] * 24


def test_kilowatt_hours_are_the_nearest_doubles() -> None:
    block = DayBlock(MAY_1, 60, encode_block([100_000, 123_456_789, 1] + [0] * 21, [Q.MEASURED] * 24))

    series = from_blocks(View(MAY_1, MAY_1 + 1, Resolution.HOUR, day_start(MAY_1 + 1)), columns(block))

    assert series.energy_kwh()[:3] == [0.1, 123.456789, 0.000001]


@given(st.lists(st.integers(-(10**15), 10**15), min_size=24, max_size=24))
def test_the_text_of_an_energy_has_the_decimals_of_its_double(values: list[int]) -> None:
    block = DayBlock(MAY_1, 60, encode_block(values, [Q.MEASURED] * 23 + [Q.MISSING]))

    series = from_blocks(View(MAY_1, MAY_1 + 1, Resolution.HOUR, day_start(MAY_1 + 1)), columns(block))

    assert series.energy_kwh_text() == orjson.dumps([value / 10**6 for value in values[:-1]] + [None])


def test_no_days_are_empty_texts() -> None:
    series = from_blocks(View(MAY_1, MAY_1, Resolution.HOUR, None), columns())

    assert (series.energy_kwh_text(), series.quality_names_text()) == (b"[]", b"[]")
    assert (series.total_kwh, series.quality) == (None, Q.MISSING)


def test_an_hour_that_does_not_divide_by_four_keeps_its_sum() -> None:
    block = DayBlock(
        MAY_1, 60, encode_block([7, -7] + [0] * 22, [Q.MEASURED, Q.ESTIMATED] + [Q.MISSING] * 22)
    )

    quarters = from_blocks(
        View(MAY_1, MAY_1 + 1, Resolution.QUARTER_HOUR, day_start(MAY_1 + 1)), columns(block)
    )

    assert quarters.energy_micro_kwh[:8].tolist() == [2, 2, 2, 1, -1, -2, -2, -2]
    assert quarters.quality_names()[:12] == ["CALCULATED"] * 4 + ["ESTIMATED"] * 4 + ["MISSING"] * 4


def test_a_block_that_does_not_fit_its_day_is_refused() -> None:
    block = DayBlock(SPRING, 15, encode_block([0] * 96, [Q.MEASURED] * 96))

    with pytest.raises(CorruptBlockError, match="2026-03-29 has 96 slots, the day has 92"):
        from_blocks(View(SPRING, SPRING + 1, Resolution.HOUR, None), columns(block))


def test_months_start_at_local_midnight() -> None:
    series = from_totals(View(MAY_1 - 1, MAY_1 + 1, Resolution.MONTH, None), [])

    starts, ends = series.intervals()
    assert [datetime.fromisoformat(start).day for start in starts] == [30, 1]
    assert ends[0] == starts[1] == "2026-05-01T00:00:00+03:00"
