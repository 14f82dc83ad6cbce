from tortoise import fields, migrations
from tortoise.migrations import operations as ops

from omavirta.storage.ids import new_id


class Migration(migrations.Migration):
    dependencies = [("omavirta", "0002_identity")]

    initial = False

    operations = [
        ops.CreateModel(
            name="MailRequest",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("kind", fields.CharField(max_length=16)),
                ("email", fields.CharField(max_length=254)),
                ("browser_hash", fields.BinaryField()),
                ("account_id", fields.UUIDField(null=True)),
                ("created_at", fields.BigIntField()),
            ],
            options={
                "table": "mail_request",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A mail that was asked for with an address that may have no account, until it is written (`identity.mail_requests`).",
            },
            bases=["Model"],
        ),
    ]
