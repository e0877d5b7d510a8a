"""How conversations went: the measures of a period, and apart by week, by reason and by queue."""

from dataclasses import asdict
from typing import Annotated, Any

from fastapi import Query

from baton.api.auth import Calling, OurDesk
from baton.api.json import Json
from baton.core.journeys.measures import Measures
from baton.services.journeys import journeys
from baton.services.journeys.overview import MOST_DAYS

Days = Annotated[int, Query(ge=1, le=MOST_DAYS)]
Zone = Annotated[str, Query(max_length=60)]


async def report(caller: Calling, desk: OurDesk, days: Days = 28, timezone: Zone = "UTC") -> Json:
    """How many were resolved, handed over late or for nothing, or came back; and how long people waited."""
    found = await journeys.report(desk, caller, days=days, zone=timezone)
    told = found.measured
    return Json(
        {
            "since": found.since,
            "is_whole": found.is_whole,
            "whole": measures_view(told.whole),
            "weeks": [{"week": week} | measures_view(one) for week, one in told.weeks],
            "reasons": [{"reason": reason} | measures_view(one) for reason, one in told.reasons],
            "queues": [{"queue": queue, "name": told.names[queue]} | measures_view(one) for queue, one in told.queues],
        }
    )


def measures_view(one: Measures) -> dict[str, Any]:
    """Measures as JSON values."""
    return asdict(one)
