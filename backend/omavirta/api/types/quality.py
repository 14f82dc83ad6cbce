"""Qualities as the API tells them. Types take `Quality` from here, so that it is described before it is used."""

from omavirta.api.enums import describe_enum
from omavirta.metering.quality import Quality

__all__ = ["Quality"]

describe_enum(
    Quality,
    "How sure a value is, or why there is none; from the strongest to the weakest.",
    {
        Quality.MEASURED: "Measured.",
        Quality.REVISED: "Measured, and corrected since.",
        Quality.CALCULATED: "Calculated from measured values.",
        Quality.ESTIMATED_ACCEPTED: "Estimated, and accepted for billing.",
        Quality.ESTIMATED: "Estimated.",
        Quality.TEMPORARY: "Temporary: a better value is expected.",
        Quality.UNCERTAIN: "Uncertain.",
        Quality.PARTIALLY_MISSING: "The sum of what is known; some of it is not.",
        Quality.MISSING: "No value: the network company has not got one.",
        Quality.PENDING: "No value yet: it has not been delivered.",
        Quality.NO_CONTRACT: "No value for the asker: not a day of the asker's own contract.",
    },
)
