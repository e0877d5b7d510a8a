"""The turns of somebody else's bot: what it says, and what it tells of its turn without words."""

from typing import Any

from fastapi import Request

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import MessageIn, TurnIn
from baton.core.actors import Caller
from baton.core.decision import Decision
from baton.core.errors import Forbidden
from baton.core.ids import ConversationId
from baton.core.judging.outside_bot import BotTurn
from baton.core.views import conversation_view, message_view
from baton.services.bot import outside_bots
from baton.services.desk import Desk
from baton.services.records import Receipt


async def create(id: str, body: TurnIn, request: Request, caller: Calling, desk: OurDesk) -> Json:
    """Tell what your bot understood, does, or heard from its tools, in a turn in which it says nothing."""

    async def command(receipt: Receipt | None) -> Answer:
        taken = await outside_bots.tell(
            desk, caller, ConversationId(id), _told(body), version=body.version, receipt=receipt
        )
        return 200, _view(taken)

    return await once(request, caller, command)


async def say(desk: Desk, caller: Caller, id: ConversationId, body: MessageIn, receipt: Receipt | None) -> Answer:
    """A bot's message: 201 with it; 200 without, where the policy handed the conversation to a person instead."""
    taken = await outside_bots.say(
        desk,
        caller,
        id,
        text=body.text,
        told=_told(body),
        files=body.attachments,
        cites=body.cites,
        version=body.version,
        client_id=body.client_id,
        receipt=receipt,
    )
    message = message_view(taken.message) if taken.message else None
    return 201 if message else 200, {"message": message} | _view(taken)


def refuse_told(body: MessageIn) -> None:
    """Refuse what only a bot may tell of a message."""
    if not _told(body).is_empty:
        raise Forbidden("Only a bot tells `understood`, `intent` and `tools`. Leave them out.")


def _told(body: TurnIn) -> BotTurn:
    return BotTurn(body.understood, body.intent, body.tools)


def _view(taken: outside_bots.Taken) -> dict[str, Any]:
    return {
        "conversation": conversation_view(taken.conversation, team=True),
        "decision": _decision_view(taken.decision) if taken.decision else None,
    }


def _decision_view(decision: Decision) -> dict[str, Any]:
    return {
        "kind": decision.kind.value,
        "reason": decision.reason.value,
        "rule": decision.rule,
        "evidence": list(decision.evidence),
        "queue": decision.queue,
    }
