"""What a file leaves behind: all of it, once, and the newest version of it."""

from datetime import timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson
import pytest

from omavirta.billing.intake import InvoiceIntake, RowIntake
from omavirta.billing.intake_store import deliver_invoices
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.identity_code import identity_hash
from omavirta.masterdata.reading import Line, read_lines
from omavirta.masterdata.records.base import Kind
from omavirta.storage.database import Database, as_date, as_decimal, as_uuid
from omavirta.storage.kind import DatabaseKind, mark_database
from support import master_data as lines
from support.factory import NOW, World
from support.master_data import SECRET_KEY, counts, dump, everything, refusals, take, versions, write

pytestmark = pytest.mark.anyio
AINO = identity_hash(SECRET_KEY, "131052-308T")
EERO = identity_hash(SECRET_KEY, "290200A248A")


@pytest.fixture
async def world(database: Database) -> World:
    made = World(database)
    await made.account("aino")
    return made


async def one(database: Database, sql: str) -> Any:
    rows = await database.fetch(sql)
    assert len(rows) == 1, rows
    return tuple(rows[0])


@pytest.mark.usefixtures("world")
async def test_everything_that_the_tables_hold(database: Database, tmp_path: Path) -> None:
    summary = await take(database, write(tmp_path, everything()))

    assert summary.records == 10
    assert counts(summary) == {kind.value: (1, 0, 0) for kind in Kind} | {
        "customer": (2, 0, 0),
        "invoice": (2, 0, 0),
    }
    found = await one(
        database,
        "SELECT i.number, i.kind, i.due_date, i.total, i.paid, i.credited, i.reference, i.iban, i.late_interest,"
        " i.billed_at, i.vat_specification, c.number, p.gsrn, k.number FROM invoice i JOIN customer c ON c.id = i.customer_id"
        " JOIN metering_point p ON p.id = i.metering_point_id JOIN contract k ON k.id = i.contract_id WHERE i.kind = 'INVOICE'",
    )
    assert found[:2] == ("2026110001", "INVOICE")
    assert as_date(found[2]).isoformat() == "2026-11-19"
    assert [as_decimal(value) for value in found[3:5]] == [Decimal("39.96"), 0]
    assert bool(found[5])
    assert found[6:8] == ("20261100017", "FI2112345600000785")
    assert as_decimal(found[8]) == Decimal("9.5")
    assert found[9] == 1_793_851_200_000_000
    assert orjson.loads(found[10]) == [{"rate": "25.5", "net": "31.84", "vat": "8.12"}]
    assert found[11:] == ("10001", lines.GSRNS[0], "S-1")
    rows = await database.fetch(
        "SELECT r.position, r.description, r.gross, r.component, r.category FROM invoice_row r"
        " JOIN invoice i ON i.id = r.invoice_id WHERE i.kind = 'INVOICE' ORDER BY r.position"
    )
    assert [(row[0], row[1], as_decimal(row[2]), row[3], row[4]) for row in rows] == [
        (1, "Energia", Decimal("35.01"), "ENERGY", "SUPPLY"),
        (2, "Perusmaksu", Decimal("4.95"), None, "SUPPLY"),
    ]
    assert await one(database, "SELECT identity_hash, number FROM customer WHERE kind = 'PERSON'") == (
        AINO,
        "10001",
    )
    assert await one(
        database,
        "SELECT k.kind, k.identity_hash, c.business_id FROM company_contact k JOIN customer c ON c.id = k.customer_id",
    ) == ("SIGNATORY", EERO, "2077474-0")
    assert await one(
        database, "SELECT name, dwelling, heating, floor_area_m2, climate_zone FROM metering_point"
    ) == ("Koti", "HOUSE", "ELECTRIC", 120, 4)
    stored = await one(database, "SELECT content, size, media_type, kind FROM document")
    assert (bytes(stored[0]), *stored[1:]) == (lines.PDF, len(lines.PDF), "application/pdf", "INVOICE")
    assert await one(
        database, "SELECT m.role, a.user_name FROM mandate m JOIN account a ON a.id = m.account_id"
    ) == ("READER", "aino")
    assert await one(database, "SELECT event FROM security_event") == ("mandate_granted",)
    assert await one(database, "SELECT kind FROM outbox_mail") == ("mandate_granted",)


@pytest.mark.usefixtures("world")
async def test_the_same_file_again_changes_nothing(database: Database, tmp_path: Path) -> None:
    path = write(tmp_path, everything())
    await take(database, path)
    before = await dump(database), await database.fetch("SELECT * FROM master_record ORDER BY id")

    summary = await take(database, path, NOW + timedelta(days=1))

    assert all(of[:2] == (0, 0) for of in counts(summary).values())
    assert (await dump(database), await database.fetch("SELECT * FROM master_record ORDER BY id")) == before


@pytest.mark.usefixtures("world")
async def test_what_is_kept_of_a_record_cannot_be_guessed_without_the_key(
    database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path, everything())
    await take(database, path)
    kept = {row[0] for row in await database.fetch("SELECT content_hash FROM master_record")}

    def no_progress(_count: int) -> None: ...

    read = list(read_lines(path, lambda code: identity_hash(SECRET_KEY, code), no_progress))
    assert read
    assert not kept & {sha256(line.payload).hexdigest() for line in read if isinstance(line, Line)}


@pytest.mark.usefixtures("world")
async def test_a_higher_version_replaces_and_a_lower_one_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    await take(database, write(tmp_path, everything()))
    newer = [
        lines.product(version=5, prices=[lines.price(amount="7.99")], atEnd="ENDS", termMonths=24),
        lines.contract(
            version=5, energyPriceFloor="0", prices=[lines.price(amount="7.5"), lines.price("MARGIN", "0.39")]
        ),
        lines.invoice(version=5, paid="39.96", paidOn="2026-11-18", rows=lines.ROWS[::-1]),
        lines.person(version=5, name="Aino Korhonen"),
    ]

    summary = await take(database, write(tmp_path, newer))
    lower = await take(database, write(tmp_path, [lines.person(version=4, name="Somebody Else")]))

    assert counts(summary) == dict.fromkeys(("product", "customer", "contract", "invoice"), (0, 1, 0))
    assert counts(lower) == {"customer": (0, 0, 1)}
    assert await one(database, "SELECT name FROM customer WHERE kind = 'PERSON'") == ("Aino Korhonen",)
    assert await one(database, "SELECT at_end, term_months FROM product") == ("ENDS", 24)
    amount = await one(database, "SELECT amount FROM price_component")
    assert as_decimal(amount[0]) == Decimal("7.99")
    attributes = await one(database, "SELECT attributes FROM contract")
    assert orjson.loads(attributes[0]) == {"energyPriceFloor": "0"}
    prices = await database.fetch("SELECT kind, amount FROM contract_price ORDER BY kind")
    assert [(row[0], as_decimal(row[1])) for row in prices] == [
        ("ENERGY", Decimal("7.5")),
        ("MARGIN", Decimal("0.39")),
    ]
    paid = await one(database, "SELECT paid, paid_on FROM invoice WHERE kind = 'INVOICE'")
    assert (as_decimal(paid[0]), as_date(paid[1]).isoformat()) == (Decimal("39.96"), "2026-11-18")
    rows = await database.fetch(
        "SELECT description FROM invoice_row r JOIN invoice i ON i.id = r.invoice_id WHERE i.kind = 'INVOICE'"
        " ORDER BY position"
    )
    assert [row[0] for row in rows] == ["Perusmaksu", "Energia"]
    assert (await versions(database))["customer C-1"] == 5


@pytest.mark.usefixtures("world")
async def test_the_same_number_written_otherwise_is_the_same_content(
    database: Database, tmp_path: Path
) -> None:
    await take(database, write(tmp_path, everything()))
    same = lines.product(
        prices=[lines.price(amount="8.4900"), lines.price("MONTHLY_FEE", "4.95", validTo=None)]
    )
    assert counts(await take(database, write(tmp_path, [same]))) == {"product": (0, 0, 1)}


@pytest.mark.usefixtures("world")
async def test_an_invoice_that_came_as_finvoice_is_taken_over(database: Database, tmp_path: Path) -> None:
    await take(database, write(tmp_path, [lines.person()]))
    customer_id = as_uuid((await database.fetch("SELECT id FROM customer"))[0][0])
    delivered = InvoiceIntake(
        customer_id,
        "2026110001",
        NOW.date(),
        NOW.date(),
        NOW.date(),
        NOW.date(),
        Decimal("1.00"),
        (RowIntake("Energia", Decimal("1.00"), Decimal(0), Decimal(0), Decimal("1.00")),),
    )
    async with database.transaction() as transaction:
        assert (await deliver_invoices(transaction, [delivered])).written == 1

    summary = await take(database, write(tmp_path, everything()))
    async with database.transaction() as transaction:
        again = await deliver_invoices(transaction, [delivered])

    assert counts(summary)["invoice"] == (1, 1, 0)
    assert (again.written, again.unchanged) == (0, 1)
    total = await one(database, "SELECT total FROM invoice WHERE number = '2026110001'")
    assert as_decimal(total[0]) == Decimal("39.96")


async def test_a_delivered_invoice_never_replaces_what_the_master_data_says(
    database: Database, world: World, tmp_path: Path
) -> None:
    await take(database, write(tmp_path, everything()))
    customer_id = as_uuid((await database.fetch("SELECT id FROM customer WHERE kind = 'PERSON'"))[0][0])
    before = await dump(database)
    day = NOW.date()
    delivered = InvoiceIntake(
        customer_id,
        "2026110001",
        day,
        day,
        day,
        day,
        Decimal("1.00"),
        (RowIntake("Energia", Decimal("1.00"), Decimal(0), Decimal(0), Decimal("1.00")),),
    )
    async with database.transaction() as transaction:
        delivery = await deliver_invoices(transaction, [delivered])
    assert (delivery.written, delivery.unchanged, delivery.refused) == (0, 1, {})
    assert await dump(database) == before


@pytest.mark.usefixtures("world")
async def test_a_part_of_an_invoice_credited_leaves_it_open(database: Database, tmp_path: Path) -> None:
    part = lines.credit_note(
        total="-4.95", net=None, vat=None, vatSpecification=[], rows=[lines.credit_note()["rows"][1]]
    )
    await take(database, write(tmp_path, [*(line for line in everything() if line["id"] != "I-2"), part]))
    assert not (await one(database, "SELECT credited FROM invoice WHERE kind = 'INVOICE'"))[0]

    whole = lines.credit_note(version=2)
    await take(database, write(tmp_path, [whole]))
    assert (await one(database, "SELECT credited FROM invoice WHERE kind = 'INVOICE'"))[0]


async def test_a_person_with_an_account_acts_for_the_new_customer_at_once(
    database: Database, world: World, tmp_path: Path
) -> None:
    account = await world.account("eero", identity_hash=EERO)

    await take(database, write(tmp_path, [lines.person(identityCode="290200A248A")]))

    assert as_uuid((await one(database, "SELECT account_id FROM mandate"))[0]) == account
    assert await one(database, "SELECT event FROM security_event") == ("mandate_granted",)


async def test_who_was_taken_for_a_customer_sees_it_no_more(
    database: Database, world: World, tmp_path: Path
) -> None:
    """A version without the code takes nothing away; whom the retailer lets in by a mandate stays."""
    await world.account("eero", identity_hash=EERO)
    await world.account("helmi", identity_hash="0" * 64)
    helmi = lines.mandate(customer="C-1", account="helmi")
    await take(database, write(tmp_path, [lines.person(identityCode="290200A248A"), helmi]))

    async def who() -> list[str]:
        rows = await database.fetch(
            "SELECT a.user_name FROM mandate m JOIN account a ON a.id = m.account_id ORDER BY 1"
        )
        return [row[0] for row in rows]

    assert await who() == ["eero", "helmi"]
    await take(database, write(tmp_path, [lines.person(version=2, identityCode=None)]))
    assert await who() == ["eero", "helmi"]
    await take(database, write(tmp_path, [lines.person(version=3)]))
    assert await who() == ["helmi"]
    events = await database.fetch("SELECT event FROM security_event ORDER BY id")
    assert [row[0] for row in events][-1] == "mandate_removed"


@pytest.mark.usefixtures("world")
async def test_a_mandate_is_told_and_changes_with_its_version(database: Database, tmp_path: Path) -> None:
    await take(database, write(tmp_path, [lines.company(), lines.mandate()]))
    for version, role in enumerate(("ADMINISTRATOR", "READER"), start=2):
        await take(database, write(tmp_path, [lines.mandate(version=version, role=role)]))
        assert await one(database, "SELECT role FROM mandate") == (role,)

    mails = await database.fetch("SELECT kind FROM outbox_mail ORDER BY id")
    assert [row[0] for row in mails] == ["mandate_granted", "mandate_changed", "mandate_changed"]


async def test_test_persons_come_only_into_a_database_for_trying_out(
    database: Database, tmp_path: Path
) -> None:
    path = write(tmp_path, [lines.person(identityCode="010170-999R")])
    assert await refusals(database, path) == [
        "line 1: customer C-1: identityCode is no Finnish identity code, or that of a test person"
    ]
    async with database.transaction() as transaction:
        await mark_database(transaction, DatabaseKind.TEST, NOW)
    assert counts(await take(database, path)) == {"customer": (1, 0, 0)}


@pytest.mark.usefixtures("world")
async def test_no_identity_code_is_kept_or_hashed_without_a_key(database: Database, tmp_path: Path) -> None:
    await take(database, write(tmp_path, everything()))
    kept = str(await dump(database)) + str(
        [
            tuple(row)
            for row in await database.fetch("SELECT kind, source_id, content_hash FROM master_record")
        ]
    )
    assert "131052" not in kept
    with_code = orjson.dumps(lines.person(), option=orjson.OPT_SORT_KEYS)
    assert with_code.hex() not in kept


@pytest.mark.usefixtures("world")
async def test_documents_are_dated_when_they_first_came(database: Database, tmp_path: Path) -> None:
    await take(database, write(tmp_path, everything()))
    await take(
        database, write(tmp_path, [lines.document(version=2, title="Toinen")]), NOW + timedelta(days=9)
    )
    assert await one(database, "SELECT title, created_at FROM document") == (
        "Toinen",
        to_epoch_microseconds(NOW),
    )


@pytest.mark.usefixtures("world")
async def test_a_document_may_name_its_invoice_by_number(database: Database, tmp_path: Path) -> None:
    by_number = lines.document(invoice=None, invoiceNumber="2026110001")
    await take(database, write(tmp_path, [*everything()[1:], by_number]))
    later = lines.document(id="D-2", invoice=None, invoiceNumber="2026110002")
    await take(database, write(tmp_path, [later]))

    rows = await database.fetch(
        "SELECT i.number FROM document d JOIN invoice i ON i.id = d.invoice_id ORDER BY i.number"
    )
    assert [row[0] for row in rows] == ["2026110001", "2026110002"]
