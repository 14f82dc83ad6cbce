import strawberry

from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.language import Language, in_language
from omavirta.api.types.metering_point import Address
from omavirta.contracts.retailer import LegalLinkKind, LinkData, RetailerData
from omavirta.identity.strong.service import strong_authentication

describe_enum(
    LegalLinkKind,
    "Whom a customer can turn to besides the retailer.",
    {
        LegalLinkKind.ENERGY_ADVICE: "Advice on using energy efficiently.",
        LegalLinkKind.PRICE_COMPARISON: "The authority's comparison of electricity contracts.",
        LegalLinkKind.CONSUMER_ADVICE: "Advice and mediation for consumers in disputes.",
        LegalLinkKind.CONSUMER_DISPUTES: "The board that settles consumers' disputes.",
        LegalLinkKind.BUSINESS_DISPUTES: "The board that settles the disputes of all other customers.",
    },
)


@strawberry.type(description="A telephone service.")
class Phone:
    name: str = strawberry.field(description="What it is for, in the asker's language.")
    number: str = strawberry.field(description="The number, with the country's code.")
    opening_hours: str = strawberry.field(description="When it answers, in the asker's language.")


@strawberry.type(description="A document or page to read.")
class Link:
    title: str = strawberry.field(description="Its title, in the asker's language.")
    url: str = strawberry.field(description="Where it is.")


@strawberry.type(description="Somebody whom the law has a bill name, besides the retailer.")
class LegalLink:
    kind: LegalLinkKind = strawberry.field(description="What one can turn to them for.")
    title: str = strawberry.field(description="Who they are, in the asker's language.")
    url: str = strawberry.field(description="Their pages, in the asker's language where they have them.")
    about: str = strawberry.field(description="What one gets there, in the asker's language.")


@strawberry.type(description="A way of strong authentication that the portal offers.")
class IdentificationService:
    key: str = strawberry.field(description="What to name it by when starting an identification.")
    name: str = strawberry.field(description="What to offer it as, in the asker's language.")


@strawberry.type(description="The electricity retailer whose portal this is.")
class Retailer:
    data: strawberry.Private[RetailerData]

    @strawberry.field(description="The retailer's name.")
    def name(self) -> str:
        return self.data.name

    @strawberry.field(description="Its business id.")
    def business_id(self) -> str:
        return self.data.business_id

    @strawberry.field(description="The customer service's e-mail address.")
    def email(self) -> str:
        return self.data.email

    @strawberry.field(description="Where it is.")
    def address(self) -> Address:
        address = self.data.address
        return Address(street=address.street, postal_code=address.postal_code, city=address.city)

    @strawberry.field(description="Telephone services.")
    def phones(self, info: Info) -> list[Phone]:
        language = info.context.language
        return [
            Phone(
                name=in_language(phone.name, language),
                number=phone.number,
                opening_hours=in_language(phone.opening_hours, language),
            )
            for phone in self.data.phones
        ]

    @strawberry.field(description="Guides for customers.")
    def guides(self, info: Info) -> list[Link]:
        return [_link(link, info.context.language) for link in self.data.guides]

    @strawberry.field(description="Terms of contract.")
    def terms(self, info: Info) -> list[Link]:
        return [_link(link, info.context.language) for link in self.data.terms]

    @strawberry.field(
        description="Whom a bill has to name besides: energy advice, the comparison of prices, and who helps and decides"
        " in disputes (Electricity Market Act 105 d § and 105 e §)."
    )
    def legal_links(self, info: Info) -> list[LegalLink]:
        language = info.context.language
        return [
            LegalLink(
                kind=link.kind,
                title=in_language(link.title, language),
                url=in_language(link.url, language),
                about=in_language(link.about, language),
            )
            for link in self.data.legal_links
        ]

    @strawberry.field(description="Where people can prove who they are, in the order to offer them in.")
    def identification_services(self, info: Info) -> list[IdentificationService]:
        language = info.context.language
        return [
            IdentificationService(key=broker.key, name=broker.name_in(language))
            for broker in strong_authentication(info.context.request).brokers
        ]

    @strawberry.field(description="The version of the terms, which one accepts when one registers.")
    def terms_version(self) -> str:
        return self.data.terms_version

    @strawberry.field(description="The languages that the portal speaks.")
    def languages(self) -> list[Language]:
        return list(Language)


def _link(link: LinkData, language: Language) -> Link:
    return Link(title=in_language(link.title, language), url=in_language(link.url, language))
