"""The retailer as the sender of documents, and where its customers get advice and help."""

from omavirta.api.language import Language, in_language
from omavirta.contracts.retailer import LegalLinkKind, RetailerData
from omavirta.customers.queries import CustomerKind
from omavirta.documents.formatting import NBSP
from omavirta.documents.parts import Fact, Link, Sender
from omavirta.documents.texts.common import COMMON

_NOT_FOR = {
    CustomerKind.PERSON: {LegalLinkKind.BUSINESS_DISPUTES},
    CustomerKind.COMPANY: {LegalLinkKind.CONSUMER_ADVICE, LegalLinkKind.CONSUMER_DISPUTES},
}


def sender(retailer: RetailerData, portal_url: str, language: Language) -> Sender:
    texts = COMMON[language]
    address = retailer.address
    return Sender(
        name=retailer.name,
        lines=(
            f"{address.street}, {address.postal_code} {address.city}",
            f"{texts.business_id} {retailer.business_id}",
        ),
        phones=tuple(
            Fact(
                in_language(phone.name, language), (phone.number, in_language(phone.opening_hours, language))
            )
            for phone in retailer.phones
        ),
        addresses=(Fact(texts.email, (retailer.email,)), Fact(texts.portal, (short_url(portal_url),))),
    )


def contacts_in_words(retailer: RetailerData) -> str:
    """The first phone and the mail address, within a sentence."""
    phones = [phone.number.replace(" ", NBSP) for phone in retailer.phones[:1]]
    return ", ".join((*phones, retailer.email))


def short_url(url: str) -> str:
    """As one types it."""
    return url.removeprefix("https://").removeprefix("http://").rstrip("/")


def help_links(retailer: RetailerData, kind: CustomerKind, language: Language) -> tuple[Link, ...]:
    """Advice on energy, the comparison of prices, and who helps this customer in disputes (Electricity Market Act 105 d–e §)."""
    return tuple(
        Link(
            in_language(link.title, language),
            in_language(link.url, language),
            in_language(link.about, language),
        )
        for link in retailer.legal_links
        if link.kind not in _NOT_FOR[kind]
    )
