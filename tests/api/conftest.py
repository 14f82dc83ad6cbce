"""The whole service over HTTP, in-process, on a database that a test fills first."""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from omavirta.api.access import Scope
from omavirta.app import create_app
from omavirta.identity.tokens import create_token
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from support.asked import Asked
from support.factory import NOW, World
from support.sessions import session_cookie

ORIGIN = "https://oma.example.fi"
T = TypeVar("T")
Setup = Callable[[World], Awaitable[Any]]


class Service:
    """Fills the database and asks the API, as somebody or as nobody."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def fill(self, setup: Setup) -> Any:
        async def run() -> Any:
            async with open_database(self.settings.database_url) as database:
                return await setup(await World(database).start())

        return asyncio.run(run())

    def run(self, action: Callable[[Database], Awaitable[T]]) -> T:
        """Does something with the database, beside the service."""

        async def run() -> T:
            async with open_database(self.settings.database_url) as database:
                return await action(database)

        return asyncio.run(run())

    def session(self, account_id: UUID) -> dict[str, str]:
        async def run() -> str:
            async with open_database(self.settings.database_url) as database:
                return await session_cookie(database, account_id)

        return {"Cookie": f"__Host-omavirta={asyncio.run(run())}"}

    def token(self, account_id: UUID, *scopes: Scope) -> dict[str, str]:
        """What an access token of these scopes sends; of consumption:read where none is named."""
        granted = frozenset(scopes or (Scope.CONSUMPTION_READ,))

        async def run() -> str:
            async with open_database(self.settings.database_url) as database:
                async with database.transaction() as transaction:
                    made = await create_token(transaction, account_id, granted, NOW)
                assert made is not None
                return made.text

        return {"Authorization": f"Bearer {asyncio.run(run())}"}

    @contextmanager
    def client(self) -> Iterator[TestClient]:
        with TestClient(create_app(self.settings, clock=lambda: NOW), base_url=ORIGIN) as client:
            yield client

    def ask(
        self, query: str, headers: dict[str, str] | None = None, variables: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        with self.client() as client:
            response = client.post(
                "/graphql", json={"query": query, "variables": variables or {}}, headers=headers
            )
        answer: dict[str, Any] = response.json()
        return answer

    def ask_and_watch(self, query: str, headers: dict[str, str]) -> tuple[dict[str, Any], Asked]:
        """The answer, and what the database was asked for it, the session's part included."""
        with self.client() as client:
            asked = Asked.of(client.app.state.database)  # type: ignore[attr-defined]  # starlette's application
            answer: dict[str, Any] = client.post("/graphql", json={"query": query}, headers=headers).json()
        return answer, asked

    def ask_and_count(self, query: str, headers: dict[str, str]) -> tuple[dict[str, Any], int]:
        """The answer, and how many SQL statements it took."""
        answer, asked = self.ask_and_watch(query, headers)
        return answer, asked.statements


@pytest.fixture
def service(settings: Settings) -> Service:
    return Service(settings)


def codes(answer: dict[str, Any]) -> list[str]:
    return [error["extensions"]["code"] for error in answer.get("errors", [])]
