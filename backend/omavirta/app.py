"""The service as an ASGI application: every route in one list, and what lives as long as it does."""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from functools import partial
from typing import Any

import httpx2
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.routing import BaseRoute, Mount, Route

from omavirta.api.context import Context
from omavirta.api.language import asked_language
from omavirta.api.schema import make_schema
from omavirta.clock import Clock, system_clock
from omavirta.contracts.letterhead import letterhead_of
from omavirta.contracts.retailer import load_retailer
from omavirta.contracts.similar_homes_upkeep import keep_similar_homes
from omavirta.documents.making import DocumentMaker
from omavirta.documents.rendering import Typesetter
from omavirta.exports.worker import ExportWorker
from omavirta.fixtures.demo_broker.broker import make_demo_broker
from omavirta.fixtures.demo_broker.lock import refuse_demo, require_demo
from omavirta.fixtures.demo_broker.routes import DemoBrokerPages, back_channel
from omavirta.graphql.endpoint import GraphQLEndpoint
from omavirta.graphql.graphiql import graphiql_routes
from omavirta.identity import sessions, tokens
from omavirta.identity.authentication import authenticate
from omavirta.identity.housekeeping import keep_house
from omavirta.identity.mail_requests import fulfil_left_behind
from omavirta.identity.passwords import PasswordHasher
from omavirta.identity.strong.routes import StrongAuthenticationRoutes
from omavirta.identity.strong.service import StrongAuthentication, open_strong_authentication
from omavirta.mail.delivery import DeliveryWorker
from omavirta.mail.demo import demo_mail_routes
from omavirta.mail.transports import Folder, transport_of
from omavirta.metering.calendar import TIME_ZONE
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.kind import database_kind
from omavirta.web.app_files import AppFiles
from omavirta.web.body_deadline import BodyDeadline
from omavirta.web.document_download import DocumentDownload
from omavirta.web.export_download import ExportDownload
from omavirta.web.headers import SecurityHeaders
from omavirta.web.health import healthz, readyz
from omavirta.web.host import OwnHostOnly
from omavirta.web.import_upload import PREFIX as IMPORTS
from omavirta.web.import_upload import ImportUpload
from omavirta.web.origin import SameOriginOnly

BODY_SECONDS = 8.0


def create_app(
    settings: Settings,
    *,
    clock: Clock = system_clock,
    broker_transport: httpx2.AsyncBaseTransport | None = None,
) -> Starlette:
    """The whole service. The database is opened when the application starts and closed when it ends.

    `broker_transport` stands in for the network between us and the brokers of strong authentication.
    """
    retailer = load_retailer(settings.retailer_file)
    letterhead, transport = letterhead_of(retailer, settings), transport_of(settings)
    demo_broker = make_demo_broker(settings, clock) if settings.demo else None

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with open_database(settings.database_url) as database, identification(database) as strong:
            app.state.database = database
            app.state.strong_authentication = strong
            with PasswordHasher() as passwords, Typesetter() as typesetter:
                app.state.passwords = passwords
                app.state.documents = DocumentMaker(typesetter, retailer, settings.public_url)
                mail = DeliveryWorker(database, transport, letterhead, clock)
                exports = ExportWorker(database, app.state.documents, settings.public_url, clock)
                async with background(
                    keep_house(database, clock, settings.event_days),
                    keep_similar_homes(database, clock),
                    fulfil_left_behind(database, settings, clock),
                    mail.run(),
                    exports.run(),
                ):
                    yield

    @asynccontextmanager
    async def identification(database: Database) -> AsyncIterator[StrongAuthentication]:
        kind = await database_kind(database)
        if demo_broker is None:
            refuse_demo(kind)
            opened = open_strong_authentication(settings, kind, transport=broker_transport)
        else:
            require_demo(settings, kind)
            opened = open_strong_authentication(
                settings, kind, brokers=[demo_broker.configuration()], transport=back_channel(demo_broker)
            )
        async with opened as strong:
            yield strong

    async def make_context(request: Request) -> Context:
        database, now = request.app.state.database, clock()
        identity = await authenticate(request, database, now, secure=settings.secure)
        context = Context(
            settings=settings,
            wall_clock=clock,
            today=now.astimezone(TIME_ZONE).date(),
            database=database.watched(),
            access=identity.access,
            language=asked_language(request),
            http=request,
            response_headers=MutableHeaders(),
            principal_key=identity.principal_key,
            passwords=request.app.state.passwords,
            revision=identity.revision,
            session=identity.session.row if identity.session else None,
        )
        if identity.session is not None and sessions.must_be_noted(identity.session, now):
            context.after_answer.append(partial(sessions.note_seen, database, identity.session.row.id, now))
        if identity.token is not None and tokens.must_be_noted(identity.token, now):
            context.after_answer.append(partial(tokens.note_used, database, identity.token.id, now))
        return context

    endpoint = GraphQLEndpoint(
        make_schema(), make_context, clock=clock, points_per_hour=settings.points_per_hour
    )
    routes: list[BaseRoute] = [
        Route("/graphql", endpoint),
        *graphiql_routes(settings.frontend_folder / "graphiql"),
        *StrongAuthenticationRoutes(settings, clock, retailer.name).routes(),
        *(DemoBrokerPages(demo_broker, retailer.name).routes() if demo_broker else ()),
        *(demo_mail_routes(transport.path) if settings.demo and isinstance(transport, Folder) else ()),
        ExportDownload(clock, secure=settings.secure).route(),
        *DocumentDownload(clock, secure=settings.secure).routes(),
        ImportUpload(settings, clock).route(),
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        Mount("/", AppFiles(settings.frontend_folder)),
    ]
    middleware = [
        Middleware(SecurityHeaders, secure=settings.secure),
        *([Middleware(OwnHostOnly, public_url=settings.public_url)] if settings.demo else ()),
        Middleware(SameOriginOnly, public_url=settings.public_url),
        Middleware(BodyDeadline, seconds=BODY_SECONDS, streamed=IMPORTS),
    ]
    return Starlette(routes=routes, middleware=middleware, lifespan=lifespan)


@asynccontextmanager
async def background(*jobs: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """What runs beside the requests, for as long as the block does."""
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
