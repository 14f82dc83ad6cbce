"""The block: one local day's values and qualities in as few bytes as they need, without loss.

Values are integers in a fixed small unit (energy: 10^-6 kWh; prices: 10^-5 EUR/MWh). A block holds one value and one
quality code (`metering.quality`) per slot. Version 1, byte by byte; numbers are little-endian, bits fill a byte from the
least significant:

    0       version (1) in the low nibble, exponent (0-6) in the high one: the unit is 10^exponent times the fixed one
    1       n, the number of slots (1-255; a day has 23, 24, 25, 92, 96 or 100)
    2       width of a packed value in bits (0-56), plus 0x40 where the qualities are runs, plus 0x80 where the minimum
            takes 8 bytes
    3       without 0x40: the quality of every slot. With it: the number of runs (2-255)
    4       the minimum: the least known value in the block's unit, signed, 2 bytes or 8
    then    with 0x40: the runs, two bytes each: how many slots, their quality code
    then    n values of `width` bits: (value - minimum) in the block's unit, 0 where there is no value;
            the last byte is filled up with zero bits
    last 2  CRC-16/CCITT-FALSE of all before, most significant byte first

The same values and qualities always give the same bytes: the exponent is the greatest and the width the least possible.
"""

import binascii
from collections.abc import Sequence
from itertools import repeat
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from omavirta.errors import OmavirtaError
from omavirta.metering.quality import ABSENT, WEAKEST_KNOWN, WEAKEST_STORED

VERSION = 1
LARGEST_VALUE = 2**55 - 1
"""Values lie between minus and plus this: 36,000 GWh in a slot of energy."""

Int64Array = NDArray[np.int64]
CodeArray = NDArray[np.uint8]


class CorruptBlockError(OmavirtaError):
    """A block's bytes cannot be what was written. The message says what is wrong and which block it was."""


class DecodedBlocks(NamedTuple):
    """The slots of many blocks one after another."""

    values: Int64Array
    """0 where there is no value."""
    qualities: CodeArray
    slot_counts: Int64Array
    """How many slots each block has; their sum is the length of the other two."""


def encode_block(values: ArrayLike, qualities: ArrayLike) -> bytes:
    """One block. Values where the quality is ABSENT or MISSING do not matter."""
    return encode_blocks(np.asarray(values)[np.newaxis], np.asarray(qualities)[np.newaxis])[0]


def encode_blocks(values: ArrayLike, qualities: ArrayLike) -> list[bytes]:
    """A block for each row of two arrays of shape (blocks, slots). Raises ValueError for what a block cannot hold."""
    codes = np.asarray(qualities)
    known = known_slots(codes)
    numbers = np.where(known, np.asarray(values, dtype=np.int64), 0)
    block_count, slot_count = numbers.shape
    if not block_count:
        return []
    if not 1 <= slot_count <= 255:
        raise ValueError(f"a block holds 1 to 255 slots, not {slot_count}")
    if int(numbers.max()) > LARGEST_VALUE or int(numbers.min()) < -LARGEST_VALUE:
        raise ValueError(f"a block holds values up to ±{LARGEST_VALUE}")
    if codes.max() > WEAKEST_STORED or codes.min() < ABSENT:
        raise ValueError("a block holds the qualities that are stored, and ABSENT")

    exponents = _exponents(numbers)
    numbers //= 10 ** exponents[:, np.newaxis]
    minima = np.where(known, numbers, LARGEST_VALUE).min(axis=1)
    minima[minima == LARGEST_VALUE] = 0
    offsets = np.where(known, numbers - minima[:, np.newaxis], 0)
    largest = offsets.max(axis=1)
    widths = np.array([int(value).bit_length() for value in largest], dtype=np.int64)
    wide = (minima < -(2**15)) | (minima >= 2**15)
    uniform = (codes == codes[:, :1]).all(axis=1)

    packed = _pack(offsets, widths)
    blocks: list[bytes] = []
    codes = codes.astype(np.uint8)
    for index, (exponent, width, minimum, is_wide, is_uniform) in enumerate(
        zip(
            exponents.tolist(),
            widths.tolist(),
            minima.tolist(),
            wide.tolist(),
            uniform.tolist(),
            strict=True,
        )
    ):
        runs = b"" if is_uniform else np.column_stack(quality_runs(codes[index])).astype(np.uint8).tobytes()
        body = b"".join(
            (
                bytes(
                    (
                        VERSION | exponent << 4,
                        slot_count,
                        width | (0 if is_uniform else _RUNS_FLAG) | (_WIDE_FLAG if is_wide else 0),
                        codes[index, 0] if is_uniform else len(runs) // 2,
                    )
                ),
                minimum.to_bytes(8 if is_wide else 2, "little", signed=True),
                runs,
                packed[index],
            )
        )
        blocks.append(body + binascii.crc_hqx(body, _CRC_START).to_bytes(2, "big"))
    return blocks


def decode_blocks(blocks: Sequence[bytes]) -> DecodedBlocks:
    """All slots of many blocks, in order. Raises CorruptBlockError."""
    if not blocks:
        return DecodedBlocks(np.empty(0, np.int64), np.empty(0, np.uint8), np.empty(0, np.int64))
    lengths = np.fromiter(map(len, blocks), dtype=np.int64, count=len(blocks))
    _require(lengths >= _SHORTEST, "too short")
    # A value is read as the 8 bytes from the one where it starts: the last ones need bytes behind them.
    data = np.frombuffer(b"".join(blocks) + bytes(8), dtype=np.uint8)
    ends = np.cumsum(lengths)
    starts = ends - lengths

    first, slot_counts, packing, code = (data[starts + offset].astype(np.int64) for offset in range(4))
    _require(first & 0x0F == VERSION, "of a version that this program does not know")
    checks = np.fromiter(map(binascii.crc_hqx, blocks, repeat(_CRC_START)), np.int64, len(blocks))
    _require(checks == 0, "damaged: its check sum does not fit")
    exponents, widths = first >> 4, packing & 0x3F
    has_runs, is_wide = packing & _RUNS_FLAG != 0, packing & _WIDE_FLAG != 0
    run_starts = starts + 4 + np.where(is_wide, 8, 2)
    value_starts = run_starts + np.where(has_runs, 2 * code, 0)
    _require(
        (exponents <= _LARGEST_EXPONENT)
        & (slot_counts > 0)
        & (widths <= _LARGEST_WIDTH)
        & (value_starts + (slot_counts * widths + 7) // 8 + 2 == ends),
        "not as long as its first bytes say",
    )

    runs = _read_runs(data, run_starts, has_runs, code, slot_counts)
    values = _unpack(data, value_starts, widths, slot_counts)
    values += np.repeat(_minima(data, starts, is_wide), slot_counts)
    # A run without values is worth nothing of the unit, which leaves 0 in its slots.
    units = np.where(known_slots(runs.qualities), (10**exponents)[runs.blocks], 0)
    values *= np.repeat(units, runs.lengths)
    qualities = np.repeat(runs.qualities, runs.lengths)
    return DecodedBlocks(values, qualities, slot_counts)


def known_slots(qualities: NDArray[np.integer]) -> NDArray[np.bool_]:
    """Which slots have a value."""
    known: NDArray[np.bool_] = (qualities != ABSENT) & (qualities <= WEAKEST_KNOWN)
    return known


def quality_runs(qualities: CodeArray) -> tuple[Int64Array, CodeArray]:
    """The lengths and qualities of the runs of neighbours that are alike."""
    starts = np.flatnonzero(np.diff(qualities, prepend=_NO_QUALITY))
    return np.diff(starts, append=len(qualities)), qualities[starts]


_NO_QUALITY = np.uint8(255)
_RUNS_FLAG = 0x40
_WIDE_FLAG = 0x80
_CRC_START = 0xFFFF
_LARGEST_EXPONENT = 6
_LARGEST_WIDTH = 56
_SHORTEST = 8
_PACKED_AT_ONCE = 256


def _require(holds: NDArray[np.bool_], complaint: str) -> None:
    if not holds.all():
        raise CorruptBlockError(f"Block {int(holds.argmin())} is {complaint}.")


def _exponents(numbers: Int64Array) -> Int64Array:
    """Per row the greatest power of ten, up to 10^6, that divides every value."""
    common = np.gcd.reduce(numbers, axis=1)
    exponents = np.zeros(len(numbers), dtype=np.int64)
    for exponent in range(1, _LARGEST_EXPONENT + 1):
        exponents += common % 10**exponent == 0
    return exponents


class _Runs(NamedTuple):
    """The neighbouring slots of one quality, of all blocks in order."""

    blocks: Int64Array
    lengths: CodeArray
    qualities: CodeArray


def _read_runs(
    data: CodeArray,
    run_starts: Int64Array,
    has_runs: NDArray[np.bool_],
    code: Int64Array,
    slot_counts: Int64Array,
) -> _Runs:
    """Where a block has no runs, its one run is made of its header."""
    counts = np.where(has_runs, code, 1)
    _require(counts > 0, "damaged: it has no qualities")
    firsts = np.cumsum(counts) - counts
    blocks = np.repeat(np.arange(len(counts)), counts)
    at = run_starts[blocks] + 2 * (np.arange(len(blocks)) - firsts[blocks])
    lengths, qualities = data[at], data[at + 1]
    uniform = np.flatnonzero(~has_runs)
    lengths[firsts[uniform]] = slot_counts[uniform]
    qualities[firsts[uniform]] = code[uniform]
    _require(
        np.add.reduceat(lengths, firsts, dtype=np.int64) == slot_counts,
        "damaged: its qualities do not fit its slots",
    )
    _require(
        np.maximum.reduceat(qualities, firsts) <= WEAKEST_STORED,
        "damaged: it has a quality that does not exist",
    )
    return _Runs(blocks, lengths, qualities)


def _pack(offsets: Int64Array, widths: Int64Array) -> list[bytes]:
    packed = [b""] * len(offsets)
    for width in np.unique(widths).tolist():
        if not width:
            continue
        of_width = np.flatnonzero(widths == width)
        # A bit takes eight bytes for a moment: some hundred blocks at a time.
        for rows in np.split(of_width, range(_PACKED_AT_ONCE, len(of_width), _PACKED_AT_ONCE)):
            bits = (offsets[rows, :, np.newaxis] >> np.arange(width)) & 1
            packed_rows = np.packbits(bits.astype(np.uint8).reshape(len(rows), -1), axis=1, bitorder="little")
            for row, content in zip(rows.tolist(), packed_rows, strict=True):
                packed[row] = content.tobytes()
    return packed


def _unpack(
    data: CodeArray,
    value_starts: Int64Array,
    widths: Int64Array,
    slot_counts: Int64Array,
) -> Int64Array:
    """Each value from the eight bytes in which it starts: 7 bits before it and at most 56 of its own."""
    slot_starts = np.cumsum(slot_counts) - slot_counts
    bits = np.arange(int(slot_counts.sum()), dtype=np.int64)
    bits *= np.repeat(widths, slot_counts)
    bits += np.repeat(value_starts * 8 - slot_starts * widths, slot_counts)
    windows: NDArray[np.uint64] = np.ndarray(
        shape=(len(data) - 7,), dtype="<u8", buffer=data.data, strides=(1,)
    )
    # `take` lays the overlapping windows out in memory of its own first, and so is four times faster than an index.
    found: Int64Array = windows.take(bits >> 3).view(np.int64)
    found >>= bits & 7
    found &= np.repeat((1 << widths) - 1, slot_counts)
    return found


def _minima(data: CodeArray, starts: Int64Array, is_wide: NDArray[np.bool_]) -> Int64Array:
    windows = np.ndarray(shape=(len(data) - 7,), dtype="<i8", buffer=data.data, strides=(1,))
    found = windows[starts + 4].astype(np.int64)
    return np.where(is_wide, found, found.astype(np.int16).astype(np.int64))
