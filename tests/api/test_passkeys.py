import asyncio
import json
import logging
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.storage.database import Database
from support.authenticator import Authenticator, EcKey, Passkey
from support.factory import NOW, World
from support.sessions import session_cookie

CREATE_REQUEST = (
    "mutation { passkeyCreateRequest(input: {}) { optionsJson userErrors { field code message } } }"
)
CREATE = """mutation($input: PasskeyCreateInput!) { passkeyCreate(input: $input) {
  passkey { id name createdAt lastUsedAt } userErrors { field code message } } }"""
UPDATE = """mutation($input: PasskeyUpdateInput!) { passkeyUpdate(input: $input) {
  passkey { id name } userErrors { field code } } }"""
DELETE = "mutation($input: PasskeyDeleteInput!) { passkeyDelete(input: $input) { deleted userErrors { field code } } }"
REQUEST = "mutation { passkeySessionRequest(input: {}) { optionsJson userErrors { code } } }"
SIGN_IN = """mutation($input: PasskeySessionCreateInput!) { passkeySessionCreate(input: $input) {
  viewer { account { userName } } userErrors { field code message } } }"""
LIST = "{ viewer { account { passkeys { id name createdAt lastUsedAt } } } }"
DEVICE = Authenticator()


def account_of(service: Service, name: str = "aino") -> UUID:
    async def setup(world: World) -> Any:
        return await world.account(name, await world.customer())

    account: UUID = service.fill(setup)
    return account


def old_session(service: Service, account: UUID) -> dict[str, str]:
    """Signed in, and the proof more than ten minutes old."""

    async def make(database: Database) -> str:
        return await session_cookie(database, account, NOW - timedelta(minutes=10))

    return {"Cookie": f"__Host-omavirta={service.run(make)}"}


@pytest.fixture
def client(service: Service) -> Iterator[TestClient]:
    with service.client() as client:
        yield client


def ask(client: TestClient, query: str, **input: Any) -> dict[str, Any]:
    """The one field's answer, of a browser that keeps its cookies."""
    answer = client.post("/graphql", json={"query": query, "variables": {"input": input}}).json()
    assert "errors" not in answer, answer
    result: dict[str, Any] = next(iter(answer["data"].values()))
    return result


def signed_in(client: TestClient, service: Service, account: UUID) -> None:
    name, value = service.session(account)["Cookie"].split("=", 1)
    client.cookies.set(name, value)


def add(client: TestClient, name: str | None = None) -> Passkey:
    passkey, response = DEVICE.create(ask(client, CREATE_REQUEST)["optionsJson"])
    made = ask(client, CREATE, responseJson=response, name=name)
    assert made["userErrors"] == []
    return passkey


def error_codes(result: dict[str, Any]) -> list[str]:
    return [error["code"] for error in result["userErrors"]]


def test_adding_listing_renaming_and_removing(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    add(client, " Puhelin ")
    (passkey,) = ask(client, LIST)["account"]["passkeys"]
    assert passkey["name"] == "Puhelin"
    assert passkey["lastUsedAt"] is None
    assert ask(client, UPDATE, id=passkey["id"], name="Työkone")["passkey"]["name"] == "Työkone"
    node = client.post(
        "/graphql",
        json={"query": f'{{ node(id: "{passkey["id"]}") {{ ... on Passkey {{ name }} }} }}'},
    )
    assert node.json()["data"]["node"] == {"name": "Työkone"}
    assert ask(client, DELETE, id=passkey["id"])["deleted"] is True
    assert error_codes(ask(client, DELETE, id=passkey["id"])) == ["NOT_FOUND"]
    assert ask(client, LIST)["account"]["passkeys"] == []


def test_signing_in_with_it(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    passkey = add(client)
    client.cookies.delete("__Host-omavirta")
    options = ask(client, REQUEST)["optionsJson"]
    response = client.post(
        "/graphql",
        json={"query": SIGN_IN, "variables": {"input": {"responseJson": DEVICE.get(passkey, options)}}},
    )
    assert response.json()["data"]["passkeySessionCreate"] == {
        "viewer": {"account": {"userName": "aino"}},
        "userErrors": [],
    }
    assert response.headers["set-cookie"].startswith("__Host-omavirta=")
    (row,) = ask(client, LIST)["account"]["passkeys"]
    assert row["lastUsedAt"] == NOW.isoformat()


def test_stepping_up_with_it_renews_the_session(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    passkey = add(client)
    value = old_session(service, account)["Cookie"].split("=", 1)[1]
    client.cookies.clear()
    client.cookies.set("__Host-omavirta", value, domain="oma.example.fi", path="/")
    assert error_codes(ask(client, CREATE_REQUEST)) == ["STEP_UP_REQUIRED"]
    options = ask(client, REQUEST)["optionsJson"]
    assert len(json.loads(options)["allowCredentials"]) == 1
    proven = ask(client, SIGN_IN, responseJson=DEVICE.get(passkey, options))
    assert proven["viewer"]["account"]["userName"] == "aino"
    renewed = client.cookies["__Host-omavirta"]
    assert renewed != value
    assert ask(client, CREATE_REQUEST)["userErrors"] == []

    async def events(database: Database) -> list[str]:
        rows = await database.fetch("SELECT event FROM security_event ORDER BY id")
        return [row[0] for row in rows]

    assert service.run(events) == ["passkey_added", "step_up"]


def test_a_proof_with_it_meets_the_end_of_its_session(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    passkey = add(client)
    response = DEVICE.get(passkey, ask(client, REQUEST)["optionsJson"])

    async def end_the_session(database: Database) -> tuple[dict[str, Any], list[str]]:
        async with database.transaction() as transaction:
            await transaction.execute("DELETE FROM session")
            proof = asyncio.create_task(asyncio.to_thread(ask, client, SIGN_IN, responseJson=response))
            await asyncio.sleep(0.3)
        answer = await proof
        return answer, [row[0] for row in await database.fetch("SELECT event FROM security_event")]

    answer, events = service.run(end_the_session)
    assert error_codes(answer) == ["SIGN_IN_REQUIRED"]
    assert answer["viewer"] is None
    assert "step_up" not in events


def test_without_a_recent_proof_nothing_changes(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    add(client)
    (row,) = ask(client, LIST)["account"]["passkeys"]
    _, response = DEVICE.create(ask(client, CREATE_REQUEST)["optionsJson"])
    client.cookies.set("__Host-omavirta", old_session(service, account)["Cookie"].split("=", 1)[1])
    assert error_codes(ask(client, CREATE, responseJson=response)) == ["STEP_UP_REQUIRED"]
    assert error_codes(ask(client, DELETE, id=row["id"])) == ["STEP_UP_REQUIRED"]
    client.cookies.delete("__Host-omavirta")
    for query, given in (
        (CREATE_REQUEST, {}),
        (DELETE, {"id": row["id"]}),
        (UPDATE, {"id": "x", "name": "y"}),
    ):
        assert error_codes(ask(client, query, **given)) == ["SIGN_IN_REQUIRED"]
    signed_in(client, service, account)
    assert len(ask(client, LIST)["account"]["passkeys"]) == 1


def test_another_sees_and_changes_none_of_it(service: Service, client: TestClient) -> None:
    aino, eero = account_of(service), account_of(service, "eero")
    signed_in(client, service, aino)
    passkey = add(client)
    (row,) = ask(client, LIST)["account"]["passkeys"]
    signed_in(client, service, eero)
    assert ask(client, LIST)["account"]["passkeys"] == []
    node = client.post("/graphql", json={"query": f'{{ node(id: "{row["id"]}") {{ id }} }}'})
    assert node.json() == {"data": {"node": None}}
    assert error_codes(ask(client, UPDATE, id=row["id"], name="Minun")) == ["NOT_FOUND"]
    assert error_codes(ask(client, DELETE, id=row["id"])) == ["NOT_FOUND"]
    options = ask(client, REQUEST)["optionsJson"]
    response = DEVICE.get(passkey, options)
    assert error_codes(ask(client, SIGN_IN, responseJson=response)) == ["INVALID_CREDENTIALS"]


def test_unknown_wrong_and_foreign_are_answered_alike(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    passkey = add(client)
    client.cookies.delete("__Host-omavirta")
    unknown = Passkey(passkey.rp_id, account.bytes, EcKey())
    answers = [
        ask(client, SIGN_IN, responseJson=DEVICE.get(unknown, ask(client, REQUEST)["optionsJson"])),
        ask(
            client,
            SIGN_IN,
            responseJson=DEVICE.get(passkey, ask(client, REQUEST)["optionsJson"], signed_by=EcKey()),
        ),
        ask(
            client,
            SIGN_IN,
            responseJson=DEVICE.get(passkey, ask(client, REQUEST)["optionsJson"], user_handle=b"x" * 16),
        ),
    ]
    assert answers[0] == answers[1] == answers[2]
    assert error_codes(answers[0]) == ["INVALID_CREDENTIALS"]
    assert error_codes(ask(client, SIGN_IN, responseJson="{}")) == ["EXPIRED"]


def test_a_locked_account_is_told_to_call(service: Service, client: TestClient) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    passkey = add(client)

    async def lock(database: Database) -> None:
        async with database.transaction() as transaction:
            await transaction.execute("UPDATE account SET locked_at = 1")

    service.run(lock)
    options = ask(client, REQUEST)["optionsJson"]
    result = ask(client, SIGN_IN, responseJson=DEVICE.get(passkey, options))
    assert error_codes(result) == ["ACCOUNT_LOCKED"]
    assert ask_nobody(client)


def ask_nobody(client: TestClient) -> bool:
    answer = client.post("/graphql", json={"query": "{ viewer { account { userName } } }"}).json()
    return bool(answer == {"data": {"viewer": None}})


@pytest.mark.parametrize("name", ["x" * 101, " " + "x" * 101])
def test_too_long_a_name_is_refused_and_nothing_is_spent(
    service: Service, client: TestClient, name: str
) -> None:
    signed_in(client, service, account_of(service))
    _, response = DEVICE.create(ask(client, CREATE_REQUEST)["optionsJson"])
    assert error_codes(ask(client, CREATE, responseJson=response, name=name)) == ["TOO_LONG"]
    assert ask(client, CREATE, responseJson=response, name="")["userErrors"] == []


def test_no_token_reaches_it(service: Service) -> None:
    account = account_of(service)
    for query in (CREATE_REQUEST, REQUEST, LIST):
        for scope in (Scope.CONSUMPTION_READ, Scope.CUSTOMER_READ):
            answer = service.ask(query, service.token(account, scope))
            assert codes(answer) == ["INSUFFICIENT_SCOPE"]


def test_errors_are_in_the_askers_language(service: Service) -> None:
    for language, text in (("fi", "Aika loppui"), ("sv", "Tiden tog slut"), ("en", "Time ran out")):
        answer = service.ask(SIGN_IN, {"Accept-Language": language}, {"input": {"responseJson": ""}})
        assert answer["data"]["passkeySessionCreate"]["userErrors"][0]["message"].startswith(text)


def test_no_challenge_credential_or_name_is_logged(
    service: Service, client: TestClient, caplog: pytest.LogCaptureFixture
) -> None:
    account = account_of(service)
    signed_in(client, service, account)
    with caplog.at_level(logging.INFO):
        passkey = add(client, "Puhelimeni")
        options = ask(client, REQUEST)["optionsJson"]
        ask(client, SIGN_IN, responseJson=DEVICE.get(passkey, options))
        ask(client, SIGN_IN, responseJson=DEVICE.get(passkey, options, signed_by=EcKey()))
    text = "\n".join(record.getMessage() for record in caplog.records)
    assert "event=passkey_added" in text
    assert "event=step_up " in text
    assert "event=step_up_failed" in text
    for secret in (json.loads(options)["challenge"], "Puhelimeni", passkey.credential_id.hex(), "aino"):
        assert secret not in text
