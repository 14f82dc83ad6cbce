"""The quarter-hours of an invoice as columns, ready to be told: energy, price with its parts, and cost."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from omavirta.contracts.costs import cost_series
from omavirta.contracts.pricing import energy_vat_tenths
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import NANO_CENT_PER_CENT, CostStatus, PricedQuarters
from omavirta.contracts.vat_treatment import VatSeries, vat_series
from omavirta.metering.calendar import Resolution, edge_instants
from omavirta.metering.quality import QUALITY_NAMES, WEAKEST_KNOWN, Quality
from omavirta.metering.series import MICRO_KWH_PER_KWH
from omavirta.prices.amounts import MICRO_CENT_PER_CENT

_NAMES = np.array(QUALITY_NAMES, dtype=object)
_SPOT_KINDS = {ProductKind.SPOT, ProductKind.SPOT_AND_FIXED}


class QuarterColumns(NamedTuple):
    """Kilowatt-hours, c/kWh and euros; None where not known."""

    energy_kwh: list[float | None]
    qualities: list[str]
    spot_prices: list[float | None]
    """What follows the day-ahead price; for a consumption impact the day-ahead price itself."""
    margins: list[float | None]
    prices: list[float | None]
    costs: list[float | None]
    cost_statuses: list[str]
    vat: Callable[[], VatSeries]
    """Whether money is with VAT."""


def quarter_columns(
    priced: PricedQuarters, from_day: int, to_day: int, delivered_until: int | None
) -> QuarterColumns:
    """The local days [from_day, to_day). What is not of the asker's own contract is not told.

    `delivered_until` is the end of the point's newest delivered interval, in seconds since 1970.
    """
    inside = slice(priced.position(from_day), priced.position(to_day))
    costs = cost_series(priced, from_day, to_day, Resolution.QUARTER_HOUR)
    qualities = priced.quarters.qualities[inside].copy()
    if delivered_until is not None:
        starts = edge_instants(from_day, to_day, Resolution.QUARTER_HOUR)[:-1]
        qualities[(qualities == Quality.PENDING) & (starts < delivered_until)] = Quality.MISSING
    qualities[costs.statuses == CostStatus.NO_CONTRACT] = Quality.NO_CONTRACT
    energy = priced.quarters.energy_micro_kwh[inside] / MICRO_KWH_PER_KWH
    energy[qualities > WEAKEST_KNOWN] = np.nan
    spot, margin = _parts(priced)
    names: list[str] = _NAMES[qualities].tolist()
    return QuarterColumns(
        _with_none(energy),
        names,
        _with_none(spot[inside]),
        _with_none(margin[inside]),
        costs.price_list(),
        costs.cost_list(),
        costs.status_names(),
        partial(vat_series, priced, costs, from_day, to_day, Resolution.QUARTER_HOUR),
    )


def _parts(priced: PricedQuarters) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What follows the day-ahead price, and the margin; NaN where there is none."""
    spot = np.full(len(priced.price), np.nan)
    margin = np.full(len(priced.price), np.nan)
    for span in priced.spans:
        place = slice(priced.position(span.from_day), priced.position(span.to_day))
        if span.agreement.kind in _SPOT_KINDS:
            spot[place] = priced.spot_part[place] / NANO_CENT_PER_CENT
            margin[place] = priced.margin_part[place] / NANO_CENT_PER_CENT
        elif span.agreement.kind is ProductKind.CONSUMPTION_IMPACT:
            tenths = 0 if span.key in priced.outside_vat else energy_vat_tenths(span) or 0
            spot[place] = priced.quarters.spot[place] * (1000 + tenths) / (1000 * MICRO_CENT_PER_CENT)
    unknown = ~priced.quarters.spot_known
    spot[unknown] = np.nan
    margin[unknown] = np.nan
    return spot, margin


def _with_none(values: NDArray[np.float64]) -> list[float | None]:
    return [None if value != value else value for value in values.tolist()]  # noqa: PLR0124 - NaN alone differs from itself
