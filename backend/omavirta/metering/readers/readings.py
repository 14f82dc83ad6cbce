"""What every reader gives: validated rows as columns, some thousands at a time."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray


class Readings(NamedTuple):
    """Rows of a file, each one interval of one metering point."""

    lines: NDArray[np.int64]
    """Where each row stands in the file, counted from 1."""

    gsrns: NDArray[np.int64]
    """The metering point's 18 digits as a number."""

    quarters: NDArray[np.int64]
    """The interval's start, in quarter-hours since 1970-01-01T00:00Z."""

    minutes: NDArray[np.int64]
    """15 or 60."""

    energies: NDArray[np.int64]
    """Micro-kWh; 0 where there is no value."""

    qualities: NDArray[np.uint8]
    """Quality codes. ABSENT: the file has a row and says nothing about it."""


class Reader(Protocol):
    layout: str
    """The layout's name, for people."""

    def readings(self, watch: Callable[[bytes], None] | None = None) -> Iterator[Readings]:
        """The whole file from its beginning; may be called again. Raises FileRefused with the line.

        `watch` is given every byte of the file in order.
        """
        ...
