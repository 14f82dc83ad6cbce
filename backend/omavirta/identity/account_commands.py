"""`omavirta account …`: what customer service does with accounts. Lines of data have tabs between their values."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from uuid import UUID

import click

from omavirta.clock import system_clock
from omavirta.errors import OmavirtaError
from omavirta.identity.contact import Contact, require_contact
from omavirta.identity.devices import describe_device
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.locking import lock_account, unlock_account
from omavirta.identity.recovery import send_link
from omavirta.identity.sessions import live_sessions
from omavirta.settings import Settings
from omavirta.storage.command import print_table, printed_line, printed_moment, with_database
from omavirta.storage.database import Database, Transaction, as_uuid

NAME = click.argument("name", metavar="NAME")


@click.group()
def account() -> None:
    """Accounts: find, look at, lock, and send a link to a new password. NAME is a user name or an e-mail address."""


@account.command(name="list")
@click.option(
    "--limit", type=click.IntRange(1, 10_000), default=100, show_default=True, help="At most so many."
)
@click.option("--after", type=click.UUID, metavar="ID", help="Go on after this account, the last one seen.")
def list_(limit: int, after: UUID | None) -> None:
    """List accounts, the oldest first: id, user name, e-mail, name, when made, and since when locked."""

    async def read(database: Database, _: Settings) -> list[str]:
        further, values = ("", ()) if after is None else (" WHERE id > $2", (after,))
        rows = await database.fetch(
            f"SELECT id, user_name, email, name, created_at, locked_at FROM account{further} ORDER BY id LIMIT $1",
            limit,
            *values,
        )
        return [
            printed_line(
                as_uuid(row[0]),
                row[1],
                row[2],
                row[3],
                printed_moment(row[4]),
                None if row[5] is None else printed_moment(row[5]),
            )
            for row in rows
        ]

    print_table(("id", "user name", "e-mail", "name", "made", "locked"), with_database(read))


@account.command()
@NAME
def show(name: str) -> None:
    """Show an account: what it is, how one signs in, for whom it acts (number, name, kind, role), and which companies it asks
    to act for (request, number, company, when asked).
    """

    async def read(database: Database, _: Settings) -> list[str]:
        contact = await require_contact(database, name)
        rows = await database.fetch(
            "SELECT phone, notifications, created_at, locked_at, password_hash IS NOT NULL, identity_hash IS NOT NULL,"
            " (SELECT COUNT(*) FROM passkey WHERE account_id = a.id) FROM account a WHERE id = $1",
            contact.account_id,
        )
        phone, notifications, created_at, locked_at, has_password, identified, passkeys = rows[0]
        customers = await database.fetch(
            "SELECT c.number, c.name, c.kind, m.role FROM mandate m JOIN customer c ON c.id = m.customer_id"
            " WHERE m.account_id = $1 ORDER BY c.number",
            contact.account_id,
        )
        requests = await database.fetch(
            "SELECT r.id, c.number, c.name, r.created_at FROM mandate_request r JOIN customer c ON c.id = r.customer_id"
            " WHERE r.account_id = $1 AND r.decided_at IS NULL ORDER BY r.id",
            contact.account_id,
        )
        sessions = await live_sessions(database, contact.account_id, system_clock())
        return [
            printed_line("id", contact.account_id),
            printed_line("user name", contact.user_name),
            printed_line("e-mail", contact.email),
            printed_line("name", contact.name),
            printed_line("language", contact.language.value),
            printed_line("phone", phone),
            printed_line("notifications", notifications),
            printed_line("made", printed_moment(created_at)),
            printed_line("locked", None if locked_at is None else printed_moment(locked_at)),
            printed_line("password", "yes" if has_password else "no"),
            printed_line("identified", "yes" if identified else "no"),
            printed_line("passkeys", passkeys),
            printed_line("sessions", len(sessions)),
            *(printed_line("customer", *tuple(row)) for row in customers),
            *(
                printed_line("request", as_uuid(row[0]), row[1], row[2], printed_moment(row[3]))
                for row in requests
            ),
        ]

    for line in with_database(read):
        click.echo(line)


@account.command()
@NAME
def sessions(name: str) -> None:
    """List where an account is signed in: id, since when, when last seen, and the device."""

    async def read(database: Database, _: Settings) -> list[str]:
        contact = await require_contact(database, name)
        return [
            printed_line(
                session.id,
                printed_moment(session.created_at),
                printed_moment(session.last_seen_at),
                describe_device(session.user_agent),
            )
            for session in await live_sessions(database, contact.account_id, system_clock())
        ]

    print_table(("id", "since", "last seen", "device"), with_database(read))


@account.command()
@NAME
def lock(name: str) -> None:
    """Lock an account: its sessions and tokens end at once, nothing signs in, and its owner is told by mail."""
    contact = _change(name, lock_account, "is locked already")
    click.echo(f"The account of {contact.email} is locked, and its owner has been told by mail.", err=True)


@account.command()
@NAME
def unlock(name: str) -> None:
    """Unlock an account, and tell its owner by mail, who signs in anew; codes and links from before stay ended."""
    contact = _change(name, unlock_account, "is not locked")
    click.echo(f"The account of {contact.email} is unlocked, and its owner has been told by mail.", err=True)


@account.command(name="send-link")
@NAME
def send_link_(name: str) -> None:
    """Mail the account's owner a link to a new password. It works once, for 14 days; nobody else gets to see it."""

    async def send(database: Database, settings: Settings) -> Contact:
        contact = await require_contact(database, name)
        if contact.locked:
            raise OmavirtaError(f"The account of {contact.email} is locked: unlock it first.")
        now = system_clock()
        async with database.transaction() as transaction:
            await send_link(transaction, settings.public_url, contact, now)
            await record_event(transaction, EventKind.PASSWORD_RESET_REQUESTED, now, contact.account_id)
        return contact

    click.echo(f"A link to a new password is on its way to {with_database(send).email}.", err=True)


def _change(
    name: str, change: Callable[[Transaction, Contact, datetime], Awaitable[bool]], otherwise: str
) -> Contact:
    async def run(database: Database, _: Settings) -> Contact:
        contact = await require_contact(database, name)
        async with database.transaction() as transaction:
            changed = await change(transaction, contact, system_clock())
        if not changed:
            raise OmavirtaError(f"The account of {contact.email} {otherwise}.")
        return contact

    return with_database(run)
