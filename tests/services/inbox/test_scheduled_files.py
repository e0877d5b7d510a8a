"""What was sent with a reply for later, and what it names, while it waits and when it is taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from fakes import Clock
from sample_files import PDF
from stage import Stage, set_up

from baton.app import OpenDesk
from baton.core.errors import Invalid
from baton.services.conversations import uploads
from baton.services.handoffs import handoff, opening
from baton.services.inbox import scheduled_replies as scheduled
from baton.services.inbox.speaking_due import speak_due
from baton.services.knowledge import sources
from baton.services.knowledge.files import File, add_files
from baton.services.sweeps import forget_old

pytestmark = pytest.mark.anyio

HOUR, DAYS = timedelta(hours=1), timedelta(days=4)


async def test_a_file_that_waited_for_days_can_still_be_sent_once_its_reply_is_taken_back(stage: Stage):
    desk, dana = stage.desk, stage.dana
    id = (await stage.waiting()).id
    held = await handoff.claim(desk, dana, id)
    file = (await uploads.upload(desk, dana, name="plan.pdf", declared=None, body=_body())).attachment
    due = stage.clock() + DAYS
    reply, _ = await scheduled.write(
        desk, dana, id, text="The plan", due=due, version=held.version, files=[file.id], even_if_written=True
    )
    stage.clock.advance(seconds=(DAYS / 2).total_seconds())
    await scheduled.drop(desk, dana, id, reply.id)
    await forget_old(desk)
    again, _ = await scheduled.write(desk, dana, id, text="The plan", due=due, version=held.version, files=[file.id])
    assert [one.id for one in again.message.attachments] == [file.id]


async def test_a_page_that_was_removed_is_not_named_to_the_customer_by_its_author_either(opened: OpenDesk):
    clock = Clock()
    stage = await set_up(replace(opened.desk, clock=clock), clock, opened.desk.knowledge)  # type: ignore[arg-type]
    desk, dana = stage.desk, stage.dana
    await add_files(desk, stage.admin, "Gifts", [File("gifts.md", b"# Gifts\n\nGift cards last 24 months.\n")])
    (page, *_) = await sources.search(desk, dana, "gift cards last")
    held = await opening.barge_in(desk, dana, (await stage.begin()).id)
    due = clock() + HOUR
    reply, _ = await scheduled.write(
        desk, dana, held.id, text="24 months", due=due, version=held.version, cites=[page.passage.id]
    )
    await sources.remove_source(desk, stage.admin, page.passage.source_id)
    with pytest.raises(Invalid) as refused:
        await scheduled.send_now(desk, dana, held.id, reply.id)
    assert refused.value.code == "cannot_cite"
    clock.advance(hours=1, seconds=1)
    await speak_due(desk)
    (kept,) = (await scheduled.listed(desk, dana, held.id, zone=None)).replies
    assert kept.told == {"why": "source_gone"}


async def _body():
    yield PDF
