from datetime import datetime
from functools import partial
from typing import Annotated

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Context, Info
from omavirta.api.mutations.asker import require_recent, require_session
from omavirta.api.mutations.complaints import complaint, text_complaint
from omavirta.api.nodes import decode_id
from omavirta.api.types.passkey import Passkey
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.contracts.retailer import load_retailer
from omavirta.identity import key_messages, messages
from omavirta.identity.browser import ensure_browser, read_browser
from omavirta.identity.devices import describe_device
from omavirta.identity.entering import begin_session, enter, prove_again
from omavirta.identity.events import EventKind, note_event
from omavirta.identity.passkeys import (
    LONGEST_NAME,
    PasskeyProblem,
    RelyingParty,
    add_passkey,
    ask_to_create,
    ask_to_prove,
    check_assertion,
    remove_passkey,
    rename_passkey,
    use_passkey,
)

_CREATE_PROBLEMS = {
    PasskeyProblem.CHALLENGE_OVER: (UserErrorCode.EXPIRED, key_messages.PASSKEY_OVER),
    PasskeyProblem.TAKEN: (UserErrorCode.TAKEN, key_messages.PASSKEY_TAKEN),
    PasskeyProblem.LIMIT_REACHED: (UserErrorCode.LIMIT_REACHED, key_messages.PASSKEY_LIMIT),
}
_PROVE_PROBLEMS = {
    PasskeyProblem.CHALLENGE_OVER: (UserErrorCode.EXPIRED, key_messages.PASSKEY_OVER),
    PasskeyProblem.LOCKED: (UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED),
    PasskeyProblem.SESSION_OVER: (UserErrorCode.SIGN_IN_REQUIRED, messages.SIGN_IN_REQUIRED),
}


@strawberry.input(description="Nothing needs to be said to begin adding a passkey.")
class PasskeyCreateRequestInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What the browser needs to make a passkey.")
class PasskeyCreateRequestPayload:
    options_json: str | None = strawberry.field(
        description="JSON for `PublicKeyCredential.parseCreationOptionsFromJSON`, good for five minutes and one use."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The passkey that the browser has made.")
class PasskeyCreateInput:
    response_json: str = strawberry.field(
        description="What `navigator.credentials.create` gave, by its `toJSON`, as a string."
    )
    name: str | None = strawberry.field(
        default=None,
        description="What to call it, at most 100 characters; without one it is called after what keeps it, or the browser.",
    )


@strawberry.type(description="What came of adding a passkey.")
class PasskeyCreatePayload:
    passkey: Passkey | None = strawberry.field(description="The new passkey; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Another name for a passkey.")
class PasskeyUpdateInput:
    id: strawberry.ID = strawberry.field(description="The passkey.")
    name: str = strawberry.field(description="What to call it, at most 100 characters.")


@strawberry.type(description="What came of naming a passkey.")
class PasskeyUpdatePayload:
    passkey: Passkey | None = strawberry.field(description="The passkey; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which passkey to remove.")
class PasskeyDeleteInput:
    id: strawberry.ID = strawberry.field(description="The passkey.")


@strawberry.type(description="What came of removing a passkey.")
class PasskeyDeletePayload:
    deleted: bool | None = strawberry.field(description="Whether it is gone now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Nothing needs to be said to begin signing in with a passkey.")
class PasskeySessionRequestInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What the browser needs to ask for a passkey.")
class PasskeySessionRequestPayload:
    options_json: str | None = strawberry.field(
        description="JSON for `PublicKeyCredential.parseRequestOptionsFromJSON`, good for five minutes and one use."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="What the passkey has answered.")
class PasskeySessionCreateInput:
    response_json: str = strawberry.field(
        description="What `navigator.credentials.get` gave, by its `toJSON`, as a string."
    )


@strawberry.type(description="What came of signing in with a passkey.")
class PasskeySessionCreatePayload:
    viewer: Viewer | None = strawberry.field(description="The one who is signed in now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class PasskeyMutations:
    @strawberry.mutation(
        description="Begin adding a passkey, within ten minutes of proving who one is: what to ask the browser for."
    )
    async def passkey_create_request(
        self,
        info: Info,
        input: Annotated[  # noqa: ARG002
            PasskeyCreateRequestInput, strawberry.argument(description="Nothing that is needed.")
        ],
    ) -> PasskeyCreateRequestPayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return PasskeyCreateRequestPayload(options_json=None, user_errors=[asker])
        options = await ask_to_create(
            context.database, _party(context), asker.account, _browser(context), now
        )
        if options is None:
            error = complaint(context, UserErrorCode.LIMIT_REACHED, key_messages.PASSKEY_LIMIT)
            return PasskeyCreateRequestPayload(options_json=None, user_errors=[error])
        return PasskeyCreateRequestPayload(options_json=options, user_errors=[])

    @strawberry.mutation(description="Add the passkey that the browser has made; its owner is told by mail.")
    async def passkey_create(
        self,
        info: Info,
        input: Annotated[PasskeyCreateInput, strawberry.argument(description="The passkey and its name.")],
    ) -> PasskeyCreatePayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return PasskeyCreatePayload(passkey=None, user_errors=[asker])
        name = (input.name or "").strip()
        if name and (error := text_complaint(context, "name", name, LONGEST_NAME)) is not None:
            return PasskeyCreatePayload(passkey=None, user_errors=[error])
        made = await add_passkey(
            context.database,
            _party(context),
            asker.account.id,
            _browser(context),
            input.response_json,
            name,
            describe_device(context.user_agent) or key_messages.PASSKEY[context.language],
            now,
        )
        if isinstance(made, PasskeyProblem):
            code, texts = _CREATE_PROBLEMS.get(made, (UserErrorCode.INVALID, key_messages.PASSKEY_NOT_ADDED))
            return PasskeyCreatePayload(passkey=None, user_errors=[complaint(context, code, texts)])
        return PasskeyCreatePayload(passkey=Passkey.of(made), user_errors=[])

    @strawberry.mutation(description="Give a passkey another name.")
    async def passkey_update(
        self,
        info: Info,
        input: Annotated[PasskeyUpdateInput, strawberry.argument(description="Which one, and its name.")],
    ) -> PasskeyUpdatePayload:
        context = info.context
        asker = require_session(info)
        if isinstance(asker, UserError):
            return PasskeyUpdatePayload(passkey=None, user_errors=[asker])
        name = input.name.strip()
        if (error := text_complaint(context, "name", name, LONGEST_NAME)) is not None:
            return PasskeyUpdatePayload(passkey=None, user_errors=[error])
        row, key = None, decode_id(input.id)
        if key is not None and key[0] == "Passkey":
            async with context.database.transaction() as transaction:
                row = await rename_passkey(transaction, asker.account.id, key[1], name)
        if row is None:
            return PasskeyUpdatePayload(passkey=None, user_errors=[_not_found(context)])
        return PasskeyUpdatePayload(passkey=Passkey.of(row), user_errors=[])

    @strawberry.mutation(
        description="Remove a passkey, within ten minutes of proving who one is; its owner is told by mail."
    )
    async def passkey_delete(
        self,
        info: Info,
        input: Annotated[PasskeyDeleteInput, strawberry.argument(description="Which one.")],
    ) -> PasskeyDeletePayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return PasskeyDeletePayload(deleted=None, user_errors=[asker])
        removed, key = False, decode_id(input.id)
        if key is not None and key[0] == "Passkey":
            async with context.database.transaction() as transaction:
                removed = await remove_passkey(transaction, asker.account.id, key[1], now)
        if not removed:
            return PasskeyDeletePayload(deleted=None, user_errors=[_not_found(context)])
        return PasskeyDeletePayload(deleted=True, user_errors=[])

    @strawberry.mutation(
        description="Begin signing in with a passkey, or proving again who one is: what to ask the browser for."
    )
    async def passkey_session_request(
        self,
        info: Info,
        input: Annotated[  # noqa: ARG002
            PasskeySessionRequestInput, strawberry.argument(description="Nothing that is needed.")
        ],
    ) -> PasskeySessionRequestPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        options = await ask_to_prove(
            context.database, _party(context), _browser(context), context.access.account_id, context.clock()
        )
        return PasskeySessionRequestPayload(options_json=options, user_errors=[])

    @strawberry.mutation(
        description="Sign in with a passkey, or, where one is signed in, prove with one of one's own again who one is."
    )
    async def passkey_session_create(
        self,
        info: Info,
        input: Annotated[PasskeySessionCreateInput, strawberry.argument(description="The passkey's answer.")],
    ) -> PasskeySessionCreatePayload:
        context, now = info.context, info.context.clock()
        context.access.require(Scope.WRITE)
        problem = await _prove(context, input.response_json, now)
        if problem is None:
            return PasskeySessionCreatePayload(viewer=Viewer(), user_errors=[])
        kind = EventKind.SIGN_IN_FAILED if context.session is None else EventKind.STEP_UP_FAILED
        context.after_answer.append(
            partial(note_event, context.database, kind, now, context.access.account_id)
        )
        code, texts = _PROVE_PROBLEMS.get(
            problem, (UserErrorCode.INVALID_CREDENTIALS, key_messages.PASSKEY_REFUSED)
        )
        return PasskeySessionCreatePayload(viewer=None, user_errors=[complaint(context, code, texts)])


async def _prove(context: Context, response_json: str, now: datetime) -> PasskeyProblem | None:
    browser_hash = read_browser(context.request, secure=context.settings.secure)
    if browser_hash is None:
        return PasskeyProblem.CHALLENGE_OVER
    assertion = await check_assertion(
        context.database, _party(context), browser_hash, context.access.account_id, response_json, now
    )
    if isinstance(assertion, PasskeyProblem):
        return assertion
    async with context.database.transaction() as transaction:
        problem = await use_passkey(transaction, assertion, now)
        if problem is not None:
            return problem
        cookie: str | None
        if context.session is None:
            cookie = await begin_session(context, transaction, assertion.account_id, now)
        else:
            cookie = await prove_again(context, transaction, context.session.id, now)
    if cookie is None or not await enter(context, cookie, now):
        return PasskeyProblem.SESSION_OVER
    return None


def _party(context: Context) -> RelyingParty:
    return RelyingParty.of(context.settings, load_retailer(context.settings.retailer_file).name)


def _browser(context: Context) -> bytes:
    return ensure_browser(context.request, context.response_headers, secure=context.settings.secure)


def _not_found(context: Context) -> UserError:
    return complaint(context, UserErrorCode.NOT_FOUND, key_messages.PASSKEY_NOT_FOUND, "id")
