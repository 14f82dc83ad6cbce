"""Makes the exports that have been asked for, one at a time, beside the requests."""

import asyncio
import logging
import tempfile
import time
from collections.abc import Callable
from typing import IO

from omavirta.clock import Clock
from omavirta.documents.making import DocumentMaker
from omavirta.exports.archive import Archive
from omavirta.exports.contents import contents
from omavirta.identity import app_pages
from omavirta.identity.exports import (
    PART_BYTES,
    Claim,
    ClaimLostError,
    claim_export,
    delete_parts,
    fail_export,
    finish_export,
    note_steps,
    release_export,
    store_part,
)
from omavirta.storage.database import Database

POLL_SECONDS = 2.0
NOTE_SECONDS = 1.0
"""How often the progress is noted, which also renews the claim."""
PARTING_SECONDS = 0.7
"""For the step under way when the server stops."""
LAST_STEPS = 1
"""Storing the archive."""

logger = logging.getLogger("omavirta.exports")


class StoppingError(Exception):
    """The server stops; what was begun is left to the next one."""


class ExportWorker:
    def __init__(self, database: Database, documents: DocumentMaker, public_url: str, clock: Clock) -> None:
        self._database = database
        self._documents = documents
        self._page_url = public_url + app_pages.OWN_DATA
        self._clock = clock
        self._stopping = False

    async def run(self) -> None:
        """Runs until it is cancelled; the step that is under way then is not cut in two."""
        turn: asyncio.Task[bool] | None = None
        try:
            while True:
                turn = asyncio.create_task(self._turn())
                if not await asyncio.shield(turn):
                    await asyncio.sleep(POLL_SECONDS)
        finally:
            self._stopping = True
            if turn is not None and not turn.done():
                await asyncio.wait([turn], timeout=PARTING_SECONDS)
                turn.cancel()
                await asyncio.gather(turn, return_exceptions=True)

    async def make(self, claim: Claim) -> None:
        """Makes the export and stores it. Raises ClaimLostError, StoppingError, and whatever went wrong."""
        making = _Making(self._database, self._documents, self._clock, claim, self._check_going_on)
        try:
            await making.run(self._page_url)
        except StoppingError:
            await release_export(self._database, making.claim)
            raise
        except ClaimLostError:
            raise
        except Exception:
            await fail_export(self._database, making.claim, self._clock())
            raise

    async def _turn(self) -> bool:
        """Whether there was anything to do."""
        try:
            claim = await claim_export(self._database, self._clock())
            if claim is None:
                return False
            await self.make(claim)
        except ClaimLostError:
            logger.info("event=data_export_lost")
        except StoppingError:
            logger.info("event=data_export_stopped")
        except Exception as fault:  # noqa: BLE001 - the next one may go well; what an exception says may be personal
            logger.error("event=data_export_failed reason=%s", type(fault).__name__)  # noqa: TRY400 - as above
            return False
        return True

    def _check_going_on(self) -> None:
        if self._stopping:
            raise StoppingError


class _Making:
    """One export being made. `claim` is the one that holds now; `check` raises where it is not to go on."""

    def __init__(
        self,
        database: Database,
        documents: DocumentMaker,
        clock: Clock,
        claim: Claim,
        check: Callable[[], None],
    ) -> None:
        self._database = database
        self._documents = documents
        self._clock = clock
        self._check = check
        self._noted_at = 0.0
        self.claim = claim

    async def run(self, page_url: str) -> None:
        await delete_parts(self._database, self.claim)
        with tempfile.TemporaryFile() as file:
            await self._write(file)
            size = await self._store(file)
        await finish_export(self._database, self.claim, size, page_url, self._clock())

    async def _write(self, file: IO[bytes]) -> None:
        now = self._clock()
        entries = await contents(self._database, self.claim.export.account_id, self._documents, now)
        done, total = 0, sum(entry.steps for entry in entries) + LAST_STEPS
        with Archive(file, now) as archive:
            for entry in entries:
                archive.begin(entry.name)
                step = 0
                async for chunk in entry.chunks():
                    await archive.write(chunk)
                    step += 1
                    await self._note(done + min(step, entry.steps), total)
                archive.end()
                done += entry.steps
        await self._note(done, total, at_once=True)

    async def _store(self, file: IO[bytes]) -> int:
        size = file.tell()
        file.seek(0)
        number = 0
        while part := await asyncio.to_thread(file.read, PART_BYTES):
            self._check()
            self.claim = await store_part(self._database, self.claim, number, part, self._clock())
            number += 1
        return size

    async def _note(self, done: int, total: int, *, at_once: bool = False) -> None:
        self._check()
        if at_once or time.monotonic() - self._noted_at >= NOTE_SECONDS:
            self.claim = await note_steps(self._database, self.claim, done, total, self._clock())
            self._noted_at = time.monotonic()
