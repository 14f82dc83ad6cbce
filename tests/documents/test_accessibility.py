"""Every document in every language: PDF/UA-1, whose demands typst checks itself, and what it cannot know."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from documents import samples
from documents.reading import alternatives_of, read, tags_of, text_of
from omavirta.api.language import Language
from omavirta.documents.annual_report import annual_report_document
from omavirta.documents.confirmation import confirmation_document
from omavirta.documents.invoice import invoice_document
from omavirta.documents.parts import Document
from omavirta.documents.rendering import pdf

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
RETAILER = samples.retailer()


def _invoice(language: Language) -> Document:
    return invoice_document(samples.invoice_source(), RETAILER, samples.PORTAL, language)


def _confirmation(language: Language) -> Document:
    return confirmation_document(samples.confirmation_source(), RETAILER, samples.PORTAL, language)


def _annual_report(language: Language) -> Document:
    source = samples.annual_report_source(similar=samples.SIMILAR)
    return annual_report_document(source, RETAILER, samples.PORTAL, language)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("make", [_invoice, _confirmation, _annual_report])
def test_tagged_with_language_and_title(make: Callable[[Language], Document], language: Language) -> None:
    document = make(language)
    data = pdf(document, NOW)
    reader = read(data)
    root = reader.root_object

    assert root["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert str(root["/Lang"]).startswith(language.value)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]  # type: ignore[index]
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert b'pdfuaid:part="1"' in _metadata(reader) or b"<pdfuaid:part>1<" in _metadata(reader)
    tags = tags_of(data)
    assert tags.count("/H1") == 1
    assert tags.count("/H2") >= 4
    assert {"/Table", "/TH", "/TD", "/Link"} <= set(tags)
    text = text_of(data)
    assert document.heading in text
    for section in document.sections:
        assert " ".join(section.heading.replace("\u00a0", " ").split()) in text


@pytest.mark.parametrize("language", Language)
def test_pictures_are_told_in_words(language: Language) -> None:
    assert len(alternatives_of(pdf(_invoice(language), NOW))) == 3
    assert len(alternatives_of(pdf(_annual_report(language), NOW))) == 2


def test_a_report_says_whether_its_euros_are_with_the_tax() -> None:
    def text(*, with_vat: bool) -> str:
        source = samples.annual_report_source(with_vat=with_vat)
        return text_of(pdf(annual_report_document(source, RETAILER, samples.PORTAL, Language.FI), NOW))

    assert "energia ja perusmaksut, sis. alv, ilman siirtoa" in text(with_vat=True)
    assert "energia ja perusmaksut, osin ilman alv, ilman siirtoa" in text(with_vat=False)


def test_same_document_same_bytes() -> None:
    assert pdf(_invoice(Language.FI), NOW) == pdf(_invoice(Language.FI), NOW)


def _metadata(reader: object) -> bytes:
    return bytes(reader.root_object["/Metadata"].get_object().get_data())  # type: ignore[attr-defined]
