"""The shapes of known brokers of the Finnish Trust Network. A configuration names one, and overrides what its contract says.

What only the contract knows is not here: the client's id, the entity key to pin, the service's name.
"""

from typing import Any, Literal, TypeAlias

Environment: TypeAlias = Literal["production", "test"]


def preset(name: str, environment: Environment) -> dict[str, Any]:
    """Raises KeyError for a name that is none."""
    return _PRESETS[name](environment)


def _telia(environment: Environment) -> dict[str, Any]:
    """Telia Tunnistus, integration guide 2.36."""
    host = "https://tunnistus.telia.fi" if environment == "production" else "https://tunnistus-pp.telia.fi"
    return {
        "issuer": f"{host}/uas",
        "authorizationEndpoint": f"{host}/uas/oauth2/authorization",
        "tokenEndpoint": f"{host}/uas/oauth2/token",
        "signedJwksUrl": f"{host}/openid_provider/signed_jwks.jwt",
        "scopes": ["openid"],
        "askAcr": True,
        "requestParameters": {"prompt": "login"},
        "claims": {
            "identityCode": "urn:oid:1.2.246.21",
            "name": "urn:oid:2.16.840.1.113730.3.1.241",
            "givenName": "urn:oid:1.2.246.575.1.14",
            "familyName": "urn:oid:2.5.4.4",
        },
    }


def _op(environment: Environment) -> dict[str, Any]:
    """OP Identity Service Broker. `weak` says that an account with a password is made by the identification."""
    host = "https://isb.op.fi" if environment == "production" else "https://isb-test.op.fi"
    return {
        "issuer": host,
        "authorizationEndpoint": f"{host}/oauth/authorize",
        "tokenEndpoint": f"{host}/oauth/token",
        "signedJwksUrl": f"{host}/jwks/broker-signed",
        "scopes": ["openid", "profile", "personal_identity_code", "weak"],
        "claims": {
            "identityCode": "personal_identity_code",
            "name": "name",
            "givenName": "given_name",
            "familyName": "family_name",
        },
    }


def _signicat(_environment: Environment) -> dict[str, Any]:
    """Signicat's eID and Wallet Hub. The issuer is the customer's own domain, `https://…/auth/open`."""
    return {
        "authorizationEndpoint": "{issuer}/connect/authorize",
        "tokenEndpoint": "{issuer}/connect/token",
        "jwksUrl": "{issuer}/.well-known/openid-configuration/jwks",
        "scopes": ["openid", "profile", "nin", "ftn-extra"],
        "requestParameters": {"acr_values": "idp:ftn", "prompt": "login"},
        "claims": {
            "identityCode": "ftn_hetu",
            "name": "name",
            "givenName": "given_name",
            "familyName": "family_name",
        },
    }


_PRESETS = {"telia": _telia, "op": _op, "signicat": _signicat}
