"""An invoice beside our own reckoning: October 2026, 100 kWh in its first quarter-hour, spot at 10 c/kWh without VAT."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import numpy as np

from billing.invoices import OTHER_POINT, POINT, invoice, row
from omavirta.billing.evidence import Change, Evidence, InvoiceInQuestion
from omavirta.billing.kinds import InvoiceRowCategory
from omavirta.billing.quarter_columns import quarter_columns
from omavirta.billing.queries import InvoiceRowRow
from omavirta.billing.verification import (
    DifferenceReason,
    Verification,
    VerificationStatus,
    VerifiedRow,
    verify,
)
from omavirta.contracts.queries import PriceComponentKind as Kind
from omavirta.contracts.queries import ProductKind
from omavirta.contracts.tariff import Agreement, Quarters, RowKind, price_quarters
from omavirta.metering.calendar import day_number, day_start
from omavirta.metering.quality import Quality
from support.tariff import agreement, price, quarters_of

OCTOBER, NOVEMBER, DECEMBER = date(2026, 10, 1), date(2026, 11, 1), date(2026, 12, 1)
SPOT = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.50"), price(Kind.MONTHLY_FEE, "4.95"))
QUARTERS = quarters_of(OCTOBER, NOVEMBER, [100_000_000], [10_000_000])
# 100 kWh at 12.55 c, at 0.50 c, and a month.
RIGHT = [row("SPOT", "12.55"), row("MARGIN", "0.50"), row("MONTHLY_FEE", "4.95")]


def checked(
    rows: Sequence[InvoiceRowRow],
    agreements: Sequence[Agreement] = (SPOT,),
    quarters: Quarters = QUARTERS,
    changes: Sequence[Change] = (),
    **fields: Any,
) -> Verification:
    priced = {POINT: price_quarters(agreements, quarters)}
    evidence = Evidence(fields.get("metering_point_id", POINT), priced, {POINT: changes})
    return verify(invoice(list(rows), **fields), rows, evidence)


def told(found: VerifiedRow) -> tuple[Any, ...]:
    return found.kind, found.billed, found.computed, found.status.value, found.reason


def test_a_right_invoice_matches_row_by_row() -> None:
    found = checked(RIGHT)
    assert found.status is VerificationStatus.MATCHES
    assert found.computed_total == Decimal("18.00")
    assert found.difference == 0
    assert [told(each)[0] for each in found.rows] == [RowKind.SPOT, RowKind.MARGIN, RowKind.MONTHLY_FEE]
    assert [each.computed for each in found.rows] == [Decimal("12.55"), Decimal("0.50"), Decimal("4.95")]
    assert found.rows[0].computed_quantity == 100
    assert not found.vat_outside


def test_a_wrong_row_is_shown_with_its_difference_to_the_cent() -> None:
    found = checked([row("SPOT", "12.56"), *RIGHT[1:]])
    assert found.status is VerificationStatus.DIFFERS
    assert told(found.rows[0]) == (
        RowKind.SPOT,
        Decimal("12.56"),
        Decimal("12.55"),
        "DIFFERS",
        DifferenceReason.UNEXPLAINED,
    )
    assert found.rows[0].difference == Decimal("0.01")
    assert found.difference == Decimal("0.01")
    assert found.computed_total == Decimal("18.00")


def test_readings_that_changed_after_billing_explain_energy_but_no_fee() -> None:
    day = day_number(date(2026, 10, 3))
    change = Change(day, 1_800_000_000_000_000, 2)
    found = checked([row("SPOT", "11.00"), RIGHT[1], row("MONTHLY_FEE", "5.00")], changes=[change])
    assert [each.reason for each in found.rows] == [
        DifferenceReason.DATA_CHANGED,
        None,
        DifferenceReason.UNEXPLAINED,
    ]
    assert list(found.changes) == [change]


def test_a_change_outside_of_the_rows_own_days_explains_nothing() -> None:
    own = {"period_from": date(2026, 10, 1), "period_to": date(2026, 10, 2)}
    change = Change(day_number(date(2026, 10, 3)), 1_800_000_000_000_000, 2)
    found = checked([row("SPOT", "11.00", **own), *RIGHT[1:]], changes=[change])
    assert found.rows[0].reason is DifferenceReason.UNEXPLAINED


def test_the_same_net_with_another_rounding_of_its_tax_matches() -> None:
    rows = [row("SPOT", "12.56", net=Decimal("10.00"), vat=Decimal("2.56")), *RIGHT[1:]]
    found = checked(rows)
    assert found.status is VerificationStatus.MATCHES
    assert found.rows[0].difference == 0


def test_what_is_of_no_tariff_stays_as_billed() -> None:
    network = row("MONTHLY_FEE", "10.00", category=InvoiceRowCategory.NETWORK)
    found = checked([*RIGHT, network, row(None, "2.00", category=InvoiceRowCategory.OTHER)])
    assert found.status is VerificationStatus.MATCHES
    assert found.computed_total == Decimal("30.00")
    assert [each.reason for each in found.rows[3:]] == [DifferenceReason.NOT_OF_THE_TARIFF] * 2
    assert found.rows[3].computed is None


def test_an_invoice_that_does_not_say_what_its_rows_bill_is_not_computable() -> None:
    found = checked([row(None, "18.00")])
    assert found.status is VerificationStatus.NOT_COMPUTABLE
    assert found.computed_total is None
    assert [each.reason for each in found.rows] == [DifferenceReason.NOT_OF_THE_TARIFF]


def test_what_the_tariff_has_and_nobody_billed_is_told() -> None:
    found = checked(RIGHT[:2])
    assert found.status is VerificationStatus.DIFFERS
    assert told(found.rows[2]) == (
        RowKind.MONTHLY_FEE,
        None,
        Decimal("4.95"),
        "DIFFERS",
        DifferenceReason.UNEXPLAINED,
    )
    assert found.difference == Decimal("-4.95")
    assert found.computed_total == Decimal("18.00")


def test_energy_that_is_not_known_cannot_be_reckoned() -> None:
    found = checked(RIGHT, quarters=quarters_of(OCTOBER, NOVEMBER, quality=Quality.MISSING))
    assert [each.reason for each in found.rows] == [DifferenceReason.ENERGY_UNKNOWN] * 2 + [None]
    assert found.rows[0].computed is None
    assert found.status is VerificationStatus.NOT_COMPUTABLE


def test_energy_that_is_known_in_part_is_reckoned_as_far_as_it_is() -> None:
    qualities = QUARTERS.qualities.copy()
    qualities[5] = Quality.MISSING
    partly = QUARTERS._replace(qualities=qualities)
    # Billing counted what is known, as we do.
    assert checked(RIGHT, quarters=partly).status is VerificationStatus.MATCHES
    found = checked([row("SPOT", "13.00"), *RIGHT[1:]], quarters=partly)
    assert told(found.rows[0]) == (
        RowKind.SPOT,
        Decimal("13.00"),
        Decimal("12.55"),
        "NOT_COMPUTABLE",
        DifferenceReason.ENERGY_UNKNOWN,
    )
    assert found.computed_total is None


def test_a_price_that_is_not_known_is_told_as_that() -> None:
    known = QUARTERS.spot_known.copy()
    known[7] = False
    found = checked([row("SPOT", "13.00"), *RIGHT[1:]], quarters=QUARTERS._replace(spot_known=known))
    assert found.rows[0].reason is DifferenceReason.PRICE_UNKNOWN


def test_another_contract_or_none_is_a_tariff_that_is_not_known() -> None:
    fixed = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "8.49"))
    found = checked([row("MARGIN", "1.00"), row("ENERGY", "8.49")], [fixed])
    assert [each.reason for each in found.rows] == [DifferenceReason.TARIFF_UNKNOWN, None]
    ended = SPOT._replace(to_day=day_number(date(2026, 5, 1)))
    assert {each.reason for each in checked(RIGHT, [ended]).rows} == {DifferenceReason.TARIFF_UNKNOWN}
    nowhere = verify(invoice(RIGHT, metering_point_id=None), RIGHT, Evidence(None, {}, {}))
    assert {each.reason for each in nowhere.rows} == {DifferenceReason.TARIFF_UNKNOWN}


def test_of_two_contracts_in_the_period_the_invoices_own_counts() -> None:
    first, second = UUID(int=1), UUID(int=2)
    middle = date(2026, 10, 16)
    before = SPOT._replace(contract_id=first, to_day=day_number(middle))
    after = SPOT._replace(contract_id=second, from_day=day_number(middle))
    # The monthly fee of 15 of October's 31 days: 4.95 * 15 / 31.
    rows = [*RIGHT[:2], row("MONTHLY_FEE", "2.40")]
    assert checked(rows, [before, after], contract_id=first).status is VerificationStatus.MATCHES
    # Without a contract named the two months' parts are added up.
    assert checked(RIGHT, [before, after]).status is VerificationStatus.MATCHES


def test_a_row_over_two_months_is_rounded_once() -> None:
    # Each month's half cent would be rounded up by itself.
    quarters = quarters_of(OCTOBER, DECEMBER, [1_000_000])
    energies = quarters.energy_micro_kwh.copy()
    energies[-1] = 1_000_000
    fixed = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "0.50"))
    found = checked(
        [row("ENERGY", "0.01", quantity=Decimal(2))],
        [fixed],
        quarters._replace(energy_micro_kwh=energies),
        period_to=date(2026, 11, 30),
    )
    assert found.status is VerificationStatus.MATCHES
    assert found.rows[0].computed_quantity == 2


def test_rows_of_a_month_with_two_prices_are_told_apart() -> None:
    fixed = agreement(
        ProductKind.UNTIL_FURTHER_NOTICE,
        price(Kind.ENERGY, "5", valid_to=date(2026, 10, 15)),
        price(Kind.ENERGY, "7", valid_from=date(2026, 10, 16)),
    )
    energies = np.zeros(len(QUARTERS.energy_micro_kwh), dtype=np.int64)
    energies[0], energies[-1] = 100_000_000, 10_000_000
    quarters = QUARTERS._replace(energy_micro_kwh=energies)
    found = checked([row("ENERGY", "0.70"), row("ENERGY", "5.01")], [fixed], quarters)
    assert [each.computed for each in found.rows] == [Decimal("0.70"), Decimal("5.00")]
    # Three rows for two prices cannot be told apart: their sum is checked.
    three = [row("ENERGY", "0.70"), row("ENERGY", "2.00"), row("ENERGY", "3.00")]
    found = checked(three, [fixed], quarters)
    assert [(each.billed, each.computed) for each in found.rows] == [(Decimal("5.70"), Decimal("5.70"))]


def test_an_invoice_for_several_points_is_checked_row_by_row() -> None:
    rows = [
        *[replace(each, metering_point_id=POINT) for each in RIGHT],
        row("MONTHLY_FEE", "4.95", metering_point_id=OTHER_POINT),
        row("SPOT", "1.00", metering_point_id=UUID(int=99)),
    ]
    priced = {
        POINT: price_quarters([SPOT], QUARTERS),
        OTHER_POINT: price_quarters([SPOT], quarters_of(OCTOBER, NOVEMBER)),
    }
    found = verify(invoice(rows, metering_point_id=None), rows, Evidence(None, priced, {}))
    assert [each.reason for each in found.rows] == [None] * 4 + [DifferenceReason.TARIFF_UNKNOWN]


def test_a_month_that_is_a_credit_is_outside_vat() -> None:
    quarters = quarters_of(OCTOBER, NOVEMBER, [500_000_000], [-1_000_000])
    spot = agreement(ProductKind.SPOT, price(Kind.MARGIN, "0.40", vat_included=False))
    zero = {"vat_rate": Decimal(0), "vat": Decimal(0)}
    rows = [
        row("SPOT", "-5.00", net=Decimal("-5.00"), **zero),
        row("MARGIN", "2.00", net=Decimal("2.00"), **zero),
    ]
    found = checked(rows, [spot], quarters)
    assert found.vat_outside
    assert found.status is VerificationStatus.MATCHES
    assert found.computed_total == Decimal("-3.00")


def test_the_columns_of_its_quarters() -> None:
    until = date(2026, 10, 31)
    ended = SPOT._replace(to_day=day_number(until))
    qualities = QUARTERS.qualities.copy()
    qualities[1] = Quality.PENDING
    priced = price_quarters([ended], QUARTERS._replace(qualities=qualities))
    columns = quarter_columns(priced, day_number(OCTOBER), day_number(NOVEMBER), None)
    assert columns.energy_kwh[:3] == [100.0, None, 0.0]
    assert columns.qualities[:3] == ["MEASURED", "PENDING", "MEASURED"]
    assert columns.spot_prices[:2] == [12.55, 0.0]
    assert columns.margins[:2] == [0.5, 0.5]
    assert columns.prices[:2] == [13.05, 0.5]
    assert columns.costs[:3] == [13.05, None, 0.0]
    assert columns.cost_statuses[:2] == ["KNOWN", "NO_ENERGY"]
    # The last day is another's, or nobody's.
    assert columns.energy_kwh[-96:] == [None] * 96
    assert set(columns.qualities[-96:]) == {"NO_CONTRACT"}
    assert set(columns.cost_statuses[-96:]) == {"NO_CONTRACT"}
    assert columns.spot_prices[-1] is columns.prices[-1] is columns.costs[-1] is None
    delivered = quarter_columns(priced, day_number(OCTOBER), day_number(NOVEMBER), 2_000_000_000)
    assert delivered.qualities[1] == "MISSING"


def test_the_columns_of_other_contracts() -> None:
    fixed = agreement(ProductKind.UNTIL_FURTHER_NOTICE, price(Kind.ENERGY, "8.49"))
    columns = quarter_columns(
        price_quarters([fixed], QUARTERS), day_number(OCTOBER), day_number(NOVEMBER), None
    )
    assert columns.spot_prices[0] is columns.margins[0] is None
    assert columns.prices[0] == 8.49
    impact = agreement(ProductKind.CONSUMPTION_IMPACT, price(Kind.ENERGY, "8.49"))
    columns = quarter_columns(
        price_quarters([impact], QUARTERS), day_number(OCTOBER), day_number(NOVEMBER), None
    )
    assert columns.spot_prices[0] == 12.55
    assert columns.margins[0] is None


def test_an_invoice_was_billed_at_the_end_of_its_date_whatever_that_is() -> None:
    def billed_at(day: date) -> int:
        return InvoiceInQuestion(invoice(RIGHT, invoice_date=day), tuple(RIGHT), POINT).billed_at

    assert billed_at(NOVEMBER) == day_start(day_number(NOVEMBER) + 1) * 1_000_000
    assert billed_at(date(1900, 1, 1)) < billed_at(OCTOBER) < billed_at(date(2199, 12, 31))
