"""Chatwoot is told what happens here: in order, once, and never over a person."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from chatwoots import MAYA, Connected, connected
from fakes import grounded
from stage import Stage

from baton.core.actors import Actor, ActorKind
from baton.core.chatwoot.connection import Place
from baton.core.ids import MessageId
from baton.core.messages import Message, MessageKind
from baton.core.transitions import State
from baton.services.chatwoot import connections as chatwoot
from baton.services.chatwoot.connections import ConnectionChange
from baton.services.chatwoot.outgoing import tell
from baton.services.conversations import resolution
from baton.services.handoffs import opening

pytestmark = pytest.mark.anyio

ANSWER = "Delivery takes three working days."


@pytest.fixture
async def there(stage: Stage) -> AsyncIterator[Connected]:
    stage.sources.known["deliver"] = grounded(ANSWER)
    async with connected(stage) as one:
        yield one


async def test_the_bots_answer_is_said_there_with_its_sources(there: Connected):
    await there.asks("How long do you take to deliver?")
    assert len(there.fake.said()) == 1
    assert ANSWER in there.fake.said()[0]
    post = there.fake.posts[0]
    assert (post["message_type"], post["private"], post["status_then"]) == ("outgoing", False, "pending")
    assert await there.tell() == 0, "nothing is told twice"


async def test_a_handoff_is_a_notice_to_the_customer_the_packet_to_the_agents_and_then_open(there: Connected):
    place = {"support": Place(team_id=4, labels=("from-baton",), priority="high")}
    await chatwoot.change(there.stage.desk, there.stage.admin, there.id, ConnectionChange(places=place))
    there.fake.labels[77] = ["vip"]
    await there.asks("I want to talk to a person")
    conversation = await there.now()
    assert conversation.state is State.QUEUED
    assert len(there.fake.said()) == 1
    assert len(there.fake.notes()) == 1
    assert "A person will answer you here later" in there.fake.said()[0]
    assert "wants to talk to a person" in there.fake.notes()[0].lower() or "person" in there.fake.notes()[0]
    assert there.fake.labels[77] == ["vip", "from-baton"]
    verbs = [one.rpartition("/")[2] for one in there.fake.asked if one.startswith("POST")]
    assert verbs == ["messages", "messages", "labels", "toggle_priority", "assignments", "toggle_status"]
    assert there.fake.statuses[77] == "open"
    await there.hear(there.fake.moved(77, "open"), there.fake.customer(77, "Are you there?"))
    assert (await there.now()).state is State.QUEUED
    assert (await there.now()).version == conversation.version


async def test_what_the_queue_masks_is_masked_in_the_packet(there: Connected):
    await there.asks("My card 4111 1111 1111 1111 was charged twice, I want to talk to a person")
    assert there.fake.notes()
    assert "4111 1111 1111 1111" not in there.fake.notes()[0]


async def test_choices_are_buttons_where_the_inbox_has_some_and_numbered_elsewhere(there: Connected):
    wire, one = there.stage.desk.chatwoot, await there.connection()
    assert wire is not None
    bot, choices = Actor(ActorKind.BOT), ("Blue", "Red")
    asked = Message(MessageId("msg_1"), bot, MessageKind.CLARIFY, "Which one?", there.stage.clock(), choices=choices)
    await wire.say(one, 77, asked, "Channel::WebWidget")
    await wire.say(one, 77, asked, "Channel::Sms")
    widget, sms = there.fake.posts
    assert [item["title"] for item in widget["content_attributes"]["items"]] == ["Blue", "Red"]
    assert (widget["content_type"], widget["content"]) == ("input_select", "Which one?")
    assert sms["content"] == "Which one?\n\n1. Blue\n2. Red"
    assert "content_type" not in sms


async def test_an_answer_that_a_person_came_before_is_not_said_and_the_trail_keeps_it(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    await there.hear(there.fake.agent(77, "I take this"))
    await there.tell()
    assert there.fake.said() == []
    assert (await there.kinds())[-1] == "answer_discarded"


async def test_a_draft_under_way_while_an_agent_replies_becomes_no_message_at_all(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.hear(there.fake.agent(77, "I take this"))
    await there.bot()
    await there.tell()
    assert there.fake.said() == []
    assert ANSWER not in await there.stage.transcript(await there.now())


async def test_who_took_it_there_unheard_of_here_is_asked_for_before_the_bot_speaks(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    there.fake.moved(77, "open", to=MAYA)
    await there.tell()
    assert there.fake.said() == []
    assert (await there.now()).owner_name == "Maya Okafor (Chatwoot)"
    assert "answer_discarded" in await there.kinds()


async def test_nor_is_anything_said_over_somebody_who_was_assigned_while_it_is_pending(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    there.fake.moved(77, to=MAYA)
    await there.tell()
    assert there.fake.said() == []
    assert (await there.now()).owner_name == "Maya Okafor (Chatwoot)"


async def test_a_notice_of_a_handoff_is_not_said_over_somebody_who_has_taken_it_meanwhile(there: Connected):
    await there.hear(there.fake.customer(77, "I want to talk to a person"))
    await there.bot()
    there.fake.moved(77, "open", to=MAYA)
    await there.tell()
    await there.tell()
    assert there.fake.said() == []
    assert len(there.fake.notes()) == 1, "they get the packet all the same"


async def test_a_chatwoot_that_tells_bots_nothing_is_told_by_what_it_has_sent(there: Connected):
    there.fake.tells_bots = False
    await there.asks("How long do you take to deliver?")
    assert len(there.fake.said()) == 1
    await there.asks("I want to talk to a person")
    assert there.fake.statuses[77] == "open"


async def test_a_person_who_answers_what_the_bot_had_opens_it_for_their_colleagues(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"), there.fake.agent(77, "Hi"))
    await there.tell()
    assert there.fake.statuses[77] == "open"
    assert there.fake.said() == []
    assert len(there.fake.notes()) == 1, "they get the packet"


async def test_what_was_opened_there_brings_the_packet_and_no_notice(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"), there.fake.moved(77, "open"))
    await there.tell()
    assert there.fake.said() == []
    assert len(there.fake.notes()) == 1
    assert not any("toggle_status" in one for one in there.fake.asked)


async def test_what_ends_or_begins_again_here_does_so_there(there: Connected):
    await there.asks("How long do you take to deliver?")
    id = (await there.now()).id
    await resolution.end(there.stage.desk, there.stage.admin, id)
    await there.tell()
    assert there.fake.statuses[77] == "resolved"
    await resolution.begin_again(there.stage.desk, there.stage.admin, id, to="queue")
    await there.tell()
    assert there.fake.statuses[77] == "open"
    await resolution.end(there.stage.desk, there.stage.admin, id)
    await resolution.begin_again(there.stage.desk, there.stage.admin, id, to="bot")
    await there.tell()
    assert there.fake.statuses[77] == "pending"


async def test_two_nodes_tell_it_once(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    id, tenant = (await there.now()).id, there.stage.tenant.id
    await asyncio.gather(*(tell(there.stage.desk, tenant, id) for _ in range(6)))
    assert len(there.fake.said()) == 1


async def test_a_node_that_fell_leaves_its_conversation_to_the_next_when_the_lease_is_over(there: Connected):
    await there.hear(there.fake.customer(77, "How long do you take to deliver?"))
    await there.bot()
    id, queue, now = (await there.now()).id, there.stage.desk.store.chatwoot_queue, there.stage.clock()
    assert await queue.begin(there.stage.tenant.id, id, "lse_fallen", at=now, until=now.replace(year=now.year + 1))
    assert await there.tell() == 0
    there.stage.clock.advance(days=400)
    await there.tell()
    assert len(there.fake.said()) == 1


async def test_a_handoff_that_the_team_asks_for_goes_there(there: Connected):
    await there.hear(there.fake.customer(77, "Hello"))
    await opening.ask_for_person(there.stage.desk, there.stage.dana, (await there.now()).id)
    await there.tell()
    assert there.fake.statuses[77] == "open"
