"""The executor: graphql-core's own, with a short way for lists that come as columns.

Whatever the short way cannot answer exactly as graphql-core would (a field with arguments or a resolver, nested
objects, a missing value in a non-null field) goes the ordinary way, so results and errors are the same.
"""

from collections.abc import AsyncIterable, Iterable, Sequence
from itertools import repeat
from typing import Any, TypeAlias, cast

import orjson
from graphql import (
    GraphQLField,
    GraphQLList,
    GraphQLObjectType,
    GraphQLOutputType,
    GraphQLResolveInfo,
    default_field_resolver,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
)
from graphql.execution import Executor
from graphql.execution.collect_fields import FieldDetailsList
from graphql.pyutils import AwaitableOrValue, Path
from strawberry.types.field import StrawberryField

from omavirta.graphql.columns import Column, ColumnList

__all__ = ["ColumnExecutor"]

_Columns: TypeAlias = dict[str, Iterable[Any]]


class ColumnExecutor(Executor[Any]):
    """Executes a validated operation; `ColumnList` and `Column` values are copied into the answer.

    The answer is for orjson: a column that brings its JSON text stands in it as an `orjson.Fragment`.
    """

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
    ) -> list[dict[str, Any]] | None:
        row_type = get_nullable_type(item_type)
        if not isinstance(row_type, GraphQLObjectType) or row_type.is_type_of or self.middleware_manager:
            return None
        columns: _Columns = {}
        for response_name, details in self.collect_subfields(
            row_type, field_details_list
        ).grouped_field_set.items():
            field_name = details[0].node.name.value
            if field_name == "__typename":
                columns[response_name] = repeat(row_type.name, len(rows))
                continue
            column = self._find_column(row_type.fields.get(field_name), field_name, rows)
            if column is None:
                return None
            columns[response_name] = column.json
        return _build_rows(columns, len(rows))

    def _find_column(self, field: GraphQLField | None, field_name: str, rows: ColumnList) -> Column | None:
        if field is None or field.args or not is_leaf_type(get_nullable_type(field.type)):
            return None
        attribute = self._attribute(field, field_name)
        column = rows.columns.get(attribute) if attribute else None
        if column is None or (is_non_null_type(field.type) and column.has_none):
            return None
        return column

    def _attribute(self, field: GraphQLField, field_name: str) -> str | None:
        """The attribute that the field reads and does nothing else, if that is so."""
        if field.resolve is None:
            return field_name if self.field_resolver is default_field_resolver else None
        definition = field.extensions.get("strawberry-definition")
        if (
            isinstance(definition, StrawberryField)
            and definition.is_basic_field
            and definition.default_resolver is getattr
        ):
            return definition.python_name
        return None


def _complete_leaves(item_type: GraphQLOutputType, column: Column) -> list[Any] | orjson.Fragment | None:
    if not is_leaf_type(get_nullable_type(item_type)) or (is_non_null_type(item_type) and column.has_none):
        return None
    if column.text is not None:
        return orjson.Fragment(column.text())
    return column.json if isinstance(column.json, list) else list(column.json)


def _build_rows(columns: _Columns, length: int) -> list[dict[str, Any]]:
    # A dict display is built in half the time of dict(zip(…)), so the usual widths are written out.
    names = tuple(columns)
    match tuple(columns.values()):
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
