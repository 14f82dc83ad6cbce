import asyncio
import time
from collections.abc import Iterator
from datetime import timedelta

import argon2
import pytest

from omavirta.identity.names import name_key
from omavirta.identity.passwords import PasswordHasher
from omavirta.identity.sign_in import Locked, SignedIn, TryLater, WrongCredentials, sign_in
from omavirta.identity.throttle import SignInThrottle, delete_past_tries
from omavirta.storage.database import Database
from support.factory import NOW, World

pytestmark = pytest.mark.anyio
PASSWORD = "oikea hevonen paristo niitti"


@pytest.fixture(scope="module")
def passwords() -> Iterator[PasswordHasher]:
    with PasswordHasher() as hasher:
        yield hasher


@pytest.fixture
def throttle(database: Database) -> SignInThrottle:
    return SignInThrottle(database, "key")


async def test_user_name_and_email_open_the_same_account(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    password_hash = await passwords.hash(PASSWORD)
    account = await (await World(database).start()).account("aino", password_hash=password_hash)
    for identifier in ("aino", " AINO ", "Aino@Example.fi", "ａｉｎｏ"):
        result = await sign_in(database, passwords, throttle, identifier, PASSWORD, NOW)
        assert result == SignedIn(account, password_hash)


@pytest.mark.parametrize("password", ["", PASSWORD + " ", PASSWORD[:-1], PASSWORD.upper(), "x" * 300])
async def test_any_other_password_is_refused(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle, password: str
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    assert isinstance(await sign_in(database, passwords, throttle, "aino", password, NOW), WrongCredentials)


async def test_the_same_letters_are_the_same_password_however_a_system_types_them(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    one_each, two_each = "h\u00e4m\u00e4r\u00e4 kuu", "ha\u0308ma\u0308ra\u0308 kuu"
    for number, (kept, typed) in enumerate([(one_each, two_each), (two_each, one_each)]):
        password_hash = await passwords.hash(kept)
        account = await (await World(database).start()).account(f"aino{number}", password_hash=password_hash)
        result = await sign_in(database, passwords, throttle, f"aino{number}", typed, NOW)
        assert result == SignedIn(account, password_hash)


async def test_an_account_without_a_password_has_none_that_fits(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    await (await World(database).start()).account("aino")
    for password in ("", "nobody has this password", "None"):
        assert isinstance(
            await sign_in(database, passwords, throttle, "aino", password, NOW), WrongCredentials
        )


async def test_only_the_right_password_learns_that_the_account_is_locked(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET locked_at = 1")
    assert isinstance(await sign_in(database, passwords, throttle, "aino", PASSWORD, NOW), Locked)
    assert isinstance(await sign_in(database, passwords, throttle, "aino", "wrong", NOW), WrongCredentials)
    # It is no way around the throttle either.
    for _ in range(8):
        await sign_in(database, passwords, throttle, "aino", PASSWORD, NOW)
    assert isinstance(await sign_in(database, passwords, throttle, "aino", PASSWORD, NOW), TryLater)


async def test_a_hash_of_weaker_parameters_is_made_anew(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    weak = argon2.PasswordHasher(time_cost=1, memory_cost=8 * 1024, parallelism=1).hash(PASSWORD)
    await (await World(database).start()).account("aino", password_hash=weak)
    result = await sign_in(database, passwords, throttle, "aino", PASSWORD, NOW)
    kept = (await database.fetch("SELECT password_hash FROM account"))[0][0]
    assert isinstance(result, SignedIn)
    assert result.password_hash == kept != weak
    assert not passwords.needs_rehash(kept)


@pytest.mark.parametrize("name", ["aino", "nobody"])
async def test_ten_failures_then_growing_waits_whether_the_name_exists_or_not(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle, name: str
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    now = NOW
    for _ in range(10):
        assert isinstance(await sign_in(database, passwords, throttle, name, "wrong", now), WrongCredentials)
    waits = []
    for _ in range(6):
        result = await sign_in(database, passwords, throttle, name, "wrong", now)
        assert isinstance(result, TryLater)
        waits.append(result.wait // timedelta(minutes=1))
        now += result.wait
        assert isinstance(await sign_in(database, passwords, throttle, name, "wrong", now), WrongCredentials)
    assert waits == [1, 2, 4, 8, 15, 15]


async def test_the_tries_of_an_account_count_together_whichever_of_its_names_is_tried(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    for number in range(10):
        name = ("aino", "aino@example.fi")[number % 2]
        assert isinstance(await sign_in(database, passwords, throttle, name, "wrong", NOW), WrongCredentials)
    for name in ("aino", "aino@example.fi"):
        assert isinstance(await sign_in(database, passwords, throttle, name, PASSWORD, NOW), TryLater)
    assert len(await database.fetch("SELECT name_hash FROM sign_in_throttle")) == 1


async def test_it_is_never_for_good(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    for _ in range(10):
        await sign_in(database, passwords, throttle, "aino", "wrong", NOW)
    assert isinstance(await sign_in(database, passwords, throttle, "aino", PASSWORD, NOW), TryLater)
    later = NOW + timedelta(minutes=1)
    assert isinstance(await sign_in(database, passwords, throttle, "aino", PASSWORD, later), SignedIn)
    assert await database.fetch("SELECT * FROM sign_in_throttle") == []


async def test_forty_tries_at_once_do_not_slip_through(database: Database, throttle: SignInThrottle) -> None:
    waits = await asyncio.gather(*(throttle.admit("aino", NOW) for _ in range(40)))
    assert sum(wait is None for wait in waits) == 10


async def test_a_try_beside_a_success_of_the_same_name_is_counted(
    database: Database, throttle: SignInThrottle
) -> None:
    async def succeed() -> None:
        await throttle.admit("aino", NOW)
        await throttle.forget("aino")

    for _ in range(20):
        await asyncio.gather(*(succeed() for _ in range(4)))
    assert await database.fetch("SELECT * FROM sign_in_throttle") == []


async def test_housekeeping_clears_rows_that_hold_nothing_any_more(
    database: Database, throttle: SignInThrottle
) -> None:
    for _ in range(10):
        await throttle.admit("blocked for a minute", NOW)
    await throttle.admit("old", NOW)
    await throttle.admit("new", NOW + timedelta(minutes=59))
    for minutes, left in ((60, 2), (61, 1)):
        async with database.transaction() as transaction:
            await delete_past_tries(transaction, NOW + timedelta(minutes=minutes))
        assert len(await database.fetch("SELECT name_hash FROM sign_in_throttle")) == left


async def test_the_throttle_keeps_no_name(database: Database, throttle: SignInThrottle) -> None:
    await throttle.admit("aino@example.fi", NOW)
    rows = await database.fetch("SELECT name_hash FROM sign_in_throttle")
    assert len(rows[0][0]) == 64
    assert "aino" not in rows[0][0]


async def test_unknown_and_known_names_take_the_same_time(
    database: Database, passwords: PasswordHasher, throttle: SignInThrottle
) -> None:
    await (await World(database).start()).account("aino", password_hash=await passwords.hash(PASSWORD))
    times: dict[str, list[float]] = {"aino": [], "nobody": []}
    for number in range(30):
        for name, taken in times.items():
            began = time.perf_counter()
            await sign_in(database, passwords, throttle, name, "wrong", NOW + timedelta(hours=number))
            taken.append(time.perf_counter() - began)
    # A busy machine only ever adds to a time, so the quickest of many tries is what the work itself takes.
    known, unknown = (min(taken) for taken in times.values())
    # Without the dummy hash an unknown name answers in a small part of the time.
    assert 0.5 < unknown / known < 2


async def test_names_are_compared_after_folding() -> None:
    assert name_key(" ＡＩＮＯ@Example.FI ") == "aino@example.fi"
    assert name_key("Strauß") == name_key("STRAUSS")
