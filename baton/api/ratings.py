"""How useful packets are to those who get them."""

from typing import Annotated, Any

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import RatingIn
from baton.core.actors import ActorKind
from baton.core.ids import ConversationId
from baton.core.packet.ratings import rating_view
from baton.services.handoffs import ratings
from baton.services.journeys import restating
from baton.services.journeys.restating import RetoldReport

MOST_NAMED = 20
"""Conversations that a report names, to be looked at."""

Days = Annotated[int, Query(ge=1, le=366)]


async def rate(id: str, caller: Calling, desk: OurDesk, body: RatingIn) -> Json:
    """Rate the packet of the handoff: useful or not, and what it lacked. Rating again replaces it."""
    saved = await ratings.rate(
        desk,
        caller,
        ConversationId(id),
        useful=body.useful,
        lacked=tuple(body.lacked),
        note=body.note,
        version=body.version,
    )
    return Json({"rating": rating_view(saved)})


async def index(caller: Calling, desk: OurDesk, days: Days = 28) -> Json:
    """What operators said of packets, the latest first, and how often each thing was lacking."""
    found = await ratings.listed(desk, caller, days=days)
    again = await restating.retold(desk, caller, days=days)
    return Json(
        {
            "days": days,
            "useful": found.tally.useful,
            "not_useful": found.tally.not_useful,
            "useful_rate": found.tally.share,
            "lacked": {kind.value: count for kind, count in found.tally.lacked.items()},
            "versions": {
                str(version): {"useful": useful, "not_useful": not_useful}
                for version, (useful, not_useful) in found.tally.versions.items()
            },
            "items": [rating_view(one) for one in found.items],
            "restated": _restated(again) | {"queues": [_of_queue(again, queue) for queue in _queues(again)]},
        }
    )


def _restated(report: RetoldReport) -> dict[str, Any]:
    """In how many handoffs something was asked or told again. The values stay in the transcripts."""
    had = sum(bool(one.again) for one in report.items)
    return {
        "handoffs": len(report.items),
        "asked_again": report.counted(ActorKind.OPERATOR),
        "told_again": report.counted(ActorKind.CUSTOMER),
        "rate": had / len(report.items) if report.items else None,
        "kinds": dict(report.kinds.most_common()),
        "conversations": [one.taken.conversation for one in report.items if one.again][:MOST_NAMED],
    }


def _of_queue(report: RetoldReport, queue: str) -> dict[str, Any]:
    return {"queue": queue} | _restated(report.of_queue(queue))


def _queues(report: RetoldReport) -> list[str]:
    return sorted({one.taken.queue for one in report.items})
