"""`omavirta token …`: access tokens for partner apps."""

from datetime import timedelta
from uuid import UUID

import click

from omavirta.api.access import Scope
from omavirta.clock import system_clock
from omavirta.errors import OmavirtaError
from omavirta.identity.contact import require_contact
from omavirta.identity.tokens import GRANTABLE, LONGEST_NAME, MOST_LIVE, issue_token, revoke_token
from omavirta.settings import Settings
from omavirta.storage.command import printed_moment, with_database
from omavirta.storage.database import Database, as_uuid


@click.group()
def token() -> None:
    """Access tokens of partner apps."""


@token.command()
@click.option("--account", required=True, metavar="NAME", help="User name or e-mail of the account.")
@click.option(
    "--scope",
    "scopes",
    required=True,
    multiple=True,
    type=click.Choice([scope.value for scope in GRANTABLE]),
    help="What the token may do; may be given several times.",
)
@click.option("--days", type=click.IntRange(1, 3650), help="How long it is valid; without it, until revoked.")
@click.option(
    "--metering-point",
    "gsrns",
    multiple=True,
    metavar="GSRN",
    help="A metering point of the account's customers to limit the token to; may be given several times.",
)
@click.option(
    "--name",
    default="API",
    show_default=True,
    help="What the account's owner reads, in a mail about it and in the list of tokens.",
)
def create(
    account: str, scopes: tuple[str, ...], days: int | None, gsrns: tuple[str, ...], name: str
) -> None:
    """Make a token and print it, alone. It cannot be shown again. The account's owner is told by mail."""
    now = system_clock()
    expires_at = None if days is None else now + timedelta(days=days)
    if not 1 <= len(name) <= LONGEST_NAME:
        raise OmavirtaError(f"A token's name has from 1 to {LONGEST_NAME} characters.")

    async def make(database: Database, _: Settings) -> str:
        account_id = (await require_contact(database, account)).account_id
        points = await _point_ids(database, gsrns) if gsrns else None
        async with database.transaction() as transaction:
            made = await issue_token(
                transaction,
                account_id,
                map(Scope, scopes),
                now,
                expires_at,
                name=name,
                metering_point_ids=points,
            )
        if made is None:
            raise OmavirtaError(
                f"The account is locked, or has {MOST_LIVE} tokens already: then revoke one first."
            )
        return made.text

    click.echo(with_database(make))


@token.command(name="list")
@click.option("--account", required=True, metavar="NAME", help="User name or e-mail of the account.")
def list_(account: str) -> None:
    """List an account's tokens: id, scopes, when made, and until when."""

    async def read(database: Database, _: Settings) -> list[str]:
        rows = await database.fetch(
            "SELECT id, scopes, created_at, expires_at, revoked_at FROM access_token WHERE account_id = $1 ORDER BY id",
            (await require_contact(database, account)).account_id,
        )
        return [
            f"{as_uuid(row[0])}\t{row[1]}\t{printed_moment(row[2])}\t"
            + (
                "revoked"
                if row[4] is not None
                else printed_moment(row[3])
                if row[3] is not None
                else "until revoked"
            )
            for row in rows
        ]

    for line in with_database(read):
        click.echo(line)


@token.command()
@click.argument("token_id", type=click.UUID, metavar="ID")
def revoke(token_id: UUID) -> None:
    """Revoke the token of this id at once."""

    async def end(database: Database, _: Settings) -> bool:
        async with database.transaction() as transaction:
            return await revoke_token(transaction, token_id, system_clock())

    if not with_database(end):
        raise OmavirtaError("There is no such token, or it was revoked before.")


async def _point_ids(database: Database, gsrns: tuple[str, ...]) -> list[UUID]:
    """A GSRN that is not known is a slip of the pen. One that is not the account's opens nothing."""
    found: list[UUID] = []
    for gsrn in gsrns:
        rows = await database.fetch("SELECT id FROM metering_point WHERE gsrn = $1", gsrn)
        if not rows:
            raise OmavirtaError(f"There is no metering point with the GSRN {gsrn!r}.")
        found += [as_uuid(row[0]) for row in rows]
    return found
