"""Operators who are gone with conversations in their hands: after a time of grace these go back to their queue.

Who was removed from the team has no grace: what a fallen process left in their hands goes back at the next look."""

from datetime import timedelta

from baton.core.actors import SYSTEM, Actor
from baton.core.copy import said
from baton.core.errors import IllegalMove
from baton.core.ids import ConversationId
from baton.core.verbs.leaving import LEFT, LOST, lose
from baton.services.desk import Desk, commit
from baton.services.followups.agreeing import queue_of
from baton.services.moves import in_line_again, words_of
from baton.services.ports.people import Lost

AT_ONCE = 100


async def return_lost(desk: Desk) -> int:
    """Put back what is held by operators who were removed, or went offline or were not heard of, longer than their
    tenant's grace.

    Nodes may do it at the same time: the version lets one of them. Returns how many conversations went back.
    """
    now, returned = desk.clock(), 0
    for lost in await desk.store.people.lost(now, AT_ONCE):
        policy = await desk.policies.of(lost.tenant_id)
        if not lost.is_removed and now - lost.since < timedelta(seconds=policy.routing.grace_s):
            continue
        for id in await desk.store.people.held(lost.tenant_id, lost.operator_id, spoken_for=lost.is_removed):
            returned += await put_back(desk, lost, id)
    return returned


async def put_back(desk: Desk, lost: Lost, id: ConversationId, *, actor: Actor = SYSTEM) -> bool:
    """Put one conversation back. False where somebody else was quicker."""
    loaded = await desk.store.conversations.load(lost.tenant_id, id)
    if loaded is None:
        return False
    before, customer = loaded
    now = desk.clock()
    words, queue = await words_of(desk, before, customer), queue_of(before, await desk.policies.of(lost.tenant_id))
    says = said.released(lost.name, words) if lost.has_left else said.operator_lost(lost.name, words)
    told = in_line_again(desk, before, customer, queue, says, words=words, at=now)
    try:
        reason = LEFT if lost.is_removed else LOST
        change = lose(before, lost.operator_id, at=now, notice=told.notice, actor=actor, reason=reason)
    except IllegalMove:
        return False
    return await commit(desk, change, promises=told.promises) is not None
