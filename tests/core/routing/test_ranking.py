"""The order of the waiting list."""

from datetime import timedelta

from builders import NOW
from hypothesis import given
from hypothesis import strategies as st

from baton.core.policy.queue import MAX_CREDIT, Routing
from baton.core.routing.ranking import PROMISE_MARGIN, credit_s, rank

SECONDS = st.integers(-100_000, 100_000)
ROUTING = Routing(credits={"high": 600, "urgent": 1800}, tiers={"gold": 300})


def test_credit_adds_up_what_the_policy_gives_for_priority_and_tier() -> None:
    assert credit_s(ROUTING, 2, "gold") == 900
    assert credit_s(ROUTING, 0, None) == credit_s(ROUTING, 1, "other") == 0


@given(priority=SECONDS, tier=SECONDS)
def test_credit_is_bounded_whatever_the_policy_says(priority: int, tier: int) -> None:
    assert 0 <= credit_s(Routing(credits={"high": priority}, tiers={"gold": tier}), 2, "gold") <= MAX_CREDIT


def test_an_urgent_one_ranks_as_though_it_had_come_earlier_and_then_ages_like_everybody() -> None:
    urgent = rank(NOW, 1800)
    assert rank(NOW - timedelta(seconds=1799), 0) > urgent
    assert rank(NOW - timedelta(seconds=1801), 0) < urgent


@given(credit=SECONDS, due=st.none() | SECONDS)
def test_a_rank_is_never_later_than_the_arrival_nor_more_than_the_bound_before_it(credit: int, due: int | None) -> None:
    ranked = rank(NOW, credit, due=None if due is None else NOW + timedelta(seconds=due))
    assert NOW - timedelta(seconds=MAX_CREDIT) <= ranked <= NOW


@given(credit=st.integers(0, MAX_CREDIT), due=SECONDS)
def test_a_promise_can_only_make_it_earlier(credit: int, due: int) -> None:
    promised = rank(NOW, credit, due=NOW + timedelta(seconds=due))
    assert promised <= rank(NOW, credit)
    assert promised <= max(NOW + timedelta(seconds=due) - PROMISE_MARGIN, NOW - timedelta(seconds=MAX_CREDIT))
