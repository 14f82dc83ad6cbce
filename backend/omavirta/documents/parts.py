"""What a document is made of: texts that are ready to print, block by block. The templates lay them out."""

from dataclasses import dataclass
from typing import Literal

from omavirta.api.language import Language

BarSeries = Literal["own", "previous", "similar"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it is; `lines` beyond the first are set under it."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    url: str
    about: str = ""
    url_is_shown: bool = True
    """For who reads it on paper; an address that nobody would type is not."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    texts: tuple[str, ...]
    strong: bool = False
    kind: Literal["paragraphs"] = "paragraphs"


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]
    kind: Literal["bullets"] = "bullets"


@dataclass(frozen=True, slots=True)
class Facts:
    facts: tuple[Fact, ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Links:
    links: tuple[Link, ...]
    kind: Literal["links"] = "links"


@dataclass(frozen=True, slots=True)
class Column:
    title: str
    numeric: bool = True


@dataclass(frozen=True, slots=True)
class TableRow:
    """`note` is small print under the first cell. A group's row has the one cell; a subtotal and a total stand out."""

    cells: tuple[str, ...]
    note: str = ""
    kind: Literal["row", "group", "subtotal", "total"] = "row"


@dataclass(frozen=True, slots=True)
class Table:
    """The first column takes the width that is left. The heading is repeated on every page."""

    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Bar:
    """`share` of the longest, 0–1; None where the value is not known."""

    label: str
    value: str
    share: float | None
    series: BarSeries


@dataclass(frozen=True, slots=True)
class Bars:
    """`description` is the picture in words."""

    bars: tuple[Bar, ...]
    description: str
    kind: Literal["bars"] = "bars"


@dataclass(frozen=True, slots=True)
class Picture:
    """An SVG image. `height` and `width` in millimetres; `caption` under it."""

    svg: str
    description: str
    width: float
    height: float
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PaymentSlip:
    facts: tuple[Fact, ...]
    code: Picture | None
    bar_code: Picture | None
    kind: Literal["payment"] = "payment"


@dataclass(frozen=True, slots=True)
class Blanks:
    """A form's lines to fill in; the text of some is there already."""

    facts: tuple[Fact, ...]
    kind: Literal["blanks"] = "blanks"


Block = Paragraphs | Bullets | Facts | Links | Table | Bars | PaymentSlip | Blanks


@dataclass(frozen=True, slots=True)
class Section:
    """`whole` keeps it on one page."""

    heading: str
    blocks: tuple[Block, ...]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Sender:
    name: str
    lines: tuple[str, ...]
    """Address and business id."""
    phones: tuple[Fact, ...]
    """With their hours."""
    addresses: tuple[Fact, ...]
    """Mail and the portal."""


@dataclass(frozen=True, slots=True)
class Document:
    """`key` are the few things that matter most, set large; `summary` is what has to be understood, set apart."""

    language: Language
    title: str
    """Of the file, as a list of documents or a window shows it."""
    heading: str
    subtitle: str
    sender: Sender
    recipient: tuple[str, ...]
    key: tuple[Fact, ...]
    summary: Section | None
    sections: tuple[Section, ...]
    page_of: str
    """`Sivu {page}/{pages}`."""
