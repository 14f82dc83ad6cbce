"""Tables that no customer owns: what this database is, how new its content is, and which files it has taken."""

from tortoise import fields
from tortoise.models import Model

from omavirta.storage.ids import new_id


class DatabaseInfo(Model):
    """One row: whether this database was made for a demo. Demo passwords and the demo's doors exist only in such."""

    id = fields.SmallIntField(primary_key=True)
    kind = fields.CharField(max_length=8)
    created_at = fields.BigIntField()

    class Meta:
        table = "database_info"


class DataRevision(Model):
    """One row: the revision of what customers are shown (`storage.revision`)."""

    id = fields.SmallIntField(primary_key=True)
    number = fields.BigIntField()

    class Meta:
        table = "data_revision"


class ImportLedger(Model):
    """A file that came in, by the hash of its content. `first_seen_at` dates its values for good (see metering.store)."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    content_hash = fields.CharField(max_length=64, unique=True)
    kind = fields.CharField(max_length=16)
    file_name = fields.CharField(max_length=255)
    first_seen_at = fields.BigIntField()
    finished_at = fields.BigIntField(null=True)

    class Meta:
        table = "import_ledger"


class ImportBatch(Model):
    """A part of a file whose values are durable: written in the transaction that wrote them."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    ledger: fields.ForeignKeyRelation[ImportLedger] = fields.ForeignKeyField(
        "omavirta.ImportLedger", related_name="batches", on_delete=fields.RESTRICT
    )
    number = fields.IntField()
    written_at = fields.BigIntField()

    class Meta:
        table = "import_batch"
        unique_together = (("ledger", "number"),)


class MasterRecord(Model):
    """What a retailer's system calls a thing, which row it is here, and the version that was last taken of it."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    kind = fields.CharField(max_length=24)
    source_id = fields.CharField(max_length=64)
    version = fields.BigIntField()
    target_id = fields.UUIDField()
    content_hash = fields.CharField(max_length=64)
    """SHA-256 of what that version said, so that the same version cannot come with another content."""

    class Meta:
        table = "master_record"
        unique_together = (("kind", "source_id"),)
        indexes = (("target_id",),)


class ServiceToken(Model):
    """A secret by which a retailer's system sends data in. It opens nothing else, and no account has it."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    name = fields.CharField(max_length=100)
    secret_hash = fields.BinaryField()
    created_at = fields.BigIntField()
    last_used_at = fields.BigIntField(null=True)
    revoked_at = fields.BigIntField(null=True)

    class Meta:
        table = "service_token"


class ComparisonGroup(Model):
    """What similar homes used in some months, as metering.comparison computed it, of nobody in particular."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    group_key = fields.CharField(max_length=64)
    first_month = fields.IntField()
    """Months since year 0: 12 times the year and the month from 0."""
    months = fields.SmallIntField()
    points = fields.IntField()
    customers = fields.IntField()
    total_micro_kwh = fields.BigIntField()
    steps: fields.JSONField[list[int]] = fields.JSONField(default=list, db_default="[]")
    """Order statistics of the group in micro-kWh, from the least to the greatest."""
    computed_at = fields.BigIntField()

    class Meta:
        table = "comparison_group"
        unique_together = (("group_key", "first_month", "months"),)
