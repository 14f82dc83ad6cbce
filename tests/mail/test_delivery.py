"""From the outbox to the reader: once, whatever happens on the way, and forgotten afterwards. On SQLite and PostgreSQL."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from omavirta.api.language import Language
from omavirta.contracts.letterhead import letterhead_of
from omavirta.contracts.retailer import load_retailer
from omavirta.mail import delivery
from omavirta.mail.delivery import BACK_OFF, IN_HAND, KEPT, DeliveryWorker
from omavirta.mail.messages import RegistrationCode
from omavirta.mail.outbox import enqueue
from omavirta.mail.transports import Folder, SmtpServer, Transport
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.ids import new_id
from support import smtp_server as smtp
from support.factory import NOW
from support.mail import UNFINISHED, read_folder, run_until_empty
from support.server import RunningServer

pytestmark = pytest.mark.anyio
ADDRESS = "aino@example.fi"
CODE = "012345"
NOWHERE = Path("/dev/null/mail")


class Hands:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delivery, "POLL_SECONDS", 0.01)


@pytest.fixture
def clock() -> Hands:
    return Hands()


@pytest.fixture
def make_worker(
    database: Database, settings: Settings, clock: Hands
) -> Callable[[Transport, Database | None], DeliveryWorker]:
    letterhead = letterhead_of(load_retailer(settings.retailer_file), settings)

    def make(transport: Transport, other: Database | None = None) -> DeliveryWorker:
        return DeliveryWorker(other or database, transport, letterhead, clock)

    return make


MakeWorker = Callable[..., DeliveryWorker]


async def put(
    database: Database, count: int = 1, account_id: UUID | None = None, now: datetime = NOW
) -> None:
    async with database.transaction() as transaction:
        for _ in range(count):
            await enqueue(transaction, RegistrationCode(CODE), ADDRESS, Language.FI, now, account_id)


async def state(database: Database) -> list[tuple[object, ...]]:
    """(tries, is delivered, has failed, recipient) of every message."""
    rows = await database.fetch(
        "SELECT tries, delivered_at IS NOT NULL, failed_at IS NOT NULL, recipient FROM outbox_mail ORDER BY id"
    )
    return [(row[0], bool(row[1]), bool(row[2]), row[3]) for row in rows]


@asynccontextmanager
async def at_work(worker: DeliveryWorker) -> AsyncIterator[None]:
    task = asyncio.create_task(worker.run())
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def until(happened: Callable[[], object]) -> None:
    async with asyncio.timeout(15):
        while not happened():  # noqa: ASYNC110 - what is awaited happens in a server or a log
            await asyncio.sleep(0.01)


async def until_delayed(caplog: pytest.LogCaptureFixture, times: int) -> None:
    await until(lambda: caplog.text.count("event=mail_delayed") == times)


def local(server: smtp.SmtpServer, seconds: float = 10) -> SmtpServer:
    return SmtpServer(
        "127.0.0.1", server.port, None, None, tls=False, plain=True, own_name="localhost", seconds=seconds
    )


async def test_a_message_goes_out_and_is_forgotten(database: Database, make_worker: MakeWorker) -> None:
    await put(database)
    async with smtp.smtp_server() as server:
        await run_until_empty(database, make_worker(local(server)))
    rows = await database.fetch("SELECT id, recipient, subject, text, html, kind, tries FROM outbox_mail")
    assert server.ids == [f"<{rows[0][0]}@revontuli.example.fi>"]
    assert server.envelopes == [("oma@revontuli.example.fi", [ADDRESS])]
    assert tuple(rows[0])[1:] == ("", "", "", "", "registration_code", 1)


async def test_nothing_goes_out_before_its_cause_is_certain(
    database: Database, make_worker: MakeWorker, tmp_path: Path
) -> None:
    with pytest.raises(RuntimeError, match="no"):
        async with database.transaction() as transaction:
            await enqueue(transaction, RegistrationCode(CODE), ADDRESS, Language.FI, NOW)
            raise RuntimeError("no")
    async with at_work(make_worker(Folder(tmp_path))):
        await asyncio.sleep(0.1)
    assert read_folder(tmp_path) == []


async def test_what_failed_half_way_comes_later_under_the_same_id(
    database: Database, make_worker: MakeWorker, clock: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    """A cut before the message, one after it (it was taken, and the word got lost), and a 4xx."""
    account_id = new_id()
    await put(database, account_id=account_id)
    async with smtp.smtp_server() as server:
        server.to_recipient += [smtp.go_away]
        server.to_data += [smtp.go_away, smtp.say("451 4.7.1 aino@example.fi is greylisted")]
        async with at_work(make_worker(local(server))):
            for tries in (1, 2, 3):
                await until_delayed(caplog, tries)
                assert (await state(database))[0][0] == tries
                clock.now += BACK_OFF[tries - 1]
            await until(lambda: len(server.received) == 3)
        assert await state(database) == [(4, True, False, "")]
    assert len(set(server.ids)) == 1
    assert f"account={account_id}" in caplog.text
    assert "aino" not in caplog.text
    assert CODE not in caplog.text


async def test_it_is_not_tried_before_its_time(
    database: Database, make_worker: MakeWorker, clock: Hands
) -> None:
    await put(database)
    async with smtp.smtp_server() as server:
        server.to_data.append(smtp.say("451 later"))
        async with at_work(make_worker(local(server))):
            await until(lambda: server.received)
            await asyncio.sleep(0.1)
            clock.now += BACK_OFF[0] - timedelta(seconds=1)
            await asyncio.sleep(0.1)
            assert len(server.received) == 1
            clock.now += timedelta(seconds=1)
            await until(lambda: len(server.received) == 2)


@pytest.mark.parametrize("when", ["recipient", "content"])
async def test_a_refusal_for_good_ends_it(
    database: Database, make_worker: MakeWorker, caplog: pytest.LogCaptureFixture, when: str
) -> None:
    await put(database)
    async with smtp.smtp_server() as server:
        (server.to_recipient if when == "recipient" else server.to_data).append(
            smtp.say(f"550 no {ADDRESS} here")
        )
        await run_until_empty(database, make_worker(local(server)))
    assert await state(database) == [(1, False, True, "")]
    assert (
        f"event=mail_refused kind=registration_code account=- mail={await only_id(database)}" in caplog.text
    )
    assert f"reason={when} refused with 550" in caplog.text
    assert ADDRESS not in caplog.text


async def test_after_a_day_it_is_given_up(
    database: Database, make_worker: MakeWorker, clock: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    await put(database)
    async with at_work(make_worker(Folder(NOWHERE))):
        for tries, wait in enumerate(BACK_OFF, start=1):
            await until_delayed(caplog, tries)
            clock.now += wait
        await until(lambda: "event=mail_given_up" in caplog.text)
    assert await state(database) == [(len(BACK_OFF) + 1, False, True, "")]
    assert timedelta(hours=20) < clock.now - NOW < timedelta(days=1)


async def test_an_address_that_is_none_is_refused_at_once(
    database: Database, make_worker: MakeWorker, tmp_path: Path
) -> None:
    async with database.transaction() as transaction:
        await enqueue(transaction, RegistrationCode(CODE), "aino@example.fi\r\nBcc: x@y.fi", Language.FI, NOW)
    await put(database)
    await run_until_empty(database, make_worker(Folder(tmp_path)))
    assert [row[1:3] for row in await state(database)] == [(False, True), (True, False)]


async def test_a_server_that_hangs_holds_up_nobody_else(database: Database, make_worker: MakeWorker) -> None:
    await put(database, 6)
    async with smtp.smtp_server() as server:
        server.to_data += [smtp.hang] * 3
        async with at_work(make_worker(local(server))):
            await until(lambda: len(server.received) == 6)


async def test_two_workers_share_the_work_and_none_does_it_twice(
    database: Database, settings: Settings, make_worker: MakeWorker
) -> None:
    await put(database, 40)
    async with smtp.smtp_server() as server, open_database(settings.database_url) as second:
        await run_until_empty(database, make_worker(local(server)), make_worker(local(server), second))
    assert len(server.ids) == len(set(server.ids)) == 40
    assert {row[:3] for row in await state(database)} == {(1, True, False)}


async def test_when_told_to_stop_it_ends_what_it_began(database: Database, make_worker: MakeWorker) -> None:
    async def slowly(_server: object) -> str:
        await asyncio.sleep(0.1)
        return "250 OK"

    await put(database)
    async with smtp.smtp_server() as server:
        server.to_data.append(slowly)
        async with at_work(make_worker(local(server))):
            await until(lambda: server.received)
    assert await state(database) == [(1, True, False, "")]


async def test_it_stops_within_a_second_and_another_takes_over(
    database: Database, make_worker: MakeWorker, clock: Hands
) -> None:
    await put(database)
    async with smtp.smtp_server() as server:
        server.to_recipient.append(smtp.hang)
        task = asyncio.create_task(make_worker(local(server)).run())
        await until(lambda: not server.to_recipient)
        start = time.monotonic()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert time.monotonic() - start < 1
        clock.now += IN_HAND
        await run_until_empty(database, make_worker(local(server)))
    assert len(server.received) == 1


async def test_a_database_that_is_away_for_a_while_ends_nothing(
    database: Database, make_worker: MakeWorker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with database.transaction() as transaction:
        await transaction.fetch("ALTER TABLE outbox_mail RENAME TO away")
    async with at_work(make_worker(Folder(tmp_path))):
        await until(lambda: "event=mail_worker_failed" in caplog.text)
        async with database.transaction() as transaction:
            await transaction.fetch("ALTER TABLE away RENAME TO outbox_mail")
        await put(database)
        await until(lambda: list(tmp_path.glob("*.eml")))


async def test_that_something_was_sent_is_known_for_a_month(
    database: Database, make_worker: MakeWorker, clock: Hands, tmp_path: Path
) -> None:
    await put(database)
    worker = make_worker(Folder(tmp_path))
    await run_until_empty(database, worker)
    clock.now += KEPT
    await put(database)
    await run_until_empty(database, worker)
    assert len(await state(database)) == 1


@pytest.mark.parametrize("after", [1, 30])
async def test_killed_in_the_middle_nothing_is_lost_and_nothing_comes_twice(
    database: Database, settings: Settings, make_worker: MakeWorker, clock: Hands, tmp_path: Path, after: int
) -> None:
    """The server itself, stopped by kill -9 once `after` of 60 messages are out; then another worker."""
    folder = tmp_path / "mail"
    # The server goes by the real clock.
    await put(database, 60, now=datetime.now(UTC))
    ids = {str(row[0]) for row in await database.fetch("SELECT id FROM outbox_mail")}
    with RunningServer(settings.database_url, folder) as server:
        await until(lambda: len(list(folder.glob("*.eml"))) >= after)
        server.process.kill()
        server.process.wait()
    left = (await database.fetch(UNFINISHED))[0][0]
    assert 0 < left <= 60 - after + delivery.AT_ONCE
    clock.now = datetime.now(UTC) + IN_HAND
    await run_until_empty(database, make_worker(Folder(folder)))
    assert {file.stem for file in folder.glob("*.eml")} == ids
    assert len(list(folder.iterdir())) == 60
    assert {message["To"] for message in read_folder(folder)} == {ADDRESS}
    assert {row[1:] for row in await state(database)} == {(True, False, "")}


async def only_id(database: Database) -> str:
    return str((await database.fetch("SELECT id FROM outbox_mail"))[0][0])


async def test_the_log_of_a_delivery_says_nothing(
    database: Database, make_worker: MakeWorker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "omavirta")
    await put(database)
    await run_until_empty(database, make_worker(Folder(tmp_path)))
    assert ADDRESS not in caplog.text
    assert CODE not in caplog.text
