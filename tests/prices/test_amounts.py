"""Prices are exact or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.prices.amounts import AmountError, price_units
from omavirta.prices.areas import AreaError, parse_area

UNITS = st.integers(min_value=-(10**11), max_value=10**11)


@given(UNITS)
def test_every_price_of_five_decimals_is_kept_exactly(units: int) -> None:
    assert price_units(Decimal(units).scaleb(-5)) == units


@given(UNITS, st.integers(min_value=1, max_value=9))
def test_a_sixth_decimal_is_refused_and_never_rounded(units: int, digit: int) -> None:
    with pytest.raises(AmountError):
        price_units(Decimal(units * 10 + digit).scaleb(-6))


@pytest.mark.parametrize(
    ("text", "units"), [("4.0100000000", 401_000), ("1E+3", 10**8), ("-0.0", 0), ("0E-99", 0)]
)
def test_zeros_that_say_nothing_are_no_decimals(text: str, units: int) -> None:
    assert price_units(Decimal(text)) == units


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-1000000.1", "1E+999999", "1E-999999"])
def test_what_no_market_pays_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        price_units(Decimal(text))


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("fi", "FI"),
        (" FI ", "FI"),
        ("10YFI-1--------U", "FI"),
        ("10YBE----------2", "10YBE----------2"),
        ("10Y1001A1001A39I", "EE"),
    ],
)
def test_areas_go_by_name_or_eic(text: str, area: str) -> None:
    assert parse_area(text) == area


@pytest.mark.parametrize("text", ["", "SE", "10YBE----------3", "10YFI-1", "FI; DROP TABLE price_day"])
def test_what_is_no_area_is_refused(text: str) -> None:
    with pytest.raises(AreaError):
        parse_area(text)
