"""`POST /import/{kind}`: what `omavirta import KIND FILE` does, for the retailer's systems, with the same answer as its `--json`.

The body is streamed into a file without a name, which is gone with the process however it ends, and the command is run on
it in a process of its own: a large file neither slows the portal down nor fills its memory.
"""

import asyncio
import logging
import os
import re
import sys
import tempfile
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from enum import StrEnum
from pathlib import Path
from typing import IO, NamedTuple
from uuid import UUID

import orjson
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from omavirta.api.codes import ApiErrorCode
from omavirta.clock import Clock
from omavirta.graphql.codes import ErrorCode
from omavirta.identity.service_tokens import find_service_token, note_service_token_used
from omavirta.settings import Settings
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from omavirta.web.refusals import refusal

PREFIX = "/import/"
OPENED_FILE = Path("/dev/stdin")
"""The body's file, as the command opens it: every opening begins at its start."""
RETRY_SECONDS = 30
LONGEST_SECONDS = 3_600.0
"""For a file to arrive, and again for it to be taken in: who trickles must not keep a kind from others for ever."""
ANY_BYTES = "application/octet-stream"
_CLOSE = {"Connection": "close"}
_FAULT = re.compile(r"([\w.]+(?:Error|Exception|Refused))(?::.*)?", re.ASCII)
logger = logging.getLogger("omavirta.security")


class ImportCode(StrEnum):
    NOT_FOUND = "NOT_FOUND"  # There is no such kind of import.
    IMPORT_UNDER_WAY = (
        "IMPORT_UNDER_WAY"  # Another file of the kind is being taken; `Retry-After` says when to come back.
    )
    NO_ROOM = "NO_ROOM"  # The disk that holds files on their way in is full.
    TOO_SLOW = (
        "TOO_SLOW"  # The file did not arrive, or was not taken in, within the time that it may hold its kind.
    )


class Import(NamedTuple):
    """A kind of file: what it may come as, and which query parameters are which options of the command."""

    media_types: frozenset[str]
    options: dict[str, str] = {}  # noqa: RUF012 - never changed


XML = frozenset({"application/xml", "text/xml"})
IMPORTS = {
    "master": Import(frozenset({"application/jsonl", "application/x-ndjson", "application/x-jsonlines"})),
    "finvoice": Import(XML),
    "consumption": Import(
        frozenset({"text/csv"}), {"meteringPoint": "--metering-point", "series": "--series"}
    ),
    "prices": Import(XML | {"application/json"}, {"area": "--area"}),
}


class Refused(Exception):  # noqa: N818 - what became of the request
    def __init__(self, response: Response) -> None:
        super().__init__()
        self.response = response


class NoAnswer(Response):
    """To a client that is gone, or so slow that `BodyDeadline` answers."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        pass


class ImportUpload:
    """One file of a kind at a time. Who has no service token is told nothing but that."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._settings = settings
        self._clock = clock
        self._under_way: set[str] = set()

    def route(self) -> Route:
        return Route(PREFIX + "{kind}", self.take, methods=["POST"])

    async def take(self, request: Request) -> Response:
        try:
            token_id = await self._authenticate(request)
            kind, options = self._asked(request)
            async with self._alone(kind):
                return await self._take(request, kind, options, token_id)
        except Refused as refused:
            return refused.response
        except ClientDisconnect:
            return NoAnswer()

    async def _take(self, request: Request, kind: str, options: Sequence[str], token_id: UUID) -> Response:
        with tempfile.TemporaryFile(buffering=0) as file:
            try:
                async with asyncio.timeout(LONGEST_SECONDS):
                    await self._receive(request, file)
            except TimeoutError:
                raise _refused(
                    ImportCode.TOO_SLOW, "The file did not arrive in time; send it in parts.", 408
                ) from None
            response = await self._run(kind, options, file)
        correlation = new_id()
        logger.info(
            "event=import kind=%s status=%d service_token=%s correlation=%s",
            kind,
            response.status_code,
            token_id,
            correlation,
        )
        return response

    async def _authenticate(self, request: Request) -> UUID:
        scheme, _, token = request.headers.get("authorization", "").partition(" ")
        database: Database = request.app.state.database
        found = await find_service_token(database, token.strip()) if scheme.lower() == "bearer" else None
        if found is None:
            raise Refused(
                refusal(
                    ApiErrorCode.UNAUTHENTICATED,
                    "A service token is needed: `omavirta service-token create` makes one.",
                    401,
                    {"WWW-Authenticate": "Bearer"} | _CLOSE,
                )
            )
        await note_service_token_used(database, found, self._clock())
        return found

    def _asked(self, request: Request) -> tuple[str, list[str]]:
        """The kind, and the command's options."""
        kind = request.path_params["kind"]
        wanted = IMPORTS.get(kind)
        if wanted is None:
            raise _refused(ImportCode.NOT_FOUND, f"What can be imported is {', '.join(IMPORTS)}.", 404)
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        coding = request.headers.get("content-encoding", "identity").strip().lower()
        if media_type not in wanted.media_types | {ANY_BYTES} or coding != "identity":
            expected = ", ".join(sorted(wanted.media_types | {ANY_BYTES}))
            raise _refused(
                ErrorCode.UNSUPPORTED_MEDIA_TYPE, f"The body has to be {expected}, and not compressed.", 415
            )
        length = request.headers.get("content-length", "")
        if length.isdigit() and int(length) > self._settings.import_max_bytes:
            raise self._too_large()
        options: list[str] = []
        for name, value in request.query_params.multi_items():
            if name not in wanted.options:
                raise _refused(
                    ErrorCode.BAD_REQUEST, f"The parameter {name[:40]!r} is none of this import's.", 400
                )
            if "\0" in value:
                # No command can be given it.
                raise _refused(ErrorCode.BAD_REQUEST, f"The parameter {name} holds a zero byte.", 400)
            options.append(f"{wanted.options[name]}={value}")
        return kind, options

    @asynccontextmanager
    async def _alone(self, kind: str) -> AsyncIterator[None]:
        if kind in self._under_way:
            raise Refused(
                refusal(
                    ImportCode.IMPORT_UNDER_WAY,
                    "Another file of this kind is being taken in; send this one when that is done.",
                    409,
                    {"Retry-After": str(RETRY_SECONDS)} | _CLOSE,
                )
            )
        self._under_way.add(kind)
        try:
            yield
        finally:
            self._under_way.discard(kind)

    async def _receive(self, request: Request, file: IO[bytes]) -> None:
        size = 0
        async for part in request.stream():
            size += len(part)
            if size > self._settings.import_max_bytes:
                raise self._too_large()
            _write(file, part)

    async def _run(self, kind: str, options: Sequence[str], file: IO[bytes]) -> Response:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            "omavirta.cli",
            "import",
            kind,
            "--json",
            *options,
            str(OPENED_FILE),
            stdin=file.fileno(),
            stdout=PIPE,
            stderr=PIPE,
            env={name: value for name, value in os.environ.items() if not name.startswith("OMAVIRTA_")}
            | self._settings.as_environment(),
        )
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                output, talk = await process.communicate()
        except TimeoutError:
            raise _refused(
                ImportCode.TOO_SLOW,
                "Taking the file in took too long and was stopped; send it in parts.",
                503,
            ) from None
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
        return _answer(kind, process.returncode, output, talk)

    def _too_large(self) -> Refused:
        return _refused(
            ErrorCode.BODY_TOO_LARGE,
            f"A file has {self._settings.import_max_bytes:,} bytes at most; send it in parts.",
            413,
        )


def _write(file: IO[bytes], part: bytes) -> None:
    left = memoryview(part)
    try:
        while left:
            left = left[file.write(left) :]
    except OSError as fault:
        logger.error("event=import_no_room reason=%s", fault.strerror)  # noqa: TRY400 - the reason says it
        raise _refused(ImportCode.NO_ROOM, "There is no room for the file on the server.", 507) from None


def _refused(code: str, message: str, status: int) -> Refused:
    """The rest of the body is not waited for."""
    return Refused(refusal(code, message, status, _CLOSE))


def _answer(kind: str, exit_code: int | None, output: bytes, talk: bytes) -> Response:
    lines = talk.decode(errors="replace").strip().splitlines()
    last = lines[-1] if lines else ""
    if exit_code == 2:
        return refusal(ErrorCode.BAD_REQUEST, last.removeprefix("Error: "), 400)
    if not output:
        correlation = new_id()
        fault = _FAULT.fullmatch(last)
        # What else it said may quote a line of the file, and a fault's own words may go over many lines.
        logger.error(
            "event=import_failed kind=%s exit=%s fault=%s correlation=%s",
            kind,
            exit_code,
            "unknown" if fault is None else fault[1][:100],
            correlation,
        )
        return refusal(
            ErrorCode.INTERNAL_ERROR, f"The import failed; nothing was taken ({correlation}).", 500
        )
    answer = orjson.loads(output)
    for entry in (*answer["files"], *answer["refused"]):
        entry["file"] = kind
    return Response(
        orjson.dumps(answer, option=orjson.OPT_INDENT_2),
        422 if answer["refused"] else 200,
        None,
        "application/json",
    )
