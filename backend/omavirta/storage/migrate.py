"""Bringing a database's tables to what the code expects, with tortoise-orm's own migrations."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from tortoise.connection import get_connection
from tortoise.context import TortoiseContext
from tortoise.migrations.executor import MigrationExecutor

from omavirta.errors import DatabaseNotReady
from omavirta.storage.database import Database, open_database, require_answer, sqlite_path
from omavirta.storage.orm import MIGRATION_CONFIG, connection_name, orm_config


async def migrate_database(url: str, progress: Callable[[str], None] | None = None) -> None:
    """Applies what is missing, each migration in its own transaction. `progress` is told each one's name.

    SQLite rebuilds tables to alter them; with foreign keys on, a rebuild could empty the tables that refer to it. So they
    are off here and checked afterwards.
    """
    if url.startswith("sqlite"):
        sqlite_path(url).parent.mkdir(parents=True, exist_ok=True)
    config = orm_config(url)
    if url.startswith("sqlite"):
        config["connections"][connection_name(url)]["credentials"]["foreign_keys"] = "OFF"
    async with TortoiseContext() as context:
        await context.init(config=config)
        connection = get_connection(connection_name(url))
        await require_answer(connection)
        executor = MigrationExecutor(connection, config["apps"])

        def tell(event: str, _app: str, name: str) -> None:
            if progress is not None and event == "apply_done":
                progress(name)

        await executor.migrate(progress=tell)
        if url.startswith("sqlite"):
            _, broken = await connection.execute_query("PRAGMA foreign_key_check")
            if broken:
                raise DatabaseNotReady(
                    f"After migrating, {len(broken)} rows refer to rows that are not there"
                )


@asynccontextmanager
async def open_migrated_database(url: str) -> AsyncIterator[Database]:
    """The database for use; raises DatabaseNotReady where it does not answer or its tables are not current."""
    async with open_database(url) as database:
        missing = await pending_migrations(database)
        if missing:
            raise DatabaseNotReady(
                f"The database lacks migrations ({', '.join(missing)}): run `omavirta migrate` first."
            )
        yield database


async def pending_migrations(database: Database) -> list[str]:
    """Names of migrations that the code has and the database has not."""
    with database.orm():
        executor = MigrationExecutor(get_connection(database.dialect), MIGRATION_CONFIG["apps"])
        return [step.migration.name for step in await executor.plan()]
