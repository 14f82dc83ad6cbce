"""The service as it runs: uvicorn in a process of its own, on a port of this machine."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from omavirta.identity.passwords import PasswordHasher
from omavirta.storage.database import open_database
from support.factory import World

PASSWORD = "oikea hevonen paristo niitti"


@dataclass
class Server:
    port: int
    process: "subprocess.Popen[bytes]"

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=15)

    def send(self, request: bytes) -> bytes:
        """Everything the server says to these bytes until it closes or is silent for long."""
        with self.connect() as connection:
            connection.sendall(request)
            return read_all(connection)

    def post(self, body: bytes, headers: str = "") -> bytes:
        head = f"POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        return self.send(f"{head}{headers}Connection: close\r\n\r\n".encode() + body)


def read_all(connection: socket.socket) -> bytes:
    parts = []
    try:
        while part := connection.recv(65536):
            parts.append(part)
    except (TimeoutError, ConnectionResetError):
        pass
    return b"".join(parts)


class RunningServer:
    """A context manager that starts `omavirta serve` and stops it."""

    def __init__(self, database_url: str, mail_folder: Path | None = None) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.environment = os.environ | {
            "OMAVIRTA_DATABASE_URL": database_url,
            "OMAVIRTA_SECRET_KEY": "a key that only the tests use, nowhere else",
            "OMAVIRTA_MAIL": f"file:{mail_folder or '/dev/null/none'}",
            "OMAVIRTA_MAIL_FROM": "oma@revontuli.example.fi",
            "OMAVIRTA_PORT": str(self.port),
        }

    def __enter__(self) -> Server:
        command = [sys.executable, "-m", "omavirta.cli", "serve"]
        self.process = subprocess.Popen(command, env=self.environment, stderr=subprocess.PIPE)
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and self.process.poll() is None:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return Server(self.port, self.process)
            except OSError:
                time.sleep(0.05)
        self.process.kill()
        raise AssertionError(self.process.communicate()[1].decode())

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.communicate(timeout=15)


async def add_account(database_url: str) -> None:
    with PasswordHasher() as passwords:
        password_hash = await passwords.hash(PASSWORD)
    async with open_database(database_url) as database:
        world = await World(database).start()
        await world.account("aino", await world.customer(), password_hash=password_hash)
