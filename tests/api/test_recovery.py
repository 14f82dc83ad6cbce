"""Forgotten password and forgotten user name, as the app goes through them."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from omavirta.identity.reset_links import create_link
from omavirta.settings import Settings
from omavirta.storage.database import Database
from support.factory import World
from support.live_app import (
    NEW_PASSWORD,
    PASSWORD,
    Browser,
    LiveApp,
    errors_of,
    hashed,
    live_app,
    wrong,
)
from support.mail import code_of, text_of

pytestmark = pytest.mark.anyio

REQUEST = """mutation($email: String!, $method: ResetMethod! = CODE) {
  passwordResetRequest(input: {email: $email, method: $method}) { requested userErrors { field code message } } }"""
VERIFY = """mutation($code: String!) {
  passwordResetVerify(input: {code: $code}) { verified userErrors { field code message } } }"""
CHECK = """mutation($link: String!) {
  passwordResetLinkCheck(input: {link: $link}) { opens userErrors { field code message } } }"""
COMPLETE = """mutation($password: String!, $link: String) {
  passwordResetComplete(input: {password: $password, link: $link}) {
    viewer { account { userName } } userErrors { field code message } } }"""
REMIND = """mutation($email: String!) {
  userNameReminderRequest(input: {email: $email}) { requested userErrors { field code message } } }"""
AINO = "aino@example.fi"


@pytest.fixture
async def app(settings: Settings, database: Database) -> AsyncIterator[LiveApp]:
    async with live_app(settings, database) as live:
        yield live


@pytest.fixture
async def aino(database: Database) -> UUID:
    world = await World(database).start()
    return await world.account("aino", await world.customer(), password_hash=await hashed())


async def request(browser: Browser, email: str = AINO, method: str = "CODE") -> dict[str, Any]:
    payload: dict[str, Any] = (await browser.ask(REQUEST, email=email, method=method))["passwordResetRequest"]
    return payload


async def verify(browser: Browser, code: str) -> dict[str, Any]:
    payload: dict[str, Any] = (await browser.ask(VERIFY, code=code))["passwordResetVerify"]
    return payload


async def complete(browser: Browser, password: str = NEW_PASSWORD, link: str | None = None) -> dict[str, Any]:
    payload: dict[str, Any] = (await browser.ask(COMPLETE, password=password, link=link))[
        "passwordResetComplete"
    ]
    return payload


async def newest_link(app: LiveApp) -> str:
    found = re.search(r"https://oma\.example\.fi/uusi-salasana#(\S+)", text_of((await app.mails())[-1]))
    assert found is not None
    return found[1]


async def lock(database: Database, account: UUID) -> None:
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = 1 WHERE id = $1", account)


async def test_by_code(app: LiveApp, aino: UUID) -> None:
    elsewhere, browser = app.browser(), app.browser()
    await elsewhere.sign_in()
    assert await request(browser) == {"requested": True, "userErrors": []}
    assert await verify(browser, await app.newest_code()) == {"verified": True, "userErrors": []}
    assert await complete(browser) == {"viewer": {"account": {"userName": "aino"}}, "userErrors": []}

    assert await browser.who() == "aino"
    assert await elsewhere.who() is None
    assert errors_of(await elsewhere.sign_in()) == [(None, "INVALID_CREDENTIALS")]
    assert (await elsewhere.sign_in(password=NEW_PASSWORD))["userErrors"] == []
    assert await app.kinds() == ["password_reset_code", "password_changed"]
    assert await app.events() == [
        "sign_in",
        "password_reset_requested",
        "password_changed",
        "sign_in",
        "sign_in_failed",
        "sign_in",
    ]


async def test_by_link(app: LiveApp, aino: UUID) -> None:
    asking, reading = app.browser(), app.browser()
    assert await request(asking, method="LINK") == {"requested": True, "userErrors": []}
    link = await newest_link(app)
    # In whichever browser the mail is read.
    assert (await complete(reading, link=link))["viewer"] == {"account": {"userName": "aino"}}
    assert await reading.who() == "aino"
    assert errors_of(await complete(app.browser(), "jokin ihan muu salasana", link)) == [(None, "EXPIRED")]
    assert await app.kinds() == ["password_reset_link", "password_changed"]


async def check(app: LiveApp, link: str) -> dict[str, Any]:
    payload: dict[str, Any] = (await app.browser().ask(CHECK, link=link))["passwordResetLinkCheck"]
    return payload


async def test_a_link_is_looked_at_without_being_used(app: LiveApp, aino: UUID, database: Database) -> None:
    await request(app.browser(), method="LINK")
    first = await newest_link(app)
    for _ in range(2):
        assert await check(app, first) == {"opens": True, "userErrors": []}
    await request(app.browser(), method="LINK")
    second = await newest_link(app)
    await complete(app.browser(), link=second)
    assert await app.kinds() == ["password_reset_link", "password_reset_link", "password_changed"]
    # Replaced, used, made up and nonsense are answered alike.
    answers = [await check(app, link) for link in (first, second, first[::-1], "A" * 64, "", "?")]
    assert errors_of(answers[0]) == [(None, "EXPIRED")]
    assert answers.count(answers[0]) == len(answers)
    async with database.transaction() as transaction:
        third = await create_link(transaction, aino, app.now)
    await lock(database, aino)
    assert errors_of(await check(app, third)) == [(None, "ACCOUNT_LOCKED")]


async def test_a_link_that_is_past_its_fourteen_days_is_told_so(app: LiveApp, aino: UUID) -> None:
    await request(app.browser(), method="LINK")
    link = await newest_link(app)
    app.forward(hours=14 * 24)
    assert errors_of(await check(app, link)) == [(None, "EXPIRED")]


async def test_known_unknown_and_locked_addresses_get_the_same_answer(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    world = World(database)
    eero = await world.account("eero")
    await lock(database, eero)
    for query, variables in (
        (REQUEST, {"method": "CODE"}),
        (REQUEST, {"method": "LINK"}),
        (REMIND, {}),
    ):
        answers = [
            await app.browser().post(query, email=email, **variables)
            for email in (AINO, "nobody@example.fi", "eero@example.fi")
        ]
        assert len({answer.content for answer in answers}) == 1
        names = [sorted(answer.headers) for answer in answers]
        assert names[0] == names[1] == names[2]
    assert await app.kinds() == [
        "password_reset_code",
        "account_locked",
        "password_reset_link",
        "account_locked",
        "user_name_reminder",
        "user_name_reminder",
    ]


@pytest.mark.parametrize("method", ["CODE", "LINK", "REMINDER"])
async def test_known_and_unknown_addresses_take_the_same_time(
    app: LiveApp, aino: UUID, database: Database, method: str
) -> None:
    browser = app.browser()
    query, variables = (REMIND, {}) if method == "REMINDER" else (REQUEST, {"method": method})
    times: dict[str, list[float]] = {AINO: [], "nobody@example.fi": []}
    for number in range(40):
        # Turns about, so that what disturbs one disturbs both; by the hour, so that a mail goes out every time.
        for email, taken in sorted(times.items(), reverse=number % 2 == 0):
            taken.append(await browser.time_to_answer(query, email=email, **variables))
        app.forward(hours=1)
    # A busy machine only ever adds to a time, so the quickest of many is what the work itself takes.
    known, unknown = (sorted(taken)[:10] for taken in times.values())
    assert 0.6 < sum(unknown) / sum(known) < 1.7
    assert abs(sum(unknown) - sum(known)) / 10 < 0.002
    assert len(await app.kinds()) == 40


async def test_five_tries_then_even_the_right_code_is_wrong(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await request(browser)
    code = await app.newest_code()
    for _ in range(5):
        assert errors_of(await verify(browser, wrong(code))) == [("code", "CODE_WRONG")]
    refused = await verify(browser, code)
    assert refused == await verify(browser, wrong(code))
    assert refused["verified"] is None
    assert errors_of(await complete(browser)) == [(None, "EXPIRED")]
    assert (await app.events()).count("code_refused") == 5


async def test_forty_tries_at_once_are_five(app: LiveApp, aino: UUID, database: Database) -> None:
    browser = app.browser()
    await request(browser)
    code = await app.newest_code()
    answers = await asyncio.gather(*(verify(browser, wrong(code)) for _ in range(40)))
    assert {str(errors_of(answer)) for answer in answers} == {
        "[('code', 'CODE_WRONG')]",
        "[(None, 'TRY_LATER')]",
    }
    assert (await database.fetch("SELECT tries FROM verification_code"))[0][0] == 5


@pytest.mark.parametrize(
    ("language", "message"), [("fi", "Yritä uudelleen"), ("sv", "Försök igen"), ("en", "Try again")]
)
async def test_guessing_from_one_network_is_throttled_whatever_browser_and_address_it_claims(
    app: LiveApp, aino: UUID, language: str, message: str
) -> None:
    other = app.browser(address="2001:db8:0:2::1")
    await request(other)
    code = await app.newest_code()
    for number in range(10):
        # A network of IPv6 holds many addresses.
        guesser = app.browser(address=f"2001:db8:0:1::{number}")
        await request(guesser, f"asukas{number}@example.fi")
        assert errors_of(await verify(guesser, "000000")) == [("code", "CODE_WRONG")]
    answer = await guesser.post(VERIFY, language, code="000000")
    (error,) = answer.json()["data"]["passwordResetVerify"]["userErrors"]
    assert (error["field"], error["code"]) == (None, "TRY_LATER")
    assert message in error["message"]
    assert (await verify(other, code))["verified"] is True
    app.forward(minutes=1)
    assert errors_of(await verify(guesser, "000000")) == [("code", "CODE_WRONG")]


async def test_a_stranger_who_names_the_address_takes_nothing_from_its_owner(
    app: LiveApp, aino: UUID
) -> None:
    owner, stranger = app.browser(), app.browser()
    await request(owner)
    code = await app.newest_code()
    for _ in range(5):
        await request(stranger)
    assert len(await app.kinds()) == 4
    # There is one more mail for whoever comes in another browser.
    await request(app.browser(), method="LINK")
    assert (await app.kinds())[-1] == "password_reset_link"
    assert (await verify(owner, code))["verified"] is True


async def test_a_link_of_customer_service_is_replaced_only_by_one_that_its_owner_gets(
    app: LiveApp, aino: UUID
) -> None:
    async with app.database.transaction() as transaction:
        link = await create_link(transaction, aino, app.now)
    for _ in range(6):
        await request(app.browser(), method="LINK")
    assert await app.kinds() == ["password_reset_link"] * 5
    assert errors_of(await complete(app.browser(), link=link)) == [(None, "EXPIRED")]
    assert (await complete(app.browser(), link=await newest_link(app)))["userErrors"] == []


async def test_after_fifty_wrong_codes_a_day_a_link_comes_and_the_answer_is_the_same(
    app: LiveApp, aino: UUID
) -> None:
    for number in range(10):
        guesser = app.browser(address=f"192.0.2.{number}")
        await request(guesser)
        answers = [await verify(guesser, wrong(await app.newest_code())) for _ in range(5)]
        assert errors_of(answers[-1]) == [("code", "CODE_WRONG")]
        app.forward(minutes=30)
    assert await app.kinds() == ["password_reset_code"] * 10
    app.forward(hours=1)
    owner = app.browser()
    assert await request(owner) == {"requested": True, "userErrors": []}
    assert (await app.kinds())[-1] == "password_reset_link"
    assert errors_of(await verify(owner, "000000")) == [("code", "CODE_WRONG")]
    assert (await complete(owner, link=await newest_link(app)))["userErrors"] == []
    # A day after the guessing codes come again.
    app.forward(hours=23)
    await request(app.browser())
    assert (await app.kinds())[-1] == "password_reset_code"


async def test_what_concerns_no_account_is_logged_and_kept_nowhere(
    app: LiveApp, aino: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    browser = app.browser()
    with caplog.at_level(logging.INFO):
        await verify(browser, "000000")
        await request(browser, "nobody@example.fi")
        await browser.ask(REMIND, email="nobody@example.fi")
        await verify(browser, "000000")
        await browser.sign_in("nobody")
        for _ in range(10):
            await verify(browser, "000000")
    assert await app.events() == []
    for kind in (
        "code_refused",
        "password_reset_requested",
        "user_name_reminded",
        "sign_in_failed",
        "code_throttled",
    ):
        assert f"event={kind} account=-" in caplog.text


@pytest.mark.parametrize(
    ("language", "message"),
    [
        (
            "fi",
            "Koodi on väärä tai vanhentunut. Yrityksiä on rajallisesti. Tarkista koodi tai pyydä uusi.",
        ),
        (
            "sv",
            "Koden är fel eller har gått ut. Antalet försök är begränsat. Kontrollera koden eller be om en ny.",
        ),
        (
            "en",
            "The code is wrong or has expired. The number of attempts is limited. Check the code or ask for a new one.",
        ),
    ],
)
async def test_a_wrong_code_one_of_nobody_and_none_at_all_answer_alike(
    app: LiveApp, aino: UUID, language: str, message: str
) -> None:
    known, unknown, fresh = app.browser(), app.browser(), app.browser()
    await request(known)
    await request(unknown, "nobody@example.fi")
    code = wrong(await app.newest_code())
    answers = [await browser.post(VERIFY, language, code=code) for browser in (known, unknown, fresh)]
    assert answers[0].content == answers[1].content == answers[2].content
    assert answers[0].json()["data"]["passwordResetVerify"]["userErrors"] == [
        {"field": "code", "code": "CODE_WRONG", "message": message}
    ]


async def test_a_code_opens_in_the_browser_that_asked_and_in_no_other(app: LiveApp, aino: UUID) -> None:
    asking, other = app.browser(), app.browser()
    await request(other, "nobody@example.fi")
    answer = await asking.post(REQUEST, email=AINO)
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith("__Host-omavirta-browser=")
    for part in ("Path=/", "HttpOnly", "SameSite=Lax", "Secure"):
        assert part in cookie
    code = await app.newest_code()
    assert errors_of(await verify(other, code)) == [("code", "CODE_WRONG")]
    assert (await verify(asking, code))["verified"] is True
    # What was confirmed here cannot be completed there.
    assert errors_of(await complete(other)) == [(None, "EXPIRED")]
    assert (await complete(asking))["userErrors"] == []


async def test_codes_and_what_they_confirm_live_ten_minutes(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await request(browser)
    code = await app.newest_code()
    app.forward(minutes=10)
    assert errors_of(await verify(browser, code)) == [("code", "CODE_WRONG")]
    await request(browser)
    assert (await verify(browser, await app.newest_code()))["verified"] is True
    app.forward(minutes=10)
    assert errors_of(await complete(browser)) == [(None, "EXPIRED")]


async def test_a_link_lives_fourteen_days(app: LiveApp, aino: UUID) -> None:
    await request(app.browser(), method="LINK")
    link = await newest_link(app)
    app.forward(days=13, hours=23)
    assert errors_of(await complete(app.browser(), "lyhyt", link)) == [("password", "PASSWORD_TOO_SHORT")]
    app.forward(hours=1)
    assert errors_of(await complete(app.browser(), link=link)) == [(None, "EXPIRED")]


async def test_a_bad_password_burns_neither_code_nor_link(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await request(browser, method="LINK")
    link = await newest_link(app)
    await request(browser)
    await verify(browser, await app.newest_code())
    for bad, code in (
        ("", "PASSWORD_TOO_SHORT"),
        ("lyhyt", "PASSWORD_TOO_SHORT"),
        ("x" * 257, "TOO_LONG"),
        ("password1", "PASSWORD_COMMON"),
        ("aino@example.fi", "PASSWORD_COMMON"),
    ):
        assert errors_of(await complete(browser, bad)) == [("password", code)]
        assert errors_of(await complete(browser, bad, link)) == [("password", code)]
    assert (await complete(browser, link=link))["userErrors"] == []


@pytest.mark.parametrize("ended_by", ["newer link", "password change", "sign-in"])
async def test_a_link_is_ended_by_what_makes_it_needless(app: LiveApp, aino: UUID, ended_by: str) -> None:
    await request(app.browser(), method="LINK")
    link = await newest_link(app)
    browser = app.browser()
    if ended_by == "newer link":
        await request(app.browser(), method="LINK")
        assert (newer := await newest_link(app)) != link
        assert errors_of(await complete(app.browser(), "lyhyt", newer)) == [
            ("password", "PASSWORD_TOO_SHORT")
        ]
    elif ended_by == "sign-in":
        await browser.sign_in()
    else:
        await request(browser)
        await verify(browser, await app.newest_code())
        await complete(browser)
    assert errors_of(await complete(app.browser(), "aivan uusi salasana", link)) == [(None, "EXPIRED")]


async def test_asking_for_a_link_ends_the_code(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await request(browser)
    code = await app.newest_code()
    await request(browser, method="LINK")
    assert errors_of(await verify(browser, code)) == [("code", "CODE_WRONG")]


async def test_a_new_password_ends_codes_that_were_confirmed_elsewhere(app: LiveApp, aino: UUID) -> None:
    first, second = app.browser(), app.browser()
    await request(first)
    await verify(first, await app.newest_code())
    await request(second, method="LINK")
    link = await newest_link(app)
    assert (await complete(second, link=link))["userErrors"] == []
    assert errors_of(await complete(first, "aivan uusi salasana")) == [(None, "EXPIRED")]


@pytest.mark.parametrize("by", ["code", "link"])
async def test_of_forty_at_once_one_chooses_the_password(app: LiveApp, aino: UUID, by: str) -> None:
    browser = app.browser()
    if by == "link":
        await request(browser, method="LINK")
        link = await newest_link(app)
    else:
        await request(browser)
        await verify(browser, await app.newest_code())
        link = None
    passwords = [f"salasana numero {number}" for number in range(40)]
    payloads = await asyncio.gather(
        *(complete(app.browser() if link else browser, p, link) for p in passwords)
    )
    winners = [number for number, payload in enumerate(payloads) if payload["viewer"]]
    assert len(winners) == 1
    assert {str(errors_of(payload)) for payload in payloads if not payload["viewer"]} == {
        "[(None, 'EXPIRED')]"
    }
    assert (await app.kinds()).count("password_changed") == 1
    assert (await app.browser().sign_in(password=passwords[winners[0]]))["userErrors"] == []


async def test_code_and_link_at_once_are_one_change(app: LiveApp, aino: UUID) -> None:
    browser, other = app.browser(), app.browser()
    await request(browser)
    await verify(browser, await app.newest_code())
    async with app.database.transaction() as transaction:
        # Customer service's, which leaves the code as it is.
        link = await create_link(transaction, aino, app.now)
    payloads = await asyncio.gather(
        *(
            complete(browser if number % 2 else other, link=None if number % 2 else link)
            for number in range(8)
        )
    )
    assert sum(payload["viewer"] is not None for payload in payloads) == 1
    assert (await app.kinds()).count("password_changed") == 1


@pytest.mark.parametrize("email", [AINO, "nobody@example.fi"])
async def test_five_mails_an_hour_and_then_silence(app: LiveApp, aino: UUID, email: str) -> None:
    queries = [(REQUEST, "CODE"), (REQUEST, "LINK"), (REMIND, None)]
    answers = []
    for number in range(12):
        query, method = queries[number % 3]
        variables = {} if method is None else {"method": method}
        answers.append((await app.browser().post(query, email=email.upper(), **variables)).json())
    assert all("requested': True" in str(answer) for answer in answers)
    expected = 5 if email == AINO else 0
    assert len(await app.kinds()) == expected
    app.forward(minutes=59)
    await request(app.browser(), email)
    assert len(await app.kinds()) == expected
    app.forward(minutes=1)
    await request(app.browser(), email)
    assert len(await app.kinds()) == (6 if email == AINO else 0)


async def test_forty_who_ask_at_once_cause_five_mails(app: LiveApp, aino: UUID) -> None:
    await asyncio.gather(*(request(app.browser()) for _ in range(40)))
    assert await app.kinds() == ["password_reset_code"] * 5


async def test_a_locked_account_is_told_to_call_customer_service(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    browser, confirmed = app.browser(), app.browser()
    await request(browser, method="LINK")
    link = await newest_link(app)
    await request(confirmed)
    await verify(confirmed, await app.newest_code())
    await request(browser)
    code = await app.newest_code()
    await lock(database, aino)
    for payload in (
        await verify(browser, code),
        await complete(browser, link=link),
    ):
        assert payload["userErrors"] == [
            {
                "field": None,
                "code": "ACCOUNT_LOCKED",
                "message": "Tilisi on lukittu turvallisuussyistä. Soita asiakaspalveluun, niin selvitämme asian."
                " Asiakaspalvelu: +358 9 4245 0100 (ma–pe klo 8–16).",
            }
        ]
    # Asked for now there is no code at all, but a mail that says why.
    await request(browser)
    assert (await app.kinds())[-1] == "account_locked"
    assert await browser.who() is None


async def test_the_user_name_comes_by_mail(app: LiveApp, aino: UUID, database: Database) -> None:
    assert (await app.browser().ask(REMIND, email="AINO@example.fi"))["userNameReminderRequest"] == {
        "requested": True,
        "userErrors": [],
    }
    assert "Käyttäjätunnuksesi on aino." in text_of((await app.mails())[-1])
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE account SET user_name = NULL, user_name_key = NULL, language = 'sv'"
        )
    await app.browser().ask(REMIND, email=AINO)
    mail = (await app.mails())[-1]
    assert "Logga in med din e-postadress." in text_of(mail)
    assert mail["To"] == AINO
    assert await app.events() == ["user_name_reminded"] * 2


@pytest.mark.parametrize(
    ("email", "code"), [("  ", "REQUIRED"), ("aino", "INVALID"), (f"{'x' * 300}@example.fi", "TOO_LONG")]
)
async def test_what_is_no_address_is_said_before_anything_is_looked_up(
    app: LiveApp, email: str, code: str
) -> None:
    browser = app.browser()
    assert errors_of(await request(browser, email)) == [("email", code)]
    assert errors_of((await browser.ask(REMIND, email=email))["userNameReminderRequest"]) == [("email", code)]
    assert errors_of(await verify(browser, " ")) == [("code", "REQUIRED")]
    assert errors_of(await complete(browser, link="nonsense")) == [(None, "EXPIRED")]
    assert await app.events() == []


async def test_a_recovered_password_is_not_kept_waiting_for_earlier_failures(
    app: LiveApp, aino: UUID
) -> None:
    browser = app.browser()
    for _ in range(10):
        await browser.sign_in(password="wrong password")
    assert errors_of(await browser.sign_in()) == [(None, "TRY_LATER")]
    await request(browser)
    await verify(browser, await app.newest_code())
    await complete(browser)
    assert (await app.browser().sign_in(password=NEW_PASSWORD))["userErrors"] == []


async def test_the_log_holds_no_address_code_link_or_password(
    app: LiveApp, aino: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    browser = app.browser()
    with caplog.at_level(logging.DEBUG):
        await request(browser, method="LINK")
        link = await newest_link(app)
        await request(browser, "nobody@example.fi")
        await browser.ask(REMIND, email=AINO)
        await request(browser)
        code = code_of((await app.mails())[-1])
        await verify(browser, code)
        await complete(browser, "lyhyt")
        await complete(browser)
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("omavirta"))
    assert "event=password_changed" in ours
    cookies = [cookie.value for cookie in browser.client.cookies.jar if cookie.value]
    assert len(cookies) == 2
    for secret in ("aino", "nobody", link, code, PASSWORD, NEW_PASSWORD, "lyhyt", *cookies):
        assert secret not in ours
