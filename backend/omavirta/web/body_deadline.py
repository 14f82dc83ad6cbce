"""A request's body has to be here within a few seconds; uvicorn itself would wait for ever."""

import asyncio

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from omavirta.graphql.codes import ErrorCode
from omavirta.web.refusals import refusal


class BodyDeadline:
    """Answers 408 and closes the connection when the body takes longer than `seconds`."""

    def __init__(self, app: ASGIApp, *, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        deadline = asyncio.get_running_loop().time() + self._seconds
        complete = late = started = False

        async def receive_in_time() -> Message:
            nonlocal complete, late
            if complete:
                return await receive()
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
