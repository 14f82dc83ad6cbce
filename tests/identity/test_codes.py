import asyncio
from datetime import timedelta

import pytest

from omavirta.identity.codes import (
    CodePurpose,
    VerifiedCode,
    end_code,
    find_verified,
    issue_code,
    may_mail,
    verify_code,
)
from omavirta.storage.database import Database
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


async def verify(
    database: Database, code: str, browser: bytes = BROWSER, minutes: int = 0
) -> VerifiedCode | None:
    return await verify_code(database, KEY, RESET, browser, code, NOW + timedelta(minutes=minutes))


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
    await asyncio.gather(*(verify(database, wrong(code)) for _ in range(40)))
    assert [row[0] for row in await database.fetch("SELECT tries FROM verification_code")] == [5]
    assert await verify(database, code) is None


async def test_a_newer_code_ends_the_older_of_browser_and_of_address(database: Database) -> None:
    first = await issue(database)
    second = await issue(database, address="other@example.fi")
    assert await verify(database, first) is None or first == second
    third = await issue(database, OTHER_BROWSER, address="Other@Example.fi")
    assert await verify(database, second) is None
    assert await verify(database, third, OTHER_BROWSER) is not None


async def test_without_an_account_nothing_fits_and_all_else_is_alike(database: Database) -> None:
    code = await issue(database, nothing=True)
    assert await verify(database, code) is None
    rows = await database.fetch("SELECT tries, code_hash FROM verification_code")
    assert tuple(rows[0]) == (1, None)


async def test_only_a_keyed_hash_is_kept(database: Database) -> None:
    code = await issue(database)
    rows = await database.fetch("SELECT * FROM verification_code")
    assert code not in str(list(rows[0]))


async def test_five_mails_an_hour_to_one_address(database: Database) -> None:
    async def may(minutes: int) -> bool:
        async with database.transaction() as transaction:
            return await may_mail(transaction, KEY, "AINO@example.fi", NOW + timedelta(minutes=minutes))

    for _ in range(5):
        assert await may(0)
        await issue(database)
    assert not await may(59)
    assert await may(60)


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
    answers = await asyncio.gather(*(verify(database, code) for _ in range(40)))
    assert sum(answer is not None for answer in answers) == 1
