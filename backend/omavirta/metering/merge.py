"""How what comes in meets what is stored, for one local day. Pure functions.

A newer delivery wins for the slots that it delivers; the same or an older one only fills slots for which nothing was ever
delivered. MISSING is delivered: the sender says that there is no value.

A stored day has one date, that of the newest delivery that changed it. So an older delivery that arrives late (its import
was killed and is run again, or runs beside another one) does not correct slots of a day that a newer one has changed
elsewhere: it fills what is absent, and the newer file, or Datahub's next one, says the rest.

Where hours meet quarters the day is kept in quarters and hours are split (`metering.series.to_resolution`). An hour that
equals the sum of its four stored quarters says nothing new. One that differs replaces them if it is newer.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.metering.block import known_slots
from omavirta.metering.calendar import MINUTES_PER_HOUR, MINUTES_PER_QUARTER, QUARTERS_PER_HOUR
from omavirta.metering.quality import ABSENT
from omavirta.metering.series import to_resolution


class DaySlots(NamedTuple):
    """A day's energy (micro-kWh) and quality codes, in slots of 15 or 60 minutes."""

    resolution_minutes: int
    values: NDArray[np.int64]
    qualities: NDArray[np.uint8]

    def equals(self, other: "DaySlots") -> bool:
        return (
            self.resolution_minutes == other.resolution_minutes
            and np.array_equal(self.values, other.values)
            and np.array_equal(self.qualities, other.qualities)
        )


def merge_day(stored: DaySlots, incoming: DaySlots, *, newer: bool) -> DaySlots:
    """The day after the delivery; `stored` itself where nothing changes."""
    delivered = incoming.qualities != ABSENT
    base = stored
    if stored.resolution_minutes == incoming.resolution_minutes:
        taken = delivered if newer else delivered & (stored.qualities == ABSENT)
    elif incoming.resolution_minutes == MINUTES_PER_QUARTER:
        base = _in_quarters(stored)
        taken = delivered if newer else delivered & (base.qualities == ABSENT)
    else:
        quarters = stored.qualities.reshape(-1, QUARTERS_PER_HOUR)
        if newer:
            sums = stored.values.reshape(-1, QUARTERS_PER_HOUR).sum(axis=1)
            agrees = (
                known_slots(quarters).all(axis=1)
                & known_slots(incoming.qualities)
                & (sums == incoming.values)
            )
            taken = np.repeat(delivered & ~agrees, QUARTERS_PER_HOUR)
        else:
            taken = np.repeat(delivered & (quarters == ABSENT).all(axis=1), QUARTERS_PER_HOUR)
        incoming = _in_quarters(incoming)
    if not taken.any():
        return stored
    merged = DaySlots(
        base.resolution_minutes,
        np.where(taken, incoming.values, base.values),
        np.where(taken, incoming.qualities, base.qualities),
    )
    return stored if merged.equals(stored) else merged


def _in_quarters(day: DaySlots) -> DaySlots:
    return DaySlots(
        MINUTES_PER_QUARTER,
        *to_resolution(day.values, day.qualities, MINUTES_PER_HOUR, MINUTES_PER_QUARTER),
    )
