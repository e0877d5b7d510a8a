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
from baton.core.conversation import Conversation
from baton.core.errors import Forbidden
from baton.core.ids import ConversationId
from baton.core.views import message_view
from baton.services.bot.answering import Outcome
from baton.services.bot.turn import Turn
from baton.services.conversations import inbound, replies
from baton.services.conversations.inbound import Decided, Heard
from baton.services.desk import Desk
from baton.services.records import Receipt
from baton.services.secrets import customer_token
from baton.services.trail.masking import conversation_for

LONGEST_WAIT = 30.0
ROUND_SECONDS = 0.25
"""How often the log is asked for what a message that was sent again came to."""


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
    conversation, decided = await _decided(desk, heard, wait, request)
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
        answer |= _decision_view(decided)
    return (200 if heard.again else 201), answer


def _decision_view(decided: Decided | None) -> dict[str, Any]:
    if decided is None:
        return {"reply": None, "decision": None}
    return {
        "reply": message_view(decided.reply) if decided.reply else None,
        "decision": {"kind": decided.kind, "reason": decided.reason, "rule": decided.rule},
    }


async def _decided(desk: Desk, heard: Heard, wait: float, request: Request) -> tuple[Conversation, Decided | None]:
    """The conversation, and what the bot decided if that was waited for and came in time."""
    if heard.again and wait:
        return await _decided_before(desk, heard, wait)
    if not heard.is_for_the_bot:
        return heard.conversation, None
    turn = request.app.state.turns.start(Turn(heard.conversation, heard.customer, heard.message))
    outcome = await _within(turn, wait) if wait else None
    if outcome is None:
        return heard.conversation, None
    made = outcome.decision
    return outcome.conversation, Decided(outcome.reply, made.kind.value, made.reason.value, made.rule)


async def _decided_before(desk: Desk, heard: Heard, wait: float) -> tuple[Conversation, Decided | None]:
    """What a message that is sent again came to; where the bot still thinks, on whatever node, it is waited for."""
    until = asyncio.get_running_loop().time() + wait
    while (made := await inbound.decided_on(desk, heard)) is None and heard.awaits_the_bot:
        if asyncio.get_running_loop().time() >= until:
            break
        await asyncio.sleep(ROUND_SECONDS)
    loaded = await desk.store.conversations.load(heard.conversation.tenant_id, heard.conversation.id)
    return (loaded[0] if loaded else heard.conversation), made


async def _within(turn: "asyncio.Future[Outcome | None]", seconds: float) -> Outcome | None:
    """The turn's outcome, or None where it takes longer. The turn itself goes on."""
    done, _ = await asyncio.wait((turn,), timeout=seconds)
    return turn.result() if done else None
