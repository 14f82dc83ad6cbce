"""For those who watch the service: `/healthz` answers while it lives, `/readyz` when it can serve."""

import logging

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from omavirta.storage.migrate import pending_migrations

logger = logging.getLogger("omavirta.web")


async def healthz(_request: Request) -> Response:
    return PlainTextResponse("alive\n")


async def readyz(request: Request) -> Response:
    """200 when the database answers and its migrations are current, else 503 with the reason."""
    try:
        missing = await pending_migrations(request.app.state.database)
    except Exception as fault:  # noqa: BLE001 - whatever keeps the database from answering, we are not ready
        logger.error("not ready: %s", type(fault).__name__)  # noqa: TRY400 - a probe every few seconds needs no trace
        return PlainTextResponse("the database does not answer\n", 503)
    if missing:
        return PlainTextResponse(f"migrations are missing: {', '.join(missing)}\n", 503)
    return PlainTextResponse("ready\n")
