"""What a document may ask for, measured in one pass before validation.

Every fragment is measured once and its figures are reused wherever it is spread, so the work is linear in the
document even where fragments double (two spreads each, thirty deep, are a billion fields in 750 bytes).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    IntValueNode,
    Node,
    OperationDefinitionNode,
    OperationType,
    SelectionSetNode,
    VariableNode,
)

from omavirta.graphql.codes import ErrorCode

__all__ = ["Limits", "OperationCost", "check_limits"]

MUTATION_POINTS = 50
"""Of each mutation of an operation: it writes, sends mail or hashes a password, which costs far more than a read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Limits of one request. Fields and aliases count as if every fragment were written out where it is spread."""

    body_bytes: int = 100_000
    tokens: int = 1_000
    definitions: int = 30
    variables: int = 50
    directives: int = 20
    depth: int = 12
    introspection_depth: int = 20
    """Depth of operations that ask for nothing but the schema."""
    fields: int = 500
    aliases: int = 15
    mutations: int = 5
    """Fields of a mutation operation itself: they run one after another, and each may take its time."""
    cost: int = 10_000
    """Points of one operation, see `OperationCost`."""


def check_limits(document: DocumentNode, limits: Limits) -> None:
    """Raises GraphQLError with a code when the document is over a limit; it need not be valid."""
    definitions = document.definitions
    if len(definitions) > limits.definitions:
        raise _over(
            ErrorCode.TOO_MANY_DEFINITIONS, "operations and fragments", limits.definitions, definitions[-1]
        )
    measures = _Measures(document, limits)
    for definition in definitions:
        if isinstance(definition, OperationDefinitionNode):
            measures.check_operation(definition)
        elif isinstance(definition, FragmentDefinitionNode):
            measures.check_fragment(definition)


class OperationCost:
    """The points that an operation costs.

    A field with a selection costs one point for every object that it is asked of; `first` or `last` on a field
    multiplies what is asked below it. A leaf costs nothing, an operation at least one point. Each mutation costs
    `MUTATION_POINTS` besides.
    """

    def __init__(self, document: DocumentNode, operation: OperationDefinitionNode) -> None:
        self._fragments = _fragments(document)
        self._operation = operation
        self._defaults = {
            definition.variable.name.value: definition.default_value
            for definition in operation.variable_definitions or ()
        }
        self._depends_on_variables = False
        mutations = (
            _root_fields(operation.selection_set, self._fragments, {})
            if operation.operation is OperationType.MUTATION
            else 0
        )
        self._mutation_points = mutations * MUTATION_POINTS
        self._points = self._measure({})

    def points(self, variables: Mapping[str, Any]) -> int:
        """The cost with these variables, as they came in the request."""
        return self._measure(variables) if self._depends_on_variables else self._points

    def _measure(self, variables: Mapping[str, Any]) -> int:
        points = self._selection_points(self._operation.selection_set, variables, {})
        return max(1, points + self._mutation_points)

    def _selection_points(
        self, selection_set: SelectionSetNode, variables: Mapping[str, Any], known: dict[str, int]
    ) -> int:
        points = 0
        for selection in selection_set.selections:
            if isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                if name not in known:
                    known[name] = 0  # a spread of itself, which validation refuses, adds nothing
                    fragment = self._fragments.get(name)
                    if fragment is not None:
                        known[name] = self._selection_points(fragment.selection_set, variables, known)
                points += known[name]
                continue
            inner = _inner(selection)
            if inner is None:
                continue
            below = self._selection_points(inner, variables, known)
            if isinstance(selection, FieldNode):
                points += 1 + below * self._page_size(selection, variables)
            else:
                points += below
        return points

    def _page_size(self, field: FieldNode, variables: Mapping[str, Any]) -> int:
        size = 1
        for argument in field.arguments or ():
            if argument.name.value not in {"first", "last"}:
                continue
            value: object = argument.value
            if isinstance(value, VariableNode):
                self._depends_on_variables = True
                name = value.name.value
                value = variables.get(name, self._defaults.get(name))
            size = max(size, _integer(value))
        return size


@dataclass(frozen=True, slots=True)
class _Size:
    depth: int = 0
    fields: int = 0
    aliases: int = 0


class _Measures:
    def __init__(self, document: DocumentNode, limits: Limits) -> None:
        self._limits = limits
        self._fragments = _fragments(document)
        self._sizes: dict[str, _Size] = {}
        self._directives = 0
        self._deepest = max(limits.depth, limits.introspection_depth)

    def check_operation(self, operation: OperationDefinitionNode) -> None:
        limits = self._limits
        variables = operation.variable_definitions or ()
        if len(variables) > limits.variables:
            raise _over(ErrorCode.TOO_MANY_VARIABLES, "variables", limits.variables, operation)
        for definition in (operation, *variables):
            self._count_directives(definition)
        if (
            operation.operation is OperationType.MUTATION
            and _root_fields(operation.selection_set, self._fragments, {}) > limits.mutations
        ):
            raise _over(ErrorCode.TOO_MANY_MUTATIONS, "mutations", limits.mutations, operation)
        size = self._measure(operation.selection_set, 1)
        introspects = all(name.startswith("__") for name in self._root_names(operation.selection_set, set()))
        depth = limits.introspection_depth if introspects else limits.depth
        self._check(size, depth, operation)

    def check_fragment(self, fragment: FragmentDefinitionNode) -> None:
        # Its depth counts where it is spread.
        self._count_directives(fragment)
        self._check(self._fragment_size(fragment.name.value), self._deepest, fragment)

    def _check(self, size: _Size, depth: int, node: Node) -> None:
        limits = self._limits
        if size.depth > depth:
            raise _over(ErrorCode.DOCUMENT_TOO_DEEP, "levels of fields", depth, node)
        if size.fields > limits.fields:
            raise _over(ErrorCode.TOO_MANY_FIELDS, "fields", limits.fields, node)
        if size.aliases > limits.aliases:
            raise _over(ErrorCode.TOO_MANY_ALIASES, "aliases", limits.aliases, node)

    def _measure(self, selection_set: SelectionSetNode, nesting: int) -> _Size:
        depth = fields = aliases = 0
        for selection in selection_set.selections:
            self._count_directives(selection)
            if isinstance(selection, FragmentSpreadNode):
                below = self._fragment_size(selection.name.value)
                own_depth = 0
            else:
                own_depth = 1 if isinstance(selection, FieldNode) else 0
                if isinstance(selection, FieldNode):
                    fields += 1
                    aliases += selection.alias is not None
                inner = _inner(selection)
                if own_depth and nesting > self._deepest:
                    raise _over(
                        ErrorCode.DOCUMENT_TOO_DEEP, "levels of fields", self._limits.depth, selection
                    )
                below = self._measure(inner, nesting + own_depth) if inner is not None else _Size()
            depth = max(depth, own_depth + below.depth)
            fields += below.fields
            aliases += below.aliases
        return _Size(depth, fields, aliases)

    def _fragment_size(self, name: str) -> _Size:
        if name not in self._sizes:
            self._sizes[name] = _Size()  # a spread of itself, which validation refuses, adds nothing
            fragment = self._fragments.get(name)
            if fragment is not None:
                self._sizes[name] = self._measure(fragment.selection_set, 1)
        return self._sizes[name]

    def _root_names(self, selection_set: SelectionSetNode, seen: set[str]) -> Iterator[str]:
        for selection in selection_set.selections:
            if isinstance(selection, FieldNode):
                yield selection.name.value
            elif isinstance(selection, FragmentSpreadNode):
                name = selection.name.value
                fragment = self._fragments.get(name)
                if fragment is not None and name not in seen:
                    seen.add(name)
                    yield from self._root_names(fragment.selection_set, seen)
            else:
                inner = _inner(selection)
                if inner is not None:
                    yield from self._root_names(inner, seen)

    def _count_directives(self, node: Node) -> None:
        directives: Sequence[Node] = getattr(node, "directives", None) or ()
        self._directives += len(directives)
        if self._directives > self._limits.directives:
            raise _over(ErrorCode.TOO_MANY_DIRECTIVES, "directives", self._limits.directives, node)


def _fragments(document: DocumentNode) -> dict[str, FragmentDefinitionNode]:
    return {
        definition.name.value: definition
        for definition in document.definitions
        if isinstance(definition, FragmentDefinitionNode)
    }


def _root_fields(
    selection_set: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode], known: dict[str, int]
) -> int:
    """How many fields an operation itself has, every fragment written out. `known` are those of fragments seen before."""
    count = 0
    for selection in selection_set.selections:
        if isinstance(selection, FieldNode):
            count += 1
        elif isinstance(selection, FragmentSpreadNode):
            name = selection.name.value
            if name not in known:
                known[name] = 0  # a spread of itself, which validation refuses, adds nothing
                fragment = fragments.get(name)
                if fragment is not None:
                    known[name] = _root_fields(fragment.selection_set, fragments, known)
            count += known[name]
        else:
            inner = _inner(selection)
            if inner is not None:
                count += _root_fields(inner, fragments, known)
    return count


def _inner(selection: Node) -> SelectionSetNode | None:
    inner: SelectionSetNode | None = getattr(selection, "selection_set", None)
    return inner


def _integer(value: object) -> int:
    """A page size from a literal or a variable; what is no page size, and will be refused as such, counts as one."""
    if isinstance(value, IntValueNode):
        digits = value.value.lstrip("-")
        return int(digits) if len(digits) < 10 else 10**9
    # JSON's 100.0 is an Int of 100 to the executor, so it has to be one here.
    return int(value) if isinstance(value, int | float) and value > 0 else 1


def _over(code: ErrorCode, what: str, limit: int, node: Node) -> GraphQLError:
    return GraphQLError(f"The document has more than {limit} {what}.", node, extensions={"code": str(code)})
