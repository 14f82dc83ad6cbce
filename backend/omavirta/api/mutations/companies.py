"""Naming a company by the numbers on its invoices, as registration and those who are signed in do alike."""

from dataclasses import dataclass

from omavirta.api.context import Context
from omavirta.api.mutations.complaints import complaint, text_complaint, throttle_complaint
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.customers.companies import LONGEST_NUMBER, as_business_id, find_company
from omavirta.customers.queries import CustomerRow
from omavirta.identity import messages
from omavirta.identity.company_messages import BUSINESS_ID_INVALID, COMPANY_NOT_FOUND
from omavirta.identity.secrets import keyed_hash
from omavirta.identity.throttle import SignInThrottle


@dataclass(frozen=True, slots=True)
class CompanyNumbers:
    """As typed."""

    business_id: str
    customer_number: str


async def company_by_numbers(
    context: Context, numbers: CompanyNumbers, asker: str
) -> CustomerRow | list[UserError]:
    """The company that both numbers fit. `asker` names a person, who may try as often as one may fail to sign in.

    A right pair does not set the count back: whoever knows one company could else try any number of others.
    """
    errors = []
    business_id, customer_number = as_business_id(numbers.business_id), numbers.customer_number.strip()
    if not numbers.business_id.strip():
        errors.append(complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, "businessId"))
    elif business_id is None:
        errors.append(complaint(context, UserErrorCode.INVALID, BUSINESS_ID_INVALID, "businessId"))
    bad_number = text_complaint(context, "customerNumber", customer_number, LONGEST_NUMBER)
    if bad_number is not None:
        errors.append(bad_number)
    if errors or business_id is None:
        return errors
    throttle = SignInThrottle(
        context.database, keyed_hash(context.settings.secret_key, "throttle", "company numbers")
    )
    wait = await throttle.admit(asker, context.clock())
    if wait is not None:
        return [throttle_complaint(context, wait)]
    company = await find_company(context.database, business_id, customer_number)
    if company is None:
        return [complaint(context, UserErrorCode.NOT_FOUND, COMPANY_NOT_FOUND)]
    return company
