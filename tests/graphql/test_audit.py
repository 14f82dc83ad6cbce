"""The audit suite of graphql-http, run by node against a live server."""

import json
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn

from support.graphql_service import Service

FRONTEND = Path(__file__).resolve().parents[2] / "frontend"

AUDIT = """
import { auditServer } from 'graphql-http';
const results = await auditServer({ url: process.argv[1] });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
"""


@pytest.fixture
def url() -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(Service().app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listener],))
    thread.start()
    try:
        while not server.started:
            time.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/graphql"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def test_the_endpoint_passes_the_audit_with_nothing_missed(url: str) -> None:
    node = shutil.which("node")
    if node is None:
        pytest.skip("node is not installed")
    if not (FRONTEND / "node_modules" / "graphql-http").is_dir():
        pytest.skip("graphql-http is not installed (npm ci in frontend)")

    process = subprocess.run(
        [node, "--input-type=module", "--eval", AUDIT, url],
        cwd=FRONTEND,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    results = json.loads(process.stdout)

    assert len(results) > 50
    assert [result for result in results if result["status"] != "ok"] == []
