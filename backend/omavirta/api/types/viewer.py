from datetime import datetime
from typing import Self

import strawberry

from omavirta.api.access import AccountRow, Scope
from omavirta.api.context import Info
from omavirta.api.language import Language
from omavirta.api.nodes import Node
from omavirta.api.types.access_token import AccessToken
from omavirta.api.types.customer import Customer
from omavirta.api.types.data_export import DataExport
from omavirta.api.types.mandate import MandateRequest
from omavirta.api.types.passkey import Passkey
from omavirta.api.types.session import Session
from omavirta.customers.queries import customers_of
from omavirta.identity.company_users import requests_by
from omavirta.identity.exports import find_export
from omavirta.identity.notifications import NotificationKind, read_notifications
from omavirta.identity.passkeys import passkeys_of
from omavirta.identity.sessions import live_sessions
from omavirta.identity.tokens import live_tokens


@strawberry.type(description="How many query points are left. Every field costs one; a page costs its size.")
class RateLimit:
    limit: int = strawberry.field(description="Points in an hour.")
    cost: int = strawberry.field(description="What this request has cost.")
    remaining: int = strawberry.field(description="What is left of the hour's points.")
    reset_at: datetime = strawberry.field(description="When all points are there again.")


@strawberry.type(description="What one signs in with.")
class Account(Node):
    user_name: str | None = strawberry.field(
        description="The chosen user name; null where only the e-mail is used."
    )
    email: str = strawberry.field(description="The e-mail address.")
    name: str = strawberry.field(description="The person's own name.")
    language: Language = strawberry.field(description="The language that messages are written in.")
    phone: str | None = strawberry.field(
        description="The phone number, with the country's code; null where none is told."
    )
    notifications: list[NotificationKind] = strawberry.field(
        description="The messages that are wanted beyond those that must be sent."
    )
    has_password: bool = strawberry.field(description="Whether one can sign in with a password.")
    identified: bool = strawberry.field(
        description="Whether the person has been identified by bank or mobile certificate."
    )

    @strawberry.field(description="The browsers that are signed in, the last seen first.")
    async def sessions(self, info: Info) -> list[Session]:
        context = info.context
        rows = await live_sessions(context.database, self.key, context.clock())
        return [Session.of(row, context.session) for row in rows]

    @strawberry.field(description="Its passkeys, the oldest first; at most 20.")
    async def passkeys(self, info: Info) -> list[Passkey]:
        return [Passkey.of(row) for row in await passkeys_of(info.context.database, self.key)]

    @strawberry.field(description="Its access tokens that are valid, the newest first; at most 50.")
    async def access_tokens(self, info: Info) -> list[AccessToken]:
        rows = await live_tokens(info.context.database, self.key, info.context.clock())
        return [AccessToken.of(row) for row in rows]

    @strawberry.field(
        description="The newest export of all of one's data; null where there is none of the last week."
    )
    async def data_export(self, info: Info) -> DataExport | None:
        row = await find_export(info.context.database, self.key)
        return None if row is None else DataExport.of(row)

    @classmethod
    def of(cls, row: AccountRow) -> Self:
        return cls(
            key=row.id,
            user_name=row.user_name,
            email=row.email,
            name=row.name,
            language=Language(row.language),
            phone=row.phone,
            notifications=read_notifications(row.notifications),
            has_password=row.has_password,
            identified=row.identified,
        )


@strawberry.type(description="The one who asks.")
class Viewer:
    @strawberry.field(description="What one signs in with.")
    def account(self, info: Info) -> Account:
        access = info.context.access
        access.require(Scope.ACCOUNT_READ)
        if access.account is None:
            raise LookupError("there is a viewer, and nobody is signed in")
        return Account.of(access.account)

    @strawberry.field(description="The customers one acts for: oneself, companies. People come first.")
    async def customers(self, info: Info) -> list[Customer]:
        return [Customer.of(row) for row in await customers_of(info.context.database, info.context.access)]

    @strawberry.field(description="The asker's own requests to act for companies that wait for an answer.")
    async def mandate_requests(self, info: Info) -> list[MandateRequest]:
        access = info.context.access
        access.require(Scope.ACCOUNT_READ)
        return [MandateRequest.of(row) for row in await requests_by(info.context.database, access)]

    @strawberry.field(description="How many query points are left.")
    def rate_limit(self, info: Info) -> RateLimit:
        usage = info.context.rate_limit
        if usage is None:
            raise LookupError("the endpoint has not counted this request")
        return RateLimit(
            limit=usage.limit, cost=usage.cost, remaining=usage.remaining, reset_at=usage.reset_at
        )
