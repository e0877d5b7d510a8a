"""Drafts: what an operator has written and not sent, on whichever device."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from fastapi import Query
from pydantic import AwareDatetime, Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Line, Short
from baton.core.ids import ConversationId, OperatorId
from baton.core.messages import Mention
from baton.services.inbox import drafts
from baton.services.ports.drafts import CitedPassage, Draft, DraftKind


class CitedIn(Body):
    """A passage beside a draft."""

    id: Short
    title: Line


class MentionedIn(Body):
    """A colleague whom a draft of a note names."""

    id: Short
    name: Short


class DraftIn(Body):
    """`PUT /v1/conversations/{id}/draft`; without text the draft is forgotten."""

    kind: DraftKind = "text"
    text: str = Field(max_length=100_000)
    cites: list[CitedIn] = Field([], max_length=100)
    mentions: list[MentionedIn] = Field([], max_length=100)
    written_at: AwareDatetime | None = None
    operator_id: Short | None = None


async def index(
    caller: Calling, desk: OurDesk, conversation: Annotated[str | None, Query(max_length=200)] = None
) -> Json:
    """What you have written and not sent, the latest first; with `conversation`, there alone."""
    found = await drafts.listed(desk, caller, ConversationId(conversation) if conversation else None)
    return Json({"items": [_view(one) for one in found], "operator_id": caller.actor.id})


async def keep(id: str, body: DraftIn, caller: Calling, desk: OurDesk) -> Json:
    """Keep a draft, or forget it. Answers with what is kept, which is another device's where that is newer."""
    at: datetime = body.written_at or desk.clock()
    drafts.check_writer(caller, body.operator_id)
    draft = Draft(
        conversation_id=ConversationId(id),
        kind=body.kind,
        text=body.text,
        cites=tuple(CitedPassage(one.id, one.title) for one in body.cites),
        mentions=tuple(Mention(OperatorId(one.id), one.name) for one in body.mentions),
        written_at=at,
    )
    kept = await drafts.keep(desk, caller, draft)
    return Json({"draft": _view(kept) if kept else None})


def _view(one: Draft) -> dict[str, Any]:
    return asdict(one)
