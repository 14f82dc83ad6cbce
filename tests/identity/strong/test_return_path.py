from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from omavirta.identity.strong.return_path import own_path


@pytest.mark.parametrize(
    "path", ["/", "/kulutus/abc?y=2025&m=3", "/omat-tiedot#salasana", "/a.b/..c/.d?to=//x/../y", "/#//.."]
)
def test_a_page_of_ours(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize("nothing", [None, ""])
def test_the_home_page_where_nothing_is_said(nothing: str | None) -> None:
    assert own_path(nothing) == "/"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/a\\b",
        "javascript:alert(1)",
        "kulutus",
        "/\t/evil.example",
        "/\n/evil.example",
        "/a b",
        "/ä",
        "/\x00",
        "/" + "x" * 500,
        "/..//evil.example/x",
        "/.//evil.example/x",
        "/%2e%2e//evil.example/x",
        "/%2E//evil.example/x",
        "/.%2e/.",
        "/a//b",
        "/a/../b",
        "/a/..",
        "/a/.?x",
    ],
)
def test_elsewhere(elsewhere: str) -> None:
    assert own_path(elsewhere) is None


def resolved_path(text: str) -> str:
    """The path that a browser makes of one on our own host (URL standard, path state)."""
    path = text.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].replace("\\", "/")
    kept: list[str] = []
    *folders, last = path.removeprefix("/").split("/")
    for segment in (*folders, last):
        dots = segment.lower().replace("%2e", ".")
        if dots == "..":
            del kept[-1:]
        elif dots != ".":
            kept.append(segment)
    return "/" + "/".join(kept)


@given(st.text(st.sampled_from("/.%2eE\\?#ax@:\t"), max_size=12).map(lambda text: "/" + text))
@example("/..//evil.example/x")
@example("/%2e%2E//evil.example/x")
def test_what_is_taken_stays_with_us_however_often_it_is_resolved(text: str) -> None:
    if own_path(text) is not None:
        assert urlsplit(urljoin("https://oma.example.fi/sivu", text)).netloc == "oma.example.fi"
        assert resolved_path(text) == text.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0]
        assert not resolved_path(text).startswith("//")
