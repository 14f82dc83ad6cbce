"""Relay connections over keyset pages: https://relay.dev/graphql/connections.htm"""

import base64
from collections.abc import Callable
from typing import Annotated, Any, Generic, TypeVar

import orjson
import strawberry

from omavirta.api.codes import ApiErrorCode
from omavirta.graphql.errors import ClientError
from omavirta.storage.paging import PagedList, PageOfRows, PageRequest

LONGEST_PAGE = 100

First = Annotated[
    int | None, strawberry.argument(description="How many from the start, 1 to 100. Give this or `last`.")
]
Last = Annotated[
    int | None, strawberry.argument(description="How many from the end, 1 to 100. Give this or `first`.")
]
After = Annotated[
    str | None, strawberry.argument(description="Only what comes after this cursor; goes with `first`.")
]
Before = Annotated[
    str | None, strawberry.argument(description="Only what comes before this cursor; goes with `last`.")
]

T = TypeVar("T")
Row = TypeVar("Row")


@strawberry.type(description="Where a page lies in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="Whether there is more after this page.")
    has_previous_page: bool = strawberry.field(description="Whether there is more before this page.")
    start_cursor: str | None = strawberry.field(description="The first one's cursor; null on an empty page.")
    end_cursor: str | None = strawberry.field(description="The last one's cursor; null on an empty page.")


@strawberry.type(description="One of a list, with its place.")
class Edge(Generic[T]):
    cursor: str = strawberry.field(description="An opaque mark of this place in the list.")
    node: T = strawberry.field(description="The object itself.")


@strawberry.type(description="A page of a list.")
class Connection(Generic[T]):
    edges: list[Edge[T]] = strawberry.field(description="The objects with their cursors.")
    page_info: PageInfo = strawberry.field(description="Where the page lies.")

    @strawberry.field(description="The objects alone.")
    def nodes(self) -> list[T]:
        return [edge.node for edge in self.edges]


def page_request(
    first: int | None, after: str | None, last: int | None, before: str | None, paged: PagedList
) -> PageRequest:
    """The page of a list that a connection's arguments ask for; raises ClientError."""
    if (first is None) == (last is None):
        raise ClientError(ApiErrorCode.PAGE_SIZE_REQUIRED, "Give either first or last.")
    size = first if first is not None else last
    if size is None or not 1 <= size <= LONGEST_PAGE:
        raise ClientError(
            ApiErrorCode.PAGE_SIZE_OUT_OF_RANGE, f"A page has from 1 to {LONGEST_PAGE} objects."
        )
    if (first is None and after is not None) or (last is None and before is not None):
        raise ClientError(ApiErrorCode.BAD_CURSOR, "after goes with first, and before goes with last.")
    cursor = after if first is not None else before
    return PageRequest(size, last is not None, None if cursor is None else decode_cursor(cursor, paged))


def encode_cursor(keys: tuple[str, ...]) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(keys)).decode()


def decode_cursor(cursor: str, paged: PagedList) -> tuple[Any, ...]:
    """The sort keys that a cursor of this list holds; raises ClientError for any other text."""
    try:
        texts = orjson.loads(base64.b64decode(cursor.encode("ascii"), altchars=b"-_", validate=True))
        return tuple(parse(text) for (_, parse), text in zip(paged.keys, texts, strict=True))
    except (ValueError, TypeError, AttributeError):
        raise ClientError(ApiErrorCode.BAD_CURSOR, "This list has not given out that cursor.") from None


def connection(
    edge_type: Callable[..., Any],
    connection_type: Callable[..., Any],
    page: PageOfRows[Row],
    cursor_keys: Callable[[Row], tuple[str, ...]],
    make: Callable[[Row], Any],
) -> Any:
    edges = [edge_type(cursor=encode_cursor(cursor_keys(row)), node=make(row)) for row in page.rows]
    return connection_type(
        edges=edges,
        page_info=PageInfo(
            has_next_page=page.has_next,
            has_previous_page=page.has_previous,
            start_cursor=edges[0].cursor if edges else None,
            end_cursor=edges[-1].cursor if edges else None,
        ),
    )
