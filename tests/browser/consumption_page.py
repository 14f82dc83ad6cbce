"""What the tests of the consumption page share: how to open it, and its table beside the API's figures."""

from collections.abc import Sequence
from datetime import timedelta

from browser.portal_api import Interval, PortalApi, month_of, today
from browser.window import Window

CHART = "input.chart-slider"
TABLE_ROWS = """
() => [...document.querySelectorAll('table.data tbody tr')].map((row) =>
  [...row.cells].map((cell) => cell.textContent.replaceAll('\\u00a0', ' ')))
"""
TABLE_TOTAL = "() => document.querySelector('table.data tfoot td').textContent.replaceAll('\\u00a0', ' ')"


def open_consumption(window: Window, point_id: str, search: str) -> None:
    window.open(f"/kulutus/{point_id}{search}")
    window.wait_for("() => document.querySelector('.readout .big, .empty') !== null")
    window.settle()


def wait_for_period(window: Window, name: str) -> None:
    """Waits until the card shows a period: while its figures are fetched, the one before stays."""
    window.wait_for(
        "(name) => document.querySelector('.consumption')?.ariaLabel === name"
        " && !document.querySelector('[aria-busy=true]')",
        name,
    )


def table_rows(window: Window) -> list[list[str]]:
    """Time, own, previous year, change, quality, then the price of a day's hours and the other of energy and cost. The
    table is opened first, once its code is here.
    """
    window.wait_for("() => document.querySelector('.consumption-more details') !== null")
    if not window.evaluate("() => document.querySelector('.consumption-more details').open"):
        window.click(".consumption-more summary")
    rows: list[list[str]] = window.evaluate(TABLE_ROWS)
    return rows


def sentence(window: Window) -> str:
    """What a screen reader hears of the chart."""
    return str(
        window.evaluate(
            "(css) => document.querySelector(css).getAttribute('aria-valuetext').replaceAll('\\u00a0', ' ')",
            CHART,
        )
    )


def last_full_year() -> int:
    return today().year - 1


def a_day_without_values(api: PortalApi, point_id: str) -> Interval:
    """Some day of the last three years of which nothing was delivered; the demo always has one."""
    days = [
        interval
        for months_ago in range(36)
        for interval in month_days(api, point_id, months_ago)
        if interval.quality == "MISSING"
    ]
    assert days, "the demo has a whole day without values"
    return days[-1]


def month_days(api: PortalApi, point_id: str, months_ago: int) -> Sequence[Interval]:
    first = today().replace(day=1)
    for _ in range(months_ago):
        first = (first - timedelta(days=1)).replace(day=1)
    return api.consumption(point_id, *month_of(first), "DAY").intervals
