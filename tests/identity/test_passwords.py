"""The queue of passwords: how many may stand in it, and that it empties."""

import asyncio
from collections.abc import Iterator

import pytest

from omavirta.graphql.errors import ClientError
from omavirta.identity.passwords import MOST_WAITING, THREADS, PasswordHasher

pytestmark = pytest.mark.anyio


@pytest.fixture
def passwords() -> Iterator[PasswordHasher]:
    with PasswordHasher() as hasher:
        yield hasher


async def test_beyond_what_a_second_can_do_nobody_is_kept_waiting(passwords: PasswordHasher) -> None:
    many = 2 * (THREADS + MOST_WAITING)
    answers = await asyncio.gather(
        *(passwords.verify(None, "guess") for _ in range(many)), return_exceptions=True
    )
    refused = [answer for answer in answers if isinstance(answer, ClientError)]
    assert [error.code for error in refused] == ["BUSY"] * (many - THREADS - MOST_WAITING)
    assert answers.count(False) == THREADS + MOST_WAITING
    password_hash = await passwords.hash("oikea hevonen paristo niitti")
    assert await passwords.verify(password_hash, "oikea hevonen paristo niitti")


async def test_who_goes_away_gives_the_place_back(passwords: PasswordHasher) -> None:
    for _ in range(3):
        waiting = [
            asyncio.create_task(passwords.verify(None, "guess")) for _ in range(THREADS + MOST_WAITING)
        ]
        await asyncio.sleep(0)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
    assert not await passwords.verify(None, "guess")
