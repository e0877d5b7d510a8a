"""Macros: steps behind names, written by admins and taken by operators in one conversation."""

from typing import Any

from fastapi import Request
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.once import Answer, once
from baton.api.schemas import Body, Line, Short
from baton.core.ids import ConversationId
from baton.core.inbox.macros import MOST_STEPS, Do, Macro, Step
from baton.services.inbox import macros
from baton.services.records import Receipt
from baton.services.trail.masking import conversation_for


class StepIn(Body):
    """One step of a macro."""

    do: Do
    what: Line


class MacroIn(Body):
    """`PUT /v1/macros/{name}`"""

    steps: list[StepIn] = Field(max_length=MOST_STEPS)


class RunIn(Body):
    """`POST /v1/conversations/{id}/macros/{name}`"""

    version: int | None = None
    seq: int | None = Field(default=None, ge=0)
    timezone: Short | None = None


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every macro, by name."""
    return Json({"items": [_view(one) for one in await macros.listed(desk, caller)], "next": None})


async def replace(name: str, body: MacroIn, caller: Calling, desk: OurDesk) -> Json:
    """Write a macro, over the one of that name."""
    steps = [Step(step.do, step.what) for step in body.steps]
    return Json({"macro": _view(await macros.keep(desk, caller, name, steps))})


async def remove(name: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a macro."""
    await macros.drop(desk, caller, name)
    return Json({"name": name})


async def preview(id: str, name: str, caller: Calling, desk: OurDesk) -> Json:
    """The steps of a macro as they would be taken in this conversation. Nothing is done by it."""
    shown = await macros.preview(desk, caller, ConversationId(id), name)
    steps = [
        {"do": one.step.do, "what": one.step.what, "says": one.says, "text": one.text, "missing": list(one.missing)}
        for one in shown
    ]
    return Json({"steps": steps})


async def run(id: str, name: str, request: Request, caller: Calling, desk: OurDesk, body: RunIn | None = None) -> Json:
    """Take the steps of a macro in order, and stop at the first that is refused."""
    asked = body or RunIn()

    async def command(_: Receipt | None) -> Answer:
        ran = await macros.run(
            desk, caller, ConversationId(id), name, version=asked.version, seen=asked.seq, zone=asked.timezone
        )
        refusal = ran.refusal
        refused = {"code": refusal.code, "detail": refusal.detail} if refusal else None
        return 200, {
            "done": [_step(step) for step in ran.done],
            "stopped_at": _step(ran.stopped_at) if ran.stopped_at else None,
            "refused": refused,
            "conversation": await conversation_for(desk, caller, ran.conversation),
        }

    return await once(request, caller, command, reserve=True)


def _step(step: Step) -> dict[str, Any]:
    return {"do": step.do, "what": step.what}


def _view(one: Macro) -> dict[str, Any]:
    return {
        "name": one.name,
        "steps": [_step(step) for step in one.steps],
        "updated_at": one.updated_at,
        "updated_by": one.updated_by,
    }
