"""Offering what waits in push queues: the core proposes, one conditional statement decides.

Any number of nodes may do this at once for the same tenant. Each offer is stored only if the conversation still waits
under the version that was looked at, nobody else is offered it, and the operator is here, has room and no other offer.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from baton.core.actors import SYSTEM
from baton.core.events import Event, EventKind
from baton.core.ids import ConversationId, OfferId, OperatorId, QueueId, TenantId
from baton.core.policy.model import Queue
from baton.core.policy.queue import Assign
from baton.core.routing.available import Available
from baton.core.routing.choosing import assignments
from baton.core.routing.explain import why_chosen
from baton.core.routing.need import Need
from baton.core.routing.offers import Offer
from baton.services.desk import Desk
from baton.services.ports.routing import KeptOffer, Waiting
from baton.services.waiting.team_as_routed import available, need_in

AT_ONCE = 200
"""How far down each line one round looks: more offers than there are people are not made anyway."""


async def assign(desk: Desk, tenant_id: TenantId) -> int:
    """Offer what waits in the tenant's open push queues to whoever should have it next. Returns how many offers."""
    policy, now = await desk.policies.of(tenant_id), desk.clock()
    queues = {one.id: one for one in policy.queues if one.assign is Assign.PUSH and one.hours.is_open(now)}
    if not queues:
        return 0
    found = await desk.store.offers.waiting(tenant_id, tuple(queues), at=now, limit=AT_ONCE)
    if not found:
        return 0
    asked = {offer.offer.operator for offer in await desk.store.offers.standing(tenant_id)}
    here = available(await desk.store.people.operators(tenant_id), now)
    waiting = {one.need.conversation: one for one in found}
    needs = [need_in(one.need, queues[one.need.queue]) for one in found]
    return await _offer_all(desk, tenant_id, here, asked, needs=needs, waiting=waiting, queues=queues)


async def _offer_all(
    desk: Desk,
    tenant_id: TenantId,
    here: Sequence[Available],
    asked: set[OperatorId],
    *,
    needs: list[Need],
    waiting: dict[ConversationId, Waiting],
    queues: dict[QueueId, Queue],
) -> int:
    """Offer in rounds, one to each operator; what was meant as somebody's second goes to another in the next round.

    Who is asked already has no room for another, and still counts as here: what is kept for them stays kept.
    """
    made = 0
    while needs:
        team = [replace(one, load=one.capacity) if one.id in asked else one for one in here]
        pairs = {one.id: (need, one) for need, one in reversed(assignments(needs, team, desk.clock()))}
        if not pairs.keys() - asked:
            break
        for need, operator in [pair for id, pair in pairs.items() if id not in asked]:
            asked.add(operator.id)
            made += await _offer(
                desk, tenant_id, need, operator, waiting=waiting[need.conversation], queue=queues[need.queue], team=team
            )
            needs.remove(need)
    return made


async def _offer(
    desk: Desk,
    tenant_id: TenantId,
    need: Need,
    operator: Available,
    *,
    waiting: Waiting,
    queue: Queue,
    team: Sequence[Available],
) -> bool:
    now = desk.clock()
    cause = why_chosen(need, operator, team, now)
    offer = Offer(
        id=OfferId(desk.ids.new("offer")),
        conversation=need.conversation,
        operator=operator.id,
        offered_at=now,
        expires_at=now + timedelta(seconds=queue.offer_s),
    )
    why = {"code": cause.code.value, "says": cause.says}
    kept = KeptOffer(offer, operator.name, waiting.handoff_id, queue.id, why)
    data = {**about(kept), "until": offer.expires_at, "why": why}
    saved = await desk.store.offers.make(
        tenant_id, kept, waiting=waiting, event=Event(EventKind.OFFER_MADE, SYSTEM, now, data)
    )
    if saved is not None:
        desk.live.publish(saved)
    return saved is not None


def about(kept: KeptOffer) -> dict[str, str]:
    """What every event of an offer names."""
    return {"offer_id": kept.offer.id, "operator_id": kept.offer.operator, "name": kept.operator_name}
