"""Answers that may be given again: whoever asks the same soon after is not computed anew.

An answer is kept for the one who asked and for as long as what it rests on stays as it was. Who asks again and again
(an app that polls, a page that one comes back to) then costs little more than finding out who asks.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Basis", "KeptAnswers"]

LARGEST_BYTES = 32_000
"""Of an answer with its asker. Larger ones are asked for seldom, and would push out many others."""


@dataclass(frozen=True, slots=True)
class Basis:
    """All that an answer rests on besides the operation and its variables: the state of the data, the same for everyone,
    and who asks, with everything that they may see by.
    """

    state: Hashable
    asker: Hashable
    asker_bytes: int
    """What it takes to remember who asks, by estimate."""


class KeptAnswers:
    """JSON bodies of the current state, at most `max_bytes` of them, those asked for last."""

    def __init__(self, *, max_bytes: int = 32_000_000) -> None:
        self._max_bytes = max_bytes
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._bytes = 0

    def find(self, basis: Basis, question: bytes) -> bytes | None:
        """Where the state is another than before, everything kept is forgotten."""
        if basis.state != self._state:
            self._answers.clear()
            self._bytes = 0
            self._state = basis.state
        key = (basis.asker, question)
        kept = self._answers.get(key)
        if kept is None:
            return None
        self._answers.move_to_end(key)
        return kept.answer

    def keep(self, basis: Basis, question: bytes, answer: bytes) -> None:
        """An answer that was begun in a state which is over is not kept."""
        key = (basis.asker, question)
        kept = _Kept(answer, _OWN_BYTES + basis.asker_bytes + len(answer))
        if basis.state != self._state or kept.weight > LARGEST_BYTES or key in self._answers:
            return
        self._answers[key] = kept
        self._bytes += kept.weight
        while self._bytes > self._max_bytes:
            _key, forgotten = self._answers.popitem(last=False)
            self._bytes -= forgotten.weight

    def __len__(self) -> int:
        return len(self._answers)


class _Kept(NamedTuple):
    answer: bytes
    weight: int
    """Bytes of memory, by estimate."""


_OWN_BYTES = 500
"""Of an entry without its asker and its answer, measured."""
