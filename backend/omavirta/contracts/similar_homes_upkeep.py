"""When the groups of similar homes are computed: once, when a month's values are final, along with its year so far.

A pass of the server looks for months that are final and not computed. What has been told of a month is never told
differently (`contracts.similar_homes`); only what told nothing, since hardly any home was known, is tried again each day.
"""

import asyncio
import logging
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from omavirta.clock import Clock, to_epoch_microseconds
from omavirta.contracts.similar_homes import (
    Computed,
    compute_groups,
    computed_months,
    keep_groups,
    similar_groups,
)
from omavirta.metering.calendar import PRELIMINARY_DAYS, TIME_ZONE, day_number
from omavirta.metering.comparison import Months
from omavirta.metering.months import month_of_day
from omavirta.storage.database import Database, Transaction

KEPT_MONTHS = 36
"""How far back months are computed at all, unless somebody asks for an older one by name."""

TRIED_AGAIN_AFTER = timedelta(days=1)
LOOKED_AT_EVERY = timedelta(hours=1)
FIRST_LOOK_AFTER = timedelta(minutes=1)
"""A server that has just started serves those who wait for it first."""

logger = logging.getLogger("omavirta.contracts")


def newest_final_month(today: date) -> int:
    """The last month that has been over for so many days; the day before, its last day has become final."""
    return month_of_day(day_number(today) - PRELIMINARY_DAYS) - 1


def months_ending_with(month: int) -> list[Months]:
    """What is computed once a month is final: the month, and its year so far."""
    return list(dict.fromkeys([Months(month, 1), Months(month - month % 12, month % 12 + 1)]))


def months_to_compute(now: datetime, computed: Mapping[Months, Computed]) -> list[Months]:
    """What is due, the newest first."""
    newest = newest_final_month(now.astimezone(TIME_ZONE).date())
    tried_long_ago = to_epoch_microseconds(now - TRIED_AGAIN_AFTER)

    def is_due(months: Months) -> bool:
        before = computed.get(months)
        return before is None or (before.tells_nothing and before.moment <= tried_long_ago)

    return [
        months
        for month in range(newest, newest - KEPT_MONTHS, -1)
        for months in months_ending_with(month)
        if is_due(months)
    ]


async def compute_due(database: Database, now: datetime) -> int:
    """Computes what is due, each in a transaction of its own; how many periods that were."""
    due = months_to_compute(now, await computed_months(database))
    for months in due:
        await compute_groups(database, months, to_epoch_microseconds(now))
    return len(due)


async def fill(transaction: Transaction, now: datetime, first_month: int) -> None:
    """Computes every final month from one on within a transaction, for a database that is being made."""
    for month in range(first_month, newest_final_month(now.astimezone(TIME_ZONE).date()) + 1):
        for months in months_ending_with(month):
            found = await similar_groups(transaction, months)
            await keep_groups(transaction, months, found, to_epoch_microseconds(now))


async def keep_similar_homes(database: Database, clock: Clock) -> None:
    """Runs until it is cancelled. A pass that fails is logged, and the next one tries again."""
    await asyncio.sleep(FIRST_LOOK_AFTER.total_seconds())
    while True:
        try:
            await compute_due(database, clock())
        except Exception:
            logger.exception("similar homes were not computed")
        await asyncio.sleep(LOOKED_AT_EVERY.total_seconds())
