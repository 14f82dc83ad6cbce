"""Coming back from the bank, every check passed: who has arrived, and what becomes of it.

Somebody with an account is signed in. Somebody without one goes on with a registration, which waits for them by their
identity code whichever browser they come with. For a step-up it has to be the one who is signed in.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from omavirta.api.access import SessionRow
from omavirta.clock import to_epoch_microseconds
from omavirta.identity import app_pages
from omavirta.identity.accounts import hold_account
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.mandates import grant_own_customers
from omavirta.identity.sessions import create_session
from omavirta.identity.step_up import renew
from omavirta.identity.strong.failure import FailureReason, failure_path
from omavirta.identity.strong.person import IdentificationPurpose, IdentifiedPerson
from omavirta.storage.database import Database, Transaction, as_uuid
from omavirta.storage.ids import new_id

REGISTRATION_LIFETIME = timedelta(days=1)
"""How long what was entered waits for the person to be identified again."""
NO_BROWSER = b""
"""The browser of a registration whose person has to come back from the bank before it goes on: no hash is empty."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where the browser goes on, a path of ours; and the cookie of the session that has begun or is renewed, if one has."""

    path: str
    session_cookie: str | None = None


async def arrive(
    database: Database,
    person: IdentifiedPerson,
    browser_hash: bytes,
    session: SessionRow | None,
    now: datetime,
    user_agent: str,
) -> Arrival:
    """`session` is the live one of the browser that came back. All is done in one transaction."""
    async with database.transaction() as transaction:
        if person.purpose is IdentificationPurpose.STEP_UP:
            return await _step_up(transaction, person, session, now)
        # Changes nothing but holds the account, which could else be locked or closed before the session is there.
        await transaction.execute(
            "UPDATE account SET name = name WHERE identity_hash = $1", person.identity_hash
        )
        rows = await transaction.fetch(
            "SELECT id, locked_at FROM account WHERE identity_hash = $1", person.identity_hash
        )
        if not rows:
            await _continue_registration(transaction, person, browser_hash, now)
            await record_event(transaction, EventKind.IDENTIFIED, now)
            return Arrival(app_pages.REGISTRATION)
        account_id, locked_at = as_uuid(rows[0][0]), rows[0][1]
        if locked_at is not None:
            await record_event(transaction, EventKind.SIGN_IN_FAILED, now, account_id)
            return Arrival(failure_path(FailureReason.LOCKED))
        return await _sign_in(transaction, person, account_id, session, now, user_agent)


async def _sign_in(
    transaction: Transaction,
    person: IdentifiedPerson,
    account_id: UUID,
    session: SessionRow | None,
    now: datetime,
    user_agent: str,
) -> Arrival:
    await record_event(transaction, EventKind.IDENTIFIED, now, account_id)
    await grant_own_customers(transaction, account_id, person.identity_hash, now)
    await record_event(transaction, EventKind.SIGN_IN, now, account_id)
    cookie = await create_session(
        transaction,
        account_id,
        now,
        user_agent=user_agent,
        identified_at=now,
        replaces=None if session is None else session.id,
    )
    registering = person.purpose is IdentificationPurpose.REGISTER
    return Arrival(app_pages.HAS_ACCOUNT if registering else person.return_path, cookie)


async def _step_up(
    transaction: Transaction, person: IdentifiedPerson, session: SessionRow | None, now: datetime
) -> Arrival:
    rows = await transaction.fetch(
        "SELECT a.id, a.identity_hash FROM session s JOIN account a ON a.id = s.account_id"
        " WHERE s.id = $1 AND a.id = $2 AND a.locked_at IS NULL",
        None if session is None else session.id,
        person.account_id,
    )
    if not rows or session is None:
        # Signed out meanwhile, or somebody else signed in: there is nothing left to step up.
        return Arrival(failure_path(FailureReason.EXPIRED))
    account_id = as_uuid(rows[0][0])
    if not await hold_account(transaction, account_id):
        return Arrival(failure_path(FailureReason.EXPIRED))
    if rows[0][1] != person.identity_hash:
        await record_event(transaction, EventKind.STEP_UP_FAILED, now, account_id)
        return Arrival(failure_path(FailureReason.OTHER_PERSON))
    cookie = await renew(transaction, session.id, now, identified=True)
    if cookie is None:
        return Arrival(failure_path(FailureReason.EXPIRED))
    await grant_own_customers(transaction, account_id, person.identity_hash, now)
    await record_event(transaction, EventKind.STEP_UP, now, account_id)
    return Arrival(person.return_path, cookie)


async def _continue_registration(
    transaction: Transaction, person: IdentifiedPerson, browser_hash: bytes, now: datetime
) -> None:
    """Begins the person's registration, or moves the unfinished one to this browser with what was entered.

    Not with the password: whoever sat at the other browser may have chosen it.
    """
    moment = to_epoch_microseconds(now)
    await transaction.execute(
        "DELETE FROM registration WHERE identity_hash = $1 AND (completed_at IS NOT NULL OR identified_at <= $2)",
        person.identity_hash,
        to_epoch_microseconds(now - REGISTRATION_LIFETIME),
    )
    # Whoever was registering in this browser before is somebody else, and must not be seen by this person.
    await transaction.execute(
        "UPDATE registration SET browser_hash = $3, password_hash = NULL WHERE browser_hash = $1 AND identity_hash <> $2",
        browser_hash,
        person.identity_hash,
        NO_BROWSER,
    )
    await transaction.execute(
        "INSERT INTO registration (id, browser_hash, identity_hash, name, language, identified_at)"
        " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (identity_hash) DO UPDATE SET"
        " browser_hash = excluded.browser_hash, name = excluded.name, identified_at = excluded.identified_at,"
        " password_hash = CASE WHEN registration.browser_hash = excluded.browser_hash"
        " THEN registration.password_hash END",
        new_id(),
        browser_hash,
        person.identity_hash,
        person.name,
        person.language.value,
        moment,
    )
