"""The brokers of strong authentication, as `OMAVIRTA_BROKERS_FILE` says: JSON, read once.

    {"brokers": [{"key": "telia", "preset": "telia", "environment": "production", "clientId": "…",
                  "names": {"fi": "Pankkitunnukset tai mobiilivarmenne", …}, "entityKeys": [{…}]}]}

docs/strong-authentication.md explains every field.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Self
from urllib.parse import urlsplit

import orjson
from joserfc.jwk import RSAKey
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic.alias_generators import to_camel

from omavirta.api.language import Language
from omavirta.errors import SettingsError
from omavirta.identity.strong.jose import (
    ContentEncryption,
    KeyEncryption,
    SignatureAlgorithm,
    public_keys,
)
from omavirta.identity.strong.presets import Environment, preset
from omavirta.identity.strong.refusal import IdentificationRefused
from omavirta.settings import LOOPBACK_HOSTS

LEVEL_SUBSTANTIAL = "http://ftn.ficora.fi/2017/loa2"
LEVEL_SUBSTANTIAL_TEST = "http://ftn.ficora.fi/2017/loatest2"
OWN_PARAMETERS = frozenset(
    [
        "iss",
        "aud",
        "client_id",
        "response_type",
        "response_mode",
        "redirect_uri",
        "scope",
        "state",
        "nonce",
        "iat",
        "exp",
        "nbf",
        "jti",
        "code_challenge",
        "code_challenge_method",
        "request",
        "request_uri",
    ]
)
"""What the relying party puts into every request: no configuration may say it differently."""

Texts = dict[Language, str]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=to_camel, populate_by_name=True)


class ClaimNames(_Strict):
    """Under which names a broker's ID token has what we read of it. Not every bank gives every name."""

    identity_code: str
    name: str
    given_name: str
    family_name: str


class Broker(_Strict):
    key: Annotated[str, Field(pattern="^[a-z0-9][a-z0-9-]{0,31}$")]
    """In our addresses, and in the API."""
    names: Texts
    """What people choose it by."""
    environment: Environment
    """`test` asks for, and takes, test persons only; a production broker's level is none there, and the other way round."""
    client_id: str
    issuer: str
    authorization_endpoint: str
    token_endpoint: str
    jwks_url: str | None = None
    signed_jwks_url: str | None = None
    entity_keys: tuple[dict[str, Any], ...] = ()
    """The broker's entity keys, which verify its signed key set: pinned here, and never fetched."""
    request_audience: str | None = None
    """Where it is not the issuer."""
    scopes: tuple[str, ...] = ("openid",)
    ask_acr: bool = False
    """Whether the level is asked for in `acr_values`."""
    accepted_acr: tuple[str, ...] = ()
    """Where it is not the environment's level 2."""
    request_parameters: dict[str, str | Texts] = {}
    """Further claims of the request object; a text by language where it differs."""
    claims: ClaimNames
    pkce: bool = True
    issuer_in_response: bool = False
    """Whether the broker always says `iss` when it returns (RFC 9207). Where it says it, it is always compared."""
    request_signature: SignatureAlgorithm = "RS256"
    token_signatures: tuple[SignatureAlgorithm, ...] = ("RS256",)
    key_encryption: tuple[KeyEncryption, ...] = ("RSA-OAEP",)
    content_encryption: tuple[ContentEncryption, ...] = ("A128CBC-HS256", "A128GCM")

    @property
    def is_test(self) -> bool:
        return self.environment == "test"

    @property
    def level(self) -> str:
        return LEVEL_SUBSTANTIAL_TEST if self.is_test else LEVEL_SUBSTANTIAL

    @property
    def acceptable_levels(self) -> frozenset[str]:
        return frozenset(self.accepted_acr or (self.level,))

    def pinned_keys(self) -> list[RSAKey]:
        return public_keys({"keys": list(self.entity_keys)})

    def name_in(self, language: Language) -> str:
        return _in_language(self.names, language)

    def further_claims(self, language: Language) -> dict[str, Any]:
        """`request_parameters` in a language."""
        return {
            name: value if isinstance(value, str) else _in_language(value, language)
            for name, value in self.request_parameters.items()
        }

    @field_validator("names")
    @classmethod
    def with_finnish(cls, value: Texts) -> Texts:
        return _with_finnish(value)

    @field_validator("authorization_endpoint", "token_endpoint", "jwks_url", "signed_jwks_url")
    @classmethod
    def secure(cls, value: str | None) -> str | None:
        if value is None:
            return None
        parts = urlsplit(value)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK_HOSTS):
            raise ValueError("must be https")
        return value

    @field_validator("request_parameters")
    @classmethod
    def further(cls, value: dict[str, str | Texts]) -> dict[str, str | Texts]:
        own = OWN_PARAMETERS & value.keys()
        if own:
            raise ValueError(f"cannot set {', '.join(sorted(own))}")
        for texts in value.values():
            if not isinstance(texts, str):
                _with_finnish(texts)
        return value

    @model_validator(mode="after")
    def one_source_of_keys(self) -> Self:
        if (self.jwks_url is None) == (self.signed_jwks_url is None):
            raise ValueError("give either jwksUrl or signedJwksUrl")
        try:
            usable = len(self.pinned_keys())
        except IdentificationRefused:
            usable = -1
        if usable != len(self.entity_keys):
            raise ValueError("entityKeys: each is a public RSA key of 2048 bits or more, with a kid")
        if self.signed_jwks_url is not None and not usable:
            raise ValueError(
                "signedJwksUrl needs entityKeys: the broker's entity key, as its contract gives it"
            )
        return self

    @model_validator(mode="after")
    def levels_of_environment(self) -> Self:
        if not self.is_test and any("test" in level for level in self.accepted_acr):
            raise ValueError("acceptedAcr: a production broker's level cannot be one of testing")
        return self


class _BrokersFile(_Strict):
    brokers: tuple[Broker, ...]

    @model_validator(mode="before")
    @classmethod
    def with_presets(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("brokers"), list):
            return data | {"brokers": [_with_preset(entry) for entry in data["brokers"]]}
        return data

    @model_validator(mode="after")
    def unlike(self) -> Self:
        keys = [broker.key for broker in self.brokers]
        if len(set(keys)) < len(keys):
            raise ValueError("two brokers have the same key")
        return self


@lru_cache(maxsize=4)
def load_brokers(path: Path) -> tuple[Broker, ...]:
    """Reads the file once; raises SettingsError where it is not what it should be."""
    try:
        return _BrokersFile.model_validate(orjson.loads(path.read_bytes())).brokers
    except ValidationError as error:
        problems = "; ".join(
            f"{'.'.join(map(str, problem['loc']))}: {problem['msg']}" for problem in error.errors()
        )
        raise SettingsError(f"OMAVIRTA_BROKERS_FILE: {path} cannot be used: {problems}") from None
    except (OSError, ValueError) as error:
        raise SettingsError(f"OMAVIRTA_BROKERS_FILE: {path} cannot be used: {error}") from None


def require_permitted(brokers: Iterable[Broker], database_kind: str | None) -> None:
    """Raises SettingsError where test persons and real customers could meet: for a broker that takes test persons on a
    database that was not made for trying out, and for a real one on a database that was.
    """
    test = [broker.key for broker in brokers if broker.is_test]
    real = [broker.key for broker in brokers if not broker.is_test]
    if test and database_kind is None:
        raise SettingsError(
            f"OMAVIRTA_BROKERS_FILE: {', '.join(test)} would let test persons in, whom anyone can be. That is for"
            " databases made for trying out only: `omavirta migrate --test` on an empty one."
        )
    if real and database_kind is not None:
        raise SettingsError(
            f"OMAVIRTA_BROKERS_FILE: {', '.join(real)} would let real customers into a database made for trying out"
            f" (it is marked as {database_kind}). Make another database for them."
        )


def _with_finnish(texts: Texts) -> Texts:
    if not texts.get(Language.FI):
        raise ValueError("the Finnish text is missing")
    return texts


def _in_language(texts: Texts, language: Language) -> str:
    return texts.get(language) or texts[Language.FI]


def _with_preset(entry: Any) -> Any:
    """What the preset says, overridden by the entry; objects are merged by their keys."""
    if not isinstance(entry, dict) or "preset" not in entry:
        return entry
    entry = dict(entry)
    name, environment = entry.pop("preset"), entry.get("environment")
    if environment not in ("production", "test"):
        return entry
    try:
        merged = preset(name, environment)
    except KeyError:
        raise ValueError(f"there is no preset {name!r}") from None
    for field, value in entry.items():
        before = merged.get(field)
        merged[field] = before | value if isinstance(before, dict) and isinstance(value, dict) else value
    # Whoever gives one source of keys does not want the preset's other one.
    for one, other in (("jwksUrl", "signedJwksUrl"), ("signedJwksUrl", "jwksUrl")):
        if one in entry and other not in entry:
            merged.pop(other, None)
    issuer = str(merged.get("issuer", "")).rstrip("/")
    return {
        field: value.replace("{issuer}", issuer) if isinstance(value, str) else value
        for field, value in merged.items()
    }
