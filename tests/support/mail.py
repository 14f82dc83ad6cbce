"""The mails that a test caused, as their readers get them."""

import asyncio
import re
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from pathlib import Path

from omavirta.clock import Clock
from omavirta.contracts.letterhead import letterhead_of
from omavirta.contracts.retailer import load_retailer
from omavirta.mail.delivery import DeliveryWorker
from omavirta.mail.transports import transport_of
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from support.factory import NOW

UNFINISHED = "SELECT count(*) FROM outbox_mail WHERE delivered_at IS NULL AND failed_at IS NULL"
MOST_SECONDS = 20


async def delivered_mails(settings: Settings, clock: Clock = lambda: NOW) -> list[EmailMessage]:
    """Delivers what the outbox holds, a server beside it or not, and reads the folder; the oldest first."""
    async with open_database(settings.database_url) as database:
        letterhead = letterhead_of(load_retailer(settings.retailer_file), settings)
        worker = DeliveryWorker(database, transport_of(settings), letterhead, clock)
        await run_until_empty(database, worker)
    return read_folder(Path((settings.mail or "").removeprefix("file:")))


async def run_until_empty(database: Database, *workers: DeliveryWorker) -> None:
    tasks = [asyncio.create_task(worker.run()) for worker in workers]
    async with asyncio.timeout(MOST_SECONDS):
        while (await database.fetch(UNFINISHED))[0][0]:  # noqa: ASYNC110 - another process may be the one to deliver
            await asyncio.sleep(0.01)
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def read_folder(folder: Path) -> list[EmailMessage]:
    files = sorted(folder.glob("*.eml"))
    return [BytesParser(EmailMessage, policy=default).parsebytes(file.read_bytes()) for file in files]


def text_of(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    text: str = part.get_content()
    return text.replace("\r\n", "\n")


def html_of(message: EmailMessage) -> str:
    part = message.get_body(("html",))
    assert part is not None
    html: str = part.get_content()
    return html


def code_of(message: EmailMessage) -> str:
    """The six digits on a line of their own."""
    found = re.search(r"^\d{6}$", text_of(message), re.MULTILINE)
    assert found is not None
    return found.group()
