from functools import partial
from typing import Annotated

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Context, Info
from omavirta.api.mutations.codes import checked_code, refuse_code
from omavirta.api.mutations.complaints import checked_email, complaint, password_complaint
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.identity import messages, recovery_messages
from omavirta.identity.browser import ensure_browser, read_browser
from omavirta.identity.contact import Contact, contact_by_id
from omavirta.identity.entering import begin_session, enter
from omavirta.identity.mail_requests import MailRequestKind, ask_for_mail
from omavirta.identity.new_password import password_problem
from omavirta.identity.recovery import (
    Opening,
    ResetMethod,
    find_opening,
    use_opening,
    verify_reset_code,
)
from omavirta.identity.sign_in import name_in_throttle
from omavirta.identity.throttle import SignInThrottle


@strawberry.input(description="Who has forgotten the password.")
class PasswordResetRequestInput:
    email: str = strawberry.field(description="The account's e-mail address.")
    method: ResetMethod = strawberry.field(
        default=ResetMethod.CODE, description="What is to come by mail: a code or a link."
    )


@strawberry.type(description="What came of asking. It is the same whether the address has an account or not.")
class PasswordResetRequestPayload:
    requested: bool | None = strawberry.field(
        description="True once it is asked for: a mail comes if the address has an account, at most five an hour,"
        " three of them for one browser."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The code that came by mail.")
class PasswordResetVerifyInput:
    code: str = strawberry.field(description="Six digits; spaces do not matter.")


@strawberry.type(description="What came of the code.")
class PasswordResetVerifyPayload:
    verified: bool | None = strawberry.field(
        description="Whether it was right; within ten minutes this browser may then choose a new password."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The link to a new password, to see whether it still opens.")
class PasswordResetLinkCheckInput:
    link: str = strawberry.field(description="The secret from the fragment of the link that came by mail.")


@strawberry.type(description="What the link is worth.")
class PasswordResetLinkCheckPayload:
    opens: bool | None = strawberry.field(
        description="True when `passwordResetComplete` would take it; null else."
    )
    user_errors: list[UserError] = strawberry.field(
        description="Why it does not open; the same for one that is over, was used and never was."
    )


@strawberry.input(description="A new password, after the right code in this browser or with a link.")
class PasswordResetCompleteInput:
    password: str = strawberry.field(description="The new password: 8 to 256 characters.")
    link: str | None = strawberry.field(
        default=None,
        description="The secret from the fragment of the link that came by mail; null after a code.",
    )


@strawberry.type(description="What came of choosing a new password.")
class PasswordResetCompletePayload:
    viewer: Viewer | None = strawberry.field(description="The one who is signed in now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Who has forgotten the user name.")
class UserNameReminderRequestInput:
    email: str = strawberry.field(description="The account's e-mail address.")


@strawberry.type(description="What came of asking. It is the same whether the address has an account or not.")
class UserNameReminderRequestPayload:
    requested: bool | None = strawberry.field(
        description="True once it is asked for: a mail comes if the address has an account, at most five an hour,"
        " three of them for one browser."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class RecoveryMutations:
    @strawberry.mutation(
        description="Ask for a code or a link to a new password. A code opens only in the browser that asked."
    )
    async def password_reset_request(
        self,
        info: Info,
        input: Annotated[
            PasswordResetRequestInput, strawberry.argument(description="The address, and code or link.")
        ],
    ) -> PasswordResetRequestPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        email = checked_email(context, "email", input.email)
        if isinstance(email, UserError):
            return PasswordResetRequestPayload(requested=None, user_errors=[email])
        browser = ensure_browser(context.request, context.response_headers, secure=context.settings.secure)
        kind = MailRequestKind.RESET_CODE if input.method is ResetMethod.CODE else MailRequestKind.RESET_LINK
        await ask_for_mail(context, kind, email, browser_hash=browser)
        return PasswordResetRequestPayload(requested=True, user_errors=[])

    @strawberry.mutation(
        description="Confirm the code that came by mail. There are five tries; then ask for a new one."
    )
    async def password_reset_verify(
        self,
        info: Info,
        input: Annotated[PasswordResetVerifyInput, strawberry.argument(description="The code.")],
    ) -> PasswordResetVerifyPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        typed = checked_code(context, input.code)
        if isinstance(typed, UserError):
            return _unverified(typed)
        contact = await verify_reset_code(
            context.database, context.settings.secret_key, typed, context.clock()
        )
        if not isinstance(contact, Contact):
            return _unverified(refuse_code(context, contact))
        if contact.locked:
            return _unverified(complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED))
        return PasswordResetVerifyPayload(verified=True, user_errors=[])

    @strawberry.mutation(
        description="See whether a link still opens, before a new password is chosen. It is not used by it."
    )
    async def password_reset_link_check(
        self,
        info: Info,
        input: Annotated[PasswordResetLinkCheckInput, strawberry.argument(description="The link.")],
    ) -> PasswordResetLinkCheckPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        opening = await find_opening(context.database, None, input.link, context.clock())
        contact = None if opening is None else await contact_by_id(context.database, opening.account_id)
        error = None
        if contact is None:
            error = complaint(context, UserErrorCode.EXPIRED, recovery_messages.LINK_OVER)
        elif contact.locked:
            error = complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED)
        return PasswordResetLinkCheckPayload(
            opens=None if error else True, user_errors=[] if error is None else [error]
        )

    @strawberry.mutation(
        description="Choose a new password and be signed in. Every other session of the account ends."
    )
    async def password_reset_complete(
        self,
        info: Info,
        input: Annotated[
            PasswordResetCompleteInput, strawberry.argument(description="The password, and the link if any.")
        ],
    ) -> PasswordResetCompletePayload:
        context = info.context
        context.access.require(Scope.WRITE)
        now = context.clock()
        browser = read_browser(context.request, secure=context.settings.secure)
        opening = await find_opening(context.database, browser, input.link, now)
        contact = None if opening is None else await contact_by_id(context.database, opening.account_id)
        if opening is None or contact is None:
            return _incomplete(_over(input, context))
        if contact.locked:
            return _incomplete(complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED))
        problem = password_problem(input.password, (contact.user_name, contact.email, contact.name))
        if problem is not None:
            return _incomplete(password_complaint(context, "password", problem))
        if not await _complete(context, opening, contact, input.password):
            return _incomplete(_over(input, context))
        return PasswordResetCompletePayload(viewer=Viewer(), user_errors=[])

    @strawberry.mutation(description="Ask for the user name by mail.")
    async def user_name_reminder_request(
        self,
        info: Info,
        input: Annotated[UserNameReminderRequestInput, strawberry.argument(description="The address.")],
    ) -> UserNameReminderRequestPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        email = checked_email(context, "email", input.email)
        if isinstance(email, UserError):
            return UserNameReminderRequestPayload(requested=None, user_errors=[email])
        await ask_for_mail(context, MailRequestKind.USER_NAME, email)
        return UserNameReminderRequestPayload(requested=True, user_errors=[])


async def _complete(context: Context, opening: Opening, contact: Contact, password: str) -> bool:
    password_hash = await context.passwords.hash(password)
    now = context.clock()
    async with context.database.transaction() as transaction:
        if not await use_opening(transaction, opening, contact, password_hash, now):
            return False
        cookie = await begin_session(context, transaction, contact.account_id, now)
    throttle = SignInThrottle(context.database, context.settings.secret_key)
    context.after_answer.append(partial(throttle.forget, name_in_throttle(contact.account_id)))
    return await enter(context, cookie, now)


def _over(input: PasswordResetCompleteInput, context: Context) -> UserError:
    texts = recovery_messages.CODE_OVER if input.link is None else recovery_messages.LINK_OVER
    return complaint(context, UserErrorCode.EXPIRED, texts)


def _unverified(error: UserError) -> PasswordResetVerifyPayload:
    return PasswordResetVerifyPayload(verified=None, user_errors=[error])


def _incomplete(error: UserError) -> PasswordResetCompletePayload:
    return PasswordResetCompletePayload(viewer=None, user_errors=[error])
