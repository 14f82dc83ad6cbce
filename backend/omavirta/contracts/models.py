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

    class Meta:
        table = "contract"
        indexes = (("customer_id", "metering_point_id"),)
        unique_together = (("customer", "number"),)
