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
    business_id = fields.CharField(max_length=9, null=True, db_index=True)
    identity_hash = fields.CharField(max_length=64, null=True, db_index=True)
    """A person's keyed hash of the identity code; null for companies and where it is not known."""

    class Meta:
        table = "customer"


class CompanyContact(Model):
    """A person whom the retailer's data names for a company: its contact or signatory."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="contacts", on_delete=fields.RESTRICT
    )
    identity_hash = fields.CharField(max_length=64)
    kind = fields.CharField(max_length=16)

    class Meta:
        table = "company_contact"
        unique_together = (("customer", "identity_hash"),)


class Mandate(Model):
    """An account's right to act for a customer. The account is of another family, hence no foreign key to it."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="mandates", on_delete=fields.RESTRICT
    )
    account_id = fields.UUIDField()
    role = fields.CharField(max_length=16)
    created_at = fields.BigIntField(db_default=0)

    class Meta:
        table = "mandate"
        unique_together = (("customer", "account_id"),)
        indexes = (("account_id",),)


class MandateRequest(Model):
    """An account that asks to act for a company, until an administrator or customer service decides."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="mandate_requests", on_delete=fields.RESTRICT
    )
    account_id = fields.UUIDField()
    created_at = fields.BigIntField()
    decided_at = fields.BigIntField(null=True)
    approved = fields.BooleanField(null=True)

    class Meta:
        table = "mandate_request"
        indexes = (("customer_id",), ("account_id",))


class MandateInvitation(Model):
    """A link mailed to someone who is to act for a company, until it is accepted, withdrawn or replaced: then it is deleted."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    customer: fields.ForeignKeyRelation[Customer] = fields.ForeignKeyField(
        "omavirta.Customer", related_name="mandate_invitations", on_delete=fields.RESTRICT
    )
    invited_by = fields.UUIDField()
    """The account that invites. It opens nothing once that is no administrator of the company any more."""
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=1024)
    """The address as it is compared (`identity.names`)."""
    role = fields.CharField(max_length=16)
    secret_hash = fields.BinaryField()
    created_at = fields.BigIntField()
    expires_at = fields.BigIntField()

    class Meta:
        table = "mandate_invitation"
        unique_together = (("customer", "email_key"),)
        indexes = (("invited_by",), ("email_key",))
