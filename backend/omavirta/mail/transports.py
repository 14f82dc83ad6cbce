"""The ways out: an SMTP server, or a folder of `.eml` files for trying out. `OMAVIRTA_MAIL` says which."""

import asyncio
import os
from contextlib import suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, unquote, urlsplit
from uuid import UUID

from aiosmtplib import SMTP, SMTPDataError, SMTPException, SMTPRecipientsRefused

from omavirta.errors import SettingsError
from omavirta.mail.letterhead import UnsendableError, mail_address
from omavirta.settings import LOOPBACK_HOSTS, Settings

DELIVERY_SECONDS = 30.0
"""From the connection to the server's word that it has the message."""
GOODBYE_SECONDS = 1.0
PERMANENT = range(500, 600)
PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}
SHAPES = "smtp://USER:PASSWORD@HOST:587, smtps://USER:PASSWORD@HOST:465 or file:FOLDER"


class NotDeliveredError(Exception):
    """It did not work this time. The message says why in a word, without address or content."""


class Transport(Protocol):
    async def deliver(self, id_: UUID, message: EmailMessage) -> None:
        """Returns once the message is safe on the other side.

        Raises NotDeliveredError where another try may help, UnsendableError where none can.
        """


@dataclass(frozen=True, slots=True)
class Folder:
    """A file a message, named by its id: delivering a message once more changes nothing."""

    path: Path

    async def deliver(self, id_: UUID, message: EmailMessage) -> None:
        try:
            await asyncio.to_thread(self._write, id_, message.as_bytes())
        except OSError as error:
            raise NotDeliveredError(type(error).__name__) from None

    def _write(self, id_: UUID, content: bytes) -> None:
        self.path.mkdir(parents=True, exist_ok=True)
        # Written aside and moved: a process that dies in between leaves no half a mail.
        unfinished = self.path / f".{id_}.unfinished"
        # Codes and links are in it, which are for its recipient alone.
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(self.path / f"{id_}.eml")


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """Delivers to one server, encrypted and with its certificate verified, except on the machine itself.

    A message is delivered when the server has said so after its last line. Where it took the message and that word was lost
    (a connection cut, a process killed in that moment), the message is sent again under the same Message-ID. This is the
    one window that SMTP leaves open (RFC 5321 4.2.5), and mail systems know the copy by the id.
    """

    host: str
    port: int
    user: str | None
    password: str | None
    tls: bool
    """From the first byte (RFC 8314), rather than by STARTTLS."""
    plain: bool
    own_name: str
    """What we call ourselves in EHLO."""
    seconds: float = DELIVERY_SECONDS

    async def deliver(self, id_: UUID, message: EmailMessage) -> None:  # noqa: ARG002 - the Message-ID says it
        client = SMTP(
            hostname=self.host,
            port=self.port,
            username=self.user,
            password=self.password,
            use_tls=self.tls,
            start_tls=not self.tls and not self.plain,
            local_hostname=self.own_name,
            timeout=self.seconds,
        )
        sender, recipient = _address(message, "From"), _address(message, "To")
        try:
            async with asyncio.timeout(self.seconds):
                await client.connect()
                await client.sendmail(sender, recipient, message.as_bytes())
        except SMTPRecipientsRefused as error:
            raise _refusal("recipient", error.recipients[0].code) from None
        except SMTPDataError as error:
            raise _refusal("content", error.code) from None
        except (SMTPException, OSError, ValueError) as error:
            # Whatever is wrong with the server, the connection or our sign-in there is not this message's fault.
            raise NotDeliveredError(f"{type(error).__name__} {getattr(error, 'code', '')}".rstrip()) from None
        else:
            with suppress(SMTPException, OSError):
                await client.quit(timeout=GOODBYE_SECONDS)
        finally:
            client.close()


def transport_of(settings: Settings) -> Transport:
    """What OMAVIRTA_MAIL names; raises SettingsError, whose sentence never quotes a password."""
    value = settings.mail
    if value is None:
        raise SettingsError(f"OMAVIRTA_MAIL: is missing; without mail nobody can register. Give {SHAPES}")
    if value.startswith("file:"):
        folder = value.removeprefix("file:")
        if not folder:
            raise SettingsError("OMAVIRTA_MAIL: file: needs a folder, such as file:/var/tmp/mail")
        return Folder(Path(folder))
    return _smtp_server(urlsplit(value), urlsplit(settings.public_url).hostname or "localhost")


def sender_address(settings: Settings) -> str:
    """The bare address of OMAVIRTA_MAIL_FROM; raises SettingsError."""
    value = settings.mail_from
    if value is None:
        raise SettingsError("OMAVIRTA_MAIL_FROM: is missing; give the address that mails come from")
    try:
        return mail_address(value).addr_spec
    except UnsendableError:
        raise SettingsError(
            "OMAVIRTA_MAIL_FROM: must be one address alone, such as oma@example.fi; the name beside it is the retailer's"
        ) from None


def _smtp_server(parts: SplitResult, own_name: str) -> SmtpServer:
    if parts.scheme not in PORTS:
        raise SettingsError(f"OMAVIRTA_MAIL: must be {SHAPES}")
    try:
        port = parts.port
    except ValueError:
        # Its own message would quote a part of the password, where that holds a `/`.
        raise SettingsError(
            "OMAVIRTA_MAIL: has no port after its host; write / and # in a user or password as %2F and %23"
        ) from None
    if not parts.hostname or parts.path not in {"", "/"} or parts.query or parts.fragment:
        raise SettingsError(
            "OMAVIRTA_MAIL: must end with host and port; write / and # in a user or password as %2F and %23"
        )
    if (parts.username is None) != (parts.password is None):
        raise SettingsError("OMAVIRTA_MAIL: needs user and password, or neither")
    plain = parts.scheme == "smtp+plain"
    if plain and parts.hostname not in LOOPBACK_HOSTS:
        raise SettingsError(
            "OMAVIRTA_MAIL: smtp+plain:// would send mail unencrypted; it is for this machine only. Use smtp:// (STARTTLS)"
        )
    return SmtpServer(
        host=parts.hostname,
        port=port or PORTS[parts.scheme],
        user=None if parts.username is None else unquote(parts.username),
        password=None if parts.password is None else unquote(parts.password),
        tls=parts.scheme == "smtps",
        plain=plain,
        own_name=own_name,
    )


def _refusal(what: str, code: int) -> Exception:
    return (UnsendableError if code in PERMANENT else NotDeliveredError)(f"{what} refused with {code}")


def _address(message: EmailMessage, header: str) -> str:
    address: str = message[header].addresses[0].addr_spec
    return address
