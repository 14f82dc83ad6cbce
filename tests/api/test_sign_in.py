import logging
from datetime import date
from typing import Any

import pytest

from api.conftest import Service, codes
from omavirta.identity.passwords import PasswordHasher
from support.factory import World

PASSWORD = "oikea hevonen paristo niitti"
SIGN_IN = """mutation($input: SessionCreateInput!) {
  sessionCreate(input: $input) { viewer { account { userName } } userErrors { field code message } } }"""
SIGN_OUT = "mutation { sessionDelete(input: {}) { deleted userErrors { code } } }"
WHO = "{ viewer { account { userName } } }"


def with_account(service: Service) -> Any:
    async def setup(world: World) -> Any:
        with PasswordHasher() as passwords:
            password_hash = await passwords.hash(PASSWORD)
        return await world.account("aino", await world.customer(), password_hash=password_hash)

    return service.fill(setup)


def credentials(identifier: str = "aino", password: str = PASSWORD) -> dict[str, Any]:
    return {"query": SIGN_IN, "variables": {"input": {"identifier": identifier, "password": password}}}


def test_signing_in_and_out(service: Service) -> None:
    with_account(service)
    with service.client() as client:
        response = client.post("/graphql", json=credentials())
        assert response.json()["data"]["sessionCreate"] == {
            "viewer": {"account": {"userName": "aino"}},
            "userErrors": [],
        }
        cookie = response.headers["set-cookie"]
        assert cookie.startswith("__Host-omavirta=")
        for part in ("Path=/", "HttpOnly", "SameSite=Lax", "Secure"):
            assert part in cookie
        assert (
            client.post("/graphql", json={"query": WHO}).json()["data"]["viewer"]["account"]["userName"]
            == "aino"
        )
        stolen = dict(client.cookies)
        response = client.post("/graphql", json={"query": SIGN_OUT})
        assert response.json()["data"]["sessionDelete"]["deleted"] is True
        assert response.headers["clear-site-data"] == '"cache", "cookies"'
        client.cookies.update(stolen)
        assert client.post("/graphql", json={"query": WHO}).json() == {"data": {"viewer": None}}


def test_what_happened_is_logged_without_name_password_or_cookie(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    account = with_account(service)
    with service.client() as client, caplog.at_level(logging.DEBUG):
        client.post("/graphql", json=credentials(password="wrong password"))
        cookie = client.post("/graphql", json=credentials()).headers["set-cookie"]
        client.post("/graphql", json={"query": SIGN_OUT})
    events = [record.getMessage() for record in caplog.records if record.name == "omavirta.security"]
    assert [line.partition(" correlation=")[0] for line in events] == [
        f"event=sign_in_failed account={account}",
        f"event=sign_in account={account}",
        f"event=sign_out account={account}",
    ]
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("omavirta"))
    for secret in ("aino", PASSWORD, "wrong password", cookie.partition("=")[2].partition(";")[0]):
        assert secret not in ours


def test_a_session_presented_at_sign_in_is_replaced(service: Service) -> None:
    with_account(service)
    with service.client() as client:
        client.post("/graphql", json=credentials())
        first = dict(client.cookies)
        client.post("/graphql", json=credentials())
        assert dict(client.cookies) != first
        client.cookies.clear()
        client.cookies.update(first)
        assert client.post("/graphql", json={"query": WHO}).json() == {"data": {"viewer": None}}


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fi", "Käyttäjätunnus tai salasana on väärä. Tarkista molemmat ja yritä uudelleen."),
        ("sv", "Användarnamnet eller lösenordet är fel. Kontrollera båda och försök igen."),
        ("en", "The user name or the password is wrong. Check both and try again."),
    ],
)
def test_a_wrong_name_and_a_wrong_password_get_the_same_answer(
    service: Service, language: str, message: str
) -> None:
    with_account(service)
    with service.client() as client:
        answers = [
            client.post("/graphql", json=credentials(*pair), headers={"Accept-Language": language})
            for pair in (("aino", "wrong"), ("nobody", PASSWORD))
        ]
    assert answers[0].content == answers[1].content
    assert "set-cookie" not in answers[0].headers
    assert answers[0].json()["data"]["sessionCreate"] == {
        "viewer": None,
        "userErrors": [{"field": None, "code": "INVALID_CREDENTIALS", "message": message}],
    }


def test_a_locked_account_is_told_to_its_owner_alone(service: Service) -> None:
    with_account(service)

    async def lock(world: World) -> None:
        async with world.database.transaction() as transaction:
            await transaction.execute("UPDATE account SET locked_at = 1")

    service.fill(lock)
    with service.client() as client:
        owner, guesser, stranger = (
            client.post("/graphql", json=credentials(*pair), headers={"Accept-Language": "en"})
            for pair in (("aino", PASSWORD), ("aino", "wrong"), ("nobody", "wrong"))
        )
    assert owner.json()["data"]["sessionCreate"]["userErrors"] == [
        {
            "field": None,
            "code": "ACCOUNT_LOCKED",
            "message": "Your account is locked for safety. Call customer service: we will look into it."
            " Customer service: +358 9 4245 0100 (Mon–Fri 8:00–16:00).",
        }
    ]
    assert "set-cookie" not in owner.headers
    assert guesser.content == stranger.content


def test_what_is_empty_or_too_long_is_said_field_by_field(service: Service) -> None:
    with_account(service)
    with service.client() as client:
        errors = client.post("/graphql", json=credentials(" ", "x" * 257)).json()["data"]["sessionCreate"][
            "userErrors"
        ]
    assert [(error["field"], error["code"]) for error in errors] == [
        ("identifier", "REQUIRED"),
        ("password", "TOO_LONG"),
    ]


def test_two_who_sign_in_by_one_request_each_see_their_own_part_of_a_shared_place(service: Service) -> None:
    async def setup(world: World) -> None:
        with PasswordHasher() as passwords:
            password_hash = await passwords.hash(PASSWORD)
        home = await world.point()
        for name, start, end in (
            ("aino", date(2024, 1, 1), date(2026, 6, 30)),
            ("eero", date(2026, 7, 1), None),
        ):
            customer = await world.customer(name)
            await world.account(name, customer, password_hash=password_hash)
            await world.contract(customer, home, start, end)
        for day in (date(2026, 6, 30), date(2026, 7, 1)):
            await world.consumption(home, day)

    service.fill(setup)
    asked = """viewer { customers { meteringPoints(first: 1) { nodes {
      consumption(from: "2026-06-30", to: "2026-07-02") { intervals { quality } } } } } }"""
    query = "mutation {" + "".join(
        f'{name}: sessionCreate(input: {{identifier: "{name}", password: "{PASSWORD}"}}) {{ {asked} }}'
        for name in ("aino", "eero")
    )
    data = service.ask(query + "}")["data"]

    def qualities(name: str) -> list[str]:
        point = data[name]["viewer"]["customers"][0]["meteringPoints"]["nodes"][0]
        return [interval["quality"] for interval in point["consumption"]["intervals"]]

    assert qualities("aino") == ["MEASURED", "NO_CONTRACT"]
    assert qualities("eero") == ["NO_CONTRACT", "MEASURED"]


def test_a_token_cannot_sign_in_or_out(service: Service) -> None:
    account = with_account(service)
    headers = service.token(account)
    assert codes(service.ask(SIGN_OUT, headers)) == ["INSUFFICIENT_SCOPE"]
    variables = {"input": {"identifier": "aino", "password": PASSWORD}}
    assert codes(service.ask(SIGN_IN, headers, variables)) == ["INSUFFICIENT_SCOPE"]


@pytest.mark.parametrize("value", ["Bearer pat_x", "Bearer", "Basic YTpi", "Bearer " + "a" * 5000])
def test_a_token_that_opens_nothing_is_401(service: Service, value: str) -> None:
    with service.client() as client:
        response = client.post("/graphql", json={"query": WHO}, headers={"Authorization": value})
    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"
    assert codes(response.json()) == ["UNAUTHENTICATED"]


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ],
)
def test_another_sites_page_cannot_sign_anyone_in(service: Service, headers: dict[str, str]) -> None:
    with_account(service)
    with service.client() as client:
        response = client.post("/graphql", json=credentials(), headers=headers)
    assert response.status_code == 403
    assert codes(response.json()) == ["CROSS_ORIGIN"]
