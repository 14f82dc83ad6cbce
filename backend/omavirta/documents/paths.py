"""Where documents are fetched; `{id}` is the opaque id of the invoice, contract or metering point (`api.nodes`)."""

from urllib.parse import quote
from uuid import UUID

from omavirta.api.language import Language
from omavirta.api.nodes import encode_id

INVOICE = "/documents/invoices/{id}"
CONFIRMATION = "/documents/contracts/{id}/confirmation"
INVOICE_PAGE = "/laskut/{id}"
"""Of the app, where an invoice is checked."""
ANNUAL_REPORT = "/documents/annual-reports/{id}/{year}"


def invoice_path(invoice_id: UUID) -> str:
    return INVOICE.format(id=_segment("Invoice", invoice_id))


def invoice_page_path(invoice_id: UUID) -> str:
    return INVOICE_PAGE.format(id=_segment("Invoice", invoice_id))


def confirmation_path(contract_id: UUID) -> str:
    return CONFIRMATION.format(id=_segment("Contract", contract_id))


def annual_report_path(metering_point_id: UUID, year: int) -> str:
    return ANNUAL_REPORT.format(id=_segment("MeteringPoint", metering_point_id), year=year)


def in_language(path: str, language: Language) -> str:
    return f"{path}?lang={language.value}"


def _segment(type_name: str, key: UUID) -> str:
    return quote(encode_id(type_name, key), safe="")
