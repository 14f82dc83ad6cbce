"""How a delivery meets what is stored: for every slot the newer word wins, and nothing is lost."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.merge import DaySlots, merge_day
from omavirta.metering.quality import ABSENT, Quality

Q = Quality


@st.composite
def slots(draw: st.DrawFn, minutes: st.SearchStrategy[int]) -> DaySlots:
    resolution = draw(minutes)
    count = 24 * 60 // resolution
    codes = draw(
        st.lists(
            st.sampled_from([ABSENT, Q.MEASURED, Q.ESTIMATED, Q.MISSING]), min_size=count, max_size=count
        )
    )
    values = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    values = [0 if code in (ABSENT, Q.MISSING) else value for value, code in zip(values, codes, strict=True)]
    return DaySlots(resolution, np.array(values, dtype=np.int64), np.array(codes, dtype=np.uint8))


def hours(value: int, quality: int = Q.MEASURED) -> DaySlots:
    return DaySlots(60, np.full(24, value, dtype=np.int64), np.full(24, quality, dtype=np.uint8))


def quarters(value: int, quality: int = Q.MEASURED) -> DaySlots:
    return DaySlots(15, np.full(96, value, dtype=np.int64), np.full(96, quality, dtype=np.uint8))


BOTH = st.sampled_from([15, 60])


@given(slots(BOTH), slots(BOTH), st.booleans())
def test_the_same_delivery_again_changes_nothing(stored: DaySlots, incoming: DaySlots, newer: bool) -> None:
    once = merge_day(stored, incoming, newer=newer)

    assert merge_day(once, incoming, newer=False) is once


@given(slots(st.just(15)), slots(st.just(15)))
def test_slot_by_slot_the_newer_wins_and_the_older_fills(stored: DaySlots, incoming: DaySlots) -> None:
    for newer in (True, False):
        merged = merge_day(stored, incoming, newer=newer)
        for old, new, now in zip(
            stored.qualities.tolist(), incoming.qualities.tolist(), merged.qualities.tolist(), strict=True
        ):
            first, second = (new, old) if newer else (old, new)
            assert now == (first or second)


@given(slots(BOTH), st.integers(0, 24), BOTH)
def test_two_halves_come_to_the_same_in_either_order(whole: DaySlots, hour: int, other_minutes: int) -> None:
    cut = hour * 60 // whole.resolution_minutes
    position = np.arange(len(whole.values))
    nothing = np.zeros_like(whole.values)
    first = DaySlots(
        whole.resolution_minutes,
        np.where(position < cut, whole.values, nothing),
        np.where(position < cut, whole.qualities, ABSENT).astype(np.uint8),
    )
    other = hours(4) if other_minutes == 60 else quarters(1)
    begins = hour * 60 // other_minutes
    other.qualities[:begins] = ABSENT
    other.values[:begins] = 0

    forth = merge_day(first, other, newer=True)
    back = merge_day(other, first, newer=True)
    assert forth.values.sum() == back.values.sum() == first.values.sum() + other.values.sum()
    if forth.resolution_minutes == back.resolution_minutes:
        assert forth.equals(back)


def test_an_hour_that_equals_its_quarters_changes_nothing() -> None:
    stored = quarters(25, Q.ESTIMATED)

    assert merge_day(stored, hours(100), newer=True) is stored


def test_a_newer_hour_that_differs_is_split_over_its_quarters() -> None:
    incoming = hours(100)
    incoming.values[3] = 102

    merged = merge_day(quarters(25), incoming, newer=True)

    assert merged.values[12:16].tolist() == [26, 26, 25, 25]
    assert merged.qualities[12:16].tolist() == [Q.CALCULATED] * 4
    assert set(np.delete(merged.qualities, range(12, 16)).tolist()) == {Q.MEASURED}


def test_newer_quarters_replace_only_their_part_of_a_day_of_hours() -> None:
    incoming = quarters(7)
    incoming.qualities[4:] = ABSENT
    incoming.values[4:] = 0

    merged = merge_day(hours(100), incoming, newer=True)

    assert merged.resolution_minutes == 15
    assert merged.values[:8].tolist() == [7] * 4 + [25] * 4
    assert merged.qualities[:8].tolist() == [Q.MEASURED] * 4 + [Q.CALCULATED] * 4


@pytest.mark.parametrize("stored", [hours(100), quarters(25)])
@pytest.mark.parametrize("incoming", [hours(80), quarters(20)])
def test_an_older_delivery_changes_nothing_that_is_there(stored: DaySlots, incoming: DaySlots) -> None:
    assert merge_day(stored, incoming, newer=False) is stored


def test_a_gap_that_is_delivered_replaces_a_value_and_a_change_of_status_is_a_change() -> None:
    assert merge_day(hours(5), hours(0, Q.MISSING), newer=True).qualities.tolist() == [Q.MISSING] * 24
    assert merge_day(hours(5, Q.TEMPORARY), hours(5), newer=True).qualities.tolist() == [Q.MEASURED] * 24
