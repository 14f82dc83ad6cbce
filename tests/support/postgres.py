"""A throw-away PostgreSQL cluster from the installed binaries, also when the tests run as root."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

DEBIAN_BINARIES = "/usr/lib/postgresql"


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


def _unprivileged_user() -> "pwd.struct_passwd | None":
    """PostgreSQL refuses to run as root; Debian's package made a user for it."""
    if os.geteuid() != 0:
        return None
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return pwd.getpwnam("nobody")
