import pytest

from omavirta.graphql.budget import PointBudget
from omavirta.graphql.errors import ClientError
from support.graphql_service import Clock


def test_points_are_spent_within_an_hour_and_come_back_after_it() -> None:
    clock = Clock()
    budget = PointBudget(100, clock)
    began = clock.now
    assert budget.spend("a", 60).remaining == 40
    clock.forward(minutes=20)

    with pytest.raises(ClientError, match="costs 41 points and 40 of 100 are left") as caught:
        budget.spend("a", 41)
    assert caught.value.http_status == 429
    assert caught.value.headers == {"Retry-After": "2400"}
    rate = budget.spend("a", 40)
    assert (rate.limit, rate.cost, rate.remaining, (rate.reset_at - began).total_seconds()) == (
        100,
        40,
        0,
        3600,
    )

    clock.forward(minutes=40)
    assert budget.spend("a", 100).remaining == 0


def test_principals_do_not_share_points() -> None:
    budget = PointBudget(10, Clock())
    budget.spend("a", 10)

    assert budget.spend("b", 10).remaining == 0


def test_memory_is_bounded_by_forgetting_the_hours_that_began_first() -> None:
    clock = Clock()
    budget = PointBudget(10, clock, max_principals=2)
    for principal in ("a", "b", "c"):
        budget.spend(principal, 10)
        clock.forward(seconds=1)

    assert budget.spend("a", 10).remaining == 0
    with pytest.raises(ClientError):
        budget.spend("c", 1)


def test_a_wait_is_never_told_as_zero_seconds() -> None:
    clock = Clock()
    budget = PointBudget(1, clock)
    budget.spend("a", 1)
    clock.forward(minutes=59, seconds=59.9)

    with pytest.raises(ClientError) as caught:
        budget.spend("a", 1)
    assert caught.value.headers == {"Retry-After": "1"}
