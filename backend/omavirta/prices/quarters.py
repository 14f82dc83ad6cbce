"""The quarter-hours of neighbouring days of prices, as columns, out of their blocks."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.block import decode_blocks, known_slots
from omavirta.metering.calendar import SECONDS_PER_QUARTER, Int64Array, day_starts
from omavirta.storage.database import Database


class QuarterPrices(NamedTuple):
    """Neighbouring quarters."""

    values: Int64Array
    """10^-6 c/kWh without VAT; 0 where not known."""
    known: NDArray[np.bool_]

    @classmethod
    def nothing(cls, day: int, to_day: int | None = None) -> "QuarterPrices":
        """Of a day, or of [day, to_day)."""
        starts = day_starts(day, day + 1 if to_day is None else to_day)
        count = int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER
        return cls(np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.bool_))

    def within(self, own_from_day: int, from_day: int, to_day: int) -> "QuarterPrices":
        """Those of [from_day, to_day), of quarters that begin with a day."""
        starts = (
            day_starts(own_from_day, to_day) - day_starts(own_from_day, own_from_day)[0]
        ) // SECONDS_PER_QUARTER
        place = slice(int(starts[from_day - own_from_day]), int(starts[-1]))
        return QuarterPrices(self.values[place], self.known[place])

    def copied(self) -> "QuarterPrices":
        return QuarterPrices(self.values.copy(), self.known.copy())

    def equals(self, other: "QuarterPrices") -> bool:
        return bool((self.values == other.values).all() and (self.known == other.known).all())


async def quarters_of_days(database: Database, area: str, from_day: int, to_day: int) -> QuarterPrices:
    """Every quarter of [from_day, to_day), known or not, from its blocks."""
    starts = (day_starts(from_day, to_day) - day_starts(from_day, from_day)[0]) // SECONDS_PER_QUARTER
    quarters = QuarterPrices.nothing(from_day, to_day)
    rows = await database.fetch(
        "SELECT day, data FROM price_day WHERE area = $1 AND day >= $2 AND day < $3 ORDER BY day",
        area,
        from_day,
        to_day,
    )
    if not rows:
        return quarters
    days = np.array([row[0] for row in rows], dtype=np.int64) - from_day
    decoded = decode_blocks([row[1] for row in rows])
    first, counts = starts[days], starts[days + 1] - starts[days]
    where = np.arange(int(counts.sum())) + np.repeat(first - (np.cumsum(counts) - counts), counts)
    repeats = np.repeat(counts // decoded.slot_counts, decoded.slot_counts)
    quarters.values[where] = np.repeat(decoded.values, repeats)
    quarters.known[where] = np.repeat(known_slots(decoded.qualities), repeats)
    return quarters
