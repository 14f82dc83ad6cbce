"""A request's body has to be here within a few seconds; uvicorn itself would wait for ever.

Files that are streamed in take longer: there it is the next part that has to come within those seconds.
"""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from omavirta.graphql.codes import ErrorCode
from omavirta.web.refusals import refusal


class BodyDeadline:
    """Answers 408 and closes the connection when the body takes longer than `seconds`, or a part of it where the path
    begins with `streamed`.
    """

    def __init__(self, app: ASGIApp, *, seconds: float, streamed: str | None = None) -> None:
        self._app = app
        self._seconds = seconds
        self._streamed = streamed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        deadline = asyncio.get_running_loop().time() + self._seconds
        by_part = self._streamed is not None and scope["path"].startswith(self._streamed)
        complete = late = started = False

        async def receive_in_time() -> Message:
            nonlocal complete, late, deadline
            if complete:
                return await receive()
            if by_part:
                deadline = asyncio.get_running_loop().time() + self._seconds
            try:
                async with asyncio.timeout_at(deadline):
                    message = await receive()
            except TimeoutError:
                late = True
                return {"type": "http.disconnect"}
            complete = not message.get("more_body", False)
            return message

        async def send_and_note(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        await self._app(scope, receive_in_time, send_and_note)
        if late and not started:
            headers = {"Connection": "close"}
            response = refusal(ErrorCode.BAD_REQUEST, "The request took too long to arrive.", 408, headers)
            await response(scope, receive, send)
