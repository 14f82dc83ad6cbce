from enum import StrEnum
from uuid import UUID

import strawberry

from omavirta.api.context import Context, Info
from omavirta.api.enums import describe_enum
from omavirta.api.language import Language
from omavirta.documents import paths
from omavirta.documents.rendering import MEDIA_TYPE
from omavirta.documents.stored import (
    StoredDocument,
    confirmations_of_contracts,
    documents_of_invoices,
)


class DocumentOrigin(StrEnum):
    RETAILER = "RETAILER"
    PORTAL = "PORTAL"


describe_enum(
    DocumentOrigin,
    "Whose a document is.",
    {
        DocumentOrigin.RETAILER: "As the retailer's own systems sent it.",
        DocumentOrigin.PORTAL: "Made by the portal from the same data, when it is fetched.",
    },
)


@strawberry.type(
    description="A document to look at or keep. It is fetched with the session's cookie, or with a token."
)
class DocumentLink:
    url: str = strawberry.field(
        description="Its path on this server. One of the portal's own is in the language of its `lang`: fi, sv or en."
    )
    language: Language = strawberry.field(description="What it is written in.")
    media_type: str = strawberry.field(description="Such as application/pdf.")
    origin: DocumentOrigin = strawberry.field(description="Whose it is.")


async def invoice_document_link(info: Info, invoice_id: UUID) -> DocumentLink:
    stored = await info.context.load(_sent_of_invoices, invoice_id)
    return _link(paths.invoice_path(invoice_id), info.context.language, stored)


async def confirmation_link(info: Info, contract_id: UUID) -> DocumentLink:
    stored = await info.context.load(_sent_of_contracts, contract_id)
    return _link(paths.confirmation_path(contract_id), info.context.language, stored)


def annual_report_link(info: Info, metering_point_id: UUID, year: int) -> DocumentLink:
    return _link(paths.annual_report_path(metering_point_id, year), info.context.language, None)


async def _sent_of_invoices(context: Context, ids: list[UUID]) -> list[StoredDocument | None]:
    found = await documents_of_invoices(context.database, context.access, ids)
    return [found.get(id_) for id_ in ids]


async def _sent_of_contracts(context: Context, ids: list[UUID]) -> list[StoredDocument | None]:
    found = await confirmations_of_contracts(context.database, context.access, ids)
    return [found.get(id_) for id_ in ids]


def _link(path: str, language: Language, stored: StoredDocument | None) -> DocumentLink:
    if stored is None:
        return DocumentLink(
            url=paths.in_language(path, language),
            language=language,
            media_type=MEDIA_TYPE,
            origin=DocumentOrigin.PORTAL,
        )
    return DocumentLink(
        url=path,
        language=Language(stored.language),
        media_type=stored.media_type,
        origin=DocumentOrigin.RETAILER,
    )
