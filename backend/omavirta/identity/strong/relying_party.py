"""The relying party's side of the protocol: the signed request, and the code exchanged for an ID token.

OpenID Connect Core 3.1 with request objects (RFC 9101), PKCE (RFC 7636) and `private_key_jwt` (RFC 7523), as the Finnish
Trust Network's profile narrows them. The identification under way says what is asked; nothing here is kept.
"""

import base64
import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime
from urllib.parse import urlencode

import orjson

from omavirta.identity.strong.back_channel import BackChannel
from omavirta.identity.strong.brokers import Broker
from omavirta.identity.strong.failure import FailureReason
from omavirta.identity.strong.jose import sign
from omavirta.identity.strong.keys import KeyUse, OwnKeys
from omavirta.identity.strong.refusal import IdentificationRefused, no_answer, refused
from omavirta.identity.strong.transactions import Identification

REQUEST_SECONDS = 600
BACKDATED_SECONDS = 30
"""For brokers whose clock is behind ours."""
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
LONGEST_CODE = 4096
CANCELLED = frozenset({"access_denied", "cancel", "user_cancel"})
OUT_OF_ORDER = frozenset({"server_error", "temporarily_unavailable"})
SERVER_FAULT = 500


def authorization_url(
    broker: Broker,
    identification: Identification,
    state: str,
    redirect_uri: str,
    keys: OwnKeys,
    now: datetime,
) -> str:
    """Where the browser is sent. What matters is in the signed request; the rest repeats what OpenID Connect wants bare."""
    issued = int(now.timestamp()) - BACKDATED_SECONDS
    scope = " ".join(broker.scopes)
    claims = broker.further_claims(identification.language) | {
        "iss": broker.client_id,
        "aud": broker.request_audience or broker.issuer,
        "client_id": broker.client_id,
        "response_type": "code",
        "scope": scope,
        "redirect_uri": redirect_uri,
        "state": state,
        "nonce": identification.nonce,
        "ui_locales": identification.language.value,
        "iat": issued,
        "exp": issued + BACKDATED_SECONDS + REQUEST_SECONDS,
        "jti": secrets.token_urlsafe(24),
    }
    if broker.ask_acr:
        claims["acr_values"] = claims.get("acr_values") or broker.level
    if identification.code_verifier is not None:
        claims["code_challenge"] = code_challenge(identification.code_verifier)
        claims["code_challenge_method"] = "S256"
    request = sign(
        claims,
        keys.active(KeyUse.SIGNING),
        typ="JWT",
        algorithm=broker.request_signature,
    )
    bare = {"client_id": broker.client_id, "response_type": "code", "scope": scope, "request": request}
    return f"{broker.authorization_endpoint}?{urlencode(bare)}"


def code_challenge(verifier: str) -> str:
    """S256 (RFC 7636 4.2)."""
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).decode().rstrip("=")


def read_code(broker: Broker, answer: Mapping[str, str]) -> str:
    """The code of an authorization response; raises IdentificationRefused for an error, or another issuer's answer."""
    issuer = answer.get("iss")
    if issuer != broker.issuer and (issuer is not None or broker.issuer_in_response):
        raise refused("response_iss")
    error = answer.get("error")
    if error is not None:
        if error in CANCELLED:
            raise IdentificationRefused(FailureReason.CANCELLED, "cancelled")
        raise no_answer("broker_out_of_order") if error in OUT_OF_ORDER else refused("broker_error")
    code = answer.get("code", "")
    if not 0 < len(code) <= LONGEST_CODE:
        raise refused("code_missing")
    return code


async def exchange_code(
    back_channel: BackChannel,
    broker: Broker,
    identification: Identification,
    code: str,
    redirect_uri: str,
    keys: OwnKeys,
    now: datetime,
) -> str:
    """The ID token as it came. The access token beside it is of no use to us. Raises IdentificationRefused."""
    issued = int(now.timestamp()) - BACKDATED_SECONDS
    assertion = sign(
        {
            "iss": broker.client_id,
            "sub": broker.client_id,
            "aud": broker.token_endpoint,
            "jti": secrets.token_urlsafe(24),
            "iat": issued,
            "exp": issued + BACKDATED_SECONDS + REQUEST_SECONDS,
        },
        keys.active(KeyUse.SIGNING),
        typ="JWT",
        algorithm=broker.request_signature,
    )
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": redirect_uri,
        "client_id": broker.client_id,
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": assertion,
    }
    if identification.code_verifier is not None:
        fields["code_verifier"] = identification.code_verifier
    status, content = await back_channel.post_form(broker.token_endpoint, fields)
    if status >= SERVER_FAULT:
        raise no_answer("token_endpoint_fault")
    if status != 200:
        raise refused("token_endpoint_refusal")
    try:
        answer = orjson.loads(content)
    except ValueError:
        raise no_answer("token_answer_malformed") from None
    token = answer.get("id_token") if isinstance(answer, dict) else None
    if not isinstance(token, str):
        raise refused("id_token_missing")
    return token
