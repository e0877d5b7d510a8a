"""Webhooks of which nothing arrives: a rest, one event at a time, off after days, and nothing lost by it."""

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
from hooked import Hooked, hooked
from stage import Stage

from baton.core.events import EventKind
from baton.core.webhooks import OFF_AFTER
from baton.db.webhook_queue import MOST_PENDING
from baton.services.webhooks.sending import AT_ONCE

pytestmark = pytest.mark.anyio


@pytest.fixture
async def hook(stage: Stage) -> AsyncIterator[Hooked]:
    async with hooked(stage) as one:
        yield one


async def test_an_address_that_is_down_is_asked_with_one_event_at_a_time_and_then_gets_all(hook: Hooked):
    hook.receiver.answers = lambda _: "502 Bad Gateway"
    for n in range(AT_ONCE * 4):
        await hook.said(f"Conversation {n}")
    while not (await hook.now()).is_down:
        await hook.tell()
    before = len(hook.receiver.got)
    hook.stage.clock.advance(minutes=2)
    assert await hook.tell() == 1
    assert len(hook.receiver.got) == before + 1
    store: Any = hook.stage.desk.store
    async with store.database.tenant(hook.stage.tenant.id) as connection:
        # All but one have failed so often that their next try is hours away.
        await connection.execute(
            "UPDATE webhook_pending SET due_at = due_at + interval '5 hours' "
            "WHERE event_id > (SELECT min(event_id) FROM webhook_pending)"
        )
    hook.receiver.answers = lambda _: "200 OK"
    hook.stage.clock.advance(minutes=2)
    await hook.tell()
    stands = await hook.now()
    assert (stands.waiting, stands.state) == (0, "on")


async def test_while_it_is_down_the_log_keeps_what_there_is_no_room_for(hook: Hooked):
    hook.receiver.answers = lambda _: "502 Bad Gateway"
    queue = hook.stage.desk.store.webhook_queue
    await fill(hook, MOST_PENDING)
    await hook.said("One more")
    assert await queue.spread(hook.stage.tenant.id, hook.hook.id, at=hook.stage.clock()) is False
    assert (await hook.now()).waiting == MOST_PENDING


async def fill(hook: Hooked, count: int) -> None:
    """Let so many events wait that are no more."""
    store: Any = hook.stage.desk.store
    async with store.database.tenant(hook.stage.tenant.id) as connection:
        await connection.execute(
            "INSERT INTO webhook_pending (tenant_id, webhook_id, epoch, tx, event_id, conversation_id, due_at) "
            "SELECT $1, $2, 1, 1, n, n::text, now() FROM generate_series(1, $3) n",
            hook.stage.tenant.id,
            hook.hook.id,
            count,
        )


async def test_what_was_erased_is_told_to_nobody_any_more(hook: Hooked):
    await fill(hook, 30)
    await hook.tell()
    assert ((await hook.now()).waiting, hook.receiver.got, await hook.attempts()) == (0, [], [])


async def test_after_days_without_an_arrival_it_is_off_and_goes_on_where_it_stopped(hook: Hooked):
    hook.receiver.answers = lambda _: "500 Broken"
    await hook.said("one", "two")
    await hook.tell_until(1)
    hook.stage.clock.advance(seconds=OFF_AFTER.total_seconds() + 7200)
    await hook.tell()
    off = await hook.now()
    assert (off.state, off.is_on) == ("off", False)
    assert "It answered 500." in off.why_off
    logged = await hook.stage.desk.store.events.page(hook.stage.tenant.id, after=None, limit=500)
    said = [one.event for one in logged if one.event.kind is EventKind.WEBHOOK_SWITCHED_OFF]
    assert [one.data["webhook_id"] for one in said] == [hook.hook.id]
    await hook.said("three")
    assert await hook.tell() == 0
    hook.receiver.answers = lambda _: "200 OK"
    hook.receiver.got.clear()
    assert (await hook.change(is_on=True)).state == "on"
    await hook.tell_until(3)
    assert sorted(hook.texts()) == ["one", "three", "two"]


async def test_who_wants_to_begin_anew_skips_what_was_missed(hook: Hooked):
    await hook.change(is_on=False)
    await hook.said("Missed")
    await hook.change(is_on=True, skips=True)
    await hook.said("New")
    await hook.tell_until(1)
    await hook.tell()
    assert hook.texts() == ["New"]


async def test_a_receiver_that_says_gone_is_told_no_more(hook: Hooked):
    hook.receiver.answers = lambda _: "410 Gone"
    await hook.said("one", "two")
    await hook.tell_until(1)
    assert ((await hook.now()).is_on, len(hook.receiver.got)) == (False, 1)


async def test_only_what_is_due_is_looked_at(hook: Hooked):
    queue, id = hook.stage.desk.store.webhook_queue, hook.hook.id
    await hook.tell()

    async def is_due() -> bool:
        return id in {one for _, one in await queue.due(hook.stage.clock(), 1000)}

    assert not await is_due()
    hook.receiver.answers = lambda _: "500 Broken"
    await hook.said("one", "two")
    assert await is_due()
    await hook.tell_until(1)
    hook.stage.clock.ahead -= timedelta(seconds=10)
    assert not await is_due()
    hook.stage.clock.advance(minutes=1)
    assert await is_due()
