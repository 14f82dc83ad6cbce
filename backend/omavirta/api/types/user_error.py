from enum import StrEnum

import strawberry

from omavirta.api.enums import describe_enum


class UserErrorCode(StrEnum):
    REQUIRED = "REQUIRED"
    TOO_LONG = "TOO_LONG"
    INVALID_CREDENTIALS = "INVALID_CREDENTIALS"
    TRY_LATER = "TRY_LATER"
    INVALID = "INVALID"
    TAKEN = "TAKEN"
    PASSWORD_TOO_SHORT = "PASSWORD_TOO_SHORT"  # noqa: S105 - a code
    PASSWORD_COMMON = "PASSWORD_COMMON"  # noqa: S105 - as above
    CODE_WRONG = "CODE_WRONG"
    EXPIRED = "EXPIRED"
    SIGN_IN_REQUIRED = "SIGN_IN_REQUIRED"
    STEP_UP_REQUIRED = "STEP_UP_REQUIRED"
    ACCOUNT_LOCKED = "ACCOUNT_LOCKED"
    NOT_FOUND = "NOT_FOUND"
    NOT_ALLOWED = "NOT_ALLOWED"
    LIMIT_REACHED = "LIMIT_REACHED"
    UNAVAILABLE = "UNAVAILABLE"


describe_enum(
    UserErrorCode,
    "What a person can mend, for programs.",
    {
        UserErrorCode.REQUIRED: "The field is empty.",
        UserErrorCode.TOO_LONG: "The text is longer than the field takes.",
        UserErrorCode.INVALID_CREDENTIALS: "The name, the password, or both are wrong.",
        UserErrorCode.TRY_LATER: "Too many tries; the message says how long to wait.",
        UserErrorCode.INVALID: "The value is not one that the field takes; the message says why.",
        UserErrorCode.TAKEN: "Somebody has it already.",
        UserErrorCode.PASSWORD_TOO_SHORT: "A new password has 8 characters or more.",
        UserErrorCode.PASSWORD_COMMON: "The password is among those that are guessed first.",
        UserErrorCode.CODE_WRONG: "The code is wrong, too old, used, or was tried too often.",
        UserErrorCode.EXPIRED: "What this goes on with is over; the message says where to start again.",
        UserErrorCode.SIGN_IN_REQUIRED: "Nobody is signed in, or not any more.",
        UserErrorCode.STEP_UP_REQUIRED: "Prove again who you are, then ask again.",
        UserErrorCode.ACCOUNT_LOCKED: "Customer service has locked the account; the message says to call them.",
        UserErrorCode.NOT_FOUND: "There is no such thing, or it is not the asker's.",
        UserErrorCode.NOT_ALLOWED: "The asker's role does not allow it.",
        UserErrorCode.LIMIT_REACHED: "There are as many as there may be.",
        UserErrorCode.UNAVAILABLE: "Another service does not answer just now.",
    },
)


@strawberry.type(description="What a person can mend.")
class UserError:
    field: str | None = strawberry.field(description="The input's field; null where it is about the whole.")
    code: UserErrorCode = strawberry.field(description="What it is, for programs.")
    message: str = strawberry.field(description="What it is, in the asker's language.")
