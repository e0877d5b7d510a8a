"""What comes for a customer whom nobody claims, step by step, and that it always ends."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from baton.core.followups.modes import Mode
from baton.core.ids import QueueId
from baton.core.policy.model import Policy
from baton.core.policy.parse.whole import parse
from baton.core.policy.queue import Fallback
from baton.core.routing.chains import MOST_MOVES, Chain, EndIn, MoveOn, Step, WaitUntil, next_step

NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)

POLICY = """
queues:
  billing:
    owner: Dana
    default: true
    fallback: [{after_s: 600, to: "queue:support"}, {after_s: 1500, to: ticket}]
  support: {owner: Sam, fallback: [{after_s: 300, to: "queue:sales"}]}
  sales: {owner: Eve, fallback: [{after_s: 60, to: email}]}
"""


@pytest.fixture(scope="module")
def policy() -> Policy:
    return parsed(POLICY)


def parsed(text: str) -> Policy:
    return parse(text + "rules: [{id: asks, when: asks_for_person, then: handoff}]\n")


def at(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


BEGUN = Chain(QueueId("billing"), NOW)


def step(policy: Policy, chain: Chain, seconds: float, waits_in: str = "billing") -> Step:
    return next_step(policy, chain, waits_in=QueueId(waits_in), now=at(seconds))


def test_nothing_is_due_before_its_time(policy: Policy) -> None:
    assert step(policy, BEGUN, 599) == WaitUntil(at(600))


def test_the_chain_of_the_first_queue_goes_on_in_the_second(policy: Policy) -> None:
    moved = step(policy, BEGUN, 600)
    assert isinstance(moved, MoveOn)
    assert moved.queue.id == "support"
    assert step(policy, moved.chain, 700, "support") == WaitUntil(at(1500))
    assert step(policy, moved.chain, 1500, "support") == EndIn(Mode.TICKET, 1500)


def test_a_chain_that_ends_in_a_queue_is_taken_over_by_that_queues_own(policy: Policy) -> None:
    moved = step(policy, Chain(QueueId("support"), NOW), 300, "support")
    assert isinstance(moved, MoveOn)
    assert step(policy, moved.chain, 340, "sales") == WaitUntil(at(360))
    assert step(policy, moved.chain, 360, "sales") == EndIn(Mode.EMAIL, 60)


def test_a_queue_that_is_closed_is_passed_over() -> None:
    closed = parsed(
        POLICY.replace("support: {owner: Sam,", "support: {owner: Sam, hours: {timezone: UTC, mon: ['09:00-09:30']},")
    )
    assert step(closed, BEGUN, 700) == WaitUntil(at(1500))
    assert step(closed, Chain(QueueId("support"), NOW), 299, "support") == WaitUntil(at(300))


def test_a_chain_of_a_queue_that_the_policy_no_longer_has_is_the_default_queues(policy: Policy) -> None:
    assert step(policy, Chain(QueueId("gone"), NOW), 1500, "support") == EndIn(Mode.TICKET, 1500)


def test_a_chain_that_was_edited_into_a_ring_still_ends_in_a_ticket(policy: Policy) -> None:
    ring = {"billing": "queue:support", "support": "queue:billing"}
    queues = tuple(
        replace(queue, fallback=(Fallback(after_s=60, to=ring[queue.id]),)) if queue.id in ring else queue
        for queue in policy.queues
    )
    assert ending(replace(policy, queues=queues)) == Mode.TICKET


def ending(policy: Policy) -> Mode:
    """Where a customer ends whom nobody ever claims, looked after every minute. Fails where they never do."""
    chain, waits_in = BEGUN, QueueId("billing")
    moves = 0
    for minute in range(24 * 60):
        now = at(60 * minute)
        match next_step(policy, chain, waits_in=waits_in, now=now):
            case EndIn(mode, _):
                return mode
            case MoveOn(queue, after, _):
                chain, waits_in, moves = after, queue.id, moves + 1
                assert moves <= MOST_MOVES
            case WaitUntil(due):
                assert due > now
    raise AssertionError("the wait never ends")


STEPS = some.lists(
    some.builds(
        lambda after, to: Fallback(after_s=after, to=to),
        some.integers(0, 7200),
        some.sampled_from(["queue:billing", "queue:support", "queue:sales", "queue:gone", "ticket", "email"]),
    ),
    max_size=4,
).map(lambda steps: tuple(sorted(steps, key=lambda step: step.after_s)))


@given(some.tuples(STEPS, STEPS, STEPS))
def test_whatever_the_chains_are_a_wait_that_nobody_claims_ends_in_a_mode(chains: tuple[tuple[Fallback, ...], ...]):
    policy = parsed(POLICY)
    queues = tuple(replace(queue, fallback=chain) for queue, chain in zip(policy.queues, chains, strict=True))
    assert ending(replace(policy, queues=queues)) in (Mode.TICKET, Mode.EMAIL)
