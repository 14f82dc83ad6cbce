"""What whole calendar months cost, kept in `cost_month` beside the revisions that it was computed from.

A month that is kept is used only where its energy, its day-ahead prices and its agreement are still those revisions; else
it is computed from blocks, and kept once the answer is out. So what is told is never old.
"""

import asyncio
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

import numpy as np

from omavirta.contracts import exact
from omavirta.contracts.agreement import NANO_CENT_PER_CENT, Agreement, CostStatus
from omavirta.contracts.agreements import fingerprint
from omavirta.contracts.costs import CostSeries, read_point_quarters, shown_cost
from omavirta.contracts.pricing import PricedQuarters, price_quarters
from omavirta.metering.calendar import Resolution, month_days
from omavirta.metering.month_series import MonthCell, month_cells, years_of
from omavirta.metering.months import MonthSum
from omavirta.metering.reading import Series
from omavirta.prices.areas import FINLAND
from omavirta.storage.database import Database, placeholders


class Part(NamedTuple):
    """What some days of one month and contract cost."""

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


class Owned(NamedTuple):
    """The local days [first, end) of a month that are one contract's."""

    contract_id: UUID
    first: int
    end: int


@dataclass(slots=True)
class PointMonths:
    """What is known of a metering point's months of a period: their energy, and what each contract's part of them costs."""

    agreements: Sequence[Agreement]
    cells: tuple[MonthCell, ...]
    owned: list[list[Owned]]
    """Of each cell."""
    energy: dict[int, MonthSum] = field(default_factory=dict)
    price_revisions: dict[int, int] = field(default_factory=dict)
    kept: dict[tuple[UUID, int], Part] = field(default_factory=dict)
    priced: PricedQuarters | None = None
    """Of the months that had to be computed."""
    fresh: list[KeptMonth] = field(default_factory=list)
    """What was computed and can be kept."""

    @classmethod
    def of(cls, agreements: Sequence[Agreement], cells: tuple[MonthCell, ...]) -> "PointMonths":
        return cls(agreements, cells, [_owned(agreements, cell.first, cell.end) for cell in cells])

    def to_price(self) -> list[MonthCell]:
        """The metered cells that are not kept, or are only a part of their month."""
        return [
            cell
            for cell, owned in zip(self.cells, self.owned, strict=True)
            if owned
            and cell.month in self.energy
            and not (cell.is_whole and all((each.contract_id, cell.month) in self.kept for each in owned))
        ]

    def parts_of_month(self, month: int) -> list[Part]:
        """What a month of the period costs, a contract each; nothing where it has none."""
        return [
            part
            for cell, owned in zip(self.cells, self.owned, strict=True)
            if cell.month == month and owned
            for part in self.parts_of(cell, owned)
        ]

    def parts_of(self, cell: MonthCell, owned: Sequence[Owned]) -> list[Part]:
        """What a cell costs, a contract each."""
        if cell.month not in self.energy:
            return [_UNMETERED]
        if self.priced is not None and self.priced.covers(cell.first, cell.end):
            found = []
            for contract_id in dict.fromkeys(each.contract_id for each in owned):
                kept = self.kept.get((contract_id, cell.month)) if cell.is_whole else None
                days = [each for each in owned if each.contract_id == contract_id]
                found.append(kept or _part_of(self.priced, days))
            return found
        return [self.kept[contract_id, cell.month] for contract_id in {each.contract_id for each in owned}]


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
    unpriced = {id_: missing for id_, point in points.items() if (missing := point.to_price())}
    if unpriced:
        every = [cell.month for missing in unpriced.values() for cell in missing]
        first, end = month_days(min(every))[0], month_days(max(every))[1]
        quarters = await read_point_quarters(database, list(unpriced), first, end)
        for id_, missing in unpriced.items():
            point = points[id_]
            point.priced = price_quarters(point.agreements, quarters[id_])
            point.fresh = list(_to_keep(id_, point, [cell.month for cell in missing]))
            if len(unpriced) > 1:
                # Others are served between two points.
                await asyncio.sleep(0)
    return points


async def keep_months(database: Database, months: Sequence[KeptMonth]) -> None:
    """Writes months that were computed."""
    async with database.transaction() as transaction:
        await transaction.execute_many(
            "INSERT INTO cost_month (metering_point_id, contract_id, month, energy_revision, price_revision,"
            " agreement, status, price_sum, cost) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            " ON CONFLICT (metering_point_id, contract_id, month) DO UPDATE SET"
            " energy_revision = excluded.energy_revision, price_revision = excluded.price_revision,"
            " agreement = excluded.agreement, status = excluded.status, price_sum = excluded.price_sum,"
            " cost = excluded.cost",
            [
                (*month[:6], int(month.part.status), month.part.price_sum, str(month.part.cost))
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


def _cell_sum(point: PointMonths, cell: MonthCell, owned: Sequence[Owned]) -> _Sum:
    if not owned:
        return _Sum(cell.quarters, 0, CostStatus.NO_CONTRACT, None)
    parts = point.parts_of(cell, owned)
    if len(parts) == 1 and sum(each.end - each.first for each in owned) == cell.end - cell.first:
        return _Sum(cell.quarters, *parts[0])
    statuses = [part.status for part in parts]
    prices = [part.price_sum for part in parts]
    if sum(each.end - each.first for each in owned) < cell.end - cell.first:
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
        " kept.cost FROM consumption_month AS energy"
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
        ) = row
        point = of_point[key]
        point.energy[month] = MonthSum(month, total, revision, complete_days, quality)
        point.price_revisions[month] = price_revision or 0
        if contract is not None:
            contract_id, current = prints[key].get(contract, (None, None))
            if contract_id is not None and current == print_:
                point.kept[contract_id, month] = Part(int(cost), _STATUSES[status], price)


def _to_keep(point_id: UUID, point: PointMonths, months: Iterable[int]) -> Iterator[KeptMonth]:
    by_contract = _by_contract(point.agreements)
    for month in months:
        owned = _owned(point.agreements, *month_days(month))
        for contract_id in dict.fromkeys(each.contract_id for each in owned):
            if point.priced is not None and (contract_id, month) not in point.kept:
                yield KeptMonth(
                    point_id,
                    contract_id,
                    month,
                    point.energy[month].revision,
                    point.price_revisions[month],
                    fingerprint(by_contract[contract_id]),
                    _part_of(point.priced, [each for each in owned if each.contract_id == contract_id]),
                )


def _part_of(priced: PricedQuarters, owned: Sequence[Owned]) -> Part:
    """What one contract's days of a month cost."""
    cost, price_sum, codes = 0, 0, []
    has_price = True
    for days in owned:
        place = slice(priced.position(days.first), priced.position(days.end))
        cost += exact.total(priced.cost[place])
        price_sum += exact.total(priced.price[place])
        has_price = has_price and bool(priced.price_known[place].all())
        codes += np.flatnonzero(np.bincount(priced.status[place])).tolist()
    return Part(cost, _combined(map(CostStatus, codes)), price_sum if has_price else None)


def _owned(agreements: Sequence[Agreement], from_day: int, to_day: int) -> list[Owned]:
    return [
        Owned(agreement.contract_id, max(from_day, agreement.from_day), min(to_day, agreement.to_day))
        for agreement in agreements
        if agreement.from_day < to_day and from_day < agreement.to_day and agreement.contract_id is not None
    ]


def _by_contract(agreements: Sequence[Agreement]) -> dict[UUID, list[Agreement]]:
    found: dict[UUID, list[Agreement]] = {}
    for agreement in agreements:
        if agreement.contract_id is not None:
            found.setdefault(agreement.contract_id, []).append(agreement)
    return found
