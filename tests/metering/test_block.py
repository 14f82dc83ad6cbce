"""The block codec: what goes in comes out, in few bytes, and damage is noticed."""

import binascii

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.block import (
    LARGEST_VALUE,
    CorruptBlockError,
    decode_blocks,
    encode_block,
    encode_blocks,
    known_slots,
)
from omavirta.metering.quality import ABSENT, WEAKEST_STORED, Quality

SLOT_COUNTS = st.sampled_from([23, 24, 25, 92, 96, 100])
ENERGIES = st.one_of(
    st.integers(0, 500).map(lambda hundredths: hundredths * 10_000),
    st.integers(-(10**9), 10**9),
    st.integers(-LARGEST_VALUE, LARGEST_VALUE),
)
CODES = st.one_of(st.just(int(Quality.MEASURED)), st.integers(ABSENT, WEAKEST_STORED))


@st.composite
def days(draw: st.DrawFn) -> tuple[list[int], list[int]]:
    slots = draw(SLOT_COUNTS)
    values = draw(st.lists(ENERGIES, min_size=slots, max_size=slots))
    codes = draw(st.lists(CODES, min_size=slots, max_size=slots))
    return values, codes


@given(st.lists(days(), min_size=1, max_size=6))
def test_many_days_of_any_length_come_back_exactly(some_days: list[tuple[list[int], list[int]]]) -> None:
    decoded = decode_blocks([encode_block(values, codes) for values, codes in some_days])

    expected_codes = np.concatenate([codes for _, codes in some_days])
    expected = np.concatenate([np.array(values, dtype=np.int64) for values, _ in some_days])
    assert decoded.slot_counts.tolist() == [len(values) for values, _ in some_days]
    assert decoded.qualities.tolist() == expected_codes.tolist()
    assert decoded.values.tolist() == np.where(known_slots(expected_codes), expected, 0).tolist()


@given(st.lists(ENERGIES, min_size=96, max_size=96), st.integers(1, 4))
def test_days_encoded_together_are_those_encoded_alone(values: list[int], count: int) -> None:
    rows = np.array([np.roll(values, shift) for shift in range(count)])
    codes = np.full(rows.shape, Quality.MEASURED)

    assert encode_blocks(rows, codes) == [
        encode_block(row, code) for row, code in zip(rows, codes, strict=True)
    ]


@given(days(), st.data())
def test_a_flipped_bit_is_noticed(day: tuple[list[int], list[int]], data: st.DataObject) -> None:
    block = bytearray(encode_block(*day))
    bit = data.draw(st.integers(0, len(block) * 8 - 1))
    block[bit // 8] ^= 1 << bit % 8

    with pytest.raises(CorruptBlockError):
        decode_blocks([encode_block(*day), bytes(block)])


@given(days(), st.data())
def test_a_block_cut_short_or_grown_is_noticed(day: tuple[list[int], list[int]], data: st.DataObject) -> None:
    block = encode_block(*day)
    length = data.draw(st.integers(0, len(block) - 1))

    for damaged in (block[:length], block + b"\0"):
        with pytest.raises(CorruptBlockError):
            decode_blocks([damaged])


def test_the_error_names_the_damaged_block() -> None:
    block = encode_block([1] * 24, [Quality.MEASURED] * 24)

    with pytest.raises(CorruptBlockError, match="Block 1 is damaged"):
        decode_blocks([block, block[:-1] + bytes([block[-1] ^ 1]), block])


def test_a_block_of_a_later_version_is_refused() -> None:
    with pytest.raises(CorruptBlockError, match="version"):
        decode_blocks([b"\x02" + encode_block([1] * 24, [Quality.MEASURED] * 24)[1:]])


@pytest.mark.parametrize(
    ("count", "runs", "complaint"),
    [
        (0, [], "it has no qualities"),
        (2, [12, 1, 11, 9], "its qualities do not fit its slots"),
        (2, [12, 1, 12, WEAKEST_STORED + 1], "it has a quality that does not exist"),
    ],
)
def test_qualities_that_cannot_be_are_refused_though_the_check_sum_fits(
    count: int, runs: list[int], complaint: str
) -> None:
    sound = encode_block([1] * 24, [Quality.MEASURED] * 12 + [Quality.MISSING] * 12)
    body = bytes([*sound[:3], count, *sound[4:6], *runs, *sound[10:-2]])
    damaged = body + binascii.crc_hqx(body, 0xFFFF).to_bytes(2, "big")

    with pytest.raises(CorruptBlockError, match=f"Block 1 is damaged: {complaint}"):
        decode_blocks([sound, damaged])


def test_what_a_slot_without_value_held_leaves_no_trace() -> None:
    codes = [int(Quality.MISSING)] * 4 + [int(Quality.MEASURED)] * 92

    assert encode_block([7] * 96, codes) == encode_block([0] * 4 + [7] * 92, codes)


def test_a_usual_day_of_quarters_takes_about_a_byte_a_reading() -> None:
    hundredths = np.random.default_rng(1).integers(3, 150, 96)

    assert len(encode_block(hundredths * 10_000, np.full(96, Quality.MEASURED))) == 4 + 2 + 96 + 2


def test_a_day_without_use_takes_eight_bytes() -> None:
    assert len(encode_block([0] * 96, [Quality.MEASURED] * 96)) == 8


def test_no_blocks_have_no_slots() -> None:
    assert decode_blocks([]).values.tolist() == []
    assert encode_blocks(np.empty((0, 96)), np.empty((0, 96))) == []


@pytest.mark.parametrize(
    ("values", "codes"),
    [
        ([LARGEST_VALUE + 1] * 24, [Quality.MEASURED] * 24),
        ([0] * 24, [Quality.PENDING] * 24),
        ([0] * 300, [Quality.MEASURED] * 300),
    ],
)
def test_what_a_block_cannot_hold_is_refused(values: list[int], codes: list[Quality]) -> None:
    with pytest.raises(ValueError):
        encode_block(values, codes)
