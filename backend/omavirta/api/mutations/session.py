from datetime import datetime
from functools import partial
from typing import Annotated
from uuid import UUID

import strawberry

from omavirta.api.access import NOBODY, Scope
from omavirta.api.context import Context, Info
from omavirta.api.mutations.asker import Asker, require_session
from omavirta.api.mutations.complaints import complaint, text_complaint, throttle_complaint
from omavirta.api.nodes import decode_id
from omavirta.api.types.session import Session
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.identity import account_messages, messages
from omavirta.identity.accounts import hold_account
from omavirta.identity.entering import begin_session, enter, prove_again
from omavirta.identity.events import EventKind, note_event, record_event
from omavirta.identity.passwords import LONGEST_PASSWORD
from omavirta.identity.sessions import clear_cookie, delete_session, delete_sessions, live_sessions
from omavirta.identity.sign_in import Locked, SignedIn, TryLater, WrongCredentials, sign_in
from omavirta.identity.step_up import check_password
from omavirta.identity.throttle import SignInThrottle

LONGEST_IDENTIFIER = 254


@strawberry.input(description="What one signs in with.")
class SessionCreateInput:
    identifier: str = strawberry.field(description="User name or e-mail address.")
    password: str = strawberry.field(description="The password.")


@strawberry.type(description="What came of signing in.")
class SessionCreatePayload:
    viewer: Viewer | None = strawberry.field(description="The one who is signed in now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which session is to end.")
class SessionDeleteInput:
    id: strawberry.ID | None = strawberry.field(
        default=None, description="One of one's own sessions; without it the one that asks: signing out."
    )


@strawberry.type(description="What came of ending a session.")
class SessionDeletePayload:
    deleted: bool | None = strawberry.field(description="Whether there was a session, which is over now.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Nothing needs to be said.")
class OtherSessionsDeleteInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of ending all other sessions.")
class OtherSessionsDeletePayload:
    deleted: int | None = strawberry.field(description="How many there were; they are over now.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Proof that the one who is signed in still sits there.")
class SessionVerifyInput:
    password: str = strawberry.field(description="The account's password.")


@strawberry.type(description="What came of the proof.")
class SessionVerifyPayload:
    viewer: Viewer | None = strawberry.field(
        description="The one who asks, who for ten minutes may change what guards the account; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class SessionMutations:
    @strawberry.mutation(
        description="Sign in with user name or e-mail and password; the answer sets the session's cookie."
    )
    async def session_create(
        self,
        info: Info,
        input: Annotated[SessionCreateInput, strawberry.argument(description="Name and password.")],
    ) -> SessionCreatePayload:
        context = info.context
        context.access.require(Scope.WRITE)
        errors = _complaints(context, input)
        if errors:
            return SessionCreatePayload(viewer=None, user_errors=errors)
        now = context.clock()
        throttle = SignInThrottle(context.database, context.settings.secret_key)
        result = await sign_in(
            context.database, context.passwords, throttle, input.identifier, input.password, now
        )
        if isinstance(result, TryLater):
            context.after_answer.append(
                partial(note_event, context.database, EventKind.SIGN_IN_THROTTLED, now)
            )
            return _failed(throttle_complaint(context, result.wait))
        if not isinstance(result, SignedIn) or not await _enter(context, result, now):
            context.after_answer.append(
                partial(note_event, context.database, EventKind.SIGN_IN_FAILED, now, result.account_id)
            )
            if isinstance(result, Locked):
                return _failed(complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED))
            return _failed(
                complaint(context, UserErrorCode.INVALID_CREDENTIALS, messages.INVALID_CREDENTIALS)
            )
        return SessionCreatePayload(viewer=Viewer(), user_errors=[])

    @strawberry.mutation(
        description="End a session: without an id this one, which signs out and makes the browser forget."
    )
    async def session_delete(
        self,
        info: Info,
        input: Annotated[SessionDeleteInput, strawberry.argument(description="Which session.")],
    ) -> SessionDeletePayload:
        context = info.context
        context.access.require(Scope.WRITE)
        session = context.session
        if input.id is None:
            return SessionDeletePayload(deleted=await _sign_out(context), user_errors=[])
        asker = require_session(info)
        if isinstance(asker, UserError):
            return SessionDeletePayload(deleted=None, user_errors=[asker])
        decoded = decode_id(input.id)
        key = decoded[1] if decoded is not None and decoded[0] == Session.__name__ else None
        if session is not None and key == session.id:
            return SessionDeletePayload(deleted=await _sign_out(context), user_errors=[])
        if key is None or not await _end_session(context, asker, key):
            error = complaint(context, UserErrorCode.NOT_FOUND, account_messages.SESSION_NOT_FOUND, "id")
            return SessionDeletePayload(deleted=None, user_errors=[error])
        return SessionDeletePayload(deleted=True, user_errors=[])

    @strawberry.mutation(description="End all sessions of the account but the one that asks.")
    async def other_sessions_delete(
        self,
        info: Info,
        input: Annotated[  # noqa: ARG002 - a mutation takes one input
            OtherSessionsDeleteInput, strawberry.argument(description="Nothing that is needed.")
        ],
    ) -> OtherSessionsDeletePayload:
        context = info.context
        asker = require_session(info)
        if isinstance(asker, UserError):
            return OtherSessionsDeletePayload(deleted=None, user_errors=[asker])
        now = context.clock()
        others = len(await live_sessions(context.database, asker.account.id, now)) - 1
        async with context.database.transaction() as transaction:
            await delete_sessions(transaction, asker.account.id, but=asker.session.id)
            await record_event(transaction, EventKind.SESSION_ENDED, now, asker.account.id)
        return OtherSessionsDeletePayload(deleted=others, user_errors=[])

    @strawberry.mutation(
        description="Prove by password that it is still oneself, as changes of what guards the account need."
    )
    async def session_verify(
        self,
        info: Info,
        input: Annotated[SessionVerifyInput, strawberry.argument(description="The password.")],
    ) -> SessionVerifyPayload:
        context, now = info.context, info.context.clock()
        asker = require_session(info)
        if isinstance(asker, UserError):
            return SessionVerifyPayload(viewer=None, user_errors=[asker])
        error = text_complaint(context, "password", input.password, LONGEST_PASSWORD)
        if error is not None:
            return SessionVerifyPayload(viewer=None, user_errors=[error])
        checked = await check_password(
            context.database,
            context.passwords,
            context.settings.secret_key,
            asker.account.id,
            input.password,
            now,
        )
        if isinstance(checked, TryLater):
            return SessionVerifyPayload(viewer=None, user_errors=[throttle_complaint(context, checked.wait)])
        if isinstance(checked, WrongCredentials):
            context.after_answer.append(
                partial(note_event, context.database, EventKind.STEP_UP_FAILED, now, asker.account.id)
            )
            error = complaint(context, UserErrorCode.INVALID_CREDENTIALS, messages.WRONG_PASSWORD, "password")
            return SessionVerifyPayload(viewer=None, user_errors=[error])
        async with context.database.transaction() as transaction:
            cookie = await prove_again(context, transaction, asker.session.id, now)
        if cookie is None or not await enter(context, cookie, now):
            error = complaint(context, UserErrorCode.SIGN_IN_REQUIRED, messages.SIGN_IN_REQUIRED)
            return SessionVerifyPayload(viewer=None, user_errors=[error])
        return SessionVerifyPayload(viewer=Viewer(), user_errors=[])


async def _enter(context: Context, signed_in: SignedIn, now: datetime) -> bool:
    """False where the password was changed, or the account locked or closed, since it was verified."""
    async with context.database.transaction() as transaction:
        if not await hold_account(transaction, signed_in.account_id, signed_in.password_hash):
            return False
        cookie = await begin_session(context, transaction, signed_in.account_id, now)
    return await enter(context, cookie, now)


async def _sign_out(context: Context) -> bool:
    """Whether anyone was signed in."""
    session, account_id = context.session, context.access.account_id
    if session is not None and account_id is not None:
        async with context.database.transaction() as transaction:
            await delete_session(transaction, account_id, session.id)
            await record_event(transaction, EventKind.SIGN_OUT, context.clock(), account_id)
    clear_cookie(context.response_headers, secure=context.settings.secure)
    # Not "storage": the language and theme that the browser keeps there are no one's secrets.
    context.response_headers["Clear-Site-Data"] = '"cache", "cookies"'
    context.act_as(NOBODY, None)
    return session is not None


async def _end_session(context: Context, asker: Asker, key: UUID) -> bool:
    async with context.database.transaction() as transaction:
        ended = await delete_session(transaction, asker.account.id, key)
        if ended:
            await record_event(transaction, EventKind.SESSION_ENDED, context.clock(), asker.account.id)
    return ended


def _complaints(context: Context, input: SessionCreateInput) -> list[UserError]:
    """What can be said without looking at any account."""
    found = (
        text_complaint(context, "identifier", input.identifier.strip(), LONGEST_IDENTIFIER),
        text_complaint(context, "password", input.password, LONGEST_PASSWORD),
    )
    return [error for error in found if error is not None]


def _failed(error: UserError) -> SessionCreatePayload:
    return SessionCreatePayload(viewer=None, user_errors=[error])
