"""npm's `oidc-provider` as a process: a certified OpenID Connect provider that shares no line with us."""

import json
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

FOLDER = Path(__file__).resolve().parents[1] / "oidc_provider"
LEVEL = "http://ftn.ficora.fi/2017/loatest2"
START_SECONDS = 30


class OidcProvider:
    def __init__(self, port: int, log: Path) -> None:
        self.issuer = f"http://127.0.0.1:{port}"
        self._log = log

    def broker(self, client_id: str) -> dict[str, Any]:
        """As an operator would configure it."""
        return {
            "key": "node",
            "names": {"fi": "Pankkitunnukset"},
            "environment": "test",
            "clientId": client_id,
            "issuer": self.issuer,
            "authorizationEndpoint": f"{self.issuer}/auth",
            "tokenEndpoint": f"{self.issuer}/token",
            "jwksUrl": f"{self.issuer}/jwks",
            "askAcr": True,
            "requestParameters": {"prompt": "login"},
            "issuerInResponse": True,
            "claims": {
                "identityCode": "urn:oid:1.2.246.21",
                "name": "name",
                "givenName": "given_name",
                "familyName": "family_name",
            },
        }

    def visit(self, url: str) -> str:
        """Goes there as a browser and follows until it is sent away again; where to."""
        with httpx2.Client(timeout=10) as browser:
            for _ in range(10):
                response = browser.get(url)
                assert response.is_redirect, f"{response.status_code} {response.text}\n{self.log()}"
                url = str(response.url.join(response.headers["location"]))
                if not url.startswith(self.issuer):
                    return url
        raise AssertionError(f"the provider sends people in circles:\n{self.log()}")

    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")


@contextmanager
def oidc_provider(
    folder: Path, client: dict[str, Any], claims: dict[str, str], *, cancel: bool = False
) -> Iterator[OidcProvider]:
    """`claims` are of the person who is always identified there. Skips where Node.js is missing."""
    node = shutil.which("node")
    if node is None or not (FOLDER / "node_modules" / "oidc-provider").is_dir():
        pytest.skip("Node.js 20 and the packages of tests/oidc_provider are not installed (make test-python)")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    said = {"port": port, "client": client, "claims": claims, "acr": LEVEL, "cancel": cancel}
    log = folder / f"oidc-provider-{port}.log"
    with log.open("wb") as errors:
        process = subprocess.Popen(
            [node, "server.mjs", json.dumps(said)], cwd=FOLDER, stdout=subprocess.PIPE, stderr=errors
        )
    try:
        assert process.stdout is not None
        if process.stdout.readline() != b"ready\n":
            raise AssertionError(f"oidc-provider did not start:\n{log.read_text()}")
        yield OidcProvider(port, log)
    finally:
        process.terminate()
        process.communicate(timeout=START_SECONDS)
