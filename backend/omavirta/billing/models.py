"""Invoices as billing made them (customer family). Amounts are euros; what billing said is never recomputed."""

from decimal import Decimal

from tortoise import fields
from tortoise.fields.db_defaults import SqlDefault
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
    credited_amount = fields.DecimalField(
        max_digits=18, decimal_places=2, default=Decimal("0.00"), db_default=SqlDefault("'0.00'")
    )
    """What its credit notes take off it. With `credited` it is `billing.intake_store.settle_credits` that keeps it."""
    open_amount = fields.DecimalField(max_digits=12, decimal_places=2, null=True)
    """What billing said is open of it; null where it leaves that to be reckoned."""
    kind = fields.CharField(max_length=16, db_default="INVOICE")
    """INVOICE or CREDIT_NOTE, whose total is negative."""
    credits_number = fields.CharField(max_length=32, null=True)
    """Of a credit note: the number of the customer's invoice that it undoes, in part or whole."""
    contract_id = fields.UUIDField(null=True)
    net = fields.DecimalField(max_digits=12, decimal_places=2, null=True)
    vat = fields.DecimalField(max_digits=12, decimal_places=2, null=True)
    vat_specification: fields.JSONField[list[dict[str, str]]] = fields.JSONField(
        default=list, db_default="[]"
    )
    """Per rate, as billing said it: `{"rate": "25.5", "net": "31.84", "vat": "8.12"}`."""
    paid_on = fields.DateField(null=True)
    reference = fields.CharField(max_length=25, null=True)
    """A Finnish reference number without leading zeros, or an RF one."""
    iban = fields.CharField(max_length=34, null=True)
    bic = fields.CharField(max_length=11, null=True)
    payee = fields.CharField(max_length=70, null=True)
    bar_code = fields.CharField(max_length=54, null=True)
    """The bank bar code that billing printed; null where it printed none."""
    late_interest = fields.DecimalField(max_digits=5, decimal_places=2, null=True)
    """Per cent a year from the due date on."""
    notices: fields.JSONField[list[str]] = fields.JSONField(default=list, db_default="[]")
    """What billing said besides, such as a coming change of price (Electricity Market Act 105 b §)."""
    billed_at = fields.BigIntField(null=True)
    """When billing read the consumption: what was delivered later it could not know. Microseconds since 1970."""

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
    category = fields.CharField(max_length=16, db_default="SUPPLY")
    """SUPPLY, NETWORK, TAX or OTHER (Electricity Market Act 105 c § 2 mom)."""
    component = fields.CharField(max_length=32, null=True)
    """What of the tariff it bills (`contracts.tariff.RowKind`); null where billing did not say, or it is of no tariff."""
    metering_point_id = fields.UUIDField(null=True)
    """Where the row is for one point of an invoice that is for several."""
    period_from = fields.DateField(null=True)
    period_to = fields.DateField(null=True)
    unit_price_gross = fields.DecimalField(max_digits=18, decimal_places=6, null=True)

    class Meta:
        table = "invoice_row"
        unique_together = (("customer", "invoice", "position"),)


class Document(Model):
    """A file for a customer, as billing sent it or as we made it once. What it belongs to is of the same customer."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="documents", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=16)
    """INVOICE, CONFIRMATION or OTHER."""
    invoice_id = fields.UUIDField(null=True)
    contract_id = fields.UUIDField(null=True)
    title = fields.CharField(max_length=200)
    language = fields.CharField(max_length=2)
    media_type = fields.CharField(max_length=64)
    size = fields.IntField()
    created_at = fields.BigIntField()
    content = fields.BinaryField()

    class Meta:
        table = "document"
        indexes = (("customer_id", "invoice_id"), ("customer_id", "contract_id"))
