"""Tickets, callbacks and answers by e-mail, from the choice to the end, through the store."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.errors import Conflict, DeskError, Forbidden, IllegalMove, Invalid
from baton.core.followups.followup import FollowUp
from baton.core.followups.modes import Mode
from baton.core.inbox.listing import Wanted
from baton.services.conversations import replies, resolution
from baton.services.followups import followups, modes
from baton.services.followups.agreeing import Details
from baton.services.handoffs import handoff, opening
from baton.services.policy import policies

pytestmark = pytest.mark.anyio

PHONE = "+44 20 7946 0958"
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


async def policy(stage: Stage, *, hours: str = "always", more: str = "", rules: str = "{minutes: 15}") -> None:
    source = f"""
policy: Harbour
tickets: {{prefix: HP}}
callbacks: {rules}
queues:
  support: {{owner: Ines, hours: {hours}, modes: [live, queued, callback, ticket, email]{more}}}
rules:
  - {{id: asks-for-person, when: asks_for_person, then: handoff}}
"""
    await policies.put_in_force(stage.desk, stage.admin, source)


def closed_now(stage: Stage) -> str:
    """Hours that are open on the day after tomorrow alone, from nine to ten."""
    day = DAYS[(stage.clock() + timedelta(days=2)).weekday()]
    return f'{{timezone: UTC, {day}: ["09:00-10:00"]}}'


def followup(conversation: Conversation) -> FollowUp:
    assert conversation.handoff is not None
    assert conversation.handoff.followup is not None
    return conversation.handoff.followup


async def slots(stage: Stage, conversation: Conversation) -> list[datetime]:
    found = await modes.look(stage.desk, stage.customer(conversation), conversation.id)
    return [slot.start for slot in found.slots]


async def choose(stage: Stage, conversation: Conversation, mode: str, **details: Any) -> Conversation:
    caller = stage.customer(conversation)
    return await modes.choose(stage.desk, caller, conversation.id, Mode(mode), Details(**details))


async def booked(stage: Stage, at: int = 0) -> Conversation:
    conversation = await stage.waiting()
    return await choose(stage, conversation, "callback", slot=(await slots(stage, conversation))[at], phone=PHONE)


async def refused(verb: Any) -> str:
    with pytest.raises(DeskError) as error:
        await verb
    return error.value.code


async def test_a_closed_queue_opens_a_ticket_at_once_and_the_notice_names_it(stage: Stage):
    await policy(stage, hours=closed_now(stage), more=", target_s: 1800")
    conversation = await stage.waiting()
    made = followup(conversation)
    assert made.mode is Mode.TICKET
    assert made.reference.startswith("HP-")
    assert made.owner == "Ines"
    due = (stage.clock() + timedelta(days=2)).replace(hour=9, minute=30, second=0, microsecond=0)
    assert made.due_at.astimezone(UTC) == due
    notice = (await stage.transcript(conversation))[-1]
    assert made.reference in notice
    assert followup(await stage.now(conversation)) == made


async def test_a_ticket_without_a_target_is_due_for_the_team_and_promises_the_customer_no_time(stage: Stage):
    await policy(stage)
    conversation = await choose(stage, await stage.waiting(), "ticket")
    made = followup(conversation)
    assert made.due_at > stage.clock()
    assert not made.promised
    assert "due" not in (await stage.transcript(conversation))[-1]


async def test_a_conversation_is_found_by_its_reference_however_it_is_typed(stage: Stage):
    await policy(stage)
    conversation = await choose(stage, await stage.waiting(), "ticket")
    await stage.waiting()
    found = await stage.desk.store.lists.page(
        stage.tenant.id,
        Wanted(at=stage.clock(), find=f" {followup(conversation).reference.lower()} "),
        after=None,
        limit=10,
    )
    assert [one.id for one, _ in found.items] == [conversation.id]


async def test_a_ticket_ends_with_a_reply_that_is_in_the_thread(stage: Stage):
    await policy(stage)
    conversation = await choose(stage, await stage.waiting(), "ticket")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert await refused(followups.finish(stage.desk, stage.dana, conversation.id)) == "reply_needed"
    done = await followups.finish(stage.desk, stage.dana, conversation.id, text="The lamp is on its way.")
    assert done.handoff is not None
    assert done.handoff.followup is None
    assert "The lamp is on its way." in await stage.transcript(conversation)
    assert (await stage.kinds(conversation))[-3:] == ["reply_sent", "followup_done", "mode_chosen"]
    assert await followups.due(stage.desk, stage.dana, limit=10) == ()


async def test_a_reply_that_was_sent_before_is_answer_enough(stage: Stage):
    await policy(stage)
    conversation = await choose(stage, await stage.waiting(), "ticket")
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await replies.reply(stage.desk, stage.dana, conversation.id, text="It ships today.")
    await followups.finish(stage.desk, stage.dana, conversation.id)


async def test_a_customer_changes_between_ways_and_keeps_reference_and_place(stage: Stage):
    await policy(stage)
    first = await stage.waiting()
    ticket = await choose(stage, first, "ticket")
    call = await choose(
        stage, ticket, "callback", slot=(await slots(stage, ticket))[0], phone=PHONE, zone="Europe/London"
    )
    moved = await choose(stage, call, "callback", slot=(await slots(stage, call))[2])
    assert followup(ticket).reference == followup(call).reference == followup(moved).reference
    assert followup(moved).phone == followup(call).phone
    back = await choose(stage, moved, "queued")
    stored = await stage.now(back)
    assert stored.not_before is None
    assert stored.waiting_since == first.waiting_since
    assert stored.version == first.version
    assert stored.handoff is not None
    assert (stored.handoff.mode, stored.handoff.followup) == (Mode.QUEUED, None)


async def test_what_is_not_offered_is_refused_with_what_is(stage: Stage):
    await policy(stage, hours=closed_now(stage))
    conversation = await stage.waiting()
    with pytest.raises(Conflict, match="callback, ticket") as error:
        await choose(stage, conversation, "queued")
    assert error.value.code == "mode_not_offered"
    assert await refused(choose(stage, conversation, "email", email="a@example.com")) == "mode_not_offered"


async def test_nobody_chooses_while_nobody_waits(stage: Stage):
    await policy(stage)
    with_bot = await stage.begin()
    assert await refused(choose(stage, with_bot, "ticket")) == "not_waiting"
    claimed = await stage.waiting()
    await handoff.claim(stage.desk, stage.dana, claimed.id)
    with pytest.raises(IllegalMove, match="Dana holds it"):
        await choose(stage, claimed, "ticket")


async def test_a_customer_sets_no_due_time(stage: Stage):
    await policy(stage)
    conversation = await stage.waiting()
    with pytest.raises(Forbidden):
        await choose(stage, conversation, "ticket", due_at=stage.clock() + timedelta(hours=1))
    due = stage.clock() + timedelta(hours=1)
    moved = await modes.choose(stage.desk, stage.dana, conversation.id, Mode.TICKET, Details(due_at=due))
    assert followup(moved).due_at == due
    with pytest.raises(Invalid, match="ahead"):
        await modes.choose(
            stage.desk, stage.dana, conversation.id, Mode.TICKET, Details(due_at=due - timedelta(days=1))
        )


async def test_only_who_holds_it_says_what_came_of_it(stage: Stage):
    await policy(stage)
    conversation = await booked(stage)
    assert await refused(followups.not_reached(stage.desk, stage.dana, conversation.id)) == "not_owner"
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    assert await refused(followups.finish(stage.desk, stage.sam, conversation.id)) == "not_owner"
    await followups.finish(stage.desk, stage.dana, conversation.id, note="Reached, all is well.")
    assert await refused(followups.finish(stage.desk, stage.dana, conversation.id)) == "no_followup"


@pytest.mark.parametrize(("end", "state"), [("resolve", "done"), ("hand back", "done"), ("withdraw", "withdrawn")])
async def test_a_follow_up_ends_with_its_handoff(stage: Stage, end: str, state: str):
    await policy(stage)
    conversation = await booked(stage)
    if end == "withdraw":
        await handoff.cancel_wait(stage.desk, stage.customer(conversation), conversation.id)
    else:
        await handoff.claim(stage.desk, stage.dana, conversation.id)
        if end == "resolve":
            await resolution.end(stage.desk, stage.dana, conversation.id)
        else:
            await handoff.give_back(stage.desk, stage.dana, conversation.id, told={})
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        rows = await connection.fetch("SELECT state FROM followups WHERE conversation_id = $1", conversation.id)
    assert [row["state"] for row in rows] == [state]
    again = await opening.ask_for_person(stage.desk, stage.admin, conversation.id)
    assert again.handoff is not None
    assert again.handoff.followup is None


async def test_the_due_list_has_the_most_pressing_first(stage: Stage):
    await policy(stage)
    later, sooner = await booked(stage, 8), await booked(stage, 1)
    ticket = await choose(stage, await stage.waiting(), "ticket")
    found = await followups.due(stage.desk, stage.dana, limit=10)
    assert [one.conversation.id for one in found] == [sooner.id, later.id, ticket.id]
    assert await refused(followups.due(stage.desk, stage.customer(ticket), limit=10)) == "forbidden"


async def test_numbers_and_addresses_are_nowhere_in_the_log(stage: Stage):
    await policy(stage)
    conversation = await booked(stage)
    await handoff.claim(stage.desk, stage.dana, conversation.id)
    await followups.not_reached(stage.desk, stage.dana, conversation.id)
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=0, limit=200, team=True
    )
    assert not [one for one in logged if "7946" in str(one.event.data)]
