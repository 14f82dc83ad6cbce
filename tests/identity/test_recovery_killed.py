"""kill -9 at any place of recovery: nothing is lost, nothing done twice, nothing half done."""

import asyncio
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from support.live_app import NEW_PASSWORD
from support.mail import code_of, read_folder
from support.server import RunningServer, Server, add_account

TESTS = Path(__file__).resolve().parents[1]
MOST_SECONDS = 40
T = TypeVar("T")


@pytest.mark.parametrize(("step", "places"), [("request", 8), ("verify", 3), ("complete", 12)])
def test_before_any_statement_of_a_step(sqlite_url: str, tmp_path: Path, step: str, places: int) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "support.killed", sqlite_url, tmp_path / "mail", step],
        check=False,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TESTS)},
    )
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) >= places


@pytest.mark.anyio
async def test_between_the_steps_the_moment_that_each_is_answered(database_url: str, tmp_path: Path) -> None:
    await add_account(database_url)
    running = RunningServer(database_url, tmp_path)
    person = Person(running)
    person.ask('passwordResetRequest(input: {email: "aino@example.fi"}) { requested }')
    # Killed as soon as the answer was read. The next server sees to the mail.
    with running:
        code = code_of(eventually(lambda: read_folder(tmp_path))[0])
    assert person.ask(f'passwordResetVerify(input: {{code: "{code}"}}) {{ verified }}')["verified"] is True
    assert person.ask(
        f'passwordResetComplete(input: {{password: "{NEW_PASSWORD}"}}) {{ viewer {{ __typename }} }}'
    )["viewer"]
    with running as server:
        subjects = [str(mail["Subject"]) for mail in eventually(lambda: read_folder(tmp_path)[1:])]
        # Long enough for anything that would be sent a second time.
        await asyncio.sleep(3)
        assert len(read_folder(tmp_path)) == 2
        assert subjects == ["Salasanasi on vaihdettu"]
        answer = person.post(server, "query { viewer { account { userName } } }")
        assert answer["viewer"] == {"account": {"userName": "aino"}}


class Person:
    """Someone at a browser whose every answer is the last that its server gives."""

    def __init__(self, running: RunningServer) -> None:
        self.running = running
        self.cookies: dict[str, str] = {}

    def ask(self, mutation: str) -> dict[str, object]:
        with self.running as server:
            answer = self.post(server, f"mutation {{ {mutation} }}")
            server.process.kill()
        (payload,) = answer.values()
        assert isinstance(payload, dict)
        return payload

    def post(self, server: Server, query: str) -> dict[str, object]:
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        headers = f"Cookie: {cookie}\r\n" if cookie else ""
        head, _, body = server.post(json.dumps({"query": query}).encode(), headers).partition(b"\r\n\r\n")
        for name, value in re.findall(rb"(?mi)^set-cookie: ([^=]+)=([^;]*)", head):
            self.cookies[name.decode()] = value.decode()
        answer: dict[str, dict[str, object]] = json.loads(body)
        return answer["data"]


def eventually(look: Callable[[], list[T]]) -> list[T]:
    """What is to be there, once it is there."""
    deadline = time.monotonic() + MOST_SECONDS
    while not (found := look()):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return found
