"""No metering point has two contracts on one day, whosever they are."""

from itertools import groupby
from uuid import UUID

from omavirta.masterdata.problems import Problem, Problems
from omavirta.masterdata.spool import Span, Spool
from omavirta.storage.database import Database, as_date, as_uuid, placeholders


async def require_no_overlap(database: Database, spool: Spool, problems: Problems) -> None:
    """Adds a problem for each contract of the file that begins before another on its point has ended, or the other way round."""
    for points in spool.points_of_spans():
        if problems.enough:
            return
        spans = spool.spans(points) + await _others(database, spool, points)
        spans.sort(key=lambda span: (span.point_id, span.first, span.contract_id))
        for _, on_point in groupby(spans, lambda span: span.point_id):
            _check(list(on_point), problems)


def _check(spans: list[Span], problems: Problems) -> None:
    """`spans` are of one point, by their first day."""
    longest = spans[0]
    for span in spans[1:]:
        if longest.last is None or span.first <= longest.last:
            told, other = (longest, span) if span.line is None else (span, longest)
            if told.line is not None:
                until = f"until {other.last}" if other.last is not None else "without an end"
                where = f"on line {other.line}" if other.line is not None else "in the portal"
                problems.add(
                    Problem(
                        told.line,
                        f"contract number {told.name}: contract number {other.name} {where} is for the same metering"
                        f" point from {other.first} {until}",
                    )
                )
        if longest.last is not None and (span.last is None or span.last > longest.last):
            longest = span


async def _others(database: Database, spool: Spool, points: list[UUID]) -> list[Span]:
    """The contracts on these points that the file does not replace."""
    rows = await database.fetch(
        "SELECT metering_point_id, id, start_date, end_date, number FROM contract"
        f" WHERE metering_point_id IN ({placeholders(1, len(points))})",
        *points,
    )
    of_file = spool.contracts_of_file([as_uuid(row[1]) for row in rows])
    return [
        Span(
            as_uuid(row[0]),
            as_uuid(row[1]),
            as_date(row[2]).isoformat(),
            None if row[3] is None else as_date(row[3]).isoformat(),
            None,
            row[4],
        )
        for row in rows
        if as_uuid(row[1]) not in of_file
    ]
