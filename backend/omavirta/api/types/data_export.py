from datetime import datetime
from typing import Self

import strawberry

from omavirta.api.context import Info
from omavirta.api.nodes import Node
from omavirta.clock import from_epoch_microseconds
from omavirta.identity.exports import ExportRow


@strawberry.type(
    description="An archive of all of one's data, which is made in the background and kept for a week."
)
class DataExport(Node):
    created_at: datetime = strawberry.field(description="When it was asked for.")
    finished_at: datetime | None = strawberry.field(
        description="When the archive was there; null while it is being made."
    )
    steps_done: int = strawberry.field(description="How many steps of making it are done.")
    steps_total: int = strawberry.field(
        description="How many steps there are; 0 before that is known, which takes a moment."
    )
    size: int | None = strawberry.field(
        description="The archive's bytes; null while it is being made, and after a newer one has replaced it."
    )
    failed: bool = strawberry.field(description="Whether it could not be made: ask for another.")

    @classmethod
    def of(cls, row: ExportRow) -> Self:
        return cls(
            key=row.id,
            created_at=from_epoch_microseconds(row.created_at),
            finished_at=None if row.finished_at is None else from_epoch_microseconds(row.finished_at),
            steps_done=row.steps_done,
            steps_total=row.steps_total,
            size=row.size,
            failed=row.failed_at is not None,
        )

    @strawberry.field(
        description="Where the one who is signed in fetches it, having proved within ten minutes who they are; null where"
        " there is nothing to fetch."
    )
    def download_url(self, info: Info) -> str | None:
        return None if self.size is None else f"{info.context.settings.public_url}/exports/{self.key}"
