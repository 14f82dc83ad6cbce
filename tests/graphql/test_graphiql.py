"""GraphiQL as the project serves it: the committed build, its policy and its examples."""

import re
from pathlib import Path

import pytest
from graphql import build_schema, parse, validate
from starlette.applications import Starlette
from starlette.testclient import TestClient

from omavirta.graphql.graphiql import graphiql_routes

PROJECT = Path(__file__).resolve().parents[2]
BUILD = PROJECT / "frontend_build" / "graphiql"
EXAMPLES = sorted((PROJECT / "frontend" / "graphiql" / "examples").glob("*.graphql"))


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=graphiql_routes(BUILD)))


@pytest.mark.parametrize("path", ["/graphiql", "/graphiql/"])
def test_the_page_has_a_policy_of_its_own_and_is_never_stale(client: TestClient, path: str) -> None:
    response = client.get(path)

    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/html")
    assert response.headers["cache-control"] == "no-cache"
    policy = dict(part.split(" ", 1) for part in response.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["script-src"] == policy["connect-src"] == policy["worker-src"] == "'self'"


def test_everything_the_page_names_is_here_and_may_be_kept(client: TestClient) -> None:
    page = client.get("/graphiql").text
    assets = re.findall(r'(?:src|href)="(/[^"]+)"', page)

    assert len(assets) >= 2
    for asset in assets:
        response = client.get(asset)
        assert response.status_code == 200
        assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert response.headers["content-security-policy"]


def test_the_page_runs_nothing_inline_and_loads_nothing_from_elsewhere(client: TestClient) -> None:
    page = client.get("/graphiql").text

    assert "<script>" not in page
    assert "<style" not in page
    assert "://" not in page


def test_what_is_not_there_is_404(client: TestClient) -> None:
    assert client.get("/graphiql/assets/nothing.js").status_code == 404
    assert client.get("/graphiql/assets/..%2findex.html").status_code == 404


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_fit_the_schema(example: Path) -> None:
    printed = PROJECT / "schema.graphql"
    if not printed.exists():
        pytest.skip("schema.graphql is not printed yet (make schema)")
    schema = build_schema(printed.read_text())

    assert validate(schema, parse(example.read_text())) == []
