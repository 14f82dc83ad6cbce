"""Against forged requests: what changes something has to come from our own page, or from no page at all.

By Sec-Fetch-Site and Origin, whichever of them the browser sends; programs that are no browsers send neither. A page of
another name that leads to this machine counts as its own origin to the browser, and not to us. Together with JSON-only
bodies and SameSite cookies this needs no token in forms (OWASP cross-site request forgery cheat sheet).
A request that has an access token and no cookie cannot be forged: no browser adds the token by itself.
"""

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from omavirta.api.codes import ApiErrorCode
from omavirta.web.refusals import refusal

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


class SameOriginOnly:
    def __init__(self, app: ASGIApp, *, public_url: str) -> None:
        self._app = app
        self._public_url = public_url

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if (
            scope["type"] == "http"
            and scope["method"] not in SAFE_METHODS
            and self._is_foreign(Headers(scope=scope))
        ):
            response = refusal(ApiErrorCode.CROSS_ORIGIN, "This request came from another site's page.", 403)
            await response(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _is_foreign(self, headers: Headers) -> bool:
        if "authorization" in headers and "cookie" not in headers:
            return False
        site = headers.get("sec-fetch-site", "none")
        return (
            site not in {"same-origin", "none"} or headers.get("origin", self._public_url) != self._public_url
        )
