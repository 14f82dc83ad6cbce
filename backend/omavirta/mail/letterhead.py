"""What every mail is sent on: who writes, how to reach them, and the frame around the words."""

from dataclasses import dataclass
from datetime import timedelta
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple
from uuid import UUID

from omavirta.api.language import Language
from omavirta.clock import EPOCH
from omavirta.mail.rendering import template


class UnsendableError(Exception):
    """However often it is tried, the mail cannot be sent as it is. What this says names no address."""


class OutgoingMail(NamedTuple):
    """A row of the outbox. `text` and `html` are the words alone; moments are microseconds since 1970 in UTC."""

    id: UUID
    kind: str
    account_id: UUID | None
    recipient: str
    language: Language
    subject: str
    text: str
    html: str
    created_at: int
    tries: int
    next_try_at: int


class Phone(NamedTuple):
    number: str
    """With whose it is: "Asiakaspalvelu +358 9 4245 0100"."""
    hours: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    sender_address: str
    sender_name: str
    phones: dict[Language, tuple[Phone, ...]]
    portal_url: str

    def compose(self, mail: OutgoingMail) -> EmailMessage:
        """The whole message, the same bytes at every try. Raises UnsendableError."""
        message = EmailMessage(policy=SMTP)
        message["From"] = Address(self.sender_name, addr_spec=self.sender_address)
        message["To"] = mail_address(mail.recipient)
        # A header cannot hold a line break; a name in a subject may.
        message["Subject"] = " ".join(mail.subject.split())
        message["Date"] = format_datetime(EPOCH + timedelta(microseconds=mail.created_at))
        message["Message-ID"] = f"<{mail.id}@{self.sender_address.rpartition('@')[2]}>"
        # RFC 3834: answering machines keep still.
        message["Auto-Submitted"] = "auto-generated"
        frame = {
            "language": mail.language.value,
            "subject": message["Subject"],
            "sender_name": self.sender_name,
            "phones": self.phones[mail.language],
            "portal_url": self.portal_url,
        }
        message.set_content(template("page.txt").render(frame, body=mail.text), cte="quoted-printable")
        message.add_alternative(
            template("page.html").render(frame, body=mail.html),
            subtype="html",
            cte="quoted-printable",
        )
        message.set_boundary(f"omavirta-{mail.id.hex}")
        # Last: a Content- header set earlier would have moved into the first part.
        message["Content-Language"] = mail.language.value
        return message


def mail_address(text: str) -> Address:
    """The address as it travels: the domain in ASCII (IDNA). Raises UnsendableError."""
    local, _, domain = text.rpartition("@")
    if not local or not domain:
        raise UnsendableError("not an address")
    try:
        address = Address(addr_spec=f"{local}@{domain.encode('idna').decode()}")
    except (ValueError, HeaderParseError):
        raise UnsendableError("not an address") from None
    if not address.addr_spec.isascii():
        raise UnsendableError("not an address that every mail system takes")
    return address
