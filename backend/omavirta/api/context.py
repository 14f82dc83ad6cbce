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
from omavirta.settings import Settings
from omavirta.storage.database import Database

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


@dataclass(slots=True)
class Context:
    settings: Settings
    clock: Clock
    today: date
    """The local day in Finland."""
    database: Database
    access: Access
    language: Language
    request: Request
    response_headers: MutableHeaders
    passwords: Passwords
    principal_key: str
    """Whose points per hour are spent: the account's, or the network's of someone not signed in."""
    rate_limit: RateLimit | None = None
    """Set by the endpoint before execution."""
    session: SessionRow | None = None
    """The session of the browser that asks, where it is one."""
    intervals_left: int = MOST_INTERVALS
    """Of consumption and prices that this request may still ask for."""
    after_answer: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    """What is done once the answer is out, so that it can neither delay nor time it."""
    _loaders: dict[object, DataLoader[Any, Any]] = field(default_factory=dict)

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
