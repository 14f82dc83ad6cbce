"""Who asks, and what they may see. Made once a request, from the session or the token; every read of personal data is
narrowed by it.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from omavirta.api.codes import ApiErrorCode
from omavirta.graphql.errors import ClientError


class Scope(StrEnum):
    """What a token may be made for. A session has them all."""

    CONSUMPTION_READ = "consumption:read"
    ACCOUNT_READ = "account:read"
    CUSTOMER_READ = "customer:read"
    CONTRACTS_READ = "contracts:read"
    INVOICES_READ = "invoices:read"
    WRITE = "write"


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as its owner sees it. `language` is a language code."""

    id: UUID
    user_name: str | None
    email: str
    name: str
    language: str


@dataclass(frozen=True, slots=True)
class SessionRow:
    """The session of the browser that asks. Moments are microseconds since 1970."""

    id: UUID
    authenticated_at: int
    """When the person last proved to be the one."""
    identified_at: int | None
    """When that was last by strong authentication."""


@dataclass(frozen=True, slots=True)
class Access:
    """`account` is None for someone who is not signed in; then there are no customers and no scopes either."""

    account: AccountRow | None
    customer_ids: tuple[UUID, ...]
    scopes: frozenset[Scope]

    @property
    def account_id(self) -> UUID | None:
        return None if self.account is None else self.account.id

    def require(self, scope: Scope) -> None:
        """Raises ClientError INSUFFICIENT_SCOPE where a token does not reach. The fields of a session always pass."""
        if self.account is not None and scope not in self.scopes:
            raise ClientError(
                ApiErrorCode.INSUFFICIENT_SCOPE, f"This token does not have the scope {scope.value}."
            )


NOBODY = Access(account=None, customer_ids=(), scopes=frozenset())
EVERY_SCOPE = frozenset(Scope)
