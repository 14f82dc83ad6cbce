"""Every message that goes out by mail, and what it has to be told. The words are in `omavirta.mail.letters`.

What a stranger could use (codes, links) is left out of `repr`, so that no log shows it by accident.
"""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """Base of them all. Names may hold anything: they are made harmless where they are written."""

    @classmethod
    def kind(cls) -> str:
        """The class's name as the outbox keeps it: `registration_code`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()


@dataclass(frozen=True, slots=True)
class RegistrationCode(Message):
    """Proves that a new customer reads the address. Six digits."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class AddressInUse(Message):
    """Instead of a code, where somebody registers with an address that has an account, or moves another account to it."""

    sign_in_url: str


@dataclass(frozen=True, slots=True)
class Welcome(Message):
    """An account was made; `url` is the portal's first page."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class PasswordResetCode(Message):
    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PasswordResetLink(Message):
    """A single-use link, asked for or sent by customer service."""

    url: str = field(repr=False)
    days: int
    """How long it is valid."""


@dataclass(frozen=True, slots=True)
class UserNameReminder(Message):
    user_name: str | None
    """None where one signs in with the e-mail address alone."""
    sign_in_url: str


@dataclass(frozen=True, slots=True)
class EmailChangeCode(Message):
    """To the new address."""

    code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EmailChanged(Message):
    """To the old address, which may be somebody else's by now: hence masked."""

    new_email_masked: str


@dataclass(frozen=True, slots=True)
class PasswordChanged(Message):
    pass


@dataclass(frozen=True, slots=True)
class UserNameChanged(Message):
    """Changed or removed."""


@dataclass(frozen=True, slots=True)
class PasskeyAdded(Message):
    name: str


@dataclass(frozen=True, slots=True)
class PasskeyRemoved(Message):
    name: str


@dataclass(frozen=True, slots=True)
class AccessTokenCreated(Message):
    name: str


@dataclass(frozen=True, slots=True)
class DataExportReady(Message):
    """`url` is the page of the app, where one signs in: the archive is never open to whoever has the link."""

    url: str


@dataclass(frozen=True, slots=True)
class AccountClosed(Message):
    pass


@dataclass(frozen=True, slots=True)
class AccountLocked(Message):
    pass


@dataclass(frozen=True, slots=True)
class AccountUnlocked(Message):
    pass


@dataclass(frozen=True, slots=True)
class MandateRequested(Message):
    """To a company's administrators: `person` asks to act for it. `url` is the page of the company's users."""

    company: str
    person: str
    url: str


@dataclass(frozen=True, slots=True)
class MandateWaits(Message):
    """To the one who asked."""

    company: str


@dataclass(frozen=True, slots=True)
class MandateGranted(Message):
    company: str
    role: str
    """A `MandateRole`'s value: `ADMINISTRATOR` or `READER`."""


@dataclass(frozen=True, slots=True)
class MandateChanged(Message):
    """To a user of a company, who is something else now: more or less than before."""

    company: str
    role: str


@dataclass(frozen=True, slots=True)
class MandateAdded(Message):
    """To a company's other administrators: `person` acts for it from now on, whoever let them in. `url` is as above."""

    company: str
    person: str
    url: str


@dataclass(frozen=True, slots=True)
class MandateDeclined(Message):
    company: str


@dataclass(frozen=True, slots=True)
class MandateRemoved(Message):
    company: str


@dataclass(frozen=True, slots=True)
class MandateInvited(Message):
    company: str
    inviter: str
    role: str
    """What whoever accepts it will be."""
    days: int
    """How long it is valid."""
    url: str = field(repr=False)
