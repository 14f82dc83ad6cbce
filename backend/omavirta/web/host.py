"""For the demo, where anyone may be anyone: another name that is made to lead to this machine (DNS rebinding) is refused.

Elsewhere a reverse proxy knows its names, and may say another one to us.
"""

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class OwnHostOnly:
    """Answers 421 to a request whose Host is not that of the public URL."""

    def __init__(self, app: ASGIApp, *, public_url: str) -> None:
        self._app = app
        self._public_url = public_url
        self._host = urlsplit(public_url).netloc

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and Headers(scope=scope).get("host", "").lower() != self._host:
            response = PlainTextResponse(f"Open {self._public_url}\n", 421)
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)
