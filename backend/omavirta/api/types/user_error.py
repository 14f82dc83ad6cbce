from enum import StrEnum

import strawberry

from omavirta.api.enums import describe_enum


class UserErrorCode(StrEnum):
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    TRY_LATER = "TRY_LATER"


describe_enum(
    UserErrorCode,
    "What a person can mend, for programs.",
    {
        UserErrorCode.REQUIRED: "The field is empty.",
        UserErrorCode.TOO_LONG: "The text is longer than the field takes.",
        UserErrorCode.INVALID_CREDENTIALS: "The name, the password, or both are wrong.",
        UserErrorCode.TRY_LATER: "Too many tries; the message says how long to wait.",
    },
)


@strawberry.type(description="What a person can mend.")
class UserError:
    field: str | None = strawberry.field(description="The input's field; null where it is about the whole.")
    code: UserErrorCode = strawberry.field(description="What it is, for programs.")
    message: str = strawberry.field(description="What it is, in the asker's language.")
