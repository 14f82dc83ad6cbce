"""Complaints of one form, whatever the mutation."""

from omavirta.api.context import Context
from omavirta.api.language import Language
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import messages


def complaint(
    context: Context, code: UserErrorCode, texts: dict[Language, str], field: str | None = None
) -> UserError:
    """What to mend, in the asker's language."""
    return UserError(field=field, code=code, message=texts[context.language])


def text_complaint(context: Context, field: str, text: str, longest: int) -> UserError | None:
    """REQUIRED or TOO_LONG for a field that takes from 1 to `longest` characters."""
    if not text:
        return complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, field)
    if len(text) > longest:
        return complaint(context, UserErrorCode.TOO_LONG, messages.TOO_LONG, field)
    return None
