"""The one way into a session, whichever way of signing in led there."""

from datetime import datetime
from uuid import UUID

from omavirta.api.access import NOBODY
from omavirta.api.context import Context
from omavirta.identity.events import EventKind, record_event
from omavirta.identity.sessions import create_session, find_session, set_cookie
from omavirta.identity.step_up import renew
from omavirta.storage.database import Transaction


async def begin_session(
    context: Context,
    transaction: Transaction,
    account_id: UUID,
    now: datetime,
    *,
    identified_at: datetime | None = None,
) -> str:
    """Makes the session in the transaction of what allowed it, in place of the browser's earlier one. Gives its cookie."""
    await record_event(transaction, EventKind.SIGN_IN, now, account_id)
    return await create_session(
        transaction,
        account_id,
        now,
        user_agent=context.user_agent,
        identified_at=identified_at,
        replaces=context.session.id if context.session else None,
    )


async def prove_again(
    context: Context, transaction: Transaction, session_id: UUID, now: datetime
) -> str | None:
    """Notes in the transaction of the proof that one is who one was. Gives the session's new cookie; None where it is over."""
    cookie = await renew(transaction, session_id, now)
    if cookie is not None:
        await record_event(transaction, EventKind.STEP_UP, now, context.access.account_id)
    return cookie


async def enter(context: Context, cookie: str, now: datetime) -> bool:
    """Once that transaction is durable: hands the cookie to the browser, and goes on as the one who is signed in now.

    False where the session is over again already, because the account was locked or closed: then nobody is signed in.
    """
    session = await find_session(context.database, cookie, now)
    if session is None:
        context.act_as(NOBODY, None)
        return False
    set_cookie(context.response_headers, cookie, secure=context.settings.secure)
    context.act_as(session.access, session.row)
    return True
