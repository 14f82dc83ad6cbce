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
    identity_hash = fields.CharField(max_length=64, null=True, unique=True)
    """Keyed hash of the Finnish identity code (`identity.identity_code`); null until strongly identified."""
    phone = fields.CharField(max_length=32, null=True)
    notifications = fields.CharField(max_length=255, db_default="")
    """Which optional messages are wanted: a space-separated list of `NotificationKind` values."""
    terms_version = fields.CharField(max_length=32, null=True)
    terms_accepted_at = fields.BigIntField(null=True)
    locked_at = fields.BigIntField(null=True)
    """Locked by customer service: nothing signs in, and nothing that is signed in is served."""

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
    authenticated_at = fields.BigIntField(db_default=0)
    """When the person last proved to be the one, by whatever means: step-up looks at it."""
    identified_at = fields.BigIntField(null=True)
    """When that was last by strong authentication; null for never in this session."""
    user_agent = fields.CharField(max_length=255, db_default="")

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
    name = fields.CharField(max_length=100, db_default="")
    every_point = fields.BooleanField(db_default=True)
    """Whether it reaches all metering points of the account's customers, else those of `access_token_point`."""
    created_at = fields.BigIntField()
    expires_at = fields.BigIntField(null=True)
    revoked_at = fields.BigIntField(null=True)
    last_used_at = fields.BigIntField(null=True)

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


class AccessTokenPoint(Model):
    """A metering point that a token reaches. The point is of another family, hence no foreign key to it."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    access_token: fields.ForeignKeyRelation[AccessToken] = fields.ForeignKeyField(
        "omavirta.AccessToken", related_name="points", on_delete=fields.RESTRICT
    )
    metering_point_id = fields.UUIDField()

    class Meta:
        table = "access_token_point"
        unique_together = (("access_token", "metering_point_id"),)


class Identification(Model):
    """A strong authentication under way: found by the hash of its `state`, and deleted at its first use."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    state_hash = fields.BinaryField()
    browser_hash = fields.BinaryField()
    broker = fields.CharField(max_length=32)
    purpose = fields.CharField(max_length=16)
    nonce = fields.CharField(max_length=64)
    code_verifier = fields.CharField(max_length=128, null=True)
    account_id = fields.UUIDField(null=True)
    """Who must come back, where that is known already (step-up)."""
    return_path = fields.CharField(max_length=500, default="/")
    language = fields.CharField(max_length=2)
    created_at = fields.BigIntField()

    class Meta:
        table = "identification"


class Registration(Model):
    """Someone who is strongly identified and has no account yet. Lives for a day, or until `completed_at`."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    browser_hash = fields.BinaryField()
    identity_hash = fields.CharField(max_length=64, unique=True)
    name = fields.CharField(max_length=200)
    email = fields.CharField(max_length=254, null=True)
    email_key = fields.CharField(max_length=1024, null=True)
    user_name = fields.CharField(max_length=64, null=True)
    user_name_key = fields.CharField(max_length=255, null=True)
    password_hash = fields.CharField(max_length=255, null=True)
    language = fields.CharField(max_length=2)
    terms_version = fields.CharField(max_length=32, null=True)
    company_customer_id = fields.UUIDField(null=True)
    """The company to act for, where business id and customer number were given and are one's."""
    identified_at = fields.BigIntField()
    completed_at = fields.BigIntField(null=True)

    class Meta:
        table = "registration"
        indexes = (("browser_hash",),)


class VerificationCode(Model):
    """Six digits sent by mail, bound to the browser that asked. Where no account has the address there is no code to fit."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    purpose = fields.CharField(max_length=16)
    browser_hash = fields.BinaryField()
    recipient_hash = fields.CharField(max_length=64)
    """Keyed hash of the address, by which mails are counted."""
    account_id = fields.UUIDField(null=True)
    email = fields.CharField(max_length=254, null=True)
    """The address that is proven, where that is the purpose."""
    code_hash = fields.CharField(max_length=64, null=True)
    tries = fields.IntField(default=0)
    created_at = fields.BigIntField()
    expires_at = fields.BigIntField()
    verified_at = fields.BigIntField(null=True)
    ended_at = fields.BigIntField(null=True)
    """Used, or replaced by a newer one."""

    class Meta:
        table = "verification_code"
        indexes = (("recipient_hash",), ("purpose", "browser_hash"))


class MailRequest(Model):
    """A mail that was asked for with an address that may have no account, until it is written (`identity.mail_requests`)."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    kind = fields.CharField(max_length=16)
    email = fields.CharField(max_length=254)
    browser_hash = fields.BinaryField()
    account_id = fields.UUIDField(null=True)
    """Who asks, where somebody is signed in."""
    created_at = fields.BigIntField()

    class Meta:
        table = "mail_request"


class ResetLink(Model):
    """A single-use link to a new password. `ended_at`: used, or ended by a newer link, a password change or a sign-in."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "omavirta.Account", related_name="reset_links", on_delete=fields.RESTRICT
    )
    secret_hash = fields.BinaryField()
    created_at = fields.BigIntField()
    expires_at = fields.BigIntField()
    ended_at = fields.BigIntField(null=True)

    class Meta:
        table = "reset_link"
        indexes = (("account_id",),)


class Passkey(Model):
    """A WebAuthn credential."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "omavirta.Account", related_name="passkeys", on_delete=fields.RESTRICT
    )
    credential_hash = fields.CharField(max_length=64, unique=True)
    """SHA-256 of the credential's id, which may be 1,023 bytes."""
    credential_id = fields.BinaryField()
    public_key = fields.BinaryField()
    sign_count = fields.BigIntField()
    name = fields.CharField(max_length=100)
    transports = fields.CharField(max_length=100, default="")
    created_at = fields.BigIntField()
    last_used_at = fields.BigIntField(null=True)

    class Meta:
        table = "passkey"
        indexes = (("account_id",),)


class PasskeyChallenge(Model):
    """A challenge that a browser was given: for one use, within minutes. No account for a sign-in."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    browser_hash = fields.BinaryField()
    account_id = fields.UUIDField(null=True)
    purpose = fields.CharField(max_length=16)
    challenge = fields.BinaryField()
    created_at = fields.BigIntField()

    class Meta:
        table = "passkey_challenge"
        indexes = (("browser_hash",),)


class SecurityEvent(Model):
    """What happened to whose account. Outlives the account, hence no foreign key. No names and no addresses."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    """Also the correlation id of the log's line."""
    account_id = fields.UUIDField(null=True)
    event = fields.CharField(max_length=40)
    occurred_at = fields.BigIntField()

    class Meta:
        table = "security_event"
        indexes = (("account_id", "occurred_at"), ("occurred_at",))


class DataExport(Model):
    """An archive of all that is known of an account's person, made in the background. Steps are counted for a progress bar."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    account: fields.ForeignKeyRelation[Account] = fields.ForeignKeyField(
        "omavirta.Account", related_name="data_exports", on_delete=fields.RESTRICT
    )
    steps_done = fields.IntField(default=0)
    steps_total = fields.IntField(default=0)
    size = fields.BigIntField(null=True)
    created_at = fields.BigIntField()
    claimed_until = fields.BigIntField(default=0)
    """Until when the worker that makes it may be believed to be alive."""
    finished_at = fields.BigIntField(null=True)
    failed_at = fields.BigIntField(null=True)

    class Meta:
        table = "data_export"
        indexes = (("account_id",),)


class DataExportPart(Model):
    """A stretch of a finished archive's bytes, so that any server of several can hand it out."""

    id = fields.UUIDField(primary_key=True, default=new_id)
    data_export: fields.ForeignKeyRelation[DataExport] = fields.ForeignKeyField(
        "omavirta.DataExport", related_name="parts", on_delete=fields.RESTRICT
    )
    number = fields.IntField()
    data = fields.BinaryField()

    class Meta:
        table = "data_export_part"
        unique_together = (("data_export", "number"),)
