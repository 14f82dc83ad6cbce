"""The quality of a value, and how qualities combine when intervals are summed.

Datahub's statuses, from the strongest to the weakest (Fingrid Datahub, customer portal). When values are summed the
weakest wins; where some but not all are known the sum is PARTIALLY_MISSING; where none is known the common reason
stays, and reasons that differ come to MISSING.
"""

from collections.abc import Iterable
from enum import IntEnum

ABSENT = 0
"""Inside a block: nothing was ever delivered for this slot. Shown as MISSING, or PENDING after the newest delivery."""


class Quality(IntEnum):
    """The value is the code that blocks and tables keep, so it never changes. Greater is weaker."""

    MEASURED = 1
    REVISED = 2
    CALCULATED = 3
    ESTIMATED_ACCEPTED = 4
    ESTIMATED = 5
    TEMPORARY = 6
    UNCERTAIN = 7
    PARTIALLY_MISSING = 8
    MISSING = 9
    PENDING = 10
    NO_CONTRACT = 11

    @property
    def is_known(self) -> bool:
        """Whether there is a value: from MEASURED to PARTIALLY_MISSING."""
        return self <= WEAKEST_KNOWN


WEAKEST_KNOWN = Quality.PARTIALLY_MISSING
WEAKEST_STORED = Quality.MISSING
QUALITY_NAMES: tuple[str, ...] = ("MISSING", *(quality.name for quality in Quality))
"""Names by code. A code of ABSENT that reaches an answer is MISSING."""

DATAHUB_QUALITIES: dict[str, Quality] = {
    "OK": Quality.MEASURED,
    "REVISED": Quality.REVISED,
    "CALC": Quality.CALCULATED,
    "E56": Quality.ESTIMATED_ACCEPTED,
    "EST": Quality.ESTIMATED,
    "E21": Quality.TEMPORARY,
    "UNCERTAIN": Quality.UNCERTAIN,
    "PMISSING": Quality.PARTIALLY_MISSING,
    "MISSING": Quality.MISSING,
    "NONE": Quality.MISSING,
}
"""What Datahub's codes mean."""


def combine(qualities: Iterable[Quality]) -> Quality:
    """The quality of a sum over intervals of these qualities; of nothing it is MISSING."""
    parts = set(qualities)
    known = {quality for quality in parts if quality.is_known}
    if known == parts and known:
        return max(known)
    if known:
        return Quality.PARTIALLY_MISSING
    return parts.pop() if len(parts) == 1 else Quality.MISSING
