"""The executor: graphql-core's own, with short ways for lists that come as columns and for leaves that are merely read.

Whatever a short way cannot answer exactly as graphql-core would (a field with arguments, nested objects, a missing value
in a non-null field) goes the ordinary way, so results and errors are the same.
"""

from collections.abc import AsyncIterable, Awaitable, Iterable, Sequence
from itertools import repeat
from typing import Any, TypeAlias, cast

import orjson
from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution import Executor
from graphql.execution.collect_fields import DeferUsage, FieldDetailsList, GroupedFieldSet
from graphql.pyutils import AwaitableOrValue, Path

from omavirta.graphql.columns import Column, ColumnList
from omavirta.graphql.plans import ORDINARY, Plan, Plans, read_attribute_of

__all__ = ["ColumnExecutor"]

_Columns: TypeAlias = dict[str, Column | str]
"""By response name; a string stands for every row."""

_WIDE = 5
"""From so many fields on rows are written as text, where their columns can: it takes half the time of making objects of
them. Narrower ones are fast enough as they are, and their values are often asked for one by one.
"""


class ColumnExecutor(Executor[Any]):
    """Executes a validated operation; `ColumnList` and `Column` values are copied into the answer.

    The answer is for orjson: a column that brings its JSON text stands in it as an `orjson.Fragment`. Executions of one
    operation are given its `plans`.
    """

    def __init__(self, *args: Any, plans: Plans | None = None, **named: Any) -> None:
        super().__init__(*args, **named)
        self._plan = Plan() if plans is None else plans.choose(self.variable_values.coerced)
        self._relevant_sub_fields = self._plan.subfields

    def execute_collected_root_fields(
        self,
        root_type: GraphQLObjectType,
        root_value: Any,
        grouped_field_set: GroupedFieldSet,
        serially: bool,
        new_defer_usages: Sequence[DeferUsage],
    ) -> AwaitableOrValue[dict[str, Any]]:
        # What has been found out hangs on the first execution's own objects.
        if self._plan.root is None:
            self._plan.root = grouped_field_set
        return super().execute_collected_root_fields(
            root_type, root_value, self._plan.root, serially, new_defer_usages
        )

    def execute_fields(
        self,
        parent_type: GraphQLObjectType,
        source_value: Any,
        path: Path | None,
        grouped_field_set: GroupedFieldSet,
        position_context: Any,
    ) -> AwaitableOrValue[dict[str, Any]]:
        plan = self._plan.of(parent_type, grouped_field_set, self.field_resolver)
        if not plan.short or self.middleware_manager:
            return super().execute_fields(
                parent_type, source_value, path, grouped_field_set, position_context
            )
        results: dict[str, Any] = dict.fromkeys(plan.fields)
        rest = plan.rest
        for response_name, short_way in plan.short:
            value = short_way(source_value)
            if value is ORDINARY:
                rest = {
                    name: details
                    for name, details in plan.fields.items()
                    if name in rest or name == response_name
                }
            else:
                results[response_name] = value
        if not rest:
            return results
        completed = super().execute_fields(parent_type, source_value, path, rest, position_context)
        if isinstance(completed, dict):
            results.update(completed)
            return results
        return _completed_later(results, completed)

    def complete_list_value(
        self,
        return_type: GraphQLList[GraphQLOutputType],
        field_details_list: FieldDetailsList,
        info: GraphQLResolveInfo[Any],
        path: Path,
        result: AsyncIterable[Any] | Iterable[Any],
        position_context: Any,
    ) -> AwaitableOrValue[list[Any]]:
        completed: list[Any] | orjson.Fragment | None = None
        if isinstance(result, ColumnList):
            completed = self._complete_rows(return_type.of_type, field_details_list, result)
        elif isinstance(result, Column):
            completed = _complete_leaves(return_type.of_type, result)
        if completed is not None:
            return cast("list[Any]", completed)
        return super().complete_list_value(
            return_type, field_details_list, info, path, result, position_context
        )

    def _complete_rows(
        self, item_type: GraphQLOutputType, field_details_list: FieldDetailsList, rows: ColumnList
    ) -> list[dict[str, Any]] | orjson.Fragment | None:
        row_type = get_nullable_type(item_type)
        if not isinstance(row_type, GraphQLObjectType) or row_type.is_type_of or self.middleware_manager:
            return None
        columns: _Columns = {}
        for response_name, details in self.collect_subfields(
            row_type, field_details_list
        ).grouped_field_set.items():
            field_name = details[0].node.name.value
            if field_name == "__typename":
                columns[response_name] = row_type.name
                continue
            column = self._find_column(row_type.fields.get(field_name), field_name, rows)
            if column is None:
                return None
            columns[response_name] = column
        if len(columns) >= _WIDE:
            text = _rows_text(columns, len(rows))
            if text is not None:
                return orjson.Fragment(text)
        values = [
            repeat(column, len(rows)) if isinstance(column, str) else column.json
            for column in columns.values()
        ]
        return _build_rows(tuple(columns), tuple(values), len(rows))

    def _find_column(self, field: GraphQLField | None, field_name: str, rows: ColumnList) -> Column | None:
        if field is None or field.args or not is_leaf_type(get_nullable_type(field.type)):
            return None
        attribute = read_attribute_of(field, field_name, self.field_resolver)
        column = rows.columns.get(attribute) if attribute else None
        if column is None or (is_non_null_type(field.type) and column.has_none):
            return None
        return column


async def _completed_later(results: dict[str, Any], completed: Awaitable[dict[str, Any]]) -> dict[str, Any]:
    results.update(await completed)
    return results


def _complete_leaves(item_type: GraphQLOutputType, column: Column) -> list[Any] | orjson.Fragment | None:
    if not is_leaf_type(get_nullable_type(item_type)) or (is_non_null_type(item_type) and column.has_none):
        return None
    if column.text is not None:
        return orjson.Fragment(column.text())
    return column.json if isinstance(column.json, list) else list(column.json)


def _rows_text(columns: _Columns, length: int) -> bytes | None:
    """The rows as the text of a JSON array, put together from the columns' texts; None where one has none."""
    if not length:
        return b"[]"
    # The text between the values of one row and the next, in turn with a value; a column of one value is all text.
    between, values = b"", []
    pieces: list[bytes] = []
    for name, column in columns.items():
        text = orjson.dumps([column]) if isinstance(column, str) else column.text and column.text()
        if text is None:
            return None
        between += b'%b"%b":' % (b"," if between or pieces else b"{", name.encode())
        only = text[1:-1] if isinstance(column, str) else _only_value(text, length)
        if only is not None:
            between += only
            continue
        pieces += [between, b""]
        values.append(text[1:-1].split(b","))
        between = b""
    pieces += [between + b"}"]
    if not values:
        return b"[%b]" % b",".join(pieces * length)
    # What ends a row begins the next.
    first, pieces[0] = pieces[0], pieces.pop() + b"," + pieces[0]
    last = pieces[0][: -len(first) - 1]
    cells = pieces * length
    for position, column_values in enumerate(values):
        cells[2 * position + 1 :: len(pieces)] = column_values
    cells[0] = first
    return b"[%b%b]" % (b"".join(cells), last)


def _only_value(text: bytes, length: int) -> bytes | None:
    """The value that all of an array are, where it can be told at a glance."""
    value = text[1 : text.find(b",")] if length > 1 else text[1:-1]
    is_only = len(text) == length * (len(value) + 1) + 1 and text.count(value) == length
    return value if is_only else None


def _build_rows(
    names: tuple[str, ...], columns: tuple[Iterable[Any], ...], length: int
) -> list[dict[str, Any]]:
    # A dict display is built in half the time of dict(zip(…)), so the usual widths are written out.
    match columns:
        case ():
            return [{} for _ in range(length)]
        case (c0,):
            (n0,) = names
            return [{n0: v0} for v0 in c0]
        case (c0, c1):
            n0, n1 = names
            return [{n0: v0, n1: v1} for v0, v1 in zip(c0, c1, strict=True)]
        case (c0, c1, c2):
            n0, n1, n2 = names
            return [{n0: v0, n1: v1, n2: v2} for v0, v1, v2 in zip(c0, c1, c2, strict=True)]
        case (c0, c1, c2, c3):
            n0, n1, n2, n3 = names
            return [{n0: v0, n1: v1, n2: v2, n3: v3} for v0, v1, v2, v3 in zip(c0, c1, c2, c3, strict=True)]
        case values:
            return _build_wide_rows(names, values)


def _build_wide_rows(names: tuple[str, ...], values: Sequence[Iterable[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(names, row, strict=True)) for row in zip(*values, strict=True)]
