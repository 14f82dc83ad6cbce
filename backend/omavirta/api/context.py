"""One context a request: everything a resolver may use. There are no globals and no hidden state."""

from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Protocol, TypeAlias, TypeVar, cast

import strawberry
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from strawberry.dataloader import DataLoader

from omavirta.api.access import Access, SessionRow
from omavirta.api.language import Language
from omavirta.clock import Clock
from omavirta.graphql.budget import RateLimit
from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.errors import ClientError
from omavirta.graphql.kept_answers import Basis
from omavirta.settings import Settings
from omavirta.storage.database import WatchedDatabase

Key = TypeVar("Key", bound=Hashable)
Answer = TypeVar("Answer")
Question: TypeAlias = "Callable[[Context, list[Key]], Awaitable[Sequence[Answer]]]"
"""A batched read: answers in the order of the keys, one SQL statement (or a fixed number) for them all."""


class Passwords(Protocol):
    """What `identity.passwords` offers; it lives as long as the application."""

    def require_room(self) -> None: ...
    async def hash(self, password: str) -> str: ...
    async def verify(self, password_hash: str | None, password: str) -> bool: ...
    def needs_rehash(self, password_hash: str) -> bool: ...


MOST_INTERVALS = 200_000
"""In one answer, over all its fields: about 20 MB and a quarter of a second."""

BYTES_OF_ASKER, BYTES_OF_ID = 1_200, 200
"""What an access takes in memory, and each customer or metering point that it names: measured, and rounded up."""


@dataclass(slots=True)
class Context:
    """Resolvers take `clock`, `request` and `rate_limit`, which note that the answer rests on more than `basis` says."""

    settings: Settings
    wall_clock: Clock
    today: date
    """The local day in Finland."""
    database: WatchedDatabase
    access: Access
    language: Language
    http: Request
    response_headers: MutableHeaders
    passwords: Passwords
    principal_key: str
    """Whose points per hour are spent: the account's, or the network's of someone not signed in."""
    revision: int | None = None
    """Of the data, read before any of it was; None where it was not."""
    points: RateLimit | None = None
    session: SessionRow | None = None
    """The session of the browser that asks, where it is one."""
    intervals_left: int = MOST_INTERVALS
    """Of consumption and prices that this request may still ask for."""
    after_answer: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """What is done once the answer is out, so that it can neither delay nor time it."""
    _rests_on_more: bool = False
    """Whether something else was asked for than the data, the day and who asks."""
    _loaders: dict[object, DataLoader[Any, Any]] = field(default_factory=dict)

    @property
    def clock(self) -> Clock:
        self._rests_on_more = True
        return self.wall_clock

    @property
    def request(self) -> Request:
        self._rests_on_more = True
        return self.http

    @property
    def rate_limit(self) -> RateLimit | None:
        """Set by the endpoint before execution."""
        self._rests_on_more = True
        return self.points

    @rate_limit.setter
    def rate_limit(self, points: RateLimit | None) -> None:
        self.points = points

    @property
    def basis(self) -> Basis | None:
        """What the answer rests on, unless it is more than the data, the local day and who asks in which language."""
        if self.revision is None or self._rests_on_more or self.database.read_apart:
            return None
        ids = len(self.access.customer_ids) + len(self.access.metering_point_ids or ())
        return Basis(
            (self.revision, self.today),
            (self.access, self.session, self.language),
            BYTES_OF_ASKER + ids * BYTES_OF_ID,
        )

    async def load(self, question: "Question[Key, Answer]", key: Key) -> Answer:
        """Asks a question whose keys are collected over the whole request and answered together."""
        loader = self._loaders.get(question)
        if loader is None:
            loader = DataLoader(load_fn=cast("Any", partial(question, self)))
            self._loaders[question] = loader
        return cast("Answer", await loader.load(key))

    @property
    def user_agent(self) -> str:
        return self.request.headers.get("user-agent", "")

    def act_as(self, access: Access, session: SessionRow | None) -> None:
        """From here on somebody else asks: what was loaded under the access before is forgotten."""
        self.access, self.session = access, session
        self._loaders.clear()

    def take_intervals(self, count: int) -> None:
        """Counts intervals before they are read; raises ClientError QUERY_TOO_COSTLY beyond what an answer may hold."""
        self.intervals_left -= count
        if self.intervals_left < 0:
            raise ClientError(
                ErrorCode.QUERY_TOO_COSTLY,
                f"One answer holds at most {MOST_INTERVALS} intervals. Ask for fewer metering points, days or fields.",
            )

    async def close(self) -> None:
        for action in self.after_answer:
            await action()


Info = strawberry.Info[Context, None]
