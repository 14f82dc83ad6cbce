"""To the bank and back: the whole way, over HTTP, on both databases."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx2
import orjson
import pytest
from joserfc import jws

from omavirta.app import create_app
from omavirta.identity.identity_code import identity_hash
from omavirta.identity.secrets import encode_credential, new_secret
from omavirta.settings import Settings
from omavirta.storage.database import Database, open_database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.strong import (
    AINO,
    HELMI,
    ORIGIN,
    START,
    CrookedBroker,
    CrookedTransport,
    Portal,
    SteppingClock,
    at_the_bank,
    parameter,
    write_brokers,
)


def run(settings: Settings, action: Callable[[Database], Awaitable[Any]]) -> Any:
    async def opened() -> Any:
        async with open_database(settings.database_url) as database:
            return await action(database)

    return asyncio.run(opened())


def add_aino(settings: Settings) -> None:
    async def add(database: Database) -> None:
        world = await World(database).start()
        account_id = await world.account("aino", await world.customer())
        async with database.transaction() as transaction:
            await transaction.execute(
                "UPDATE account SET identity_hash = $2 WHERE id = $1",
                account_id,
                identity_hash(settings.secret_key, "010190Y902S"),
            )

    run(settings, add)


def rows(settings: Settings, sql: str) -> list[tuple[Any, ...]]:
    async def read(database: Database) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await database.fetch(sql)]

    found: list[tuple[Any, ...]] = run(settings, read)
    return found


def viewer_name(portal: Portal) -> str | None:
    query = "{ viewer { account { name } } }"
    viewer = portal.client.post("/graphql", json={"query": query}).json()["data"]["viewer"]
    return None if viewer is None else viewer["account"]["name"]


def test_a_known_person_is_signed_in_and_goes_on_where_they_wanted(
    portal: Portal, strong_settings: Settings
) -> None:
    add_aino(strong_settings)
    assert portal.identify(AINO, return_to="/laskut?sivu=2") == "/laskut?sivu=2"
    assert viewer_name(portal) == "Aino"
    session = rows(strong_settings, "SELECT identified_at, authenticated_at FROM session")
    assert len(session) == 1
    assert session[0][0] == session[0][1]
    assert rows(strong_settings, "SELECT id FROM identification") == []


def test_an_unknown_person_goes_on_to_register(portal: Portal, strong_settings: Settings) -> None:
    assert portal.identify(HELMI, purpose="REGISTER") == "/rekisteroidy"
    assert viewer_name(portal) is None
    assert rows(strong_settings, "SELECT name, identity_hash, language FROM registration") == [
        ("Helmi Korhonen", identity_hash(strong_settings.secret_key, "010105B904W"), "fi")
    ]


def test_the_identity_code_is_nowhere(
    portal: Portal, strong_settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    portal.identify(HELMI, purpose="REGISTER")
    tables = ("registration", "security_event", "identification")
    kept = repr([rows(strong_settings, f"SELECT * FROM {table}") for table in tables])
    assert "010105B904W" not in kept
    assert "010105B904W" not in caplog.text


def test_a_step_up_is_for_who_is_signed_in(portal: Portal, strong_settings: Settings) -> None:
    assert portal.start("STEP_UP")["userErrors"] == [{"field": None, "code": "SIGN_IN_REQUIRED"}]
    add_aino(strong_settings)
    portal.identify(AINO)
    portal.clock.forward(minutes=30)
    assert portal.identify(HELMI, purpose="STEP_UP", return_to="/omat-tiedot") == (
        "/tunnistus-epaonnistui?syy=eri-henkilo"
    )
    assert portal.identify(AINO, purpose="STEP_UP", return_to="/omat-tiedot") == "/omat-tiedot"
    [(identified_at,)] = rows(strong_settings, "SELECT identified_at FROM session")
    assert identified_at == int((NOW + timedelta(minutes=30)).timestamp() * 1_000_000)


def test_the_request_is_what_the_profile_asks_for(portal: Portal) -> None:
    url = portal.authorization_url(**{"accept-language": "sv"})
    token = parameter(url, "request")
    signed = jws.extract_compact(token.encode())
    header, claims = signed.headers(), orjson.loads(signed.payload or b"")
    assert (header["alg"], header["typ"]) == ("RS256", "JWT")
    assert header["kid"]
    assert claims["iss"] == claims["client_id"] == parameter(url, "client_id") == "omavirta-demo"
    assert claims["aud"] == portal.broker.issuer
    assert claims["iat"] == int(NOW.timestamp()) - 30
    assert claims["exp"] - claims["iat"] == 630
    assert "nbf" not in claims
    assert len(claims["nonce"]) >= 22  # 128 bits and more
    assert claims["code_challenge_method"] == "S256"
    assert claims["acr_values"] == "http://ftn.ficora.fi/2017/loatest2"
    assert claims["ui_locales"] == "sv"
    assert claims["redirect_uri"] == f"{ORIGIN}/identification/return/demo"
    other = jws.extract_compact(parameter(portal.authorization_url(), "request").encode())
    again = orjson.loads(other.payload or b"")
    assert all(claims[name] != again[name] for name in ("state", "nonce", "jti", "code_challenge"))


def test_what_cannot_be_started(portal: Portal) -> None:
    assert portal.start(service="other")["userErrors"] == [{"field": "service", "code": "NOT_FOUND"}]
    for elsewhere in ("//evil.example", "https://evil.example", "/\\evil.example", "/a\tb", "x" * 501):
        assert portal.start(return_to=elsewhere)["userErrors"] == [{"field": "returnTo", "code": "INVALID"}]


def test_a_made_up_state_is_refused_while_the_writer_is_busy(
    strong_settings: Settings, broker: CrookedBroker, tmp_path: Path
) -> None:
    """Anybody may come back from nowhere, and must not wait for the one writer, nor keep others waiting for it."""
    settings = strong_settings.model_copy(
        update={"brokers_file": write_brokers(tmp_path, broker.configuration())}
    )
    app = create_app(settings, clock=SteppingClock(), broker_transport=CrookedTransport(broker))

    async def come_back() -> str:
        async with (
            app.router.lifespan_context(app),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=ORIGIN) as client,
            open_database(settings.database_url) as database,
            database.transaction(),
            asyncio.timeout(5),
        ):
            state = encode_credential(new_id(), new_secret())
            answer = await client.get(f"/identification/return/demo?code=x&state={state}")
            return answer.headers["location"]

    assert asyncio.run(come_back()) == "/tunnistus-epaonnistui?syy=vanhentunut"


def test_the_services_are_named_in_the_askers_language(portal: Portal) -> None:
    query = "{ retailer { identificationServices { key name } } }"
    answer = portal.client.post("/graphql", json={"query": query}, headers={"Accept-Language": "sv"}).json()
    assert answer["data"]["retailer"]["identificationServices"] == [
        {"key": "demo", "name": "Bankkoder eller mobilcertifikat"}
    ]


def test_of_40_returns_with_one_state_one_wins(
    strong_settings: Settings, broker: CrookedBroker, tmp_path: Path
) -> None:
    add_aino(strong_settings)
    clock = SteppingClock()
    broker.straighten(clock)
    settings = strong_settings.model_copy(
        update={"brokers_file": write_brokers(tmp_path, broker.configuration())}
    )
    app = create_app(settings, clock=clock, broker_transport=CrookedTransport(broker))

    async def race() -> list[str]:
        async with (
            app.router.lifespan_context(app),
            httpx2.AsyncClient(transport=httpx2.ASGITransport(app), base_url=ORIGIN) as client,
        ):
            variables = {"input": {"service": "demo", "purpose": "SIGN_IN"}}
            started = await client.post("/graphql", json={"query": START, "variables": variables})
            url = started.json()["data"]["identificationStart"]["authorizationUrl"]
            back = at_the_bank(broker, url)
            answers = await asyncio.gather(*(client.get(back) for _ in range(40)))
            return sorted(answer.headers["location"] for answer in answers)

    assert asyncio.run(race()) == ["/", *["/tunnistus-epaonnistui?syy=vanhentunut"] * 39]
    assert len(rows(strong_settings, "SELECT id FROM session")) == 1
