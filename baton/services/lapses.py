"""Promises that have lapsed: a sweep ends each, apologises for the broken ones and tells the team.

Many nodes may sweep at once. What a node writes holds only if nothing has happened since it looked, so one of them
writes, and what the others saw is looked at again.
"""

import logging
from collections.abc import Sequence
from datetime import datetime

from baton.core.conversation import Conversation
from baton.core.copy import said
from baton.core.customer import Customer
from baton.core.deliveries import Delivery
from baton.core.ids import ConversationId, TenantId
from baton.core.lapses import STILL_WAITS, Ending, end_promises
from baton.core.messages import Message
from baton.core.promises import Promise, PromiseKind, PromiseState, answer_here, judged
from baton.services.alerts import to_owner
from baton.services.desk import Desk, commit
from baton.services.moves import language_of, notice
from baton.services.promise_ports import Promised
from baton.services.queues import operators_here

log = logging.getLogger("baton.lapses")

AT_ONCE = 100


async def end_lapsed(desk: Desk) -> int:
    """End the promises that have lapsed, in every tenant. Returns in how many conversations this node did."""
    ended = 0
    for tenant_id, id in await desk.store.promises.lapsed(desk.clock(), AT_ONCE):
        try:
            ended += await _end(desk, tenant_id, id)
        except Exception:
            # One conversation that can't be written must not keep the others' promises open.
            log.exception("a lapsed promise could not be ended; it is tried again")
    return ended


async def _end(desk: Desk, tenant_id: TenantId, id: ConversationId) -> bool:
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        return False
    before, customer = found
    now = desk.clock()
    lapsed = [one for one in await desk.store.promises.of_conversation(tenant_id, id) if _has_lapsed(one, now)]
    if not lapsed:
        return False
    endings = await _judged(desk, before, lapsed, now)
    broken = [one for one, ending in zip(lapsed, endings, strict=True) if ending.state is PromiseState.BROKEN]
    apology = _apology(desk, before, customer, now) if broken and before.state in STILL_WAITS else None
    renewed = _renewed(before, broken, apology.text) if apology else ()
    letters = await _letters(desk, before, broken)
    change = end_promises(before, endings, at=now, apology=apology)
    return await commit(desk, change, promises=renewed, deliveries=letters) is not None


async def _letters(desk: Desk, before: Conversation, broken: Sequence[Promised]) -> tuple[Delivery, ...]:
    """One to whoever answers for the queue, with every sentence that was not kept."""
    if not broken:
        return ()
    policy = await desk.policies.of(before.tenant_id)
    queue = policy.queue(broken[0].queue) or policy.default_queue
    says = "\n".join(f"Not kept: {one.says}" for one in broken)
    return await to_owner(desk, before, queue, f"A promise to a customer was broken in {queue.name}", says)


async def _judged(desk: Desk, before: Conversation, lapsed: Sequence[Promised], now: datetime) -> tuple[Ending, ...]:
    replied = await desk.store.promises.replied_at(before.tenant_id, before.id, min(one.made_at for one in lapsed))
    is_somebody_here = await operators_here(desk, before.tenant_id, now) > 0
    policy = await desk.policies.of(before.tenant_id)
    endings: list[Ending] = []
    for one in lapsed:
        state, why = judged(
            one.kind, one.lapses_at, state=before.state, replied_at=replied, somebody_here=is_somebody_here
        )
        queue = policy.queue(one.queue)
        told = {"kind": one.kind.value, "says": one.says, "due": one.due_at, "queue": one.queue}
        endings.append(Ending(one.id, state, why, told | {"owner": queue.owner if queue else None}))
    return tuple(endings)


def _has_lapsed(one: Promised, now: datetime) -> bool:
    return one.state is PromiseState.OPEN and one.lapses_at <= now


def _apology(desk: Desk, before: Conversation, customer: Customer, now: datetime) -> Message:
    return notice(desk, said.promise_broken(language_of(before, customer), None), now)


def _renewed(before: Conversation, broken: Sequence[Promised], says: str) -> tuple[Promise, ...]:
    """The apology still owes the answer. It is owed anew once: a second silence is the team's to end, not a sweep's."""
    owed = next((one for one in broken if one.kind is PromiseKind.ANSWER_HERE and one.renews is None), None)
    return (answer_here(says, before.queue or "", renews=owed.id),) if owed else ()
