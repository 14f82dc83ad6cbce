"""A home against the year before and similar homes, and the annual report: the API's own figures, told in words."""

from datetime import date, timedelta
from typing import Any

import pytest

from browser.consumption_page import last_full_year
from browser.portal_api import PortalApi, energy_text, month_of, today
from browser.window import Window

COMPARISON = """
query ($id: ID!, $from: Date!, $to: Date!) { node(id: $id) { ... on MeteringPoint { comparison(from: $from, to: $to) {
  lastYear { energyKwh lastYearKwh comparedDays days }
  similarHomes { status homes average median lowerQuartile upperQuartile ownKwh place } } } } }
"""
REPORT = """
query ($id: ID!, $year: Int!) { node(id: $id) { ... on MeteringPoint { annualReportYears annualReport(year: $year) {
  years { year energyKwh } document { url } } } } }
"""
BARS = """
(part) => [...document.querySelectorAll(`[aria-labelledby=${part}] .versus-value`)]
  .map((value) => value.textContent.replaceAll('\\u00a0', ' '))
"""
YEARS = """
() => [...document.querySelectorAll('.report-table tbody tr')].map((row) =>
  [row.cells[0].textContent, row.cells[2].firstChild.textContent.replaceAll('\\u00a0', ' ')])
"""


@pytest.fixture
def home_id(api: PortalApi) -> str:
    return api.point_id("Koti")


def comparison(api: PortalApi, point_id: str, first: date, after: date) -> dict[str, Any]:
    asked = {"id": point_id, "from": str(first), "to": str(after)}
    found: dict[str, Any] = api.ask(COMPARISON, asked)["node"]["comparison"]
    return found


def open_comparison(window: Window, point_id: str, search: str = "") -> None:
    window.open(f"/vertailu/{point_id}{search}")
    window.wait_for("() => document.querySelector('.versus') !== null")


@pytest.mark.any_engine
def test_the_last_whole_month_is_beside_the_year_before(
    signed_in: Window, api: PortalApi, home_id: str
) -> None:
    first, after = month_of(today().replace(day=1) - timedelta(days=1))
    expected = comparison(api, home_id, first, after)["lastYear"]
    open_comparison(signed_in, home_id)
    assert signed_in.evaluate(BARS, "last-year") == [
        energy_text(expected["energyKwh"]),
        energy_text(expected["lastYearKwh"]),
    ]
    assert signed_in.text("h1").startswith("Vertailu")
    assert "Pihlajatie 8" in signed_in.text("h1")


@pytest.mark.any_engine
def test_similar_homes_are_told_as_the_api_has_them_or_why_not(
    signed_in: Window, api: PortalApi, home_id: str
) -> None:
    year = last_full_year()
    homes = comparison(api, home_id, date(year, 1, 1), date(year + 1, 1, 1))["similarHomes"]
    open_comparison(signed_in, home_id, f"?y={year}")
    shown = signed_in.text("[aria-labelledby=similar-homes]").replace("\u00a0", " ")
    if homes["status"] == "AVAILABLE":
        for name in ("average", "median", "lowerQuartile", "upperQuartile"):
            assert energy_text(homes[name]) in shown, name
        signed_in.click("[aria-labelledby=similar-homes] summary")
        signed_in.wait_for_text(f"Ryhmässä on vähintään {homes['homes']} kotia")
    else:
        assert len(shown) > len("Samanlaiset kodit") + 30


@pytest.mark.any_engine
def test_a_group_that_is_too_small_is_said_so(signed_in: Window, api: PortalApi) -> None:
    year = last_full_year()
    statuses = {
        name: comparison(api, api.point_id(name), date(year, 1, 1), date(year + 1, 1, 1))["similarHomes"][
            "status"
        ]
        for name in ("Koti", "Mökki")
    }
    for name, status in statuses.items():
        open_comparison(signed_in, api.point_id(name), f"?y={year}")
        shown = signed_in.text("[aria-labelledby=similar-homes]")
        assert ("liian vähän" in shown) == (status == "GROUP_TOO_SMALL")


def test_steps_and_levels_keep_to_whole_months(signed_in: Window, home_id: str) -> None:
    year = last_full_year()
    open_comparison(signed_in, home_id, f"?y={year}&m=3")
    signed_in.click_named("link", f"Seuraava: huhtikuu {year}")
    signed_in.wait_for_path(f"/vertailu/{home_id}?y={year}&m=4")
    signed_in.click_named("link", "Vuosi")
    signed_in.wait_for_path(f"/vertailu/{home_id}?y={year}")
    # This month is not over: the last whole one is shown in its place, and nothing later is offered.
    open_comparison(signed_in, home_id, f"?y={today().year}&m={today().month}")
    assert signed_in.count(".period-end") == 1


def test_the_annual_report_has_its_years_advice_and_a_pdf(
    signed_in: Window, api: PortalApi, home_id: str
) -> None:
    year = last_full_year()
    point = api.ask(REPORT, {"id": home_id, "year": year})["node"]
    signed_in.open(f"/kulutus/{home_id}")
    signed_in.click_named("link", f"Vuosiraportti {year}")
    signed_in.wait_for_path(f"/vuosiraportti/{home_id}/{year}")
    signed_in.wait_for("() => document.querySelector('.report-table') !== null")
    assert signed_in.evaluate(YEARS) == [
        [str(one["year"]), energy_text(one["energyKwh"])] for one in point["annualReport"]["years"]
    ]
    assert signed_in.count(".advice a") > 0
    answer = signed_in.evaluate(
        "async () => { const answer = await fetch([...document.querySelectorAll('a.button')]"
        ".find((link) => link.textContent.includes('PDF')).href); return [answer.status, answer.headers.get('content-type')]; }"
    )
    assert answer == [200, "application/pdf"]


@pytest.mark.any_engine
def test_a_year_without_a_report_says_so(signed_in: Window, home_id: str) -> None:
    signed_in.open(f"/vuosiraportti/{home_id}/{today().year}")
    signed_in.wait_for_text(f"Vuodelta {today().year} ei ole raporttia.")
    signed_in.open("/vuosiraportti/TWV0ZXJpbmdQb2ludDoxMjM/2025")
    signed_in.wait_for_text("Käyttöpaikkaa ei löydy")
