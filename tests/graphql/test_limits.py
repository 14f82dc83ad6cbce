"""What a document may ask for; each attack here once blocked a server that walks fragments without memory."""

import time

import pytest
from graphql import OperationDefinitionNode, get_introspection_query, parse

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.documents import DocumentCache
from omavirta.graphql.errors import DocumentError
from omavirta.graphql.limits import Limits, OperationCost
from support.graphql_service import Service


def refusal(text: str, limits: Limits | None = None) -> str | None:
    """The code that a document is refused with; None when it is taken."""
    cache = DocumentCache(Service().schema._schema, limits or Limits())
    try:
        cache.get(text)
    except DocumentError as error:
        extensions = error.errors[0].extensions
        assert extensions is not None
        return str(extensions["code"])
    return None


def nested(depth: int) -> str:
    return "{ friend {" + " friends {" * (depth - 2) + " name " + "}" * depth


def doubling(count: int, spread: str) -> str:
    """Fragments that each spread the next one twice: 2^count times the last."""
    links = [f"fragment F{i} on Friend {{ {spread.format(next=f'F{i + 1}')} }}" for i in range(count)]
    return f"{{ friend {{ ...F0 }} }} {' '.join(links)} fragment F{count} on Friend {{ name }}"


ALIASES = " ".join(f"a{i}: hello" for i in range(15))
SHOUTS = " ".join(f'a{i}: shout(text: "a")' for i in range(5))
TWO_SHOUTS = 'fragment N on Mutation { a: shout(text: "a") b: shout(text: "b") }'
VARIABLES = ", ".join(f"$v{i}: String!" for i in range(50))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (nested(12), None),
        (nested(13), ErrorCode.DOCUMENT_TOO_DEEP),
        ("{" + ALIASES + "}", None),
        ("{" + ALIASES + " one: hello }", ErrorCode.TOO_MANY_ALIASES),
        ("{ friend { ...F } } fragment F on Friend { " + "name " * 500 + "}", ErrorCode.TOO_MANY_FIELDS),
        ("{ hello " + "@skip(if: true) @include(if: true) " * 10 + "}", ErrorCode.VALIDATION_FAILED),
        ("{ hello " + "@skip(if: true) " * 21 + "}", ErrorCode.TOO_MANY_DIRECTIVES),
        ("mutation {" + SHOUTS + "}", None),
        ("mutation {" + SHOUTS + ' shout(text: "a") }', ErrorCode.TOO_MANY_MUTATIONS),
        (
            "mutation { ...M ...M ...M } fragment M on Mutation { ...N } " + TWO_SHOUTS,
            ErrorCode.TOO_MANY_MUTATIONS,
        ),
        (
            "mutation { ... { ... on Mutation { " + SHOUTS + ' } } shout(text: "a") }',
            ErrorCode.TOO_MANY_MUTATIONS,
        ),
        (" ".join(f"query Q{i} {{ hello }}" for i in range(30)), None),
        (" ".join(f"query Q{i} {{ hello }}" for i in range(31)), ErrorCode.TOO_MANY_DEFINITIONS),
        (f"query ({VARIABLES}) {{ hello }}", ErrorCode.VALIDATION_FAILED),
        (f"query ({VARIABLES}, $more: Int) {{ hello }}", ErrorCode.TOO_MANY_VARIABLES),
        ("{" + " hello" * 998 + "}", ErrorCode.TOO_MANY_FIELDS),
        ("{" + " hello" * 999 + "}", ErrorCode.DOCUMENT_TOO_LONG),
        ("#\n" * 1001 + "{ hello }", ErrorCode.DOCUMENT_TOO_LONG),
    ],
)
def test_each_limit_refuses_what_is_over_it(text: str, code: ErrorCode | None) -> None:
    assert refusal(text) == code


def test_fragments_count_as_often_as_they_are_spread() -> None:
    aliases = "fragment F on Friend { a: name b: name }"

    assert refusal("{ friend { " + "friends { ...F } " + "} } " + aliases) is None
    assert (
        refusal("{ friend { friends { friends { ...F } } } } " + aliases, Limits(aliases=1))
        == "TOO_MANY_ALIASES"
    )
    assert refusal(doubling(20, "friends {{ ...{next} }} ...{next}")) == ErrorCode.DOCUMENT_TOO_DEEP


def test_depth_counts_through_fragments() -> None:
    chain = "{ friend { ...A } } fragment A on Friend { friends { ...B } } fragment B on Friend { friends { name } }"

    assert refusal(chain, Limits(depth=4)) is None
    assert refusal(chain, Limits(depth=3)) == ErrorCode.DOCUMENT_TOO_DEEP


def test_fragment_cycles_are_left_to_validation() -> None:
    cycle = "{ friend { ...A } } fragment A on Friend { ...B } fragment B on Friend { ...A ...B }"

    assert refusal(cycle) == ErrorCode.VALIDATION_FAILED


def test_the_introspection_query_of_tools_is_taken() -> None:
    assert refusal(get_introspection_query(input_value_deprecation=True)) is None


def test_introspection_may_be_deeper_but_not_beside_data() -> None:
    types = "ofType { " * 7
    text = "__schema { types { fields { type { " + types + "name" + " }" * 11

    assert refusal(f"{{ {text} }}") is None
    assert refusal(f"{{ hello {text} }}", Limits(depth=10)) == ErrorCode.DOCUMENT_TOO_DEEP


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(doubling(28, "...{next} ...{next}"), id="doubling"),
        pytest.param(
            doubling(10, "a: friends {{ ...{next} }} b: friends {{ ...{next} }}"), id="doubling fields"
        ),
        pytest.param("{" + " ".join(f"a{i}: hello" for i in range(8_000)) + "}", id="thousands of aliases"),
        pytest.param("{friend{" + "friends{" * 10_000 + "name" + "}" * 10_002, id="deep"),
        pytest.param("{" + "...{" * 300 + "hello" + "}" * 301, id="deep inline fragments"),
        pytest.param("{" * 100_000, id="braces"),
        pytest.param("{ hello(name: " + "[" * 90_000, id="brackets"),
        pytest.param("#\n" * 49_990 + "{hello}", id="comments"),
        pytest.param('{hello(name:"' + "\\u0041" * 16_000 + '")}', id="escapes"),
        pytest.param('{hello(name:"""' + "a\n" * 49_000 + '""")}', id="block string"),
        pytest.param("{" + "a" * 99_900 + "}", id="a long name"),
        pytest.param("{friend{friends(first:" + "9" * 99_000 + "){name}}}", id="a long number"),
        pytest.param(
            "{" + " ".join("friend{" + "name " * 10 + "}" for _ in range(38)) + "}", id="overlapping fields"
        ),
        pytest.param(
            "{" + " ".join(f'hello(name:"{"x" * 900}")' for _ in range(100)) + "}", id="overlapping arguments"
        ),
        pytest.param("{" + " ".join(f"hallo{i}" for i in range(495)) + "}", id="unknown fields"),
        pytest.param("\ufffd\x01" * 20_000, id="junk"),
        pytest.param('"' * 90_000, id="quotes"),
    ],
)
def test_any_document_up_to_the_body_limit_is_answered_at_once(text: str) -> None:
    begin = time.process_time()
    refusal(text)

    # A tenth of the promise, which leaves the rest to a slower machine; building the schema is in it, too.
    assert time.process_time() - begin < 0.25


@pytest.mark.parametrize(
    ("text", "variables", "points"),
    [
        ("{ hello }", {}, 1),
        ("{ friend { name } }", {}, 1),
        ("{ friend { friends { name } } }", {}, 2),
        ("{ friend { friends(first: 10) { name friends { name } } } }", {}, 12),
        (
            "{ friend { friends(last: 10) { friends(first: 5) { friends { name } } } } }",
            {},
            1 + 1 + 10 * (1 + 5 * 1),
        ),
        ("query ($n: Int) { friend { friends(first: $n) { friends { name } } } }", {"n": 7}, 9),
        ("query ($n: Int = 3) { friend { friends(first: $n) { friends { name } } } }", {}, 5),
        ("query ($n: Int = 3) { friend { friends(first: $n) { friends { name } } } }", {"n": "x"}, 3),
        ("query ($n: Int = 3) { friend { friends(first: $n) { friends { name } } } }", {"n": -5}, 3),
        (
            "{ friend { ...F } } fragment F on Friend { friends(first: 2) { ...G } } fragment G on Friend { friends { name } }",
            {},
            4,
        ),
        ("{ friend { ...F } } fragment F on Friend { ...F friends { name } }", {}, 2),
        ("{ ... { friend { ... on Friend { friends { name } } } } }", {}, 2),
        ('mutation { shout(text: "a") }', {}, 50),
        ('mutation { a: shout(text: "a") b: shout(text: "b") }', {}, 100),
        ("mutation { ...N ... { ...N } } " + TWO_SHOUTS, {}, 200),
        (
            "mutation ($n: Int) { become { friends(first: $n) { friends { name } } } }",
            {"n": 7},
            50 + 1 + 1 + 7,
        ),
    ],
)
def test_cost_counts_objects_and_pages_multiply_it(
    text: str, variables: dict[str, object], points: int
) -> None:
    document = parse(text)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)

    assert OperationCost(document, operation).points(variables) == points


def test_the_mutations_of_doubling_fragments_are_counted_without_walking_them() -> None:
    links = " ".join(f"fragment F{i} on Mutation {{ ...F{i + 1} ...F{i + 1} }}" for i in range(28))
    text = f'mutation {{ ...F0 }} {links} fragment F28 on Mutation {{ shout(text: "a") }}'

    assert refusal(text) == ErrorCode.TOO_MANY_MUTATIONS


def test_a_page_size_written_as_a_float_costs_the_same() -> None:
    document = parse("query ($n: Int!) { friend { friends(first: $n) { name friends(last: $n) { name } } } }")
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)
    cost = OperationCost(document, operation)
    assert cost.points({"n": 100.0}) == cost.points({"n": 100}) > 100


def test_the_cost_of_doubling_pages_is_found_without_walking_them() -> None:
    text = doubling(28, "friends(first: 100) {{ ...{next} }} ...{next}")
    document = parse(text)
    operation = document.definitions[0]
    assert isinstance(operation, OperationDefinitionNode)

    assert OperationCost(document, operation).points({}) > 100**20
