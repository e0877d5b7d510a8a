"""Alerts: who was told that a customer waits, whom nobody was told of, and how each person wants to hear of it."""

from dataclasses import asdict
from typing import Any, Literal

from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body, Short
from baton.core.ids import ConversationId
from baton.services.desk import Desk
from baton.services.mail.outbox import can_mail
from baton.services.ports.alerts import AlertChoices
from baton.services.waiting import alerts


class AlertIn(Body):
    """`POST /v1/alerts`"""

    conversations: list[Short] = Field(min_length=1, max_length=200)
    channel: Literal["inbox", "desktop"] = "inbox"


class AlertChoicesIn(Body):
    """`PATCH /v1/me/alerts`"""

    sound: bool | None = None
    desktop: bool | None = None
    email: bool | None = None


async def create(body: AlertIn, caller: Calling, desk: OurDesk) -> Json:
    """Say that you were shown that these conversations wait. Where nobody was, the desk raises an alarm."""
    return Json({"shown": await alerts.shown(desk, caller, body.conversations, body.channel)})


async def unseen(caller: Calling, desk: OurDesk) -> Json:
    """The waits that nobody was shown: whoever sees this list should look at once."""
    return Json({"items": [asdict(one) for one in await alerts.alarms(desk, caller)]})


async def of_conversation(id: str, caller: Calling, desk: OurDesk) -> Json:
    """Who was alerted that this conversation waits, by which channel, sent and shown."""
    found = await alerts.of_conversation(desk, caller, ConversationId(id))
    return Json({"items": [asdict(one) for one in found]})


async def choices(caller: Calling, desk: OurDesk) -> Json:
    """How you want to hear that a customer waits."""
    return Json(_choices(desk, caller, await alerts.choices(desk, caller)))


async def choose(body: AlertChoicesIn, caller: Calling, desk: OurDesk) -> Json:
    """Change how you want to hear that a customer waits. What is left out stays as it is."""
    chosen = await alerts.choose(desk, caller, sound=body.sound, desktop=body.desktop, email=body.email)
    return Json(_choices(desk, caller, chosen))


def _choices(desk: Desk, caller: Calling, chosen: AlertChoices) -> dict[str, Any]:
    return {**asdict(chosen), "can_mail": can_mail(desk, caller.tenant_id)}
