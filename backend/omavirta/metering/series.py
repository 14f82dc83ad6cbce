"""Stored days to columns over a time grid: pure functions.

Energy is in integer micro-kWh (10^-6 kWh) until the very end, where kWh is the integer divided by 10^6: the double
nearest to the exact decimal. Where values are summed the weakest quality wins (`metering.quality`). Where there is no
value the quality says why: MISSING, PENDING (starts at or after the end of the newest delivered interval), NO_CONTRACT
(a day outside the asker's periods).

HOUR and QUARTER_HOUR need the day's blocks. DAY, MONTH and YEAR need only the total and quality kept beside them.
An hour that was delivered as an hour is shown as four quarters that sum exactly to it, calculated (Government Decree
767/2021 on settlement and metering: an hour's value is divided evenly over its quarters).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from omavirta.metering.block import CorruptBlockError, DecodedBlocks, decode_blocks, known_slots, quality_runs
from omavirta.metering.calendar import (
    MINUTES_PER_HOUR,
    MINUTES_PER_QUARTER,
    QUARTERS_PER_HOUR,
    Intervals,
    Resolution,
    day_date,
    day_starts,
    edge_days,
    intervals,
)
from omavirta.metering.quality import ABSENT, QUALITY_NAMES, WEAKEST_KNOWN, Quality, combine

MICRO_KWH_PER_KWH = 10**6

Int64Array = NDArray[np.int64]
CodeArray = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class DayBlocks:
    """The stored days of one metering point and series with their blocks, as columns of one length.

    A tuple for each day of a year would set off the garbage collector in the middle of every answer.
    """

    days: Sequence[int]
    resolution_minutes: Sequence[int]
    """15 or 60."""
    data: Sequence[bytes]
    _decoded: "dict[int, tuple[Int64Array, DecodedBlocks]]" = field(
        default_factory=dict, compare=False, repr=False
    )

    def decoded(self, minutes: int) -> tuple[Int64Array, DecodedBlocks]:
        """The days that are stored by so many minutes, and their slots, decoded once. Raises CorruptBlockError."""
        found = self._decoded.get(minutes)
        if found is None:
            chosen = np.flatnonzero(np.array(self.resolution_minutes, dtype=np.int64) == minutes)
            blocks = (
                self.data
                if len(chosen) == len(self.data)
                else [self.data[index] for index in chosen.tolist()]
            )
            found = np.array(self.days, dtype=np.int64)[chosen], decode_blocks(blocks)
            self._decoded[minutes] = found
        return found


class DayTotal(NamedTuple):
    """A stored day's sum of what is known, and its quality. The total is None where nothing is known."""

    day: int
    total_micro_kwh: int | None
    quality: int


@dataclass(frozen=True, slots=True)
class View:
    """What is asked for: local days [from_day, to_day).

    `delivered_until` is the end of the newest delivered interval (seconds since 1970-01-01T00:00Z), None where nothing
    was ever delivered. `visible` are the half-open ranges of days that the asker may see; None is all of them.
    """

    from_day: int
    to_day: int
    resolution: Resolution
    delivered_until: int | None
    visible: Sequence[tuple[int, int]] | None = None


@dataclass(frozen=True, slots=True)
class EnergySeries:
    """Energy and quality of each interval of a view, and of the whole."""

    view: View
    energy_micro_kwh: Int64Array
    """0 where there is no value."""
    quality_codes: CodeArray
    total_micro_kwh: int | None
    """The sum of what is known; None where nothing is."""
    quality: Quality

    def intervals(self) -> Intervals:
        return intervals(self.view.from_day, self.view.to_day, self.view.resolution)

    def energy_kwh(self) -> list[float | None]:
        energies: list[float | None] = (self.energy_micro_kwh / MICRO_KWH_PER_KWH).tolist()
        for index in np.flatnonzero(self.quality_codes > WEAKEST_KNOWN).tolist():
            energies[index] = None
        return energies

    def energy_kwh_text(self) -> bytes:
        """`energy_kwh` as the text of a JSON array."""
        energies = self.energy_micro_kwh / MICRO_KWH_PER_KWH
        # JSON has no NaN: orjson writes null for it.
        energies[self.quality_codes > WEAKEST_KNOWN] = np.nan
        return orjson.dumps(energies, option=orjson.OPT_SERIALIZE_NUMPY)

    def quality_names(self) -> list[str]:
        codes = self.quality_codes
        if len(codes) and codes.min() == codes.max():
            return [QUALITY_NAMES[codes[0]]] * len(codes)
        names: list[str] = _NAMES[codes].tolist()
        return names

    def quality_names_text(self) -> bytes:
        """`quality_names` as the text of a JSON array, written run by run: even a year has few."""
        lengths, codes = quality_runs(self.quality_codes)
        runs = [
            _NAME_TEXTS[code] * length for length, code in zip(lengths.tolist(), codes.tolist(), strict=True)
        ]
        return b"[%b]" % b"".join(runs)[:-1]

    @property
    def total_kwh(self) -> float | None:
        return None if self.total_micro_kwh is None else self.total_micro_kwh / MICRO_KWH_PER_KWH


def from_blocks(view: View, blocks: DayBlocks) -> EnergySeries:
    """HOUR or QUARTER_HOUR out of the blocks of a metering point and series, each day once.

    Raises CorruptBlockError where a block is damaged or does not fit its day.
    """
    minutes = MINUTES_PER_HOUR if view.resolution is Resolution.HOUR else MINUTES_PER_QUARTER
    starts = day_starts(view.from_day, view.to_day)
    grid = (starts - starts[0]) // (minutes * 60)
    energy = np.zeros(int(grid[-1]), dtype=np.int64)
    codes = np.full(len(energy), ABSENT, dtype=np.uint8)

    for stored_minutes in (MINUTES_PER_QUARTER, MINUTES_PER_HOUR):
        numbers, decoded = blocks.decoded(stored_minutes)
        if not len(numbers):
            continue
        numbers, decoded = _within(numbers, decoded, view)
        if not len(numbers):
            continue
        days = numbers - view.from_day
        seconds_a_day = starts[days + 1] - starts[days]
        _require_fit(numbers, decoded, seconds_a_day // (stored_minutes * 60))
        values, qualities = to_resolution(decoded.values, decoded.qualities, stored_minutes, minutes)
        first, counts = grid[days], grid[days + 1] - grid[days]
        if len(values) == grid[days[-1] + 1] - first[0] and bool((np.diff(days) == 1).all()):
            where: slice | Int64Array = slice(int(first[0]), int(first[0]) + len(values))
        else:
            where = np.arange(len(values)) + np.repeat(first - (np.cumsum(counts) - counts), counts)
        energy[where] = values
        codes[where] = qualities

    _hide(view, grid, energy, codes)
    pending_from = 0
    if view.delivered_until is not None:
        pending_from = -((int(starts[0]) - view.delivered_until) // (minutes * 60))
    _explain_absence(codes, pending_from)
    return whole(view, energy, codes)


def from_totals(view: View, totals: Iterable[DayTotal]) -> EnergySeries:
    """DAY, MONTH or YEAR out of the stored totals of a metering point and series, each day once."""
    day_count = view.to_day - view.from_day
    energy = np.zeros(day_count, dtype=np.int64)
    codes = np.full(day_count, ABSENT, dtype=np.uint8)
    wanted = [total for total in totals if view.from_day <= total.day < view.to_day]
    days = np.fromiter((total.day for total in wanted), np.int64, len(wanted)) - view.from_day
    energy[days] = [total.total_micro_kwh or 0 for total in wanted]
    codes[days] = [total.quality for total in wanted]

    _hide(view, np.arange(day_count + 1), energy, codes)
    pending_from = 0
    if view.delivered_until is not None:
        starts = day_starts(view.from_day, view.to_day)[:-1]
        pending_from = int(np.searchsorted(starts, view.delivered_until))
    _explain_absence(codes, pending_from)
    if view.resolution is not Resolution.DAY and day_count:
        edges = edge_days(view.from_day, view.to_day, view.resolution) - view.from_day
        energy = np.add.reduceat(energy, edges[:-1])
        codes = combine_groups(codes, edges)
    return whole(view, energy, codes)


def to_resolution(
    values: Int64Array, qualities: CodeArray, from_minutes: int, to_minutes: int
) -> tuple[Int64Array, CodeArray]:
    """Slots of 15 or 60 minutes as slots of 60 or 15. The slots are whole hours; ABSENT stays where all is absent."""
    if from_minutes == to_minutes:
        return values, qualities
    if to_minutes == MINUTES_PER_HOUR:
        return _sum_quarters(values, qualities)
    return _split_hours(values, qualities)


def day_total(values: Int64Array, qualities: CodeArray) -> tuple[int | None, int]:
    """What is kept beside a day's block: the sum of what is known, and the quality code of that sum.

    A day of which nothing is known is MISSING: a block holds at least one slot that was delivered.
    """
    known = known_slots(qualities)
    if not known.any():
        return None, int(Quality.MISSING)
    total = int(values[known].sum())
    return total, int(qualities.max() if known.all() else Quality.PARTIALLY_MISSING)


_NAMES = np.array(QUALITY_NAMES, dtype=object)
_NAME_TEXTS = [b'"%b",' % name.encode() for name in QUALITY_NAMES]


def _within(days: Int64Array, decoded: DecodedBlocks, view: View) -> tuple[Int64Array, DecodedBlocks]:
    """The decoded days that lie in the view."""
    inside = (days >= view.from_day) & (days < view.to_day)
    if inside.all():
        return days, decoded
    slots = np.repeat(inside, decoded.slot_counts)
    return days[inside], DecodedBlocks(
        decoded.values[slots], decoded.qualities[slots], decoded.slot_counts[inside]
    )


def _require_fit(days: Int64Array, decoded: DecodedBlocks, expected: Int64Array) -> None:
    fits = decoded.slot_counts == expected
    if not fits.all():
        bad = int(fits.argmin())
        raise CorruptBlockError(
            f"The block of {day_date(int(days[bad]))} has {decoded.slot_counts[bad]} slots, the day has {expected[bad]}."
        )


def _sum_quarters(values: Int64Array, codes: CodeArray) -> tuple[Int64Array, CodeArray]:
    hours = values[0::4] + values[1::4]
    hours += values[2::4]
    hours += values[3::4]
    weakest = np.maximum(codes[0::4], codes[1::4])
    np.maximum(weakest, codes[2::4], out=weakest)
    np.maximum(weakest, codes[3::4], out=weakest)
    least = np.minimum(codes[0::4], codes[1::4])
    np.minimum(least, codes[2::4], out=least)
    np.minimum(least, codes[3::4], out=least)
    # Gaps are few: only the hours that have one are looked at more closely.
    incomplete = np.flatnonzero((least == ABSENT) | (weakest > WEAKEST_KNOWN))
    if len(incomplete):
        quarters = codes.reshape(-1, QUARTERS_PER_HOUR)[incomplete]
        known = known_slots(quarters)
        weakest[incomplete] = _combined(
            known_count=known.sum(axis=1),
            size=QUARTERS_PER_HOUR,
            weakest=np.where(known, quarters, 0).max(axis=1),
            least_reason=np.where(known, 255, quarters).min(axis=1),
            greatest_reason=np.where(known, 0, quarters).max(axis=1),
        )
    return hours, weakest


def _split_hours(values: Int64Array, codes: CodeArray) -> tuple[Int64Array, CodeArray]:
    """Even quarters; what does not divide by four goes, one unit each, to the hour's first quarters."""
    quarters = np.repeat(values // QUARTERS_PER_HOUR, QUARTERS_PER_HOUR)
    remainders = np.repeat(values % QUARTERS_PER_HOUR, QUARTERS_PER_HOUR)
    quarters += np.tile(np.arange(QUARTERS_PER_HOUR), len(values)) < remainders
    known = known_slots(codes)
    split = np.where(known, np.maximum(codes, np.uint8(Quality.CALCULATED)), codes)
    return quarters, np.repeat(split, QUARTERS_PER_HOUR)


def combine_groups(codes: CodeArray, edges: Int64Array) -> CodeArray:
    """The quality of each group of neighbours; groups start at all edges but the last, which is the end."""
    first = edges[:-1]
    known = known_slots(codes)
    return _combined(
        known_count=np.add.reduceat(known.astype(np.int64), first),
        size=np.diff(edges),
        weakest=np.maximum.reduceat(np.where(known, codes, 0), first),
        least_reason=np.minimum.reduceat(np.where(known, 255, codes), first),
        greatest_reason=np.maximum.reduceat(np.where(known, 0, codes), first),
    )


def _combined(
    *,
    known_count: NDArray[np.integer],
    size: int | Int64Array,
    weakest: NDArray[np.integer],
    least_reason: NDArray[np.integer],
    greatest_reason: NDArray[np.integer],
) -> CodeArray:
    """`metering.quality.combine`, for many groups at once."""
    reason = np.where(least_reason == greatest_reason, greatest_reason, Quality.MISSING)
    partly = np.where(known_count > 0, Quality.PARTIALLY_MISSING, reason)
    return np.where(known_count == size, weakest, partly).astype(np.uint8)


def _hide(view: View, grid: Int64Array, energy: Int64Array, codes: CodeArray) -> None:
    """Takes away what lies on days that the asker may not see; `grid` is where each day's slots begin."""
    if view.visible is None or any(
        first <= view.from_day and view.to_day <= last for first, last in view.visible
    ):
        return
    hidden = np.ones(len(codes), dtype=np.bool_)
    for first, last in view.visible:
        begin = min(max(first - view.from_day, 0), len(grid) - 1)
        end = min(max(last - view.from_day, 0), len(grid) - 1)
        hidden[grid[begin] : grid[end]] = False
    energy[hidden] = 0
    codes[hidden] = Quality.NO_CONTRACT


def _explain_absence(codes: CodeArray, pending_from: int) -> None:
    """`pending_from` is the position of the first interval that starts at or after the newest delivery's end."""
    if len(codes) and codes.min() == ABSENT:
        absent = np.flatnonzero(codes == ABSENT)
        codes[absent] = np.where(absent >= pending_from, Quality.PENDING, Quality.MISSING)


def whole(view: View, energy: Int64Array, codes: CodeArray) -> EnergySeries:
    """The series of a view's intervals, with what they come to together."""
    quality = combine(map(Quality, np.flatnonzero(np.bincount(codes)).tolist()))
    total = int(energy.sum()) if quality.is_known else None
    return EnergySeries(view, energy, codes, total, quality)
