"""Requests that another site's page makes a browser send."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from omavirta.web.origin import SameOriginOnly

OUR_PAGE = "https://oma.example.fi"
METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "cross-site", "Origin": OUR_PAGE},
    {"Origin": "https://evil.example"},
    {"Origin": "https://oma.example.fi.evil.example"},
    {"Origin": "http://oma.example.fi"},
    {"Origin": "https://oma.example.fi:8443"},
    {"Origin": "null"},
    # The page of a name that was made to lead to this machine.
    {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example:8000"},
    {"Sec-Fetch-Site": "none", "Origin": "null"},
]
OURS: list[dict[str, str]] = [
    {},
    {"Sec-Fetch-Site": "same-origin", "Origin": OUR_PAGE},
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": OUR_PAGE},
]


@pytest.fixture
def client() -> TestClient:
    async def done(_request: Request) -> Response:
        return PlainTextResponse("done")

    middleware = [Middleware(SameOriginOnly, public_url=OUR_PAGE)]
    return TestClient(Starlette(routes=[Route("/", done, methods=METHODS)], middleware=middleware))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_another_sites_page_changes_nothing(client: TestClient, method: str, headers: dict[str, str]) -> None:
    response = client.request(method, "/", headers=headers)
    assert response.status_code == 403
    assert response.json()["errors"][0]["extensions"]["code"] == "CROSS_ORIGIN"


@pytest.mark.parametrize("headers", OURS, ids=str)
def test_our_own_page_and_programs_do(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/", headers=headers).text == "done"


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_links_from_other_sites_lead_here(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).text == "done"


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_what_acts_by_a_token_alone_cannot_be_forged(client: TestClient, headers: dict[str, str]) -> None:
    by_token = headers | {"Authorization": "Bearer pat_x"}
    assert client.post("/", headers=by_token).text == "done"
    with_cookie = by_token | {"Cookie": "__Host-omavirta=x"}
    assert client.post("/", headers=with_cookie).status_code == 403
