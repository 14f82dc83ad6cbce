from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from omavirta.storage.ids import new_id
from omavirta.storage.series import create_month_tables, drop_month_tables


class Migration(migrations.Migration):
    dependencies = [("omavirta", "0004_invited_by")]

    initial = False

    operations = [
        ops.CreateModel(
            name="ComparisonGroup",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("group_key", fields.CharField(max_length=64)),
                ("first_month", fields.IntField()),
                ("months", fields.SmallIntField()),
                ("points", fields.IntField()),
                ("customers", fields.IntField()),
                ("total_micro_kwh", fields.BigIntField()),
                ("steps", fields.JSONField(default=list, db_default="[]", encoder=JSON_DUMPS, decoder=loads)),
                ("computed_at", fields.BigIntField()),
            ],
            options={
                "table": "comparison_group",
                "app": "omavirta",
                "unique_together": (("group_key", "first_month", "months"),),
                "pk_attr": "id",
                "table_description": "What similar homes used in some months, as metering.comparison computed it, of nobody in particular.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ContractPrice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="contract_prices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "contract",
                    fields.ForeignKeyField(
                        "omavirta.Contract",
                        source_field="contract_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="prices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=32)),
                ("amount", fields.DecimalField(max_digits=12, decimal_places=5)),
                ("unit", fields.CharField(max_length=16)),
                ("vat_rate", fields.DecimalField(max_digits=5, decimal_places=2)),
                ("vat_included", fields.BooleanField()),
                ("valid_from", fields.DateField()),
                ("valid_to", fields.DateField(null=True)),
            ],
            options={
                "table": "contract_price",
                "app": "omavirta",
                "unique_together": (("customer", "contract", "kind", "valid_from"),),
                "pk_attr": "id",
                "table_description": "A price agreed on in one contract. Where a contract has a price of a kind, the product's of that kind do not count.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Document",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="documents",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("kind", fields.CharField(max_length=16)),
                ("invoice_id", fields.UUIDField(null=True)),
                ("contract_id", fields.UUIDField(null=True)),
                ("title", fields.CharField(max_length=200)),
                ("language", fields.CharField(max_length=2)),
                ("media_type", fields.CharField(max_length=64)),
                ("size", fields.IntField()),
                ("created_at", fields.BigIntField()),
                ("content", fields.BinaryField()),
            ],
            options={
                "table": "document",
                "app": "omavirta",
                "indexes": [
                    Index(fields=["customer_id", "invoice_id"]),
                    Index(fields=["customer_id", "contract_id"]),
                ],
                "pk_attr": "id",
                "table_description": "A file for a customer, as billing sent it or as we made it once. What it belongs to is of the same customer.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MasterRecord",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("kind", fields.CharField(max_length=24)),
                ("source_id", fields.CharField(max_length=64)),
                ("version", fields.BigIntField()),
                ("target_id", fields.UUIDField()),
                ("content_hash", fields.CharField(max_length=64)),
            ],
            options={
                "table": "master_record",
                "app": "omavirta",
                "unique_together": (("kind", "source_id"),),
                "indexes": [Index(fields=["target_id"])],
                "pk_attr": "id",
                "table_description": "What a retailer's system calls a thing, which row it is here, and the version that was last taken of it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ServiceToken",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("name", fields.CharField(max_length=100)),
                ("secret_hash", fields.BinaryField()),
                ("created_at", fields.BigIntField()),
                ("last_used_at", fields.BigIntField(null=True)),
                ("revoked_at", fields.BigIntField(null=True)),
            ],
            options={
                "table": "service_token",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A secret by which a retailer's system sends data in. It opens nothing else, and no account has it.",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Contract",
            name="at_end",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Contract",
            name="attributes",
            field=fields.JSONField(null=True, encoder=JSON_DUMPS, decoder=loads),
        ),
        ops.AddField(
            model_name="Contract",
            name="concluded_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Contract",
            name="confirmed_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Contract",
            name="notice_days",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="Contract",
            name="sold_at_distance",
            field=fields.BooleanField(db_default=False),
        ),
        ops.AddField(
            model_name="Contract",
            name="terms_version",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Invoice",
            name="bar_code",
            field=fields.CharField(null=True, max_length=54),
        ),
        ops.AddField(
            model_name="Invoice",
            name="bic",
            field=fields.CharField(null=True, max_length=11),
        ),
        ops.AddField(
            model_name="Invoice",
            name="billed_at",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Invoice",
            name="contract_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="Invoice",
            name="credits_number",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Invoice",
            name="iban",
            field=fields.CharField(null=True, max_length=34),
        ),
        ops.AddField(
            model_name="Invoice",
            name="kind",
            field=fields.CharField(db_default="INVOICE", max_length=16),
        ),
        ops.AddField(
            model_name="Invoice",
            name="late_interest",
            field=fields.DecimalField(null=True, max_digits=5, decimal_places=2),
        ),
        ops.AddField(
            model_name="Invoice",
            name="net",
            field=fields.DecimalField(null=True, max_digits=12, decimal_places=2),
        ),
        ops.AddField(
            model_name="Invoice",
            name="notices",
            field=fields.JSONField(default=list, db_default="[]", encoder=JSON_DUMPS, decoder=loads),
        ),
        ops.AddField(
            model_name="Invoice",
            name="paid_on",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="Invoice",
            name="payee",
            field=fields.CharField(null=True, max_length=70),
        ),
        ops.AddField(
            model_name="Invoice",
            name="reference",
            field=fields.CharField(null=True, max_length=25),
        ),
        ops.AddField(
            model_name="Invoice",
            name="vat",
            field=fields.DecimalField(null=True, max_digits=12, decimal_places=2),
        ),
        ops.AddField(
            model_name="Invoice",
            name="vat_specification",
            field=fields.JSONField(default=list, db_default="[]", encoder=JSON_DUMPS, decoder=loads),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="category",
            field=fields.CharField(db_default="SUPPLY", max_length=16),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="component",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="metering_point_id",
            field=fields.UUIDField(null=True),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="period_from",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="period_to",
            field=fields.DateField(null=True),
        ),
        ops.AddField(
            model_name="InvoiceRow",
            name="unit_price_gross",
            field=fields.DecimalField(null=True, max_digits=18, decimal_places=6),
        ),
        ops.AddField(
            model_name="MeteringPoint",
            name="climate_zone",
            field=fields.SmallIntField(null=True),
        ),
        ops.AddField(
            model_name="MeteringPoint",
            name="dwelling",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="MeteringPoint",
            name="floor_area_m2",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="MeteringPoint",
            name="heating",
            field=fields.CharField(null=True, max_length=16),
        ),
        ops.AddField(
            model_name="Product",
            name="at_end",
            field=fields.CharField(null=True, max_length=32),
        ),
        ops.AddField(
            model_name="Product",
            name="attributes",
            field=fields.JSONField(default=dict, db_default="{}", encoder=JSON_DUMPS, decoder=loads),
        ),
        ops.AddField(
            model_name="Product",
            name="notice_days",
            field=fields.IntField(null=True),
        ),
        ops.AddField(
            model_name="Product",
            name="term_months",
            field=fields.IntField(null=True),
        ),
        ops.AddIndex(model_name="Contract", index=Index(fields=["metering_point_id"])),
        ops.AddIndex(model_name="Contract", index=Index(fields=["number"])),
        ops.RunPython(create_month_tables, drop_month_tables),
    ]
