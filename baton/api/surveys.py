"""The survey: a customer's rating, and what the team reads of all of them."""

from typing import Annotated, Any

from fastapi import Query
from pydantic import Field

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.api.schemas import Body
from baton.core.ids import ConversationId
from baton.core.journeys.surveys import MOST_CHARACTERS, SCORES, Rating, Scores
from baton.services.journeys import surveys

Days = Annotated[int, Query(ge=1, le=surveys.MOST_DAYS)]


class RatingIn(Body):
    """`PUT /v1/conversations/{id}/rating`"""

    score: Annotated[int, Field(ge=1, le=5)]
    comment: Annotated[str, Field(max_length=MOST_CHARACTERS)] | None = None


async def rate(id: str, body: RatingIn, caller: Calling, desk: OurDesk) -> Json:
    """Rate a conversation that is over. The last rating counts."""
    await surveys.rate(desk, caller, ConversationId(id), score=body.score, comment=body.comment)
    return Json({"score": body.score, "comment": body.comment})


async def report(caller: Calling, desk: OurDesk, days: Days = 28) -> Json:
    """What customers thought: of the whole journey, of what the bot did alone, and of what followed a handoff."""
    found = await surveys.report(desk, caller, days=days)
    return Json(
        {
            "since": found.since,
            "days": found.days,
            "whole": _scores(found.bot_alone + found.after_handoff),
            "bot_alone": _scores(found.bot_alone),
            "after_handoff": _scores(found.after_handoff),
            "latest": [_rating(one) for one in found.latest],
        }
    )


def _scores(scores: Scores) -> dict[str, Any]:
    spread = {str(score): scores.spread.get(score, 0) for score in SCORES}
    return {"count": scores.count, "mean": scores.mean, "spread": spread}


def _rating(one: Rating) -> dict[str, Any]:
    return {
        "conversation_id": one.conversation_id,
        "customer": one.customer,
        "score": one.score,
        "comment": one.comment,
        "at": one.at,
        "after_handoff": one.after_handoff,
    }
