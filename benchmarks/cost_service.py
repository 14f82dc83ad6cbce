"""The server that costs are measured on: Omavirta's own app, and beside it a plain route that answers bytes it was given."""

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from benchmarks.world import settings_for
from omavirta.app import create_app
from omavirta.server import server_config


def make_app(database_url: str) -> ASGIApp:
    ours = create_app(settings_for(database_url))
    kept: dict[str, bytes] = {}

    async def keep(request: Request) -> Response:
        kept[request.path_params["name"]] = await request.body()
        return Response()

    async def answer(request: Request) -> Response:
        return Response(kept[request.path_params["name"]], media_type="application/json")

    compared = Starlette(
        routes=[
            Route("/compared/{name}", keep, methods=["PUT"]),
            Route("/compared/{name}", answer, methods=["POST"]),
        ]
    )

    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = compared if scope.get("path", "").startswith("/compared/") else ours
        await chosen(scope, receive, send)

    return by_path


def main(url: str, port: int) -> None:
    config = server_config(settings_for(url).model_copy(update={"port": port}), make_app(url))
    uvicorn.Server(config).run()
