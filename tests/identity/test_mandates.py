import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

import pytest

from omavirta.api.nodes import encode_id
from omavirta.customers.roles import MandateRole
from omavirta.identity.closing import close_account
from omavirta.identity.contact import Contact, contact_by_id
from omavirta.identity.locking import lock_account, unlock_account
from omavirta.identity.mandate_invitations import (
    Invitation,
    InvitationRefusal,
    accept_invitation,
    invite,
    may_be_accepted,
)
from omavirta.identity.mandate_requests import ask_for_company, decide_request
from omavirta.identity.mandates import Refusal, Removed, grant_company, remove_mandate, update_mandate
from omavirta.storage.database import Database, as_uuid
from support.factory import NOW, World
from support.registering import HELMI

pytestmark = pytest.mark.anyio

ADMINISTRATOR, READER = MandateRole.ADMINISTRATOR, MandateRole.READER
URL = "https://oma.example.fi"
KEY = "a key that only the tests use, nowhere else"


async def contact(database: Database, account: UUID) -> Contact:
    found = await contact_by_id(database, account)
    assert found is not None
    return found


async def ask(database: Database, company: UUID, account: UUID) -> bool:
    person = await contact(database, account)
    async with database.transaction() as transaction:
        return await ask_for_company(transaction, company, person, URL, NOW)


async def invited(
    database: Database, company: UUID, by: UUID, email: str = "new@example.fi", role: MandateRole = READER
) -> str:
    """The secret of the link in the mail."""
    result = await invite(database, await contact(database, by), Invitation(company, email, role), URL, NOW)
    assert isinstance(result, UUID)
    rows = await database.fetch("SELECT text FROM outbox_mail WHERE kind = 'mandate_invited' ORDER BY id")
    found = re.search(r"https://oma\.example\.fi/kutsu#(\S+)", rows[-1][0])
    assert found is not None
    return found.group(1)


async def accept(database: Database, secret: str, account: UUID, days: int = 0) -> UUID | None:
    person = await contact(database, account)
    async with database.transaction() as transaction:
        return await accept_invitation(transaction, secret, person, URL, NOW + timedelta(days=days))


async def waiting(database: Database) -> list[UUID]:
    rows = await database.fetch("SELECT id FROM mandate_request WHERE decided_at IS NULL ORDER BY id")
    return [as_uuid(row[0]) for row in rows]


async def mandates(database: Database) -> dict[UUID, str]:
    rows = await database.fetch("SELECT account_id, role FROM mandate")
    return {as_uuid(row[0]): row[1] for row in rows}


async def mandate_of(database: Database, account: UUID) -> UUID:
    rows = await database.fetch("SELECT id FROM mandate WHERE account_id = $1", account)
    return as_uuid(rows[0][0])


async def mails(database: Database) -> list[tuple[str, str]]:
    rows = await database.fetch("SELECT kind, recipient FROM outbox_mail ORDER BY id")
    return [(row[0], row[1]) for row in rows]


async def events(database: Database) -> list[str]:
    return [row[0] for row in await database.fetch("SELECT event FROM security_event ORDER BY id")]


async def at_once(action: Callable[[int], Awaitable[object]], times: int = 40) -> list[object]:
    return list(await asyncio.gather(*(action(number) for number in range(times))))


async def test_forty_who_ask_at_once_for_one_account_leave_one_request(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    await world.account("aino", company)
    assert await at_once(lambda _: ask(database, company, account)) == [False] * 40
    assert len(await waiting(database)) == 1
    assert await mails(database) == [
        ("mandate_waits", "helmi@example.fi"),
        ("mandate_requested", "aino@example.fi"),
    ]
    assert await events(database) == ["mandate_requested"]


async def test_a_contact_of_the_company_acts_for_it_at_once_and_a_request_that_waited_is_decided(
    database: Database,
) -> None:
    world = await World(database).start()
    company, account = await world.company(contact=HELMI), await world.account("helmi")
    assert not await ask(database, company, account)
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET identity_hash = $1", HELMI)
    assert await at_once(lambda _: ask(database, company, account)) == [True] * 40
    assert await mandates(database) == {account: "ADMINISTRATOR"}
    assert await waiting(database) == []
    assert await mails(database) == [
        ("mandate_waits", "helmi@example.fi"),
        ("mandate_granted", "helmi@example.fi"),
    ]


async def test_of_forty_decisions_at_once_one_counts(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    administrator = await world.account("aino", company)
    await ask(database, company, account)
    (request,) = await waiting(database)

    async def decide(number: int) -> object:
        role = READER if number % 2 else None
        return await decide_request(database, request, role, URL, NOW, asker=administrator)

    answers = await at_once(decide)
    assert answers.count(Refusal.NOT_FOUND) == 39
    told = [kind for kind, recipient in await mails(database) if recipient == "helmi@example.fi"]
    approved = account in await mandates(database)
    assert told == ["mandate_waits", "mandate_granted" if approved else "mandate_declined"]
    assert (await events(database))[1:] == ["mandate_granted" if approved else "mandate_declined"]


@pytest.mark.parametrize("by_customer_service", [False, True])
async def test_every_administrator_but_the_one_who_decided_is_told_of_a_new_user(
    database: Database, *, by_customer_service: bool
) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    administrator = await world.account("aino", company)
    await world.account("eero", company)
    await world.account("reader", company, role="READER")
    await ask(database, company, account)
    (request,) = await waiting(database)
    asker = None if by_customer_service else administrator
    await decide_request(database, request, READER, URL, NOW, asker=asker)
    told = [recipient for kind, recipient in await mails(database) if kind == "mandate_added"]
    assert told == (["aino@example.fi"] if by_customer_service else []) + ["eero@example.fi"]


async def test_administrators_are_led_to_the_users_of_the_company(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    await world.account("aino", company)
    await ask(database, company, account)
    (request,) = await waiting(database)
    await decide_request(database, request, READER, URL, NOW, asker=None)
    rows = await database.fetch("SELECT kind, text FROM outbox_mail WHERE recipient = $1", "aino@example.fi")
    page = f"{URL}/yritys/{encode_id('Customer', company)}/kayttajat"
    assert {row[0]: page in row[1] for row in rows} == {"mandate_requested": True, "mandate_added": True}


async def test_a_reader_who_is_made_an_administrator_is_told_of_a_change(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    await ask(database, company, account)
    for role in (READER, ADMINISTRATOR, READER):
        person = await contact(database, account)
        async with database.transaction() as transaction:
            await grant_company(transaction, company, person, role, URL, NOW)
    assert await mails(database) == [
        ("mandate_waits", "helmi@example.fi"),
        ("mandate_granted", "helmi@example.fi"),
        ("mandate_changed", "helmi@example.fi"),
    ]


async def test_only_an_administrator_of_the_company_decides(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    reader = await world.account("reader", company, role="READER")
    stranger = await world.account("stranger", await world.company("Toinen Oy", number="20002"))
    await ask(database, company, account)
    (request,) = await waiting(database)
    for asker, refusal in (
        (reader, Refusal.NOT_ALLOWED),
        (stranger, Refusal.NOT_FOUND),
        (account, Refusal.NOT_FOUND),
    ):
        assert await decide_request(database, request, ADMINISTRATOR, URL, NOW, asker=asker) is refusal
    assert await waiting(database) == [request]


async def test_a_request_of_an_account_that_was_closed_comes_to_nothing(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    await ask(database, company, account)
    (request,) = await waiting(database)
    async with database.transaction() as transaction:
        await transaction.execute("DELETE FROM account")
    result = await decide_request(database, request, ADMINISTRATOR, URL, NOW, asker=None)
    assert result is Refusal.NOT_FOUND
    assert await mandates(database) == {}


async def test_of_forty_who_accept_one_invitation_at_once_one_wins(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    administrator = await world.account("aino", company)
    secret = await invited(database, company, administrator)
    accounts = [await world.account(f"user{number}") for number in range(40)]
    answers = await at_once(lambda number: accept(database, secret, accounts[number]))
    assert answers.count(company) == 1
    assert answers.count(None) == 39
    assert len(await mandates(database)) == 2
    kinds = [kind for kind, _ in await mails(database)]
    assert kinds == ["mandate_invited", "mandate_granted", "mandate_added"]


async def test_an_invitation_is_kept_as_a_hash_and_lives_fourteen_days(database: Database) -> None:
    world = await World(database).start()
    company, account = await world.company(), await world.account("helmi")
    secret = await invited(database, company, await world.account("aino", company))
    rows = await database.fetch("SELECT * FROM mandate_invitation")
    assert secret not in str([list(row) for row in rows])
    assert not await may_be_accepted(database, secret, NOW + timedelta(days=14))
    assert await accept(database, secret, account, days=14) is None
    for wrong in (secret[:-4] + "AAAA", "", "nonsense", "ä"):
        assert not await may_be_accepted(database, wrong, NOW)
        assert await accept(database, wrong, account) is None
    assert await may_be_accepted(database, secret, NOW + timedelta(days=13))
    assert await accept(database, secret, account, days=13) == company
    assert not await may_be_accepted(database, secret, NOW)


async def test_a_newer_invitation_of_an_address_ends_the_older_of_that_company_alone(
    database: Database,
) -> None:
    world = await World(database).start()
    company, other = await world.company(), await world.company("Toinen Oy", number="20002")
    administrator = await world.account("aino", company, other)
    first = await invited(database, company, administrator)
    elsewhere = await invited(database, other, administrator)
    second = await invited(database, company, administrator, "NEW@example.fi")
    assert [await may_be_accepted(database, secret, NOW) for secret in (first, elsewhere, second)] == [
        False,
        True,
        True,
    ]


async def test_a_company_has_fifty_open_invitations_at_most_and_none_to_its_users(
    database: Database,
) -> None:
    world = await World(database).start()
    company = await world.company()
    administrator = await contact(database, await world.account("aino", company))
    reader = await contact(database, await world.account("reader", company, role="READER"))

    async def send(number: int, by: Contact = administrator) -> object:
        invitation = Invitation(company, f"new{number}@example.fi", READER)
        return await invite(database, by, invitation, URL, NOW)

    answers = [await send(number) for number in range(51)]
    assert [isinstance(answer, UUID) for answer in answers] == [True] * 50 + [False]
    assert answers[-1] is InvitationRefusal.TOO_MANY
    assert isinstance(await send(0), UUID)
    assert await send(0, by=reader) is Refusal.NOT_ALLOWED
    to_user = Invitation(company, "Reader@example.fi", ADMINISTRATOR)
    assert await invite(database, administrator, to_user, URL, NOW) is InvitationRefusal.IS_USER


async def lock(database: Database, account: UUID) -> None:
    person = await contact(database, account)
    async with database.transaction() as transaction:
        assert await lock_account(transaction, person, NOW)


async def close(database: Database, account: UUID) -> None:
    async with database.transaction() as transaction:
        assert await close_account(transaction, KEY, account, NOW)


@pytest.mark.parametrize("how", ["removed", "leaves", "demoted"])
async def test_who_is_no_administrator_any_more_comes_back_by_no_link_of_their_own(
    database: Database, how: str
) -> None:
    world = await World(database).start()
    company, other = await world.company(), await world.company("Toinen Oy", number="20002")
    aino, eero = await world.account("aino", company), await world.account("eero", other, company)
    own = await invited(database, company, eero, "eero.toinen@example.fi", ADMINISTRATOR)
    elsewhere = await invited(database, other, eero, "first@example.fi")
    by_another = await invited(database, company, aino, "second@example.fi")
    rows = await database.fetch(
        "SELECT id FROM mandate WHERE account_id = $1 AND customer_id = $2", eero, company
    )
    mandate = as_uuid(rows[0][0])
    if how == "demoted":
        assert await update_mandate(database, aino, mandate, READER, NOW) is None
    else:
        asker = eero if how == "leaves" else aino
        assert await remove_mandate(database, asker, mandate, NOW) == Removed(company, eero)
    assert not await may_be_accepted(database, own, NOW)
    assert await accept(database, own, eero) is None
    assert await accept(database, own, await world.account("accomplice")) is None
    assert await may_be_accepted(database, elsewhere, NOW)
    assert await may_be_accepted(database, by_another, NOW)


@pytest.mark.parametrize("end", [lock, close])
async def test_a_locked_or_closed_account_leaves_no_invitation_behind(
    database: Database, end: Callable[[Database, UUID], Awaitable[None]]
) -> None:
    world = await World(database).start()
    company, other = await world.company(), await world.company("Toinen Oy", number="20002")
    aino, eero = await world.account("aino", company), await world.account("eero", company, other)
    secrets = [await invited(database, each, eero) for each in (company, other)]
    by_another = await invited(database, company, aino, "second@example.fi")
    inviter = await contact(database, eero)
    await end(database, eero)
    accomplice = await world.account("accomplice")
    assert [await accept(database, secret, accomplice) for secret in secrets] == [None, None]
    assert await accept(database, by_another, accomplice) == company
    again = await invite(database, inviter, Invitation(company, "new@example.fi", READER), URL, NOW)
    assert again is Refusal.NOT_FOUND


async def test_unlocking_brings_no_invitation_back(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    aino = await world.account("aino", company)
    secret = await invited(database, company, aino)
    await lock(database, aino)
    async with database.transaction() as transaction:
        assert await unlock_account(transaction, await contact(database, aino), NOW)
    assert await accept(database, secret, await world.account("helmi")) is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE mandate SET role = 'READER' WHERE account_id = $1",
        "DELETE FROM mandate WHERE account_id = $1",
        "UPDATE account SET locked_at = 1 WHERE id = $1",
    ],
)
async def test_an_invitation_opens_nothing_without_its_inviter_whatever_became_of_them(
    database: Database, sql: str
) -> None:
    world = await World(database).start()
    company = await world.company()
    aino = await world.account("aino", company)
    secret = await invited(database, company, aino)
    async with database.transaction() as transaction:
        await transaction.execute(sql, aino)
    assert await accept(database, secret, await world.account("helmi")) is None


async def test_whoever_invites_while_the_account_is_closed_or_removed_leaves_no_invitation(
    database: Database,
) -> None:
    world = await World(database).start()
    company = await world.company()
    aino = await world.account("aino", company)
    eero, liisa = await world.account("eero", company), await world.account("liisa", company)
    removed, closed = await contact(database, eero), await contact(database, liisa)
    mandate = await mandate_of(database, eero)

    async def act(number: int) -> object:
        if number == 20:
            return await remove_mandate(database, aino, mandate, NOW)
        if number == 30:
            await close(database, liisa)
            return None
        invitation = Invitation(company, f"new{number % 7}@example.fi", READER)
        return await invite(database, removed if number % 2 else closed, invitation, URL, NOW)

    answers = await at_once(act)
    assert answers[20] == Removed(company, eero)
    assert await database.fetch("SELECT id FROM mandate_invitation") == []


async def test_an_invited_user_is_never_made_less_than_they_are(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    administrator = await world.account("aino", company)
    reader = await world.account("reader", company, role="READER")
    upward = await invited(database, company, administrator, role=ADMINISTRATOR)
    assert await accept(database, upward, reader) == company
    downward = await invited(database, company, administrator, role=READER)
    assert await accept(database, downward, reader) == company
    assert (await mandates(database))[reader] == "ADMINISTRATOR"


async def test_of_forty_administrators_who_leave_at_once_one_stays(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    accounts = [await world.account(f"user{number}", company) for number in range(40)]
    ids = [await mandate_of(database, account) for account in accounts]
    answers = await at_once(lambda number: remove_mandate(database, accounts[number], ids[number], NOW))
    assert answers.count(Refusal.LAST_ADMINISTRATOR) == 1
    assert list((await mandates(database)).values()) == ["ADMINISTRATOR"]
    assert len(await mails(database)) == 39


async def test_two_administrators_who_demote_each_other_at_once_leave_one(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    pair = [await world.account(name, company) for name in ("aino", "eero")]
    ids = [await mandate_of(database, account) for account in pair]

    async def demote(number: int) -> object:
        asker, target = pair[number % 2], ids[1 - number % 2]
        return await update_mandate(database, asker, target, READER, NOW)

    await at_once(demote)
    assert sorted((await mandates(database)).values()) == ["ADMINISTRATOR", "READER"]


async def test_an_administrator_whose_account_is_locked_counts_as_none(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    aino, eero = await world.account("aino", company), await world.account("eero", company)
    own, others = await mandate_of(database, aino), await mandate_of(database, eero)
    await lock(database, eero)
    assert await remove_mandate(database, aino, own, NOW) is Refusal.LAST_ADMINISTRATOR
    assert await update_mandate(database, aino, own, READER, NOW) is Refusal.LAST_ADMINISTRATOR
    assert not await ask(database, company, await world.account("helmi"))
    asked = [recipient for kind, recipient in await mails(database) if kind == "mandate_requested"]
    assert asked == ["aino@example.fi"]
    assert await remove_mandate(database, aino, others, NOW) == Removed(company, eero)


async def test_roles_decide_who_may_remove_and_change_whom(database: Database) -> None:
    world = await World(database).start()
    company = await world.company()
    administrator = await world.account("aino", company)
    reader = await world.account("reader", company, role="READER")
    other = await world.account("other", company, role="READER")
    stranger = await world.account("stranger", await world.company("Toinen Oy", number="20002"))
    first, second = await mandate_of(database, administrator), await mandate_of(database, reader)
    for asker, target, refusal in (
        (reader, first, Refusal.NOT_ALLOWED),
        (reader, await mandate_of(database, other), Refusal.NOT_ALLOWED),
        (stranger, second, Refusal.NOT_FOUND),
        (administrator, first, Refusal.LAST_ADMINISTRATOR),
    ):
        assert await remove_mandate(database, asker, target, NOW) is refusal
    for asker, target, refusal in (
        (reader, second, Refusal.NOT_ALLOWED),
        (stranger, second, Refusal.NOT_FOUND),
        (administrator, first, Refusal.LAST_ADMINISTRATOR),
    ):
        assert await update_mandate(database, asker, target, READER, NOW) is refusal
    assert await remove_mandate(database, reader, second, NOW) == Removed(company, reader)
    assert (
        await update_mandate(database, administrator, await mandate_of(database, other), ADMINISTRATOR, NOW)
        is None
    )
    assert await remove_mandate(database, other, first, NOW) == Removed(company, administrator)
    assert await mails(database) == [
        ("mandate_removed", "reader@example.fi"),
        ("mandate_changed", "other@example.fi"),
        ("mandate_removed", "aino@example.fi"),
    ]


async def test_nobody_is_removed_from_their_own_customer(database: Database) -> None:
    world = await World(database).start()
    account = await world.account("helmi", await world.customer())
    mandate = await mandate_of(database, account)
    assert await remove_mandate(database, account, mandate, NOW) is Refusal.NOT_FOUND
    assert await update_mandate(database, account, mandate, READER, NOW) is Refusal.NOT_FOUND
