"""Checking an invoice against one's own contract, quarter-hours and day-ahead prices (Electricity Market Act 105 c § 3 mom).

The invoice stays as billing made it. Beside each of its rows that bills the contract's tariff stands what the same
quarters come to by our own reckoning, with the difference to the cent and its reason.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from omavirta.billing.evidence import Change, Evidence
from omavirta.billing.kinds import InvoiceRowCategory
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts import exact
from omavirta.contracts.tariff import CostStatus, RowKind, TariffRow, priced_rows
from omavirta.metering.calendar import day_number

_ZERO = Decimal("0.00")


class VerificationStatus(StrEnum):
    MATCHES = "MATCHES"
    DIFFERS = "DIFFERS"
    NOT_COMPUTABLE = "NOT_COMPUTABLE"


class DifferenceReason(StrEnum):
    DATA_CHANGED = "DATA_CHANGED"
    ENERGY_UNKNOWN = "ENERGY_UNKNOWN"
    PRICE_UNKNOWN = "PRICE_UNKNOWN"
    TARIFF_UNKNOWN = "TARIFF_UNKNOWN"
    NOT_OF_THE_TARIFF = "NOT_OF_THE_TARIFF"
    UNEXPLAINED = "UNEXPLAINED"


_REASONS = {
    CostStatus.PARTIALLY_KNOWN: DifferenceReason.ENERGY_UNKNOWN,
    CostStatus.NO_ENERGY: DifferenceReason.ENERGY_UNKNOWN,
    CostStatus.NO_PRICE: DifferenceReason.PRICE_UNKNOWN,
    CostStatus.NO_TARIFF: DifferenceReason.TARIFF_UNKNOWN,
    CostStatus.NO_CONTRACT: DifferenceReason.TARIFF_UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class VerifiedRow:
    """A billed row beside what we reckon. Euros with VAT.

    `row` is None for what the tariff has and the invoice has not; then `billed` is None too. Rows of one kind, period and
    metering point that cannot be told apart are one here: `row` is the first of them.
    """

    row: InvoiceRowRow | None
    kind: RowKind | None
    billed: Decimal | None
    computed: Decimal | None
    billed_quantity: Decimal | None
    computed_quantity: Decimal | None
    status: VerificationStatus
    reason: DifferenceReason | None
    credited_row: InvoiceRowRow | None = None
    """Of a credit note: the row that it undoes, whose amount with the opposite sign is `computed`."""

    @property
    def difference(self) -> Decimal | None:
        """What was billed too much; None where nothing is reckoned."""
        return None if self.computed is None else (self.billed or _ZERO) - self.computed


@dataclass(frozen=True, slots=True)
class Verification:
    status: VerificationStatus
    computed_total: Decimal | None
    """What the invoice's total would be; None where some of it cannot be reckoned."""
    difference: Decimal | None
    rows: Sequence[VerifiedRow]
    changes: Sequence[Change]
    """Days whose readings came or changed after billing, each once."""
    vat_outside: bool
    """Whether a month's energy was a credit as a whole, and so without VAT."""
    credits_whole: bool | None = None
    """Of a credit note: whether it undoes its invoice whole. None for an invoice, and where the credited one is not known."""


def verify(invoice: InvoiceData, rows: Sequence[InvoiceRowRow], evidence: Evidence) -> Verification:
    """Of an invoice; a credit note is verified against the one it undoes (`billing.credit_notes`)."""
    return _Verifying(invoice, rows, evidence).verification()


class _Key(NamedTuple):
    """What tells rows of a tariff apart: the local days are [from_day, to_day)."""

    metering_point_id: UUID | None
    kind: RowKind
    from_day: int
    to_day: int


class _Computed(NamedTuple):
    quantity: Decimal
    net: Decimal
    gross: Decimal
    status: CostStatus


class _Verifying:
    def __init__(self, invoice: InvoiceData, rows: Sequence[InvoiceRowRow], evidence: Evidence) -> None:
        self.invoice = invoice
        self.rows = rows
        self.evidence = evidence
        self.from_day = day_number(invoice.period_from)
        self.to_day = day_number(invoice.period_to) + 1
        self._tariff_rows: dict[tuple[UUID, int, int], list[TariffRow]] = {}

    def verification(self) -> Verification:
        rows = [*self._billed(), *self._unbilled()]
        of_tariff = [row for row in rows if row.reason is not DifferenceReason.NOT_OF_THE_TARIFF]
        statuses = {row.status for row in of_tariff}
        status = VerificationStatus.MATCHES
        if VerificationStatus.DIFFERS in statuses:
            status = VerificationStatus.DIFFERS
        elif not of_tariff or VerificationStatus.NOT_COMPUTABLE in statuses:
            status = VerificationStatus.NOT_COMPUTABLE
        difference = None
        if of_tariff and VerificationStatus.NOT_COMPUTABLE not in statuses:
            difference = sum((row.difference or _ZERO for row in of_tariff), _ZERO)
        return Verification(
            status,
            None if difference is None else self.invoice.total - difference,
            difference,
            rows,
            self.evidence.changed_days,
            self._is_vat_outside(),
        )

    @cached_property
    def _groups(self) -> dict[_Key, list[InvoiceRowRow]]:
        groups: dict[_Key, list[InvoiceRowRow]] = defaultdict(list)
        for row in self.rows:
            key = self._key(row)
            if key is not None:
                groups[key].append(row)
        return groups

    def _key(self, row: InvoiceRowRow) -> _Key | None:
        """None for what is of no tariff, or does not say of what."""
        if (
            row.component is None
            or row.component not in RowKind.__members__
            or row.category is not InvoiceRowCategory.SUPPLY
        ):
            return None
        return _Key(
            row.metering_point_id or self.evidence.metering_point_id,
            RowKind(row.component),
            self.from_day if row.period_from is None else day_number(row.period_from),
            self.to_day if row.period_to is None else day_number(row.period_to) + 1,
        )

    def _billed(self) -> Iterator[VerifiedRow]:
        """In the invoice's order."""
        told: set[_Key] = set()
        for row in self.rows:
            key = self._key(row)
            if key is None:
                reason = DifferenceReason.NOT_OF_THE_TARIFF
                yield VerifiedRow(
                    row, None, row.gross, None, row.quantity, None, VerificationStatus.NOT_COMPUTABLE, reason
                )
            elif key not in told:
                told.add(key)
                yield from self._verified_group(key, self._groups[key])

    def _verified_group(self, key: _Key, billed: list[InvoiceRowRow]) -> Iterator[VerifiedRow]:
        computed = self._computed(key)
        if len(billed) == len(computed):
            for row, own in _paired(billed, computed):
                yield self._verified(key, [row], _total([own]))
        else:
            yield self._verified(key, billed, _total(computed) if computed else None)

    def _verified(
        self, key: _Key, billed: Sequence[InvoiceRowRow], computed: _Computed | None
    ) -> VerifiedRow:
        gross = sum((row.gross for row in billed), _ZERO)
        net = sum((row.net for row in billed), _ZERO)
        quantities = [row.quantity for row in billed if row.quantity is not None]
        quantity = sum(quantities, Decimal(0)) if quantities else None
        if computed is None or not computed.status.has_cost:
            unknown = DifferenceReason.TARIFF_UNKNOWN if computed is None else _REASONS[computed.status]
            return VerifiedRow(
                billed[0], key.kind, gross, None, quantity, None, VerificationStatus.NOT_COMPUTABLE, unknown
            )
        # Who reckons VAT from the net comes to another cent of the same row now and then.
        amount = gross if net == computed.net else computed.gross
        status, reason = self._judged(key, computed.status, agrees=amount == gross)
        return VerifiedRow(billed[0], key.kind, gross, amount, quantity, computed.quantity, status, reason)

    def _judged(
        self, key: _Key, known: CostStatus, *, agrees: bool
    ) -> tuple[VerificationStatus, DifferenceReason | None]:
        if agrees:
            return VerificationStatus.MATCHES, None
        if known is not CostStatus.KNOWN:
            return VerificationStatus.NOT_COMPUTABLE, self._reason_of_unknown(key)
        return VerificationStatus.DIFFERS, self._reason_of_difference(key)

    def _reason_of_unknown(self, key: _Key) -> DifferenceReason:
        statuses = self.evidence.statuses(key.metering_point_id, key.from_day, key.to_day)
        worst = max(statuses, default=CostStatus.PARTIALLY_KNOWN)
        return _REASONS.get(worst, DifferenceReason.ENERGY_UNKNOWN)

    def _reason_of_difference(self, key: _Key) -> DifferenceReason:
        changed = any(key.from_day <= change.day < key.to_day for change in self._changes(key))
        if changed and key.kind is not RowKind.MONTHLY_FEE:
            return DifferenceReason.DATA_CHANGED
        return DifferenceReason.UNEXPLAINED

    def _changes(self, key: _Key) -> Sequence[Change]:
        return () if key.metering_point_id is None else self.evidence.changes.get(key.metering_point_id, ())

    def _unbilled(self) -> Iterator[VerifiedRow]:
        """What the tariff has and no row bills. Where rows do not say what they bill, nothing can be said to be missing."""
        unnamed = any(
            row.component is None and row.category is InvoiceRowCategory.SUPPLY for row in self.rows
        )
        points = {key.metering_point_id for key in self._groups if key.metering_point_id is not None}
        for point in () if unnamed else sorted(points):
            billed = {key.kind for key in self._groups if key.metering_point_id == point}
            for kind in RowKind:
                key = _Key(point, kind, self.from_day, self.to_day)
                computed = () if kind in billed else self._computed(key)
                if computed and _total(computed).gross != 0:
                    total = _total(computed)
                    yield VerifiedRow(
                        None,
                        kind,
                        None,
                        total.gross,
                        None,
                        total.quantity,
                        VerificationStatus.DIFFERS,
                        DifferenceReason.UNEXPLAINED,
                    )

    def _computed(self, key: _Key) -> list[TariffRow]:
        priced = self.evidence.priced_of(key.metering_point_id)
        if priced is None or key.metering_point_id is None:
            return []
        first = max(key.from_day, priced.quarters.from_day)
        end = min(key.to_day, priced.quarters.to_day)
        place = key.metering_point_id, first, end
        if place not in self._tariff_rows:
            rows = priced_rows(priced, first, end) if first < end else []
            own = [row for row in rows if row.contract_id == self.invoice.contract_id]
            # Of two contracts within the period, the invoice's own counts.
            self._tariff_rows[place] = own or rows
        return [row for row in self._tariff_rows[place] if row.kind is key.kind]

    def _is_vat_outside(self) -> bool:
        return any(
            span.key in priced.outside_vat and span.from_day < self.to_day and self.from_day < span.to_day
            for priced in self.evidence.priced.values()
            for span in priced.spans
        )


def _paired(
    billed: Sequence[InvoiceRowRow], computed: Sequence[TariffRow]
) -> list[tuple[InvoiceRowRow, TariffRow]]:
    """Those of the same amount first, the others in order."""
    rest = list(computed)
    found: dict[int, TariffRow] = {}
    for position, row in enumerate(billed):
        same = next((own for own in rest if own.gross == row.gross), None)
        if same is not None:
            found[position] = same
            rest.remove(same)
    return [
        (row, found[position] if position in found else rest.pop(0)) for position, row in enumerate(billed)
    ]


def _total(rows: Sequence[TariffRow]) -> _Computed:
    """Rows as one, its amounts rounded once."""
    statuses = {row.status for row in rows}
    status = next(iter(statuses))
    if len(statuses) > 1:
        partly = min(statuses) <= CostStatus.PARTIALLY_KNOWN
        status = CostStatus.PARTIALLY_KNOWN if partly else min(statuses)
    gross = sum((row.exact_gross for row in rows), Fraction(0))
    net = sum((row.exact_gross * 100 / (100 + Fraction(row.vat_rate)) for row in rows), Fraction(0))
    quantity = sum((row.quantity for row in rows), Decimal(0))
    return _Computed(quantity, _cents(net), _cents(gross), status)


def _cents(amount: Fraction) -> Decimal:
    return exact.rounded(amount.numerator, amount.denominator, 2)
