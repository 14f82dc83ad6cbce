"""What reading costs the server: CPU seconds of its process over many requests, variants interleaved in rounds."""

import asyncio
import http.client
import json
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.figures import Figure
from benchmarks.world import POINT, make_reading_rows, make_world
from omavirta.api.nodes import encode_id

INTERVALS = "intervals { start energyKwh quality }"
COLUMNS = "columns { starts energyKwh qualities }"


@dataclass(frozen=True)
class Variant:
    path: str
    body: bytes
    requests: int
    """How many make a round that the CPU clock's ticks of 10 ms can tell."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    database = folder / "reading.db"
    cookie = asyncio.run(make_world(f"sqlite://{database}"))
    make_reading_rows(Path(f"{database}-rows"))
    share = 20 if quick else 1
    variants = {
        "intervals": Variant("/graphql", _consumption("HOUR", INTERVALS), 200 // share),
        "bare": Variant("/bare", b"", 200 // share),
        "columns": Variant("/graphql", _consumption("HOUR", COLUMNS), 300 // share),
        "quarters": Variant("/graphql", _consumption("QUARTER_HOUR", INTERVALS), 60 // share),
        "stock": Variant("/stock/", _query("{ intervals { start energyKwh quality } }"), max(6 // share, 1)),
        "small": Variant("/graphql", _query("{ viewer { account { userName } } }"), 4_000 // share),
        "static": Variant("/static", _query("{ viewer { account { userName } } }"), 8_000 // share),
    }
    with _server(f"sqlite://{database}", cookie) as client:
        cost = client.cpu_seconds(variants, rounds=1 if quick else 5)
    return [
        Figure("a year of hours as intervals", cost["intervals"] / cost["bare"], 1.5, "x a bare route's CPU"),
        Figure(
            "a year of hours as intervals",
            cost["stock"] / cost["intervals"],
            30,
            "x cheaper than stock",
            at_least=True,
        ),
        Figure("a year of hours as columns", cost["columns"] / cost["intervals"], 0.5, "x intervals"),
        Figure(
            "a year of quarter-hours as intervals",
            cost["quarters"] / cost["intervals"],
            4.5,
            "x a year of hours",
        ),
        Figure("viewer { account { userName } }", cost["small"] / cost["static"], 5, "x a static answer"),
    ]


@dataclass
class Client:
    connection: http.client.HTTPConnection
    cookie: str
    process: psutil.Process

    def cpu_seconds(self, variants: dict[str, Variant], rounds: int) -> dict[str, float]:
        """The median over the rounds of what one request of each variant costs."""
        taken: dict[str, list[float]] = {name: [] for name in variants}
        for variant in variants.values():
            self._ask(variant, 2)
        for _ in range(rounds):
            for name, variant in variants.items():
                before = self._used()
                self._ask(variant, variant.requests)
                taken[name].append((self._used() - before) / variant.requests)
        return {name: max(statistics.median(seconds), 1e-6) for name, seconds in taken.items()}

    def _used(self) -> float:
        times = self.process.cpu_times()
        return times.user + times.system

    def _ask(self, variant: Variant, times: int) -> None:
        headers = {
            "Content-Type": "application/json",
            "Cookie": f"omavirta={self.cookie}",
            "Accept-Encoding": "identity",
        }
        for _ in range(times):
            self.connection.request(
                "POST" if variant.body else "GET", variant.path, variant.body or None, headers
            )
            response = self.connection.getresponse()
            content = response.read()
            if response.status != 200 or b'"errors"' in content[:100] or b":null" in content[:60]:
                raise RuntimeError(f"{variant.path} answered {response.status}: {content[:300]!r}")


@contextmanager
def _server(database_url: str, cookie: str) -> Iterator[Client]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = f"from benchmarks.service import main; main({database_url!r}, {port})"
    command = [sys.executable, "-c", start]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        for _ in range(400):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if process.poll() is not None:
                    raise RuntimeError((process.stderr.read() if process.stderr else b"").decode()) from None
                time.sleep(0.05)
        yield Client(http.client.HTTPConnection("127.0.0.1", port), cookie, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.communicate(timeout=15)


def _consumption(resolution: str, selection: str) -> bytes:
    return _query(
        "query($id: ID!, $resolution: Resolution!) { node(id: $id) { ... on MeteringPoint {"
        f' consumption(from: "2025-01-01", to: "2026-01-01", resolution: $resolution) {{ {selection} }} }} }} }}',
        {"id": encode_id("MeteringPoint", POINT), "resolution": resolution},
    )


def _query(query: str, variables: dict[str, str] | None = None) -> bytes:
    return json.dumps({"query": query, "variables": variables or {}}).encode()
