"""Keyset pages of many owners' lists in one statement: the same page of each, whatever the number of owners."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from omavirta.storage.database import Database, Row, as_uuid, placeholders

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PageRequest:
    """`size` rows next to the cursor (or the list's edge): after it, or before it where `backward`.

    `cursor` holds the values of the list's sort keys.
    """

    size: int
    backward: bool
    cursor: tuple[Hashable, ...] | None


@dataclass(frozen=True, slots=True)
class PageOfRows(Generic[T]):
    rows: list[T]
    has_next: bool
    has_previous: bool


@dataclass(frozen=True, slots=True)
class PagedList:
    """A list that each owner has one of. SQL fragments are constants of the rooms, never input.

    `source` is a table or sub-query, `owner` its owner column, `columns` what is read, `keys` the sort keys with the
    parser of a cursor's text, all in one direction. A key's value has to be unique within an owner's list.
    """

    source: str
    owner: str
    columns: str
    keys: tuple[tuple[str, Callable[[str], Any]], ...]
    descending: bool


async def fetch_pages(
    database: Database,
    paged: PagedList,
    owners: Sequence[UUID],
    page: PageRequest,
    make: Callable[[Row], T],
    *,
    condition: str = "",
    values: Sequence[Any] = (),
) -> dict[UUID, PageOfRows[T]]:
    """The page of every owner. `condition` is further SQL whose `{n}` stands for the n-th of `values`, from 0."""
    params: list[Any] = list(owners)
    where = [f"{paged.owner} IN ({placeholders(1, len(owners))})"]
    if condition:
        names = [f"${len(params) + 1 + index}" for index in range(len(values))]
        where.append(condition.format(*names))
        params += values
    falling = paged.descending != page.backward
    if page.cursor is not None:
        columns = ", ".join(name for name, _ in paged.keys)
        marks = placeholders(len(params) + 1, len(paged.keys))
        where.append(f"({columns}) {'<' if falling else '>'} ({marks})")
        params += page.cursor
    order = ", ".join(f"{name} {'DESC' if falling else 'ASC'}" for name, _ in paged.keys)
    params.append(page.size + 1)
    rows = await database.fetch_few(
        f"SELECT * FROM (SELECT {paged.owner} AS page_owner,"
        f" ROW_NUMBER() OVER (PARTITION BY {paged.owner} ORDER BY {order}) AS page_position, {paged.columns}"
        f" FROM {paged.source} WHERE {' AND '.join(where)}) AS pages"
        f" WHERE page_position <= ${len(params)} ORDER BY page_owner, page_position",
        *params,
    )
    found: dict[UUID, list[T]] = {owner: [] for owner in owners}
    for row in rows:
        found[as_uuid(row[0])].append(make(row[2:]))  # type: ignore[index]  # rows of both drivers can be sliced
    return {owner: _page(page, found[owner]) for owner in owners}


def _page(page: PageRequest, rows: list[T]) -> PageOfRows[T]:
    more = len(rows) > page.size
    kept = rows[: page.size]
    beyond = page.cursor is not None
    if page.backward:
        return PageOfRows(kept[::-1], has_next=beyond, has_previous=more)
    return PageOfRows(kept, has_next=more, has_previous=beyond)
