"""`omavirta comparison`."""

from datetime import datetime

import click

from omavirta.clock import system_clock, to_epoch_microseconds
from omavirta.contracts.similar_homes import compute_groups, computed_months, forget_groups
from omavirta.contracts.similar_homes_upkeep import months_ending_with, months_to_compute, newest_final_month
from omavirta.metering.calendar import TIME_ZONE
from omavirta.metering.comparison import Months
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
    help="Compute this month (YYYY-MM) and its year so far anew, in the place of what has been told of them.",
)
def refresh(month: datetime | None) -> None:
    """Compute the groups of similar homes that are due, as the server does by itself: once, when a month is final."""
    now = system_clock()
    asked = None if month is None else month.year * 12 + month.month - 1
    if asked is not None and asked > newest_final_month(now.astimezone(TIME_ZONE).date()):
        raise click.BadParameter("its values are not final yet.", param_hint="--month")

    async def compute(database: Database, _settings: Settings) -> None:
        chosen = await _forgotten(database, asked) if asked is not None else await _due(database, now)
        click.echo(printed_line("first", "last", "groups"), err=True)
        for months in chosen:
            groups = await compute_groups(database, months, to_epoch_microseconds(now))
            click.echo(printed_line(_printed(months.first), _printed(months.end - 1), groups))

    with_database(compute)


async def _due(database: Database, now: datetime) -> list[Months]:
    return months_to_compute(now, await computed_months(database))


async def _forgotten(database: Database, month: int) -> list[Months]:
    chosen = months_ending_with(month)
    for months in chosen:
        await forget_groups(database, months)
    return chosen


def _printed(month: int) -> str:
    return f"{month // 12}-{month % 12 + 1:02}"
