"""Which of a period's prices and costs are with VAT and which are without, as months outside VAT are: pure.

A code is 0 where there is neither price nor cost, else the `VatTreatment` of what there is.
"""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.contracts.agreement import CostStatus, VatTreatment
from omavirta.contracts.costs import CostSeries, names_text, quarter_edges
from omavirta.contracts.month_costs import Part, PointMonths
from omavirta.contracts.pricing import PricedQuarters
from omavirta.metering.block import CodeArray
from omavirta.metering.calendar import Resolution
from omavirta.metering.month_series import years_of

_NAMES = np.array([None, *(treatment.name for treatment in VatTreatment)], dtype=object)
"""By code."""
_NAME_TEXTS = [b"null,", *(b'"%b",' % treatment.name.encode() for treatment in VatTreatment)]


class VatSeries(NamedTuple):
    """Of each interval of a period, and of the cost of the whole."""

    codes: CodeArray
    whole: VatTreatment | None
    """None where there is no cost."""

    def names(self) -> list[str | None]:
        names: list[str | None] = _NAMES[self.codes].tolist()
        return names

    def names_text(self) -> bytes:
        """`names` as the text of a JSON array."""
        return names_text(self.codes, _NAME_TEXTS)


def vat_series(
    priced: PricedQuarters, found: CostSeries, from_day: int, to_day: int, resolution: Resolution
) -> VatSeries:
    """Of what `cost_series` found of the same."""
    if not priced.outside_vat:
        return _all_included(found)
    edges = quarter_edges(priced, from_day, to_day, resolution)
    bits = np.full(int(edges[-1]), VatTreatment.INCLUDED, dtype=np.uint8)
    for span in priced.spans:
        if span.key in priced.outside_vat:
            bits[priced.position(span.from_day) : priced.position(span.to_day)] = VatTreatment.OUTSIDE
    costed = np.where(priced.status[: edges[-1]] <= CostStatus.PARTIALLY_KNOWN, bits, np.uint8(0))
    of_costs = np.bitwise_or.reduceat(costed, edges[:-1])
    return _combined(found, of_costs, np.bitwise_or.reduceat(bits, edges[:-1]))


def month_vat_series(point: PointMonths, found: CostSeries, resolution: Resolution) -> VatSeries:
    """Of what `month_cost_series` found of the same."""
    parts = [
        point.parts_of(cell, owned) if owned else []
        for cell, owned in zip(point.cells, point.owned, strict=True)
    ]
    if resolution is Resolution.YEAR:
        parts = [[part for month in parts[year] for part in month] for year in years_of(point.cells)]
    of_costs = [_bits(part for part in own if part.status.has_cost) for own in parts]
    return _combined(
        found, np.array(of_costs, dtype=np.uint8), np.array([_bits(own) for own in parts], dtype=np.uint8)
    )


def treatment_of(parts: Iterable[Part]) -> VatTreatment | None:
    """Of what some months cost together; None where none of it is known."""
    bits = _bits(part for part in parts if part.status.has_cost)
    return VatTreatment(bits) if bits else None


def _bits(parts: Iterable[Part]) -> int:
    bits = 0
    for part in parts:
        bits |= VatTreatment.OUTSIDE if part.outside_vat else VatTreatment.INCLUDED
    return bits


def _all_included(found: CostSeries) -> VatSeries:
    codes = (_has_price(found) | (found.statuses <= CostStatus.PARTIALLY_KNOWN)).astype(np.uint8)
    return VatSeries(codes, VatTreatment.INCLUDED if found.status.has_cost else None)


def _combined(found: CostSeries, of_costs: CodeArray, of_all: CodeArray) -> VatSeries:
    """A price is that of all of an interval's quarters, a cost of those whose cost is known."""
    whole = int(np.bitwise_or.reduce(of_costs))
    codes: CodeArray = of_costs | np.where(_has_price(found), of_all, np.uint8(0))
    return VatSeries(codes, VatTreatment(whole) if whole else None)


def _has_price(found: CostSeries) -> NDArray[np.bool_]:
    return ~np.isnan(found.prices)
