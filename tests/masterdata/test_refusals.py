"""What is not taken, and in which words: nothing of the file is kept."""

from pathlib import Path
from typing import Any

import pytest

from omavirta.masterdata.reading import LONGEST_LINE
from omavirta.masterdata.values import LARGEST_DOCUMENT
from omavirta.storage.database import Database
from support import master_data as lines
from support.factory import World
from support.master_data import ROWS, Line, dump, everything, refusals, take, write

pytestmark = pytest.mark.anyio


def row(**changes: Any) -> Line:
    return {**ROWS[0], **changes}


def without(line: Line, name: str) -> Line:
    return {key: value for key, value in line.items() if key != name}


def specified(net: str, vat: str, rate: str = "25.5") -> list[Line]:
    return [{"rate": rate, "net": net, "vat": vat}]


BY_ITSELF: list[tuple[Line | bytes, str]] = [
    (b"{", "the line is no JSON"),
    (b"\xff", "the line is not in UTF-8: byte 1 of it is no character"),
    (b'{"type": "\xe4"}', "the line is not in UTF-8: byte 11"),
    (b"[" * 5_000, "the line is nested too deeply"),
    (b"[]", "the line is no JSON object"),
    (b"{}", "type is missing; it is one of networkCompany, product, customer"),
    (b'{"type": "client"}', "type is none of networkCompany"),
    (b'{"type": 1}', "type is none of networkCompany"),
    (lines.person(name="A\x00B"), "customer C-1: name has a control character in it"),
    (lines.person(id="C\x07"), "customer C: id has a control character in it"),
    (lines.person(name=""), "name is empty"),
    (lines.person(name="x" * 201), "name is too long: it has at most 200 characters"),
    (lines.person(name=7), "name is no text"),
    (b'{"name": "\\ud800x"}', "the line is no JSON"),
    (without(lines.person(), "number"), "number is missing"),
    (lines.person(nickname="Aino"), "nickname is no field that is known here"),
    (lines.person(version=0), "version is less than 1"),
    (lines.person(version="7"), "version is no whole number"),
    (lines.person(version=2**63), "version is more than 9223372036854775807"),
    (lines.person(kind="HUMAN"), "kind is none of 'PERSON' or 'COMPANY'"),
    (lines.person(identityCode="131052-308U"), "identityCode is no Finnish identity code"),
    (lines.person(identityCode=131052), "identityCode is no identity code"),
    (lines.person(businessId="2077474-0"), "a person has no businessId and no contacts"),
    (lines.company(businessId="2077474-1"), "businessId 2077474-1 is no Finnish business id"),
    (lines.company(identityCode="131052-308T"), "a company has no identityCode"),
    (lines.company(contacts=lines.company()["contacts"] * 2), "contacts has a person twice"),
    (lines.metering_point(gsrn="643007127123456781"), "gsrn the last digit does not fit the others"),
    (lines.metering_point(gsrn="6430"), "gsrn a metering point id has 18 digits, this one has 4"),
    (lines.metering_point(climateZone=5), "climateZone is more than 4"),
    (lines.network_company(website="javascript:alert(1)"), "website is no address of a web page"),
    (lines.contract(endDate="2024-12-31"), "endDate 2024-12-31 is before 2025-01-01"),
    (lines.contract(startDate="2025-02-30"), "startDate 2025-02-30 is a day that does not exist"),
    (lines.contract(startDate=20250101), "startDate is no day"),
    (lines.contract(startDate="20250101"), "startDate is no day"),
    (lines.contract(startDate="0001-01-01"), "startDate 0001-01-01 is no day between 1900 and 2200"),
    (lines.contract(soldAtDistance="yes"), "soldAtDistance is neither true nor false"),
    (lines.contract(spotShare="1.1"), "spotShare 1.1 is not between 0 and 1"),
    (
        lines.product(prices=[lines.price(amount="8.123456")]),
        "prices[1].amount 8.123456 has more than 5 decimals",
    ),
    (lines.product(prices=[lines.price(amount=8.49)]), "prices[1].amount is no number written as a string"),
    (lines.product(prices=[lines.price(amount="12345678")]), "12345678 is too large"),
    (lines.product(prices=[lines.price(vatRate="25.55")]), "vatRate 25.55 has more than one decimal"),
    (lines.product(prices=[lines.price(vatRate="-1")]), "vatRate -1 is below zero"),
    (lines.product(prices=[lines.price(unit="EUR_PER_MONTH")]), "ENERGY is not in EUR_PER_MONTH"),
    (
        lines.product(prices=[lines.price(validTo="2020-06-30"), lines.price(validFrom="2020-06-30")]),
        "prices has two of the kind ENERGY on 2020-06-30; the earlier one ends on 2020-06-29 at the latest",
    ),
    (lines.product(prices=[lines.price()] * 2), "prices has two of the kind ENERGY on 2019-01-01"),
    (lines.product(names={"fi": "Vakaa"}), "names.sv is missing"),
    (lines.invoice(total="39.95"), "its VAT specification makes 39.96, and its total is 39.95"),
    (lines.invoice(total="39.95", vatSpecification=[]), "its rows make 39.96, and its total is 39.95"),
    (lines.invoice(net="31.00"), "its VAT specification makes net 31.84, and it says 31.00"),
    (
        lines.invoice(vatSpecification=specified("30.84", "9.12")),
        "net 30.84 and VAT 9.12 at 25.5 %, and its rows make 31.84 and 8.12",
    ),
    (
        lines.invoice(vatSpecification=specified("31.84", "8.12") * 2),
        "its VAT specification has a rate twice",
    ),
    (
        lines.invoice(vatSpecification=[*specified("31.84", "8.12", "24"), *specified("0", "0")]),
        "net 0 and VAT 0 at 25.5 %, and its rows make 31.84 and 8.12",
    ),
    (lines.invoice(rows=[row(gross="35.02"), ROWS[1]]), "27.90 and VAT 7.11 make 35.01, not 35.02"),
    (lines.invoice(rows=[row(vat="8.11", gross="36.01"), ROWS[1]]), "VAT 8.11 is not 25.5 % of 27.90"),
    (lines.invoice(rows=[row(net="27.905"), ROWS[1]]), "rows[1].net 27.905 has more than 2 decimals"),
    (lines.invoice(rows=[row(quantity="1.1234567")]), "quantity 1.1234567 has more than 6 decimals"),
    (
        lines.invoice(rows=[row(periodTo="2026-09-30"), ROWS[1]]),
        "its period ends on 2026-09-30, before it begins",
    ),
    (lines.invoice(rows=[]), "rows is empty"),
    (lines.invoice(rows=[ROWS[1]] * 10_001), "rows has more than 10000 entries"),
    (lines.invoice(rows=[row(component="COFFEE"), ROWS[1]]), "rows[1].component is none of 'ENERGY'"),
    (lines.invoice(dueDate="2026-11-04"), "it is due on 2026-11-04, before its date 2026-11-05"),
    (lines.invoice(periodTo="2026-09-30"), "its period ends on 2026-09-30, before it begins on 2026-10-01"),
    (
        lines.invoice(reference="20261100018"),
        "the last digit of the reference number 20261100018 should be 7",
    ),
    (lines.invoice(reference="RF351234561"), "RF351234561 is not an RF reference"),
    (lines.invoice(iban="FI2112345600000786"), "FI2112345600000786 is no IBAN"),
    (lines.invoice(bic="NOBANK"), "NOBANK is no BIC"),
    (lines.invoice(barCode="4211"), "a bank bar code has 54 digits"),
    (lines.invoice(paidOn="2026-11-18"), "it says it was paid on 2026-11-18, and paid is zero"),
    (lines.invoice(billedAt="2026-11-05T06:00:00"), "billedAt is no moment with its offset"),
    (lines.invoice(creditsNumber="1"), "only a credit note credits an invoice"),
    (without(lines.credit_note(), "creditsNumber"), "a credit note names the invoice that it credits"),
    (lines.credit_note(creditsNumber="2026110002"), "a credit note cannot credit itself"),
    (
        lines.invoice(kind="CREDIT_NOTE", creditsNumber="1"),
        "a credit note's total is negative; this one is 39.96",
    ),
    (lines.document(content=b"<html>"), "content is no PDF, or is cut off"),
    (lines.document(lines.PDF[:-8]), "content is no PDF, or is cut off"),
    (lines.document() | {"content": "%%%"}, "content is no Base64"),
    (
        lines.document(lines.PDF + bytes(LARGEST_DOCUMENT)),
        f"content has {LARGEST_DOCUMENT + len(lines.PDF):,} bytes, and a document has 5,242,880 at most",
    ),
    (lines.document(kind="CONFIRMATION"), "CONFIRMATION its contract"),
    (lines.document(invoiceNumber="1"), "names its invoice by id or by number, not by both"),
    (lines.document(title="x" * (LONGEST_LINE + 1)), f"the line has more than {LONGEST_LINE:,} bytes"),
]


@pytest.mark.parametrize(("line", "reason"), BY_ITSELF, ids=[reason[:60] for _, reason in BY_ITSELF])
async def test_a_line_that_does_not_hold(
    sqlite_database: Database, tmp_path: Path, line: Line | bytes, reason: str
) -> None:
    found = await refusals(sqlite_database, write(tmp_path, [lines.network_company(id="V-9"), line]))

    assert found[0].startswith("line 2: "), found
    assert any(reason in one for one in found), found
    assert all(rows == [] for rows in (await dump(sqlite_database)).values())


AMONG_OTHERS: list[tuple[list[Line], list[str]]] = [
    (
        [lines.contract()],
        [
            "line 1: contract K-1: customer names customer C-1, which is neither in the file nor in the portal",
            "line 1: contract K-1: meteringPoint names meteringPoint MP-1, which is neither in the file nor in the portal",
            "line 1: contract K-1: product names product P-1, which is neither in the file nor in the portal",
        ],
    ),
    (
        [lines.person(), lines.company(), lines.person(version=2)],
        ["line 3: customer C-1 stands on line 1 already"],
    ),
    (
        [lines.person(), lines.company(number="10001")],
        ["line 2: customer C-2: its number is that of customer C-1 on line 1"],
    ),
    (
        [lines.network_company(), lines.metering_point(), lines.metering_point(id="MP-2")],
        ["line 3: meteringPoint MP-2: its gsrn is that of meteringPoint MP-1 on line 2"],
    ),
    (
        [lines.company(), lines.mandate(account="nobody@example.fi")],
        [
            (
                "line 2: mandate M-1: there is no such account in the portal; name the person in the company's contacts"
                " instead, and they can act for it once they register"
            )
        ],
    ),
    (
        [*everything(), lines.contract(id="K-2", number="S-2", customer="C-2", startDate="2026-01-01")],
        [
            (
                "line 11: contract number S-2: contract number S-1 on line 5 is for the same metering point from 2025-01-01"
                " without an end"
            )
        ],
    ),
    (
        [
            *(line for line in everything() if line["id"] not in {"I-1", "D-1"}),
        ],
        [
            "line 2: credit note number 2026110002 credits invoice number 2026110001, and the customer has no such invoice"
        ],
    ),
    (
        [*everything(), lines.document(id="D-2", customer="C-2")],
        ["line 11: document D-2: invoice names invoice I-1 of another customer"],
    ),
    (
        [*everything(), lines.invoice(id="I-3", number="3", customer="C-2", creditsNumber=None)],
        ["line 11: invoice I-3: contract names contract K-1 of another customer"],
    ),
    (
        [*everything(), lines.document(id="D-2", customer="C-2", invoice=None, invoiceNumber="2026110001")],
        ["line 11: document D-2: the customer has no invoice with the number 2026110001"],
    ),
    (
        [
            *everything(),
            lines.invoice(id="I-3", number="3", customer="C-2", contract=None, creditsNumber=None),
            lines.invoice(
                id="I-4",
                number="4",
                customer="C-2",
                contract=None,
                meteringPoint=None,
                rows=[ROWS[0], {**ROWS[1], "meteringPoint": "MP-1"}],
            ),
        ],
        [
            "line 11: invoice I-3: meteringPoint names meteringPoint MP-1, which the customer has no contract for",
            "line 12: invoice I-4: row 2, meteringPoint names meteringPoint MP-1, which the customer has no contract for",
        ],
    ),
    ([], ["None: the file has no records"]),
]


@pytest.mark.parametrize(("file", "expected"), AMONG_OTHERS, ids=[one[0][:60] for _, one in AMONG_OTHERS])
async def test_a_file_that_does_not_hold(
    database: Database, tmp_path: Path, file: list[Line], expected: list[str]
) -> None:
    await World(database).account("aino")

    assert await refusals(database, write(tmp_path, file)) == expected
    assert all(rows == [] for rows in (await dump(database)).values())
    assert await database.fetch("SELECT 1 FROM master_record") == []
    assert await database.fetch("SELECT 1 FROM outbox_mail") == []


AFTER_OTHERS: list[tuple[list[Line], list[str]]] = [
    (
        [lines.invoice(id="I-3", number="3", customer="C-2", contract=None)],
        [
            "line 1: invoice I-3: meteringPoint names meteringPoint MP-1, which the customer has no contract for"
        ],
    ),
    (
        [
            lines.metering_point(id="MP-2", gsrn=lines.GSRNS[1]),
            lines.contract(version=2, meteringPoint="MP-2"),
            lines.invoice(id="I-3", number="3"),
        ],
        [
            "line 3: invoice I-3: meteringPoint names meteringPoint MP-1, which the customer has no contract for"
        ],
    ),
    (
        [lines.person(name="Aino Korhonen")],
        ["line 1: customer C-1: version 1 was taken before and said something else; send a higher one"],
    ),
    (
        [lines.person(id="C-9")],
        ["line 1: customer C-9: its number is that of customer C-1 in the portal"],
    ),
    (
        [lines.contract(version=2, customer="C-2")],
        [
            "line 1: contract K-1: it is another customer's, and cannot become this one's; send it with an id of its own"
        ],
    ),
    (
        [
            lines.contract(
                id="K-2", number="S-2", customer="C-2", startDate="2024-01-01", endDate="2025-01-01"
            )
        ],
        [
            (
                "line 1: contract number S-2: contract number S-1 in the portal is for the same metering point from 2025-01-01"
                " without an end"
            )
        ],
    ),
    (
        [lines.credit_note(version=2, creditsNumber="2026999")],
        [
            "line 1: credit note number 2026110002 credits invoice number 2026999, and the customer has no such invoice"
        ],
    ),
    (
        [lines.invoice(version=2, number="2026999", reference=None)],
        [
            "None: credit note number 2026110002 credits invoice number 2026110001, and the customer has no such invoice"
        ],
    ),
    (
        [lines.metering_point(id="MP-2"), lines.contract(version=2, meteringPoint="MP-2")],
        ["line 1: meteringPoint MP-2: its gsrn is that of meteringPoint MP-1 in the portal"],
    ),
]


@pytest.mark.parametrize(("file", "expected"), AFTER_OTHERS, ids=[one[0][:60] for _, one in AFTER_OTHERS])
async def test_a_file_that_does_not_fit_what_is_there(
    database: Database, tmp_path: Path, file: list[Line], expected: list[str]
) -> None:
    await World(database).account("aino")
    await take(database, write(tmp_path, everything()))
    before = await dump(database)

    assert await refusals(database, write(tmp_path, file)) == expected
    assert await dump(database) == before


async def test_a_contract_may_follow_another_and_take_its_place(database: Database, tmp_path: Path) -> None:
    """One ends the day before, and the other is shortened in the same file."""
    await World(database).account("aino")
    await take(database, write(tmp_path, everything()))
    following = lines.contract(id="K-2", number="S-2", customer="C-2", startDate="2026-01-01")

    found = await refusals(
        database, write(tmp_path, [following, lines.contract(version=2, endDate="2025-12-31")])
    )

    assert found == []
    assert len(await database.fetch("SELECT 1 FROM contract")) == 2


async def test_no_more_than_twenty_problems_are_told(sqlite_database: Database, tmp_path: Path) -> None:
    many = [lines.person(id=f"C-{number}", number="") for number in range(1_000)]
    found = await refusals(sqlite_database, write(tmp_path, many))
    assert len(found) == 20
    assert found[-1].startswith("line 20: ")


async def test_an_invoice_of_ten_thousand_rows_is_taken(database: Database, tmp_path: Path) -> None:
    await World(database).account("aino")
    large = lines.invoice(
        rows=[{**ROWS[1], "net": "0.08", "vat": "0.02", "gross": "0.10"}] * 10_000,
        total="1000.00",
        net=None,
        vat=None,
        vatSpecification=[],
    )
    others = [line for line in everything() if line["id"] not in {"I-1", "I-2", "D-1"}]

    assert await refusals(database, write(tmp_path, [*others, large])) == []
    assert len(await database.fetch("SELECT 1 FROM invoice_row")) == 10_000
