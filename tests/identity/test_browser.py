import pytest
from starlette.datastructures import MutableHeaders
from starlette.requests import Request

from omavirta.identity.browser import ensure_browser, read_browser


def request(cookie: str | None = None) -> Request:
    headers = [] if cookie is None else [(b"cookie", cookie.encode("latin-1"))]
    return Request({"type": "http", "headers": headers})


def test_a_browser_is_given_a_cookie_once_and_known_by_it() -> None:
    headers = MutableHeaders()
    known = ensure_browser(request(), headers, secure=True)
    cookie = headers["set-cookie"]
    assert cookie.startswith("__Host-omavirta-browser=")
    for flag in ("Path=/", "HttpOnly", "SameSite=Lax", "Secure", "Max-Age=86400"):
        assert flag in cookie
    again = request(cookie.partition(";")[0])
    assert read_browser(again, secure=True) == known
    headers = MutableHeaders()
    assert ensure_browser(again, headers, secure=True) == known
    assert "set-cookie" not in headers
    assert read_browser(again, secure=False) is None


@pytest.mark.parametrize("value", ["", "x", "ä", "A" * 44, "A" * 10_000, "=" * 43])
def test_nonsense_is_no_browser(value: str) -> None:
    assert read_browser(request(f"__Host-omavirta-browser={value}"), secure=True) is None
