"""ENTSO-E's day-ahead prices: A44 documents (`Publication_MarketDocument`, IEC 62325-451-3), EUR/MWh without VAT.

- Curve A03 leaves out a position that repeats the one before: it is carried forward to the period's end. Curve A01 has
  every position; one that is left out is a gap.
- Periods of an hour and of a quarter-hour may overlap: the finer wins.
- The document's day is a CET day, so a Finnish day comes from two documents.
- An error comes as an `Acknowledgement_MarketDocument` with a reason.

Files come from outside: a document type declaration is refused, so there are no entities to expand or to fetch.
"""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal, InvalidOperation

from lxml import etree

from omavirta.errors import FileRefused
from omavirta.prices.amounts import AmountError, price_units
from omavirta.prices.areas import EIC_BY_NAME, area_of_eic
from omavirta.prices.readers.prices import Entry, FilePrices, first_quarter, lay_out

LAYOUT = "entsoe-a44"
NAMESPACES = tuple(f"urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:{minor}" for minor in (0, 3))
QUARTERS_BY_RESOLUTION = {"PT15M": 1, "PT60M": 4, "PT1H": 4}
LONGEST_PERIOD_QUARTERS = 400 * 96
PRICES_TYPE = "A44"
CURVE_OF_EVERY_POSITION, CURVE_OF_CHANGES = "A01", "A03"


def read_entsoe(content: bytes, area: str) -> FilePrices:
    """One area's prices. Raises FileRefused, where possible with the line."""
    root = _parse(content)
    name = etree.QName(root)
    if name.localname == "Acknowledgement_MarketDocument":
        raise FileRefused(f"ENTSO-E answered with an error instead of prices: {_reason(root)}")
    if name.localname != "Publication_MarketDocument":
        raise FileRefused(f"this is XML of another kind ({name.localname[:60]}), not day-ahead prices")
    if name.namespace not in NAMESPACES:
        raise FileRefused(f"the version of the document ({(name.namespace or 'none')[:80]}) is not known")
    if (kind := _text(root, "type")) != PRICES_TYPE:
        raise FileRefused(f"the document's type is {kind[:20]}, day-ahead prices are {PRICES_TYPE}")

    areas: set[str] = set()
    entries: list[Entry] = []
    for series in _children(root, "TimeSeries"):
        series_area = area_of_eic(_text(series, "in_Domain.mRID"))
        areas.add(series_area)
        if series_area == area:
            entries += _entries_of_series(series)
    if area not in areas:
        held = ", ".join(sorted(code[:20] for code in areas)[:20]) or "no area"
        wanted = f"{area} ({EIC_BY_NAME[area]})" if area in EIC_BY_NAME else area
        raise FileRefused(f"the file holds prices of {held}, not of {wanted}")
    negative_count = sum(entry.price < 0 for entry in entries)
    return FilePrices(LAYOUT, area, len(entries), negative_count, *lay_out(entries))


def _parse(content: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise FileRefused(
            "the file is broken or cut short: it is not valid XML", place=f"line {error.lineno}"
        ) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileRefused("the file declares a document type or entities, which price documents never do")
    return root


def _reason(root: etree._Element) -> str:
    reasons = [
        f"{_text(reason, 'text', '') or 'no explanation'} (code {_text(reason, 'code', '?')})"
        for reason in _children(root, "Reason")
    ]
    return "; ".join(reasons)[:500] or "it gives no reason"


def _entries_of_series(series: etree._Element) -> Iterator[Entry]:
    _require_value(series, "currency_Unit.name", "EUR", "the prices are in")
    _require_value(series, "price_Measure_Unit.name", "MWH", "the prices are for a")
    curve = _text(series, "curveType", CURVE_OF_EVERY_POSITION)
    if curve not in {CURVE_OF_EVERY_POSITION, CURVE_OF_CHANGES}:
        raise FileRefused(f"the curve type {curve[:20]} is not known", place=_place(series))
    for period in _children(series, "Period"):
        yield from _entries_of_period(period, carry_forward=curve == CURVE_OF_CHANGES)


def _entries_of_period(period: etree._Element, *, carry_forward: bool) -> Iterator[Entry]:
    resolution = _text(period, "resolution")
    if resolution not in QUARTERS_BY_RESOLUTION:
        raise FileRefused(
            f"prices of {resolution[:20]} are not known, only hours and quarters", place=_place(period)
        )
    step = QUARTERS_BY_RESOLUTION[resolution]
    interval = _child(period, "timeInterval")
    start = first_quarter(_moment(interval, "start"), _place(interval))
    end = first_quarter(_moment(interval, "end"), _place(interval))
    if not start < end <= start + LONGEST_PERIOD_QUARTERS or (end - start) % step or start % step:
        raise FileRefused(f"the period is not a number of {resolution} intervals", place=_place(interval))
    last_position = (end - start) // step

    prices: dict[int, tuple[int, str]] = {}
    for point in _children(period, "Point"):
        position = _position(point)
        if position > last_position:
            raise FileRefused(
                f"position {position} lies after the period's end (it has {last_position})",
                place=_place(point),
            )
        price = _price(point)
        if prices.get(position, (price,))[0] != price:
            raise FileRefused(f"position {position} stands twice, with different prices", place=_place(point))
        prices[position] = price, _place(point)
    if carry_forward and 1 not in prices:
        raise FileRefused("the period's first price is missing", place=_place(period))

    current: tuple[int, str] | None = None
    for position in range(1, last_position + 1):
        current = prices.get(position, current if carry_forward else None)
        if current is not None:
            yield Entry(start + (position - 1) * step, step, *current)


def _position(point: etree._Element) -> int:
    text = _text(point, "position")
    if not (text.isascii() and text.isdigit() and len(text) <= 6 and int(text)):
        raise FileRefused(f"{text[:40]!r} is not a position", place=_place(point))
    return int(text)


def _price(point: etree._Element) -> int:
    text = _text(point, "price.amount")
    try:
        return price_units(Decimal(text))
    except InvalidOperation:
        raise FileRefused(f"{text[:40]!r} is not a price", place=_place(point)) from None
    except AmountError as error:
        raise FileRefused(str(error), place=_place(point)) from None


def _moment(interval: etree._Element, name: str) -> datetime:
    text = _text(interval, name)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise FileRefused(f"{text[:40]!r} is not a time", place=_place(interval)) from None
    if moment.tzinfo is None:
        raise FileRefused(f"the time {text!r} does not say its zone", place=_place(interval))
    return moment


def _require_value(series: etree._Element, name: str, wanted: str, saying: str) -> None:
    found = _text(series, name, wanted)
    if found != wanted:
        raise FileRefused(f"{saying} {found[:20]}, not {wanted}", place=_place(series))


def _children(parent: etree._Element, name: str) -> list[etree._Element]:
    return parent.findall(f"{{{etree.QName(parent).namespace}}}{name}")


def _child(parent: etree._Element, name: str) -> etree._Element:
    children = _children(parent, name)
    if not children:
        raise FileRefused(f"{etree.QName(parent).localname} has no {name}", place=_place(parent))
    return children[0]


def _text(parent: etree._Element, name: str, default: str | None = None) -> str:
    """The text of a child; refuses its absence, unless there is a default."""
    children = _children(parent, name)
    if not children and default is not None:
        return default
    return (_child(parent, name).text or "").strip()


def _place(element: etree._Element) -> str:
    return f"line {element.sourceline}"
