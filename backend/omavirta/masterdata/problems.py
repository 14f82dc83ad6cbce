"""What is wrong with a file, by line."""

from typing import NamedTuple

from omavirta.errors import FileRefused

MOST_PROBLEMS = 20
"""Told of one file: with that many something is wrong with whatever made it."""
WHOLE_FILE = 0


class Problem(NamedTuple):
    """Lines are counted from 1; `WHOLE_FILE` is none of them."""

    line: int
    reason: str


class Problems:
    def __init__(self) -> None:
        self._found: list[Problem] = []

    @property
    def enough(self) -> bool:
        return len(self._found) >= MOST_PROBLEMS

    def add(self, problem: Problem) -> None:
        self._found.append(problem)

    def require_none(self) -> None:
        """Raises FileRefused with the first of them, in the file's order."""
        if not self._found:
            return
        first, *others = (
            FileRefused(problem.reason, place=f"line {problem.line}" if problem.line else None)
            for problem in sorted(self._found, key=lambda problem: problem.line)[:MOST_PROBLEMS]
        )
        first.others = tuple(others)
        raise first
