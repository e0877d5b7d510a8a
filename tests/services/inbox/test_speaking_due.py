"""How often the timer of replies for later looks at what, and what their author had read."""

from datetime import timedelta

import pytest
from stage import Stage

from baton.core.errors import Conflict
from baton.services.handoffs import handoff
from baton.services.inbox import scheduled_replies as scheduled
from baton.services.inbox.speaking_due import speak_due

pytestmark = pytest.mark.anyio


async def test_a_quick_look_ends_what_is_due_and_leaves_what_was_overtaken_for_the_thorough_one(stage: Stage):
    desk, dana = stage.desk, stage.dana
    due, overtaken = [await handoff.claim(desk, dana, (await stage.waiting()).id) for _ in range(2)]
    for n, one in enumerate((due, overtaken), 1):
        at = stage.clock() + timedelta(minutes=n)
        await scheduled.write(desk, dana, one.id, text="It came", due=at, version=one.version)
    await handoff.let_go(desk, dana, overtaken.id)
    stage.clock.advance(seconds=61)
    await speak_due(desk, thorough=False)
    assert "It came" in await stage.transcript(due)
    assert "reply_held_back" not in await stage.kinds(overtaken)
    stage.clock.advance(seconds=60)
    await speak_due(desk, thorough=False)
    assert "reply_held_back" in await stage.kinds(overtaken)
    assert "It came" not in await stage.transcript(overtaken)


async def test_what_the_customer_wrote_a_moment_before_is_read_first(stage: Stage):
    desk, dana = stage.desk, stage.dana
    held = await handoff.claim(desk, dana, (await stage.waiting()).id)
    read = (await stage.now(held)).seq
    await stage.says(held, "Wait, it has come")
    asked = {"text": "It is on its way", "due": stage.clock() + timedelta(hours=1), "version": held.version}
    with pytest.raises(Conflict, match="has just written") as unread:
        await scheduled.write(desk, dana, held.id, **asked, seen=read)
    assert unread.value.code == "customer_wrote"
    await scheduled.write(desk, dana, held.id, **asked, seen=read, even_if_written=True)
