"""Operators who are not here are written to of what they could take and nobody here can: once each, once in a while."""

import asyncio
from dataclasses import replace

import pytest
from services.followups.test_followups import closed_now, policy
from services.mail.test_outbox import Post
from stage import Stage, is_here

from baton.core.actors import Actor, ActorKind, Caller, Role
from baton.core.errors import Invalid
from baton.db.store import Store
from baton.services.handoffs import handoff
from baton.services.mail.digests import send_digests
from baton.services.mail.outbox import send_due
from baton.services.policy.policies import default_source, put_in_force
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.team.people import add_key
from baton.services.waiting import alerts

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def store(own_store: Store) -> Store:
    """What is looked at here is every company's."""
    return own_store


@pytest.fixture
async def posted(stage: Stage) -> tuple[Stage, Post]:
    """Dana wants letters; Sam has not said so."""
    post = Post(stage.tenant.id)
    stage = replace(stage, desk=replace(stage.desk, carriers={"email": post}))
    await alerts.choose(stage.desk, stage.dana, email=True)
    return stage, post


async def written(stage: Stage, post: Post) -> list[tuple[str, str]]:
    post.sent.clear()
    await send_due(stage.desk, "node")
    return [(one.to, one.subject) for one in post.sent]


async def test_whoever_wants_letters_and_is_not_here_gets_one_of_all_that_wait(posted: tuple[Stage, Post]):
    stage, post = posted
    first, second = await stage.waiting(), await stage.waiting()
    assert await send_digests(stage.desk) == 0, "a minute has not passed"
    stage.clock.advance(seconds=61)
    assert sum(await asyncio.gather(*(send_digests(stage.desk) for _ in range(8)))) == 1
    assert await written(stage, post) == [("dana@example.com", "Customers who wait for you: 2")]
    assert f"/inbox#{first.id}" in post.sent[0].text
    assert f"/inbox#{second.id}" in post.sent[0].text
    assert "- Support: about 1 minute\n" in post.sent[0].text


async def test_a_letter_of_one_wait_carries_its_packet_and_of_several_what_each_is_about(posted: tuple[Stage, Post]):
    stage, post = posted
    conversation = await stage.begin(name="Ann")
    await stage.says(conversation, "My passport number is X1234567 and order 4521 is late.")
    await stage.asks(conversation, "I want to talk to a person")
    stage.clock.advance(seconds=61)
    await send_digests(stage.desk)
    await written(stage, post)
    told = post.sent[0].text
    assert "Order: 4521" in told
    assert "[identity number]" in told
    assert "X1234567" not in told
    await stage.waiting(name="Ben")
    await stage.waiting(name="Cem")
    stage.clock.advance(minutes=11)
    await send_digests(stage.desk)
    await written(stage, post)
    assert post.sent[0].text.count("The customer asked for a person") == 2
    assert "Suggested" not in post.sent[0].text


async def test_a_wait_is_named_once_and_nobody_is_written_to_again_before_the_pause_is_over(posted: tuple[Stage, Post]):
    stage, post = posted
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await send_digests(stage.desk)
    later = await stage.waiting()
    stage.clock.advance(minutes=9)
    assert await send_digests(stage.desk) == 0
    stage.clock.advance(minutes=1)
    assert await send_digests(stage.desk) == 1
    assert (await written(stage, post))[-1] == ("dana@example.com", "Customers who wait for you: 1")
    assert f"/inbox#{later.id}" in post.sent[-1].text
    stage.clock.advance(minutes=11)
    assert await send_digests(stage.desk) == 0, "all was named"


async def test_nobody_is_written_to_who_is_here_or_where_somebody_here_can_take_it(posted: tuple[Stage, Post]):
    stage, _ = posted
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await is_here(stage, stage.sam)
    assert await send_digests(stage.desk) == 0
    await change_operator(stage.desk, stage.admin, stage.sam.actor.id or "", PersonChange(capacity=0))
    assert await send_digests(stage.desk) == 1, "Sam is here, and has no room"
    stage.clock.advance(minutes=11)
    await stage.waiting()
    stage.clock.advance(minutes=2)
    await is_here(stage, stage.dana)
    assert await send_digests(stage.desk) == 0, "Dana sees it in the inbox"


async def test_what_somebody_could_not_take_is_not_written_to_them(posted: tuple[Stage, Post]):
    stage, _ = posted
    await change_operator(stage.desk, stage.admin, stage.dana.actor.id or "", PersonChange(languages=["de"]))
    await stage.waiting(language="fr")
    stage.clock.advance(seconds=61)
    assert await send_digests(stage.desk) == 0


async def test_what_was_taken_meanwhile_is_not_written_of(posted: tuple[Stage, Post]):
    stage, _ = posted
    conversation = await stage.waiting()
    stage.clock.advance(seconds=61)
    await handoff.claim(stage.desk, stage.sam, conversation.id)
    assert await send_digests(stage.desk) == 0


async def test_without_a_mailbox_or_without_the_wish_nobody_is_written_to(posted: tuple[Stage, Post]):
    stage, _ = posted
    await stage.waiting()
    stage.clock.advance(seconds=61)
    for carriers in ({}, {"email": Post()}):
        assert await send_digests(replace(stage.desk, carriers=carriers)) == 0
    await alerts.choose(stage.desk, stage.dana, email=False)
    assert await send_digests(stage.desk) == 0


async def test_a_letter_is_on_record_as_sent_and_does_not_count_as_shown(posted: tuple[Stage, Post]):
    stage, post = posted
    conversation = await stage.waiting()
    stage.clock.advance(seconds=61)
    await send_digests(stage.desk)
    await written(stage, post)
    (sent,) = await alerts.of_conversation(stage.desk, stage.admin, conversation.id)
    assert (sent.operator, sent.channel, sent.delivery) == ("Dana", "email", "delivered")
    assert sent.sent_at is not None
    assert sent.shown_at is None
    await alerts.raise_alarms(stage.desk)
    assert "nobody_alerted" in await stage.kinds(conversation)
    (alarm,) = await alerts.alarms(stage.desk, stage.admin)
    assert alarm.conversation_id == conversation.id
    await alerts.shown(stage.desk, stage.dana, [conversation.id], "inbox")
    assert await alerts.alarms(stage.desk, stage.admin) == []
    record = await alerts.of_conversation(stage.desk, stage.admin, conversation.id)
    assert [(one.channel, one.shown_at is not None) for one in record] == [("email", False), ("inbox", True)]


async def test_choices_are_kept_one_by_one_and_letters_need_an_address(posted: tuple[Stage, Post]):
    stage, _ = posted
    await alerts.choose(stage.desk, stage.dana, sound=True)
    chosen = await alerts.choices(stage.desk, stage.dana)
    assert (chosen.sound, chosen.desktop, chosen.email) == (True, False, True)
    issued = await add_key(stage.desk, stage.admin, Role.OPERATOR, label="Robin")
    actor = Actor(ActorKind.OPERATOR, issued.credential.operator_id, "Robin")
    robin = Caller(stage.tenant.id, Role.OPERATOR, actor, issued.credential.id)
    with pytest.raises(Invalid, match="no e-mail address of yours"):
        await alerts.choose(stage.desk, robin, email=True)


async def test_a_queue_that_is_closed_writes_to_nobody(posted: tuple[Stage, Post]):
    stage, _ = posted
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await policy(stage, hours=closed_now(stage))
    assert await send_digests(stage.desk) == 0


async def test_a_letter_is_in_the_team_s_language_or_in_one_that_its_reader_speaks(posted: tuple[Stage, Post]):
    stage, post = posted
    await put_in_force(stage.desk, stage.admin, default_source().replace("language: en ", "language: de "))
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await send_digests(stage.desk)
    assert (await written(stage, post))[-1] == ("dana@example.com", "Kunden, die auf Sie warten: 1")
    assert post.sent[-1].text.startswith("Guten Tag Dana.\n\nDiese Kunden warten.")
    await change_operator(stage.desk, stage.admin, stage.dana.actor.id or "", PersonChange(languages=("fr-CA", "en")))
    stage.clock.advance(minutes=11)
    await stage.waiting()
    stage.clock.advance(seconds=61)
    await send_digests(stage.desk)
    assert (await written(stage, post))[-1] == ("dana@example.com", "Clients qui vous attendent : 1")
