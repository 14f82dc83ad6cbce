"""A text file of lines and columns, read in pieces so that memory stays flat, with exact line numbers."""

import csv
from collections.abc import Callable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import NamedTuple

from omavirta.errors import FileRefused

SEPARATOR = ";"
PIECE_BYTES = 1 << 20
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_OTHER_FILES = {
    b"PK\x03\x04": "this is a workbook or an archive, not a CSV file: send the file as it was downloaded",
    b"%PDF": "this is a PDF, not a CSV file: send the file of readings as it was downloaded",
    b"\x1f\x8b": "the file is compressed: unpack it first",
    b"\xff\xfe": "the file is in UTF-16 (“Unicode text”): send it as it was downloaded",
    b"\xfe\xff": "the file is in UTF-16 (“Unicode text”): send it as it was downloaded",
}


class Piece(NamedTuple):
    """Whole lines, each ended by a line feed."""

    first_line: int
    text: str


class TextTable:
    """Opened by its first piece, which tells the encoding (UTF-8, or cp1252 where a spreadsheet saved it) and the header."""

    def __init__(self, path: Path) -> None:
        self.path = path
        start = self._start()
        self._encoding = _encoding(start)
        first_line = start.removeprefix(_BYTE_ORDER_MARK).split(b"\n", 1)[0]
        self.header = [name.strip().casefold() for name in split_line(self._decode(first_line, 1))]

    def pieces(self, watch: Callable[[bytes], None] | None = None) -> Iterator[Piece]:
        """The lines after the header. Raises FileRefused."""
        line = 1
        rest = b""
        with _opened(self.path) as file:
            while chunk := file.read(PIECE_BYTES):
                if watch:
                    watch(chunk)
                if line == 1 and not rest:
                    chunk = chunk.removeprefix(_BYTE_ORDER_MARK)
                rest += chunk
                end = rest.rfind(b"\n") + 1
                if not end:
                    if len(rest) >= PIECE_BYTES:
                        raise FileRefused("a line is far too long to be one of a table", place=f"line {line}")
                    continue
                content, rest = rest[:end], rest[end:]
                yield from self._piece(content, line)
                line += content.count(b"\n")
        if rest.strip():
            yield from self._piece(rest + b"\n", line)

    def _piece(self, content: bytes, line: int) -> Iterator[Piece]:
        text = self._decode(content, line)
        if "\r" in text:
            text = text.replace("\r\n", "\n")
        if line == 1:
            text, line = text.partition("\n")[2], 2
        if text:
            yield Piece(line, text)

    def _start(self) -> bytes:
        with _opened(self.path) as file:
            start = file.read(PIECE_BYTES)
        if not start.removeprefix(_BYTE_ORDER_MARK).strip():
            raise FileRefused("the file is empty")
        for mark, reason in _OTHER_FILES.items():
            if start.startswith(mark):
                raise FileRefused(reason)
        if b"\0" in start:
            raise FileRefused("this is not a text file: send the CSV file as it was downloaded")
        return start

    def _decode(self, content: bytes, line: int) -> str:
        try:
            return content.decode(self._encoding)
        except UnicodeDecodeError as error:
            line += content.count(b"\n", 0, error.start)
            raise FileRefused("the line holds bytes that are no text", place=f"line {line}") from None


def split_line(line: str) -> list[str]:
    """The fields of one line, quotes taken away. What is no proper CSV comes back as it stands."""
    try:
        return next(csv.reader([line.rstrip("\r\n")], delimiter=SEPARATOR, strict=True), [])
    except csv.Error:
        return line.split(SEPARATOR)


def split_columns(text: str, width: int) -> list[list[str]] | None:
    """All lines at once as columns, or None where a line has another number of fields, or quotes."""
    if '"' in text:
        return None
    # A line feed as a field of its own: it stands at every (width + 1)th place only if every line has `width` fields.
    fields = text.replace("\n", ";\n;").split(SEPARATOR)
    fields.pop()
    step = width + 1
    line_ends = fields[width::step]
    if len(fields) % step or line_ends.count("\n") * step != len(fields):
        return None
    return [fields[index::step] for index in range(width)]


def _opened(path: Path) -> BufferedReader:
    try:
        return path.open("rb")
    except OSError as error:
        raise FileRefused(f"the file cannot be read: {error.strerror}") from None


def _encoding(start: bytes) -> str:
    """A header with letters beyond ASCII tells; with an English one the first piece has to."""
    if start.startswith(_BYTE_ORDER_MARK):
        return "utf-8"
    header, _, _ = start.partition(b"\n")
    # The piece may end within a character, a line does not.
    telling = start[: start.rfind(b"\n") + 1] if header.isascii() else header
    try:
        telling.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
