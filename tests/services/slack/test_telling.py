"""Slack is told what happens: a thread a handoff, what follows in it, and at its head who holds it."""

import json
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from slacked import CHANNEL, DANA, TOKEN, Slacked, busy, slacked
from stage import Stage

from baton.core.webhooks import Outcome
from baton.services.conversations import replies, resolution
from baton.services.handoffs import handoff, opening
from baton.services.policy.policies import put_in_force
from baton.services.slack import connection as slack
from baton.services.slack.connection import SlackChange

pytestmark = pytest.mark.anyio

STRICT_AND_LAX = """queues:
  support: {owner: lead@example.com, default: true, redact: [health, id]}
  billing: {owner: lead@example.com, redact: [card]}
rules:
  - {id: asks-for-person, when: asks_for_person, then: handoff}
"""


@pytest.fixture
async def team(stage: Stage) -> AsyncIterator[Slacked]:
    async with slacked(stage) as one:
        yield one


def buttons(message: dict[str, Any]) -> list[str]:
    [actions] = [block for block in message["blocks"] if block["type"] == "actions"]
    return [one["text"]["text"] for one in actions["elements"]]


async def test_a_handoff_is_one_message_with_its_packet_and_its_buttons(team: Slacked):
    conversation, thread = await team.waiting(name="Ann Lee", language="en")
    assert [one.token for one in team.slack.asked if one.method == "chat.postMessage"] == [TOKEN]
    [head] = team.slack.heads
    assert head["channel"] == thread.channel == CHANNEL
    shown = json.dumps(head["blocks"])
    assert "Ann Lee" in shown
    assert "asked for a person" in shown.lower()
    assert "Writes in en" in shown
    assert buttons(head) == ["Claim", "Open in Baton"]
    assert f"/inbox#{conversation.id}" in shown


async def test_what_the_bot_does_alone_is_not_told(team: Slacked):
    conversation = await team.stage.begin()
    await team.stage.asks(conversation, "Where is my lamp?")
    await team.tell()
    assert team.slack.of("chat.postMessage") == []
    assert (await team.outlet()).waiting == 0


async def test_what_follows_stands_in_the_thread_and_the_first_message_says_who_holds_it(team: Slacked):
    conversation, thread = await team.waiting()
    await team.stage.says(conversation, "Are you there?")
    await handoff.claim(team.stage.desk, team.stage.dana, conversation.id)
    await replies.reply(team.stage.desk, team.stage.dana, conversation.id, text="I am, with <b> & all")
    await replies.add_note(team.stage.desk, team.stage.dana, conversation.id, text="Knows us well")
    await team.tell()
    assert all(one["thread_ts"] == thread.ts for one in team.slack.of("chat.postMessage")[1:])
    assert [one.splitlines()[0] for one in team.slack.lines] == [
        "*The customer* writes:",
        "*Dana* has claimed it, and answers from now on.",
        "*Dana* answers:",
        "🔒 Note by *Dana*, for the team alone:",
    ]
    assert ">I am, with &lt;b&gt; &amp; all" in team.slack.lines[2]
    latest = team.slack.of("chat.update")[-1]
    assert latest["ts"] == thread.ts
    assert "Dana holds it." in json.dumps(latest["blocks"])
    assert buttons(latest) == ["Resolve…", "Hand back…", "Release", "Open in Baton"]


async def test_the_thread_ends_with_its_end_and_begins_anew_with_the_next_handoff(team: Slacked):
    conversation, first = await team.waiting()
    await handoff.claim(team.stage.desk, team.stage.dana, conversation.id)
    await resolution.end(team.stage.desk, team.stage.dana, conversation.id)
    await team.tell()
    assert team.slack.lines[-1] == "Resolved by *Dana*."
    assert buttons(team.slack.of("chat.update")[-1]) == ["Open in Baton"]
    await team.stage.asks(conversation, "I want to talk to a person")
    await team.tell()
    second = await team.thread(conversation)
    assert second.handoff_id != first.handoff_id
    assert len(team.slack.heads) == 2


async def test_a_person_who_barges_in_begins_a_thread_too(team: Slacked):
    conversation = await team.stage.begin()
    await team.stage.says(conversation, "Where is my lamp?")
    await opening.barge_in(team.stage.desk, team.stage.dana, conversation.id, reason="I know this one")
    await team.tell()
    [head] = team.slack.heads
    assert buttons(head)[0] == "Resolve…"


async def test_what_a_queue_masks_is_masked_in_slack_in_the_packet_and_in_what_follows(team: Slacked):
    conversation = await team.stage.begin()
    await team.stage.says(conversation, "My card is 4111 1111 1111 1111 and I am ann@example.com")
    await team.stage.asks(conversation, "I want to talk to a person")
    await team.stage.says(conversation, "Again: 4111 1111 1111 1111")
    await team.tell()
    assert len(team.slack.lines) == 1
    told = json.dumps([one.said for one in team.slack.asked], ensure_ascii=False)
    assert "4111 1111" not in told
    assert "1111]" in told or "card" in told


async def test_each_queue_may_have_its_channel_and_a_transfer_goes_on_in_the_others(team: Slacked):
    queues = [one.id for one in (await team.stage.desk.policies.of(team.stage.tenant.id)).queues]
    conversation, first = await team.waiting()
    other = next(one for one in queues if one != conversation.queue)
    await slack.connect(team.stage.desk, team.stage.admin, SlackChange(channels={other: "#billing"}))
    await handoff.pass_to_queue(team.stage.desk, team.stage.dana, conversation.id, queue=other, reason="An invoice")
    await team.tell()
    second = await team.thread(conversation)
    assert (first.channel, second.channel) == (CHANNEL, "C0billing")
    assert second.handoff_id == first.handoff_id
    closed = team.slack.of("chat.update")[-1]
    assert closed["ts"] == first.ts
    assert buttons(closed) == ["Open in Baton"]
    assert "Goes on in #billing" in json.dumps(closed["blocks"])
    await team.stage.says(conversation, "Hello?")
    await team.tell()
    assert team.slack.of("chat.postMessage")[-1]["thread_ts"] == second.ts


@pytest.mark.parametrize("is_late", [False, True])
async def test_a_queue_that_masks_less_shows_nothing_in_the_channel_of_the_one_that_it_came_from(
    team: Slacked, is_late: bool
):
    await put_in_force(team.stage.desk, team.stage.admin, STRICT_AND_LAX)
    await slack.connect(team.stage.desk, team.stage.admin, SlackChange(channels={"billing": "#billing"}))
    conversation = await team.stage.begin()
    await team.stage.asks(conversation, "I want to talk to a person, I am pregnant")
    if not is_late:
        await team.tell()
    why = "She says that she is pregnant"
    await handoff.pass_to_queue(team.stage.desk, team.stage.dana, conversation.id, queue="billing", reason=why)
    await team.tell()
    posted = [one.said for one in team.slack.asked if "channel" in one.said]
    shown = {place: json.dumps([one for one in posted if one["channel"] == place]) for place in (CHANNEL, "#billing")}
    assert "asked for a person" in shown[CHANNEL].lower()
    assert "pregnant" not in shown[CHANNEL]
    assert "pregnant" in shown["#billing"]
    assert (await team.thread(conversation)).channel == "C0billing"


async def test_a_pause_that_slack_asks_for_is_kept_and_nothing_is_told_twice(team: Slacked):
    conversation, _ = await team.waiting()
    team.slack.fails["chat.update"] = [busy(40)]
    await handoff.claim(team.stage.desk, team.stage.dana, conversation.id)
    at = team.stage.clock()
    await team.tell()
    assert len(team.slack.of("chat.update")) == 1
    while len(team.slack.of("chat.update")) < 2:
        await team.tell(tries=2)
    assert team.stage.clock() - at >= timedelta(seconds=40)
    assert team.slack.lines == ["*Dana* has claimed it, and answers from now on."]
    tried = await slack.attempts(team.stage.desk, team.stage.admin, before=None, limit=10)
    assert [(one.outcome, one.status) for one in tried[:2]] == [(Outcome.DELIVERED, 200), (Outcome.FAILED, 429)]


async def test_a_token_that_was_revoked_ends_it_at_once_and_a_new_one_goes_on(team: Slacked):
    conversation, _ = await team.waiting()
    team.slack.fails["chat.postMessage"] = ["token_revoked"]
    await team.stage.says(conversation, "Are you there?")
    await team.tell()
    off = await team.outlet()
    assert not off.is_on
    assert "revoked" in off.why_off
    assert team.slack.lines == ["*The customer* writes:\n>Are you there?"]
    await slack.connect(team.stage.desk, team.stage.admin, SlackChange(bot_token="xoxb-new"))
    await team.tell()
    assert team.slack.asked[-1].token == "xoxb-new"
    assert team.slack.lines[-1] == "*The customer* writes:\n>Are you there?"
    assert (await team.outlet()).is_on


async def test_what_slack_can_never_take_is_left_and_does_not_hold_up_what_follows(team: Slacked):
    conversation, _ = await team.waiting()
    team.slack.fails["chat.postMessage"] = ["msg_too_long"]
    await team.stage.says(conversation, "one")
    await team.stage.says(conversation, "two")
    await team.tell()
    assert team.slack.lines[-1].endswith(">two")


async def test_a_first_message_that_somebody_has_deleted_holds_up_nothing(team: Slacked):
    conversation, _ = await team.waiting()
    team.slack.fails["chat.update"] = ["message_not_found"]
    await handoff.claim(team.stage.desk, team.stage.dana, conversation.id)
    await team.tell()
    assert (await team.outlet()).state == "on"
    assert (await team.outlet()).waiting == 0


async def test_an_erased_conversation_is_told_of_no_more(team: Slacked):
    conversation, thread = await team.waiting()
    await team.stage.says(conversation, "Forget me")
    async with team.stage.desk.store.database.tenant(team.stage.tenant.id) as connection:  # type: ignore[attr-defined]
        await connection.execute("DELETE FROM handoffs WHERE conversation_id = $1", conversation.id)
        await connection.execute("DELETE FROM conversations WHERE id = $1", conversation.id)
        assert await connection.fetchval("SELECT count(*) FROM slack_threads WHERE ts = $1", thread.ts) == 0
    before = len(team.slack.asked)
    await team.tell()
    await team.writes(DANA, thread, "Hello?")
    assert len(team.slack.asked) == before
