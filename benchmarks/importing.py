"""Import of a large Datahub file by the command itself: rows a second of CPU, and the process's largest memory."""

import asyncio
import os
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import psutil

from benchmarks.figures import Figure
from benchmarks.storage import HEADER, gsrn, make_points_database

ROWS_A_POINT = 35_328
"""368 days of quarter-hours."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    points = 2 if quick else 85
    file, url = folder / "large.csv", f"sqlite://{folder}/importing.db"
    rows = write_large_file(file, points)
    asyncio.run(make_points_database(url, points))
    environment = os.environ | {
        "OMAVIRTA_DATABASE_URL": url,
        "OMAVIRTA_SECRET_KEY": "the benchmark's own key, of no use elsewhere",
    }
    command = [sys.executable, "-m", "omavirta.cli", "import", "consumption", "--json", str(file)]
    process = psutil.Popen(command, env=environment, stdout=subprocess.PIPE)
    cpu_seconds = peak_bytes = 0.0
    while process.poll() is None:
        try:
            times = process.cpu_times()
            cpu_seconds = max(cpu_seconds, times.user + times.system)
            peak_bytes = max(peak_bytes, process.memory_info().rss)
        except psutil.Error:
            break
        time.sleep(0.01)
    if process.wait() != 0:
        raise RuntimeError("the import was refused")
    return [
        Figure(
            f"import of {rows:,} rows, file to durable blocks",
            rows / cpu_seconds,
            300_000,
            "rows a CPU second",
            at_least=True,
        ),
        Figure("its largest memory", peak_bytes / 1e6, 150, "MB"),
    ]


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
