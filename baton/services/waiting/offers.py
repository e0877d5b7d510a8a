"""Answering an offer, and ending the ones that nobody answered."""

from dataclasses import dataclass
from typing import Any

from baton.core.actors import SYSTEM, Actor, Caller
from baton.core.conversation import Conversation
from baton.core.customer import Customer
from baton.core.errors import Conflict, NotFound
from baton.core.events import Event, EventKind
from baton.core.ids import OfferId, OperatorId, TenantId
from baton.core.routing.offers import DeclineReason, OfferMove, OfferState, end
from baton.services.access import require_operator
from baton.services.desk import Desk
from baton.services.handoffs.handoff import claim
from baton.services.handoffs.packets import read
from baton.services.ports.routing import KeptOffer
from baton.services.records import Receipt
from baton.services.waiting.assigning import about

AT_ONCE = 100

_KIND = {
    OfferState.DECLINED: EventKind.OFFER_DECLINED,
    OfferState.EXPIRED: EventKind.OFFER_EXPIRED,
    OfferState.RESCINDED: EventKind.OFFER_RESCINDED,
}


@dataclass(frozen=True, slots=True)
class Shown:
    """An offer with what its operator should see before answering."""

    kept: KeptOffer
    conversation: Conversation
    customer: Customer
    packet: dict[str, Any] | None


async def mine(desk: Desk, caller: Caller, *, languages: str | None = None) -> tuple[Shown, ...]:
    """The offers that the operator may answer now, with their packets."""
    operator_id = require_operator(caller)
    now = desk.clock()
    shown: list[Shown] = []
    for kept in await desk.store.offers.standing(caller.tenant_id, operator_id):
        loaded = await desk.store.conversations.load(caller.tenant_id, kept.offer.conversation)
        if loaded is not None and kept.offer.is_open(now):
            packet = await read(desk, caller, kept.offer.conversation, languages=languages)
            shown.append(Shown(kept, *loaded, packet))
    return tuple(shown)


async def accept(desk: Desk, caller: Caller, id: str, *, receipt: Receipt | None = None) -> Conversation:
    """Take what is offered: the claim, and the end of the offer in the same statement.

    Raises Conflict `offer_over` where it has ended, and what a claim raises.
    """
    kept = await _own(desk, caller, id)
    end(kept.offer, OfferMove.ACCEPT, at=desk.clock())
    try:
        return await claim(desk, caller, kept.offer.conversation, accepts=kept.offer.id, receipt=receipt)
    except Conflict:
        end((await _own(desk, caller, id)).offer, OfferMove.ACCEPT, at=desk.clock())
        raise


async def decline(desk: Desk, caller: Caller, id: str, *, reason: DeclineReason, note: str | None = None) -> KeptOffer:
    """Say no, with a reason: the next person is asked. Raises Conflict `offer_over` where it has ended."""
    kept = await _own(desk, caller, id)
    ended = await _end(desk, caller.tenant_id, kept, OfferMove.DECLINE, by=caller.actor, reason=reason.value, note=note)
    if ended is None:
        kept = await _own(desk, caller, id)
        end(kept.offer, OfferMove.DECLINE, at=desk.clock())
        raise Conflict("This offer has ended meanwhile.", code="offer_over", state=kept.offer.state.value)
    return ended


async def end_offers(desk: Desk) -> frozenset[TenantId]:
    """End the offers whose time is over, or whose conversation no longer waits. Returns the tenants concerned.

    Nodes may do it at the same time: an offer ends once, and whoever is second has nothing to do.
    """
    tenants: set[TenantId] = set()
    for tenant_id, id in await desk.store.offers.over(desk.clock(), AT_ONCE):
        kept = await desk.store.offers.find(tenant_id, id)
        if kept is None or kept.offer.state is not OfferState.OFFERED:
            continue
        by = OfferMove.EXPIRE if desk.clock() >= kept.offer.expires_at else OfferMove.RESCIND
        if await _end(desk, tenant_id, kept, by, by=SYSTEM):
            tenants.add(tenant_id)
    return frozenset(tenants)


async def withdraw_of(desk: Desk, caller: Caller, operator_id: OperatorId) -> None:
    """Take back what is offered to somebody who has left."""
    for kept in await desk.store.offers.standing(caller.tenant_id, operator_id):
        await _end(desk, caller.tenant_id, kept, OfferMove.RESCIND, by=caller.actor)


async def _end(
    desk: Desk,
    tenant_id: TenantId,
    kept: KeptOffer,
    how: OfferMove,
    *,
    by: Actor,
    reason: str | None = None,
    note: str | None = None,
) -> KeptOffer | None:
    now = desk.clock()
    ended = end(kept.offer, how, at=now, reason=reason, note=note)
    told = {key: value for key, value in (("reason", reason), ("note", note)) if value}
    event = Event(_KIND[ended.state], by, now, {**about(kept), **told})
    saved = await desk.store.offers.end(tenant_id, ended, event=event)
    if saved is None:
        return None
    desk.live.publish(saved)
    return KeptOffer(ended, kept.operator_name, kept.handoff_id, kept.queue, kept.why)


async def _own(desk: Desk, caller: Caller, id: str) -> KeptOffer:
    operator_id = require_operator(caller)
    kept = await desk.store.offers.find(caller.tenant_id, OfferId(id))
    if kept is None or kept.offer.operator != operator_id:
        raise NotFound("There is no such offer, or it is not yours to answer.")
    return kept
