"""Bodies that come slowly, stop coming, or never come."""

import asyncio

import pytest
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from omavirta.web.body_deadline import BodyDeadline

pytestmark = pytest.mark.anyio
SECONDS = 0.2
SCOPE: Scope = {"type": "http", "method": "POST", "path": "/", "query_string": b"", "headers": []}


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Like the GraphQL endpoint: says nothing to a client that is gone."""
    try:
        body = await Request(scope, receive).body()
    except ClientDisconnect:
        return
    await PlainTextResponse(body)(scope, receive, send)


async def answer_to(
    *parts: tuple[float, bytes, bool], app: ASGIApp | None = None, path: str = "/"
) -> list[Message]:
    """What is sent to a client whose body comes as (seconds before it, bytes, whether there is more)."""
    app = app or BodyDeadline(echo, seconds=SECONDS)
    left = list(parts)
    sent: list[Message] = []

    async def receive() -> Message:
        if not left:
            await asyncio.Event().wait()
        wait, body, more = left.pop(0)
        await asyncio.sleep(wait)
        return {"type": "http.request", "body": body, "more_body": more}

    async def send(message: Message) -> None:
        sent.append(message)

    await asyncio.wait_for(app({**SCOPE, "path": path}, receive, send), 10 * SECONDS)
    return sent


async def test_a_body_in_time_is_taken_in_parts() -> None:
    start, content = await answer_to((0, b"a", True), (0.01, b"b", True), (0.01, b"c", False))
    assert (start["status"], content["body"]) == (200, b"abc")


async def test_a_body_that_never_comes_is_408_and_the_end_of_the_connection() -> None:
    start, content = await answer_to()
    assert start["status"] == 408
    assert (b"connection", b"close") in start["headers"]
    assert b"errors" in content["body"]


async def test_the_deadline_is_the_whole_bodys_and_no_part_prolongs_it() -> None:
    drops = [(SECONDS / 5, b"x", True)] * 20
    start, _ = await answer_to(*drops)
    assert start["status"] == 408


async def test_what_is_no_http_is_left_alone() -> None:
    seen: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    async def nothing() -> Message:
        return {"type": "lifespan.startup"}

    async def ignore(message: Message) -> None:
        pass

    await BodyDeadline(app, seconds=SECONDS)({"type": "lifespan"}, nothing, ignore)
    assert seen == ["lifespan"]


async def test_where_files_are_streamed_each_part_has_the_deadline() -> None:
    app = BodyDeadline(echo, seconds=SECONDS, streamed="/import/")
    drops = [(SECONDS / 2, b"x", True)] * 5 + [(0.0, b"y", False)]
    start, content = await answer_to(*drops, app=app, path="/import/master")
    assert (start["status"], content["body"]) == (200, b"xxxxxy")

    start, _ = await answer_to((0, b"x", True), (2 * SECONDS, b"y", False), app=app, path="/import/master")
    assert start["status"] == 408
    start, _ = await answer_to(*drops, app=app, path="/graphql")
    assert start["status"] == 408
