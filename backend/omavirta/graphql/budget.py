"""Points per hour and principal."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from omavirta.graphql.codes import ErrorCode
from omavirta.graphql.errors import ClientError

__all__ = ["PointBudget", "RateLimit"]

_WINDOW = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class RateLimit:
    """How many points an hour holds, what this request costs, what is left after it, and when the hour ends."""

    limit: int
    cost: int
    remaining: int
    reset_at: datetime


class PointBudget:
    """Counts points in this process; a principal's hour begins with its first request.

    `clock` gives aware datetimes. Beyond `max_principals` the hours that began first are forgotten.
    """

    def __init__(
        self, points_per_hour: int, clock: Callable[[], datetime], *, max_principals: int = 100_000
    ) -> None:
        self._points_per_hour = points_per_hour
        self._clock = clock
        self._max_principals = max_principals
        # In the order in which the hours began, so that those over stand first.
        self._hours: OrderedDict[str, tuple[datetime, int]] = OrderedDict()

    def spend(self, principal_key: str, cost: int) -> RateLimit:
        """Raises ClientError RATE_LIMITED, with 429 and `Retry-After`, and spends nothing when too few are left."""
        now = self._clock()
        self._forget_past_hours(now)
        began, spent = self._hours.get(principal_key, (now, 0))
        reset_at = began + _WINDOW
        if spent + cost > self._points_per_hour:
            seconds = max(1, -((now - reset_at) // timedelta(seconds=1)))
            raise ClientError(
                ErrorCode.RATE_LIMITED,
                f"This query costs {cost} points and {self._points_per_hour - spent} of {self._points_per_hour}"
                f" are left in this hour. Try again in {seconds} seconds.",
                http_status=429,
                headers={"Retry-After": str(seconds)},
            )
        spent += cost
        self._hours[principal_key] = (began, spent)
        if len(self._hours) > self._max_principals:
            self._hours.popitem(last=False)
        return RateLimit(self._points_per_hour, cost, self._points_per_hour - spent, reset_at)

    def _forget_past_hours(self, now: datetime) -> None:
        while self._hours:
            key, (began, _spent) = next(iter(self._hours.items()))
            if now - began < _WINDOW:
                break
            del self._hours[key]
