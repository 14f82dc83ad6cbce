"""The law of the column executor: on any operation it answers as the stock executor does."""

import asyncio
import enum
import itertools
from collections.abc import Generator
from typing import Any, cast

import orjson
import strawberry
from graphql import DocumentNode, Undefined, parse, validate
from graphql.execution import ExecutionResult, Executor
from hypothesis import given, settings
from hypothesis import strategies as st

from omavirta.graphql.columns import Column, ColumnList
from omavirta.graphql.executor import ColumnExecutor
from omavirta.graphql.plans import MOST_PLANS, Plans, conditions_of


@strawberry.enum
class Quality(enum.Enum):
    MEASURED = "m"
    MISSING = "x"


@strawberry.type
class Unit:
    name: str


@strawberry.type
class Interval:
    start: str
    energy_kwh: float | None
    quality: Quality
    cost_eur: float = strawberry.field(name="cost")
    unit: Unit

    @strawberry.field
    def doubled(self) -> float | None:
        return None if self.energy_kwh is None else self.energy_kwh * 2

    @strawberry.field
    def scaled(self, factor: float) -> float | None:
        return None if self.energy_kwh is None else self.energy_kwh * factor


@strawberry.interface
class Named:
    name: str


@strawberry.type
class Meter(Named):
    serial: str


class Rows:
    """What the resolvers return: one complete list, one with holes in a non-null field, one without a column."""

    complete = ColumnList(
        {
            "start": Column(["2025-01-01", "2025-01-02", "2025-01-03"]),
            "energy_kwh": Column([1.5, None, 0.0]),
            "quality": Column(["MEASURED", "MISSING", "MEASURED"], Quality.__getitem__),
            "cost_eur": Column([0.1, 0.2, 0.3]),
            "unit": Column([Unit(name="a"), Unit(name="b"), Unit(name="c")]),
        }
    )
    with_holes = ColumnList({**complete.columns, "cost_eur": Column([0.1, None, 0.3])})
    without_cost = ColumnList(
        {name: column for name, column in complete.columns.items() if name != "cost_eur"}
    )


@strawberry.type
class Thing:
    name: str
    maybe: str | None
    number: int
    quality: Quality | None

    @strawberry.field
    def id(self) -> strawberry.ID:
        return strawberry.ID("t")

    @strawberry.field
    def shout(self) -> str:
        return self.name.upper()

    @strawberry.field
    def whole(self) -> int | None:
        return self.number + 1

    @strawberry.field
    async def soon(self) -> str:
        await asyncio.sleep(0)
        return self.name

    @strawberry.field
    def unit(self) -> Unit | None:
        return None if self.maybe is None else Unit(name=self.maybe)


@strawberry.type
class Columns:
    energy: list[float | None]
    quality: list[Quality]
    broken: list[float]


@strawberry.type
class Query:
    @strawberry.field
    def intervals(self) -> list[Interval]:
        return cast("list[Interval]", Rows.complete)

    @strawberry.field
    async def later(self) -> list[Interval] | None:
        await asyncio.sleep(0)
        return cast("list[Interval]", Rows.complete)

    @strawberry.field
    def holes(self) -> list[Interval] | None:
        return cast("list[Interval]", Rows.with_holes)

    @strawberry.field
    def nullable_items(self) -> list[Interval | None]:
        return cast("list[Interval | None]", Rows.with_holes)

    @strawberry.field
    def no_cost(self) -> list[Interval] | None:
        return cast("list[Interval]", Rows.without_cost)

    @strawberry.field
    def meters(self) -> list[Named] | None:
        return cast("list[Named]", ColumnList({"name": Column(["a"]), "serial": Column(["b"])}))

    @strawberry.field
    def things(self, info: strawberry.Info) -> list[Thing]:
        return cast("list[Thing]", info.context)

    @strawberry.field
    async def maybe_things(self, info: strawberry.Info) -> list[Thing | None]:
        return cast("list[Thing | None]", info.context)

    @strawberry.field
    def columns(self) -> Columns | None:
        return Columns(
            energy=cast("list[float | None]", Column([1.5, None])),
            quality=cast("list[Quality]", Column(["MEASURED"], Quality.__getitem__)),
            broken=cast("list[float]", Column([1.0, None])),
        )


schema = strawberry.Schema(Query, types=[Meter])._schema


async def execute(
    executor_class: type[Executor[Any]],
    document: DocumentNode,
    variables: dict[str, Any],
    things: list["Thing"] | None = None,
    **named: Any,
) -> Any:
    executor = executor_class.build(
        schema, document, raw_variable_values=variables, context_value=things, **named
    )
    assert isinstance(executor, Executor)
    result: Any = executor.execute_operation()
    answer = result if isinstance(result, ExecutionResult) else await result
    # After an error the fields beside it are settled in the background, which a loop that ends here would not let them.
    await asyncio.gather(*executor.background_futures)
    return answer


def answers_alike(
    text: str, *variables: dict[str, Any], things: list["Thing"] | None = None
) -> dict[str, Any]:
    """What the operation answers to the first variables; asked with all of them in turn, and then again."""
    document = parse(text)
    assert validate(schema, document) == []
    plans = Plans(conditions_of(document))

    async def both(values: dict[str, Any]) -> tuple[ExecutionResult, ExecutionResult]:
        return (
            await execute(ColumnExecutor, document, values, things, plans=plans),
            await execute(Executor, document, values, things),
        )

    for values in (variables or ({},)) * 2:
        ours, stock = asyncio.run(both(values))
        assert ours.formatted == stock.formatted
        assert repr(ours.data) == repr(stock.data)  # also the order of the fields
    return cast("dict[str, Any]", asyncio.run(both(variables[0] if variables else {}))[0].formatted)


def test_rows_are_answered_from_their_columns() -> None:
    answer = answers_alike("{ intervals { from: start energyKwh quality __typename } }")

    assert answer["data"]["intervals"][1] == {
        "from": "2025-01-02",
        "energyKwh": None,
        "quality": "MISSING",
        "__typename": "Interval",
    }


def test_a_ready_list_does_not_visit_its_rows() -> None:
    class Untouchable(ColumnList):
        def __iter__(self) -> Any:
            raise AssertionError("a row was visited")

    rows = Untouchable(Rows.complete.columns)

    @strawberry.type
    class Root:
        intervals: list[Interval]

    strict = strawberry.Schema(Root)._schema
    executor = ColumnExecutor.build(
        strict, parse("{ intervals { start cost } }"), root_value=Root(intervals=cast("list[Interval]", rows))
    )
    assert isinstance(executor, ColumnExecutor)
    result = executor.execute_operation()

    assert isinstance(result, ExecutionResult)
    assert result.errors is None
    assert result.data is not None
    assert result.data["intervals"][0] == {"start": "2025-01-01", "cost": 0.1}


def test_a_missing_value_in_a_non_null_field_is_the_same_error() -> None:
    assert "errors" in answers_alike("{ holes { cost } }")
    assert "errors" in answers_alike("{ nullableItems { cost } }")
    assert "errors" in answers_alike("{ noCost { cost } }")
    assert "errors" in answers_alike("{ columns { broken } }")
    assert "errors" in answers_alike("{ meters { name } }")


def test_a_column_with_a_text_is_answered_with_it_where_it_is_the_whole_array() -> None:
    def not_asked_for() -> list[float]:
        raise AssertionError("a value was made")

    @strawberry.type
    class Root:
        whole: list[float | None]
        broken: list[float]
        rows: list[Interval]

    values = [1.5, None, 0.0]
    root = Root(
        whole=cast("list[float | None]", Column(not_asked_for, text=lambda: b"[1.5,null,0.0]")),
        broken=cast("list[float]", Column(lambda: [1.0, None], text=lambda: b"[1.0,null]")),
        rows=cast("list[Interval]", ColumnList({"energy_kwh": Column(lambda: values, text=lambda: b"")})),
    )

    def answer(query: str) -> bytes:
        executor = ColumnExecutor.build(strawberry.Schema(Root)._schema, parse(query), root_value=root)
        assert isinstance(executor, ColumnExecutor)
        result = executor.execute_operation()
        assert isinstance(result, ExecutionResult)
        return orjson.dumps(result.data)

    assert answer("{ whole }") == b'{"whole":[1.5,null,0.0]}'
    assert answer("{ rows { energyKwh } }") == orjson.dumps(
        {"rows": [{"energyKwh": value} for value in values]}
    )
    # A missing value in a non-null list is the same error as ever, whatever the text says.
    assert answer("{ broken }") == b"null"


class Ready:
    """Awaitable as often as one likes."""

    def __await__(self) -> Generator[None, None, str]:
        yield from ()
        return "ready"


attributes = st.sampled_from(
    [
        "text",
        "MEASURED",
        None,
        5,
        2**40,
        1.5,
        True,
        ValueError("no"),
        Quality.MISSING,
        Ready(),
        [1],
        Undefined,
    ]
)
things = st.builds(Thing, name=attributes, maybe=attributes, number=attributes, quality=attributes)
thing_leaves = st.sampled_from(
    [
        "name",
        "maybe @skip(if: $yes)",
        "number",
        "quality",
        "__typename",
        "shout",
        "whole",
        "soon",
        "unit { name }",
        "id @include(if: $yes)",
    ]
)
LEAVES = [
    "start",
    "energyKwh",
    "quality",
    "cost",
    "__typename",
    "doubled",
    "scaled(factor: 3)",
    "scaled(factor: $f)",
]
CONDITIONS = ["", " @include(if: $yes)", " @skip(if: $yes)", " @skip(if: $no)", " @include(if: true)"]

leaf_selections = st.builds(
    lambda field, alias, condition: f"{alias}{field}{condition}",
    st.sampled_from(LEAVES),
    # An alias belongs to one field, or the selections could not be merged.
    st.just(""),
    st.sampled_from(CONDITIONS),
) | st.builds(
    lambda index, condition: f"a{index}: {LEAVES[index]}{condition}",
    st.integers(0, len(LEAVES) - 1),
    st.sampled_from(CONDITIONS),
)
plain_leaves = leaf_selections.filter(lambda text: not text.startswith("scaled("))
interval_selections = st.recursive(
    plain_leaves
    | st.sampled_from(["...Some", "...Other @skip(if: $yes)", "unit { name }", "unit { __typename }"]),
    lambda inner: st.builds(
        lambda parts, condition, on: f"...{on}{condition} {{ {' '.join(parts)} }}",
        st.lists(inner, min_size=1, max_size=3),
        st.sampled_from(CONDITIONS),
        st.sampled_from(["", " on Interval"]),
    ),
    max_leaves=6,
)
interval_sets = st.lists(interval_selections, min_size=1, max_size=7).map(" ".join)
root_selections = st.builds(
    lambda index, field, inner, condition: f"r{index}: {field}{condition} {{ {inner} }}",
    st.integers(0, 1000),
    st.sampled_from(["intervals", "later", "holes", "nullableItems", "noCost"]),
    interval_sets,
    st.sampled_from(CONDITIONS),
)
column_selections = st.sampled_from(["columns { energy quality __typename }", "columns { energy broken }"])


@settings(deadline=None, max_examples=150)
@given(
    st.lists(root_selections, min_size=1, max_size=4, unique_by=lambda text: text.split(":")[0]),
    st.lists(column_selections, max_size=1),
    st.lists(plain_leaves, min_size=1, max_size=4).map(" ".join),
    st.booleans(),
    st.booleans(),
)
def test_random_operations_are_answered_as_by_the_stock_executor(
    roots: list[str], columns: list[str], fragment: str, yes: bool, no: bool
) -> None:
    body = " ".join([*roots, *columns])
    text = (
        "query ($yes: Boolean!, $no: Boolean!, $f: Float!) {"
        f" {body} keep: intervals {{ ...Some ...Other x: scaled(factor: $f) @skip(if: $no) y: start @skip(if: $yes) }} }}"
        f" fragment Some on Interval {{ {fragment} }}"
        " fragment Other on Interval { quality later: start }"
    )

    answers_alike(
        text,
        {"yes": yes, "no": no, "f": 2.5},
        {"yes": not yes, "no": no, "f": 1},
        {"yes": yes, "no": no, "f": 3},
    )


@settings(deadline=None, max_examples=150)
@given(
    st.lists(things, max_size=3),
    st.lists(
        thing_leaves | st.builds(lambda field, at: f"a{at}: {field}", thing_leaves, st.integers(0, 99)),
        min_size=1,
        max_size=8,
        unique_by=lambda text: text.split(":")[0],
    ),
    st.sampled_from(["things", "maybeThings"]),
    st.booleans(),
)
def test_leaves_that_are_merely_read_are_answered_as_by_the_stock_executor(
    given_things: list[Thing], leaves: list[str], root: str, yes: bool
) -> None:
    text = f"query ($yes: Boolean!) {{ {root} {{ {' '.join(leaves)} keep: __typename @skip(if: $yes) }} }}"

    answers_alike(text, {"yes": yes}, {"yes": not yes}, things=given_things)


def test_an_operation_keeps_few_plans_however_its_variables_come() -> None:
    names = "abcde"
    text = (
        f"query ({', '.join(f'${name}: Boolean!' for name in names)}) {{ columns {{ energy }} intervals {{"
        f" {' '.join(f'{name}: start @include(if: ${name})' for name in names)} keep: start }} }}"
    )
    document = parse(text)
    plans = Plans(conditions_of(document))
    asked = [dict(zip(names, bits, strict=True)) for bits in itertools.product([True, False], repeat=5)]
    for variables in asked:
        answer = asyncio.run(execute(ColumnExecutor, document, variables, plans=plans))
        wanted = [name for name in names if variables[name]]
        assert list(answer.data["intervals"][0]) == [*wanted, "keep"]
    kept = [variables for variables in asked if plans.choose(variables) is plans.choose(variables)]
    assert kept == asked[:MOST_PLANS]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["2025-01-01", "2025-01-02"]),
            st.none() | st.floats(allow_nan=False, allow_infinity=False),
            st.sampled_from(["MEASURED", "MISSING"]),
            st.just(0.25) | st.floats(0, 10),
        ),
        max_size=8,
    ),
    st.permutations(["start", "energyKwh", "quality", "cost", "same: cost", "type: __typename"]),
    st.integers(1, 6),
)
def test_wide_rows_are_written_as_text_and_say_the_same(
    values: list[tuple[str, float | None, str, float]], fields: list[str], width: int
) -> None:
    def column(index: int, python: Any = None) -> Column:
        own = [value[index] for value in values]
        return Column(
            lambda: own, python, has_none=None if index == 1 else False, text=lambda: orjson.dumps(own)
        )

    @strawberry.type
    class Root:
        intervals: list[Interval]

    columns = {
        "start": column(0),
        "energy_kwh": column(1),
        "quality": column(2, Quality.__getitem__),
        "cost_eur": column(3),
    }
    root = Root(intervals=cast("list[Interval]", ColumnList(columns, len(values))))
    document = parse(f"{{ intervals {{ {' '.join(fields[:width])} }} }}")
    answers = []
    for executor_class in (ColumnExecutor, Executor):
        executor = executor_class.build(strawberry.Schema(Root)._schema, document, root_value=root)
        assert isinstance(executor, Executor)
        result = executor.execute_operation()
        assert isinstance(result, ExecutionResult)
        assert result.errors is None
        answers.append(orjson.dumps(result.data))
    assert answers[0] == answers[1]
