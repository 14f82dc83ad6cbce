"""What of an operation is the same each time it is executed: its fields, and which of them are merely read.

graphql-core finds out anew for every object of every answer which fields are wanted, and takes each of them through the
same long way. Most are leaves that are read off the object and nothing else: those have a short way here.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

from graphql import (
    DocumentNode,
    GraphQLField,
    GraphQLFieldResolver,
    GraphQLObjectType,
    Undefined,
    VariableNode,
    Visitor,
    default_field_resolver,
    get_nullable_type,
    is_leaf_type,
    is_non_null_type,
    visit,
)
from graphql.execution.collect_fields import CollectedFields, FieldDetailsList, GroupedFieldSet
from strawberry.execution import optimized_is_awaitable
from strawberry.types.field import StrawberryField

__all__ = ["MOST_PLANS", "ORDINARY", "FieldPlan", "Plan", "Plans", "conditions_of", "read_attribute_of"]

MOST_PLANS = 4
"""Of one operation: one for each way in which its variables skip and include fields."""

ORDINARY = object()
"""What a short way gives where the ordinary one has to be taken: it tells what is wrong."""
ShortWay: TypeAlias = Callable[[Any], Any]


class FieldPlan(NamedTuple):
    """The fields of one selection on one object type."""

    fields: GroupedFieldSet
    short: tuple[tuple[str, ShortWay], ...]
    """By response name, with what gives the value for the answer, or ORDINARY."""
    rest: GroupedFieldSet
    """Those without a short way."""


class Plan:
    """What has been found out, which executions of one operation with the same conditions share."""

    def __init__(self) -> None:
        self.root: GroupedFieldSet | None = None
        self.subfields: dict[tuple[GraphQLObjectType, int], tuple[FieldDetailsList, CollectedFields]] = {}
        """As graphql-core's executor keeps it for one execution."""
        self._fields: dict[tuple[GraphQLObjectType, int], FieldPlan] = {}

    def of(
        self, parent_type: GraphQLObjectType, fields: GroupedFieldSet, field_resolver: GraphQLFieldResolver
    ) -> FieldPlan:
        key = (parent_type, id(fields))
        found = self._fields.get(key)
        if found is None:
            # The fields stay with their plan, so that no others can have their id.
            found = self._fields[key] = _field_plan(parent_type, fields, field_resolver)
        return found


class Plans:
    """The plans of one operation, by the values of the variables (`conditions_of` its document) that skip or include fields."""

    def __init__(self, conditions: tuple[str, ...]) -> None:
        self._conditions = conditions
        self.most = MOST_PLANS if conditions else 1
        """How many there will be at most."""
        self._plans: dict[tuple[Any, ...], Plan] = {}

    def choose(self, variables: Mapping[str, Any]) -> Plan:
        """The plan for these coerced variables."""
        key = tuple(variables.get(name) for name in self._conditions)
        plan = self._plans.get(key)
        if plan is None:
            plan = Plan()
            if len(self._plans) < self.most:
                self._plans[key] = plan
        return plan


def conditions_of(document: DocumentNode) -> tuple[str, ...]:
    """The variables that skip or include fields anywhere in a document."""
    conditions = _Conditions()
    visit(document, conditions)
    return tuple(conditions.names)


class _Conditions(Visitor):
    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, None] = {}

    def enter_directive(self, node: Any, *_: Any) -> None:
        for argument in node.arguments:
            if isinstance(argument.value, VariableNode):
                self.names[argument.value.name.value] = None


def read_attribute_of(
    field: GraphQLField, field_name: str, field_resolver: GraphQLFieldResolver
) -> str | None:
    """The attribute that the field reads and does nothing else, if that is so."""
    if field.resolve is None:
        return field_name if field_resolver is default_field_resolver else None
    definition = field.extensions.get("strawberry-definition")
    if (
        isinstance(definition, StrawberryField)
        and definition.is_basic_field
        and definition.default_resolver is getattr
    ):
        return definition.python_name
    return None


def _field_plan(
    parent_type: GraphQLObjectType, fields: GroupedFieldSet, field_resolver: GraphQLFieldResolver
) -> FieldPlan:
    short = {
        response_name: way
        for response_name, details in fields.items()
        if (way := _short_way(parent_type, details[0].node.name.value, field_resolver)) is not None
    }
    rest = {name: details for name, details in fields.items() if name not in short}
    return FieldPlan(fields, tuple(short.items()), rest)


def _short_way(
    parent_type: GraphQLObjectType, field_name: str, field_resolver: GraphQLFieldResolver
) -> ShortWay | None:
    if field_name == "__typename":
        return lambda _source: parent_type.name
    field = parent_type.fields.get(field_name)
    if field is None or field.args:
        return None
    leaf = get_nullable_type(field.type)
    if not is_leaf_type(leaf):
        return None
    coerce, is_nullable = leaf.coerce_output_value, not is_non_null_type(field.type)
    read = _reading(field, field_name, field_resolver)
    if read is None:
        return None

    def short_way(source: Any) -> Any:
        try:
            value = read(source)
            if value is None or value is Undefined:
                return None if is_nullable else ORDINARY
            if isinstance(value, Exception) or optimized_is_awaitable(value):
                return ORDINARY
            coerced = coerce(value)
        except Exception:  # noqa: BLE001 (the ordinary way meets it again, and tells where)
            return ORDINARY
        return ORDINARY if coerced is None or coerced is Undefined else coerced

    return short_way


def _reading(field: GraphQLField, field_name: str, field_resolver: GraphQLFieldResolver) -> ShortWay | None:
    attribute = read_attribute_of(field, field_name, field_resolver)
    if attribute is None:
        return _method_of(field)
    if field.resolve is None:
        # What graphql-core's own resolver does with mappings and methods it does itself.
        return None
    return lambda source: getattr(source, attribute)


def _method_of(field: GraphQLField) -> ShortWay | None:
    """The resolver that is given the object alone, if it is such a one and answers at once."""
    definition = field.extensions.get("strawberry-definition")
    if not isinstance(definition, StrawberryField) or definition.extensions or definition.is_async:
        return None
    resolver = definition.base_resolver
    if resolver is None or resolver.self_parameter is None or len(resolver.signature.parameters) != 1:
        return None
    return cast("ShortWay", resolver.wrapped_func)
