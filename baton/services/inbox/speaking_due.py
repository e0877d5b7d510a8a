"""The timer of scheduled replies: what is due is said, or put aside with the reason, once, by whichever node is first.

Nothing is claimed beforehand. A reply is stored as a message and waits no more in one transaction, under the version
that it was written under and while the conversation's log ends where it was read. A node that falls before leaves it
as it was, for another; of two nodes, the second changes no row.
"""

import logging

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, MessageId, OperatorId, TenantId
from baton.core.inbox.sending_later import HeldBack, ScheduledReply
from baton.core.verbs.scheduled_replies import held_back_by, hold_back, speak
from baton.services.conversations.citing import cited
from baton.services.desk import Desk

log = logging.getLogger("baton.scheduled")

AT_ONCE = 100

_TRIES = 3
"""How often one is tried in a look against a conversation in which something else happens meanwhile."""


async def speak_due(desk: Desk, *, thorough: bool = True) -> int:
    """Say what is due in every tenant; if `thorough`, put aside too what can't be said any more at a later time.

    Returns how many this node ended.
    """
    store, now, ended = desk.store.scheduled, desk.clock(), 0
    found = [*await store.due(now, AT_ONCE), *(await store.overtaken(now, AT_ONCE) if thorough else ())]
    for tenant_id, id, reply in found:
        try:
            ended += await end_one(desk, tenant_id, id, reply)
        except Exception:
            # One that can't be written must not hold up the others.
            log.exception("a scheduled reply could not be ended; it is tried again")
    return ended


async def end_one(desk: Desk, tenant_id: TenantId, id: ConversationId, reply: MessageId) -> bool:
    """Say one reply or put it aside, if it is time. False where another node did, or too much happens there now."""
    for _ in range(_TRIES):
        # The conversation first: what is read of the reply after it is never older than the fence.
        loaded = await desk.store.conversations.load(tenant_id, id)
        found = await desk.store.scheduled.find(tenant_id, id, reply)
        if loaded is None or found is None or not found.waits:
            return False
        why = held_back_by(loaded[0], found, at=desk.clock())
        if why is None and found.due_at > desk.clock():
            return False
        why = why or await _unfit(desk, tenant_id, found)
        done = await (put_aside(desk, loaded[0], found, why) if why else _say(desk, loaded[0], found))
        if done:
            return True
    return False


async def put_aside(desk: Desk, before: Conversation, reply: ScheduledReply, why: HeldBack) -> bool:
    """Keep a reply as not sent, and tell the team why. False where something else happened meanwhile."""
    moved = await desk.store.scheduled.moved(before.tenant_id, before.id, reply) if why is HeldBack.MOVED else None
    change, kept = hold_back(before, reply, why, at=desk.clock(), moved=moved)
    saved = await desk.store.scheduled.write(change, kept)
    if saved is not None:
        desk.live.publish(saved)
    return saved is not None


async def _say(desk: Desk, before: Conversation, reply: ScheduledReply) -> bool:
    saved = await desk.store.conversations.save_scheduled(speak(before, reply, at=desk.clock()), reply.id)
    if saved is not None:
        desk.live.publish(saved)
    return saved is not None


async def _unfit(desk: Desk, tenant_id: TenantId, reply: ScheduledReply) -> HeldBack | None:
    """What may not be said any more though nothing moved: its author was removed, or a page is no customer's now."""
    author = await desk.store.people.operator(tenant_id, OperatorId(reply.author_id or ""))
    if author is None or author.left_at is not None:
        return HeldBack.AUTHOR_LEFT
    caller = Caller(tenant_id, Role.OPERATOR, reply.message.author)
    try:
        await cited(desk, caller, [one.passage_id for one in reply.message.citations], for_customers=True)
    except Invalid:
        return HeldBack.SOURCE_GONE
    return None
