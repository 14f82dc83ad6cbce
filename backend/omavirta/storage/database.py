"""One `Database` a process: hot reads on their own connections, and short transactions.

SQL is written once, with `$1, $2 …`; SQLite is given the same text with `?1, ?2 …`. Values cross like this:

    uuid.UUID   uuid on PostgreSQL, 36 characters of text on SQLite        read back with `as_uuid`
    date        date on PostgreSQL, ISO text on SQLite                     read back with `as_date`
    Decimal     numeric on PostgreSQL, text on SQLite                      read back with `as_decimal`
    moments     integers, microseconds since 1970 in UTC, on both          `omavirta.clock.to_epoch_microseconds`
    days        of series: integers, days since 1970-01-01, on both
"""

import asyncio
import re
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager, suppress
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, Literal, NamedTuple, Protocol
from uuid import UUID

import asyncpg
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.context import TortoiseContext, _current_context
from tortoise.exceptions import DBConnectionError, IntegrityError, OperationalError
from tortoise.transactions import in_transaction

from omavirta.errors import DatabaseNotReady
from omavirta.storage.orm import connection_name, orm_config
from omavirta.storage.revision import RAISE, changes_revised, reads_apart

SQLITE_READERS = 4
BUSY_TIMEOUT_MILLISECONDS = 10_000
FEW_PARAMETERS = 16


class Row(Protocol):
    """A row's values, by position and in order."""

    def __getitem__(self, index: int, /) -> Any: ...
    def __iter__(self) -> Iterator[Any]: ...
    def __len__(self) -> int: ...


class UniqueViolation(Exception):  # noqa: N818 - a state of the data, which the caller expects
    """Another row has the value already. The transaction cannot go on: catch this outside of it."""


class Transaction:
    """Statements of one transaction. Await nothing but SQL while it is open."""

    def __init__(self, dialect: "Dialect") -> None:
        self._dialect = dialect
        self._revised = False

    @property
    def dialect(self) -> Literal["sqlite", "postgres"]:
        return self._dialect.name

    async def fetch(self, sql: str, *params: Any) -> Sequence[Row]:
        self._revised = self._revised or changes_revised(sql)
        return await self._dialect.fetch_in_transaction(sql, params)

    async def execute(self, sql: str, *params: Any) -> int:
        """Runs an INSERT, UPDATE or DELETE; returns how many rows it changed, which decides who won a race.

        Raises UniqueViolation where a unique rule forbids it.
        """
        count = await self._dialect.execute_in_transaction(sql, params)
        self._revised = self._revised or (count > 0 and changes_revised(sql))
        return count

    async def execute_many(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """The same for many rows. Raises UniqueViolation."""
        self._revised = self._revised or (bool(rows) and changes_revised(sql))
        await self._dialect.execute_many_in_transaction(sql, rows)

    async def raise_revision(self) -> None:
        """Where something was written that has a revision (`storage.revision`)."""
        if self._revised:
            await self._dialect.execute_in_transaction(RAISE, ())


class Database:
    def __init__(self, dialect: "Dialect", context: TortoiseContext) -> None:
        self._dialect = dialect
        self._context = context

    @property
    def dialect(self) -> Literal["sqlite", "postgres"]:
        return self._dialect.name

    async def fetch(self, sql: str, *params: Any) -> Sequence[Row]:
        """A read outside any transaction, on a connection that never waits behind a write."""
        return await self._dialect.fetch(sql, params)

    async def fetch_by_key(self, sql: str, *params: Any) -> Sequence[Row]:
        """The same for a few rows found by a key, in the way of every request: on SQLite, where that takes some ten
        microseconds, without a thread, which would cost several times as much. Never for anything that scans.
        """
        return await self._dialect.fetch_by_key(sql, params)

    async def fetch_few(self, sql: str, *params: Any) -> Sequence[Row]:
        """Rows found by keys: as `fetch_by_key` where there are few parameters, and so few keys; else as `fetch`."""
        if len(params) <= FEW_PARAMETERS:
            return await self.fetch_by_key(sql, *params)
        return await self.fetch(sql, *params)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        """All or nothing. On SQLite the write lock is taken at once, so one transaction runs at a time."""
        with self.orm():
            async with _begun() as connection:
                transaction = Transaction(self._dialect.within(connection))
                yield transaction
                await transaction.raise_revision()

    @contextmanager
    def orm(self) -> Iterator[None]:
        """Within `with database.orm():` tortoise's models read and write this database. What they write raises no
        revision: that is for statements, so models are for what nobody is shown yet.
        """
        with _active(self._context):
            yield

    @property
    def itself(self) -> "Database":
        """What stays when requests come and go, for whoever keeps something beside a database."""
        return self

    def watched(self) -> "WatchedDatabase":
        return WatchedDatabase(self, self._dialect, self._context)


class WatchedDatabase(Database):
    """The same database for one request, which knows whether the revision vouches for all that was read there."""

    def __init__(self, itself: Database, dialect: "Dialect", context: TortoiseContext) -> None:
        super().__init__(dialect, context)
        self._itself = itself
        self.read_apart = False
        """Whether something was read that has no revision, or may have been."""

    @property
    def itself(self) -> Database:
        return self._itself

    async def fetch(self, sql: str, *params: Any) -> Sequence[Row]:
        self.read_apart = self.read_apart or reads_apart(sql)
        return await self._itself.fetch(sql, *params)

    async def fetch_by_key(self, sql: str, *params: Any) -> Sequence[Row]:
        self.read_apart = self.read_apart or reads_apart(sql)
        return await self._itself.fetch_by_key(sql, *params)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[Transaction]:
        self.read_apart = True
        async with self._itself.transaction() as transaction:
            yield transaction

    @contextmanager
    def orm(self) -> Iterator[None]:
        self.read_apart = True
        with self._itself.orm():
            yield


class Dialect(ABC):
    """What SQLite and PostgreSQL do differently. `within` gives the same for one transaction's connection."""

    name: Literal["sqlite", "postgres"]

    def __init__(self, connection: BaseDBAsyncClient) -> None:
        self._connection = connection

    @abstractmethod
    def within(self, connection: BaseDBAsyncClient) -> "Dialect": ...
    @abstractmethod
    async def fetch(self, sql: str, params: Sequence[Any]) -> Sequence[Row]: ...
    @abstractmethod
    async def fetch_by_key(self, sql: str, params: Sequence[Any]) -> Sequence[Row]: ...
    @abstractmethod
    async def fetch_in_transaction(self, sql: str, params: Sequence[Any]) -> Sequence[Row]: ...
    @abstractmethod
    async def execute_in_transaction(self, sql: str, params: Sequence[Any]) -> int: ...
    @abstractmethod
    async def execute_many_in_transaction(self, sql: str, rows: Sequence[Sequence[Any]]) -> None: ...
    @abstractmethod
    async def close(self) -> None: ...


class Sqlite(Dialect):
    name = "sqlite"

    def __init__(
        self, connection: BaseDBAsyncClient, path: Path, readers: "SqliteReaders | None" = None
    ) -> None:
        super().__init__(connection)
        self._path = path
        self._readers = readers or SqliteReaders(path)

    def within(self, connection: BaseDBAsyncClient) -> Dialect:
        return Sqlite(connection, self._path, self._readers)

    async def fetch(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        return await self._readers.fetch(_numbered(sql), [_for_sqlite(value) for value in params])

    async def fetch_by_key(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        return self._readers.fetch_here(_numbered(sql), [_for_sqlite(value) for value in params])

    async def fetch_in_transaction(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        _, rows = await self._connection.execute_query(
            _numbered(sql), [_for_sqlite(value) for value in params]
        )
        return rows

    async def execute_in_transaction(self, sql: str, params: Sequence[Any]) -> int:
        try:
            count, _ = await self._connection.execute_query(
                _numbered(sql), [_for_sqlite(value) for value in params]
            )
        except IntegrityError as error:
            if "UNIQUE constraint failed" in str(error):
                raise UniqueViolation from error
            raise
        return int(count)

    async def execute_many_in_transaction(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            converted = [[_for_sqlite(value) for value in row] for row in rows]
            try:
                await self._connection.execute_many(_numbered(sql), converted)
            except IntegrityError as error:
                if "UNIQUE constraint failed" in str(error):
                    raise UniqueViolation from error
                raise

    async def close(self) -> None:
        self._readers.close()


class SqliteReaders:
    """A few threads, each with a read-only connection of its own.

    In WAL mode they see the last commit while a transaction is under way on the writing connection. They are asked
    through a queue, because the futures of an executor cost as much as a small read does.
    """

    def __init__(self, path: Path) -> None:
        self._questions: SimpleQueue[_Question | None] = SimpleQueue()
        self._connections = [_connect_to_read(path) for _ in range(SQLITE_READERS)]
        self._here = _connect_to_read(path)
        self._threads = [
            Thread(target=self._serve, args=(connection,), name="sqlite-reader", daemon=True)
            for connection in self._connections
        ]
        for thread in self._threads:
            thread.start()

    def fetch_here(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        """In the caller's thread, which is the event loop's: nothing else is served meanwhile."""
        return self._here.execute(sql, params).fetchall()

    async def fetch(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[Sequence[Row]] = loop.create_future()
        self._questions.put(_Question(sql, params, loop, answer))
        return await answer

    def close(self) -> None:
        for _ in self._threads:
            self._questions.put(None)
        for thread in self._threads:
            thread.join()
        for connection in (*self._connections, self._here):
            connection.close()

    def _serve(self, connection: sqlite3.Connection) -> None:
        while (question := self._questions.get()) is not None:
            question.answer_from(connection)
            # Or its rows would stay until the next question comes.
            del question


class _Question(NamedTuple):
    sql: str
    params: Sequence[Any]
    loop: asyncio.AbstractEventLoop
    answer: "asyncio.Future[Sequence[Row]]"

    def answer_from(self, connection: sqlite3.Connection) -> None:
        try:
            rows = connection.execute(self.sql, self.params).fetchall()
        except Exception as error:  # noqa: BLE001 (whatever it is, it is raised where the question was asked)
            self.loop.call_soon_threadsafe(self._settle, None, error)
        else:
            self.loop.call_soon_threadsafe(self._settle, rows, None)

    def _settle(self, rows: Sequence[Row] | None, error: Exception | None) -> None:
        if self.answer.done():
            return  # who asked was cancelled
        if error is not None:
            self.answer.set_exception(error)
        else:
            self.answer.set_result(rows or [])


def _connect_to_read(path: Path) -> sqlite3.Connection:
    """Opened by one thread and used by another."""
    connection = sqlite3.connect(
        f"{path.as_uri()}?mode=ro", uri=True, isolation_level=None, check_same_thread=False
    )
    connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MILLISECONDS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


class Postgres(Dialect):
    name = "postgres"

    def within(self, connection: BaseDBAsyncClient) -> Dialect:
        return Postgres(connection)

    async def fetch(self, sql: str, params: Sequence[Any]) -> Sequence[Row]:
        async with self._connection.acquire_connection() as connection:
            rows: Sequence[Row] = await connection.fetch(sql, *params)
            return rows

    fetch_by_key = fetch
    fetch_in_transaction = fetch

    async def execute_in_transaction(self, sql: str, params: Sequence[Any]) -> int:
        async with self._connection.acquire_connection() as connection:
            try:
                status: str = await connection.execute(sql, *params)
            except asyncpg.UniqueViolationError as error:
                raise UniqueViolation from error
            return int(status.rsplit(" ", 1)[-1])

    async def execute_many_in_transaction(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        if rows:
            async with self._connection.acquire_connection() as connection:
                try:
                    await connection.executemany(sql, rows)
                except asyncpg.UniqueViolationError as error:
                    raise UniqueViolation from error

    async def close(self) -> None:
        """The pool belongs to tortoise, which closes it."""


@asynccontextmanager
async def open_database(url: str) -> AsyncIterator[Database]:
    """Opens the database of a `sqlite://` or `postgres://` URL; raises DatabaseNotReady where it does not answer.

    Does not migrate: see `omavirta.storage.migrate`.
    """
    if url.startswith("sqlite") and not (folder := sqlite_path(url).parent).is_dir():
        raise DatabaseNotReady(f"There is no folder {folder} for the database: run `omavirta migrate` first.")
    context = TortoiseContext()
    try:
        with _active(context):
            await context.init(config=orm_config(url))
            connection = context.connections.get(connection_name(url))
            await require_answer(connection)
        dialect: Dialect = (
            Sqlite(connection, sqlite_path(url)) if url.startswith("sqlite") else Postgres(connection)
        )
        try:
            yield Database(dialect, context)
        finally:
            await dialect.close()
    finally:
        await context.close_connections()


async def require_answer(connection: BaseDBAsyncClient) -> None:
    """Raises DatabaseNotReady where the database cannot be opened."""
    try:
        await connection.execute_query("SELECT 1")
    except (OSError, DBConnectionError, OperationalError, asyncpg.PostgresError, sqlite3.Error) as error:
        raise DatabaseNotReady(f"The database does not answer: {error}") from error


def sqlite_path(url: str) -> Path:
    return Path(url.removeprefix("sqlite://")).absolute()


def placeholders(start: int, count: int) -> str:
    """`placeholders(2, 3)` is `$2, $3, $4`."""
    return ", ".join(f"${number}" for number in range(start, start + count))


def as_uuid(value: Any) -> UUID:
    """A UUID column's value; asyncpg's own UUID subclass is made a plain one."""
    return value if type(value) is UUID else UUID(str(value))


def as_date(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)


def as_decimal(value: Any) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(str(value))


@asynccontextmanager
async def _begun() -> AsyncIterator[BaseDBAsyncClient]:
    """Tortoise's transaction, whose connection comes back also from a task that is cancelled while it begins.

    Tortoise itself would keep it: on PostgreSQL the pool then takes ten seconds to close, on SQLite nothing is ever
    written again.
    """
    opening = in_transaction()
    try:
        connection = await opening.__aenter__()
    except BaseException as error:
        # It is there from the moment that the connection is held.
        if hasattr(opening, "token"):
            with suppress(Exception):
                await opening.__aexit__(type(error), error, error.__traceback__)
        raise
    try:
        yield connection
    except BaseException as error:
        await opening.__aexit__(type(error), error, error.__traceback__)
        raise
    await opening.__aexit__(None, None, None)


@contextmanager
def _active(context: TortoiseContext) -> Iterator[None]:
    # Entering a TortoiseContext keeps its token on the object, which two concurrent tasks cannot share.
    token = _current_context.set(context)
    try:
        yield
    finally:
        _current_context.reset(token)


@lru_cache(maxsize=512)
def _numbered(sql: str) -> str:
    return re.sub(r"\$(\d+)", r"?\1", sql)


def _for_sqlite(value: Any) -> Any:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value
