from datetime import datetime
from typing import Self

import strawberry

from omavirta.api.access import SessionRow
from omavirta.api.nodes import Node
from omavirta.api.types.moments import local_moment
from omavirta.identity.devices import describe_device
from omavirta.identity.sessions import SessionOverview


@strawberry.type(description="A browser that is signed in.")
class Session(Node):
    current: bool = strawberry.field(description="Whether it is the one that asks.")
    device: str | None = strawberry.field(
        description="Browser and system as the browser calls itself, such as `Firefox, Linux`; null where it does not say."
    )
    created_at: datetime = strawberry.field(description="When it began.")
    last_seen_at: datetime = strawberry.field(description="When it was last used, to about a minute.")
    identified_at: datetime | None = strawberry.field(
        description="When one last proved in it by strong authentication who one is; null for never."
    )

    @classmethod
    def of(cls, row: SessionOverview, current: SessionRow | None) -> Self:
        return cls(
            key=row.id,
            current=current is not None and current.id == row.id,
            device=describe_device(row.user_agent),
            created_at=local_moment(row.created_at),
            last_seen_at=local_moment(row.last_seen_at),
            identified_at=None if row.identified_at is None else local_moment(row.identified_at),
        )
