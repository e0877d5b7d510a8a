"""The packet of a handoff: as JSON, as text and as a Slack message, in the reader's language."""

from enum import StrEnum
from typing import Annotated

from fastapi import Query
from starlette.responses import PlainTextResponse, Response

from baton.api.auth import Calling, OurDesk, Reading
from baton.api.json import Json
from baton.core.errors import NotFound
from baton.core.ids import ConversationId, HandoffId
from baton.core.packet.schema import schema
from baton.core.packet.text import as_slack, as_text
from baton.services.access import TEAM, is_team, require
from baton.services.handoffs import packets


class Shape(StrEnum):
    """How the packet is written."""

    JSON = "json"
    TEXT = "text"
    SLACK = "slack"


As = Annotated[Shape, Query(alias="as")]
Which = Annotated[str | None, Query(max_length=80)]
Version = Annotated[int | None, Query(ge=1, le=1)]


async def packet(
    id: str,
    caller: Calling,
    desk: OurDesk,
    reading: Reading = None,
    shape: As = Shape.JSON,
    handoff: Which = None,
    version: Version = None,
) -> Response:
    """The packet of the handoff, frozen as it was, in your language. Its customer sees the part that is theirs.

    `as` is json, text or slack; `handoff` names an earlier handoff of the conversation; `version` 1 is the one that
    stood before a language model improved it.
    """
    which, first = HandoffId(handoff) if handoff else None, version == 1
    found = await packets.read(desk, caller, ConversationId(id), languages=reading, handoff=which, first=first)
    if found is None and (not is_team(caller) or handoff or shape is not Shape.JSON):
        raise NotFound("Nothing has been passed on.")
    if found is None or shape is Shape.JSON or not is_team(caller):
        return Json({"packet": found})
    if shape is Shape.TEXT:
        return PlainTextResponse(as_text(found), headers={"cache-control": "no-store"})
    return Json({"packet": as_slack(found)})


async def reveal(id: str, caller: Calling, desk: OurDesk, reading: Reading = None) -> Json:
    """The packet with what is masked for its queue shown. The trail keeps that you looked."""
    return Json({"packet": await packets.reveal(desk, caller, ConversationId(id), languages=reading)})


async def packet_schema(caller: Calling) -> Json:
    """The JSON Schema of a packet, for whoever takes packets into a desk of their own."""
    require(caller, *TEAM)
    return Json(schema())
