"""Products (catalogue) and contracts (customer family)."""

from tortoise import fields
from tortoise.models import Model

from omavirta.customers.models import Customer
from omavirta.storage.ids import new_id


class Product(Model):
    """Catalogue: what can be, or could once be, agreed on. Texts by language code in `names` and `descriptions`."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    code = fields.CharField(max_length=64, unique=True)
    kind = fields.CharField(max_length=32)
    names: fields.JSONField[dict[str, str]] = fields.JSONField()
    descriptions: fields.JSONField[dict[str, str]] = fields.JSONField()
    valid_from = fields.DateField()
    valid_to = fields.DateField(null=True)
    term_months = fields.IntField(null=True)
    """How long a fixed term is; null where a contract of it has none."""
    notice_days = fields.IntField(null=True)
    """The customer's time of notice."""
    at_end = fields.CharField(max_length=32, null=True)
    """What happens when the term ends (`contracts.terms.AtEnd`)."""
    attributes: fields.JSONField[dict[str, str]] = fields.JSONField(default=dict, db_default="{}")
    """What the tariff needs beside prices, such as a floor (`contracts.tariff.Attributes`)."""

    class Meta:
        table = "product"


class PriceComponent(Model):
    """A price of a product while it is valid. `valid_to` is the last day, null where no end is known."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    product: fields.ForeignKeyRelation[Product] = fields.ForeignKeyField(
        "omavirta.Product", related_name="price_components", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=32)
    amount = fields.DecimalField(max_digits=12, decimal_places=5)
    unit = fields.CharField(max_length=16)
    vat_rate = fields.DecimalField(max_digits=5, decimal_places=2)
    vat_included = fields.BooleanField()
    valid_from = fields.DateField()
    valid_to = fields.DateField(null=True)

    class Meta:
        table = "price_component"
        unique_together = (("product", "kind", "valid_from"),)


class Contract(Model):
    """A customer's contract for a metering point. Days are local and `end_date` is the last one."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="contracts", on_delete=fields.RESTRICT
    )
    metering_point_id = fields.UUIDField()
    product: fields.ForeignKeyRelation[Product] = fields.ForeignKeyField(
        "omavirta.Product", related_name="contracts", on_delete=fields.RESTRICT
    )
    number = fields.CharField(max_length=32)
    start_date = fields.DateField()
    end_date = fields.DateField(null=True)
    concluded_on = fields.DateField(null=True)
    """The day it was agreed on, from which the time of withdrawal runs (Consumer Protection Act 6:14)."""
    confirmed_on = fields.DateField(null=True)
    """The day its confirmation was sent, from which the time of objection runs (Electricity Market Act 88 §)."""
    sold_at_distance = fields.BooleanField(db_default=False)
    """Whether it was concluded by phone or on the web, or at home: then it can be withdrawn from."""
    notice_days = fields.IntField(null=True)
    """As agreed in this contract; null where the product says it. The same with the next three."""
    at_end = fields.CharField(max_length=32, null=True)
    terms_version = fields.CharField(max_length=32, null=True)
    attributes: fields.JSONField[dict[str, str]] | fields.JSONField[None] = fields.JSONField(null=True)

    class Meta:
        table = "contract"
        indexes = (("customer_id", "metering_point_id"), ("metering_point_id",), ("number",))
        unique_together = (("customer", "number"),)


class ContractPrice(Model):
    """A price agreed on in one contract. Where a contract has a price of a kind, the product's of that kind do not count."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="contract_prices", on_delete=fields.RESTRICT
    )
    contract: fields.ForeignKeyRelation[Contract] = fields.ForeignKeyField(
        "omavirta.Contract", related_name="prices", on_delete=fields.RESTRICT
    )
    kind = fields.CharField(max_length=32)
    amount = fields.DecimalField(max_digits=12, decimal_places=5)
    unit = fields.CharField(max_length=16)
    vat_rate = fields.DecimalField(max_digits=5, decimal_places=2)
    vat_included = fields.BooleanField()
    valid_from = fields.DateField()
    valid_to = fields.DateField(null=True)

    class Meta:
        table = "contract_price"
        unique_together = (("customer", "contract", "kind", "valid_from"),)
