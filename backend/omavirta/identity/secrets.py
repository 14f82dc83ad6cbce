"""Secrets of 256 bits that a browser or an app keeps: `<id>` finds the row, its SHA-256 proves the rest.

A hash without salt or stretching is enough for a secret that cannot be guessed (OWASP ASVS 5.0, 11.4.1). What can be
guessed (a code of six digits, an identity code, an address) is kept as a hash that is keyed with the service's key.
"""

import base64
import binascii
import hashlib
import hmac
import secrets
from dataclasses import dataclass
from uuid import UUID

SECRET_BYTES = 32
_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class Credential:
    """What was presented: which row, and the hash of its secret."""

    id: UUID
    secret_hash: bytes

    def proves(self, stored_hash: bytes) -> bool:
        """In constant time."""
        return hmac.compare_digest(self.secret_hash, bytes(stored_hash))


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def hash_secret(secret: bytes) -> bytes:
    return hashlib.sha256(secret).digest()


def keyed_hash(secret_key: str, purpose: str, text: str) -> str:
    """HMAC-SHA-256 in 64 hexadecimal digits. Hashes of two purposes are never the same, so none can stand for another."""
    key = hmac.new(secret_key.encode(), purpose.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def encode_credential(id_: UUID, secret: bytes) -> str:
    return base64.urlsafe_b64encode(id_.bytes + secret).decode().rstrip("=")


def decode_credential(text: str) -> Credential | None:
    """None for what we cannot have given out."""
    try:
        raw = base64.b64decode(text.encode("ascii") + b"=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    if len(raw) != _ID_BYTES + SECRET_BYTES:
        return None
    return Credential(UUID(bytes=raw[:_ID_BYTES]), hash_secret(raw[_ID_BYTES:]))
