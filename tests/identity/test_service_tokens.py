"""Service tokens: printed once, kept as a hash, ended at once."""

import asyncio
import logging

import pytest
from click.testing import CliRunner, Result

from omavirta.cli import main
from omavirta.identity.secrets import hash_secret, new_secret
from omavirta.identity.service_tokens import (
    create_service_token,
    find_service_token,
    note_service_token_used,
    revoke_service_token,
    service_tokens,
)
from omavirta.identity.tokens import find_token
from omavirta.storage.database import Database, open_database
from support.factory import NOW
from support.master_data import SECRET_KEY

pytestmark = pytest.mark.anyio


async def made(database: Database, name: str = "billing") -> str:
    async with database.transaction() as transaction:
        return await create_service_token(transaction, name, NOW)


async def test_it_is_found_by_its_text_alone(database: Database) -> None:
    token, other = await made(database), await made(database, "crm")
    first, second = await service_tokens(database)

    assert await find_service_token(database, token) == first.id
    assert await find_service_token(database, other) == second.id
    assert (first.name, second.name) == ("billing", "crm")
    for wrong in (
        token[:-1],
        token[:-4] + "AAAA",
        token.removeprefix("svc_"),
        "svc_",
        "",
        "svc_ä",
        token + "A",
    ):
        assert await find_service_token(database, wrong) is None
    assert await find_token(database, "pat_" + token.removeprefix("svc_"), NOW) is None


async def test_the_database_has_only_its_hash(database: Database) -> None:
    await made(database)
    (row,) = await database.fetch("SELECT secret_hash FROM service_token")
    assert len(bytes(row[0])) == len(hash_secret(new_secret())) == 32


async def test_it_ends_at_once_and_once(database: Database, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="omavirta.security")
    token = await made(database)
    (row,) = await service_tokens(database)
    ended = []
    for _ in range(2):
        async with database.transaction() as transaction:
            ended.append(await revoke_service_token(transaction, row.id, NOW))

    assert ended == [True, False]
    assert await find_service_token(database, token) is None
    events = [record.getMessage().split()[0] for record in caplog.records]
    assert events == ["event=service_token_created", "event=service_token_revoked"]
    assert token not in caplog.text


async def test_its_use_is_noted_to_the_minute(database: Database) -> None:
    token = await made(database)
    id_ = await find_service_token(database, token)
    assert id_ is not None
    await note_service_token_used(database, id_, NOW)
    (first,) = await service_tokens(database)
    await note_service_token_used(database, id_, NOW.replace(second=59))
    assert await service_tokens(database) == [first]


def test_the_commands(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OMAVIRTA_DATABASE_URL", sqlite_url)
    monkeypatch.setenv("OMAVIRTA_SECRET_KEY", SECRET_KEY)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["service-token", *arguments])

    async def find(token: str) -> str | None:
        async with open_database(sqlite_url) as database:
            found = await find_service_token(database, token)
            return None if found is None else str(found)

    token = call("create", "billing system").stdout.strip()
    listed = call("list").stdout.rstrip("\n").split("\t")

    assert token.startswith("svc_")
    assert listed[:2] == [asyncio.run(find(token)), "billing system"]
    assert call("revoke", listed[0]).exit_code == 0
    assert asyncio.run(find(token)) is None
    assert call("list").stdout.rstrip("\n").split("\t")[4]
    assert call("revoke", listed[0]).exit_code == 1
    assert call("create", " ").exit_code == 1
