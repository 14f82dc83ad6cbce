from datetime import datetime
from typing import Self
from uuid import UUID

import strawberry

from omavirta.api.enums import describe_enum
from omavirta.api.nodes import Node
from omavirta.api.types.moments import local_moment
from omavirta.customers.roles import MandateRole
from omavirta.identity.company_users import MandateInvitationRow, MandateRequestRow, MandateRow

describe_enum(
    MandateRole,
    "What one may do for a customer.",
    {
        MandateRole.ADMINISTRATOR: "See and change everything; of a company, decide who else acts for it.",
        MandateRole.READER: "See everything and change nothing.",
    },
)


@strawberry.type(description="Someone who acts for a company.")
class Mandate(Node):
    name: str = strawberry.field(description="The person's name.")
    email: str = strawberry.field(description="The person's e-mail address.")
    role: MandateRole = strawberry.field(description="What the person may do.")
    created_at: datetime = strawberry.field(description="Since when.")
    own: bool = strawberry.field(description="Whether it is the asker.")

    @classmethod
    def of(cls, row: MandateRow, asker: UUID | None) -> Self:
        return cls(
            key=row.id,
            name=row.name,
            email=row.email,
            role=row.role,
            created_at=local_moment(row.created_at),
            own=row.account_id == asker,
        )


@strawberry.type(description="Someone who asks to act for a company, and waits for an answer.")
class MandateRequest(Node):
    company_name: str = strawberry.field(description="The company's name.")
    name: str = strawberry.field(description="The person's name.")
    email: str = strawberry.field(description="The person's e-mail address.")
    created_at: datetime = strawberry.field(description="When it was asked.")

    @classmethod
    def of(cls, row: MandateRequestRow) -> Self:
        return cls(
            key=row.id,
            company_name=row.company,
            name=row.name,
            email=row.email,
            created_at=local_moment(row.created_at),
        )


@strawberry.type(description="An invitation to act for a company that has not been accepted yet.")
class MandateInvitation(Node):
    email: str = strawberry.field(description="Where it was sent.")
    role: MandateRole = strawberry.field(description="What the invited person will be.")
    created_at: datetime = strawberry.field(description="When it was sent.")
    expires_at: datetime = strawberry.field(description="Until when it can be accepted.")

    @classmethod
    def of(cls, row: MandateInvitationRow) -> Self:
        return cls(
            key=row.id,
            email=row.email,
            role=row.role,
            created_at=local_moment(row.created_at),
            expires_at=local_moment(row.expires_at),
        )
