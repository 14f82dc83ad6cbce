"""Exact arithmetic on columns of integers: int64 where every result fits, Python's integers (object arrays) else."""

from decimal import Decimal
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Int64Array: TypeAlias = NDArray[np.int64]
ExactArray: TypeAlias = NDArray[Any]
"""int64, or object with Python's integers in it."""

_LARGEST = 2**63 - 1
_LOW_BITS = 32
_LOW_MASK = 2**_LOW_BITS - 1


def half_up(numerator: int, denominator: int) -> int:
    """The quotient rounded to an integer, halves away from zero, as Decimal's ROUND_HALF_UP. The denominator is positive."""
    rounded = (2 * abs(numerator) + denominator) // (2 * denominator)
    return rounded if numerator >= 0 else -rounded


def half_up_column(numerators: Int64Array, denominator: int) -> Int64Array:
    """`half_up` of each; twice a numerator and the denominator fit into an int64."""
    rounded = (2 * np.abs(numerators) + denominator) // (2 * denominator)
    signed: Int64Array = np.where(numerators < 0, -rounded, rounded)
    return signed


def rounded(numerator: int, denominator: int, decimals: int) -> Decimal:
    """The quotient with so many decimals, halves away from zero."""
    return Decimal(half_up(numerator * 10**decimals, denominator)).scaleb(-decimals)


def product(left: Int64Array, right: Int64Array) -> ExactArray:
    """Each times each."""
    if not len(left):
        return left * right
    largest = max(int(left.max()), -int(left.min())) * max(int(right.max()), -int(right.min()))
    if largest <= _LARGEST:
        return left * right
    exactly: ExactArray = left.astype(object) * right.astype(object)
    return exactly


def total(values: ExactArray) -> int:
    if values.dtype == object:
        return int(sum(values.tolist()))
    return (int((values >> _LOW_BITS).sum()) << _LOW_BITS) + int((values & _LOW_MASK).sum())


def sums(values: ExactArray, edges: Int64Array) -> list[int]:
    """The sum between each two edges."""
    if values.dtype == object:
        return [int(sum(values[first:last].tolist())) for first, last in pairwise(edges.tolist())]
    high, low = halves_between(values, edges)
    return [(one << _LOW_BITS) + other for one, other in zip(high.tolist(), low.tolist(), strict=True)]


def float_sums(values: ExactArray, edges: Int64Array, unit: int) -> NDArray[np.float64]:
    """The sum between each two edges over a unit: the exact sum, rounded where it turns into a double and where it is divided."""
    if values.dtype == object:
        return np.array([sum_ / unit for sum_ in sums(values, edges)], dtype=np.float64)
    high, low = halves_between(values, edges)
    return (high.astype(np.float64) * 2.0**_LOW_BITS + low) / float(unit)


def halves_between(values: Int64Array, edges: Int64Array) -> tuple[Int64Array, Int64Array]:
    """The sums of the values' high and low 32 bits between each two edges; neither can run over."""
    return _between(values >> _LOW_BITS, edges), _between(values & _LOW_MASK, edges)


def _between(values: Int64Array, edges: Int64Array) -> Int64Array:
    running = np.zeros(len(values) + 1, dtype=np.int64)
    np.cumsum(values, out=running[1:])
    between: Int64Array = np.diff(running[edges])
    return between
