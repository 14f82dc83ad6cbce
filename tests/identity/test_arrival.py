import asyncio
from datetime import timedelta
from uuid import UUID

import pytest

from omavirta.api.access import SessionRow
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.arrival import Arrival, arrive
from omavirta.identity.registration import find_registration
from omavirta.identity.sessions import LiveSession, find_session
from omavirta.identity.strong.person import IdentificationPurpose, IdentifiedPerson
from omavirta.storage.database import Database
from support.factory import NOW, World
from support.registering import HELMI, ONNI, Browser, identified
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio

SIGN_IN, STEP_UP = IdentificationPurpose.SIGN_IN, IdentificationPurpose.STEP_UP


async def come_back(
    database: Database,
    person: IdentifiedPerson,
    browser: Browser | None = None,
    session: SessionRow | None = None,
    later: timedelta = timedelta(),
) -> Arrival:
    return await arrive(database, person, (browser or Browser()).hash, session, NOW + later, "Firefox")


async def signed_in(database: Database, account: UUID, ago: timedelta = timedelta(minutes=30)) -> LiveSession:
    """A session that has lasted a while."""
    found = await find_session(database, await session_cookie(database, account, NOW - ago), NOW)
    assert found is not None
    return found


async def session_of(database: Database, arrival: Arrival) -> LiveSession:
    assert arrival.session_cookie is not None
    found = await find_session(database, arrival.session_cookie, NOW)
    assert found is not None
    return found


async def events(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT event FROM security_event ORDER BY id")]


async def count(database: Database, table: str) -> int:
    return int((await database.fetch(f"SELECT COUNT(*) FROM {table}"))[0][0])


async def test_who_has_an_account_is_signed_in_as_strongly_identified(database: Database) -> None:
    account = await (await World(database).start()).account("helmi", identity_hash=HELMI)
    arrival = await come_back(database, identified(purpose=SIGN_IN, return_path="/kulutus?v=2026"))
    assert arrival.path == "/kulutus?v=2026"
    session = await session_of(database, arrival)
    assert session.access.account_id == account
    assert session.row.identified_at == session.row.authenticated_at == to_epoch_microseconds(NOW)
    assert await events(database) == ["identified", "sign_in"]
    assert await count(database, "registration") == 0


async def test_who_registers_with_an_account_is_signed_in_and_told_so(database: Database) -> None:
    account = await (await World(database).start()).account("helmi", identity_hash=HELMI)
    arrival = await come_back(database, identified())
    assert arrival.path == "/?ilmoitus=on-jo-tili"
    assert (await session_of(database, arrival)).access.account_id == account


@pytest.mark.parametrize("purpose", [SIGN_IN, IdentificationPurpose.REGISTER])
async def test_who_has_no_account_goes_on_to_register(
    database: Database, purpose: IdentificationPurpose
) -> None:
    browser = Browser()
    assert await come_back(database, identified(purpose=purpose), browser) == Arrival("/rekisteroidy")
    registration = await find_registration(database, browser.hash, NOW)
    assert registration is not None
    assert (registration.name, registration.email) == ("Helmi Korhonen", None)
    assert await count(database, "account") == await count(database, "session") == 0


async def test_a_locked_account_stays_closed(database: Database) -> None:
    await (await World(database).start()).account("helmi", identity_hash=HELMI)
    await set_column(database, "account", "locked_at", 1)
    arrival = await come_back(database, identified(purpose=SIGN_IN))
    assert arrival == Arrival("/tunnistus-epaonnistui?syy=lukittu")
    assert await count(database, "session") == 0
    assert await events(database) == ["sign_in_failed"]


async def test_the_session_of_the_browser_before_ends(database: Database) -> None:
    world = await World(database).start()
    await world.account("helmi", identity_hash=HELMI)
    before = await signed_in(database, await world.account("onni"))
    await come_back(database, identified(purpose=SIGN_IN), session=before.row)
    rows = await database.fetch("SELECT id FROM session")
    assert len(rows) == 1
    assert str(rows[0][0]) != str(before.row.id)


async def test_a_later_contract_under_a_new_customer_number_appears(database: Database) -> None:
    world = await World(database).start()
    first = await world.customer("Helmi Korhonen", identity_hash=HELMI)
    await world.account("helmi", first, identity_hash=HELMI)
    later = await world.customer("Helmi Korhonen", identity_hash=HELMI)
    await world.customer("Onni Laine", identity_hash=ONNI)
    for _ in range(2):
        arrival = await come_back(database, identified(purpose=SIGN_IN))
        session = await session_of(database, arrival)
        assert set(session.access.customer_ids) == {first, later}
    assert (await events(database)).count("mandate_granted") == 1


async def test_the_same_person_steps_up(database: Database) -> None:
    account = await (await World(database).start()).account("helmi", identity_hash=HELMI)
    session = await signed_in(database, account)
    person = identified(purpose=STEP_UP, account_id=account, return_path="/omat-tiedot")
    arrival = await come_back(database, person, session=session.row)
    assert arrival.path == "/omat-tiedot"
    renewed = await session_of(database, arrival)
    assert renewed.row.id == session.row.id
    rows = await database.fetch("SELECT authenticated_at, identified_at FROM session")
    assert tuple(rows[0]) == (to_epoch_microseconds(NOW), to_epoch_microseconds(NOW))
    assert await events(database) == ["step_up"]


async def test_somebody_else_does_not_step_up(database: Database) -> None:
    world = await World(database).start()
    account = await world.account("helmi", identity_hash=HELMI)
    await world.account("onni", identity_hash=ONNI)
    session = await signed_in(database, account)
    arrival = await come_back(
        database, identified(ONNI, STEP_UP, "Onni Laine", account_id=account), session=session.row
    )
    assert arrival == Arrival("/tunnistus-epaonnistui?syy=eri-henkilo")
    rows = await database.fetch("SELECT authenticated_at, identified_at FROM session")
    assert tuple(rows[0]) == (session.row.authenticated_at, None)
    assert await events(database) == ["step_up_failed"]


@pytest.mark.parametrize("whose", ["nobody's", "another's"])
async def test_there_is_nothing_to_step_up_once_the_session_is_gone(database: Database, whose: str) -> None:
    world = await World(database).start()
    account = await world.account("helmi", identity_hash=HELMI)
    other = await signed_in(database, await world.account("onni", identity_hash=ONNI))
    arrival = await come_back(
        database,
        identified(purpose=STEP_UP, account_id=account),
        session=None if whose == "nobody's" else other.row,
    )
    assert arrival == Arrival("/tunnistus-epaonnistui?syy=vanhentunut")
    rows = await database.fetch("SELECT identified_at FROM session")
    assert [row[0] for row in rows] == [None]


async def test_a_return_in_another_browser_goes_on_with_what_was_entered(database: Database) -> None:
    phone, computer = Browser(), Browser()
    await come_back(database, identified(), phone)
    await set_column(database, "registration", "email", "helmi@example.fi")
    await come_back(database, identified(), computer, later=timedelta(hours=20))
    later = NOW + timedelta(hours=20)
    assert await find_registration(database, phone.hash, later) is None
    registration = await find_registration(database, computer.hash, later)
    assert registration is not None
    assert registration.email == "helmi@example.fi"


async def test_the_password_is_not_taken_along_to_another_browser(database: Database) -> None:
    phone, computer, password = Browser(), Browser(), "a hash"

    async def password_after(person: IdentifiedPerson, browser: Browser) -> str | None:
        await come_back(database, person, browser)
        rows = await database.fetch(
            "SELECT password_hash FROM registration WHERE identity_hash = $1", identified().identity_hash
        )
        found: str | None = rows[0][0]
        return found

    assert await password_after(identified(), phone) is None
    await set_column(database, "registration", "password_hash", password)
    assert await password_after(identified(), phone) == password
    assert await password_after(identified(), computer) is None
    await set_column(database, "registration", "password_hash", password)
    # Somebody else comes in between, in the same browser.
    assert await password_after(identified(ONNI, name="Onni Laine"), computer) is None
    assert await password_after(identified(), computer) is None


async def test_a_browser_goes_on_for_an_hour_and_what_was_entered_waits_for_a_day(database: Database) -> None:
    browser = Browser()
    await come_back(database, identified(), browser)
    await set_column(database, "registration", "email", "helmi@example.fi")
    assert await find_registration(database, browser.hash, NOW + timedelta(minutes=59)) is not None
    assert await find_registration(database, browser.hash, NOW + timedelta(minutes=60)) is None
    await come_back(database, identified(), browser, later=timedelta(hours=23))
    registration = await find_registration(database, browser.hash, NOW + timedelta(hours=23))
    assert registration is not None
    assert registration.email == "helmi@example.fi"


async def test_another_person_in_the_same_browser_sees_nothing_of_the_first(database: Database) -> None:
    browser, elsewhere = Browser(), Browser()
    await come_back(database, identified(), browser)
    await come_back(database, identified(ONNI, name="Onni Laine"), browser)
    registration = await find_registration(database, browser.hash, NOW)
    assert registration is not None
    assert registration.name == "Onni Laine"
    await set_column(database, "registration", "completed_at", 1, f"identity_hash = '{ONNI}'")
    assert await find_registration(database, browser.hash, NOW) is None
    await come_back(database, identified(), elsewhere)
    assert (await find_registration(database, elsewhere.hash, NOW)) is not None


@pytest.mark.parametrize(
    ("column", "value", "later"), [("completed_at", 1, 0), ("email", "x@example.fi", 24)]
)
async def test_a_registration_that_is_over_or_a_day_old_begins_anew(
    database: Database, column: str, value: int | str, later: int
) -> None:
    browser, after = Browser(), timedelta(hours=later)
    await come_back(database, identified(), browser)
    await set_column(database, "registration", "email", "old@example.fi")
    await set_column(database, "registration", column, value)
    assert await find_registration(database, browser.hash, NOW + after) is None
    await come_back(database, identified(), browser, later=after)
    registration = await find_registration(database, browser.hash, NOW + after)
    assert registration is not None
    assert registration.email is None


async def test_of_forty_who_arrive_as_the_same_person_at_once_one_registration_comes(
    database: Database,
) -> None:
    browsers = [Browser() for _ in range(40)]
    await asyncio.gather(*(come_back(database, identified(), browser) for browser in browsers))
    assert await count(database, "registration") == 1
    found = [await find_registration(database, browser.hash, NOW) for browser in browsers]
    assert sum(registration is not None for registration in found) == 1


async def set_column(
    database: Database, table: str, column: str, value: int | str, where: str = "1 = 1"
) -> None:
    async with database.transaction() as transaction:
        await transaction.execute(f"UPDATE {table} SET {column} = $1 WHERE {where}", value)
