"""How useful packets are to those who get them."""

from typing import Annotated

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import RatingIn
from baton.core.ids import ConversationId
from baton.core.ratings import rating_view
from baton.services import ratings

Days = Annotated[int, Query(ge=1, le=366)]


async def rate(id: str, caller: Calling, desk: OurDesk, body: RatingIn) -> Json:
    """Rate the packet of the handoff: useful or not, and what it lacked. Rating again replaces it."""
    saved = await ratings.rate(
        desk, caller, ConversationId(id), useful=body.useful, lacked=tuple(body.lacked), note=body.note
    )
    return Json({"rating": rating_view(saved)})


async def index(caller: Calling, desk: OurDesk, days: Days = 28) -> Json:
    """What operators said of packets, the latest first, and how often each thing was lacking."""
    found = await ratings.listed(desk, caller, days=days)
    return Json(
        {
            "days": days,
            "useful": found.tally.useful,
            "not_useful": found.tally.not_useful,
            "useful_rate": found.tally.share,
            "lacked": {kind.value: count for kind, count in found.tally.lacked.items()},
            "items": [rating_view(one) for one in found.items],
        }
    )
