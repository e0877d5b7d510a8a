"""Waiting customers hear how the line moves: quietly on the card, and in the chat before a told range breaks."""

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from baton.core.conversation import Conversation
from baton.core.copy import said
from baton.core.ids import QueueId, TenantId
from baton.core.messages import Message
from baton.core.policy.model import Policy
from baton.core.promises import Happening, Promise, PromiseKind, PromiseState, by
from baton.core.transitions import State
from baton.core.verbs.line import tell_wait
from baton.core.waiting import NO_NEWS, NOTHING_YET, Lesson, News, Telling, Told, tell_again
from baton.services.desk import Desk, commit
from baton.services.moves import notice, words_of
from baton.services.ports import waits as wait_ports
from baton.services.ports.promises import Promised
from baton.services.ports.waits import Waiting
from baton.services.wait_book import study
from baton.services.waiting.lapses import ending, letters_on
from baton.services.waiting.waits import Line, Standing, worded

log = logging.getLogger("baton.telling")

ROUND = timedelta(seconds=3)
"""How often a tenant's line is looked through, by one node of all."""

AT_ONCE = 500
"""How many of a line are told. Who stands further back than that has no use for each step."""

SETTLED = timedelta(seconds=5)
"""One who began to wait less than this ago was told a moment ago, by the notice of the handoff."""


async def look_through(desk: Desk) -> int:
    """Tell the waiting customers of every tenant what has changed for them. Returns how many were told."""
    told = 0
    for tenant_id in await desk.store.waits.tenants():
        try:
            told += await look_through_line(desk, tenant_id)
        except Exception:
            # One company whose line can't be looked through must not leave the others' customers without a word.
            log.exception("the line of a company could not be looked through; it is tried again")
    return told


async def look_through_line(desk: Desk, tenant_id: TenantId) -> int:
    """Tell a tenant's waiting customers what has changed, unless another node just did."""
    now = desk.clock()
    if not await desk.store.waits.take_round(tenant_id, now, before=now - ROUND):
        return 0
    await desk.store.waits.settle(tenant_id)
    policy = await desk.policies.of(tenant_id)
    lessons = await study(desk, tenant_id) if desk.waits.is_due(tenant_id, now) else None
    line = Line.of(policy, await desk.store.people.operators(tenant_id), now)
    ahead: Counter[QueueId] = Counter()
    told = 0
    for one in await desk.store.waits.in_line(tenant_id, AT_ONCE):
        lesson = lessons.get(one.queue, NOTHING_YET) if lessons else desk.waits.lesson(tenant_id, one.queue)
        standing = _standing(policy, line, lesson, one, ahead, now)
        ahead[one.queue] += 1
        if standing is not None and await _tell(desk, tenant_id, one, standing, now):
            told += 1
    return told


def _standing(
    policy: Policy, line: Line, lesson: Lesson, one: Waiting, ahead: Mapping[QueueId, int], now: datetime
) -> Standing | None:
    queue = policy.queue(one.queue)
    return line.standing(queue, lesson, ahead, now) if queue else None


async def _tell(desk: Desk, tenant_id: TenantId, one: Waiting, standing: Standing, now: datetime) -> bool:
    """Tell one customer, if there is news and no other node tells them. False where they have heard all there is."""
    news = _news(one, standing, now)
    if news.telling is Telling.NOTHING:
        return False
    loaded = await desk.store.conversations.load(tenant_id, one.conversation)
    if loaded is None or loaded[0].state is not State.QUEUED:
        return False
    before, customer = loaded
    words = await words_of(desk, before, customer)
    told = worded(Told(now, standing.position, news.wait, news.end_s), words)
    if not await desk.store.waits.keep(tenant_id, _kept(one, standing, told)):
        return False
    word = notice(desk, said.wait_was_wrong(words, news.wait), now) if news.telling is Telling.OWN_UP else None
    broken = await _broken(desk, before) if word else ()
    policy = await desk.policies.of(tenant_id)
    endings = [ending(p, PromiseState.BROKEN, Happening.LAPSED, policy=policy) for p in broken]
    change = tell_wait(before, told, at=now, notice=word, broken=endings)
    letters = await letters_on(desk, before, broken)
    return await commit(desk, change, promises=_promises(one, news, told, word), deliveries=letters) is not None


async def _broken(desk: Desk, before: Conversation) -> tuple[Promised, ...]:
    """The ranges that are owned up to: they will not hold, and nobody has to wait for their end to see that."""
    found = await desk.store.promises.of_conversation(before.tenant_id, before.id)
    return tuple(p for p in found if p.kind is PromiseKind.WAIT_WITHIN and p.state is PromiseState.OPEN)


def _news(one: Waiting, standing: Standing, now: datetime) -> News:
    if now - one.since < SETTLED:
        return NO_NEWS
    if one.told is None or one.told.at < one.since:
        return News(Telling.MOVE, standing.wait)
    return tell_again(one.told, now, position=standing.position, wait=standing.wait)


def _kept(one: Waiting, standing: Standing, told: Told) -> wait_ports.Telling:
    return wait_ports.Telling(
        handoff=one.handoff,
        conversation=one.conversation,
        queue=one.queue,
        number=one.number + 1,
        at=told.at,
        position=told.position,
        past=standing.past,
        wait=told.wait,
        told_s=told.end_s,
    )


def _promises(one: Waiting, news: News, told: Told, word: Message | None) -> tuple[Promise, ...]:
    """A range that is told first, or anew after a wrong one, binds. One that came nearer binds as it did before."""
    if told.wait is None or told.end_s is None or news.end_s is not None:
        return ()
    until = told.at + timedelta(seconds=told.end_s)
    says = word.text if word else told.words
    return (by(PromiseKind.WAIT_WITHIN, says, until, now=told.at, basis=f"the waits of the queue {one.queue}"),)
