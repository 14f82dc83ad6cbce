"""`frontend_build/` is what `frontend/` builds to, byte for byte."""

import shutil
import subprocess
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


@pytest.mark.xdist_group("node")
def test_the_committed_build_is_what_the_source_builds_to(tmp_path: Path) -> None:
    modules = PROJECT / "frontend" / "node_modules"
    if not (modules / ".bin").is_dir():
        pytest.skip("the web app's packages are not installed (Node.js 20 and npm, then `make frontend`)")
    shutil.copytree(
        PROJECT / "frontend", tmp_path / "frontend", ignore=shutil.ignore_patterns("node_modules")
    )
    shutil.copy(PROJECT / "schema.graphql", tmp_path)
    (tmp_path / "frontend" / "node_modules").symlink_to(modules)
    subprocess.run(
        ["npm", "run", "--silent", "build"], cwd=tmp_path / "frontend", check=True, capture_output=True
    )
    built, committed = contents(tmp_path / "frontend_build"), contents(PROJECT / "frontend_build")
    assert sorted(built) == sorted(committed)
    assert [name for name in built if built[name] != committed[name]] == []
