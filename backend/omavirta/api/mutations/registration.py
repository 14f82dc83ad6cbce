from dataclasses import dataclass
from typing import Annotated

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Context, Info
from omavirta.api.language import Language
from omavirta.api.mutations.codes import checked_code, refuse_code
from omavirta.api.mutations.companies import CompanyNumbers, company_by_numbers
from omavirta.api.mutations.complaints import (
    checked_email,
    complaint,
    password_complaint,
    throttle_complaint,
)
from omavirta.api.types.registration import Registration, current_registration
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.api.types.viewer import Viewer
from omavirta.contracts.retailer import load_retailer
from omavirta.identity import messages
from omavirta.identity import registration_messages as texts
from omavirta.identity.browser import read_browser
from omavirta.identity.codes import RefusedCode
from omavirta.identity.entering import enter
from omavirta.identity.mandate_invitations import may_be_accepted
from omavirta.identity.names import as_user_name, name_key
from omavirta.identity.new_password import password_problem
from omavirta.identity.registration import (
    Details,
    Problem,
    RegistrationRow,
    complete,
    customers_waiting,
    delete_registration,
    enter_details,
    find_registration,
    is_user_name_taken,
    request_code,
    set_company,
)
from omavirta.identity.secrets import keyed_hash
from omavirta.identity.sign_in import TryLater
from omavirta.identity.throttle import SignInThrottle


@strawberry.input(description="What one registers with, after strong authentication.")
class RegistrationStartInput:
    email: str = strawberry.field(description="The e-mail address; a code is mailed to it.")
    user_name: str | None = strawberry.field(
        default=None, description="A user name, which one may sign in with instead of the address."
    )
    password: str = strawberry.field(description="The password: 8 to 256 characters.")
    language: Language = strawberry.field(description="The language that messages are to be written in.")
    terms_version: str = strawberry.field(
        description="The version of the terms that are accepted: `retailer.termsVersion`."
    )
    invitation: str | None = strawberry.field(
        default=None,
        description="The secret of an invitation's link, where one led here. It lets someone register who is no customer.",
    )


@strawberry.type(
    description="What came of it. It is the same whether the address has an account or not: that is told by mail."
)
class RegistrationStartPayload:
    registration: Registration | None = strawberry.field(
        description="What waits for the code; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Nothing needs to be said to have another code sent.")
class RegistrationCodeRequestInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of asking for another code. The one before opens nothing any more.")
class RegistrationCodeRequestPayload:
    registration: Registration | None = strawberry.field(
        description="What waits for the code; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The company that one registers for. Both numbers are on its invoices.")
class RegistrationCompanyUpdateInput:
    business_id: str = strawberry.field(description="The business id, such as `1234567-1`.")
    customer_number: str = strawberry.field(description="The retailer's customer number.")


@strawberry.type(description="What came of naming a company.")
class RegistrationCompanyUpdatePayload:
    registration: Registration | None = strawberry.field(
        description="The registration with the company; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="The code that came by mail.")
class RegistrationCompleteInput:
    code: str = strawberry.field(description="Six digits; spaces do not matter.")
    invitation: str | None = strawberry.field(
        default=None,
        description="The secret of an invitation's link, where one led here: it is accepted along with it.",
    )


@strawberry.type(description="What came of registering.")
class RegistrationCompletePayload:
    viewer: Viewer | None = strawberry.field(description="The one who is signed in now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Nothing needs to be said to give up.")
class RegistrationDeleteInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of giving up. Nothing that was entered is kept.")
class RegistrationDeletePayload:
    deleted: bool | None = strawberry.field(description="Whether there was an unfinished registration.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class RegistrationMutations:
    @strawberry.mutation(
        description="Enter what one registers with, and have the code mailed. May be done again to change it,"
        " five times an hour."
    )
    async def registration_start(
        self,
        info: Info,
        input: Annotated[RegistrationStartInput, strawberry.argument(description="What is entered.")],
    ) -> RegistrationStartPayload:
        under_way = await _under_way(info.context)
        error = (
            under_way if isinstance(under_way, UserError) else await _start(info.context, under_way, input)
        )
        errors = [error] if isinstance(error, UserError) else error
        registration = None if errors else await current_registration(info.context)
        return RegistrationStartPayload(registration=registration, user_errors=errors)

    @strawberry.mutation(description="Have another code mailed: at most three an hour to one address.")
    async def registration_code_request(
        self,
        info: Info,
        input: Annotated[  # noqa: ARG002
            RegistrationCodeRequestInput, strawberry.argument(description="Nothing that is needed.")
        ],
    ) -> RegistrationCodeRequestPayload:
        context = info.context
        under_way = await _under_way(context)
        if isinstance(under_way, UserError):
            return RegistrationCodeRequestPayload(registration=None, user_errors=[under_way])
        problem = await request_code(
            context.database, context.settings, under_way.row, under_way.browser_hash, context.clock()
        )
        if problem is not None:
            return RegistrationCodeRequestPayload(
                registration=None, user_errors=[_explain(context, problem, "code")]
            )
        return RegistrationCodeRequestPayload(
            registration=await current_registration(context), user_errors=[]
        )

    @strawberry.mutation(
        description="Name the company that one is to act for, before `registrationStart`. Its contact persons and"
        " signatories act for it at once; for others its administrator or customer service decides."
    )
    async def registration_company_update(
        self,
        info: Info,
        input: Annotated[
            RegistrationCompanyUpdateInput, strawberry.argument(description="The company's numbers.")
        ],
    ) -> RegistrationCompanyUpdatePayload:
        context = info.context
        under_way = await _under_way(context)
        if isinstance(under_way, UserError):
            return RegistrationCompanyUpdatePayload(registration=None, user_errors=[under_way])
        numbers = CompanyNumbers(input.business_id, input.customer_number)
        company = await company_by_numbers(context, numbers, under_way.row.identity_hash)
        if isinstance(company, list):
            return RegistrationCompanyUpdatePayload(registration=None, user_errors=company)
        if not await set_company(
            context.database, under_way.row, under_way.browser_hash, company.id, context.clock()
        ):
            error = _explain(context, Problem.EXPIRED, None)
            return RegistrationCompanyUpdatePayload(registration=None, user_errors=[error])
        return RegistrationCompanyUpdatePayload(
            registration=await current_registration(context), user_errors=[]
        )

    @strawberry.mutation(
        description="Confirm the address by the code: the account is made, and one is signed in to it."
    )
    async def registration_complete(
        self,
        info: Info,
        input: Annotated[RegistrationCompleteInput, strawberry.argument(description="The code.")],
    ) -> RegistrationCompletePayload:
        context = info.context
        under_way = await _under_way(context)
        if isinstance(under_way, UserError):
            return RegistrationCompletePayload(viewer=None, user_errors=[under_way])
        typed = checked_code(context, input.code)
        if isinstance(typed, UserError):
            return RegistrationCompletePayload(viewer=None, user_errors=[typed])
        now = context.clock()
        cookie = await complete(context, under_way.row, typed, input.invitation, now)
        if isinstance(cookie, RefusedCode | TryLater):
            return RegistrationCompletePayload(viewer=None, user_errors=[refuse_code(context, cookie)])
        if isinstance(cookie, Problem):
            return RegistrationCompletePayload(viewer=None, user_errors=[_explain(context, cookie, "code")])
        if not await enter(context, cookie, now):
            error = _explain(context, Problem.LOCKED, None)
            return RegistrationCompletePayload(viewer=None, user_errors=[error])
        return RegistrationCompletePayload(viewer=Viewer(), user_errors=[])

    @strawberry.mutation(description="Give up an unfinished registration.")
    async def registration_delete(
        self,
        info: Info,
        input: Annotated[  # noqa: ARG002
            RegistrationDeleteInput, strawberry.argument(description="Nothing that is needed.")
        ],
    ) -> RegistrationDeletePayload:
        context = info.context
        context.access.require(Scope.WRITE)
        browser = read_browser(context.request, secure=context.settings.secure)
        deleted = browser is not None and await delete_registration(
            context.database, browser, context.clock()
        )
        return RegistrationDeletePayload(deleted=deleted, user_errors=[])


@dataclass(frozen=True, slots=True)
class _UnderWay:
    row: RegistrationRow
    browser_hash: bytes


async def _under_way(context: Context) -> _UnderWay | UserError:
    context.access.require(Scope.WRITE)
    browser = read_browser(context.request, secure=context.settings.secure)
    row = await find_registration(context.database, browser, context.clock())
    if row is None or browser is None:
        return _explain(context, Problem.EXPIRED, None)
    return _UnderWay(row, browser)


async def _start(context: Context, under_way: _UnderWay, input: RegistrationStartInput) -> list[UserError]:
    registration, now = under_way.row, context.clock()
    email = checked_email(context, "email", input.email)
    user_name = as_user_name(input.user_name) if input.user_name and input.user_name.strip() else None
    errors = _complaints(context, registration, input)
    if isinstance(email, UserError):
        return [email, *errors]
    if errors:
        return errors
    customers, company = await customers_waiting(context.database, registration)
    invited = input.invitation is not None and await may_be_accepted(context.database, input.invitation, now)
    if not customers and company is None and not invited:
        return [_explain(context, Problem.NO_CUSTOMER, None)]
    if user_name is not None:
        error = await _user_name_complaint(context, registration, user_name)
        if error is not None:
            return [error]
    details = Details(
        email=email,
        user_name=user_name,
        # Before the transaction, in which nothing but SQL is awaited.
        password_hash=await context.passwords.hash(input.password),
        language=input.language,
        terms_version=input.terms_version,
    )
    problem = await enter_details(
        context.database, context.settings, registration, under_way.browser_hash, details, now
    )
    return [] if problem is None else [_explain(context, problem, "email")]


def _complaints(
    context: Context, registration: RegistrationRow, input: RegistrationStartInput
) -> list[UserError]:
    """What can be said of the other fields than the address without looking at any account."""
    found: list[UserError] = []
    if input.user_name and input.user_name.strip() and as_user_name(input.user_name) is None:
        found.append(complaint(context, UserErrorCode.INVALID, messages.USER_NAME_INVALID, "userName"))
    words = (registration.name, input.email, input.user_name)
    problem = password_problem(input.password, words)
    if not input.password:
        found.append(complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, "password"))
    elif problem is not None:
        found.append(password_complaint(context, "password", problem))
    if input.terms_version != load_retailer(context.settings.retailer_file).terms_version:
        found.append(complaint(context, UserErrorCode.INVALID, texts.TERMS_CHANGED, "termsVersion"))
    return found


async def _user_name_complaint(
    context: Context, registration: RegistrationRow, user_name: str
) -> UserError | None:
    """User names are chosen, so whether one is taken has to be told.

    Only someone whom a bank has identified gets here, and each person may try ten names in fifteen minutes, then one after
    growing waits: too few to list anybody's.
    """
    if registration.user_name is not None and name_key(registration.user_name) == name_key(user_name):
        return None
    throttle = SignInThrottle(
        context.database, keyed_hash(context.settings.secret_key, "throttle", "registration user name")
    )
    wait = await throttle.admit(registration.identity_hash, context.clock())
    if wait is not None:
        return throttle_complaint(context, wait)
    if await is_user_name_taken(context.database, user_name):
        return complaint(context, UserErrorCode.TAKEN, messages.USER_NAME_TAKEN, "userName")
    return None


def _explain(context: Context, problem: Problem | TryLater, field: str | None) -> UserError:
    """`field` is the input's that the problem is with, where it is not about the whole."""
    match problem:
        case TryLater():
            return throttle_complaint(context, problem.wait)
        case Problem.TOO_MANY_MAILS:
            return complaint(context, UserErrorCode.TRY_LATER, texts.TOO_MANY_MAILS, field)
        case Problem.TOO_MANY_TRIES:
            return complaint(context, UserErrorCode.TRY_LATER, texts.TOO_MANY_TRIES, field)
        case Problem.NO_CUSTOMER:
            return complaint(context, UserErrorCode.NOT_FOUND, texts.NO_CUSTOMER)
        case Problem.EMAIL_TAKEN:
            return complaint(context, UserErrorCode.TAKEN, texts.EMAIL_TAKEN, "email")
        case Problem.USER_NAME_TAKEN:
            return complaint(context, UserErrorCode.TAKEN, messages.USER_NAME_TAKEN, "userName")
        case Problem.LOCKED:
            return complaint(context, UserErrorCode.ACCOUNT_LOCKED, messages.ACCOUNT_LOCKED)
        case Problem.EXPIRED:
            return complaint(context, UserErrorCode.EXPIRED, texts.EXPIRED)
