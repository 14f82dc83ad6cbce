"""The whole application in the test's own event loop, with browsers that keep their cookies and a clock that can be moved."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

import httpx2
import orjson
from starlette.applications import Starlette
from starlette.types import Message

from omavirta.app import create_app
from omavirta.identity.passwords import PasswordHasher
from omavirta.settings import Settings
from omavirta.storage.database import Database
from support.factory import NOW
from support.mail import code_of, delivered_mails

PASSWORD = "oikea hevonen paristo niitti"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0"
NEW_PASSWORD = "uusi lapio kaivaa syvään"
SIGN_IN = """mutation($identifier: String!, $password: String!) {
  sessionCreate(input: {identifier: $identifier, password: $password}) { viewer { account { id userName } } userErrors { field code message } } }"""
WHO = "{ viewer { account { userName email } } }"


class Browser:
    """`ask` gives the data of an answer without errors."""

    def __init__(self, app: Starlette, user_agent: str = FIREFOX, address: str = "127.0.0.1") -> None:
        self._app = app
        self.client = httpx2.AsyncClient(
            transport=httpx2.ASGITransport(app=app, client=(address, 123)),
            # Nothing goes over a network, and to read the certificates takes longer than most tests.
            verify=False,
            trust_env=False,
            base_url="https://oma.example.fi",
            headers={"User-Agent": user_agent},
        )

    async def post(self, query: str, language: str = "fi", **variables: Any) -> httpx2.Response:
        return await self.client.post(
            "/graphql",
            json={"query": query, "variables": variables},
            headers={"Accept-Language": language},
        )

    async def ask(self, query: str, **variables: Any) -> dict[str, Any]:
        answer = (await self.post(query, **variables)).json()
        assert "errors" not in answer, answer
        data: dict[str, Any] = answer["data"]
        return data

    async def sign_in(self, identifier: str = "aino", password: str = PASSWORD) -> dict[str, Any]:
        result: dict[str, Any] = (await self.ask(SIGN_IN, identifier=identifier, password=password))[
            "sessionCreate"
        ]
        return result

    async def who(self) -> str | None:
        """The user name of the one who is signed in."""
        viewer = (await self.ask(WHO))["viewer"]
        return None if viewer is None else viewer["account"]["userName"]

    async def time_to_answer(self, query: str, **variables: Any) -> float:
        """Seconds until the answer's last byte is out; what the service does after it does not count."""
        body = orjson.dumps({"query": query, "variables": variables})
        request = self.client.build_request(
            "POST", "/graphql", content=body, headers={"Content-Type": "application/json"}
        )
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "POST",
            "scheme": "https",
            "path": "/graphql",
            "raw_path": b"/graphql",
            "query_string": b"",
            "headers": [(name.lower(), value) for name, value in request.headers.raw],
            "server": ("oma.example.fi", 443),
            "client": ("127.0.0.1", 1),
        }
        answered = 0.0

        async def receive() -> Message:
            return {"type": "http.request", "body": body, "more_body": False}

        async def send(message: Message) -> None:
            nonlocal answered
            if message["type"] == "http.response.body" and not message.get("more_body"):
                answered = time.perf_counter()

        began = time.perf_counter()
        await self._app(scope, receive, send)
        return answered - began


@dataclass
class LiveApp:
    settings: Settings
    database: Database
    now: datetime = NOW
    browsers: list[Browser] = field(default_factory=list)
    app: Starlette = field(init=False)

    def clock(self) -> datetime:
        return self.now

    def forward(self, **duration: float) -> None:
        self.now += timedelta(**duration)

    def browser(self, user_agent: str = FIREFOX, address: str = "127.0.0.1") -> Browser:
        self.browsers.append(Browser(self.app, user_agent, address))
        return self.browsers[-1]

    async def mails(self) -> list[EmailMessage]:
        """All that have been sent, the oldest first."""
        return await delivered_mails(self.settings, self.clock)

    async def newest_code(self) -> str:
        return code_of((await self.mails())[-1])

    async def kinds(self) -> list[str]:
        """What the mails are about, the oldest first."""
        return [row[0] for row in await self.database.fetch("SELECT kind FROM outbox_mail ORDER BY id")]

    async def events(self) -> list[str]:
        return [row[0] for row in await self.database.fetch("SELECT event FROM security_event ORDER BY id")]


@asynccontextmanager
async def live_app(settings: Settings, database: Database) -> AsyncIterator[LiveApp]:
    live = LiveApp(settings, database)
    live.app = create_app(settings, clock=live.clock)
    async with live.app.router.lifespan_context(live.app):
        yield live
        for browser in live.browsers:
            await browser.client.aclose()


async def hashed(password: str = PASSWORD) -> str:
    with PasswordHasher() as passwords:
        return await passwords.hash(password)


def errors_of(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Fields and codes of what is to be mended."""
    return [(error["field"], error["code"]) for error in payload["userErrors"]]


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"
