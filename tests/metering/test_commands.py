"""`omavirta import consumption` as a clerk or a cron job calls it."""

import asyncio
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omavirta.cli import main
from omavirta.storage.database import open_database
from support.consumption_table import all_days
from support.factory import World
from support.readings import GSRN, quarters, row, write

MIDNIGHT = "2026-01-05T22:00:00Z"


@pytest.fixture
def url(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    async def prepare() -> None:
        async with open_database(sqlite_url) as database:
            await (await World(database).start()).point(gsrn=GSRN)

    asyncio.run(prepare())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    return sqlite_url


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["import", "consumption", *(str(argument) for argument in arguments)])


@pytest.mark.usefixtures("url")
def test_a_summary_in_words(tmp_path: Path) -> None:
    path = write(tmp_path, quarters(MIDNIGHT, ["0,25"] * 96))

    result = call(path)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout == (
        f"{path}: 96 rows of 1 metering point, 24.00 kWh; 1 days written, 0 unchanged, 0 gaps;"
        " from 2026-01-06T00:00:00+02:00 to 2026-01-07T00:00:00+02:00\n"
    )


@pytest.mark.usefixtures("url")
def test_one_json_object(tmp_path: Path) -> None:
    good = write(tmp_path, quarters(MIDNIGHT, ["0,25"] * 96))
    bad = write(tmp_path, [row(MIDNIGHT), "cut"], name="bad.csv")

    result = call("--json", bad, good)

    assert result.exit_code == 1
    reason = "the line has 1 fields where the first line names 8: it is broken or cut off"
    assert json.loads(result.stdout) == {
        "files": [
            {
                "file": str(good),
                "layout": "Oma Datahub CSV",
                "series": "CONSUMPTION",
                "rows": 96,
                "values": 96,
                "energyKwh": 24.0,
                "meteringPoints": 1,
                "daysWritten": 1,
                "daysUnchanged": 0,
                "gaps": 0,
                "period": {"start": "2026-01-06T00:00:00+02:00", "end": "2026-01-07T00:00:00+02:00"},
            }
        ],
        "refused": [{"file": str(bad), "place": "line 3", "reason": reason}],
    }
    assert result.stderr == f"{bad}, line 3: {reason}. Nothing of this file was taken.\n"


def test_a_given_metering_point_and_series(url: str, tmp_path: Path) -> None:
    path = write(tmp_path, [row(MIDNIGHT, gsrn="0")])

    assert call(path).exit_code == 1
    assert call("--metering-point", GSRN, "--series", "production", path).exit_code == 0

    async def count() -> int:
        async with open_database(url) as database:
            return len(await all_days(database))

    assert asyncio.run(count()) == 0


@pytest.mark.usefixtures("url")
def test_a_metering_point_with_a_wrong_check_digit_is_a_wrong_call(tmp_path: Path) -> None:
    result = call("--metering-point", "643007127123456781", write(tmp_path, [row(MIDNIGHT)]))

    assert result.exit_code == 2
    assert "the last digit does not fit the others" in result.stderr


def test_a_database_without_tables_says_what_to_do(
    url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert url
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", f"sqlite://{tmp_path / 'empty.db'}")

    result = call(write(tmp_path, [row(MIDNIGHT)]))

    assert result.exit_code == 1
    assert "run `omavirta migrate`" in result.stderr
