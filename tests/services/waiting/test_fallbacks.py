"""Whom nobody claims in time is not left in silence: another queue, then an end with an owner, each told of once."""

import asyncio
from typing import Any

import pytest
from stage import Stage

from baton.core.followups.modes import Mode
from baton.core.promises import PromiseKind, PromiseState
from baton.core.transitions import State
from baton.db.store import Store
from baton.services.handoffs import handoff
from baton.services.policy.policies import put_in_force
from baton.services.waiting.fallbacks import take_steps

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


POLICY = """
queues:
  support:
    owner: Dana
    default: true
    target_s: 3600
    modes: [queued, ticket, email]
    fallback: [{after_s: 600, to: "queue:second"}, {after_s: 1500, to: END}]
  second: {owner: Sam, name: Second line, modes: [queued, ticket]}
rules: [{id: asks, when: asks_for_person, then: handoff}]
"""


async def waiting(stage: Stage, end: str = "ticket") -> Any:
    await put_in_force(stage.desk, stage.admin, POLICY.replace("END", end))
    return await stage.waiting()


async def sweep(stage: Stage, nodes: int = 1) -> None:
    await asyncio.gather(*(take_steps(stage.desk) for _ in range(nodes)))


async def test_nobody_claims_and_the_next_queue_has_them_with_a_word(stage: Stage):
    conversation = await waiting(stage)
    await sweep(stage)
    assert (await stage.now(conversation)).queue == "support"
    stage.clock.advance(seconds=601)
    await sweep(stage, nodes=8)
    now = await stage.now(conversation)
    assert (now.queue, now.state) == ("second", State.QUEUED)
    assert (await stage.kinds(conversation)).count("handoff_requeued") == 1
    assert "Second line" in (await stage.transcript(conversation))[-1]


async def test_the_word_is_the_company_s_own_where_it_has_one(stage: Stage):
    own = POLICY.replace("END", "ticket") + "copy: {en: {moved_on: 'Off to {{ queue }} with you.'}}\n"
    await put_in_force(stage.desk, stage.admin, own)
    conversation = await stage.waiting()
    stage.clock.advance(seconds=601)
    await sweep(stage)
    assert (await stage.transcript(conversation))[-1].startswith("Off to")


async def test_the_chain_ends_in_a_ticket_with_an_owner_once_on_many_nodes(stage: Stage):
    conversation = await waiting(stage)
    for seconds in (601, 900):
        stage.clock.advance(seconds=seconds)
        await sweep(stage, nodes=8)
    now = await stage.now(conversation)
    assert now.handoff is not None
    assert now.handoff.mode is Mode.TICKET
    assert now.handoff.followup is not None
    assert now.handoff.followup.owner == "Sam"
    kinds = await stage.kinds(conversation)
    assert (kinds.count("fallback_taken"), kinds.count("mode_chosen")) == (1, 1)
    assert now.handoff.followup.reference in (await stage.transcript(conversation))[-1]
    stage.clock.advance(days=1)
    await sweep(stage, nodes=8)
    assert await stage.kinds(conversation) == kinds


async def test_a_mode_that_cannot_be_had_becomes_a_ticket(stage: Stage):
    conversation = await waiting(stage, end="email")
    for seconds in (601, 900):
        stage.clock.advance(seconds=seconds)
        await sweep(stage)
    now = await stage.now(conversation)
    assert now.handoff is not None
    assert now.handoff.mode is Mode.TICKET


async def test_whoever_was_claimed_in_time_is_left_alone_and_a_release_begins_the_chain_anew(stage: Stage):
    conversation = await waiting(stage)
    await sweep(stage)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    stage.clock.advance(seconds=3000)
    await sweep(stage)
    assert (await stage.now(conversation)).state is State.HUMAN
    await handoff.let_go(stage.desk, stage.dana, conversation.id)
    await sweep(stage)
    assert (await stage.now(conversation)).queue == "support"
    stage.clock.advance(seconds=601)
    await sweep(stage)
    assert (await stage.now(conversation)).queue == "second"


async def test_a_policy_that_is_changed_holds_for_those_who_wait_already(stage: Stage):
    conversation = await waiting(stage)
    await sweep(stage)
    stage.clock.advance(seconds=301)
    await put_in_force(stage.desk, stage.admin, POLICY.replace("END", "ticket").replace("600", "120"))
    await sweep(stage)
    assert (await stage.now(conversation)).queue == "second"


async def test_a_sweep_that_falls_between_look_and_write_leaves_nothing_half_done(stage: Stage, monkeypatch: Any):
    conversation = await waiting(stage)
    stage.clock.advance(seconds=601)
    kinds = await stage.kinds(conversation)

    async def falls(*_: Any, **__: Any) -> None:
        raise RuntimeError("planted")

    with monkeypatch.context() as patched:
        patched.setattr(type(stage.desk.store.conversations), "save", falls)
        await sweep(stage)
    assert await stage.kinds(conversation) == kinds
    await sweep(stage)
    assert (await stage.now(conversation)).queue == "second"


async def test_the_ticket_at_the_end_is_a_promise_that_is_kept_track_of(stage: Stage):
    conversation = await waiting(stage)
    await put_in_force(
        stage.desk, stage.admin, POLICY.replace("END", "ticket").replace("name: Second line,", "target_s: 3600,")
    )
    for seconds in (601, 900):
        stage.clock.advance(seconds=seconds)
        await sweep(stage)
    found = await stage.desk.store.promises.of_conversation(stage.tenant.id, conversation.id)
    ticket = next(one for one in found if one.kind is PromiseKind.TICKET_BY)
    assert ticket.state is PromiseState.OPEN
    assert ticket.due_at is not None


CALLS = """
queues:
  support:
    owner: Dana
    default: true
    modes: [queued, ticket, callback]
    fallback: [{after_s: 600, to: callback}]
rules: [{id: asks, when: asks_for_person, then: handoff}]
"""


async def ended(stage: Stage, policy: str = CALLS, **claims: Any) -> tuple[Any, str]:
    await put_in_force(stage.desk, stage.admin, policy)
    conversation = await stage.waiting(**claims)
    stage.clock.advance(seconds=601)
    await sweep(stage, nodes=8)
    now = await stage.now(conversation)
    assert now.handoff is not None
    return now.handoff.followup, (await stage.transcript(conversation))[-1]


async def test_a_chain_that_ends_in_a_call_books_the_next_time_where_the_number_is_known(stage: Stage):
    followup, told = await ended(stage, attributes={"phone": "+44 20 7946 0958"})
    assert (followup.mode, followup.phone) == (Mode.CALLBACK, "+442079460958")
    assert followup.slot.start > stage.clock()
    assert "+44 20 7946 0958" in told
    assert "If that time no longer suits you" in told


async def test_where_no_number_is_known_the_ticket_says_how_to_be_called(stage: Stage):
    followup, told = await ended(stage)
    assert followup.mode is Mode.TICKET
    assert told.endswith("If you would rather be called, leave your number here and choose a time.")


async def test_no_call_is_spoken_of_where_no_time_can_be_booked(stage: Stage):
    never = CALLS + "callbacks: {days: 1, lead_minutes: 1440}\n"
    followup, told = await ended(stage, never)
    assert followup.mode is Mode.TICKET
    assert "called" not in told
