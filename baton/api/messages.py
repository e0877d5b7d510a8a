"""Messages: one URL for customers, operators and outside bots; the credential says which."""

import asyncio
from typing import Annotated, Any

from fastapi import Query, Request

from baton.api import turns
from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import MessageIn, NoteIn
from baton.core.actors import Caller, Role
from baton.core.errors import Forbidden
from baton.core.ids import ConversationId
from baton.core.views import message_view
from baton.services import inbound, replies
from baton.services.answering import Outcome
from baton.services.desk import Desk
from baton.services.masking import conversation_for
from baton.services.records import Receipt
from baton.services.secrets import customer_token
from baton.services.turn import Turn

LONGEST_WAIT = 30.0


async def create(
    id: str,
    body: MessageIn,
    request: Request,
    caller: Calling,
    wait: Annotated[float, Query(ge=0, le=LONGEST_WAIT)] = 0,
) -> Json:
    """Say something. For a customer's message, `wait` answers when the bot has decided, with its reply and why."""
    return await say(request, caller, ConversationId(id), body, wait)


async def say(request: Request, caller: Caller, id: ConversationId, body: MessageIn, wait: float) -> Json:
    """The same, for whoever has read the request: the framework, or the hot road (`express`)."""
    desk: Desk = request.app.state.desk
    if caller.role is not Role.BOT:
        turns.refuse_told(body)

    async def command(receipt: Receipt | None) -> Answer:
        if caller.role is Role.CUSTOMER:
            return await _customer(desk, caller, id, body, wait, receipt, request)
        if caller.role is Role.BOT:
            return await turns.say(desk, caller, id, body, receipt)
        message, conversation = await replies.reply(
            desk,
            caller,
            id,
            text=body.text,
            files=body.attachments,
            cites=body.cites,
            version=body.version,
            client_id=body.client_id,
            receipt=receipt,
        )
        return 201, {
            "message": message_view(message),
            "conversation": await conversation_for(desk, caller, conversation),
        }

    return await once(request, caller, command)


async def create_note(id: str, body: NoteIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Add a private note, for the team alone."""

    async def command(receipt: Receipt | None) -> Answer:
        message, conversation = await replies.add_note(
            desk,
            caller,
            ConversationId(id),
            text=body.text,
            files=body.attachments,
            cites=body.cites,
            mentions=body.mentions,
            client_id=body.client_id,
            receipt=receipt,
        )
        return 201, {
            "message": message_view(message),
            "conversation": await conversation_for(desk, caller, conversation),
        }

    return await once(request, caller, command)


async def _customer(
    desk: Desk,
    caller: Caller,
    id: ConversationId,
    body: MessageIn,
    wait: float,
    receipt: Receipt | None,
    request: Request,
) -> Answer:
    if body.cites:
        raise Forbidden("Passages are cited by operators and bots.")
    heard = await inbound.hear(
        desk, caller, id, text=body.text, files=body.attachments, client_id=body.client_id, receipt=receipt
    )
    outcome: Outcome | None = None
    if heard.is_for_the_bot:
        turn = request.app.state.turns.start(Turn(heard.conversation, heard.customer, heard.message))
        if wait:
            outcome = await _within(turn, wait)
    conversation = outcome.conversation if outcome else heard.conversation
    answer: dict[str, Any] = {
        "message": message_view(heard.message),
        "conversation": await conversation_for(desk, caller, conversation),
    }
    if conversation.id != id:
        # It was merged into another one, which has the message: the customer goes on there.
        answer["customer_token"] = customer_token(
            desk.store.secret, caller.tenant_id, conversation.id, conversation.customer_id
        )
    if wait:
        answer |= {"reply": None, "decision": None}
    if outcome is not None:
        answer |= {
            "reply": message_view(outcome.reply) if outcome.reply else None,
            "decision": {
                "kind": outcome.decision.kind.value,
                "reason": outcome.decision.reason.value,
                "rule": outcome.decision.rule,
            },
        }
    return (200 if heard.again else 201), answer


async def _within(turn: "asyncio.Future[Outcome | None]", seconds: float) -> Outcome | None:
    """The turn's outcome, or None where it takes longer. The turn itself goes on."""
    done, _ = await asyncio.wait((turn,), timeout=seconds)
    return turn.result() if done else None
