"""Answers that are given again: to whom, until when, and which never."""

import gc
import itertools
import tracemalloc
from typing import Any

import pytest

from omavirta.api.access import EVERY_SCOPE, Access, AccountRow, SessionRow
from omavirta.api.context import BYTES_OF_ASKER, BYTES_OF_ID
from omavirta.api.language import Language
from omavirta.graphql.kept_answers import LARGEST_BYTES, Basis, KeptAnswers
from omavirta.storage.ids import new_id
from support.graphql_service import Service

COUNT = "{ count }"


@pytest.fixture
def service() -> Service:
    made = Service()
    made.state = 1
    return made


def ask(
    service: Service, query: str = COUNT, *, asker: str = "aino", name: str | None = None, **variables: Any
) -> Any:
    body = {"query": query, "operationName": name, "variables": variables}
    response = service.client.post("/graphql", json=body, headers={"x-principal": asker})
    assert response.status_code == 200, response.text
    return response.json()


def test_who_asks_the_same_again_is_given_the_same_answer_without_computing_it(service: Service) -> None:
    assert [ask(service)["data"]["count"] for _ in range(3)] == [1, 1, 1]


def test_another_asker_question_variable_or_operation_is_another_answer(service: Service) -> None:
    two = "query A { count } query B { count }"
    answers = [
        ask(service),
        ask(service, asker="eero"),
        ask(service, "{ count  }"),
        ask(service, asked=1),
        ask(service, asked=2),
        ask(service, two, name="A"),
        ask(service, two, name="B"),
    ]

    assert [answer["data"]["count"] for answer in answers] == [1, 2, 3, 4, 5, 6, 7]


def test_another_value_is_another_question_however_alike_it_looks(service: Service) -> None:
    query = "query($name: String!) { hello(name: $name) count }"
    body = [{"query": query, "variables": {"name": name}} for name in ("Aino", "aino", "Áino", "Aino ")]
    answers = [service.client.post("/graphql", json=each).json()["data"]["hello"] for each in body]
    assert answers == ["hello Aino", "hello aino", "hello Áino", "hello Aino "]


def test_in_another_state_everything_is_computed_anew(service: Service) -> None:
    ask(service)
    service.state = 2
    assert ask(service)["data"]["count"] == 2
    service.state = 1
    assert ask(service)["data"]["count"] == 3, "a state that comes back is not the one that was"


def test_what_rests_on_more_is_never_kept(service: Service) -> None:
    assert [ask(service, "{ moment }")["data"]["moment"] for _ in range(2)] == [1, 2]
    service.state = None
    assert [ask(service)["data"]["count"] for _ in range(2)] == [3, 4]


def test_what_failed_is_never_kept(service: Service) -> None:
    for query in ("{ count refused }", "{ count fault }"):
        answers = [ask(service, query) for _ in range(2)]
        assert answers[0]["data"]["count"] + 1 == answers[1]["data"]["count"]
        assert all(answer["errors"] for answer in answers)


def test_a_mutation_is_never_kept_and_gives_no_kept_answer(service: Service) -> None:
    for _ in range(2):
        assert ask(service, 'mutation { shout(text: "hei") }')["data"] == {"shout": "HEI"}
    assert len(service.contexts) == 2


def test_an_answer_that_brings_headers_is_never_kept(service: Service) -> None:
    for _ in range(2):
        response = service.client.post("/graphql", json={"query": "{ cookie count }"})
        assert response.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert response.json()["data"]["count"] == 2


def test_points_are_spent_for_a_kept_answer_too() -> None:
    service = Service(points_per_hour=3)
    service.state = 1
    statuses = [service.client.post("/graphql", json={"query": COUNT}).status_code for _ in range(4)]
    assert statuses == [200, 200, 200, 429]


def test_a_kept_answer_comes_as_each_client_takes_it(service: Service) -> None:
    body = {"query": "{ readings(count: 100) { start value } }"}
    types = ("application/json", "application/graphql-response+json")
    answers = [
        service.client.post("/graphql", json=body, headers={"accept": accept, "accept-encoding": encoding})
        for accept, encoding in itertools.product(types, ("gzip", "identity"))
    ]

    assert len({answer.text for answer in answers}) == 1
    assert [answer.headers["content-type"].split(";")[0] for answer in answers] == [
        each for each in types for _ in range(2)
    ]
    assert [answer.headers.get("content-encoding") for answer in answers] == ["gzip", None] * 2
    assert all(answer.headers["cache-control"] == "no-store" for answer in answers)


def basis(state: int = 1, asker: str = "aino") -> Basis:
    return Basis(state, asker, 100)


def test_the_answers_asked_for_longest_ago_make_room() -> None:
    kept = KeptAnswers(max_bytes=3 * 2_600)
    for question in (b"a", b"b", b"c"):
        assert kept.find(basis(), question) is None
        kept.keep(basis(), question, b"x" * 2_000)
    assert kept.find(basis(), b"a") is not None
    kept.keep(basis(), b"d", b"x" * 2_000)

    assert [each for each in (b"a", b"b", b"c", b"d") if kept.find(basis(), each)] == [b"a", b"c", b"d"]


def test_a_large_answer_is_not_kept() -> None:
    kept = KeptAnswers()
    kept.find(basis(), b"q")
    kept.keep(basis(), b"q", b"x" * LARGEST_BYTES)
    assert len(kept) == 0
    kept.keep(basis(), b"q", b"x" * (LARGEST_BYTES - 1_000))
    assert len(kept) == 1


def test_who_asks_counts_too() -> None:
    kept = KeptAnswers(max_bytes=100_000)
    large, small = Basis(1, "many points", LARGEST_BYTES), Basis(1, "some points", 20_000)
    kept.find(small, b"q")
    kept.keep(large, b"q", b"")
    assert len(kept) == 0
    for number in range(10):
        kept.keep(small, str(number).encode(), b"")
    assert len(kept) == 4


def asker(number: int) -> tuple[Access, SessionRow, Language]:
    """Of whom all that their answers are kept under is their own."""
    account = AccountRow(
        new_id(), f"user-{number}", f"{number}@example.fi", "A Name", "fi", None, "NEWS", True, True
    )
    customers = tuple(new_id() for _ in range(50))
    access = Access(account, customers, EVERY_SCOPE, frozenset(new_id() for _ in range(100)))
    return access, SessionRow(new_id(), number, None), Language.FI


def test_it_takes_no_more_memory_than_it_says() -> None:
    """Measured, with the accesses that weigh most for what is answered: of many points, and an answer of nothing."""
    most = 2_000_000
    kept = KeptAnswers(max_bytes=most)
    kept.find(basis(), b"")
    gc.collect()
    tracemalloc.start()
    try:
        for number in range(200):
            who = asker(number)
            weight = BYTES_OF_ASKER + BYTES_OF_ID * (len(who[0].customer_ids) + 100)
            kept.keep(
                Basis(1, who, weight), str(number).encode() * 10, b'{"data":{"viewer":null}}' + b" " * number
            )
            del who
        taken, _peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert 20 < len(kept) < 200
    assert taken < most


def test_an_answer_that_was_begun_in_a_state_that_is_over_is_not_kept() -> None:
    kept = KeptAnswers()
    kept.find(basis(1), b"q")
    kept.find(basis(2), b"q")
    kept.keep(basis(1), b"q", b"old")

    assert kept.find(basis(2), b"q") is None
    assert kept.find(basis(1), b"q") is None


def test_two_that_ask_at_once_keep_one_answer() -> None:
    kept = KeptAnswers(max_bytes=6_000)
    for _ in range(10):
        kept.find(basis(), b"q")
        kept.keep(basis(), b"q", b"answer")
    assert len(kept) == 1
    assert kept.find(basis(), b"q") == b"answer"
