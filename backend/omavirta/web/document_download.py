"""`GET /documents/…`: invoices, confirmations of contracts and annual reports, for whoever they are of.

What the retailer's own systems sent is given as they sent it; where they sent nothing, the portal makes a PDF from the same
data, in the language of `?lang=`, else of the account.
"""

from asyncio import Semaphore
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from uuid import UUID

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from omavirta.api.access import Scope
from omavirta.api.codes import ApiErrorCode
from omavirta.api.language import Language
from omavirta.api.nodes import decode_id
from omavirta.clock import Clock
from omavirta.documents import paths
from omavirta.documents.making import Asked, DocumentFile, DocumentMaker
from omavirta.documents.rendering import BusyError
from omavirta.graphql.budget import PointBudget
from omavirta.graphql.errors import ClientError
from omavirta.identity.authentication import authenticate
from omavirta.storage.database import Database
from omavirta.web.refusals import refusal

PER_HOUR = 600
"""Documents that one account, or one token, may fetch."""
AT_ONCE = 3
"""Documents of one account, or one token, that are made at once: others want theirs too."""
MOST_ASKED = 20
"""Those of one account, or one token, that may wait for each other: who opens a handful of letters gets them all."""

RETRY_SECONDS = 3
SHOWN = frozenset({"application/pdf", "image/png", "image/jpeg", "text/plain"})
"""Media types that a browser may show in place; others are saved."""
HEADERS = {
    # Whatever a stored file holds, nothing in it runs, loads or is of our origin.
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox",
    "Cache-Control": "no-store",
}
Find = Callable[[Request, DocumentMaker, Asked], Awaitable[DocumentFile | None]]


@dataclass
class _Queue:
    places: Semaphore = field(default_factory=lambda: Semaphore(AT_ONCE))
    asked: int = 0


class DocumentDownload:
    """Another's, one made up, nonsense, what a token's scopes do not reach, and all without a session are not there (404)."""

    def __init__(self, clock: Clock, *, secure: bool) -> None:
        self._clock = clock
        self._secure = secure
        self._budget = PointBudget(PER_HOUR, clock)
        self._queues: dict[str, _Queue] = {}

    def routes(self) -> list[Route]:
        return [
            self._route(paths.INVOICE, _invoice, Scope.INVOICES_READ),
            self._route(paths.CONFIRMATION, _confirmation, Scope.CONTRACTS_READ),
            self._route(paths.ANNUAL_REPORT, _annual_report, Scope.CONSUMPTION_READ),
        ]

    def _route(self, path: str, find: Find, scope: Scope) -> Route:
        async def download(request: Request) -> Response:
            try:
                # Every document names its customer and an address.
                found = await self._found(request, find, {scope, Scope.CUSTOMER_READ})
            except ClientError as error:
                return refusal(error.code, error.message, error.http_status, dict(error.headers))
            except BusyError:
                words = "Very many documents are being made just now. Try again in a few seconds."
                return refusal(ApiErrorCode.BUSY, words, 503, {"Retry-After": str(RETRY_SECONDS)})
            return PlainTextResponse("Not found\n", 404) if found is None else _file(request, found)

        return Route(path, download, methods=["GET"])

    async def _found(self, request: Request, find: Find, scopes: set[Scope]) -> DocumentFile | None:
        database: Database = request.app.state.database
        maker: DocumentMaker = request.app.state.documents
        now = self._clock()
        identity = await authenticate(request, database, now, secure=self._secure)
        access = identity.access
        if access.account is None or not scopes <= access.scopes:
            return None
        self._budget.spend(identity.principal_key, 1)
        language = _language(request.query_params.get("lang", ""), access.account.language)
        async with self._turn(identity.principal_key):
            return await find(request, maker, Asked(database, access, language, now))

    @asynccontextmanager
    async def _turn(self, principal_key: str) -> AsyncIterator[None]:
        """Waits until fewer than `AT_ONCE` of this one's are being made; BusyError where very many wait already."""
        queue = self._queues.setdefault(principal_key, _Queue())
        if queue.asked >= MOST_ASKED:
            raise BusyError
        queue.asked += 1
        try:
            async with queue.places:
                yield
        finally:
            queue.asked -= 1
            if queue.asked == 0:
                # Nobody is remembered longer than their documents take.
                del self._queues[principal_key]


async def _invoice(request: Request, maker: DocumentMaker, asked: Asked) -> DocumentFile | None:
    key = _key(request, "Invoice")
    return None if key is None else await maker.invoice(asked, key)


async def _confirmation(request: Request, maker: DocumentMaker, asked: Asked) -> DocumentFile | None:
    key = _key(request, "Contract")
    return None if key is None else await maker.confirmation(asked, key)


async def _annual_report(request: Request, maker: DocumentMaker, asked: Asked) -> DocumentFile | None:
    key, year = _key(request, "MeteringPoint"), request.path_params["year"]
    if key is None or not (len(year) == 4 and year.isascii() and year.isdigit()):
        return None
    return await maker.annual_report(asked, key, int(year))


def _key(request: Request, type_name: str) -> UUID | None:
    decoded = decode_id(request.path_params["id"])
    return decoded[1] if decoded is not None and decoded[0] == type_name else None


def _language(*codes: str) -> Language:
    """The first of these that the portal speaks."""
    return next((language for code in codes for language in Language if language.value == code), Language.FI)


def _file(request: Request, file: DocumentFile) -> Response:
    disposition = "inline" if file.media_type in SHOWN else "attachment"
    headers = HEADERS | {
        "Content-Disposition": f'{disposition}; filename="{file.name}"',
        "Content-Language": file.language,
        "Content-Length": str(len(file.content)),
    }
    content = b"" if request.method == "HEAD" else file.content
    return Response(content, headers=headers, media_type=file.media_type)
