"""Prices as exact integers: 10^-5 EUR/MWh without VAT, which is also 10^-6 c/kWh."""

from decimal import Decimal

DECIMALS = 5
MICRO_CENT_PER_CENT = 10**6
"""A stored price divided by this is c/kWh: 1 EUR/MWh is 0.1 c/kWh."""

LARGEST_EUR_PER_MWH = 1_000_000
"""Far beyond the market's price limits (5,000 EUR/MWh in 2026): what is larger is a mistake."""


class AmountError(ValueError):
    """A price that cannot be kept; the message says why, for people."""


def price_units(eur_per_mwh: Decimal) -> int:
    """EUR/MWh in 10^-5 EUR/MWh, never rounded; raises AmountError."""
    if not eur_per_mwh.is_finite() or abs(eur_per_mwh) > LARGEST_EUR_PER_MWH:
        raise AmountError(f"the price {_shortened(eur_per_mwh)} EUR/MWh is beyond any market's limits")
    if not eur_per_mwh:
        return 0
    _, digits, exponent = eur_per_mwh.as_tuple()
    trailing_zeros = len(digits) - len("".join(map(str, digits)).rstrip("0"))
    if not isinstance(exponent, int) or exponent + trailing_zeros < -DECIMALS:
        raise AmountError(
            f"the price {_shortened(eur_per_mwh)} has more than {DECIMALS} decimals and would be rounded"
        )
    return int(eur_per_mwh.scaleb(DECIMALS))


def _shortened(value: Decimal) -> str:
    text = str(value)
    return text if len(text) <= 24 else f"{text[:21]}..."
