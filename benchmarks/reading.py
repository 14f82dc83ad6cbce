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
from contextlib import closing, contextmanager
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
    signed_in: bool = True
    afresh: bool = False
    """Whether each request is another one to the server, so that it finds no answer that it has given before."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    database = folder / "reading.db"
    cookie = asyncio.run(make_world(f"sqlite://{database}"))
    make_reading_rows(Path(f"{database}-rows"))
    share = 20 if quick else 1
    variants = {
        "intervals": Variant("/graphql", _consumption("HOUR", INTERVALS), 100 // share),
        "bare": Variant("/compared/bare", b"", 100 // share),
        "columns": Variant("/graphql", _consumption("HOUR", COLUMNS), 200 // share),
        "quarters": Variant("/graphql", _consumption("QUARTER_HOUR", INTERVALS), 40 // share),
        "stock": Variant(
            "/compared/stock/", as_body("{ intervals { start energyKwh quality } }"), max(3 // share, 1)
        ),
        "small": Variant(
            "/graphql", as_body("{ viewer { account { userName } } }"), 1_000 // share, afresh=True
        ),
        "static": Variant("/compared/static", as_body("{ viewer { account { userName } } }"), 4_000 // share),
    }
    with served(f"sqlite://{database}", cookie) as client:
        require_the_same(client, variants["intervals"], variants["bare"])
        cost = client.cpu_seconds(variants, rounds=1 if quick else 9)
    return [
        ratio("a year of hours as intervals against a bare route", cost, "intervals", "bare", 1.5),
        ratio(
            "a year of hours, stock strawberry over a row a reading against ours",
            cost,
            "stock",
            "intervals",
            30,
            at_least=True,
        ),
        ratio("a year of hours as columns against intervals", cost, "columns", "intervals", 0.5),
        ratio("a year of quarter-hours against a year of hours", cost, "quarters", "intervals", 4.5),
        ratio(
            "viewer { account { userName } }, signed in, against a static answer", cost, "small", "static", 5
        ),
    ]


@dataclass
class Client:
    connection: http.client.HTTPConnection
    cookie: str
    process: psutil.Process
    asked: int = 0

    def cpu_seconds(self, variants: dict[str, Variant], rounds: int) -> dict[str, list[float]]:
        """What one request of each variant costs, round by round: each round asks all of them, one after another."""
        taken: dict[str, list[float]] = {name: [] for name in variants}
        for variant in variants.values():
            self.ask(variant, 2)
        for _ in range(rounds):
            for name, variant in variants.items():
                before = self._used()
                self.ask(variant, variant.requests)
                # The clock's tick, so that a quick run divides nothing by zero.
                taken[name].append(max(self._used() - before, 0.01) / variant.requests)
        return taken

    def keep(self, path: str, content: bytes) -> None:
        """Gives a route what it is to answer from then on."""
        self.connection.request("PUT", path, content)
        self.connection.getresponse().read()

    def _used(self) -> float:
        times = self.process.cpu_times()
        return times.user + times.system

    def ask(self, variant: Variant, times: int) -> bytes:
        headers = {
            "Content-Type": "application/json",
            "Accept-Encoding": "identity",
        }
        if variant.signed_in:
            headers["Cookie"] = f"omavirta={self.cookie}"
        content = b""
        for _ in range(times):
            body = self._another(variant.body) if variant.afresh else variant.body
            self.connection.request("POST" if body else "GET", variant.path, body or None, headers)
            response = self.connection.getresponse()
            content = response.read()
            if response.status != 200 or b'"errors"' in content[:100] or b":null" in content[:60]:
                raise RuntimeError(f"{variant.path} answered {response.status}: {content[:300]!r}")
        return content

    def _another(self, body: bytes) -> bytes:
        """The same question with a variable that its document does not know, and that is another one each time."""
        self.asked += 1
        members = json.loads(body)
        return json.dumps(members | {"variables": {**members["variables"], "asked": self.asked}}).encode()


def ratio(
    name: str,
    cost: dict[str, list[float]],
    variant: str,
    against: str,
    promise: float,
    *,
    at_least: bool = False,
) -> Figure:
    """The median of the rounds' ratios: what disturbs a round disturbs both of its sides."""
    rounds = list(zip(cost[variant], cost[against], strict=True))
    milliseconds = " / ".join(f"{statistics.median(cost[side]) * 1e3:.2f}" for side in (variant, against))
    return Figure(
        name,
        statistics.median(one / other for one, other in rounds),
        promise,
        "x the CPU",
        at_least,
        f"{milliseconds} ms a request",
    )


def require_the_same(client: Client, ours: Variant, compared: Variant) -> None:
    """A comparison is fair only where both give the same answer."""
    if json.loads(client.ask(ours, 1)) != json.loads(client.ask(compared, 1)):
        raise RuntimeError(f"{ours.path} and {compared.path} give different answers")


@contextmanager
def served(database_url: str, cookie: str, service: str = "benchmarks.service") -> Iterator[Client]:
    """`service` is the module whose `main` serves the database on a port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    start = f"from {service} import main; main({database_url!r}, {port})"
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
        with closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
            yield Client(connection, cookie, psutil.Process(process.pid))
    finally:
        process.terminate()
        process.communicate(timeout=15)


def _consumption(resolution: str, selection: str) -> bytes:
    return as_body(
        "query($id: ID!, $resolution: Resolution!) { node(id: $id) { ... on MeteringPoint {"
        f' consumption(from: "2025-01-01", to: "2026-01-01", resolution: $resolution) {{ {selection} }} }} }} }}',
        {"id": encode_id("MeteringPoint", POINT), "resolution": resolution},
    )


def as_body(query: str, variables: dict[str, str] | None = None) -> bytes:
    return json.dumps({"query": query, "variables": variables or {}}).encode()
