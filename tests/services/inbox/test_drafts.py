"""A draft follows its writer from device to device, is nobody else's, and is gone once it was sent."""

from datetime import timedelta
from typing import Any

import pytest
from stage import Stage, set_up

from baton.core.errors import Forbidden, Invalid, NotFound
from baton.core.ids import ConversationId, OperatorId
from baton.core.messages import Mention
from baton.services.conversations import replies
from baton.services.handoffs import handoff
from baton.services.inbox import drafts
from baton.services.ports.drafts import CitedPassage, Draft

pytestmark = pytest.mark.anyio


def draft(stage: Stage, id: str, text: str, *, after: int = 0, **more: Any) -> Draft:
    at = stage.clock() + timedelta(seconds=after)
    return Draft(conversation_id=ConversationId(id), text=text, written_at=at, **{"kind": "text", **more})


async def texts(stage: Stage, caller: Any, id: str | None = None) -> list[str]:
    return [one.text for one in await drafts.listed(stage.desk, caller, ConversationId(id) if id else None)]


async def test_a_draft_is_found_by_its_writer_alone_with_all_that_stands_beside_it(stage: Stage):
    id = (await stage.waiting()).id
    cites, mentions = (CitedPassage("psg_1", "Returns"),), (Mention(OperatorId("opr_1"), "Sam"),)
    await drafts.keep(stage.desk, stage.dana, draft(stage, id, "Dear Ann", cites=cites))
    await drafts.keep(stage.desk, stage.dana, draft(stage, id, "@Sam?", kind="note", mentions=mentions))
    found = {one.kind: one for one in await drafts.listed(stage.desk, stage.dana, id)}
    assert (found["text"].text, found["text"].cites, found["note"].mentions) == ("Dear Ann", cites, mentions)
    assert await texts(stage, stage.sam) == []
    with pytest.raises(Forbidden):
        await drafts.listed(stage.desk, stage.admin)
    other = await set_up(stage.desk, stage.clock, stage.sources)
    assert await texts(other, other.dana) == []
    with pytest.raises(NotFound):
        await drafts.keep(other.desk, other.dana, draft(other, id, "Not theirs"))


async def test_a_page_older_than_a_sign_in_beside_it_writes_no_draft_of_somebody_else(stage: Stage):
    drafts.check_writer(stage.dana, None)
    drafts.check_writer(stage.dana, stage.dana.actor.id)
    with pytest.raises(Forbidden, match="signed in with this browser"):
        drafts.check_writer(stage.sam, stage.dana.actor.id)


async def test_the_newest_wins_and_a_clock_that_is_ahead_wins_nothing(stage: Stage):
    id = (await stage.waiting()).id
    assert await drafts.keep(stage.desk, stage.dana, draft(stage, id, "written an hour ahead", after=3600))
    now = draft(stage, id, "written now")
    assert await drafts.keep(stage.desk, stage.dana, now) == now
    assert (
        await drafts.keep(stage.desk, stage.dana, draft(stage, id, "from a device that was offline", after=-60)) == now
    )
    assert await drafts.keep(stage.desk, stage.dana, draft(stage, id, "", after=-60)) == now
    assert await drafts.keep(stage.desk, stage.dana, draft(stage, id, " \n")) is None
    assert await texts(stage, stage.dana) == []


async def test_what_was_sent_is_no_draft_any_more_though_the_page_that_sent_it_fell(stage: Stage):
    conversation = await handoff.claim(stage.desk, stage.dana, (await stage.waiting()).id)
    await drafts.keep(stage.desk, stage.dana, draft(stage, conversation.id, "It comes tomorrow.\n"))
    await drafts.keep(stage.desk, stage.dana, draft(stage, conversation.id, "It comes", kind="note"))
    await replies.reply(stage.desk, stage.dana, conversation.id, text="It comes tomorrow.")
    assert await texts(stage, stage.dana, conversation.id) == ["It comes"]


async def test_of_many_the_oldest_give_way_and_one_that_is_too_long_is_refused(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(drafts, "MOST", 2)
    monkeypatch.setattr(drafts, "MOST_TEXT", 10)
    ids = [(await stage.waiting()).id for _ in range(3)]
    for n, id in enumerate(ids):
        await drafts.keep(stage.desk, stage.dana, draft(stage, id, f"draft {n}", after=n - 9))
    await drafts.keep(stage.desk, stage.sam, draft(stage, ids[0], "Sam's", after=-20))
    assert await texts(stage, stage.dana) == ["draft 2", "draft 1"]
    assert await texts(stage, stage.sam) == ["Sam's"]
    with pytest.raises(Invalid, match="up to 10 characters"):
        await drafts.keep(stage.desk, stage.dana, draft(stage, ids[0], "x" * 11))


async def test_no_event_tells_of_a_draft(stage: Stage):
    conversation = await stage.waiting()
    before = await stage.kinds(conversation)
    await drafts.keep(stage.desk, stage.dana, draft(stage, conversation.id, "Dear Ann"))
    assert await stage.kinds(conversation) == before
