import asyncio
import csv
import io
import logging
import zipfile
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import orjson
import pytest

from omavirta.api.access import Scope
from omavirta.clock import to_epoch_microseconds
from omavirta.contracts.models import PriceComponent
from omavirta.contracts.retailer import load_retailer
from omavirta.documents.making import DocumentMaker
from omavirta.documents.rendering import Typesetter
from omavirta.exports import worker
from omavirta.exports.contents import contents
from omavirta.exports.entry import Entry
from omavirta.exports.worker import ExportWorker
from omavirta.identity.accounts import hold_account
from omavirta.identity.exports import (
    LEASE,
    ClaimLostError,
    ExportRow,
    claim_export,
    find_export,
    note_steps,
    read_parts,
    request_export,
    store_part,
)
from omavirta.identity.housekeeping import delete_past
from omavirta.identity.tokens import create_token
from omavirta.metering.models import MeteringPoint
from omavirta.metering.quality import Quality
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio

URL = "https://oma.example.fi"
RETAILER = load_retailer(Path(__file__).parents[2] / "fixtures" / "retailer.json")
MAKER = DocumentMaker(Typesetter(), RETAILER, URL)
OTHER_GSRN = "643007127000000020"


async def request(database: Database, account: UUID, now: datetime = NOW) -> ExportRow | None:
    async with database.transaction() as transaction:
        assert await hold_account(transaction, account)
        return await request_export(transaction, account, now)


async def make(database: Database, now: datetime = NOW) -> None:
    """What the worker does at its next turn."""
    claim = await claim_export(database, now)
    assert claim is not None
    await ExportWorker(database, MAKER, URL, lambda: now).make(claim)


async def archive(database: Database, export_id: UUID) -> zipfile.ZipFile:
    data = b"".join([part async for part in read_parts(database, export_id)])
    return zipfile.ZipFile(io.BytesIO(data))


async def exported(database: Database, account: UUID) -> zipfile.ZipFile:
    asked = await request(database, account)
    assert asked is not None
    await make(database)
    return await archive(database, asked.id)


async def mails(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT kind FROM outbox_mail")]


async def household(database: Database) -> dict[str, UUID]:
    world = await World(database).start()
    customer, company = await world.customer(), await world.customer("Kahvila Kuusama Oy", "COMPANY")
    stranger = await world.customer("Eero Mäkinen")
    point, other = await world.point(), await world.point("Mökki", OTHER_GSRN)
    account = await world.account("aino", customer, company)
    await world.contract(customer, point, date(2026, 10, 24), date(2026, 10, 25))
    await world.contract(stranger, point, date(2026, 10, 26))
    await world.contract(company, other)
    await world.invoice(customer, point, date(2026, 11, 1))
    await world.invoice(customer, None, date(2026, 12, 1), paid="39.96")
    await world.invoice(company, other, date(2026, 11, 2))
    await world.invoice(stranger, point, date(2026, 11, 3))
    for day in range(23, 28):
        await world.consumption(point, date(2026, 10, day))
        await world.consumption(other, date(2026, 10, day))
    return {"account": account, "point": point, "stranger": await world.account("eero", stranger)}


async def test_the_archive_holds_ones_own_and_nothing_else(database: Database) -> None:
    world = await household(database)
    with database.orm():
        await MeteringPoint.filter(id=world["point"]).update(dwelling="HOUSE", floor_area_m2=142)
    await session_cookie(database, world["account"])
    async with database.transaction() as transaction:
        token = await create_token(
            transaction,
            world["account"],
            [Scope.CONSUMPTION_READ],
            NOW,
            name="Kotiautomaatio",
            metering_point_ids=[world["point"]],
        )
    found = await exported(database, world["account"])
    assert found.testzip() is None
    assert found.namelist() == [
        "README.txt",
        "account.json",
        "security_events.json",
        "messages.json",
        "customers.json",
        "contracts.json",
        "invoices.json",
        "invoices.csv",
        "consumption/643007127000000013.csv",
        "documents/contracts/contract-000004.pdf",
        "documents/invoices/invoice-000008.pdf",
        "documents/invoices/invoice-000007.pdf",
    ]
    account = orjson.loads(found.read("account.json"))
    assert (account["userName"], account["email"]) == ("aino", "aino@example.fi")
    assert account["accessTokens"][0]["name"] == "Kotiautomaatio"
    assert account["accessTokens"][0]["meteringPoints"] == ["643007127000000013"]
    assert account["sessions"][0]["createdAt"] == "2026-11-25T12:00:00+02:00"
    assert [company["name"] for company in account["companies"]] == ["Kahvila Kuusama Oy"]
    assert [item["name"] for item in orjson.loads(found.read("customers.json"))] == ["Aino Virtanen"]
    contracts = orjson.loads(found.read("contracts.json"))
    assert [(item["startDate"], item["endDate"]) for item in contracts] == [("2026-10-24", "2026-10-25")]
    assert contracts[0]["meteringPoint"]["gsrn"] == "643007127000000013"
    assert contracts[0]["meteringPoint"]["name"] is None  # the present customer's word
    assert contracts[0]["meteringPoint"]["dwelling"] == "HOUSE"
    assert contracts[0]["meteringPoint"]["floorAreaM2"] == 142
    invoices = orjson.loads(found.read("invoices.json"))
    assert [(item["invoiceDate"], item["total"], item["paid"]) for item in invoices] == [
        ("2026-12-01", "39.96", "39.96"),
        ("2026-11-01", "39.96", "0.00"),
    ]
    assert invoices[0]["rows"][0]["description"] == "Energia"
    table = list(csv.DictReader(io.StringIO(found.read("invoices.csv").decode())))
    assert [row["invoiceDate"] for row in table] == ["2026-12-01", "2026-11-01"]
    assert [event["event"] for event in orjson.loads(found.read("security_events.json"))] == [
        "data_export_requested"
    ]
    assert token is not None
    everything = b"".join(found.read(name) for name in found.namelist())
    for secret in (token.text.encode(), b"Eero", b"password_hash", b"secret", OTHER_GSRN.encode()):
        assert secret not in everything


async def test_a_contract_says_what_it_costs_as_the_api_does(database: Database) -> None:
    world = World(database)
    await world.start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    with database.orm():
        await PriceComponent.create(
            product_id=world.product_id,
            kind="ENERGY",
            amount="7.49",
            unit="CENT_PER_KWH",
            vat_rate="25.5",
            vat_included=True,
            valid_from=date(2026, 1, 1),
        )
    found = await exported(database, await world.account("aino", customer))
    assert orjson.loads(found.read("contracts.json"))[0]["priceComponents"] == [
        {
            "kind": "ENERGY",
            "amount": "7.49",
            "unit": "CENT_PER_KWH",
            "vatRate": "25.50",
            "vatIncluded": True,
            "validFrom": "2026-01-01",
            "validTo": None,
        }
    ]


async def test_consumption_is_of_ones_own_days_by_quarter_hours_with_offsets(database: Database) -> None:
    world = await household(database)
    found = await exported(database, world["account"])
    rows = list(csv.DictReader(io.StringIO(found.read("consumption/643007127000000013.csv").decode())))
    assert len(rows) == 96 + 100  # the day before the clocks change, and the day they do
    assert rows[0] == {
        "start": "2026-10-24T00:00:00+03:00",
        "end": "2026-10-24T00:15:00+03:00",
        "energy_kwh": "0.250000",
        "quality": "MEASURED",
    }
    assert rows[-1]["end"] == "2026-10-26T00:00:00+02:00"
    starts = [row["start"] for row in rows]
    assert "2026-10-25T03:00:00+03:00" in starts
    assert "2026-10-25T03:00:00+02:00" in starts


async def test_a_gap_is_empty_and_says_why(database: Database) -> None:
    world = World(database)
    await world.start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    account = await world.account("aino", customer)
    qualities = [Quality.MISSING] + [Quality.MEASURED] * 95
    await world.consumption(point, date(2026, 1, 31), 1_234_567, qualities, series=2)
    await world.consumption(point, date(2026, 2, 2), 1, minutes=60, series=2)
    found = await exported(database, account)
    rows = list(csv.reader(io.StringIO(found.read("production/643007127000000013.csv").decode())))
    assert [row[2:] for row in rows[1:3]] == [["", "MISSING"], ["1.234567", "MEASURED"]]
    assert [row[2:] for row in rows[97:98]] == [["", "MISSING"]]  # a day that was never delivered
    assert [row[2:] for row in rows[193:195]] == [["0.000001", "CALCULATED"], ["0.000000", "CALCULATED"]]


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("fi", "sinun tietosi 25.11.2026"),
        ("sv", "dina uppgifter 25.11.2026"),
        ("en", "your data, 2026-11-25"),
    ],
)
async def test_the_readme_names_every_file_in_ones_language(
    database: Database, language: str, word: str
) -> None:
    world = await household(database)
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET language = $1", language)
    found = await exported(database, world["account"])
    text = found.read("README.txt").decode()
    assert word in text
    for name in found.namelist():
        assert name == "README.txt" or name.partition("/")[0] in text
    assert "production/" not in text


async def test_it_is_told_once_and_the_progress_is_full(database: Database) -> None:
    world = await household(database)
    asked = await request(database, world["account"])
    assert asked is not None
    await make(database)
    done = await find_export(database, world["account"])
    assert done is not None
    assert done.finished_at == to_epoch_microseconds(NOW)
    assert done.steps_done == done.steps_total == 13
    assert done.size == len(b"".join([part async for part in read_parts(database, done.id)]))
    assert await mails(database) == ["data_export_ready"]
    assert await claim_export(database, NOW) is None


async def test_a_worker_that_dies_is_followed_by_another_when_its_minute_is_over(database: Database) -> None:
    world = await household(database)
    asked = await request(database, world["account"])
    assert asked is not None
    dead = await claim_export(database, NOW)
    assert dead is not None
    dead = await note_steps(database, dead, 3, 10, NOW)
    dead = await store_part(database, dead, 0, b"the beginning of something", NOW)
    assert await claim_export(database, NOW + LEASE - timedelta(seconds=1)) is None
    await make(database, NOW + LEASE + timedelta(seconds=1))
    assert (await archive(database, asked.id)).testzip() is None
    assert await mails(database) == ["data_export_ready"]
    # Should it come to after all, it is told that it is late.
    for late in (note_steps(database, dead, 9, 10, NOW), store_part(database, dead, 1, b"late", NOW)):
        with pytest.raises(ClaimLostError):
            await late
    assert (await archive(database, asked.id)).testzip() is None


async def test_of_forty_workers_one_makes_it(database: Database) -> None:
    world = await household(database)
    await request(database, world["account"])
    claims = await asyncio.gather(*(claim_export(database, NOW) for _ in range(40)))
    assert sum(claim is not None for claim in claims) == 1


async def test_of_forty_requests_at_once_one_export_comes(database: Database) -> None:
    world = await household(database)
    asked = await asyncio.gather(*(request(database, world["account"]) for _ in range(40)))
    assert len({export.id for export in asked if export is not None}) == 1


async def test_five_a_day(database: Database) -> None:
    world = await household(database)
    for _ in range(5):
        assert await request(database, world["account"]) is not None
        await make(database)
    assert await request(database, world["account"]) is None
    assert await request(database, world["account"], NOW + timedelta(days=1)) is not None


async def test_a_newer_archive_takes_the_place_of_the_older(database: Database) -> None:
    world = await household(database)
    older = await request(database, world["account"])
    await make(database)
    newer = await request(database, world["account"])
    assert older is not None
    assert newer is not None
    still = await find_export(database, world["account"], older.id)
    assert still is not None
    assert still.size is not None  # until the newer one is there
    await make(database)
    still = await find_export(database, world["account"], older.id)
    assert still is not None
    assert still.size is None
    assert [part async for part in read_parts(database, older.id)] == []
    assert (await archive(database, newer.id)).testzip() is None


async def test_one_that_cannot_be_made_has_failed_and_another_may_be_asked_for(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    world = await household(database)
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE consumption_day SET data = $1", b"damaged")
    asked = await request(database, world["account"])
    assert asked is not None
    with caplog.at_level(logging.INFO):
        await run_until(database, "SELECT id FROM data_export WHERE failed_at IS NOT NULL")
    failed = await find_export(database, world["account"], asked.id)
    assert failed is not None
    assert (failed.finished_at, failed.size) == (None, None)
    assert [record.getMessage() for record in caplog.records if record.name == "omavirta.exports"] == [
        "event=data_export_failed reason=CorruptBlockError"
    ]
    assert await mails(database) == []
    again = await request(database, world["account"])
    assert again is not None
    assert again.id != asked.id


async def test_a_worker_makes_what_is_asked_for_and_stops_when_told_to(database: Database) -> None:
    world = await household(database)
    asked = await request(database, world["account"])
    assert asked is not None
    await run_until(database, "SELECT id FROM data_export WHERE finished_at IS NOT NULL")
    assert (await archive(database, asked.id)).testzip() is None


async def test_one_that_is_stopped_in_the_middle_leaves_it_to_the_next_at_once(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await household(database)
    asked = await request(database, world["account"])
    assert asked is not None
    under_way = asyncio.Event()

    async def endless(*_: object) -> list[Entry]:
        async def chunks() -> AsyncIterator[bytes]:
            while True:
                under_way.set()
                await asyncio.sleep(0.01)
                yield b"x"

        return [Entry("endless.txt", 1, chunks)]

    monkeypatch.setattr(worker, "contents", endless)
    task = asyncio.create_task(ExportWorker(database, MAKER, URL, lambda: NOW).run())
    await under_way.wait()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    monkeypatch.undo()
    assert await mails(database) == []
    await make(database)
    assert (await archive(database, asked.id)).testzip() is None


async def test_a_locked_accounts_export_waits_until_it_is_unlocked(database: Database) -> None:
    world = await household(database)
    await request(database, world["account"])
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = 1")
    assert await claim_export(database, NOW) is None
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = NULL")
    assert await claim_export(database, NOW) is not None


async def test_after_a_week_nothing_is_left_and_what_never_came_is_given_up(database: Database) -> None:
    world = await household(database)
    await request(database, world["account"])
    await make(database)
    await request(database, world["stranger"])

    async def pass_by(**later: int) -> list[tuple[bool, bool]]:
        await delete_past(database, NOW + timedelta(**later), event_days=730)
        rows = await database.fetch("SELECT finished_at, failed_at FROM data_export ORDER BY id")
        return [(row[0] is not None, row[1] is not None) for row in rows]

    assert await pass_by(hours=23) == [(True, False), (False, False)]
    assert await pass_by(hours=24) == [(True, False), (False, True)]
    assert await pass_by(days=6) == [(True, False), (False, True)]
    assert await pass_by(days=7) == []
    assert len(await database.fetch("SELECT id FROM data_export_part")) == 0


async def test_a_large_archive_is_stored_and_read_in_parts(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = await household(database)
    monkeypatch.setattr(worker, "PART_BYTES", 1000)
    asked = await request(database, world["account"])
    assert asked is not None
    await make(database)
    parts = [part async for part in read_parts(database, asked.id)]
    assert len(parts) > 3
    assert {len(part) for part in parts[:-1]} == {1000}
    assert zipfile.ZipFile(io.BytesIO(b"".join(parts))).testzip() is None


async def test_memory_does_not_grow_with_the_archive(database: Database) -> None:
    """A year of one point is 35,040 lines; only a month of them is ever held."""
    world = World(database)
    await world.start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    account = await world.account("aino", customer)
    for number in range(365):
        await world.consumption(point, date(2025, 1, 1) + timedelta(days=number))
    largest = 0
    for entry in await contents(database, account, MAKER, NOW):
        async for chunk in entry.chunks():
            largest = max(largest, len(chunk))
    assert largest < 300_000


async def run_until(database: Database, sql: str) -> None:
    """A worker beside the test, until the statement finds something."""
    task = asyncio.create_task(ExportWorker(database, MAKER, URL, lambda: NOW).run())
    async with asyncio.timeout(20):
        while not await database.fetch(sql):  # noqa: ASYNC110 - another task does it
            await asyncio.sleep(0.01)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
