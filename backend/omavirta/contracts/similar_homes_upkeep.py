"""When the groups of similar homes are computed: a month three days after its end, along with its year so far.

Readings come late and are corrected, so the two newest months and their years are computed anew each day, and older ones
each month. Runs in the server; `omavirta comparison refresh` does the same at once.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.contracts.similar_homes import computed_at, refresh_groups, similar_groups, write_groups
from omavirta.metering.calendar import TIME_ZONE, day_number
from omavirta.metering.comparison import Months
from omavirta.metering.months import month_of_day
from omavirta.storage.database import Database, Transaction

DAYS_AFTER_END = 3
NEWEST_MONTHS = 2
KEPT_MONTHS = 36
"""How far back months are computed at all, unless somebody asks for an older one by name."""

NEWEST_EVERY = timedelta(days=1)
OLDER_EVERY = timedelta(days=30)
LOOKED_AT_EVERY = timedelta(hours=1)
FIRST_LOOK_AFTER = timedelta(minutes=1)
"""A server that has just started serves those who wait for it first."""

logger = logging.getLogger("omavirta.contracts")


def newest_due_month(today: date) -> int:
    return month_of_day(day_number(today - timedelta(days=DAYS_AFTER_END))) - 1


def months_ending_with(month: int) -> list[Months]:
    """What is computed once a month is over: the month, and its year so far."""
    return list(dict.fromkeys([Months(month, 1), Months(month - month % 12, month % 12 + 1)]))


def months_to_compute(today: date, now: datetime, computed: Mapping[Months, int]) -> list[Months]:
    """What is due, the newest first. `computed` says when what was last computed, in microseconds since 1970."""
    newest = newest_due_month(today)
    due = []
    for month in range(newest, newest - KEPT_MONTHS, -1):
        every = NEWEST_EVERY if month > newest - NEWEST_MONTHS else OLDER_EVERY
        old_until = to_epoch_microseconds(now - every)
        due += [each for each in months_ending_with(month) if computed.get(each, old_until) <= old_until]
    return due


async def refresh_due(database: Database, now: datetime) -> int:
    """Computes what is due, each in a transaction of its own; how many periods that were."""
    due = months_to_compute(now.astimezone(TIME_ZONE).date(), now, await computed_at(database))
    for months in due:
        await refresh_groups(database, months, to_epoch_microseconds(now))
    return len(due)


async def fill(transaction: Transaction, now: datetime, first_month: int) -> None:
    """Computes every due month from one on within a transaction, for a database that is being made."""
    for month in range(first_month, newest_due_month(now.astimezone(TIME_ZONE).date()) + 1):
        for months in months_ending_with(month):
            found = await similar_groups(transaction, months)
            await write_groups(transaction, months, found, to_epoch_microseconds(now))


async def keep_similar_homes(database: Database, clock: Clock) -> None:
    """Runs until it is cancelled. A pass that fails is logged, and the next one tries again."""
    await asyncio.sleep(FIRST_LOOK_AFTER.total_seconds())
    while True:
        try:
            await refresh_due(database, clock())
        except Exception:
            logger.exception("similar homes were not computed")
        await asyncio.sleep(LOOKED_AT_EVERY.total_seconds())
