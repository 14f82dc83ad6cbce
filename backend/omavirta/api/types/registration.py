from typing import Self

import strawberry

from omavirta.api.context import Context
from omavirta.api.language import Language
from omavirta.customers.queries import CustomerKind, CustomerRow
from omavirta.identity.browser import read_browser
from omavirta.identity.registration import (
    RegistrationRow,
    awaits_code,
    customers_waiting,
    find_registration,
)


@strawberry.type(
    description="A customer that waits for the one who registers. Nothing of it can be seen yet."
)
class RegistrationCustomer:
    number: str = strawberry.field(description="The retailer's customer number.")
    name: str = strawberry.field(description="The person's or company's name.")
    kind: CustomerKind = strawberry.field(description="A person or a company.")

    @classmethod
    def of(cls, row: CustomerRow) -> Self:
        return cls(number=row.number, name=row.name, kind=row.kind)


@strawberry.type(
    description="An unfinished registration of someone who has been identified in this browser. It is seen for an hour."
)
class Registration:
    name: str = strawberry.field(description="The person's name, as the bank told it.")
    customers: list[RegistrationCustomer] = strawberry.field(
        description="The customers that carry the person's identity code; none where none was found."
    )
    email: str | None = strawberry.field(description="The address that was entered.")
    user_name: str | None = strawberry.field(description="The user name that was entered.")
    language: Language = strawberry.field(description="The language that messages are to be written in.")
    company: RegistrationCustomer | None = strawberry.field(
        description="The company to act for, where its numbers were given."
    )
    awaits_code: bool = strawberry.field(
        description="Whether a code was mailed that this browser can still enter."
    )


async def current_registration(context: Context) -> Registration | None:
    """The asking browser's."""
    browser = read_browser(context.request, secure=context.settings.secure)
    row = await find_registration(context.database, browser, context.clock())
    return None if row is None or browser is None else await show_registration(context, row, browser)


async def show_registration(context: Context, row: RegistrationRow, browser_hash: bytes) -> Registration:
    customers, company = await customers_waiting(context.database, row)
    return Registration(
        name=row.name,
        customers=[RegistrationCustomer.of(customer) for customer in customers],
        email=row.email,
        user_name=row.user_name,
        language=row.language,
        company=None if company is None else RegistrationCustomer.of(company),
        awaits_code=await awaits_code(context.database, row, browser_hash, context.clock()),
    )
