"""Why a conversation is where it is: what it waits for, or who got it and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from baton.core.actors import Caller, Role
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId
from baton.core.policy.model import Queue
from baton.core.routing.explain import Around, Cause, why_waiting
from baton.core.routing.holding import GIVES, why_at_rest, why_held
from baton.core.routing.need import Need, needs_now
from baton.core.transitions import State
from baton.services.access import find, require
from baton.services.desk import Desk
from baton.services.ports.routing import KeptOffer
from baton.services.waiting.team_as_routed import available, need_in

LOOK_BACK = 200
"""How many of the last events are read to say how somebody came to hold it: more than one holding usually has."""

AROUND = 200
"""How many of those who wait are looked at to say who comes first."""


@dataclass(frozen=True, slots=True)
class Routed:
    """How a conversation stands with routing. `causes` say why it waits, or why the one who holds it has it; `need` is
    there while it waits, as it is now.

    `offers` are all that were made of it, the last first.
    """

    conversation: Conversation
    queue: Queue | None
    need: Need | None
    causes: tuple[Cause, ...]
    offers: tuple[KeptOffer, ...]


async def routed(desk: Desk, caller: Caller, id: ConversationId) -> Routed:
    """Why a conversation still waits or who holds it has it, and to whom it was offered."""
    require(caller, Role.ADMIN, Role.OPERATOR, Role.READONLY)
    conversation, _ = await find(desk, caller, id)
    offers = await desk.store.offers.of_conversation(caller.tenant_id, id)
    policy, now = await desk.policies.of(caller.tenant_id), desk.clock()
    queue = policy.queue(conversation.queue) if conversation.queue else None
    waiting = await desk.store.offers.of_one(caller.tenant_id, id)
    if waiting is None:
        return Routed(conversation, queue, None, await _held(desk, conversation, offers), offers)
    queue = queue or policy.default_queue
    need = need_in(waiting.need, queue)
    operators = available(await desk.store.people.operators(caller.tenant_id), now)
    others = await desk.store.offers.waiting(caller.tenant_id, (queue.id,), at=now, limit=AROUND)
    open_offer = next((one for one in offers if one.offer.is_open(now)), None)
    is_open = queue.hours.is_open(now)
    around = Around(
        waiting=[need_in(one.need, queue) for one in others],
        offered_to=open_offer.operator_name if open_offer else None,
        offered_until=open_offer.offer.expires_at if open_offer else None,
        is_open=is_open,
        opens=None if is_open else queue.hours.next_open(now),
        zone=queue.hours.zone,
    )
    rests = conversation.not_before if conversation.not_before and conversation.not_before > now else None
    causes = (why_at_rest(rests, around.zone),) if rests else why_waiting(need, operators, now, around)
    return Routed(conversation, queue, needs_now(need, now), causes, offers)


async def _held(desk: Desk, conversation: Conversation, offers: Sequence[KeptOffer]) -> tuple[Cause, ...]:
    if conversation.state is not State.HUMAN:
        return ()
    logged = await desk.store.events.of_conversation(
        conversation.tenant_id, conversation.id, after=max(0, conversation.seq - LOOK_BACK), limit=LOOK_BACK, team=True
    )
    last = [one.event for one in logged]
    taken = next((one for one in reversed(last) if one.kind in GIVES), None)
    accepted = next((one for one in offers if taken and taken.data.get("offer_id") == one.offer.id), None)
    chosen = str(accepted.why["says"]) if accepted else None
    return why_held(conversation.owner_name or "Somebody", last, chosen=chosen)
