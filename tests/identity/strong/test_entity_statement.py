"""What brokers fetch from us."""

import shutil
from pathlib import Path
from typing import Any

import orjson
import pytest
from joserfc import jws
from joserfc.jwk import KeySet, RSAKey
from starlette.testclient import TestClient

from conftest import make_settings
from omavirta.app import create_app
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.identity.strong.keys import KeyUse
from support.factory import NOW
from support.strong import ORIGIN, Portal


def verified(token: str, keys: list[dict[str, Any]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Header and claims of a token that one of the keys signed."""
    key_set = KeySet([RSAKey.import_key(key) for key in keys])
    signed = jws.deserialize_compact(token, key_set, algorithms=["RS256"])
    return signed.headers(), orjson.loads(signed.payload or b"")


def unverified(token: str) -> dict[str, Any]:
    claims: dict[str, Any] = orjson.loads(jws.extract_compact(token.encode()).payload or b"")
    return claims


def test_the_statement_says_who_we_are_and_is_signed_by_the_entity_key(sqlite_portal: Portal) -> None:
    response = sqlite_portal.client.get("/.well-known/openid-federation")
    assert response.headers["content-type"] == "application/entity-statement+jwt"
    header, claims = verified(response.text, unverified(response.text)["jwks"]["keys"])
    assert header["typ"] == "entity-statement+jwt"
    assert header["kid"] == claims["jwks"]["keys"][0]["kid"]
    assert claims["iss"] == claims["sub"] == ORIGIN
    assert claims["exp"] > claims["iat"]
    party = claims["metadata"]["openid_relying_party"]
    assert party["redirect_uris"] == [f"{ORIGIN}/identification/return/demo"]
    assert party["signed_jwks_uri"] == f"{ORIGIN}/identification/jwks"
    assert party["organization_name"] == "Revontuli Energia Oy"
    assert party["token_endpoint_auth_method"] == "private_key_jwt"
    assert party["id_token_encrypted_response_alg"] == "RSA-OAEP"


def test_our_keys_are_signed_by_the_entity_key(sqlite_portal: Portal) -> None:
    statement = unverified(sqlite_portal.client.get("/.well-known/openid-federation").text)
    response = sqlite_portal.client.get("/identification/jwks")
    assert response.headers["content-type"] == "application/jwk-set+jwt"
    header, claims = verified(response.text, statement["jwks"]["keys"])
    assert header["typ"] == "jwk-set+jwt"
    assert claims["iss"] == claims["sub"] == ORIGIN
    assert claims["exp"] - claims["iat"] == 86_400
    assert sorted(key["use"] for key in claims["keys"]) == ["enc", "sig"]
    entity = {key["kid"] for key in statement["jwks"]["keys"]}
    assert not entity & {key["kid"] for key in claims["keys"]}
    assert not any("d" in key for key in claims["keys"])


@pytest.mark.parametrize("path", ["/.well-known/openid-federation", "/identification/jwks"])
def test_one_signature_serves_everyone_for_a_minute(sqlite_portal: Portal, path: str) -> None:
    def issued_at() -> int:
        return int(unverified(sqlite_portal.client.get(path).text)["iat"])

    first = issued_at()
    sqlite_portal.clock.forward(seconds=59)
    assert issued_at() == first
    sqlite_portal.clock.forward(seconds=1)
    assert issued_at() == first + 60


def test_a_change_of_keys_is_shown_at_once(sqlite_url: str, keys_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "keys"
    shutil.copytree(keys_folder, copy)
    settings = make_settings(sqlite_url).model_copy(update={"keys_folder": copy})
    with TestClient(create_app(settings, clock=lambda: NOW), base_url=ORIGIN) as client:
        before = unverified(client.get("/identification/jwks").text)["keys"]
        KeyFolder(copy).prepare(KeyUse.SIGNING, NOW)
        after = unverified(client.get("/identification/jwks").text)["keys"]
    assert len(after) == len(before) + 1


def test_they_are_there_before_any_broker_is(sqlite_url: str, keys_folder: Path) -> None:
    """A broker's contract asks for them first."""
    settings = make_settings(sqlite_url).model_copy(update={"keys_folder": keys_folder})
    with TestClient(create_app(settings), base_url=ORIGIN) as client:
        claims = unverified(client.get("/.well-known/openid-federation").text)
        assert claims["metadata"]["openid_relying_party"]["redirect_uris"] == []
        assert client.get("/identification/jwks").status_code == 200
