"""From a document to its bytes: typst sets it as PDF/UA-1, away from the event loop and a few at a time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Self

import orjson
import typst

from omavirta.documents.characters import FONTS, printable
from omavirta.documents.parts import Document

TEMPLATES = Path(__file__).parent / "templates"
MEDIA_TYPE = "application/pdf"
AT_ONCE = 2
MOST_WAITING = 20
SECONDS = 10.0
"""A usual document takes some hundredths."""


class BusyError(Exception):
    """So many documents are being made that this one would have to wait long; later it goes well."""


class Typesetter:
    """Sets documents, `AT_ONCE` at most. What is given up after `SECONDS` still holds its place until it is done: typst
    cannot be interrupted.
    """

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="typesetter")
        self._under_way = 0

    async def typeset(self, document: Document, made_at: datetime) -> bytes:
        """Raises BusyError where too many wait, and where it takes too long."""
        if self._under_way >= AT_ONCE + MOST_WAITING:
            raise BusyError
        self._under_way += 1
        making = asyncio.get_running_loop().run_in_executor(self._threads, pdf, document, made_at)
        making.add_done_callback(self._done)
        try:
            return await asyncio.wait_for(asyncio.shield(making), SECONDS)
        except TimeoutError:
            raise BusyError from None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _done(self, making: "asyncio.Future[bytes]") -> None:
        self._under_way -= 1
        if not making.cancelled():
            # One that nobody waits for any more must not end as a complaint of the loop.
            making.exception()


def pdf(document: Document, made_at: datetime) -> bytes:
    """The document as PDF/UA-1. Blocks. `made_at` becomes its date; equal documents of equal moments are equal bytes."""
    data = orjson.dumps(_printed(document)).decode()
    made = typst.compile(
        TEMPLATES / "document.typ",
        root=TEMPLATES,
        format="pdf",
        pdf_standards=["ua-1"],
        font_paths=_fonts(),
        sys_inputs={"data": data},
        timestamp=int(made_at.timestamp()),
    )
    return made


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


def _printed(value: Any) -> Any:
    """The same as plain JSON, with every text made printable."""
    match value:
        case str():
            return printable(value)
        case tuple() | list():
            return [_printed(item) for item in value]
        case dict():
            return {key: _printed(item) for key, item in value.items()}
        case _ if hasattr(value, "__dataclass_fields__"):
            return {name: _printed(getattr(value, name)) for name in value.__dataclass_fields__}
        case _:
            return value
