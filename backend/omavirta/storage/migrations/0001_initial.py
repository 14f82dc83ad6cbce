from orjson import loads
from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.fields.data import JSON_DUMPS
from tortoise.indexes import Index
from tortoise.migrations import operations as ops

from omavirta.storage.ids import new_id
from omavirta.storage.series import create_series_tables, drop_series_tables


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Account",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("user_name", fields.CharField(null=True, max_length=64)),
                ("user_name_key", fields.CharField(null=True, unique=True, max_length=255)),
                ("email", fields.CharField(max_length=254)),
                ("email_key", fields.CharField(unique=True, max_length=1024)),
                ("name", fields.CharField(max_length=200)),
                ("language", fields.CharField(default="fi", max_length=2)),
                ("password_hash", fields.CharField(null=True, max_length=255)),
                ("created_at", fields.BigIntField()),
            ],
            options={
                "table": "account",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A person who signs in. The `…_key` columns hold names as they are compared (`identity.names`).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="AccessToken",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "account",
                    fields.ForeignKeyField(
                        "omavirta.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="access_tokens",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("secret_hash", fields.BinaryField()),
                ("scopes", fields.CharField(max_length=255)),
                ("created_at", fields.BigIntField()),
                ("expires_at", fields.BigIntField(null=True)),
                ("revoked_at", fields.BigIntField(null=True)),
            ],
            options={
                "table": "access_token",
                "app": "omavirta",
                "indexes": [Index(fields=["account_id"])],
                "pk_attr": "id",
                "table_description": "A personal access token of a partner app, `pat_…`. `scopes` is a space-separated list (RFC 6749 3.3).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Customer",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("number", fields.CharField(db_index=True, max_length=32)),
                ("kind", fields.CharField(max_length=16)),
                ("name", fields.CharField(max_length=200)),
                ("business_id", fields.CharField(null=True, max_length=9)),
            ],
            options={
                "table": "customer",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A person or company that the retailer supplies. `number` is the retailer's own customer number.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="DatabaseInfo",
            fields=[
                ("id", fields.SmallIntField(primary_key=True, unique=True, db_index=True)),
                ("kind", fields.CharField(max_length=8)),
                ("created_at", fields.BigIntField()),
            ],
            options={
                "table": "database_info",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "One row: whether this database was made for a demo. Demo passwords and the demo's doors exist only in such.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ImportLedger",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("content_hash", fields.CharField(unique=True, max_length=64)),
                ("kind", fields.CharField(max_length=16)),
                ("file_name", fields.CharField(max_length=255)),
                ("first_seen_at", fields.BigIntField()),
                ("finished_at", fields.BigIntField(null=True)),
            ],
            options={
                "table": "import_ledger",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A file that came in, by the hash of its content. `first_seen_at` dates its values for good (see metering.store).",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ImportBatch",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "ledger",
                    fields.ForeignKeyField(
                        "omavirta.ImportLedger",
                        source_field="ledger_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="batches",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.IntField()),
                ("written_at", fields.BigIntField()),
            ],
            options={
                "table": "import_batch",
                "app": "omavirta",
                "unique_together": (("ledger", "number"),),
                "pk_attr": "id",
                "table_description": "A part of a file whose values are durable: written in the transaction that wrote them.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Invoice",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="invoices",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("metering_point_id", fields.UUIDField(null=True)),
                ("number", fields.CharField(max_length=32)),
                ("invoice_date", fields.DateField()),
                ("due_date", fields.DateField()),
                ("period_from", fields.DateField()),
                ("period_to", fields.DateField()),
                ("total", fields.DecimalField(max_digits=12, decimal_places=2)),
                ("paid", fields.DecimalField(max_digits=12, decimal_places=2)),
                ("credited", fields.BooleanField(default=False)),
            ],
            options={
                "table": "invoice",
                "app": "omavirta",
                "unique_together": (("customer", "number"),),
                "indexes": [Index(fields=["customer_id", "invoice_date", "id"])],
                "pk_attr": "id",
                "table_description": "`period_to` is the last day invoiced. `credited` marks one that a credit note has undone.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="InvoiceRow",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="invoice_rows",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "invoice",
                    fields.ForeignKeyField(
                        "omavirta.Invoice",
                        source_field="invoice_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="rows",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("position", fields.IntField()),
                ("description", fields.CharField(max_length=200)),
                ("quantity", fields.DecimalField(null=True, max_digits=18, decimal_places=6)),
                ("unit", fields.CharField(null=True, max_length=16)),
                ("unit_price", fields.DecimalField(null=True, max_digits=18, decimal_places=6)),
                ("net", fields.DecimalField(max_digits=12, decimal_places=2)),
                ("vat_rate", fields.DecimalField(max_digits=5, decimal_places=2)),
                ("vat", fields.DecimalField(max_digits=12, decimal_places=2)),
                ("gross", fields.DecimalField(max_digits=12, decimal_places=2)),
            ],
            options={
                "table": "invoice_row",
                "app": "omavirta",
                "unique_together": (("customer", "invoice", "position"),),
                "pk_attr": "id",
                "table_description": "A row of an invoice, with the VAT rate it was billed at.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Mandate",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="mandates",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("account_id", fields.UUIDField()),
                ("role", fields.CharField(max_length=16)),
            ],
            options={
                "table": "mandate",
                "app": "omavirta",
                "unique_together": (("customer", "account_id"),),
                "indexes": [Index(fields=["account_id"])],
                "pk_attr": "id",
                "table_description": "An account's right to act for a customer. The account is of another family, hence no foreign key to it.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="NetworkCompany",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("name", fields.CharField(max_length=200)),
                ("phone", fields.CharField(max_length=32)),
                ("website", fields.CharField(max_length=255)),
            ],
            options={
                "table": "network_company",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "Catalogue: a distribution system operator.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="MeteringPoint",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("gsrn", fields.CharField(db_index=True, max_length=18)),
                ("name", fields.CharField(null=True, max_length=100)),
                ("street", fields.CharField(max_length=200)),
                ("postal_code", fields.CharField(max_length=10)),
                ("city", fields.CharField(max_length=100)),
                (
                    "network_company",
                    fields.ForeignKeyField(
                        "omavirta.NetworkCompany",
                        source_field="network_company_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="metering_points",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
            ],
            options={
                "table": "metering_point",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "A place of use. `gsrn` is its 18-digit id in Datahub.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Product",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                ("code", fields.CharField(unique=True, max_length=64)),
                ("kind", fields.CharField(max_length=32)),
                ("names", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("descriptions", fields.JSONField(encoder=JSON_DUMPS, decoder=loads)),
                ("valid_from", fields.DateField()),
                ("valid_to", fields.DateField(null=True)),
            ],
            options={
                "table": "product",
                "app": "omavirta",
                "pk_attr": "id",
                "table_description": "Catalogue: what can be, or could once be, agreed on. Texts by language code in `names` and `descriptions`.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Contract",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "customer",
                    fields.ForeignKeyField(
                        "omavirta.Customer",
                        source_field="customer_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="contracts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("metering_point_id", fields.UUIDField()),
                (
                    "product",
                    fields.ForeignKeyField(
                        "omavirta.Product",
                        source_field="product_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="contracts",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("number", fields.CharField(max_length=32)),
                ("start_date", fields.DateField()),
                ("end_date", fields.DateField(null=True)),
            ],
            options={
                "table": "contract",
                "app": "omavirta",
                "unique_together": (("customer", "number"),),
                "indexes": [Index(fields=["customer_id", "metering_point_id"])],
                "pk_attr": "id",
                "table_description": "A customer's contract for a metering point. Days are local and `end_date` is the last one.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PriceComponent",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "product",
                    fields.ForeignKeyField(
                        "omavirta.Product",
                        source_field="product_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="price_components",
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
                "table": "price_component",
                "app": "omavirta",
                "unique_together": (("product", "kind", "valid_from"),),
                "pk_attr": "id",
                "table_description": "A price of a product while it is valid. `valid_to` is the last day, null where no end is known.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Session",
            fields=[
                ("id", fields.UUIDField(primary_key=True, default=new_id, unique=True, db_index=True)),
                (
                    "account",
                    fields.ForeignKeyField(
                        "omavirta.Account",
                        source_field="account_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="sessions",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("secret_hash", fields.BinaryField()),
                ("created_at", fields.BigIntField()),
                ("last_seen_at", fields.BigIntField()),
            ],
            options={
                "table": "session",
                "app": "omavirta",
                "indexes": [Index(fields=["account_id"])],
                "pk_attr": "id",
                "table_description": "A browser that is signed in. The cookie holds the id and a secret, of which the SHA-256 is here.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="SignInThrottle",
            fields=[
                ("name_hash", fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64)),
                ("failures", fields.IntField()),
                ("window_started_at", fields.BigIntField()),
                ("blocked_until", fields.BigIntField()),
            ],
            options={
                "table": "sign_in_throttle",
                "app": "omavirta",
                "pk_attr": "name_hash",
                "table_description": "Failed sign-ins of one name, whether an account has it or not. The name is kept as a keyed hash.",
            },
            bases=["Model"],
        ),
        ops.RunPython(create_series_tables, drop_series_tables),
    ]
