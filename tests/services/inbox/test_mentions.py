"""A colleague named in a note is told of it, finds it in a list of their own, and nobody else does."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from services.mail.test_outbox import Post
from stage import Stage, is_here, set_up

from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.errors import Forbidden, Invalid
from baton.services.conversations.replies import add_note
from baton.services.inbox import mentions
from baton.services.inbox.mentions import listed, see, send_letters
from baton.services.mail.outbox import send_due
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.waiting import alerts

pytestmark = pytest.mark.anyio


def by(caller: Caller) -> str:
    return caller.actor.id or ""


async def note(
    stage: Stage, conversation: Conversation, *whom: Caller, text: str = "Can you look?", **more: Any
) -> Any:
    ids = [by(one) for one in whom]
    return await add_note(stage.desk, stage.sam, conversation.id, text=text, mentions=ids, **more)


async def test_it_is_unread_in_their_list_until_they_open_the_conversation(stage: Stage):
    first, second = await stage.begin(name="Ann Lee"), await stage.begin()
    for conversation in (first, second):
        await note(stage, conversation, stage.dana, text="@Dana can you look?")
    page = await listed(stage.desk, stage.dana)
    assert [(one.conversation_id, one.customer, one.by.name) for one in page.items] == [
        (second.id, None, "Sam"),
        (first.id, "Ann Lee", "Sam"),
    ]
    assert (page.unread, page.items[0].text) == (2, "@Dana can you look?")
    assert await see(stage.desk, stage.dana, second.id) == 1
    unread = await listed(stage.desk, stage.dana, unread=True)
    assert [one.conversation_id for one in unread.items] == [first.id]
    both = await listed(stage.desk, stage.dana)
    assert [one.seen_at is not None for one in both.items] == [True, False]


async def test_a_long_list_comes_in_pages(stage: Stage):
    conversation = await stage.begin()
    for n in range(3):
        await note(stage, conversation, stage.dana, text=f"Note {n}")
    first = await listed(stage.desk, stage.dana, limit=2)
    rest = await listed(stage.desk, stage.dana, before=first.next, limit=2)
    assert [one.text for one in (*first.items, *rest.items)] == ["Note 2", "Note 1", "Note 0"]
    assert rest.next is None


async def test_the_note_and_the_trail_keep_who_was_named_and_a_retry_names_nobody_twice(stage: Stage):
    conversation = await stage.begin()
    for _ in range(2):
        await note(stage, conversation, stage.dana, stage.dana, client_id="c1")
    (kept,) = await stage.desk.store.messages.page(stage.tenant.id, conversation.id, after=0, limit=9, team=True)
    assert [(one.id, one.name) for one in kept.mentions] == [(by(stage.dana), "Dana")]
    logged = await stage.desk.store.events.of_conversation(
        stage.tenant.id, conversation.id, after=1, limit=9, team=True
    )
    assert [one.event.data for one in logged] == [{"mentions": [{"id": by(stage.dana), "name": "Dana"}]}]
    assert len((await listed(stage.desk, stage.dana)).items) == 1


async def test_whoever_names_themselves_is_not_alerted(stage: Stage):
    await note(stage, await stage.begin(), stage.sam)
    assert (await listed(stage.desk, stage.sam)).items == []


async def test_only_operators_of_the_company_can_be_named(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    other = await set_up(stage.desk, stage.clock, stage.sources)
    conversation = await stage.begin()
    for whom in (other.dana, stage.admin, stage.customer(conversation)):
        with pytest.raises(Invalid, match="only operators of this company"):
            await note(stage, conversation, stage.dana, whom)
    monkeypatch.setattr(mentions, "MOST", 1)
    with pytest.raises(Invalid, match="1 colleagues at most"):
        await note(stage, conversation, stage.dana, stage.sam)
    assert (await listed(stage.desk, stage.dana)).items == []
    assert await stage.transcript(conversation) == []
    with pytest.raises(Forbidden):
        await listed(stage.desk, stage.admin)


@pytest.fixture
async def posted(stage: Stage) -> tuple[Stage, Post]:
    """Dana wants letters; Sam has not said so."""
    post = Post(stage.tenant.id)
    stage = replace(stage, desk=replace(stage.desk, carriers={"email": post}))
    await alerts.choose(stage.desk, stage.dana, email=True)
    return stage, post


async def test_whoever_wants_letters_and_is_not_here_gets_one_of_all_that_is_unread(posted: tuple[Stage, Post]):
    stage, post = posted
    conversation = await stage.begin(name="Ann Lee")
    for _ in range(2):
        await note(stage, conversation, stage.dana, text="The card ends in 4242.")
    assert await send_letters(stage.desk) == 0, "a minute has not passed"
    stage.clock.advance(seconds=61)
    assert sum(await asyncio.gather(*(send_letters(stage.desk) for _ in range(8)))) == 1
    await send_due(stage.desk, "node")
    (sent,) = post.sent
    assert (sent.to, sent.subject) == ("dana@example.com", "Notes that mention you: 2")
    assert f"Sam: Ann Lee\n  {stage.desk.public_url}/inbox#{conversation.id}" in sent.text
    assert "4242" not in sent.text
    await note(stage, conversation, stage.dana)
    stage.clock.advance(minutes=9)
    assert await send_letters(stage.desk) == 0, "one in a while"
    stage.clock.advance(minutes=1)
    assert await send_letters(stage.desk) == 1
    stage.clock.advance(minutes=11)
    assert await send_letters(stage.desk) == 0, "each is written of once"


async def test_the_letter_is_in_the_language_of_its_reader(posted: tuple[Stage, Post]):
    stage, post = posted
    await change_operator(stage.desk, stage.admin, by(stage.dana), PersonChange(languages=["he"]))
    await note(stage, await stage.begin(), stage.dana)
    stage.clock.advance(seconds=61)
    assert await send_letters(stage.desk) == 1
    await send_due(stage.desk, "node")
    (sent,) = post.sent
    assert (sent.subject, sent.language) == ("הערות שמזכירות אותך: \u20681\u2069", "he")
    assert "הצוות שלך מזכיר אותך כאן:\n\n- \u2068Sam\u2069: לקוח\n" in sent.text


async def test_nobody_is_written_to_who_has_read_it_is_here_or_does_not_want_letters(posted: tuple[Stage, Post]):
    stage, _ = posted
    read, unread = await stage.begin(), await stage.begin()
    await note(stage, read, stage.dana, stage.sam)
    stage.clock.advance(seconds=61)
    await see(stage.desk, stage.dana, read.id)
    assert await send_letters(stage.desk) == 0
    await note(stage, unread, stage.dana)
    stage.clock.advance(seconds=61)
    await is_here(stage, stage.dana)
    assert await send_letters(stage.desk) == 0
    for carriers in ({}, {"email": Post()}):
        assert await send_letters(replace(stage.desk, carriers=carriers)) == 0
