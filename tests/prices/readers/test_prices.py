"""How entries of hours and quarter-hours become quarters."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from omavirta.prices.readers.prices import Entry, lay_out

QUARTER_ENTRIES = st.dictionaries(st.integers(0, 40), st.integers(-9, 9), max_size=20).map(
    lambda prices: [Entry(quarter, 1, price, "") for quarter, price in prices.items()]
)
HOUR_ENTRIES = st.dictionaries(st.integers(0, 10), st.integers(-9, 9), max_size=8).map(
    lambda prices: [Entry(hour * 4, 4, price, "") for hour, price in prices.items()]
)


@given(QUARTER_ENTRIES, HOUR_ENTRIES, st.randoms())
def test_the_order_of_entries_makes_no_difference_and_the_finer_wins(
    quarters: list[Entry], hours: list[Entry], random: Random
) -> None:
    entries = quarters + hours
    random.shuffle(entries)
    laid = lay_out(entries)
    wanted = {hour.quarter + step: hour.price for hour in hours for step in range(4)}
    wanted |= {quarter.quarter: quarter.price for quarter in quarters}
    assert dict(zip(laid.quarters.tolist(), laid.prices.tolist(), strict=True)) == wanted
    assert laid.quarters.tolist() == sorted(wanted)
    fine = {quarter.quarter for quarter in quarters}
    assert laid.of_hours.tolist() == [quarter not in fine for quarter in sorted(wanted)]
