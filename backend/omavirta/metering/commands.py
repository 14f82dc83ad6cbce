"""`omavirta import consumption`."""

from pathlib import Path
from typing import Any

import click

from omavirta.clock import system_clock
from omavirta.metering.gsrn import GsrnError, is_finnish, parse_gsrn
from omavirta.metering.import_command import Files, files_argument, json_option, local_time, take_files
from omavirta.metering.importing import ConsumptionSummary, Progress, import_consumption_file
from omavirta.metering.reading import Series
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.storage.database import Database


class GsrnType(click.ParamType[str]):
    name = "gsrn"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_gsrn(str(value))
        except GsrnError as error:
            self.fail(str(error), param, ctx)


@click.command(name="consumption")
@files_argument
@click.option(
    "--metering-point",
    type=GsrnType(),
    metavar="GSRN",
    help="Whose readings they are, where the file does not say it.",
)
@click.option(
    "--series",
    type=click.Choice([series.name.lower() for series in Series]),
    default=Series.CONSUMPTION.name.lower(),
    show_default=True,
    help="What the readings are of.",
)
@json_option
def import_consumption(files: Files, metering_point: str | None, series: str, *, as_json: bool) -> None:
    """Take in readings: CSV files from Oma Datahub or Caruna.

    Each file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused;
    the others are taken.
    """
    if metering_point is not None and not is_finnish(metering_point):
        click.echo(f"{metering_point} is no Finnish metering point: those begin with 64.", err=True)

    async def take(database: Database, path: Path, progress: Progress) -> ConsumptionSummary:
        return await import_consumption_file(
            database,
            path,
            system_clock,
            metering_point=metering_point,
            series=Series[series.upper()],
            progress=progress,
        )

    take_files(files, take, as_json=as_json, json_of=_as_json, words_of=_in_words)


def _as_json(summary: ConsumptionSummary) -> dict[str, object]:
    return {
        "layout": summary.layout,
        "series": summary.series.name,
        "rows": summary.rows,
        "values": summary.values,
        "energyKwh": summary.energy_micro_kwh / MICRO_KWH_PER_KWH,
        "meteringPoints": summary.metering_points,
        "daysWritten": summary.days_written,
        "daysUnchanged": summary.days_unchanged,
        "gaps": summary.gaps,
        "period": {"start": local_time(summary.period_start), "end": local_time(summary.period_end)},
    }


def _in_words(summary: ConsumptionSummary) -> str:
    points = (
        "1 metering point" if summary.metering_points == 1 else f"{summary.metering_points} metering points"
    )
    return (
        f"{summary.rows} rows of {points}, {summary.energy_micro_kwh / MICRO_KWH_PER_KWH:.2f} kWh;"
        f" {summary.days_written} days written, {summary.days_unchanged} unchanged, {summary.gaps} gaps;"
        f" from {local_time(summary.period_start)} to {local_time(summary.period_end)}"
    )
