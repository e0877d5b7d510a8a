"""What the team arranges of a conversation without moving the baton: when it comes back, and its priority."""

from collections.abc import Awaitable
from typing import Annotated, Literal

from fastapi import Query
from pydantic import AwareDatetime

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.core.actors import Caller
from baton.core.conversation import Conversation
from baton.core.ids import ConversationId
from baton.services.conversations import conversations, merging
from baton.services.desk import Desk
from baton.services.inbox import arranging, snoozing
from baton.services.trail.masking import conversation_for


class SnoozeIn(Body):
    """`PUT /v1/conversations/{id}/snooze`: one of `preset` and `until`."""

    preset: Literal["later_today", "tomorrow", "next_week", "until_reply"] | None = None
    until: AwareDatetime | None = None
    timezone: Short | None = None


class MergeIn(Body):
    """`POST /v1/conversations/{id}/merge`: the conversation in which it goes on."""

    into: Short


class PriorityIn(Body):
    """`PUT /v1/conversations/{id}/priority`"""

    priority: Literal["normal", "raised", "high", "urgent"]


async def snoozes(id: str, caller: Calling, desk: OurDesk, timezone: Annotated[str | None, Query()] = None) -> Json:
    """The usual snoozes with the moments that they mean now, and when the first open promise falls due."""
    found = await snoozing.choices(desk, caller, ConversationId(id), zone=timezone)
    items = [{"preset": one.name, "until": one.until} for one in found.presets]
    return Json({"items": items, "promised": found.promised, "next": None})


async def snooze(id: str, body: SnoozeIn, caller: Calling, desk: OurDesk) -> Json:
    """Put a conversation that you hold out of the lists, until a time or until the customer writes."""
    verb = snoozing.put_away(desk, caller, ConversationId(id), preset=body.preset, until=body.until, zone=body.timezone)
    return await arranged(desk, caller, verb)


async def wake(id: str, caller: Calling, desk: OurDesk) -> Json:
    """End a snooze."""
    return await arranged(desk, caller, snoozing.bring_back(desk, caller, ConversationId(id)))


async def set_priority(id: str, body: PriorityIn, caller: Calling, desk: OurDesk) -> Json:
    """Set the priority of a conversation that waits for a person or has one, and with it its place in line."""
    return await arranged(desk, caller, arranging.set_priority(desk, caller, ConversationId(id), body.priority))


async def merge(id: str, body: MergeIn, caller: Calling, desk: OurDesk) -> Json:
    """End a duplicate that goes on in another conversation of the same customer, who is told. There is no way back."""
    ended, goes_on = await merging.merge_into(desk, caller, ConversationId(id), ConversationId(body.into))
    return Json(
        {
            "conversation": await conversation_for(desk, caller, ended),
            "into": await conversation_for(desk, caller, goes_on),
        }
    )


async def arranged(desk: Desk, caller: Caller, verb: Awaitable[Conversation]) -> Json:
    """The conversation after it was arranged, with its customer."""
    conversation = await verb
    _, customer = await conversations.find_own(desk, caller, conversation.id)
    return Json({"conversation": await conversation_for(desk, caller, conversation, customer)})
