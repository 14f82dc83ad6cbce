"""The built web app: hashed files that browsers may keep for good, and one page for every address of the app."""

import hashlib
import mimetypes
from dataclasses import dataclass
from pathlib import Path

from isal import igzip
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

PAGE = "/index.html"
UNDER_THE_API = "/graphql/"
"""No page of the app lies here: who adds a slash to the API's address is told so, rather than given a page."""
FOR_GOOD = "public, max-age=31536000, immutable"
ASK_EVERY_TIME = "no-cache"
COMPRESSIBLE = frozenset({".js", ".css", ".html", ".svg", ".json", ".webmanifest", ".txt", ".map"})
MEDIA_TYPES = {".js": "text/javascript", ".webmanifest": "application/manifest+json"}


@dataclass(frozen=True, slots=True)
class BuiltFile:
    content: bytes
    compressed: bytes | None
    media_type: str
    digest: str
    cache_control: str


class AppFiles:
    """An ASGI app over a folder that is read once, when the server starts. `assets/` holds names with content hashes.

    Every other path without a file name's ending is a page of the app, unless it lies under the API's: it gets
    index.html, so that deep links work.
    """

    def __init__(self, folder: Path) -> None:
        self._files = {
            f"/{path.relative_to(folder).as_posix()}": _read(path, folder)
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.relative_to(folder).parts[0] != "graphiql"
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._respond(scope["path"], scope["method"], Headers(scope=scope))(scope, receive, send)

    def _respond(self, path: str, method: str, headers: Headers) -> Response:
        if path.startswith(UNDER_THE_API):
            return _not_found()
        if method not in {"GET", "HEAD"}:
            return PlainTextResponse("Method not allowed\n", 405, {"Allow": "GET, HEAD"})
        file = self._files.get(path)
        if file is None and "." not in path.rpartition("/")[2]:
            file = self._files.get(PAGE)
        if file is None:
            return _not_found()
        content, coding, etag = file.content, {}, f'"{file.digest}"'
        if file.compressed is not None and "gzip" in headers.get("accept-encoding", ""):
            # Other bytes need another tag (RFC 9110 8.8.3.3).
            content, coding, etag = file.compressed, {"Content-Encoding": "gzip"}, f'"{file.digest}-gzip"'
        common = {"ETag": etag, "Cache-Control": file.cache_control, "Vary": "Accept-Encoding"}
        if etag in headers.get("if-none-match", ""):
            return Response(status_code=304, headers=common)
        return Response(content, 200, common | coding, file.media_type)


def _not_found() -> Response:
    return PlainTextResponse("Not found\n", 404)


def _read(path: Path, folder: Path) -> BuiltFile:
    content = path.read_bytes()
    suffix = path.suffix
    guessed = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    hashed = path.relative_to(folder).parts[0] == "assets"
    return BuiltFile(
        content=content,
        compressed=igzip.compress(content, compresslevel=3, mtime=0) if suffix in COMPRESSIBLE else None,
        media_type=MEDIA_TYPES.get(suffix, guessed),
        digest=hashlib.sha256(content).hexdigest()[:32],
        cache_control=FOR_GOOD if hashed else ASK_EVERY_TIME,
    )
