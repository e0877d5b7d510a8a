"""Snoozing: an operator puts a conversation away, and the desk brings it back in time for what was promised."""

import logging
from dataclasses import dataclass
from datetime import datetime

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.errors import Invalid
from baton.core.ids import ConversationId, TenantId
from baton.core.inbox.snoozing import PROMISE_LEAD, Preset, Woken, presets
from baton.core.promises import PromiseState
from baton.core.verbs.snoozes import come_back, snooze, wake
from baton.services.access import find, require, require_operator
from baton.services.desk import Desk
from baton.services.inbox.arranging import arrange
from baton.services.waiting.queues import zone_named

log = logging.getLogger("baton.snoozing")

AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Choices:
    """The snoozes to choose from in a conversation, and when the first promise in it falls due."""

    presets: tuple[Preset, ...]
    promised: datetime | None


async def choices(desk: Desk, caller: Caller, id: ConversationId, *, zone: str | None) -> Choices:
    """The usual snoozes, in the queue's hours and the days of `zone` (the queue's own where none is named)."""
    require(caller, Role.OPERATOR, Role.ADMIN, Role.READONLY)
    conversation, _ = await find(desk, caller, id)
    return Choices(await _presets(desk, conversation, zone), await promised_in(desk, caller.tenant_id, id))


async def put_away(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    *,
    preset: str | None = None,
    until: datetime | None = None,
    zone: str | None = None,
) -> Conversation:
    """Snooze until a preset's moment or a time of one's own. A promise that falls due earlier ends it in time.

    Raises Conflict `not_owner` for whoever does not hold it, `promise_due` where a promise leaves no time.
    """
    require_operator(caller)
    if (preset is None) == (until is None):
        raise Invalid("Say until when: name a preset or a time, one of the two.", code="one_end")
    before, _ = await find(desk, caller, id)
    ends = until or await _moment(desk, before, preset or "", zone)
    promised = await promised_in(desk, caller.tenant_id, id)
    return await arrange(
        desk, caller, id, lambda now: snooze(now, caller.actor, at=desk.clock(), until=ends, promised=promised)
    )


async def bring_back(desk: Desk, caller: Caller, id: ConversationId) -> Conversation:
    """End a snooze. Anybody of the team may: it hides nothing any more."""
    require(caller, Role.OPERATOR, Role.ADMIN)
    return await arrange(
        desk, caller, id, lambda before: wake(before, caller.actor, at=desk.clock(), why=Woken.OPERATOR)
    )


async def promised_in(desk: Desk, tenant_id: TenantId, id: ConversationId) -> datetime | None:
    """When the first of a conversation's open promises falls due; one without a time, when it would be broken."""
    made = await desk.store.promises.of_conversation(tenant_id, id)
    return min((one.due_at or one.lapses_at for one in made if one.state is PromiseState.OPEN), default=None)


async def wake_due(desk: Desk) -> int:
    """Bring back what is over, in every tenant. Of several nodes one does it for each: the row must be as it was read.

    Returns how many this node brought back.
    """
    woken = 0
    for tenant_id, id in await desk.store.arranging.to_wake(desk.clock(), PROMISE_LEAD, AT_ONCE):
        try:
            woken += await _wake(desk, tenant_id, id)
        except Exception:
            # One that can't be brought back must not hold up the others.
            log.exception("a snooze could not be ended; it is tried again")
    return woken


async def _wake(desk: Desk, tenant_id: TenantId, id: ConversationId) -> bool:
    found = await desk.store.conversations.load(tenant_id, id)
    if found is None:
        return False
    change = come_back(found[0], at=desk.clock(), promised=await promised_in(desk, tenant_id, id))
    saved = await desk.store.arranging.arrange(change) if change else None
    if saved is not None:
        desk.live.publish(saved)
    return saved is not None


async def _moment(desk: Desk, conversation: Conversation, preset: str, zone: str | None) -> datetime | None:
    offered = {one.name: one.until for one in await _presets(desk, conversation, zone)}
    if preset not in offered:
        raise Invalid(f"{preset} can't be chosen now. Choose one of {', '.join(offered)}, or a time of your own.")
    return offered[preset]


async def _presets(desk: Desk, conversation: Conversation, zone: str | None) -> tuple[Preset, ...]:
    policy = await desk.policies.of(conversation.tenant_id)
    hours = (policy.queue(conversation.queue) or policy.default_queue).hours
    return presets(desk.clock(), hours=hours, zone=zone_named(zone) if zone else hours.zone)
