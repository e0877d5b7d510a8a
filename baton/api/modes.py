"""How a waiting customer goes on: what is offered, the choice, and the follow-ups that come of it."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Query, Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body, Line, Short
from baton.core.conversation import Conversation, without_place
from baton.core.followups.modes import Mode
from baton.core.ids import ConversationId
from baton.core.views import conversation_view
from baton.services.conversations import conversations
from baton.services.customers import returning
from baton.services.followups import followups, modes
from baton.services.followups.agreeing import Details
from baton.services.records import Receipt
from baton.services.trail.masking import conversation_for

Limit = Annotated[int, Query(ge=1, le=200)]


class ModeIn(Body):
    """`PUT /v1/conversations/{id}/mode`"""

    mode: Mode
    slot: datetime | None = None
    phone: Short | None = None
    email: Short | None = None
    timezone: Short | None = None
    due_at: datetime | None = None


class OutcomeIn(Body):
    """`POST /v1/conversations/{id}/outcome`"""

    outcome: Literal["done", "not_reached"]
    text: str | None = None
    note: Line | None = None


class ReturnIn(Body):
    """`POST /v1/returns`"""

    secret: Short


async def index(id: str, caller: Calling, desk: OurDesk) -> Json:
    """The ways in which a waiting customer can go on now, with what each needs and the times for a call."""
    found = await modes.look(desk, caller, ConversationId(id))
    wait = found.queue.wait
    return Json(
        {
            "mode": found.present.value,
            "default": found.modes.default.value,
            "question": found.question,
            "modes": [
                {
                    "mode": one.mode.value,
                    "needs": [need.value for need in one.needs],
                    "due": found.ticket_due if one.mode is Mode.TICKET else None,
                }
                for one in found.modes.offered
            ],
            "slots": [{"start": slot.start, "end": slot.end} for slot in found.slots],
            "position": found.queue.position if found.queue.is_open else None,
            "wait": {"low_s": wait.low_s, "high_s": wait.high_s} if wait else None,
            "wait_words": found.wait_words,
            "is_open": found.queue.is_open,
            "next_open": found.queue.next_open,
        }
    )


async def choose(id: str, body: ModeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Go on in another way, or at another time; the place in line is kept."""
    details = Details(slot=body.slot, phone=body.phone, email=body.email, zone=body.timezone, due_at=body.due_at)

    async def command(receipt: Receipt | None) -> Answer:
        verb = modes.choose(desk, caller, ConversationId(id), body.mode, details, receipt=receipt)
        return 200, await _view(desk, caller, await verb)

    return await once(request, caller, command)


async def outcome(id: str, body: OutcomeIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """What came of a follow-up that you hold: done, with a reply, or a call that reached nobody."""

    async def command(receipt: Receipt | None) -> Answer:
        to = ConversationId(id)
        if body.outcome == "done":
            verb = followups.finish(desk, caller, to, text=body.text, note=body.note, receipt=receipt)
        else:
            verb = followups.not_reached(desk, caller, to, receipt=receipt)
        return 200, await _view(desk, caller, await verb)

    return await once(request, caller, command)


async def due(caller: Calling, desk: OurDesk, limit: Limit = 100) -> Json:
    """The open follow-ups: tickets, callbacks and answers by e-mail, the most pressing first."""
    found = await followups.due(desk, caller, limit=limit)
    items = [await conversation_for(desk, caller, without_place(one.conversation), one.customer) for one in found]
    return Json({"items": items})


async def create_return(id: str, caller: Calling, desk: OurDesk) -> Json:
    """A link that opens the conversation for its customer on another device, for a week."""
    link = await returning.link(desk, caller, ConversationId(id))
    return Json({"url": link.url, "expires_at": link.expires_at}, status_code=201)


async def come_back(body: ReturnIn, caller: Calling, desk: OurDesk) -> Json:
    """Open the conversation of a return link: the answer has the customer's token."""
    conversation, customer, token = await returning.follow(desk, caller, body.secret)
    return Json(conversation_view(conversation, customer, team=False) | {"customer_token": token})


async def _view(desk: OurDesk, caller: Calling, conversation: Conversation) -> dict[str, Any]:
    _, customer = await conversations.find_own(desk, caller, conversation.id)
    return {"conversation": await conversation_for(desk, caller, conversation, customer)}
