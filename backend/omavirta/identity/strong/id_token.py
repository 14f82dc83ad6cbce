"""What an ID token has to say before it is believed (OpenID Connect Core 3.1.3.7 and the Finnish Trust Network's profile)."""

from dataclasses import dataclass
from datetime import date, datetime

from omavirta.identity.identity_code import InvalidIdentityCode, normalise_identity_code
from omavirta.identity.strong.brokers import Broker
from omavirta.identity.strong.jose import Claims
from omavirta.identity.strong.refusal import refused
from omavirta.identity.strong.transactions import Identification

SKEW_SECONDS = 60
LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class ProvenPerson:
    """Keep the code no longer than it takes to hash it."""

    identity_code: str
    name: str

    def __repr__(self) -> str:
        return "ProvenPerson(…)"


def check_id_token(
    claims: Claims, broker: Broker, identification: Identification, now: datetime, today: date
) -> ProvenPerson:
    """Who is identified by the claims of a token whose signature is good. Raises IdentificationRefused.

    `sub` is not looked at: in this network it changes from time to time.
    """
    _check_addressing(claims, broker, identification)
    _check_times(claims, identification, now)
    level = claims.get("acr")
    if not isinstance(level, str) or level not in broker.acceptable_levels:
        raise refused("acr")
    code = claims.get(broker.claims.identity_code)
    if not isinstance(code, str) or not code:
        raise refused("identity_code_missing")
    try:
        normalised = normalise_identity_code(code, today, accept_test=broker.is_test)
    except InvalidIdentityCode:
        raise refused("identity_code_invalid") from None
    return ProvenPerson(normalised, _name(claims, broker))


def _check_addressing(claims: Claims, broker: Broker, identification: Identification) -> None:
    if claims.get("iss") != broker.issuer:
        raise refused("iss")
    audience = claims.get("aud")
    audiences = audience if isinstance(audience, list) else [audience]
    if broker.client_id not in audiences:
        raise refused("aud")
    party = claims.get("azp")
    if (len(audiences) > 1 or party is not None) and party != broker.client_id:
        raise refused("azp")
    if claims.get("nonce") != identification.nonce:
        raise refused("nonce")


def _check_times(claims: Claims, identification: Identification, now: datetime) -> None:
    """The token was made, and the person identified, since we asked. `exp` is in the future."""
    moment, started = now.timestamp(), identification.started_at.timestamp()
    expires = _moment(claims, "exp")
    if expires <= moment - SKEW_SECONDS:
        raise refused("exp")
    for name in ("iat", "auth_time"):
        if not started - SKEW_SECONDS <= _moment(claims, name) <= moment + SKEW_SECONDS:
            raise refused(name)
    not_before = claims.get("nbf")
    if not_before is not None and _moment(claims, "nbf") > moment + SKEW_SECONDS:
        raise refused("nbf")


def _moment(claims: Claims, name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise refused(name)
    return float(value)


def _name(claims: Claims, broker: Broker) -> str:
    """Given names first, as people write it; where a bank says one name only, as it says it."""
    given, family, whole = (
        claims.get(name) for name in (broker.claims.given_name, broker.claims.family_name, broker.claims.name)
    )
    parts = [part.strip() for part in (given, family) if isinstance(part, str) and part.strip()]
    name = " ".join(parts) if len(parts) > 1 else whole
    if not isinstance(name, str) or not name.strip():
        raise refused("name_missing")
    return name.strip()[:LONGEST_NAME]
