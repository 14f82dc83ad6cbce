"""From an HTTP request to who asks: by access token, else by the session's cookie, else nobody."""

from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request

from omavirta.api.access import NOBODY, Access
from omavirta.api.codes import ApiErrorCode
from omavirta.graphql.errors import ClientError
from omavirta.identity.networks import network_of
from omavirta.identity.sessions import LiveSession, find_session, read_cookie
from omavirta.identity.tokens import LiveToken, find_token
from omavirta.storage.database import Database


@dataclass(frozen=True, slots=True)
class Identity:
    """`principal_key` names whose query points are spent: an account's, a token's, or a network's for whoever is not signed in."""

    access: Access
    principal_key: str
    session: LiveSession | None = None
    token: LiveToken | None = None

    @property
    def revision(self) -> int | None:
        """Of the data, as it was when it was found out who asks; None for whoever is not signed in."""
        return found.revision if (found := self.session or self.token) else None


async def authenticate(request: Request, database: Database, now: datetime, *, secure: bool) -> Identity:
    """Raises ClientError UNAUTHENTICATED (401) for a token that does not open anything. A bad cookie is nobody's."""
    authorization = request.headers.get("authorization")
    if authorization is not None:
        return await _by_token(database, authorization, now)
    cookie = read_cookie(request, secure=secure)
    session = None if cookie is None else await find_session(database, cookie, now)
    if session is None:
        return Identity(NOBODY, f"network:{network_of(request)}")
    return Identity(session.access, f"account:{session.access.account_id}", session)


async def _by_token(database: Database, authorization: str, now: datetime) -> Identity:
    scheme, _, token = authorization.partition(" ")
    found = await find_token(database, token.strip(), now) if scheme.lower() == "bearer" else None
    if found is None:
        raise ClientError(
            ApiErrorCode.UNAUTHENTICATED,
            "The access token is malformed, unknown, expired or revoked.",
            http_status=401,
            headers={"WWW-Authenticate": "Bearer"},
        )
    return Identity(found.access, f"token:{found.id}", token=found)
