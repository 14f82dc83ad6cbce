"""The customer family: every row carries the customer's id, and every unique rule includes it."""

from tortoise import fields
from tortoise.models import Model

from omavirta.storage.ids import new_id


class Customer(Model):
    """A person or company that the retailer supplies. `number` is the retailer's own customer number."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    number = fields.CharField(max_length=32, db_index=True)
    kind = fields.CharField(max_length=16)
    name = fields.CharField(max_length=200)
    business_id = fields.CharField(max_length=9, null=True)

    class Meta:
        table = "customer"


class Mandate(Model):
    """An account's right to act for a customer. The account is of another family, hence no foreign key to it."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="mandates", on_delete=fields.RESTRICT
    )
    account_id = fields.UUIDField()
    role = fields.CharField(max_length=16)

    class Meta:
        table = "mandate"
        unique_together = (("customer", "account_id"),)
        indexes = (("account_id",),)
