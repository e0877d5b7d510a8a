"""Offers with a time limit, and why a conversation waits."""

from typing import Any

from fastapi import Request

from baton.api.auth import Calling, OurDesk, Reading
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import DeclineIn
from baton.core.actors import Caller
from baton.core.ids import ConversationId
from baton.core.routing.need import Need
from baton.core.routing.offers import DeclineReason
from baton.services.conversations import conversations
from baton.services.desk import Desk
from baton.services.handoffs import packets
from baton.services.ports.routing import KeptOffer
from baton.services.records import Receipt
from baton.services.trail.masking import conversation_for
from baton.services.waiting import offers
from baton.services.waiting.offers import Shown
from baton.services.waiting.routing import routed


async def index(caller: Calling, desk: OurDesk, reading: Reading = None) -> Json:
    """The conversations that are offered to you now, each with its packet and until when you may answer."""
    shown = await offers.mine(desk, caller, languages=reading)
    return Json({"items": [await _shown(desk, caller, one) for one in shown], "now": desk.clock()})


async def accept(id: str, request: Request, caller: Calling, desk: OurDesk, reading: Reading = None) -> Json:
    """Take what is offered to you. It is the claim: one wins, and you get the packet."""

    async def command(receipt: Receipt | None) -> Answer:
        conversation = await offers.accept(desk, caller, id, receipt=receipt)
        _, customer = await conversations.find_own(desk, caller, conversation.id)
        packet = await packets.read(desk, caller, conversation.id, languages=reading)
        return 200, {"conversation": await conversation_for(desk, caller, conversation, customer), "packet": packet}

    return await once(request, caller, command)


async def decline(id: str, request: Request, caller: Calling, desk: OurDesk, body: DeclineIn | None = None) -> Json:
    """Say no to an offer, with a reason. The next person is asked."""
    said = body or DeclineIn(reason=DeclineReason.OTHER)

    async def command(_: Receipt | None) -> Answer:
        return 200, _offer(await offers.decline(desk, caller, id, reason=said.reason, note=said.note))

    return await once(request, caller, command, reserve=True)


async def routing(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Why a conversation still waits or who holds it has it, what it asks for now, and to whom it was offered."""
    found = await routed(desk, caller, ConversationId(id))
    queue = found.queue
    return Json(
        {
            "state": found.conversation.state.value,
            "queue": {"id": queue.id, "name": queue.name, "assign": queue.assign.value} if queue else None,
            "needs": _need(found.need) if found.need else None,
            "why": [{"code": one.code.value, "says": one.says, "facts": dict(one.facts)} for one in found.causes],
            "offers": [_offer(one) for one in found.offers],
        }
    )


async def _shown(desk: Desk, caller: Caller, one: Shown) -> dict[str, Any]:
    return {
        **_offer(one.kept),
        "conversation": await conversation_for(desk, caller, one.conversation, one.customer),
        "packet": one.packet,
    }


def _offer(kept: KeptOffer) -> dict[str, Any]:
    offer = kept.offer
    return {
        "id": offer.id,
        "conversation_id": offer.conversation,
        "queue": kept.queue,
        "operator": {"id": offer.operator, "name": kept.operator_name},
        "state": offer.state.value,
        "why": dict(kept.why),
        "offered_at": offer.offered_at,
        "expires_at": offer.expires_at,
        "ended_at": offer.ended_at,
        "reason": offer.reason,
        "note": offer.note,
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "skills": dict(need.skills),
        "language": need.language,
        "tier": need.tier,
        "region": need.region,
        "weight": need.weight,
        "ranks_at": need.ranks_at,
        "waiting_since": need.waiting_since,
        "knows": need.knows,
    }
