from typing import Annotated

import strawberry

from omavirta.api.context import Info
from omavirta.api.mutations.asker import require_recent
from omavirta.api.mutations.complaints import complaint
from omavirta.api.types.data_export import DataExport
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.identity import key_messages
from omavirta.identity.accounts import hold_account
from omavirta.identity.exports import request_export


@strawberry.input(description="Nothing needs to be said to ask for one's data.")
class DataExportRequestInput:
    client_mutation_id: str | None = strawberry.field(
        default=None, description="Anything; it is not looked at."
    )


@strawberry.type(description="What came of asking for one's data.")
class DataExportRequestPayload:
    data_export: DataExport | None = strawberry.field(
        description="The export, which is made from now on; one that was under way already goes on. Null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class DataExportMutations:
    @strawberry.mutation(
        description="Ask for an archive of all of one's data, within ten minutes of proving who one is, at most five a day."
        " It is made in the background; a mail tells when it is there."
    )
    async def data_export_request(
        self,
        info: Info,
        input: Annotated[DataExportRequestInput, strawberry.argument(description="Nothing that is needed.")],  # noqa: ARG002
    ) -> DataExportRequestPayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return DataExportRequestPayload(data_export=None, user_errors=[asker])
        row = None
        async with context.database.transaction() as transaction:
            if await hold_account(transaction, asker.account.id):
                row = await request_export(transaction, asker.account.id, now)
        if row is None:
            error = complaint(context, UserErrorCode.LIMIT_REACHED, key_messages.EXPORT_LIMIT)
            return DataExportRequestPayload(data_export=None, user_errors=[error])
        return DataExportRequestPayload(data_export=DataExport.of(row), user_errors=[])
