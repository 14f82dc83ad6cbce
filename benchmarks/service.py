"""The server that the reading figures are measured on: Omavirta's own app, with the routes it is compared with beside it.

Runs as a process of its own (`benchmarks.reading` starts it). Its CPU time is what a figure counts.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
import strawberry
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Receive, Scope, Send
from strawberry.asgi import GraphQL
from tortoise import Tortoise, fields
from tortoise.models import Model

from benchmarks.world import POINT, YEAR_FROM, YEAR_TO, settings_for
from omavirta.app import create_app
from omavirta.metering.calendar import Resolution
from omavirta.metering.reading import Series, SeriesDays, read_blocks, read_delivered_until
from omavirta.metering.series import View, from_blocks
from omavirta.server import server_config

STATIC = orjson.dumps({"data": {"viewer": {"account": {"userName": "bench"}}}})


class Reading(Model):
    """What a portal without blocks would have: a row a reading."""

    id = fields.IntField(primary_key=True)
    start = fields.DatetimeField(db_index=True)
    energy_kwh = fields.FloatField()
    quality = fields.CharField(max_length=20)

    class Meta:
        table = "reading"


@strawberry.type
class StockReading:
    start: str
    energy_kwh: float
    quality: str


@strawberry.type
class StockQuery:
    @strawberry.field
    async def intervals(self) -> list[StockReading]:
        rows = await Reading.all().order_by("start")
        return [
            StockReading(start=row.start.isoformat(), energy_kwh=row.energy_kwh, quality=row.quality)
            for row in rows
        ]


async def bare_hours(request: Request) -> Response:
    """The least that a handwritten route would do over the same store for the same answer."""
    database = request.app.state.database
    until = (await read_delivered_until(database, [POINT], Series.CONSUMPTION))[POINT]
    (blocks,) = await read_blocks(database, [SeriesDays(POINT, Series.CONSUMPTION, ((YEAR_FROM, YEAR_TO),))])
    series = from_blocks(View(YEAR_FROM, YEAR_TO, Resolution.HOUR, until), blocks)
    rows = [
        {"start": start, "energyKwh": energy, "quality": quality}
        for start, energy, quality in zip(
            series.intervals().starts, series.energy_kwh(), series.quality_names(), strict=True
        )
    ]
    return Response(
        orjson.dumps({"data": {"node": {"consumption": {"intervals": rows}}}}), media_type="application/json"
    )


async def static_answer(_request: Request) -> Response:
    return Response(STATIC, media_type="application/json")


def make_app(database_url: str) -> ASGIApp:
    """Omavirta's app, and under /compared what it is compared with: plain Starlette, with nothing of ours around it."""
    ours = create_app(settings_for(database_url))
    compared = Starlette(
        routes=[
            Route("/compared/bare", bare_hours),
            Route("/compared/static", static_answer, methods=["GET", "POST"]),
            Mount("/compared/stock", GraphQL[Any, Any](strawberry.Schema(query=StockQuery))),
        ]
    )
    inner = ours.router.lifespan_context

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[Any]:
        await Tortoise.init(
            db_url=f"{database_url}-rows",
            modules={"models": ["benchmarks.service"]},
            _enable_global_fallback=True,
        )
        async with inner(app) as state:
            # The bare route reads the same store through the same connections.
            compared.state.database = app.state.database
            yield state
        await Tortoise.close_connections()

    ours.router.lifespan_context = lifespan

    async def by_path(scope: Scope, receive: Receive, send: Send) -> None:
        chosen = compared if scope.get("path", "").startswith("/compared/") else ours
        await chosen(scope, receive, send)

    return by_path


def main(url: str, port: int) -> None:
    config = server_config(settings_for(url).model_copy(update={"port": port}), make_app(url))
    uvicorn.Server(config).run()
