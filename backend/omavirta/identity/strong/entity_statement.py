"""What brokers fetch from us (OpenID Federation 1.0): the statement of who we are, and our keys, signed with the entity key."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from omavirta.identity.strong.jose import sign
from omavirta.identity.strong.keys import KeyUse, OwnKeys

STATEMENT_PATH = "/.well-known/openid-federation"
STATEMENT_TYPE = "application/entity-statement+jwt"
KEY_SET_PATH = "/identification/jwks"
KEY_SET_TYPE = "application/jwk-set+jwt"
STATEMENT_VALID_FOR = timedelta(days=365)
"""Brokers keep it with the contract, and read it again when the entity key changes."""
KEY_SET_VALID_FOR = timedelta(days=1)


def entity_statement(
    keys: OwnKeys, public_url: str, redirect_uris: Sequence[str], organisation: str, now: datetime
) -> str:
    claims = {
        "iss": public_url,
        "sub": public_url,
        "iat": int(now.timestamp()),
        "exp": int((now + STATEMENT_VALID_FOR).timestamp()),
        "jwks": {"keys": keys.shown_entity_keys()},
        "metadata": {
            "openid_relying_party": {
                "organization_name": organisation,
                "application_type": "web",
                "client_registration_types": [],
                "redirect_uris": list(redirect_uris),
                "response_types": ["code"],
                "grant_types": ["authorization_code"],
                "signed_jwks_uri": public_url + KEY_SET_PATH,
                "request_object_signing_alg": "RS256",
                "token_endpoint_auth_method": "private_key_jwt",
                "token_endpoint_auth_signing_alg": "RS256",
                "id_token_signed_response_alg": "RS256",
                "id_token_encrypted_response_alg": "RSA-OAEP",
                "id_token_encrypted_response_enc": "A128CBC-HS256",
            }
        },
    }
    return sign(claims, keys.active(KeyUse.ENTITY), typ="entity-statement+jwt")


def signed_key_set(keys: OwnKeys, public_url: str, now: datetime) -> str:
    claims = {
        "iss": public_url,
        "sub": public_url,
        "iat": int(now.timestamp()),
        "exp": int((now + KEY_SET_VALID_FOR).timestamp()),
        "keys": keys.shown(),
    }
    return sign(claims, keys.active(KeyUse.ENTITY), typ="jwk-set+jwt")
