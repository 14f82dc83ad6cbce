"""`omavirta mandate …`: what customer service decides about acting for companies."""

from uuid import UUID

import click

from omavirta.clock import system_clock
from omavirta.customers.roles import MandateRole
from omavirta.errors import OmavirtaError
from omavirta.identity.company_users import all_requests, companies_without_administrator
from omavirta.identity.mandate_requests import decide_request
from omavirta.identity.mandates import Refusal
from omavirta.settings import Settings
from omavirta.storage.command import printed_line, printed_moment, with_database
from omavirta.storage.database import Database

REQUEST = click.argument("request_id", type=click.UUID, metavar="REQUEST_ID")


@click.group()
def mandate() -> None:
    """Requests to act for companies: list, approve, decline. Find out first who asks."""


@mandate.command(name="list")
def list_() -> None:
    """List the requests that wait, the oldest first: id, customer number, company, person, e-mail, when asked, and
    `no administrator` where nobody at the company can decide.
    """

    async def read(database: Database, _: Settings) -> list[str]:
        on_us = await companies_without_administrator(database)
        return [
            printed_line(
                row.id,
                row.company_number,
                row.company,
                row.name,
                row.email,
                printed_moment(row.created_at),
                "no administrator" if row.customer_id in on_us else None,
            )
            for row in await all_requests(database)
        ]

    for line in with_database(read):
        click.echo(line)


@mandate.command()
@REQUEST
@click.option(
    "--role",
    type=click.Choice([role.value for role in MandateRole]),
    default=MandateRole.ADMINISTRATOR.value,
    show_default=True,
    help="What the person is to be. A company's first user has to be an administrator to let others in.",
)
def approve(request_id: UUID, role: str) -> None:
    """Let the person act for the company, and tell them by mail."""
    _decide(request_id, MandateRole(role))
    click.echo(f"The person acts for the company from now on as {role}, and has been told by mail.", err=True)


@mandate.command()
@REQUEST
def decline(request_id: UUID) -> None:
    """Do not let the person act for the company, and tell them by mail."""
    _decide(request_id, None)
    click.echo("The request is declined, and the person has been told by mail.", err=True)


def _decide(request_id: UUID, role: MandateRole | None) -> None:
    async def decide(database: Database, _: Settings) -> UUID | Refusal | None:
        return await decide_request(database, request_id, role, system_clock(), asker=None)

    if isinstance(with_database(decide), Refusal):
        raise OmavirtaError("There is no such request, or it was decided before.")
