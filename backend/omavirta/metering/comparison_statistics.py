"""What a group of similar homes used, kept so that one home can be taken out of it exactly: pure.

Of a group its size, its sum and some of its order statistics are kept: the values at `kept_ranks`, which hold every
quartile with and without any one home, and a hundred steps between them. Up to a hundred homes that is every value, so that
nothing is estimated; beyond, average and quartiles stay exact, and a home's place is told to the hundredth.

What is exact stays inside. Whoever reads of overlapping groups could take one answer from the other: with exact means and
numbers of homes, a year's first eleven months taken from its twelve leave what the one home used that is in only one of them
(statistical disclosure control calls it differencing). `published` is therefore the only way out: two significant figures,
tens of homes and twentieths.

Rounding at the end would not be enough. Each of a group's homes sees the group without itself, so whoever has several would
see one sum through a rounding that each of them shifts by what it used, which narrows the sum down. So the sum is rounded
before the home is taken out (`rounded_total`): the means that all homes of a group are told follow from one rounded sum, and
many homes learn of it what one may.
"""

from typing import NamedTuple

from omavirta.metering.comparison import LEAST_HOMES

STEPS = 100
HOMES_TOLD_BY = 10
PLACES = 20
_QUARTERS = (1, 2, 3)
_RANKS_OF_A_QUARTILE = (1, 2, 3)
"""A quartile lies between two ranks of the others, which are one higher where the home itself is below."""


def kept_ranks(homes: int) -> list[int]:
    """The ranks, from 1 for the least, whose values are kept of a group of this many homes, in order.

    `contracts.similar_homes_sql` has the same rule in SQL.
    """
    steps = {-(-homes * step // STEPS) for step in range(1, STEPS + 1)}
    around_quartiles = {
        (homes - 2) * quarter // 4 + offset for quarter in _QUARTERS for offset in _RANKS_OF_A_QUARTILE
    }
    return sorted(rank for rank in steps | around_quartiles if 1 <= rank <= homes)


class SimilarGroup(NamedTuple):
    """Energies are micro-kWh; `steps` are the values at `kept_ranks(homes)`."""

    homes: int
    customers: int
    total: int
    steps: list[int]


class Others(NamedTuple):
    """A group without one home: never to be shown. Energies are kWh, and exact but for the mean's."""

    homes: int
    average: float
    """Of the group's rounded sum: up to a twentieth away from the mean, with more homes less."""
    lower_quartile: float
    median: float
    upper_quartile: float
    """Quartiles between two homes are on the straight line between them (R's type 7)."""
    place: float
    """The share of the others that used less, 0 to 1; with more than a hundred homes up to a hundredth too low."""


class PublishedOthers(NamedTuple):
    """A group without one home, as coarse as it may be shown. Energies are kWh to two significant figures, at finest to 1."""

    homes: int
    """Rounded down to tens."""
    average: int
    lower_quartile: int
    median: int
    upper_quartile: int
    place: float
    """To the nearest twentieth."""


def holds(group: SimilarGroup, own: int) -> bool:
    """Whether a home that used this much can be one of the group; certain where all values are kept."""
    return own in group.steps if len(group.steps) == group.homes else group.steps[0] <= own <= group.steps[-1]


def is_large_enough(group: SimilarGroup) -> bool:
    """Whether enough others are left without one home and its customer."""
    return group.homes - 1 >= LEAST_HOMES and group.customers - 1 >= LEAST_HOMES


def rounded_total(group: SimilarGroup) -> int:
    """The group's sum to the nearest step, which is a power of two: more than a home's mean, and at most twice as much.

    It leaves the exact sum open by half of what a home used at least (where the step is about to double), to whoever knows all
    that follows from it and how many homes there are.
    """
    step = 1 << (group.total // group.homes).bit_length()
    return (group.total + step // 2) // step * step


def without(group: SimilarGroup, own: int) -> Others:
    """The group without one of its homes, which used `own`. For groups that are large enough, and hold it."""
    ranks = kept_ranks(group.homes)
    values = dict(zip(ranks, group.steps, strict=True))
    others = group.homes - 1

    def quartile(quarter: int) -> float:
        rank, part = divmod((others - 1) * quarter, 4)
        below = _value_without(values, rank + 1, own)
        above = _value_without(values, rank + 2, own)
        return _kwh(below * 4 + (above - below) * part, 4)

    used_less = max((rank for rank in ranks if values[rank] < own), default=0)
    return Others(
        homes=others,
        average=_kwh(rounded_total(group) - own, others),
        lower_quartile=quartile(1),
        median=quartile(2),
        upper_quartile=quartile(3),
        place=used_less / others,
    )


def published(others: Others) -> PublishedOthers:
    """What may be told of a group: so coarse that no two answers leave exactly what one home used."""
    return PublishedOthers(
        homes=others.homes // HOMES_TOLD_BY * HOMES_TOLD_BY,
        average=_two_figures(others.average),
        lower_quartile=_two_figures(others.lower_quartile),
        median=_two_figures(others.median),
        upper_quartile=_two_figures(others.upper_quartile),
        place=round(others.place * PLACES) / PLACES,
    )


def _two_figures(kwh: float) -> int:
    step: int = 10 ** max(0, len(str(int(abs(kwh)))) - 2)
    return round(kwh / step) * step


def _value_without(values: dict[int, int], rank: int, own: int) -> int:
    """The value at a rank of the others: those that used as much as the home or more are each a rank lower without it."""
    value = values[rank]
    return value if value < own else values[rank + 1]


def _kwh(micro_kwh: int, parts: int) -> float:
    return micro_kwh / (parts * 10**6)
