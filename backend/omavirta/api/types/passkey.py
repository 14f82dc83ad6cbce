from datetime import datetime
from typing import Self

import strawberry

from omavirta.api.nodes import Node
from omavirta.clock import from_epoch_microseconds
from omavirta.identity.passkeys import PasskeyRow


@strawberry.type(description="A passkey: signing in by fingerprint, face or PIN instead of a password.")
class Passkey(Node):
    name: str = strawberry.field(description="What its owner calls it, or the name of what keeps it.")
    created_at: datetime = strawberry.field(description="When it was added.")
    last_used_at: datetime | None = strawberry.field(
        description="When one last signed in with it; null for never."
    )

    @classmethod
    def of(cls, row: PasskeyRow) -> Self:
        return cls(
            key=row.id,
            name=row.name,
            created_at=from_epoch_microseconds(row.created_at),
            last_used_at=None if row.last_used_at is None else from_epoch_microseconds(row.last_used_at),
        )
