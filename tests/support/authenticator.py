"""An authenticator in software: it makes passkeys and answers challenges as browsers hand them on (WebAuthn level 3).

What a browser or an honest authenticator would never do is an argument away: another origin, host or challenge, no user
verification, a counter that goes back, a foreign key's signature.
"""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa

USER_PRESENT, USER_VERIFIED, BACKUP_ELIGIBLE, ATTESTED = 0x01, 0x04, 0x08, 0x40
ES256, EDDSA, RS256 = -7, -8, -257
ICLOUD = bytes.fromhex("fbfc3007154e4ecc8c0b6e020557d7bd")


class EcKey:
    def __init__(self) -> None:
        self._key = ec.generate_private_key(ec.SECP256R1())

    def cose(self) -> dict[int, Any]:
        numbers = self._key.public_key().public_numbers()
        return {1: 2, 3: ES256, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data, ec.ECDSA(hashes.SHA256()))


class EdKey:
    def __init__(self) -> None:
        self._key = ed25519.Ed25519PrivateKey.generate()

    def cose(self) -> dict[int, Any]:
        return {1: 1, 3: EDDSA, -1: 6, -2: self._key.public_key().public_bytes_raw()}

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data)


class RsaKey:
    def __init__(self) -> None:
        self._key = rsa.generate_private_key(65537, 2048)

    def cose(self) -> dict[int, Any]:
        numbers = self._key.public_key().public_numbers()
        return {1: 3, 3: RS256, -1: numbers.n.to_bytes(256, "big"), -2: numbers.e.to_bytes(3, "big")}

    def sign(self, data: bytes) -> bytes:
        return self._key.sign(data, padding.PKCS1v15(), hashes.SHA256())


Key = EcKey | EdKey | RsaKey


@dataclass
class Passkey:
    """A passkey as the authenticator keeps it. `counter` stays 0 for one that is synchronised between devices."""

    rp_id: str
    user_handle: bytes
    key: Key
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    counter: int = 0


@dataclass
class Authenticator:
    origin: str = "https://oma.example.fi"
    counts: bool = True
    aaguid: bytes = bytes(16)
    new_key: type[EcKey] | type[EdKey] | type[RsaKey] = EcKey

    def create(
        self,
        options_json: str,
        *,
        rp_id: str | None = None,
        challenge: bytes | None = None,
        flags: int = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE,
        type_: str = "webauthn.create",
        cose: dict[int, Any] | None = None,
        credential_id: bytes | None = None,
    ) -> tuple[Passkey, str]:
        """The new passkey, and what the browser sends."""
        options = json.loads(options_json)
        passkey = Passkey(options["rp"]["id"], decode(options["user"]["id"]), self.new_key())
        passkey.credential_id = credential_id or passkey.credential_id
        data = self._data(passkey, rp_id, flags | ATTESTED)
        data += self.aaguid + len(passkey.credential_id).to_bytes(2, "big") + passkey.credential_id
        data += cbor2.dumps(cose or passkey.key.cose())
        response = {
            "clientDataJSON": encode(self._client_data(type_, challenge or decode(options["challenge"]))),
            "attestationObject": encode(cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": data})),
            "transports": ["internal", "hybrid"],
        }
        return passkey, self._credential(passkey, response)

    def get(
        self,
        passkey: Passkey,
        options_json: str,
        *,
        rp_id: str | None = None,
        challenge: bytes | None = None,
        flags: int = USER_PRESENT | USER_VERIFIED | BACKUP_ELIGIBLE,
        type_: str = "webauthn.get",
        user_handle: bytes | None = None,
        signed_by: Key | None = None,
        counter: int | None = None,
    ) -> str:
        """What the browser sends. `user_handle` is the passkey's own where none is given; empty for one that is not told."""
        options = json.loads(options_json)
        if self.counts:
            passkey.counter += 1
        if counter is not None:
            passkey.counter = counter
        data = self._data(passkey, rp_id, flags)
        client_data = self._client_data(type_, challenge or decode(options["challenge"]))
        signature = (signed_by or passkey.key).sign(data + hashlib.sha256(client_data).digest())
        response = {
            "clientDataJSON": encode(client_data),
            "authenticatorData": encode(data),
            "signature": encode(signature),
        }
        handle = passkey.user_handle if user_handle is None else user_handle
        if handle:
            response["userHandle"] = encode(handle)
        return self._credential(passkey, response)

    def _data(self, passkey: Passkey, rp_id: str | None, flags: int) -> bytes:
        host = hashlib.sha256((rp_id or passkey.rp_id).encode()).digest()
        return host + bytes([flags]) + passkey.counter.to_bytes(4, "big")

    def _client_data(self, type_: str, challenge: bytes) -> bytes:
        return json.dumps(
            {"type": type_, "challenge": encode(challenge), "origin": self.origin, "crossOrigin": False}
        ).encode()

    @staticmethod
    def _credential(passkey: Passkey, response: dict[str, Any]) -> str:
        id_ = encode(passkey.credential_id)
        return json.dumps(
            {
                "id": id_,
                "rawId": id_,
                "type": "public-key",
                "authenticatorAttachment": "platform",
                "clientExtensionResults": {},
                "response": response,
            }
        )


def encode(data: bytes) -> str:
    return urlsafe_b64encode(data).decode().rstrip("=")


def decode(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
