"""The whole flow against a real, independent provider: npm's certified `oidc-provider` in the network's profile."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
import pytest
from starlette.testclient import TestClient

from omavirta.app import create_app
from omavirta.clock import system_clock
from omavirta.identity.identity_code import identity_hash
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.identity.strong.keys import KeyUse
from omavirta.settings import Settings
from omavirta.storage.database import open_database
from support.oidc_provider import OidcProvider, oidc_provider
from support.strong import ORIGIN, START, for_trying_out, with_parameters

CLIENT_ID = "omavirta"
HELMI = {
    "urn:oid:1.2.246.21": "010105B904W",
    "name": "Korhonen Helmi",
    "given_name": "Helmi",
    "family_name": "Korhonen",
}


@pytest.fixture
def settings(sqlite_url: str, keys_folder: Path) -> Settings:
    return for_trying_out(sqlite_url, keys_folder)


def client_metadata(settings: Settings) -> dict[str, Any]:
    assert settings.keys_folder is not None
    return {
        "client_id": CLIENT_ID,
        "redirect_uris": [f"{ORIGIN}/identification/return/node"],
        "response_types": ["code"],
        "grant_types": ["authorization_code"],
        "require_signed_request_object": True,
        "require_auth_time": True,
        "request_object_signing_alg": "RS256",
        "token_endpoint_auth_method": "private_key_jwt",
        "token_endpoint_auth_signing_alg": "RS256",
        "id_token_signed_response_alg": "RS256",
        "id_token_encrypted_response_alg": "RSA-OAEP",
        "id_token_encrypted_response_enc": "A128CBC-HS256",
        "jwks": {"keys": KeyFolder(settings.keys_folder).keys().shown()},
    }


@contextmanager
def served(
    settings: Settings, provider: OidcProvider, tmp_path: Path, **overrides: Any
) -> Iterator[TestClient]:
    brokers_file = tmp_path / "brokers.json"
    brokers_file.write_bytes(orjson.dumps({"brokers": [provider.broker(CLIENT_ID) | overrides]}))
    app = create_app(settings.model_copy(update={"brokers_file": brokers_file}), clock=system_clock)
    with TestClient(app, base_url=ORIGIN) as client:
        yield client


def start(client: TestClient) -> str:
    variables = {"input": {"service": "node", "purpose": "REGISTER"}}
    response = client.post("/graphql", json={"query": START, "variables": variables})
    return str(response.json()["data"]["identificationStart"]["authorizationUrl"])


def identify(client: TestClient, provider: OidcProvider) -> str:
    response = client.get(provider.visit(start(client)), follow_redirects=False)
    return response.headers["location"]


def registrations(settings: Settings) -> list[tuple[Any, ...]]:
    async def read() -> list[tuple[Any, ...]]:
        async with open_database(settings.database_url) as database:
            rows = await database.fetch("SELECT name, identity_hash FROM registration")
            return [tuple(row) for row in rows]

    return asyncio.run(read())


def test_a_person_is_identified(settings: Settings, tmp_path: Path) -> None:
    with (
        oidc_provider(tmp_path, client_metadata(settings), HELMI) as provider,
        served(settings, provider, tmp_path) as client,
    ):
        assert identify(client, provider) == "/rekisteroidy", provider.log()
        # Again, with the broker's keys from the cache.
        assert identify(client, provider) == "/rekisteroidy", provider.log()
    assert registrations(settings) == [("Helmi Korhonen", identity_hash(settings.secret_key, "010105B904W"))]


def test_a_cancel_comes_back_as_one(settings: Settings, tmp_path: Path) -> None:
    with (
        oidc_provider(tmp_path, client_metadata(settings), HELMI, cancel=True) as provider,
        served(settings, provider, tmp_path) as client,
    ):
        assert identify(client, provider) == "/tunnistus-epaonnistui?syy=peruttu"
    assert registrations(settings) == []


def test_the_provider_refuses_a_code_of_someone_elses_request(settings: Settings, tmp_path: Path) -> None:
    """PKCE: the code belongs to the verifier of the identification that asked for it."""
    with (
        oidc_provider(tmp_path, client_metadata(settings), HELMI) as provider,
        served(settings, provider, tmp_path) as client,
    ):
        stolen, mine = provider.visit(start(client)), provider.visit(start(client))
        code = stolen.partition("code=")[2].partition("&")[0]
        response = client.get(with_parameters(mine, code=code), follow_redirects=False)
        assert response.headers["location"] == "/tunnistus-epaonnistui?syy=hylatty"
        assert "code_verifier" in provider.log() or "grant" in provider.log()


@pytest.mark.parametrize(
    ("overrides", "reason"),
    [
        ({"issuer": "http://127.0.0.1:1"}, "hylatty"),
        ({"acceptedAcr": ["http://ftn.ficora.fi/2017/loatest3"]}, "hylatty"),
        ({"contentEncryption": ["A128GCM"]}, "hylatty"),
        ({"claims": {"identityCode": "nin", "name": "name", "givenName": "g", "familyName": "f"}}, "hylatty"),
        ({"tokenEndpoint": "http://127.0.0.1:1/token"}, "ei-vastausta"),
    ],
)
def test_a_configuration_that_does_not_fit_lets_nobody_in(
    settings: Settings, tmp_path: Path, overrides: dict[str, Any], reason: str
) -> None:
    with oidc_provider(tmp_path, client_metadata(settings), HELMI) as provider:
        overrides = {"requestAudience": provider.issuer} | overrides
        with served(settings, provider, tmp_path, **overrides) as client:
            assert identify(client, provider) == f"/tunnistus-epaonnistui?syy={reason}"
    assert registrations(settings) == []


def test_tokens_for_a_retired_decryption_key_still_open(
    sqlite_url: str, keys_folder: Path, tmp_path: Path
) -> None:
    """The broker has our key set from before the rotation."""
    rotated = tmp_path / "keys"
    rotated.mkdir()
    for path in keys_folder.glob("*.json"):
        (rotated / path.name).touch(0o600)
        (rotated / path.name).write_bytes(path.read_bytes())
    settings = for_trying_out(sqlite_url, rotated)
    before = client_metadata(settings)
    folder, now = KeyFolder(rotated), system_clock()
    folder.prepare(KeyUse.ENCRYPTION, now)
    folder.use(KeyUse.ENCRYPTION, now)
    with (
        oidc_provider(tmp_path, before, HELMI) as provider,
        served(settings, provider, tmp_path) as client,
    ):
        assert identify(client, provider) == "/rekisteroidy", provider.log()
