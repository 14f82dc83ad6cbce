"""Tables that no customer owns: what this database is, and which files it has taken."""

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
