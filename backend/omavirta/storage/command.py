"""What a command of the command line needs to work on the database."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from datetime import UTC
from typing import TypeVar

import click

from omavirta.clock import from_epoch_microseconds
from omavirta.settings import Settings, load_settings
from omavirta.storage.database import Database
from omavirta.storage.migrate import open_migrated_database

T = TypeVar("T")


def with_database(action: Callable[[Database, Settings], Awaitable[T]]) -> T:
    """Runs the action on the database of the environment's settings; raises OmavirtaError where it is not ready."""

    async def run() -> T:
        settings = load_settings()
        async with open_migrated_database(settings.database_url) as database:
            return await action(database, settings)

    return asyncio.run(run())


def printed_moment(microseconds: int) -> str:
    """To the second, in UTC: `2026-11-25T10:00:00+00:00`."""
    return from_epoch_microseconds(microseconds).astimezone(UTC).replace(microsecond=0).isoformat()


def printed_line(*values: object) -> str:
    """Values with tabs between them, as `cut` takes them: what is inside a value is made one line; None is nothing."""
    return "\t".join("" if value is None else " ".join(str(value).split()) for value in values)


def print_table(headings: Iterable[str], lines: Iterable[str]) -> None:
    """What the columns are goes to stderr, so that stdout is lines of data alone."""
    click.echo(printed_line(*headings), err=True)
    for line in lines:
        click.echo(line)
