"""Who asks for a change that needs one to be signed in, or to have proved just now who one is."""

from dataclasses import dataclass
from datetime import datetime

from omavirta.api.access import AccountRow, Scope, SessionRow
from omavirta.api.context import Context, Info
from omavirta.api.mutations.complaints import complaint
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import messages
from omavirta.identity.step_up import is_recent


@dataclass(frozen=True, slots=True)
class Asker:
    account: AccountRow
    session: SessionRow


def require_session(info: Info) -> Asker | UserError:
    """Whoever is signed in by a browser. Raises ClientError INSUFFICIENT_SCOPE for a token: none reaches these."""
    context = info.context
    context.access.require(Scope.WRITE)
    if context.access.account is None or context.session is None:
        return complaint(context, UserErrorCode.SIGN_IN_REQUIRED, messages.SIGN_IN_REQUIRED)
    return Asker(context.access.account, context.session)


def require_recent(info: Info, now: datetime) -> Asker | UserError:
    """The same, where the person has proved within ten minutes to be the one (step-up)."""
    asker = require_session(info)
    if isinstance(asker, UserError) or is_recent(asker.session, now):
        return asker
    return step_up_required(info.context)


def step_up_required(context: Context) -> UserError:
    return complaint(context, UserErrorCode.STEP_UP_REQUIRED, messages.STEP_UP_REQUIRED)
