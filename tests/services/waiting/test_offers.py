"""Offers with a time limit: to the right person, then to the next, and one claim at the end."""

import asyncio

import pytest
from stage import Stage, is_here

from baton.core.actors import SYSTEM
from baton.core.errors import Conflict, NotFound
from baton.core.followups.callbacks import USUAL
from baton.core.followups.modes import Mode
from baton.core.routing.offers import DeclineReason
from baton.core.transitions import State
from baton.services.access import find
from baton.services.conversations import resolution
from baton.services.followups.agreeing import Details
from baton.services.followups.followups import agree_on
from baton.services.followups.slots import bookable_now
from baton.services.handoffs import handoff, opening
from baton.services.policy.policies import put_in_force
from baton.services.team.colleagues import PersonChange, change_operator, set_availability
from baton.services.waiting import assigning, offers
from baton.services.waiting.assigning import assign
from baton.services.waiting.routing import routed

pytestmark = pytest.mark.anyio

PUSH = """
queues:
  support: {owner: Lead, default: true, assign: push, offer_s: 30}
  billing: {owner: Lead, assign: push, topics: [refund], skills: {refunds: 3}, relax: [{after_s: 120, drop: refunds}]}
rules:
  - {id: asks, when: asks_for_person, then: handoff}
"""


@pytest.fixture
async def pushing(stage: Stage) -> Stage:
    """The desk with push queues, and both operators here."""
    await put_in_force(stage.desk, stage.admin, PUSH)
    for one in (stage.dana, stage.sam):
        await is_here(stage, one)
    return stage


async def to(stage: Stage) -> list[str]:
    return [one.operator_name for one in await stage.desk.store.offers.standing(stage.tenant.id)]


async def asked(stage: Stage, operator) -> offers.Shown:
    (shown,) = await offers.mine(stage.desk, operator)
    return shown


async def test_what_waits_in_a_push_queue_is_offered_to_one_person_with_its_packet(pushing: Stage):
    conversation = await pushing.waiting()
    assert await assign(pushing.desk, pushing.tenant.id) == 1
    assert await assign(pushing.desk, pushing.tenant.id) == 0, "one offer at a time"
    (name,) = await to(pushing)
    operator = pushing.dana if name == "Dana" else pushing.sam
    shown = await asked(pushing, operator)
    assert shown.conversation.id == conversation.id
    assert shown.packet is not None
    assert shown.packet["reason"]["code"] == "customer_request"
    assert shown.kept.why["says"]
    assert (await pushing.now(conversation)).state is State.QUEUED, "an offer moves nothing"


async def test_accepting_is_the_claim_and_ends_the_offer(pushing: Stage):
    conversation = await pushing.waiting()
    await assign(pushing.desk, pushing.tenant.id)
    (name,) = await to(pushing)
    operator = pushing.dana if name == "Dana" else pushing.sam
    shown = await asked(pushing, operator)
    held = await offers.accept(pushing.desk, operator, shown.kept.offer.id)
    assert (held.state, held.owner_name) == (State.HUMAN, name)
    assert (await pushing.kinds(conversation)).count("handoff_claimed") == 1
    kept = await pushing.desk.store.offers.find(pushing.tenant.id, shown.kept.offer.id)
    assert kept is not None
    assert kept.offer.state == "accepted"
    with pytest.raises(Conflict, match="already been accepted"):
        await offers.accept(pushing.desk, operator, shown.kept.offer.id)


async def test_a_declined_offer_goes_to_the_next_person_and_says_why_not(pushing: Stage):
    conversation = await pushing.waiting()
    await assign(pushing.desk, pushing.tenant.id)
    (first,) = await to(pushing)
    operator = pushing.dana if first == "Dana" else pushing.sam
    shown = await asked(pushing, operator)
    await offers.decline(pushing.desk, operator, shown.kept.offer.id, reason=DeclineReason.BUSY, note="On the phone")
    await assign(pushing.desk, pushing.tenant.id)
    (second,) = await to(pushing)
    assert second != first
    assert (await pushing.kinds(conversation))[-2:] == ["offer_declined", "offer_made"]
    with pytest.raises(Conflict, match="declined"):
        await offers.accept(pushing.desk, operator, shown.kept.offer.id)


async def test_an_offer_that_nobody_answers_runs_out_once_on_any_number_of_nodes_and_goes_to_the_next(pushing: Stage):
    conversation = await pushing.waiting()
    await assign(pushing.desk, pushing.tenant.id)
    (first,) = await to(pushing)
    operator = pushing.dana if first == "Dana" else pushing.sam
    shown = await asked(pushing, operator)
    pushing.clock.advance(seconds=31)
    assert await offers.mine(pushing.desk, operator) == ()
    with pytest.raises(Conflict, match="run out"):
        await offers.accept(pushing.desk, operator, shown.kept.offer.id)
    await asyncio.gather(*(offers.end_offers(pushing.desk) for _ in range(8)))
    assert (await pushing.kinds(conversation)).count("offer_expired") == 1
    await assign(pushing.desk, pushing.tenant.id)
    assert await to(pushing) == ["Sam" if first == "Dana" else "Dana"]


async def test_a_claim_from_the_list_and_a_withdrawal_take_the_offer_back(pushing: Stage):
    taken, cancelled = await pushing.waiting(), await pushing.waiting()
    assert await assign(pushing.desk, pushing.tenant.id) == 2
    await handoff.claim(pushing.desk, pushing.dana, taken.id)
    await handoff.cancel_wait(pushing.desk, pushing.customer(cancelled), cancelled.id)
    assert await to(pushing) == []
    for one in (taken, cancelled):
        (kept,) = await pushing.desk.store.offers.of_conversation(pushing.tenant.id, one.id)
        assert kept.offer.state == "rescinded"


async def test_an_offer_is_answered_by_whom_it_was_made_to_and_nobody_else(pushing: Stage):
    await pushing.waiting()
    await assign(pushing.desk, pushing.tenant.id)
    (name,) = await to(pushing)
    mine, other = (pushing.dana, pushing.sam) if name == "Dana" else (pushing.sam, pushing.dana)
    shown = await asked(pushing, mine)
    with pytest.raises(NotFound):
        await offers.accept(pushing.desk, other, shown.kept.offer.id)
    with pytest.raises(NotFound):
        await offers.decline(pushing.desk, other, shown.kept.offer.id, reason=DeclineReason.OTHER)


async def test_nobody_who_is_away_or_full_is_offered_anything(pushing: Stage):
    await pushing.waiting()
    await set_availability(pushing.desk, pushing.dana, "away", reason="Lunch")
    await change_operator(pushing.desk, pushing.admin, pushing.sam.actor.id or "", PersonChange(capacity=0))
    assert await assign(pushing.desk, pushing.tenant.id) == 0
    await set_availability(pushing.desk, pushing.dana, "available")
    assert await assign(pushing.desk, pushing.tenant.id) == 1
    assert await to(pushing) == ["Dana"]


@pytest.mark.parametrize(
    "asks",
    ["queue = 'billing'", """needs = '{"language": "fi"}'""", """needs = '{"region": "eu"}'""", "weight = 90"],
    ids=["queue", "language", "region", "weight"],
)
async def test_those_at_the_head_whom_nobody_can_serve_hide_nobody_behind_them(pushing: Stage, monkeypatch, asks: str):
    monkeypatch.setattr(assigning, "AT_ONCE", 2)
    for one in (pushing.dana, pushing.sam):
        limits = {"languages": ["en"], "region": "us", "capacity": 4}
        await change_operator(pushing.desk, pushing.admin, one.actor.id or "", PersonChange(**limits))
    head = [(await pushing.waiting()).id for _ in range(2)]
    async with pushing.desk.store.database.tenant(pushing.tenant.id) as connection:  # type: ignore[attr-defined]
        await connection.execute(f"UPDATE conversations SET {asks} WHERE id = ANY($1)", head)  # noqa: S608
    pushing.clock.advance(seconds=1)
    behind = await pushing.waiting()
    assert await assign(pushing.desk, pushing.tenant.id) == 1
    (kept,) = await pushing.desk.store.offers.standing(pushing.tenant.id)
    assert kept.offer.conversation == behind.id


async def test_what_is_kept_for_somebody_stays_kept_while_they_are_asked_for_another(pushing: Stage):
    known = await pushing.waiting(external_id="ann")
    await handoff.claim(pushing.desk, pushing.dana, known.id)
    await resolution.end(pushing.desk, pushing.dana, known.id)
    await set_availability(pushing.desk, pushing.sam, "away")
    await pushing.waiting()
    assert await assign(pushing.desk, pushing.tenant.id) == 1
    await set_availability(pushing.desk, pushing.sam, "available")
    await pushing.waiting(external_id="ann")
    assert await assign(pushing.desk, pushing.tenant.id) == 0, "Dana knows her, and is asked for another"
    pushing.clock.advance(seconds=61)
    assert await assign(pushing.desk, pushing.tenant.id) == 1
    assert sorted(await to(pushing)) == ["Dana", "Sam"]


async def test_a_pull_queue_waits_for_somebody_to_claim(stage: Stage):
    await is_here(stage, stage.dana)
    await stage.waiting()
    assert await assign(stage.desk, stage.tenant.id) == 0


async def test_why_a_conversation_waits_is_told_and_to_whom_it_was_offered(pushing: Stage):
    conversation = await pushing.waiting()
    before = await routed(pushing.desk, pushing.sam, conversation.id)
    assert before.causes[0].code == "next"
    await assign(pushing.desk, pushing.tenant.id)
    after = await routed(pushing.desk, pushing.sam, conversation.id)
    (name,) = await to(pushing)
    assert after.causes[0].code == "offered"
    assert name in after.causes[0].says
    assert [one.operator_name for one in after.offers] == [name]
    await handoff.claim(pushing.desk, pushing.sam, conversation.id)
    await handoff.let_go(pushing.desk, pushing.sam, conversation.id)


async def test_why_somebody_holds_it_is_told_by_how_they_came_to(pushing: Stage):
    desk, conversation = pushing.desk, await pushing.waiting()

    async def why() -> tuple[str, str]:
        (cause,) = (await routed(desk, pushing.admin, conversation.id)).causes
        return cause.code.value, cause.says

    await assign(desk, pushing.tenant.id)
    operator = pushing.dana if (await to(pushing)) == ["Dana"] else pushing.sam
    shown = await asked(pushing, operator)
    await offers.accept(desk, operator, shown.kept.offer.id)
    name, other = operator.actor.name, pushing.sam if operator is pushing.dana else pushing.dana
    assert await why() == ("accepted", f"It was offered to {name}, who accepted. {shown.kept.why['says']}")
    await handoff.pass_to_operator(desk, operator, conversation.id, operator_id=other.actor.id or "", reason="gone")
    assert await why() == ("passed_on", f"{name} passed it to {other.actor.name}.")
    await opening.barge_in(desk, operator, conversation.id, reason="mine after all")
    assert await why() == ("taken_over", f"{name} took it over from {other.actor.name}.")
    await handoff.let_go(desk, operator, conversation.id)
    await handoff.claim(desk, operator, conversation.id)
    assert await why() == ("claimed", f"{name} took it from the list.")
    await handoff.give_back(desk, operator, conversation.id, told={})
    assert (await routed(desk, pushing.admin, conversation.id)).causes == ()
    await opening.barge_in(desk, operator, conversation.id)
    assert (await why())[1] == f"{name} took it over from the bot."


async def test_a_call_that_was_agreed_on_is_asked_of_nobody_before_its_time(pushing: Stage):
    conversation = await pushing.waiting()
    before, customer = await find(pushing.desk, pushing.admin, conversation.id)
    calling = PUSH.replace("offer_s: 30", "offer_s: 30, modes: [queued, ticket, callback]")
    await put_in_force(pushing.desk, pushing.admin, calling)
    queue = (await pushing.desk.policies.of(pushing.tenant.id)).default_queue
    slots = await bookable_now(pushing.desk, pushing.tenant.id, queue, USUAL)
    details = Details(slot=slots[0].start, phone="+44 20 7946 0958")
    await agree_on(pushing.desk, before, customer, Mode.CALLBACK, details, actor=SYSTEM)
    (cause,) = (await routed(pushing.desk, pushing.admin, conversation.id)).causes
    assert cause.code == "agreed"


async def test_skills_are_asked_for_until_the_wait_has_grown(pushing: Stage):
    conversation = await pushing.waiting()
    await handoff.pass_to_queue(pushing.desk, pushing.dana, conversation.id, queue="billing", reason="a refund")
    assert await assign(pushing.desk, pushing.tenant.id) == 0
    told = await routed(pushing.desk, pushing.dana, conversation.id)
    assert [one.code for one in told.causes] == ["nobody_fits", "relaxes"]
    pushing.clock.advance(seconds=121)
    assert await assign(pushing.desk, pushing.tenant.id) == 1
