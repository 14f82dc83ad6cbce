"""What `extensions.code` of an error can be beyond the engine's own (`omavirta.graphql.codes`)."""

from enum import StrEnum


class ApiErrorCode(StrEnum):
    UNAUTHENTICATED = "UNAUTHENTICATED"  # The token is malformed, unknown, expired or revoked.
    CROSS_ORIGIN = "CROSS_ORIGIN"  # A browser sent the request from another site's page.
    BUSY = "BUSY"  # Very many passwords are being checked, or documents made, just now; the same works in a few seconds.
    INSUFFICIENT_SCOPE = "INSUFFICIENT_SCOPE"  # The token does not reach this field.
    BAD_PERIOD = "BAD_PERIOD"  # `to` is not after `from`, or a day is outside the calendar.
    PERIOD_TOO_LONG = (
        "PERIOD_TOO_LONG"  # The period is longer than its resolution allows; the message has the cap.
    )
    PAGE_SIZE_REQUIRED = "PAGE_SIZE_REQUIRED"  # Exactly one of `first` and `last` has to be given.
    PAGE_SIZE_OUT_OF_RANGE = "PAGE_SIZE_OUT_OF_RANGE"  # `first` or `last` is not from 1 to 100.
    BAD_CURSOR = "BAD_CURSOR"  # A cursor that this list has not given out, or one for the other direction.
