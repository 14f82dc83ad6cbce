"""The GraphQL schema, put together. `schema.graphql` is its print, which CI compares."""

from datetime import date
from functools import cache
from typing import Annotated

import strawberry
from strawberry.schema.config import StrawberryConfig

from omavirta.api.context import Info
from omavirta.api.mutations.account import AccountMutations
from omavirta.api.mutations.closing import ClosingMutations
from omavirta.api.mutations.data_export import DataExportMutations
from omavirta.api.mutations.identification import IdentificationMutations
from omavirta.api.mutations.mandates import MandateMutations
from omavirta.api.mutations.passkeys import PasskeyMutations
from omavirta.api.mutations.recovery import RecoveryMutations
from omavirta.api.mutations.registration import RegistrationMutations
from omavirta.api.mutations.session import SessionMutations
from omavirta.api.mutations.tokens import AccessTokenMutations
from omavirta.api.node_lookup import find_node
from omavirta.api.nodes import Node
from omavirta.api.scalars import SCALARS
from omavirta.api.types.access_token import AccessToken
from omavirta.api.types.contract import Contract, Product
from omavirta.api.types.customer import Customer
from omavirta.api.types.data_export import DataExport
from omavirta.api.types.invoice import Invoice
from omavirta.api.types.metering_point import MeteringPoint, NetworkCompany
from omavirta.api.types.passkey import Passkey
from omavirta.api.types.prices import PriceSeries, load_prices
from omavirta.api.types.registration import Registration, current_registration
from omavirta.api.types.retailer import Retailer
from omavirta.api.types.session import Session
from omavirta.api.types.viewer import Account, Viewer
from omavirta.contracts.queries import ProductKind, products_on_sale
from omavirta.contracts.retailer import load_retailer
from omavirta.metering import calendar


@strawberry.type(description="What can be asked.")
class Query:
    @strawberry.field(description="The one who asks; null when nobody is signed in.")
    def viewer(self, info: Info) -> Viewer | None:
        return None if info.context.access.account_id is None else Viewer()

    @strawberry.field(
        description="A main object by its id; null for what does not exist or is not the asker's to see."
    )
    async def node(
        self,
        info: Info,
        id: Annotated[strawberry.ID, strawberry.argument(description="The object's opaque id.")],
    ) -> Node | None:
        return await find_node(info, id)

    @strawberry.field(
        description="The asking browser's unfinished registration, after strong authentication; null where there is none."
    )
    async def registration(self, info: Info) -> Registration | None:
        return await current_registration(info.context)

    @strawberry.field(description="Whose portal this is. Public.")
    def retailer(self, info: Info) -> Retailer:
        return Retailer(data=load_retailer(info.context.settings.retailer_file))

    @strawberry.field(description="The products on sale today, with their prices. Public.")
    async def products(
        self,
        info: Info,
        kind: Annotated[
            ProductKind | None, strawberry.argument(description="Only products of this kind.")
        ] = None,
    ) -> list[Product]:
        rows = await products_on_sale(info.context.database, info.context.today, kind)
        return [Product.of(row) for row in rows]

    @strawberry.field(
        description="Day-ahead prices of Finland on the local days from `from` up to, not including, `to`: at most"
        " 400 days. Public."
    )
    async def spot_prices(
        self,
        info: Info,
        from_: Annotated[date, strawberry.argument(name="from", description="The first local day.")],
        to: Annotated[date, strawberry.argument(description="The local day after the last.")],
        resolution: Annotated[
            calendar.Resolution, strawberry.argument(description="How long an interval is.")
        ] = calendar.Resolution.QUARTER_HOUR,
    ) -> PriceSeries:
        return await load_prices(info.context, from_, to, resolution)


@strawberry.type(description="What can be changed.")
class Mutation(
    RegistrationMutations,
    MandateMutations,
    SessionMutations,
    RecoveryMutations,
    AccountMutations,
    IdentificationMutations,
    PasskeyMutations,
    AccessTokenMutations,
    DataExportMutations,
    ClosingMutations,
):
    """Each subject's mutations are a class of their own in `api/mutations`."""


@cache
def make_schema() -> strawberry.Schema:
    """Once in a process, since it takes a tenth of a second and never changes."""
    return strawberry.Schema(
        query=Query,
        mutation=Mutation,
        types=[
            Account,
            Session,
            Customer,
            MeteringPoint,
            NetworkCompany,
            Product,
            Contract,
            Invoice,
            Passkey,
            AccessToken,
            DataExport,
        ],
        config=StrawberryConfig(scalar_map=SCALARS, disable_field_suggestions=False),
    )


def print_schema() -> str:
    """The schema in SDL, with a newline at the end."""
    return make_schema().as_str() + "\n"
