"""kill -9 at any place of registration: no half account, no lost mail, no mail twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]


@pytest.mark.parametrize(("step", "places"), [("start", 5), ("complete", 15)])
def test_before_any_statement_of_a_step(database_url: str, tmp_path: Path, step: str, places: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "support.killed_registration", database_url, tmp_path / "mail", step],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TESTS)},
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= places
