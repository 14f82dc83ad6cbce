"""Taking one's data along, and closing one's account."""

import io
import logging
import time
import zipfile
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.sessions import session_cookie

REQUEST = """mutation { dataExportRequest(input: {}) { dataExport { id createdAt finishedAt stepsDone stepsTotal size failed downloadUrl }
  userErrors { code message } } }"""
STATE = "{ viewer { account { dataExport { id finishedAt stepsDone stepsTotal size failed downloadUrl } } } }"
CLOSE = "mutation { accountDelete(input: {}) { deleted userErrors { code } } }"
WHO = "{ viewer { account { userName } } }"


def account_of(service: Service, name: str = "aino") -> UUID:
    async def setup(world: World) -> Any:
        customer, point = await world.customer(), await world.point()
        await world.contract(customer, point)
        await world.consumption(point, date(2026, 11, 20))
        return await world.account(name, customer)

    account: UUID = service.fill(setup)
    return account


def old_session(service: Service, account: UUID) -> dict[str, str]:
    async def make(database: Database) -> str:
        return await session_cookie(database, account, NOW - timedelta(minutes=10))

    return {"Cookie": f"__Host-omavirta={service.run(make)}"}


def export_of(service: Service, headers: dict[str, str]) -> dict[str, Any]:
    """Asked for and made."""
    assert service.ask(REQUEST, headers)["data"]["dataExportRequest"]["userErrors"] == []
    with service.client() as client:
        return finished(client, headers)


def finished(client: TestClient, headers: dict[str, str]) -> dict[str, Any]:
    """Made by the worker that runs in the service."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        answer = client.post("/graphql", json={"query": STATE}, headers=headers).json()
        export: dict[str, Any] = answer["data"]["viewer"]["account"]["dataExport"]
        if export["finishedAt"] is not None:
            return export
        time.sleep(0.05)
    raise AssertionError("the export does not come")


def path_of(export: dict[str, Any]) -> str:
    url: str = export["downloadUrl"]
    assert url.startswith("https://oma.example.fi/exports/")
    return url.removeprefix("https://oma.example.fi")


def test_ones_data_is_asked_for_made_and_fetched(service: Service) -> None:
    account = account_of(service)
    headers = service.session(account)
    with service.client() as client:
        asked = client.post("/graphql", json={"query": REQUEST}, headers=headers).json()["data"]
        export = asked["dataExportRequest"]["dataExport"]
        assert (export["finishedAt"], export["size"], export["downloadUrl"]) == (None, None, None)
        assert export["failed"] is False
        export = finished(client, headers)
        assert export["stepsDone"] == export["stepsTotal"] > 0
        response = client.get(path_of(export), headers=headers)
    assert response.status_code == 200
    assert response.headers["content-type"] == "application/zip"
    assert response.headers["content-disposition"] == 'attachment; filename="omavirta-2026-11-25.zip"'
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert response.headers["content-length"] == str(export["size"]) == str(len(response.content))
    assert "consumption/643007127000000013.csv" in zipfile.ZipFile(io.BytesIO(response.content)).namelist()

    async def events(database: Database) -> list[str]:
        return [row[0] for row in await database.fetch("SELECT event FROM security_event ORDER BY id")]

    assert service.run(events) == ["data_export_requested", "data_exported"]


def test_nobody_else_fetches_it(service: Service) -> None:
    aino, eero = account_of(service), account_of(service, "eero")
    headers = service.session(aino)
    path = path_of(export_of(service, headers))
    made_up = f"/exports/{new_id()}"
    with service.client() as client:

        def answer(path: str, headers: dict[str, str] | None = None) -> tuple[int, bytes]:
            response = client.get(path, headers=headers, follow_redirects=False)
            return response.status_code, response.content

        strange = service.session(eero)
        assert answer(path) == answer(made_up) == answer(path, strange) == answer(made_up, strange)
        assert answer(path)[0] == 404
        assert answer(path, service.token(aino))[0] == 404
        assert answer(path, {"Cookie": "__Host-omavirta=nonsense"})[0] == 404
        assert answer(made_up, headers) == answer(path)
        assert answer("/exports/nonsense", headers) == answer(path)
        assert client.post(path, headers=headers).status_code == 405


def test_without_a_recent_proof_one_is_sent_to_give_it(service: Service) -> None:
    account = account_of(service)
    path = path_of(export_of(service, service.session(account)))
    with service.client() as client:
        response = client.get(path, headers=old_session(service, account), follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/omat-tiedot/tietoni")
    assert response.content == b""


def test_what_is_not_finished_is_not_there(service: Service) -> None:
    account = account_of(service)

    async def begin(database: Database) -> str:
        export_id = new_id()
        async with database.transaction() as transaction:
            await transaction.execute(
                "INSERT INTO data_export (id, account_id, created_at, steps_done, steps_total, claimed_until)"
                " VALUES ($1, $2, $3, 1, 2, $4)",
                export_id,
                account,
                0,
                2**60,
            )
        return f"/exports/{export_id}"

    path = service.run(begin)
    with service.client() as client:
        assert client.get(path, headers=service.session(account)).status_code == 404


def test_asking_twice_is_asking_once_and_five_a_day_are_enough(service: Service) -> None:
    account = account_of(service)
    headers = service.session(account)

    def ask() -> Any:
        return service.ask(REQUEST, headers)["data"]["dataExportRequest"]

    ids = set()
    for _ in range(5):
        ids.add(ask()["dataExport"]["id"])
        with service.client() as client:
            finished(client, headers)
    assert len(ids) == 5
    refused = ask()
    assert refused["dataExport"] is None
    assert [error["code"] for error in refused["userErrors"]] == ["LIMIT_REACHED"]
    assert "viisi" in refused["userErrors"][0]["message"]


def test_step_up_a_session_and_no_token(service: Service) -> None:
    account = account_of(service)
    for query, name in ((REQUEST, "dataExportRequest"), (CLOSE, "accountDelete")):

        def refusal(headers: dict[str, str] | None, query: str = query, name: str = name) -> list[str]:
            result = service.ask(query, headers)["data"][name]
            return [error["code"] for error in result["userErrors"]]

        assert refusal(old_session(service, account)) == ["STEP_UP_REQUIRED"]
        assert refusal(None) == ["SIGN_IN_REQUIRED"]
        assert codes(service.ask(query, service.token(account, Scope.CUSTOMER_READ))) == [
            "INSUFFICIENT_SCOPE"
        ]
    assert service.ask(WHO, service.session(account))["data"]["viewer"] is not None


def test_another_sees_no_export(service: Service) -> None:
    aino, eero = account_of(service), account_of(service, "eero")
    export = export_of(service, service.session(aino))
    query = f'{{ node(id: "{export["id"]}") {{ ... on DataExport {{ size }} }} }}'
    assert service.ask(query, service.session(aino))["data"]["node"]["size"] == export["size"]
    assert service.ask(query, service.session(eero)) == {"data": {"node": None}}
    assert service.ask(STATE, service.session(eero))["data"]["viewer"]["account"]["dataExport"] is None


def test_a_closed_account_is_gone_from_every_browser(service: Service) -> None:
    account = account_of(service)
    here, there, token = service.session(account), service.session(account), service.token(account)
    with service.client() as client:
        response = client.post("/graphql", json={"query": CLOSE}, headers=here)
        assert response.json()["data"]["accountDelete"] == {"deleted": True, "userErrors": []}
        assert "Max-Age=0" in response.headers["set-cookie"]
        assert response.headers["clear-site-data"] == '"cache", "cookies"'
        for headers in (here, there):
            assert client.post("/graphql", json={"query": WHO}, headers=headers).json() == {
                "data": {"viewer": None}
            }
        assert client.post("/graphql", json={"query": WHO}, headers=token).status_code == 401


def test_no_address_or_name_is_logged(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    account = account_of(service)
    with caplog.at_level(logging.INFO):
        export_of(service, service.session(account))
        service.ask(CLOSE, service.session(account))
    text = "\n".join(record.getMessage() for record in caplog.records)
    assert "event=data_export_requested" in text
    assert "event=account_closed" in text
    for word in ("aino", "Aino", "643007127000000013"):
        assert word not in text
