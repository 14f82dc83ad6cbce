"""The person's documents in the archive: invoices and confirmations, as the retailer sent them or else made by us, and
what else the retailer sent.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from omavirta.documents.making import Asked, DocumentFile, DocumentMaker, file_name
from omavirta.documents.rendering import MEDIA_TYPE, BusyError
from omavirta.documents.stored import (
    StoredDocument,
    confirmations_of_contracts,
    documents_of_invoices,
    other_documents,
    read_content,
)
from omavirta.exports.entry import Chunks, Entry
from omavirta.exports.person import Person
from omavirta.exports.records import contract_pages, invoice_pages
from omavirta.metering.calendar import TIME_ZONE
from omavirta.storage.database import Database

FOLDER = "documents"
BUSY_SECONDS = 1.0
MOST_BUSY = 60
"""How often the makers of documents may be busy before the export is given up."""


async def document_entries(
    database: Database, person: Person, maker: DocumentMaker, now: datetime
) -> list[Entry]:
    """One for each document; each is a step of the progress. Names are told apart where numbers are not."""
    asked = Asked(database, person.access, person.language, now)
    today = now.astimezone(TIME_ZONE).date()
    entries: list[Entry] = []
    for customer in person.customers:
        async for contracts in contract_pages(database, person.access, customer.id, today):
            sent = await confirmations_of_contracts(database, person.access, [row.id for row in contracts])
            entries += [
                _entry(
                    "contracts/contract",
                    row.number,
                    sent.get(row.id),
                    partial(maker.confirmation, asked, row.id),
                )
                for row in contracts
            ]
        async for invoices in invoice_pages(database, person.access, customer.id, today):
            sent = await documents_of_invoices(database, person.access, [row.id for row in invoices])
            entries += [
                _entry(
                    "invoices/invoice", row.number, sent.get(row.id), partial(maker.invoice, asked, row.id)
                )
                for row in invoices
            ]
    others = await other_documents(database, person.access)
    for number, other in enumerate(others, start=1):
        name = file_name(f"{FOLDER}/other/{number}", other.title, other.media_type)
        entries.append(Entry(name, 1, partial(_sent, database, person, other.id)))
    return _told_apart(entries)


def _entry(
    stem: str,
    number: str,
    stored: StoredDocument | None,
    make: Callable[[], Awaitable[DocumentFile | None]],
) -> Entry:
    media_type = MEDIA_TYPE if stored is None else stored.media_type
    return Entry(file_name(f"{FOLDER}/{stem}", number, media_type), 1, partial(_made, make))


async def _made(make: Callable[[], Awaitable[DocumentFile | None]]) -> Chunks:
    """An empty file where what it belongs to has been taken away meanwhile."""
    for _ in range(MOST_BUSY):
        try:
            found = await make()
        except BusyError:
            # Those who wait for a document on their screen go first.
            await asyncio.sleep(BUSY_SECONDS)
        else:
            yield b"" if found is None else found.content
            return
    raise BusyError


async def _sent(database: Database, person: Person, document_id: UUID) -> Chunks:
    yield await read_content(database, person.access, document_id)


def _told_apart(entries: list[Entry]) -> list[Entry]:
    """A number is one customer's own, so that a person who is two customers may have it twice."""
    taken: set[str] = set()
    apart: list[Entry] = []
    for entry in entries:
        name, times = entry.name, 1
        while name in taken:
            times += 1
            stem, _, extension = entry.name.rpartition(".")
            name = f"{stem}-{times}.{extension}"
        taken.add(name)
        apart.append(Entry(name, entry.steps, entry.chunks))
    return apart
