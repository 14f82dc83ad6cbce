"""The steps of registration, each killed before any of its SQL statements as `support.killed` says."""

import sys
from pathlib import Path

from omavirta.identity.arrival import arrive
from support.factory import NOW, World
from support.killed import Journey, kill_everywhere
from support.live_app import PASSWORD
from support.registering import HELMI, Browser, identified

START = f"""mutation {{ registrationStart(input: {{email: "helmi@example.fi", password: "{PASSWORD}", language: FI,
  termsVersion: "2026-1"}}) {{ registration {{ awaitsCode }} }} }}"""
COMPLETE = (
    'mutation {{ registrationComplete(input: {{code: "{}"}}) {{ viewer {{ customers {{ name }} }} }} }}'
)


class Registering(Journey):
    """From the bank to an account."""

    async def begin(self) -> None:
        """A customer without an account, who comes from the bank."""
        await super().begin()
        browser = Browser()
        await World(self.app.database).customer("Helmi Korhonen", identity_hash=HELMI)
        await arrive(self.app.database, identified(), browser.hash, None, NOW, "")
        self.cookies = {"__Host-omavirta-browser": browser.cookie}

    async def entered(self) -> list[str | None]:
        """The addresses of unfinished registrations."""
        rows = await self.app.database.fetch("SELECT email FROM registration WHERE completed_at IS NULL")
        return [row[0] for row in rows]

    async def counts(self) -> tuple[int, int, int]:
        """Accounts, mandates and sessions."""
        rows = await self.app.database.fetch(
            "SELECT (SELECT COUNT(*) FROM account), (SELECT COUNT(*) FROM mandate), (SELECT COUNT(*) FROM session)"
        )
        accounts, mandates, sessions = rows[0]
        return accounts, mandates, sessions


async def prepare_start(journey: Registering) -> str:
    await journey.begin()
    return START


async def check_start(journey: Registering) -> None:
    """What was entered is kept with its mail, or neither is, and one enters it again."""
    kinds = await journey.after()
    kept = kinds == ["registration_code"]
    assert await journey.entered() == ["helmi@example.fi" if kept else None]
    if not kept:
        assert kinds == []
        await journey.ask(START)
    await finish(journey)


async def prepare_complete(journey: Registering) -> str:
    await journey.ask(await prepare_start(journey))
    return COMPLETE.format(await journey.code())


async def check_complete(journey: Registering) -> None:
    """There is the whole account with its welcome, or nothing of it, and the same code still makes it."""
    kinds = await journey.after()
    if kinds == ["registration_code"]:
        assert await journey.counts() == (0, 0, 0)
        await finish(journey)
    else:
        assert kinds == ["registration_code", "welcome"]
        assert await journey.counts() == (1, 1, 1)
        assert await journey.entered() == []


async def finish(journey: Registering) -> None:
    answer = await journey.ask(COMPLETE.format(await journey.code()))
    assert answer["viewer"] == {"customers": [{"name": "Helmi Korhonen"}]}
    assert await journey.counts() == (1, 1, 1)
    assert await journey.after() == ["registration_code", "welcome"]


STEPS = {"start": (prepare_start, check_start), "complete": (prepare_complete, check_complete)}


if __name__ == "__main__":
    print(kill_everywhere(Registering(sys.argv[1], Path(sys.argv[2])), *STEPS[sys.argv[3]]))
