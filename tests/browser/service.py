"""A whole portal with the demo's data, run as a process of its own on a free port of this machine."""

import asyncio
import os
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from omavirta.fixtures.demo import prepare_demo
from omavirta.settings import Settings

START_SECONDS = 30
SECRET_KEY = "a key that only the browser tests use, nowhere else"


class Portal:
    """The process can be stopped and started again at the same address, as when a server goes away for a while."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.url = f"http://localhost:{self.port}"
        self._database_file = folder / "browser.db"
        self.database_url = f"sqlite://{self._database_file}"
        self.mail_folder = folder / "mail"
        self._keys_folder = folder / "keys"
        self._log = folder / "portal.log"
        self._process: subprocess.Popen[bytes] | None = None

    def prepare(self) -> None:
        settings = Settings(
            database_url=self.database_url,
            public_url=self.url,
            port=self.port,
            secret_key=SECRET_KEY,
            demo=True,
            keys_folder=self._keys_folder,
        )
        asyncio.run(prepare_demo(settings, progress=lambda _: None))

    def start(self) -> None:
        environment = os.environ | {
            "OMAVIRTA_DATABASE_URL": self.database_url,
            "OMAVIRTA_PUBLIC_URL": self.url,
            "OMAVIRTA_PORT": str(self.port),
            "OMAVIRTA_SECRET_KEY": SECRET_KEY,
            "OMAVIRTA_DEMO": "true",
            "OMAVIRTA_KEYS_FOLDER": str(self._keys_folder),
            "OMAVIRTA_MAIL": f"file:{self.mail_folder}",
            "OMAVIRTA_MAIL_FROM": "oma@revontuli.example.fi",
            # Every test asks as the same two people.
            "OMAVIRTA_POINTS_PER_HOUR": "100000000",
        }
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "omavirta.cli", "serve"], env=environment, stdout=log, stderr=log
            )
        self._await_ready()

    def stop(self) -> None:
        if self._process is not None:
            self._process.terminate()
            self._process.wait(timeout=START_SECONDS)
            self._process = None

    @contextmanager
    def away(self) -> Iterator[None]:
        """Nobody answers at the address inside this block."""
        self.stop()
        try:
            yield
        finally:
            self.start()

    def forget_proofs(self) -> None:
        """As if everybody had proved long ago who they are: what guards an account asks for it again."""
        self._change("UPDATE session SET authenticated_at = 0, identified_at = NULL")

    def renew_proofs(self) -> None:
        """As if everybody had just proved it."""
        self._change("UPDATE session SET authenticated_at = last_seen_at")

    def forget_tries(self) -> None:
        """As if nobody had tried anything for an hour: every test registers the same few people."""
        self._change("DELETE FROM sign_in_throttle")

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def _change(self, sql: str) -> None:
        with closing(sqlite3.connect(self._database_file, timeout=START_SECONDS)) as database, database:
            database.execute(sql)

    def _await_ready(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self._process is not None
            assert self._process.poll() is None, f"the portal did not start:\n{self.log()}"
            try:
                with urllib.request.urlopen(f"{self.url}/readyz", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.05)
        raise AssertionError(f"the portal was not ready in {START_SECONDS} s:\n{self.log()}")


@contextmanager
def running_portal(folder: Path) -> Iterator[Portal]:
    portal = Portal(folder)
    portal.prepare()
    portal.start()
    try:
        yield portal
    finally:
        portal.stop()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
