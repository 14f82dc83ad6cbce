"""Registration, from the bank's identification to an account: what is entered, the code that proves the address, the end.

A registration belongs to a person (their identity code) and is shown to the browser in which the person last identified.
The browser goes on with it for an hour: later anybody may sit there. What was entered waits for a day for the person to be
identified again. Until its end there is no account, no mandate and no session: all of them are made in one transaction.

Whether an address has an account already is told to whoever reads its mail, and to nobody else: both ways write the same
rows and one mail, so they take the same time. They are written before the answer, so that no crash loses the mail.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from uuid import UUID

from omavirta.api.context import Context
from omavirta.api.language import Language
from omavirta.clock import from_epoch_microseconds, to_epoch_microseconds
from omavirta.customers.queries import CustomerKind, CustomerRow
from omavirta.identity import app_pages
from omavirta.identity.code_limits import CodePurpose, asking_throttle, may_mail, too_many_wrong
from omavirta.identity.codes import (
    RefusedCode,
    TypedCode,
    VerifiedCode,
    end_code,
    find_verified,
    issue_code,
    verify_code,
)
from omavirta.identity.contact import Contact, tell
from omavirta.identity.entering import begin_session
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandate_invitations import accept_invitation
from omavirta.identity.mandate_requests import ask_for_company
from omavirta.identity.mandates import grant_own_customers
from omavirta.identity.names import name_key
from omavirta.identity.sign_in import TryLater
from omavirta.mail.messages import AddressInUse, RegistrationCode, Welcome
from omavirta.mail.outbox import enqueue
from omavirta.settings import Settings
from omavirta.storage.database import Database, Transaction, UniqueViolation, as_uuid
from omavirta.storage.ids import new_id

PURPOSE = CodePurpose.REGISTRATION
PROOF_LIFETIME = timedelta(minutes=60)
"""How long after the bank a browser goes on with a registration."""


@dataclass(frozen=True, slots=True)
class RegistrationRow:
    """An unfinished registration."""

    id: UUID
    identity_hash: str
    name: str
    email: str | None
    user_name: str | None
    has_password: bool
    language: Language
    company_id: UUID | None


@dataclass(frozen=True, slots=True)
class Details:
    """What the person has entered, every field checked."""

    email: str
    user_name: str | None
    password_hash: str
    language: Language
    terms_version: str


class Problem(Enum):
    """Why a step of a registration was not taken."""

    EXPIRED = auto()
    """The browser has no unfinished registration, or not any more."""
    TOO_MANY_MAILS = auto()
    """As many codes as an address gets in an hour, or a browser has mailed to it, have been sent."""
    TOO_MANY_TRIES = auto()
    """Codes to the address were guessed at too often: it gets no more for a day."""
    NO_CUSTOMER = auto()
    """There is nothing that the account could act for."""
    EMAIL_TAKEN = auto()
    """By an account that was made after the code was sent."""
    USER_NAME_TAKEN = auto()
    LOCKED = auto()
    """The person has an account already, and it is locked."""


async def find_registration(
    database: Database, browser_hash: bytes | None, now: datetime
) -> RegistrationRow | None:
    """The browser's unfinished registration, for an hour."""
    if browser_hash is None:
        return None
    rows = await database.fetch(
        "SELECT id, identity_hash, name, email, user_name, password_hash IS NOT NULL, language, company_customer_id"
        " FROM registration WHERE browser_hash = $1 AND completed_at IS NULL AND identified_at > $2",
        browser_hash,
        _proven_after(now),
    )
    if not rows:
        return None
    id_, identity_hash, name, email, user_name, has_password, language, company = rows[0]
    return RegistrationRow(
        as_uuid(id_),
        identity_hash,
        name,
        email,
        user_name,
        bool(has_password),
        Language(language),
        None if company is None else as_uuid(company),
    )


async def customers_waiting(
    database: Database, registration: RegistrationRow
) -> tuple[list[CustomerRow], CustomerRow | None]:
    """The person's own customers by name, and the company whose numbers were given."""
    rows = await database.fetch(
        "SELECT id, number, kind, name FROM customer WHERE (identity_hash = $1 AND kind = 'PERSON') OR id = $2"
        " ORDER BY name, id",
        registration.identity_hash,
        registration.company_id,
    )
    found = [CustomerRow(as_uuid(row[0]), row[1], CustomerKind(row[2]), row[3]) for row in rows]
    companies = [row for row in found if row.id == registration.company_id]
    return [row for row in found if row.id != registration.company_id], companies[0] if companies else None


async def awaits_code(
    database: Database, registration: RegistrationRow, browser_hash: bytes, now: datetime
) -> bool:
    """Whether a code that was mailed for this registration can still be typed in this browser.

    Not where the password has to be entered again first.
    """
    if registration.email is None or not registration.has_password:
        return False
    rows = await database.fetch(
        "SELECT email FROM verification_code WHERE purpose = $1 AND browser_hash = $2 AND ended_at IS NULL"
        " AND expires_at > $3",
        PURPOSE.value,
        browser_hash,
        to_epoch_microseconds(now),
    )
    return any(row[0] == registration.email for row in rows)


async def is_user_name_taken(database: Database, user_name: str) -> bool:
    return bool(await database.fetch("SELECT 1 FROM account WHERE user_name_key = $1", name_key(user_name)))


async def set_company(
    database: Database, registration: RegistrationRow, browser_hash: bytes, company_id: UUID, now: datetime
) -> bool:
    """Notes the company that the person will act for, or ask to; false where the registration is over."""
    async with database.transaction() as transaction:
        changed = await transaction.execute(
            "UPDATE registration SET company_customer_id = $4 WHERE id = $1 AND browser_hash = $2"
            " AND identified_at > $3 AND completed_at IS NULL",
            registration.id,
            browser_hash,
            _proven_after(now),
            company_id,
        )
    return changed == 1


async def enter_details(
    database: Database,
    settings: Settings,
    registration: RegistrationRow,
    browser_hash: bytes,
    details: Details,
    now: datetime,
) -> Problem | TryLater | None:
    """Keeps what was entered and mails the code: five times an hour for one person, whatever the addresses."""
    wait = await asking_throttle(database, settings.secret_key, PURPOSE).admit(
        registration.identity_hash, now
    )
    if wait is not None:
        return TryLater(wait)
    async with database.transaction() as transaction:
        changed = await transaction.execute(
            "UPDATE registration SET email = $4, email_key = $5, user_name = $6, user_name_key = $7,"
            " password_hash = $8, language = $9, terms_version = $10"
            " WHERE id = $1 AND browser_hash = $2 AND identified_at > $3 AND completed_at IS NULL",
            registration.id,
            browser_hash,
            _proven_after(now),
            details.email,
            name_key(details.email),
            details.user_name,
            None if details.user_name is None else name_key(details.user_name),
            details.password_hash,
            details.language.value,
            details.terms_version,
        )
        if not changed:
            return Problem.EXPIRED
        return await _mail_code(transaction, settings, browser_hash, details.email, details.language, now)


async def request_code(
    database: Database, settings: Settings, registration: RegistrationRow, browser_hash: bytes, now: datetime
) -> Problem | TryLater | None:
    """Mails another code; the one before ends. It counts as `enter_details` does."""
    wait = await asking_throttle(database, settings.secret_key, PURPOSE).admit(
        registration.identity_hash, now
    )
    if wait is not None:
        return TryLater(wait)
    async with database.transaction() as transaction:
        # Changes nothing but holds the row, so that requests at the same moment are counted one after another.
        held = await transaction.execute(
            "UPDATE registration SET email = email WHERE id = $1 AND browser_hash = $2 AND identified_at > $3"
            " AND completed_at IS NULL AND password_hash IS NOT NULL",
            registration.id,
            browser_hash,
            _proven_after(now),
        )
        if not held or registration.email is None:
            return Problem.EXPIRED
        return await _mail_code(
            transaction, settings, browser_hash, registration.email, registration.language, now
        )


async def complete(
    context: Context, registration: RegistrationRow, typed: TypedCode, invitation: str | None, now: datetime
) -> str | Problem | RefusedCode | TryLater:
    """Makes the account, its mandates and its session, whose cookie it gives. Of any number at once one does.

    Who got an account meanwhile is signed in to it. `invitation` is the secret of a link to a company, if one led here.
    """
    database, key = context.database, context.settings.secret_key
    # A code that was right before a crash is still the browser's.
    verified = await find_verified(database, PURPOSE, typed.browser_hash, now)
    if verified is None:
        answer = await verify_code(database, key, PURPOSE, typed, now)
        if not isinstance(answer, VerifiedCode):
            return answer
        verified = answer
    try:
        async with database.transaction() as transaction:
            return await _complete(
                context, transaction, registration.id, typed.browser_hash, verified, invitation, now
            )
    except _NothingToActFor:
        return Problem.NO_CUSTOMER
    except _UsedMeanwhile:
        return RefusedCode()
    except UniqueViolation:
        taken = await database.fetch("SELECT 1 FROM account WHERE email_key = $1", name_key(verified.email))
        return Problem.EMAIL_TAKEN if taken else Problem.USER_NAME_TAKEN


async def delete_registration(database: Database, browser_hash: bytes, now: datetime) -> bool:
    """Gives up; whether there was an unfinished registration in this browser. Its code opens nothing any more."""
    async with database.transaction() as transaction:
        deleted = await transaction.execute(
            "DELETE FROM registration WHERE browser_hash = $1 AND completed_at IS NULL", browser_hash
        )
        await transaction.execute(
            "UPDATE verification_code SET ended_at = $3 WHERE purpose = $1 AND browser_hash = $2"
            " AND ended_at IS NULL",
            PURPOSE.value,
            browser_hash,
            to_epoch_microseconds(now),
        )
    return deleted > 0


class _NothingToActFor(Exception):  # noqa: N818 - undoes the transaction, and is caught where it began
    pass


class _UsedMeanwhile(Exception):  # noqa: N818 - as above
    pass


def _proven_after(now: datetime) -> int:
    """Whoever was identified before this has to be again."""
    return to_epoch_microseconds(now - PROOF_LIFETIME)


async def _mail_code(
    transaction: Transaction,
    settings: Settings,
    browser_hash: bytes,
    email: str,
    language: Language,
    now: datetime,
) -> Problem | None:
    key = settings.secret_key
    if not await may_mail(transaction, key, PURPOSE, browser_hash, email, now):
        return Problem.TOO_MANY_MAILS
    if await too_many_wrong(transaction, key, PURPOSE, email, now):
        return Problem.TOO_MANY_TRIES
    taken = await transaction.fetch("SELECT 1 FROM account WHERE email_key = $1", name_key(email))
    code = await issue_code(transaction, key, PURPOSE, browser_hash, email, now, fits_nothing=bool(taken))
    message = (
        AddressInUse(sign_in_url=settings.public_url + app_pages.SIGN_IN)
        if taken
        else RegistrationCode(code=code)
    )
    await enqueue(transaction, message, email, language, now)
    return None


async def _complete(
    context: Context,
    transaction: Transaction,
    registration_id: UUID,
    browser_hash: bytes,
    verified: VerifiedCode,
    invitation: str | None,
    now: datetime,
) -> str | Problem:
    moment = to_epoch_microseconds(now)
    # The registration's row before any code's: every step takes them in this order.
    completed = await transaction.execute(
        "UPDATE registration SET completed_at = $4 WHERE id = $1 AND browser_hash = $2 AND email = $3"
        " AND identified_at > $5 AND password_hash IS NOT NULL AND completed_at IS NULL",
        registration_id,
        browser_hash,
        verified.email,
        moment,
        _proven_after(now),
    )
    if not completed:
        return Problem.EXPIRED
    if not await end_code(transaction, verified, now):
        raise _UsedMeanwhile
    rows = await transaction.fetch(
        "SELECT identity_hash, name, email, email_key, user_name, user_name_key, password_hash, language,"
        " terms_version, company_customer_id, identified_at FROM registration WHERE id = $1",
        registration_id,
    )
    identity_hash, name, email, *_, company, moment_of_proof = rows[0]
    identified_at = from_epoch_microseconds(moment_of_proof)
    # What was entered is the account's from here on.
    await transaction.execute(
        "UPDATE registration SET email = NULL, email_key = NULL, user_name = NULL, user_name_key = NULL,"
        " password_hash = NULL WHERE id = $1",
        registration_id,
    )
    # Changes nothing but holds the account, should there be one by now.
    await transaction.execute("UPDATE account SET name = name WHERE identity_hash = $1", identity_hash)
    accounts = await transaction.fetch(
        "SELECT id, locked_at FROM account WHERE identity_hash = $1", identity_hash
    )
    if accounts:
        if accounts[0][1] is not None:
            return Problem.LOCKED
        return await begin_session(
            context, transaction, as_uuid(accounts[0][0]), now, identified_at=identified_at
        )
    person = Contact(new_id(), rows[0][4], email, name, Language(rows[0][7]), locked=False)
    await transaction.execute(
        "INSERT INTO account (id, identity_hash, name, email, email_key, user_name, user_name_key, password_hash,"
        " language, terms_version, terms_accepted_at, created_at)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)",
        person.account_id,
        *list(rows[0])[:9],
        moment,
    )
    await record_event(transaction, EventKind.REGISTERED, now, person.account_id)
    await grant_own_customers(transaction, person.account_id, identity_hash, now)
    has_something = bool(
        await transaction.fetch("SELECT 1 FROM mandate WHERE account_id = $1", person.account_id)
    )
    public_url = context.settings.public_url
    if company is not None:
        await ask_for_company(transaction, as_uuid(company), person, public_url, now)
        has_something = True
    if invitation is not None and await accept_invitation(transaction, invitation, person, public_url, now):
        has_something = True
    if not has_something:
        raise _NothingToActFor
    await tell(transaction, person, Welcome(name=name, url=public_url + "/"), now)
    return await begin_session(context, transaction, person.account_id, now, identified_at=identified_at)
