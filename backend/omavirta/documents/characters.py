"""Text as it can be printed: PDF/UA takes no character that the font has no picture of, and a name may hold any."""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
REPLACEMENT = "?"
_BREAKS = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_SILENT = frozenset({"Cf", "Mn", "Me"})
_MICROSOFT_FULL_UNICODE = (3, 10)


def printable(text: str) -> str:
    """One line, in which what the font lacks is a question mark. What has no look of its own (direction marks, soft
    hyphens, accents that the font cannot set) is left out: it would only turn around what stands beside it.
    """
    known = _characters()
    return "".join(
        character if ord(character) in known else REPLACEMENT
        for character in _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
        if unicodedata.category(character) not in _SILENT
        or (ord(character) in known and unicodedata.category(character) != "Cf")
    )


@cache
def _characters() -> frozenset[int]:
    """What every one of our fonts has a glyph for."""
    return frozenset.intersection(*(_mapped(path.read_bytes()) for path in sorted(FONTS.glob("*.otf"))))


def _mapped(font: bytes) -> frozenset[int]:
    """The code points of an OpenType font's character map (`cmap`, format 12). Raises ValueError where it has none."""
    (tables,) = struct.unpack_from(">H", font, 4)
    for table in range(tables):
        tag, _, start, _ = struct.unpack_from(">4sIII", font, 12 + 16 * table)
        if tag == b"cmap":
            return _code_points(font, start)
    raise ValueError("a font without a character map")


def _code_points(font: bytes, start: int) -> frozenset[int]:
    (maps,) = struct.unpack_from(">H", font, start + 2)
    for index in range(maps):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * index)
        if (platform, encoding) == _MICROSOFT_FULL_UNICODE:
            (groups,) = struct.unpack_from(">I", font, start + offset + 12)
            ranges = (
                struct.unpack_from(">II", font, start + offset + 16 + 12 * group) for group in range(groups)
            )
            return frozenset(point for first, last in ranges for point in range(first, last + 1))
    raise ValueError("a font without a map of all of Unicode")
