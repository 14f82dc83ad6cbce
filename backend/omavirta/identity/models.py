"""Accounts and what opens them. Sign-in belongs to neither the customer nor the metering point family.

Moments are integers: microseconds since 1970 in UTC. Secrets are kept as hashes only.
"""

from tortoise import fields
from tortoise.models import Model

from omavirta.storage.ids import new_id


class Account(Model):
    """A person who signs in. The `…_key` columns hold names as they are compared (`identity.names`)."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    user_name = fields.CharField(max_length=64, null=True)
    user_name_key = fields.CharField(max_length=255, null=True, unique=True)
    email = fields.CharField(max_length=254)
    email_key = fields.CharField(max_length=1024, unique=True)
    name = fields.CharField(max_length=200)
    language = fields.CharField(max_length=2, default="fi")
    password_hash = fields.CharField(max_length=255, null=True)
    created_at = fields.BigIntField()

    class Meta:
        table = "account"


class Session(Model):
    """A browser that is signed in. The cookie holds the id and a secret, of which the SHA-256 is here."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "omavirta.Account", related_name="sessions", on_delete=fields.RESTRICT
    )
    secret_hash = fields.BinaryField()
    created_at = fields.BigIntField()
    last_seen_at = fields.BigIntField()

    class Meta:
        table = "session"
        indexes = (("account_id",),)


class AccessToken(Model):
    """A personal access token of a partner app, `pat_…`. `scopes` is a space-separated list (RFC 6749 3.3)."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "omavirta.Account", related_name="access_tokens", on_delete=fields.RESTRICT
    )
    secret_hash = fields.BinaryField()
    scopes = fields.CharField(max_length=255)
    created_at = fields.BigIntField()
    expires_at = fields.BigIntField(null=True)
    revoked_at = fields.BigIntField(null=True)

    class Meta:
        table = "access_token"
        indexes = (("account_id",),)


class SignInThrottle(Model):
    """Failed sign-ins of one name, whether an account has it or not. The name is kept as a keyed hash."""

    name_hash = fields.CharField(max_length=64, primary_key=True)
    failures = fields.IntField()
    window_started_at = fields.BigIntField()
    blocked_until = fields.BigIntField()

    class Meta:
        table = "sign_in_throttle"
