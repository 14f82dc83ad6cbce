"""A file of the archive, as a stream of chunks."""

from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import TypeAlias

Chunks: TypeAlias = AsyncIterator[bytes]


@dataclass(frozen=True, slots=True)
class Entry:
    """`steps` is what it counts for in the progress: one, or its chunks where they are many."""

    name: str
    steps: int
    chunks: Callable[[], Chunks]
