"""Lists as columns: what a resolver returns instead of thousands of small objects.

A resolver of a list of objects (`[Interval!]!`) returns a `ColumnList`, a resolver of a list of leaves
(`[Float]!`) may return a `Column`. The engine's executor copies the ready values into the answer; any other
executor sees ordinary sequences, of rows with attributes and of Python values, and gives the same answer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, overload

__all__ = ["Column", "ColumnList", "ColumnRow"]


class Column(Sequence[Any]):
    """One value per row, ready for the answer.

    `json` holds each value exactly as the field's leaf type serialises it (a string, float, int, bool), or None.
    It must not change afterwards. `python` maps such a value to what an ordinary resolver would have returned
    for it (an enum member, a datetime); it is called for the stock executor only, and never with None. Without
    it the value itself is returned. As a sequence, a column holds those Python values. Who knows whether a value is
    missing says so with `has_none`, which saves a look at each.

    Who can write the whole array as JSON without its values gives `text`, which makes byte for byte what orjson makes
    of `json`; no value of it holds a comma. `json` may then be a function too, and is called only where the values are
    asked for one by one.
    """

    __slots__ = ("_has_none", "_json", "python", "text")

    def __init__(
        self,
        json: Sequence[Any] | Callable[[], Sequence[Any]],
        python: Callable[[Any], Any] | None = None,
        *,
        has_none: bool | None = None,
        text: Callable[[], bytes] | None = None,
    ) -> None:
        self._json = json
        self.python = python
        self.text = text
        self._has_none = has_none

    @property
    def json(self) -> Sequence[Any]:
        if callable(self._json):
            self._json = self._json()
        return self._json

    @property
    def has_none(self) -> bool:
        """Whether any value is missing."""
        if self._has_none is None:
            # Truth is much faster to test than equality, and settles it for most columns.
            self._has_none = not all(self.json) and any(value is None for value in self.json)
        return self._has_none

    def __len__(self) -> int:
        return len(self.json)

    def __iter__(self) -> Iterator[Any]:
        return map(self._to_python, self.json) if self.python else iter(self.json)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> "Column": ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return Column(self.json[index], self.python)
        return self._to_python(self.json[index])

    def _to_python(self, value: Any) -> Any:
        return value if value is None or self.python is None else self.python(value)


class ColumnRow:
    """One row of a `ColumnList`; its attributes are the row's Python values, found when asked for."""

    __slots__ = ("_columns", "_index")

    def __init__(self, columns: Mapping[str, Column], index: int) -> None:
        self._columns = columns
        self._index = index

    def __getattr__(self, name: str) -> Any:
        try:
            column = self._columns[name]
        except KeyError:
            raise AttributeError(f"no column {name!r}") from None
        return column[self._index]


class ColumnList(Sequence[ColumnRow]):
    """A list of objects as columns of one length, keyed by the objects' Python attribute names.

    Who knows the length says it, so that no column is made for being counted. Raises ValueError when there is no column or
    the lengths differ.
    """

    __slots__ = ("_length", "columns")

    def __init__(self, columns: Mapping[str, Column], length: int | None = None) -> None:
        if length is not None:
            self.columns, self._length = columns, length
            return
        lengths = {len(column) for column in columns.values()}
        if len(lengths) != 1:
            raise ValueError(f"columns need one common length, got {sorted(lengths)}")
        self.columns = columns
        self._length = lengths.pop()

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[ColumnRow]:
        return (ColumnRow(self.columns, index) for index in range(self._length))

    @overload
    def __getitem__(self, index: int) -> ColumnRow: ...
    @overload
    def __getitem__(self, index: slice) -> "ColumnList": ...
    def __getitem__(self, index: int | slice) -> "ColumnRow | ColumnList":
        if isinstance(index, slice):
            return ColumnList({name: column[index] for name, column in self.columns.items()})
        return ColumnRow(self.columns, range(self._length)[index])
