"""What metering points cost: reading energy, day-ahead prices and agreements for whole months, and pricing them.

A fixed number of statements for any number of points.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
import orjson
from numpy.typing import NDArray

from omavirta.contracts import exact
from omavirta.contracts.agreement import NANO_CENT_PER_CENT, Agreement, CostStatus
from omavirta.contracts.exact import Int64Array
from omavirta.contracts.pricing import (
    COST_PER_EURO,
    PricedQuarters,
    Quarters,
    combine_statuses,
    price_quarters,
)
from omavirta.metering.block import CodeArray, quality_runs
from omavirta.metering.calendar import (
    QUARTERS_PER_HOUR,
    SECONDS_PER_QUARTER,
    Resolution,
    day_starts,
    edge_instants,
    month_days,
)
from omavirta.metering.months import month_of_day
from omavirta.metering.reading import Series, SeriesDays, read_blocks
from omavirta.metering.series import DayBlocks, View, from_blocks
from omavirta.prices.areas import FINLAND
from omavirta.prices.quarters import QuarterPrices
from omavirta.prices.store import read_quarters
from omavirta.storage.database import Database

COST_DECIMALS = 8
"""Of an interval's cost in EUR, as it is told: a year of quarters adds up to well within a cent."""
_SHOWN: int = 10**COST_DECIMALS
_SHOWN_STEP = COST_PER_EURO // _SHOWN

STATUS_NAMES = ("", *(status.name for status in CostStatus))
"""By code."""
_NAMES = np.array(STATUS_NAMES, dtype=object)
_NAME_TEXTS = [b'"%b",' % name.encode() for name in STATUS_NAMES]


@dataclass(frozen=True, slots=True)
class CostSeries:
    """Price and cost of each interval of a period, and of the whole. NaN where not known."""

    prices: NDArray[np.float64]
    """c/kWh with VAT: the mean of an interval's quarters."""
    costs: NDArray[np.float64]
    """EUR with VAT, rounded to `COST_DECIMALS`."""
    statuses: CodeArray
    total: int
    """10^-17 EUR, of what is known."""
    status: CostStatus

    def price_list(self) -> list[float | None]:
        return _with_none(self.prices)

    def price_text(self) -> bytes:
        """`price_list` as the text of a JSON array."""
        return orjson.dumps(self.prices, option=orjson.OPT_SERIALIZE_NUMPY)

    def cost_list(self) -> list[float | None]:
        return _with_none(self.costs)

    def cost_text(self) -> bytes:
        return orjson.dumps(self.costs, option=orjson.OPT_SERIALIZE_NUMPY)

    def status_names(self) -> list[str]:
        names: list[str] = _NAMES[self.statuses].tolist()
        return names

    def status_names_text(self) -> bytes:
        return names_text(self.statuses, _NAME_TEXTS)


def names_text(codes: CodeArray, texts: Sequence[bytes]) -> bytes:
    """The text of a JSON array of what codes stand for; each text ends in a comma."""
    lengths, values = quality_runs(codes)
    runs = [texts[code] * length for length, code in zip(lengths.tolist(), values.tolist(), strict=True)]
    return b"[%b]" % b"".join(runs)[:-1]


def whole_months(from_day: int, to_day: int) -> tuple[int, int]:
    """The local days of the calendar months that a period of days touches."""
    return month_days(month_of_day(from_day))[0], month_days(month_of_day(to_day - 1))[1]


async def read_point_quarters(
    database: Database, metering_point_ids: Sequence[UUID], from_day: int, to_day: int
) -> dict[UUID, Quarters]:
    """Consumption and day-ahead prices of Finland for the whole months that the period touches.

    Of all days, whoever's they are: it is agreements that say which of them are the asker's.
    """
    first, end = whole_months(from_day, to_day)
    blocks = await read_blocks(
        database, [SeriesDays(id_, Series.CONSUMPTION, ((first, end),)) for id_ in metering_point_ids]
    )
    return await quarters_of_blocks(database, dict(zip(metering_point_ids, blocks, strict=True)), first, end)


async def quarters_of_blocks(
    database: Database, blocks: Mapping[UUID, DayBlocks], first: int, end: int
) -> dict[UUID, Quarters]:
    """The same out of blocks that have been read: the local days [first, end) are whole months."""
    spot = await read_quarters(database, FINLAND, first, end)
    found: dict[UUID, Quarters] = {}
    for id_, own in blocks.items():
        found[id_] = quarters_of(own, spot, first, end)
        if len(blocks) > 1:
            # A year is a millisecond or two: others are served between two points.
            await asyncio.sleep(0)
    return found


def quarters_of(blocks: DayBlocks, spot: QuarterPrices, first: int, end: int) -> Quarters:
    """The local days [first, end), which are whole months; the day-ahead prices are those of these days."""
    energy = from_blocks(View(first, end, Resolution.QUARTER_HOUR, None), blocks)
    return Quarters(first, end, energy.energy_micro_kwh, energy.quality_codes, spot.values, spot.known)


async def priced_points(
    database: Database, agreements: Mapping[UUID, Sequence[Agreement]], from_day: int, to_day: int
) -> dict[UUID, PricedQuarters]:
    """The quarters of the whole months that the period touches, priced by each point's agreements (`agreements_of`)."""
    if not agreements:
        return {}
    quarters = await read_point_quarters(database, list(agreements), from_day, to_day)
    return {id_: price_quarters(own, quarters[id_]) for id_, own in agreements.items()}


def cost_series(priced: PricedQuarters, from_day: int, to_day: int, resolution: Resolution) -> CostSeries:
    """The intervals of the local days [from_day, to_day)."""
    edges = quarter_edges(priced, from_day, to_day, resolution)
    inside = slice(int(edges[0]), int(edges[-1]))
    if resolution is Resolution.QUARTER_HOUR:
        prices = priced.price[inside] / NANO_CENT_PER_CENT
        costs = _shown(priced.cost[inside])
        known, statuses = priced.price_known[inside], priced.status[inside]
    elif resolution is Resolution.HOUR and _fits_hours(priced):
        prices = _of_hours(priced.price[inside]) / (QUARTERS_PER_HOUR * NANO_CENT_PER_CENT)
        costs = _shown(_of_hours(priced.cost[inside]))
        known = _all_of_hours(priced.price_known[inside])
        statuses = _statuses_of_hours(priced.status[inside])
    else:
        counts = np.diff(edges)
        prices = exact.float_sums(priced.price, edges, 1) / (counts * NANO_CENT_PER_CENT)
        costs = _shown(np.array(exact.sums(priced.cost, edges), dtype=object))
        known = np.logical_and.reduceat(priced.price_known[: inside.stop], edges[:-1])
        statuses = priced.statuses(edges)
    prices[~known] = np.nan
    costs[statuses > CostStatus.PARTIALLY_KNOWN] = np.nan
    whole = combine_statuses(statuses, np.array([0, len(statuses)]))
    return CostSeries(prices, costs, statuses, exact.total(priced.cost[inside]), CostStatus(int(whole[0])))


def quarter_edges(priced: PricedQuarters, from_day: int, to_day: int, resolution: Resolution) -> Int64Array:
    """The position of the first quarter of each interval of the local days [from_day, to_day), and of their end."""
    instants = edge_instants(from_day, to_day, resolution)
    edges: Int64Array = priced.position(from_day) + (instants - instants[0]) // SECONDS_PER_QUARTER
    return edges


def without_prices(agreements: Sequence[Agreement], from_day: int, to_day: int) -> PricedQuarters:
    """Of what has a contract but no tariff."""
    first, end = whole_months(from_day, to_day)
    starts = day_starts(first, end)
    size = int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER
    zeros, nothing = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.bool_)
    quarters = Quarters(first, end, zeros, np.zeros(size, dtype=np.uint8), zeros, nothing)
    return price_quarters([agreement._replace(prices=()) for agreement in agreements], quarters)


def shown_cost(cost: int) -> float:
    """10^-17 EUR as the EUR that are told."""
    return (cost + _SHOWN_STEP // 2) // _SHOWN_STEP / _SHOWN


def _shown(costs: exact.ExactArray) -> NDArray[np.float64]:
    """`shown_cost` of each."""
    steps = (costs + _SHOWN_STEP // 2) // _SHOWN_STEP
    floats: NDArray[np.float64] = (steps / _SHOWN).astype(np.float64)
    return floats


_LARGEST_IN_HOUR = 2**61 - 1


def _fits_hours(priced: PricedQuarters) -> bool:
    cost = priced.cost
    return cost.dtype != object and (
        not len(cost) or max(int(cost.max()), -int(cost.min())) <= _LARGEST_IN_HOUR
    )


def _of_hours(quarters: Int64Array) -> Int64Array:
    hours = quarters[0::4] + quarters[1::4]
    hours += quarters[2::4]
    hours += quarters[3::4]
    return hours


def _all_of_hours(quarters: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return quarters[0::4] & quarters[1::4] & quarters[2::4] & quarters[3::4]


def _statuses_of_hours(codes: CodeArray) -> CodeArray:
    if len(codes) and codes.min() == codes.max():
        return codes[::QUARTERS_PER_HOUR].copy()
    return combine_statuses(codes, np.arange(0, len(codes) + 1, QUARTERS_PER_HOUR))


def _with_none(values: NDArray[np.float64]) -> list[float | None]:
    found: list[float | None] = values.tolist()
    for index in np.flatnonzero(np.isnan(values)).tolist():
        found[index] = None
    return found
