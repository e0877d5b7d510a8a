"""The verbs of the baton, one URL each."""

from collections.abc import Awaitable

from fastapi import Request

from baton.api.auth import Calling, OurDesk, Reading
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import HandbackIn, HandoffIn, ReopenIn, ResolutionIn, TransferIn, WhyIn
from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId
from baton.services.conversations import conversations, resolution
from baton.services.desk import Desk
from baton.services.handoffs import handoff, opening, packets
from baton.services.records import Receipt
from baton.services.trail.masking import conversation_for


async def claim(id: str, request: Request, caller: Calling, desk: OurDesk, reading: Reading = None) -> Json:
    """Claim a waiting conversation. One wins and gets the packet; the others get 409 `already_claimed` with `by`."""

    async def command(receipt: Receipt | None) -> Answer:
        verb = handoff.claim(desk, caller, ConversationId(id), receipt=receipt)
        return await _with_packet(desk, caller, ConversationId(id), verb, reading)

    return await once(request, caller, command)


async def release(id: str, request: Request, caller: Calling, desk: OurDesk, body: WhyIn | None = None) -> Json:
    """Put a conversation that you hold back into its queue."""

    async def command(receipt: Receipt | None) -> Answer:
        reason = body.reason if body else None
        return await _moved(
            desk, caller, handoff.let_go(desk, caller, ConversationId(id), reason=reason, receipt=receipt)
        )

    return await once(request, caller, command)


async def take_over(
    id: str, request: Request, caller: Calling, desk: OurDesk, reading: Reading = None, body: WhyIn | None = None
) -> Json:
    """Barge in: take the conversation from the bot, the queue or a colleague, and get the packet."""

    async def command(receipt: Receipt | None) -> Answer:
        reason = body.reason if body else None
        verb = opening.barge_in(desk, caller, ConversationId(id), reason=reason, receipt=receipt)
        return await _with_packet(desk, caller, ConversationId(id), verb, reading)

    return await once(request, caller, command)


async def open_handoff(
    id: str, request: Request, caller: Calling, desk: OurDesk, body: HandoffIn | None = None
) -> Json:
    """Ask for a person. A customer who has asked already gets the conversation as it stands."""
    asked = body or HandoffIn()

    async def command(receipt: Receipt | None) -> Answer:
        why = tuple(said for said in (asked.reason, asked.note) if said)
        verb = opening.ask_for_person(desk, caller, ConversationId(id), why=why, queue=asked.queue, receipt=receipt)
        return await _moved(desk, caller, verb, status=201)

    return await once(request, caller, command)


async def withdraw(id: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Cancel the wait and go back to the bot."""

    async def command(receipt: Receipt | None) -> Answer:
        return await _moved(desk, caller, handoff.cancel_wait(desk, caller, ConversationId(id), receipt=receipt))

    return await once(request, caller, command)


async def transfer(id: str, body: TransferIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Pass a conversation that you hold to another queue or to a colleague."""
    handoff.check_one_destination(body.queue, body.operator_id)

    async def command(receipt: Receipt | None) -> Answer:
        to = ConversationId(id)
        if body.queue:
            verb = handoff.pass_to_queue(desk, caller, to, queue=body.queue, reason=body.reason, receipt=receipt)
        else:
            person = body.operator_id or ""
            verb = handoff.pass_to_operator(desk, caller, to, operator_id=person, reason=body.reason, receipt=receipt)
        return await _moved(desk, caller, verb)

    return await once(request, caller, command)


async def hand_back(id: str, request: Request, caller: Calling, desk: OurDesk, body: HandbackIn | None = None) -> Json:
    """Give a conversation that you hold back to the bot, with what was decided and promised."""
    told = (body or HandbackIn()).model_dump(exclude_none=True)

    async def command(receipt: Receipt | None) -> Answer:
        return await _moved(
            desk, caller, handoff.give_back(desk, caller, ConversationId(id), told=told, receipt=receipt)
        )

    return await once(request, caller, command)


async def dispositions(caller: Calling, desk: OurDesk) -> Json:
    """How conversations end here, the retired ones with them."""
    items = [
        {"id": one.id, "name": one.name, "retired": one.retired} for one in await resolution.dispositions(desk, caller)
    ]
    return Json({"items": items, "next": None})


async def resolve(id: str, request: Request, caller: Calling, desk: OurDesk, body: ResolutionIn | None = None) -> Json:
    """End the conversation."""
    how = body or ResolutionIn()

    async def command(receipt: Receipt | None) -> Answer:
        verb = resolution.end(
            desk,
            caller,
            ConversationId(id),
            disposition=how.disposition,
            note=how.note,
            seen=how.seq,
            receipt=receipt,
        )
        return await _moved(desk, caller, verb)

    return await once(request, caller, command)


async def reopen(id: str, request: Request, caller: Calling, desk: OurDesk, body: ReopenIn | None = None) -> Json:
    """Reopen a resolved conversation."""
    to = (body or ReopenIn()).to

    async def command(receipt: Receipt | None) -> Answer:
        return await _moved(
            desk, caller, resolution.begin_again(desk, caller, ConversationId(id), to=to, receipt=receipt)
        )

    return await once(request, caller, command)


async def _moved(desk: Desk, caller: Caller, verb: Awaitable[Conversation], *, status: int = 200) -> Answer:
    conversation = await verb
    _, customer = await conversations.find_own(desk, caller, conversation.id)
    return status, {"conversation": await conversation_for(desk, caller, conversation, customer)}


async def _with_packet(
    desk: Desk, caller: Caller, id: ConversationId, verb: Awaitable[Conversation], reading: str | None
) -> Answer:
    status, answer = await _moved(desk, caller, verb)
    return status, answer | {"packet": await packets.read(desk, caller, id, languages=reading)}
