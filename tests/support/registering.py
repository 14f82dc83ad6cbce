"""Browsers that somebody has just identified in, without going through a broker."""

import base64
import secrets
from dataclasses import dataclass, field
from uuid import UUID

from omavirta.api.language import Language
from omavirta.identity.secrets import hash_secret
from omavirta.identity.strong.person import IdentificationPurpose, IdentifiedPerson

HELMI, ONNI = "a" * 64, "b" * 64
"""Keyed hashes of two persons' identity codes."""


@dataclass(frozen=True)
class Browser:
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32))

    @property
    def hash(self) -> bytes:
        return hash_secret(self.secret)

    @property
    def cookie(self) -> str:
        return base64.urlsafe_b64encode(self.secret).decode().rstrip("=")


def identified(
    identity_hash: str = HELMI,
    purpose: IdentificationPurpose = IdentificationPurpose.REGISTER,
    name: str = "Helmi Korhonen",
    *,
    account_id: UUID | None = None,
    return_path: str = "/",
) -> IdentifiedPerson:
    return IdentifiedPerson(
        identity_hash=identity_hash,
        name=name,
        purpose=purpose,
        account_id=account_id,
        return_path=return_path,
        language=Language.FI,
    )
