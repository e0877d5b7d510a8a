"""The overview: how the desk did."""

from typing import Annotated

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.services.journeys import overview

Days = Annotated[int, Query(ge=1, le=overview.MOST_DAYS)]
Zone = Annotated[str, Query(max_length=60)]


async def show(caller: Calling, desk: OurDesk, days: Days = 28, timezone: Zone = "UTC") -> Json:
    """What began in the last days, where it went, how it ended, and how long people waited for a person's words."""
    found = await overview.report(desk, caller, days=days, zone=timezone)
    told = found.overview
    ended = {name: told.total(name) for name in ("by_bot", "left", "by_person", "unanswered", "open")}
    by_day = [(day, *told.on(day)) for day in found.days]
    return Json(
        {
            "since": found.since,
            "conversations": told.total("count"),
            "handed_over": told.handed_over,
            "ended": ended,
            "first_reply": {"count": told.replies, "median_s": told.median_s, "ninetieth_s": told.ninetieth_s},
            "reasons": [{"reason": reason, "count": count} for reason, count in told.reasons],
            "days": [{"day": day, "conversations": n, "handed_over": handed} for day, n, handed in by_day],
            "now": {name: told.now.get(name, 0) for name in ("bot", "queued", "human")},
        }
    )
