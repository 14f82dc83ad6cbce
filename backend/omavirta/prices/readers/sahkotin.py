"""The JSON of sahkotin.fi and liukuri.fi: `{"prices":[{"date":"2024-12-31T22:00:00.000Z","value":4.01}]}`, EUR/MWh.

It names no area: its prices are those of the area that the caller says. Hours and quarter-hours look alike.
"""

from datetime import datetime
from typing import Any

from omavirta.errors import FileRefused
from omavirta.prices.readers.json_values import entry_place, price_of
from omavirta.prices.readers.prices import FilePrices, first_quarter, lay_out, with_lengths

LAYOUT = "sahkotin"
LIST_NAME = "prices"


def recognises(document: Any) -> bool:
    return isinstance(document, dict) and isinstance(document.get(LIST_NAME), list)


def read_sahkotin(document: Any, area: str) -> FilePrices:
    """The prices of a document that `recognises` has accepted. Raises FileRefused with the entry's number."""
    starts: list[tuple[int, int, str]] = []
    for index, item in enumerate(document[LIST_NAME]):
        place = entry_place(index, LIST_NAME)
        if not isinstance(item, dict) or not {"date", "value"} <= item.keys():
            raise FileRefused("an entry has a 'date' and a 'value', this one has not", place=place)
        price = price_of(item["value"], place)
        if price is not None:
            starts.append((first_quarter(_moment(item["date"], place), place), price, place))
    negative_count = sum(price < 0 for _, price, _ in starts)
    return FilePrices(LAYOUT, area, len(starts), negative_count, *lay_out(with_lengths(starts)))


def _moment(value: Any, place: str) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise FileRefused(f"{str(value)[:40]!r} is not a time", place=place) from None
    if moment.tzinfo is None:
        raise FileRefused(f"the time {value!r} does not say its zone (it should end with Z)", place=place)
    return moment
