"""Promises that have lapsed: a sweep ends each, apologises for the broken ones and tells the team.

Many nodes may sweep at once. What a node writes holds only if nothing has happened since it looked, so one of them
writes, and what the others saw is looked at again.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from baton.core.conversation import Conversation
from baton.core.copy import Catalogue, said
from baton.core.copy.times import longest_told
from baton.core.customer import Customer
from baton.core.followups.modes import IN_LINE
from baton.core.ids import ConversationId, TenantId
from baton.core.mail.deliveries import Delivery
from baton.core.messages import Message
from baton.core.policy.model import Policy
from baton.core.policy.queue import Queue
from baton.core.promises import Happening, Promise, PromiseKind, PromiseState, answer_here, by, judged
from baton.core.transitions import State
from baton.core.verbs.lapses import STILL_WAITS, Ending, end_promises, put_forward
from baton.services.desk import Desk, commit
from baton.services.moves import notice, words_of
from baton.services.ports.promises import Promised
from baton.services.waiting.alerts import to_owner
from baton.services.waiting.queues import operators_here
from baton.services.waiting.waits import standing

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
    apology, renewed = None, ()
    if broken and before.state in STILL_WAITS:
        apology, renewed = await _apology(desk, before, customer, broken, now)
    letters = await letters_on(desk, before, broken)
    change = end_promises(before, endings, at=now, apology=apology)
    return await commit(desk, change, promises=renewed, deliveries=letters) is not None


async def letters_on(desk: Desk, before: Conversation, broken: Sequence[Promised]) -> tuple[Delivery, ...]:
    """One to whoever answers for the queue, with every sentence that was not kept."""
    if not broken:
        return ()
    policy = await desk.policies.of(before.tenant_id)
    queue = policy.queue(broken[0].queue) or policy.default_queue

    def told(words: Catalogue) -> tuple[str, str]:
        says = (words.of_team("not_kept", said=one.says) for one in broken)
        return words.of_team("broken_subject", queue=queue.name), "\n".join(says)

    return await to_owner(desk, before, queue, told)


async def _judged(desk: Desk, before: Conversation, lapsed: Sequence[Promised], now: datetime) -> tuple[Ending, ...]:
    replied = await desk.store.promises.replied_at(before.tenant_id, before.id, min(one.made_at for one in lapsed))
    is_somebody_here = await operators_here(desk, before.tenant_id, now) > 0
    policy = await desk.policies.of(before.tenant_id)
    judgements = [
        judged(one.kind, one.lapses_at, state=before.state, replied_at=replied, somebody_here=is_somebody_here)
        for one in lapsed
    ]
    return tuple(ending(one, *how, policy=policy) for one, how in zip(lapsed, judgements, strict=True))


def ending(one: Promised, state: PromiseState, why: Happening, *, policy: Policy) -> Ending:
    """How a promise ends, with what the trail keeps of it: the sentence, and who answers for the queue."""
    queue = policy.queue(one.queue)
    told = {"kind": one.kind.value, "says": one.says, "due": one.due_at, "queue": one.queue}
    return Ending(one.id, state, why, told | {"owner": queue.owner if queue else None})


def _has_lapsed(one: Promised, now: datetime) -> bool:
    return one.state is PromiseState.OPEN and one.lapses_at <= now


async def _apology(
    desk: Desk, before: Conversation, customer: Customer, broken: Sequence[Promised], now: datetime
) -> tuple[Message, tuple[Promise, ...]]:
    """The word to the customer, with a new time where there is an honest one, and what that word promises.

    What was promised in place of a broken promise is not promised a third time: that silence is the team's to end.
    """
    policy = await desk.policies.of(before.tenant_id)
    queue = policy.queue(before.queue)
    is_first = all(one.renews is None for one in broken)
    due = await _new_due(desk, before, queue, now) if queue and is_first else None
    words, zone = await words_of(desk, before, customer), customer.attributes.get("timezone")
    shown = due.astimezone(queue.hours.zone) if due and queue else None
    text = said.promise_broken(words, shown, now=now, zone=zone if isinstance(zone, str) else None)
    owed = next((one for one in broken if one.kind is PromiseKind.ANSWER_HERE and one.renews is None), None)
    renewed = [answer_here(text, before.queue or "", renews=owed.id)] if owed else []
    if due is not None:
        basis = f"the waits of the queue {before.queue}"
        kind = PromiseKind.FIRST_REPLY_BY
        renewed.append(by(kind, text, due, now=now, basis=basis, renews=broken[0].id))
    return notice(desk, text, now), tuple(renewed)


async def _new_due(desk: Desk, before: Conversation, queue: Queue, now: datetime) -> datetime | None:
    """When a person will have come, for one who waits in line and is put forward. None where nobody honestly knows."""
    handoff = before.handoff
    if before.state is not State.QUEUED or handoff is None or handoff.mode not in IN_LINE:
        return None
    ranks_at = put_forward(handoff).rank
    place = await standing(desk, before.tenant_id, queue, id=before.id, ranks_at=ranks_at, at=now)
    return now + timedelta(seconds=longest_told(place.wait)) if place.wait else None
