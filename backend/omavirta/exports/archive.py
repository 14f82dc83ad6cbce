"""A zip archive written as a stream: memory stays flat, however much goes in."""

import asyncio
import zipfile
from datetime import datetime
from types import TracebackType
from typing import IO, Self

from omavirta.metering.calendar import TIME_ZONE


class Archive:
    """Writes into `file`, one entry after another; entries carry the local time `made_at`. What takes time runs off the loop."""

    def __init__(self, file: IO[bytes], made_at: datetime) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED)
        self._time = made_at.astimezone(TIME_ZONE).timetuple()[:6]
        self._entry: IO[bytes] | None = None

    def begin(self, name: str) -> None:
        """Begins an entry, after the one before has ended."""
        entry = zipfile.ZipInfo(name, self._time)
        entry.compress_type = zipfile.ZIP_DEFLATED
        # Its size is not known yet, and it might be more than the old format holds.
        self._entry = self._zip.open(entry, "w", force_zip64=True)

    async def write(self, data: bytes) -> None:
        if self._entry is None:
            raise ValueError("no entry has begun")
        await asyncio.to_thread(self._entry.write, data)

    def end(self) -> None:
        if self._entry is not None:
            self._entry.close()
            self._entry = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()
        self._zip.close()
