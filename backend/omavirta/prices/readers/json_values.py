"""JSON files of prices, read without rounding any number. JSON has no lines to speak of: places are entry numbers."""

import json
from decimal import Decimal
from typing import Any

from omavirta.errors import FileRefused
from omavirta.prices.amounts import AmountError, price_units


def load_json(content: bytes) -> Any:
    """Numbers with decimals come as Decimal. Raises FileRefused with the line where the text stops being JSON."""
    try:
        return json.loads(content, parse_float=Decimal, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise FileRefused(
            "the file is broken or cut short: it is not valid JSON", place=f"line {error.lineno}"
        ) from None
    except (ValueError, RecursionError):
        raise FileRefused("the file is not JSON that a price service gives") from None


def entry_place(index: int, list_name: str) -> str:
    """Where the entry of this index stands, in words; people count from one."""
    return f"entry {index + 1} of {list_name!r}"


def price_of(value: Any, place: str) -> int | None:
    """A JSON value in 10^-5 EUR/MWh; null stays None, a gap. Raises FileRefused."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise FileRefused("the price is not a number", place=place)
    try:
        return price_units(Decimal(value))
    except AmountError as error:
        raise FileRefused(str(error), place=place) from None


def _refuse_constant(name: str) -> None:
    raise ValueError(name)
