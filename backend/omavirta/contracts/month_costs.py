"""What whole calendar months cost, kept in `cost_month` beside the revisions that it was computed from.

A month that is kept is used only where its energy, its day-ahead prices and its agreement are still those revisions; else
it is computed from blocks, and kept once the answer is out. So what is told is never old.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple
from uuid import UUID

import numpy as np

from omavirta.contracts import exact
from omavirta.contracts.agreement import NANO_CENT_PER_CENT, Agreement, CostStatus
from omavirta.contracts.agreements import fingerprint
from omavirta.contracts.costs import CostSeries, read_point_quarters, shown_cost
from omavirta.contracts.pricing import PricedQuarters, price_quarters
from omavirta.metering.block import CodeArray
from omavirta.metering.calendar import SECONDS_PER_QUARTER, Resolution, day_starts, edge_days, month_days
from omavirta.metering.months import MonthSum, month_of_day
from omavirta.metering.reading import Series
from omavirta.prices.areas import FINLAND
from omavirta.storage.database import Database, as_uuid, placeholders


class Part(NamedTuple):
    """What some days of one month and contract cost."""

    days: int
    cost: int
    """10^-17 EUR, of what is known."""
    status: CostStatus
    price_sum: int | None
    """Nano-cents over all quarters; None where not every one has a price."""


class KeptMonth(NamedTuple):
    """A row of `cost_month`."""

    metering_point_id: UUID
    contract_id: UUID
    month: int
    energy_revision: int
    price_revision: int
    fingerprint: int
    part: Part


@dataclass(slots=True)
class PointMonths:
    """What is known of a metering point's months: their energy, and what each agreement's part of them costs."""

    agreements: Sequence[Agreement]
    energy: dict[int, MonthSum] = field(default_factory=dict)
    price_revisions: dict[int, int] = field(default_factory=dict)
    kept: dict[tuple[UUID, int], KeptMonth] = field(default_factory=dict)
    priced: PricedQuarters | None = None
    """Of the months that had to be computed."""
    fresh: list[KeptMonth] = field(default_factory=list)
    """What was computed and can be kept."""

    def parts_of(self, from_day: int, to_day: int) -> list[Part]:
        """The parts of some days of one month, a contract each."""
        month, found = month_of_day(from_day), []
        is_whole = (from_day, to_day) == month_days(month)
        for contract_id, own in _by_contract(self.agreements, from_day, to_day).items():
            kept = self.kept.get((contract_id, month)) if is_whole else None
            if kept is not None:
                found.append(kept.part)
            elif self.priced is not None and self.priced.covers(from_day, to_day):
                found.append(_part_of(self.priced, own))
            else:
                found.append(_unmetered(own))
        return found


async def read_point_months(
    database: Database, agreements: Mapping[UUID, Sequence[Agreement]], from_day: int, to_day: int
) -> dict[UUID, PointMonths]:
    """The months that the period touches, of each point and its agreements (`agreements_of`). A fixed number of
    statements: one where all is kept, and up to three more where some is not.
    """
    if not agreements:
        return {}
    points = {id_: PointMonths(own) for id_, own in agreements.items()}
    await _read_kept(database, points, from_day, to_day)
    wanted = {id_: set(_months_to_price(point, from_day, to_day)) for id_, point in points.items()}
    unpriced = {id_: months for id_, months in wanted.items() if months}
    if unpriced:
        every = set().union(*unpriced.values())
        first, end = month_days(min(every))[0], month_days(max(every))[1]
        quarters = await read_point_quarters(database, list(unpriced), first, end)
        for id_, months in unpriced.items():
            point = points[id_]
            point.priced = price_quarters(point.agreements, quarters[id_])
            point.fresh = list(_to_keep(id_, point, months))
    return points


async def keep_months(database: Database, months: Sequence[KeptMonth]) -> None:
    """Writes months that were computed."""
    async with database.transaction() as transaction:
        await transaction.execute_many(
            "INSERT INTO cost_month (metering_point_id, contract_id, month, energy_revision, price_revision,"
            " contract_revision, status, price, cost) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            " ON CONFLICT (metering_point_id, contract_id, month) DO UPDATE SET"
            " energy_revision = excluded.energy_revision, price_revision = excluded.price_revision,"
            " contract_revision = excluded.contract_revision, status = excluded.status, price = excluded.price,"
            " cost = excluded.cost",
            [
                (*month[:6], int(month.part.status), month.part.price_sum, str(month.part.cost))
                for month in sorted(months, key=lambda each: (str(each[0]), str(each[1]), each[2]))
            ],
        )


def month_cost_series(point: PointMonths, from_day: int, to_day: int, resolution: Resolution) -> CostSeries:
    """MONTH or YEAR intervals of the local days [from_day, to_day)."""
    edges = edge_days(from_day, to_day, Resolution.MONTH).tolist()
    cells = [_cell(point, first, end) for first, end in pairwise(edges)]
    whole = _joined(cells)
    if resolution is Resolution.YEAR:
        years: dict[int, list[_Cell]] = defaultdict(list)
        for first, cell in zip(edges[:-1], cells, strict=True):
            years[month_of_day(first) // 12].append(cell)
        cells = [_joined(months) for months in years.values()]
    statuses: CodeArray = np.array([cell.status for cell in cells], dtype=np.uint8)
    return CostSeries(
        np.array([cell.price() for cell in cells], dtype=np.float64),
        np.array(
            [shown_cost(cell.cost) if cell.status.has_cost else np.nan for cell in cells],
            dtype=np.float64,
        ),
        statuses,
        whole.cost,
        whole.status,
    )


class _Cell(NamedTuple):
    """The sum of some days."""

    quarters: int
    cost: int
    status: CostStatus
    price_sum: int | None

    def price(self) -> float:
        if self.price_sum is None:
            return np.nan
        return self.price_sum / (self.quarters * NANO_CENT_PER_CENT)


def _cell(point: PointMonths, from_day: int, to_day: int) -> _Cell:
    parts = point.parts_of(from_day, to_day)
    quarters = _quarter_count(from_day, to_day)
    statuses = [part.status for part in parts]
    prices = [part.price_sum for part in parts]
    if sum(part.days for part in parts) < to_day - from_day:
        statuses.append(CostStatus.NO_CONTRACT)
        prices.append(None)
    return _Cell(quarters, sum(part.cost for part in parts), _combined(statuses), _sum_of_all(prices))


def _joined(cells: Sequence[_Cell]) -> _Cell:
    return _Cell(
        sum(cell.quarters for cell in cells),
        sum(cell.cost for cell in cells),
        _combined([cell.status for cell in cells]),
        _sum_of_all([cell.price_sum for cell in cells]),
    )


def _combined(statuses: Iterable[CostStatus]) -> CostStatus:
    """As `pricing.combine_statuses`."""
    found = set(statuses)
    if len(found) == 1:
        return found.pop()
    least = min(found)
    return CostStatus.PARTIALLY_KNOWN if least.has_cost else least


def _sum_of_all(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


async def _read_kept(database: Database, points: dict[UUID, PointMonths], from_day: int, to_day: int) -> None:
    rows = await database.fetch(
        "SELECT energy.metering_point_id, energy.month, energy.total_micro_kwh, energy.revision, energy.complete_days,"
        " energy.worst_quality, price.revision, kept.contract_id, kept.contract_revision, kept.status, kept.price,"
        " kept.cost FROM consumption_month AS energy"
        " LEFT JOIN price_month AS price ON price.area = $1 AND price.month = energy.month"
        " LEFT JOIN cost_month AS kept ON kept.metering_point_id = energy.metering_point_id"
        " AND kept.month = energy.month AND kept.energy_revision = energy.revision"
        " AND kept.price_revision = COALESCE(price.revision, 0)"
        " WHERE energy.series = $2 AND energy.month >= $3 AND energy.month < $4"
        f" AND energy.metering_point_id IN ({placeholders(5, len(points))})",
        FINLAND,
        Series.CONSUMPTION.value,
        month_of_day(from_day),
        month_of_day(to_day - 1) + 1,
        *points,
    )
    prints = {
        (id_, contract_id): fingerprint(own)
        for id_, point in points.items()
        for contract_id, own in _of_contracts(point.agreements).items()
    }
    for row in rows:
        id_, month, total, revision, complete_days, quality, price_revision = tuple(row)[:7]
        point_id = as_uuid(id_)
        point = points[point_id]
        point.energy[month] = MonthSum(month, total, revision, complete_days, quality)
        point.price_revisions[month] = price_revision or 0
        if row[7] is None:
            continue
        contract_id = as_uuid(row[7])
        if prints.get((point_id, contract_id)) == row[8]:
            own = _by_contract(point.agreements, *month_days(month)).get(contract_id, [])
            part = Part(_day_count(own), int(row[11]), CostStatus(row[9]), row[10])
            point.kept[contract_id, month] = KeptMonth(
                point_id, contract_id, month, revision, price_revision or 0, row[8], part
            )


def _months_to_price(point: PointMonths, from_day: int, to_day: int) -> Iterator[int]:
    """The metered months of the asker's agreements that are not kept, or of which only some days are asked for."""
    edges = edge_days(from_day, to_day, Resolution.MONTH).tolist()
    for first, end in pairwise(edges):
        month = month_of_day(first)
        if month not in point.energy:
            continue
        own = _by_contract(point.agreements, first, end)
        is_whole = (first, end) == month_days(month)
        if own and not (is_whole and all((contract_id, month) in point.kept for contract_id in own)):
            yield month


def _to_keep(point_id: UUID, point: PointMonths, months: Iterable[int]) -> Iterator[KeptMonth]:
    assert point.priced is not None  # noqa: S101
    prints = {id_: fingerprint(own) for id_, own in _of_contracts(point.agreements).items()}
    for month in sorted(months):
        for contract_id, own in _by_contract(point.agreements, *month_days(month)).items():
            if (contract_id, month) not in point.kept:
                yield KeptMonth(
                    point_id,
                    contract_id,
                    month,
                    point.energy[month].revision,
                    point.price_revisions[month],
                    prints[contract_id],
                    _part_of(point.priced, own),
                )


def _part_of(priced: PricedQuarters, days: Sequence[tuple[int, int]]) -> Part:
    """What one contract's days of a month cost."""
    cost, price_sum, codes = 0, 0, []
    has_price = True
    for first, end in days:
        place = slice(priced.position(first), priced.position(end))
        cost += exact.total(priced.cost[place])
        price_sum += exact.total(priced.price[place])
        has_price = has_price and bool(priced.price_known[place].all())
        codes += np.flatnonzero(np.bincount(priced.status[place])).tolist()
    status = _combined(map(CostStatus, codes))
    return Part(_day_count(days), cost, status, price_sum if has_price else None)


def _unmetered(days: Sequence[tuple[int, int]]) -> Part:
    return Part(_day_count(days), 0, CostStatus.NO_ENERGY, None)


def _by_contract(
    agreements: Sequence[Agreement], from_day: int, to_day: int
) -> dict[UUID, list[tuple[int, int]]]:
    """Each contract's days of a period."""
    found: dict[UUID, list[tuple[int, int]]] = {}
    for agreement in agreements:
        first, end = max(from_day, agreement.from_day), min(to_day, agreement.to_day)
        if first < end and agreement.contract_id is not None:
            found.setdefault(agreement.contract_id, []).append((first, end))
    return found


def _of_contracts(agreements: Sequence[Agreement]) -> dict[UUID, list[Agreement]]:
    found: dict[UUID, list[Agreement]] = {}
    for agreement in agreements:
        if agreement.contract_id is not None:
            found.setdefault(agreement.contract_id, []).append(agreement)
    return found


def _day_count(days: Sequence[tuple[int, int]]) -> int:
    return sum(end - first for first, end in days)


def _quarter_count(from_day: int, to_day: int) -> int:
    starts = day_starts(from_day, to_day)
    return int(starts[-1] - starts[0]) // SECONDS_PER_QUARTER
