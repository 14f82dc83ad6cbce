"""Tortoise's configuration for a database URL: one application, whose models live in the rooms."""

from typing import Any
from urllib.parse import unquote, urlsplit

import asyncpg

APPLICATION = "omavirta"
MODEL_MODULES = (
    "omavirta.storage.models",
    "omavirta.mail.models",
    "omavirta.identity.models",
    "omavirta.customers.models",
    "omavirta.metering.models",
    "omavirta.contracts.models",
    "omavirta.billing.models",
)
POSTGRES_POOL = 8


def connection_name(url: str) -> str:
    """Tortoise keeps the SQL that it has composed by connection name, so the two kinds must not share one."""
    return "sqlite" if url.startswith("sqlite://") else "postgres"


def orm_config(url: str) -> dict[str, Any]:
    return {
        "connections": {connection_name(url): _connection(url)},
        "apps": {
            APPLICATION: {
                "models": list(MODEL_MODULES),
                "migrations": "omavirta.storage.migrations",
                "default_connection": connection_name(url),
            }
        },
        "use_tz": True,
        "timezone": "UTC",
    }


def _connection(url: str) -> dict[str, Any]:
    if url.startswith("sqlite://"):
        return {
            "engine": "omavirta.storage.sqlite_backend",
            "credentials": {
                "file_path": url.removeprefix("sqlite://"),
                "journal_mode": "WAL",
                # FULL: what was acknowledged survives a power cut. NORMAL would lose the last commits.
                "synchronous": "FULL",
                "busy_timeout": 10_000,
                "foreign_keys": "ON",
            },
        }
    parts = urlsplit(url)
    return {
        "engine": "tortoise.backends.asyncpg",
        "credentials": {
            # A percent-encoded path as the host is the folder of a Unix socket, as in libpq.
            "host": unquote(parts.hostname or "localhost"),
            "port": parts.port or 5432,
            "user": unquote(parts.username or "postgres"),
            "password": unquote(parts.password) if parts.password else None,
            "database": parts.path.lstrip("/"),
            "minsize": 1,
            "maxsize": POSTGRES_POOL,
            "reset": _leave_as_is,
        },
    }


async def _leave_as_is(_connection: asyncpg.Connection) -> None:
    """What asyncpg does to a connection that comes back, after it has rolled back what was left open: nothing. By
    default it asks the server to forget settings, cursors, locks and listeners, as dear as the read before it, and
    there are none: nothing here sets them beyond a transaction.
    """


MIGRATION_CONFIG = orm_config("sqlite://.var/unused.db")
"""For `make migration`, which compares models with migrations and opens no database."""
