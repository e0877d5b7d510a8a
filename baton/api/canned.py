"""Canned replies: texts behind shortcuts, written by admins and filled in for one conversation."""

from typing import Any

from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.copy.canned import MOST_TEXT, PLACEHOLDERS, CannedReply
from baton.core.ids import ConversationId
from baton.services.inbox import canned


class CannedIn(Body):
    """`PUT /v1/canned-replies/{shortcut}`"""

    text: str = Field(max_length=MOST_TEXT)


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every canned reply, by shortcut, and the placeholders that their texts may have."""
    items = [_view(one) for one in await canned.listed(desk, caller)]
    return Json({"items": items, "placeholders": PLACEHOLDERS, "next": None})


async def replace(shortcut: str, body: CannedIn, caller: Calling, desk: OurDesk) -> Json:
    """Write a canned reply, over the one that the shortcut had."""
    return Json({"canned_reply": _view(await canned.keep(desk, caller, shortcut, body.text))})


async def remove(shortcut: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a canned reply."""
    await canned.drop(desk, caller, shortcut)
    return Json({"shortcut": shortcut})


async def fill(id: str, shortcut: str, caller: Calling, desk: OurDesk) -> Json:
    """A canned reply with this conversation's values, for an operator to read and send. Nothing is sent by it."""
    said = await canned.fill(desk, caller, ConversationId(id), shortcut)
    return Json({"text": said.text, "missing": list(said.missing)})


def _view(one: CannedReply) -> dict[str, Any]:
    return {"shortcut": one.shortcut, "text": one.text, "updated_at": one.updated_at, "updated_by": one.updated_by}
