"""A real home's quarters of 2025 at the real prices, where they lie beside the checkout: by every interval to the cent.

The home is metered by quarters from January to September, the spring day of 23 hours among them. The market went over to
prices of quarters on 1 October, of which the data has two days: the home's first two days of September are put on those.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID

import numpy as np
import pytest

from contracts.reference import cents, exact_euros
from omavirta.clock import system_clock
from omavirta.contracts.agreement import Agreement
from omavirta.contracts.costs import CostSeries, cost_series, priced_points
from omavirta.contracts.month_costs import keep_months, month_cost_series, read_point_months
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import CostStatus, PricedQuarters, price_quarters
from omavirta.metering.calendar import TIME_ZONE, Resolution, day_number
from omavirta.metering.importing import import_consumption_file
from omavirta.prices.importing import import_prices_file
from omavirta.prices.store import read_quarters
from omavirta.storage.database import Database
from support.factory import World
from support.readings import GSRN
from support.tariff import agreement, price, quarters_of

pytestmark = pytest.mark.anyio

FIRST, END = date(2025, 1, 1), date(2025, 10, 1)
DAYS = day_number(FIRST), day_number(END)
MARGIN = Fraction("0.49")
SPOT = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.49"))
QUARTER = timedelta(minutes=15)


def energies(folder: Path) -> dict[datetime, Fraction]:
    with (folder / "fingrid_datahub/consumption-test.csv").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {datetime.fromisoformat(row["Alkuaika"]): Fraction(row["Määrä"].replace(",", ".")) for row in rows}


def spot_prices(folder: Path) -> dict[datetime, Fraction]:
    """EUR/MWh."""
    text = (folder / "spot/liukuri_2025-jan-oct-quarter-prices.json").read_text()
    entries = json.loads(text, parse_float=Fraction, parse_int=Fraction)["prices"]
    return {datetime.fromisoformat(entry["date"]): entry["value"] for entry in entries}


def quarter_costs(folder: Path) -> dict[datetime, Fraction]:
    """EUR with VAT of each quarter, by its start in UTC, from the files themselves."""
    prices = spot_prices(folder)
    return {
        start: kwh * (prices[start] / 10 * Fraction("1.255") + MARGIN) / 100
        for start, kwh in energies(folder).items()
    }


@pytest.fixture
async def home(database: Database, shared_data: Path) -> tuple[Database, UUID]:
    point = await (await World(database).start()).point(gsrn=GSRN)
    await import_consumption_file(
        database, shared_data / "fingrid_datahub/consumption-test.csv", system_clock, metering_point=GSRN
    )
    await import_prices_file(
        database, shared_data / "spot/liukuri_2025-jan-oct-quarter-prices.json", "FI", system_clock
    )
    return database, point


async def priced(home: tuple[Database, UUID], terms: Agreement = SPOT) -> PricedQuarters:
    database, point = home
    return (await priced_points(database, {point: [terms]}, *DAYS))[point]


def grouped(costs: dict[datetime, Fraction], resolution: Resolution) -> list[Fraction]:
    """By the wall clock in Helsinki, an hour that comes twice as two."""

    def key(start: datetime) -> object:
        local = start.astimezone(TIME_ZONE)
        match resolution:
            case Resolution.QUARTER_HOUR:
                return start
            case Resolution.HOUR:
                return start.replace(minute=0)
            case Resolution.DAY:
                return local.date()
            case Resolution.MONTH:
                return local.month
            case _:
                return local.year

    sums: dict[object, Fraction] = defaultdict(Fraction)
    for start in sorted(costs):
        sums[key(start)] += costs[start]
    return list(sums.values())


def nearly(exactly: Iterable[Fraction]) -> list[Any]:
    """Rounded to a millionth of a cent."""
    return [pytest.approx(float(value), rel=1e-15, abs=5.000001e-9) for value in exactly]


async def test_every_interval_costs_the_sum_of_its_quarters(
    home: tuple[Database, UUID], shared_data: Path
) -> None:
    database, point = home
    expected = quarter_costs(shared_data)
    quarters = await priced(home)
    assert [exact_euros(cost) for cost in quarters.cost.tolist()] == [
        expected[start] for start in sorted(expected)
    ]

    total = cents(sum(expected.values(), Fraction(0)))
    for resolution in Resolution:
        series: CostSeries = cost_series(quarters, *DAYS, resolution)
        assert series.costs.tolist() == nearly(grouped(expected, resolution))
        assert cents(sum(map(Fraction, series.costs.tolist()), Fraction(0))) == total
        assert cents(exact_euros(series.total)) == total
        assert series.status is CostStatus.KNOWN

    for _ in range(2):
        months = (await read_point_months(database, {point: [SPOT]}, *DAYS))[point]
        for resolution in (Resolution.MONTH, Resolution.YEAR):
            kept = month_cost_series(months, resolution)
            assert kept.costs.tolist() == nearly(grouped(expected, resolution))
            assert cents(exact_euros(kept.total)) == total
        # The second time all of it is kept.
        await keep_months(database, months.fresh)
    assert months.fresh == []


async def test_the_spring_day_has_23_hours(home: tuple[Database, UUID], shared_data: Path) -> None:
    expected = quarter_costs(shared_data)
    day = day_number(date(2025, 3, 30))

    hours = cost_series(await priced(home), day, day + 1, Resolution.HOUR)

    own = {
        start: cost
        for start, cost in expected.items()
        if start.astimezone(TIME_ZONE).date() == date(2025, 3, 30)
    }
    assert (len(own), len(hours.costs)) == (92, 23)
    assert hours.costs.tolist() == nearly(grouped(own, Resolution.HOUR))


async def test_what_is_nearly_right_is_not_right(home: tuple[Database, UUID], shared_data: Path) -> None:
    """Energy of a month or a day at its mean price is off by euros: when one uses electricity is what spot is about."""
    expected, prices, used = quarter_costs(shared_data), spot_prices(shared_data), energies(shared_data)
    exactly = sum(expected.values(), Fraction(0))

    def by_means(of: Resolution) -> Fraction:
        energy = grouped(used, of)
        spot = grouped({start: prices[start] for start in used}, of)
        counts = grouped(dict.fromkeys(used, Fraction(1)), of)
        return sum(
            (
                kwh * (total / count / 10 * Fraction("1.255") + MARGIN) / 100
                for kwh, total, count in zip(energy, spot, counts, strict=True)
            ),
            Fraction(0),
        )

    # Until October every quarter of an hour has the hour's price.
    assert by_means(Resolution.HOUR) == exactly
    assert abs(by_means(Resolution.DAY) - exactly) > 1
    assert abs(by_means(Resolution.MONTH) - exactly) > 1


async def test_the_mean_of_an_hour_is_not_enough_since_october(
    home: tuple[Database, UUID], shared_data: Path
) -> None:
    database, _ = home
    shift = timedelta(days=30)
    october = datetime(2025, 9, 30, 21, tzinfo=UTC)
    used = energies(shared_data)
    kwh = [used[october + index * QUARTER - shift] for index in range(192)]
    prices = spot_prices(shared_data)
    spot = [prices[october + index * QUARTER] for index in range(192)]
    quarters = quarters_of(END, date(2025, 11, 1), [int(one * 10**6) for one in kwh])
    values, known = await read_quarters(database, "FI", quarters.from_day, quarters.to_day)
    ours = price_quarters([SPOT], quarters._replace(spot=values, spot_known=known))

    exactly = sum(
        (one * (cost / 10 * Fraction("1.255") + MARGIN) / 100 for one, cost in zip(kwh, spot, strict=True)),
        Fraction(0),
    )
    ((total, _),) = ours.sums(np.array([0, 192]))
    assert exact_euros(total) == exactly
    naive = sum(
        (
            sum(kwh[at : at + 4], Fraction(0))
            * (sum(spot[at : at + 4], Fraction(0)) / 40 * Fraction("1.255") + MARGIN)
            / 100
            for at in range(0, 192, 4)
        ),
        Fraction(0),
    )
    assert cents(naive) != cents(exactly)
