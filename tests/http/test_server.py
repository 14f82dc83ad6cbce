"""What the running server does with slow, large and odd requests, and at its start and end."""

import asyncio
import gzip
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest
from starlette.types import Receive, Scope, Send

from conftest import make_settings
from omavirta.server import server_config
from omavirta.settings import Settings
from support.server import PASSWORD, Server, read_all


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def body(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


def test_slow_headers_are_cut_off_after_five_seconds(server: Server) -> None:
    began = time.monotonic()
    with server.connect() as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: loc")
        assert read_all(connection) == b""
    assert 4 < time.monotonic() - began < 7


def test_a_body_that_does_not_come_is_408_after_eight_seconds(server: Server) -> None:
    began = time.monotonic()
    with server.connect() as connection:
        connection.sendall(
            b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        )
        assert status(connection.recv(65536)) == 408
    assert 7 < time.monotonic() - began < 11


def test_a_body_without_end_is_refused_while_it_comes(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(
            b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            b"Transfer-Encoding: chunked\r\n\r\n"
        )
        try:
            for _ in range(1_000):
                connection.sendall(b"2710\r\n" + b" " * 10_000 + b"\r\n")
        except OSError:
            pass
        answer = read_all(connection)
    assert answer == b"" or status(answer) == 413


def test_a_body_that_says_it_is_too_long_is_refused_unread(server: Server) -> None:
    answer = server.send(
        b"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        b"Content-Length: 100000001\r\nConnection: close\r\n\r\n"
    )
    assert status(answer) == 413
    assert json.loads(body(answer))["errors"][0]["extensions"]["code"] == "BODY_TOO_LARGE"


def test_headers_without_end_are_431(server: Server) -> None:
    with server.connect() as connection:
        try:
            connection.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            for number in range(2_000):
                connection.sendall(f"X-{number}: {'a' * 100}\r\n".encode())
        except OSError:
            pass
        answer = read_all(connection)
    assert answer == b"" or status(answer) == 431


def test_a_gzip_bomb_is_refused_unopened(server: Server) -> None:
    bomb = gzip.compress(b" " * 50_000_000)
    assert status(server.post(bomb, "Content-Encoding: gzip\r\n")) == 415


@pytest.mark.parametrize(
    "sent",
    [
        b"1",
        b"null",
        b'"x"',
        b"[]",
        b"{",
        b"\xff\xfe",
        b'{"query": "{ __typename \\u0000 }"}',
        b'{"query": "\\ud800"}',
        b'{"query": 1}',
        b"[" * 50_000,
        b'{"query": "{ __typename }", "variables": {"n": ' + b"9" * 4_300 + b"}}",
        b'{"query": "{ node(id: \\"\\u0000\\") { id } }"}',
    ],
)
def test_odd_bodies_are_400_with_a_code_and_no_trace(server: Server, sent: bytes) -> None:
    answer = server.post(sent)
    assert status(answer) == 400
    error = json.loads(body(answer))["errors"][0]
    assert error["extensions"]["code"]
    assert b"Traceback" not in answer


def test_junk_is_no_http(server: Server) -> None:
    for junk in (
        b"\x16\x03\x01" + os.urandom(300),
        b"GET\r\n\r\n",
        b"\r\n" * 1000,
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ):
        answer = server.send(junk)
        assert answer == b"" or status(answer) in {400, 404, 405}
    assert status(server.send(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) == 200


def test_every_answer_carries_the_strict_headers(server: Server) -> None:
    for path in ("/", "/healthz", "/nothing.js", "/graphql"):
        head = server.send(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()).lower()
        for name in (
            b"content-security-policy: default-src 'none'",
            b"x-content-type-options: nosniff",
            b"referrer-policy",
        ):
            assert name in head, path
        assert b"unsafe" not in head
        assert b"\r\nserver:" not in head


def test_it_says_when_it_is_ready(server: Server) -> None:
    assert body(server.send(b"GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) == b"ready\n"


def test_sixty_sign_ins_at_once_leave_the_others_quick_and_the_memory_small(each_server: Server) -> None:
    query = "mutation($i: SessionCreateInput!) { sessionCreate(input: $i) { userErrors { code } } }"
    small = json.dumps({"query": "{ __typename }"}).encode()
    times: list[float] = []
    done = threading.Event()

    def sign_in(name: str) -> str:
        variables = {"i": {"identifier": name, "password": PASSWORD}}
        answer = each_server.post(json.dumps({"query": query, "variables": variables}).encode())
        errors = json.loads(body(answer))["data"]["sessionCreate"]["userErrors"]
        return errors[0]["code"] if errors else "signed in"

    def others() -> None:
        while not done.is_set():
            began = time.monotonic()
            assert status(each_server.post(small)) == 200
            times.append(time.monotonic() - began)
            time.sleep(0.02)

    watcher = threading.Thread(target=others)
    watcher.start()
    # Names of their own, so that the throttle lets every one through to the hash.
    with ThreadPoolExecutor(60) as threads:
        answers = list(threads.map(sign_in, [*(f"nobody{number}" for number in range(59)), "aino"]))
    done.set()
    watcher.join()
    assert answers == ["INVALID_CREDENTIALS"] * 59 + ["signed in"]
    assert statistics.quantiles(times, n=20)[-1] < 1
    assert psutil.Process(each_server.process.pid).memory_info().rss < 300_000_000


def test_forty_tries_of_one_name_at_once_do_not_slip_through(each_server: Server) -> None:
    query = "mutation($i: SessionCreateInput!) { sessionCreate(input: $i) { userErrors { code } } }"
    variables = {"i": {"identifier": "aino", "password": "wrong"}}
    request = json.dumps({"query": query, "variables": variables}).encode()
    with ThreadPoolExecutor(40) as threads:
        answers = list(threads.map(lambda _: body(each_server.post(request)), range(40)))
    assert sum(b"INVALID_CREDENTIALS" in answer for answer in answers) == 10
    assert sum(b"TRY_LATER" in answer for answer in answers) == 30


def test_a_hundred_slow_connections_leave_the_others_quick(server: Server) -> None:
    slow = [server.connect() for _ in range(100)]
    try:
        for number, connection in enumerate(slow):
            connection.sendall(
                b"GET / HTTP/1.1\r\nX:"
                if number % 2
                else b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{"
            )
        began = time.monotonic()
        assert status(server.post(b'{"query": "{ __typename }"}')) == 200
        assert time.monotonic() - began < 1
    finally:
        for connection in slow:
            connection.close()


def test_a_connection_kept_alive_has_the_same_deadline_for_each_request(server: Server) -> None:
    with server.connect() as connection:
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        first = b""
        while not first.endswith(b"alive\n"):
            first += connection.recv(65536)
        began = time.monotonic()
        connection.sendall(b"GET /healthz HTTP/1.1\r\nHo")
        assert read_all(connection) == b""
    assert 4 < time.monotonic() - began < 7


def test_only_the_trusted_proxy_says_whose_the_address_is() -> None:
    def client_of(settings: Settings, forwarded: str) -> tuple[str, str]:
        """The address and scheme that the application sees behind uvicorn's own middleware."""
        seen: list[tuple[str, str]] = []

        async def app(scope: Scope, receive: Receive, send: Send) -> None:
            seen.append((scope["client"][0], scope["scheme"]))

        config = server_config(settings, app)
        config.load()
        scope = {
            "type": "http",
            "client": ("10.0.0.1", 5),
            "scheme": "http",
            "headers": [(b"x-forwarded-for", forwarded.encode()), (b"x-forwarded-proto", b"https")],
        }
        asyncio.run(config.loaded_app(scope, None, None))
        return seen[0]

    alone = make_settings("sqlite://unused.db")
    assert client_of(alone, "203.0.113.9") == ("10.0.0.1", "http")
    behind = alone.model_copy(update={"trusted_proxy": "10.0.0.1"})
    assert client_of(behind, "203.0.113.9") == ("203.0.113.9", "https")
    assert client_of(behind, "1.2.3.4, 203.0.113.9") == ("203.0.113.9", "https")
    elsewhere = alone.model_copy(update={"trusted_proxy": "10.0.0.2"})
    assert client_of(elsewhere, "203.0.113.9") == ("10.0.0.1", "http")


def test_sigterm_lets_it_end_cleanly_and_at_once(each_server: Server) -> None:
    each_server.process.send_signal(signal.SIGTERM)
    # Closing PostgreSQL's pool takes ten seconds where a background job has kept a connection.
    assert each_server.process.wait(timeout=5) in {0, -signal.SIGTERM}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OMAVIRTA_DATABASE_URL", "mysql://x"),
        ("OMAVIRTA_DATABASE_URL", "sqlite://:memory:"),
        ("OMAVIRTA_SECRET_KEY", "short"),
        ("OMAVIRTA_PUBLIC_URL", "http://oma.example.fi"),
        ("OMAVIRTA_PORT", "70000"),
        ("OMAVIRTA_RETAILER_FILE", "/nowhere"),
        ("OMAVIRTA_RETAILER_FILE", __file__),
        ("OMAVIRTA_MAIL", "pigeon://loft"),
        ("OMAVIRTA_MAIL_FROM", "nobody"),
    ],
)
def test_a_bad_setting_stops_it_with_its_name(name: str, value: str, sqlite_url: str) -> None:
    ended = run_command("serve", **{"OMAVIRTA_DATABASE_URL": sqlite_url, name: value})
    assert ended.returncode == 1
    assert name in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_port_that_is_taken_stops_it_before_it_says_anything(sqlite_url: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ended = run_command("serve", OMAVIRTA_DATABASE_URL=sqlite_url, OMAVIRTA_PORT=port)
    assert ended.returncode == 1
    assert "OMAVIRTA_PORT" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_database_whose_folder_is_not_there_stops_it(tmp_path: Path) -> None:
    ended = run_command("doctor", OMAVIRTA_DATABASE_URL=f"sqlite://{tmp_path}/nowhere/omavirta.db")
    assert ended.returncode == 1
    assert f"There is no folder {tmp_path}/nowhere" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("command", ["serve", "token list --account aino", "fixtures", "import prices {}"])
def test_a_database_that_was_not_migrated_stops_it(tmp_path: Path, command: str) -> None:
    arguments = command.format(__file__).split()
    ended = run_command(*arguments, OMAVIRTA_DATABASE_URL=f"sqlite://{tmp_path}/empty.db")
    assert ended.returncode == 1
    assert "omavirta migrate" in ended.stderr
    assert "Traceback" not in ended.stderr


def run_command(*arguments: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    usual = {
        "OMAVIRTA_SECRET_KEY": "a key that only the tests use, nowhere else",
        "OMAVIRTA_MAIL": "file:/dev/null/none",
        "OMAVIRTA_MAIL_FROM": "oma@revontuli.example.fi",
    }
    environment = os.environ | usual | settings
    command = [sys.executable, "-m", "omavirta.cli", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=20, check=False)
