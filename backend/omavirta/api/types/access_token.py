from datetime import datetime
from enum import Enum
from typing import Self
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import supply_periods_of
from omavirta.api.nodes import Node
from omavirta.api.types.metering_point import MeteringPoint
from omavirta.clock import from_epoch_microseconds
from omavirta.identity.tokens import TokenRow


class AccessScope(Enum):
    """The grantable scopes (`identity.tokens.GRANTABLE`) by the names that GraphQL allows."""

    CONSUMPTION_READ = Scope.CONSUMPTION_READ
    CUSTOMER_READ = Scope.CUSTOMER_READ
    CONTRACTS_READ = Scope.CONTRACTS_READ
    INVOICES_READ = Scope.INVOICES_READ


describe_enum(
    AccessScope,
    "What an access token can be made for.",
    {
        AccessScope.CONSUMPTION_READ: "Metering points with their id and name, and what was metered.",
        AccessScope.CUSTOMER_READ: "Names, customer numbers and addresses.",
        AccessScope.CONTRACTS_READ: "Contracts, and what consumption costs by them.",
        AccessScope.INVOICES_READ: "Invoices and their rows.",
    },
)


@strawberry.type(
    description="A token by which a program reads what its owner allows; the token itself is shown once."
)
class AccessToken(Node):
    name: str = strawberry.field(
        description="What it is for, in its owner's words; empty where nothing was said."
    )
    scopes: list[AccessScope] = strawberry.field(description="What it can read.")
    created_at: datetime = strawberry.field(description="When it was made.")
    expires_at: datetime | None = strawberry.field(
        description="Until when it is valid; null for one of customer service's that is valid until it is deleted."
    )
    last_used_at: datetime | None = strawberry.field(
        description="When it was last used, to about a minute; null for never."
    )
    point_keys: strawberry.Private[tuple[UUID, ...] | None]

    @classmethod
    def of(cls, row: TokenRow) -> Self:
        return cls(
            key=row.id,
            name=row.name,
            scopes=[scope for scope in AccessScope if scope.value in row.scopes],
            created_at=from_epoch_microseconds(row.created_at),
            expires_at=None if row.expires_at is None else from_epoch_microseconds(row.expires_at),
            last_used_at=None if row.last_used_at is None else from_epoch_microseconds(row.last_used_at),
            point_keys=row.metering_point_ids,
        )

    @strawberry.field(
        description="The metering points that it reaches; null for all of its owner's, those of later contracts too."
    )
    async def metering_points(self, info: Info) -> list[MeteringPoint] | None:
        if self.point_keys is None:
            return None
        # One whose contract has gone to somebody else is no longer within anyone's reach here.
        return [
            MeteringPoint(key=key)
            for key in self.point_keys
            if await info.context.load(supply_periods_of, key)
        ]
