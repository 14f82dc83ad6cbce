"""`omavirta import master`."""

from pathlib import Path

import click

from omavirta.clock import system_clock
from omavirta.masterdata.importing import MasterDataSummary, import_master_file
from omavirta.masterdata.schema import print_schema
from omavirta.metering.import_command import Files, files_argument, json_option, take_files
from omavirta.metering.importing import Progress
from omavirta.settings import load_settings
from omavirta.storage.database import Database


def _print_schema(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(print_schema(), nl=False)
        context.exit()


@click.command(name="master")
@files_argument
@click.option(
    "--print-schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_schema,
    help="Print the JSON Schema of a line, and stop.",
)
@json_option
def import_master(files: Files, *, as_json: bool) -> None:
    """Take in master data: customers, metering points, contracts, invoices and more, as JSON Lines (docs/master-data.md).

    Each file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused;
    the others are taken.
    """
    settings = load_settings()

    async def take(database: Database, path: Path, progress: Progress) -> MasterDataSummary:
        return await import_master_file(
            database,
            path,
            system_clock,
            secret_key=settings.secret_key,
            public_url=settings.public_url,
            progress=progress,
        )

    take_files(files, take, as_json=as_json, json_of=_as_json, words_of=_in_words)


def _as_json(summary: MasterDataSummary) -> dict[str, object]:
    return {
        "records": summary.records,
        "types": {
            kind.value: {
                "created": counts.created,
                "replaced": counts.replaced,
                "unchanged": counts.unchanged,
            }
            for kind, counts in summary.kinds.items()
        },
    }


def _in_words(summary: MasterDataSummary) -> str:
    kinds = (
        f"{kind.value} {counts.created} new, {counts.replaced} replaced, {counts.unchanged} unchanged"
        for kind, counts in summary.kinds.items()
    )
    return f"{summary.records} records; {'; '.join(kinds)}"
