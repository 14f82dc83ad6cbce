"""Answers that may be given again: whoever asks the same soon after is not computed anew.

An answer is kept for the one who asked and for as long as what it rests on stays as it was. Who asks again and again
(an app that polls, a page that one comes back to) then costs little more than finding out who asks.
"""

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass

__all__ = ["Basis", "KeptAnswers"]

LARGEST_BYTES = 32_000
"""Of an answer. Larger ones are asked for seldom, and would push out many others."""


@dataclass(frozen=True, slots=True)
class Basis:
    """All that an answer rests on besides the operation and its variables: the state of the data, the same for everyone,
    and who asks, with everything that they may see by.
    """

    state: Hashable
    asker: Hashable


class KeptAnswers:
    """JSON bodies of the current state, at most `max_bytes` of them, those asked for last."""

    def __init__(self, *, max_bytes: int = 32_000_000) -> None:
        self._max_bytes = max_bytes
        self._state: Hashable = None
        self._answers: OrderedDict[Hashable, bytes] = OrderedDict()
        self._bytes = 0

    def find(self, basis: Basis, question: bytes) -> bytes | None:
        """Where the state is another than before, everything kept is forgotten."""
        if basis.state != self._state:
            self._answers.clear()
            self._bytes = 0
            self._state = basis.state
        key = (basis.asker, question)
        answer = self._answers.get(key)
        if answer is not None:
            self._answers.move_to_end(key)
        return answer

    def keep(self, basis: Basis, question: bytes, answer: bytes) -> None:
        """An answer that was begun in a state which is over is not kept."""
        key = (basis.asker, question)
        if basis.state != self._state or len(answer) > LARGEST_BYTES or key in self._answers:
            return
        self._answers[key] = answer
        self._bytes += _weight(answer)
        while self._bytes > self._max_bytes:
            _key, forgotten = self._answers.popitem(last=False)
            self._bytes -= _weight(forgotten)

    def __len__(self) -> int:
        return len(self._answers)


def _weight(answer: bytes) -> int:
    return len(answer) + _KEY_BYTES


_KEY_BYTES = 2_500
"""Measured: who asks, with a customer and a few metering points, and the question."""
