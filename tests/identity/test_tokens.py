import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from click.testing import CliRunner

from omavirta.api.access import Scope
from omavirta.cli import main
from omavirta.identity.tokens import NewToken, create_token, find_token, revoke_token
from omavirta.storage.database import Database, open_database
from support.factory import NOW, World

READ = frozenset({Scope.CONSUMPTION_READ})


async def make(database: Database, account: UUID, **options: Any) -> NewToken | None:
    async with database.transaction() as transaction:
        return await create_token(transaction, account, READ, NOW, **options)


async def made_token(database: Database, account: UUID, **options: Any) -> str:
    made = await make(database, account, **options)
    assert made is not None
    return made.text


async def revoke(database: Database, id_: UUID, account_id: UUID | None = None) -> bool:
    async with database.transaction() as transaction:
        return await revoke_token(transaction, id_, NOW, account_id)


@pytest.mark.anyio
async def test_a_token_has_its_scopes_and_no_others(database: Database) -> None:
    world = await World(database).start()
    customer = await world.customer()
    account = await world.account("aino", customer)
    token = await made_token(database, account)
    assert token.startswith("pat_")
    found = await find_token(database, token, NOW)
    assert found is not None
    assert found.access.account_id == account
    assert found.access.customer_ids == (customer,)
    assert found.access.scopes == READ


@pytest.mark.anyio
async def test_an_expired_or_revoked_token_opens_nothing(database: Database) -> None:
    account = await (await World(database).start()).account("aino")
    token = await made_token(database, account, expires_at=NOW + timedelta(days=1))
    found = await find_token(database, token, NOW)
    assert found is not None
    assert await find_token(database, token, NOW + timedelta(days=1)) is None
    assert await revoke(database, found.id)
    assert not await revoke(database, found.id)
    assert await find_token(database, token, NOW) is None


@pytest.mark.anyio
@pytest.mark.parametrize("token", ["", "pat_", "pat_x", "oat_" + "A" * 64, "pat_" + "A" * 64, "pat_ä"])
async def test_a_nonsense_token_opens_nothing(database: Database, token: str) -> None:
    assert await find_token(database, token, NOW) is None


def test_the_command_prints_the_token_alone(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def make_account() -> None:
        async with open_database(database_url) as database:
            await (await World(database).start()).account("aino")

    asyncio.run(make_account())
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", database_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", "a key that only the tests use, nowhere else")
    run = CliRunner().invoke
    made = run(main, ["token", "create", "--account", "AINO@example.fi ", "--scope", "consumption:read"])
    assert made.exit_code == 0, made.stderr
    assert made.stdout.startswith("pat_")
    assert made.stdout.count("\n") == 1
    listed = run(main, ["token", "list", "--account", "aino"])
    assert "consumption:read" in listed.stdout
    assert made.stdout.strip() not in listed.stdout
    revoked = run(main, ["token", "revoke", listed.stdout.split("\t")[0]])
    assert revoked.exit_code == 0
    unknown = run(main, ["token", "create", "--account", "nobody", "--scope", "consumption:read"])
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "nobody" in unknown.stderr
    assert run(main, ["token", "create", "--account", "aino", "--scope", "write"]).exit_code == 2
