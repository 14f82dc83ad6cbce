"""Errors that a client may see, and how every other error is hidden."""

import logging
import secrets
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from graphql import GraphQLError

from omavirta.graphql.codes import ErrorCode

__all__ = ["ClientError", "DocumentError", "coded", "mask", "present"]

logger = logging.getLogger("omavirta.graphql")


class ClientError(GraphQLError):
    """Something the client did wrong, told in a message meant for it.

    A resolver may raise it, and its `code` becomes `extensions.code`. `http_status` and `headers` count only when
    the error ends the whole request: in the endpoint, or raised by the context factory.
    """

    def __init__(
        self, code: str, message: str, *, http_status: int = 400, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message, extensions={"code": str(code)})
        self.code = str(code)
        self.http_status = http_status
        self.headers = headers or {}


class DocumentError(Exception):
    """A well-formed request whose document, operation name or variables cannot be executed."""

    def __init__(self, errors: Sequence[GraphQLError]) -> None:
        super().__init__(errors[0].message)
        self.errors = errors


def coded(error: GraphQLError, code: ErrorCode) -> dict[str, Any]:
    """The error as it stands in the answer, with `code` unless it brings its own."""
    entry = dict(error.formatted)
    entry["extensions"] = {"code": str(code), **(error.extensions or {})}
    return entry


def present(errors: Iterable[GraphQLError]) -> list[dict[str, Any]]:
    """The errors of an execution as they stand in the answer; faults of the service are masked and logged once."""
    entries = []
    fault: Exception | None = None
    faults = 0
    correlation_id = ""
    for error in errors:
        cause = _cause(error)
        if cause is None:
            entry = coded(error, ErrorCode.BAD_ARGUMENTS)
            logger.info("client error %s", entry["extensions"]["code"])
        else:
            faults += 1
            if fault is None:
                fault = cause
                correlation_id = _correlation_id()
            entry = _masked(correlation_id)
            entry.update(
                {key: value for key, value in error.formatted.items() if key in {"path", "locations"}}
            )
        entries.append(entry)
    if fault is not None:
        _log(fault, correlation_id, faults)
    return entries


def mask(fault: Exception) -> dict[str, Any]:
    """A fault outside of any field as it stands in the answer; it is logged."""
    correlation_id = _correlation_id()
    _log(fault, correlation_id, 1)
    return _masked(correlation_id)


def _cause(error: GraphQLError) -> Exception | None:
    """The exception that a resolver did not mean for the client, if there is one."""
    cause: Exception | None = error
    while isinstance(cause, GraphQLError):
        cause = cause.original_error
    return cause


def _correlation_id() -> str:
    return secrets.token_hex(8)


def _masked(correlation_id: str) -> dict[str, Any]:
    return {
        "message": f"Something went wrong on our side. Please mention {correlation_id} when you report it.",
        "extensions": {"code": str(ErrorCode.INTERNAL_ERROR), "correlationId": correlation_id},
    }


def _log(fault: Exception, correlation_id: str, count: int) -> None:
    # Messages of exceptions quote values (a row, an argument), which may be personal: only types and places are kept.
    places = "".join(_places(fault))
    logger.error("fault %s, %d in this request\n%s", correlation_id, count, places.rstrip())


def _places(fault: BaseException) -> Iterator[str]:
    chain: list[BaseException] = []
    link: BaseException | None = fault
    while link is not None and link not in chain:
        chain.append(link)
        link = link.__cause__ or link.__context__
    for exception in reversed(chain):
        yield from traceback.format_tb(exception.__traceback__)
        yield f"{type(exception).__module__}.{type(exception).__qualname__}\n"
