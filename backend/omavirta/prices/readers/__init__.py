"""Readers of day-ahead prices: `read_prices` finds out which layout a file has."""

from omavirta.errors import FileRefused
from omavirta.prices.readers.elering import read_elering
from omavirta.prices.readers.elering import recognises as is_elering
from omavirta.prices.readers.entsoe import read_entsoe
from omavirta.prices.readers.json_values import load_json
from omavirta.prices.readers.prices import FilePrices
from omavirta.prices.readers.sahkotin import read_sahkotin
from omavirta.prices.readers.sahkotin import recognises as is_sahkotin

LARGEST_FILE_BYTES = 32 * 1024 * 1024
"""Ten years of quarter-hours in the wordiest layout. Price files are read whole."""

_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def read_prices(content: bytes, area: str) -> FilePrices:
    """An area's prices from a file of any known layout. Raises FileRefused."""
    if len(content) > LARGEST_FILE_BYTES:
        raise FileRefused(f"the file is larger than {LARGEST_FILE_BYTES // 1024**2} MB, too large for prices")
    start = content[:64].lstrip(b"".join(_BYTE_ORDER_MARKS) + b" \t\r\n\0")
    if not start:
        raise FileRefused("the file is empty")
    if start.startswith(b"<"):
        found = read_entsoe(content, area)
    elif start.startswith((b"{", b"[")):
        found = _read_json(content, area)
    else:
        raise FileRefused(
            "the file is neither XML nor JSON: prices come as ENTSO-E's A44, or as Elering's or sahkotin's JSON"
        )
    if not len(found.quarters):
        raise FileRefused(f"the file holds no price of {area}")
    return found


def _read_json(content: bytes, area: str) -> FilePrices:
    document = load_json(content)
    if is_elering(document):
        return read_elering(document, area)
    if is_sahkotin(document):
        return read_sahkotin(document, area)
    raise FileRefused("this JSON is of another kind: neither Elering's nor sahkotin's prices")
