"""The benchmarks run from end to end, on sizes too small to mean anything, so that they cannot rot unseen."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support.postgres import find_binaries

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("suite", "figures"),
    [
        ("reading", 5),
        ("identity", 3),
        ("storage", 2),
        ("importing", 2),
        ("invoicing", 5),
        ("costs", 10),
        ("estimating", 2),
        ("comparing", 1),
    ],
)
def test_each_figure_is_measured(suite: str, figures: int) -> None:
    if suite in {"storage", "invoicing", "costs", "comparing"} and find_binaries() is None:
        pytest.skip("PostgreSQL is not installed (Debian: postgresql)")
    command = [sys.executable, "-m", "benchmarks", suite, "--quick", "--json"]

    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=120, check=False)

    assert ended.returncode == 0, ended.stderr
    measured = json.loads(ended.stdout)
    assert len(measured) == figures
    assert all(figure["value"] > 0 and figure["promise"] > 0 for figure in measured)


def test_an_unknown_suite_is_refused() -> None:
    command = [sys.executable, "-m", "benchmarks", "nothing"]
    ended = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)

    assert ended.returncode == 2
    assert "there is no suite nothing" in ended.stderr
