"""The time of day as a dependency: what needs "now" is given a `Clock`, so that tests and demos can set it."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

Clock = Callable[[], datetime]
"""Returns an aware datetime in UTC."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def system_clock() -> datetime:
    return datetime.now(UTC)


def to_epoch_microseconds(moment: datetime) -> int:
    """The integer in which every table keeps a moment: microseconds since 1970-01-01T00:00Z. Exact, unlike a float."""
    delta = moment - EPOCH
    return (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds


def from_epoch_microseconds(moment: int) -> datetime:
    """The aware datetime in UTC of a table's integer."""
    return EPOCH + timedelta(microseconds=moment)
