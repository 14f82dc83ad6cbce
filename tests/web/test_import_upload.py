"""`POST /import/{kind}`: with a service token, streamed, one of a kind at a time, with the command's answer."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import IO, Any

import httpx2
import pytest
from starlette.types import Message

from omavirta.identity.service_tokens import create_service_token, revoke_service_token, service_tokens
from omavirta.settings import Settings
from omavirta.storage.database import Database
from omavirta.web import import_upload
from support import finvoice
from support import master_data as lines
from support.factory import GSRN, NOW, World
from support.live_app import LiveApp, live_app
from support.master_data import dump, everything, write
from support.price_documents import HOUR, a44, period, series
from support.readings import quarters
from support.readings import write as write_readings

pytestmark = pytest.mark.anyio
JSON_LINES = "application/jsonl"


@pytest.fixture
async def portal(settings: Settings, database: Database) -> AsyncIterator[LiveApp]:
    small = settings.model_copy(update={"import_max_bytes": 200_000})
    async with live_app(small, database) as app:
        yield app


@pytest.fixture
async def token(database: Database) -> str:
    async with database.transaction() as transaction:
        return await create_service_token(transaction, "billing", NOW)


async def send(
    portal: LiveApp,
    token: str | None,
    body: bytes | AsyncIterator[bytes],
    kind: str = "master",
    content_type: str = JSON_LINES,
    **headers: str,
) -> httpx2.Response:
    authorization = {} if token is None else {"Authorization": f"Bearer {token}"}
    return await portal.browser().client.post(
        f"/import/{kind}",
        content=body,
        headers={"Content-Type": content_type} | authorization | headers,
        timeout=60,
    )


def body_of(folder: Path, *file: lines.Line) -> bytes:
    return write(folder, file).read_bytes()


async def in_parts(body: bytes, size: int = 1_000) -> AsyncIterator[bytes]:
    for start in range(0, len(body), size):
        yield body[start : start + size]


async def test_a_file_is_taken_with_the_answer_of_the_command(
    portal: LiveApp, token: str, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await World(database).account("aino")
    caplog.set_level(logging.INFO, logger="omavirta.security")
    body = body_of(tmp_path, *everything())

    answer = await send(portal, token, in_parts(body))
    again = await send(portal, token, body, content_type="application/octet-stream")

    assert answer.status_code == again.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    (taken,) = answer.json()["files"]
    assert (taken["file"], taken["records"]) == ("master", 10)
    assert taken["types"]["invoice"] == {"created": 2, "replaced": 0, "unchanged": 0}
    assert again.json()["files"][0]["types"]["invoice"] == {"created": 0, "replaced": 0, "unchanged": 2}
    assert len((await dump(database))["invoice"]) == 2
    (row,) = await service_tokens(database)
    assert row.last_used_at is not None
    told = [record.getMessage() for record in caplog.records if "event=import " in record.getMessage()]
    assert len(told) == 2
    assert f"kind=master status=200 service_token={row.id}" in told[0]
    assert "Virtanen" not in caplog.text
    assert token not in caplog.text


async def test_a_file_that_does_not_hold_is_422_by_line(
    portal: LiveApp, token: str, database: Database, tmp_path: Path
) -> None:
    answer = await send(portal, token, body_of(tmp_path, lines.person(), lines.person(id="C-2", name="")))

    assert answer.status_code == 422
    assert answer.json() == {
        "files": [],
        "refused": [{"file": "master", "place": "line 2", "reason": "customer C-2: name is empty"}],
    }
    assert (await dump(database))["customer"] == []


async def test_readings_and_prices_come_the_same_way(
    portal: LiveApp, token: str, database: Database, tmp_path: Path
) -> None:
    await (await World(database).start()).point(gsrn=GSRN)
    readings = write_readings(tmp_path, quarters("2026-01-05T22:00:00Z", ["0,25"] * 96)).read_bytes()

    taken = await send(portal, token, readings, "consumption?series=consumption", "text/csv; charset=utf-8")
    prices = await send(
        portal,
        token,
        a44(series([period(*HOUR, "PT60M", {1: "45.00"})])),
        "prices?area=FI",
        "application/xml",
    )

    assert taken.status_code == 200, taken.text
    assert taken.json()["files"][0]["rows"] == 96
    assert prices.status_code == 200, prices.text
    assert prices.json()["files"][0]["area"] == "FI"


async def test_invoices_come_as_finvoice(
    portal: LiveApp, token: str, database: Database, tmp_path: Path
) -> None:
    customer = [
        lines.network_company(),
        lines.product(),
        lines.person(),
        lines.metering_point(gsrn=finvoice.GSRN),
        lines.contract(number=finvoice.CONTRACT),
    ]
    assert (await send(portal, token, body_of(tmp_path, *customer))).status_code == 200

    taken = await send(portal, token, finvoice.document(finvoice.Finvoice()), "finvoice", "application/xml")
    refused = await send(portal, token, b"<Finvoice/>", "finvoice", "text/xml")

    assert taken.status_code == 200, taken.text
    assert taken.json()["files"][0] == {
        "file": "finvoice",
        "invoices": 1,
        "creditNotes": 0,
        "rows": 2,
        "written": 1,
        "unchanged": 0,
    }
    assert refused.status_code == 422


@pytest.mark.parametrize("given", [None, "svc_nonsense", "pat_nonsense", "revoked", "other secret"])
async def test_without_a_live_service_token_nothing_is_read(
    portal: LiveApp, token: str, database: Database, tmp_path: Path, given: str | None
) -> None:
    if given == "revoked":
        (row,) = await service_tokens(database)
        async with database.transaction() as transaction:
            assert await revoke_service_token(transaction, row.id, NOW)
        given = token
    elif given == "other secret":
        given = token[:-6] + "AAAAAA"
    for kind in ("master", "nothing"):
        answer = await send(portal, given, body_of(tmp_path, lines.person()), kind)
        assert answer.status_code == 401
        assert answer.headers["www-authenticate"] == "Bearer"
        assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"
    assert (await dump(database))["customer"] == []


REFUSED: list[tuple[dict[str, Any], int, str]] = [
    ({"kind": "customers"}, 404, "NOT_FOUND"),
    ({"content_type": "application/x-www-form-urlencoded"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ({"Content-Encoding": "gzip"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ({"kind": "prices", "content_type": "text/csv"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
    ({"kind": "master?area=FI"}, 400, "BAD_REQUEST"),
    ({"kind": "prices?area=XX", "content_type": "application/json"}, 400, "BAD_REQUEST"),
    ({"kind": "prices?area=--json", "content_type": "application/json"}, 400, "BAD_REQUEST"),
    ({"kind": "prices?area=%00", "content_type": "application/json"}, 400, "BAD_REQUEST"),
    ({"kind": "consumption?meteringPoint=1", "content_type": "text/csv"}, 400, "BAD_REQUEST"),
    ({"body": b"x" * 200_001}, 413, "BODY_TOO_LARGE"),
]


@pytest.mark.parametrize(("request_", "status", "code"), REFUSED)
async def test_what_is_not_taken_at_all(
    portal: LiveApp, token: str, request_: dict[str, Any], status: int, code: str
) -> None:
    answer = await send(portal, token, **({"body": b"{}"} | request_))
    assert answer.status_code == status
    assert answer.json()["errors"][0]["extensions"]["code"] == code


async def test_a_stream_is_cut_off_where_it_grows_too_large(portal: LiveApp, token: str) -> None:
    sent = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while sent < 50_000_000:
            sent += 10_000
            yield b" " * 10_000

    answer = await send(portal, token, endless())

    assert answer.status_code == 413
    assert answer.headers["connection"] == "close"
    assert sent < 1_000_000


async def test_one_file_of_a_kind_at_a_time(
    portal: LiveApp, token: str, database: Database, tmp_path: Path
) -> None:
    body = body_of(tmp_path, lines.person())
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> AsyncIterator[bytes]:
        yield body[:10]
        begun.set()
        await go_on.wait()
        yield body[10:]

    first = asyncio.create_task(send(portal, token, slowly()))
    await begun.wait()
    second = await send(portal, token, body)
    other_kind = await send(portal, token, b"{}", "prices", "application/json")
    go_on.set()

    assert second.status_code == 409
    assert second.headers["retry-after"] == "30"
    assert other_kind.status_code == 422
    assert (await first).status_code == 200
    assert (await send(portal, token, body)).status_code == 200


async def test_a_client_that_goes_away_leaves_nothing_and_frees_the_way(
    portal: LiveApp, token: str, database: Database, tmp_path: Path
) -> None:
    body = body_of(tmp_path, lines.person())
    arriving: list[Message] = [
        {"type": "http.request", "body": body, "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent: list[Message] = []

    async def receive() -> Message:
        return arriving.pop(0)

    async def note(message: Message) -> None:
        sent.append(message)

    headers = [(b"authorization", f"Bearer {token}".encode()), (b"content-type", JSON_LINES.encode())]
    scope = {
        "type": "http",
        "method": "POST",
        "path": "/import/master",
        "query_string": b"",
        "headers": headers,
        "client": ("127.0.0.1", 1),
    }
    await portal.app(scope, receive, note)

    assert sent == []
    assert (await dump(database))["customer"] == []
    assert (await send(portal, token, body)).status_code == 200


async def test_who_trickles_gives_the_way_free_in_the_end(
    portal: LiveApp, token: str, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = body_of(tmp_path, lines.person())

    async def trickle() -> AsyncIterator[bytes]:
        yield body[:10]
        await asyncio.Event().wait()

    monkeypatch.setattr(import_upload, "LONGEST_SECONDS", 0.3)
    answer = await send(portal, token, trickle())
    assert answer.status_code == 408
    assert answer.json()["errors"][0]["extensions"]["code"] == "TOO_SLOW"
    monkeypatch.undo()
    assert (await dump(database))["customer"] == []
    assert (await send(portal, token, body)).status_code == 200


async def test_a_command_that_does_not_end_is_stopped(
    portal: LiveApp, token: str, database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = body_of(tmp_path, lines.person())
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec sleep 1000\n")
    endless.chmod(0o700)
    with monkeypatch.context() as patched:
        patched.setattr(import_upload, "LONGEST_SECONDS", 1.0)
        patched.setattr("omavirta.web.import_upload.sys.executable", str(endless))
        answer = await send(portal, token, body)
    assert answer.status_code == 503
    assert answer.json()["errors"][0]["extensions"]["code"] == "TOO_SLOW"
    assert (await dump(database))["customer"] == []
    assert (await send(portal, token, body)).status_code == 200


async def test_a_full_disk_is_said(
    portal: LiveApp, token: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> IO[bytes]:
        return Path("/dev/full").open("wb", buffering=0)

    monkeypatch.setattr("omavirta.web.import_upload.tempfile.TemporaryFile", full)
    answer = await send(portal, token, body_of(tmp_path, lines.person()))
    assert answer.status_code == 507
    assert answer.json()["errors"][0]["extensions"]["code"] == "NO_ROOM"


async def test_a_service_token_opens_nothing_else(portal: LiveApp, token: str) -> None:
    answer = await portal.browser().client.post(
        "/graphql",
        json={"query": "{ viewer { __typename } }"},
        headers={"Authorization": f"Bearer {token}"},
    )
    assert answer.status_code == 401


async def test_another_sites_page_cannot_send(portal: LiveApp, token: str, tmp_path: Path) -> None:
    headers = {"Origin": "https://evil.example", "Cookie": "a=b", "Sec-Fetch-Site": "cross-site"}
    answer = await send(portal, token, body_of(tmp_path, lines.person()), **headers)
    assert answer.status_code == 403


def test_the_settings_travel_to_another_process(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in settings.as_environment().items():
        monkeypatch.setenv(name, value)
    assert Settings() == settings  # type: ignore[call-arg]  # from the environment
    assert json.dumps(settings.as_environment())


@pytest.mark.parametrize(
    ("talk", "fault"),
    [
        (
            b"Traceback\nasyncpg.exceptions.DataError: 'Aino Virtanen' is wrong",
            "asyncpg.exceptions.DataError",
        ),
        (b"Traceback\nMemoryError", "MemoryError"),
        (b"ValueError: many lines\nAino Virtanen: 131052-308T", "unknown"),
        (b"ValueError: many lines\nAino Virtanen is in Error: 131052-308T", "unknown"),
        (b"", "unknown"),
    ],
)
def test_nothing_of_a_file_is_logged_where_the_command_fails(
    caplog: pytest.LogCaptureFixture, talk: bytes, fault: str
) -> None:
    answer = import_upload._answer("master", 1, b"", talk)

    assert answer.status_code == 500
    assert f"exit=1 fault={fault} correlation=" in caplog.text
    assert "Virtanen" not in caplog.text
