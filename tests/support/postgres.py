"""A throw-away PostgreSQL cluster from the installed binaries, also when the tests run as root."""

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import unquote, urlsplit

import asyncpg

from omavirta.storage.migrate import migrate_database

DEBIAN_BINARIES = "/usr/lib/postgresql"
MIGRATIONS_TABLE = "tortoise_migrations"


def find_binaries() -> Path | None:
    """The folder of initdb and postgres, the newest that Debian installed or the one on PATH."""
    debian = sorted(Path(DEBIAN_BINARIES).glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def postgres_cluster(binaries: Path) -> Iterator[str]:
    """Yields the cluster's URL without a database name. It listens on a socket in its own folder and dies with us."""
    folder = Path(tempfile.mkdtemp(prefix="omavirta-pg-", dir="/tmp"))
    user = _unprivileged_user()
    if user is not None:
        os.chown(folder, user.pw_uid, user.pw_gid)
    as_user = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, "cwd": folder}
    subprocess.run(
        [
            binaries / "initdb",
            "-D",
            folder / "data",
            "-U",
            "omavirta",
            "--auth=trust",
            "--encoding=UTF8",
            "--no-sync",
        ],
        check=True,
        **quiet,  # type: ignore[call-overload]  # subprocess's overloads do not see through a dictionary
        **as_user,
    )
    port = 5432
    options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off -c shared_buffers=64MB -p {port}"
    subprocess.run(
        [binaries / "pg_ctl", "-D", folder / "data", "-w", "-l", folder / "log", "-o", options, "start"],
        check=True,
        **quiet,  # type: ignore[call-overload]  # as above
        **as_user,
    )
    try:
        yield f"postgres://omavirta@{str(folder).replace('/', '%2F')}:{port}/"
    finally:
        subprocess.run(
            [binaries / "pg_ctl", "-D", folder / "data", "-m", "immediate", "stop"],
            check=False,
            **quiet,  # type: ignore[call-overload]  # as above
            **as_user,
        )
        shutil.rmtree(folder, ignore_errors=True)


class EmptyDatabases:
    """Migrated databases without rows. One takes half a second to make, so it is emptied and used again, unless a test has
    changed more of it than rows.
    """

    def __init__(self, server: str) -> None:
        self._server = server
        self._numbers = count(1)
        self._free: list[str] = []
        self._shape: str | None = None
        asyncio.run(self._execute("postgres", "CREATE DATABASE template"))
        asyncio.run(migrate_database(f"{server}template"))

    def take(self) -> str:
        """The URL of one that nobody else uses."""
        if self._free:
            return self._free.pop()
        name = f"test_{next(self._numbers)}"
        asyncio.run(self._execute("postgres", f"CREATE DATABASE {name} TEMPLATE template"))
        return self._server + name

    def give_back(self, url: str) -> None:
        name = url.removeprefix(self._server)
        if asyncio.run(self._empty(name)):
            self._free.append(url)
        else:
            asyncio.run(self._execute("postgres", f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))

    async def _empty(self, name: str) -> bool:
        """Whether it is as new again."""
        if self._shape is None:
            self._shape = await self._shape_of("template")
        if await self._shape_of(name) != self._shape:
            return False
        async with self._connected(name) as connection:
            # A server that was killed may still hold rows.
            await connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            tables = await connection.fetch(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
                " AND relname <> $1",
                MIGRATIONS_TABLE,
            )
            deletions = "; ".join(f'DELETE FROM "{table}"' for (table,) in tables)
            # Without foreign keys there is no order among them.
            await connection.execute(f"SET session_replication_role = replica; {deletions}")
        return True

    async def _shape_of(self, name: str) -> str:
        """Everything but the rows; of migrations also these."""
        async with self._connected(name) as connection:
            shape: str = await connection.fetchval(_SHAPE)
            return shape

    async def _execute(self, name: str, sql: str) -> None:
        async with self._connected(name) as connection:
            await connection.execute(sql)

    @asynccontextmanager
    async def _connected(self, name: str) -> AsyncIterator[asyncpg.Connection]:
        parts = urlsplit(self._server)
        connection = await asyncpg.connect(
            host=unquote(parts.hostname or ""), port=parts.port, user=parts.username, database=name
        )
        try:
            yield connection
        finally:
            await connection.close()


_SHAPE = f"""SELECT string_agg(line, E'\n' ORDER BY line) FROM (
  SELECT concat_ws(' ', attrelid::regclass, attname, atttypid::regtype, atttypmod, attnotnull, attidentity,
    pg_get_expr(adbin, adrelid)) AS line
  FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
  WHERE relnamespace = 'public'::regnamespace AND attnum > 0
  UNION ALL SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
  WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT row_to_json(applied)::text FROM {MIGRATIONS_TABLE} AS applied) AS lines"""


def _unprivileged_user() -> "pwd.struct_passwd | None":
    """PostgreSQL refuses to run as root; Debian's package made a user for it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
