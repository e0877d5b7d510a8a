"""What is said of times to somebody with a ticket or a call."""

from datetime import timedelta

import pytest
from services.followups.test_followups import booked, choose, closed_now, followup, policy
from stage import Stage

pytestmark = pytest.mark.anyio


async def test_a_promise_is_made_only_of_a_time_that_was_told(stage: Stage):
    await policy(stage)
    without = await choose(stage, await stage.waiting(), "ticket")
    call = await booked(stage)
    async with stage.desk.store.database.tenant(stage.tenant.id) as connection:  # type: ignore[attr-defined]
        rows = await connection.fetch("SELECT conversation_id, kind FROM promises WHERE due_at IS NOT NULL")
    kept = {(row["conversation_id"], row["kind"]) for row in rows}
    assert (call.id, "callback_at") in kept
    assert not [kind for id, kind in kept if id == without.id]


async def test_a_ticket_in_a_closed_queue_says_when_it_opens_where_no_time_is_promised(stage: Stage):
    await policy(stage, hours=closed_now(stage))
    conversation = await stage.waiting(attributes={"timezone": "Asia/Tokyo"})
    notice = (await stage.transcript(conversation))[-1]
    assert followup(conversation).promised is False
    assert "The team is closed now and opens" in notice
    assert "18:00" in notice or "6:00" in notice, "nine in UTC is six in the evening where the customer is"
    chosen = await choose(stage, conversation, "ticket", zone="Asia/Tokyo")
    assert "The team is closed now and opens" in (await stage.transcript(chosen))[-1]
    made = await stage.desk.store.promises.of_conversation(stage.tenant.id, conversation.id)
    opens = (stage.clock() + timedelta(days=2)).replace(hour=9, minute=0, second=0, microsecond=0)
    assert {(one.kind.value, one.due_at) for one in made if one.kind.value == "opens_at"} == {("opens_at", opens)}


async def test_a_ticket_in_an_open_queue_says_nothing_of_opening(stage: Stage):
    await policy(stage)
    conversation = await choose(stage, await stage.waiting(), "ticket")
    assert "closed" not in (await stage.transcript(conversation))[-1]
