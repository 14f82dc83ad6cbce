"""A GraphQL request as it comes over HTTP: body and parameters, read with limits and checked for shape.

Rule: https://graphql.github.io/graphql-over-http/draft/ ; refused requests raise ClientError.
"""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import Request

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.errors import ClientError

__all__ = ["GraphQLRequest", "read_request"]

DEEPEST_VARIABLES = 50
"""Lists and objects within each other."""


@dataclass(frozen=True, slots=True)
class GraphQLRequest:
    query: str
    operation_name: str | None
    variables: dict[str, Any]
    is_get: bool


async def read_request(request: Request, body_limit: int) -> GraphQLRequest:
    """Reads GET parameters or a JSON body of at most `body_limit` bytes."""
    if request.method == "GET":
        return _from_parameters(request)
    if request.method == "POST":
        _check_media_type(request)
        return _from_body(await _read_body(request, body_limit))
    raise ClientError(
        ErrorCode.METHOD_NOT_ALLOWED,
        "Send a POST, or a GET for a query.",
        http_status=405,
        headers={"Allow": "GET, POST"},
    )


def _from_parameters(request: Request) -> GraphQLRequest:
    query_string: bytes = request.scope["query_string"]
    try:
        pairs = parse_qsl(
            query_string.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=20
        )
    except ValueError:
        raise _bad("The parameters are not URL-encoded UTF-8.") from None
    parameters = dict(pairs)
    if len(parameters) < len(pairs):
        raise _bad("A parameter is given twice.")
    members: dict[str, Any] = {
        "query": parameters.get("query"),
        "operationName": parameters.get("operationName") or None,
    }
    for name in ("variables", "extensions"):
        text = parameters.get(name)
        members[name] = _decode(text.encode()) if text else None
    return _check(members, is_get=True, may_hold_nul=True)


def _check_media_type(request: Request) -> None:
    encoding = request.headers.get("content-encoding", "identity").strip().lower()
    if encoding not in {"", "identity"}:
        raise ClientError(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "Send the body uncompressed.",
            http_status=415,
            headers={"Accept-Encoding": "identity"},
        )
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    if media_type.strip().lower() != "application/json" or not _is_utf8(parameters):
        raise ClientError(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            "Send the body as application/json in UTF-8.",
            http_status=415,
            headers={"Accept-Post": "application/json"},
        )


def _is_utf8(parameters: str) -> bool:
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            try:
                return codecs.lookup(value.strip().strip('"')).name == "utf-8"
            except (LookupError, ValueError):
                return False
    return True


async def _read_body(request: Request, limit: int) -> bytes:
    too_large = ClientError(
        ErrorCode.BODY_TOO_LARGE,
        f"The body is longer than {limit} bytes.",
        http_status=413,
        # What is left of the body is not worth reading, so the connection cannot be used again.
        headers={"Connection": "close"},
    )
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and (len(declared) > 15 or int(declared) > limit):
        raise too_large
    chunks = []
    length = 0
    async for chunk in request.stream():
        length += len(chunk)
        if length > limit:
            raise too_large
        chunks.append(chunk)
    return b"".join(chunks)


def _from_body(body: bytes) -> GraphQLRequest:
    members = _decode(body)
    if isinstance(members, list):
        raise ClientError(ErrorCode.BATCHING_NOT_SUPPORTED, "Send one operation per request.")
    if not isinstance(members, dict):
        raise _bad("The body is not a JSON object.")
    # A NUL can only come as an escape; the decoder refuses it raw.
    return _check(members, is_get=False, may_hold_nul=b"\\u0000" in body)


def _decode(text: bytes) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        code = ErrorCode.INVALID_CHARACTERS if "surrogate" in error.msg else ErrorCode.BAD_REQUEST
        raise ClientError(code, f"Not valid JSON: {error.msg}.") from None


def _check(members: dict[str, Any], *, is_get: bool, may_hold_nul: bool) -> GraphQLRequest:
    query = members.get("query")
    operation_name = members.get("operationName")
    variables = members.get("variables")
    extensions = members.get("extensions")
    if not isinstance(query, str) or not query:
        raise _bad("`query` must be a text.")
    if operation_name is not None and not isinstance(operation_name, str):
        raise _bad("`operationName` must be a text or null.")
    if variables is not None and not isinstance(variables, dict):
        raise _bad("`variables` must be an object or null.")
    if extensions is not None and not isinstance(extensions, dict):
        raise _bad("`extensions` must be an object or null.")
    if variables is not None and _is_deeper(variables, DEEPEST_VARIABLES):
        raise _bad(f"`variables` are nested deeper than {DEEPEST_VARIABLES} levels.")
    if may_hold_nul and _holds_nul((query, operation_name, variables)):
        raise ClientError(ErrorCode.INVALID_CHARACTERS, "A text holds a NUL character.")
    return GraphQLRequest(query, operation_name, variables or {}, is_get)


def _is_deeper(value: Any, levels: int) -> bool:
    """Whether there are more levels of lists and objects than this, without recursion."""
    level = [value]
    for _ in range(levels):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if isinstance(outer, dict) else outer)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return False
    return True


def _holds_nul(values: Iterable[Any]) -> bool:
    left = list(values)
    while left:
        value = left.pop()
        if isinstance(value, str):
            if "\x00" in value:
                return True
        elif isinstance(value, list):
            left.extend(value)
        elif isinstance(value, dict):
            left.extend(value)
            left.extend(value.values())
    return False


def _bad(message: str) -> ClientError:
    return ClientError(ErrorCode.BAD_REQUEST, message)
