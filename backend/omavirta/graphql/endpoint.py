"""The GraphQL endpoint over HTTP.

Rule: https://graphql.github.io/graphql-over-http/draft/ , proven by the graphql-http audit suite.
"""

import logging
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

import orjson
import strawberry
from graphql import GraphQLError, OperationType
from graphql.execution import ExecutionResult, Executor
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from strawberry.execution import optimized_is_awaitable

from omavirta.graphql.budget import PointBudget, RateLimit
from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.documents import DocumentCache, Operation
from omavirta.graphql.errors import ClientError, DocumentError, coded, mask, present
from omavirta.graphql.executor import ColumnExecutor
from omavirta.graphql.kept_answers import Basis, KeptAnswers
from omavirta.graphql.limits import Limits
from omavirta.graphql.request import GraphQLRequest, read_request
from omavirta.graphql.response import GRAPHQL_JSON, MediaType, encode, negotiate

__all__ = ["GraphQLContext", "GraphQLEndpoint"]

logger = logging.getLogger("omavirta.graphql")


class GraphQLContext(Protocol):
    """What the endpoint needs of the context that resolvers get.

    `close` is called once the answer is out, so what it does can neither delay the client nor be timed by it.
    """

    @property
    def principal_key(self) -> str:
        """Whose points are spent: an account, a token, or the network of someone not signed in."""

    @property
    def response_headers(self) -> MutableHeaders:
        """Headers that resolvers want on the response (cookies)."""

    rate_limit: RateLimit | None
    """Set by the endpoint before execution."""

    @property
    def basis(self) -> Basis | None:
        """What an answer rests on besides the question; None where it may rest on more, such as the time of day. Asked
        before execution and after it: resolvers may have come upon more.
        """

    async def close(self) -> None: ...


class GraphQLEndpoint:
    """An ASGI app for `Route("/graphql", endpoint)`.

    `context_factory` makes one context for a request; a ClientError that it raises ends the request. `clock` gives
    aware datetimes, for the hourly budget of points.
    """

    def __init__(
        self,
        schema: strawberry.Schema,
        context_factory: Callable[[Request], Awaitable[GraphQLContext]],
        *,
        clock: Callable[[], datetime],
        limits: Limits | None = None,
        points_per_hour: int = 100_000,
    ) -> None:
        self._schema = schema._schema  # noqa: SLF001 (strawberry's way to graphql-core's schema)
        self._context_factory = context_factory
        self._limits = limits or Limits()
        self._budget = PointBudget(points_per_hour, clock)
        self._documents = DocumentCache(self._schema, self._limits)
        self._kept = KeptAnswers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        contexts: list[GraphQLContext] = []
        try:
            response = await self._respond(Request(scope, receive), contexts)
            await response(scope, receive, send)
        except ClientDisconnect:
            return
        finally:
            for context in contexts:
                await _close(context)

    async def _respond(self, request: Request, contexts: list[GraphQLContext]) -> Response:
        headers = request.headers
        accept_encoding = headers.get("accept-encoding", "")
        media_type: MediaType = "application/json"
        try:
            media_type = negotiate(headers.get("accept"))
            graphql_request = await read_request(request, self._limits.body_bytes)
            operation = self._documents.get(graphql_request.query).operation(graphql_request.operation_name)
            _check_method(operation, graphql_request)
            context = await self._context_factory(request)
            contexts.append(context)
            answer = await self._answer(operation, graphql_request.variables, context)
            response = encode(answer, media_type, accept_encoding)
            response.raw_headers.extend(context.response_headers.raw)
        except ClientError as error:
            logger.info("client error %s", error.code)
            response = encode(orjson.dumps(_refusal(error)), media_type, accept_encoding, error.http_status)
            response.headers.update(error.headers)
        except DocumentError as error:
            # A client that takes only application/json may not expect a GraphQL error with another status than 200.
            errors = [coded(each, ErrorCode.BAD_REQUEST) for each in error.errors]
            logger.info("client error %s", errors[0]["extensions"]["code"])
            status_code = 400 if media_type == GRAPHQL_JSON else 200
            response = encode(orjson.dumps({"errors": errors}), media_type, accept_encoding, status_code)
        except ClientDisconnect:
            raise
        except Exception as fault:  # noqa: BLE001 (whatever it is, the client gets one masked line)
            response = encode(orjson.dumps({"errors": [mask(fault)]}), media_type, accept_encoding, 500)
        return response

    async def _answer(
        self, operation: Operation, variables: dict[str, Any], context: GraphQLContext
    ) -> bytes:
        """The JSON of the answer, kept from before or computed now. Points are spent either way."""
        self._spend(operation, variables, context)
        basis = context.basis if operation.type is OperationType.QUERY else None
        if basis is None:
            return orjson.dumps(await self._execute(operation, variables, context))
        question = operation.question(variables)
        kept = self._kept.find(basis, question)
        if kept is not None:
            return kept
        answer = await self._execute(operation, variables, context)
        body = orjson.dumps(answer)
        if "errors" not in answer and not context.response_headers.raw and context.basis is not None:
            self._kept.keep(basis, question, body)
        return body

    def _spend(self, operation: Operation, variables: dict[str, Any], context: GraphQLContext) -> None:
        cost = operation.cost(variables)
        if cost > self._limits.cost:
            raise ClientError(
                ErrorCode.QUERY_TOO_COSTLY,
                f"This query costs {cost} points; {self._limits.cost} are allowed. Ask for smaller pages.",
            )
        context.rate_limit = self._budget.spend(context.principal_key, cost)

    async def _execute(
        self, operation: Operation, variables: dict[str, Any], context: GraphQLContext
    ) -> Mapping[str, Any]:
        executor = ColumnExecutor.build(
            self._schema,
            operation.document,
            context_value=context,
            raw_variable_values=variables,
            operation_name=operation.name,
            max_coercion_errors=10,
            plans=operation.plans,
            is_awaitable=optimized_is_awaitable,  # type: ignore[arg-type]  # a bool where a TypeGuard is named
        )
        if not isinstance(executor, Executor):
            raise DocumentError([_bad_variables(error) for error in executor])
        result: Any = executor.execute_operation()
        if not isinstance(result, ExecutionResult):
            result = await result
        if result.errors:
            return {"errors": present(result.errors), "data": result.data}
        return {"data": result.data}


async def _close(context: GraphQLContext) -> None:
    try:
        await context.close()
    except Exception as fault:  # noqa: BLE001 (the client has its answer; the log gets the rest)
        mask(fault)


def _check_method(operation: Operation, request: GraphQLRequest) -> None:
    if request.is_get and operation.type is not OperationType.QUERY:
        raise ClientError(
            ErrorCode.METHOD_NOT_ALLOWED,
            "Only a query may come by GET.",
            http_status=405,
            headers={"Allow": "POST"},
        )


def _bad_variables(error: GraphQLError) -> GraphQLError:
    original = error.original_error
    code = original.code if isinstance(original, ClientError) else ErrorCode.BAD_VARIABLES
    error.extensions = {**(error.extensions or {}), "code": str(code)}
    return error


def _refusal(error: ClientError) -> dict[str, Any]:
    return {"errors": [{"message": error.message, "extensions": {"code": error.code}}]}
