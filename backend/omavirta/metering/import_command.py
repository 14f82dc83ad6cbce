"""What the commands of `omavirta import` have in common, for people and for programs.

Summaries go to stdout, the progress bar and refusals to stderr; the exit code is 1 where a file was refused. A file that is
refused does not keep the others from being taken.
"""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import click
import orjson

from omavirta.errors import FileRefused
from omavirta.metering.calendar import TIME_ZONE
from omavirta.metering.importing import Progress
from omavirta.settings import load_settings
from omavirta.storage.database import Database
from omavirta.storage.migrate import open_migrated_database

Summary = TypeVar("Summary")
Take = Callable[[Database, Path, Progress], Awaitable[Summary]]
"""Takes one file, or raises FileRefused."""

Files = tuple[Path, ...]
files_argument = click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")


def take_files(
    files: Files,
    take: Take[Summary],
    *,
    as_json: bool,
    json_of: Callable[[Summary], dict[str, object]],
    words_of: Callable[[Summary], str],
) -> None:
    """Runs an import command to its end."""
    summaries, refusals = asyncio.run(_take(files, take))
    if as_json:
        taken = [{"file": str(path), **json_of(summary)} for path, summary in summaries]
        answer = {"files": taken, "refused": refusals}
        click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())
    else:
        for path, summary in summaries:
            click.echo(f"{path}: {words_of(summary)}")
    for number, refusal in enumerate(refusals, start=1):
        place = f", {refusal['place']}" if refusal["place"] else ""
        is_last = number == len(refusals) or refusals[number]["file"] != refusal["file"]
        end = " Nothing of this file was taken." if is_last else ""
        click.echo(f"{refusal['file']}{place}: {refusal['reason']}.{end}", err=True)
    if refusals:
        raise click.exceptions.Exit(1)


def local_time(moment: datetime) -> str:
    """ISO 8601 in the market's time, with its offset."""
    return moment.astimezone(TIME_ZONE).isoformat()


async def _take(
    files: Sequence[Path], take: Take[Summary]
) -> tuple[list[tuple[Path, Summary]], list[dict[str, str | None]]]:
    summaries: list[tuple[Path, Summary]] = []
    refusals: list[dict[str, str | None]] = []
    async with open_migrated_database(load_settings().database_url) as database:
        for path in files:
            try:
                with _progress_bar(path) as progress:
                    summary = await take(database, path, progress)
                summaries.append((path, summary))
            except FileRefused as error:
                refusals += [
                    {"file": str(path), "place": one.place, "reason": one.reason}
                    for one in (error, *error.others)
                ]
    return summaries, refusals


@contextmanager
def _progress_bar(path: Path) -> Iterator[Progress]:
    """A bar on stderr, for a person; a file or a pipe gets none."""
    with click.progressbar(
        length=1000, label=path.name, hidden=not sys.stderr.isatty(), file=sys.stderr
    ) as bar:

        def progress(done: int, of: int) -> None:
            bar.update(done * 1000 // of - bar.pos if of else 0)

        yield progress
