"""What whole calendar months cost, kept in `cost_month` beside the revisions that it was computed from.

A month that is kept is used only where its energy, its day-ahead prices and its agreement are still those revisions; else
it is computed from blocks, and kept once the answer is out. So what is told is never old.

What a part of a month costs is not kept, and follows from the whole month (`contracts.pricing`): the months at the edges of
a period are read and priced whole, and those between them only where they are not kept.
"""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias
from uuid import UUID

import numpy as np

from omavirta.contracts import exact
from omavirta.contracts.agreement import NANO_CENT_PER_CENT, Agreement, CostStatus
from omavirta.contracts.agreements import fingerprint
from omavirta.contracts.costs import CostSeries, quarters_of, shown_cost
from omavirta.contracts.pricing import PricedQuarters, price_quarters
from omavirta.contracts.supply import DayRange
from omavirta.metering.calendar import Resolution, month_days
from omavirta.metering.month_series import MonthCell, month_cells, years_of
from omavirta.metering.months import MonthSum
from omavirta.metering.reading import Series, SeriesDays, read_blocks
from omavirta.prices.areas import FINLAND
from omavirta.prices.store import read_quarters
from omavirta.storage.database import Database, placeholders


class Part(NamedTuple):
    """What some days of one month and contract cost."""

    cost: int
    """10^-17 EUR, of what is known."""
    status: CostStatus
    price_sum: int | None
    """Nano-cents over all quarters; None where not every one has a price."""
    outside_vat: bool = False
    """Whether the contract's energy of the whole month is a credit, and so without VAT."""


class KeptMonth(NamedTuple):
    """A row of `cost_month`."""

    metering_point_id: UUID
    contract_id: UUID
    month: int
    energy_revision: int
    price_revision: int
    fingerprint: int
    part: Part


Owned: TypeAlias = dict[UUID, list[DayRange]]
"""The contracts of some days of a month, and which of the days are each one's."""


Run: TypeAlias = list[MonthCell]
"""Cells of months that follow each other."""


@dataclass(slots=True)
class PointMonths:
    """What is known of a metering point's months of a period: their energy, and what each contract's part of them costs."""

    agreements: Sequence[Agreement]
    cells: tuple[MonthCell, ...]
    owned: list[Owned]
    """Of each cell."""
    energy: dict[int, MonthSum] = field(default_factory=dict)
    price_revisions: dict[int, int] = field(default_factory=dict)
    whole: dict[tuple[UUID, int], Part] = field(default_factory=dict)
    """Of each contract and whole month, kept or computed."""
    edges: dict[tuple[UUID, int], Part] = field(default_factory=dict)
    """Of each contract and cell that is a part of its month."""
    fresh: list[KeptMonth] = field(default_factory=list)
    """What was computed and can be kept."""

    @classmethod
    def of(cls, agreements: Sequence[Agreement], cells: tuple[MonthCell, ...]) -> "PointMonths":
        return cls(agreements, cells, [_owned(agreements, cell.first, cell.end) for cell in cells])

    def to_price(self) -> list[Run]:
        """The metered cells that are not kept, or are only a part of their month."""
        runs: list[Run] = []
        for cell, owned in zip(self.cells, self.owned, strict=True):
            if cell.is_whole and all((contract_id, cell.month) in self.whole for contract_id in owned):
                continue
            if owned and cell.month in self.energy:
                if runs and runs[-1][-1].month == cell.month - 1:
                    runs[-1].append(cell)
                else:
                    runs.append([cell])
        return runs

    def parts_of_month(self, month: int) -> list[Part]:
        """What a month of the period costs, a contract each; nothing where it has none."""
        return [
            part
            for cell, owned in zip(self.cells, self.owned, strict=True)
            if cell.month == month and owned
            for part in self.parts_of(cell, owned)
        ]

    def parts_of(self, cell: MonthCell, owned: Owned) -> list[Part]:
        """What a cell costs, a contract each."""
        if cell.month not in self.energy:
            return [_UNMETERED]
        parts = self.whole if cell.is_whole else self.edges
        return [parts[contract_id, cell.month] for contract_id in owned]


async def read_point_months(
    database: Database, agreements: Mapping[UUID, Sequence[Agreement]], from_day: int, to_day: int
) -> dict[UUID, PointMonths]:
    """The months that the period touches, of each point and its agreements (`agreements_of`). A fixed number of
    statements: one where all is kept, and up to three more where some is not.
    """
    if not agreements:
        return {}
    cells = month_cells(from_day, to_day)
    points = {id_: PointMonths.of(own, cells) for id_, own in agreements.items()}
    await _read_kept(database, points, cells)
    await _compute(database, points)
    return points


async def keep_months(database: Database, months: Sequence[KeptMonth]) -> None:
    """Writes months that were computed."""
    async with database.transaction() as transaction:
        await transaction.execute_many(
            "INSERT INTO cost_month (metering_point_id, contract_id, month, energy_revision, price_revision,"
            " agreement, status, price_sum, cost, outside_vat) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            " ON CONFLICT (metering_point_id, contract_id, month) DO UPDATE SET"
            " energy_revision = excluded.energy_revision, price_revision = excluded.price_revision,"
            " agreement = excluded.agreement, status = excluded.status, price_sum = excluded.price_sum,"
            " cost = excluded.cost, outside_vat = excluded.outside_vat",
            [
                (
                    *month[:6],
                    int(month.part.status),
                    month.part.price_sum,
                    str(month.part.cost),
                    month.part.outside_vat,
                )
                for month in sorted(months, key=lambda each: (str(each[0]), str(each[1]), each[2]))
            ],
        )


def month_cost_series(point: PointMonths, resolution: Resolution) -> CostSeries:
    """MONTH or YEAR intervals of the period that the months were read for."""
    sums = [_cell_sum(point, cell, owned) for cell, owned in zip(point.cells, point.owned, strict=True)]
    whole = _joined(sums)
    if resolution is Resolution.YEAR:
        sums = [_joined(sums[year]) for year in years_of(point.cells)]
    return CostSeries(
        np.array([each.price() for each in sums], dtype=np.float64),
        np.array(
            [shown_cost(each.cost) if each.status.has_cost else np.nan for each in sums], dtype=np.float64
        ),
        np.array([each.status for each in sums], dtype=np.uint8),
        whole.cost,
        whole.status,
    )


class _Sum(NamedTuple):
    quarters: int
    cost: int
    status: CostStatus
    price_sum: int | None

    def price(self) -> float:
        if self.price_sum is None:
            return np.nan
        return self.price_sum / (self.quarters * NANO_CENT_PER_CENT)


_UNMETERED = Part(0, CostStatus.NO_ENERGY, None)


def _cell_sum(point: PointMonths, cell: MonthCell, owned: Owned) -> _Sum:
    if not owned:
        return _Sum(cell.quarters, 0, CostStatus.NO_CONTRACT, None)
    parts = point.parts_of(cell, owned)
    has_gap = sum(end - first for days in owned.values() for first, end in days) < cell.end - cell.first
    if len(parts) == 1 and not has_gap:
        return _Sum(cell.quarters, *parts[0][:3])
    statuses = [part.status for part in parts]
    prices = [part.price_sum for part in parts]
    if has_gap:
        statuses.append(CostStatus.NO_CONTRACT)
        prices.append(None)
    return _Sum(cell.quarters, sum(part.cost for part in parts), _combined(statuses), _sum_of_all(prices))


def _joined(sums: Sequence[_Sum]) -> _Sum:
    return _Sum(
        sum(each.quarters for each in sums),
        sum(each.cost for each in sums),
        _combined([each.status for each in sums]),
        _sum_of_all([each.price_sum for each in sums]),
    )


def _combined(statuses: Iterable[CostStatus]) -> CostStatus:
    """As `pricing.combine_statuses`."""
    found = set(statuses)
    least = min(found)
    return CostStatus.PARTIALLY_KNOWN if len(found) > 1 and least.has_cost else least


def _sum_of_all(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


_STATUSES = {status.value: status for status in CostStatus}


async def _read_kept(
    database: Database, points: dict[UUID, PointMonths], cells: tuple[MonthCell, ...]
) -> None:
    """One statement. Ids are told by the way they are written, which is much less than to make them."""
    rows = await database.fetch_few(
        "SELECT energy.metering_point_id, energy.month, energy.total_micro_kwh, energy.revision, energy.complete_days,"
        " energy.worst_quality, price.revision, kept.contract_id, kept.agreement, kept.status, kept.price_sum,"
        " kept.cost, kept.outside_vat FROM consumption_month AS energy"
        " LEFT JOIN price_month AS price ON price.area = $1 AND price.month = energy.month"
        " LEFT JOIN cost_month AS kept ON kept.metering_point_id = energy.metering_point_id"
        " AND kept.month = energy.month AND kept.energy_revision = energy.revision"
        " AND kept.price_revision = COALESCE(price.revision, 0)"
        " WHERE energy.series = $2 AND energy.month >= $3 AND energy.month < $4"
        f" AND energy.metering_point_id IN ({placeholders(5, len(points))})",
        FINLAND,
        Series.CONSUMPTION.value,
        cells[0].month,
        cells[-1].month + 1,
        *points,
    )
    as_stored = str if database.dialect == "sqlite" else UUID
    of_point: dict[Any, PointMonths] = {as_stored(str(id_)): point for id_, point in points.items()}
    prints: dict[Any, dict[Any, tuple[UUID, int]]] = {
        key: {
            as_stored(str(contract_id)): (contract_id, fingerprint(own))
            for contract_id, own in _by_contract(point.agreements).items()
        }
        for key, point in of_point.items()
    }
    for row in rows:
        (
            key,
            month,
            total,
            revision,
            complete_days,
            quality,
            price_revision,
            contract,
            print_,
            status,
            price,
            cost,
            outside_vat,
        ) = row
        point = of_point[key]
        point.energy[month] = MonthSum(month, total, revision, complete_days, quality)
        point.price_revisions[month] = price_revision or 0
        if contract is not None:
            contract_id, current = prints[key].get(contract, (None, None))
            if contract_id is not None and current == print_:
                point.whole[contract_id, month] = Part(int(cost), _STATUSES[status], price, bool(outside_vat))


async def _compute(database: Database, points: Mapping[UUID, PointMonths]) -> None:
    """What is not kept: up to three statements."""
    unpriced = {id_: runs for id_, point in points.items() if (runs := point.to_price())}
    if not unpriced:
        return
    wanted = [
        SeriesDays(id_, Series.CONSUMPTION, tuple(map(_whole_months, runs))) for id_, runs in unpriced.items()
    ]
    blocks = await read_blocks(database, wanted)
    first = min(days.ranges[0][0] for days in wanted)
    spot = await read_quarters(database, FINLAND, first, max(days.ranges[-1][1] for days in wanted))
    for (id_, runs), days, of_point in zip(unpriced.items(), wanted, blocks, strict=True):
        for run, own in zip(runs, days.ranges, strict=True):
            quarters = quarters_of(of_point, spot.within(first, *own), *own)
            _take(id_, points[id_], run, price_quarters(points[id_].agreements, quarters))
        if len(unpriced) > 1:
            # Others are served between two points.
            await asyncio.sleep(0)


def _whole_months(run: Run) -> DayRange:
    return month_days(run[0].month)[0], month_days(run[-1].month)[1]


def _take(point_id: UUID, point: PointMonths, run: Run, priced: PricedQuarters) -> None:
    """Sums what a run's months and their parts cost, so that its quarters need not stay."""
    by_contract = _by_contract(point.agreements)
    for cell in run:
        month = cell.month
        for contract_id, days in _owned(point.agreements, *month_days(month)).items():
            if (contract_id, month) not in point.whole:
                outside_vat = (contract_id, month) in priced.outside_vat
                part = point.whole[contract_id, month] = _part_of(priced, days, outside_vat=outside_vat)
                point.fresh.append(
                    KeptMonth(
                        point_id,
                        contract_id,
                        month,
                        point.energy[month].revision,
                        point.price_revisions[month],
                        fingerprint(by_contract[contract_id]),
                        part,
                    )
                )
        if not cell.is_whole:
            for contract_id, days in _owned(point.agreements, cell.first, cell.end).items():
                outside_vat = (contract_id, month) in priced.outside_vat
                point.edges[contract_id, month] = _part_of(priced, days, outside_vat=outside_vat)


def _part_of(priced: PricedQuarters, days: Sequence[DayRange], *, outside_vat: bool) -> Part:
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
    return Part(cost, status, price_sum if has_price else None, outside_vat)


def _owned(agreements: Sequence[Agreement], from_day: int, to_day: int) -> Owned:
    found: Owned = {}
    for agreement in agreements:
        if agreement.from_day < to_day and from_day < agreement.to_day and agreement.contract_id is not None:
            days = max(from_day, agreement.from_day), min(to_day, agreement.to_day)
            found.setdefault(agreement.contract_id, []).append(days)
    return found


def _by_contract(agreements: Sequence[Agreement]) -> dict[UUID, list[Agreement]]:
    found: dict[UUID, list[Agreement]] = {}
    for agreement in agreements:
        if agreement.contract_id is not None:
            found.setdefault(agreement.contract_id, []).append(agreement)
    return found
