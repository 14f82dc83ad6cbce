"""`omavirta import finvoice` as billing's own job calls it."""

import asyncio
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omavirta.cli import main
from omavirta.contracts.models import Contract
from omavirta.storage.database import open_database
from support.factory import World
from support.finvoice import CONTRACT, GSRN, Finvoice, credit_note, framed


@pytest.fixture
def folder(sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    async def prepare() -> None:
        async with open_database(sqlite_url) as database:
            world = await World(database).start()
            contract = await world.contract(await world.customer(), await world.point(gsrn=GSRN))
            with database.orm():
                await Contract.filter(id=contract).update(number=CONTRACT)

    asyncio.run(prepare())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    return tmp_path


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "finvoice", *(str(argument) for argument in arguments)])


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_summary_in_words(folder: Path) -> None:
    path = written(folder, "billing.xml", framed(Finvoice(), credit_note()))
    result = call(path)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{path}: 2 invoices, 1 of them credit notes, with 4 rows; 2 written, 0 there already\n"
    )


def test_one_json_object_and_a_refused_file_that_keeps_no_other_from_being_taken(folder: Path) -> None:
    bad = replace(Finvoice(), total="40,00", to_pay="", bar_code="")
    refused = written(folder, "bad.xml", framed(Finvoice().numbered(1000), bad))
    taken = written(folder, "good.xml", Finvoice().bytes())
    result = call("--json", refused, taken)
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert answer["files"] == [
        {"file": str(taken), "invoices": 1, "creditNotes": 0, "rows": 2, "written": 1, "unchanged": 0}
    ]
    assert {one["file"] for one in answer["refused"]} == {str(refused)}
    assert answer["refused"][0]["reason"] == (
        "invoice 2026110001: its VAT specification makes 39.96, and its total is 40.00"
    )
    assert "Nothing of this file was taken." in result.stderr
