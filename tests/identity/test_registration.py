import asyncio
import time

import pytest

from omavirta.api.language import Language
from omavirta.identity.arrival import arrive
from omavirta.identity.registration import (
    PROOF_LIFETIME,
    Details,
    Problem,
    RegistrationRow,
    enter_details,
    find_registration,
    request_code,
    set_company,
)
from omavirta.identity.sign_in import TryLater
from omavirta.settings import Settings
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.registering import HELMI, Browser, identified

pytestmark = pytest.mark.anyio


async def begun(database: Database, browser: Browser, identity_hash: str = HELMI) -> RegistrationRow:
    await arrive(database, identified(identity_hash), browser.hash, None, NOW, "")
    registration = await find_registration(database, browser.hash, NOW)
    assert registration is not None
    return registration


def details(email: str) -> Details:
    return Details(email, None, "a hash", Language.FI, "2026-1")


async def test_a_known_and_an_unknown_address_take_the_same_time(
    database: Database, settings: Settings
) -> None:
    tries = 40
    world = await World(database).start()
    for number in range(tries):
        await world.account(f"known{number}")
    # Somebody else each time, for one person has five mails sent an hour.
    people = [Browser() for _ in range(2 * tries)]
    registrations = [
        await begun(database, browser, f"{number:064x}") for number, browser in enumerate(people)
    ]
    each = iter(zip(people, registrations, strict=True))
    times: dict[str, list[float]] = {"known": [], "other": []}
    for number in range(tries):
        for name, taken in times.items():
            email = f"{name}{number}@example.fi"
            browser, registration = next(each)
            began = time.perf_counter()
            assert (
                await enter_details(database, settings, registration, browser.hash, details(email), NOW)
                is None
            )
            taken.append(time.perf_counter() - began)
    # A busy machine only ever adds to a time, so the quickest of many tries is what the work itself takes.
    known, unknown = (min(taken) for taken in times.values())
    # Writing a mail or a row in one case alone would be a third of it, hashing the password ten times as much.
    assert 0.8 < known / unknown < 1.25


async def test_requests_at_the_same_moment_send_three_codes_and_no_more(
    database: Database, settings: Settings
) -> None:
    browser = Browser()
    await enter_details(
        database, settings, await begun(database, browser), browser.hash, details("helmi@example.fi"), NOW
    )
    registration = await find_registration(database, browser.hash, NOW)
    assert registration is not None
    answers = await asyncio.gather(
        *(request_code(database, settings, registration, browser.hash, NOW) for _ in range(40))
    )
    # Five are let through of one person, three of one browser.
    assert answers.count(None) == 2
    assert answers.count(Problem.TOO_MANY_MAILS) == 2
    assert sum(isinstance(answer, TryLater) for answer in answers) == 36
    assert len(await database.fetch("SELECT id FROM outbox_mail")) == 3
    live = await database.fetch("SELECT id FROM verification_code WHERE ended_at IS NULL")
    assert len(live) == 1


async def test_only_the_browser_of_the_registration_names_a_company(database: Database) -> None:
    browser = Browser()
    registration = await begun(database, browser)
    company = await (await World(database).start()).company()
    later = NOW + PROOF_LIFETIME
    assert not await set_company(database, registration, Browser().hash, company, NOW)
    assert not await set_company(database, registration, browser.hash, company, later)
    assert await set_company(database, registration, browser.hash, company, NOW)


async def test_only_hashes_of_password_code_and_identity_are_kept(
    database: Database, settings: Settings
) -> None:
    browser = Browser()
    await enter_details(
        database, settings, await begun(database, browser), browser.hash, details("helmi@example.fi"), NOW
    )
    text = (await database.fetch("SELECT text FROM outbox_mail"))[0][0]
    code = next(line for line in text.splitlines() if line.isdigit())
    for table in ("registration", "verification_code"):
        assert code not in str([list(row) for row in await database.fetch(f"SELECT * FROM {table}")])
