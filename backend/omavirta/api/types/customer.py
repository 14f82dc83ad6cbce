from typing import Annotated, Self

import strawberry

from omavirta.api.access import Scope
from omavirta.api.connections import After, Before, Connection, First, Last, page_request
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import (
    PageKey,
    contract_page_of_customer,
    invoice_page_of_customer,
    mandate_invitations_to,
    mandate_requests_to,
    mandates_to,
    point_page_of,
    role_for,
)
from omavirta.api.nodes import Node
from omavirta.api.types.contract import Contract, contract_connection
from omavirta.api.types.invoice import Invoice, invoice_connection
from omavirta.api.types.mandate import Mandate, MandateInvitation, MandateRequest
from omavirta.api.types.metering_point import ContractStatuses, MeteringPoint, metering_point_connection
from omavirta.billing.queries import INVOICES_OF_CUSTOMER, InvoiceStatus
from omavirta.contracts.queries import CONTRACTS_OF_CUSTOMER
from omavirta.contracts.supply import SUPPLIED_POINTS
from omavirta.customers import queries
from omavirta.customers.queries import CustomerRow
from omavirta.customers.roles import MandateRole

describe_enum(
    queries.CustomerKind,
    "What a customer is.",
    {queries.CustomerKind.PERSON: "A consumer.", queries.CustomerKind.COMPANY: "A company."},
)


@strawberry.type(description="A person or company that the retailer supplies with electricity.")
class Customer(Node):
    row: strawberry.Private[CustomerRow]

    @classmethod
    def of(cls, row: CustomerRow) -> Self:
        return cls(key=row.id, row=row)

    @strawberry.field(description="The retailer's customer number.")
    def number(self, info: Info) -> str:
        info.context.access.require(Scope.CUSTOMER_READ)
        return self.row.number

    @strawberry.field(description="A person or a company.")
    def kind(self, info: Info) -> queries.CustomerKind:
        info.context.access.require(Scope.CUSTOMER_READ)
        return self.row.kind

    @strawberry.field(description="The person's or company's name.")
    def name(self, info: Info) -> str:
        info.context.access.require(Scope.CUSTOMER_READ)
        return self.row.name

    @strawberry.field(description="What the asker may do for the customer.")
    async def role(self, info: Info) -> MandateRole:
        info.context.access.require(Scope.CUSTOMER_READ)
        return await info.context.load(role_for, self.key)

    @strawberry.field(
        description="Who acts for the company, by name. Readers see themselves alone; a person's own customer has none."
    )
    async def mandates(self, info: Info) -> list[Mandate]:
        access = info.context.access
        access.require(Scope.ACCOUNT_READ)
        return [Mandate.of(row, access.account_id) for row in await info.context.load(mandates_to, self.key)]

    @strawberry.field(
        description="Who asks to act for the company, the oldest first. Empty for all but administrators."
    )
    async def mandate_requests(self, info: Info) -> list[MandateRequest]:
        info.context.access.require(Scope.ACCOUNT_READ)
        return [MandateRequest.of(row) for row in await info.context.load(mandate_requests_to, self.key)]

    @strawberry.field(
        description="Invitations to act for the company that can still be accepted, the oldest first. Empty for all but"
        " administrators."
    )
    async def mandate_invitations(self, info: Info) -> list[MandateInvitation]:
        info.context.access.require(Scope.ACCOUNT_READ)
        return [
            MandateInvitation.of(row) for row in await info.context.load(mandate_invitations_to, self.key)
        ]

    @strawberry.field(description="The places whose electricity the customer has a contract for, or has had.")
    async def metering_points(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> Connection[MeteringPoint]:
        info.context.access.require(Scope.CONSUMPTION_READ)
        page = page_request(first, after, last, before, SUPPLIED_POINTS)
        key: PageKey[None] = (self.key, page, None)
        return metering_point_connection(await info.context.load(point_page_of, key))

    @strawberry.field(description="Contracts, the newest first.")
    async def contracts(
        self,
        info: Info,
        status: ContractStatuses = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Contract]:
        info.context.access.require(Scope.CONTRACTS_READ)
        page = page_request(first, after, last, before, CONTRACTS_OF_CUSTOMER)
        key = (self.key, page, None if status is None else tuple(status))
        return contract_connection(await info.context.load(contract_page_of_customer, key))

    @strawberry.field(description="Invoices, the newest first.")
    async def invoices(
        self,
        info: Info,
        status: Annotated[
            list[InvoiceStatus] | None, strawberry.argument(description="Only invoices of these statuses.")
        ] = None,
        first: First = None,
        after: After = None,
        last: Last = None,
        before: Before = None,
    ) -> Connection[Invoice]:
        info.context.access.require(Scope.INVOICES_READ)
        page = page_request(first, after, last, before, INVOICES_OF_CUSTOMER)
        key = (self.key, page, None if status is None else tuple(status))
        return invoice_connection(await info.context.load(invoice_page_of_customer, key))
