from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from omavirta.storage.ids import new_id


class Migration(migrations.Migration):
    """Makes the table of invitations anew: nobody knows who made the earlier ones, so they open nothing any more."""

    dependencies = [("omavirta", "0003_mail_request")]

    initial = False

    operations = [
        ops.DeleteModel(name="MandateInvitation"),
        ops.CreateModel(
            name="MandateInvitation",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="mandate_invitations",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("invited_by", fields.UUIDField()),
                ("email", fields.CharField(max_length=254)),
                ("email_key", fields.CharField(max_length=1024)),
                ("role", fields.CharField(max_length=16)),
                ("secret_hash", fields.BinaryField()),
                ("created_at", fields.BigIntField()),
                ("expires_at", fields.BigIntField()),
            ],
            options={
                "table": "mandate_invitation",
                "app": "omavirta",
                "unique_together": (("customer", "email_key"),),
                "indexes": [Index(fields=["invited_by"]), Index(fields=["email_key"])],
                "pk_attr": "id",
                "table_description": "A link mailed to someone who is to act for a company, until it is accepted, withdrawn or replaced: then it is deleted.",
            },
            bases=["Model"],
        ),
    ]
