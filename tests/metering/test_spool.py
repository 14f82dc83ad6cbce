"""The spool: whatever the order of a file's rows, the same days come out, or the disagreement is found."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from omavirta.metering.quality import ABSENT, Quality
from omavirta.metering.readers.readings import Readings
from omavirta.metering.spool import ROWS_AT_ONCE, Disagreement, Spool, SpooledDay, Totals

DAY = 96 * 20_000  # a quarter-hour in winter, 00:00Z
Q = Quality
Row = tuple[int, int, int, int, int]
"""Metering point, quarter, minutes, energy, quality."""


def spooled(*parts: list[Row], rows_at_once: int = ROWS_AT_ONCE) -> tuple[list[SpooledDay], Totals]:
    with TemporaryDirectory() as folder, Spool(Path(folder), rows_at_once) as spool:
        for part in parts:
            columns = np.array(part, dtype=np.int64).reshape(-1, 5).T
            gsrns, quarters, minutes, energies, codes = columns.copy()
            lines = np.arange(len(part))
            spool.add(Readings(lines, gsrns, quarters, minutes, energies, codes.astype(np.uint8)))
        spool.finish()
        return [day for days in spool.days(7) for day in days], spool.totals()


@st.composite
def rows(draw: st.DrawFn) -> list[Row]:
    """Some points; each has a stretch of hours and a stretch of quarters, which do not meet."""
    found: list[Row] = []
    for gsrn in range(1, draw(st.integers(1, 3)) + 1):
        start = DAY + draw(st.integers(0, 50)) * 4
        hours = draw(st.integers(0, 60))
        found += [(gsrn, start + 4 * index, 60, index * 1000, Q.MEASURED) for index in range(hours)]
        after = start + 4 * (hours + draw(st.integers(0, 30)))
        codes = draw(st.lists(st.sampled_from([Q.MEASURED, Q.ESTIMATED, Q.MISSING, ABSENT]), max_size=200))
        found += [
            (gsrn, after + index, 15, 0 if code in (Q.MISSING, ABSENT) else index, code)
            for index, code in enumerate(codes)
        ]
    return found or [(1, DAY, 15, 1, Q.MEASURED)]


@given(rows(), st.randoms(use_true_random=False), st.integers(1, 5))
def test_neither_order_nor_repetition_matters(some: list[Row], random: Random, parts: int) -> None:
    expected = spooled(sorted(some))
    assert expected[1].energy_micro_kwh == sum(row[3] for row in some)
    assert expected[1].values == sum(row[4] not in (Q.MISSING, ABSENT) for row in some)

    shuffled = some + some[: len(some) // 2]
    random.shuffle(shuffled)
    days, totals = spooled(*(shuffled[part::parts] for part in range(parts)), rows_at_once=40)

    assert days == expected[0]
    assert totals.gaps == expected[1].gaps
    assert totals.rows == len(shuffled)


@pytest.mark.parametrize("apart", [False, True])
@pytest.mark.parametrize(
    ("one", "other", "where"),
    [
        ((1, DAY, 15, 5, Q.MEASURED), (1, DAY, 15, 6, Q.MEASURED), (DAY, DAY + 1)),
        ((1, DAY, 60, 5, Q.MEASURED), (1, DAY, 60, 5, Q.ESTIMATED), (DAY, DAY + 4)),
        ((1, DAY, 15, 5, Q.MEASURED), (1, DAY, 15, 0, Q.MISSING), (DAY, DAY + 1)),
        ((1, DAY, 60, 5, Q.MEASURED), (1, DAY + 2, 15, 5, Q.MEASURED), (DAY, DAY + 4)),
    ],
)
def test_rows_that_disagree_are_found(one: Row, other: Row, where: tuple[int, int], *, apart: bool) -> None:
    far: list[Row] = [(1, DAY + 96 * day, 15, 1, Q.MEASURED) for day in range(1, 40)]
    with pytest.raises(Disagreement) as found:
        spooled([one], far, [other], rows_at_once=10 if apart else 1000)

    assert (found.value.first_quarter, found.value.end_quarter) == where


def test_an_hour_and_its_quarters_that_agree_are_kept_as_quarters() -> None:
    hour: list[Row] = [(1, DAY, 60, 10, Q.MEASURED), (1, DAY + 4, 60, 8, Q.MEASURED)]
    quarters: list[Row] = [(1, DAY + index, 15, index + 1, Q.MEASURED) for index in range(4)]

    (day,), totals = spooled(hour, quarters)

    assert day.resolution_minutes == 15
    assert day.total_micro_kwh == 18
    assert totals.gaps == 0


def test_gaps_are_hours_where_a_point_has_only_hours() -> None:
    hours: list[Row] = [(1, DAY, 60, 1, Q.MEASURED), (1, DAY + 40, 60, 1, Q.MEASURED)]
    quarters: list[Row] = [(2, DAY, 15, 1, Q.MEASURED), (2, DAY + 200, 15, 0, Q.MISSING)]
    silent: list[Row] = [(3, DAY, 60, 0, ABSENT), (3, DAY + 4, 60, 0, ABSENT)]

    assert spooled(hours)[1].gaps == 9
    assert spooled(quarters)[1].gaps == 200
    assert spooled(silent)[1].gaps == 2
    assert spooled(hours, quarters, silent)[1].gaps == 211
