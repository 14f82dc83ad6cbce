"""What the asker's own days of a calendar year cost, for the annual report: pure."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

import numpy as np

from omavirta.contracts import exact
from omavirta.contracts.month_costs import PointMonths
from omavirta.contracts.pricing import combine_statuses
from omavirta.contracts.tariff import COST_PER_EURO, CostStatus, VatTreatment, basic_fees
from omavirta.contracts.vat_treatment import treatment_of
from omavirta.metering.calendar import day_number


class YearCost(NamedTuple):
    """EUR to the cent; fees are with VAT, and energy as `vat` says."""

    energy: Decimal | None
    """Of what is known, without monthly fees; None where nothing is."""
    basic_fees: Decimal
    status: CostStatus
    vat: VatTreatment | None
    """None where there is no cost."""


def year_cost(months: PointMonths, year: int) -> YearCost:
    """Of months that were read for the whole year at least (`read_point_months`). Days of no contract do not count."""
    parts = [part for month in range(year * 12, year * 12 + 12) for part in months.parts_of_month(month)]
    fees = basic_fees(months.agreements, day_number(date(year, 1, 1)), day_number(date(year + 1, 1, 1)))
    if not parts:
        return YearCost(None, fees, CostStatus.NO_CONTRACT, None)
    codes = np.array([part.status for part in parts], dtype=np.uint8)
    status = CostStatus(int(combine_statuses(codes, np.array([0, len(codes)]))[0]))
    energy = exact.rounded(sum(part.cost for part in parts), COST_PER_EURO, 2)
    return YearCost(energy if status.has_cost else None, fees, status, treatment_of(parts))
