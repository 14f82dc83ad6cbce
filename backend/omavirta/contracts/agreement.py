"""What was agreed on a price: by whom, for which local days, and which prices hold on which of them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

from omavirta.contracts.exact import half_up
from omavirta.contracts.queries import PriceComponentKind, PriceComponentRow, ProductKind
from omavirta.errors import OmavirtaError
from omavirta.metering.calendar import day_date, day_number
from omavirta.metering.months import month_of_day

NANO_CENT_PER_CENT = 10**9
_SHARE_DECIMALS = 4
_TENTHS = 1000


class TariffError(OmavirtaError):
    """A price, share or rate of tax that cannot be reckoned with exactly; the message says which."""


class CostStatus(IntEnum):
    """Whether a cost is known, and why not; the value is the code that tables keep. Greater is further from known."""

    KNOWN = 1
    PARTIALLY_KNOWN = 2
    NO_ENERGY = 3
    NO_PRICE = 4
    NO_TARIFF = 5
    NO_CONTRACT = 6

    @property
    def has_cost(self) -> bool:
        return self <= CostStatus.PARTIALLY_KNOWN


class VatTreatment(IntEnum):
    """Whether a price and a cost are with VAT; the value is a set of bits, so that of a sum it is the union of its parts'."""

    INCLUDED = 1
    OUTSIDE = 2
    PARTIALLY_OUTSIDE = 3


class Attributes(NamedTuple):
    """What a tariff needs beside its prices.

    `spot_share` is the part of the energy that follows the day-ahead price, with four decimals at most.
    `energy_price_floor` is what a kilowatt-hour costs at least, c/kWh with VAT; None where it may cost less than nothing.
    """

    spot_share: Decimal = Decimal(1)
    energy_price_floor: Decimal | None = None

    @classmethod
    def of(cls, data: Mapping[str, str]) -> "Attributes":
        """From what products and contracts keep: `{"spotShare": "0.5", "energyPriceFloor": "0"}`. Raises TariffError."""
        share = _number(data, "spotShare")
        return cls(Decimal(1) if share is None else share, _number(data, "energyPriceFloor"))


class Agreement(NamedTuple):
    """The prices of a contract, or of a product as if one had it, on the local days [from_day, to_day).

    Agreements that are priced together do not overlap.
    """

    contract_id: UUID | None
    from_day: int
    to_day: int
    kind: ProductKind
    prices: Sequence[PriceComponentRow]
    attributes: Attributes


class Span(NamedTuple):
    """Neighbouring local days [from_day, to_day) of one calendar month and agreement on which the same prices hold."""

    agreement: Agreement
    month: int
    """Months since year 0: 12 times the year and the month from 0."""
    from_day: int
    to_day: int
    prices: Mapping[PriceComponentKind, PriceComponentRow]

    @property
    def key(self) -> tuple[UUID | None, int]:
        """What is reckoned by whole months is so for these together."""
        return self.agreement.contract_id, self.month


def spans(agreements: Sequence[Agreement], from_day: int, to_day: int) -> Iterator[Span]:
    """The spans of the days [from_day, to_day), an agreement after the other."""
    for agreement in agreements:
        first, last = max(from_day, agreement.from_day), min(to_day, agreement.to_day)
        if first >= last:
            continue
        changes = {day for price in agreement.prices for day in _days_of_change(price) if first < day < last}
        edges = sorted({first, last, *changes, *(day for day in _month_starts(first, last) if day > first)})
        for begin, end in pairwise(edges):
            yield Span(agreement, month_of_day(begin), begin, end, _prices_on(agreement, day_date(begin)))


def vat_tenths(rate: Decimal) -> int:
    """A rate of VAT in tenths of a per cent: 255 of 25.5. Raises TariffError for a finer one."""
    tenths = rate * 10
    if tenths != int(tenths) or rate < 0:
        raise TariffError(f"VAT of {rate} % is not in whole tenths of a per cent.")
    return int(tenths)


@lru_cache(maxsize=4096)
def nano_cents(amount: Decimal, vat_rate: Decimal, *, vat_included: bool, with_vat: bool) -> int:
    """A price in c/kWh as nano-cents, with VAT or without. Raises TariffError where one with VAT would be rounded.

    Without VAT a price that was agreed with it is rounded half up.
    """
    scaled = amount.scaleb(9)
    if scaled != int(scaled):
        raise TariffError(f"The price {amount} c/kWh has too many decimals.")
    nano, tenths = int(scaled), vat_tenths(vat_rate)
    if vat_included:
        return nano if with_vat else half_up(nano * _TENTHS, _TENTHS + tenths)
    if not with_vat:
        return nano
    gross, rest = divmod(nano * (_TENTHS + tenths), _TENTHS)
    if rest:
        raise TariffError(f"The price {amount} c/kWh and {vat_rate} % of VAT has too many decimals.")
    return gross


def component_nano_cents(component: PriceComponentRow, *, with_vat: bool) -> int:
    """`nano_cents` of a price for a kilowatt-hour."""
    return nano_cents(
        component.amount, component.vat_rate, vat_included=component.vat_included, with_vat=with_vat
    )


def require_exact(price: PriceComponentRow) -> None:
    """Raises TariffError for a price that would have to be rounded, or a rate of VAT that is not in tenths of a per cent."""
    if price.kind is PriceComponentKind.MONTHLY_FEE:
        vat_tenths(price.vat_rate)
    else:
        component_nano_cents(price, with_vat=True)


def month_date(month: int) -> date:
    """The first day of a month that is counted since year 0."""
    return date(month // 12, month % 12 + 1, 1)


def _number(data: Mapping[str, str], name: str) -> Decimal | None:
    text = data.get(name)
    if text is None:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        raise TariffError(f"{name} is {text!r}, which is no number.") from None
    if name == "spotShare" and (not 0 <= value <= 1 or value != round(value, _SHARE_DECIMALS)):
        raise TariffError(
            f"A share of spot is from 0 to 1 with {_SHARE_DECIMALS} decimals at most, not {text}."
        )
    return value


def _days_of_change(price: PriceComponentRow) -> tuple[int, ...]:
    first = day_number(price.valid_from)
    return (first,) if price.valid_to is None else (first, day_number(price.valid_to) + 1)


def _prices_on(agreement: Agreement, day: date) -> dict[PriceComponentKind, PriceComponentRow]:
    """The price of each kind on a day; of two that hold, the later one."""
    found: dict[PriceComponentKind, PriceComponentRow] = {}
    for price in agreement.prices:
        if price.valid_from <= day and (price.valid_to is None or day <= price.valid_to):
            known = found.get(price.kind)
            if known is None or known.valid_from <= price.valid_from:
                found[price.kind] = price
    return found


def _month_starts(from_day: int, to_day: int) -> Iterator[int]:
    day = day_date(from_day).replace(day=1)
    while (number := day_number(day)) < to_day:
        yield number
        day = date(day.year + day.month // 12, day.month % 12 + 1, 1)
