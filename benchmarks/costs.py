"""What prices and costs add to reading, and what the home page costs, on both databases.

An answer that was given before is given again while what it rests on is the same (`omavirta.graphql.kept_answers`): so
the home page and the totals are measured both ways, asked again and asked for the first time.
"""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.cost_world import POINTS, make_cost_world
from benchmarks.figures import Figure
from benchmarks.reading import Variant, as_body, ratio, require_the_same, served
from omavirta.api.nodes import encode_id
from support.postgres import find_binaries, postgres_cluster

_PERIOD = """query($id: ID!) { node(id: $id) { ... on MeteringPoint {
  consumption(from: "%s", to: "2026-11-01", resolution: %s) { %s } } } }"""
_HOME = """{ viewer { customers { name meteringPoints(first: 3) { nodes { id name
  activeContract { id number startDate endDate product { id kind name } }
  latestInvoice { id number invoiceDate dueDate status total { amount currency } }
  consumption(from: "2025-11-01", to: "2026-11-01", resolution: MONTH) {
    energyKwh quality cost { amount currency } costStatus columns { starts energyKwh costs } } } } } } }"""
_INTERVALS = "intervals { start energyKwh quality %s }"
_MONTHS = "energyKwh quality cost { amount currency } costStatus columns { starts energyKwh costs }"


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    url = f"sqlite://{folder / 'costs.db'}"
    figures = _figures(url, "SQLite", quick=quick)
    binaries = find_binaries()
    if binaries is None:
        print("PostgreSQL is not installed (Debian: postgresql): not measured on it", file=sys.stderr)
        return figures
    with postgres_cluster(binaries) as server:
        return figures + _figures(server + "postgres", "PostgreSQL", quick=quick)


def _figures(url: str, database: str, *, quick: bool) -> list[Figure]:
    cookie = asyncio.run(make_cost_world(url))
    share = 20 if quick else 1
    variants = {
        "hours": Variant("/graphql", _consumption("2025-11-01", "HOUR", _INTERVALS % ""), 100 // share),
        "priced": Variant(
            "/graphql",
            _consumption("2025-11-01", "HOUR", _INTERVALS % "price cost costStatus"),
            100 // share,
        ),
        "months": Variant("/graphql", _consumption("2023-11-01", "MONTH", _MONTHS), 2_000 // share),
        "home": Variant("/graphql", as_body(_HOME), 2_000 // share),
    }
    with served(url, cookie, "benchmarks.cost_service") as client:
        for name in ("months", "home"):
            # Asked twice: the first time computes the months that are kept from then on.
            client.ask(variants[name], 2)
            answer = client.ask(variants[name], 1)
            client.keep(f"/compared/{name}", answer)
            variants[f"static {name}"] = replace(
                variants[name], path=f"/compared/{name}", requests=2_000 // share
            )
            variants[f"first {name}"] = replace(variants[name], requests=300 // share, afresh=True)
            require_the_same(client, variants[name], variants[f"first {name}"])
        cost = client.cpu_seconds(variants, rounds=1 if quick else 9)
    return [
        ratio(
            f"a year of hours with price and cost against one without, {database}",
            cost,
            "priced",
            "hours",
            1.6,
        ),
        *(
            ratio(
                f"{what} against a static answer of the same bytes, {database}", cost, name, against, promise
            )
            for what, name, against, promise in (
                ("36 months of energy and cost, asked again,", "months", "static months", 5),
                ("36 months of energy and cost, asked first,", "first months", "static months", 25),
                ("the home page, asked again,", "home", "static home", 8),
                ("the home page, asked first,", "first home", "static home", 55),
            )
        ),
    ]


def _consumption(first: str, resolution: str, selection: str) -> bytes:
    return as_body(_PERIOD % (first, resolution, selection), {"id": encode_id("MeteringPoint", POINTS[0])})
