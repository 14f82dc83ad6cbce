"""A broker that can be made to lie, and a person's way to it and back."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import httpx2
import orjson
from starlette.testclient import TestClient

from conftest import make_settings
from omavirta.app import create_app
from omavirta.fixtures.catalogue import PersonData
from omavirta.fixtures.demo_broker.broker import DemoBroker, Grant, Method
from omavirta.fixtures.demo_broker.routes import back_channel
from omavirta.identity.strong.brokers import Broker
from omavirta.identity.strong.jose import Claims
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.settings import Settings
from omavirta.storage.database import open_database
from omavirta.storage.kind import DatabaseKind, mark_database
from support.factory import NOW

ORIGIN = "https://oma.example.fi"
START = (
    "mutation ($input: IdentificationStartInput!)"
    " { identificationStart(input: $input) { authorizationUrl userErrors { field code } } }"
)


def person(name: str, code: str) -> PersonData:
    return PersonData.model_validate(
        {
            "name": name,
            "identityCode": code,
            "account": None,
            "customer": None,
            "contactOf": None,
            "about": {},
        }
    )


AINO = person("Aino Virtanen", "010190Y902S")
HELMI = person("Helmi Korhonen", "010105B904W")


@dataclass
class SteppingClock:
    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += timedelta(**duration)


class CrookedBroker(DemoBroker):
    """The demo's broker, whose ID tokens a test changes; honest where it does not."""

    clock: SteppingClock
    change: Callable[[Claims], None] | None = None
    sign_instead: Callable[[Claims], str] | None = None
    seal_instead: Callable[[str], str] | None = None
    answers: Callable[[httpx2.Request], httpx2.Response] | None = None
    """What is answered instead of the broker, or raised."""

    def straighten(self, clock: SteppingClock) -> None:
        self.clock = clock
        self._clock = clock
        self.change = None
        self.sign_instead = self.seal_instead = self.answers = None

    def claims_of(self, grant: Grant) -> Claims:
        claims = super().claims_of(grant)
        if self.change is not None:
            self.change(claims)
        return claims

    def signed(self, claims: Claims) -> str:
        return self.sign_instead(claims) if self.sign_instead else super().signed(claims)

    def sealed(self, token: str) -> str:
        return self.seal_instead(token) if self.seal_instead else super().sealed(token)


class CrookedTransport(httpx2.AsyncBaseTransport):
    def __init__(self, broker: CrookedBroker) -> None:
        self._broker = broker
        self._inner = back_channel(broker)
        self.requests: list[str] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request.url.path)
        if self._broker.answers is not None:
            return self._broker.answers(request)
        return await self._inner.handle_async_request(request)


@dataclass
class Portal:
    """The service with one broker, and a browser at it."""

    client: TestClient
    broker: CrookedBroker
    clock: SteppingClock
    transport: CrookedTransport

    def start(
        self, purpose: str = "SIGN_IN", return_to: str | None = None, service: str = "demo", **headers: str
    ) -> dict[str, Any]:
        variables = {"input": {"service": service, "purpose": purpose, "returnTo": return_to}}
        response = self.client.post(
            "/graphql", json={"query": START, "variables": variables}, headers=headers
        )
        payload: dict[str, Any] = response.json()["data"]["identificationStart"]
        return payload

    def authorization_url(self, **arguments: Any) -> str:
        return str(self.start(**arguments)["authorizationUrl"])

    def at_the_bank(self, url: str, who: PersonData = AINO) -> str:
        return at_the_bank(self.broker, url, who)

    def come_back(self, url: str, client: TestClient | None = None) -> str:
        """Where the portal sends the browser on to."""
        response = (client or self.client).get(url, follow_redirects=False)
        assert response.status_code == 303, response.text
        return response.headers["location"]

    def identify(self, who: PersonData = AINO, **arguments: Any) -> str:
        return self.come_back(self.at_the_bank(self.authorization_url(**arguments), who))


def at_the_bank(broker: CrookedBroker, url: str, who: PersonData = AINO) -> str:
    """Identifies somebody there; where the browser is sent back to."""
    return broker.identify(broker.ask(parameter(url, "request")), who, Method.BANK)


@contextmanager
def portal_with(
    settings: Settings, broker: CrookedBroker, folder: Path, **overrides: Any
) -> Iterator[Portal]:
    """`settings` with a database that may take test persons, unless the overrides make the broker a real one."""
    clock = SteppingClock()
    broker.straighten(clock)
    transport = CrookedTransport(broker)
    configured = settings.model_copy(
        update={"brokers_file": write_brokers(folder, broker.configuration(), **overrides)}
    )
    app = create_app(configured, clock=clock, broker_transport=transport)
    with TestClient(app, base_url=ORIGIN) as client:
        yield Portal(client, broker, clock, transport)


def write_brokers(folder: Path, broker: Broker, **overrides: Any) -> Path:
    entry = broker.model_dump(mode="json", by_alias=True) | overrides
    path = folder / f"brokers-{len(list(folder.glob('brokers-*')))}.json"
    path.write_bytes(orjson.dumps({"brokers": [entry]}))
    return path


def crooked_broker(keys_folder: Path) -> CrookedBroker:
    return CrookedBroker(ORIGIN, [AINO, HELMI], KeyFolder(keys_folder).keys, SteppingClock())


def parameter(url: str, name: str) -> str:
    return parse_qs(urlsplit(url).query)[name][0]


def with_parameters(url: str, **changes: str | None) -> str:
    """The address with some parameters changed, or without those that are None."""
    parts = urlsplit(url)
    values = {name: found[0] for name, found in parse_qs(parts.query).items()} | changes
    query = urlencode({name: value for name, value in values.items() if value is not None})
    return parts._replace(query=query).geturl()


def for_trying_out(database_url: str, keys_folder: Path) -> Settings:
    """Settings of a database that is marked as one that may take test persons."""

    async def mark() -> None:
        async with open_database(database_url) as database, database.transaction() as transaction:
            await mark_database(transaction, DatabaseKind.TEST, NOW)

    asyncio.run(mark())
    return with_keys(database_url, keys_folder)


def with_keys(database_url: str, keys_folder: Path) -> Settings:
    """Settings of a database for real customers."""
    return make_settings(database_url).model_copy(update={"keys_folder": keys_folder})
