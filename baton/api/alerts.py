"""Alerts: an operator's page says which waits it has shown."""

from typing import Literal

from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.services import alerts


class AlertIn(Body):
    """`POST /v1/alerts`"""

    conversations: list[Short] = Field(min_length=1, max_length=200)
    channel: Literal["inbox", "desktop"] = "inbox"


async def create(body: AlertIn, caller: Calling, desk: OurDesk) -> Json:
    """Say that you were shown that these conversations wait. Where nobody was, the desk raises an alarm."""
    return Json({"shown": await alerts.shown(desk, caller, body.conversations, body.channel)})
