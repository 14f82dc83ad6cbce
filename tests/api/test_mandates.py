import asyncio
import gc
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from api.conftest import Service, codes
from omavirta.api.access import Scope
from omavirta.api.nodes import encode_id
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.mail import delivered_mails, text_of
from support.registering import HELMI
from support.sessions import session_cookie

ERRORS = "userErrors { field code message }"
ASK = f"""mutation($input: MandateRequestCreateInput!) {{ mandateRequestCreate(input: $input) {{
  customer {{ name role }} pending {ERRORS} }} }}"""
APPROVE = f"""mutation($input: MandateRequestApproveInput!) {{ mandateRequestApprove(input: $input) {{
  mandate {{ name email role own }} {ERRORS} }} }}"""
DECLINE = f"""mutation($input: MandateRequestDeclineInput!) {{ mandateRequestDecline(input: $input) {{
  declined {ERRORS} }} }}"""
TAKE_BACK = f"""mutation($input: MandateRequestWithdrawInput!) {{ mandateRequestWithdraw(input: $input) {{
  withdrawn {ERRORS} }} }}"""
INVITE = f"""mutation($input: MandateInvitationCreateInput!) {{ mandateInvitationCreate(input: $input) {{
  mandateInvitation {{ id email role createdAt expiresAt }} {ERRORS} }} }}"""
WITHDRAW = f"""mutation($input: MandateInvitationDeleteInput!) {{ mandateInvitationDelete(input: $input) {{
  deleted {ERRORS} }} }}"""
ACCEPT = f"""mutation($input: MandateInvitationAcceptInput!) {{ mandateInvitationAccept(input: $input) {{
  customer {{ name role }} {ERRORS} }} }}"""
UPDATE = f"""mutation($input: MandateUpdateInput!) {{ mandateUpdate(input: $input) {{
  mandate {{ name role }} {ERRORS} }} }}"""
REMOVE = (
    f"""mutation($input: MandateDeleteInput!) {{ mandateDelete(input: $input) {{ deleted {ERRORS} }} }}"""
)
USERS = """{ viewer { mandateRequests { companyName name } customers { id name kind role
  mandates { id name email role own createdAt } mandateRequests { id name email companyName createdAt }
  mandateInvitations { id email role } } } }"""
NODE = "query($id: ID!) { node(id: $id) { __typename id } }"
NUMBERS = {"businessId": "4100000-7", "customerNumber": "20001"}


@dataclass(frozen=True)
class Company:
    """A company with an administrator and a reader; beside it a stranger, who acts for another one."""

    service: Service
    client: TestClient
    id: UUID
    administrator: UUID
    reader: UUID
    stranger: UUID

    def post(self, headers: dict[str, str], query: str, **variables: Any) -> dict[str, Any]:
        body = {"query": query, "variables": variables}
        answer: dict[str, Any] = self.client.post("/graphql", json=body, headers=headers).json()
        return answer

    def ask(self, who: UUID | None, query: str, **input: Any) -> dict[str, Any]:
        data: dict[str, Any] = self.post(
            {} if who is None else self.service.session(who), query, input=input
        )["data"]
        return next(iter(data.values())) if query.startswith("mutation") else data

    def ask_later(self, who: UUID, query: str, **input: Any) -> dict[str, Any]:
        """In a session in which one proved who one is ten minutes ago."""

        async def sign_in(database: Database) -> str:
            return await session_cookie(database, who, NOW - timedelta(minutes=10))

        headers = {"Cookie": f"__Host-omavirta={self.service.run(sign_in)}"}
        data: dict[str, Any] = self.post(headers, query, input=input)["data"]
        payload: dict[str, Any] = next(iter(data.values()))
        return payload

    def seen(self, who: UUID) -> dict[str, Any]:
        """The company as this user sees it."""
        customers = self.ask(who, USERS)["viewer"]["customers"]
        found = [customer for customer in customers if customer["name"] == "Kahvila Kuusama Oy"]
        return found[0] if found else {}

    def mandate(self, who: UUID) -> str:
        return next(str(user["id"]) for user in self.seen(who)["mandates"] if user["own"])

    def mails(self) -> list[str]:
        async def read(database: Database) -> list[str]:
            return [row[0] for row in await database.fetch("SELECT kind FROM outbox_mail ORDER BY id")]

        return self.service.run(read)

    def secret(self) -> str:
        """Of the last invitation that was mailed."""
        letters = asyncio.run(delivered_mails(self.service.settings))
        return text_of(letters[-1]).partition("/kutsu#")[2].split()[0]

    def account(self, name: str, identity_hash: str | None = None) -> UUID:
        return self.service.run(lambda database: World(database).account(name, identity_hash=identity_hash))


@pytest.fixture
def company(service: Service) -> Iterator[Company]:
    async def setup(world: World) -> tuple[UUID, UUID, UUID, UUID]:
        id_ = await world.company(contact=HELMI)
        return (
            id_,
            await world.account("aino", id_, await world.customer("Aino Virtanen")),
            await world.account("reader", id_, role="READER"),
            await world.account("stranger", await world.company("Toinen Oy", number="20002")),
        )

    ids = service.fill(setup)
    with service.client() as client:
        yield Company(service, client, *ids)


def errors(payload: dict[str, Any]) -> list[tuple[str | None, str]]:
    return [(error["field"], error["code"]) for error in payload["userErrors"]]


def test_administrators_see_all_users_and_readers_themselves(company: Company) -> None:
    company.ask(company.stranger, ASK, **NUMBERS)
    company.ask(
        company.administrator, INVITE, customer=customer_id(company), email="new@example.fi", role="READER"
    )
    seen = company.seen(company.administrator)
    assert seen["role"] == "ADMINISTRATOR"
    assert [(user["name"], user["role"], user["own"]) for user in seen["mandates"]] == [
        ("Aino", "ADMINISTRATOR", True),
        ("Reader", "READER", False),
    ]
    assert [(request["name"], request["email"]) for request in seen["mandateRequests"]] == [
        ("Stranger", "stranger@example.fi")
    ]
    assert seen["mandateRequests"][0]["createdAt"] == "2026-11-25T12:00:00+02:00"
    assert [invitation["email"] for invitation in seen["mandateInvitations"]] == ["new@example.fi"]
    seen = company.seen(company.reader)
    assert seen["role"] == "READER"
    assert [(user["name"], user["own"]) for user in seen["mandates"]] == [("Reader", True)]
    assert seen["mandateRequests"] == seen["mandateInvitations"] == []
    assert company.seen(company.stranger) == {}
    viewer = company.ask(company.stranger, USERS)["viewer"]
    assert viewer["mandateRequests"] == [{"companyName": "Kahvila Kuusama Oy", "name": "Stranger"}]


def test_a_persons_own_customer_has_no_users(company: Company) -> None:
    customers = company.ask(company.administrator, USERS)["viewer"]["customers"]
    own = next(customer for customer in customers if customer["kind"] == "PERSON")
    assert own["role"] == "ADMINISTRATOR"
    assert own["mandates"] == own["mandateRequests"] == own["mandateInvitations"] == []


def test_a_contact_acts_at_once_and_sees_it_in_the_same_answer(company: Company) -> None:
    helmi = company.account("helmi", HELMI)
    assert company.ask(helmi, ASK, **NUMBERS) == {
        "customer": {"name": "Kahvila Kuusama Oy", "role": "ADMINISTRATOR"},
        "pending": False,
        "userErrors": [],
    }
    assert company.seen(helmi)["role"] == "ADMINISTRATOR"
    assert company.mails() == ["mandate_granted", "mandate_added"]


def test_a_request_waits_and_is_approved_once(company: Company) -> None:
    helmi = company.account("helmi")
    assert company.ask(helmi, ASK, **NUMBERS) == {"customer": None, "pending": True, "userErrors": []}
    assert company.seen(helmi) == {}
    request = company.seen(company.administrator)["mandateRequests"][0]["id"]
    assert company.ask(company.administrator, APPROVE, id=request, role="READER") == {
        "mandate": {"name": "Helmi", "email": "helmi@example.fi", "role": "READER", "own": False},
        "userErrors": [],
    }
    assert company.seen(helmi)["role"] == "READER"
    assert errors(company.ask(company.administrator, APPROVE, id=request, role="READER")) == [
        (None, "NOT_FOUND")
    ]
    assert errors(company.ask(company.administrator, DECLINE, id=request)) == [(None, "NOT_FOUND")]
    assert company.mails() == ["mandate_waits", "mandate_requested", "mandate_granted"]


def test_a_request_that_is_declined_may_be_made_again(company: Company) -> None:
    helmi = company.account("helmi")
    for _ in range(2):
        company.ask(helmi, ASK, **NUMBERS)
        request = company.seen(company.administrator)["mandateRequests"][0]["id"]
        assert company.ask(company.administrator, DECLINE, id=request) == {"declined": True, "userErrors": []}
    assert company.seen(helmi) == {}
    assert company.mails() == ["mandate_waits", "mandate_requested", "mandate_declined"] * 2


def test_ones_own_request_is_taken_back_once_and_may_be_made_again(company: Company) -> None:
    helmi = company.account("helmi")
    for _ in range(2):
        company.ask(helmi, ASK, **NUMBERS)
        request = company.seen(company.administrator)["mandateRequests"][0]["id"]
        # An administrator declines; only who asked takes back.
        assert errors(company.ask(company.administrator, TAKE_BACK, id=request)) == [(None, "NOT_FOUND")]
        assert company.ask_later(helmi, TAKE_BACK, id=request) == {"withdrawn": True, "userErrors": []}
        assert errors(company.ask(helmi, TAKE_BACK, id=request)) == [(None, "NOT_FOUND")]
        assert company.seen(company.administrator)["mandateRequests"] == []
        approved = company.ask(company.administrator, APPROVE, id=request, role="READER")
        assert errors(approved) == [(None, "NOT_FOUND")]
    assert company.seen(helmi) == {}
    assert company.mails() == ["mandate_waits", "mandate_requested"] * 2


def test_what_is_decided_is_not_taken_back(company: Company) -> None:
    helmi = company.account("helmi")
    company.ask(helmi, ASK, **NUMBERS)
    request = company.seen(company.administrator)["mandateRequests"][0]["id"]
    company.ask(company.administrator, APPROVE, id=request, role="READER")
    assert errors(company.ask(helmi, TAKE_BACK, id=request)) == [(None, "NOT_FOUND")]
    assert company.seen(helmi)["role"] == "READER"


@pytest.mark.parametrize("numbers", [("4100000-7", "20003"), ("1234567-1", "20001"), ("1234567-1", "99999")])
def test_wrong_numbers_are_answered_alike_and_not_for_ever(
    company: Company, numbers: tuple[str, str]
) -> None:
    answers = [
        company.ask(company.reader, ASK, businessId=numbers[0], customerNumber=numbers[1]) for _ in range(11)
    ]
    assert {errors(answer)[0] for answer in answers[:10]} == {(None, "NOT_FOUND")}
    assert answers[0]["userErrors"][0]["message"].startswith("Emme löytäneet yritystä näillä tiedoilla.")
    assert errors(answers[10]) == [(None, "TRY_LATER")]


def test_an_invitation_is_accepted_by_whoever_is_signed_in_and_once(company: Company) -> None:
    answer = company.ask(
        company.administrator, INVITE, customer=customer_id(company), email=" New@example.fi ", role="READER"
    )["mandateInvitation"]
    assert (answer["email"], answer["role"]) == ("New@example.fi", "READER")
    assert answer["expiresAt"] == "2026-12-09T12:00:00+02:00"
    secret = company.secret()
    assert company.ask(company.stranger, ACCEPT, secret=secret) == {
        "customer": {"name": "Kahvila Kuusama Oy", "role": "READER"},
        "userErrors": [],
    }
    assert company.seen(company.stranger)["role"] == "READER"
    late, made_up = (company.ask(company.reader, ACCEPT, secret=text) for text in (secret, "x" * 64))
    assert late == made_up
    assert errors(late) == [(None, "EXPIRED")]
    assert company.mails() == ["mandate_invited", "mandate_granted", "mandate_added"]


def test_a_withdrawn_invitation_opens_nothing(company: Company) -> None:
    invitation = company.ask(
        company.administrator, INVITE, customer=customer_id(company), email="new@example.fi", role="READER"
    )["mandateInvitation"]["id"]
    assert errors(company.ask(company.reader, WITHDRAW, id=invitation)) == [(None, "NOT_ALLOWED")]
    assert errors(company.ask(company.stranger, WITHDRAW, id=invitation)) == [(None, "NOT_FOUND")]
    assert company.ask(company.administrator, WITHDRAW, id=invitation)["deleted"] is True
    assert errors(company.ask(company.administrator, WITHDRAW, id=invitation)) == [(None, "NOT_FOUND")]
    assert errors(company.ask(company.stranger, ACCEPT, secret=company.secret())) == [(None, "EXPIRED")]


@pytest.mark.parametrize(
    ("email", "expected"),
    [
        ("", ("email", "REQUIRED")),
        ("new", ("email", "INVALID")),
        ("reader@example.fi", ("email", "TAKEN")),
    ],
)
def test_an_address_that_cannot_be_invited_is_refused(
    company: Company, email: str, expected: tuple[str, str]
) -> None:
    answer = company.ask(
        company.administrator, INVITE, customer=customer_id(company), email=email, role="READER"
    )
    assert errors(answer) == [expected]
    assert company.mails() == []


def test_invitations_do_not_fill_a_mailbox(company: Company) -> None:
    def send() -> list[tuple[str | None, str]]:
        invited = {"customer": customer_id(company), "email": "new@example.fi", "role": "READER"}
        return errors(company.ask(company.administrator, INVITE, **invited))

    assert [send() for _ in range(11)] == [[]] * 10 + [[(None, "TRY_LATER")]]
    assert len(company.mails()) == 10


def test_a_role_counts_from_the_next_request_on(company: Company) -> None:
    mandate = company.mandate(company.reader)
    answer = company.ask(company.administrator, UPDATE, id=mandate, role="ADMINISTRATOR")
    assert answer == {"mandate": {"name": "Reader", "role": "ADMINISTRATOR"}, "userErrors": []}
    assert len(company.seen(company.reader)["mandates"]) == 2


def test_who_is_removed_is_out_at_once_by_session_and_by_token(company: Company) -> None:
    session = company.service.session(company.reader)
    token = company.service.token(company.reader)
    mandate = company.mandate(company.reader)
    query = "{ viewer { customers { __typename } } }"
    for headers in (session, token):
        assert len(company.post(headers, query)["data"]["viewer"]["customers"]) == 1
    assert company.ask(company.administrator, REMOVE, id=mandate) == {"deleted": True, "userErrors": []}
    for headers in (session, token):
        assert company.post(headers, query)["data"]["viewer"]["customers"] == []
    assert company.mails() == ["mandate_removed"]


def test_one_may_leave_unless_one_is_the_last_administrator(company: Company) -> None:
    first = company.mandate(company.administrator)
    for query, more in ((REMOVE, {}), (UPDATE, {"role": "READER"})):
        answer = company.ask(company.administrator, query, id=first, **more)
        assert errors(answer) == [(None, "NOT_ALLOWED")]
        assert "vähintään yksi pääkäyttäjä" in answer["userErrors"][0]["message"]
    assert company.ask(company.reader, REMOVE, id=company.mandate(company.reader))["deleted"] is True


def test_giving_and_taking_rights_needs_a_proof_within_ten_minutes(company: Company) -> None:
    company.ask(company.account("helmi"), ASK, **NUMBERS)
    request = company.seen(company.administrator)["mandateRequests"][0]["id"]
    before = company.seen(company.administrator)
    for query, given in (
        (APPROVE, {"id": request, "role": "READER"}),
        (INVITE, {"customer": customer_id(company), "email": "new@example.fi", "role": "READER"}),
        (UPDATE, {"id": company.mandate(company.reader), "role": "ADMINISTRATOR"}),
        (UPDATE, {"id": company.mandate(company.administrator), "role": "READER"}),
        (REMOVE, {"id": company.mandate(company.reader)}),
        (REMOVE, {"id": encode_id("Mandate", new_id())}),
        (REMOVE, {"id": "nonsense"}),
    ):
        answer = company.ask_later(company.administrator, query, **given)
        assert errors(answer) == [(None, "STEP_UP_REQUIRED")], query
    assert company.seen(company.administrator) == before
    assert company.mails() == ["mandate_waits", "mandate_requested"]


def test_leaving_withdrawing_declining_and_accepting_need_none(company: Company) -> None:
    company.ask(company.account("helmi"), ASK, **NUMBERS)
    request = company.seen(company.administrator)["mandateRequests"][0]["id"]
    assert company.ask_later(company.administrator, DECLINE, id=request)["declined"] is True
    invited = {"customer": customer_id(company), "email": "new@example.fi", "role": "READER"}
    invitation = company.ask(company.administrator, INVITE, **invited)["mandateInvitation"]["id"]
    assert company.ask_later(company.administrator, WITHDRAW, id=invitation)["deleted"] is True
    company.ask(company.administrator, INVITE, **invited)
    assert company.ask_later(company.stranger, ACCEPT, secret=company.secret())["userErrors"] == []
    assert company.ask_later(company.reader, REMOVE, id=company.mandate(company.reader))["deleted"] is True


@pytest.mark.parametrize("purpose", ["invitations by", "company numbers", ""])
def test_whoever_fails_to_sign_in_under_such_a_name_holds_nobody_up(company: Company, purpose: str) -> None:
    sign_in = 'mutation($name: String!) { sessionCreate(input: {identifier: $name, password: "x"}) { userErrors { code } } }'
    name = f"{purpose} {company.administrator}".strip()
    for _ in range(12):
        company.post({}, sign_in, name=name)
    invited = {"customer": customer_id(company), "email": "new@example.fi", "role": "READER"}
    assert errors(company.ask(company.administrator, INVITE, **invited)) == []
    wrong = {"businessId": "4100000-7", "customerNumber": "20003"}
    assert errors(company.ask(company.administrator, ASK, **wrong)) == [(None, "NOT_FOUND")]


def test_readers_change_nothing(company: Company) -> None:
    helmi = company.account("helmi")
    company.ask(helmi, ASK, **NUMBERS)
    request = company.seen(company.administrator)["mandateRequests"][0]["id"]
    mandate = company.mandate(company.administrator)
    for query, given in (
        (APPROVE, {"id": request, "role": "READER"}),
        (DECLINE, {"id": request}),
        (INVITE, {"customer": customer_id(company), "email": "new@example.fi", "role": "READER"}),
        (UPDATE, {"id": mandate, "role": "READER"}),
        (REMOVE, {"id": mandate}),
    ):
        assert errors(company.ask(company.reader, query, **given))[0][1] == "NOT_ALLOWED"


def test_anothers_and_a_made_up_id_are_answered_alike(company: Company) -> None:
    helmi = company.account("helmi")
    company.ask(helmi, ASK, **NUMBERS)
    invitation = company.ask(
        company.administrator, INVITE, customer=customer_id(company), email="new@example.fi", role="READER"
    )["mandateInvitation"]["id"]
    seen = company.seen(company.administrator)
    ids = {
        "MandateRequest": seen["mandateRequests"][0]["id"],
        "Mandate": seen["mandates"][0]["id"],
        "MandateInvitation": invitation,
        "Customer": customer_id(company),
    }
    for query, type_, more in (
        (APPROVE, "MandateRequest", {"role": "READER"}),
        (DECLINE, "MandateRequest", {}),
        (TAKE_BACK, "MandateRequest", {}),
        (UPDATE, "Mandate", {"role": "READER"}),
        (REMOVE, "Mandate", {}),
        (WITHDRAW, "MandateInvitation", {}),
        (INVITE, "Customer", {"email": "x@example.fi", "role": "READER"}),
    ):
        key = "customer" if query is INVITE else "id"
        answers = [
            company.ask(company.stranger, query, **{key: id_}, **more)
            for id_ in (ids[type_], encode_id(type_, new_id()), encode_id("Invoice", company.id), "nonsense")
        ]
        assert answers.count(answers[0]) == 4, query
        assert errors(answers[0])[0][1] == "NOT_FOUND"
    for who, found in ((company.administrator, True), (company.reader, False), (company.stranger, False)):
        for type_ in ("MandateRequest", "Mandate", "MandateInvitation"):
            headers = company.service.session(who)
            node = company.post(headers, NODE, id=ids[type_])["data"]["node"]
            assert node == ({"__typename": type_, "id": ids[type_]} if found else None)
    own = company.post(company.service.session(helmi), NODE, id=ids["MandateRequest"])
    assert own["data"]["node"] is not None


# Where one field fails graphql-core leaves its siblings unasked, which Python would tell of whenever they are collected.
@pytest.mark.filterwarnings("ignore:coroutine .* was never awaited:RuntimeWarning")
def test_nobody_and_no_token_changes_anything(company: Company) -> None:
    for query, given in (
        (ASK, NUMBERS),
        (ACCEPT, {"secret": "x"}),
        (REMOVE, {"id": "x"}),
        (UPDATE, {"id": "x", "role": "READER"}),
        (WITHDRAW, {"id": "x"}),
        (DECLINE, {"id": "x"}),
        (TAKE_BACK, {"id": "x"}),
        (APPROVE, {"id": "x", "role": "READER"}),
        (INVITE, {"customer": "x", "email": "new@example.fi", "role": "READER"}),
    ):
        assert errors(company.ask(None, query, **given)) == [(None, "SIGN_IN_REQUIRED")]
        headers = company.service.token(company.administrator)
        assert codes(company.post(headers, query, input=given)) == ["INSUFFICIENT_SCOPE"]
    answer = company.post(company.service.token(company.administrator, Scope.CUSTOMER_READ), USERS)
    assert set(codes(answer)) == {"INSUFFICIENT_SCOPE"}
    gc.collect()


def test_the_users_of_many_companies_take_as_many_statements_as_of_one(
    company: Company, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def setup(database: Database) -> UUID:
        world = World(database)
        companies = [
            await world.company(f"Yritys {number} Oy", number=f"3000{number}") for number in range(5)
        ]
        return await world.account("many", *companies)

    counts: list[int] = []
    original = Database.fetch

    async def counted(self: Database, sql: str, *params: Any) -> Any:
        counts[-1] += 1
        return await original(self, sql, *params)

    headers = [company.service.session(who) for who in (company.stranger, company.service.run(setup))]
    for header in headers:
        company.post(header, USERS)
    monkeypatch.setattr(Database, "fetch", counted)
    for header in headers:
        counts.append(0)
        company.post(header, USERS)
    assert counts[0] == counts[1] > 0


def customer_id(company: Company) -> str:
    return encode_id("Customer", company.id)
