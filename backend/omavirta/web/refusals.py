"""Answers of middleware that stands before the API: in the shape of a GraphQL error, so that a client reads one format."""

import orjson
from starlette.responses import Response


def refusal(code: str, message: str, status_code: int, headers: dict[str, str] | None = None) -> Response:
    body = orjson.dumps({"errors": [{"message": message, "extensions": {"code": code}}]})
    return Response(body, status_code, headers, "application/json")
