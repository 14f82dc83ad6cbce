"""What paying late costs, by the Interest Act."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.billing.late_interest import late_interest

DUE = date(2024, 12, 16)


@pytest.mark.parametrize(
    ("amount", "due_date", "paid_on", "expected"),
    [
        # 15 days at 11.5 % and 15 at 10.5 %.
        ("100.00", DUE, date(2025, 1, 15), "0.90"),
        ("85.40", date(2025, 1, 20), date(2025, 2, 19), "0.74"),
        ("100.00", DUE, DUE, "0.00"),
        ("100.00", DUE, DUE - timedelta(days=1), "0.00"),
        ("0.00", DUE, date(2025, 1, 15), "0.00"),
    ],
)
def test_the_statutory_rate_follows_the_half_years(
    amount: str, due_date: date, paid_on: date, expected: str
) -> None:
    assert late_interest(Decimal(amount), due_date, paid_on) == Decimal(expected)


def test_what_billing_said_holds_in_every_half_year() -> None:
    assert late_interest(Decimal(1000), DUE, date(2025, 12, 16), Decimal("9.5")) == Decimal("95.00")


def test_a_rate_that_is_not_known_is_not_made_up() -> None:
    assert late_interest(Decimal(100), date(2026, 9, 1), date(2026, 9, 30)) is None
    assert late_interest(Decimal(100), date(2025, 6, 1), date(2025, 7, 1)) is None


@given(st.integers(0, 500), st.integers(0, 500), st.decimals(0, 100_000, places=2))
def test_longer_is_never_cheaper(first: int, more: int, amount: Decimal) -> None:
    earlier = late_interest(amount, DUE, DUE + timedelta(days=first), Decimal("9.5"))
    later = late_interest(amount, DUE, DUE + timedelta(days=first + more), Decimal("9.5"))
    assert earlier is not None
    assert later is not None
    assert later >= earlier
