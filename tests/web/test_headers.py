"""What every answer carries, whichever route gave it."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from omavirta.web.headers import SecurityHeaders


async def plain(_request: Request) -> Response:
    return PlainTextResponse("plain")


async def with_its_own(_request: Request) -> Response:
    return PlainTextResponse(
        "own", headers={"Content-Security-Policy": "sandbox", "Cache-Control": "no-cache"}
    )


def client(*, secure: bool) -> TestClient:
    routes = [Route("/", plain), Route("/own", with_its_own)]
    return TestClient(Starlette(routes=routes, middleware=[Middleware(SecurityHeaders, secure=secure)]))


def policy(response_header: str) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in response_header.split("; "))


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_the_policy_lets_nothing_in_from_elsewhere_and_nothing_inline(path: str) -> None:
    rules = policy(client(secure=True).get(path).headers["content-security-policy"])
    for name in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert rules[name] == "'none'"
    for name in ("script-src", "style-src", "connect-src", "font-src", "worker-src", "form-action"):
        assert rules[name] == "'self'"
    assert rules["require-trusted-types-for"] == "'script'"
    assert "unsafe" not in str(rules)


@pytest.mark.parametrize("path", ["/", "/nothing"])
def test_the_other_headers_are_strict_too(path: str) -> None:
    headers = client(secure=True).get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]
    assert headers["cache-control"] == "no-store"


def test_https_is_made_to_stay_and_plain_http_is_not() -> None:
    stay = client(secure=True).get("/").headers["strict-transport-security"]
    assert int(stay.partition("max-age=")[2].partition(";")[0]) >= 365 * 24 * 3600
    assert "strict-transport-security" not in client(secure=False).get("/").headers


def test_what_a_response_says_itself_is_kept() -> None:
    headers = client(secure=True).get("/own").headers
    assert headers.get_list("content-security-policy") == ["sandbox"]
    assert headers.get_list("cache-control") == ["no-cache"]
    assert headers["x-content-type-options"] == "nosniff"
