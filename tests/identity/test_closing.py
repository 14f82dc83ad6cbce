import asyncio
from typing import Any
from uuid import UUID

import pytest

from api.test_account import EMAIL_REQUEST
from api.test_mandates import ACCEPT, ASK, INVITE
from api.test_own_data import CLOSE
from api.test_recovery import REMIND, REQUEST
from api.test_registration import COMPLETE, GOOD, START
from omavirta.api.access import Scope
from omavirta.api.language import Language
from omavirta.api.nodes import encode_id
from omavirta.clock import to_epoch_microseconds
from omavirta.identity.arrival import arrive
from omavirta.identity.closing import close_account
from omavirta.identity.code_limits import CodePurpose
from omavirta.identity.codes import issue_code
from omavirta.identity.exports import (
    LEASE,
    ClaimLostError,
    claim_export,
    note_steps,
    request_export,
    store_part,
)
from omavirta.identity.sessions import find_session
from omavirta.identity.tokens import create_token, find_token
from omavirta.mail.messages import PasswordChanged
from omavirta.mail.outbox import enqueue
from omavirta.settings import Settings
from omavirta.storage.database import Database, Transaction
from omavirta.storage.ids import new_id
from support.factory import NOW, World
from support.live_app import Browser, live_app
from support.mail import text_of
from support.registering import HELMI, identified
from support.registering import Browser as PersonsBrowser
from support.sessions import session_cookie

pytestmark = pytest.mark.anyio

KEY = "a key that only the tests use, nowhere else"
MOMENT = to_epoch_microseconds(NOW)
STAYS = {"security_event"}
"""Of the tables that name an account; it names it by its id alone."""


async def full_account(database: Database) -> UUID:
    """An account of which every table that may name one has a row."""
    world = await World(database).start()
    company = await world.customer("Kahvila", "COMPANY")
    account = await world.account("aino", await world.customer(), company)
    await session_cookie(database, account)
    async with database.transaction() as transaction:
        await create_token(transaction, account, [Scope.CONSUMPTION_READ], NOW, metering_point_ids=[new_id()])
        await request_export(transaction, account, NOW)
        await issue_code(
            transaction, KEY, CodePurpose.EMAIL_CHANGE, b"b" * 32, "uusi@example.fi", NOW, account_id=account
        )
        await enqueue(transaction, PasswordChanged(), "aino@example.fi", Language.FI, NOW, account)
        await insert_the_rest(transaction, account, company)
    claim = await claim_export(database, NOW)
    assert claim is not None
    await store_part(database, claim, 0, b"zip", NOW)
    return account


async def insert_the_rest(transaction: Transaction, account: UUID, company: UUID) -> None:
    await transaction.execute("UPDATE account SET identity_hash = $2 WHERE id = $1", account, "h" * 64)
    for sql, *values in (
        (
            (
                "INSERT INTO passkey (id, account_id, credential_hash, credential_id, public_key, sign_count, name,"
                " transports, created_at) VALUES ($1, $2, $3, $4, $4, 0, 'Puhelin', '', $5)"
            ),
            "c" * 64,
            b"c",
            MOMENT,
        ),
        (
            (
                "INSERT INTO passkey_challenge (id, account_id, browser_hash, purpose, challenge, created_at)"
                " VALUES ($1, $2, $3, 'GET', $3, $4)"
            ),
            b"b" * 32,
            MOMENT,
        ),
        (
            "INSERT INTO reset_link (id, account_id, secret_hash, created_at, expires_at) VALUES ($1, $2, $3, $4, $4)",
            b"s",
            MOMENT,
        ),
        (
            (
                "INSERT INTO identification (id, account_id, state_hash, browser_hash, broker, purpose, nonce, return_path,"
                " language, created_at) VALUES ($1, $2, $3, $3, 'telia', 'STEP_UP', 'n', '/', 'fi', $4)"
            ),
            b"s",
            MOMENT,
        ),
        (
            (
                "INSERT INTO mail_request (id, account_id, kind, email, browser_hash, created_at)"
                " VALUES ($1, $2, 'EMAIL_CHANGE', 'uusi@example.fi', $3, $4)"
            ),
            b"b" * 32,
            MOMENT,
        ),
        (
            "INSERT INTO mandate_request (id, account_id, customer_id, created_at) VALUES ($1, $2, $3, $4)",
            company,
            MOMENT,
        ),
    ):
        await transaction.execute(sql, new_id(), account, *values)
    await transaction.execute(
        "INSERT INTO registration (id, browser_hash, identity_hash, name, language, identified_at)"
        " VALUES ($1, $2, $3, 'Aino', 'fi', $4)",
        new_id(),
        b"b" * 32,
        "h" * 64,
        MOMENT,
    )


async def close(database: Database, account: UUID) -> bool:
    async with database.transaction() as transaction:
        return await close_account(transaction, KEY, account, NOW)


async def everything(database: Database) -> dict[str, str]:
    """All that each table holds, as one text in small letters."""
    sql = (
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        if database.dialect == "sqlite"
        else "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
    )
    held = {}
    for (table,) in [tuple(row) for row in await database.fetch(sql)]:
        values = [value for row in await database.fetch(f"SELECT * FROM {table}") for value in tuple(row)]
        texts = [
            bytes(value).decode(errors="replace") if isinstance(value, bytes | memoryview) else str(value)
            for value in values
        ]
        held[table] = "\n".join(texts).casefold()
    return held


async def tables_with_accounts(database: Database) -> set[str]:
    if database.dialect == "sqlite":
        rows = await database.fetch(
            "SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c"
            " WHERE m.type = 'table' AND c.name = 'account_id'"
        )
    else:
        rows = await database.fetch(
            "SELECT table_name FROM information_schema.columns"
            " WHERE column_name = 'account_id' AND table_schema = 'public'"
        )
    return {row[0] for row in rows}


async def test_nothing_names_a_closed_account_but_security_events(database: Database) -> None:
    account = await full_account(database)
    tables = await tables_with_accounts(database)
    count = "SELECT COUNT(*) FROM {} WHERE account_id = $1"
    before = {table: (await database.fetch(count.format(table), account))[0][0] for table in tables}
    assert {table for table, rows in before.items() if not rows} == set()
    assert await close(database, account)
    after = {table: (await database.fetch(count.format(table), account))[0][0] for table in tables}
    assert {table for table, rows in after.items() if rows} == STAYS
    # Those that hang on an account's rows rather than on the account.
    for table in ("account", "access_token_point", "data_export_part", "registration"):
        assert (await database.fetch(f"SELECT COUNT(*) FROM {table}"))[0][0] == 0, table
    events = await database.fetch("SELECT event FROM security_event ORDER BY id")
    assert events[-1][0] == "account_closed"


async def test_address_user_name_and_name_are_gone_from_every_table(
    settings: Settings, database: Database
) -> None:
    """From the bank through everything that one may do under an address to closing, and back to nothing."""
    world = await World(database).start()
    await world.customer("Helmi Korhonen", identity_hash=HELMI)
    first, second = await world.company(), await world.company("Toinen Oy", number="20002")
    aino = await world.account("aino", first, second)
    async with live_app(settings, database) as app:
        helmi, administrator = app.browser(), app.browser()
        administrator.client.cookies.set("__Host-omavirta", await session_cookie(database, aino))

        async def act(browser: Browser, query: str, **input: Any) -> dict[str, Any]:
            given = {"input": input} if "$input" in query else input
            payload: dict[str, Any] = next(iter((await browser.ask(query, **given)).values()))
            assert payload["userErrors"] == []
            return payload

        async def invite(browser: Browser, company: UUID, email: str, role: str = "ADMINISTRATOR") -> str:
            """The link's secret."""
            await act(browser, INVITE, customer=encode_id("Customer", company), email=email, role=role)
            return text_of((await app.mails())[-1]).partition("/kutsu#")[2].split()[0]

        identified_in = PersonsBrowser()
        await arrive(database, identified(HELMI), identified_in.hash, None, NOW, "")
        helmi.client.cookies.set("__Host-omavirta-browser", identified_in.cookie)
        await act(helmi, START, **GOOD, termsVersion="2026-1")
        await act(helmi, COMPLETE, code=await app.newest_code())
        await act(helmi, ACCEPT, secret=await invite(administrator, first, "helmi@example.fi"))
        await invite(administrator, second, "HELMI@example.fi")
        await invite(helmi, first, "ystava@example.fi", "READER")
        await act(helmi, ASK, businessId="4100000-7", customerNumber="20002")
        for query in (REQUEST, REMIND):
            await helmi.ask(query, email="Helmi@example.fi")
        await act(helmi, EMAIL_REQUEST, email="helmi.uusi@example.fi")
        before = await everything(database)
        assert {table for table, held in before.items() if "helmi" in held} >= {
            "account",
            "customer",
            "mandate_invitation",
        }
        assert (await act(helmi, CLOSE))["deleted"] is True
        assert "closed" in (await app.kinds())[-1]
        await app.mails()
        after = await everything(database)
    assert {table for table, held in after.items() if "helmi" in held} == {"customer"}


async def test_what_the_retailer_must_keep_stays(database: Database) -> None:
    world = await World(database).start()
    customer, point = await world.customer(), await world.point()
    await world.contract(customer, point)
    await world.invoice(customer, point, NOW.date())
    await world.consumption(point, NOW.date())
    assert await close(database, await world.account("aino", customer))
    for table in ("customer", "contract", "invoice", "invoice_row", "metering_point", "consumption_day"):
        assert (await database.fetch(f"SELECT COUNT(*) FROM {table}"))[0][0] == 1, table


async def test_it_is_told_by_mail_that_no_longer_names_the_account(database: Database) -> None:
    account = await full_account(database)
    await close(database, account)
    mails = [
        tuple(row)
        for row in await database.fetch("SELECT kind, recipient, account_id FROM outbox_mail ORDER BY id")
    ]
    # What was on its way still arrives.
    assert mails == [
        ("password_changed", "aino@example.fi", None),
        ("account_closed", "aino@example.fi", None),
    ]


async def test_sessions_and_tokens_open_nothing_from_then_on(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    cookie = await session_cookie(database, account)
    async with database.transaction() as transaction:
        made = await create_token(transaction, account, [Scope.CONSUMPTION_READ], NOW)
    assert made is not None
    await close(database, account)
    assert await find_session(database, cookie, NOW) is None
    assert await find_token(database, made.text, NOW) is None


async def test_of_forty_who_close_it_one_does(database: Database) -> None:
    account = await full_account(database)
    answers = await asyncio.gather(*(close(database, account) for _ in range(40)))
    assert sum(answers) == 1
    assert len(await database.fetch("SELECT id FROM outbox_mail WHERE kind = 'account_closed'")) == 1


async def test_while_sessions_are_begun_it_is_closed_all_the_same_and_leaves_none(database: Database) -> None:
    """Those that replace another session and end a reset link hold rows that closing wants to delete."""
    account = await full_account(database)
    before = []
    for _ in range(20):
        session = await find_session(database, await session_cookie(database, account), NOW)
        assert session is not None
        before.append(session.row.id)

    async def begin(replaces: UUID) -> bool:
        try:
            await session_cookie(database, account, replaces=replaces)
        except LookupError:
            return False
        return True

    results = await asyncio.gather(
        *(begin(id_) for id_ in before[:10]), close(database, account), *(begin(id_) for id_ in before[10:])
    )
    assert results[10] is True
    assert len(await database.fetch("SELECT id FROM session")) == 0


async def test_an_export_under_way_stops(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    async with database.transaction() as transaction:
        await request_export(transaction, account, NOW)
    claim = await claim_export(database, NOW)
    assert claim is not None
    await close(database, account)
    with pytest.raises(ClaimLostError):
        await note_steps(database, claim, 1, 2, NOW)
    assert await claim_export(database, NOW + LEASE) is None


async def test_the_same_name_address_and_person_may_register_again(database: Database) -> None:
    account = await full_account(database)
    world = World(database)
    with pytest.raises(Exception, match=r"(?i)unique|account"):
        await world.account("aino")
    await close(database, account)
    again = await world.account("aino")
    async with database.transaction() as transaction:
        await transaction.execute("UPDATE account SET identity_hash = $2 WHERE id = $1", again, "h" * 64)
