"""What an invoice is checked against: the customer's own contracts, quarter-hours and prices of its days, and what readings
came after it was made.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple
from uuid import UUID

import numpy as np

from omavirta.api.access import Access
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts.agreements import agreements_of
from omavirta.contracts.costs import priced_points
from omavirta.contracts.tariff import CostStatus, PricedQuarters, TariffError
from omavirta.metering.calendar import FIRST_DATE, LAST_DATE, day_number, day_start
from omavirta.metering.reading import Series
from omavirta.storage.database import Database, as_uuid, placeholders

MICROSECONDS = 1_000_000


class Change(NamedTuple):
    """A local day whose readings came, or changed, after billing."""

    day: int
    changed_at: int
    """Microseconds since 1970."""
    revision: int
    """How many times the day has been written."""


class InvoiceInQuestion(NamedTuple):
    invoice: InvoiceData
    rows: tuple[InvoiceRowRow, ...]
    metering_point_id: UUID | None
    """Whose rows those are that name none: the invoice's, or its contract's."""

    @property
    def metering_point_ids(self) -> list[UUID]:
        named = {row.metering_point_id for row in self.rows} | {self.metering_point_id}
        return sorted(id_ for id_ in named if id_ is not None)

    @property
    def days(self) -> tuple[int, int]:
        """Local days [from, to)."""
        return day_number(self.invoice.period_from), day_number(self.invoice.period_to) + 1

    @property
    def billed_at(self) -> int:
        """When billing had read the readings, in microseconds; the end of the invoice's date where it did not say."""
        if self.invoice.billed_at is not None:
            return self.invoice.billed_at
        # The calendar is shorter than the dates that billing may write.
        day = min(max(self.invoice.invoice_date, FIRST_DATE), LAST_DATE)
        return day_start(day_number(day) + 1) * MICROSECONDS


@dataclass(frozen=True, slots=True)
class Evidence:
    metering_point_id: UUID | None
    priced: Mapping[UUID, PricedQuarters]
    """Whole months; points without a contract of the customer are not there."""
    changes: Mapping[UUID, Sequence[Change]]

    def priced_of(self, metering_point_id: UUID | None) -> PricedQuarters | None:
        return None if metering_point_id is None else self.priced.get(metering_point_id)

    def statuses(self, metering_point_id: UUID | None, from_day: int, to_day: int) -> set[CostStatus]:
        """Why quarters of these days cost something or nothing."""
        priced = self.priced_of(metering_point_id)
        if priced is None:
            return set()
        first, end = max(from_day, priced.quarters.from_day), min(to_day, priced.quarters.to_day)
        if first >= end:
            return set()
        codes = priced.status[priced.position(first) : priced.position(end)]
        return set(map(CostStatus, np.unique(codes).tolist()))

    @property
    def changed_days(self) -> list[Change]:
        """Each day once, as it changed last at any of the points."""
        latest: dict[int, Change] = {}
        for changes in self.changes.values():
            for change in changes:
                known = latest.get(change.day)
                if known is None or known.changed_at < change.changed_at:
                    latest[change.day] = change
        return [latest[day] for day in sorted(latest)]


async def read_evidence(
    database: Database, access: Access, questions: Sequence[InvoiceInQuestion]
) -> list[Evidence]:
    """A fixed number of statements for all invoices of one customer and period."""
    groups: dict[tuple[UUID, tuple[int, int]], list[int]] = defaultdict(list)
    for position, question in enumerate(questions):
        groups[question.invoice.customer_id, question.days].append(position)
    found: dict[int, Evidence] = {}
    for (customer_id, days), positions in groups.items():
        own = replace(access, customer_ids=tuple({customer_id} & set(access.customer_ids)))
        asked = [questions[position] for position in positions]
        points = own.reachable(sorted({id_ for question in asked for id_ in question.metering_point_ids}))
        priced = await _priced(database, own, points, days)
        earliest = min(question.billed_at for question in asked)
        changes = await _changes(database, priced, days, earliest)
        for position, question in zip(positions, asked, strict=True):
            found[position] = _evidence(question, priced, changes)
    return [found[position] for position in range(len(questions))]


def _evidence(
    question: InvoiceInQuestion,
    priced: Mapping[UUID, PricedQuarters],
    changes: Mapping[UUID, Sequence[Change]],
) -> Evidence:
    points = [id_ for id_ in question.metering_point_ids if id_ in priced]
    return Evidence(
        question.metering_point_id,
        {id_: priced[id_] for id_ in points},
        {
            id_: [change for change in changes.get(id_, ()) if change.changed_at > question.billed_at]
            for id_ in points
        },
    )


async def _priced(
    database: Database, access: Access, points: Sequence[UUID], days: tuple[int, int]
) -> Mapping[UUID, PricedQuarters]:
    if not points or not access.customer_ids:
        return {}
    try:
        agreements = await agreements_of(database, access, points)
        return await priced_points(database, agreements, *days) if agreements else {}
    except TariffError:
        # What cannot be reckoned with exactly is said as a tariff that is not known.
        return {}


async def _changes(
    database: Database, priced: Mapping[UUID, PricedQuarters], days: tuple[int, int], after: int
) -> dict[UUID, list[Change]]:
    """On the days of the customer's own contracts."""
    found: dict[UUID, list[Change]] = defaultdict(list)
    if not priced:
        return found
    rows = await database.fetch(
        "SELECT metering_point_id, day, source_time, revision FROM consumption_day WHERE series = $1 AND day >= $2"
        f" AND day < $3 AND source_time > $4 AND metering_point_id IN ({placeholders(5, len(priced))}) ORDER BY day",
        Series.CONSUMPTION.value,
        *days,
        after,
        *priced,
    )
    for row in rows:
        id_, day = as_uuid(row[0]), int(row[1])
        if any(span.from_day <= day < span.to_day for span in priced[id_].spans):
            found[id_].append(Change(day, int(row[2]), int(row[3])))
    return found
