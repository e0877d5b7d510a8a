"""Webhooks are told what happened: at least once, in order, and without holding up anybody else."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import pytest
from hooked import Hooked, hooked, signed_by, while_waiting
from receivers import hangs
from stage import Stage, set_up

from baton.core.actors import Role
from baton.core.events import EventKind
from baton.core.messages import Audience
from baton.core.webhooks import Outcome
from baton.services.conversations import replies
from baton.services.handoffs import handoff
from baton.services.trail.masking import events_shown
from baton.services.webhooks.sending import LEASE, tell

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Hooked]:
    async with hooked(stage) as one:
        yield one


async def test_an_event_arrives_in_the_form_of_the_log_under_its_id_and_signed(hook: Hooked):
    await hook.said("Where is my lamp?")
    await hook.tell_until(1)
    got = hook.receiver.got[0]
    logged = await hook.stage.desk.store.events.page(hook.stage.tenant.id, after=None, limit=500)
    wanted = [one for one in logged if one.event.kind is EventKind.MESSAGE_RECEIVED]
    reader = replace(hook.stage.admin, role=Role.READONLY)
    shown = (await events_shown(hook.stage.desk, reader, wanted))[0]
    assert {**got.event, "at": None} | {"message": None} == {**shown, "at": None, "message": None}
    assert got.event["message"]["text"] == "Where is my lamp?"
    assert got.id == f"evt_{wanted[0].cursor}"
    assert got.headers["webhook-signature"] == signed_by(hook.secret, got)
    assert abs(int(got.headers["webhook-timestamp"]) - hook.stage.clock().timestamp()) < 60


async def test_only_the_chosen_kinds_are_told_and_only_what_comes_after_it_was_registered(stage: Stage):
    await stage.says(await stage.begin(), "Before")
    async with hooked(stage) as hook:
        conversation = await hook.stage.waiting()
        await hook.said("After")
        await hook.tell_until(2)
        await hook.tell()
        assert sorted(hook.texts()) == ["After", "I want to talk to a person"]
        assert {one.place[0] for one in hook.receiver.got} >= {conversation.id}


async def test_a_webhook_of_the_customers_audience_is_told_what_they_may_see(stage: Stage):
    async with hooked(stage, None, audience=Audience.EVERYONE) as hook:
        conversation = await hook.stage.waiting()
        await handoff.claim(hook.stage.desk, hook.stage.dana, conversation.id)
        await replies.add_note(hook.stage.desk, hook.stage.dana, conversation.id, text="Knows us well")
        await replies.reply(hook.stage.desk, hook.stage.dana, conversation.id, text="Hello")
        while EventKind.REPLY_SENT not in {one.event["kind"] for one in hook.receiver.got}:
            await hook.tell()
        opened = next(one.event for one in hook.receiver.got if one.event["kind"] == "handoff_opened")
        assert "rule" not in opened["data"]
        assert not {one.event["kind"] for one in hook.receiver.got} & {"note_added", "decision_made", "webhook_added"}


async def test_of_a_conversation_each_event_waits_for_the_one_before(hook: Hooked):
    refused = ["one"]
    hook.receiver.answers = lambda got: "500 Broken" if got.event["message"]["text"] in refused else "200 OK"
    first = await hook.said("one", "two")
    second = await hook.said("here", "there")
    await hook.tell_until(3)
    assert set(hook.texts()) == {"one", "here", "there"}
    refused.clear()
    await hook.tell_until(5)
    await hook.tell()
    taken = [one.place for one in hook.receiver.got]
    assert [place for place in taken if place[0] == first.id] == [(first.id, 2), (first.id, 2), (first.id, 3)]
    assert [seq for id, seq in taken if id == second.id] == [2, 3]


async def test_a_try_that_failed_is_made_again_under_the_same_id_with_a_fresh_time(hook: Hooked):
    hook.receiver.answers = lambda _: "503 Busy" if len(hook.receiver.got) < 3 else "200 OK"
    await hook.said("Hello")
    await hook.tell_until(3)
    assert len({one.id for one in hook.receiver.got}) == 1
    assert len({one.headers["webhook-timestamp"] for one in hook.receiver.got}) == 3
    tried = await hook.attempts()
    assert [(one.tries, one.status, one.outcome) for one in tried] == [
        (1, 503, Outcome.FAILED),
        (2, 503, Outcome.FAILED),
        (3, 200, Outcome.DELIVERED),
    ]
    assert (await hook.now()).waiting == 0


async def test_however_many_nodes_tell_it_each_event_is_sent_once(hook: Hooked):
    for n in range(20):
        await hook.said(f"Conversation {n}")
    while len(hook.receiver.got) < 20:
        await asyncio.gather(*(hook.tell() for _ in range(6)))
    await asyncio.gather(*(hook.tell() for _ in range(6)))
    assert len({one.id for one in hook.receiver.got}) == len(hook.receiver.got) == 20


async def test_a_node_that_falls_after_the_answer_leaves_the_event_to_be_told_again_under_its_id(hook: Hooked):
    class Fallen(BaseException):
        """The process is gone."""

    class Falls:
        """A queue of which nothing more is heard once something was sent."""

        def __getattr__(self, name: str) -> Any:
            return getattr(hook.stage.desk.store.webhook_queue, name)

        async def settle(self, *_: Any, **__: Any) -> None:
            raise Fallen

        async def give_back(self, *_: Any) -> None:
            pass

    class Store:
        webhook_queue = Falls()

        def __getattr__(self, name: str) -> Any:
            return getattr(hook.stage.desk.store, name)

    await hook.said("one", "two")
    falls: Any = replace(hook.stage.desk, store=Store())
    while not hook.receiver.got:
        with pytest.raises(Fallen):
            await tell(falls, hook.stage.tenant.id, hook.hook.id)
    assert await hook.tell() == 0
    hook.stage.clock.advance(seconds=LEASE.total_seconds() + 1)
    await hook.tell_until(3)
    assert hook.texts() == ["one", "one", "two"]
    assert hook.receiver.got[0].id == hook.receiver.got[1].id


async def test_a_receiver_that_hangs_holds_up_no_other_webhook(stage: Stage, hook: Hooked):
    other = await set_up(stage.desk, stage.clock, stage.sources)
    hook.receiver.answers = lambda _: hangs
    await hook.said("Anybody?")
    held = asyncio.create_task(hook.tell())
    await hook.receiver.has(1)
    async with hooked(other) as well:
        await well.said("Hello")
        await well.tell_until(1)
        assert not held.done()
    await while_waiting(held)


async def test_no_transaction_is_open_while_a_receiver_takes_its_time(hook: Hooked, store: Any):
    hook.receiver.answers = lambda _: hangs
    await hook.said("Anybody?")
    held = asyncio.create_task(hook.tell())
    await hook.receiver.has(1)
    # Other desks of this database write too, for a moment each: what is held open while the receiver hangs stays.
    async with store.database.install() as connection, asyncio.timeout(20):
        while await connection.fetchval(
            "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND backend_xid IS NOT NULL "
            "AND pid <> pg_backend_pid() AND datname = current_database()"
        ):
            assert not held.done()
    await while_waiting(held)


async def test_one_that_is_changed_while_it_is_told_is_told_by_the_new_terms(hook: Hooked):
    await hook.said("one")
    await hook.tell_until(1)
    await hook.change(url=f"{hook.receiver.url}/elsewhere")
    await hook.said("two")
    await hook.tell_until(2)
    assert [one.path for one in hook.receiver.got] == ["/hook", "/elsewhere"]
