from typing import Annotated

import strawberry

from omavirta.api.access import Scope
from omavirta.api.context import Info
from omavirta.api.enums import describe_enum
from omavirta.api.mutations.asker import require_session
from omavirta.api.mutations.complaints import complaint
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import messages
from omavirta.identity.browser import ensure_browser
from omavirta.identity.strong.person import IdentificationPurpose
from omavirta.identity.strong.return_path import own_path
from omavirta.identity.strong.service import strong_authentication

describe_enum(
    IdentificationPurpose,
    "What one proves who one is for.",
    {
        IdentificationPurpose.REGISTER: "To register. Somebody with an account is signed in instead.",
        IdentificationPurpose.SIGN_IN: "To sign in. Somebody without an account goes on to register.",
        IdentificationPurpose.STEP_UP: "To prove once more that it is the one who is signed in.",
    },
)


@strawberry.input(description="Where and what for.")
class IdentificationStartInput:
    service: str = strawberry.field(description="The key of an identification service of the retailer.")
    purpose: IdentificationPurpose = strawberry.field(description="What for.")
    return_to: str | None = strawberry.field(
        default=None,
        description="The page of the portal to go on at, as a path with its search; the home page without it.",
    )


@strawberry.type(description="What came of starting an identification.")
class IdentificationStartPayload:
    authorization_url: str | None = strawberry.field(
        description="Where to send the browser, as a whole page and within minutes. It comes back by itself."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class IdentificationMutations:
    @strawberry.mutation(
        description="Begin a strong authentication (bank credentials, mobile certificate) in this browser."
    )
    async def identification_start(
        self,
        info: Info,
        input: Annotated[IdentificationStartInput, strawberry.argument(description="Where and what for.")],
    ) -> IdentificationStartPayload:
        context = info.context
        context.access.require(Scope.WRITE)
        account_id = None
        if input.purpose is IdentificationPurpose.STEP_UP:
            asker = require_session(info)
            if isinstance(asker, UserError):
                return _failed(asker)
            account_id = asker.account.id
        return_path = own_path(input.return_to)
        if return_path is None:
            return _failed(complaint(context, UserErrorCode.INVALID, messages.RETURN_TO_INVALID, "returnTo"))
        url = await strong_authentication(context.request).start(
            context.database,
            input.service,
            input.purpose,
            browser_hash=ensure_browser(
                context.request, context.response_headers, secure=context.settings.secure
            ),
            account_id=account_id,
            return_path=return_path,
            language=context.language,
            now=context.clock(),
        )
        if url is None:
            return _failed(
                complaint(context, UserErrorCode.NOT_FOUND, messages.NO_IDENTIFICATION_SERVICE, "service")
            )
        return IdentificationStartPayload(authorization_url=url, user_errors=[])


def _failed(error: UserError) -> IdentificationStartPayload:
    return IdentificationStartPayload(authorization_url=None, user_errors=[error])
