"""`omavirta comparison`."""

from datetime import datetime

import click

from omavirta.clock import system_clock, to_epoch_microseconds
from omavirta.contracts.similar_homes import refresh_groups
from omavirta.contracts.similar_homes_upkeep import KEPT_MONTHS, months_ending_with, newest_due_month
from omavirta.metering.calendar import TIME_ZONE
from omavirta.settings import Settings
from omavirta.storage.command import printed_line, with_database
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
        click.echo(printed_line("first", "last", "groups"), err=True)
        for each in chosen:
            for months in months_ending_with(each):
                groups = await refresh_groups(database, months, to_epoch_microseconds(now))
                click.echo(printed_line(_printed(months.first), _printed(months.end - 1), groups))

    with_database(compute)


def _printed(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"
