from tortoise import fields, migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("omavirta", "0006_credited_amount")]

    initial = False

    operations = [
        ops.CreateModel(
            name="DataRevision",
            fields=[
                ("id", fields.SmallIntField(generated=True, primary_key=True, unique=True, db_index=True)),
                ("number", fields.BigIntField()),
            ],
            options={
                "table": "data_revision",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "One row: the revision of what customers are shown (`storage.revision`).",
            },
            bases=["Model"],
        ),
    ]
