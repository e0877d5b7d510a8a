"""Labels: the company's list, and those of one conversation."""

from typing import Any, Literal

from baton.api.arranging import arranged
from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.ids import ConversationId
from baton.core.labels import PALETTE, Label
from baton.services.inbox import labels


class LabelIn(Body):
    """`PUT /v1/labels/{name}`"""

    colour: Literal["grey", "red", "orange", "yellow", "green", "teal", "blue", "purple", "pink"] = "grey"


async def index(caller: Calling, desk: OurDesk) -> Json:
    """Every label of the company, by name, and the colours that there are."""
    items = [_view(one) for one in await labels.listed(desk, caller)]
    return Json({"items": items, "colours": PALETTE, "next": None})


async def replace(name: str, body: LabelIn, caller: Calling, desk: OurDesk) -> Json:
    """Write a label, over the one of that name."""
    return Json({"label": _view(await labels.keep(desk, caller, name, body.colour))})


async def remove(name: str, caller: Calling, desk: OurDesk) -> Json:
    """Forget a label. Conversations that have it keep its name."""
    await labels.drop(desk, caller, name)
    return Json({"name": name})


async def put_on(id: str, name: str, caller: Calling, desk: OurDesk) -> Json:
    """Put a label on a conversation. The same again changes nothing."""
    return await arranged(desk, caller, labels.put_on(desk, caller, ConversationId(id), name))


async def take_off(id: str, name: str, caller: Calling, desk: OurDesk) -> Json:
    """Take a label off a conversation."""
    return await arranged(desk, caller, labels.take_off(desk, caller, ConversationId(id), name))


def _view(one: Label) -> dict[str, Any]:
    return {"name": one.name, "colour": one.colour, "updated_at": one.updated_at, "updated_by": one.updated_by}
