"""Who asks, and what they may see. Made once a request, from the session or the token; every read of personal data is
narrowed by it.
"""

from collections.abc import Iterable
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
    phone: str | None
    notifications: str
    """Space-separated kinds (`identity.notifications`)."""
    has_password: bool
    identified: bool
    """Whether it is known by strong authentication who has it."""


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
    metering_point_ids: frozenset[UUID] | None = None
    """The only metering points that a token reaches, of those that are its account's; None for all of them. What is for
    several points at once, such as a collective invoice, is beyond a token that reaches only some."""

    @property
    def account_id(self) -> UUID | None:
        return None if self.account is None else self.account.id

    def reaches(self, metering_point_id: UUID | None) -> bool:
        """Whether something for this point is within reach; None stands for several points at once."""
        return self.metering_point_ids is None or metering_point_id in self.metering_point_ids

    def reachable(self, metering_point_ids: Iterable[UUID]) -> list[UUID]:
        """Those of these points that are within reach. Whether they are the asker's at all, contracts say."""
        return [id_ for id_ in metering_point_ids if self.reaches(id_)]

    def reach_condition(self, first: int = 0) -> tuple[str, list[UUID]]:
        """The same as SQL over a column `metering_point_id`, empty where all are within reach, and the values of its
        marks `{first}`, `{first + 1}` … (`storage.paging.fetch_pages`).
        """
        if self.metering_point_ids is None:
            return "", []
        if not self.metering_point_ids:
            return "1 = 0", []
        marks = ", ".join(f"{{{first + index}}}" for index in range(len(self.metering_point_ids)))
        return f"metering_point_id IN ({marks})", sorted(self.metering_point_ids)

    def require(self, scope: Scope) -> None:
        """Raises ClientError INSUFFICIENT_SCOPE where a token does not reach. The fields of a session always pass."""
        if self.account is not None and scope not in self.scopes:
            raise ClientError(
                ApiErrorCode.INSUFFICIENT_SCOPE, f"This token does not have the scope {scope.value}."
            )


NOBODY = Access(account=None, customer_ids=(), scopes=frozenset())
EVERY_SCOPE = frozenset(Scope)
