"""What is open of an invoice: its total less its credit notes and payments, unless billing says it; in whichever order they come."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import permutations, product
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from billing.invoices import invoice, row
from omavirta.api.access import EVERY_SCOPE, Access
from omavirta.billing.finvoice_import import import_finvoice_file
from omavirta.billing.intake import InvoiceIntake, InvoiceNumber, RowIntake, content_hash_of
from omavirta.billing.intake_checks import checked_invoice
from omavirta.billing.intake_store import deliver_invoices, settle_credits
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.payment import payment_of
from omavirta.billing.queries import InvoiceData, InvoiceStatus, invoices_by_number, invoices_of_customers
from omavirta.errors import FileRefused
from omavirta.storage.database import Database, as_uuid, open_database
from omavirta.storage.migrate import migrate_database
from omavirta.storage.paging import PageRequest
from support import finvoice
from support import master_data as lines
from support.factory import NOW, World
from support.master_data import take, write

D = Decimal
TODAY = date(2026, 11, 25)
PAID_WITH = {"reference": "20261100017", "iban": "FI2112345600000785"}


def billed(total: str, **fields: object) -> InvoiceData:
    return invoice([row("ENERGY", total)], **PAID_WITH | fields)


@pytest.mark.parametrize(
    ("credited", "paid", "stated", "open_amount"),
    [
        ("0", "0", None, "39.96"),
        ("4.95", "0", None, "35.01"),
        ("4.95", "10.00", None, "25.01"),
        ("4.95", "35.01", None, "0.00"),
        # What was credited after it was paid is a credit balance.
        ("4.95", "39.96", None, "-4.95"),
        ("39.96", "0", None, "0.00"),
        ("39.96", "39.96", None, "-39.96"),
        ("50.00", "0", None, "-10.04"),
        # What billing said goes before what the amounts come to,
        ("4.95", "0", "12.34", "12.34"),
        ("0", "0", "0", "0"),
        ("0", "39.96", "39.96", "39.96"),
        ("39.96", "39.96", "-3.00", "-3.00"),
        # and never asks for what a credit note has taken off the total.
        ("4.95", "0", "39.96", "35.01"),
        ("39.96", "0", "39.96", "0.00"),
        ("50.00", "0", "39.96", "0.00"),
    ],
)
def test_what_is_open_of_an_invoice(credited: str, paid: str, stated: str | None, open_amount: str) -> None:
    found = billed(
        "39.96",
        credited=D(credited) >= D("39.96"),
        credited_amount=D(credited),
        paid=D(paid),
        stated_open_amount=None if stated is None else D(stated),
    )
    assert found.open_amount == D(open_amount)
    payment = payment_of(found, "Revontuli Energia Oy")
    assert (payment.amount if payment else None) == (D(open_amount) if D(open_amount) > 0 else None)


def test_an_invoice_below_zero_is_a_credit_balance_until_it_is_paid_out() -> None:
    assert billed("-12.40").open_amount == D("-12.40")
    assert billed("-12.40", paid=D("-12.40")).open_amount == 0
    assert billed("-12.40", stated_open_amount=D(0)).open_amount == 0
    note = billed("-12.40", kind=InvoiceKind.CREDIT_NOTE, credits_number="1")
    assert note.open_amount == 0


cents = st.integers(0, 10_000)


@given(cents, cents, st.lists(cents, max_size=8))
def test_any_split_of_credits_leaves_what_one_credit_leaves(
    total: int, paid: int, credits: list[int]
) -> None:
    amounts = [D(amount) / 100 for amount in credits]
    one = billed(str(D(total) / 100), paid=D(paid) / 100, credited_amount=sum(amounts, D(0)))
    left = D(total - paid - sum(credits)) / 100
    assert one.open_amount == left
    assert (payment_of(one, "Revontuli") is None) == (left <= 0)


def part(number: int, amount: Decimal, customer: UUID) -> InvoiceIntake:
    """A credit note outside VAT, of the invoice 1; the invoice itself where the amount is above zero."""
    day = date(2026, 11, 5) + timedelta(days=number)
    is_note = amount <= 0
    return InvoiceIntake(
        customer,
        str(number),
        day,
        day,
        day,
        day,
        amount,
        (RowIntake("Rivi", amount, D(0), D(0), amount),),
        kind=InvoiceKind.CREDIT_NOTE if is_note else InvoiceKind.INVOICE,
        credits_number="1" if is_note else None,
    )


async def delivered(database: Database, files: Sequence[Sequence[InvoiceIntake]]) -> None:
    for file in files:
        async with database.transaction() as transaction:
            delivery = await deliver_invoices(transaction, file)
            assert await settle_credits(transaction, delivery.touched) == []


async def first_of(database: Database, customer: UUID) -> InvoiceData:
    key = InvoiceNumber(customer, "1")
    return (await invoices_by_number(database, Access(None, (customer,), EVERY_SCOPE), [key]))[key]


@pytest.mark.anyio
async def test_several_credit_notes_add_up_in_any_order_of_files(database: Database) -> None:
    world = World(database)
    for splits, left, credited in (
        (("-4.95", "-0.10", "-0.20"), "34.71", False),
        (("-13.32", "-13.32", "-13.32"), "0.00", True),
        (("-13.32", "-13.32", "-20.00"), "-6.68", True),
    ):
        ends = set()
        for order in permutations(range(3)):
            customer = await world.customer()
            notes = [part(number, D(amount), customer) for number, amount in enumerate(splits, start=2)]
            files = [[notes[order[0]], part(1, D("39.96"), customer)], [notes[order[1]]], [notes[order[2]]]]
            await delivered(database, [*files, files[1]])
            found = await first_of(database, customer)
            ends.add((found.credited_amount, found.open_amount, found.credited))
        assert ends == {(D("39.96") - D(left), D(left), credited)}


@pytest.mark.anyio
async def test_credit_notes_of_two_at_the_same_time_are_both_counted(database: Database) -> None:
    customer = await World(database).customer()
    await delivered(database, [[part(1, D("39.96"), customer)]])
    notes = [part(number, D("-1.00"), customer) for number in range(2, 8)]
    await asyncio.gather(*(delivered(database, [[note]]) for note in notes))
    assert (await first_of(database, customer)).open_amount == D("33.96")


@pytest.mark.anyio
async def test_lists_agree_with_each_invoice_on_what_is_to_be_paid(database: Database) -> None:
    world = await World(database).start()
    customer = await world.customer()
    amounts = product(
        ("0.30", "-0.30"), ("0.00", "0.10", "0.30"), ("0.00", "0.20", "0.30"), (None, "0.00", "0.20")
    )
    for total, paid, credited_amount, stated in amounts:
        for kind in InvoiceKind:
            await world.invoice(
                customer,
                None,
                date(2026, 11, 5),
                due=TODAY,
                total=total,
                paid=paid,
                credited_amount=credited_amount,
                open_amount=stated,
                kind=kind.value,
            )
    access = Access(None, (customer,), EVERY_SCOPE)
    page = PageRequest(1_000, backward=False, cursor=None)
    for status in InvoiceStatus:
        everything = await invoices_of_customers(database, access, [customer], page, TODAY, None)
        listed = await invoices_of_customers(database, access, [customer], page, TODAY, [status])
        expected = [one.id for one in everything[customer].rows if one.status(TODAY) is status]
        assert [one.id for one in listed[customer].rows] == expected
        assert bool(expected) == (status in {InvoiceStatus.DUE, InvoiceStatus.PAID})


KNOWN = [
    lines.network_company(),
    lines.product(),
    lines.person(),
    lines.metering_point(gsrn=finvoice.GSRN),
    lines.contract(number=finvoice.CONTRACT),
]
FEE_ALONE: lines.Line = {"total": "-4.95", "net": None, "vat": None, "vatSpecification": []}


async def sent(database: Database, folder: Path, *files: lines.Line | finvoice.Finvoice) -> None:
    for file in files:
        if isinstance(file, finvoice.Finvoice):
            path = folder / "billing.xml"
            path.write_bytes(file.bytes())
            await import_finvoice_file(database, path, lambda: NOW)
        else:
            await take(database, write(folder, [file]))


async def the_invoice(database: Database) -> InvoiceData:
    (found,) = await database.fetch("SELECT id FROM customer")
    key = InvoiceNumber(as_uuid(found[0]), "2026110001")
    access = Access(None, (key.customer_id,), EVERY_SCOPE)
    return (await invoices_by_number(database, access, [key]))[key]


def of_the_fee(number: str) -> tuple[lines.Line, finvoice.Finvoice]:
    """A credit note for the basic fee alone, as JSON Lines and as Finvoice."""
    whole = finvoice.credit_note(number)
    return (
        lines.credit_note(
            id=f"I-{number}", number=number, rows=[lines.credit_note()["rows"][1]], **FEE_ALONE
        ),
        replace(
            whole,
            total="-4,95",
            net="-3,94",
            vat="-1,01",
            share=("-3,94", "25,5", "-1,01"),
            rows=whole.rows[1:],
        ),
    )


@pytest.mark.anyio
@pytest.mark.parametrize("first", [lines.invoice(), finvoice.Finvoice()], ids=["jsonl", "finvoice"])
@pytest.mark.parametrize("reverse", [False, True])
async def test_finvoice_and_json_lines_credit_each_others_invoices(
    database: Database, tmp_path: Path, first: lines.Line | finvoice.Finvoice, *, reverse: bool
) -> None:
    await take(database, write(tmp_path, KNOWN))
    as_line, as_finvoice = of_the_fee("2026110002")[0], of_the_fee("2026110003")[1]
    notes: list[lines.Line | finvoice.Finvoice] = [as_line, as_finvoice]
    for note in notes:
        with pytest.raises(FileRefused, match="credits invoice"):
            await sent(database, tmp_path, note)
    await sent(database, tmp_path, first, *(reversed(notes) if reverse else notes))
    found = await the_invoice(database)
    assert (found.credited_amount, found.open_amount, found.credited) == (D("9.90"), D("30.06"), False)

    # What was paid since comes with the master data, and leaves what is credited as it is.
    await sent(database, tmp_path, lines.invoice(version=2, paid="30.06", paidOn="2026-11-19"))
    found = await the_invoice(database)
    assert (found.credited_amount, found.open_amount) == (D("9.90"), D("0.00"))
    assert found.status(TODAY) is InvoiceStatus.PAID


@pytest.mark.anyio
async def test_a_credit_note_that_changes_its_mind_credits_no_more(
    database: Database, tmp_path: Path
) -> None:
    await take(database, write(tmp_path, [*KNOWN, lines.invoice(), lines.invoice(id="I-9", number="9")]))
    note = of_the_fee("2026110002")[0]
    await sent(database, tmp_path, note)
    assert (await the_invoice(database)).open_amount == D("35.01")
    await sent(database, tmp_path, note | {"version": 2, "creditsNumber": "9"})
    assert (await the_invoice(database)).open_amount == D("39.96")


@pytest.mark.anyio
async def test_what_billing_says_is_open_is_shown_as_said_and_a_later_credit_note_does_not_change_it(
    database: Database, tmp_path: Path
) -> None:
    await take(database, write(tmp_path, KNOWN))
    await sent(database, tmp_path, lines.invoice(openAmount="20.00"))
    assert (await the_invoice(database)).open_amount == D("20.00")
    await sent(database, tmp_path, of_the_fee("2026110002")[1])
    found = await the_invoice(database)
    assert (found.credited_amount, found.open_amount) == (D("4.95"), D("20.00"))
    await sent(database, tmp_path, lines.invoice(version=2, openAmount="15.05"))
    assert (await the_invoice(database)).open_amount == D("15.05")
    # A version that does not say it leaves it to the amounts.
    await sent(database, tmp_path, lines.invoice(version=3))
    assert (await the_invoice(database)).open_amount == D("35.01")


def test_an_open_amount_that_cannot_be_is_refused() -> None:
    usual = part(1, D("39.96"), UUID(int=1))
    note = part(2, D("-4.95"), UUID(int=1))
    below = replace(usual, total=D("-1.00"), rows=(replace(usual.rows[0], net=D("-1.00"), gross=D("-1.00")),))
    for bad, reason in (
        (replace(usual, open_amount=D("39.97")), "39.97 of it is open, which is more than its total 39.96"),
        (replace(below, open_amount=D("0.01")), "0.01 of it is open, which is more than its total -1.00"),
        (replace(usual, open_amount=D("1.001")), "open amount 1.001 is not in cents, or beyond any invoice"),
        (
            replace(note, open_amount=D(0)),
            "a credit note has no open amount: it is taken off the invoice that it credits",
        ),
    ):
        assert checked_invoice(bad) == [reason]
    for good in (D("39.96"), D(0), D("-5.00")):
        assert isinstance(checked_invoice(replace(usual, open_amount=good)), InvoiceIntake)


def test_what_was_delivered_before_there_were_open_amounts_is_known_again() -> None:
    assert (
        content_hash_of(part(1, D("39.96"), UUID(int=1)))
        == "25b967ef35ab04b9653e5b3058192e65b09631a1547a39876a27ccb7ec98cc8f"
    )


@pytest.mark.anyio
async def test_credit_notes_from_before_are_added_up_when_the_database_is_migrated(database_url: str) -> None:
    async with open_database(database_url) as database:
        customer, other = await World(database).customer(), await World(database).customer("Eero Laine")
        notes = [part(2, D("-0.10"), customer), part(3, D("-0.20"), customer)]
        await delivered(database, [[part(1, D("39.96"), customer), *notes], [part(1, D("39.96"), other)]])
        before = await first_of(database, customer)
        async with database.transaction() as transaction:
            for column in ("credited_amount", "open_amount"):
                await transaction.fetch(f"ALTER TABLE invoice DROP COLUMN {column}")
            await transaction.fetch("ALTER TABLE cost_month DROP COLUMN outside_vat")
            await transaction.fetch("DROP TABLE data_revision")
            await transaction.execute(
                "DELETE FROM tortoise_migrations WHERE name >= $1", "0006_credited_amount"
            )
    await migrate_database(database_url)
    async with open_database(database_url) as database:
        assert await first_of(database, customer) == before
        assert (await first_of(database, other)).credited_amount == 0
        kept = await database.fetch("SELECT CAST(credited_amount AS TEXT) FROM invoice WHERE number = '1'")
        assert sorted(row[0] for row in kept) == ["0.00", "0.30"]
