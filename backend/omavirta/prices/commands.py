"""`omavirta import prices`."""

import asyncio
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import orjson

from omavirta.clock import system_clock
from omavirta.errors import FileRefused
from omavirta.metering.calendar import TIME_ZONE
from omavirta.prices.areas import FINLAND, AreaError, parse_area
from omavirta.prices.importing import PricesSummary, import_prices_file
from omavirta.settings import load_settings
from omavirta.storage.database import open_database


class AreaType(click.ParamType[str]):
    name = "area"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_area(str(value))
        except AreaError as error:
            self.fail(str(error), param, ctx)


@click.command(name="prices")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--area",
    type=AreaType(),
    default=FINLAND,
    show_default=True,
    help="Whose prices to take: FI, EE, LV, LT, or the EIC of a bidding zone.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def import_prices(files: tuple[Path, ...], area: str, *, as_json: bool) -> None:
    """Take in day-ahead prices: ENTSO-E's A44 XML, or the JSON of Elering, sahkotin or liukuri.

    A file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused.
    """
    summaries, refusals = asyncio.run(_import_files(files, area))
    if as_json:
        answer = {"files": [_as_json(*pair) for pair in summaries], "refused": refusals}
        click.echo(orjson.dumps(answer, option=orjson.OPT_INDENT_2).decode())
    else:
        for path, summary in summaries:
            click.echo(_in_words(path, summary))
    for refusal in refusals:
        place = f", {refusal['place']}" if refusal["place"] else ""
        click.echo(
            f"{refusal['file']}{place}: {refusal['reason']}. Nothing of this file was taken.", err=True
        )
    if refusals:
        raise click.exceptions.Exit(1)


async def _import_files(
    files: Sequence[Path], area: str
) -> tuple[list[tuple[Path, PricesSummary]], list[dict[str, str | None]]]:
    summaries: list[tuple[Path, PricesSummary]] = []
    refusals: list[dict[str, str | None]] = []
    async with open_database(load_settings().database_url) as database:
        with click.progressbar(
            files, label="Reading prices", hidden=not sys.stderr.isatty(), file=sys.stderr
        ) as bar:
            for path in bar:
                try:
                    summaries.append((path, await import_prices_file(database, path, area, system_clock)))
                except FileRefused as error:
                    refusals.append({"file": str(path), "place": error.place, "reason": error.reason})
    return summaries, refusals


def _as_json(path: Path, summary: PricesSummary) -> dict[str, object]:
    return {
        "file": str(path),
        "layout": summary.layout,
        "area": summary.area,
        "prices": summary.prices,
        "negativePrices": summary.negative_prices,
        "daysWritten": summary.days_written,
        "daysUnchanged": summary.days_unchanged,
        "gaps": summary.gaps,
        "period": {"start": _local(summary.period_start), "end": _local(summary.period_end)},
    }


def _in_words(path: Path, summary: PricesSummary) -> str:
    return (
        f"{path}: {summary.prices} prices of {summary.area}, {summary.negative_prices} of them negative;"
        f" {summary.days_written} days written, {summary.days_unchanged} unchanged, {summary.gaps} quarter-hours missing;"
        f" from {_local(summary.period_start)} to {_local(summary.period_end)}"
    )


def _local(moment: datetime) -> str:
    return moment.astimezone(TIME_ZONE).isoformat()
