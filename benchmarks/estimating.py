"""How far off estimates of the next invoice have been: made on the 1st, 8th, 15th and 22nd of past months, and compared
with what the month came to. On the demo's three years, and on the real household where its file lies beside the checkout.

Each day knows what its morning knew: consumption to the day before, day-ahead prices of its own.
"""

import asyncio
import statistics
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

import numpy as np

from benchmarks.figures import Figure
from benchmarks.storage import REAL_FILE
from omavirta.billing.estimate import PRICE_DAYS, Estimate, estimate_invoice
from omavirta.billing.forecast import DAYS_BEFORE, History
from omavirta.clock import system_clock
from omavirta.contracts.agreements import agreement_of_product
from omavirta.contracts.costs import read_point_quarters
from omavirta.contracts.offers import compare_offers, last_twelve_months, offers_of_today
from omavirta.contracts.queries import ProductKind, price_components, products_on_sale
from omavirta.contracts.tariff import Agreement
from omavirta.fixtures.demo import create_demo
from omavirta.metering.block import known_slots
from omavirta.metering.calendar import (
    FIRST_DATE,
    LAST_DATE,
    SECONDS_PER_QUARTER,
    Resolution,
    day_number,
    day_starts,
    month_days,
)
from omavirta.metering.importing import import_consumption_file
from omavirta.metering.models import MeteringPoint, NetworkCompany
from omavirta.metering.months import month_of_day
from omavirta.metering.reading import Series, SeriesDays, read_blocks
from omavirta.metering.series import View, from_blocks
from omavirta.prices.areas import FINLAND
from omavirta.prices.importing import import_prices_file
from omavirta.prices.quarters import QuarterPrices
from omavirta.prices.store import read_quarters
from omavirta.storage.database import Database, as_uuid, open_database
from omavirta.storage.migrate import migrate_database

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)
REAL_PRICES = REAL_FILE.parents[1] / "spot" / "liukuri_2025-jan-oct-quarter-prices.json"
REAL_GSRN = "643007127000000013"
OFFERS = 10
MADE_ON = (1, 8, 15, 22)
LEAST_COVERAGE = 0.75
"""Ranges are made to hold in four cases of five."""


class Past(NamedTuple):
    """All that is known of a metering point and of prices, on the local days [from_day, to_day)."""

    history: History
    prices: QuarterPrices


@dataclass(frozen=True)
class Case:
    """An estimate, and what the invoice came to."""

    kind: ProductKind
    made_on: int
    by_last_year: bool
    estimate: Estimate
    total: float

    @property
    def error(self) -> float:
        """Of the estimate, as a part of the invoice."""
        return float(self.estimate.total or 0) / self.total - 1

    @property
    def off(self) -> float:
        """How far the invoice lies from the estimate, as a part of what was forecast of it."""
        forecast = float((self.estimate.energy_cost or 0) - (self.estimate.cost_so_far or 0))
        return (self.total - float(self.estimate.total or 0)) / max(abs(forecast), 0.01)

    @property
    def holds(self) -> bool:
        return float(self.estimate.low or 0) <= self.total <= float(self.estimate.high or 0)


def measure(folder: Path, *, quick: bool) -> list[Figure]:
    cases = {"demo": asyncio.run(_demo_cases(folder, quick=quick))}
    if REAL_FILE.is_file() and REAL_PRICES.is_file() and not quick:
        cases["real household"] = asyncio.run(_real_cases(folder))
    elif not quick:
        print("The real household's file is not here: estimated for the demo alone", file=sys.stderr)
    figures = []
    for name, own in cases.items():
        print(*_table(name, own), sep="\n", file=sys.stderr)
        held = sum(case.holds for case in own) / len(own)
        figures.append(
            Figure(
                f"ranges that held, {name}", held, LEAST_COVERAGE, "of 1", at_least=True, detail=_summary(own)
            )
        )
    return [*figures, asyncio.run(_offers(folder))]


def _summary(cases: list[Case]) -> str:
    low, median, high = np.percentile([100 * case.error for case in cases], [10, 50, 90])
    return f"{len(cases)} estimates, off by {low:+.1f} / {median:+.1f} / {high:+.1f} % (P10, median, P90)"


def _table(name: str, cases: list[Case]) -> Iterator[str]:
    yield f"{name}: error of the total in %, and of what was forecast as a part of it"
    yield "  contract             from          day   n     P10  median     P90   forecast P10    P90  held"
    for kind in sorted({case.kind for case in cases}):
        for by_last_year in (True, False):
            for day in MADE_ON:
                own = [
                    case
                    for case in cases
                    if (case.kind, case.by_last_year, case.made_on) == (kind, by_last_year, day)
                ]
                if own:
                    error = np.percentile([100 * case.error for case in own], [10, 50, 90])
                    off = np.percentile([case.off for case in own], [10, 90])
                    held = sum(case.holds for case in own) / len(own)
                    source = "last year" if by_last_year else "recent weeks"
                    yield (
                        f"  {kind:20} {source:12} {day:4} {len(own):4}"
                        f" {error[0]:+7.1f} {error[1]:+7.1f} {error[2]:+7.1f}"
                        f"        {off[0]:+6.2f} {off[1]:+6.2f}  {held:.0%}"
                    )


async def _offers(folder: Path) -> Figure:
    """A year of quarters of one of the demo's homes with ten products: reading, decoding and pricing."""
    today = NOW.date()
    period = last_twelve_months(today)
    async with open_database(f"sqlite://{folder / 'demo.db'}") as database:
        (point,) = await _homes(database, period[0], 1)
        on_sale = await offers_of_today(database, today)
        offers = list(islice(cycle(on_sale), OFFERS))
        own = [agreement_of_product(on_sale[0].product, on_sale[0].prices, *period)]
        taken = []
        for _ in range(9):
            began = time.process_time()
            quarters = (await read_point_quarters(database, [point], *period))[point]
            compare_offers(quarters, own, offers)
            taken.append((time.process_time() - began) * 1e3)
    return Figure(
        f"the last year with {OFFERS} products, {len(on_sale)} of them different",
        statistics.median(taken),
        100,
        "ms of CPU",
        detail=f"{len(quarters.spot):,} quarter-hours",
    )


async def _homes(database: Database, day: int, limit: int) -> list[UUID]:
    """The metering points that have been there since a day."""
    rows = await database.fetch(
        "SELECT id FROM metering_point WHERE EXISTS (SELECT 1 FROM consumption_day"
        " WHERE metering_point_id = metering_point.id AND series = $1 AND day = $2) ORDER BY gsrn LIMIT $3",
        int(Series.CONSUMPTION),
        day,
        limit,
    )
    return [as_uuid(row[0]) for row in rows]


async def _demo_cases(folder: Path, *, quick: bool) -> list[Case]:
    url = f"sqlite://{folder / 'demo.db'}"
    await migrate_database(url)
    async with open_database(url) as database:
        await create_demo(database, "a key for benchmarks alone, nowhere else", lambda: NOW, lambda _: None)
        period = day_number(date(2023, 12, 1)), day_number(NOW.date())
        points = await _homes(database, period[0], 1 if quick else 100)
        agreements = await _agreements(database)
        cases: list[Case] = []
        for point in points:
            past = await _past(database, point, period)
            cases += _cases(past, period, agreements, by_last_year=True)
            cases += _cases(past, period, agreements, by_last_year=False)
        return cases


async def _real_cases(folder: Path) -> list[Case]:
    """Nine months of quarters of one home: no year before."""
    url = f"sqlite://{folder / 'real.db'}"
    await migrate_database(url)
    async with open_database(url) as database:
        with database.orm():
            company = await NetworkCompany.create(name="Kaamos Verkko Oy", phone="-", website="-")
            point = await MeteringPoint.create(
                gsrn=REAL_GSRN, name="", street="", postal_code="", city="", network_company_id=company.id
            )
        await import_consumption_file(database, REAL_FILE, system_clock, metering_point=REAL_GSRN)
        await import_prices_file(database, REAL_PRICES, FINLAND, system_clock)
        period = day_number(date(2025, 1, 1)), day_number(date(2025, 10, 1))
        past = await _past(database, point.id, period)
    async with open_database(f"sqlite://{folder / 'demo.db'}") as demo:
        agreements = await _agreements(demo)
    return _cases(past, period, agreements, by_last_year=False)


async def _agreements(database: Database) -> list[Agreement]:
    """One of each kind whose estimates differ: a price for all hours, day-ahead prices, and when one uses it."""
    chosen = (ProductKind.UNTIL_FURTHER_NOTICE, ProductKind.SPOT, ProductKind.CONSUMPTION_IMPACT)
    today = NOW.date()
    made = []
    for kind in chosen:
        product = (await products_on_sale(database, today, kind))[0]
        prices = (await price_components(database, [product.id]))[product.id]
        # The same prices for all three years.
        prices = [replace(price, valid_from=FIRST_DATE) for price in prices if price.valid_to is None]
        made.append(agreement_of_product(product, prices, 0, day_number(LAST_DATE)))
    return made


def _cases(
    past: Past, period: tuple[int, int], agreements: list[Agreement], *, by_last_year: bool
) -> list[Case]:
    """Of every complete month that has enough before it."""
    before = DAYS_BEFORE if by_last_year else PRICE_DAYS
    cases = []
    for month in range(month_of_day(period[0]), month_of_day(period[1])):
        first, end = month_days(month)
        if first - before < period[0] or end > period[1]:
            continue
        truth = _known_on(past, first, end, end, by_last_year=by_last_year)
        for agreement in agreements:
            came_to = estimate_invoice(agreement, first, *truth)
            if came_to.total is None or came_to.forecast_micro_kwh:
                continue
            for day in MADE_ON:
                known = _known_on(past, first, end, first + day - 1, by_last_year=by_last_year)
                estimate = estimate_invoice(agreement, first, *known)
                if estimate.total is not None:
                    cases.append(Case(agreement.kind, day, by_last_year, estimate, float(came_to.total)))
    return cases


def _known_on(past: Past, first: int, end: int, today: int, *, by_last_year: bool) -> Past:
    """What was known in the morning of a day of the month [first, end)."""
    whole = past.history
    from_day = first - DAYS_BEFORE
    starts = day_starts(from_day, end)
    energy = np.zeros(int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER, dtype=np.int64)
    known = np.zeros(len(energy), dtype=np.bool_)
    begin = max(from_day if by_last_year else first - PRICE_DAYS, whole.from_day)
    own, all_ = _slice(from_day, begin, today), _slice(whole.from_day, begin, today)
    energy[own], known[own] = whole.energy_micro_kwh[all_], whole.known[all_]
    prices_from = first - PRICE_DAYS
    priced = QuarterPrices.nothing(prices_from, end)
    own = _slice(prices_from, max(prices_from, whole.from_day), min(today + 1, end))
    all_ = _slice(whole.from_day, max(prices_from, whole.from_day), min(today + 1, end))
    priced.values[own], priced.known[own] = past.prices.values[all_], past.prices.known[all_]
    return Past(History(from_day, end, energy, known), priced)


def _slice(origin: int, from_day: int, to_day: int) -> slice:
    starts = day_starts(origin, to_day)
    return slice(
        int(starts[from_day - origin] - starts[0]) // SECONDS_PER_QUARTER,
        int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER,
    )


async def _past(database: Database, point: UUID, period: tuple[int, int]) -> Past:
    (blocks,) = await read_blocks(database, [SeriesDays(point, Series.CONSUMPTION, (period,))])
    data = from_blocks(View(*period, Resolution.QUARTER_HOUR, None), blocks)
    known = known_slots(data.quality_codes)
    prices = await read_quarters(database, FINLAND, *period)
    return Past(History(*period, data.energy_micro_kwh, known), prices)
