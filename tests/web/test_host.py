"""Names that somebody else makes lead to this machine."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from omavirta.web.host import OwnHostOnly

DEMO = "http://localhost:8000"


@pytest.fixture
def client() -> TestClient:
    async def done(_request: Request) -> Response:
        return PlainTextResponse("done")

    middleware = [Middleware(OwnHostOnly, public_url=DEMO)]
    return TestClient(Starlette(routes=[Route("/", done)], middleware=middleware))


@pytest.mark.parametrize("host", ["localhost:8000", "LocalHost:8000"])
def test_our_own_name(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).text == "done"


@pytest.mark.parametrize(
    "host",
    ["", "localhost", "localhost:80", "127.0.0.1:8000", "evil.example:8000", "localhost:8000.evil.example"],
)
def test_another_name_is_told_ours(client: TestClient, host: str) -> None:
    response = client.get("/", headers={"Host": host})
    assert (response.status_code, response.text) == (421, "Open http://localhost:8000\n")
