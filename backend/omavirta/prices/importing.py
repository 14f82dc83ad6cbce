"""Taking in a file of day-ahead prices: read whole and checked, then written in one transaction, or not at all."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.errors import FileRefused
from omavirta.metering.calendar import SECONDS_PER_QUARTER
from omavirta.prices.readers import LARGEST_FILE_BYTES
from omavirta.prices.readers import read_prices as read_file
from omavirta.prices.store import write_prices
from omavirta.storage.database import Database
from omavirta.storage.ledger import enter_file, finish_file

LEDGER_KIND = "prices"


@dataclass(frozen=True, slots=True)
class PricesSummary:
    """What came of one file."""

    layout: str
    area: str
    prices: int
    """Intervals, hours and quarter-hours, that the file prices."""

    negative_prices: int
    days_written: int
    days_unchanged: int
    gaps: int
    """Quarter-hours without a price between the first and the last."""

    period_start: datetime
    period_end: datetime


async def import_prices_file(database: Database, path: Path, area: str, clock: Clock) -> PricesSummary:
    """Takes a file's prices of one area. Raises FileRefused, and then nothing has changed.

    The same file again changes nothing; killed at any moment it is either in or not.
    """
    content = _content(path)
    found = read_file(content, area)
    # The same content for another area is another delivery.
    content_hash = hashlib.sha256(f"{LEDGER_KIND} {area}\n".encode() + content).hexdigest()
    now = to_epoch_microseconds(clock())
    async with database.transaction() as transaction:
        entry = await enter_file(transaction, content_hash, LEDGER_KIND, path.name, now)
        written = await write_prices(
            transaction, area, found.quarters, found.prices, found.of_hours, entry.first_seen_at
        )
        await finish_file(transaction, entry, now)
    return PricesSummary(
        layout=found.layout,
        area=area,
        prices=found.entry_count,
        negative_prices=found.negative_count,
        days_written=written.days_written,
        days_unchanged=written.days_unchanged,
        gaps=int((np.diff(found.quarters) - 1).sum()),
        period_start=_moment(int(found.quarters[0])),
        period_end=_moment(int(found.quarters[-1]) + 1),
    )


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than is allowed is enough to be refused.
            return file.read(LARGEST_FILE_BYTES + 1)
    except OSError as error:
        raise FileRefused(f"the file cannot be read: {error.strerror}") from None


def _moment(quarter: int) -> datetime:
    return datetime.fromtimestamp(quarter * SECONDS_PER_QUARTER, UTC)
