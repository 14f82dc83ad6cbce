from functools import partial
from typing import Annotated

import strawberry

from omavirta.api.access import NOBODY, Scope
from omavirta.api.context import Info
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.identity import messages
from omavirta.identity.entering import begin_session, enter
from omavirta.identity.events import EventKind, note_event, record_event
from omavirta.identity.passwords import LONGEST_PASSWORD
from omavirta.identity.sessions import clear_cookie, delete_session
from omavirta.identity.sign_in import SignedIn, TryLater, sign_in
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


@strawberry.input(description="Nothing needs to be said to sign out.")
class SessionDeleteInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of signing out.")
class SessionDeletePayload:
    deleted: bool | None = strawberry.field(description="Whether there was a session, which is over now.")
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
        errors = _complaints(info, input)
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
            message = messages.try_later(result.wait, context.language)
            return _failed(UserError(field=None, code=UserErrorCode.TRY_LATER, message=message))
        if not isinstance(result, SignedIn):
            context.after_answer.append(partial(note_event, context.database, EventKind.SIGN_IN_FAILED, now))
            message = messages.INVALID_CREDENTIALS[context.language]
            return _failed(UserError(field=None, code=UserErrorCode.INVALID_CREDENTIALS, message=message))
        async with context.database.transaction() as transaction:
            cookie = await begin_session(context, transaction, result.account_id, now)
        await enter(context, cookie, now)
        return SessionCreatePayload(viewer=Viewer(), user_errors=[])

    @strawberry.mutation(
        description="Sign out: the session is over on the server, and the browser forgets it."
    )
    async def session_delete(
        self,
        info: Info,
        input: Annotated[SessionDeleteInput, strawberry.argument(description="Nothing that is needed.")],  # noqa: ARG002
    ) -> SessionDeletePayload:
        context = info.context
        context.access.require(Scope.WRITE)
        session, account_id = context.session, context.access.account_id
        if session is not None and account_id is not None:
            async with context.database.transaction() as transaction:
                await delete_session(transaction, account_id, session.id)
                await record_event(transaction, EventKind.SIGN_OUT, context.clock(), account_id)
        clear_cookie(context.response_headers, secure=context.settings.secure)
        # Not "storage": the language and theme that the browser keeps there are no one's secrets.
        context.response_headers["Clear-Site-Data"] = '"cache", "cookies"'
        context.act_as(NOBODY, None)
        return SessionDeletePayload(deleted=session is not None, user_errors=[])


def _complaints(info: Info, input: SessionCreateInput) -> list[UserError]:
    """What can be said without looking at any account."""
    language = info.context.language
    found: list[UserError] = []
    for field, text, longest in (
        ("identifier", input.identifier.strip(), LONGEST_IDENTIFIER),
        ("password", input.password, LONGEST_PASSWORD),
    ):
        if not text:
            found.append(
                UserError(field=field, code=UserErrorCode.REQUIRED, message=messages.REQUIRED[language])
            )
        elif len(text) > longest:
            found.append(
                UserError(field=field, code=UserErrorCode.TOO_LONG, message=messages.TOO_LONG[language])
            )
    return found


def _failed(error: UserError) -> SessionCreatePayload:
    return SessionCreatePayload(viewer=None, user_errors=[error])
