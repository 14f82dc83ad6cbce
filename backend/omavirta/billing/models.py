"""Invoices as billing made them (customer family). Amounts are euros; what billing said is never recomputed."""

from tortoise import fields
from tortoise.models import Model

from omavirta.customers.models import Customer
from omavirta.storage.ids import new_id


class Invoice(Model):
    """`period_to` is the last day invoiced. `credited` marks one that a credit note has undone."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="invoices", on_delete=fields.RESTRICT
    )
    metering_point_id = fields.UUIDField(null=True)
    number = fields.CharField(max_length=32)
    invoice_date = fields.DateField()
    due_date = fields.DateField()
    period_from = fields.DateField()
    period_to = fields.DateField()
    total = fields.DecimalField(max_digits=12, decimal_places=2)
    paid = fields.DecimalField(max_digits=12, decimal_places=2)
    credited = fields.BooleanField(default=False)

    class Meta:
        table = "invoice"
        unique_together = (("customer", "number"),)
        indexes = (("customer_id", "invoice_date", "id"),)


class InvoiceRow(Model):
    """A row of an invoice, with the VAT rate it was billed at."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="invoice_rows", on_delete=fields.RESTRICT
    )
    invoice: fields.ForeignKeyRelation[Invoice] = fields.ForeignKeyField(
        "omavirta.Invoice", related_name="rows", on_delete=fields.RESTRICT
    )
    position = fields.IntField()
    description = fields.CharField(max_length=200)
    quantity = fields.DecimalField(max_digits=18, decimal_places=6, null=True)
    unit = fields.CharField(max_length=16, null=True)
    unit_price = fields.DecimalField(max_digits=18, decimal_places=6, null=True)
    net = fields.DecimalField(max_digits=12, decimal_places=2)
    vat_rate = fields.DecimalField(max_digits=5, decimal_places=2)
    vat = fields.DecimalField(max_digits=12, decimal_places=2)
    gross = fields.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        table = "invoice_row"
        unique_together = (("customer", "invoice", "position"),)
