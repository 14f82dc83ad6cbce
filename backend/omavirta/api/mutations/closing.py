from typing import Annotated

import strawberry

from omavirta.api.access import NOBODY
from omavirta.api.context import Info
from omavirta.api.mutations.asker import require_recent
from omavirta.api.types.user_error import UserError
from omavirta.identity.closing import close_account
from omavirta.identity.sessions import clear_cookie


@strawberry.input(description="Nothing needs to be said to close one's account.")
class AccountDeleteInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of closing the account.")
class AccountDeletePayload:
    deleted: bool | None = strawberry.field(description="Whether it is closed now; null when it failed.")
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class ClosingMutations:
    @strawberry.mutation(
        description="Close one's account for good, within ten minutes of proving who one is. Sessions, passkeys, access"
        " tokens, exports and rights to act for companies end at once. Contracts, invoices and consumption stay with the"
        " retailer, as the law says."
    )
    async def account_delete(
        self,
        info: Info,
        input: Annotated[AccountDeleteInput, strawberry.argument(description="Nothing that is needed.")],  # noqa: ARG002
    ) -> AccountDeletePayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return AccountDeletePayload(deleted=None, user_errors=[asker])
        async with context.database.transaction() as transaction:
            # Where somebody else was faster it is closed just as well.
            await close_account(transaction, context.settings.secret_key, asker.account.id, now)
        clear_cookie(context.response_headers, secure=context.settings.secure)
        context.response_headers["Clear-Site-Data"] = '"cache", "cookies"'
        context.act_as(NOBODY, None)
        return AccountDeletePayload(deleted=True, user_errors=[])
