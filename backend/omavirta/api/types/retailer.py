import strawberry

from omavirta.api.context import Info
from omavirta.api.language import Language, in_language
from omavirta.contracts.retailer import LinkData, RetailerData
from omavirta.identity.strong.service import strong_authentication


@strawberry.type(description="A telephone service.")
class Phone:
    name: str = strawberry.field(description="What it is for, in the asker's language.")
    number: str = strawberry.field(description="The number, with the country's code.")
    opening_hours: str = strawberry.field(description="When it answers, in the asker's language.")


@strawberry.type(description="A document or page to read.")
class Link:
    title: str = strawberry.field(description="Its title, in the asker's language.")
    url: str = strawberry.field(description="Where it is.")


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
