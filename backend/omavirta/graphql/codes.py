"""What `extensions.code` of an error can be when it comes from the engine; rooms add codes of their own."""

from enum import StrEnum

__all__ = ["ErrorCode"]


class ErrorCode(StrEnum):
    # The HTTP request
    BAD_REQUEST = "BAD_REQUEST"  # The request is not JSON, or not an object with a `query`.
    BATCHING_NOT_SUPPORTED = "BATCHING_NOT_SUPPORTED"  # The body is a list of operations.
    BODY_TOO_LARGE = "BODY_TOO_LARGE"  # The body is longer than the endpoint takes.
    INVALID_CHARACTERS = "INVALID_CHARACTERS"  # A text holds NUL or half a surrogate pair, or is not UTF-8.
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"  # Neither GET nor POST, or something else than a query by GET.
    NOT_ACCEPTABLE = "NOT_ACCEPTABLE"  # The Accept header names no media type of a GraphQL answer.
    UNSUPPORTED_MEDIA_TYPE = (
        "UNSUPPORTED_MEDIA_TYPE"  # The body is compressed or not application/json in UTF-8.
    )

    # The document
    SYNTAX_ERROR = "SYNTAX_ERROR"  # The text is not GraphQL.
    VALIDATION_FAILED = "VALIDATION_FAILED"  # The document does not fit the schema.
    OPERATION_NOT_FOUND = "OPERATION_NOT_FOUND"  # `operationName` is missing, or no operation has that name.
    BAD_VARIABLES = "BAD_VARIABLES"  # The variables do not fit the operation.

    # Limits
    DOCUMENT_TOO_LONG = "DOCUMENT_TOO_LONG"  # More tokens than allowed.
    DOCUMENT_TOO_DEEP = "DOCUMENT_TOO_DEEP"  # Fields nested deeper than allowed.
    TOO_MANY_FIELDS = "TOO_MANY_FIELDS"  # More fields than allowed, with every fragment written out.
    TOO_MANY_ALIASES = "TOO_MANY_ALIASES"  # More aliases than allowed, with every fragment written out.
    TOO_MANY_MUTATIONS = "TOO_MANY_MUTATIONS"  # More mutations than allowed, with every fragment written out.
    TOO_MANY_DIRECTIVES = "TOO_MANY_DIRECTIVES"  # More directives than allowed.
    TOO_MANY_DEFINITIONS = "TOO_MANY_DEFINITIONS"  # More operations and fragments than allowed.
    TOO_MANY_VARIABLES = "TOO_MANY_VARIABLES"  # An operation declares more variables than allowed.
    QUERY_TOO_COSTLY = "QUERY_TOO_COSTLY"  # One query costs more points than allowed.
    RATE_LIMITED = "RATE_LIMITED"  # The points of this hour are spent; `Retry-After` says when to come back.

    # Execution
    BAD_ARGUMENTS = "BAD_ARGUMENTS"  # A field refused what it was asked for.
    INTERNAL_ERROR = "INTERNAL_ERROR"  # A fault of the service; `correlationId` finds it in the log.
