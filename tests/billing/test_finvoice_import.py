"""Taking in Finvoice: what it comes as, whose it is, and that a file with a fault is not taken at all."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from omavirta.api.access import EVERY_SCOPE, Access
from omavirta.billing.finvoice_import import FinvoiceSummary, import_finvoice_file
from omavirta.billing.kinds import InvoiceKind, InvoiceRowCategory
from omavirta.billing.queries import InvoiceData, InvoiceRowRow, invoice_rows, invoices
from omavirta.contracts.models import Contract
from omavirta.customers.models import Customer
from omavirta.errors import FileRefused
from omavirta.storage.database import Database, as_uuid
from support.factory import World
from support.finvoice import BAR_CODE, CONTRACT, GSRN, ROWS, Finvoice, Row, credit_note, document, framed

pytestmark = pytest.mark.anyio

NOW = datetime(2026, 11, 25, 10, 0, tzinfo=UTC)
OTHER_GSRN = "643007127000000013"


@dataclass
class Household:
    database: Database
    world: World
    folder: Path
    customer: UUID
    point: UUID
    contract: UUID

    async def take(self, content: bytes) -> FinvoiceSummary:
        path = self.folder / "billing.xml"
        path.write_bytes(content)
        return await import_finvoice_file(self.database, path, lambda: NOW)

    async def refusals(self, content: bytes) -> list[tuple[str | None, str]]:
        """What a file is refused for, and that nothing of it is kept."""
        before = await self.counts()
        with pytest.raises(FileRefused) as refused:
            await self.take(content)
        assert await self.counts() == before
        return [(one.place, one.reason) for one in (refused.value, *refused.value.others)]

    async def reason(self, content: bytes) -> str:
        (found,) = await self.refusals(content)
        return found[1]

    async def counts(self) -> list[int]:
        tables = ("invoice", "invoice_row", "import_ledger", "master_record")
        return [int((await self.database.fetch(f"SELECT COUNT(*) FROM {table}"))[0][0]) for table in tables]

    async def all(self) -> list[tuple[InvoiceData, list[InvoiceRowRow]]]:
        """By number."""
        ids = [as_uuid(row[0]) for row in await self.database.fetch("SELECT id FROM invoice")]
        customers = [as_uuid(row[0]) for row in await self.database.fetch("SELECT id FROM customer")]
        access = Access(None, tuple(customers), EVERY_SCOPE)
        found = await invoices(self.database, access, ids)
        rows = await invoice_rows(self.database, access, ids)
        return sorted(((one, rows[one.id]) for one in found.values()), key=lambda pair: pair[0].number)

    async def only(self) -> tuple[InvoiceData, list[InvoiceRowRow]]:
        (found,) = await self.all()
        return found


@pytest.fixture
async def household(database: Database, tmp_path: Path) -> Household:
    world = await World(database).start()
    customer, point = await world.customer("Tero Äyrämö"), await world.point("Koti", GSRN)
    contract = await world.contract(customer, point)
    with database.orm():
        await Contract.filter(id=contract).update(number=CONTRACT)
    return Household(database, world, tmp_path, customer, point, contract)


async def test_an_invoice_is_kept_as_billing_said_it(household: Household) -> None:
    text = "Hinta nousee 1.1.2027, enintään 2 €."
    summary = await household.take(Finvoice(text=text).bytes())
    assert summary == FinvoiceSummary(invoices=1, credit_notes=0, rows=2, written=1, unchanged=0)
    invoice, rows = await household.only()
    assert invoice.customer_id == household.customer
    assert invoice.contract_id == household.contract
    assert invoice.metering_point_id == household.point
    assert (invoice.number, invoice.invoice_date, invoice.due_date) == (
        "2026110001",
        date(2026, 11, 5),
        date(2026, 11, 19),
    )
    assert (invoice.period_from, invoice.period_to) == (date(2026, 10, 1), date(2026, 10, 31))
    assert (invoice.total, invoice.net, invoice.vat) == (Decimal("39.96"), Decimal("31.84"), Decimal("8.12"))
    assert [tuple(map(str, share)) for share in invoice.vat_specification] == [("25.5", "31.84", "8.12")]
    assert (invoice.reference, invoice.iban, invoice.bic) == ("20261100017", "FI2112345600000785", "NDEAFIHH")
    assert invoice.bar_code == BAR_CODE
    assert invoice.payee == "Esimerkki Energia Oy"
    assert invoice.late_interest == Decimal("9.5")
    assert invoice.notices == (text,)
    assert [(row.description, row.category, row.component) for row in rows] == [
        ("Sähköenergia, yleissähkö", InvoiceRowCategory.SUPPLY, "ENERGY"),
        ("Perusmaksu", InvoiceRowCategory.SUPPLY, "MONTHLY_FEE"),
    ]
    assert (rows[0].quantity, rows[0].unit) == (Decimal("412.375"), "kWh")
    assert [row.gross for row in rows] == [Decimal("35.01"), Decimal("4.95")]


async def test_the_real_sample_is_taken(household: Household, shared_data: Path) -> None:
    sample = shared_data.parent / "domain" / "finvoice_sample.xml"
    if not sample.is_file():
        pytest.skip("the sample is not on this machine")
    summary = await import_finvoice_file(household.database, sample, lambda: NOW)
    assert summary.written == 1
    invoice, rows = await household.only()
    assert invoice.bar_code == BAR_CODE
    assert [str(row.unit_price_gross) for row in rows] == ["0.0849", "4.95"]


@pytest.mark.parametrize("encoding", ["ISO-8859-15", "UTF-8", "iso-8859-1"])
async def test_encodings(household: Household, encoding: str) -> None:
    await household.take(Finvoice().bytes(encoding))
    assert (await household.only())[1][0].description == "Sähköenergia, yleissähkö"


async def test_without_a_declaration_it_is_utf_8_with_or_without_a_mark(household: Household) -> None:
    bare = Finvoice().xml().encode()
    assert (await household.take(bare)).written == 1
    assert (await household.take(b"\xef\xbb\xbf" + bare)).unchanged == 1
    assert (await household.only())[1][0].description == "Sähköenergia, yleissähkö"


@pytest.mark.parametrize(
    "made",
    [
        lambda many: document(*many, wrapper="Finvoices"),
        lambda many: document(*many, encoding="UTF-8", wrapper="Envelope"),
        lambda many: framed(*many),
        lambda many: framed(*many[:2]) + framed(*many[2:], encoding="UTF-8"),
        lambda many: b"".join(one.bytes() for one in many),
    ],
)
async def test_many_in_a_file(household: Household, made: Any) -> None:
    many = [Finvoice(text=f"Lasku {number}").numbered(number) for number in range(1000, 1005)]
    summary = await household.take(made(many))
    assert (summary.invoices, summary.rows, summary.written) == (5, 10, 5)
    found = await household.all()
    assert [invoice.number for invoice, _ in found] == ["1000", "1001", "1002", "1003", "1004"]
    assert {rows[0].description for _, rows in found} == {"Sähköenergia, yleissähkö"}


async def test_the_same_file_again_and_other_files_with_the_same_change_nothing(household: Household) -> None:
    await household.take(Finvoice().bytes())
    before = await household.counts()
    again = await household.take(Finvoice().bytes())
    assert (again.written, again.unchanged) == (0, 1)
    assert await household.counts() == before
    other = await household.take(framed(Finvoice(), Finvoice().numbered(1000), encoding="UTF-8"))
    assert (other.written, other.unchanged) == (1, 1)
    # Billing sends a copy.
    assert (await household.take(Finvoice(origin="Copy").bytes())).unchanged == 1


async def test_a_number_says_the_same_for_good(household: Household) -> None:
    await household.take(Finvoice().bytes())
    reason = await household.reason(Finvoice(text="Toisin").bytes())
    assert reason == (
        "invoice 2026110001 was taken before and said something else; an invoice is corrected with a credit note"
    )


async def test_a_credit_note_undoes_its_invoice(household: Household) -> None:
    await household.take(Finvoice().bytes())
    summary = await household.take(credit_note().bytes())
    assert (summary.invoices, summary.credit_notes) == (1, 1)
    (invoice, _), (note, _) = await household.all()
    assert invoice.credited
    assert (note.kind, note.credits_number, note.total) == (
        InvoiceKind.CREDIT_NOTE,
        "2026110001",
        Decimal("-39.96"),
    )


async def test_a_credit_note_may_come_before_its_invoice_in_the_file(household: Household) -> None:
    await household.take(framed(credit_note(), Finvoice()))
    assert [invoice.credited for invoice, _ in await household.all()] == [True, False]


async def test_a_credit_note_without_its_invoice_is_refused(household: Household) -> None:
    place, reason = (await household.refusals(framed(Finvoice().numbered(1000), credit_note())))[0]
    assert reason == (
        "credit note 2026110002 credits invoice 2026110001, which is neither here nor in the file"
    )
    assert place is not None


SAID_TWICE = "its VAT specification makes 39.96, and its total is 39.97"
BAD: list[tuple[Finvoice, str]] = [
    (Finvoice(total="39,97", to_pay="39,97", bar_code=""), SAID_TWICE),
    (
        Finvoice(share=None, total="39,97", net="31,84", vat="8,13", to_pay="39,97", bar_code=""),
        "its rows make 39.96, and its total is 39.97",
    ),
    (
        Finvoice(share=("31,84", "24", "8,12")),
        "its VAT specification has net 31.84 and VAT 8.12 at 24 %, and its rows make 0 and 0",
    ),
    (
        Finvoice(rows=(replace(ROWS[0], vat="6.11", gross="34.01"), ROWS[1])),
        "row 1 (Sähköenergia, yleissähkö): VAT 6.11 is not 25.5 % of 27.90",
    ),
    (
        Finvoice(reference="20261100018", bar_code=""),
        "the last digit of the reference number 20261100018 should be 7",
    ),
    (Finvoice(reference="20261100020", bar_code=BAR_CODE), "its bank bar code has the reference"),
    (Finvoice(iban="FI2112345600000786", bar_code=""), "is no IBAN"),
    (Finvoice(iban="FI3715903000000776"), "its bank bar code is for the account FI2112345600000785"),
    (
        Finvoice(bar_code=BAR_CODE.replace("00003996", "00003997")),
        "its bank bar code says 39.97 euros, and its total is 39.96",
    ),
    (Finvoice(bar_code=BAR_CODE[:-6] + "261120"), "its bank bar code is due on 2026-11-20"),
    (Finvoice(bar_code="6" + BAR_CODE[1:]), "of version 6"),
    (Finvoice(bar_code=BAR_CODE[:-1]), "54 digits"),
    (Finvoice(to_pay="40,00"), "the bank is asked for 40.00, and its total is 39.96"),
    (Finvoice(pay_on="20261120"), "the bank is asked to pay on 2026-11-20, and it is due on 2026-11-19"),
    (Finvoice(due="", pay_on=""), "it does not say when it is due"),
    (Finvoice(period=None), "it does not say which days it is for"),
    (Finvoice(kind="INV06"), "its type is INV06"),
    (Finvoice(kind="INV02"), "a credit note names the invoice that it credits"),
    (Finvoice(origin="Cancel"), "that is done with a credit note"),
    (Finvoice(version="2.01"), "its version is 2.01"),
    (Finvoice(currency="SEK"), "is in SEK"),
    (Finvoice(number="1" * 21), "more than 20 characters"),
    (replace(credit_note(credits="1" * 21), number="2026110009"), "OriginalInvoiceNumber has more than 20"),
    (Finvoice(change=("39,96", "39.96")), "a comma before its decimals"),
    (Finvoice(change=(">20261105<", ">20261305<")), "InvoiceDate is '20261305'"),
    (
        Finvoice(change=("<InvoiceNumber>2026110001</InvoiceNumber>", "")),
        "InvoiceDetails has no InvoiceNumber",
    ),
    (Finvoice(change=("InvoiceDetails>", "Details>")), "it has no InvoiceDetails"),
    (Finvoice(change=("<RowVatRatePercent>25,5</RowVatRatePercent>", ""), share=None), "VAT rate"),
    (Finvoice(rows=()), "an invoice has from 1 to 10,000 rows"),
]


@pytest.mark.parametrize(("bad", "reason"), BAD, ids=range(len(BAD)))
async def test_a_wrong_invoice_is_refused_and_so_is_its_file(
    household: Household, bad: Finvoice, reason: str
) -> None:
    good = Finvoice().numbered(1000)
    refusals = await household.refusals(framed(good, bad, good.numbered(1001)))
    assert any(reason in why for _, why in refusals), refusals
    first_line = framed(good).count(b"\n") + 3
    places = {int(place.removeprefix("line ")) for place, _ in refusals if place}
    assert min(places) >= first_line
    assert all(
        bad.number in why or "has no InvoiceNumber" in why or "InvoiceDetails" in why for _, why in refusals
    )


ENTITIES = """<!DOCTYPE Finvoice [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
"""
EXTERNAL = '<!DOCTYPE Finvoice [<!ENTITY a SYSTEM "file:///etc/passwd">]>\n'
DTD = '<!DOCTYPE Finvoice SYSTEM "http://127.0.0.1:9/finvoice.dtd">\n'


@pytest.mark.parametrize(
    "declared", [ENTITIES, EXTERNAL, DTD, '<!DOCTYPE Finvoice [<!ENTITY % p "x"> %p;]>\n']
)
async def test_entities_and_document_types_are_refused(household: Household, declared: str) -> None:
    said = Finvoice(change=("Äyrämö", "&a;")).bytes()
    content = said.replace(b"?>\n", b"?>\n" + declared.encode(), 1)
    assert await household.refusals(content) == [
        ("line 2", "the file declares a document type or entities, which Finvoice never does")
    ]
    # Wherever it stands: between two, after the last, or in the middle of one.
    good = Finvoice().bytes()
    for sneaky in (
        good + declared.encode() + said,
        good + declared.encode(),
        good.replace(b"<EpiDetails>", declared.encode() + b"<EpiDetails>"),
    ):
        (found,) = await household.refusals(sneaky)
        assert "document type or entities" in found[1]


async def test_an_entity_that_nobody_declared_is_refused(household: Household) -> None:
    (found,) = await household.refusals(Finvoice(change=("Äyrämö", "&a;")).bytes())
    assert found[0] == "line 5"
    assert "the file is broken" in found[1]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "there is no <Finvoice> in it"),
        (b"a;b;c\n1;2;3\n", "there is no <Finvoice> in it"),
        (b'<?xml version="1.0"?><Invoice/>', "there is no <Finvoice> in it"),
        (b"\0" * 3_000_000, "there is no <Finvoice> for a long way"),
        # Looked through once, not once for each of them.
        (b"<?xml " * 150_000, "there is no <Finvoice> in it"),
        (Finvoice().xml().encode("utf-16"), "UTF-16"),
        (Finvoice().bytes()[:-20], "cut short"),
        (Finvoice().bytes() + b"<Finvoice Version", "cut short"),
        (Finvoice().bytes()[300:] + Finvoice().bytes(), "a message ends that never began"),
        (
            Finvoice().bytes().replace(b"ISO-8859-15", b"windows-1252", 1),
            "the file says that it is windows-1252",
        ),
        (Finvoice().bytes().replace(b"ISO-8859-15", b"UTF-8", 1), "not UTF-8"),
        (Finvoice().bytes().replace(b"</EpiDetails>", b"</Epi>"), "the file is broken"),
    ],
)
async def test_what_is_no_finvoice_is_refused(household: Household, content: bytes, reason: str) -> None:
    assert reason in await household.reason(content)


async def test_all_faults_of_a_file_are_told_up_to_twenty(household: Household) -> None:
    bad = [Finvoice(agreement="S-9").numbered(number) for number in range(1000, 1030)]
    refusals = await household.refusals(framed(*bad))
    assert len(refusals) == 20
    assert refusals[0][1] == "invoice 1000: there is no contract S-9"


class TestWhoseItIs:
    async def customer(self, household: Household, **fields: str) -> UUID | str:
        """Whose it was taken for, or why it was not."""
        try:
            await household.take(Finvoice(**fields).bytes())  # type: ignore[arg-type]  # texts all of them
        except FileRefused as refused:
            return refused.reason.removeprefix("invoice 2026110001: ")
        return (await household.only())[0].customer_id

    async def test_by_its_contract(self, household: Household) -> None:
        assert await self.customer(household) == household.customer

    async def test_by_its_metering_point_and_period(self, household: Household) -> None:
        assert await self.customer(household, agreement="") == household.customer
        invoice, _ = await household.only()
        assert invoice.contract_id is None
        assert invoice.metering_point_id == household.point

    async def test_by_the_customer_number_or_the_business_id(self, household: Household) -> None:
        company = await household.world.company()
        bare = tuple(replace(row, gsrn=None) for row in ROWS)
        said: list[dict[str, Any]] = [
            {"buyer": one} for one in ("4100000-7", "FI41000007", "41000007", "20001")
        ]
        said.append({"customer_number": "20001"})
        for number, fields in enumerate(said):
            made = Finvoice(agreement="", rows=bare, **fields).numbered(1000 + number)
            await household.take(made.bytes())
        assert {invoice.customer_id for invoice, _ in await household.all()} == {company}

    async def test_a_person_is_not_known_by_the_buyers_id(self, household: Household) -> None:
        # It may be anything; the contract says whose it is.
        assert await self.customer(household, buyer="0037123456789") == household.customer

    async def test_the_one_before_is_not_the_one_of_the_period(self, household: Household) -> None:
        async with household.database.transaction() as transaction:
            await transaction.execute("UPDATE contract SET start_date = $1", date(2026, 11, 1))
        assert await self.customer(household, agreement="") == f"no customer fits its metering point {GSRN}"

    async def test_what_it_says_has_to_agree(self, household: Household) -> None:
        stranger = await household.world.customer("Eero Mäkinen")
        other = await household.world.point("Mökki", OTHER_GSRN)
        await household.world.contract(stranger, other)
        rows = tuple(replace(row, gsrn=OTHER_GSRN) for row in ROWS)
        reason = await household.reason(Finvoice(rows=rows).bytes())
        assert reason == (
            f"invoice 2026110001: its contract {CONTRACT} and its metering point {OTHER_GSRN} are not of one customer"
        )

    async def test_a_number_that_two_have_is_not_enough(self, household: Household) -> None:
        stranger = await household.world.customer("Eero Mäkinen")
        other = await household.world.point("Mökki", OTHER_GSRN)
        contract = await household.world.contract(stranger, other)
        with household.database.orm():
            await Contract.filter(id=contract).update(number=CONTRACT)
            assert await Customer.all().count() == 2
        bare = tuple(replace(row, gsrn=None) for row in ROWS)
        reason = await household.reason(Finvoice(rows=bare).bytes())
        assert reason == f"invoice 2026110001: its contract {CONTRACT} fit 2 customers"
        # With the metering point there is one.
        assert await self.customer(household) == household.customer

    @pytest.mark.parametrize(
        ("fields", "reason"),
        [
            ({"agreement": "S-2"}, "there is no contract S-2"),
            ({"customer_number": "999"}, "no customer fits its customer number 999"),
        ],
    )
    async def test_an_unknown_number(self, household: Household, fields: dict[str, str], reason: str) -> None:
        assert await self.customer(household, **fields) == reason

    @pytest.mark.parametrize(
        ("gsrn", "reason"),
        [
            (OTHER_GSRN, f"metering point {OTHER_GSRN} is none of ours"),
            ("643007127123456781", "a digit is wrong"),
            ("6430", "has 18 digits"),
        ],
    )
    async def test_an_unknown_metering_point(self, household: Household, gsrn: str, reason: str) -> None:
        rows = (replace(ROWS[0], gsrn=gsrn), ROWS[1])
        assert reason in await household.reason(Finvoice(rows=rows).bytes())

    async def test_nothing_said(self, household: Household) -> None:
        bare = tuple(replace(row, gsrn=None) for row in ROWS)
        assert "it does not say whose it is" in await household.reason(
            Finvoice(agreement="", rows=bare).bytes()
        )


async def test_an_invoice_for_several_points_says_by_row_which(household: Household) -> None:
    other = await household.world.point("Mökki", OTHER_GSRN)
    await household.world.contract(household.customer, other)
    rows: Sequence[Row] = (ROWS[0], replace(ROWS[1], gsrn=OTHER_GSRN))
    await household.take(Finvoice(agreement="", rows=tuple(rows)).bytes())
    invoice, found = await household.only()
    assert invoice.metering_point_id is None
    assert [row.metering_point_id for row in found] == [household.point, other]


async def test_meter_reading_rows_and_texts(household: Household) -> None:
    reading = (
        '<RowUsedQuantity QuantityUnitCode="kWh">412,375</RowUsedQuantity>'
        '<RowPreviousMeterReadingDate Format="CCYYMMDD">20261001</RowPreviousMeterReadingDate>'
        '<RowLatestMeterReadingDate Format="CCYYMMDD">20261031</RowLatestMeterReadingDate>'
    )
    text = "<InvoiceRow><RowFreeText>Mittari vaihdettu.</RowFreeText></InvoiceRow>\n  <EpiDetails>"
    made = Finvoice(
        rows=(replace(ROWS[0], extra=reading, quantity=""), ROWS[1]),
        period=None,
        change=("<EpiDetails>", text),
    )
    await household.take(made.bytes())
    invoice, rows = await household.only()
    assert (rows[0].quantity, rows[0].unit) == (Decimal("412.375"), "kWh")
    assert (rows[0].period_from, rows[0].period_to) == (date(2026, 10, 1), date(2026, 10, 31))
    # The invoice is for the days of its rows, where it does not say its own.
    assert (invoice.period_from, invoice.period_to) == (date(2026, 10, 1), date(2026, 10, 31))
    assert invoice.notices == ("Mittari vaihdettu.",)


def large(count: int) -> Finvoice:
    rows = tuple(
        Row(f"Energia {number}", "1.26", "10,5", "kWh", net="1.00", vat="0.26") for number in range(count)
    )
    net, vat = count, Decimal("0.26") * count
    total = f"{net + vat:.2f}".replace(".", ",")
    return Finvoice(
        rows=rows,
        share=None,
        net=f"{net},00",
        vat=f"{vat:.2f}".replace(".", ","),
        total=total,
        to_pay=total,
        bar_code="",
    )


async def test_ten_thousand_rows(household: Household) -> None:
    summary = await household.take(large(10_000).bytes())
    assert (summary.rows, summary.written) == (10_000, 1)
    _, rows = await household.only()
    assert len(rows) == 10_000
    assert rows[-1].description == "Energia 9999"


async def test_more_rows_than_that_are_refused(household: Household) -> None:
    assert "this one has 10,001" in await household.reason(large(10_001).bytes())
