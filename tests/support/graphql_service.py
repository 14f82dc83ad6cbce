"""A small service with the endpoint: a schema without electricity, and a context with the least it needs."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast

import strawberry
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient

from omavirta.graphql.budget import RateLimit
from omavirta.graphql.columns import Column, ColumnList
from omavirta.graphql.endpoint import GraphQLEndpoint
from omavirta.graphql.errors import ClientError
from omavirta.graphql.kept_answers import Basis
from omavirta.graphql.limits import Limits

# What the messages of a fault hold; no answer and no log may.
SECRETS = ("310160-123A", "aino@example.org")


@dataclass
class SmallContext:
    principal_key: str
    response_headers: MutableHeaders = field(default_factory=MutableHeaders)
    rate_limit: RateLimit | None = None
    state: int | None = None
    """Of what answers rest on; None where they rest on more."""
    counter: list[int] = field(default_factory=list)
    closed: bool = False
    close_fault: Exception | None = None

    @property
    def basis(self) -> Basis | None:
        return None if self.state is None else Basis(self.state, self.principal_key, 100)

    async def close(self) -> None:
        self.closed = True
        if self.close_fault is not None:
            raise self.close_fault


Info = strawberry.Info[SmallContext, None]


@strawberry.type
class Reading:
    start: str
    value: float | None


@strawberry.type
class Budget:
    limit: int
    cost: int
    remaining: int


@strawberry.type
class Friend:
    name: str

    @strawberry.field
    def friends(self, first: int = 1) -> "list[Friend]":
        return [Friend(name=f"friend {number}") for number in range(first)]


@strawberry.type
class Query:
    @strawberry.field
    def hello(self, name: str = "world") -> str:
        return f"hello {name}"

    @strawberry.field
    async def later(self) -> str:
        await asyncio.sleep(0)
        return "later"

    @strawberry.field
    def readings(self, count: int = 3) -> list[Reading]:
        starts = [f"2025-01-01T00:{number:04}" for number in range(count)]
        return cast("list[Reading]", ColumnList({"start": Column(starts), "value": Column([1.5] * count)}))

    @strawberry.field
    def count(self, info: Info) -> int:
        """One more each time that it is computed."""
        info.context.counter.append(1)
        return len(info.context.counter)

    @strawberry.field
    def moment(self, info: Info) -> int:
        """Rests on more than the state."""
        info.context.state = None
        info.context.counter.append(1)
        return len(info.context.counter)

    @strawberry.field
    def friend(self) -> Friend:
        return Friend(name="Eero")

    @strawberry.field
    def budget(self, info: Info) -> Budget:
        rate = info.context.rate_limit
        assert rate is not None
        return Budget(limit=rate.limit, cost=rate.cost, remaining=rate.remaining)

    @strawberry.field
    def fault(self) -> str | None:
        try:
            names: dict[str, str] = {}
            return names[SECRETS[0]]
        except KeyError as error:
            raise RuntimeError(f"no name for {SECRETS[1]}") from error

    @strawberry.field
    def refused(self) -> str | None:
        raise ClientError("PERIOD_TOO_LONG", "Ask for at most 400 days.")

    @strawberry.field
    def cookie(self, info: Info) -> str:
        info.context.response_headers.append("set-cookie", "a=1")
        info.context.response_headers.append("set-cookie", "b=2")
        return "baked"


@strawberry.type
class Mutation:
    @strawberry.mutation
    def shout(self, text: str) -> str:
        return text.upper()


class Clock:
    def __init__(self) -> None:
        self.now = datetime(2026, 1, 1, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += timedelta(**duration)


class Service:
    """The endpoint behind an HTTP client, the clock it reads and the contexts it has made."""

    def __init__(self, *, limits: Limits | None = None, points_per_hour: int = 100_000) -> None:
        self.clock = Clock()
        self.contexts: list[SmallContext] = []
        self.state: int | None = None
        self.counter: list[int] = []
        self.context_fault: Exception | None = None
        self.close_fault: Exception | None = None
        self.schema = strawberry.Schema(Query, Mutation)
        endpoint = GraphQLEndpoint(
            self.schema, self._context, clock=self.clock, limits=limits, points_per_hour=points_per_hour
        )
        self.app = Starlette(routes=[Route("/graphql", endpoint)])
        self.client = TestClient(self.app)

    async def _context(self, request: Request) -> SmallContext:
        if self.context_fault is not None:
            raise self.context_fault
        context = SmallContext(
            request.headers.get("x-principal", "someone"),
            state=self.state,
            counter=self.counter,
            close_fault=self.close_fault,
        )
        self.contexts.append(context)
        return context
