"""`omavirta import master` as a clerk or a cron job calls it, and what is published of the format."""

import asyncio
import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omavirta.cli import main
from omavirta.masterdata.schema import print_schema
from omavirta.storage.database import open_database
from support import master_data as lines
from support.factory import World
from support.master_data import SECRET_KEY, everything, write

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    async def prepare() -> None:
        async with open_database(sqlite_url) as database:
            await World(database).account("aino")

    asyncio.run(prepare())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", SECRET_KEY)
    return sqlite_url


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "master", *(str(argument) for argument in arguments)])


@pytest.mark.usefixtures("url")
def test_a_summary_in_words(tmp_path: Path) -> None:
    path = write(tmp_path, [lines.person(), lines.company()])

    result = call(path)

    assert result.exit_code == 0
    assert result.stdout == f"{path}: 2 records; customer 2 new, 0 replaced, 0 unchanged\n"


@pytest.mark.usefixtures("url")
def test_one_json_object_and_problems_by_line(tmp_path: Path) -> None:
    good = write(tmp_path, everything(), "good.jsonl")
    bad = write(tmp_path, [lines.person(), lines.person(id="C-2", name="", number="")], "bad.jsonl")

    result = call("--json", good, bad)

    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert [(one["file"], one["records"]) for one in answer["files"]] == [(str(good), 10)]
    assert answer["files"][0]["types"]["invoice"] == {"created": 2, "replaced": 0, "unchanged": 0}
    assert answer["refused"] == [
        {"file": str(bad), "place": "line 2", "reason": f"customer C-2: {name} is empty"}
        for name in ("number", "name")
    ]
    assert result.stderr == (
        f"{bad}, line 2: customer C-2: number is empty.\n"
        f"{bad}, line 2: customer C-2: name is empty. Nothing of this file was taken.\n"
    )


def test_the_published_schema_is_what_is_checked() -> None:
    assert (DOCS / "master-data.schema.json").read_text(encoding="utf-8") == print_schema(), (
        "run `omavirta import master --print-schema > docs/master-data.schema.json` and look at the difference"
    )
    assert call("--print-schema").stdout == print_schema()


@pytest.mark.usefixtures("url")
def test_the_example_in_the_docs_is_taken(tmp_path: Path) -> None:
    text = (DOCS / "master-data.md").read_text(encoding="utf-8")
    example = re.findall(r"```jsonl\n(.*?)```", text, re.DOTALL)
    path = tmp_path / "example.jsonl"
    path.write_text(example[0], encoding="utf-8")

    result = call("--json", path)

    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["files"][0]["records"] == 9
