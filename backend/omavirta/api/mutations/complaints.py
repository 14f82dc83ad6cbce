"""What mutations of every subject complain about in the same way."""

from omavirta.api.context import Context
from omavirta.api.language import Language
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import messages
from omavirta.identity.step_up import is_recent


def complaint(
    context: Context, code: UserErrorCode, texts: dict[Language, str], field: str | None = None
) -> UserError:
    """What to mend, in the asker's language."""
    return UserError(field=field, code=code, message=texts[context.language])


def not_recent(context: Context) -> UserError | None:
    """STEP_UP_REQUIRED where the asker has not proved within ten minutes who they are, or is not signed in at all."""
    if is_recent(context.session, context.clock()):
        return None
    return complaint(context, UserErrorCode.STEP_UP_REQUIRED, messages.STEP_UP_REQUIRED)


def text_complaint(context: Context, field: str, text: str, longest: int) -> UserError | None:
    """REQUIRED or TOO_LONG for a field that takes from 1 to `longest` characters."""
    if not text:
        return complaint(context, UserErrorCode.REQUIRED, messages.REQUIRED, field)
    if len(text) > longest:
        return complaint(context, UserErrorCode.TOO_LONG, messages.TOO_LONG, field)
    return None
