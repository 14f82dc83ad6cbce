"""What a period of a metering point costs: read when a field asks for it, and once a request."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from graphql import GraphQLResolveInfo

from omavirta.api.access import Scope
from omavirta.api.context import Context
from omavirta.api.loaders import SeriesKey, agreements_for, point_months_of, priced_quarters_of
from omavirta.contracts.costs import CostSeries, cost_series, whole_months, without_prices
from omavirta.contracts.month_costs import PointMonths, month_cost_series
from omavirta.contracts.tariff import Agreement, PricedQuarters, basic_fees
from omavirta.contracts.vat_treatment import VatSeries, month_vat_series, vat_series
from omavirta.graphql.errors import ClientError
from omavirta.graphql.selection import selects
from omavirta.metering.calendar import Resolution
from omavirta.metering.reading import Series

_HOURS_A_DAY = 24
_FEES = frozenset({"basicFees"})
_COSTS = frozenset(
    {"price", "cost", "costStatus", "vatTreatment", "prices", "costs", "costStatuses", "vatTreatments"}
)
_FIELDS = _COSTS | _FEES


class Costs:
    """Of a series on some days. All of it needs the scope contracts:read.

    What the fields of a request need is loaded before they are answered, so that each of them is at once.
    """

    __slots__ = ("_agreements", "_found", "_key", "_priced", "_refusal", "_resolution", "_vat", "months")

    def __init__(self, key: SeriesKey, resolution: Resolution) -> None:
        self._key = key
        self._resolution = resolution
        self._agreements: Sequence[Agreement] = ()
        self._priced: PricedQuarters | None = None
        self.months: PointMonths | None = None
        """Of MONTH and YEAR, once they are loaded; they hold the energy too."""
        self._found: CostSeries | None = None
        self._vat: VatSeries | None = None
        self._refusal: ClientError | None = None

    async def load(self, context: Context, info: GraphQLResolveInfo[Any]) -> None:
        """Reads what the fields that are asked for need. What is refused is said by those fields, and no others."""
        if not selects(info, _FIELDS, deep=True):
            return
        try:
            context.access.require(Scope.CONTRACTS_READ)
            if selects(info, _COSTS, deep=True):
                await self._load_costs(context)
            if selects(info, _FEES) or self._key.series is not Series.CONSUMPTION:
                self._agreements = await context.load(agreements_for, self._key.metering_point_id)
        except ClientError as refusal:
            self._refusal = refusal

    async def _load_costs(self, context: Context) -> None:
        key = self._key
        if key.series is not Series.CONSUMPTION:
            return
        if self._resolution in {Resolution.MONTH, Resolution.YEAR}:
            self.months = await context.load(point_months_of, key)
            return
        # A cost is that of its quarters, and whole months of them are read and priced for it.
        first, end = whole_months(key.from_day, key.to_day)
        days = key.to_day - key.from_day
        context.take_intervals((end - first - days) * _HOURS_A_DAY)
        if self._resolution is Resolution.DAY:
            context.take_intervals(days * (_HOURS_A_DAY - 1))
        self._priced = await context.load(priced_quarters_of, key)

    def series(self) -> CostSeries:
        """Each interval's price and cost. Raises ClientError INSUFFICIENT_SCOPE or QUERY_TOO_COSTLY."""
        if self._refusal is not None:
            raise self._refusal
        if self._found is None:
            days = self._key.from_day, self._key.to_day
            if self.months is not None:
                self._found = month_cost_series(self.months, self._resolution)
            else:
                self._found = cost_series(self._quarters(), *days, self._resolution)
        return self._found

    def vat(self) -> VatSeries:
        """Which of the prices and costs are with VAT. Raises likewise."""
        if self._vat is None:
            found = self.series()
            if self.months is not None:
                self._vat = month_vat_series(self.months, found, self._resolution)
            else:
                days = self._key.from_day, self._key.to_day
                self._vat = vat_series(self._quarters(), found, *days, self._resolution)
        return self._vat

    def _quarters(self) -> PricedQuarters:
        if self._priced is None:
            self._priced = without_prices(self._agreements, self._key.from_day, self._key.to_day)
        return self._priced

    def basic_fees(self) -> Decimal | None:
        """EUR with VAT; None where no day of the period is one of a contract, and for production."""
        if self._refusal is not None:
            raise self._refusal
        days = self._key.from_day, self._key.to_day
        if self._key.series is not Series.CONSUMPTION or not any(
            each.from_day < days[1] and days[0] < each.to_day for each in self._agreements
        ):
            return None
        return basic_fees(self._agreements, *days)
