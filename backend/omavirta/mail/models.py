"""Messages that wait to be delivered. They belong to no family: a message may go to someone who has no account."""

from tortoise import fields
from tortoise.models import Model

from omavirta.storage.ids import new_id


class OutboxMail(Model):
    """A message, written in the transaction that causes it. What it says is erased once it is delivered or given up."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    """Also the Message-ID, the same at every try, by which mail systems know a copy."""
    kind = fields.CharField(max_length=40)
    account_id = fields.UUIDField(null=True)
    recipient = fields.CharField(max_length=254)
    language = fields.CharField(max_length=2)
    subject = fields.CharField(max_length=255)
    text = fields.TextField()
    html = fields.TextField()
    created_at = fields.BigIntField()
    tries = fields.IntField(default=0)
    next_try_at = fields.BigIntField()
    """A worker that takes the message moves this ahead, so that no other takes it meanwhile."""
    delivered_at = fields.BigIntField(null=True)
    failed_at = fields.BigIntField(null=True)

    class Meta:
        table = "outbox_mail"
        indexes = (("delivered_at", "failed_at", "next_try_at"),)
