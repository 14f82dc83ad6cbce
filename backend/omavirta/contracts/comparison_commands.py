"""`omavirta comparison`."""

from datetime import datetime

import click

from omavirta.clock import system_clock, to_epoch_microseconds
from omavirta.contracts.similar_homes import refresh_groups
from omavirta.contracts.similar_homes_upkeep import KEPT_MONTHS, months_ending_with, newest_due_month
from omavirta.metering.calendar import TIME_ZONE
from omavirta.settings import Settings
from omavirta.storage.command import with_database
from omavirta.storage.database import Database


@click.group()
def comparison() -> None:
    """What similar homes use, which customers compare their own homes with."""


@comparison.command()
@click.option(
    "--month",
    type=click.DateTime(["%Y-%m"]),
    help="Only this month (YYYY-MM) and its year so far. Without it: all that are over, three years back.",
)
def refresh(month: datetime | None) -> None:
    """Compute the groups of similar homes anew. The server does it each day by itself."""
    now = system_clock()
    newest = newest_due_month(now.astimezone(TIME_ZONE).date())
    chosen = range(newest, newest - KEPT_MONTHS, -1) if month is None else [month.year * 12 + month.month - 1]

    async def compute(database: Database, _settings: Settings) -> None:
        for each in chosen:
            for months in months_ending_with(each):
                groups = await refresh_groups(database, months, to_epoch_microseconds(now))
                period = f"{months.first // 12}-{months.first % 12 + 1:02}"
                if months.length > 1:
                    period += f" to {(months.end - 1) // 12}-{(months.end - 1) % 12 + 1:02}"
                click.echo(f"{period}: {groups} groups", err=True)

    with_database(compute)
