import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import httpx2
import pytest
from starlette.testclient import TestClient

from api.conftest import ORIGIN, Service, codes
from omavirta.app import create_app
from omavirta.customers.roles import MandateRole
from omavirta.identity.arrival import arrive
from omavirta.identity.contact import contact_by_id
from omavirta.identity.mandate_invitations import Invitation, invite
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.mail import code_of, delivered_mails, text_of
from support.registering import HELMI, ONNI, Browser, identified

PASSWORD = "oikea hevonen paristo niitti"
SEEN = """{ registration { name email userName language awaitsCode
  customers { number name kind } company { number name kind } } retailer { termsVersion } }"""
ANSWER = "registration { awaitsCode email userName } userErrors { field code message }"
START = f"mutation($input: RegistrationStartInput!) {{ registrationStart(input: $input) {{ {ANSWER} }} }}"
AGAIN = f"mutation($input: RegistrationCodeRequestInput!) {{ registrationCodeRequest(input: $input) {{ {ANSWER} }} }}"
COMPANY = """mutation($input: RegistrationCompanyUpdateInput!) { registrationCompanyUpdate(input: $input) {
  registration { company { number name kind } } userErrors { field code message } } }"""
COMPLETE = """mutation($input: RegistrationCompleteInput!) { registrationComplete(input: $input) {
  viewer { account { name email userName language } customers { name role } mandateRequests { companyName } }
  userErrors { field code message } } }"""
GIVE_UP = "mutation { registrationDelete(input: {}) { deleted userErrors { code } } }"
HOUR = 3_600_000_000
"""In microseconds, as rows keep moments."""
WHO = "{ viewer { account { userName } } }"
GOOD = {"email": "helmi@example.fi", "userName": "helmi", "password": PASSWORD, "language": "FI"}


class Registering:
    """A browser that somebody has been identified in, and the service it talks to."""

    def __init__(self, service: Service, client: TestClient, browser: Browser) -> None:
        self.service, self.client, self.browser = service, client, browser

    def ask(self, query: str, **input: Any) -> dict[str, Any]:
        body = {"query": query, "variables": {"input": input} if "$input" in query else {}}
        data: dict[str, Any] = self.client.post("/graphql", json=body).json()["data"]
        return next(iter(data.values())) if query.startswith("mutation") else data

    def start(self, **changes: Any) -> dict[str, Any]:
        return self.ask(START, **{**GOOD, "termsVersion": "2026-1", **changes})

    def complete(self, code: str, **more: Any) -> dict[str, Any]:
        return self.ask(COMPLETE, code=code, **more)

    def sign_in(self, password: str) -> list[tuple[str | None, str]]:
        query = """mutation($input: SessionCreateInput!) {
          sessionCreate(input: $input) { userErrors { field code } } }"""
        return errors(self.ask(query, identifier="helmi@example.fi", password=password))

    async def come_back(self, database: Database) -> None:
        """From the bank, once more."""
        await arrive(database, identified(), self.browser.hash, None, NOW, "")

    def mailed_code(self) -> str:
        return code_of(asyncio.run(delivered_mails(self.service.settings))[-1])


@contextmanager
def registering(service: Service, identity_hash: str = HELMI) -> Iterator[Registering]:
    """Somebody whom the bank has just identified, in a browser of their own."""
    browser = Browser()

    async def come_back(database: Database) -> None:
        await arrive(database, identified(identity_hash), browser.hash, None, NOW, "")

    service.run(come_back)
    with service.client() as client:
        client.cookies.set("__Host-omavirta-browser", browser.cookie)
        yield Registering(service, client, browser)


def with_customer(service: Service) -> None:
    async def setup(world: World) -> None:
        await world.customer("Helmi Korhonen", identity_hash=HELMI)

    service.fill(setup)


def fetch(service: Service, sql: str) -> list[tuple[Any, ...]]:
    async def read(database: Database) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in await database.fetch(sql)]

    return service.run(read)


def execute(service: Service, sql: str) -> None:
    async def write(database: Database) -> None:
        async with database.transaction() as transaction:
            await transaction.execute(sql)

    service.run(write)


def errors(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["userErrors"]]


def mails(service: Service) -> list[str]:
    """What was written, in order."""
    return [kind for (kind,) in fetch(service, "SELECT kind FROM outbox_mail ORDER BY created_at, id")]


def letters(service: Service) -> list[tuple[str, str]]:
    """What was delivered: to whom, and its subject. To be asked while the service runs: it finishes what it has begun."""
    delivered = asyncio.run(delivered_mails(service.settings))
    return sorted((str(letter["To"]), str(letter["Subject"])) for letter in delivered)


def test_from_the_bank_to_a_signed_in_customer(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        assert someone.ask(SEEN)["registration"] == {
            "name": "Helmi Korhonen",
            "email": None,
            "userName": None,
            "language": "FI",
            "awaitsCode": False,
            "customers": [{"number": "000001", "name": "Helmi Korhonen", "kind": "PERSON"}],
            "company": None,
        }
        assert someone.start() == {
            "registration": {"awaitsCode": True, "email": "helmi@example.fi", "userName": "helmi"},
            "userErrors": [],
        }
        assert fetch(service, "SELECT COUNT(*) FROM account") == [(0,)]
        answer = someone.complete(someone.mailed_code())
        assert answer == {
            "viewer": {
                "account": {
                    "name": "Helmi Korhonen",
                    "email": "helmi@example.fi",
                    "userName": "helmi",
                    "language": "FI",
                },
                "customers": [{"name": "Helmi Korhonen", "role": "ADMINISTRATOR"}],
                "mandateRequests": [],
            },
            "userErrors": [],
        }
        assert someone.ask(WHO) == {"viewer": {"account": {"userName": "helmi"}}}
        assert someone.ask(SEEN)["registration"] is None
        assert {to for to, _ in letters(service)} == {"helmi@example.fi"}
        welcome = text_of(asyncio.run(delivered_mails(service.settings))[-1])
        assert "https://oma.example.fi/" in welcome
    assert mails(service) == ["registration_code", "welcome"]
    assert fetch(service, "SELECT identity_hash, terms_version FROM account") == [(HELMI, "2026-1")]
    assert fetch(service, "SELECT event FROM security_event ORDER BY id") == [
        ("registered",),
        ("mandate_granted",),
        ("sign_in",),
    ]
    assert fetch(service, "SELECT email, password_hash FROM registration") == [(None, None)]


def test_the_password_that_was_chosen_signs_in(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start(userName=None)
        someone.complete(someone.mailed_code())
        someone.client.cookies.clear()
        query = """mutation($input: SessionCreateInput!) {
          sessionCreate(input: $input) { viewer { account { userName } } userErrors { code } } }"""
        answer = someone.ask(query, identifier="Helmi@example.fi", password=PASSWORD)
    assert answer == {"viewer": {"account": {"userName": None}}, "userErrors": []}


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"email": " "}, [("email", "REQUIRED")]),
        ({"email": "helmi"}, [("email", "INVALID")]),
        ({"email": "helmi@example"}, [("email", "INVALID")]),
        ({"userName": "helmi@example.fi"}, [("userName", "INVALID")]),
        ({"userName": "he"}, [("userName", "INVALID")]),
        ({"password": ""}, [("password", "REQUIRED")]),
        ({"password": "lyhyt"}, [("password", "PASSWORD_TOO_SHORT")]),
        ({"password": "x1" * 129}, [("password", "TOO_LONG")]),
        ({"password": "salasana123"}, [("password", "PASSWORD_COMMON")]),
        ({"password": "Korhonen1"}, [("password", "PASSWORD_COMMON")]),
        ({"password": "helmi@example.fi"}, [("password", "PASSWORD_COMMON")]),
        ({"termsVersion": "2019-1"}, [("termsVersion", "INVALID")]),
        ({"email": "", "password": ""}, [("email", "REQUIRED"), ("password", "REQUIRED")]),
    ],
)
def test_what_cannot_be_taken_is_said_field_by_field(
    service: Service, changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    with_customer(service)
    with registering(service) as someone:
        answer = someone.start(**changes)
    assert errors(answer) == expected
    assert answer["registration"] is None
    assert mails(service) == []
    assert fetch(service, "SELECT email FROM registration") == [(None,)]


def test_who_is_no_customer_gets_no_account(service: Service) -> None:
    with registering(service) as someone:
        assert someone.ask(SEEN)["registration"]["customers"] == []
        answer = someone.start()
    assert errors(answer) == [(None, "NOT_FOUND")]
    assert answer["userErrors"][0]["message"].startswith("Emme löytäneet tiedoillasi asiakkuutta.")
    assert mails(service) == []


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fi", "Emme löytäneet tiedoillasi asiakkuutta."),
        ("sv", "Vi hittade inget kundförhållande med dina uppgifter."),
        ("en", "We found no customer with your details."),
    ],
)
def test_what_is_wrong_is_said_in_the_askers_language(service: Service, language: str, message: str) -> None:
    with registering(service) as someone:
        someone.client.headers["Accept-Language"] = language
        assert someone.start()["userErrors"][0]["message"].startswith(message)


def test_without_identification_there_is_nothing_to_register(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.client.cookies.clear()
        assert someone.ask(SEEN)["registration"] is None
        for answer in (
            someone.start(),
            someone.ask(AGAIN),
            someone.ask(COMPANY, businessId="4100000-7", customerNumber="20001"),
            someone.complete("123456"),
        ):
            assert errors(answer) == [(None, "EXPIRED")]
        assert someone.ask(GIVE_UP) == {"deleted": False, "userErrors": []}


def test_a_token_registers_nobody(service: Service) -> None:
    async def setup(world: World) -> UUID:
        return await world.account("aino")

    headers = service.token(service.fill(setup))
    assert codes(service.ask(GIVE_UP, headers)) == ["INSUFFICIENT_SCOPE"]


def test_the_answer_is_the_same_whether_the_address_has_an_account(service: Service) -> None:
    async def setup(world: World) -> None:
        await world.customer("Helmi Korhonen", identity_hash=HELMI)
        await world.account("aino")

    service.fill(setup)
    bodies, headers = [], []
    with registering(service) as someone:
        for address in ("nobody@example.fi", "aino@example.fi"):
            body = {
                "query": START.replace(" email userName }", " }"),
                "variables": {"input": {**GOOD, "email": address, "termsVersion": "2026-1"}},
            }
            response = someone.client.post("/graphql", json=body)
            bodies.append(response.content)
            headers.append([name for name, _ in response.headers.items()])
            answers = [someone.complete("000000") for _ in range(4)]
            bodies[-1] += repr(answers).encode()
            assert someone.ask(SEEN)["registration"]["awaitsCode"] is True
        assert bodies[0] == bodies[1]
        assert headers[0] == headers[1]
        assert [to for to, _ in letters(service)] == ["aino@example.fi", "nobody@example.fi"]
        told = text_of(asyncio.run(delivered_mails(service.settings))[-1])
        assert "https://oma.example.fi/kirjaudu" in told
    assert mails(service) == ["registration_code", "address_in_use"]
    assert fetch(service, "SELECT code_hash FROM verification_code WHERE email = 'aino@example.fi'") == [
        (None,)
    ]


def test_a_taken_user_name_is_told_but_not_to_who_tries_many(service: Service) -> None:
    async def setup(world: World) -> None:
        await world.customer("Helmi Korhonen", identity_hash=HELMI)
        await world.account("aino")

    service.fill(setup)
    with registering(service) as someone:
        assert someone.start()["userErrors"] == []
        # One's own name, entered before, costs no try.
        for name in ("aino", " AINO ", "ａｉｎｏ"):
            assert errors(someone.start(userName=name)) == [("userName", "TAKEN")]
        for _ in range(6):
            assert errors(someone.start(userName="aino")) == [("userName", "TAKEN")]
        assert errors(someone.start(userName="aino")) == [(None, "TRY_LATER")]
        assert someone.start(userName=None, email="helmi9@example.fi")["userErrors"] == []


def test_whoever_fails_to_sign_in_under_an_odd_name_uses_up_nobodys_tries_of_user_names(
    service: Service,
) -> None:
    async def setup(world: World) -> None:
        await world.customer("Helmi Korhonen", identity_hash=HELMI)
        await world.account("aino")

    service.fill(setup)
    sign_in = "mutation($input: SessionCreateInput!) { sessionCreate(input: $input) { userErrors { code } } }"
    with registering(service) as someone:
        for _ in range(12):
            someone.ask(sign_in, identifier=f"registration user name {HELMI}", password="x")
        assert errors(someone.start(userName="aino")) == [("userName", "TAKEN")]


def test_three_codes_an_hour_and_the_newest_alone_opens(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        first = someone.mailed_code()
        assert someone.ask(AGAIN)["userErrors"] == []
        second = someone.mailed_code()
        if first != second:
            assert errors(someone.complete(first)) == [("code", "CODE_WRONG")]
        assert someone.ask(AGAIN)["userErrors"] == []
        assert errors(someone.ask(AGAIN)) == [("code", "TRY_LATER")]
        assert errors(someone.start()) == [("email", "TRY_LATER")]
        assert someone.complete(someone.mailed_code())["userErrors"] == []
    assert mails(service) == ["registration_code"] * 3 + ["welcome"]


def test_a_code_proves_only_the_address_it_was_sent_to(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        execute(service, "UPDATE registration SET email = 'other@example.fi', email_key = 'other@example.fi'")
        assert errors(someone.complete(code)) == [(None, "EXPIRED")]
    assert fetch(service, "SELECT COUNT(*) FROM account") == [(0,)]


def test_the_code_opens_nothing_in_another_browser(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
    with registering(service) as elsewhere:
        seen = elsewhere.ask(SEEN)["registration"]
        assert (seen["email"], seen["awaitsCode"]) == ("helmi@example.fi", False)
        assert errors(elsewhere.complete(code)) == [("code", "CODE_WRONG")]
        # The password has to be entered again: whoever sat at the other browser may have chosen it.
        assert errors(elsewhere.ask(AGAIN)) == [(None, "EXPIRED")]
        assert elsewhere.start(password="aivan toinen salasana")["registration"]["awaitsCode"] is True
        assert elsewhere.complete(elsewhere.mailed_code())["userErrors"] == []
        assert elsewhere.sign_in(PASSWORD) == [(None, "INVALID_CREDENTIALS")]
        assert elsewhere.sign_in("aivan toinen salasana") == []


def test_back_in_the_first_browser_the_password_is_asked_for_again_too(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        with registering(service):
            pass
        service.run(someone.come_back)
        assert someone.ask(SEEN)["registration"]["awaitsCode"] is False
        assert errors(someone.complete(code)) == [(None, "EXPIRED")]
        assert fetch(service, "SELECT COUNT(*) FROM account") == [(0,)]
        # What is used for nothing stays.
        assert fetch(service, "SELECT completed_at FROM registration") == [(None,)]


def test_an_hour_after_the_bank_the_browser_sees_and_finishes_nothing(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        execute(service, f"UPDATE registration SET identified_at = identified_at - {HOUR - 1}")
        assert someone.ask(SEEN)["registration"]["awaitsCode"] is True
        execute(service, "UPDATE registration SET identified_at = identified_at - 1")
        assert someone.ask(SEEN)["registration"] is None
        for answer in (
            someone.start(),
            someone.ask(AGAIN),
            someone.ask(COMPANY, businessId="4100000-7", customerNumber="20001"),
            someone.complete(code),
        ):
            assert errors(answer) == [(None, "EXPIRED")]
        # Identified again in the same browser, the person goes on where they were.
        service.run(someone.come_back)
        assert someone.complete(code)["userErrors"] == []


def test_the_session_tells_when_one_was_identified(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        execute(service, f"UPDATE registration SET identified_at = identified_at - {HOUR // 2}")
        someone.complete(someone.mailed_code())
    assert fetch(service, "SELECT created_at - identified_at FROM session") == [(HOUR // 2,)]


def test_one_person_mails_five_addresses_an_hour(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        for number in range(5):
            assert someone.start(email=f"helmi{number}@example.fi")["userErrors"] == []
        assert errors(someone.start(email="helmi@example.fi")) == [(None, "TRY_LATER")]
        assert errors(someone.ask(AGAIN)) == [(None, "TRY_LATER")]
    with registering(service) as elsewhere:
        assert errors(elsewhere.start(email="helmi@example.fi")) == [(None, "TRY_LATER")]
    assert mails(service) == ["registration_code"] * 5


@pytest.mark.parametrize(
    ("language", "message"),
    [
        ("fi", "Tähän osoitteeseen lähetetty koodi on annettu väärin liian monta kertaa."),
        ("sv", "Koden till den här adressen har angetts fel för många gånger."),
        ("en", "A code sent to this address has been entered wrong too many times."),
    ],
)
def test_after_fifty_wrong_codes_the_address_gets_no_more_that_day(
    service: Service, language: str, message: str
) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        execute(service, "UPDATE verification_code SET tries = 50")
        someone.client.headers["Accept-Language"] = language
        answer = someone.start()
    assert errors(answer) == [("email", "TRY_LATER")]
    assert answer["userErrors"][0]["message"].startswith(message)
    assert mails(service) == ["registration_code"]


@pytest.mark.parametrize(
    ("taken", "expected"),
    [("helmi@example.fi", ("email", "TAKEN")), ("helmi", ("userName", "TAKEN"))],
)
def test_what_was_taken_meanwhile_leaves_nothing_half_made(
    service: Service, taken: str, expected: tuple[str, str]
) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        service.run(lambda database: World(database).account("other"))
        column = "email_key" if "@" in taken else "user_name_key"
        execute(service, f"UPDATE account SET {column} = '{taken}'")
        assert errors(someone.complete(code)) == [expected]
        assert fetch(service, "SELECT COUNT(*) FROM account") == [(1,)]
        assert fetch(service, "SELECT COUNT(*) FROM mandate") == [(0,)]
        assert fetch(service, "SELECT COUNT(*) FROM session") == [(0,)]
        assert fetch(service, "SELECT completed_at FROM registration") == [(None,)]
        someone.start(email="helmi.korhonen@example.fi", userName="helmi.k")
        assert someone.complete(someone.mailed_code())["userErrors"] == []


def test_a_crash_after_the_right_code_costs_nothing(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        execute(service, "UPDATE verification_code SET tries = 1, verified_at = created_at")
        assert someone.complete(code)["userErrors"] == []


def test_who_got_an_account_meanwhile_is_signed_in_to_it(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        service.run(lambda database: World(database).account("earlier", identity_hash=HELMI))
        answer = someone.complete(code)
    assert answer["viewer"]["account"]["userName"] == "earlier"
    assert mails(service) == ["registration_code"]


def test_a_locked_account_is_not_entered_by_registering(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        service.run(lambda database: World(database).account("earlier", identity_hash=HELMI))
        execute(service, "UPDATE account SET locked_at = 1")
        assert errors(someone.complete(code)) == [(None, "ACCOUNT_LOCKED")]
        assert someone.ask(WHO) == {"viewer": None}


def test_giving_up_forgets_what_was_entered(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        assert someone.ask(GIVE_UP) == {"deleted": True, "userErrors": []}
        assert someone.ask(SEEN)["registration"] is None
        assert errors(someone.complete(code)) == [(None, "EXPIRED")]
    assert fetch(service, "SELECT COUNT(*) FROM registration") == [(0,)]


def test_a_finished_registration_says_to_sign_in(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        someone.complete(code)
        someone.client.cookies.delete("__Host-omavirta")
        assert errors(someone.complete(code)) == [(None, "EXPIRED")]
        assert someone.ask(WHO) == {"viewer": None}
    assert mails(service) == ["registration_code", "welcome"]


def test_of_forty_completions_at_once_one_account_comes(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        cookie = {"Cookie": f"__Host-omavirta-browser={someone.browser.cookie}"}

    async def race() -> list[dict[str, Any]]:
        app = create_app(service.settings, clock=lambda: NOW)
        body = {"query": COMPLETE, "variables": {"input": {"code": code}}}
        async with app.router.lifespan_context(app):
            transport = httpx2.ASGITransport(app)
            async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN, headers=cookie) as client:
                answers = await asyncio.gather(*(client.post("/graphql", json=body) for _ in range(40)))
        return [answer.json()["data"]["registrationComplete"] for answer in answers]

    answers = asyncio.run(race())
    assert sum(answer["viewer"] is not None for answer in answers) == 1
    assert {code for answer in answers for _, code in errors(answer)} <= {
        "CODE_WRONG",
        "EXPIRED",
        "TRY_LATER",
    }
    assert fetch(service, "SELECT COUNT(*) FROM account") == [(1,)]
    assert fetch(service, "SELECT COUNT(*) FROM session") == [(1,)]
    assert fetch(service, "SELECT COUNT(*) FROM mandate") == [(1,)]
    assert mails(service) == ["registration_code", "welcome"]


def test_finishing_and_asking_again_at_the_same_moment_wait_for_each_other(service: Service) -> None:
    with_customer(service)
    with registering(service) as someone:
        someone.start()
        code = someone.mailed_code()
        cookie = {"Cookie": f"__Host-omavirta-browser={someone.browser.cookie}"}

    async def race() -> list[dict[str, Any]]:
        app = create_app(service.settings, clock=lambda: NOW)
        bodies = [
            {"query": COMPLETE, "variables": {"input": {"code": code}}},
            {"query": AGAIN, "variables": {"input": {}}},
            {"query": GIVE_UP},
        ]
        async with app.router.lifespan_context(app):
            transport = httpx2.ASGITransport(app)
            async with httpx2.AsyncClient(transport=transport, base_url=ORIGIN, headers=cookie) as client:
                answers = await asyncio.gather(
                    *(client.post("/graphql", json=bodies[number % 3]) for number in range(30))
                )
        return [answer.json() for answer in answers]

    # Taken in two orders, PostgreSQL would end one of them as a deadlock.
    assert [answer for answer in asyncio.run(race()) if "errors" in answer] == []
    ((accounts, sessions),) = fetch(
        service, "SELECT (SELECT COUNT(*) FROM account), (SELECT COUNT(*) FROM session)"
    )
    assert accounts == sessions <= 1


KUUSAMA = {"number": "20001", "name": "Kahvila Kuusama Oy", "kind": "COMPANY"}


@pytest.mark.parametrize("number", ["4100000-7", " 41000007 "])
def test_whom_the_retailer_knows_acts_for_the_company_at_once(service: Service, number: str) -> None:
    service.fill(lambda world: world.company(contact=HELMI))
    with registering(service) as someone:
        assert someone.ask(COMPANY, businessId=number, customerNumber="20001") == {
            "registration": {"company": KUUSAMA},
            "userErrors": [],
        }
        assert someone.start()["userErrors"] == []
        viewer = someone.complete(someone.mailed_code())["viewer"]
    assert viewer["customers"] == [{"name": "Kahvila Kuusama Oy", "role": "ADMINISTRATOR"}]
    assert viewer["mandateRequests"] == []
    assert mails(service) == ["registration_code", "mandate_granted", "welcome"]


def test_anybody_else_waits_and_both_sides_are_told(service: Service) -> None:
    async def setup(world: World) -> None:
        company = await world.company(contact=ONNI)
        await world.account("aino", company)
        await world.account("reader", company, role="READER")

    service.fill(setup)
    with registering(service) as someone:
        someone.ask(COMPANY, businessId="4100000-7", customerNumber="20001")
        someone.start()
        viewer = someone.complete(someone.mailed_code())["viewer"]
        told = dict(letters(service))
    assert viewer["customers"] == []
    assert viewer["mandateRequests"] == [{"companyName": "Kahvila Kuusama Oy"}]
    assert mails(service) == ["registration_code", "mandate_waits", "mandate_requested", "welcome"]
    assert told["aino@example.fi"] == "Pyyntö asioida yrityksesi puolesta"
    assert set(told) == {"aino@example.fi", "helmi@example.fi"}


@pytest.mark.parametrize(
    ("business_id", "number", "expected"),
    [
        ("", "", [("businessId", "REQUIRED"), ("customerNumber", "REQUIRED")]),
        ("4100000-8", "20001", [("businessId", "INVALID")]),
        ("٤١٠٠٠٠٠-٧", "20001", [("businessId", "INVALID")]),
        ("4100000-7", "9" * 33, [("customerNumber", "TOO_LONG")]),
        ("4100000-7", "10001", [(None, "NOT_FOUND")]),
        ("1234567-1", "20001", [(None, "NOT_FOUND")]),
    ],
)
def test_both_numbers_have_to_be_the_companys(
    service: Service, business_id: str, number: str, expected: list[tuple[str | None, str]]
) -> None:
    service.fill(lambda world: world.company())
    with registering(service) as someone:
        answer = someone.ask(COMPANY, businessId=business_id, customerNumber=number)
        assert errors(answer) == expected
        assert someone.ask(SEEN)["registration"]["company"] is None


def test_a_wrong_company_and_a_wrong_number_are_answered_alike_and_not_for_ever(service: Service) -> None:
    service.fill(lambda world: world.company())
    with registering(service) as someone:
        pairs = [("4100000-7", "10001"), ("1234567-1", "20001"), ("1234567-1", "99999")]
        answers = [
            someone.ask(COMPANY, businessId=business_id, customerNumber=number)
            for business_id, number in pairs
        ]
        assert answers[0] == answers[1] == answers[2]
        for _ in range(7):
            someone.ask(COMPANY, businessId="4100000-7", customerNumber="20001")
        answer = someone.ask(COMPANY, businessId="4100000-7", customerNumber="20001")
        assert errors(answer) == [(None, "TRY_LATER")]


def test_an_invitation_lets_someone_register_who_is_no_customer(service: Service) -> None:
    async def setup(world: World) -> None:
        company = await world.company()
        inviter = await contact_by_id(world.database, await world.account("aino", company))
        assert inviter is not None
        invitation = Invitation(company, "helmi@example.fi", MandateRole.READER)
        await invite(world.database, inviter, invitation, ORIGIN, NOW)

    service.fill(setup)
    link = text_of(asyncio.run(delivered_mails(service.settings))[-1])
    secret = link.partition("/kutsu#")[2].split()[0]
    with registering(service) as someone:
        assert errors(someone.start(invitation="x" * 64)) == [(None, "NOT_FOUND")]
        assert someone.start(invitation=secret)["userErrors"] == []
        code = someone.mailed_code()
        assert errors(someone.complete(code)) == [(None, "NOT_FOUND")]
        assert fetch(service, "SELECT COUNT(*) FROM account") == [(1,)]
        viewer = someone.complete(code, invitation=secret)["viewer"]
    assert viewer["customers"] == [{"name": "Kahvila Kuusama Oy", "role": "READER"}]
