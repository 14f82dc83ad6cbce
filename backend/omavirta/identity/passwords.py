"""Passwords: argon2id (OWASP ASVS 5.0, 11.4.2), in a few threads so that a rush of sign-ins leaves the rest quick."""

import asyncio
import unicodedata
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Self, TypeVar, TypeVarTuple

import argon2
from argon2.exceptions import InvalidHashError, VerificationError

from omavirta.api.codes import ApiErrorCode
from omavirta.graphql.errors import ClientError

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

TIME_COST = 2
MEMORY_KIB = 19 * 1024
PARALLELISM = 1
THREADS = 2
MOST_WAITING = 64
"""Beyond the threads' own: about a second's work. Whoever comes then is told at once rather than kept waiting."""
LONGEST_PASSWORD = 256


class PasswordHasher:
    """Hashes and verifies off the event loop; two at a time hold memory to twice 19 MiB. Close it by leaving `with`.

    Where very many ask at once the last of them get ClientError BUSY, whichever password they came with.
    """

    def __init__(self) -> None:
        self._argon2 = argon2.PasswordHasher(TIME_COST, MEMORY_KIB, PARALLELISM)
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="argon2")
        self._under_way = 0
        # Verified against where there is no account or no password, so that both take the same time.
        self._dummy = self._argon2.hash("nobody has this password")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)

    def require_room(self) -> None:
        """Raises ClientError BUSY where too many wait. For whoever would else count a try or write a row in vain first."""
        if self._under_way >= THREADS + MOST_WAITING:
            raise ClientError(
                ApiErrorCode.BUSY, "Too many are signing in just now. Try again in a few seconds."
            )

    async def hash(self, password: str) -> str:
        return await self._in_turn(self._argon2.hash, composed(password))

    async def verify(self, password_hash: str | None, password: str) -> bool:
        """Whether the password is the hash's. Without a hash it is not, after as much work."""
        fits = await self._in_turn(self._verify, password_hash or self._dummy, password)
        return fits and password_hash is not None

    def needs_rehash(self, password_hash: str) -> bool:
        """Whether the hash was made with weaker parameters than today's."""
        return self._argon2.check_needs_rehash(password_hash)

    async def _in_turn(self, work: Callable[[*Ts], T], *arguments: *Ts) -> T:
        self.require_room()
        self._under_way += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, work, *arguments)
        finally:
            self._under_way -= 1

    def _verify(self, password_hash: str, password: str) -> bool:
        try:
            return self._argon2.verify(password_hash, composed(password))
        except (VerificationError, InvalidHashError):
            return False


def composed(password: str) -> str:
    """Systems type ä as one character or as two; both are the same password (NIST SP 800-63B-4, 3.1.1.2)."""
    return unicodedata.normalize("NFC", password)
