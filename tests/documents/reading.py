"""Reading a PDF back, as a reader and a screen reader's tools do."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

NBSP = "\u00a0"


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def text_of(data: bytes) -> str:
    """All text in one line: line breaks and no-break spaces are layout."""
    pages = (page.extract_text() for page in read(data).pages)
    return " ".join(" ".join(pages).replace(NBSP, " ").replace("\u2009", " ").split())


def tags_of(data: bytes) -> list[str]:
    """The names of all structure elements, in reading order."""
    return [str(element["/S"]) for element in structure_of(data)]


def alternatives_of(data: bytes) -> list[str]:
    """The texts that stand for pictures."""
    return [str(element["/Alt"]) for element in structure_of(data) if "/Alt" in element]


def structure_of(data: bytes) -> Iterator[DictionaryObject]:
    root = read(data).root_object["/StructTreeRoot"]
    yield from _below(root)


def _below(element: Any) -> Iterator[DictionaryObject]:
    element = element.get_object()
    if isinstance(element, list):
        for kid in element:
            yield from _below(kid)
    elif isinstance(element, DictionaryObject):
        if "/S" in element:
            yield element
        if "/K" in element:
            yield from _below(element["/K"])
