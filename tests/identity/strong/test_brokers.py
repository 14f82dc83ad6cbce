"""The configuration of brokers: what an operator writes, and what stops the start."""

import asyncio
from pathlib import Path
from typing import Any

import orjson
import pytest

from conftest import make_settings
from omavirta.api.language import Language
from omavirta.errors import SettingsError
from omavirta.identity.strong.brokers import Broker, load_brokers, require_permitted
from omavirta.identity.strong.trying_out import DatabaseInUse, mark_for_trying_out
from omavirta.server import require_ready
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.kind import DatabaseKind, database_kind
from support.factory import NOW, World
from support.strong import CrookedBroker, write_brokers

NAMES = {"fi": "Pankkitunnukset tai mobiilivarmenne", "sv": "Bankkoder eller mobilcertifikat"}


def entry(broker: CrookedBroker, preset: str = "telia", **fields: Any) -> dict[str, Any]:
    """The least that an operator writes."""
    entity_keys = [] if preset == "signicat" else list(broker.configuration().entity_keys)
    written = {
        "key": preset,
        "preset": preset,
        "environment": "production",
        "clientId": "0043b426",
        "names": NAMES,
        "entityKeys": entity_keys,
    }
    return {name: value for name, value in (written | fields).items() if value is not None}


def load(folder: Path, *entries: dict[str, Any]) -> tuple[Broker, ...]:
    path = folder / f"brokers-{len(list(folder.iterdir()))}.json"
    path.write_bytes(orjson.dumps({"brokers": entries}))
    return load_brokers(path)


def test_the_presets_are_whole(broker: CrookedBroker, tmp_path: Path) -> None:
    telia, op, signicat = load(
        tmp_path,
        entry(broker, "telia"),
        entry(broker, "op", environment="test", key="op"),
        entry(broker, "signicat", issuer="https://revontuli.app.signicat.com/auth/open"),
    )
    assert telia.issuer == "https://tunnistus.telia.fi/uas"
    assert telia.acceptable_levels == {"http://ftn.ficora.fi/2017/loa2"}
    assert telia.claims.identity_code == "urn:oid:1.2.246.21"
    assert op.token_endpoint == "https://isb-test.op.fi/oauth/token"
    assert op.acceptable_levels == {"http://ftn.ficora.fi/2017/loatest2"}
    assert "weak" in op.scopes
    assert signicat.jwks_url == (
        "https://revontuli.app.signicat.com/auth/open/.well-known/openid-configuration/jwks"
    )
    assert signicat.request_parameters["acr_values"] == "idp:ftn"
    assert (telia.name_in(Language.SV), telia.name_in(Language.EN)) == (NAMES["sv"], NAMES["fi"])


def test_what_a_configuration_says_goes_before_the_preset(broker: CrookedBroker, tmp_path: Path) -> None:
    [telia] = load(
        tmp_path,
        entry(
            broker,
            scopes=["openid", "more"],
            pkce=False,
            requestParameters={"acr_values": "mpki.telia.1"},
            claims={"name": "display_name"},
        ),
    )
    assert telia.scopes == ("openid", "more")
    assert not telia.pkce
    assert telia.request_parameters == {"prompt": "login", "acr_values": "mpki.telia.1"}
    assert (telia.claims.name, telia.claims.family_name) == ("display_name", "urn:oid:2.5.4.4")


def test_a_parameter_may_be_a_text_by_language(broker: CrookedBroker, tmp_path: Path) -> None:
    texts = {"fi": "Sähköyhtiö", "en": "Power company"}
    [op] = load(tmp_path, entry(broker, "op", requestParameters={"ftn_spname": texts}))
    assert [op.further_claims(language)["ftn_spname"] for language in Language] == [
        "Sähköyhtiö",
        "Sähköyhtiö",
        "Power company",
    ]


def test_a_server_does_not_start_with_test_persons_and_real_customers(
    broker: CrookedBroker, tmp_path: Path, sqlite_url: str, keys_folder: Path
) -> None:
    brokers_file = write_brokers(tmp_path, broker.configuration())
    settings = make_settings(sqlite_url).model_copy(
        update={"brokers_file": brokers_file, "keys_folder": keys_folder}
    )
    with pytest.raises(SettingsError, match="would let test persons in"):
        asyncio.run(require_ready(settings))
    asyncio.run(mark_for_trying_out(sqlite_url, NOW))
    asyncio.run(require_ready(settings))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"preset": "nordea"}, "there is no preset 'nordea'"),
        ({"environment": "staging"}, "environment"),
        ({"key": "Telia Tunnistus"}, "key"),
        ({"clientId": None}, "clientId"),
        ({"names": {"en": "Bank"}}, "the Finnish text is missing"),
        ({"tokenEndpoint": "http://broker.example/token"}, "must be https"),
        (
            {"jwksUrl": "https://a.example", "signedJwksUrl": "https://b.example"},
            "either jwksUrl or signedJwksUrl",
        ),
        ({"entityKeys": []}, "signedJwksUrl needs entityKeys"),
        ({"entityKeys": [{"kty": "RSA"}]}, "entityKeys: each is a public RSA key"),
        ({"requestParameters": {"redirect_uri": "https://evil.example"}}, "cannot set redirect_uri"),
        ({"requestParameters": {"ftn_spname": {"sv": "Elbolaget"}}}, "the Finnish text is missing"),
        ({"acceptedAcr": ["http://ftn.ficora.fi/2017/loatest2"]}, "cannot be one of testing"),
        ({"tokenSignatures": ["none"]}, "tokenSignatures"),
        ({"tokenSignatures": ["HS256"]}, "tokenSignatures"),
        ({"keyEncryption": ["RSA1_5"]}, "keyEncryption"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_what_stops_the_start(
    broker: CrookedBroker, tmp_path: Path, fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(SettingsError, match="OMAVIRTA_BROKERS_FILE") as refused:
        load(tmp_path, entry(broker, **fields))
    assert said in str(refused.value)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"brokers": 1}', b'{"brokers": [1]}', b"\xff"])
def test_files_that_are_none(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brokers.json"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="OMAVIRTA_BROKERS_FILE"):
        load_brokers(path)


def test_brokers_need_their_file_and_our_keys(tmp_path: Path) -> None:
    said: dict[str, Any] = {
        "database_url": "sqlite:///tmp/a.db",
        "secret_key": "a key that only the tests use, nowhere else",
    }
    with pytest.raises(ValueError, match="OMAVIRTA_BROKERS_FILE: there is no file"):
        Settings(**said, brokers_file=tmp_path / "none.json", keys_folder=tmp_path)
    (tmp_path / "brokers.json").write_text('{"brokers": []}')
    with pytest.raises(ValueError, match="OMAVIRTA_KEYS_FOLDER: is missing"):
        Settings(**said, brokers_file=tmp_path / "brokers.json")


def test_two_of_one_name(broker: CrookedBroker, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="the same key"):
        load(tmp_path, entry(broker), entry(broker))


def test_test_persons_only_in_databases_for_trying_out(broker: CrookedBroker, tmp_path: Path) -> None:
    real, test = load(tmp_path, entry(broker), entry(broker, key="pre-production", environment="test"))
    require_permitted([real], None)
    require_permitted([test], DatabaseKind.TEST)
    with pytest.raises(SettingsError, match="pre-production would let test persons in"):
        require_permitted([real, test], None)


@pytest.mark.parametrize("kind", list(DatabaseKind))
def test_real_customers_only_in_databases_for_nothing_else(
    broker: CrookedBroker, tmp_path: Path, kind: DatabaseKind
) -> None:
    real, test = load(tmp_path, entry(broker), entry(broker, key="pre-production", environment="test"))
    with pytest.raises(SettingsError, match=f"telia would let real customers .* marked as {kind}"):
        require_permitted([real, test], kind)


@pytest.mark.anyio
@pytest.mark.parametrize("table", ["customer", "company_contact"])
async def test_a_database_with_identified_people_does_not_become_one(
    database: Database, database_url: str, table: str
) -> None:
    world = await World(database).start()
    if table == "customer":
        await world.customer(identity_hash="x")
    else:
        await world.company(contact="x")
    with pytest.raises(DatabaseInUse, match=f"identified people .*table {table}"):
        await mark_for_trying_out(database_url, NOW)
    assert await database_kind(database) is None


def test_an_empty_one_does_for_good(database_url: str) -> None:
    async def mark_twice() -> DatabaseKind | None:
        await mark_for_trying_out(database_url, NOW)
        await mark_for_trying_out(database_url, NOW)
        async with open_database(database_url) as database:
            return await database_kind(database)

    assert asyncio.run(mark_twice()) is DatabaseKind.TEST
