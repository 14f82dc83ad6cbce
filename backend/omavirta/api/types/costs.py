"""What a period of a metering point costs: read when a field asks for it, and once a request."""

from collections.abc import Sequence
from decimal import Decimal

from omavirta.api.access import Scope
from omavirta.api.context import Context
from omavirta.api.loaders import SeriesKey, agreements_for, point_months_of, priced_quarters_of
from omavirta.contracts.costs import CostSeries, cost_series, without_prices
from omavirta.contracts.month_costs import PointMonths, month_cost_series
from omavirta.contracts.tariff import Agreement, PricedQuarters, basic_fees
from omavirta.metering.calendar import Resolution
from omavirta.metering.reading import Series

_HOURS_A_DAY = 24


class Costs:
    """Of a series on some days. All of it needs the scope contracts:read."""

    __slots__ = ("_agreements", "_found", "_key", "_months", "_priced", "_resolution")

    def __init__(self, key: SeriesKey, resolution: Resolution) -> None:
        self._key = key
        self._resolution = resolution
        self._found: CostSeries | None = None
        self._agreements: Sequence[Agreement] = ()
        self._priced: PricedQuarters | None = None
        self._months: PointMonths | None = None

    async def of(self, context: Context) -> CostSeries:
        """Each interval's price and cost. Raises ClientError INSUFFICIENT_SCOPE or QUERY_TOO_COSTLY."""
        context.access.require(Scope.CONTRACTS_READ)
        if self._found is None:
            await self._load(context)
        return self._found or self._compute()

    async def _load(self, context: Context) -> None:
        key = self._key
        if key.series is not Series.CONSUMPTION:
            self._agreements = await context.load(agreements_for, key.metering_point_id)
        elif self._resolution in {Resolution.MONTH, Resolution.YEAR}:
            self._months = await context.load(point_months_of, key)
        else:
            if self._resolution is Resolution.DAY:
                # A day's cost is that of its quarters, which are read for it.
                context.take_intervals((key.to_day - key.from_day) * (_HOURS_A_DAY - 1))
            self._priced = await context.load(priced_quarters_of, key)

    def _compute(self) -> CostSeries:
        """Once, by the first of the fields that are answered when it is loaded."""
        days = self._key.from_day, self._key.to_day
        if self._months is not None:
            self._found = month_cost_series(self._months, self._resolution)
        else:
            priced = self._priced or without_prices(self._agreements, *days)
            self._found = cost_series(priced, *days, self._resolution)
        return self._found

    async def basic_fees(self, context: Context) -> Decimal | None:
        """EUR with VAT; None where no day of the period is one of a contract."""
        context.access.require(Scope.CONTRACTS_READ)
        if self._key.series is not Series.CONSUMPTION:
            return None
        days = self._key.from_day, self._key.to_day
        agreements = await context.load(agreements_for, self._key.metering_point_id)
        if not any(each.from_day < days[1] and days[0] < each.to_day for each in agreements):
            return None
        return basic_fees(agreements, *days)
