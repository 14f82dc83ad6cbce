from dataclasses import replace
from typing import Annotated
from uuid import UUID

import strawberry

from omavirta.api.context import Context, Info
from omavirta.api.language import Language
from omavirta.api.mutations.asker import Asker, require_recent, require_session
from omavirta.api.mutations.companies import CompanyNumbers, company_by_numbers
from omavirta.api.mutations.complaints import checked_email, complaint, throttle_complaint
from omavirta.api.nodes import decode_id
from omavirta.api.types.customer import Customer
from omavirta.api.types.mandate import Mandate, MandateInvitation, MandateRequest
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.customers.queries import customers_of
from omavirta.customers.roles import MandateRole
from omavirta.identity import company_messages as texts
from omavirta.identity import messages
from omavirta.identity.accounts import hold_account
from omavirta.identity.company_users import find_invitation, find_mandate
from omavirta.identity.contact import Contact
from omavirta.identity.mandate_invitations import (
    Invitation,
    InvitationRefusal,
    accept_invitation,
    invite,
    withdraw_invitation,
)
from omavirta.identity.mandate_requests import ask_for_company, decide_request, withdraw_request
from omavirta.identity.mandates import Refusal, remove_mandate, update_mandate
from omavirta.identity.secrets import keyed_hash
from omavirta.identity.throttle import SignInThrottle


@strawberry.input(description="The company that one asks to act for. Both numbers are on its invoices.")
class MandateRequestCreateInput:
    business_id: str = strawberry.field(description="The business id, such as `1234567-1`.")
    customer_number: str = strawberry.field(description="The retailer's customer number.")


@strawberry.type(description="What came of asking.")
class MandateRequestCreatePayload:
    customer: Customer | None = strawberry.field(
        description="The company, where one acts for it now: its contact persons and signatories do at once."
    )
    pending: bool | None = strawberry.field(
        description="Whether the request waits for the company's administrator or customer service."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which request to approve, and as what.")
class MandateRequestApproveInput:
    id: strawberry.ID = strawberry.field(description="The request.")
    role: MandateRole = strawberry.field(description="What the person is to be.")


@strawberry.type(description="What came of approving. The person is told by mail.")
class MandateRequestApprovePayload:
    mandate: Mandate | None = strawberry.field(description="What the person is now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which request to decline.")
class MandateRequestDeclineInput:
    id: strawberry.ID = strawberry.field(description="The request.")


@strawberry.type(description="What came of declining. The person is told by mail.")
class MandateRequestDeclinePayload:
    declined: bool | None = strawberry.field(description="True when it is declined; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which request of one's own to withdraw.")
class MandateRequestWithdrawInput:
    id: strawberry.ID = strawberry.field(description="The request.")


@strawberry.type(description="What came of withdrawing. Nobody is told: the request is no longer there.")
class MandateRequestWithdrawPayload:
    withdrawn: bool | None = strawberry.field(description="True when it is withdrawn; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Whom to invite to act for a company.")
class MandateInvitationCreateInput:
    customer: strawberry.ID = strawberry.field(description="The company.")
    email: str = strawberry.field(description="Where the link is mailed.")
    role: MandateRole = strawberry.field(description="What the invited person is to be.")


@strawberry.type(
    description="What came of inviting. The link is in the mail alone, valid for 14 days and one use; an earlier one to the"
    " address opens nothing any more."
)
class MandateInvitationCreatePayload:
    mandate_invitation: MandateInvitation | None = strawberry.field(
        description="The invitation; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which invitation to withdraw.")
class MandateInvitationDeleteInput:
    id: strawberry.ID = strawberry.field(description="The invitation.")


@strawberry.type(description="What came of withdrawing. The link opens nothing any more.")
class MandateInvitationDeletePayload:
    deleted: bool | None = strawberry.field(description="True when it is withdrawn; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The link of an invitation.")
class MandateInvitationAcceptInput:
    secret: str = strawberry.field(description="What stands after `#` in the link.")


@strawberry.type(description="What came of accepting.")
class MandateInvitationAcceptPayload:
    customer: Customer | None = strawberry.field(
        description="The company that one acts for now; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Whose role to change, and to what.")
class MandateUpdateInput:
    id: strawberry.ID = strawberry.field(description="The mandate.")
    role: MandateRole = strawberry.field(description="What the person is to be.")


@strawberry.type(description="What came of it. The person is told by mail.")
class MandateUpdatePayload:
    mandate: Mandate | None = strawberry.field(description="What the person is now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Whose mandate to end: another's, or one's own.")
class MandateDeleteInput:
    id: strawberry.ID = strawberry.field(description="The mandate.")


@strawberry.type(description="What came of it. The person is told by mail.")
class MandateDeletePayload:
    deleted: bool | None = strawberry.field(description="True when it has ended; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class MandateMutations:
    @strawberry.mutation(description="Ask to act for a company, by the numbers on its invoices.")
    async def mandate_request_create(
        self,
        info: Info,
        input: Annotated[MandateRequestCreateInput, strawberry.argument(description="The company.")],
    ) -> MandateRequestCreatePayload:
        context, asker = info.context, require_session(info)
        if isinstance(asker, UserError):
            return MandateRequestCreatePayload(customer=None, pending=None, user_errors=[asker])
        numbers = CompanyNumbers(input.business_id, input.customer_number)
        company = await company_by_numbers(context, numbers, str(asker.account.id))
        if isinstance(company, list):
            return MandateRequestCreatePayload(customer=None, pending=None, user_errors=company)
        now = context.clock()
        async with context.database.transaction() as transaction:
            if not await hold_account(transaction, asker.account.id):
                error = complaint(context, UserErrorCode.SIGN_IN_REQUIRED, messages.SIGN_IN_REQUIRED)
                return MandateRequestCreatePayload(customer=None, pending=None, user_errors=[error])
            granted = await ask_for_company(
                transaction, company.id, _contact(asker), context.settings.public_url, now
            )
        if not granted:
            return MandateRequestCreatePayload(customer=None, pending=True, user_errors=[])
        return MandateRequestCreatePayload(
            customer=await _begin_acting_for(context, company.id), pending=False, user_errors=[]
        )

    @strawberry.mutation(
        description="Let someone who asks act for the company. For its administrators, once. Needs a step-up."
    )
    async def mandate_request_approve(
        self,
        info: Info,
        input: Annotated[
            MandateRequestApproveInput, strawberry.argument(description="The request, and the role.")
        ],
    ) -> MandateRequestApprovePayload:
        context = info.context
        asker = require_recent(info, context.clock())
        if isinstance(asker, UserError):
            return MandateRequestApprovePayload(mandate=None, user_errors=[asker])
        result = await _decide(context, asker, input.id, input.role)
        if not isinstance(result, UUID):
            error = _explain(context, result or Refusal.NOT_FOUND, texts.REQUEST_NOT_FOUND)
            return MandateRequestApprovePayload(mandate=None, user_errors=[error])
        return MandateRequestApprovePayload(mandate=await _show_mandate(context, result), user_errors=[])

    @strawberry.mutation(
        description="Do not let someone who asks act for the company. For its administrators, once."
    )
    async def mandate_request_decline(
        self,
        info: Info,
        input: Annotated[MandateRequestDeclineInput, strawberry.argument(description="The request.")],
    ) -> MandateRequestDeclinePayload:
        context, asker = info.context, require_session(info)
        if isinstance(asker, UserError):
            return MandateRequestDeclinePayload(declined=None, user_errors=[asker])
        result = await _decide(context, asker, input.id, None)
        if isinstance(result, Refusal):
            error = _explain(context, result, texts.REQUEST_NOT_FOUND)
            return MandateRequestDeclinePayload(declined=None, user_errors=[error])
        return MandateRequestDeclinePayload(declined=True, user_errors=[])

    @strawberry.mutation(
        description="Take back one's own request before it is decided. It may be made again."
    )
    async def mandate_request_withdraw(
        self,
        info: Info,
        input: Annotated[MandateRequestWithdrawInput, strawberry.argument(description="The request.")],
    ) -> MandateRequestWithdrawPayload:
        context, asker = info.context, require_session(info)
        if isinstance(asker, UserError):
            return MandateRequestWithdrawPayload(withdrawn=None, user_errors=[asker])
        key = _key(input.id, MandateRequest)
        if key is None or not await withdraw_request(
            context.database, asker.account.id, key, context.clock()
        ):
            error = complaint(context, UserErrorCode.NOT_FOUND, texts.REQUEST_NOT_FOUND)
            return MandateRequestWithdrawPayload(withdrawn=None, user_errors=[error])
        return MandateRequestWithdrawPayload(withdrawn=True, user_errors=[])

    @strawberry.mutation(
        description="Invite someone to act for a company, by mail. For its administrators. Needs a step-up."
    )
    async def mandate_invitation_create(
        self,
        info: Info,
        input: Annotated[
            MandateInvitationCreateInput, strawberry.argument(description="Company, address and role.")
        ],
    ) -> MandateInvitationCreatePayload:
        context = info.context
        asker = require_recent(info, context.clock())
        if isinstance(asker, UserError):
            return MandateInvitationCreatePayload(mandate_invitation=None, user_errors=[asker])
        result = await _invite(context, asker, input)
        if isinstance(result, UserError):
            return MandateInvitationCreatePayload(mandate_invitation=None, user_errors=[result])
        row = await find_invitation(context.database, context.access, result, context.clock())
        return MandateInvitationCreatePayload(
            mandate_invitation=None if row is None else MandateInvitation.of(row), user_errors=[]
        )

    @strawberry.mutation(
        description="Withdraw an invitation before it is accepted. For the company's administrators."
    )
    async def mandate_invitation_delete(
        self,
        info: Info,
        input: Annotated[MandateInvitationDeleteInput, strawberry.argument(description="The invitation.")],
    ) -> MandateInvitationDeletePayload:
        context, asker = info.context, require_session(info)
        if isinstance(asker, UserError):
            return MandateInvitationDeletePayload(deleted=None, user_errors=[asker])
        key = _key(input.id, MandateInvitation)
        refusal = (
            Refusal.NOT_FOUND
            if key is None
            else await withdraw_invitation(context.database, asker.account.id, key, context.clock())
        )
        if refusal is not None:
            error = _explain(context, refusal, texts.INVITATION_NOT_FOUND)
            return MandateInvitationDeletePayload(deleted=None, user_errors=[error])
        return MandateInvitationDeletePayload(deleted=True, user_errors=[])

    @strawberry.mutation(
        description="Accept an invitation: whoever is signed in acts for the company from now on."
    )
    async def mandate_invitation_accept(
        self,
        info: Info,
        input: Annotated[MandateInvitationAcceptInput, strawberry.argument(description="The link.")],
    ) -> MandateInvitationAcceptPayload:
        context, asker = info.context, require_session(info)
        if isinstance(asker, UserError):
            return MandateInvitationAcceptPayload(customer=None, user_errors=[asker])
        company_id, now = None, context.clock()
        async with context.database.transaction() as transaction:
            if await hold_account(transaction, asker.account.id):
                company_id = await accept_invitation(
                    transaction, input.secret, _contact(asker), context.settings.public_url, now
                )
        if company_id is None:
            error = complaint(context, UserErrorCode.EXPIRED, texts.INVITATION_EXPIRED)
            return MandateInvitationAcceptPayload(customer=None, user_errors=[error])
        return MandateInvitationAcceptPayload(
            customer=await _begin_acting_for(context, company_id), user_errors=[]
        )

    @strawberry.mutation(
        description="Change what someone may do for a company. For its administrators. Needs a step-up."
    )
    async def mandate_update(
        self,
        info: Info,
        input: Annotated[MandateUpdateInput, strawberry.argument(description="The mandate, and the role.")],
    ) -> MandateUpdatePayload:
        context = info.context
        asker = require_recent(info, context.clock())
        if isinstance(asker, UserError):
            return MandateUpdatePayload(mandate=None, user_errors=[asker])
        key = _key(input.id, Mandate)
        refusal = (
            Refusal.NOT_FOUND
            if key is None
            else await update_mandate(context.database, asker.account.id, key, input.role, context.clock())
        )
        if refusal is not None or key is None:
            error = _explain(context, refusal or Refusal.NOT_FOUND, texts.MANDATE_NOT_FOUND)
            return MandateUpdatePayload(mandate=None, user_errors=[error])
        return MandateUpdatePayload(mandate=await _show_mandate(context, key), user_errors=[])

    @strawberry.mutation(
        description="End a mandate to act for a company: an administrator anybody's, everyone their own. Another's needs a"
        " step-up. A company keeps at least one administrator."
    )
    async def mandate_delete(
        self,
        info: Info,
        input: Annotated[MandateDeleteInput, strawberry.argument(description="The mandate.")],
    ) -> MandateDeletePayload:
        context, key = info.context, _key(input.id, Mandate)
        asker = require_session(info)
        if isinstance(asker, Asker) and not await _is_own(context, asker, key):
            asker = require_recent(info, context.clock())
        if isinstance(asker, UserError):
            return MandateDeletePayload(deleted=None, user_errors=[asker])
        result = (
            Refusal.NOT_FOUND
            if key is None
            else await remove_mandate(context.database, asker.account.id, key, context.clock())
        )
        if isinstance(result, Refusal):
            error = _explain(context, result, texts.MANDATE_NOT_FOUND)
            return MandateDeletePayload(deleted=None, user_errors=[error])
        if result.account_id == asker.account.id:
            _stop_acting_for(context, result.customer_id)
        return MandateDeletePayload(deleted=True, user_errors=[])


async def _decide(
    context: Context, asker: Asker, id_: strawberry.ID, role: MandateRole | None
) -> UUID | Refusal | None:
    key = _key(id_, MandateRequest)
    if key is None:
        return Refusal.NOT_FOUND
    return await decide_request(
        context.database,
        key,
        role,
        context.settings.public_url,
        context.clock(),
        asker=asker.account.id,
    )


async def _invite(context: Context, asker: Asker, input: MandateInvitationCreateInput) -> UUID | UserError:
    email, company_id = checked_email(context, "email", input.email), _key(input.customer, Customer)
    if isinstance(email, UserError):
        return email
    if company_id is None:
        return complaint(context, UserErrorCode.NOT_FOUND, texts.CUSTOMER_NOT_FOUND)
    # Else a company would be a way to fill anybody's mailbox.
    throttle = SignInThrottle(
        context.database, keyed_hash(context.settings.secret_key, "throttle", "invitations")
    )
    wait = await throttle.admit(str(asker.account.id), context.clock())
    if wait is not None:
        return throttle_complaint(context, wait)
    result = await invite(
        context.database,
        _contact(asker),
        Invitation(company_id, email, input.role),
        context.settings.public_url,
        context.clock(),
    )
    match result:
        case InvitationRefusal.IS_USER:
            return complaint(context, UserErrorCode.TAKEN, texts.IS_USER, "email")
        case InvitationRefusal.TOO_MANY:
            return complaint(context, UserErrorCode.LIMIT_REACHED, texts.TOO_MANY_INVITATIONS)
        case Refusal():
            return _explain(context, result, texts.CUSTOMER_NOT_FOUND)
    return result


def _explain(context: Context, refusal: Refusal, not_found: dict[Language, str]) -> UserError:
    match refusal:
        case Refusal.NOT_FOUND:
            return complaint(context, UserErrorCode.NOT_FOUND, not_found)
        case Refusal.NOT_ALLOWED:
            return complaint(context, UserErrorCode.NOT_ALLOWED, texts.ADMINISTRATORS_ONLY)
        case Refusal.LAST_ADMINISTRATOR:
            return complaint(context, UserErrorCode.NOT_ALLOWED, texts.LAST_ADMINISTRATOR)


async def _is_own(context: Context, asker: Asker, mandate_id: UUID | None) -> bool:
    if mandate_id is None:
        return False
    row = await find_mandate(context.database, context.access, mandate_id)
    return row is not None and row.account_id == asker.account.id


async def _show_mandate(context: Context, id_: UUID) -> Mandate | None:
    row = await find_mandate(context.database, context.access, id_)
    return None if row is None else Mandate.of(row, context.access.account_id)


async def _begin_acting_for(context: Context, company_id: UUID) -> Customer | None:
    """The company, which the rest of this request's answer may show as the next request will."""
    access = context.access
    if company_id not in access.customer_ids:
        access = replace(access, customer_ids=(*access.customer_ids, company_id))
        context.act_as(access, context.session)
    rows = await customers_of(context.database, access, [company_id])
    return Customer.of(rows[0]) if rows else None


def _stop_acting_for(context: Context, company_id: UUID) -> None:
    left = tuple(id_ for id_ in context.access.customer_ids if id_ != company_id)
    context.act_as(replace(context.access, customer_ids=left), context.session)


def _contact(asker: Asker) -> Contact:
    account = asker.account
    return Contact(
        account.id,
        account.user_name,
        account.email,
        account.name,
        Language(account.language),
        locked=False,
    )


def _key(id_: strawberry.ID, type_: type) -> UUID | None:
    """The key of an id of this type."""
    decoded = decode_id(id_)
    return decoded[1] if decoded is not None and decoded[0] == type_.__name__ else None
