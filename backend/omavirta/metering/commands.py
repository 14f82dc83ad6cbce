"""`omavirta import consumption`."""

import asyncio
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import orjson

from omavirta.clock import system_clock
from omavirta.errors import FileRefused
from omavirta.metering.calendar import TIME_ZONE
from omavirta.metering.gsrn import GsrnError, is_finnish, parse_gsrn
from omavirta.metering.importing import ConsumptionSummary, Progress, import_consumption_file
from omavirta.metering.reading import Series
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.settings import load_settings
from omavirta.storage.database import open_database


class GsrnType(click.ParamType[str]):
    name = "gsrn"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            return parse_gsrn(str(value))
        except GsrnError as error:
            self.fail(str(error), param, ctx)


@click.command(name="consumption")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
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
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one JSON object.")
def import_consumption(
    files: tuple[Path, ...], metering_point: str | None, series: str, *, as_json: bool
) -> None:
    """Take in readings: CSV files from Oma Datahub or Caruna.

    Each file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused;
    the others are taken.
    """
    if metering_point is not None and not is_finnish(metering_point):
        click.echo(f"{metering_point} is no Finnish metering point: those begin with 64.", err=True)
    summaries, refusals = asyncio.run(_import_files(files, metering_point, Series[series.upper()]))
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
    files: Sequence[Path], metering_point: str | None, series: Series
) -> tuple[list[tuple[Path, ConsumptionSummary]], list[dict[str, str | None]]]:
    summaries: list[tuple[Path, ConsumptionSummary]] = []
    refusals: list[dict[str, str | None]] = []
    async with open_database(load_settings().database_url) as database:
        for path in files:
            try:
                with _progress_bar(path) as progress:
                    summary = await import_consumption_file(
                        database,
                        path,
                        system_clock,
                        metering_point=metering_point,
                        series=series,
                        progress=progress,
                    )
                summaries.append((path, summary))
            except FileRefused as error:
                refusals.append({"file": str(path), "place": error.place, "reason": error.reason})
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


def _as_json(path: Path, summary: ConsumptionSummary) -> dict[str, object]:
    return {
        "file": str(path),
        "layout": summary.layout,
        "series": summary.series.name,
        "rows": summary.rows,
        "values": summary.values,
        "energyKwh": summary.energy_micro_kwh / MICRO_KWH_PER_KWH,
        "meteringPoints": summary.metering_points,
        "daysWritten": summary.days_written,
        "daysUnchanged": summary.days_unchanged,
        "gaps": summary.gaps,
        "period": {"start": _local(summary.period_start), "end": _local(summary.period_end)},
    }


def _in_words(path: Path, summary: ConsumptionSummary) -> str:
    points = (
        "1 metering point" if summary.metering_points == 1 else f"{summary.metering_points} metering points"
    )
    return (
        f"{path}: {summary.rows} rows of {points}, {summary.energy_micro_kwh / MICRO_KWH_PER_KWH:.2f} kWh;"
        f" {summary.days_written} days written, {summary.days_unchanged} unchanged, {summary.gaps} gaps;"
        f" from {_local(summary.period_start)} to {_local(summary.period_end)}"
    )


def _local(moment: datetime) -> str:
    return moment.astimezone(TIME_ZONE).isoformat()
