"""Signing, verifying and decrypting with joserfc, narrowed to what the Finnish Trust Network's profile uses.

Algorithms come from allow-lists and never from the token; keys are chosen here by `kid`; a compressed token is none.
"""

import base64
import warnings
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Literal, TypeAlias

import orjson
from joserfc import jwe, jws
from joserfc.errors import JoseError, SecurityWarning
from joserfc.jwk import RSAKey

from omavirta.identity.strong.refusal import refused

SignatureAlgorithm: TypeAlias = Literal["RS256", "PS256"]
KeyEncryption: TypeAlias = Literal["RSA-OAEP", "RSA-OAEP-256"]
ContentEncryption: TypeAlias = Literal["A128CBC-HS256", "A128GCM", "A256GCM"]
Claims: TypeAlias = dict[str, Any]

SMALLEST_KEY_BITS = 2048
JWE_PARTS = 5


class UnknownKeyError(Exception):
    """No key at hand has the token's `kid`: a newer key set may hold it."""


def sign(claims: Mapping[str, Any], key: RSAKey, *, typ: str, algorithm: SignatureAlgorithm = "RS256") -> str:
    """A signed token (RFC 7519) whose header names its type and the key."""
    header = {"alg": algorithm, "typ": typ, "kid": key.kid}
    return jws.serialize_compact(header, orjson.dumps(claims), key, algorithms=[algorithm])


def verify(token: str, keys: Sequence[RSAKey], algorithms: Collection[SignatureAlgorithm]) -> Claims:
    """The claims of a signed token, of which nothing but the signature has been checked.

    Raises IdentificationRefused, or UnknownKeyError where none of the keys has the `kid`.
    """
    header = _header(token)
    if header.get("alg") not in algorithms:
        raise refused("signature_algorithm")
    key = next((key for key in keys if key.kid == header.get("kid")), None)
    if key is None:
        raise UnknownKeyError
    registry = jws.JWSRegistry(algorithms=list(algorithms), strict_check_header=False)
    try:
        payload = jws.deserialize_compact(token, key, registry=registry).payload
        claims = orjson.loads(payload or b"")
    except (JoseError, ValueError):
        raise refused("signature") from None
    if not isinstance(claims, dict):
        raise refused("malformed_claims")
    return claims


def decrypt(
    token: str,
    keys: Sequence[RSAKey],
    key_encryption: Collection[KeyEncryption],
    content_encryption: Collection[ContentEncryption],
) -> str:
    """The signed token inside an encrypted one (RFC 7516). Raises IdentificationRefused, also for one in plain sight."""
    if token.count(".") != JWE_PARTS - 1:
        raise refused("not_encrypted")
    header = _header(token)
    if header.get("alg") not in key_encryption or header.get("enc") not in content_encryption:
        raise refused("encryption_algorithm")
    if "zip" in header:
        raise refused("compressed")
    kid = header.get("kid")
    # A broker that knows one key of ours may leave its name away (RFC 7516 4.1.6).
    candidates = [key for key in keys if kid is None or key.kid == kid]
    if not candidates:
        raise refused("unknown_decryption_key")
    registry = jwe.JWERegistry(algorithms=[*key_encryption, *content_encryption], strict_check_header=False)
    for key in candidates:
        try:
            plain = jwe.decrypt_compact(token, key, registry=registry).plaintext
            return (plain or b"").decode("ascii")
        except (JoseError, ValueError):
            continue
    raise refused("decryption")


def public_keys(key_set: object) -> list[RSAKey]:
    """The keys of a key set (RFC 7517) that can verify signatures: RSA, large enough, named, and not for encryption.

    What cannot is left out: other algorithms' keys may stand beside. Raises IdentificationRefused for what is no set.
    """
    members = key_set.get("keys") if isinstance(key_set, dict) else None
    if not isinstance(members, list):
        raise refused("malformed_keys")
    found = []
    for member in members:
        if not isinstance(member, dict) or member.get("kty") != "RSA" or member.get("use", "sig") != "sig":
            continue
        public = {
            name: member[name] for name in ("kty", "n", "e", "kid") if isinstance(member.get(name), str)
        }
        try:
            with warnings.catch_warnings():
                # It warns of small keys, which are left out below.
                warnings.simplefilter("ignore", SecurityWarning)
                key = RSAKey.import_key(public)
            large_enough = key.public_key.key_size >= SMALLEST_KEY_BITS
        except (JoseError, ValueError, KeyError):
            continue
        if large_enough and key.kid:
            found.append(key)
    return found


def _header(token: str) -> Claims:
    """The protected header, which says which key and algorithm to try. Nothing in it is proven."""
    try:
        header = orjson.loads(_unpadded(token.partition(".")[0]))
    except ValueError:
        raise refused("malformed_token") from None
    if not isinstance(header, dict):
        raise refused("malformed_token")
    if "crit" in header:
        # Who names extensions there wants the token refused by whoever knows them not (RFC 7515 4.1.11): we know none.
        raise refused("critical_header")
    return header


def _unpadded(text: str) -> bytes:
    """Of base64url without padding (RFC 7515 2); raises ValueError."""
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
