"""`omavirta import prices` as a clerk or a cron job calls it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from omavirta.prices.commands import import_prices

GOOD = '{"prices":[{"date":"2026-01-12T00:00Z","value":4.01},{"date":"2026-01-12T00:15Z","value":-0.5}]}'


@pytest.fixture
def configured(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")


def call(*arguments: str | Path) -> Result:
    return CliRunner().invoke(import_prices, [str(argument) for argument in arguments])


@pytest.mark.usefixtures("configured")
def test_a_summary_in_words(tmp_path: Path) -> None:
    path = tmp_path / "prices.json"
    path.write_text(GOOD)
    result = call(path)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{path}: 2 prices of FI, 1 of them negative; 1 days written, 0 unchanged, 0 quarter-hours missing;"
        " from 2026-01-12T02:00:00+02:00 to 2026-01-12T02:30:00+02:00\n"
    )
    assert result.stderr == ""


@pytest.mark.usefixtures("configured")
def test_one_json_object_and_a_refusal_beside_what_was_taken(tmp_path: Path) -> None:
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(GOOD)
    bad.write_text(GOOD.replace("-0.5", '"x"'))
    result = call("--json", bad, good)
    assert result.exit_code == 1
    assert json.loads(result.stdout) == {
        "files": [
            {
                "file": str(good),
                "layout": "sahkotin",
                "area": "FI",
                "prices": 2,
                "negativePrices": 1,
                "daysWritten": 1,
                "daysUnchanged": 0,
                "gaps": 0,
                "period": {"start": "2026-01-12T02:00:00+02:00", "end": "2026-01-12T02:30:00+02:00"},
            }
        ],
        "refused": [
            {"file": str(bad), "place": "entry 2 of 'prices'", "reason": "the price is not a number"}
        ],
    }
    assert (
        "bad.json, entry 2 of 'prices': the price is not a number. Nothing of this file was taken."
        in result.stderr
    )


@pytest.mark.usefixtures("configured")
def test_the_acknowledgements_reason_is_shown(shared_data: Path) -> None:
    result = call(shared_data / "entsoe" / "hexagon_acknowledgement_invalidrequest.xml")
    assert result.exit_code == 1
    assert (
        "ENTSO-E answered with an error instead of prices: No matching data found (code 999)" in result.stderr
    )


@pytest.mark.usefixtures("configured")
def test_another_area_by_its_eic(shared_data: Path) -> None:
    path = shared_data / "entsoe" / "BE_15M_exact4.xml"
    assert call(path).exit_code == 1
    result = call("--area", "10YBE----------2", path)
    assert result.exit_code == 0
    assert "4 prices of 10YBE----------2" in result.stdout


def test_an_area_that_is_none_is_a_wrong_call(tmp_path: Path) -> None:
    path = tmp_path / "prices.json"
    path.write_text(GOOD)
    result = call("--area", "10YBE----------X", path)
    assert result.exit_code == 2
    assert "is not a bidding zone" in result.stderr
