"""Merging against the store: both or neither, and the customer's next word arrives where it goes on."""

import asyncio

import pytest
from sample_files import PDF
from stage import Stage

from baton.core.conversation import Conversation
from baton.core.errors import Conflict
from baton.services.conversations import merging, uploads
from baton.services.conversations.attachments import open_file
from baton.services.handoffs import handoff

pytestmark = pytest.mark.anyio


async def _body():
    yield PDF


async def two(stage: Stage) -> tuple[Conversation, Conversation]:
    """Two conversations of one vouched customer, both waiting; Dana holds the second."""
    duplicate, goes_on = await stage.waiting(external_id="u-17"), await stage.waiting(external_id="u-17")
    assert duplicate.customer_id == goes_on.customer_id
    return duplicate, await handoff.claim(stage.desk, stage.dana, goes_on.id)


async def test_one_ends_and_the_other_goes_on_with_nothing_copied(stage: Stage):
    duplicate, goes_on = await two(stage)
    said = await stage.transcript(goes_on)
    ended, other = await merging.merge_into(stage.desk, stage.dana, duplicate.id, goes_on.id)
    stored = await stage.now(duplicate)
    assert (stored.state, stored.merged_into, ended.merged_into) == ("resolved", goes_on.id, goes_on.id)
    assert stored.handoff is None
    assert "goes on in your other one" in (await stage.transcript(duplicate))[-1]
    assert await stage.transcript(goes_on) == said
    assert (await stage.kinds(goes_on))[-1] == "merged"
    assert other.state == "human"


async def test_what_the_customer_writes_in_the_duplicate_arrives_once_where_it_goes_on(stage: Stage):
    duplicate, goes_on = await two(stage)
    await merging.merge_into(stage.desk, stage.dana, duplicate.id, goes_on.id)
    heard = await stage.says(duplicate, "One more thing", client_id="c-1")
    again = await stage.says(duplicate, "One more thing", client_id="c-1")
    assert heard.conversation.id == again.conversation.id == goes_on.id
    assert again.again
    assert (await stage.transcript(goes_on)).count("One more thing") == 1
    assert (await stage.now(duplicate)).state == "resolved"


async def test_a_file_sent_to_the_duplicate_can_be_opened_where_it_goes_on(stage: Stage):
    duplicate, goes_on = await two(stage)
    await merging.merge_into(stage.desk, stage.dana, duplicate.id, goes_on.id)
    sender = stage.customer(duplicate)
    file = (await uploads.upload(stage.desk, sender, name="a.pdf", declared=None, body=_body())).attachment
    heard = await stage.says(duplicate, "Here it is", files=[file.id])
    assert [one.id for one in heard.message.attachments] == [file.id]
    opened = await open_file(stage.desk, stage.customer(goes_on), file.id)
    assert b"".join([portion async for portion in opened.portions]) == PDF


async def test_of_two_merges_in_opposite_directions_one_is_done(stage: Stage):
    duplicate, goes_on = await two(stage)
    await handoff.claim(stage.desk, stage.dana, duplicate.id)
    done = await asyncio.gather(
        merging.merge_into(stage.desk, stage.dana, duplicate.id, goes_on.id),
        merging.merge_into(stage.desk, stage.dana, goes_on.id, duplicate.id),
        return_exceptions=True,
    )
    assert [isinstance(one, Conflict) for one in done].count(True) == 1, done
    pointers = [(await stage.now(one)).merged_into for one in (duplicate, goes_on)]
    assert pointers.count(None) == 1


async def test_nothing_is_written_where_one_of_the_two_has_moved(stage: Stage, monkeypatch: pytest.MonkeyPatch):
    duplicate, goes_on = await two(stage)
    save_both = stage.desk.store.conversations.save_both
    tries = 0

    async def moved_first(ends, other):
        nonlocal tries
        tries += 1
        await stage.says(goes_on, f"Hello? {tries}")
        return await save_both(ends, other)

    monkeypatch.setattr(stage.desk.store.conversations, "save_both", moved_first)
    with pytest.raises(Conflict, match="try again"):
        await merging.merge_into(stage.desk, stage.dana, duplicate.id, goes_on.id)
    assert tries > 1
    assert (await stage.now(duplicate)).state == "queued"
    assert "merged" not in await stage.kinds(goes_on)
