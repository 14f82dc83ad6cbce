"""Import of a large Datahub file by the command itself: rows a second of CPU, and the process's largest memory."""

import asyncio
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks.figures import Figure
from benchmarks.storage import HEADER, gsrn, make_points_database

ROWS_A_POINT = 35_328
"""368 days of quarter-hours."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    points = 2 if quick else 85
    file, url = folder / "large.csv", f"sqlite://{folder}/importing.db"
    rows = write_large_file(file, points)
    asyncio.run(make_points_database(url, points))
    ended = run_import(url, "consumption", file)
    cpu_seconds = ended.cpu_seconds
    return [
        Figure(
            "import of a Datahub CSV, file to durable blocks",
            rows / cpu_seconds,
            300_000,
            "rows a CPU second",
            at_least=True,
            detail=f"{rows:,} rows, {cpu_seconds:.2f} s of CPU",
        ),
        Figure("its largest memory", ended.largest_bytes / 1e6, 150, "MB", detail=f"{rows:,} rows"),
    ]


class Ended(NamedTuple):
    """What a command took."""

    cpu_seconds: float
    largest_bytes: int


def run_import(url: str, kind: str, file: Path) -> Ended:
    """`omavirta import KIND` in a process of its own; raises RuntimeError where the file is refused."""
    environment = os.environ | {
        "OMAVIRTA_DATABASE_URL": url,
        "OMAVIRTA_SECRET_KEY": "the benchmark's own key, of no use elsewhere",
    }
    command = [sys.executable, "-m", "omavirta.cli", "import", kind, "--json", str(file)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    largest = 0
    # Looked at until it is over, not reaped: a process that has ended still tells its CPU time, to the very end.
    while os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        largest = max(largest, peak_bytes(process.pid))
        time.sleep(0.01)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError("the import was refused")
    return Ended(usage.ru_utime + usage.ru_stime, largest)


def peak_bytes(pid: int) -> int:
    """The largest resident memory so far, which the kernel keeps, so that no peak between two looks is missed.

    `ru_maxrss` will not do: it counts what the process was before it became another program, which is this one.
    """
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(peaks[0]) * 1024 if peaks else 0


def write_large_file(file: Path, points: int) -> int:
    """Rows of many points with values of two decimals, as meters give them; gives how many."""
    random = np.random.default_rng(1)
    values = [f"{value:.2f}0000".replace(".", ",") for value in random.gamma(1.2, 0.29, 20_011).tolist()]
    start = datetime(2024, 12, 31, 22, tzinfo=UTC)
    times = [
        (start + timedelta(minutes=15 * index)).strftime("%Y-%m-%dT%H:%M:%SZ")
        for index in range(ROWS_A_POINT)
    ]
    with file.open("w", encoding="utf-8-sig") as out:
        out.write(HEADER + "\n")
        for number in range(points):
            point = gsrn(number)
            out.writelines(
                f"{point};8716867000030;PT15M;kWh;BN01;{moment};{values[(number * 7919 + index) % len(values)]};OK\n"
                for index, moment in enumerate(times)
            )
    return points * ROWS_A_POINT
