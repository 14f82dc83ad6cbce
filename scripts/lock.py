"""Writes requirements.lock (what runs) and requirements-dev.lock (that and the tools): pinned, hashed, no index named."""

import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def lock(output: str, extras: list[str]) -> None:
    command = [sys.executable, "-m", "uv", "pip", "compile", "pyproject.toml", "--output-file", output]
    command += [part for extra in extras for part in ("--extra", extra)]
    command += [
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--no-annotate",
        "--no-header",
    ]
    command += ["--python-version", "3.11", "--universal", "--upgrade", "--quiet"]
    subprocess.run(command, cwd=PROJECT, check=True)


if __name__ == "__main__":
    lock("requirements.lock", ["build"])
    lock("requirements-dev.lock", ["build", "dev"])
