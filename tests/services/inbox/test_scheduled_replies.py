"""A reply for later is said once, as its author's, and only while nobody else may speak and the customer is quiet."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from stage import Stage, is_here, set_up

from baton.core.conversation import Conversation
from baton.core.errors import Conflict, Forbidden, Invalid, NotFound
from baton.core.inbox.sending_later import LATEST, ScheduledReply
from baton.core.transitions import State
from baton.services.conversations import replies, resolution
from baton.services.customers import customers
from baton.services.handoffs import handoff, opening
from baton.services.inbox import scheduled_replies as scheduled
from baton.services.inbox.speaking_due import speak_due
from baton.services.waiting import presence

pytestmark = pytest.mark.anyio

HOUR = timedelta(hours=1)
LATER = "The part has arrived. We send it today."


async def held(stage: Stage) -> Conversation:
    """A conversation that Dana holds and has answered, so that no promise is open."""
    conversation = await stage.waiting(name="Ann")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    _, conversation = await replies.reply(stage.desk, stage.dana, conversation.id, text="I am looking into it")
    return conversation


async def later(stage: Stage, held: Conversation, **more: Any) -> ScheduledReply:
    """Dana's reply for in an hour."""
    asked = {"text": LATER, "due": stage.clock() + HOUR, "version": held.version} | more
    return (await scheduled.write(stage.desk, stage.dana, held.id, **asked))[0]


async def at_its_time(stage: Stage) -> None:
    stage.clock.advance(hours=1, seconds=1)
    await speak_due(stage.desk)


async def of(stage: Stage, held: Conversation) -> list[tuple[str, str | None]]:
    found = await scheduled.listed(stage.desk, stage.sam, held.id, zone=None)
    return [(one.state.value, one.told["why"] if one.told else None) for one in found.replies]


async def test_it_is_said_once_at_its_time_as_its_authors_and_is_then_a_message_like_any(stage: Stage):
    conversation = await held(stage)
    reply = await later(stage, conversation)
    assert (await stage.now(conversation)).scheduled_for == reply.due_at
    await speak_due(stage.desk)
    assert LATER not in await stage.transcript(conversation)
    stage.clock.advance(hours=1, seconds=1)
    await asyncio.gather(*(speak_due(stage.desk) for _ in range(4)))
    assert (await stage.transcript(conversation)).count(LATER) == 1
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=200, team=True
    )
    said = logged[-1].event
    assert said.message is not None
    assert (said.kind.value, said.message.id, said.message.author) == ("reply_sent", reply.id, stage.dana.actor)
    assert said.message.at >= reply.due_at
    assert (said.data["scheduled_reply"], said.public_data()) == (reply.id, {})
    now = await stage.now(conversation)
    assert (now.scheduled_for, now.last_author, now.version) == (None, "operator", conversation.version)
    assert await of(stage, conversation) == []


MOVES: dict[str, Any] = {
    "taken_over": lambda s, id: opening.barge_in(s.desk, s.sam, id, reason="Mine"),
    "released": lambda s, id: handoff.let_go(s.desk, s.dana, id),
    "transferred": lambda s, id: handoff.pass_to_operator(
        s.desk, s.dana, id, operator_id=s.sam.actor.id or "", reason="x"
    ),
    "handed_back": lambda s, id: handoff.give_back(s.desk, s.dana, id, told={"decided": "yes"}),
    "resolved": lambda s, id: resolution.end(s.desk, s.dana, id, disposition="solved"),
}


@pytest.mark.parametrize("move", MOVES)
async def test_whatever_moves_the_baton_holds_it_back_and_says_who_it_was_with_the_text(stage: Stage, move: str):
    conversation = await held(stage)
    await later(stage, conversation)
    moved_at = stage.clock()
    await MOVES[move](stage, conversation.id)
    assert (await stage.now(conversation)).scheduled_for is None
    await speak_due(stage.desk)
    [kept] = (await scheduled.listed(stage.desk, stage.sam, conversation.id, zone=None)).replies
    assert (kept.state.value, kept.message.text) == ("held_back", LATER)
    assert kept.told is not None
    by = "Sam" if move == "taken_over" else "Dana"
    assert (kept.told["why"], kept.told["move"], kept.told["by"]["name"]) == ("moved", move, by)
    assert kept.told["moved_at"] >= moved_at.isoformat()[:19]
    await at_its_time(stage)
    assert LATER not in await stage.transcript(conversation)
    assert (await stage.kinds(conversation)).count("reply_held_back") == 1


async def test_away_and_back_again_is_not_the_same_as_never_away(stage: Stage):
    conversation = await held(stage)
    await later(stage, conversation)
    await handoff.let_go(stage.desk, stage.dana, conversation.id)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await at_its_time(stage)
    assert await of(stage, conversation) == [("held_back", "moved")]


async def test_a_customer_who_writes_first_is_answered_by_somebody_who_read_it(stage: Stage):
    first, second = await held(stage), await held(stage)
    await later(stage, first)
    await later(stage, second, even_if_written=True)
    for one in (first, second):
        await stage.says(one, "It works again, forget it")
    await speak_due(stage.desk)
    assert await of(stage, first) == [("held_back", "customer_wrote")]
    assert await of(stage, second) == [("waiting", None)]
    await at_its_time(stage)
    assert LATER not in await stage.transcript(first)
    assert LATER in await stage.transcript(second)


async def test_a_desk_that_was_down_says_what_is_a_little_late_and_holds_back_what_is_old(stage: Stage):
    little, old = await held(stage), await held(stage)
    await later(stage, little)
    await later(stage, old, due=stage.clock() + timedelta(minutes=5))
    stage.clock.advance(seconds=(LATEST + timedelta(minutes=10)).total_seconds())
    await speak_due(stage.desk)
    assert LATER in await stage.transcript(little)
    assert await of(stage, old) == [("held_back", "late")]


async def test_its_author_may_go_home_and_keeps_the_conversation_until_the_customer_writes(stage: Stage):
    kept, lost = await held(stage), await held(stage)
    await later(stage, kept)
    await is_here(stage, stage.dana)
    await stage.desk.store.people.set_availability(
        stage.tenant.id, stage.dana.actor.operator_id, "offline", reason=None, at=stage.clock()
    )
    stage.clock.advance(minutes=10)
    await presence.return_lost(stage.desk)
    assert (await stage.now(kept)).state is State.HUMAN
    assert (await stage.now(lost)).state is State.QUEUED
    await at_its_time(stage)
    await presence.return_lost(stage.desk)
    assert (await stage.now(kept)).state is State.HUMAN
    assert LATER in await stage.transcript(kept)
    await stage.says(kept, "Which part?")
    await presence.return_lost(stage.desk)
    assert (await stage.now(kept)).state is State.QUEUED


async def test_one_waits_at_a_time_and_its_author_alone_changes_it(stage: Stage):
    desk, conversation = stage.desk, await held(stage)
    reply = await later(stage, conversation)
    with pytest.raises(Conflict, match="already") as twice:
        await later(stage, conversation)
    assert twice.value.code == "already_scheduled"
    stage.clock.advance(minutes=1)
    now, _ = await scheduled.change(
        desk, stage.dana, conversation.id, reply.id, version=conversation.version, text="Tomorrow, then"
    )
    assert (now.message.text, now.due_at, now.id) == ("Tomorrow, then", reply.due_at, reply.id)
    with pytest.raises(Conflict, match="Only they") as others:
        await scheduled.change(desk, stage.sam, conversation.id, reply.id, version=conversation.version, text="No")
    assert others.value.code == "not_author"
    with pytest.raises(Conflict, match="Only they"):
        await scheduled.drop(desk, stage.sam, conversation.id, reply.id)
    with pytest.raises(Conflict, match="Only they"):
        await scheduled.send_now(desk, stage.sam, conversation.id, reply.id)
    assert [one.reply.message.text for one in await scheduled.own(desk, stage.dana)] == ["Tomorrow, then"]
    assert await scheduled.own(desk, stage.sam) == []
    await scheduled.drop(desk, stage.dana, conversation.id, reply.id)
    await at_its_time(stage)
    assert "Tomorrow, then" not in await stage.transcript(conversation)
    assert (await stage.now(conversation)).timer is None
    with pytest.raises(NotFound):
        await scheduled.drop(desk, stage.dana, conversation.id, reply.id)


async def test_what_was_read_meanwhile_does_not_hold_back_what_is_changed_after_it(stage: Stage):
    conversation = await held(stage)
    reply = await later(stage, conversation)
    await stage.says(conversation, "And the colour is blue")
    await scheduled.change(stage.desk, stage.dana, conversation.id, reply.id, version=conversation.version)
    await at_its_time(stage)
    assert LATER in await stage.transcript(conversation)


async def test_its_author_sends_it_at_once_also_after_the_customers_word_and_not_after_a_move(stage: Stage):
    desk, first, second = stage.desk, await held(stage), await held(stage)
    reply, other = await later(stage, first), await later(stage, second)
    await stage.says(first, "Hello?")
    message, now = await scheduled.send_now(desk, stage.dana, first.id, reply.id)
    assert (message.text, now.scheduled_for) == (LATER, None)
    with pytest.raises(Conflict) as again:
        await scheduled.send_now(desk, stage.dana, first.id, reply.id)
    assert again.value.code == "not_scheduled"
    await opening.barge_in(desk, stage.sam, second.id, reason="Mine")
    with pytest.raises(Conflict) as stale:
        await scheduled.send_now(desk, stage.dana, second.id, other.id)
    assert (stale.value.code, stale.value.extra["owner"]["name"]) == ("stale_version", "Sam")


async def test_only_who_holds_it_schedules_and_for_a_time_that_is_to_come(stage: Stage):
    desk, conversation = stage.desk, await held(stage)
    again = {"text": LATER, "version": conversation.version}
    for due, code in ((-HOUR, "time_is_over"), (timedelta(days=91), "too_far_ahead")):
        with pytest.raises(Invalid) as refused:
            await later(stage, conversation, due=stage.clock() + due)
        assert refused.value.code == code
    with pytest.raises(Conflict) as not_hers:
        await scheduled.write(desk, stage.sam, conversation.id, due=stage.clock() + HOUR, **again)
    assert (not_hers.value.code, not_hers.value.extra["owner"]["name"]) == ("not_owner", "Dana")
    with pytest.raises(Conflict) as stale:
        await later(stage, conversation, version=conversation.version - 1)
    assert stale.value.code == "stale_version"
    with pytest.raises(Forbidden):
        await scheduled.write(desk, stage.admin, conversation.id, due=stage.clock() + HOUR, **again)
    other = await set_up(desk, stage.clock, stage.sources)
    with pytest.raises(NotFound):
        await scheduled.write(desk, other.dana, conversation.id, due=stage.clock() + HOUR, **again)
    with pytest.raises(NotFound):
        await scheduled.listed(desk, other.dana, conversation.id, zone=None)


async def test_who_takes_it_on_puts_away_what_was_not_sent_and_writes_their_own(stage: Stage):
    desk, conversation = stage.desk, await held(stage)
    reply = await later(stage, conversation)
    taken = await opening.barge_in(desk, stage.sam, conversation.id, reason="Mine")
    await scheduled.write(
        desk, stage.sam, conversation.id, text="Sam's", due=stage.clock() + HOUR, version=taken.version
    )
    assert await of(stage, conversation) == [("held_back", "moved"), ("waiting", None)]
    await scheduled.drop(desk, stage.sam, conversation.id, reply.id)
    assert await of(stage, conversation) == [("waiting", None)]


async def test_what_waits_is_handed_out_and_erased_with_its_customer(stage: Stage):
    conversation = await held(stage)
    await later(stage, conversation)
    _, export = await customers.export(stage.desk, stage.admin, conversation.customer_id, same_address=False)
    assert [one["scheduled_replies"][0]["text"] async for one in export] == [LATER]
    await resolution.end(stage.desk, stage.dana, conversation.id, disposition="solved")
    await speak_due(stage.desk)
    await customers.erase(stage.desk, stage.admin, conversation.customer_id, same_address=False)
    assert await stage.desk.store.scheduled.of(stage.tenant.id, conversation.id) == ()
