"""What happens in Chatwoot happens here: customers write, people take over, give back and end."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from chatwoots import MAYA, NILS, Connected, connected, signed
from stage import Stage

from baton.core.errors import Conflict, Unauthorized
from baton.core.followups.modes import Mode
from baton.core.messages import MessageKind
from baton.core.transitions import State
from baton.services.chatwoot.incoming import Taken, take
from baton.services.conversations import merging, replies, resolution
from baton.services.followups import modes
from baton.services.followups.agreeing import Details
from baton.services.handoffs import handoff, opening

pytestmark = pytest.mark.anyio


@pytest.fixture
async def there(stage: Stage) -> AsyncIterator[Connected]:
    async with connected(stage) as one:
        yield one


async def test_a_customers_message_begins_a_conversation_of_the_bot_under_their_name(there: Connected):
    assert await there.hear(there.fake.customer(77, "Do you deliver to Cork?")) is Taken.TAKEN
    conversation = await there.now()
    found = await there.stage.desk.store.conversations.load(there.stage.tenant.id, conversation.id)
    assert found is not None
    assert (conversation.channel, conversation.state, found[1].name) == ("chatwoot", State.BOT, "Ann Lee")
    assert not found[1].verified
    assert await there.stage.transcript(conversation) == ["Do you deliver to Cork?"]
    assert [turn.message.text for turn in there.turns] == ["Do you deliver to Cork?"]


async def test_a_delivery_that_is_not_signed_or_old_is_refused_and_does_nothing(there: Connected):
    payload, now = there.fake.customer(77, "Hello"), there.stage.clock().timestamp()
    for delivered in (
        signed(payload, secret="another", at=now),
        signed(payload, at=now - 3600),
        signed(payload, at=now + 3600),
        signed(payload, at=now).__class__(b"{}", signed(payload, at=now).signature, str(int(now)), ""),
        signed(payload, at=now).__class__(signed(payload, at=now).body, "", str(int(now)), ""),
        signed(payload, at=now).__class__(signed(payload, at=now).body, "sha256=ü", "soon", ""),
    ):
        with pytest.raises(Unauthorized):
            await take(there.stage.desk, there.id, delivered, start=there.turns.append)
    with pytest.raises(Unauthorized):
        await take(there.stage.desk, "cwt_none", signed(payload, at=now), start=there.turns.append)
    assert await there.stage.desk.store.chatwoot.thread(there.stage.tenant.id, there.id, 77) is None


async def test_the_same_delivery_or_message_again_is_one_message(there: Connected):
    payload = there.fake.customer(77, "Hello")
    assert await there.hear(payload, id="d1") is Taken.TAKEN
    assert await there.hear(payload, id="d1") is Taken.AGAIN
    assert await there.hear(payload, id="d2") is Taken.TAKEN
    assert await there.stage.transcript(await there.now()) == ["Hello"]
    assert len(there.turns) == 1


async def test_deliveries_that_come_at_once_begin_one_conversation(there: Connected):
    payloads = [there.fake.customer(77, f"Line {n}") for n in range(6)]
    await asyncio.gather(*(there.hear(one) for one in (*payloads, *payloads)))
    assert sorted(await there.stage.transcript(await there.now())) == [f"Line {n}" for n in range(6)]


async def test_an_agents_reply_takes_the_conversation_over_in_their_name(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"), there.fake.agent(77, "Hi, this is Maya."))
    conversation = await there.now()
    assert (conversation.state, conversation.owner_name) == (State.HUMAN, "Maya Okafor (Chatwoot)")
    messages = await there.stage.desk.store.messages.page(
        there.stage.tenant.id, conversation.id, after=0, limit=50, team=True
    )
    assert [m.author.name for m in messages if m.text == "Hi, this is Maya."] == ["Maya Okafor (Chatwoot)"]
    kinds = await there.kinds()
    assert kinds.index("taken_over") < kinds.index("reply_sent")
    await there.hear(there.fake.customer(77, "Thank you"))
    assert len(there.turns) == 1, "the bot has no turn while a person has it"


async def test_a_colleague_who_answers_has_it_from_then_on(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"), there.fake.agent(77, "Hi"))
    await there.hear(there.fake.agent(77, "I take this one", NILS))
    assert (await there.now()).owner_name == "Nils Berg (Chatwoot)"


async def test_a_private_note_is_the_teams_and_moves_nothing(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"), there.fake.agent(77, "Known trouble", private=True))
    conversation = await there.now()
    assert conversation.state is State.BOT
    page = there.stage.desk.store.messages.page
    shown = await page(there.stage.tenant.id, conversation.id, after=0, limit=50, team=False)
    assert [one.text for one in shown] == ["Hello"]
    kept = await page(there.stage.tenant.id, conversation.id, after=0, limit=50, team=True)
    assert [(one.text, one.kind) for one in kept][1:] == [("Known trouble", MessageKind.NOTE)]


async def test_somebody_who_answers_from_the_channels_own_app_takes_it_over_and_a_rule_does_not(there: Connected):
    ruled = there.fake.message(77, "We are closed", "outgoing", None, content_attributes={"automation_rule_id": 4})
    await there.hear(there.fake.customer(77, "Hello"), ruled)
    await there.hear(there.fake.message(77, "Welcome", "template", None))
    assert (await there.now()).state is State.BOT
    await there.hear(there.fake.message(77, "On it", "outgoing", None, source_id="wamid.1"))
    assert (await there.now()).owner_name == "A colleague (Chatwoot)"


async def test_the_bots_own_words_that_come_back_are_no_ones(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"))
    bot = {"id": 9, "name": "Baton", "type": "agent_bot"}
    await there.hear(there.fake.message(77, "Hello, I am the bot", "outgoing", bot))
    assert (await there.now()).state is State.BOT
    assert await there.stage.transcript(await there.now()) == ["Hello"]


async def test_opened_without_anybody_it_waits_assigned_it_is_theirs_and_unassigned_it_waits_again(there: Connected):
    fake = there.fake
    await there.hear(fake.customer(77, "Hello"), fake.moved(77, "open"))
    assert (await there.now()).state is State.QUEUED
    await there.hear(fake.moved(77, event="conversation_updated", to=MAYA))
    assert (await there.now()).owner_name == "Maya Okafor (Chatwoot)"
    await there.hear(fake.moved(77, event="conversation_updated", to=NILS))
    assert (await there.now()).owner_name == "Nils Berg (Chatwoot)"
    await there.hear(fake.moved(77, event="conversation_updated", to=None))
    assert (await there.now()).state is State.QUEUED


async def test_pending_again_is_handed_back_and_the_bot_answers_again(there: Connected):
    fake = there.fake
    await there.hear(fake.customer(77, "Hello"), fake.moved(77, "open", to=MAYA))
    before = await there.now()
    await there.hear(fake.moved(77, "pending"))
    after = await there.now()
    assert (before.state, after.state) == (State.HUMAN, State.BOT)
    assert "handed_back" in await there.kinds()
    there.turns.clear()
    await there.hear(fake.customer(77, "And now?"))
    assert len(there.turns) == 1


async def test_a_resolved_one_is_resolved_and_begins_again_as_it_does_there(there: Connected):
    fake = there.fake
    await there.hear(fake.customer(77, "Hello"), fake.moved(77, "open", to=MAYA), fake.moved(77, "resolved"))
    assert (await there.now()).state is State.RESOLVED
    await there.hear(fake.moved(77, "open"))
    assert (await there.now()).owner_name == "Maya Okafor (Chatwoot)"
    await there.hear(fake.moved(77, "resolved"), fake.moved(77, "pending", to=None), fake.customer(77, "Again"))
    assert (await there.now()).state is State.BOT
    await there.hear(fake.moved(77, "snoozed", to=NILS))
    assert (await there.now()).owner_name == "Nils Berg (Chatwoot)"


async def test_a_change_that_comes_before_the_message_it_followed_stands(there: Connected):
    fake = there.fake
    early = fake.customer(77, "I need help")
    opened = fake.moved(77, "open", to=MAYA)
    await there.hear(opened, early)
    conversation = await there.now()
    assert (conversation.state, conversation.owner_name) == (State.HUMAN, "Maya Okafor (Chatwoot)")
    assert not there.turns, "the bot does not answer what a person has"
    assert "I need help" in await there.stage.transcript(conversation)


async def test_what_is_late_gives_nothing_back(there: Connected):
    fake = there.fake
    await there.hear(fake.customer(77, "Hello"))
    late = fake.moved(77, "pending")
    await there.hear(fake.moved(77, "open", to=MAYA), late)
    assert (await there.now()).state is State.HUMAN


async def test_a_first_sight_of_what_a_person_has_is_theirs(there: Connected):
    there.fake.begin(78, "open")
    there.fake.assignees[78] = MAYA
    await there.hear(there.fake.customer(78, "Hello"))
    assert (await there.now(78)).owner_name == "Maya Okafor (Chatwoot)"
    assert not there.turns


async def test_a_choice_by_button_is_what_the_customer_says_once(there: Connected):
    fake = there.fake
    await there.hear(fake.customer(77, "Hello"))
    pressed = {"submitted_values": [{"title": "Blue lamp", "value": "blue"}]}
    chosen = fake.message(77, "Which one?", "outgoing", None, event="message_updated", content_attributes=pressed)
    await there.hear(chosen, chosen)
    assert await there.stage.transcript(await there.now()) == ["Hello", "Blue lamp"]


async def test_a_message_of_files_alone_names_them(there: Connected):
    file = {"file_type": "image", "data_url": "https://chat.example.com/rails/blobs/x/lamp.png?y=1"}
    await there.hear(there.fake.customer(77, None, attachments=[file]))
    assert await there.stage.transcript(await there.now()) == ["📎 lamp.png"]


async def test_what_cannot_be_understood_is_left_alone(there: Connected):
    for payload in (
        {},
        {"event": "webwidget_triggered", "id": 1},
        {"event": "message_created", "conversation": 3},
        {"event": "conversation_updated", "id": "x"},
        {"event": ["message_created"]},
    ):
        assert await there.hear(payload) is Taken.OTHER


async def test_nobody_of_our_own_inbox_can_take_what_is_answered_there(there: Connected):
    desk, dana, fake = there.stage.desk, there.stage.dana, there.fake
    await there.hear(fake.customer(77, "Hello"))
    id = (await there.now()).id
    for refused in (
        opening.barge_in(desk, dana, id, reason="mine"),
        replies.reply(desk, dana, id, text="Hi"),
    ):
        with pytest.raises(Conflict):
            await refused
    await there.hear(fake.moved(77, "open"))
    other = await there.stage.begin()
    for refused in (
        handoff.claim(desk, dana, id),
        opening.barge_in(desk, dana, id, reason="mine"),
        modes.choose(desk, there.stage.admin, id, Mode.TICKET, Details()),
        merging.merge_into(desk, dana, other.id, id),
    ):
        with pytest.raises(Conflict) as said:
            await refused
        assert said.value.code in ("answered_elsewhere", "other_customer")
    await there.hear(fake.moved(77, "resolved"))
    with pytest.raises(Conflict, match="answered in Chatwoot"):
        await resolution.begin_again(desk, dana, id, to="me")


async def test_it_stands_in_no_line_of_ours(there: Connected):
    desk, fake = there.stage.desk, there.fake
    await there.hear(fake.customer(77, "Hello"), fake.moved(77, "open"))
    conversation = await there.now()
    assert conversation.handoff is not None
    assert conversation.handoff.mode is Mode.OUTSIDE
    assert await desk.store.handoffs.loads(there.stage.tenant.id) == {}
    queue = conversation.queue
    assert queue is not None
    assert await desk.store.offers.waiting(there.stage.tenant.id, [queue], at=there.stage.clock(), limit=5) == ()
    await there.hear(fake.moved(77, to=MAYA))
    assert {one.name for one in await desk.store.people.operators(there.stage.tenant.id)} == {"Dana", "Sam"}
