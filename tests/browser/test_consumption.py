"""Consumption: down from the year to the quarter-hour and up again, the same figures in chart, table and file."""

from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from browser.consumption_page import (
    CHART,
    TABLE_TOTAL,
    a_day_without_values,
    last_full_year,
    open_consumption,
    sentence,
    table_rows,
    wait_for_period,
)
from browser.portal_api import PortalApi, clock_change, energy_text, month_of, today, year_of
from browser.window import Window

PLOT_FITS = """
(height) => { const plot = document.querySelector('.chart-plot').getBoundingClientRect();
  return plot.width === document.querySelector('.chart').clientWidth && plot.height === height; }
"""
HOUR_NAMES = [f"{hour}.00–{(hour + 1) % 24}.00" for hour in range(24)]


@pytest.fixture
def home_id(api: PortalApi) -> str:
    return api.point_id("Koti")


def test_one_drills_from_the_year_to_the_quarter_hour_and_back_goes_up(
    signed_in: Window, home_id: str
) -> None:
    year, path = last_full_year(), f"/kulutus/{home_id}"
    open_consumption(signed_in, home_id, "")
    signed_in.click_named("link", f"Edellinen: {year}")
    signed_in.wait_for_path(f"{path}?y={year}")
    signed_in.wait_for_text("Valitse kuukausi")
    # A first tap chooses, the link opens.
    signed_in.click_at(CHART, 2.5 / 12)
    signed_in.wait_for_text(f"Avaa maaliskuu {year}")
    signed_in.click(".consumption-open a")
    signed_in.wait_for_path(f"{path}?y={year}&m=3")
    signed_in.wait_for_text("Valitse päivä")
    # A second tap on the same bar opens too.
    signed_in.click_at(CHART, 8.5 / 31)
    signed_in.wait_for(
        "(day) => document.querySelector('.consumption-open a')?.textContent.includes(day)", f"9.3.{year}"
    )
    signed_in.click_at(CHART, 8.5 / 31)
    signed_in.wait_for_path(f"{path}?y={year}&m=3&d=9")
    signed_in.click_named("link", "15 min")
    signed_in.wait_for_path(f"{path}?y={year}&m=3&d=9&u=15")
    # What was there stays until the new is there.
    signed_in.settle()
    assert len(table_rows(signed_in)) == 96
    signed_in.back()
    signed_in.wait_for_path(f"{path}?y={year}&m=3")
    signed_in.wait_for_text(f"maaliskuu {year}")
    signed_in.back()
    signed_in.wait_for_path(f"{path}?y={year}")
    signed_in.settle()
    assert signed_in.text(".period-name strong") == str(year)


def test_the_link_up_and_the_steps_do_not_lengthen_the_history(signed_in: Window, home_id: str) -> None:
    year, path = last_full_year(), f"/kulutus/{home_id}"
    open_consumption(signed_in, home_id, f"?y={year}&m=3&d=9")
    before = signed_in.evaluate("() => history.length")
    signed_in.click_named("link", f"Takaisin: maaliskuu {year}")
    signed_in.wait_for_path(f"{path}?y={year}&m=3")
    signed_in.click_named("link", f"Seuraava: huhtikuu {year}")
    signed_in.wait_for_path(f"{path}?y={year}&m=4")
    assert signed_in.evaluate("() => history.length") == before


@pytest.mark.parametrize("level", ["year", "month", "day"])
def test_the_table_holds_the_apis_figures_and_last_years_beside_them(
    signed_in: Window, api: PortalApi, home_id: str, level: str
) -> None:
    year = last_full_year()
    first, after, search, resolution = {
        "year": (*year_of(year), f"?y={year}", "MONTH"),
        "month": (*month_of(date(year, 2, 1)), f"?y={year}&m=2", "DAY"),
        "day": (date(year, 2, 5), date(year, 2, 6), f"?y={year}&m=2&d=5", "HOUR"),
    }[level]
    own = api.consumption(home_id, first, after, resolution)
    # February of neither year matters but for the 29th, which is nobody's counterpart.
    before = api.consumption(
        home_id, first.replace(year=year - 1), after.replace(year=after.year - 1), resolution
    )
    open_consumption(signed_in, home_id, search)
    rows = table_rows(signed_in)
    assert [row[1] for row in rows] == [
        energy_text(interval.energy_kwh) if interval.energy_kwh is not None else "–"
        for interval in own.intervals
    ]
    assert [row[2] for row in rows] == [
        energy_text(interval.energy_kwh) for interval in before.intervals[: len(rows)]
    ]
    assert signed_in.evaluate(TABLE_TOTAL) == energy_text(own.energy_kwh)
    assert signed_in.text(".readout .big").startswith(energy_text(own.energy_kwh))
    # A mark in the chart for each value of the year before.
    known = sum(interval.energy_kwh is not None for interval in before.intervals[: len(rows)])
    assert signed_in.count(".chart-plot .tick") == known


def test_the_autumn_day_shows_its_repeated_hour_twice(
    signed_in: Window, api: PortalApi, home_id: str
) -> None:
    day = clock_change(10)
    figures = api.consumption(home_id, day, day + timedelta(days=1), "HOUR")
    open_consumption(signed_in, home_id, f"?y={day.year}&m=10&d={day.day}")
    rows = table_rows(signed_in)
    assert [row[0] for row in rows] == [
        *HOUR_NAMES[:3],
        "3.00–4.00 (UTC+3)",
        "3.00–4.00 (UTC+2)",
        *HOUR_NAMES[4:],
    ]
    assert [row[1] for row in rows] == [energy_text(interval.energy_kwh) for interval in figures.intervals]


def test_the_spring_day_has_92_quarters_and_skips_an_hour(signed_in: Window, home_id: str) -> None:
    day = clock_change(3)
    open_consumption(signed_in, home_id, f"?y={day.year}&m=3&d={day.day}&u=15")
    names = [row[0] for row in table_rows(signed_in)]
    assert len(names) == 92
    assert names[11:13] == ["2.45–3.00", "4.00–4.15"]


def test_a_day_that_never_came_is_said_in_words_and_never_zero(
    signed_in: Window, api: PortalApi, home_id: str
) -> None:
    gap = a_day_without_values(api, home_id).start
    open_consumption(signed_in, home_id, f"?y={gap.year}&m={gap.month}")
    assert "Se ei ole nolla" in signed_in.text(".consumption")
    row = table_rows(signed_in)[gap.day - 1]
    assert row[1] == "–"
    assert row[4] == "puuttuu"
    signed_in.evaluate("(css) => document.querySelector(css).focus()", CHART)
    for key in ["Home", *["ArrowRight"] * (gap.day - 1)]:
        signed_in.press(key)
    signed_in.wait_for("(css, index) => document.querySelector(css).value === index", CHART, str(gap.day - 1))
    assert "Tieto puuttuu" in sentence(signed_in)
    assert signed_in.text(".readout .big") == "Tieto puuttuu"

    open_consumption(signed_in, home_id, f"?y={gap.year}&m={gap.month}&d={gap.day}")
    text = signed_in.text(".consumption")
    assert "Tieto puuttuu" in text or "Tältä ajalta ei ole tietoja" in text
    own = text.replace("Edellinen vuosi", "")
    assert " 0,00 kWh" not in own
    assert signed_in.count(".chart-plot .bar") == 0


def test_the_keyboard_alone_reaches_chooses_and_opens(signed_in: Window, home_id: str) -> None:
    year, path = last_full_year(), f"/kulutus/{home_id}"
    open_consumption(signed_in, home_id, f"?y={year}")
    for _ in range(15):
        signed_in.press("Tab")
        if signed_in.evaluate("(css) => document.activeElement.matches(css)", CHART):
            break
    assert signed_in.evaluate("(css) => document.activeElement.matches(css)", CHART)
    assert sentence(signed_in).startswith(f"{year}: ")
    signed_in.press("ArrowRight")
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').startsWith('tammikuu')", CHART
    )
    signed_in.press("ArrowRight")
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').startsWith('helmikuu')", CHART
    )
    assert "Edellinen vuosi" in sentence(signed_in)
    signed_in.press("Enter")
    signed_in.wait_for_path(f"{path}?y={year}&m=2")
    wait_for_period(signed_in, f"helmikuu {year}")
    # The choice made on the level above is gone: the whole month is told.
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').includes('Suurin')", CHART
    )
    signed_in.wait_for("(css) => document.activeElement.matches(css)", CHART)
    signed_in.press("End")
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').includes('28.2.')", CHART
    )
    signed_in.press("Escape")
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').startsWith('helmikuu')", CHART
    )


def test_the_chart_follows_its_window_across_its_two_heights(signed_in: Window, home_id: str) -> None:
    """Engines complain of a size that changes while it is being told; `window` fails a page that made them."""
    open_consumption(signed_in, home_id, f"?y={last_full_year()}")
    for width, height in ((480, 232), (1280, 296)):
        signed_in.resize(width, 900)
        signed_in.wait_for(f"() => ({PLOT_FITS})({height})")
        signed_in.settle()


def test_an_address_that_makes_no_sense_still_shows_something(signed_in: Window, home_id: str) -> None:
    open_consumption(signed_in, home_id, "?y=abc&m=13&d=99")
    assert signed_in.text("h1") == "Kulutus"
    signed_in.open("/kulutus/TWV0ZXJpbmdQb2ludDoxMjM")
    signed_in.wait_for_text("Käyttöpaikkaa ei löydy")


def test_a_time_without_data_says_why_and_leads_to_the_newest(signed_in: Window, home_id: str) -> None:
    open_consumption(signed_in, home_id, "?y=2005")
    assert "Tältä ajalta ei ole tietoja." in signed_in.text(".empty")
    signed_in.click(".empty a")
    signed_in.wait_for_text("Näytä taulukkona")


def test_the_switch_tells_the_same_days_in_euros(signed_in: Window, api: PortalApi, home_id: str) -> None:
    year, path = last_full_year(), f"/kulutus/{home_id}"
    own = api.consumption(home_id, *month_of(date(year, 2, 1)), "DAY")
    open_consumption(signed_in, home_id, f"?y={year}&m=2")
    length = signed_in.evaluate("() => history.length")
    signed_in.click_named("link", "€")
    signed_in.wait_for_path(f"{path}?y={year}&m=2&u=e")
    assert signed_in.evaluate("() => history.length") == length
    rows = table_rows(signed_in)
    assert [row[1] for row in rows] == [
        cost_text(interval.cost) if interval.cost is not None else "–" for interval in own.intervals
    ]
    assert [row[5] for row in rows] == [
        energy_text(interval.energy_kwh) if interval.energy_kwh is not None else "–"
        for interval in own.intervals
    ]
    assert own.cost is not None
    assert own.basic_fees is not None
    assert signed_in.text(".readout .big").startswith(cost_text(own.cost))
    beside = signed_in.text(".readout-beside")
    assert f"perusmaksu {cost_text(own.basic_fees)}" in beside
    assert energy_text(own.energy_kwh) in beside
    assert "sisältävät arvonlisäveron" in signed_in.text(".consumption")
    # The unit goes along, down and up again.
    signed_in.click_at(CHART, 4.5 / 28)
    signed_in.click(".consumption-open a")
    signed_in.wait_for_path(f"{path}?y={year}&m=2&d=5&u=e")
    signed_in.click_named("link", "15 min")
    signed_in.wait_for_path(f"{path}?y={year}&m=2&d=5&u=15e")
    signed_in.click_named("link", f"Takaisin: helmikuu {year}")
    signed_in.wait_for_path(f"{path}?y={year}&m=2&u=e")


def test_a_days_hours_have_their_price_beside_them(signed_in: Window, api: PortalApi, home_id: str) -> None:
    day = today() - timedelta(days=8)
    own = api.consumption(home_id, day, day + timedelta(days=1), "HOUR")
    prices = [interval.price for interval in own.intervals]
    assert None not in prices
    open_consumption(signed_in, home_id, f"?y={day.year}&m={day.month}&d={day.day}")
    assert signed_in.count(".chart-plot .chart-steps") == 1
    assert signed_in.evaluate("() => document.querySelector('.chart-axis-line').textContent").endswith(
        "c/kWh"
    )
    rows = table_rows(signed_in)
    assert [row[5] for row in rows] == [price_text(price) for price in prices if price is not None]
    assert [row[6] for row in rows] == [
        cost_text(interval.cost) if interval.cost is not None else "–" for interval in own.intervals
    ]
    signed_in.evaluate("(css) => document.querySelector(css).focus()", CHART)
    signed_in.press("Home")
    signed_in.wait_for(
        "(css) => document.querySelector(css).getAttribute('aria-valuetext').startsWith('0.00')", CHART
    )
    assert f"hinta {rows[0][5]}" in sentence(signed_in)
    # Over days and months a price would hide more than it tells.
    signed_in.open(f"/kulutus/{home_id}?y={day.year}&m={day.month}")
    signed_in.wait_for_text("Valitse päivä")
    assert signed_in.count(".chart-plot .chart-steps") == 0


def cost_text(euros: float) -> str:
    """As the page writes costs: cents, and a third decimal under ten cents."""
    digits = 3 if 0 < abs(euros) < 0.0995 else 2
    rounded = Decimal(str(euros)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return f"{rounded:,}".replace(",", " ").replace(".", ",") + " €"


def price_text(cents: float) -> str:
    return f"{Decimal(str(cents)).quantize(Decimal('0.01'), ROUND_HALF_UP)}".replace(".", ",") + " c/kWh"
