"""HTTP to brokers, server to server: within seconds and within bounds, without following anyone anywhere."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self

import httpx2

from omavirta.identity.strong.refusal import no_answer

DEADLINE_SECONDS = 10.0
CONNECT_SECONDS = 4.0
LARGEST_ANSWER = 128 * 1024


class BackChannel:
    """One for the whole service; close it by leaving `async with`. Tests and the demo bring their own transport."""

    def __init__(self, transport: httpx2.AsyncBaseTransport | None = None) -> None:
        self._client = httpx2.AsyncClient(
            transport=transport,
            timeout=httpx2.Timeout(DEADLINE_SECONDS, connect=CONNECT_SECONDS),
            follow_redirects=False,
            # What is small already is not worth the ways in which unpacking goes wrong.
            headers={"Accept-Encoding": "identity"},
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def get(self, url: str, accept: str) -> bytes:
        """The content of a 200. Raises IdentificationRefused otherwise."""
        status, content = await self._ask(self._client.build_request("GET", url, headers={"Accept": accept}))
        if status != httpx2.codes.OK:
            raise no_answer("unexpected_status")
        return content

    async def post_form(self, url: str, fields: Mapping[str, str]) -> tuple[int, bytes]:
        """Status and content, whatever the status. Raises IdentificationRefused where none arrives."""
        headers = {"Accept": "application/json"}
        return await self._ask(self._client.build_request("POST", url, data=dict(fields), headers=headers))

    async def _ask(self, request: httpx2.Request) -> tuple[int, bytes]:
        try:
            async with asyncio.timeout(DEADLINE_SECONDS), self._answer(request) as response:
                return response.status_code, await _bounded(response)
        except TimeoutError:
            raise no_answer("timeout") from None
        except (httpx2.HTTPError, httpx2.StreamError, httpx2.InvalidURL, OSError):
            raise no_answer("connection") from None

    @asynccontextmanager
    async def _answer(self, request: httpx2.Request) -> AsyncIterator[httpx2.Response]:
        response = await self._client.send(request, stream=True)
        try:
            yield response
        finally:
            await response.aclose()


async def _bounded(response: httpx2.Response) -> bytes:
    if response.headers.get("content-encoding", "identity") != "identity":
        raise no_answer("content_encoding")
    content = bytearray()
    async for part in response.aiter_raw():
        content += part
        if len(content) > LARGEST_ANSWER:
            raise no_answer("oversized")
    return bytes(content)
