"""A step that is killed -9 before its n-th SQL statement, for every n, in a process of its own each time.

`python -m support.killed DATABASE_URL FOLDER STEP` does it to a step of recovery, `support.killed_registration` to one of
registration. It goes on afterwards, with the next server, as the person would, and stops with an AssertionError where something was lost, done
twice, or half done. It prints at how many places it has killed.
"""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, TypeVar

from omavirta.identity.mail_requests import fulfil
from omavirta.identity.sessions import find_session
from omavirta.settings import Settings
from omavirta.storage.database import Transaction, as_uuid, open_database
from support.factory import NOW, World
from support.live_app import NEW_PASSWORD, PASSWORD, Browser, LiveApp, hashed, live_app
from support.sessions import session_cookie

REQUEST = 'mutation {{ passwordResetRequest(input: {{email: "{}"}}) {{ requested }} }}'
VERIFY = 'mutation {{ passwordResetVerify(input: {{code: "{}"}}) {{ verified }} }}'
COMPLETE = f'mutation {{ passwordResetComplete(input: {{password: "{NEW_PASSWORD}"}}) {{ viewer {{ __typename }} }} }}'
T = TypeVar("T")
J = TypeVar("J", bound="Journey")
TABLES = (
    "mandate",
    "registration",
    "session",
    "verification_code",
    "mail_request",
    "reset_link",
    "outbox_mail",
    "security_event",
    "account",
    "customer",
    "sign_in_throttle",
)
_counted: ContextVar[bool] = ContextVar("counted", default=False)


class Journey:
    """One person's way through several steps. The browser's cookies outlive the server's processes.

    But for `die_asking`, every step is taken within `with_a_server`, several with the same one.
    """

    app: LiveApp

    def __init__(self, url: str, folder: Path) -> None:
        self.settings = Settings(
            database_url=url,
            public_url="https://oma.example.fi",
            secret_key="a key that only the tests use, nowhere else",
            mail=f"file:{folder}",
            mail_from="oma@revontuli.example.fi",
        )
        self.folder = folder
        self.cookies: dict[str, str] = {}

    async def begin(self) -> None:
        """A browser that has been nowhere, and no mail."""
        for file in self.folder.glob("*"):
            file.unlink()
        async with self.app.database.transaction() as transaction:
            for table in TABLES:
                await transaction.execute(f"DELETE FROM {table}")
        self.cookies = {}

    async def with_a_server(self, action: Callable[[], Awaitable[T]]) -> T:
        async with (
            open_database(self.settings.database_url) as database,
            live_app(self.settings, database) as self.app,
        ):
            return await action()

    def browser(self) -> Browser:
        browser = self.app.browser()
        for name, value in self.cookies.items():
            browser.client.cookies.set(name, value)
        return browser

    async def ask(self, query: str) -> Any:
        browser = self.browser()
        (payload,) = (await browser.ask(query)).values()
        self.cookies = {cookie.name: cookie.value or "" for cookie in browser.client.cookies.jar}
        return payload

    async def die_asking(self, query: str, number: int) -> None:
        """Asks, and does not live to see its n-th statement within transactions."""
        numbers = count(1)

        def counting(statement: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
            async def run(self: Transaction, sql: str, *params: object) -> Any:
                if _counted.get() and next(numbers) == number:
                    os.kill(os.getpid(), signal.SIGKILL)
                return await statement(self, sql, *params)

            return run

        async def ask() -> None:
            Transaction.fetch = counting(Transaction.fetch)  # type: ignore[assignment,method-assign]
            Transaction.execute = counting(Transaction.execute)  # type: ignore[assignment,method-assign]
            # What the server does beside the request has begun before, and is not counted.
            _counted.set(True)
            await self.browser().ask(query)

        await self.with_a_server(ask)

    async def after(self) -> list[str]:
        """What the next server does first; then the kinds of all mails, each of which is in the folder once."""
        database = self.app.database
        for row in await database.fetch("SELECT id FROM mail_request ORDER BY id"):
            await fulfil(database, self.settings, as_uuid(row[0]), lambda: NOW)
        mails, kinds = await self.app.mails(), await self.app.kinds()
        assert len(mails) == len(kinds), kinds
        assert len({mail["Message-ID"] for mail in mails}) == len(mails)
        return kinds

    async def code(self) -> str:
        return await self.app.newest_code()


class Recovery(Journey):
    """To a new password."""

    elsewhere = ""

    async def begin(self) -> None:
        """An account that is signed in elsewhere, and a browser that has asked before, for an address that has none."""
        await super().begin()
        account = await World(self.app.database).account("aino", password_hash=await hashed())
        self.elsewhere = await session_cookie(self.app.database, account)
        await self.ask(REQUEST.format("nobody@example.fi"))

    async def signed_in_elsewhere(self) -> bool:
        return await find_session(self.app.database, self.elsewhere, NOW) is not None

    async def password_is(self, password: str) -> bool:
        return (await self.app.browser().sign_in(password=password))["viewer"] is not None


async def finish(recovery: Recovery) -> None:
    """From a code that has been mailed to the end, with one mail of each kind."""
    # Confirmed before the kill, it is confirmed for good, and cannot be a second time.
    await recovery.ask(VERIFY.format(await recovery.code()))
    assert (await recovery.ask(COMPLETE))["viewer"] is not None
    assert await recovery.after() == ["password_reset_code", "password_changed"]
    assert await recovery.password_is(NEW_PASSWORD)
    assert not await recovery.signed_in_elsewhere()


async def prepare_request(recovery: Recovery) -> str:
    await recovery.begin()
    return REQUEST.format("aino@example.fi")


async def check_request(recovery: Recovery) -> None:
    kinds = await recovery.after()
    if not kinds:
        await recovery.ask(REQUEST.format("aino@example.fi"))
        kinds = await recovery.after()
    assert kinds == ["password_reset_code"]
    await finish(recovery)


async def prepare_verify(recovery: Recovery) -> str:
    await recovery.begin()
    await recovery.ask(REQUEST.format("aino@example.fi"))
    return VERIFY.format(await recovery.code())


async def check_verify(recovery: Recovery) -> None:
    await finish(recovery)


async def prepare_complete(recovery: Recovery) -> str:
    await recovery.ask(await prepare_verify(recovery))
    return COMPLETE


async def check_complete(recovery: Recovery) -> None:
    kinds = await recovery.after()
    changed = kinds == ["password_reset_code", "password_changed"]
    assert changed or kinds == ["password_reset_code"]
    assert await recovery.password_is(NEW_PASSWORD if changed else PASSWORD)
    assert await recovery.signed_in_elsewhere() is not changed
    if not changed:
        assert (await recovery.ask(COMPLETE))["viewer"] is not None
        assert await recovery.after() == ["password_reset_code", "password_changed"]


STEPS = {
    "request": (prepare_request, check_request),
    "verify": (prepare_verify, check_verify),
    "complete": (prepare_complete, check_complete),
}


def in_child(action: Coroutine[Any, Any, None]) -> bool:
    """Whether the process that did it came to its end."""
    child = os.fork()
    if child == 0:
        asyncio.run(action)
        os._exit(0)
    action.close()
    _, status = os.waitpid(child, 0)
    assert status in {0, signal.SIGKILL}, status
    return status == 0


def kill_everywhere(
    journey: J, prepare: Callable[[J], Awaitable[str]], check: Callable[[J], Awaitable[None]]
) -> int:
    """Prepares, asks what `prepare` gives, dies before the n-th statement and checks, for every n; how many there were."""

    async def check_and_prepare() -> str:
        await check(journey)
        return await prepare(journey)

    query = asyncio.run(journey.with_a_server(partial(prepare, journey)))
    for number in count(1):
        ended = in_child(journey.die_asking(query, number))
        query = asyncio.run(journey.with_a_server(check_and_prepare))
        if ended:
            return number - 1
    raise AssertionError("unreachable")


def main() -> None:
    print(kill_everywhere(Recovery(sys.argv[1], Path(sys.argv[2])), *STEPS[sys.argv[3]]))


if __name__ == "__main__":
    main()
