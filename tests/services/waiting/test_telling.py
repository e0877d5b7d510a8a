"""Customers in line hear how it moves: when there is news, from one node, and with an apology where one is due."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from stage import Stage, is_here, set_up

from baton.core.inbox.listing import Wanted
from baton.core.waiting import Coverage, Lesson, Past, WaitRange, calibrate
from baton.core.waiting.calibration import Calibration
from baton.services.conversations import resolution
from baton.services.conversations.conversations import look
from baton.services.handoffs import handoff
from baton.services.team.colleagues import PersonChange, change_operator
from baton.services.wait_book import study
from baton.services.waiting import telling
from baton.services.waiting.telling import look_through, look_through_line
from baton.services.waiting.waits import honesty

pytestmark = pytest.mark.anyio

TRUSTED = Calibration(0.2, 2.0, 200, Coverage(100, 0.8))


async def errands(stage: Stage) -> None:
    while stage.desk.errands:
        # Not one by one: to await one that is done lets nobody else run, so it would stay in the set for ever.
        await asyncio.gather(*stage.desk.errands)


def knows(stage: Stage, lesson: Lesson) -> None:
    """The desk has learned this of the default queue, and has just read it."""
    stage.desk.waits.keep(stage.tenant.id, {"support": lesson})
    stage.desk.waits.reading(stage.tenant.id, stage.clock() + timedelta(hours=3))


@pytest.fixture
async def busy(stage: Stage) -> Stage:
    """Dana is here with her hands full, and the desk knows its waits."""
    await is_here(stage, stage.dana)
    await change_operator(stage.desk, stage.admin, stage.dana.actor.id, PersonChange(capacity=4))
    for _ in range(4):
        held = await stage.waiting()
        await handoff.claim(stage.desk, stage.dana, held.id)
    knows(stage, Lesson(service_s=600.0, busy=TRUSTED, free=TRUSTED))
    await errands(stage)
    return stage


async def later(stage: Stage, seconds: float) -> int:
    stage.clock.advance(seconds=seconds)
    return await look_through_line(stage.desk, stage.tenant.id)


async def card(stage: Stage, conversation) -> tuple[int | None, str]:
    seen, _ = await look(stage.desk, stage.customer(conversation), conversation.id)
    assert seen.handoff
    return seen.handoff.position, seen.handoff.told.words if seen.handoff.told else ""


async def test_the_handoff_tells_the_place_and_the_range_and_keeps_them(busy):
    first = await busy.waiting()
    await errands(busy)
    # 4 slots turn over in 600 s: 150 s a step, from a fifth of that to twice as long.
    told = await busy.desk.store.waits.told(busy.tenant.id, first.handoff.id)
    assert told.position == 1
    assert told.wait.high_s == pytest.approx(2.0 ** (1.25**0.5) * 155 - 5, rel=0.01)
    assert told.end_s >= told.wait.high_s
    assert "minutes" in (await card(busy, first))[1]


async def test_without_trust_there_is_a_place_and_no_range(busy):
    knows(busy, Lesson(service_s=600.0, busy=replace(TRUSTED, coverage=Coverage(100, 0.5))))
    first = await busy.waiting()
    await errands(busy)
    assert await card(busy, first) == (1, "")
    kept = (await busy.desk.store.waits.lived(busy.tenant.id, ["support"], busy.clock()))["support"].pasts[-1]
    assert kept.wait is not None, "it is reckoned all the same, to see whether it would have held"


async def test_where_nobody_is_here_there_is_no_range(stage):
    knows(stage, Lesson(busy=TRUSTED, free=TRUSTED))
    first = await stage.waiting()
    await errands(stage)
    assert await card(stage, first) == (1, "")


async def test_a_position_that_falls_is_told_on_the_card_and_not_in_the_chat(busy):
    first, second = await busy.waiting(), await busy.waiting()
    await errands(busy)
    said = await busy.transcript(second)
    await handoff.cancel_wait(busy.desk, busy.customer(first), first.id)
    assert await later(busy, 20) == 1
    assert (await card(busy, second))[0] == 1
    assert await busy.transcript(second) == said
    assert (await busy.kinds(second))[-1] == "wait_told"
    assert await later(busy, 20) == 0, "nothing new"


async def test_two_nodes_tell_once(busy):
    first, second = await busy.waiting(), await busy.waiting()
    await errands(busy)
    await handoff.cancel_wait(busy.desk, busy.customer(first), first.id)
    assert [await later(busy, 20), await later(busy, 0)] == [1, 0]
    # Even where both look at the same moment, one of them writes the next telling down first.
    telling = (await busy.desk.store.waits.in_line(busy.tenant.id, 10))[0]
    assert telling.number == 2
    assert (await busy.kinds(second)).count("wait_told") == 1


async def test_the_same_telling_is_kept_once(busy):
    await busy.waiting()
    await errands(busy)
    one = (await busy.desk.store.waits.in_line(busy.tenant.id, 10))[0]
    from baton.services.ports.waits import Telling

    telling = Telling(
        handoff=one.handoff, conversation=one.conversation, queue=one.queue, number=2, at=busy.clock(), position=1
    )
    assert [await busy.desk.store.waits.keep(busy.tenant.id, telling) for _ in range(2)] == [True, False]


async def test_a_range_that_does_not_hold_is_owned_up_to_before_its_end(busy):
    first = await busy.waiting()
    await errands(busy)
    told = await busy.desk.store.waits.told(busy.tenant.id, first.handoff.id)
    assert await later(busy, told.end_s - 40) == 0
    assert await later(busy, 31) == 1
    assert (await busy.kinds(first))[-2:] == ["wait_told", "notice_sent"]
    assert "longer" in (await busy.transcript(first))[-1]
    assert await later(busy, 20) == 0, "the new range stands"


async def test_owning_up_breaks_the_old_promise_and_makes_a_new_one(busy):
    first = await busy.waiting()
    await errands(busy)
    told = await busy.desk.store.waits.told(busy.tenant.id, first.handoff.id)
    await later(busy, told.end_s - 5)
    async with busy.desk.store.database.tenant(busy.tenant.id) as connection:
        rows = await connection.fetch(
            "SELECT state FROM promises WHERE tenant_id = $1 AND conversation_id = $2 AND kind = 'wait_within' "
            "ORDER BY id",
            busy.tenant.id,
            first.id,
        )
    assert [row["state"] for row in rows] == ["broken", "open"]


async def test_who_is_claimed_meanwhile_is_told_nothing_more(busy):
    first = await busy.waiting()
    await errands(busy)
    await resolution.end(busy.desk, busy.dana, (await held_by_dana(busy)), disposition=None, note=None)
    await handoff.claim(busy.desk, busy.dana, first.id)
    assert await later(busy, 3000) == 0
    assert (await busy.kinds(first))[-1] == "notice_sent"


async def held_by_dana(stage: Stage):
    page = await stage.desk.store.lists.page(
        stage.tenant.id,
        Wanted(at=stage.clock(), view="mine", operator_id=stage.dana.actor.operator_id),
        after=None,
        limit=1,
    )
    return page.items[0][0].id


async def test_who_comes_back_into_the_line_is_told_anew(busy):
    first = await busy.waiting()
    await errands(busy)
    await resolution.end(busy.desk, busy.dana, (await held_by_dana(busy)), disposition=None, note=None)
    await handoff.claim(busy.desk, busy.dana, first.id)
    await handoff.let_go(busy.desk, busy.dana, first.id, reason="the wrong team")
    assert await later(busy, 6) == 1
    assert (await busy.desk.store.waits.in_line(busy.tenant.id, 10))[0].number == 2


async def test_what_came_of_a_wait_is_written_down(busy):
    claimed, cancelled, waiting = await busy.waiting(), await busy.waiting(), await busy.waiting()
    await errands(busy)
    await handoff.cancel_wait(busy.desk, busy.customer(cancelled), cancelled.id)
    await resolution.end(busy.desk, busy.dana, (await held_by_dana(busy)), disposition=None, note=None)
    await handoff.claim(busy.desk, busy.dana, claimed.id)
    assert await busy.desk.store.waits.settle(busy.tenant.id) >= 2
    pasts = (await busy.desk.store.waits.lived(busy.tenant.id, ["support"], busy.clock()))["support"].pasts[-3:]
    assert [(past.was_served, past.has_ended) for past in pasts] == [(True, True), (False, True), (False, False)]
    assert waiting.id


async def test_how_honest_the_waits_are_is_told_queue_by_queue(busy):
    first = (await honesty(busy.desk, busy.admin))[0]
    assert first.queue.id == "support"
    assert first.coverage.judged == 0
    assert not first.is_told


async def test_lessons_are_read_from_what_was_lived(busy):
    lessons = await study(busy.desk, busy.tenant.id)
    assert lessons["support"].busy is None, "four waits are no past"
    assert calibrate([Past(expected_s=1.0, exponent=1.0, wait=WaitRange(0, 1))], handling_s=5.0) is None


async def test_a_range_still_stands_in_the_store_when_it_is_told_again_while_nobody_is_there(busy):
    first, second = await busy.waiting(), await busy.waiting()
    await errands(busy)
    told = await busy.desk.store.waits.told(busy.tenant.id, second.handoff.id)
    async with busy.desk.store.database.tenant(busy.tenant.id) as connection:
        await connection.execute("UPDATE operators SET availability = 'offline'")
    await handoff.cancel_wait(busy.desk, busy.customer(first), first.id)
    assert await later(busy, 20) == 1
    again = await busy.desk.store.waits.told(busy.tenant.id, second.handoff.id)
    assert again.position == 1
    assert again.wait is not None
    assert again.end_s is not None
    assert again.end_s <= told.end_s
    assert [one.told.wait for one in await busy.desk.store.waits.in_line(busy.tenant.id, 10)] == [again.wait]


async def test_a_line_that_cannot_be_looked_through_leaves_the_others_their_word(busy, monkeypatch, caplog):
    other = await set_up(busy.desk, busy.clock, busy.sources)
    for stage in (busy, other):
        await stage.waiting()
    looked = set()

    async def fails(desk, tenant_id):
        looked.add(tenant_id)
        raise RuntimeError("a row that cannot be read")

    monkeypatch.setattr(telling, "look_through_line", fails)
    assert await look_through(busy.desk) == 0
    assert {busy.tenant.id, other.tenant.id} <= looked
    assert "is tried again" in caplog.text
