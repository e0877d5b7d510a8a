"""Mentions: the notes in which colleagues name you."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.core.ids import ConversationId
from baton.core.views import actor_view
from baton.services.inbox import mentions
from baton.services.ports.mentions import Mentioned


class SeenIn(Body):
    """`POST /v1/me/mentions/seen`"""

    conversation: Short


async def index(
    caller: Calling,
    desk: OurDesk,
    unread: bool = False,
    before: Annotated[int | None, Query(ge=1)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> Json:
    """The notes in which you are mentioned, the latest first, and how many of them you have not opened."""
    page = await mentions.listed(desk, caller, unread=unread, before=before, limit=limit)
    return Json({"items": [_view(one) for one in page.items], "unread": page.unread, "next": page.next})


async def seen(body: SeenIn, caller: Calling, desk: OurDesk) -> Json:
    """Say that you have opened a conversation: its notes that mention you are read."""
    return Json({"unread": await mentions.see(desk, caller, ConversationId(body.conversation))})


def _view(one: Mentioned) -> dict[str, Any]:
    told = asdict(one) | {"by": actor_view(one.by)}
    del told["queue"]
    return told
