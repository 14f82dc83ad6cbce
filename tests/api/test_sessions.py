"""Seeing and ending one's sessions, and proving again that one is oneself."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest

from omavirta.api.nodes import encode_id
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.passwords import MOST_WAITING, THREADS
from omavirta.settings import Settings
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import World
from support.live_app import PASSWORD, SIGN_IN, Browser, LiveApp, errors_of, hashed, live_app

pytestmark = pytest.mark.anyio

SESSIONS = "{ viewer { account { sessions { id current device createdAt lastSeenAt identifiedAt } } } }"
DELETE = "mutation($id: ID) { sessionDelete(input: {id: $id}) { deleted userErrors { field code message } } }"
OTHERS = "mutation { otherSessionsDelete(input: {}) { deleted userErrors { field code } } }"
VERIFY = """mutation($password: String!) { sessionVerify(input: {password: $password}) {
  viewer { account { userName } } userErrors { field code message } } }"""
NODE = "query($id: ID!) { node(id: $id) { id ... on Session { current } } }"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"


@pytest.fixture
async def app(settings: Settings, database: Database) -> AsyncIterator[LiveApp]:
    async with live_app(settings, database) as live:
        yield live


@pytest.fixture
async def aino(database: Database) -> UUID:
    world = await World(database).start()
    return await world.account("aino", await world.customer(), password_hash=await hashed())


async def listed(browser: Browser) -> list[dict[str, Any]]:
    sessions: list[dict[str, Any]] = (await browser.ask(SESSIONS))["viewer"]["account"]["sessions"]
    return sessions


async def verify(browser: Browser, password: str = PASSWORD) -> dict[str, Any]:
    payload: dict[str, Any] = (await browser.ask(VERIFY, password=password))["sessionVerify"]
    return payload


async def test_sessions_are_listed_with_device_and_times(app: LiveApp, aino: UUID) -> None:
    desktop, phone, script = app.browser(), app.browser(PHONE), app.browser("")
    for browser in (script, phone, desktop):
        await browser.sign_in()
        app.forward(minutes=5)
    sessions = await listed(desktop)
    assert [(each["current"], each["device"]) for each in sessions] == [
        (True, "Firefox, Linux"),
        (False, "Mobile Safari, iOS"),
        (False, None),
    ]
    assert sessions[1]["createdAt"] == "2026-11-25T12:05:00+02:00"
    assert sessions[1]["lastSeenAt"] == "2026-11-25T12:05:00+02:00"
    assert [each["identifiedAt"] for each in sessions] == [None, None, None]
    assert (await desktop.ask(NODE, id=sessions[1]["id"]))["node"] == {
        "id": sessions[1]["id"],
        "current": False,
    }
    app.forward(minutes=56)
    # The desktop was seen meanwhile; the others are over, and so not there.
    assert [each["device"] for each in await listed(desktop)] == ["Firefox, Linux"]
    assert (await desktop.ask(NODE, id=sessions[1]["id"]))["node"] is None


async def test_a_session_tells_when_one_was_strongly_identified_in_it(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    browser = app.browser()
    await browser.sign_in()
    async with database.transaction() as transaction:
        await transaction.execute(
            "UPDATE session SET identified_at = $2 WHERE account_id = $1",
            aino,
            to_epoch_microseconds(app.now),
        )
    assert [each["identifiedAt"] for each in await listed(browser)] == ["2026-11-25T12:00:00+02:00"]


async def test_one_session_is_ended(app: LiveApp, aino: UUID) -> None:
    here, there = app.browser(), app.browser(PHONE)
    await here.sign_in()
    await there.sign_in()
    (other,) = [each["id"] for each in await listed(here) if not each["current"]]
    assert (await here.ask(DELETE, id=other))["sessionDelete"] == {"deleted": True, "userErrors": []}
    assert await there.who() is None
    assert await here.who() == "aino"
    again = (await here.ask(DELETE, id=other))["sessionDelete"]
    assert again == {
        "deleted": None,
        "userErrors": [
            {"field": "id", "code": "NOT_FOUND", "message": "Tämä laite ei ole enää kirjautuneena."}
        ],
    }
    assert (await app.events())[2:] == ["session_ended"]


async def test_one_s_own_id_signs_out(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await browser.sign_in()
    (current,) = [each["id"] for each in await listed(browser)]
    response = await browser.post(DELETE, id=current)
    assert response.json()["data"]["sessionDelete"]["deleted"] is True
    assert response.headers["clear-site-data"] == '"cache", "cookies"'
    assert await browser.who() is None
    assert (await app.events())[1:] == ["sign_out"]


async def test_another_s_session_answers_as_a_made_up_one(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    world = World(database)
    await world.account("eero", password_hash=await hashed())
    mine, theirs = app.browser(), app.browser()
    await mine.sign_in()
    await theirs.sign_in("eero")
    (stranger,) = [each["id"] for each in await listed(theirs)]
    for query in (DELETE, NODE):
        answers = [
            (await mine.post(query, id=id_)).content
            for id_ in (stranger, encode_id("Session", new_id()), encode_id("Customer", new_id()), "x")
        ]
        assert len(set(answers)) == 1
    assert await theirs.who() == "eero"


async def test_all_others_are_ended(app: LiveApp, aino: UUID, database: Database) -> None:
    await World(database).account("eero", password_hash=await hashed())
    stranger = app.browser()
    await stranger.sign_in("eero")
    browsers = [app.browser() for _ in range(4)]
    for browser in browsers:
        await browser.sign_in()
    assert (await browsers[0].ask(OTHERS))["otherSessionsDelete"] == {"deleted": 3, "userErrors": []}
    assert [await browser.who() for browser in browsers] == ["aino", None, None, None]
    assert await stranger.who() == "eero"
    assert (await app.events())[-1] == "session_ended"


async def test_of_fifty_one_sessions_the_one_seen_longest_ago_ends(app: LiveApp, aino: UUID) -> None:
    browsers = [app.browser() for _ in range(51)]
    for browser in browsers:
        await browser.sign_in()
        app.forward(seconds=1)
    assert await browsers[0].who() is None
    assert await browsers[1].who() == "aino"
    assert len(await listed(browsers[-1])) == 50


async def test_nobody_ends_or_proves_anything_without_signing_in(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    id_ = encode_id("Session", new_id())
    assert errors_of((await browser.ask(DELETE, id=id_))["sessionDelete"]) == [(None, "SIGN_IN_REQUIRED")]
    assert errors_of((await browser.ask(OTHERS))["otherSessionsDelete"]) == [(None, "SIGN_IN_REQUIRED")]
    assert errors_of(await verify(browser)) == [(None, "SIGN_IN_REQUIRED")]
    assert (await browser.ask(DELETE))["sessionDelete"] == {"deleted": False, "userErrors": []}


async def test_the_password_proves_it_in_this_session_alone(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    here, there = app.browser(), app.browser(PHONE)
    await here.sign_in()
    await there.sign_in()
    app.forward(minutes=30)
    assert await verify(here) == {"viewer": {"account": {"userName": "aino"}}, "userErrors": []}
    rename = 'mutation { userNameUpdate(input: {userName: "uusi"}) { userErrors { field code } } }'
    assert errors_of((await there.ask(rename))["userNameUpdate"]) == [(None, "STEP_UP_REQUIRED")]
    assert errors_of((await here.ask(rename))["userNameUpdate"]) == []
    assert "step_up" in await app.events()


async def test_a_proof_gives_the_session_a_new_secret(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await browser.sign_in()
    before = dict(browser.client.cookies)
    await verify(browser)
    assert dict(browser.client.cookies) != before
    assert len(await listed(browser)) == 1
    thief = app.browser()
    thief.client.cookies.update(before)
    assert await thief.who() is None


async def test_a_wrong_password_proves_nothing_and_is_throttled(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await browser.sign_in()
    for _ in range(10):
        payload = await verify(browser, "väärä salasana")
        assert payload["userErrors"] == [
            {
                "field": "password",
                "code": "INVALID_CREDENTIALS",
                "message": "Salasana on väärä. Tarkista se ja yritä uudelleen.",
            }
        ]
    assert errors_of(await verify(browser)) == [(None, "TRY_LATER")]
    # It is the account's own throttle: who only knows the name can neither fill it nor be kept out by it.
    assert (await app.browser().sign_in())["userErrors"] == []
    assert await browser.who() == "aino"
    assert (await app.events()).count("step_up_failed") == 10
    app.forward(minutes=1)
    assert (await verify(browser))["userErrors"] == []


async def test_a_proof_meets_the_end_of_its_session(app: LiveApp, aino: UUID, database: Database) -> None:
    browser = app.browser()
    await browser.sign_in()
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM session")
        proof = asyncio.create_task(verify(browser))
        await asyncio.sleep(0.3)
    assert errors_of(await proof) == [(None, "SIGN_IN_REQUIRED")]
    assert "step_up" not in await app.events()


async def test_a_sign_in_meets_the_lock_of_its_account(app: LiveApp, aino: UUID, database: Database) -> None:
    async def lock() -> None:
        async with database.transaction() as transaction:
            await transaction.execute("UPDATE account SET locked_at = 1")
            await transaction.execute("DELETE FROM session")

    for delay in range(20):
        signing_in = asyncio.create_task(app.browser().sign_in())
        await asyncio.sleep(0.02 + delay / 400)
        await lock()
        assert [code for _, code in errors_of(await signing_in)] in (
            [],
            ["INVALID_CREDENTIALS"],
            ["ACCOUNT_LOCKED"],
        )
        async with database.transaction() as transaction:
            await transaction.execute("UPDATE account SET locked_at = NULL")


async def test_who_comes_in_a_rush_is_told_so_at_once(app: LiveApp, aino: UUID) -> None:
    over = asyncio.Event()

    async def come_again_and_again() -> None:
        while not over.is_set():
            await app.app.state.passwords.verify(None, "guess")

    rush = asyncio.gather(*(come_again_and_again() for _ in range(THREADS + MOST_WAITING)))
    await asyncio.sleep(0)
    response = await app.browser().post(SIGN_IN, identifier="aino", password=PASSWORD)
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["BUSY"]
    # It was no try.
    assert await app.database.fetch("SELECT name_hash FROM sign_in_throttle") == []
    over.set()
    await rush
    assert (await app.browser().sign_in())["userErrors"] == []


async def test_failed_sign_ins_by_strangers_leave_the_proof_alone(app: LiveApp, aino: UUID) -> None:
    browser, stranger = app.browser(), app.browser()
    await browser.sign_in()
    for _ in range(11):
        await stranger.sign_in(password="wrong password")
    assert errors_of(await stranger.sign_in()) == [(None, "TRY_LATER")]
    assert (await verify(browser))["userErrors"] == []


async def test_forty_guesses_at_once_are_ten(app: LiveApp, aino: UUID) -> None:
    browser = app.browser()
    await browser.sign_in()
    payloads = await asyncio.gather(*(verify(browser, "väärä salasana") for _ in range(40)))
    found = [errors_of(payload)[0][1] for payload in payloads]
    assert (found.count("INVALID_CREDENTIALS"), found.count("TRY_LATER")) == (10, 30)


@pytest.mark.parametrize(("password", "code"), [("", "REQUIRED"), ("x" * 257, "TOO_LONG")])
async def test_what_is_no_password_is_not_looked_at(
    app: LiveApp, aino: UUID, password: str, code: str
) -> None:
    browser = app.browser()
    await browser.sign_in()
    assert errors_of(await verify(browser, password)) == [("password", code)]


async def test_a_locked_account_is_signed_out_at_once_everywhere(
    app: LiveApp, aino: UUID, database: Database
) -> None:
    browser = app.browser()
    await browser.sign_in()
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = 1")
    assert await browser.who() is None
    assert errors_of(await app.browser().sign_in()) == [(None, "ACCOUNT_LOCKED")]


async def test_the_log_holds_no_cookie_and_no_password(
    app: LiveApp, aino: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    browser, other = app.browser(), app.browser()
    with caplog.at_level(logging.DEBUG):
        await browser.sign_in()
        await other.sign_in()
        await verify(browser, "väärä salasana")
        await verify(browser)
        cookie = browser.client.cookies["__Host-omavirta"]
        await browser.ask(OTHERS)
        await browser.ask(DELETE)
    ours = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("omavirta"))
    for kind in ("sign_in", "step_up_failed", "step_up", "session_ended", "sign_out"):
        assert f"event={kind} account={aino}" in ours
    for secret in ("aino", PASSWORD, "väärä salasana", cookie):
        assert secret not in ours
