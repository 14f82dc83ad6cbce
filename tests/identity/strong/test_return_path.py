import pytest

from omavirta.identity.strong.return_path import own_path


@pytest.mark.parametrize("path", ["/", "/kulutus/abc?y=2025&m=3", "/omat-tiedot#salasana"])
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
    ],
)
def test_elsewhere(elsewhere: str) -> None:
    assert own_path(elsewhere) is None
