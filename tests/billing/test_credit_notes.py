"""A credit note beside the invoice that it undoes: the whole of it row by row, of a part only what it is about."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from billing.invoices import OTHER_POINT, POINT, invoice, row
from omavirta.billing.credit_notes import BilledInvoice, verify_credit_note
from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.billing.queries import InvoiceRowRow
from omavirta.billing.verification import DifferenceReason, Verification, VerificationStatus, VerifiedRow
from omavirta.contracts.tariff import RowKind

D = Decimal
BILLED = [
    row("SPOT", "12.55", quantity=D(100), unit="kWh"),
    row("MONTHLY_FEE", "4.95"),
    row(None, "20.10", category=InvoiceRowCategory.NETWORK),
]


def undone(each: InvoiceRowRow, **fields: Any) -> InvoiceRowRow:
    quantity = None if each.quantity is None else -each.quantity
    return replace(
        each, **{"net": -each.net, "vat": -each.vat, "gross": -each.gross, "quantity": quantity} | fields
    )


def checked(
    rows: Sequence[InvoiceRowRow], billed: Sequence[InvoiceRowRow] = tuple(BILLED), **fields: Any
) -> Verification:
    note = invoice(list(rows), number="9", kind=InvoiceKind.CREDIT_NOTE, credits_number="1", **fields)
    return verify_credit_note(BilledInvoice(note, rows), BilledInvoice(invoice(list(billed)), billed))


def told(found: VerifiedRow) -> tuple[Any, ...]:
    return found.kind, found.billed, found.computed, found.difference, found.status.value, found.reason


def test_a_whole_one_matches_row_by_row() -> None:
    found = checked([undone(each) for each in BILLED])
    assert (found.status, found.credits_whole) == (VerificationStatus.MATCHES, True)
    assert (found.computed_total, found.difference) == (D("-37.60"), D(0))
    assert [told(each) for each in found.rows] == [
        (RowKind.SPOT, D("-12.55"), D("-12.55"), 0, "MATCHES", None),
        (RowKind.MONTHLY_FEE, D("-4.95"), D("-4.95"), 0, "MATCHES", None),
        # What is of no tariff was billed, too.
        (None, D("-20.10"), D("-20.10"), 0, "MATCHES", None),
    ]
    assert [each.credited_row for each in found.rows] == BILLED
    assert (found.rows[0].billed_quantity, found.rows[0].computed_quantity) == (D(-100), D(-100))


def test_what_it_credits_too_little_and_too_much_is_shown_to_the_cent() -> None:
    rows = [undone(BILLED[0], gross=D("-12.54")), undone(BILLED[1], gross=D("-4.96")), undone(BILLED[2])]
    found = checked(rows)
    assert found.status is VerificationStatus.DIFFERS
    assert (found.difference, found.computed_total) == (D(0), D("-37.60"))
    assert [each.difference for each in found.rows] == [D("0.01"), D("-0.01"), 0]
    assert {each.reason for each in found.rows} == {None, DifferenceReason.UNEXPLAINED}


def test_what_it_leaves_out_and_what_was_never_billed_is_told() -> None:
    other = row(None, "-25.05", vat_rate=D(10), category=InvoiceRowCategory.OTHER)
    found = checked([undone(BILLED[0]), other])
    assert (found.status, found.difference) == (VerificationStatus.DIFFERS, D(0))
    assert [told(each) for each in found.rows] == [
        (RowKind.SPOT, D("-12.55"), D("-12.55"), 0, "MATCHES", None),
        (None, D("-25.05"), 0, D("-25.05"), "DIFFERS", DifferenceReason.UNEXPLAINED),
        (RowKind.MONTHLY_FEE, None, D("-4.95"), D("4.95"), "DIFFERS", DifferenceReason.UNEXPLAINED),
        (None, None, D("-20.10"), D("20.10"), "DIFFERS", DifferenceReason.UNEXPLAINED),
    ]
    assert [each.row for each in found.rows[2:]] == [None, None]
    assert [each.credited_row for each in found.rows[2:]] == BILLED[1:]


def test_a_credit_of_more_than_the_whole_differs() -> None:
    found = checked([*(undone(each) for each in BILLED), row(None, "-1.00")])
    assert (found.status, found.difference) == (VerificationStatus.DIFFERS, D("-1.00"))
    assert found.rows[3].difference == D("-1.00")


def test_a_credit_in_one_row_is_checked_by_its_sum() -> None:
    at_ten = row("MARGIN", "1.10", vat_rate=D(10))
    billed = [*BILLED, at_ten]
    found = checked([row(None, "-37.60", description="Hyvitys"), undone(at_ten)], billed)
    assert found.status is VerificationStatus.MATCHES
    assert [told(each)[1:3] for each in found.rows] == [(D("-37.60"), D("-37.60")), (D("-1.10"), D("-1.10"))]


def test_rows_find_their_own_by_words_amount_and_what_they_are_for() -> None:
    first = row("ENERGY", "5.00", description="Energia 1.–15.10.", period_to=date(2026, 10, 15))
    second = row("ENERGY", "7.00", description="Energia 16.–31.10.", period_from=date(2026, 10, 16))
    elsewhere = row("ENERGY", "5.00", description="Energia", metering_point_id=OTHER_POINT)
    billed = [first, second, elsewhere]
    rows = [
        undone(elsewhere, description="Hyvitys: energia"),
        undone(second, gross=D("-6.00")),
        undone(first, description="Hyvitys: energia", metering_point_id=POINT),
    ]
    found = checked(rows, billed, total=D("-17.00"))
    assert [each.credited_row for each in found.rows] == [elsewhere, second, first]
    assert [each.difference for each in found.rows] == [0, D("1.00"), 0]


def test_prices_below_zero_are_as_good_as_quantities_below_zero() -> None:
    found = checked([undone(BILLED[0], quantity=D(100)), *map(undone, BILLED[1:])])
    assert (found.rows[0].billed_quantity, found.rows[0].computed_quantity) == (D(100), D(100))


def test_of_a_part_its_rows_are_named_and_nothing_is_reckoned() -> None:
    found = checked(
        [row("SPOT", "-2.00", description="Hinta oikaistu"), row(None, "-1.00", description="Hyvitys")]
    )
    assert (found.status, found.credits_whole) == (VerificationStatus.NOT_COMPUTABLE, False)
    assert (found.computed_total, found.difference) == (None, None)
    stated = (None, None, "NOT_COMPUTABLE", DifferenceReason.NOT_OF_THE_TARIFF)
    assert [told(each) for each in found.rows] == [
        (RowKind.SPOT, D("-2.00"), *stated),
        (None, D("-1.00"), *stated),
    ]
    assert [each.credited_row for each in found.rows] == [BILLED[0], None]


def test_without_the_credited_invoice_nothing_is_said() -> None:
    rows = [undone(each) for each in BILLED]
    note = invoice(rows, kind=InvoiceKind.CREDIT_NOTE, credits_number="1")
    found = verify_credit_note(BilledInvoice(note, rows), None)
    assert (found.status, found.credits_whole) == (VerificationStatus.NOT_COMPUTABLE, None)


rows_of = st.lists(
    st.builds(
        row,
        st.sampled_from(["SPOT", "MARGIN", None]),
        st.integers(-500, 5_000).map(lambda cents: str(D(cents) / 100)),
        vat_rate=st.sampled_from([D("25.5"), D(24)]),
        description=st.sampled_from(["Energia", "Muu"]),
    ),
    min_size=1,
    max_size=8,
)


@given(rows_of, st.randoms(use_true_random=False))
def test_every_row_undone_in_any_order_matches(billed: list[InvoiceRowRow], random: Random) -> None:
    rows = [undone(each) for each in billed]
    random.shuffle(rows)
    found = checked(rows, billed)
    if found.credits_whole:
        assert found.status is VerificationStatus.MATCHES
        assert len(found.rows) == len(rows)
    assert [each.billed for each in found.rows] == [each.gross for each in rows]


@given(rows_of, rows_of)
def test_the_differences_of_the_rows_add_up_to_the_whole(
    billed: list[InvoiceRowRow], others: list[InvoiceRowRow]
) -> None:
    total = sum((each.gross for each in billed), D(0))
    last = row(None, str(-total - sum((undone(each).gross for each in others), D(0)) - 1))
    found = checked([*map(undone, others), last], billed)
    assert found.credits_whole
    assert found.difference == D(-1)
    assert sum((each.difference or D(0) for each in found.rows), D(0)) == found.difference
