from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Annotated
from uuid import UUID

import strawberry

from omavirta.api.access import Scope
from omavirta.api.codes import ApiErrorCode
from omavirta.api.context import Context, Info
from omavirta.api.enums import describe_enum
from omavirta.api.loaders import (
    contract_of,
    delivered_until_of,
    evidence_of,
    invoice_of_number,
    invoice_rows_of,
)
from omavirta.api.nodes import decode_id
from omavirta.api.types.cost_status import CostStatus
from omavirta.api.types.invoice import InvoiceRow
from omavirta.api.types.money import Money, euros
from omavirta.api.types.periods import CAP_DAYS, checked_period, edge_columns
from omavirta.api.types.quality import Quality
from omavirta.api.types.vat_treatment import VatTreatment
from omavirta.billing import verification as checks
from omavirta.billing.credit_notes import BilledInvoice, verify_credit_note
from omavirta.billing.evidence import Change, Evidence, InvoiceInQuestion
from omavirta.billing.intake import InvoiceNumber
from omavirta.billing.kinds import InvoiceKind
from omavirta.billing.quarter_columns import QuarterColumns, quarter_columns
from omavirta.billing.queries import InvoiceData, InvoiceRowRow
from omavirta.contracts.tariff import RowKind
from omavirta.graphql.columns import Column
from omavirta.graphql.errors import ClientError
from omavirta.metering.calendar import TIME_ZONE, Resolution, day_date
from omavirta.metering.reading import Series

_QUARTERS_A_DAY = 96
describe_enum(
    checks.VerificationStatus,
    "Whether an invoice, or a row of it, agrees with what we reckon.",
    {
        checks.VerificationStatus.MATCHES: "To the cent.",
        checks.VerificationStatus.DIFFERS: "By a cent or more.",
        checks.VerificationStatus.NOT_COMPUTABLE: "It cannot be reckoned, or not in full: the reason says why.",
    },
)
describe_enum(
    checks.DifferenceReason,
    "Why a row differs, or is not reckoned.",
    {
        checks.DifferenceReason.DATA_CHANGED: "Readings of its days came or changed after it was billed.",
        checks.DifferenceReason.ENERGY_UNKNOWN: "The energy of some or all of its days is not known.",
        checks.DifferenceReason.PRICE_UNKNOWN: "The day-ahead price of some or all of its days is not known.",
        checks.DifferenceReason.TARIFF_UNKNOWN: "The asker has no contract for its days, or that has no such price.",
        checks.DifferenceReason.NOT_OF_THE_TARIFF: "It bills no part of the contract's tariff, or does not say which; or it is of"
        " a credit note for a part of an invoice, whose amount is billing's own statement.",
        checks.DifferenceReason.UNEXPLAINED: "None of these: billing should be asked.",
    },
)


@strawberry.type(
    description="A row of an invoice beside what we reckon from the same quarter-hours; of a credit note, beside the row that"
    " it undoes."
)
class VerifiedRow:
    row: InvoiceRow | None = strawberry.field(
        description="As billed; null for what the contract's tariff has and the invoice has not, and for what a credit note"
        " leaves out. Rows of one kind, period and metering point that cannot be told apart are one here, with the first of"
        " them."
    )
    credited_row: InvoiceRow | None = strawberry.field(
        description="Of a credit note: the row of the credited invoice that it undoes, in part or whole; null where that cannot"
        " be told, and for an invoice."
    )
    kind: RowKind | None = strawberry.field(description="What of the tariff it is.")
    billed: Money | None = strawberry.field(
        description="What was billed, with value added tax; null where nothing was."
    )
    computed: Money | None = strawberry.field(
        description="What we reckon, with value added tax: of what is known, where not all of it is; null where nothing is. Of a"
        " credit note, what was billed with the opposite sign."
    )
    difference: Money | None = strawberry.field(description="What was billed less what we reckon.")
    billed_quantity: Decimal | None = strawberry.field(description="Kilowatt-hours or months as billed.")
    computed_quantity: Decimal | None = strawberry.field(description="The same as we reckon.")
    status: checks.VerificationStatus = strawberry.field(description="Whether the two agree.")
    reason: checks.DifferenceReason | None = strawberry.field(
        description="Why they do not; null where they do."
    )

    @classmethod
    def of(cls, data: checks.VerifiedRow) -> "VerifiedRow":
        return cls(
            row=None if data.row is None else InvoiceRow.of(data.row),
            credited_row=None if data.credited_row is None else InvoiceRow.of(data.credited_row),
            kind=data.kind,
            billed=_money(data.billed),
            computed=_money(data.computed),
            difference=_money(data.difference),
            billed_quantity=data.billed_quantity,
            computed_quantity=data.computed_quantity,
            status=data.status,
            reason=data.reason,
        )


@strawberry.type(description="A day whose readings came, or changed, after the invoice was made.")
class ChangedDay:
    day: date = strawberry.field(description="The local day.")
    changed_at: datetime = strawberry.field(description="When what is known now had come.")
    revision: int = strawberry.field(description="How many times the day's readings have been written.")

    @classmethod
    def of(cls, change: Change) -> "ChangedDay":
        moment = datetime.fromtimestamp(change.changed_at / 1_000_000, UTC)
        return cls(
            day=day_date(change.day), changed_at=moment.astimezone(TIME_ZONE), revision=change.revision
        )


@strawberry.type(description="The quarter-hours of an invoice as arrays of one length.")
class VerificationColumns:
    starts: list[datetime] = strawberry.field(description="First moments, local with their offsets.")
    ends: list[datetime] = strawberry.field(description="Ends.")
    energy_kwh: list[float | None] = strawberry.field(description="Kilowatt-hours; null where not known.")
    qualities: list[Quality] = strawberry.field(description="How sure each is, or why there is no value.")
    spot_prices: list[float | None] = strawberry.field(
        description="Of each price, what follows the day-ahead price, in c/kWh with value added tax, unless `vatTreatments`"
        " says otherwise; for a consumption impact the day-ahead price itself. Null where the contract does not follow it."
    )
    margins: list[float | None] = strawberry.field(
        description="Of each price, the margin, likewise; null where the contract has none."
    )
    prices: list[float | None] = strawberry.field(description="Prices in c/kWh, likewise.")
    costs: list[float | None] = strawberry.field(
        description="Euros, likewise; their sum is rounded, not they."
    )
    cost_statuses: list[CostStatus] = strawberry.field(
        description="Whether each cost is known, or why there is none."
    )
    vat_treatments: list[VatTreatment | None] = strawberry.field(
        description="Whether each price, with its parts, and each cost are with value added tax; null where there is neither."
    )


@strawberry.type(
    description="An invoice checked against the asker's own contract, quarter-hours and day-ahead prices (Electricity"
    " Market Act 105 c §); a credit note against the invoice that it undoes, whose own verification says whether that was"
    " right. Nothing of the invoice changes by it."
)
class InvoiceVerification:
    question: strawberry.Private[InvoiceInQuestion]
    evidence: strawberry.Private[Evidence]
    data: strawberry.Private[checks.Verification]

    @strawberry.field(
        description="Of a credit note: whether it undoes its invoice whole, and so is checked against it row by row. One that"
        " undoes a part is billing's own statement: NOT_COMPUTABLE, with the rows that it is about. Null for an invoice, and"
        " where the credited one is not the asker's."
    )
    def credits_whole(self) -> bool | None:
        return self.data.credits_whole

    @strawberry.field(
        description="Whether all rows that bill the contract's tariff agree; of a credit note, all that it undoes."
    )
    def status(self) -> checks.VerificationStatus:
        return self.data.status

    @strawberry.field(
        description="What the invoice's total would be, with value added tax and with the rows that are of no tariff as"
        " billed; null where some of it cannot be reckoned."
    )
    def computed_total(self) -> Money | None:
        return _money(self.data.computed_total)

    @strawberry.field(description="What was billed less what we reckon; null likewise.")
    def difference(self) -> Money | None:
        return _money(self.data.difference)

    @strawberry.field(
        description="The rows in the invoice's order; at the end, what was not billed, or what a credit note leaves out."
    )
    def rows(self) -> list[VerifiedRow]:
        return [VerifiedRow.of(row) for row in self.data.rows]

    @strawberry.field(description="The days whose readings came or changed after billing, in order.")
    def changed_days(self) -> list[ChangedDay]:
        return [ChangedDay.of(change) for change in self.data.changes]

    @strawberry.field(
        description="Whether a month's energy was below zero as a whole: it is credited without value added tax."
    )
    def vat_outside(self) -> bool:
        return self.data.vat_outside

    @strawberry.field(
        description="The quarter-hours of the invoice's days. Null where it is for several metering points and none of them"
        " is asked for, and for one that it is not for."
    )
    async def quarters(
        self,
        info: Info,
        metering_point: Annotated[
            strawberry.ID | None,
            strawberry.argument(
                description="One of the invoice's metering points; needed where it is for several."
            ),
        ] = None,
    ) -> VerificationColumns | None:
        key = self._point(metering_point)
        priced = self.evidence.priced_of(key)
        if key is None or priced is None:
            return None
        days = self.question.days
        info.context.take_intervals((days[1] - days[0]) * _QUARTERS_A_DAY)
        until = await info.context.load(delivered_until_of, (key, Series.CONSUMPTION))
        return _columns(days, quarter_columns(priced, *days, until))

    def _point(self, wanted: strawberry.ID | None) -> UUID | None:
        points = self.question.metering_point_ids
        if wanted is None:
            return points[0] if len(points) == 1 else None
        type_name, key = decode_id(wanted) or ("", None)
        return key if type_name == "MeteringPoint" and key in points else None


async def load_verification(
    context: Context, invoice: InvoiceData, rows: list[InvoiceRowRow]
) -> InvoiceVerification:
    """Raises ClientError where a scope is missing, or the invoice is for too many days and metering points at once."""
    context.access.require(Scope.CONSUMPTION_READ)
    context.access.require(Scope.CONTRACTS_READ)
    point = invoice.metering_point_id
    if point is None and invoice.contract_id is not None:
        contract = await context.load(contract_of, invoice.contract_id)
        point = None if contract is None else contract.metering_point_id
    question = InvoiceInQuestion(invoice, tuple(rows), point)
    _take_intervals(context, question)
    evidence = await context.load(evidence_of, question)
    if invoice.kind is InvoiceKind.CREDIT_NOTE:
        data = verify_credit_note(BilledInvoice(invoice, rows), await _credited(context, invoice))
    else:
        data = checks.verify(invoice, rows, evidence)
    return InvoiceVerification(question=question, evidence=evidence, data=data)


async def _credited(context: Context, note: InvoiceData) -> BilledInvoice | None:
    if note.credits_number is None:
        return None
    key = InvoiceNumber(note.customer_id, note.credits_number)
    credited = await context.load(invoice_of_number, key)
    return (
        None
        if credited is None
        else BilledInvoice(credited, await context.load(invoice_rows_of, credited.id))
    )


def _take_intervals(context: Context, question: InvoiceInQuestion) -> None:
    """As many as there are hours: a quarter-hour is read, and few are told."""
    first, end = question.days
    if end - first > CAP_DAYS[Resolution.QUARTER_HOUR]:
        raise ClientError(
            ApiErrorCode.PERIOD_TOO_LONG,
            f"An invoice for more than {CAP_DAYS[Resolution.QUARTER_HOUR]} days is not verified.",
        )
    for _ in question.metering_point_ids:
        checked_period(context, day_date(first), day_date(end), Resolution.HOUR)


def _columns(days: tuple[int, int], columns: QuarterColumns) -> VerificationColumns:
    starts, ends = edge_columns(days, Resolution.QUARTER_HOUR)
    return VerificationColumns(
        starts=starts,  # type: ignore[arg-type]  # a column is read like a list
        ends=ends,  # type: ignore[arg-type]
        energy_kwh=Column(columns.energy_kwh),  # type: ignore[arg-type]
        qualities=Column(columns.qualities, Quality.__getitem__, has_none=False),  # type: ignore[arg-type]
        spot_prices=Column(columns.spot_prices),  # type: ignore[arg-type]
        margins=Column(columns.margins),  # type: ignore[arg-type]
        prices=Column(columns.prices),  # type: ignore[arg-type]
        costs=Column(columns.costs),  # type: ignore[arg-type]
        cost_statuses=Column(columns.cost_statuses, CostStatus.__getitem__, has_none=False),  # type: ignore[arg-type]
        vat_treatments=Column(lambda: columns.vat().names(), VatTreatment.__getitem__),  # type: ignore[arg-type]
    )


def _money(amount: Decimal | None) -> Money | None:
    return None if amount is None else euros(amount)
