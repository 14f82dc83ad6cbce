"""`omavirta mandate …`: what customer service decides about acting for companies."""

from functools import partial
from uuid import UUID

import click

from omavirta.clock import system_clock
from omavirta.customers.roles import MandateRole
from omavirta.errors import OmavirtaError
from omavirta.identity.company_users import all_requests, companies_without_administrator
from omavirta.identity.mandate_requests import decide_request
from omavirta.identity.mandates import Refusal
from omavirta.settings import Settings
from omavirta.storage.command import print_table, printed_line, printed_moment, with_database
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

    headings = ("id", "customer number", "company", "person", "e-mail", "asked", "note")
    print_table(headings, with_database(read))


@mandate.command()
@REQUEST
@click.option(
    "--role",
    type=click.Choice([role.value for role in MandateRole]),
    help="What the person is to be: without it READER, but ADMINISTRATOR where the company has none who could let others in.",
)
def approve(request_id: UUID, role: str | None) -> None:
    """Let the person act for the company, and tell them by mail."""
    decided = MandateRole(role) if role else with_database(partial(_least_role, request_id=request_id))
    _decide(request_id, decided)
    click.echo(
        f"The person acts for the company from now on as {decided.value}, and has been told by mail.",
        err=True,
    )


@mandate.command()
@REQUEST
def decline(request_id: UUID) -> None:
    """Do not let the person act for the company, and tell them by mail."""
    _decide(request_id, None)
    click.echo("The request is declined, and the person has been told by mail.", err=True)


async def _least_role(database: Database, _: Settings, request_id: UUID) -> MandateRole:
    """The least that leaves the company of the request with an administrator."""
    on_us = await companies_without_administrator(database)
    asked = next((row.customer_id for row in await all_requests(database) if row.id == request_id), None)
    return MandateRole.ADMINISTRATOR if asked in on_us else MandateRole.READER


def _decide(request_id: UUID, role: MandateRole | None) -> None:
    async def decide(database: Database, settings: Settings) -> UUID | Refusal | None:
        return await decide_request(
            database, request_id, role, settings.public_url, system_clock(), asker=None
        )

    if isinstance(with_database(decide), Refusal):
        raise OmavirtaError("There is no such request, or it was decided before.")
