"""Interest on an invoice that is paid late (Interest Act 4 § and 12 §).

Simple interest by days of 365, from the day after the due date to the day of paying, both included. Where billing said a rate
it is that one; else the reference rate of each half-year and seven percentage points, which a consumer's contract cannot exceed.
"""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
DAYS_A_YEAR = 365
STATUTORY_MARGIN = Decimal(7)
REFERENCE_RATES = {
    (2023, 2): Decimal("4.0"),
    (2024, 1): Decimal("4.5"),
    (2024, 2): Decimal("4.5"),
    (2025, 1): Decimal("3.5"),
}
"""Per cent by year and half-year, as the Bank of Finland announced them. A half-year that is not here is not reckoned."""


def late_interest(
    amount: Decimal, due_date: date, until: date, rate: Decimal | None = None
) -> Decimal | None:
    """Euros that an amount has come to by a day. `rate` is per cent a year; without it the statutory rates hold.

    Zero until the due date has passed; None where a half-year's rate is not known.
    """
    if until <= due_date or amount <= 0:
        return Decimal("0.00")
    if rate is not None:
        return _interest([(rate, (until - due_date).days)], amount)
    parts: list[tuple[Decimal, int]] = []
    day = due_date
    while day < until:
        first = date.fromordinal(day.toordinal() + 1)
        half = (first.year, 1 if first.month <= 6 else 2)
        if half not in REFERENCE_RATES:
            return None
        end = min(until, date(first.year, 6, 30) if half[1] == 1 else date(first.year, 12, 31))
        parts.append((REFERENCE_RATES[half] + STATUTORY_MARGIN, (end - day).days))
        day = end
    return _interest(parts, amount)


def _interest(parts: list[tuple[Decimal, int]], amount: Decimal) -> Decimal:
    """Rounded once."""
    percent_days = sum((rate * days for rate, days in parts), Decimal(0))
    return (amount * percent_days / 100 / DAYS_A_YEAR).quantize(CENT, ROUND_HALF_UP)
