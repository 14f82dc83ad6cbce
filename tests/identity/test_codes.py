import asyncio
from datetime import timedelta

import pytest

from omavirta.identity.code_limits import CodePurpose, asking_throttle, count_mail, may_mail, too_many_wrong
from omavirta.identity.codes import (
    RefusedCode,
    TypedCode,
    VerifiedCode,
    end_code,
    find_verified,
    issue_code,
    verify_code,
)
from omavirta.identity.sign_in import TryLater
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW

pytestmark = pytest.mark.anyio

KEY = "a key that only the tests use, nowhere else"
BROWSER, OTHER_BROWSER = b"b" * 32, b"o" * 32
RESET = CodePurpose.PASSWORD_RESET


async def issue(
    database: Database, browser: bytes = BROWSER, *, address: str = "aino@example.fi", nothing: bool = False
) -> str:
    async with database.transaction() as transaction:
        return await issue_code(transaction, KEY, RESET, browser, address, NOW, fits_nothing=nothing)


async def answer(
    database: Database, code: str, browser: bytes = BROWSER, minutes: int = 0, network: str = "192.0.2.1"
) -> VerifiedCode | RefusedCode | TryLater:
    typed = TypedCode(code, browser, network)
    return await verify_code(database, KEY, RESET, typed, NOW + timedelta(minutes=minutes))


async def verify(
    database: Database, code: str, browser: bytes = BROWSER, minutes: int = 0
) -> VerifiedCode | None:
    found = await answer(database, code, browser, minutes)
    return found if isinstance(found, VerifiedCode) else None


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06d}"


async def test_the_code_opens_once_for_the_browser_that_asked(database: Database) -> None:
    code = await issue(database)
    assert len(code) == 6
    assert code.isdigit()
    assert await verify(database, code, OTHER_BROWSER) is None
    verified = await verify(database, f" {code[:3]} {code[3:]} ")
    assert verified is not None
    assert verified.email == "aino@example.fi"
    assert await verify(database, code) is None


async def test_a_code_lives_ten_minutes(database: Database) -> None:
    code = await issue(database)
    assert await verify(database, code, minutes=10) is None
    assert await verify(database, code, minutes=9) is not None


async def test_five_tries_and_no_more(database: Database) -> None:
    code = await issue(database)
    for _ in range(5):
        assert await verify(database, wrong(code)) is None
    assert await verify(database, code) is None


async def test_tries_at_the_same_moment_are_all_counted(database: Database) -> None:
    code = await issue(database)
    await asyncio.gather(
        *(answer(database, wrong(code), network=f"192.0.2.{number}") for number in range(40))
    )
    assert [row[0] for row in await database.fetch("SELECT tries FROM verification_code")] == [5]
    assert await verify(database, code) is None


async def test_a_network_guesses_ten_times_whatever_browser_and_address_it_claims(database: Database) -> None:
    browsers = [bytes([number]) * 32 for number in range(40)]
    codes = [
        await issue(database, browser, address=f"asukas{number}@example.fi")
        for number, browser in enumerate(browsers)
    ]
    answers = await asyncio.gather(
        *(answer(database, wrong(code), browser) for code, browser in zip(codes, browsers, strict=True))
    )
    assert sum(isinstance(each, RefusedCode) for each in answers) == 10
    assert sum(isinstance(each, TryLater) for each in answers) == 30
    # Not even the right code is looked at, but another network's is.
    assert isinstance(await answer(database, codes[0], browsers[0]), TryLater)
    assert isinstance(await answer(database, codes[0], browsers[0], network="192.0.2.2"), VerifiedCode)


async def test_a_right_code_forgets_the_wrong_ones_before_it(database: Database) -> None:
    for number in range(4):
        browser = bytes([number]) * 32
        code = await issue(database, browser)
        for _ in range(4):
            assert await verify(database, wrong(code), browser) is None
        assert await verify(database, code, browser) is not None


async def test_whose_code_was_guessed_at_is_known_only_while_there_is_one(database: Database) -> None:
    account = new_id()
    async with database.transaction() as transaction:
        code = await issue_code(transaction, KEY, RESET, BROWSER, "aino@example.fi", NOW, account_id=account)
    for _ in range(5):
        assert await answer(database, wrong(code)) == RefusedCode(account)
    assert await answer(database, wrong(code)) == RefusedCode()
    assert await answer(database, wrong(code), OTHER_BROWSER) == RefusedCode()


async def test_after_fifty_wrong_tries_a_day_no_more_codes_are_issued(database: Database) -> None:
    async def many(purpose: CodePurpose = RESET, address: str = "AINO@example.fi", hours: int = 0) -> bool:
        async with database.transaction() as transaction:
            return await too_many_wrong(transaction, KEY, purpose, address, NOW + timedelta(hours=hours))

    for number in range(10):
        browser = bytes([number]) * 32
        code = await issue(database, browser)
        for attempt in range(5):
            assert await many() is False
            typed = code if (number, attempt) == (0, 4) else wrong(code)
            await answer(database, typed, browser, network=f"192.0.2.{number}")
    # One of the fifty was right.
    assert await many() is False
    await answer(database, wrong(await issue(database)))
    assert await many() is True
    assert await many(hours=23) is True
    assert await many(hours=24) is False
    assert await many(address="other@example.fi") is False
    assert await many(CodePurpose.REGISTRATION) is False


async def test_a_newer_code_ends_the_older_of_the_browser(database: Database) -> None:
    first = await issue(database)
    second = await issue(database, address="other@example.fi")
    assert await verify(database, first) is None or first == second
    assert await verify(database, second) is not None


async def test_another_browser_that_names_the_address_ends_nothing(database: Database) -> None:
    code = await issue(database)
    await issue(database, OTHER_BROWSER)
    assert await verify(database, code) is not None


async def test_without_an_account_nothing_fits_and_all_else_is_alike(database: Database) -> None:
    code = await issue(database, nothing=True)
    assert await verify(database, code) is None
    rows = await database.fetch("SELECT tries, code_hash FROM verification_code")
    assert tuple(rows[0]) == (1, None)


async def test_only_a_keyed_hash_is_kept(database: Database) -> None:
    code = await issue(database)
    rows = await database.fetch("SELECT * FROM verification_code")
    assert code not in str(list(rows[0]))


async def test_five_mails_an_hour_to_one_address_and_three_of_one_browser(database: Database) -> None:
    async def may(browser: bytes = BROWSER, minutes: int = 0, address: str = "AINO@example.fi") -> bool:
        now = NOW + timedelta(minutes=minutes)
        async with database.transaction() as transaction:
            return await may_mail(transaction, KEY, RESET, browser, address, now)

    for _ in range(3):
        assert await may()
        await issue(database)
    assert not await may()
    assert await may(address="other@example.fi")
    for _ in range(2):
        assert await may(OTHER_BROWSER)
        await issue(database, OTHER_BROWSER)
    for browser in (OTHER_BROWSER, b"a" * 32):
        assert not await may(browser)
        assert not await may(browser, 59)
        assert await may(browser, 60)


async def test_what_anybody_asks_for_holds_up_nobody_who_was_identified(database: Database) -> None:
    async def may(purpose: CodePurpose) -> bool:
        async with database.transaction() as transaction:
            return await may_mail(transaction, KEY, purpose, b"a" * 32, "aino@example.fi", NOW)

    for _ in range(3):
        await issue(database)
    async with database.transaction() as transaction:
        for _ in range(2):
            await count_mail(transaction, KEY, "aino@example.fi", NOW)
    assert not await may(RESET)
    assert not await may(CodePurpose.NONE)
    assert await may(CodePurpose.REGISTRATION)
    assert await may(CodePurpose.EMAIL_CHANGE)


async def test_one_asker_has_five_mails_sent_an_hour(database: Database) -> None:
    throttle = asking_throttle(database, KEY, CodePurpose.EMAIL_CHANGE)
    waits = await asyncio.gather(*(throttle.admit("an account", NOW) for _ in range(40)))
    assert sorted(waits, key=str) == [timedelta(hours=1)] * 35 + [None] * 5
    assert await throttle.admit("another account", NOW) is None
    assert await asking_throttle(database, KEY, CodePurpose.REGISTRATION).admit("an account", NOW) is None
    assert await throttle.admit("an account", NOW + timedelta(minutes=59)) == timedelta(minutes=1)
    assert await throttle.admit("an account", NOW + timedelta(minutes=60)) is None


async def test_of_forty_who_use_a_verified_code_one_wins(database: Database) -> None:
    verified = await verify(database, await issue(database))
    assert verified is not None
    assert await find_verified(database, RESET, BROWSER, NOW) == verified
    assert await find_verified(database, RESET, OTHER_BROWSER, NOW) is None
    assert await find_verified(database, RESET, BROWSER, NOW + timedelta(minutes=10)) is None

    async def use() -> bool:
        async with database.transaction() as transaction:
            return await end_code(transaction, verified, NOW)

    assert sorted(await asyncio.gather(*(use() for _ in range(40)))) == [False] * 39 + [True]
    assert await find_verified(database, RESET, BROWSER, NOW) is None


async def test_of_forty_who_type_the_right_code_one_is_let_through(database: Database) -> None:
    code = await issue(database)
    answers = await asyncio.gather(
        *(answer(database, code, network=f"192.0.2.{number}") for number in range(40))
    )
    assert sum(isinstance(each, VerifiedCode) for each in answers) == 1
