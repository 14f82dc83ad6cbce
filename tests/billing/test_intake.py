"""What an invoice has to hold, however it came; and which invoices are credited."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.billing.intake import InvoiceIntake, InvoiceNumber, RowIntake, VatShare, content_hash_of
from omavirta.billing.intake_checks import checked_invoice
from omavirta.billing.intake_store import deliver_invoices, settle_credits
from omavirta.billing.kinds import InvoiceKind
from omavirta.storage.database import Database
from support.factory import World

D = Decimal
CENT = D("0.01")
DAY = date(2026, 11, 5)


def row(net: str, vat: str, rate: str = "25.5", description: str = "Energia") -> RowIntake:
    return RowIntake(description, D(net), D(rate), D(vat), D(net) + D(vat))


def invoice(total: str, *rows: RowIntake, shares: Sequence[VatShare] = ()) -> InvoiceIntake:
    return InvoiceIntake(
        UUID(int=1),
        "1",
        DAY,
        date(2026, 11, 19),
        date(2026, 10, 1),
        date(2026, 10, 31),
        D(total),
        rows,
        vat_specification=tuple(shares),
    )


def problems(of: InvoiceIntake) -> list[str]:
    found = checked_invoice(of)
    return found if isinstance(found, list) else []


THREE = [row("10.01", "2.55")] * 3


def test_vat_may_be_rounded_by_row_or_once_on_the_sum_of_a_rate() -> None:
    """Three rows of 10,01: 7,65 by row, 7,66 on their sum (finland.md 3.3)."""
    assert problems(invoice("37.68", *THREE)) == []
    assert problems(invoice("37.69", *THREE)) == []
    assert problems(invoice("37.68", *THREE, shares=[VatShare(D("25.5"), D("30.03"), D("7.65"))])) == []
    assert problems(invoice("37.69", *THREE, shares=[VatShare(D("25.5"), D("30.03"), D("7.66"))])) == []
    assert problems(invoice("37.67", *THREE)) == ["its rows make 37.68, and its total is 37.67"]
    assert problems(invoice("37.70", *THREE, shares=[VatShare(D("25.5"), D("30.03"), D("7.67"))])) != []


def test_prices_with_vat_may_be_summed_before_vat_is_taken_out() -> None:
    rows = [row("7.97", "2.03")] * 3
    # 30,00 with VAT holds 23,90 and 6,10, while the rows' net makes 23,91.
    assert problems(invoice("30.00", *rows, shares=[VatShare(D("25.5"), D("23.90"), D("6.10"))])) == []
    assert problems(invoice("30.00", *rows, shares=[VatShare(D("25.5"), D("23.89"), D("6.11"))])) != []


def test_several_rates_and_what_is_outside_vat() -> None:
    rows = [row("27.90", "7.11"), row("10.00", "1.00", "10"), row("-3.00", "0", "0", "Hyvitys")]
    shares = [
        VatShare(D("25.5"), D("27.90"), D("7.11")),
        VatShare(D(10), D("10.00"), D("1.00")),
        VatShare(D(0), D("-3.00"), D(0)),
    ]
    assert problems(invoice("43.01", *rows, shares=shares)) == []
    assert problems(invoice("46.01", *rows, shares=shares[:2])) == [
        "its VAT specification has net 0 and VAT 0 at 0 %, and its rows make -3.00 and 0"
    ]


@given(
    st.lists(
        st.tuples(st.integers(-100_000, 100_000), st.sampled_from(["0", "10", "24", "25.5"])),
        min_size=1,
        max_size=12,
    ),
    st.booleans(),
    st.sampled_from(["-0.01", "0.01", "1.00"]),
)
def test_whatever_was_rounded_right_is_taken_and_a_wrong_total_is_not(
    amounts: list[tuple[int, str]], with_vat: bool, off: str
) -> None:
    rows = []
    for cents, rate in amounts:
        amount = D(cents) / 100
        if with_vat:
            net = (amount / (1 + D(rate) / 100)).quantize(CENT, ROUND_HALF_UP)
            rows.append(RowIntake("Rivi", net, D(rate), amount - net, amount))
        else:
            vat = (amount * D(rate) / 100).quantize(CENT, ROUND_HALF_UP)
            rows.append(RowIntake("Rivi", amount, D(rate), vat, amount + vat))
    rates = sorted({line.vat_rate for line in rows})
    shares = [
        VatShare(
            rate,
            sum((line.net for line in rows if line.vat_rate == rate), D(0)),
            sum((line.vat for line in rows if line.vat_rate == rate), D(0)),
        )
        for rate in rates
    ]
    total = str(sum((line.gross for line in rows), D(0)))

    assert problems(invoice(total, *rows)) == []
    assert problems(invoice(total, *rows, shares=shares)) == []
    assert problems(invoice(str(D(total) + D(off)), *rows, shares=shares)) != []


def test_the_rates_of_the_law_and_no_finer_ones() -> None:
    for rate in ("0", "10", "24", "25.5"):
        assert problems(invoice("0", row("0", "0", rate))) == []
    for rate in ("25.55", "-1", "100", "NaN"):
        assert problems(invoice("0", row("0", "0", rate))) != []


def test_what_is_kept_has_no_spaces() -> None:
    kept = checked_invoice(
        replace(
            invoice("35.01", row("27.90", "7.11")),
            reference="0000 20261 10001 7",
            iban="fi21 1234 5600 0007 85",
            bic="nokafihh",
        )
    )
    assert isinstance(kept, InvoiceIntake)
    assert (kept.reference, kept.iban, kept.bic) == ("20261100017", "FI2112345600000785", "NOKAFIHH")


def test_five_problems_of_an_invoice_are_told_at_most() -> None:
    assert len(problems(invoice("1", *[row("1.001", "0")] * 100))) == 5


def test_the_same_content_has_the_same_hash() -> None:
    one = invoice("35.01", row("27.90", "7.11"))
    same = replace(one, total=D("35.010"), rows=tuple(replace(line, gross=D("35.0100")) for line in one.rows))
    assert content_hash_of(one) == content_hash_of(same)
    assert content_hash_of(one) != content_hash_of(replace(one, payee="Toinen"))


@pytest.mark.anyio
async def test_delivered_invoices_say_the_same_for_good(database: Database) -> None:
    customer = await World(database).customer()
    one = replace(invoice("35.01", row("27.90", "7.11")), customer_id=customer)
    other = replace(one, number="2")
    async with database.transaction() as transaction:
        first = await deliver_invoices(transaction, [one, other, one])
    async with database.transaction() as transaction:
        again = await deliver_invoices(transaction, [other, one])
        changed = await deliver_invoices(transaction, [replace(one, payee="Toinen")])

    assert (first.written, first.unchanged, first.refused) == (2, 1, {})
    assert (again.written, again.unchanged, again.refused) == (0, 2, {})
    assert list(changed.refused) == [0]
    assert len(await database.fetch("SELECT 1 FROM invoice_row")) == 2


@pytest.mark.anyio
async def test_a_number_is_one_customers(database: Database) -> None:
    world = World(database)
    mine, theirs = await world.customer(), await world.customer("Eero Laine")
    line = row("27.90", "7.11")
    note = replace(
        invoice("-35.01", row("-27.90", "-7.11")),
        number="9",
        kind=InvoiceKind.CREDIT_NOTE,
        credits_number="1",
    )
    async with database.transaction() as transaction:
        delivery = await deliver_invoices(
            transaction,
            [replace(invoice("35.01", line), customer_id=mine), replace(note, customer_id=theirs)],
        )
        assert await settle_credits(transaction, delivery.touched) == [(InvoiceNumber(theirs, "1"), "9")]
        delivery = await deliver_invoices(transaction, [replace(note, customer_id=mine)])
        assert await settle_credits(transaction, delivery.touched) == []

    rows = await database.fetch("SELECT credited FROM invoice WHERE number = '1'")
    assert [bool(found[0]) for found in rows] == [True]
