"""The CSV: what a Finnish spreadsheet opens by a double click, with every figure of the API and gaps left empty."""

import csv
import io
from typing import Any

import pytest

from browser.consumption_page import a_day_without_values, open_consumption
from browser.portal_api import PortalApi, clock_change, month_of
from browser.window import Window

# The engines keep downloads in different places, so what the page hands over is taken from its hand.
CATCH_DOWNLOAD = """
() => {
  const create = URL.createObjectURL;
  URL.createObjectURL = (blob) => { window.caughtBlob = blob; return create.call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () { window.caughtName = this.download; };
}
"""
CAUGHT = """
async () => {
  if (!window.caughtBlob || !window.caughtName) return null;
  const bytes = new Uint8Array(await window.caughtBlob.arrayBuffer());
  return { name: window.caughtName, type: window.caughtBlob.type, bytes: [...bytes] };
}
"""


def download(window: Window) -> tuple[str, bytes]:
    window.evaluate(CATCH_DOWNLOAD)
    window.click_named("button", "Lataa CSV")
    caught: dict[str, Any] = window.wait_for(CAUGHT)
    assert caught["type"].startswith("text/csv")
    return caught["name"], bytes(caught["bytes"])


def rows_of(content: bytes) -> list[list[str]]:
    text = content.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_a_month_with_a_gap_opens_in_a_finnish_spreadsheet(signed_in: Window, api: PortalApi) -> None:
    home_id = api.point_id("Koti")
    gap = a_day_without_values(api, home_id).start.date()
    open_consumption(signed_in, home_id, f"?y={gap.year}&m={gap.month}")
    name, content = download(signed_in)
    assert name == f"kulutus-643007127000100010-{gap:%Y-%m}-P1D.csv"
    assert content.startswith(b"\xef\xbb\xbf")
    heading, *rows = rows_of(content)
    assert heading == [
        *("Alkaa", "Alun UTC-ero", "Päättyy", "Lopun UTC-ero", "Kulutus (kWh)", "Laatu"),
        *("Hinta (c/kWh)", "Kustannus (€)", "Kustannuksen tila", "Alv"),
    ]
    figures = api.consumption(home_id, *month_of(gap), "DAY").intervals
    assert [row[0] for row in rows] == [
        f"{interval.start.day}.{interval.start.month}.{interval.start.year} 00:00" for interval in figures
    ]
    assert [row[4] for row in rows] == [
        "" if interval.energy_kwh is None else repr(interval.energy_kwh).removesuffix(".0").replace(".", ",")
        for interval in figures
    ]
    assert rows[gap.day - 1][4:6] == ["", "puuttuu"]
    # Without energy there is a price all the same, and it is with the tax.
    assert rows[gap.day - 1][7:] == ["", "ei kulutustietoa", "sis. alv"]
    assert [row[7] == "" for row in rows] == [interval.cost is None for interval in figures]
    assert [float(row[7].replace(",", ".")) for row in rows if row[7]] == pytest.approx(
        [interval.cost for interval in figures if interval.cost is not None], abs=1e-8
    )


def test_a_day_can_be_had_finer_than_it_is_shown_with_both_autumn_hours(
    signed_in: Window, api: PortalApi
) -> None:
    home_id, day = api.point_id("Koti"), clock_change(10)
    open_consumption(signed_in, home_id, f"?y={day.year}&m=10&d={day.day}")
    signed_in.choose(".file select", "QUARTER_HOUR")
    name, content = download(signed_in)
    assert name.endswith(f"-{day}-PT15M.csv")
    rows = rows_of(content)[1:]
    assert len(rows) == 100
    threes = [row[1] for row in rows if row[0].endswith(" 03:00")]
    assert threes == ["UTC+3", "UTC+2"]
