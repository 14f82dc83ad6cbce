"""Complaints of one form, whatever the mutation."""

from datetime import timedelta

from omavirta.api.context import Context
from omavirta.api.language import Language, in_language
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.contracts.retailer import load_retailer
from omavirta.identity import messages
from omavirta.identity.names import LONGEST_EMAIL, as_email
from omavirta.identity.new_password import PasswordProblem


def complaint(
    context: Context, code: UserErrorCode, texts: dict[Language, str], field: str | None = None
) -> UserError:
    """What to mend, in the asker's language. Who is told to call customer service is told the number too."""
    message = texts[context.language]
    if code is UserErrorCode.ACCOUNT_LOCKED:
        message = f"{message} {_customer_service(context)}".rstrip()
    return UserError(field=field, code=code, message=message)


def _customer_service(context: Context) -> str:
    """Its first number and when it answers; empty where the retailer gives none."""
    for phone in load_retailer(context.settings.retailer_file).phones:
        name, hours = (in_language(texts, context.language) for texts in (phone.name, phone.opening_hours))
        return f"{name}: {phone.number} ({hours})."
    return ""


def text_complaint(context: Context, field: str, text: str, longest: int) -> UserError | None:
    """REQUIRED or TOO_LONG for a field that takes from 1 to `longest` characters."""
    if not text:
        return complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, field)
    if len(text) > longest:
        return complaint(context, UserErrorCode.TOO_LONG, messages.TOO_LONG, field)
    return None


def password_complaint(context: Context, field: str, problem: PasswordProblem) -> UserError:
    """What is wrong with a new password."""
    code, texts = _PASSWORDS[problem]
    return complaint(context, code, texts, field)


_PASSWORDS = {
    PasswordProblem.TOO_SHORT: (UserErrorCode.PASSWORD_TOO_SHORT, messages.PASSWORD_TOO_SHORT),
    PasswordProblem.TOO_LONG: (UserErrorCode.TOO_LONG, messages.PASSWORD_TOO_LONG),
    PasswordProblem.COMMON: (UserErrorCode.PASSWORD_COMMON, messages.PASSWORD_COMMON),
}


def throttle_complaint(context: Context, wait: timedelta) -> UserError:
    """Too many tries, and how long to wait."""
    message = messages.try_later(wait, context.language)
    return UserError(field=None, code=UserErrorCode.TRY_LATER, message=message)


def checked_email(context: Context, field: str, text: str) -> str | UserError:
    """The address as it is kept, or what is wrong with it. No account is looked at."""
    email = as_email(text)
    if email is not None:
        return email
    return text_complaint(context, field, text.strip(), LONGEST_EMAIL) or complaint(
        context, UserErrorCode.INVALID, messages.EMAIL_INVALID, field
    )
