"""kill -9 anywhere in an import: the file is in or it is not, and the same file again leads to the same end."""

import subprocess
import sys
from pathlib import Path

from support.master_data import everything, write

TESTS = Path(__file__).resolve().parents[1]


def test_killed_before_every_statement(database_url: str, tmp_path: Path) -> None:
    path = write(tmp_path, everything())

    result = subprocess.run(
        [sys.executable, "-m", "support.killed_import", database_url, str(path)],
        cwd=TESTS,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert int(result.stdout) > 20
