"""Replies that are sent later: written now, and said at their time if nothing has moved until then."""

from typing import Annotated, Any

from fastapi import Query, Request
from pydantic import AwareDatetime, Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body, Cites, Files
from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId, MessageId
from baton.core.inbox.sending_later import ScheduledReply
from baton.core.views import message_view
from baton.services.desk import Desk
from baton.services.inbox import scheduled_replies
from baton.services.records import Receipt
from baton.services.trail.masking import conversation_for


class ScheduledIn(Body):
    """`POST /v1/conversations/{id}/scheduled`. `version` is the one that the reply was written under."""

    text: str
    due: AwareDatetime
    version: int
    attachments: Files = Field(default_factory=list[str])
    cites: Cites = Field(default_factory=list[str])
    even_if_written: bool = False
    seq: int | None = None


class ScheduledChangeIn(Body):
    """`PATCH /v1/conversations/{id}/scheduled/{reply}`: what is left out stays as it is."""

    version: int
    text: str | None = None
    due: AwareDatetime | None = None
    even_if_written: bool | None = None
    seq: int | None = None


async def index(
    id: str, caller: Calling, desk: OurDesk, timezone: Annotated[str | None, Query(max_length=200)] = None
) -> Json:
    """What waits in a conversation or was not sent, and the usual times to send at."""
    found = await scheduled_replies.listed(desk, caller, ConversationId(id), zone=timezone)
    times = [{"name": one.name, "at": one.at} for one in found.times]
    return Json({"items": [_view(one) for one in found.replies], "times": times, "promised": found.promised})


async def own(caller: Calling, desk: OurDesk) -> Json:
    """Your own that wait or were not sent, in every conversation, the next first."""
    items = [
        _view(one.reply) | {"conversation_id": one.conversation_id, "customer": one.customer, "queue": one.queue}
        for one in await scheduled_replies.own(desk, caller)
    ]
    return Json({"items": items})


async def create(id: str, body: ScheduledIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Schedule a reply in a conversation that you hold."""

    async def command(_receipt: Receipt | None) -> Answer:
        reply, conversation = await scheduled_replies.write(
            desk,
            caller,
            ConversationId(id),
            text=body.text,
            due=body.due,
            version=body.version,
            files=body.attachments,
            cites=body.cites,
            even_if_written=body.even_if_written,
            seen=body.seq,
        )
        return 201, await _answer(desk, caller, reply, conversation)

    return await once(request, caller, command, reserve=True)


async def change(
    id: str, reply: str, body: ScheduledChangeIn, request: Request, caller: Calling, desk: OurDesk
) -> Json:
    """Change your own reply that waits. It counts as written now."""

    async def command(_receipt: Receipt | None) -> Answer:
        changed, conversation = await scheduled_replies.change(
            desk,
            caller,
            ConversationId(id),
            MessageId(reply),
            version=body.version,
            text=body.text,
            due=body.due,
            even_if_written=body.even_if_written,
            seen=body.seq,
        )
        return 200, await _answer(desk, caller, changed, conversation)

    return await once(request, caller, command, reserve=True)


async def drop(id: str, reply: str, caller: Calling, desk: OurDesk) -> Json:
    """Take back what waits, or put away what was not sent."""
    conversation = await scheduled_replies.drop(desk, caller, ConversationId(id), MessageId(reply))
    return Json({"conversation": await conversation_for(desk, caller, conversation)})


async def send(id: str, reply: str, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Say at once what waits."""

    async def command(_receipt: Receipt | None) -> Answer:
        message, conversation = await scheduled_replies.send_now(desk, caller, ConversationId(id), MessageId(reply))
        shown = await conversation_for(desk, caller, conversation)
        return 201, {"message": message_view(message), "conversation": shown}

    return await once(request, caller, command, reserve=True)


async def _answer(desk: Desk, caller: Caller, reply: ScheduledReply, conversation: Conversation) -> dict[str, Any]:
    return {"scheduled": _view(reply), "conversation": await conversation_for(desk, caller, conversation)}


def _view(reply: ScheduledReply) -> dict[str, Any]:
    said = message_view(reply.message)
    return {
        **{key: said[key] for key in ("id", "author", "text", "citations", "attachments")},
        "written_at": reply.message.at,
        "due": reply.due_at,
        "version": reply.under,
        "even_if_written": reply.even_if_written,
        "state": reply.state.value,
        "why": reply.told,
    }
