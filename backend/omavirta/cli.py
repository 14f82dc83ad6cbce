"""The `omavirta` command. Data goes to stdout, talk to stderr; 0 is success, 1 a refusal, 2 a wrong call."""

import asyncio
import os
import secrets
import shlex
import shutil
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any

import click

from omavirta.clock import system_clock
from omavirta.errors import OmavirtaError
from omavirta.settings import PROJECT_FOLDER, Settings, load_settings

DEMO_FOLDER = PROJECT_FOLDER / ".var" / "demo"


class LazyGroup(click.Group):
    """Imports a room's command when it is called, or listed: all of them together take a second and 35 MB.

    `rooms` are commands by name, each as `module:function`.
    """

    def __init__(self, *args: Any, rooms: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._rooms = rooms

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted([*super().list_commands(context), *self._rooms])

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in self._rooms:
            return super().get_command(context, name)
        module, _, function = self._rooms[name].partition(":")
        command: click.Command = getattr(import_module(module), function)
        return command


class Group(LazyGroup):
    """Turns errors raised on purpose into one line on stderr and exit code 1."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except OmavirtaError as error:
            click.echo(str(error), err=True)
            context.exit(1)


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    rooms={
        "account": "omavirta.identity.account_commands:account",
        "comparison": "omavirta.contracts.comparison_commands:comparison",
        "fixtures": "omavirta.fixtures.commands:fixtures",
        "keys": "omavirta.identity.strong.commands:keys",
        "mandate": "omavirta.identity.mandate_commands:mandate",
        "service-token": "omavirta.identity.service_token_commands:service_token",
        "token": "omavirta.identity.commands:token",
    },
)
@click.version_option(version("omavirta"))
def main() -> None:
    """Omavirta, the customer portal of an electricity retailer.

    Settings are read from OMAVIRTA_* environment variables; docs/configuration.md lists them.
    """


@main.command()
def serve() -> None:
    """Run the server until it is told to stop (SIGTERM, SIGINT)."""
    from omavirta.server import run  # noqa: PLC0415 - the other commands start faster without it

    _write_for_ourselves()
    run(load_settings())


@main.command()
@click.option(
    "--test",
    is_flag=True,
    help="And mark it, for good, as a database for trying out: test persons may come in.",
)
def migrate(test: bool) -> None:
    """Bring the database's tables up to date."""
    from omavirta.identity.strong.trying_out import mark_for_trying_out  # noqa: PLC0415 - as above
    from omavirta.storage.migrate import migrate_database  # noqa: PLC0415

    _write_for_ourselves()
    settings = load_settings()
    asyncio.run(migrate_database(settings.database_url, lambda name: click.echo(f"applied {name}", err=True)))
    if test:
        asyncio.run(mark_for_trying_out(settings.database_url, system_clock()))


@main.command()
@click.option(
    "--check", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Compare with this file."
)
def schema(check: Path | None) -> None:
    """Print the GraphQL schema, or compare it with a file (exit code 1 where they differ)."""
    from omavirta.api.schema import print_schema  # noqa: PLC0415 - as above

    text = print_schema()
    if check is None:
        click.echo(text, nl=False)
    elif check.read_text(encoding="utf-8") != text:
        raise OmavirtaError(
            f"{check} is not what the code prints: run `make schema` and look at the difference."
        )


@main.command()
def doctor() -> None:
    """Check settings, database and the built web app, and say what is missing."""
    from omavirta.contracts.letterhead import letterhead_of  # noqa: PLC0415 - as above
    from omavirta.contracts.retailer import load_retailer  # noqa: PLC0415
    from omavirta.mail.transports import transport_of  # noqa: PLC0415
    from omavirta.storage.database import open_database  # noqa: PLC0415
    from omavirta.storage.migrate import pending_migrations  # noqa: PLC0415

    async def pending(settings: Settings) -> list[str]:
        async with open_database(settings.database_url) as database:
            return await pending_migrations(database)

    settings = load_settings()
    letterhead_of(load_retailer(settings.retailer_file), settings)
    transport_of(settings)
    click.echo("settings: good")
    missing = asyncio.run(pending(settings))
    click.echo(f"strong authentication: {_brokers(settings)}")
    click.echo("database: " + (f"run `omavirta migrate`: {', '.join(missing)}" if missing else "good"))
    built = (settings.frontend_folder / "index.html").is_file()
    click.echo("web app: " + ("good" if built else f"not built in {settings.frontend_folder}"))
    if missing or not built:
        raise click.exceptions.Exit(1)


@main.command()
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Where to listen."
)
@click.option("--reset", is_flag=True, help="Throw the demo's data away and start over.")
@click.option("--prepare-only", is_flag=True, help="Make the database and stop.")
@click.option(
    "--print-env",
    is_flag=True,
    help="Print the demo's settings for a shell, so that other commands work on it, and stop.",
)
def demo(port: int, reset: bool, prepare_only: bool, print_env: bool) -> None:
    """Run the portal with made-up customers, on this machine only."""
    from omavirta.fixtures.catalogue import load_demo  # noqa: PLC0415 - as above
    from omavirta.fixtures.demo import prepare_demo  # noqa: PLC0415
    from omavirta.server import require_free_port, run  # noqa: PLC0415

    _write_for_ourselves()
    DEMO_FOLDER.mkdir(parents=True, exist_ok=True)
    database = DEMO_FOLDER / "omavirta.db"
    settings = Settings(
        database_url=f"sqlite://{database}",
        public_url=f"http://localhost:{port}",
        port=port,
        secret_key=_demo_key(DEMO_FOLDER / "secret.key"),
        demo=True,
        keys_folder=DEMO_FOLDER / "keys",
        mail=f"file:{DEMO_FOLDER / 'mail'}",
        mail_from="asiakaspalvelu@revontuli.example.fi",
    )
    if print_env:
        for name in sorted(settings.model_fields_set):
            click.echo(f"export OMAVIRTA_{name.upper()}={shlex.quote(str(getattr(settings, name)))}")
        return
    if not prepare_only:
        # Before anything is thrown away: another demo may be running on it.
        require_free_port(settings)
    if reset:
        for suffix in ("", "-wal", "-shm"):
            database.with_name(database.name + suffix).unlink(missing_ok=True)
        shutil.rmtree(DEMO_FOLDER / "mail", ignore_errors=True)
    asyncio.run(prepare_demo(settings, progress=lambda text: click.echo(text, err=True)))
    if prepare_only:
        return
    company = next(filter(None, map(load_demo().company_tried_by, load_demo().persons)))
    click.echo(
        f"\n  Omavirta is at {settings.public_url}\n"
        "  Sign in as aino (a home and a summer cottage) or eero (a flat, and a company with twelve places);\n"
        "  the password of both is revontulet-2026. Or choose bank credentials: the demo's broker lets you be anyone\n"
        f"  on its list, new customers too. Mails are sent nowhere: read them at {settings.public_url}/demo/mail\n"
        f"  To register for a company, give business id {company.business_id} and customer number {company.number}.\n"
        f"  GraphiQL, to try the API: {settings.public_url}/graphiql\n"
        "  Stop with Ctrl+C. `make demo-reset` starts over.\n",
        err=True,
    )
    run(settings)


@main.group(
    name="import",
    cls=LazyGroup,
    rooms={
        "consumption": "omavirta.metering.commands:import_consumption",
        "finvoice": "omavirta.billing.finvoice_command:import_finvoice",
        "master": "omavirta.masterdata.commands:import_master",
        "prices": "omavirta.prices.commands:import_prices",
    },
)
def import_() -> None:
    """Take in files: master data, invoices, consumption, prices."""


def _write_for_ourselves() -> None:
    """Whatever file comes from here on, a database or a mail, is for the server's user alone."""
    os.umask(0o077)


def _brokers(settings: Settings) -> str:
    """Raises SettingsError where there are some that cannot be served."""
    from omavirta.identity.strong.brokers import load_brokers  # noqa: PLC0415 - as above
    from omavirta.identity.strong.key_folder import KeyFolder  # noqa: PLC0415

    if settings.brokers_file is None or settings.keys_folder is None:
        return "no brokers (OMAVIRTA_BROKERS_FILE)"
    KeyFolder(settings.keys_folder).keys().require_complete()
    return ", ".join(broker.key for broker in load_brokers(settings.brokers_file))


def _demo_key(path: Path) -> str:
    if not path.exists():
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text()


if __name__ == "__main__":
    sys.exit(main())
