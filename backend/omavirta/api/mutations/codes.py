"""What mutations that take a code say alike, whatever it is for."""

from functools import partial

from omavirta.api.context import Context
from omavirta.api.mutations.complaints import complaint, text_complaint, throttle_complaint
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import messages
from omavirta.identity.browser import read_browser
from omavirta.identity.codes import LONGEST_CODE, RefusedCode, TypedCode
from omavirta.identity.events import EventKind, note_event
from omavirta.identity.networks import network_of
from omavirta.identity.sign_in import TryLater


def checked_code(context: Context, text: str) -> TypedCode | UserError:
    """What was typed into the field `code`, or what is wrong with it. No code is looked at."""
    error = text_complaint(context, "code", text.strip(), LONGEST_CODE)
    if error is not None:
        return error
    browser_hash = read_browser(context.request, secure=context.settings.secure)
    if browser_hash is None:
        return refuse_code(context, RefusedCode())
    return TypedCode(text, browser_hash, network_of(context.request))


def refuse_code(context: Context, refused: RefusedCode | TryLater) -> UserError:
    """Says it in the asker's language, and notes it once the answer is out."""
    now = context.clock()
    if isinstance(refused, TryLater):
        context.after_answer.append(partial(note_event, context.database, EventKind.CODE_THROTTLED, now))
        return throttle_complaint(context, refused.wait)
    context.after_answer.append(
        partial(note_event, context.database, EventKind.CODE_REFUSED, now, refused.account_id)
    )
    return complaint(context, UserErrorCode.CODE_WRONG, messages.CODE_WRONG, "code")
