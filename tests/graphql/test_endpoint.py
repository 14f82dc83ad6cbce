"""GraphQL over HTTP as a client meets it."""

import gzip
import logging
from collections.abc import Iterator
from typing import Any

import orjson
import pytest
from httpx2 import Response
from starlette.types import Message

from omavirta.graphql.columns import ColumnList
from omavirta.graphql.errors import ClientError
from omavirta.graphql.limits import Limits
from support.graphql_service import SECRETS, Service

GRAPHQL_JSON = "application/graphql-response+json"
JSON = "application/json"


@pytest.fixture
def service() -> Service:
    return Service()


def post(service: Service, query: str, *, accept: str = GRAPHQL_JSON, **members: Any) -> Response:
    return service.client.post("/graphql", json={"query": query, **members}, headers={"accept": accept})


def post_body(service: Service, body: bytes | Iterator[bytes], **headers: str) -> Response:
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    return service.client.post(
        "/graphql", content=body, headers={"content-type": JSON, "accept": GRAPHQL_JSON} | given
    )


def code_of(response: Response) -> str:
    body = response.json()
    assert "data" not in body
    assert all(isinstance(error["message"], str) for error in body["errors"])
    return str(body["errors"][0]["extensions"]["code"])


def test_a_query_is_answered(service: Service) -> None:
    response = post(
        service, "query ($name: String!) { hello(name: $name) later }", variables={"name": "Aino"}
    )

    assert response.status_code == 200
    assert response.json() == {"data": {"hello": "hello Aino", "later": "later"}}
    assert response.headers["content-type"] == f"{GRAPHQL_JSON}; charset=utf-8"
    assert response.headers["vary"] == "Accept, Accept-Encoding"
    assert response.headers["cache-control"] == "no-store"


def test_the_context_is_closed_and_its_headers_are_sent(service: Service) -> None:
    response = post(service, "{ cookie }")

    assert response.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert [context.closed for context in service.contexts] == [True]


@pytest.mark.anyio
async def test_the_context_is_closed_after_the_answer_is_out(service: Service) -> None:
    body = b'{"query": "{ hello }"}'
    sent: list[bool] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        sent.append(service.contexts[0].closed)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/graphql",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    await service.app(scope, receive, send)

    assert sent == [False, False]
    assert service.contexts[0].closed


def test_a_fault_while_closing_is_logged_and_not_seen(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    service.close_fault = RuntimeError("password of aino")

    assert post(service, "{ hello }").json() == {"data": {"hello": "hello world"}}
    assert "RuntimeError" in caplog.text
    assert "aino" not in caplog.text


def test_a_query_may_come_by_get_but_a_mutation_not(service: Service) -> None:
    parameters = {
        "query": 'query A($name: String!) { hello(name: $name) } mutation B { shout(text: "x") }',
        "operationName": "A",
        "variables": '{"name": "Åke"}',
    }
    answer = service.client.get("/graphql", params=parameters)
    refused = service.client.get("/graphql", params=parameters | {"operationName": "B"})

    assert answer.json() == {"data": {"hello": "hello Åke"}}
    assert (refused.status_code, code_of(refused), refused.headers["allow"]) == (
        405,
        "METHOD_NOT_ALLOWED",
        "POST",
    )


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(service: Service, method: str) -> None:
    response = service.client.request(method, "/graphql")

    assert (response.status_code, response.headers["allow"]) == (405, "GET, POST")
    assert code_of(response) == "METHOD_NOT_ALLOWED"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (JSON, JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        (f"{JSON}, {GRAPHQL_JSON}", GRAPHQL_JSON),
        (f"{JSON}, {GRAPHQL_JSON};q=0.5", JSON),
        (f"{GRAPHQL_JSON};q=0, */*;q=0.1", JSON),
        (f"{GRAPHQL_JSON.upper()}; charset=utf-8", GRAPHQL_JSON),
        ("text/html,application/xhtml+xml,*/*;q=0.8", JSON),
    ],
)
def test_the_media_type_is_negotiated(service: Service, accept: str, media_type: str) -> None:
    response = post(service, "{ hello }", accept=accept)

    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media_type


@pytest.mark.parametrize(
    "accept", ["text/html", "application/xml", "application/json;q=0", "application/json;q=x", ";"]
)
def test_an_accept_header_that_rules_out_json_is_406(service: Service, accept: str) -> None:
    response = post(service, "{ hello }", accept=accept)

    assert (response.status_code, code_of(response)) == (406, "NOT_ACCEPTABLE")


@pytest.mark.parametrize(
    "content_type",
    [
        "",
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/graphql",
        "application/json; charset=latin-1",
        "application/json; charset=\x00",
    ],
)
def test_a_body_that_a_foreign_page_could_send_is_415(service: Service, content_type: str) -> None:
    response = post_body(service, b'{"query": "mutation { shout(text: 1) }"}', content_type=content_type)

    assert (response.status_code, code_of(response)) == (415, "UNSUPPORTED_MEDIA_TYPE")


@pytest.mark.parametrize(
    "content_type",
    ["application/json;charset=UTF-8", 'Application/JSON; charset="utf-8"', "application/json;"],
)
def test_json_in_utf8_is_taken_however_it_is_named(service: Service, content_type: str) -> None:
    assert post_body(service, b'{"query": "{ hello }"}', content_type=content_type).status_code == 200


def test_a_compressed_body_is_415(service: Service) -> None:
    bomb = gzip.compress(b'{"query": "' + b" " * 10_000_000 + b'{ hello }"}')
    response = post_body(service, bomb[:90_000], content_encoding="gzip")

    assert (response.status_code, code_of(response)) == (415, "UNSUPPORTED_MEDIA_TYPE")


BAD_BODIES = [
    b"",
    b"null",
    b'"x"',
    b"1",
    b"true",
    b"{",
    b"{}",
    b'{"query": null}',
    b'{"query": 1}',
    b'{"query": ""}',
    b'{"query": ["{ hello }"]}',
    b'{"query": "{ hello }", "variables": []}',
    b'{"query": "{ hello }", "variables": "{}"}',
    b'{"query": "{ hello }", "operationName": 1}',
    b'{"query": "{ hello }", "extensions": []}',
    b'{"query": "{ hello }", "variables": {"a": NaN}}',
    b'{"query": "{ hello }", "variables": {"a": ' + b"9" * 4_301 + b"}}",
    b'{"query": "{ hello }", "variables": {"a": 1e999}}',
    b'{"query": "{ hello }", "variables": ' + b'{"a":' * 9_000 + b"1" + b"}" * 9_001,
    b"[" * 90_000,
    b'\xef\xbb\xbf{"query": "{ hello }"}',
]


@pytest.mark.parametrize("body", BAD_BODIES, ids=range(len(BAD_BODIES)))
@pytest.mark.parametrize("accept", [GRAPHQL_JSON, JSON])
def test_a_body_that_is_no_graphql_request_is_400(service: Service, body: bytes, accept: str) -> None:
    response = post_body(service, body, accept=accept)

    assert (response.status_code, code_of(response)) == (400, "BAD_REQUEST")
    assert response.headers["content-type"].startswith(accept)


@pytest.mark.parametrize("body", [b"[]", b'[{"query": "{ hello }"}]', b"[1, null]"])
def test_batches_are_refused(service: Service, body: bytes) -> None:
    response = post_body(service, body)

    assert (response.status_code, code_of(response)) == (400, "BATCHING_NOT_SUPPORTED")


@pytest.mark.parametrize(
    "body",
    [
        b'{"query": "{ hello(name: \\"\\u0000\\") }"}',
        b'{"query": "{ hello(name: \\"\\\\u0000\\") }"}',
        b'{"query": "{ hello }", "operationName": "\\u0000"}',
        b'{"query": "{ hello }", "variables": {"a": [{"b": "x\\u0000"}]}}',
        b'{"query": "{ hello }", "variables": {"a\\u0000": 1}}',
        b'{"query": "{ hello }", "variables": {"a": "\\ud800"}}',
        b'{"query": "{ hello }", "variables": {"a": "\\udc00x"}}',
        b'{"query": "{ hello(name: \\"\\ud83d\\") }"}',
        b'{"query": "{ hello }", "variables": {"a": "\xed\xa0\x80"}}',
        b'{"query": "{ hello }", "variables": {"a": "\xff"}}',
        '{"query": "{ hello }"}'.encode("utf-16"),
    ],
)
def test_nul_and_broken_unicode_are_refused_at_the_edge(service: Service, body: bytes) -> None:
    response = post_body(service, body)

    assert (response.status_code, code_of(response)) == (400, "INVALID_CHARACTERS")


def test_a_text_about_nul_is_not_nul(service: Service) -> None:
    response = post(service, "query ($name: String!) { hello(name: $name) }", variables={"name": "\\u0000"})

    assert response.json() == {"data": {"hello": "hello \\u0000"}}


@pytest.mark.parametrize(
    "query_string",
    [
        "",
        "query=%7B%20hello%20%7D&variables=%5B%5D",
        "query=%7B%20hello%20%7D&variables=nonsense",
        "query=%7B%20hello%20%7D&query=%7B%20later%20%7D",
        "query=%ff",
        "query=%7B+hello%28name%3A%22%00%22%29+%7D",
        "query=%7B+hello+%7D&variables=%7B%22a%22%3A%22%5Cu0000%22%7D",
        "&".join(f"a{number}=1" for number in range(30)),
    ],
)
def test_bad_parameters_are_400(service: Service, query_string: str) -> None:
    response = service.client.get(f"/graphql?{query_string}")

    assert response.status_code == 400
    assert code_of(response) in {"BAD_REQUEST", "INVALID_CHARACTERS"}


def test_a_body_that_says_it_is_too_large_is_not_read(service: Service) -> None:
    def read(_chunk: int) -> bytes:
        raise AssertionError("the body was read")

    for length in ("100001", "9" * 5_000):
        response = post_body(service, map(read, range(1)), content_length=length)

        assert (response.status_code, code_of(response)) == (413, "BODY_TOO_LARGE")
        assert response.headers["connection"] == "close"


def test_a_body_without_end_is_cut_off(service: Service) -> None:
    chunks = 0

    def body() -> Iterator[bytes]:
        nonlocal chunks
        while chunks < 1_000:
            chunks += 1
            yield b" " * 1_000

    response = post_body(service, body())

    assert (response.status_code, code_of(response)) == (413, "BODY_TOO_LARGE")


def test_a_body_of_exactly_the_limit_is_taken(service: Service) -> None:
    body = b'{"query": "{ hello }"}'

    assert post_body(service, body + b" " * (100_000 - len(body))).status_code == 200
    assert post_body(service, body + b" " * (100_001 - len(body))).status_code == 413


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"query": "{"}, "SYNTAX_ERROR"),
        ({"query": "{ nothing }"}, "VALIDATION_FAILED"),
        ({"query": "query A { hello } query B { hello }"}, "OPERATION_NOT_FOUND"),
        ({"query": "query A { hello }", "operationName": "B"}, "OPERATION_NOT_FOUND"),
        ({"query": "query ($c: Int!) { readings(count: $c) { start } }"}, "BAD_VARIABLES"),
        (
            {"query": "query ($c: Int!) { readings(count: $c) { start } }", "variables": {"c": 1e300}},
            "BAD_VARIABLES",
        ),
        ({"query": "subscription { hello }"}, "VALIDATION_FAILED"),
    ],
)
def test_what_cannot_be_executed_is_400_or_200_for_clients_of_plain_json(
    service: Service, members: dict[str, Any], code: str
) -> None:
    by_media_type = {
        accept: service.client.post("/graphql", json=members, headers={"accept": accept})
        for accept in (GRAPHQL_JSON, JSON)
    }

    assert {accept: response.status_code for accept, response in by_media_type.items()} == {
        GRAPHQL_JSON: 400,
        JSON: 200,
    }
    assert {code_of(response) for response in by_media_type.values()} == {code}


def test_a_query_that_costs_too_much_is_refused_before_it_runs() -> None:
    service = Service(limits=Limits(cost=100))
    response = post(service, "{ friend { friends(first: 50) { friends(first: 5) { friends { name } } } } }")

    assert (response.status_code, code_of(response)) == (400, "QUERY_TOO_COSTLY")


def test_points_of_an_hour_are_told_and_then_refused() -> None:
    service = Service(points_per_hour=4)
    query = "{ budget { limit cost remaining } friend { name } }"

    assert post(service, query).json()["data"]["budget"] == {"limit": 4, "cost": 2, "remaining": 2}
    assert post(service, query).status_code == 200
    for accept in (JSON, GRAPHQL_JSON):
        refused = post(service, query, accept=accept)
        assert (refused.status_code, code_of(refused)) == (429, "RATE_LIMITED")
        assert refused.headers["retry-after"] == "3600"
    assert (
        service.client.post("/graphql", json={"query": query}, headers={"x-principal": "else"}).status_code
        == 200
    )
    service.clock.forward(hours=1)
    assert post(service, query).status_code == 200


def test_an_error_meant_for_the_client_keeps_its_code_and_is_logged_without_traceback(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "omavirta.graphql"):
        response = post(service, "{ hello refused }")

    assert response.status_code == 200
    assert response.json() == {
        "errors": [
            {
                "message": "Ask for at most 400 days.",
                "locations": [{"line": 1, "column": 9}],
                "path": ["refused"],
                "extensions": {"code": "PERIOD_TOO_LONG"},
            }
        ],
        "data": {"hello": "hello world", "refused": None},
    }
    assert [record.getMessage() for record in caplog.records if record.name == "omavirta.graphql"] == [
        "client error PERIOD_TOO_LONG"
    ]


def test_a_fault_is_one_masked_line_and_one_entry_in_the_log(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    response = post(service, "{ hello a: fault b: fault }")

    body = response.json()
    assert response.status_code == 200
    assert body["data"] == {"hello": "hello world", "a": None, "b": None}
    assert {error["extensions"]["code"] for error in body["errors"]} == {"INTERNAL_ERROR"}
    assert [error["path"] for error in body["errors"]] == [["a"], ["b"]]
    (correlation_id,) = {error["extensions"]["correlationId"] for error in body["errors"]}
    (record,) = caplog.records
    logged = record.getMessage()
    assert correlation_id in logged
    assert "RuntimeError" in logged
    assert "KeyError" in logged
    assert "in fault" in logged
    for secret in SECRETS:
        assert secret not in response.text
        assert secret not in caplog.text


def test_a_fault_outside_of_fields_is_masked_too(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    service.context_fault = RuntimeError("password of aino")
    response = post(service, "{ hello }")

    assert (response.status_code, code_of(response)) == (500, "INTERNAL_ERROR")
    assert "aino" not in response.text + caplog.text


def test_the_context_factory_may_refuse_a_request(service: Service) -> None:
    service.context_fault = ClientError(
        "UNAUTHENTICATED", "The token is not valid.", http_status=401, headers={"WWW-Authenticate": "Bearer"}
    )
    response = post(service, "{ hello }")

    assert (response.status_code, code_of(response)) == (401, "UNAUTHENTICATED")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize(
    ("accept_encoding", "compressed"),
    [
        ("gzip", True),
        ("gzip, deflate, br", True),
        ("*", True),
        ("GZIP;q=0.5", True),
        ("gzip;q=0", False),
        ("br", False),
        ("identity, *;q=0", False),
        ("", False),
    ],
)
def test_long_answers_are_compressed_for_clients_that_take_it(
    service: Service, accept_encoding: str, *, compressed: bool
) -> None:
    response = service.client.post(
        "/graphql",
        json={"query": "{ readings(count: 1000) { start value } }"},
        headers={"accept-encoding": accept_encoding},
    )

    assert response.headers.get("content-encoding") == ("gzip" if compressed else None)
    assert len(response.json()["data"]["readings"]) == 1000
    assert (int(response.headers["content-length"]) < len(response.content) / 4) is compressed


def test_short_answers_are_not_compressed(service: Service) -> None:
    assert "content-encoding" not in post(service, "{ hello }").headers


def test_columns_reach_the_client_without_a_visit_to_their_rows(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_self: ColumnList) -> Any:
        raise AssertionError("a row was visited")

    monkeypatch.setattr(ColumnList, "__iter__", fail)
    response = post(service, "{ readings { value ...F } } fragment F on Reading { begin: start __typename }")

    assert response.json()["data"]["readings"][2] == {
        "value": 1.5,
        "begin": "2025-01-01T00:0002",
        "__typename": "Reading",
    }


@pytest.mark.parametrize("query", ["query ($n: String!) { hello(name: $n) }", "{ hello }"])
@pytest.mark.parametrize("state", [None, 1])
def test_deep_variables_are_a_plain_error_also_where_nothing_asks_for_them(
    service: Service, query: str, state: int | None
) -> None:
    service.state = state
    for levels in (50, 260, 900):
        deep = "[" * (levels // 2) + '{"a":' * (levels - levels // 2 - 1)
        closed = deep + "1" + "}" * deep.count("{") + "]" * deep.count("[")
        body = f'{{"query": "{query}", "variables": {{"n": {closed}, "m": [[]]}}}}'
        response = post_body(service, body.encode())
        if levels > 50:
            assert (response.status_code, code_of(response)) == (400, "BAD_REQUEST")
            assert "nested deeper than 50 levels" in response.text
        elif query == "{ hello }":
            assert response.json() == {"data": {"hello": "hello world"}}
        else:
            assert (response.status_code, code_of(response)) == (400, "BAD_VARIABLES")


def test_every_answer_is_json_whatever_is_sent(service: Service) -> None:
    for index in range(256):
        response = post_body(service, b'{"query": "{ hello' + bytes([index]) * 3 + b' }"}')
        assert response.status_code in {200, 400}
        assert orjson.loads(response.content)
