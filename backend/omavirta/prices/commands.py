"""`omavirta import prices`."""

from pathlib import Path
from typing import Any

import click

from omavirta.clock import system_clock
from omavirta.metering.import_command import Files, files_argument, json_option, local_time, take_files
from omavirta.metering.importing import Progress
from omavirta.prices.areas import FINLAND, AreaError, parse_area
from omavirta.prices.importing import PricesSummary, import_prices_file
from omavirta.storage.database import Database


class AreaType(click.ParamType[str]):
    name = "area"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_area(str(value))
        except AreaError as error:
            self.fail(str(error), param, ctx)


@click.command(name="prices")
@files_argument
@click.option(
    "--area",
    type=AreaType(),
    default=FINLAND,
    show_default=True,
    help="Whose prices to take: FI, EE, LV, LT, or the EIC of a bidding zone.",
)
@json_option
def import_prices(files: Files, area: str, *, as_json: bool) -> None:
    """Take in day-ahead prices: ENTSO-E's A44 XML, or the JSON of Elering, sahkotin or liukuri.

    Each file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused;
    the others are taken.
    """

    async def take(database: Database, path: Path, progress: Progress) -> PricesSummary:
        summary = await import_prices_file(database, path, area, system_clock)
        progress(1, 1)
        return summary

    take_files(files, take, as_json=as_json, json_of=_as_json, words_of=_in_words)


def _as_json(summary: PricesSummary) -> dict[str, object]:
    return {
        "layout": summary.layout,
        "area": summary.area,
        "prices": summary.prices,
        "negativePrices": summary.negative_prices,
        "daysWritten": summary.days_written,
        "daysUnchanged": summary.days_unchanged,
        "gaps": summary.gaps,
        "period": {"start": local_time(summary.period_start), "end": local_time(summary.period_end)},
    }


def _in_words(summary: PricesSummary) -> str:
    return (
        f"{summary.prices} prices of {summary.area}, {summary.negative_prices} of them negative;"
        f" {summary.days_written} days written, {summary.days_unchanged} unchanged,"
        f" {summary.gaps} quarter-hours missing;"
        f" from {local_time(summary.period_start)} to {local_time(summary.period_end)}"
    )
