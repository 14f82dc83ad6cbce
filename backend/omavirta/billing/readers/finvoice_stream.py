"""The messages of a file of Finvoice: one document, several in a wrapper, or documents one after another with their SOAP
frames, as the banks' network carries them. Read piece by piece, so that memory holds one message.

Files come from outside: a document type declaration is refused wherever it stands, so there are no entities to expand or to
fetch.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from omavirta.errors import FileRefused

PIECE_BYTES = 1 << 20
MOST_BYTES_BETWEEN = 1 << 20
"""Of frames between two messages, which have a few thousand."""
MOST_MESSAGE_BYTES = 64 << 20
"""Ten thousand rows have about ten million."""
UTF_8 = "utf-8"
CODECS = {
    "utf-8": UTF_8,
    "us-ascii": UTF_8,
    "iso-8859-15": "iso8859-15",
    "latin-9": "iso8859-15",
    "iso-8859-1": "iso8859-1",
}
"""By the names that XML declarations have, in small letters."""
NAMES = "UTF-8 or ISO-8859-15"

_START = re.compile(rb"<Finvoice(?=[\s>])")
_END = re.compile(rb"</Finvoice\s*>")
_LONGEST_END = 40
_DECLARATION = re.compile(rb"""<\?xml\s[^<>]*?encoding\s*=\s*["']([^"']{1,40})["']""")
_FORBIDDEN = re.compile(rb"<!(DOCTYPE|ENTITY)")
_UTF_8_MARK = b"\xef\xbb\xbf"
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")


class Message(NamedTuple):
    """A `<Finvoice>` element as UTF-8, and the line it begins on."""

    content: bytes
    line: int


def read_messages(path: Path, watch: Callable[[bytes], None] | None = None) -> Iterator[Message]:
    """The file's messages in order. `watch` sees every byte. Raises FileRefused, with the line."""
    return _Messages(path, watch).read()


class _Messages:
    def __init__(self, path: Path, watch: Callable[[bytes], None] | None) -> None:
        self._path = path
        self._watch = watch
        self._buffer = bytearray()
        self._line = 1
        self._codec = UTF_8

    def read(self) -> Iterator[Message]:
        found = 0
        try:
            with self._path.open("rb") as file:
                pieces = iter(lambda: file.read(PIECE_BYTES), b"")
                while self._find_start(pieces):
                    found += 1
                    yield self._message(pieces)
        except OSError as error:
            raise FileRefused(f"the file cannot be read: {error.strerror}") from None
        if not found:
            raise FileRefused("this is no file of Finvoice: there is no <Finvoice> in it")

    def _find_start(self, pieces: Iterator[bytes]) -> bool:
        """Drops everything before the next message; false where there is none."""
        if not self._buffer:
            self._more(pieces)
            if self._line == 1 and self._buffer.startswith(_UTF_16_MARKS):
                raise FileRefused(f"the file is UTF-16; Finvoice comes as {NAMES}")
        while True:
            start = _START.search(self._buffer)
            if start:
                self._drop(start.start())
                return True
            if len(self._buffer) > MOST_BYTES_BETWEEN:
                raise FileRefused(
                    "this is no file of Finvoice: there is no <Finvoice> for a long way",
                    place=f"line {self._line}",
                )
            if not self._more(pieces):
                self._drop(len(self._buffer))
                return False

    def _message(self, pieces: Iterator[bytes]) -> Message:
        searched = 0
        while not (end := _END.search(self._buffer, max(searched - _LONGEST_END, 0))):
            searched = len(self._buffer)
            if searched > MOST_MESSAGE_BYTES:
                raise FileRefused(
                    f"a message is longer than {MOST_MESSAGE_BYTES >> 20} MB", place=f"line {self._line}"
                )
            if not self._more(pieces):
                raise FileRefused(
                    "the file is cut short: its last message has no end", place=f"line {self._line}"
                )
        content, line = bytes(self._buffer[: end.end()]), self._line
        self._refuse_declarations(content)
        del self._buffer[: end.end()]
        self._line += content.count(b"\n")
        return Message(_as_utf_8(content, self._codec, line), line)

    def _more(self, pieces: Iterator[bytes]) -> bool:
        piece = next(pieces, b"")
        if piece and self._watch:
            self._watch(piece)
        self._buffer += piece
        return bool(piece)

    def _drop(self, size: int) -> None:
        """What stands between messages: frames and declarations."""
        between = bytes(self._buffer[:size])
        self._refuse_declarations(between)
        if _END.search(between):
            raise FileRefused(
                "the file is broken: a message ends that never began", place=f"line {self._line}"
            )
        if self._line == 1 and between.startswith(_UTF_8_MARK):
            self._codec = UTF_8
        for declaration in _DECLARATION.finditer(between):
            name = declaration[1].decode("ascii", "replace")
            if name.lower() not in CODECS:
                line = self._line + between.count(b"\n", 0, declaration.start())
                raise FileRefused(
                    f"the file says that it is {name}; Finvoice comes as {NAMES}", place=f"line {line}"
                )
            self._codec = CODECS[name.lower()]
        del self._buffer[:size]
        self._line += between.count(b"\n")

    def _refuse_declarations(self, content: bytes) -> None:
        found = _FORBIDDEN.search(content)
        if found:
            line = self._line + content.count(b"\n", 0, found.start())
            raise FileRefused(
                "the file declares a document type or entities, which Finvoice never does",
                place=f"line {line}",
            )


def _as_utf_8(content: bytes, codec: str, line: int) -> bytes:
    try:
        text = content.decode(codec)
    except UnicodeDecodeError as error:
        line += content.count(b"\n", 0, error.start)
        raise FileRefused(
            f"there are bytes that are not {codec.upper()}, which the file says it is", place=f"line {line}"
        ) from None
    return content if codec == UTF_8 else text.encode()
