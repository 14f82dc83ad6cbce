from datetime import date
from typing import Annotated
from uuid import UUID

import strawberry

from omavirta.api.context import Info
from omavirta.api.mutations.asker import require_recent, require_session
from omavirta.api.mutations.complaints import complaint, text_complaint
from omavirta.api.nodes import decode_id
from omavirta.api.types.access_token import AccessScope, AccessToken
from omavirta.api.types.user_error import UserError, UserErrorCode
from omavirta.contracts.supply import supply_periods
from omavirta.identity import key_messages
from omavirta.identity.tokens import (
    LONGEST_NAME,
    LONGEST_VALIDITY,
    MOST_POINTS,
    end_of,
    issue_token,
    revoke_token,
)


@strawberry.input(description="An access token to be made.")
class AccessTokenCreateInput:
    name: str = strawberry.field(description="What it is for, at most 100 characters.")
    scopes: list[AccessScope] = strawberry.field(description="What it can read, one thing at least.")
    metering_points: list[strawberry.ID] | None = strawberry.field(
        default=None,
        description="The metering points that it reaches, at most 100 of one's own; null for all, those of later contracts"
        " too. With some of them it reaches no invoice that is for several at once.",
    )
    expires_on: date = strawberry.field(description="The last day of its validity, at most a year ahead.")


@strawberry.type(description="What came of making an access token.")
class AccessTokenCreatePayload:
    access_token: AccessToken | None = strawberry.field(description="The token; null when it failed.")
    secret: str | None = strawberry.field(
        description="The token itself, `pat_…`, for `Authorization: Bearer`. It cannot be shown again."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.input(description="Which access token to delete.")
class AccessTokenDeleteInput:
    id: strawberry.ID = strawberry.field(description="The token.")


@strawberry.type(description="What came of deleting an access token.")
class AccessTokenDeletePayload:
    deleted: bool | None = strawberry.field(
        description="Whether it opens nothing any more; null when it failed."
    )
    user_errors: list[UserError] = strawberry.field(description="What to mend; empty when it worked.")


@strawberry.type
class AccessTokenMutations:
    @strawberry.mutation(
        description="Make an access token, within ten minutes of proving who one is; its owner is told by mail."
    )
    async def access_token_create(
        self,
        info: Info,
        input: Annotated[AccessTokenCreateInput, strawberry.argument(description="What the token is to be.")],
    ) -> AccessTokenCreatePayload:
        context, now = info.context, info.context.clock()
        asker = require_recent(info, now)
        if isinstance(asker, UserError):
            return _not_made(asker)
        errors = _complaints(info, input)
        if errors:
            return _not_made(*errors)
        points = await _points(info, input.metering_points)
        if isinstance(points, UserError):
            return _not_made(points)
        async with context.database.transaction() as transaction:
            made = await issue_token(
                transaction,
                asker.account.id,
                {scope.value for scope in input.scopes},
                now,
                end_of(input.expires_on),
                name=input.name.strip(),
                metering_point_ids=points,
            )
        if made is None:
            return _not_made(complaint(context, UserErrorCode.LIMIT_REACHED, key_messages.TOKEN_LIMIT))
        return AccessTokenCreatePayload(
            access_token=AccessToken.of(made.row), secret=made.text, user_errors=[]
        )

    @strawberry.mutation(
        description="Delete an access token: from now on it opens nothing. To stop one never waits for a proof of who one is."
    )
    async def access_token_delete(
        self,
        info: Info,
        input: Annotated[AccessTokenDeleteInput, strawberry.argument(description="Which one.")],
    ) -> AccessTokenDeletePayload:
        context, now = info.context, info.context.clock()
        asker = require_session(info)
        if isinstance(asker, UserError):
            return AccessTokenDeletePayload(deleted=None, user_errors=[asker])
        revoked, key = False, decode_id(input.id)
        if key is not None and key[0] == "AccessToken":
            async with context.database.transaction() as transaction:
                revoked = await revoke_token(transaction, key[1], now, asker.account.id)
        if not revoked:
            error = complaint(context, UserErrorCode.NOT_FOUND, key_messages.TOKEN_NOT_FOUND, "id")
            return AccessTokenDeletePayload(deleted=None, user_errors=[error])
        return AccessTokenDeletePayload(deleted=True, user_errors=[])


def _complaints(info: Info, input: AccessTokenCreateInput) -> list[UserError]:
    context = info.context
    found: list[UserError] = []
    if (error := text_complaint(context, "name", input.name.strip(), LONGEST_NAME)) is not None:
        found.append(error)
    if not input.scopes:
        found.append(complaint(context, UserErrorCode.REQUIRED, key_messages.TOKEN_SCOPES_REQUIRED, "scopes"))
    if not context.today <= input.expires_on <= context.today + LONGEST_VALIDITY:
        found.append(complaint(context, UserErrorCode.INVALID, key_messages.TOKEN_DATE, "expiresOn"))
    if input.metering_points is not None and not input.metering_points:
        found.append(
            complaint(context, UserErrorCode.REQUIRED, key_messages.TOKEN_POINTS_REQUIRED, "meteringPoints")
        )
    if input.metering_points is not None and len(input.metering_points) > MOST_POINTS:
        found.append(
            complaint(context, UserErrorCode.INVALID, key_messages.TOKEN_POINTS_TOO_MANY, "meteringPoints")
        )
    return found


async def _points(info: Info, ids: list[strawberry.ID] | None) -> list[UUID] | UserError | None:
    """The keys of these metering points, all of which are the asker's."""
    if ids is None:
        return None
    decoded = [decode_id(id_) for id_ in ids]
    keys = [found[1] for found in decoded if found is not None and found[0] == "MeteringPoint"]
    own = await supply_periods(info.context.database, info.context.access, keys)
    if len(keys) == len(ids) and all(key in own for key in keys):
        return keys
    return complaint(
        info.context, UserErrorCode.NOT_FOUND, key_messages.TOKEN_POINT_NOT_FOUND, "meteringPoints"
    )


def _not_made(*errors: UserError) -> AccessTokenCreatePayload:
    return AccessTokenCreatePayload(access_token=None, secret=None, user_errors=list(errors))
