"""The JSON of Elering's price service: `{"success":true,"data":{"fi":[{"timestamp":1787356800,"price":88.33}]}}`, EUR/MWh.

One answer holds several areas. Hours and quarter-hours look alike.
"""

from datetime import UTC, datetime
from typing import Any

from omavirta.errors import FileRefused
from omavirta.prices.readers.json_values import entry_place, price_of
from omavirta.prices.readers.prices import FilePrices, first_quarter, lay_out, with_lengths

LAYOUT = "elering"


def recognises(document: Any) -> bool:
    return isinstance(document, dict) and "success" in document and "data" in document


def read_elering(document: Any, area: str) -> FilePrices:
    """One area's prices of a document that `recognises` has accepted. Raises FileRefused with the entry's number."""
    data = document["data"]
    if document["success"] is not True or not isinstance(data, dict):
        raise FileRefused("this is the price service's answer to a request that failed")
    list_name = area.lower()
    entries = data.get(list_name)
    if not isinstance(entries, list):
        held = ", ".join(sorted(str(name)[:16].upper() for name in data)[:20]) or "no area"
        raise FileRefused(f"the file holds prices of {held}, not of {area}")
    starts: list[tuple[int, int, str]] = []
    for index, item in enumerate(entries):
        place = entry_place(index, list_name)
        if not isinstance(item, dict) or not {"timestamp", "price"} <= item.keys():
            raise FileRefused("an entry has a 'timestamp' and a 'price', this one has not", place=place)
        price = price_of(item["price"], place)
        if price is not None:
            starts.append((first_quarter(_moment(item["timestamp"], place), place), price, place))
    negative_count = sum(price < 0 for _, price, _ in starts)
    return FilePrices(LAYOUT, area, len(starts), negative_count, *lay_out(with_lengths(starts)))


def _moment(value: Any, place: str) -> datetime:
    if isinstance(value, bool) or not isinstance(value, int):
        raise FileRefused(f"{str(value)[:40]!r} is not a time in seconds", place=place)
    try:
        return datetime.fromtimestamp(value, UTC)
    except (OverflowError, ValueError, OSError):
        raise FileRefused("the time is far outside any calendar", place=place) from None
