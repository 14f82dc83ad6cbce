"""`omavirta keys …`: our keys for the brokers of strong authentication, and their rotation."""

from pathlib import Path

import click
import orjson

from omavirta.clock import system_clock
from omavirta.errors import SettingsError
from omavirta.identity.strong.key_folder import KeyFolder
from omavirta.identity.strong.keys import KeyUse, OwnKey
from omavirta.settings import load_settings

USE = click.argument("use", type=click.Choice([use.value for use in KeyUse]))
AT_ONCE = click.option(
    "--at-once", is_flag=True, help="Though brokers may not know the change yet: after a key was lost, say."
)


@click.group()
def keys() -> None:
    """Our keys for strong authentication: sig signs requests, enc decrypts ID tokens, entity signs our key set.

    To rotate one: prepare, a day later use, another day later delete. A running server follows by itself.
    """


@keys.command()
def create() -> None:
    """Make a key of each use that has none."""
    for own in _folder().create_missing(system_clock()):
        click.echo(f"made\t{_line(own)}", err=True)


@keys.command(name="list")
def list_() -> None:
    """List the keys: use, state, since when, and name."""
    for own in sorted(_folder().keys().keys, key=lambda own: (own.use, own.since)):
        click.echo(_line(own))


@keys.command()
def export() -> None:
    """Print our public key set, for a broker that takes it by mail."""
    click.echo(orjson.dumps({"keys": _folder().keys().shown()}, option=orjson.OPT_INDENT_2).decode())


@keys.command()
@USE
def prepare(use: str) -> None:
    """Make the next key: a signing key is shown to brokers from now on, a decryption key decrypts."""
    click.echo(f"next\t{_line(_folder().prepare(KeyUse(use), system_clock()))}", err=True)


@keys.command(name="use")
@USE
@AT_ONCE
def use_(use: str, at_once: bool) -> None:
    """Put the next key to use. The one before is retired: shown, or able to decrypt, until it is deleted."""
    click.echo(f"in use\t{_line(_folder().use(KeyUse(use), system_clock(), at_once=at_once))}", err=True)


@keys.command()
@USE
@AT_ONCE
def delete(use: str, at_once: bool) -> None:
    """Delete the retired key."""
    for own in _folder().delete_retired(KeyUse(use), system_clock(), at_once=at_once):
        click.echo(f"deleted\t{_line(own)}", err=True)


def _folder() -> KeyFolder:
    folder: Path | None = load_settings().keys_folder
    if folder is None:
        raise SettingsError("OMAVIRTA_KEYS_FOLDER: is missing; name a folder that only the server may read")
    return KeyFolder(folder)


def _line(own: OwnKey) -> str:
    return f"{own.use}\t{own.state}\t{own.since.isoformat(timespec='seconds')}\t{own.kid}"
