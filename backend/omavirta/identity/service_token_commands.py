"""`omavirta service-token …`: tokens by which the retailer's systems send data in."""

from uuid import UUID

import click

from omavirta.clock import system_clock
from omavirta.errors import OmavirtaError
from omavirta.identity.service_tokens import (
    LONGEST_NAME,
    create_service_token,
    revoke_service_token,
    service_tokens,
)
from omavirta.settings import Settings
from omavirta.storage.command import print_table, printed_line, printed_moment, with_database
from omavirta.storage.database import Database


@click.group(name="service-token")
def service_token() -> None:
    """Tokens by which the retailer's systems send data in over HTTP (docs/master-data.md)."""


@service_token.command()
@click.argument("name")
def create(name: str) -> None:
    """Make a token and print it, alone. It cannot be shown again. NAME says which system has it."""
    if not 1 <= len(name.strip()) <= LONGEST_NAME:
        raise OmavirtaError(f"A token's name has from 1 to {LONGEST_NAME} characters.")

    async def make(database: Database, _: Settings) -> str:
        async with database.transaction() as transaction:
            return await create_service_token(transaction, name.strip(), system_clock())

    click.echo(with_database(make))


@service_token.command(name="list")
def list_() -> None:
    """List the tokens: id, name, when made, when used last, and when revoked."""

    async def read(database: Database, _: Settings) -> list[str]:
        return [
            printed_line(
                row.id,
                row.name,
                printed_moment(row.created_at),
                None if row.last_used_at is None else printed_moment(row.last_used_at),
                None if row.revoked_at is None else printed_moment(row.revoked_at),
            )
            for row in await service_tokens(database)
        ]

    print_table(("id", "name", "made", "used", "revoked"), with_database(read))


@service_token.command()
@click.argument("token_id", type=click.UUID, metavar="ID")
def revoke(token_id: UUID) -> None:
    """Revoke the token of this id at once."""

    async def end(database: Database, _: Settings) -> bool:
        async with database.transaction() as transaction:
            return await revoke_service_token(transaction, token_id, system_clock())

    if not with_database(end):
        raise OmavirtaError("There is no such token, or it was revoked before.")
