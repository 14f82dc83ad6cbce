"""My details: password, e-mail, user name, and what one wishes."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from omavirta.identity.reset_links import create_link, find_link
from omavirta.settings import Settings
from omavirta.storage.database import Database
from support.factory import World
from support.live_app import NEW_PASSWORD, PASSWORD, Browser, LiveApp, errors_of, hashed, live_app, wrong
from support.mail import text_of
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio

PASSWORD_UPDATE = """mutation($new: String!, $old: String) {
  passwordUpdate(input: {newPassword: $new, oldPassword: $old}) {
    viewer { account { hasPassword } } userErrors { field code message } } }"""
EMAIL_REQUEST = """mutation($email: String!) {
  emailChangeRequest(input: {email: $email}) { requested userErrors { field code message } } }"""
EMAIL_COMPLETE = """mutation($code: String!) {
  emailChangeComplete(input: {code: $code}) { viewer { account { email } } userErrors { field code message } } }"""
USER_NAME = """mutation($input: UserNameUpdateInput!) {
  userNameUpdate(input: $input) { viewer { account { userName } } userErrors { field code message } } }"""
ACCOUNT = """mutation($input: AccountUpdateInput!) {
  accountUpdate(input: $input) { viewer { account { language phone notifications } } userErrors { field code message } } }"""
RESET = 'mutation { passwordResetRequest(input: {email: "aino@example.fi"}) { requested } }'
EVERY_CHANGE: list[tuple[str, dict[str, Any]]] = [
    (PASSWORD_UPDATE, {"new": NEW_PASSWORD, "old": PASSWORD}),
    (EMAIL_REQUEST, {"email": "uusi@example.fi"}),
    (EMAIL_COMPLETE, {"code": "123456"}),
    (USER_NAME, {"input": {"userName": "uusi"}}),
    (ACCOUNT, {"input": {"phone": "+358401234567"}}),
]


@pytest.fixture
async def app(settings: Settings, database: Database) -> AsyncIterator[LiveApp]:
    async with live_app(settings, database) as live:
        yield live


@pytest.fixture
async def aino(database: Database) -> UUID:
    world = await World(database).start()
    return await world.account("aino", await world.customer(), password_hash=await hashed())


@pytest.fixture
async def browser(app: LiveApp, aino: UUID) -> Browser:
    """Signed in as Aino, just now."""
    browser = app.browser()
    await browser.sign_in()
    return browser


async def signed_in(app: LiveApp, account: UUID, *, identified: bool = False) -> Browser:
    """A browser of an account, whatever it signs in with."""
    browser = app.browser()
    cookie = await session_cookie(app.database, account, app.now, identified=identified)
    browser.client.cookies.set("__Host-omavirta", cookie)
    return browser


async def change(browser: Browser, query: str, **variables: Any) -> dict[str, Any]:
    (payload,) = (await browser.ask(query, **variables)).values()
    result: dict[str, Any] = payload
    return result


@pytest.mark.parametrize(("query", "variables"), EVERY_CHANGE)
async def test_nobody_changes_anything_without_signing_in(
    app: LiveApp, aino: UUID, query: str, variables: dict[str, Any]
) -> None:
    payload = await change(app.browser(), query, **variables)
    assert errors_of(payload) == [(None, "SIGN_IN_REQUIRED")]
    assert (
        payload["userErrors"][0]["message"]
        == "Et ole enää kirjautuneena. Kirjaudu sisään ja yritä uudelleen."
    )
    assert await app.kinds() == []


@pytest.mark.parametrize(
    ("query", "variables"),
    [(EMAIL_REQUEST, {"email": "uusi@example.fi"}), (USER_NAME, {"input": {"userName": "uusi"}})],
)
async def test_what_guards_the_account_needs_a_proof_within_ten_minutes(
    app: LiveApp, browser: Browser, query: str, variables: dict[str, Any]
) -> None:
    app.forward(minutes=10)
    payload = await change(browser, query, **variables)
    assert errors_of(payload) == [(None, "STEP_UP_REQUIRED")]
    assert payload["userErrors"][0]["message"] == "Vahvista ensin, että se olet sinä."
    assert await app.kinds() == []
    assert await browser.who() == "aino"
    await browser.ask(
        f'mutation {{ sessionVerify(input: {{password: "{PASSWORD}"}}) {{ viewer {{ __typename }} }} }}'
    )
    assert (await change(browser, query, **variables))["userErrors"] == []


async def test_the_password_changes_with_the_old_one(app: LiveApp, browser: Browser, aino: UUID) -> None:
    elsewhere, forgetting = app.browser(), app.browser()
    await elsewhere.sign_in()
    await forgetting.ask(RESET)
    code = await app.newest_code()
    async with app.database.transaction() as transaction:
        link = await create_link(transaction, aino, app.now)

    # However long ago one signed in.
    app.forward(minutes=9)
    assert await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old=PASSWORD) == {
        "viewer": {"account": {"hasPassword": True}},
        "userErrors": [],
    }
    assert await browser.who() == "aino"
    assert await elsewhere.who() is None
    assert await find_link(app.database, link, app.now) is None
    verified = await forgetting.ask(
        f'mutation {{ passwordResetVerify(input: {{code: "{code}"}}) {{ verified }} }}'
    )
    assert verified["passwordResetVerify"]["verified"] is None
    assert (await app.kinds())[-1] == "password_changed"
    assert (await app.events())[-1] == "password_changed"
    assert errors_of(await elsewhere.sign_in()) == [(None, "INVALID_CREDENTIALS")]
    assert (await elsewhere.sign_in(password=NEW_PASSWORD))["userErrors"] == []


@pytest.mark.parametrize(
    ("new", "old", "error"),
    [
        (NEW_PASSWORD, None, ("oldPassword", "REQUIRED")),
        (NEW_PASSWORD, "", ("oldPassword", "REQUIRED")),
        (NEW_PASSWORD, "väärä salasana", ("oldPassword", "INVALID_CREDENTIALS")),
        ("lyhyt", PASSWORD, ("newPassword", "PASSWORD_TOO_SHORT")),
        ("x" * 257, PASSWORD, ("newPassword", "TOO_LONG")),
        ("salasana123", PASSWORD, ("newPassword", "PASSWORD_COMMON")),
        ("aino@example.fi", PASSWORD, ("newPassword", "PASSWORD_COMMON")),
    ],
)
async def test_what_is_wrong_with_a_password_is_said_at_its_field(
    app: LiveApp, browser: Browser, new: str, old: str | None, error: tuple[str, str]
) -> None:
    assert errors_of(await change(browser, PASSWORD_UPDATE, new=new, old=old)) == [error]
    assert await app.kinds() == []
    assert (await app.browser().sign_in())["userErrors"] == []


async def test_the_old_password_is_not_needed_just_after_the_bank(app: LiveApp, aino: UUID) -> None:
    browser = await signed_in(app, aino, identified=True)
    assert (await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD))["userErrors"] == []
    app.forward(minutes=10)
    assert errors_of(await change(browser, PASSWORD_UPDATE, new=PASSWORD)) == [("oldPassword", "REQUIRED")]


async def test_who_has_no_password_chooses_one_after_a_recent_proof(app: LiveApp, database: Database) -> None:
    eero = await (await World(database).start()).account("eero")
    browser = await signed_in(app, eero)
    app.forward(minutes=10)
    assert errors_of(await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD)) == [(None, "STEP_UP_REQUIRED")]
    fresh = await signed_in(app, eero)
    assert await change(fresh, PASSWORD_UPDATE, new=NEW_PASSWORD) == {
        "viewer": {"account": {"hasPassword": True}},
        "userErrors": [],
    }


async def test_guessing_the_old_password_is_throttled_and_harms_nobody_elses_sign_in(
    app: LiveApp, browser: Browser
) -> None:
    for _ in range(10):
        await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old="väärä salasana")
    payload = await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old=PASSWORD)
    assert errors_of(payload) == [(None, "TRY_LATER")]
    assert (await app.events()).count("step_up_failed") == 10
    assert (await app.browser().sign_in())["userErrors"] == []
    assert await browser.who() == "aino"
    app.forward(minutes=1)
    assert (await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old=PASSWORD))["userErrors"] == []


async def test_of_forty_changes_with_one_old_password_one_wins(app: LiveApp, aino: UUID) -> None:
    browsers = [await signed_in(app, aino) for _ in range(40)]
    passwords = [f"salasana numero {number}" for number in range(40)]
    # Ten wrong tries are free; these are right, and are let through as long as none has changed it.
    payloads = await asyncio.gather(
        *(
            change(browser, PASSWORD_UPDATE, new=new, old=PASSWORD)
            for browser, new in zip(browsers, passwords, strict=True)
        )
    )
    winners = [number for number, payload in enumerate(payloads) if payload["viewer"]]
    assert len(winners) == 1
    assert (await app.kinds()).count("password_changed") == 1
    assert [await browser.who() for browser in browsers].count("aino") == 1
    assert (await app.browser().sign_in(password=passwords[winners[0]]))["userErrors"] == []


async def test_a_sign_in_beside_a_password_change_leaves_no_session_of_the_old_password(
    app: LiveApp, browser: Browser
) -> None:
    others = [app.browser() for _ in range(8)]
    *_, payload = await asyncio.gather(
        *(other.sign_in() for other in others),
        change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old=PASSWORD),
    )
    assert payload["userErrors"] == []
    assert [await other.who() for other in others] == [None] * 8


async def test_the_new_address_is_proven_and_the_old_one_told(
    app: LiveApp, browser: Browser, aino: UUID
) -> None:
    async with app.database.transaction() as transaction:
        link = await create_link(transaction, aino, app.now)
    assert await change(browser, EMAIL_REQUEST, email="Aino.Uusi@example.fi") == {
        "requested": True,
        "userErrors": [],
    }
    assert (await browser.ask("{ viewer { account { email } } }"))["viewer"]["account"][
        "email"
    ] == "aino@example.fi"
    code = (await app.mails())[-1]
    assert code["To"] == "Aino.Uusi@example.fi"
    assert await change(browser, EMAIL_COMPLETE, code=await app.newest_code()) == {
        "viewer": {"account": {"email": "Aino.Uusi@example.fi"}},
        "userErrors": [],
    }
    told = (await app.mails())[-1]
    assert told["To"] == "aino@example.fi"
    assert "A…@example.fi" in text_of(told)
    assert "Uusi@" not in text_of(told)
    # What was mailed to the old address opens nothing any more.
    assert await find_link(app.database, link, app.now) is None
    assert (await app.browser().sign_in("aino.uusi@example.fi"))["userErrors"] == []
    assert errors_of(await app.browser().sign_in("aino@example.fi")) == [(None, "INVALID_CREDENTIALS")]
    assert (await app.events())[:3] == ["sign_in", "email_change_requested", "email_changed"]


async def test_a_taken_address_answers_alike_and_its_owner_is_told(
    app: LiveApp, browser: Browser, database: Database
) -> None:
    await World(database).account("eero")
    free = await browser.post(EMAIL_REQUEST, email="vapaa@example.fi")
    taken = await browser.post(EMAIL_REQUEST, email="Eero@example.fi")
    assert free.content == taken.content
    mail = (await app.mails())[-1]
    assert mail["To"] == "eero@example.fi"
    assert await app.kinds() == ["email_change_code", "address_in_use"]
    for number in range(3):
        assert errors_of(await change(browser, EMAIL_COMPLETE, code=f"{number:06d}")) == [
            ("code", "CODE_WRONG")
        ]


async def test_free_and_taken_addresses_take_the_same_time(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    await World(database).account("eero")
    times: dict[str, list[float]] = {"vapaa@example.fi": [], "eero@example.fi": []}
    for number in range(30):
        browser = await signed_in(app, aino)
        for email, taken in sorted(times.items(), reverse=number % 2 == 0):
            taken.append(await browser.time_to_answer(EMAIL_REQUEST, email=email))
        app.forward(hours=1)
    free, taken = (sorted(each)[:10] for each in times.values())
    assert 0.6 < sum(taken) / sum(free) < 1.7


async def test_an_address_that_is_taken_meanwhile_is_refused_in_words(
    app: LiveApp, browser: Browser, database: Database
) -> None:
    await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
    code = await app.newest_code()
    eero = await World(database).account("uusi")
    payload = await change(browser, EMAIL_COMPLETE, code=code)
    assert errors_of(payload) == [(None, "TAKEN")]
    assert payload["userErrors"][0]["message"].startswith("Tällä sähköpostiosoitteella on nyt toinen tili.")
    rows = await database.fetch("SELECT email FROM account WHERE id = $1", eero)
    assert rows[0][0] == "uusi@example.fi"


async def test_of_many_accounts_that_prove_one_address_one_gets_it(app: LiveApp, database: Database) -> None:
    world = await World(database).start()
    browsers = [await signed_in(app, await world.account(f"asukas{number}")) for number in range(5)]
    codes = []
    for browser in browsers:
        # A newer code for the same address ends the one before, so each is issued apart and brought back to life.
        await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
        codes.append(await app.newest_code())
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE verification_code SET ended_at = NULL")
    payloads = await asyncio.gather(
        *(change(browser, EMAIL_COMPLETE, code=code) for browser, code in zip(browsers, codes, strict=True))
    )
    assert sorted(str(errors_of(payload)) for payload in payloads) == ["[(None, 'TAKEN')]"] * 4 + ["[]"]


async def test_a_code_for_the_address_is_bound_to_browser_and_account(
    app: LiveApp, browser: Browser, aino: UUID, database: Database
) -> None:
    await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
    code = await app.newest_code()
    other = await signed_in(app, aino)
    assert errors_of(await change(other, EMAIL_COMPLETE, code=code)) == [("code", "CODE_WRONG")]
    # Somebody else signs in with the same browser.
    eero = await World(database).account("eero")
    browser.client.cookies.delete("__Host-omavirta", "oma.example.fi", "/")
    browser.client.cookies.set("__Host-omavirta", await session_cookie(database, eero, app.now))
    assert await browser.who() == "eero"
    assert errors_of(await change(browser, EMAIL_COMPLETE, code=code)) == [("code", "CODE_WRONG")]
    rows = await database.fetch("SELECT email FROM account ORDER BY email")
    assert [row[0] for row in rows] == ["aino@example.fi", "eero@example.fi"]


@pytest.mark.parametrize(
    ("email", "code"), [("", "REQUIRED"), ("uusi", "INVALID"), ("aino@example.fi", "INVALID")]
)
async def test_what_cannot_be_a_new_address(browser: Browser, email: str, code: str) -> None:
    assert errors_of(await change(browser, EMAIL_REQUEST, email=email)) == [("email", code)]


async def test_five_wrong_codes_and_the_right_one_is_wrong_too(app: LiveApp, browser: Browser) -> None:
    await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
    code = await app.newest_code()
    for _ in range(5):
        await change(browser, EMAIL_COMPLETE, code=wrong(code))
    assert errors_of(await change(browser, EMAIL_COMPLETE, code=code)) == [("code", "CODE_WRONG")]
    assert (await app.events()).count("code_refused") == 5


async def test_wrong_codes_count_together_whatever_they_are_for(app: LiveApp, browser: Browser) -> None:
    await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
    code = await app.newest_code()
    forgetting = app.browser()
    await forgetting.ask(RESET)
    for _ in range(10):
        await forgetting.ask('mutation { passwordResetVerify(input: {code: "000000"}) { verified } }')
    payload = await change(browser, EMAIL_COMPLETE, code=code)
    assert errors_of(payload) == [(None, "TRY_LATER")]
    assert payload["userErrors"][0]["message"].startswith("Yrityksiä on ollut liian monta.")
    app.forward(minutes=1)
    assert (await change(browser, EMAIL_COMPLETE, code=code))["userErrors"] == []


async def test_an_account_mails_five_addresses_an_hour(app: LiveApp, aino: UUID) -> None:
    addresses = [f"uusi{number}@example.fi" for number in range(40)]
    browsers = [await signed_in(app, aino) for _ in addresses]
    payloads = await asyncio.gather(
        *(
            change(browser, EMAIL_REQUEST, email=address)
            for browser, address in zip(browsers, addresses, strict=True)
        )
    )
    found = [errors_of(payload) for payload in payloads]
    assert sorted(found) == [[]] * 5 + [[(None, "TRY_LATER")]] * 35
    assert await app.kinds() == ["email_change_code"] * 5
    app.forward(hours=1)
    browser = await signed_in(app, aino)
    assert (await change(browser, EMAIL_REQUEST, email="uusi@example.fi"))["userErrors"] == []


async def test_the_user_name_changes_and_goes(app: LiveApp, browser: Browser) -> None:
    assert await change(browser, USER_NAME, input={"userName": " Äiti.2 "}) == {
        "viewer": {"account": {"userName": "Äiti.2"}},
        "userErrors": [],
    }
    assert (await app.browser().sign_in("ÄITI.2"))["userErrors"] == []
    assert errors_of(await app.browser().sign_in("aino")) == [(None, "INVALID_CREDENTIALS")]
    assert (await change(browser, USER_NAME, input={"userName": None}))["viewer"] == {
        "account": {"userName": None}
    }
    assert errors_of(await app.browser().sign_in("äiti.2")) == [(None, "INVALID_CREDENTIALS")]
    assert await app.kinds() == ["user_name_changed"] * 2
    assert (await app.events()).count("user_name_changed") == 2


async def test_another_s_user_name_is_taken(app: LiveApp, browser: Browser, database: Database) -> None:
    await World(database).account("eero")
    payload = await change(browser, USER_NAME, input={"userName": "EERO"})
    assert errors_of(payload) == [("userName", "TAKEN")]
    assert payload["userErrors"][0]["message"] == "Tämä käyttäjätunnus on jo käytössä. Valitse toinen."
    # One's own in another spelling is not.
    assert (await change(browser, USER_NAME, input={"userName": "AINO"}))["userErrors"] == []


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "REQUIRED"),
        ({"userName": ""}, "INVALID"),
        ({"userName": "ab"}, "INVALID"),
        ({"userName": "a@b"}, "INVALID"),
    ],
)
async def test_what_cannot_be_a_user_name(browser: Browser, given: dict[str, Any], code: str) -> None:
    assert errors_of(await change(browser, USER_NAME, input=given)) == [("userName", code)]


async def test_of_many_who_want_one_user_name_one_gets_it(app: LiveApp, database: Database) -> None:
    world = await World(database).start()
    browsers = [await signed_in(app, await world.account(f"asukas{number}")) for number in range(10)]
    payloads = await asyncio.gather(
        *(change(browser, USER_NAME, input={"userName": "uusi"}) for browser in browsers)
    )
    assert sorted(str(errors_of(payload)) for payload in payloads) == ["[('userName', 'TAKEN')]"] * 9 + ["[]"]


async def test_wishes_change_without_a_proof_and_what_is_left_out_stays(
    app: LiveApp, browser: Browser
) -> None:
    app.forward(minutes=30)

    async def update(**given: Any) -> dict[str, Any]:
        payload = await change(browser, ACCOUNT, input=given)
        assert payload["userErrors"] == []
        account: dict[str, Any] = payload["viewer"]["account"]
        return account

    assert await update() == {"language": "FI", "phone": None, "notifications": []}
    assert await update(phone="040 123 4567", notifications=["NEWS", "INVOICES", "NEWS"]) == {
        "language": "FI",
        "phone": "+358401234567",
        "notifications": ["INVOICES", "NEWS"],
    }
    assert await update(language="SV") == {
        "language": "SV",
        "phone": "+358401234567",
        "notifications": ["INVOICES", "NEWS"],
    }
    assert await update(phone=None, notifications=[], language=None) == {
        "language": "SV",
        "phone": None,
        "notifications": [],
    }
    assert (await app.events()).count("account_changed") == 3


async def test_what_is_no_phone_number(browser: Browser) -> None:
    payload = await change(browser, ACCOUNT, input={"phone": "soita äidille", "language": "EN"})
    assert errors_of(payload) == [("phone", "INVALID")]
    assert payload["viewer"] is None
    assert (await browser.ask("{ viewer { account { language } } }"))["viewer"]["account"]["language"] == "FI"


async def test_what_one_sees_of_oneself(
    app: LiveApp, browser: Browser, aino: UUID, database: Database
) -> None:
    query = "{ viewer { account { hasPassword identified phone notifications } } }"
    assert (await browser.ask(query))["viewer"]["account"] == {
        "hasPassword": True,
        "identified": False,
        "phone": None,
        "notifications": [],
    }
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE account SET identity_hash = $2, password_hash = NULL WHERE id = $1", aino, "f" * 64
        )
    assert (await browser.ask(query))["viewer"]["account"]["identified"] is True
    assert (await browser.ask(query))["viewer"]["account"]["hasPassword"] is False


async def test_the_log_holds_nothing_of_a_person(
    app: LiveApp, browser: Browser, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        await change(browser, ACCOUNT, input={"phone": "+358401234567"})
        await change(browser, USER_NAME, input={"userName": "salanimi"})
        await change(browser, EMAIL_REQUEST, email="uusi@example.fi")
        code = await app.newest_code()
        await change(browser, EMAIL_COMPLETE, code=code)
        await change(browser, PASSWORD_UPDATE, new=NEW_PASSWORD, old=PASSWORD)
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("omavirta"))
    for kind in (
        "account_changed",
        "user_name_changed",
        "email_change_requested",
        "email_changed",
        "password_changed",
    ):
        assert f"event={kind} account=" in ours
    for secret in ("aino", "salanimi", "uusi@", "358401234567", code, PASSWORD, NEW_PASSWORD):
        assert secret not in ours
