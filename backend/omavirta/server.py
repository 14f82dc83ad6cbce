"""Running the service: uvicorn, with the deadlines and limits on incoming headers that it lacks."""

import asyncio
import socket
from typing import Any

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from omavirta.app import create_app
from omavirta.contracts.letterhead import letterhead_of
from omavirta.contracts.retailer import load_retailer
from omavirta.errors import SettingsError
from omavirta.fixtures.demo_broker.lock import refuse_demo, require_demo
from omavirta.identity.strong.service import open_strong_authentication
from omavirta.mail.transports import transport_of
from omavirta.settings import Settings
from omavirta.storage.kind import database_kind
from omavirta.storage.migrate import open_migrated_database

HEADER_SECONDS = 5.0
HEADER_BYTES = 32 * 1024
SHUTDOWN_SECONDS = 10
TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class DeadlineProtocol(HttpToolsProtocol):
    """Closes a connection whose request line and headers are too slow or too large."""

    _header_timer: asyncio.TimerHandle | None = None
    _header_bytes = 0
    _in_headers = True

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn does
        super().connection_made(transport)
        self._await_headers()

    def data_received(self, data: bytes) -> None:
        if self._in_headers:
            self._header_bytes += len(data)
            # A body that comes with its headers counts too, hence a second look once they are complete.
            within = self._header_bytes <= HEADER_BYTES
        else:
            within = True
        super().data_received(data)
        if not within and self._in_headers and not self.transport.is_closing():
            self.transport.write(TOO_LARGE)
            self.transport.close()

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self._await_headers()

    def on_headers_complete(self) -> None:
        self._in_headers = False
        self._stop_timer()
        super().on_headers_complete()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop_timer()
        super().connection_lost(exc)

    def _await_headers(self) -> None:
        self._in_headers = True
        self._header_bytes = 0
        self._stop_timer()
        self._header_timer = self.loop.call_later(HEADER_SECONDS, self._give_up)

    def _stop_timer(self) -> None:
        if self._header_timer is not None:
            self._header_timer.cancel()
            self._header_timer = None

    def _give_up(self) -> None:
        if not self.transport.is_closing():
            self.transport.close()


def run(settings: Settings) -> None:
    """Serves until SIGTERM or SIGINT; requests under way are finished. Raises SettingsError or DatabaseNotReady before it
    listens.
    """
    letterhead_of(load_retailer(settings.retailer_file), settings)
    transport_of(settings)
    if not (settings.frontend_folder / "index.html").is_file():
        raise SettingsError(
            f"OMAVIRTA_FRONTEND_FOLDER: there is no built web app in {settings.frontend_folder}"
        )
    require_free_port(settings)
    asyncio.run(require_ready(settings))
    uvicorn.Server(server_config(settings, create_app(settings))).run()


def server_config(settings: Settings, app: ASGIApp) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        http=DeadlineProtocol,
        loop="uvloop",
        lifespan="on",
        ws="none",
        # Paths alone would say which metering point is looked at; the security log has what matters.
        access_log=False,
        log_config=LOGGING,
        server_header=False,
        proxy_headers=settings.trusted_proxy is not None,
        forwarded_allow_ips=settings.trusted_proxy or "",
        timeout_keep_alive=20,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        backlog=512,
    )


async def require_ready(settings: Settings) -> None:
    """Raises DatabaseNotReady or SettingsError, also for brokers and demos that should not be served."""
    async with open_migrated_database(settings.database_url) as database:
        kind = await database_kind(database)
        if settings.demo:
            require_demo(settings, kind)
        else:
            refuse_demo(kind)
            async with open_strong_authentication(settings, kind):
                pass


def require_free_port(settings: Settings) -> None:
    """Raises SettingsError where something else listens already, before anything is said or changed."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise SettingsError(
                f"OMAVIRTA_PORT: {settings.host} port {settings.port} cannot be used ({error.strerror});"
                " another port goes in OMAVIRTA_PORT, for the demo `make demo PORT=8001`"
            ) from None


LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "omavirta": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "uvicorn": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
