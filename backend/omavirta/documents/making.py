"""A document for whoever asks: as the retailer sent it where it did, else made by us."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from omavirta.api.access import Access
from omavirta.api.language import Language
from omavirta.contracts.retailer import RetailerData
from omavirta.documents.annual_report import annual_report_document
from omavirta.documents.confirmation import confirmation_document
from omavirta.documents.invoice import invoice_document
from omavirta.documents.parts import Document
from omavirta.documents.reading import read_confirmation, read_invoice
from omavirta.documents.rendering import MEDIA_TYPE, Typesetter
from omavirta.documents.report_reading import read_annual_report
from omavirta.documents.stored import (
    StoredDocument,
    confirmations_of_contracts,
    documents_of_invoices,
    read_content,
)
from omavirta.metering.calendar import TIME_ZONE
from omavirta.storage.database import Database


@dataclass(frozen=True, slots=True)
class DocumentFile:
    """`name` is that of a file. `made` says whether we made it, rather than the retailer's systems."""

    content: bytes
    media_type: str
    language: str
    name: str
    made: bool


class Stems(NamedTuple):
    """What names of files begin with."""

    invoice: str
    confirmation: str
    annual_report: str


STEMS: dict[Language, Stems] = {
    Language.FI: Stems("lasku", "sopimusvahvistus", "sahkonkaytto"),
    Language.SV: Stems("faktura", "avtalsbekraftelse", "elanvandning"),
    Language.EN: Stems("invoice", "contract", "electricity-use"),
}
EXTENSIONS = {
    MEDIA_TYPE: "pdf",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/html": "html",
    "text/plain": "txt",
    "image/png": "png",
    "image/jpeg": "jpg",
}


class Asked(NamedTuple):
    """Who asks, in which language, and when."""

    database: Database
    access: Access
    language: Language
    now: datetime


class DocumentMaker:
    """Every method answers None for what is not the asker's, or not there, and may raise BusyError."""

    def __init__(self, typesetter: Typesetter, retailer: RetailerData, portal_url: str) -> None:
        self._typesetter, self._retailer, self._portal_url = typesetter, retailer, portal_url

    async def invoice(self, asked: Asked, invoice_id: UUID) -> DocumentFile | None:
        database, access, language, now = asked
        source = await read_invoice(database, access, invoice_id, self._retailer.name)
        if source is None:
            return None
        stem, number = STEMS[language].invoice, source.invoice.number
        stored = (await documents_of_invoices(database, access, [invoice_id])).get(invoice_id)
        if stored is not None:
            return await _as_sent(database, access, stored, stem, number)
        document = invoice_document(source, self._retailer, self._portal_url, language)
        return await self._made(document, stem, number, now)

    async def confirmation(self, asked: Asked, contract_id: UUID) -> DocumentFile | None:
        database, access, language, now = asked
        source = await read_confirmation(database, access, contract_id)
        if source is None:
            return None
        stem, number = STEMS[language].confirmation, source.contract.number
        stored = (await confirmations_of_contracts(database, access, [contract_id])).get(contract_id)
        if stored is not None:
            return await _as_sent(database, access, stored, stem, number)
        document = confirmation_document(source, self._retailer, self._portal_url, language)
        return await self._made(document, stem, number, now)

    async def annual_report(self, asked: Asked, metering_point_id: UUID, year: int) -> DocumentFile | None:
        database, access, language, now = asked
        today = now.astimezone(TIME_ZONE).date()
        source = await read_annual_report(database, access, metering_point_id, year, today)
        if source is None:
            return None
        document = annual_report_document(source, self._retailer, self._portal_url, language)
        number = f"{year} {source.point.gsrn}"
        return await self._made(document, STEMS[language].annual_report, number, now)

    async def _made(self, document: Document, stem: str, number: str, now: datetime) -> DocumentFile:
        content = await self._typesetter.typeset(document, now)
        name = file_name(stem, number, MEDIA_TYPE)
        return DocumentFile(content, MEDIA_TYPE, document.language.value, name, made=True)


async def _as_sent(
    database: Database, access: Access, stored: StoredDocument, stem: str, number: str
) -> DocumentFile | None:
    try:
        content = await read_content(database, access, stored.id)
    except LookupError:
        return None
    name = file_name(stem, number, stored.media_type)
    return DocumentFile(content, stored.media_type, stored.language, name, made=False)


def file_name(stem: str, number: str, media_type: str) -> str:
    """`lasku-2026110001.pdf`: what no file system or header minds."""
    safe = re.sub(r"[^A-Za-z0-9]+", "-", number).strip("-")
    return f"{stem}-{safe}.{EXTENSIONS.get(media_type, 'bin')}"
