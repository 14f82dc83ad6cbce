"""A proof that meets the end of its session."""

import asyncio
from datetime import timedelta

import pytest

from omavirta.identity.arrival import Arrival, arrive
from omavirta.identity.sessions import find_session
from omavirta.identity.step_up import renew
from omavirta.identity.strong.person import IdentificationPurpose
from omavirta.storage.database import Database
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.registering import HELMI, Browser, identified
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio


async def test_a_session_that_is_over_is_not_renewed(database: Database) -> None:
    async with database.transaction() as transaction:
        assert await renew(transaction, new_id(), NOW) is None


async def test_one_comes_back_from_the_bank_while_the_session_ends(database: Database) -> None:
    account = await (await World(database).start()).account("helmi", identity_hash=HELMI)
    session = await find_session(
        database, await session_cookie(database, account, NOW - timedelta(minutes=30)), NOW
    )
    assert session is not None
    person = identified(purpose=IdentificationPurpose.STEP_UP, account_id=account)
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM session")
        arriving = asyncio.create_task(arrive(database, person, Browser().hash, session.row, NOW, "Firefox"))
        await asyncio.sleep(0.2)
    assert await arriving == Arrival("/tunnistus-epaonnistui?syy=vanhentunut")
    assert await database.fetch("SELECT event FROM security_event") == []
