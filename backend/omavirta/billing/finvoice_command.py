"""`omavirta import finvoice`."""

from pathlib import Path

import click

from omavirta.billing.finvoice_import import FinvoiceSummary, import_finvoice_file
from omavirta.clock import system_clock
from omavirta.metering.import_command import Files, files_argument, json_option, take_files
from omavirta.metering.importing import Progress
from omavirta.storage.database import Database


@click.command(name="finvoice")
@files_argument
@json_option
def import_finvoice(files: Files, *, as_json: bool) -> None:
    """Take in invoices and credit notes as Finvoice 3.0, one or many in a file (docs/finvoice.md).

    Each file is taken whole or not at all, and the same file again changes nothing. Exit code 1 where one was refused;
    the others are taken.
    """

    async def take(database: Database, path: Path, progress: Progress) -> FinvoiceSummary:
        return await import_finvoice_file(database, path, system_clock, progress)

    take_files(files, take, as_json=as_json, json_of=_as_json, words_of=_in_words)


def _as_json(summary: FinvoiceSummary) -> dict[str, object]:
    return {
        "invoices": summary.invoices,
        "creditNotes": summary.credit_notes,
        "rows": summary.rows,
        "written": summary.written,
        "unchanged": summary.unchanged,
    }


def _in_words(summary: FinvoiceSummary) -> str:
    return (
        f"{summary.invoices} invoices, {summary.credit_notes} of them credit notes, with {summary.rows} rows;"
        f" {summary.written} written, {summary.unchanged} there already"
    )
