"""What a session costs a request, and what a rush of sign-ins does to everyone else."""

import asyncio
import http.client
import json
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from benchmarks.figures import Figure
from benchmarks.importing import peak_bytes
from benchmarks.reading import Client, Variant, ratio, served
from benchmarks.world import make_world
from omavirta.identity.models import Account
from omavirta.identity.passwords import PasswordHasher
from omavirta.storage.database import open_database

PASSWORD = "a password of the benchmark"
PHONES = "{ retailer { phones { name number openingHours } } }"
"""What the app asks of everyone, signed in or not. It reads no table, so that nothing hides what the session costs."""
SIGN_IN = """mutation($identifier: String!, $password: String!) {
  sessionCreate(input: {identifier: $identifier, password: $password}) { viewer { account { userName } } } }"""
PAUSE_SECONDS = 0.002
"""Between the requests of the one who is served meanwhile."""


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    url = f"sqlite://{folder}/identity.db"
    cookie = asyncio.run(make_world(url))
    at_once = 4 if quick else 60
    asyncio.run(_add_accounts(url, at_once))
    requests = 20 if quick else 1_000
    variants = {
        "with": Variant("/graphql", _body(PHONES), requests, afresh=True),
        "without": Variant("/graphql", _body(PHONES), requests, signed_in=False, afresh=True),
    }
    with served(url, cookie) as client:
        cost = client.cpu_seconds(variants, rounds=1 if quick else 15)
        waits, took = _rush(client, at_once, rounds=1 if quick else 5)
        memory = peak_bytes(client.process.pid)
    return [
        ratio(
            "customer service's phones, asked with a session against without", cost, "with", "without", 1.3
        ),
        Figure(
            f"others' requests during {at_once} sign-ins at once, 95 of 100 within",
            statistics.quantiles(waits, n=100)[94],
            1,
            "s",
            detail=f"{len(waits)} requests, the median {statistics.median(waits) * 1e3:.0f} ms,"
            f" the slowest {max(waits) * 1e3:.0f} ms; all signed in within {took:.2f} s",
        ),
        Figure("the server's largest memory meanwhile", memory / 1e6, 300, "MB"),
    ]


def _rush(client: Client, at_once: int, rounds: int) -> tuple[list[float], float]:
    """How long each request of somebody else's took while others signed in, and the median time until all had."""
    waits: list[float] = []
    taken: list[float] = []
    over = threading.Event()

    def ask_meanwhile() -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", client.connection.port)) as connection:
            beside = Client(connection, client.cookie, client.process)
            variant = Variant("/graphql", _body("{ viewer { account { userName } } }"), 1, afresh=True)
            while not over.is_set():
                began = time.perf_counter()
                beside.ask(variant, 1)
                waits.append(time.perf_counter() - began)
                time.sleep(PAUSE_SECONDS)

    def sign_in(number: int) -> None:
        with closing(http.client.HTTPConnection("127.0.0.1", client.connection.port)) as connection:
            connection.request(
                "POST",
                "/graphql",
                _body(SIGN_IN, {"identifier": f"rush{number}", "password": PASSWORD}),
                {"Content-Type": "application/json"},
            )
            answer = json.loads(connection.getresponse().read())
            if answer["data"]["sessionCreate"]["viewer"] is None:
                raise RuntimeError(f"sign-in {number} failed")

    with ThreadPoolExecutor(at_once) as everyone:
        for _ in range(rounds):
            over.clear()
            one = threading.Thread(target=ask_meanwhile)
            began = time.perf_counter()
            one.start()
            list(everyone.map(sign_in, range(at_once)))
            taken.append(time.perf_counter() - began)
            over.set()
            one.join()
    return waits, statistics.median(taken)


async def _add_accounts(url: str, count: int) -> None:
    with PasswordHasher() as passwords:
        password_hash = await passwords.hash(PASSWORD)
    async with open_database(url) as database:
        with database.orm():
            await Account.bulk_create(
                Account(
                    user_name=f"rush{number}",
                    user_name_key=f"rush{number}",
                    email=f"rush{number}@example.fi",
                    email_key=f"rush{number}@example.fi",
                    name="Rush",
                    password_hash=password_hash,
                    created_at=0,
                )
                for number in range(count)
            )


def _body(query: str, variables: dict[str, str] | None = None) -> bytes:
    return json.dumps({"query": query, "variables": variables or {}}).encode()
