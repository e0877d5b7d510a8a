"""Operators work from Slack: through the same gate as the inbox, as themselves, and each thing once."""

from collections.abc import AsyncIterator

import pytest
from slacked import DANA, SAM, Slacked, slacked
from stage import Stage

from baton.core.errors import Unauthorized
from baton.core.messages import MessageKind
from baton.core.transitions import State
from baton.services.conversations import replies
from baton.services.handoffs import handoff, opening

pytestmark = pytest.mark.anyio


@pytest.fixture
async def team(stage: Stage) -> AsyncIterator[Slacked]:
    async with slacked(stage) as one:
        yield one


async def test_a_claim_by_button_is_the_claim_and_everybody_else_is_told_who_won(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.press(SAM, thread, "claim")
    assert (await team.stage.now(conversation)).owner.name == "Dana"
    assert team.slack.whispers[0][0] == DANA
    assert "goes to the customer" in team.slack.whispers[0][1]
    assert team.slack.whispers[1] == (SAM, "Dana has already claimed this conversation.")


async def test_what_the_owner_writes_in_the_thread_is_the_reply_and_is_marked_there_not_repeated(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    event = await team.writes(DANA, thread, "See <https://example.com/a?b=1&amp;c|our page> &lt;here&gt; &amp; now")
    await team.tell()
    assert (await team.stage.transcript(conversation))[-1] == "See our page (https://example.com/a?b=1&c) <here> & now"
    assert team.slack.lines == ["*Dana* has claimed it, and answers from now on."]
    [mark] = team.slack.of("reactions.add")
    assert (mark["channel"], mark["timestamp"]) == (thread.channel, event["event"]["ts"])


async def test_who_does_not_hold_it_is_told_who_does_and_nothing_is_sent(team: Slacked):
    conversation, thread = await team.waiting()
    await team.writes(SAM, thread, "Hello from nobody in charge")
    await team.press(DANA, thread, "claim")
    await team.writes(SAM, thread, "And again")
    said = await team.stage.transcript(conversation)
    assert not [one for one in said if one in ("Hello from nobody in charge", "And again")]
    told = [text for user, text in team.slack.whispers if user == SAM]
    assert "It waits in the queue" in told[0]
    assert "Not sent to the customer. Sam doesn't hold this conversation. Dana holds it." in told[1]


async def test_a_reply_written_before_a_takeover_and_a_return_is_never_sent(team: Slacked):
    conversation, thread = await team.waiting()
    desk = team.stage.desk
    await team.press(DANA, thread, "claim")
    late = team.message(DANA, thread, "What I wrote before")
    team.stage.clock.advance(minutes=2)
    await opening.barge_in(desk, team.stage.sam, conversation.id, reason="Mine")
    await opening.barge_in(desk, team.stage.dana, conversation.id, reason="Mine again")
    await team.send(late)
    assert "What I wrote before" not in await team.stage.transcript(conversation)
    assert "before the conversation changed hands" in team.slack.whispers[-1][1]


async def test_a_note_is_for_the_team_and_a_slip_in_its_command_is_not_sent(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.writes(SAM, thread, "!note Careful with this one")
    await team.writes(DANA, thread, "!nota Careful")
    await team.writes(DANA, thread, "<@U0SAM> is he always so? Careful")
    found = await team.stage.desk.store.messages.page(
        team.stage.tenant.id, conversation.id, after=0, limit=50, team=True
    )
    notes = [one.text for one in found if one.kind is MessageKind.NOTE]
    assert notes == ["Careful with this one"]
    assert not [one for one in found if "Careful" in one.text and one.kind is not MessageKind.NOTE]
    assert "no command !nota" in team.slack.whispers[-2][1]
    assert "looks like a word to the team" in team.slack.whispers[-1][1]


async def test_slack_that_sends_again_says_nothing_twice(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    event = await team.writes(DANA, thread, "Once")
    for _ in range(3):
        await team.send(event)
    await team.send(event | {"event_id": "EvOther"})
    assert (await team.stage.transcript(conversation)).count("Once") == 1


async def test_what_was_acknowledged_and_not_done_is_done_by_whoever_looks_next(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    desk = team.stage.desk
    from baton.channels.slack.arriving import from_event

    for text in ("first", "second"):
        arrival = from_event(team.message(DANA, thread, text), bot_user_id="U0BOT")
        assert arrival
        assert await desk.store.slack_threads.arrived(team.stage.tenant.id, arrival, at=desk.clock())
    # A node has the first in hand, and falls.
    now = desk.clock()
    fallen = await desk.store.slack_threads.take(team.stage.tenant.id, "lse_x", at=now, until=now)
    assert fallen
    assert fallen.text == "first"
    assert await team.comes.look() == 2
    assert (await team.stage.transcript(conversation))[-2:] == ["first", "second"]
    assert await team.comes.look() == 0


async def test_handing_back_takes_a_form_with_what_the_bot_should_know(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.press(SAM, thread, "hand_back")
    assert team.slack.of("views.open") == []
    await team.press(DANA, thread, "hand_back")
    [opened] = team.slack.of("views.open")
    await team.submit(DANA, opened["view"], note="They were credited", promised="A letter")
    assert (await team.stage.now(conversation)).state is State.BOT
    await team.tell()
    assert "They were credited" in team.slack.lines[-1]


async def test_resolving_is_refused_where_the_customer_wrote_what_the_thread_has_not_been_told(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.tell()
    await team.press(DANA, thread, "resolve")
    view = team.slack.of("views.open")[-1]["view"]
    await team.stage.says(conversation, "One more thing")
    await team.submit(DANA, view)
    assert (await team.stage.now(conversation)).state is State.HUMAN
    await team.tell()
    await team.submit(DANA, view, note="All done")
    assert (await team.stage.now(conversation)).state is State.RESOLVED


async def test_release_puts_it_back_into_its_queue(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.press(SAM, thread, "release")
    await team.press(DANA, thread, "release")
    assert (await team.stage.now(conversation)).state is State.QUEUED
    assert "Sam doesn't hold" in team.slack.whispers[-1][1]


async def test_a_change_or_a_deletion_in_slack_is_said_not_to_reach_the_customer(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    said = (await team.writes(DANA, thread, "Teh answer"))["event"]
    before = len(team.slack.whispers)

    async def changed(subtype: str, text: str) -> None:
        event = {"type": "message", "subtype": subtype, "channel": thread.channel, "previous_message": said}
        event |= {"message": said | {"text": text}} if subtype == "message_changed" else {}
        await team.send({"type": "event_callback", "event_id": f"Ev{subtype}{text}", "event": event})

    await changed("message_changed", "Teh answer")
    assert len(team.slack.whispers) == before
    await changed("message_changed", "The answer")
    await changed("message_deleted", "")
    told = [text.split(":")[0] for _, text in team.slack.whispers[before:]]
    assert told == ["The customer has it as you sent it"] * 2
    assert (await team.stage.transcript(conversation))[-1] == "Teh answer"


async def test_what_the_desk_or_another_bot_posts_is_no_reply(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    before = await team.stage.transcript(conversation)
    await team.writes("U0BOT", thread, "I am the desk")
    await team.writes(DANA, thread, "I am a robot", bot_id="B0OTHER")
    await team.writes(DANA, thread, "joined", subtype="channel_join")
    # Beside the threads people talk as they like.
    await team.send(team.message(DANA, thread, "At the top", thread_ts=None))
    assert await team.stage.transcript(conversation) == before


async def test_a_file_is_refused_whole(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.writes(DANA, thread, "See this", subtype="file_share", files=[{"id": "F1"}])
    assert "See this" not in await team.stage.transcript(conversation)
    assert "Files can't be sent from Slack" in team.slack.whispers[-1][1]


async def test_what_is_not_signed_by_the_app_or_is_old_is_refused_and_kept_nowhere(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    forged = team.message(DANA, thread, "Forged")
    with pytest.raises(Unauthorized):
        await team.send(forged, secret="f" * 32)
    with pytest.raises(Unauthorized):
        await team.send(forged, age=301)
    with pytest.raises(Unauthorized):
        await team.interact({"type": "block_actions"}, secret="f" * 32)
    assert await team.comes.look() == 0
    assert "Forged" not in await team.stage.transcript(conversation)
    assert await team.send({"type": "url_verification", "challenge": "3eZb"}) == {"challenge": "3eZb"}


async def test_what_is_said_elsewhere_and_here_is_one_conversation(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await replies.reply(team.stage.desk, team.stage.dana, conversation.id, text="From the inbox")
    await team.writes(DANA, thread, "From Slack")
    await handoff.let_go(team.stage.desk, team.stage.dana, conversation.id)
    await team.tell()
    assert (await team.stage.transcript(conversation))[-3:-1] == ["From the inbox", "From Slack"]
    assert "*Dana* answers:\n>From the inbox" in team.slack.lines
    assert not [one for one in team.slack.lines if "From Slack" in one]


async def test_what_was_written_before_the_conversation_began_has_no_version_and_is_not_sent(team: Slacked):
    conversation, thread = await team.waiting()
    await team.press(DANA, thread, "claim")
    await team.writes(DANA, thread, "Too early", ts="1000000000.000100")
    assert "Too early" not in await team.stage.transcript(conversation)
    assert "Write it again" in team.slack.whispers[-1][1]
