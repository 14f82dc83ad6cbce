"""An invoice of the master data as billing takes it in."""

from collections.abc import Callable
from uuid import UUID

from omavirta.billing.intake import InvoiceIntake, RowIntake, VatShare
from omavirta.masterdata.records.base import Kind
from omavirta.masterdata.records.billing import InvoiceRecord

IdOf = Callable[[Kind, str], UUID]
"""Gives the row's id here for a source id."""


def invoice_intake(record: InvoiceRecord, id_of: IdOf) -> InvoiceIntake:
    def point(source_id: str | None) -> UUID | None:
        return None if source_id is None else id_of(Kind.METERING_POINT, source_id)

    return InvoiceIntake(
        customer_id=id_of(Kind.CUSTOMER, record.customer),
        number=record.number,
        kind=record.kind,
        invoice_date=record.invoice_date,
        due_date=record.due_date,
        period_from=record.period_from,
        period_to=record.period_to,
        total=record.total,
        net=record.net,
        vat=record.vat,
        vat_specification=tuple(
            VatShare(share.rate, share.net, share.vat) for share in record.vat_specification
        ),
        metering_point_id=point(record.metering_point),
        contract_id=None if record.contract is None else id_of(Kind.CONTRACT, record.contract),
        credits_number=record.credits_number,
        paid=record.paid,
        paid_on=record.paid_on,
        open_amount=record.open_amount,
        reference=record.reference,
        iban=record.iban,
        bic=record.bic,
        payee=record.payee,
        bar_code=record.bar_code,
        late_interest=record.late_interest,
        notices=record.notices,
        billed_at=record.billed_at,
        rows=tuple(
            RowIntake(
                description=row.description,
                net=row.net,
                vat_rate=row.vat_rate,
                vat=row.vat,
                gross=row.gross,
                quantity=row.quantity,
                unit=row.unit,
                unit_price=row.unit_price,
                unit_price_gross=row.unit_price_gross,
                category=row.category,
                component=row.component,
                metering_point_id=point(row.metering_point),
                period_from=row.period_from,
                period_to=row.period_to,
            )
            for row in record.rows
        ),
    )
