"""The built web app as it is served, from a small build of the same shape."""

import gzip
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from omavirta.web.app_files import AppFiles

SCRIPT = "console.log('sähkö');" * 200


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    build = tmp_path / "build"
    (build / "assets").mkdir(parents=True)
    (build / "graphiql").mkdir()
    (build / "index.html").write_text("<!doctype html><title>Omavirta</title>")
    (build / "sw.js").write_text("self")
    (build / "icon.png").write_bytes(b"\x89PNG")
    (build / "manifest.webmanifest").write_text("{}")
    (build / "assets" / "index-7OXbLCwm.js").write_text(SCRIPT)
    (build / "assets" / "style-BX34Vcgy.css").write_text("a{}")
    (build / "graphiql" / "index.html").write_text("a page of its own")
    (tmp_path / "secret.txt").write_text("secret")
    return TestClient(AppFiles(build))


@pytest.mark.parametrize("path", ["/", "/consumption", "/sv/consumption/2025/3", "/index.html", "/%C3%A4"])
def test_every_address_of_the_app_is_its_page_and_never_stale(client: TestClient, path: str) -> None:
    response = client.get(path)
    assert response.status_code == 200
    assert "<title>Omavirta</title>" in response.text
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "media_type"),
    [
        ("/assets/index-7OXbLCwm.js", "text/javascript; charset=utf-8"),
        ("/assets/style-BX34Vcgy.css", "text/css; charset=utf-8"),
    ],
)
def test_files_named_by_their_content_may_be_kept_for_good(
    client: TestClient, path: str, media_type: str
) -> None:
    response = client.get(path)
    assert response.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert response.headers["content-type"] == media_type


@pytest.mark.parametrize("path", ["/sw.js", "/icon.png", "/manifest.webmanifest"])
def test_the_other_files_are_asked_for_every_time(client: TestClient, path: str) -> None:
    assert client.get(path).headers["cache-control"] == "no-cache"


def test_text_comes_compressed_to_those_who_can_read_it(client: TestClient) -> None:
    with client.stream(
        "GET", "/assets/index-7OXbLCwm.js", headers={"Accept-Encoding": "br, gzip"}
    ) as response:
        raw = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert response.headers["vary"] == "Accept-Encoding"
    assert int(response.headers["content-length"]) == len(raw) < len(SCRIPT) / 10
    assert gzip.decompress(raw).decode() == SCRIPT
    plain = client.get("/assets/index-7OXbLCwm.js", headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == SCRIPT
    assert "content-encoding" not in client.get("/icon.png").headers


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_an_unchanged_file_is_not_sent_again(client: TestClient, coding: str) -> None:
    first = client.get("/", headers={"Accept-Encoding": coding})
    asked = {"Accept-Encoding": coding, "If-None-Match": f'"other", W/{first.headers["etag"]}'}
    again = client.get("/", headers=asked)
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert again.headers["cache-control"] == "no-cache"
    assert client.get("/", headers={"If-None-Match": '"other"'}).status_code == 200


def test_plain_and_compressed_bytes_have_tags_of_their_own(client: TestClient) -> None:
    # RFC 9110 8.8.3.3
    tags = {
        client.get("/", headers={"Accept-Encoding": coding}).headers["etag"]
        for coding in ("gzip", "identity")
    }
    assert len(tags) == 2


def test_head_has_the_same_headers_and_no_body(client: TestClient) -> None:
    head, get = client.head("/sw.js"), client.get("/sw.js")
    assert head.content == b""
    assert dict(head.headers) == dict(get.headers)


@pytest.mark.parametrize("path", ["/assets/nothing.js", "/nothing.png", "/.env", "/assets/.git"])
def test_a_missing_file_is_404_and_not_the_page(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", ["/graphql/", "/graphql/schema", "/graphql/v2/"])
def test_what_lies_under_the_api_is_404_and_not_the_page(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 404


@pytest.mark.parametrize(
    "way", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//secret.txt"]
)
def test_no_way_leads_out_of_the_folder(client: TestClient, way: str) -> None:
    assert "secret" not in client.get(way).text


def test_graphiql_is_not_served_under_the_apps_policy(client: TestClient) -> None:
    assert "a page of its own" not in client.get("/graphiql/index.html").text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_files_are_only_read(client: TestClient, method: str) -> None:
    response = client.request(method, "/")
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


def test_without_a_build_everything_is_404(tmp_path: Path) -> None:
    assert TestClient(AppFiles(tmp_path / "nothing")).get("/").status_code == 404
