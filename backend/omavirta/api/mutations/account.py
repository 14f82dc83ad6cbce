from dataclasses import replace
from functools import partial
from typing import Annotated

import strawberry

from omavirta.api.context import Context, Info
from omavirta.api.language import Language
from omavirta.api.mutations.asker import Asker, require_recent, require_session, step_up_required
from omavirta.api.mutations.codes import checked_code, refuse_code
from omavirta.api.mutations.complaints import (
    checked_email,
    complaint,
    password_complaint,
    throttle_complaint,
)
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.identity import account_messages, messages
from omavirta.identity.account_changes import (
    Preference,
    change_email,
    change_preferences,
    change_user_name,
)
from omavirta.identity.accounts import find_account, hold_account
from omavirta.identity.browser import ensure_browser
from omavirta.identity.code_limits import CodePurpose, asking_throttle
from omavirta.identity.contact import contact_by_id
from omavirta.identity.events import EventKind, note_event
from omavirta.identity.mail_requests import MailRequestKind, ask_for_mail
from omavirta.identity.names import as_user_name
from omavirta.identity.new_password import password_problem
from omavirta.identity.notifications import NotificationKind, write_notifications
from omavirta.identity.password_change import replace_password
from omavirta.identity.phone import as_phone
from omavirta.identity.sign_in import TryLater, WrongCredentials
from omavirta.identity.step_up import check_password, is_recent, is_recently_identified
from omavirta.storage.database import UniqueViolation


@strawberry.input(description="A new password.")
class PasswordUpdateInput:
    new_password: str = strawberry.field(description="8 to 256 characters.")
    old_password: str | None = strawberry.field(
        default=None,
        description="The password as it is now. Not needed within ten minutes of strong authentication.",
    )


@strawberry.type(description="What came of changing the password.")
class PasswordUpdatePayload:
    viewer: Viewer | None = strawberry.field(description="The one who asks; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="A new e-mail address.")
class EmailChangeRequestInput:
    email: str = strawberry.field(description="The address that a code is sent to.")


@strawberry.type(description="What came of asking. It is the same whether the address is free or not.")
class EmailChangeRequestPayload:
    requested: bool | None = strawberry.field(
        description="True once it is asked for: a code comes to the address if it can be taken into use."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The code that came to the new address.")
class EmailChangeCompleteInput:
    code: str = strawberry.field(description="Six digits; spaces do not matter.")


@strawberry.type(description="What came of the code.")
class EmailChangeCompletePayload:
    viewer: Viewer | None = strawberry.field(
        description="The one who asks, with the new address; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="A new user name, or none.")
class UserNameUpdateInput:
    user_name: str | None = strawberry.field(
        default=strawberry.UNSET,
        description="3 to 64 letters, digits, dots, underscores and hyphens; null removes the user name.",
    )


@strawberry.type(description="What came of changing the user name.")
class UserNameUpdatePayload:
    viewer: Viewer | None = strawberry.field(description="The one who asks; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="What is to be different. What is left out stays as it is.")
class AccountUpdateInput:
    language: Language | None = strawberry.field(
        default=strawberry.UNSET, description="The language that messages are written in."
    )
    phone: str | None = strawberry.field(
        default=strawberry.UNSET, description="With the country's code; null or nothing removes it."
    )
    notifications: list[NotificationKind] | None = strawberry.field(
        default=strawberry.UNSET, description="All kinds of messages that are wanted."
    )


@strawberry.type(description="What came of changing one's details.")
class AccountUpdatePayload:
    viewer: Viewer | None = strawberry.field(description="The one who asks; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class AccountMutations:
    @strawberry.mutation(
        description="Change the password. Every other session ends, and so do codes and links that are out."
    )
    async def password_update(
        self,
        info: Info,
        input: Annotated[
            PasswordUpdateInput, strawberry.argument(description="The new password, and the old one.")
        ],
    ) -> PasswordUpdatePayload:
        asker = require_session(info)
        error = asker if isinstance(asker, UserError) else await _change_password(info.context, asker, input)
        return PasswordUpdatePayload(viewer=None if error else Viewer(), user_errors=[error] if error else [])

    @strawberry.mutation(
        description="Ask for a code at a new e-mail address, five times an hour at most. It opens only in the browser that asked."
        " Needs a step-up."
    )
    async def email_change_request(
        self,
        info: Info,
        input: Annotated[EmailChangeRequestInput, strawberry.argument(description="The address.")],
    ) -> EmailChangeRequestPayload:
        context = info.context
        now = context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return EmailChangeRequestPayload(requested=None, user_errors=[asker])
        email = checked_email(context, "email", input.email)
        if email == asker.account.email:
            email = complaint(context, UserErrorCode.INVALID, account_messages.EMAIL_IS_YOURS, "email")
        if isinstance(email, UserError):
            return EmailChangeRequestPayload(requested=None, user_errors=[email])
        throttle = asking_throttle(context.database, context.settings.secret_key, CodePurpose.EMAIL_CHANGE)
        wait = await throttle.admit(str(asker.account.id), now)
        if wait is not None:
            return EmailChangeRequestPayload(requested=None, user_errors=[throttle_complaint(context, wait)])
        browser = ensure_browser(context.request, context.response_headers, secure=context.settings.secure)
        await ask_for_mail(
            context, MailRequestKind.EMAIL_CHANGE, email, browser_hash=browser, account_id=asker.account.id
        )
        return EmailChangeRequestPayload(requested=True, user_errors=[])

    @strawberry.mutation(
        description="Take the new address into use with the code that came to it. The old address is told."
    )
    async def email_change_complete(
        self,
        info: Info,
        input: Annotated[EmailChangeCompleteInput, strawberry.argument(description="The code.")],
    ) -> EmailChangeCompletePayload:
        asker = require_session(info)
        error = asker if isinstance(asker, UserError) else await _change_email(info.context, asker, input)
        return EmailChangeCompletePayload(
            viewer=None if error else Viewer(), user_errors=[error] if error else []
        )

    @strawberry.mutation(description="Change or remove the user name. Needs a step-up.")
    async def user_name_update(
        self,
        info: Info,
        input: Annotated[UserNameUpdateInput, strawberry.argument(description="The user name.")],
    ) -> UserNameUpdatePayload:
        asker = require_recent(info, info.context.clock())
        error = asker if isinstance(asker, UserError) else await _change_user_name(info.context, asker, input)
        return UserNameUpdatePayload(viewer=None if error else Viewer(), user_errors=[error] if error else [])

    @strawberry.mutation(description="Change language, phone number and which messages are wanted.")
    async def account_update(
        self,
        info: Info,
        input: Annotated[AccountUpdateInput, strawberry.argument(description="What is to be different.")],
    ) -> AccountUpdatePayload:
        asker = require_session(info)
        error = (
            asker if isinstance(asker, UserError) else await _change_preferences(info.context, asker, input)
        )
        return AccountUpdatePayload(viewer=None if error else Viewer(), user_errors=[error] if error else [])


async def _change_password(context: Context, asker: Asker, input: PasswordUpdateInput) -> UserError | None:
    account, now = asker.account, context.clock()
    old_hash: str | None = None
    if account.has_password and not is_recently_identified(asker.session, now):
        if not input.old_password:
            return complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, "oldPassword")
        checked = await check_password(
            context.database,
            context.passwords,
            context.settings.secret_key,
            account.id,
            input.old_password,
            now,
        )
        if isinstance(checked, TryLater):
            return throttle_complaint(context, checked.wait)
        if isinstance(checked, WrongCredentials):
            context.after_answer.append(
                partial(note_event, context.database, EventKind.STEP_UP_FAILED, now, account.id)
            )
            return _wrong_password(context)
        old_hash = checked
    elif not account.has_password and not is_recent(asker.session, now):
        return step_up_required(context)
    problem = password_problem(input.new_password, (account.user_name, account.email, account.name))
    if problem is not None:
        return password_complaint(context, "newPassword", problem)
    new_hash = await context.passwords.hash(input.new_password)
    async with context.database.transaction() as transaction:
        contact = await contact_by_id(transaction, account.id)
        if contact is None or not await hold_account(transaction, account.id, old_hash):
            # Changed by another request meanwhile: what was typed as the old one is that no more.
            return _wrong_password(context)
        await replace_password(transaction, contact, new_hash, now, keep=asker.session.id)
    await _refresh(context, asker)
    return None


def _wrong_password(context: Context) -> UserError:
    return complaint(context, UserErrorCode.INVALID_CREDENTIALS, messages.WRONG_PASSWORD, "oldPassword")


async def _change_email(context: Context, asker: Asker, input: EmailChangeCompleteInput) -> UserError | None:
    typed = checked_code(context, input.code)
    if isinstance(typed, UserError):
        return typed
    try:
        refused = await change_email(
            context.database, context.settings.secret_key, asker.account.id, typed, context.clock()
        )
    except UniqueViolation:
        return complaint(context, UserErrorCode.TAKEN, account_messages.EMAIL_TAKEN)
    if refused is not None:
        return refuse_code(context, refused)
    await _refresh(context, asker)
    return None


async def _change_user_name(context: Context, asker: Asker, input: UserNameUpdateInput) -> UserError | None:
    if input.user_name is strawberry.UNSET:
        return complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, "userName")
    user_name = None if input.user_name is None else as_user_name(input.user_name)
    if user_name is None and input.user_name is not None:
        return complaint(context, UserErrorCode.INVALID, messages.USER_NAME_INVALID, "userName")
    try:
        changed = await change_user_name(context.database, asker.account.id, user_name, context.clock())
    except UniqueViolation:
        return complaint(context, UserErrorCode.TAKEN, messages.USER_NAME_TAKEN, "userName")
    if not changed:
        return complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED)
    await _refresh(context, asker)
    return None


async def _change_preferences(context: Context, asker: Asker, input: AccountUpdateInput) -> UserError | None:
    changes: dict[Preference, str | None] = {}
    if input.language:
        changes["language"] = input.language.value
    if input.notifications is not None and input.notifications is not strawberry.UNSET:
        changes["notifications"] = write_notifications(input.notifications)
    if input.phone is not strawberry.UNSET:
        changes["phone"] = as_phone(input.phone) if input.phone else None
        if input.phone and changes["phone"] is None:
            return complaint(context, UserErrorCode.INVALID, account_messages.PHONE_INVALID, "phone")
    await change_preferences(context.database, asker.account.id, changes, context.clock())
    await _refresh(context, asker)
    return None


async def _refresh(context: Context, asker: Asker) -> None:
    """What is shown of the account from here on is what it has become."""
    account = await find_account(context.database, asker.account.id)
    context.act_as(replace(context.access, account=account), context.session)
