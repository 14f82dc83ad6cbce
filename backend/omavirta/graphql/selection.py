"""What of a field's answer was asked for, so that what nobody asks for is not computed."""

from collections.abc import Iterator
from typing import Any

from graphql import (
    FieldNode,
    FragmentSpreadNode,
    GraphQLIncludeDirective,
    GraphQLResolveInfo,
    GraphQLSkipDirective,
    InlineFragmentNode,
    SelectionNode,
    SelectionSetNode,
    get_directive_values,
)

__all__ = ["selects"]


def selects(info: GraphQLResolveInfo[Any], names: frozenset[str], *, deep: bool = False) -> bool:
    """Whether any of the field's own fields, or with `deep` of those at any depth, has one of these names."""
    return any(
        node.selection_set is not None and _has(info, node.selection_set, names, deep=deep)
        for node in info.field_nodes
    )


def _has(
    info: GraphQLResolveInfo[Any], selection_set: SelectionSetNode, names: frozenset[str], *, deep: bool
) -> bool:
    for node in _fields(info, selection_set):
        if node.name.value in names:
            return True
        if deep and node.selection_set is not None and _has(info, node.selection_set, names, deep=True):
            return True
    return False


def _fields(info: GraphQLResolveInfo[Any], selection_set: SelectionSetNode) -> Iterator[FieldNode]:
    """Through fragments; validation has seen to it that they do not hold themselves."""
    for node in selection_set.selections:
        if node.directives and not _is_included(info, node):
            continue
        if isinstance(node, FieldNode):
            yield node
        elif isinstance(node, InlineFragmentNode):
            yield from _fields(info, node.selection_set)
        elif isinstance(node, FragmentSpreadNode):
            yield from _fields(info, info.fragments[node.name.value].selection_set)


def _is_included(info: GraphQLResolveInfo[Any], node: SelectionNode) -> bool:
    skip = get_directive_values(GraphQLSkipDirective, node, info.variable_values)
    include = get_directive_values(GraphQLIncludeDirective, node, info.variable_values)
    return not (skip and skip["if"]) and (include is None or bool(include["if"]))
