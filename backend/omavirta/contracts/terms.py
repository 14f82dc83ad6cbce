"""What follows from a contract's terms: what happens at its end, how long it can be objected to or withdrawn from, and
which prices are those of the contract. Days are local.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from omavirta.contracts.queries import PriceComponentRow

OBJECTION_DAYS = 21
"""Electricity Market Act 88 §: three weeks at least from the day on which the confirmation was sent."""
WITHDRAWAL_DAYS = 14
"""Consumer Protection Act 6:14: from the day on which the contract was concluded."""


class AtEnd(StrEnum):
    CONTINUES_UNTIL_FURTHER_NOTICE = "CONTINUES_UNTIL_FURTHER_NOTICE"
    ENDS = "ENDS"


def objection_until(confirmed_on: date | None) -> date | None:
    """The last day to say that the confirmation is not what was agreed on; None where none was sent."""
    return None if confirmed_on is None else confirmed_on + timedelta(days=OBJECTION_DAYS)


def withdrawal_until(concluded_on: date | None, *, sold_at_distance: bool, to_person: bool) -> date | None:
    """The last day to withdraw; None where there is no such right, which only consumers have, or no day is known."""
    if concluded_on is None or not sold_at_distance or not to_person:
        return None
    return concluded_on + timedelta(days=WITHDRAWAL_DAYS)


def agreed_prices(
    own: Sequence["PriceComponentRow"], of_product: Sequence["PriceComponentRow"]
) -> list["PriceComponentRow"]:
    """The prices of a contract: its own, and the product's of the kinds that it has none of; the oldest first within a kind."""
    agreed = {price.kind for price in own}
    prices = [*own, *(price for price in of_product if price.kind not in agreed)]
    return sorted(prices, key=lambda price: (price.kind, price.valid_from))


def prices_on(prices: Iterable["PriceComponentRow"], day: date) -> list["PriceComponentRow"]:
    """Those that are valid on a day."""
    return [
        price
        for price in prices
        if price.valid_from <= day and (price.valid_to is None or day <= price.valid_to)
    ]


def price_day(start: date, end: date | None, today: date) -> date:
    """The day whose prices tell what a contract costs: today, or the nearest day on which it is in force."""
    return max(start, today if end is None else min(today, end))
